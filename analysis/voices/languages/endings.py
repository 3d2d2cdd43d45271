"""Endings of words that change with their case: other forms of a nominative, and the nominatives of a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

VOWELS = "аеёиоуыэюяіїє"  # behind which й stands
SHORTEST = 5  # letters of the first part of a double name that changes with its case
I_FOR_Y = str.maketrans({"ы": "и"})  # what stands after к or ш


class Endings(NamedTuple):
    """A table of endings: those of the nominative, longest first, each with the others, singular and plural."""

    rows: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    soft_after: str  # letters after which ы is written и
    indeclinable: str  # last letters of words that never change

    def row_of(self, word: str) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
        """The row by which a nominative goes: that of its longest ending."""
        for row in self.rows:
            whole = word == row[0] and word[0].isupper()  # a name with forms of its own: Лев, Льва
            if row[0] and word.endswith(row[0]) and (whole or len(word) > len(row[0])):
                return row
        last = self.rows[-1] if self.rows and not self.rows[-1][0] else None
        return last if last and word[-1:] not in self.indeclinable else None

    def list_forms(self, word: str) -> tuple[list[str], list[str]]:
        """The other forms of a nominative, in the order of the table: of the singular and of the plural."""
        row = self.row_of(word)
        if not row:
            return [], []
        stem = word[: len(word) - len(row[0])]
        return [self._join(stem, end) for end in row[1]], [self._join(stem, end) for end in row[2]]

    def _join(self, stem: str, end: str) -> str:
        return stem + (end.translate(I_FOR_Y) if end[:1] == "ы" and stem[-1:] in self.soft_after else end)

    def list_double(self, form: str, case: int | None = None) -> list[str]:
        """The nominatives of a double name of which both parts change: Белова-Гнедина."""
        first, hyphen, second = form.rpartition("-")
        if not hyphen or len(first) < SHORTEST:
            return []
        firsts, seconds = self.list_nominatives(first, case), self.list_nominatives(second, case)
        return [f"{firsts[0]}-{seconds[0]}"] if firsts and seconds else []

    def list_nominatives(self, form: str, case: int | None = None) -> list[str]:
        """The words of which a form may be another case (by its number in the table, from 0; None: any)."""
        found: list[str] = []
        for nominative, singular, _ in self.rows:
            for end in singular if case is None else singular[case : case + 1]:
                if form.endswith(end) and (len(form) > len(end) + 1 or (form == end and form[0].isupper())):
                    stem = form[: len(form) - len(end)]
                    if nominative == "й" and stem[-1:] not in VOWELS:
                        continue
                    word = self._join(stem, nominative)
                    row = self.row_of(word)
                    if row and row[0] == nominative and word not in found:
                        found.append(word)
        return found


def make_endings(table: Mapping[str, str], soft_after: str = "", indeclinable: str = "") -> Endings:
    """Make a table of "nominative ending: other endings / those of the plural", as language files write it."""
    rows = []
    for nominative, others in table.items():
        singular, _, plural = str(others or "").partition("/")
        rows.append((nominative, tuple(singular.split()), tuple(plural.split())))
    return Endings(tuple(sorted(rows, key=lambda row: -len(row[0]))), soft_after, indeclinable)
