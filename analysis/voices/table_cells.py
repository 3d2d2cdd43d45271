"""Who speaks by the cell beside what is said: Ann Lee | "We go again."; "We go again." | Ann Lee, coach."""

from __future__ import annotations

from analysis.voices.cues import Attribution, Cue
from analysis.voices.lines import Line
from analysis.voices.several import find_capitals_end
from analysis.words.classes import is_page_part

BARS = frozenset("|\t")
MOST = 8  # words of a cell with a name
CELL = Cue("", "other", frozenset({"speech"}))


def find_cell_name(line: Line, token: int, lo: int, hi: int) -> Attribution | None:
    """Find the name in the cell before a quotation, or in the one behind it."""
    run = line.runs[token]
    before = line.text[line.ends[token - 1] : run.left] if token > lo else ""
    if not BARS.isdisjoint(before) and token - lo <= MOST and _is_name(line, lo, token):
        return Attribution(token, token, (lo, find_capitals_end(line, lo, token)), CELL)
    if token + 1 == hi:  # the cell is a sentence of its own, up to the next row
        hi = next((at for at in range(token + 1, len(line.words)) if at in line.runs), len(line.words))
    behind = line.text[run.right : line.ends[token + 1] - len(line.words[token + 1])] if token + 1 < hi else ""
    if BARS.isdisjoint(behind) or hi - token > MOST or not _is_name(line, token + 1, hi):
        return None
    return Attribution(token + 1, token + 1, (token + 1, find_capitals_end(line, token + 1, hi)), CELL, inverted=True)


def _is_name(line: Line, first: int, last: int) -> bool:
    """Tell one or more capitalised words, with what stands behind a comma, from a heading and a number."""
    end = find_capitals_end(line, first, last)
    return first < end and (end == last or line.words[end] == ",") and not is_page_part(line.lows[first:end])
