"""Sentences to be read one under another: the words that counted marked, who says it and where it stands under each."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pandas as pd

from analysis.cards.page import markup_of
from analysis.charts.footers import stamp_of
from analysis.charts.numbers import figures_of, label_of
from analysis.charts.theme import GREY, INK, VERMILION, VOICE_COLOURS
from analysis.masked import NO_MATH, mask_controls, shorten_text
from analysis.public.shown import public_table, public_text

WIDE = 100  # letters of a line in a terminal
MOST_NAME = 200  # letters of a speaker, an outlet
MARK = "background-color:#FFF3C4;color:inherit"


def make_passages_html(table: pd.DataFrame, marked: Sequence[str], title: str, value: str, by: str, whole: int) -> str:
    """Write sentences as HTML, each escaped, with its voice as the colour of its edge.

    table: from `Corpus.evidence`; marked: places of words in each text ("3-9 14-20"); value: the column ranked by; by:
    the column that sentences are put together by, "" for none; whole: how many there are.
    """
    shown, stamp = public_table(table), stamp_of(table)
    lines = [f"<div style='font-weight:bold;font-size:110%'>{markup_of(shorten_text(public_text(title)))}</div>"]
    lines += [f"<div style='color:{VERMILION};font-weight:bold'>{markup_of(stamp)}</div>"] if stamp else []
    before: object = None
    for place, (row, original) in enumerate(zip(shown.to_dict("records"), table["text"], strict=True)):
        if by and row[by] != before:
            lines.append(
                f"<div style='font-weight:bold;padding:6px 0'>{markup_of(shorten_text(label_of(row[by], by)))}</div>"
            )
            before = row[by]
        text = _mark(row["text"], marked[place]) if row["text"] == original else markup_of(str(row["text"]))
        edge = f"border-left:4px solid {VOICE_COLOURS.get(str(row['voice']), GREY)}"
        said = markup_of(_tell_place(row, value))
        lines.append(
            f"<blockquote style='margin-left:0;padding:2px 12px;{edge};color:{INK}'>{text}"
            f"<div style='color:{GREY};font-size:88%'>{said}</div></blockquote>"
        )
    return f"<div class='framing {NO_MATH}'>{''.join(lines)}{_tell_rest(len(table), whole, html_=True)}</div>"


def make_passages_text(table: pd.DataFrame, title: str, value: str, by: str, whole: int) -> str:
    """Write sentences as text, for a terminal."""
    lines, before, stamp = [title], None, stamp_of(table)
    lines += [stamp] if stamp else []
    for row in public_table(table).to_dict("records"):
        if by and row[by] != before:
            lines += ["", shorten_text(label_of(row[by], by))]
            before = row[by]
        text = " ".join(str(row["text"]).split())
        lines += textwrap.wrap(text, WIDE, initial_indent="  ", subsequent_indent="  ") or ["  "]
        lines.append(f"    {_tell_place(row, value)}")
    return mask_controls("\n".join([*lines, _tell_rest(len(table), whole)]).rstrip())


def _mark(text: str, places: str) -> str:
    """Escape a text and mark the words found in it."""
    written, done = [], 0
    for place in places.split():
        start, end = map(int, place.split("-"))
        written += [markup_of(text[done:start]), f"<mark style='{MARK}'>{markup_of(text[start:end])}</mark>"]
        done = end
    return "".join([*written, markup_of(text[done:])])


def _tell_place(row: dict, value: str) -> str:
    """Say who says it, in which outlet and document, where in the file, and how it scores."""
    speaker, outlet = row.get("speaker"), row.get("outlet")
    whose = "" if pd.isna(row["voice"]) else label_of(row["voice"], "voice")  # of several voices: nobody's
    voice = str(speaker) if isinstance(speaker, str) else whose
    parts = [*([voice] if voice else []), *([str(outlet)] if isinstance(outlet, str) else [])]
    parts.append(f"{row['doc_id']}, characters {row['source_start']:,.0f} to {row['source_end']:,.0f}")
    parts.append(f"{value.replace('_', ' ')} {figures_of(float(row[value]))}")
    return " · ".join(shorten_text(part, MOST_NAME) for part in parts)


def _tell_rest(shown: int, whole: int, html_: bool = False) -> str:
    if not whole:
        said = "No sentence stands behind it."
    else:
        said = f"The first {shown:,} of {whole:,} sentences." if shown < whole else ""
    return f"<div style='color:{GREY}'>{said}</div>" if said and html_ else said
