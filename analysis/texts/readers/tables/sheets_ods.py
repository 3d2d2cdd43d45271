"""How much a sheet of OpenDocument lays out: cells and rows that are repeated, and blanks that are only counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

SAID = rb"""(?:[^<>"']|"[^"<]*"|'[^'<]*')*+"""  # what a tag says; a value may hold what ends a tag
_PIECE = re.compile(
    rb"<(table:table-row|table:table-cell|table:covered-table-cell|table:table|text:s)\b(" + SAID + rb")>"
)
_ROWS = re.compile(rb"""number-rows-repeated\s*=\s*["']\s*+([0-9]{1,18})""")
_COLUMNS = re.compile(rb"""number-columns-repeated\s*=\s*["']\s*+([0-9]{1,18})""")
_BLANKS = re.compile(rb"""\btext:c\s*=\s*["']\s*+([0-9]{1,18})""")


class LaidOut(NamedTuple):
    """What a sheet lays out: the cells of the rectangle that holds all filled ones, and the bytes of their texts."""

    cells: int
    bytes: int


class _SheetCount:
    """Counts one sheet after another, and keeps the most."""

    def __init__(self) -> None:
        self.most = LaidOut(0, 0)
        self.rows = self.width = self.bytes = 0  # of the sheet so far
        self.at = self.of_row = self.of_cell = 0  # cells and bytes of the row, bytes of the cell
        self.times, self.repeated, self.begin = 0, 1, 0  # of the cell, of the row; where the cell's text begins

    def end_cell(self, place: int) -> None:
        self.of_row += (place - self.begin + self.of_cell) * self.times
        self.times = self.of_cell = 0

    def end_row(self, last: bool) -> None:
        if self.at:
            self.rows, self.width = self.rows + self.repeated, max(self.width, self.at)
        self.bytes += self.of_row * self.repeated
        self.most = LaidOut(max(self.most.cells, self.rows * self.width), max(self.most.bytes, self.bytes))
        self.at = self.of_row = 0
        if last:
            self.rows = self.width = self.bytes = 0


def count_ods(content: Iterator[bytes]) -> LaidOut:
    """Count the largest sheet, what is repeated included; content: its part in pieces that cut no tag in two."""
    sheet, passed = _SheetCount(), 0
    for data in chain(content, (b"<table:table>",)):
        for found in _PIECE.finditer(data):
            kind, said = found[1], found[2]
            if kind == b"text:s":
                sheet.of_cell += _number(_BLANKS, said)
                continue
            sheet.end_cell(passed + found.start())
            if kind in (b"table:table", b"table:table-row"):
                sheet.end_row(last=kind == b"table:table")
                sheet.repeated = _number(_ROWS, said)
            elif not said.endswith(b"/"):
                sheet.times, sheet.begin = _number(_COLUMNS, said), passed + found.end()
                sheet.at += sheet.times
        passed += len(data)
    return sheet.most


def _number(pattern: re.Pattern[bytes], said: bytes) -> int:
    found = pattern.search(said)
    return int(found[1]) if found else 1
