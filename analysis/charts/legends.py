"""Legends of charts: what the marks are called, written above the axes in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from analysis.charts.lettering import measure_text, name_in_line, readable

EDGE = 0.1  # inches left and right of what is written on a chart
SIZE, KEY, MARK_ROOM, GAP = 9.5, 0.21, 0.2, 0.18  # points; inches of a line, of the mark in it, between entries


class Key(NamedTuple):
    """A line of a legend: what the mark is called, its colour and its shape as matplotlib writes it ("o", "s", "|")."""

    label: str
    colour: str
    marker: str = "o"


def lay_out_legend(legend: Sequence[Key], inches: float) -> list[list[tuple[float, Key]]]:
    """Set the entries of a legend out in lines: one list a line, each entry with its inches from the left."""
    rows: list[list[tuple[float, Key]]] = []
    at = inches
    for entry in legend:
        entry = entry._replace(label=name_in_line(readable(entry.label), inches - MARK_ROOM, SIZE))
        wide = MARK_ROOM + measure_text(entry.label, SIZE)
        if not rows or at + wide > inches:
            rows.append([])
            at = 0.0
        rows[-1].append((at, entry))
        at += wide + GAP
    return rows


def place_legend(figure: Figure, rows: list[list[tuple[float, Key]]], top: float) -> None:
    """Draw a legend that was laid out, from so many inches above the bottom of the figure downwards."""
    width, total = figure.get_size_inches()
    for number, row in enumerate(rows):
        y = (top - 0.06 - KEY * (number + 0.5) + 0.02) / total
        for at, (label, colour, marker) in row:
            x = (EDGE + at + 0.07) / width
            style = {"marker": marker, "color": colour, "markersize": 6.5, "markeredgewidth": 1.6, "linestyle": "none"}
            figure.add_artist(Line2D([x], [y], transform=figure.transFigure, **style))
            left = (EDGE + at + MARK_ROOM) / width
            figure.text(left, y, label, fontsize=SIZE, va="center_baseline")
