"""The dates of a table's rows: a whole column at once, so that its own dates settle which number is the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.texts.dates import ParsedDate, find_order, parse_dates
from analysis.texts.dates.written import parse_written
from analysis.texts.readers.tables.choosing import Chosen
from analysis.texts.readers.tables.naming import fold_column_name, list_candidates
from analysis.texts.readers.tables.table import Survey
from analysis.texts.readers.tables.values import tell_count

DAY_FIRST = {"datum": "de", "дата": "ru"}  # a column's name that says in which language its dates are written
ENOUGH = 0.5  # share of a column's cells that are dates
TRIED = 500


@dataclass
class Dating:
    """Dates by role, one a row, and what a reader should know of them."""

    dates: dict[str, list[ParsedDate | None]] = field(default_factory=dict)
    said: str = ""
    notes: list[str] = field(default_factory=list)


def assign_dates(survey: Survey, chosen: Chosen, asked: set[str]) -> Dating:
    """Read the dates of each row, of the first column called like a date that holds dates, or of the one asked for.

    Puts the column that is taken into `chosen` (takes one out that holds none, unless it was asked for).
    """
    made = Dating()
    for role in ("published", "edited"):
        taken = {column for key, column in chosen.columns.items() if key != role}
        if role == "edited" and role not in chosen.columns:
            continue
        first = [chosen.columns[role]] if role in chosen.columns else []
        named = first if role in asked else [*first, *list_candidates(list(survey.columns), role)]
        column = next((c for c in named if c not in taken and _holds_dates(survey, c)), None)
        if column is None and role in asked:
            column = chosen.columns[role]
        chosen.columns.pop(role, None)
        if column is None:
            made.notes += [f"column {first[0]!r} holds no dates that can be read"] if first else []
            continue
        chosen.columns[role] = column
        values = survey.dates[column]
        made.dates[role] = parse_dates(values, _languages(survey, column))
        if role == "published":
            made.said = _order(values)
            made.notes += _unread(column, values, made.dates[role])
    return made


def _holds_dates(survey: Survey, column: str) -> bool:
    """Whether most cells of a column are dates, be it that day and month could be swapped."""
    filled = [value for value in survey.dates.get(column, []) if value is not None][:TRIED]
    parsed = parse_dates(filled)
    read = sum(date is not None or _is_swappable(value) for value, date in zip(filled, parsed, strict=True))
    return read > ENOUGH * len(filled)


def _languages(survey: Survey, column: str) -> Sequence[str | None]:
    language = DAY_FIRST.get(fold_column_name(column).split("_")[0])
    return [language or script for script in survey.scripts]


def _is_swappable(value: object) -> bool:
    written = parse_written(value) if isinstance(value, str) else None
    return written is not None and (written.swapped is not None or written.open)


def _order(values: list[object]) -> str:
    written = [parse_written(value) for value in values if isinstance(value, str)]
    if not any(found and found.mark for found in written):
        return ""
    order = find_order(values)
    if order in ("day first", "month first"):
        settling = sum(found is not None and found.day_first == (order == "day first") for found in written)
        by = f"settled by {tell_count(settling, 'cell')}" if settling else "for its last numbers are plainly years"
        return f" ({order}, {by})"
    return ""


def _unread(column: str, values: list[object], dates: list[ParsedDate | None]) -> list[str]:
    unread = [value for value, date in zip(values, dates, strict=True) if value is not None and date is None]
    open_ones = [value for value in unread if _is_swappable(value)]
    others = [value for value in unread if not _is_swappable(value)]
    notes = []
    if open_ones:
        both = ", some of its cells say the one and some the other" * (find_order(values) == "contradictory")
        short = any(found.open for value in open_ones if (found := parse_written(value)))
        which = "day, month and year" if short else "day and month"
        notes.append(
            f"{len(open_ones):,} of {len(values):,} dates in {column!r} are not read: {which} could be swapped "
            f"({open_ones[0]!r}){both}; write them as 2024-12-26"
        )
    if others:
        notes.append(f"{len(others):,} of {len(values):,} dates in {column!r} cannot be read ({str(others[0])[:40]!r})")
    return notes
