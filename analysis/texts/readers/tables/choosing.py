"""Which column of a table is which of documents: as it was asked for, by its name, or by what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from analysis.errors import InputError, unknown
from analysis.texts.dates.written import parse_written
from analysis.texts.readers.page import Unreadable
from analysis.texts.readers.tables.markup import is_object
from analysis.texts.readers.tables.naming import (
    POSTS_ONLY,
    ROLES,
    fold_column_name,
    list_candidates,
    looks_like_posts,
)
from analysis.texts.readers.tables.table import Survey
from analysis.texts.readers.tables.values import ColumnSketch, tell_count

ALIASES = {"date": "published"}  # what people call a column of documents
RATIO = 2.5  # how many times longer than others the texts of a column are that plainly are the texts
LONG = 80  # characters of a text, on average, that is found by its length
SHORT = 120  # characters of an outlet's name, a date, a language
REMEDY = 'say which: columns={{"text": "{0}"}} in Python, --columns text={0} on the command line'


@dataclass
class Chosen:
    """Which column (value) is which of documents (key); by_content: those whose names do not say it; form of a row.

    outlet_from: the column of addresses from which outlets are taken where no column names them; is_summary: whether
    the texts are summaries.
    """

    columns: dict[str, str]
    form: str
    by_content: set[str] = field(default_factory=set)
    outlet_from: str | None = None
    is_summary: bool = False


def match_asked(columns: Mapping[str, str], there: list[str], name: str) -> dict[str, str]:
    """Find the columns that somebody asked for in a table; raises InputError with near names if one is not there."""
    found = {}
    for role, column in columns.items():
        key = ALIASES.get(role, role)
        if key not in ROLES:
            raise unknown("columns: column of documents", role, ROLES, 'Write it as {"text": "body"}.')
        folded = [other for other in there if fold_column_name(other) == fold_column_name(column)]
        if column not in there and len(folded) != 1:
            raise unknown(f"columns: {role}", column, there, f"These are the columns of {name}.")
        found[key] = column if column in there else folded[0]
    if len(set(found.values())) < len(found):
        raise InputError(f"columns={dict(columns)!r} gives one column two meanings: name each once.")
    return found


def choose_columns(survey: Survey, asked: Mapping[str, str]) -> Chosen:
    """Choose a table's columns; asked: those that `match_asked` found.

    Raises Unreadable, with the columns and the remedy, if no column or more than one could be the text.
    """
    names = list(survey.columns)
    posts = looks_like_posts(names)
    chosen = Chosen(dict(asked), "post" if posts else "story")
    if "text" not in chosen.columns:
        _choose_text(survey, chosen)
    for role in (*POSTS_ONLY, *ROLES):
        if role not in chosen.columns and (posts or role not in POSTS_ONLY):
            taken = set(chosen.columns.values())
            fitting = (c for c in list_candidates(names, role) if c not in taken and _fits(survey, c, role, posts))
            if column := next(fitting, None):
                chosen.columns[role] = column
    if "url" not in chosen.columns:
        _choose_by_content(survey, chosen, "url", lambda sketch: sketch.addresses > 0.9 * sketch.filled)
    if "published" not in chosen.columns:
        _choose_by_content(survey, chosen, "published", _starts_with_dates)
    if "outlet" not in chosen.columns and not posts:
        addresses = [*list_candidates(names, "domain"), *list_candidates(names, "outlet"), chosen.columns.get("url")]
        chosen.outlet_from = next((c for c in addresses if c and _holds_addresses(survey.columns[c])), None)
    return chosen


def _choose_by_content(survey: Survey, chosen: Chosen, role: str, fits: Callable[[ColumnSketch], bool]) -> None:
    """Choose the only column whose cells are what a role asks for; of two neither."""
    free = (s for name, s in survey.columns.items() if name not in chosen.columns.values() and s.filled)
    fitting = [sketch.name for sketch in free if fits(sketch)]
    if len(fitting) == 1:
        chosen.columns[role] = fitting[0]
        chosen.by_content.add(role)


def _starts_with_dates(sketch: ColumnSketch) -> bool:
    """Whether the first cells of a column are dates to the day; numbers alone could be anything."""
    written = [value for value in sketch.first if isinstance(value, str)]
    if sketch.kind == "time":
        return True
    return bool(written) and sketch.kind == "text" and all((d := parse_written(v)) and d.day for v in written)


def _fits(survey: Survey, column: str, role: str, posts: bool) -> bool:
    """Whether what stands in a column is what its name says."""
    sketch = survey.columns[column]
    if not sketch.filled:
        return False
    if role == "outlet":
        key = fold_column_name(column)
        client = posts and "retweet_count" in {fold_column_name(name) for name in survey.columns}  # Twitter for iPhone
        if (client and key == "source") or (posts and key == "media"):  # of a post: its pictures
            return False
        named = sketch.kinds.get("text", 0) > 0.5 * sketch.filled and not sketch.addresses > 0.5 * sketch.filled
        return named and sketch.mean <= SHORT and not _holds_objects(sketch)
    if role in ("language", "country", "section", "translated"):
        return sketch.mean <= SHORT
    if role == "author":
        return sketch.kind == "text" and not _holds_objects(sketch)  # not the number of an account
    if role == "url":
        return sketch.addresses > 0.5 * sketch.filled
    return True


def _holds_objects(sketch: ColumnSketch) -> bool:
    """Whether most of a column's first cells are what a program writes of its objects, and no names."""
    return 2 * sum(isinstance(cell, str) and is_object(cell) for cell in sketch.first) > len(sketch.first)


def _holds_addresses(sketch: ColumnSketch) -> bool:
    """Whether a column holds addresses or names of sites, which have a full stop and no blank."""
    return sketch.filled > 0 and sketch.kind == "text" and sketch.worded == 0 and sketch.longest > 3


def _choose_text(survey: Survey, chosen: Chosen) -> None:
    names, sketches = list(survey.columns), survey.columns
    titles = {*list_candidates(names, "title"), *chosen.columns.values()}
    named = [sketches[c] for c in list_candidates(names, "text") if c not in titles and _may_be_text(sketches[c])]
    others = [sketch for name, sketch in sketches.items() if sketch.has_texts and name not in titles]
    named = _prefer_plain(named, list_candidates(names, "full"))
    best = max(named, key=_weight, default=None)
    if best and (best.has_texts or not any(sketch.mean > RATIO * max(best.mean, LONG / 2) for sketch in others)):
        rivals = [s for s in named if s is not best and s.has_texts and _weight(s) * RATIO > _weight(best)]
        _require_one([best, *rivals])
        chosen.columns["text"] = best.name
        return
    best = max(others, key=_weight, default=None)
    weak = set(list_candidates(names, "summary"))
    if best is None or (best.mean < LONG and best.name not in weak):
        raise Unreadable(_no_text(survey, titles, [sketch.name for sketch in others]))
    _require_one([best, *(s for s in others if s is not best and _weight(s) * RATIO > _weight(best))])
    chosen.columns["text"] = best.name
    chosen.is_summary = best.name in weak
    if not chosen.is_summary:
        chosen.by_content.add("text")


def _prefer_plain(named: list[ColumnSketch], full: list[str]) -> list[ColumnSketch]:
    """Of columns called like texts the one that says it is the whole text; else those that are no HTML of another."""
    whole = [sketch for sketch in named if sketch.name in full and sketch.has_texts]
    if len(whole) == 1 and all(2 * _weight(whole[0]) > _weight(sketch) for sketch in named):
        return whole
    plain = [sketch for sketch in named if sketch.has_texts and sketch.marked <= 0.5 * sketch.filled]
    marked = [sketch for sketch in named if sketch.marked > 0.5 * sketch.filled]
    longest = max(map(_weight, plain), default=0)
    return [sketch for sketch in named if sketch not in marked or _weight(sketch) > 2 * RATIO * longest]


def _weight(sketch: ColumnSketch) -> int:
    """Characters of a column: its texts are long, and in most rows."""
    return sketch.characters


def _may_be_text(sketch: ColumnSketch) -> bool:
    text = sketch.kinds.get("text", 0) + sketch.kinds.get("whole", 0) * (sketch.kind == "text")
    return text > 0 and sketch.addresses <= 0.5 * sketch.filled


def _require_one(sketches: list[ColumnSketch]) -> None:
    if len(sketches) > 1:
        said = ", ".join(
            f"{s.name!r} ({tell_count(s.filled, 'cell')}, {s.mean:,.0f} characters on average)" for s in sketches[:5]
        )
        raise Unreadable(f"more than one column could be the text: {said}; {REMEDY.format(sketches[0].name)}")


def _no_text(survey: Survey, titles: set[str], others: list[str]) -> str:
    names = list(survey.columns)
    shown = ", ".join(repr(name) for name in names[:12]) + (f", … ({len(names):,} in all)" if len(names) > 12 else "")
    titled = next((name for name in names if name in titles and survey.columns[name].filled), None)
    if titled and not others:
        return (
            f"no column holds texts: it holds addresses and titles only (columns {shown}). Titles can be used as "
            f'texts: columns={{"text": "{titled}"}} in Python, --columns text={titled} on the command line'
        )
    return f"no column is plainly the text (columns {shown}); {REMEDY.format(others[0] if others else 'NAME')}"
