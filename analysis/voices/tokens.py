"""A paragraph as words, marks and quoted runs, cut into sentences that respect quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.texts.tokens import count_words, find_tokens
from analysis.voices.marks import QuotedRun

DATELINE = re.compile(  # WASHINGTON, Dec. 8 (UPI) - ... opens a sentence, and names nobody who speaks in it
    r"(?:[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w. ]{1,20}){0,2}(?: \([A-Za-z /.]{2,25}\))?|"
    r"[A-Z][\w .]{2,30} \((?:AP|AFP|UPI|Reuters|CNN|TASS|RIA)\)) ?(?:—|–|--?)(?=\s)"
)
QUOTE = '""'  # stands for a whole quoted run
LONGEST = 300  # tokens: what runs on longer is cut, so that no text takes more than its length in time
SHORT = 4  # a run of fewer words belongs to the sentence around it
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


def make_line(text: str, start: int, end: int, runs: list[QuotedRun], begins: Sequence[int] = ()) -> Line:
    """Cut text[start:end] into tokens, each quoted run one token, and into sentences.

    begins: where the sentences of the whole text begin, in order, as `texts.sentences` places them.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    placed: dict[int, QuotedRun] = {}
    at = start
    for run in runs:
        _add(text, at, run.left, words, starts, ends)
        placed[len(words)] = run
        words.append(QUOTE)
        starts.append(run.left)
        ends.append(run.right)
        at = run.right
    _add(text, at, end, words, starts, ends)
    lows = [word.lower() for word in words]
    line = Line(words, lows, starts, ends, placed, [], text)
    line.sentences.extend(_sentences(line, begins))
    return line


def _add(text: str, start: int, end: int, words: list[str], starts: list[int], ends: list[int]) -> None:
    """Add the tokens of a stretch: those of texts.tokens, but an apostrophe goes with its word, a full stop never."""
    for token, first, last in find_tokens(text[start:end]):
        first, last = start + first, start + last
        if token == "'" and ends and ends[-1] == first and words[-1][-1].isalnum():  # the Democrats'
            words[-1] += text[first]
            ends[-1] = last
        elif token[-1] == "." and token[0] != ".":  # U.S. may end a sentence
            words += (text[first : last - 1], ".")
            starts += (first, last - 1)
            ends += (last - 1, last)
        else:
            words.append(text[first:last])
            starts.append(first)
            ends.append(last)


def _sentences(line: Line, begins: Sequence[int]) -> list[tuple[int, int]]:
    """Cut at a dateline's end and where sentences begin; a beginning inside a quoted run does not count."""
    if not line.words:
        return []
    lo, hi = bisect_right(begins, line.starts[0]), bisect_left(begins, line.ends[-1])
    dateline = DATELINE.match(line.text, line.starts[0], line.ends[-1])
    cuts = [bisect_left(line.starts, at) for at in begins[lo:hi]]
    cuts = [at for number, at in zip(range(lo, hi), cuts, strict=True) if at and line.ends[at - 1] <= begins[number]]
    if dateline:
        cuts.append(bisect_left(line.starts, dateline.end()))
    count = len(line.words)
    edges = sorted({0, *(at for at in cuts if at < count), count})
    return [(at, min(at + LONGEST, last)) for first, last in pairwise(edges) for at in range(first, last, LONGEST)]
