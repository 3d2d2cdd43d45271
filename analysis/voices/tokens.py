"""A paragraph as words, marks and quoted runs, cut into sentences that respect quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.texts.characters import straighten
from analysis.texts.tokens import count_words, place_straight_tokens
from analysis.voices.marks import QuotedRun

DATELINE = re.compile(  # WASHINGTON, Dec. 8 (UPI) - ... opens a sentence, and names nobody who speaks in it
    r"(?:[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w. ]{1,20}){0,2}(?: \([A-Za-z /.]{2,25}\))?|"
    r"[A-Z][\w .]{2,30} \((?:AP|AFP|UPI|Reuters|CNN|TASS|RIA)\)) ?(?:—|–|--?)(?=\s)"
)
QUOTE = '""'  # stands for a whole quoted run
LONGEST = 300  # tokens: what runs on longer is cut, so that no text takes more than its length in time
SHORT = 4  # a run of fewer words belongs to the sentence around it
Columns = tuple[list[str], list[int], list[int]]  # words, starts, ends
MARKS = "\"“”„‟«»'‘’‚‹›`"


class Line(NamedTuple):
    """Tokens of one paragraph: as written, in lower case, with offsets in the whole text."""

    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    runs: dict[int, QuotedRun]  # token number of each quoted run
    sentences: list[tuple[int, int]]  # first token, last token + 1
    text: str


def is_short_run(line: Line, at: int) -> bool:
    """Tell whether a quoted run is a name or a scare quote inside a phrase: the “France Proud” party."""
    run = line.runs[at]
    return (
        run.end - run.start <= 40
        and line.text[run.end - 1].isalnum()
        and count_words(line.text[run.start : run.end]) <= SHORT
    )


def make_line(
    text: str, start: int, end: int, runs: list[QuotedRun], begins: Sequence[int] = (), straight: str | None = None
) -> Line:
    """Cut text[start:end] into tokens, each quoted run one token, and into sentences.

    begins: where the sentences of the whole text begin, in order, as `texts.sentences` places them.
    straight: the text straightened, which whoever cuts many stretches does once.
    """
    straight = straighten(text) if straight is None else straight
    columns = words, starts, ends = [], [], []
    placed: dict[int, QuotedRun] = {}
    at = start
    for run in runs:
        _add(text, straight, at, run.left, columns)
        placed[len(words)] = run
        _extend(columns, [QUOTE], [run.left], [run.right])
        at = run.right
    _add(text, straight, at, end, columns)
    lows = list(map(str.lower, words))
    line = Line(words, lows, starts, ends, placed, [], text)
    line.sentences.extend(_sentences(line, begins))
    return line


def _add(text: str, straight: str, start: int, end: int, columns: Columns) -> None:
    """Add the tokens of a stretch: those of texts.tokens, but an apostrophe goes with its word, a full stop never."""
    if start == end:
        return
    tokens, firsts, lasts = place_straight_tokens(straight[start:end], start)
    if "".join(tokens) == text[start:end].replace(" ", ""):
        written = tokens
    else:  # what is curly or an address
        written = [text[first:last] for first, last in zip(firsts, lasts, strict=True)]
    words, _, ends = columns
    done = 0  # up to this token all are added: many at once, one by one only where one is changed
    for at in [at for at, token in enumerate(tokens) if token[-1] in "'." and token != "."]:
        first, last = firsts[at], lasts[at]
        _extend(columns, written[done:at], firsts[done:at], lasts[done:at])
        done = at + 1
        if tokens[at] == "'" and ends and ends[-1] == first and words[-1][-1].isalnum():  # the Democrats'
            words[-1] += text[first]
            ends[-1] = last
        elif tokens[at][-1] == "." and tokens[at][0] != ".":  # U.S. may end a sentence
            _extend(columns, [text[first : last - 1], "."], [first, last - 1], [last - 1, last])
        else:
            done = at
    _extend(columns, written[done:], firsts[done:], lasts[done:])


def _extend(columns: Columns, *more: list) -> None:
    for values, added in zip(columns, more, strict=True):
        values += added


def _sentences(line: Line, begins: Sequence[int]) -> list[tuple[int, int]]:
    """Cut at a dateline's end and where sentences begin; a beginning inside a quoted run does not count."""
    if not line.words:
        return []
    first, last = line.starts[0], line.ends[-1]
    count, edges = len(line.words), {0}
    for begin in begins[bisect_right(begins, first) : bisect_left(begins, last)]:
        at = bisect_left(line.starts, begin)
        if at and line.ends[at - 1] <= begin:
            edges.add(at)
    if dateline := DATELINE.match(line.text, first, last):
        edges.add(bisect_left(line.starts, dateline.end()))
    edges = sorted(at for at in edges | {count} if at <= count)
    return [(at, min(at + LONGEST, last)) for first, last in pairwise(edges) for at in range(first, last, LONGEST)]
