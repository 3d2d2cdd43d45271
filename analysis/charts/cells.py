"""A table as HTML: every text escaped, numbers as people write them, a number that has sentences behind it a link."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from analysis.cards.page import markup_of
from analysis.charts.evidence import Link, page_of_evidence
from analysis.charts.numbers import CHANCES, header_of, is_share, label_of, tell_numbers
from analysis.masked import NO_MATH, shorten_text, shorten_words

MOST_LETTERS, MOST_CAPTION = 600, 3_000  # of a text in a cell, of a caption
PROSE = 40  # letters from which on a text is prose, and needs room
WIDE, NARROW = 700, 340  # pixels that a page has room for, or that of a phone
LETTER, FIGURE, AROUND = 6.5, 8.5, 23  # pixels of a letter, of one in a heading, a number or a date, around a cell
SCROLLS = "This table scrolls sideways."


def make_html_table(
    table: pd.DataFrame,
    caption: str,
    percent: Collection[str] = (),
    links: Mapping[tuple[int, str], Link] | None = None,
) -> str:
    """Write a table as HTML; every text is escaped, for the corpus may hold markup.

    percent: columns of shares; links: where the number in a row and column leads.
    """
    links = links or {}
    cells = {column: _cells(table[column], column, percent) for column in table}
    head = "".join(f"<th{_style(table[column])}>{markup_of(header_of(column))}</th>" for column in table)
    rows = []
    for number in range(len(table)):
        row = [_cell(cells[column][number], links.get((number, column))) for column in table]
        rows.append(f"<tr>{''.join(row)}</tr>")
    # the hint first: the end of a wide table's caption is out of sight
    caption = _hint(table) + markup_of(shorten_words(shorten_text(caption, MOST_CAPTION)))
    said = f"<caption style='caption-side:top;text-align:left'>{caption}</caption>" if caption else ""
    return (
        f"<table class='framing {NO_MATH}'>{said}<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _style(column: pd.Series) -> str:
    return " style='text-align:right'" if _is_number(column) else ""


def _hint(table: pd.DataFrame) -> str:
    """Say that a table scrolls, where it is wider than the page, or than a phone."""
    width = sum(max(FIGURE * len(header_of(name)), _width(table[name].head(12))) + AROUND for name in table)
    if width < NARROW:
        return ""
    return f"<span class='{'wide' if width > WIDE else 'wide narrow'}'>{SCROLLS} </span>"


def _width(values: pd.Series) -> float:
    """Pixels that a column's values take at least: numbers few, prose what it has room for, else the longest word."""
    if _is_number(values):
        return 6 * FIGURE
    texts = [str(value) for value in values if not _lacks(value)]
    if any(len(text) > PROSE for text in texts):
        return (PROSE + 2) * LETTER
    dates = pd.api.types.is_datetime64_any_dtype(values)
    longest = 10 if dates else max((len(word) for text in texts for word in text.split()), default=0)
    return longest * (FIGURE if dates or not any(map(str.isalpha, "".join(texts))) else LETTER)


def _is_number(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _cells(column: pd.Series, name: object, percent: Collection[str]) -> list[tuple[str, str]]:
    """Write the values of a column, each with its style; a missing one is a dash."""
    if _is_number(column):
        written = _or_none(tell_numbers(column, name in percent or is_share(name), name in CHANCES))
        cells = [("text-align:right", text) for text in written]
    elif pd.api.types.is_datetime64_any_dtype(column):
        cells = [("white-space:nowrap", None if pd.isna(day) else f"{day:%Y-%m-%d}") for day in column]
    else:
        texts = [None if _lacks(value) else _shortened(label_of(value, name)) for value in column]
        prose = any(len(text or "") > PROSE for text in texts)
        cells = [
            ("text-align:left;min-width:22em;white-space:normal" if prose else "text-align:left", t) for t in texts
        ]
    return [("color:#6A737D", "–") if text is None else (style, text) for style, text in cells]


def _or_none(texts: list[str]) -> list[str | None]:
    return [text or None for text in texts]


def _lacks(value: object) -> bool:
    return not isinstance(value, list | tuple | dict) and bool(pd.isna(value))


def _cell(cell: tuple[str, str], link: Link | None) -> str:
    style, text = cell[0], markup_of(cell[1])
    if link:
        where = f"{page_of_evidence(link.name, link.part)}#r{link.number}"
        text = f"<a href='{where}' title='{markup_of(link.title)}'>{text}</a>"
    return f"<td style='{style}'>{text}</td>"


def _shortened(text: str) -> str:
    """Cut a long text, and say how long it is."""
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]} … ({len(text):,} characters)"
