"""Quotation marks: which runs of a paragraph stand between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from analysis.texts.tokens import count_words

MARKS = frozenset("\"“”„‟«»'‘’‚‹›`")
MARK = re.compile(r"''|``|[\"“”„‟«»]")
LONE_MARK = re.compile(r"[\"“”„‟«»]")  # where none is written as two characters: found in half the time
HAS_MARK = (
    re.compile(  # '' or `` or any other mark, or ' before a word: one class comes first, so that it is searched fast
        r"[\"“”„‟«»‘‚‹'`](?:(?<=[\"“”„‟«»‘‚‹])|(?<=')(?:(?=')|(?<!\w')(?=\w))|(?<=`)(?=`))"
    )
)
# the mark comes first and then what may stand before it, so that they are searched fast
SINGLE_OPEN = re.compile(r"['‘‚‹](?<![\w'’‘].)(?=[^\W\d_])(?!(?:em|til|tis|twas|cause|n|round|bout)\b)")
SINGLE_CLOSE = re.compile(r"['’‘›](?<=[\w.,!?…].)(?![\w'’])")
REGULAR = re.compile(  # straight marks by turns, those that open before a word, those that close not
    r"[^\"]*(?:\"(?<![^\s([{—–:…/“‘-].)(?=\S)[^\"]*\"(?:(?<!\s.)|(?!\S))[^\"]*)*"
)
NO_APOSTROPHE = re.compile(r"(?<!\w)['‘’‚‹›`]|['‘’‚‹›`](?!\w)")  # a single mark that does not stand within a word
INCH = re.compile(r"\d(?:\"|'')")
TAG = re.compile(r"<[/!a-zA-Z][^<>\n]{0,2000}>")
GLUED = re.compile(r"(?:[\w’'-]{1,30} ){0,7}[\w’'-]{1,30} ?(?:[.,;:!?\"\n]|$)")
OPENERS, CLOSERS = frozenset("“„«"), frozenset("”»‟")
CURLY = OPENERS | CLOSERS


class QuotedRun(NamedTuple):
    """The characters between two marks: start to end without the marks, left to right with them."""

    start: int
    end: int
    left: int  # equals start where the quotation began in the paragraph before
    right: int  # equals end where the paragraph holds no closing mark

    @property
    def opened(self) -> bool:
        """Whether the paragraph holds its opening mark."""
        return self.left < self.start

    @property
    def closed(self) -> bool:
        """Whether the paragraph holds its closing mark."""
        return self.right > self.end


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
    return bool((LONE_MARK if LONE_MARK.match(mark) else NO_APOSTROPHE).search(inside))


def find_runs(text: str, start: int, end: int, carried: bool = False) -> list[QuotedRun]:
    """Find the quoted runs of the paragraph text[start:end], outermost only, in order.

    carried: whether a quotation of the paragraph before is still open, so that a lone
    closing mark here ends it. Straight marks open and close by turns; where their number is
    odd, the blanks around them tell which one has no partner. Marks within tags such as
    <a href="..."> and inch marks (6'2") count for nothing. One pass, linear in the text.
    """
    paragraph = text[start:end]
    doubles = _double_runs(paragraph, carried)
    singles = _single_runs(paragraph) if "'" in paragraph or "‘" in paragraph or "‚" in paragraph else []
    runs = _outermost(doubles, singles)
    return [
        QuotedRun(first + start, last + start, left + start, right + start)
        for first, last, left, right in runs
        if last > first
    ]


def _double_runs(paragraph: str, carried: bool) -> list[QuotedRun]:
    marks = _marks(paragraph)
    if _take_turns(paragraph, marks):
        places = [at for at, _ in marks]
        return [QuotedRun(left + 1, end, left, end + 1) for left, end in zip(places[::2], places[1::2], strict=True)]
    straight = _counts_after([glyph not in CURLY for _, glyph in marks])
    closing = _counts_after([glyph in CLOSERS for _, glyph in marks])
    runs: list[QuotedRun] = []
    left_mark = opened = depth = 0
    glyph_open = ""
    for number, (at, glyph) in enumerate(marks):
        left, right = _sides(paragraph, at, at + len(glyph))
        if glyph_open:
            step = _step(glyph_open, glyph, left, right, straight[number], closing[number], depth)
            if step == "close, if few words follow":
                step = "close" if GLUED.match(paragraph, at + len(glyph)) else "restart"
            depth += step in ("nest",)
            if step == "close" and depth:
                depth -= 1
            elif step == "close":
                runs.append(QuotedRun(opened, at, left_mark, at + len(glyph)))
                glyph_open = ""
            elif step == "restart":
                stop = _last_stop(paragraph, opened, at)
                runs.append(QuotedRun(opened, stop, left_mark, stop))
                left_mark, opened, glyph_open, depth = at, at + len(glyph), glyph, 0
        elif _opens(glyph, left, right, straight[number]):
            left_mark, opened, glyph_open, depth = at, at + len(glyph), glyph, 0
        elif carried and not runs:
            runs.append(QuotedRun(0, at, 0, at + len(glyph)))
    if glyph_open:
        end = len(paragraph.rstrip())
        runs.append(QuotedRun(opened, end, left_mark, end))
    return runs


def _take_turns(paragraph: str, marks: list[tuple[int, str]]) -> bool:
    """Tell whether all marks are plain: curly ones that open and close by turns, or straight ones that do."""
    glyphs = "".join([glyph for _, glyph in marks])
    if glyphs == "“”" * (len(glyphs) // 2):
        return True
    straight = glyphs == '"' * len(glyphs) and len(glyphs) % 2 == 0 and paragraph.count('"') == len(glyphs)
    return straight and REGULAR.fullmatch(paragraph) is not None


def _last_stop(paragraph: str, start: int, end: int) -> int:
    """Return where the last sentence of an unclosed quotation ends before another one opens."""
    last = max(paragraph.rfind(sign, start, end) for sign in (". ", "! ", "? ", "… "))
    return last + 1 if last > 0 else end


def _marks(paragraph: str) -> list[tuple[int, str]]:
    """Return place and glyph of each mark outside tags, inch marks left out."""
    pattern = MARK if "''" in paragraph or "``" in paragraph else LONE_MARK
    marks = [(match.start(), match[0]) for match in pattern.finditer(paragraph)]
    tags = [match.span() for match in TAG.finditer(paragraph)] if "<" in paragraph else []
    if tags:
        ends = [stop for _, stop in tags]
        marks = [
            mark
            for mark in marks
            if not any(start <= mark[0] for start, _ in tags[bisect_left(ends, mark[0] + 1) :][:1])
        ]
    if not any(at and paragraph[at - 1].isdigit() for at, _ in marks) or not INCH.search(paragraph):
        return marks
    return [mark for number, mark in enumerate(marks) if not _is_inch(paragraph, marks, number)]


def _is_inch(paragraph: str, marks: list[tuple[int, str]], number: int) -> bool:
    """Tell 6'2" and a 12" gun from a quotation that ends in a number."""
    at, glyph = marks[number]
    if glyph not in ('"', "''") or not at or not paragraph[at - 1].isdigit():
        return False
    feet = re.search(r"\d['’′]\s?\d{1,2}$", paragraph[max(0, at - 6) : at])
    return bool(feet) or (number % 2 == 0 and len(marks) % 2 == 1)


def _counts_after(of_a_kind: list[bool]) -> list[int]:
    """Count, for each mark, those of a kind from it to the end of the paragraph."""
    return list(accumulate(reversed(of_a_kind)))[::-1]


def _sides(paragraph: str, start: int, stop: int) -> tuple[str, str]:
    before = paragraph[start - 1] if start else " "
    after = paragraph[stop] if stop < len(paragraph) else " "
    return before, after


def _opens(glyph: str, left: str, right: str, remaining: int) -> bool:
    if glyph in OPENERS:
        return True
    if glyph in CLOSERS:  # a closing mark used to open: ”so“, »so«
        return left.isspace() and not right.isspace()
    if (left.isspace() or left in "([{—–-:…/“‘") and not right.isspace():
        return True
    return not (right.isspace() or right in ".,;:!?)]}") or (remaining % 2 == 0 and left.isspace())


def _step(opened: str, glyph: str, left: str, right: str, straight: int, closing: int, depth: int) -> str:
    """Decide what a mark inside a quotation does: close, nest, restart or nothing.

    A mark set before the few words that follow can close (..., "she said.).
    """
    if opened == "„" and glyph in '“”‟"':
        return "close"
    if opened in "”»" and glyph in ("“", "«", opened):
        return "close"
    if glyph in OPENERS:
        if right.isspace() and not left.isspace():
            return "close"
        same = (glyph == "«") == (opened == "«")
        return "nest" if not same or closing > depth + 1 else "restart"
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


def _single_runs(paragraph: str) -> list[QuotedRun]:
    """Find runs in single marks; apostrophes make them unsure, so only closed ones count."""
    openers = [match.end() for match in SINGLE_OPEN.finditer(paragraph)]
    closers = [match.start() for match in SINGLE_CLOSE.finditer(paragraph)] if openers else []
    runs: list[QuotedRun] = []
    for number, opened in enumerate(openers):
        if runs and opened <= runs[-1].end:
            continue
        limit = openers[number + 1] if number + 1 < len(openers) else len(paragraph)
        first = bisect_left(closers, opened)
        last = bisect_left(closers, limit)
        ends = closers[first:last][:40]
        firm = [at for at in ends if paragraph[at - 1] in ".,!?…"]
        if ends:
            brief = count_words(paragraph[opened : ends[0]]) <= 3
            end = ends[0] if brief or not firm else firm[0]
            runs.append(QuotedRun(opened, end, opened - 1, end + 1))
    return runs


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
