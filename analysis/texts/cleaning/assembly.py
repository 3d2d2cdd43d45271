"""A page's lines to documents, spans and removed rows that together hold every character of the page."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from analysis.texts.cleaning.invisible import Plain
from analysis.texts.readers.lines import Layout, PageLine, Story

_SENTENCE_END = re.compile(r"[.!?…:]['\")\]]*$")
_LIST_ITEM = re.compile(r"[^\w\s\"'(#@]|\d{1,3}[.)] |[#@]\w")
_CLINGS = re.compile(r"[,.;:!?)]|'s\b")  # goes on a word without a blank, whatever was cut out between
WRAPPED = range(40, 100)  # characters of a line in text wrapped to a width


@dataclass
class PageRows:
    """The rows that one page gives: texts of its stories, spans and removed runs."""

    texts: list[str] = field(default_factory=list)
    spans: list[tuple[int, int, int, int, int, bool]] = field(default_factory=list)  # story, the span's places, decoded
    removed: list[tuple[int, int, str]] = field(default_factory=list)


class _Run(NamedTuple):
    """A run of the page: why it is left out, or the story and the places in its text where it is kept."""

    start: int
    end: int
    reason: str | None
    kept: tuple[int, int, int] | None = None
    decoded: bool = False


_START = itemgetter(0)


def make_page_rows(raw: str, plain: Plain, layout: Layout) -> PageRows:
    """Lay a page's stories and removed lines out so that every character of it is in one span or removed row."""
    pieces = PageRows()
    runs = [_Run(*edit) for edit in plain.edits]
    runs += [_Run(plain.place(line.start), plain.place_end(line.end), line.reason) for line in layout.removed]
    for number, story in enumerate(layout.stories):
        text, placed = _join(story, plain)
        pieces.texts.append(text)
        for line, start in placed:
            if not plain.edits:  # the page is read as it is, line by line
                runs.append(_Run(line.start, line.end, None, (number, start, start + len(line.text))))
                continue
            shift = start - line.start
            for begin, end, source_start, source_end, decoded in plain.pieces(line.start, line.end):
                runs.append(_Run(source_start, source_end, None, (number, begin + shift, end + shift), decoded))
    _fill(raw, _outermost(runs) if plain.edits else sorted(runs, key=_START), pieces)
    return pieces


def _outermost(runs: list[_Run]) -> list[_Run]:
    """The runs in the order of the page, without those that lie in another: an edit in a line that is left out.

    What is kept outranks the edit that made it; where one run was replaced by characters of two, the first has it.
    """
    kept, reach = [], 0
    for run in sorted(runs, key=lambda run: (run.start, run.end > run.start, -run.end, run.kept is None)):
        if run.start >= reach:
            kept.append(run)
            reach = run.end
    return kept


def _fill(raw: str, runs: list[_Run], pieces: PageRows) -> None:
    """Give the blanks after each run to it; those before the first and after a decoded one to rows of their own."""
    first = runs[0].start if runs else len(raw)
    if first > 0:
        pieces.removed.append((0, first, "blank"))
    stops = [*(run.start for run in runs[1:]), len(raw)]
    for run, stop in zip(runs, stops, strict=False):
        if run.kept is None:
            pieces.removed.append((run.start, stop, run.reason))
        elif run.decoded:
            pieces.spans.append((*run.kept, run.start, run.end, True))
            if stop > run.end:
                pieces.removed.append((run.end, stop, "blank"))
        else:
            _add_span(pieces, raw, run.kept, run.start, stop)


def _add_span(pieces: PageRows, raw: str, kept: tuple[int, int, int], start: int, stop: int) -> None:
    """Add a span, or lengthen the last one if the page goes on there letter by letter as the text does."""
    story, begin, end = kept
    if pieces.spans:
        last, last_begin, last_end, last_start, last_stop, decoded = pieces.spans[-1]
        if (
            last == story and not decoded and last_stop == start and last_end < begin
            and raw[last_start + last_end - last_begin : start] == pieces.texts[story][last_end:begin]
        ):  # fmt: skip
            pieces.spans[-1] = (story, last_begin, end, last_start, stop, False)
            return
    pieces.spans.append((story, begin, end, start, stop, False))


def _join(story: Story, plain: Plain) -> tuple[str, list[tuple[PageLine, int]]]:
    """A story's text as received, its paragraphs between blank lines, and where each of its lines begins in it."""
    wrapped = _is_wrapped(story.lines, WRAPPED.stop * (2 if plain.joined else 1))
    parts, placed, length = [], [], 0
    for before, line in zip([None, *story.lines], story.lines, strict=False):
        between = "" if before is None else _separator(before, line, wrapped)
        parts += [between, plain.received[line.start : line.end]]
        placed.append((line, length + len(between)))
        length += len(between) + len(line.text)
    return "".join(parts), placed


def _separator(before: PageLine, line: PageLine, wrapped: bool) -> str:
    """What stands between two lines: a blank line, or a line end within a list or wrapped text."""
    if line.joined:
        return "" if _CLINGS.match(line.text) else " "
    if line.gap:
        return "\n\n"
    in_list = _LIST_ITEM.match(line.text) is not None
    return "\n" if in_list or wrapped or not _SENTENCE_END.search(before.text) else "\n\n"


def _is_wrapped(lines: list[PageLine], longest: int = WRAPPED.stop) -> bool:
    """Whether most lines end in the middle of a sentence at about one width (lines with words put together at two)."""
    ends = [line for line, after in itertools.pairwise(lines) if after.gap == 0 and not after.joined]
    widths = range(WRAPPED.start, longest)
    open_ends = [line for line in ends if not _SENTENCE_END.search(line.text) and len(line.text) in widths]
    return len(ends) >= 3 and len(open_ends) >= 0.6 * len(ends)
