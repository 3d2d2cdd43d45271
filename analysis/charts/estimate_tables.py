"""A table of estimates as a notebook shows it by itself: what it is, each row's interval drawn, n, cautions, source."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.cards.page import markup_of
from analysis.charts.footers import footer_of, mark_bounds, stamp_of
from analysis.charts.numbers import CHANCES, header_of, is_share, label_of, tell_numbers, tell_period
from analysis.charts.theme import BLUE, GREY, VERMILION, VOICE_COLOURS
from analysis.estimates import TOO_FEW
from analysis.masked import NO_MATH, mask_controls, shorten_text
from analysis.public.shown import public_table, public_text

SPAN, TALL, EDGE = 150, 16, 6  # pixels of a drawn interval; left free at its ends
BOUNDS = "Intervals of 0% and 100%: exact bounds where no document has it, or all do."
LONG, WRAPPED = 30, "white-space:normal;min-width:9em;max-width:20em"  # a column of longer texts is wrapped
LONGEST, MOST_LINE = 60, 3_000  # letters of a name in a line of text, of a line under the table
MOST_WRAPPED = 300  # letters of a name in a cell that wraps: the words of a topic stand there whole
NOTE, PADDED = "note", "padding:1px 8px"
MEASURED = ("estimate", "low", "high", "se")  # columns that one drawn interval and two cells stand for


class TableHead(NamedTuple):
    """What stands around a table of estimates.

    unit: of the estimates ("share of sentences"); percent: whether they are shares; more: what else is to be said
    under it, such as how many rows are not shown; period: what the days of the column period begin ("month").
    """

    title: str
    unit: str = ""
    percent: bool = False
    more: Sequence[str] = ()
    period: str = "day"


def make_estimate_html(table: pd.DataFrame, head: TableHead, rests_on: pd.DataFrame | None = None) -> str:
    """Write a table of estimates as HTML, every text escaped.

    rests_on: the whole table, where only some of its rows are shown: of it the footer speaks.
    """
    rests_on, table = table if rests_on is None else rests_on, public_table(table)
    columns, drawn = _write_columns(table, head, MOST_WRAPPED), _draw_intervals(table, head.percent)
    named = [name for name in columns if name in _names_in(table)]
    numbers = [name for name in columns if name not in (*named, NOTE)]
    pieces = [(name, "left", _once(columns[name]) if name == named[0] else columns[name]) for name in named]
    pieces += [("", "left", drawn)] if drawn else []
    pieces += [(name, "right", columns[name]) for name in numbers]
    said = set(columns.get(NOTE, ())) - ({"", "–", TOO_FEW} if drawn else set())  # a hollow dot says it
    pieces += [(NOTE, "left", columns[NOTE])] if said else []
    cells = "".join(
        f"<th style='text-align:{side};{PADDED}'>{markup_of(header_of(name))}</th>" for name, side, _ in pieces
    )
    rows = [
        "".join(
            f"<td style='text-align:{side};{_look(name, texts)}'>"
            f"{markup_of(texts[place]) if name else texts[place]}</td>"
            for name, side, texts in pieces
        )
        for place in range(len(table))
    ]
    body = f"<thead><tr>{cells}</tr></thead><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody>"
    table_box = f"<div style='overflow-x:auto'><table>{body}</table></div>"  # scrolls by itself on a narrow screen
    return f"<div class='framing {NO_MATH}'>{_write_head(head, rests_on)}{table_box}{_write_foot(head, rests_on)}</div>"


def _once(names: list[str]) -> list[str]:
    """Write a name where it first stands, and nothing under it as long as it is the same."""
    return [name if place == 0 or names[place - 1] != name else "" for place, name in enumerate(names)]


def _look(name: str, texts: list[str]) -> str:
    if name and name != NOTE and max(map(len, texts), default=0) > LONG:
        return f"{PADDED};{WRAPPED}"
    return f"{PADDED};color:{GREY};font-size:85%;white-space:nowrap" if name == NOTE else f"{PADDED};white-space:nowrap"


def make_estimate_text(table: pd.DataFrame, head: TableHead, rests_on: pd.DataFrame | None = None) -> str:
    """Write a table of estimates as text, for a terminal."""
    rests_on, table = table if rests_on is None else rests_on, public_table(table)
    columns = _write_columns(table, head, LONGEST)
    named = _names_in(table)
    lines = [[header_of(name) for name in columns], *zip(*columns.values(), strict=True)] if columns else []
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)] if lines else []
    said = [
        "  ".join(
            cell.ljust(width) if name in (*named, NOTE) else cell.rjust(width)
            for name, cell, width in zip(columns, line, widths, strict=True)
        ).rstrip()
        for line in lines
    ]
    above = [head.title, *([head.unit] if head.unit else []), *([stamp_of(rests_on)] if stamp_of(rests_on) else [])]
    intervals = "95% intervals from resampling documents." if "low" in rests_on else ""
    bounds = [BOUNDS] if mark_bounds(rests_on).any() else []
    lines = [*above, "", *said, "", footer_of(rests_on, "", intervals), *bounds, *head.more]
    return mask_controls("\n".join(shorten_text(line, MOST_LINE) for line in lines).rstrip())


def _write_head(head: TableHead, rests_on: pd.DataFrame) -> str:
    stamp = stamp_of(rests_on)
    said = f"<div style='font-weight:bold;font-size:110%'>{markup_of(shorten_text(public_text(head.title)))}</div>"
    said += f"<div style='color:{GREY}'>{markup_of(head.unit)}</div>" if head.unit else ""
    return said + (f"<div style='color:{VERMILION};font-weight:bold'>{markup_of(stamp)}</div>" if stamp else "")


def _write_foot(head: TableHead, rests_on: pd.DataFrame) -> str:
    lines = [footer_of(rests_on, "lines" if "low" in rests_on else ""), _tell_bounds(rests_on), *head.more]
    said = "<br>".join(markup_of(shorten_text(line, MOST_LINE)) for line in lines if line)
    return f"<div style='color:{GREY};font-size:90%;padding:2px 8px'>{said}</div>" if said else ""


def _tell_bounds(table: pd.DataFrame) -> str:
    """Say what the wide intervals of 0% and 100% are."""
    if not mark_bounds(table).any():
        return ""
    return "Thin lines, at 0% and 100%: exact bounds where no document has it, or all do; cut where the others end."


def _names_in(table: pd.DataFrame) -> list[str]:
    """Name the columns that say what a row is about, or remark on it, not how much."""
    return [name for name in table if not pd.api.types.is_numeric_dtype(table[name]) and name != NOTE]


def _write_columns(table: pd.DataFrame, head: TableHead, longest: int) -> dict[str, list[str]]:
    """Write the columns that are shown: names, the estimate with its interval, counts; notes if there are any.

    longest: letters of a name.
    """
    columns: dict[str, list[str]] = {}
    percent = head.percent
    for name in table:
        column = table[name]
        if name == "estimate":
            columns["estimate"] = tell_numbers(column, percent)
            columns |= {"95% interval": _write_intervals(table, percent)} if "low" in table else {}
        elif name in MEASURED or (name in ("note", "missing", "against") and _says_nothing(column)):
            continue
        elif pd.api.types.is_datetime64_any_dtype(column):
            form = head.period if name == "period" else "day"
            columns[name] = ["–" if pd.isna(day) else tell_period(day, form) for day in column]
        elif pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
            columns[name] = tell_numbers(column, is_share(name), name in CHANCES)
        else:
            columns[name] = ["–" if pd.isna(value) else _cut(label_of(value, name), longest) for value in column]
    return columns


def _cut(text: str, longest: int) -> str:
    """Cut a name that is too long, after a word if it has some."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;')}…"


def _says_nothing(column: pd.Series) -> bool:
    """Whether a column of remarks says nothing in any row, or the same in all."""
    values = column.fillna("").astype(str)
    return bool(values.isin(["", "0"]).all()) or bool(column.name == "against" and values.nunique() < 2)


def _write_intervals(table: pd.DataFrame, percent: bool) -> list[str]:
    low, high = tell_numbers(table["low"], percent), tell_numbers(table["high"], percent)
    return [f"{one} to {other}" if one else "" for one, other in zip(low, high, strict=True)]


def _draw_intervals(table: pd.DataFrame, percent: bool) -> list[str]:
    """Draw each row's estimate as a dot and its interval as a line, all on one scale; hollow where there is none."""
    if not {"estimate", "low", "high"} <= {*table}:
        return []
    values = table[["estimate", "low", "high"]].to_numpy(dtype=float)
    bound = mark_bounds(table)
    known = values[~bound] if (np.isfinite(values).all(axis=1) & ~bound).any() else values
    known = known[np.isfinite(known)]
    if not len(known):
        return []
    first, last = (min(0.0, known.min()), max(known.max(), 1e-9)) if percent else (known.min(), known.max())
    scale = (SPAN - 2 * EDGE) / max(last - first, 1e-9)
    zero = EDGE + (0 - first) * scale if first < 0 < last else None
    voices = table["voice"].astype(str) if "voice" in table else pd.Series([""] * len(table))
    tints = [VOICE_COLOURS.get(voice, BLUE) for voice in voices]
    places = np.clip(EDGE + (values - first) * scale, 0, SPAN)
    return [_draw_one(*one, zero) for one in zip(places, tints, np.where(bound, 1, 3), strict=True)]


def _draw_one(place: np.ndarray, tint: str, width: int, zero: float | None) -> str:
    at, low, high = place
    middle, inside = TALL / 2, ""
    if zero is not None:
        inside += f"<line x1='{zero:.1f}' x2='{zero:.1f}' y1='0' y2='{TALL}' stroke='{GREY}' stroke-width='.7'/>"
    sure = np.isfinite(low)
    if sure:
        line = f"x1='{low:.1f}' x2='{high:.1f}' y1='{middle}' y2='{middle}'"
        inside += f"<line {line} stroke='{tint}' stroke-width='{width}' stroke-opacity='.45'/>"
    if np.isfinite(at):
        face = tint if sure else "white"
        inside += f"<circle cx='{at:.1f}' cy='{middle}' r='4' fill='{face}' stroke='{tint}' stroke-width='1.5'/>"
    drawn = f"<svg xmlns='http://www.w3.org/2000/svg' width='{SPAN}' height='{TALL}'>{inside}</svg>"
    data = base64.b64encode(drawn.encode()).decode("ascii")  # a picture: pages that are shared keep no other drawing
    return f"<img src='data:image/svg+xml;base64,{data}' alt='' width='{SPAN}' height='{TALL}'>"
