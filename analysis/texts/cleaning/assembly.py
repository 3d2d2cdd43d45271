"""A page's lines to documents, spans and removed rows that together hold every character of the page."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

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
    spans: list[tuple[int, int, int, int, int]] = field(default_factory=list)  # story, start, end, source start, end
    removed: list[tuple[int, int, str]] = field(default_factory=list)


def make_page_rows(raw: str, plain: Plain, layout: Layout) -> PageRows:
    """Lay a page's stories and removed lines out so that every character of it is in one span or removed row."""
    pieces = PageRows()
    runs: list[tuple[int, int, object]] = []  # source start, source end, reason or (story, start, end)
    for number, story in enumerate(layout.stories):
        text, placed = _join(story, plain.received)
        pieces.texts.append(text)
        for line, start in placed:
            for begin, end in plain.runs(line.start, line.end):
                at = start + begin - line.start
                runs.append((plain.place(begin), plain.place(end - 1) + 1, (number, at, at + end - begin)))
    cut = [(plain.place(line.start), plain.place(line.end - 1) + 1, line.reason) for line in layout.removed]
    runs += cut + _outside(plain.deletions, cut)
    _fill(raw, sorted(runs, key=lambda run: run[0]), pieces)
    return pieces


def _outside(deletions: list, cut: list) -> list:
    """The deleted characters that do not lie in a removed line."""
    if not deletions or not cut:
        return list(deletions)
    cut, out, at = sorted(cut), [], 0
    for start, end, reason in deletions:
        while at < len(cut) and cut[at][1] <= start:
            at += 1
        if at == len(cut) or start < cut[at][0]:
            out.append((start, end, reason))
    return out


def _fill(raw: str, runs: list, pieces: PageRows) -> None:
    """Give the blanks after each run to it, and those before the first to a removed row of their own."""
    first = runs[0][0] if runs else len(raw)
    if first > 0:
        pieces.removed.append((0, first, "blank"))
    stops = [*(run[0] for run in runs[1:]), len(raw)]
    for (start, _, what), stop in zip(runs, stops, strict=False):
        if isinstance(what, str):
            pieces.removed.append((start, stop, what))
        else:
            _add_span(pieces, raw, what, start, stop)


def _add_span(pieces: PageRows, raw: str, what: tuple[int, int, int], start: int, stop: int) -> None:
    """Add a span, or lengthen the last one if the page goes on there letter by letter as the text does."""
    story, begin, end = what
    if pieces.spans:
        last, last_begin, last_end, last_start, last_stop = pieces.spans[-1]
        between = pieces.texts[story][last_end:begin] if last == story else None
        if between and last_stop == start and raw[last_start + last_end - last_begin : start] == between:
            pieces.spans[-1] = (story, last_begin, end, last_start, stop)
            return
    pieces.spans.append((story, begin, end, start, stop))


def _join(story: Story, received: str) -> tuple[str, list[tuple[PageLine, int]]]:
    """A story's text as received, its paragraphs between blank lines, and where each of its lines begins in it."""
    wrapped = _is_wrapped(story.lines)
    parts, placed, length = [], [], 0
    for before, line in zip([None, *story.lines], story.lines, strict=False):
        between = "" if before is None else _separator(before, line, wrapped)
        parts += [between, received[line.start : line.end]]
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


def _is_wrapped(lines: list[PageLine]) -> bool:
    """Whether most lines end in the middle of a sentence at about one width."""
    ends = [line for line, after in itertools.pairwise(lines) if after.gap == 0 and not after.joined]
    open_ends = [line for line in ends if not _SENTENCE_END.search(line.text) and len(line.text) in WRAPPED]
    return len(ends) >= 3 and len(open_ends) >= 0.6 * len(ends)
