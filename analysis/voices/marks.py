"""Quotation marks: which runs of a paragraph stand between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from analysis.voices.glyphs import ENTITY, GLYPHS, LONE, Glyph, find_glyphs
from analysis.voices.lost_marks import (
    closes_otherwise,
    find_lost_closing,
    find_lost_opening,
    is_closed_singly,
    is_closed_straight,
    names_in_full,
)
from analysis.voices.nested_marks import pair_nested
from analysis.voices.single_marks import (
    NO_APOSTROPHE,
    OPEN_ENTITY,
    find_open_single,
    find_single_runs,
    find_written_out,
)

MARKS = frozenset(f"{GLYPHS}'‘’‚‹›`")
# '' or `` or any other mark, or ' before a word: one class comes first, so that it is searched fast
HAS_MARK = re.compile(
    rf"[{GLYPHS}‘‚‹›'`&<](?:(?<=[{GLYPHS}‘‚‹›])|(?<=')(?:(?=')|(?<!\w')(?=\w))|(?<=`)(?=`)|(?<=&)(?={ENTITY[1:]}|{OPEN_ENTITY[1:]})|(?<=<)(?=<\S))"
)
REGULAR = re.compile(  # straight marks by turns, those that open before a word, those that close not
    r"[^\"]*(?:\"(?<![^\s([{—–:…/“‘-].)(?=\S)[^\"]*\"(?:(?<!\s.)|(?!\S))[^\"]*)*"
)
GLUED = re.compile(r"(?:[\w’'-]{1,30} ){0,7}[\w’'-]{1,30} ?(?:[.,;:!?\"\n]|$)")
PAIRS = {"「": "」", "『": "』", "〝": "〞", "❝": "❞"}  # marks that are never anything else
OPENERS, CLOSERS = frozenset("“„«「『〝❝"), frozenset("”»‟」』〞❞")
CURLY = OPENERS | CLOSERS


LONGEST_TAG = 30  # characters of "she asked.", with which a paragraph ends whose quotation has lost its mark
_GOES_ON = re.compile(r"\s*[\"“„«]")  # the next paragraph opens with a mark, so that the one before needs none


class QuotedRun(NamedTuple):
    """The characters between two marks: start to end without the marks, left to right with them."""

    start: int
    end: int
    left: int  # equals start where the quotation began in the paragraph before
    right: int  # equals end where the paragraph holds no closing mark
    dashed: bool = False  # set off by dashes, which need not close

    @property
    def opened(self) -> bool:
        """Whether the paragraph holds its opening mark."""
        return self.left < self.start

    @property
    def closed(self) -> bool:
        """Whether it ends in the paragraph: at its closing mark, or with the paragraph if it began with a dash."""
        return self.dashed or self.right > self.end


def strip_marks(name: str) -> str:
    """Strip the quotation marks and blanks from the ends of a name, but for one whose partner stands inside.

    "no “religious litmus test”" stays as it is, and so does the apostrophe of 't Hooft.
    """
    bare = name.strip()
    while bare and bare[0] in MARKS and bare[1:3] != "t " and not _has_partner(bare[0], bare[1:-1]):
        bare = bare[1:].lstrip()
    while bare and bare[-1] in MARKS and not _has_partner(bare[-1], bare[:-1]):
        bare = bare[:-1].rstrip()
    return bare or name


def _has_partner(mark: str, inside: str) -> bool:
    """Whether a mark of the same kind, double or single, stands inside."""
    return bool((LONE if LONE.match(mark) else NO_APOSTROPHE).search(inside))


def find_runs(text: str, start: int, end: int, carried: bool = False) -> list[QuotedRun]:
    """Find the quoted runs of the paragraph text[start:end], outermost only, in order.

    carried: whether a quotation of the paragraph before is still open, so that a lone
    closing mark here ends it. Straight marks open and close by turns; where their number is
    odd, the blanks around them tell which one has no partner. Marks within tags such as
    <a href="..."> and inch marks (6'2") count for nothing. One pass, linear in the text.
    """
    paragraph = text[start:end]
    doubles = _double_runs(paragraph, carried)
    if doubles and not doubles[-1].closed:
        open_run = doubles[-1]
        lost = find_lost_closing(paragraph, open_run.start, open_run.end)
        tag = lost and (open_run.end - lost[1] < LONGEST_TAG or names_in_full(paragraph, lost[1]))
        if lost and (tag or not _GOES_ON.match(text, end)):
            doubles[-1] = QuotedRun(open_run.start, lost[0], open_run.left, lost[1])
    singles = find_single_runs(paragraph) if any(sign in paragraph for sign in "'‘‚‹›") else []
    if not doubles and (opened := find_open_single(text, start, end, singles)) >= 0:
        stop = len(paragraph.rstrip())
        doubles = [QuotedRun(opened - start + 1, stop, opened - start, stop)]
    singles = [QuotedRun(first, last, first - 1, last + 1) for first, last in singles]
    singles += [QuotedRun(*run) for run in find_written_out(paragraph)] if "&" in paragraph else []
    runs = [_strip_run(paragraph, run) for run in _outermost(doubles, singles)]
    return [
        QuotedRun(first + start, last + start, left + start, right + start)
        for first, last, left, right, _ in runs
        if last > first
    ]


def _strip_run(paragraph: str, run: QuotedRun) -> QuotedRun:
    """Leave the blanks and the stars of bold type out of the words in marks: « C'est fini ! », “**We go.**”."""
    start, end = run.start, run.end
    while start < end and paragraph[start].isspace() and run.left < start:
        start += 1
    while start < end and paragraph[end - 1].isspace() and run.right > end:
        end -= 1
    while end - start > 2 and paragraph[start] == "*" == paragraph[end - 1]:
        start, end = start + 1, end - 1
    return run._replace(start=start, end=end)


def _double_runs(paragraph: str, carried: bool) -> list[QuotedRun]:
    marks = find_glyphs(paragraph)
    if _take_turns(paragraph, marks):
        return [
            QuotedRun(first.end, last.start, first.start, last.end)
            for first, last in zip(marks[::2], marks[1::2], strict=True)
        ]
    if nested := pair_nested(paragraph, marks):
        return [QuotedRun(first.end, last.end - 1, first.start, last.end) for first, last in nested]
    straight = _counts_after([mark.glyph not in CURLY for mark in marks])
    closing = _counts_after([mark.glyph in CLOSERS for mark in marks])
    runs: list[QuotedRun] = []
    opened: Glyph | None = None
    nested: list[str] = []  # the marks that opened inside
    for number, mark in enumerate(marks):
        left, right = _sides(paragraph, mark.start, mark.end)
        if opened:
            step = _step(opened.glyph, mark.glyph, left, right, straight[number], closing[number], len(nested))
            step = _second_look(paragraph, opened, marks, number, step)
            if step == "nest":
                nested.append(mark.glyph)
            elif nested and (step == "close" or (step == "none" and _closes(nested[-1], mark.glyph))):
                nested.pop()
            elif step == "close":
                runs.append(QuotedRun(opened.end, mark.start, opened.start, mark.end))
                opened = None
            elif step == "restart":
                stop = _last_stop(paragraph, opened.end, mark.start)
                lost = find_lost_closing(paragraph, opened.end, stop) or (stop, stop)
                runs.append(QuotedRun(opened.end, lost[0], opened.start, lost[1]))
                opened, nested = mark, []
        elif _opens(mark.glyph, left, right, straight[number]):
            opened, nested = mark, []
        elif carried and not runs:
            runs.append(QuotedRun(0, mark.start, 0, mark.end))
        elif (first := find_lost_opening(paragraph, mark, left, runs[-1].right if runs else 0)) >= 0:
            runs.append(QuotedRun(first, mark.start, first, mark.end))
    if opened:
        end = len(paragraph.rstrip())
        runs.append(QuotedRun(opened.end, end, opened.start, end))
    return runs


def _second_look(paragraph: str, opened: Glyph, marks: list[Glyph], number: int, step: str) -> str:
    """Look at what stands around a mark where its form leaves open what it does."""
    mark = marks[number]
    if step == "nest" and opened.end == mark.start and opened.glyph == '"':
        return "restart"  # one opening twice
    if step == "none" and marks[number - 1] is opened:
        following = marks[number + 1] if number + 1 < len(marks) else None
        return "close" if closes_otherwise(paragraph, opened.glyph, mark, following) else step
    if step in ("nest", "restart") and mark.glyph == opened.glyph == "“":
        following = marks[number + 1] if number + 1 < len(marks) else None
        if following and is_closed_singly(paragraph, mark.end, following):
            return "none"
        return "nest" if step == "restart" and is_closed_straight(paragraph, mark.end) else step
    if step == "close, if few words follow":
        return "close" if GLUED.match(paragraph, mark.end) else "restart"
    return step


def _closes(opener: str, glyph: str) -> bool:
    """Tell whether a closing mark is the partner of an opening one: “ ”, « »."""
    return glyph in CLOSERS and opener in OPENERS and (glyph == "»") == (opener == "«")


def _take_turns(paragraph: str, marks: list[Glyph]) -> bool:
    """Tell whether all marks are plain: curly ones that open and close by turns, or straight ones that do."""
    glyphs = "".join([mark.glyph for mark in marks])
    if glyphs == "“”" * (len(glyphs) // 2):
        return True
    straight = glyphs == '"' * len(glyphs) and len(glyphs) % 2 == 0 and paragraph.count('"') == len(glyphs)
    return straight and REGULAR.fullmatch(paragraph) is not None


def _last_stop(paragraph: str, start: int, end: int) -> int:
    """Return where the last sentence of an unclosed quotation ends before another one opens."""
    last = max(paragraph.rfind(sign, start, end) for sign in (". ", "! ", "? ", "… "))
    return last + 1 if last > 0 else end


def _counts_after(of_a_kind: list[bool]) -> list[int]:
    """Count, for each mark, those of a kind from it to the end of the paragraph."""
    return list(accumulate(reversed(of_a_kind)))[::-1]


def _sides(paragraph: str, start: int, stop: int) -> tuple[str, str]:
    before = paragraph[start - 1] if start else " "
    after = paragraph[stop] if stop < len(paragraph) else " "
    return before, after


def _opens(glyph: str, left: str, right: str, remaining: int) -> bool:
    if glyph in OPENERS:  # that of German closes: „so“; French: d'« un mot »
        return left.isspace() or (glyph == "«" and left in "'’") or not (right.isspace() or right in ".,;:!?")
    if glyph in CLOSERS:  # a closing mark used to open: ”so“, »so«
        return left.isspace() and not right.isspace()
    if (left.isspace() or left in "([{—–-:…/“‘") and not right.isspace():
        return True
    return not (right.isspace() or right in ".,;:!?)]}") or (remaining % 2 == 0 and left.isspace())


def _step(opened: str, glyph: str, left: str, right: str, straight: int, closing: int, depth: int) -> str:
    """Decide what a mark inside a quotation does: close, nest, restart or nothing.

    A mark set before the few words that follow can close (..., "she said.).
    """
    if opened in PAIRS:
        return "close" if glyph == PAIRS[opened] else "nest" if glyph == opened else "none"
    if opened == "„" and glyph in '“”‟"':
        return "close"
    if opened in "”»" and glyph in ("“", "«", opened):
        return "close"
    if glyph in OPENERS:
        if right.isspace() and not left.isspace():
            return "close"
        same = (glyph == "«") == (opened == "«")
        own = opened not in '"＂'  # a curly pair within straight marks needs no more than its own closing one
        return "nest" if not same or closing > depth + own else "restart"
    if glyph in CLOSERS:
        return "close" if (glyph == "»") == (opened in "«»") or opened not in OPENERS else "none"
    if opened in OPENERS:
        return "none" if closing and (opened != "“" or right.isalnum() or closing > depth) else "close"
    if (glyph == "''") != (opened in ("''", "``")):
        return "none"
    leans_open = left.isspace() and not right.isspace()
    if not leans_open:
        return "close"
    return "restart" if straight % 2 == 0 else "close, if few words follow"


def _outermost(doubles: list[QuotedRun], singles: list[QuotedRun]) -> list[QuotedRun]:
    """Keep single-mark runs that hold, or lie outside, the double-mark ones."""
    kept = []
    starts = [run.start for run in doubles]
    dropped = set()
    for single in singles:
        first = bisect_left(starts, single.start)
        inner = range(first, bisect_left(starts, single.end))
        before = doubles[first - 1] if first else None
        if before and before.end > single.start:
            continue
        if any(doubles[number].end > single.end for number in inner):
            continue
        dropped.update(inner)
        kept.append(single)
    return sorted(kept + [run for number, run in enumerate(doubles) if number not in dropped])
