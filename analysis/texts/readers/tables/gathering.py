"""The rows of a table to pages: which columns are used, what each row gives, which rows have no text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import urlsplit

from analysis.tables import COLUMNS
from analysis.texts.readers.page import Note, Refused, Settings, SourcePage, Taken, Unreadable
from analysis.texts.readers.tables.choosing import Chosen, choose_columns, match_asked
from analysis.texts.readers.tables.dating import Dating, assign_dates
from analysis.texts.readers.tables.decoding import LARGEST_CELL
from analysis.texts.readers.tables.markup import (
    CUT_BY_SERVICE,
    DELETED,
    forward_of,
    has_markup,
    is_object,
    reply_of,
    strip_markup,
)
from analysis.texts.readers.tables.naming import POSTS_ONLY, ROLES
from analysis.texts.readers.tables.table import HINTED, MOST_COLUMNS, Row, Survey, Table, describe_table
from analysis.texts.readers.tables.values import (
    parse_count,
    parse_language,
    parse_own_cell,
    parse_yes_no,
    plain_value,
    tell_count,
)

NAMED_REFUSALS = 20  # rows that are refused one by one; the others are counted
MOST_KEPT = 300  # columns beside those that are used
NO_TEXT = "row without a text"
RESERVED = {*COLUMNS["documents"], *COLUMNS["sentences"], *COLUMNS["pages"], "file", "note", "url", "author", "section"}
RESERVED |= {*POSTS_ONLY, "duplicate_of", "copy_of", "copies"}
CALLED = {"published": "date"}  # of notes


MOST_REFUSED, MOST_REFUSED_EACH = 100_000, 10  # rows, and for each that is read, after which no more are tried


@dataclass
class _Tally:
    """What is counted while rows are read."""

    refused: int = 0
    stripped: int = 0
    cut: int = 0
    halved: int = 0
    odd: Counter = field(default_factory=Counter)


def gather_rows(table: Table, settings: Settings) -> Iterator[Taken]:
    """Give each row of a table as a page, its facts from the other columns, and notes on what was used.

    Raises Unreadable if no column is plainly the text or no row has one; InputError if settings.columns names a
    column that is not there.
    """
    table = replace(table, rows=partial(_stop_at_refusals, table.rows, table.name))
    survey = describe_table(table)
    asked = match_asked(settings.columns, list(survey.columns), table.name)
    chosen = choose_columns(survey, asked)
    if missing := {chosen.columns[role] for role in HINTED if role in chosen.columns} - survey.dates.keys():
        survey = describe_table(table, missing)
    yield from gather_surveyed(table, survey, chosen, set(asked))


def _stop_at_refusals(rows: Callable[[], Iterator[Row | Refused | Note]], name: str) -> Iterator[Row | Refused | Note]:
    """Rows up to where nearly nothing of a table can be read any more: it is none, and may have millions of lines."""
    refused = read = 0
    for row in rows():
        refused += isinstance(row, Refused)
        read += isinstance(row, Row)
        yield row
        if refused > MOST_REFUSED and refused > MOST_REFUSED_EACH * read:
            yield Refused(name, f"{refused:,} of {refused + read:,} rows cannot be read; what comes after is not read")
            return


def gather_surveyed(table: Table, survey: Survey, chosen: Chosen, asked: set[str]) -> Iterator[Taken]:
    """Give the rows of a table whose columns are chosen; see `gather_rows`."""
    dating = assign_dates(survey, chosen, asked)
    own = _name_own_columns(survey, chosen)
    yield Note(table.name, _tell_columns(chosen, dating, own))
    yield from (Note(table.name, note) for note in dating.notes + _doubtful(survey, own))
    tally, given, at = _Tally(), 0, 0
    for taken in table.rows():
        if isinstance(taken, Row):
            plain = {name: plain_value(cell) for name, cell in taken.cells.items()}
            cells = {name: value for name, value in plain.items() if value is not None}
            tally.halved += any(isinstance(taken.cells[n], str) and taken.cells[n] is not cells[n] for n in cells)
            if not cells:
                continue
            taken = _take_row(table, survey, chosen, dating, own, tally, taken.number, cells, at)
            at += 1
        if isinstance(taken, Refused):
            tally.refused += 1
            if tally.refused > NAMED_REFUSALS:
                continue
        given += isinstance(taken, SourcePage)
        yield taken
    if tally.refused > NAMED_REFUSALS:
        more = tell_count(tally.refused - NAMED_REFUSALS, "more row")
        yield Refused(table.name, f"{more} without a text, or not readable")
    if not given:
        raise Unreadable(f"no row has a text in column {chosen.columns['text']!r}")
    yield from (Note(table.name, note) for note in _counted(tally, given))


def _take_row(table: Table, survey: Survey, chosen: Chosen, dating: Dating, own: dict[str, str], tally: _Tally,
              number: int, cells: dict[str, object], at: int) -> SourcePage | Refused:  # fmt: skip
    source = f"{table.source}{number}"
    text = str(cells.get(chosen.columns["text"], ""))
    if not text.strip("\ufeff\u200b \t\r\n\xa0"):
        return Refused(source, NO_TEXT)
    if len(text) < 40 and text.strip().casefold() in DELETED:
        return Refused(source, f"{NO_TEXT}: {text.strip()!r} stands in its place")
    if len(text) > LARGEST_CELL:
        return Refused(source, f"a cell of {len(text):,} characters: {LARGEST_CELL:,} are the most", len(text))
    text = _clean_cell(text, tally)
    if not text.strip():
        return Refused(source, f"{NO_TEXT}: nothing is left of its HTML")
    known = _facts(chosen, cells, tally) | {
        name: parse_own_cell(cells[column], survey.columns[column].kind)
        for column, name in own.items()
        if column in cells
    }
    for role, dates in dating.dates.items():
        if date := dates[at]:
            known[role] = date.when
            known |= {"published_precision": date.precision} if role == "published" else {}
    padded = f"{table.prefix}{number:0{len(str(survey.last))}d}"
    return SourcePage(source, text, chosen.form, known, table.encoding, table.bytes, padded)


def _clean_cell(text: str, tally: _Tally) -> str:
    """A cell without tags, and without the mark of a service that cut it off."""
    if has_markup(text):
        text = strip_markup(text)
        tally.stripped += 1
    cut = CUT_BY_SERVICE.sub("", text) if text.rstrip().endswith(" chars]") else text
    tally.cut += cut != text
    return cut


def _facts(chosen: Chosen, cells: dict[str, object], tally: _Tally) -> dict[str, object]:
    """What a row says of its text in the columns that are used."""
    known: dict[str, object] = {}
    for role, column in chosen.columns.items():
        if role in ("text", "published", "edited") or column not in cells:
            continue
        value = cells[column]
        parsed = _parse_fact(role, value)
        if parsed is not None:
            known[role] = parsed
        elif role in ("translated", "views"):
            tally.odd[role, str(value)[:40]] += 1
    if chosen.outlet_from and (outlet := outlet_of(str(cells.get(chosen.outlet_from, "")))):
        known["outlet"] = outlet
    return known


def _parse_fact(role: str, value: object) -> object:
    if role == "translated":
        return parse_yes_no(value)
    if role == "views":
        return parse_count(value)
    if role == "reactions" and not isinstance(value, str):
        return value
    if role in ("forwarded_from", "reply_to"):
        return (forward_of if role == "forwarded_from" else reply_of)(str(value))
    text = " ".join(str(value).split())
    if role in ("outlet", "author") and is_object(text):
        return None
    if has_markup(text):
        text = " ".join(strip_markup(text).split())
    if role == "language":
        return parse_language(text)
    return text


def outlet_of(address: str) -> str:
    """The site of an address or domain, without www: "https://www.news.example/a" is of news.example."""
    address = address.strip()
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    return host if "." in host and " " not in host else ""


def _name_own_columns(survey: Survey, chosen: Chosen) -> dict[str, str]:
    """The columns that stay as they are, by what they are called in documents: own_NAME where NAME is taken."""
    used = set(chosen.columns.values())
    own, taken = {}, set(RESERVED)
    for column, sketch in survey.columns.items():
        if column in used or not sketch.filled or len(own) >= MOST_KEPT:
            continue
        name = column if column not in taken else f"own_{column}"
        while name in taken:
            name += "_"
        own[column] = name
        taken.add(name)
    return own


def _tell_columns(chosen: Chosen, dating: Dating, own: dict[str, str]) -> str:
    used = []
    for role, column in sorted(chosen.columns.items(), key=lambda pair: ROLES.index(pair[0])):
        how = " (by its content)" * (role in chosen.by_content) + dating.said * (role == "published")
        used.append(f"{CALLED.get(role, role)} from {column!r}{how}")
    if chosen.outlet_from:
        used.append(f"outlet from the addresses in {chosen.outlet_from!r}, for no column names it")
    kept = [name if name == column else f"{name} (its column {column!r})" for column, name in own.items()]
    shown = ", ".join(kept[:20]) + (f", … ({len(kept):,} in all)" if len(kept) > 20 else "")
    summary = "; its texts are summaries" if chosen.is_summary else ""
    return ", ".join(used) + summary + (f"; kept as they are: {shown}" if kept else "")


def _doubtful(survey: Survey, own: dict[str, str]) -> list[str]:
    columns = [column for column in own if survey.columns[column].is_doubtful]
    notes = [f"column {c!r} is kept as text: 1,234 could be a thousand or a decimal comma" for c in columns]
    if len(own) >= MOST_KEPT:
        every = f"{MOST_COLUMNS:,} or more" if len(survey.columns) >= MOST_COLUMNS else f"{len(survey.columns):,}"
        notes.append(f"of its {every} columns {MOST_KEPT} are kept beside those that are used")
    return notes


def _counted(tally: _Tally, given: int) -> list[str]:
    notes = []
    if tally.stripped:
        notes.append(
            f"{tally.stripped:,} of {given:,} texts are HTML: their tags are taken out, places count without them"
        )
    if tally.cut:
        notes.append(f"{tally.cut:,} of {given:,} texts are cut off by the service that gave them ([… chars])")
    if tally.halved:
        notes.append(f"half of a character stands in {tell_count(tally.halved, 'row')}, read as \ufffd")
    for role in dict.fromkeys(role for role, _ in tally.odd):
        values = [value for key, value in tally.odd if key == role]
        count = sum(tally.odd[role, value] for value in values)
        notes.append(f"{role} of {tell_count(count, 'row')} cannot be read: {', '.join(map(repr, values[:3]))}")
    return notes
