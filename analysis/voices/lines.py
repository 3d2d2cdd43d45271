"""A paragraph of a text's tokens, cut into sentences that respect quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from analysis.texts.tokens import count_words
from analysis.voices.marks import QuotedRun
from analysis.voices.tokens import WALL, TextTokens, make_tokens
from analysis.words.classes import CONJUNCTIONS, PREPOSITIONS

DATELINE = re.compile(  # WASHINGTON, Dec. 8 (UPI) - ... opens a sentence, and names nobody who speaks in it
    r"(?:[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w. ]{1,20}){0,2}(?: \([A-Za-z /.]{2,25}\))?|"
    r"[A-Z][\w .]{2,30} \((?:AP|AFP|UPI|Reuters|CNN|TASS|RIA)\)) ?(?:—|–|--?)(?=\s)"
)
LONGEST = 300  # tokens: what runs on longer is cut, so that no text takes more than its length in time
DASHED = frozenset(["-", "–", "—", "―", *map(chr, range(0x1F1E6, 0x1F200))])  # dashes, and the letters of flags
FEW = 3  # words of a sentence between two symbols, at least
SHORT = 4  # a run of fewer words belongs to the sentence around it


SINGLE = frozenset("'‘‚‹›")  # marks


@dataclass(slots=True, eq=False)
class Line:
    """TextTokens of one paragraph: as written, in lower case, where each ends in the whole text."""

    words: list[str]
    lows: list[str]
    ends: list[int]
    runs: dict[int, QuotedRun]  # token number of each quoted run
    sentences: list[tuple[int, int]]  # first token, last token + 1
    cued: list[int]  # token numbers of the words with which an attribution can begin
    text: str
    nouns: dict[tuple[int, int, str, str], bool] = field(default_factory=dict)  # what `is_noun` has told


def start_of(line: Line, at: int) -> int:
    """Where a token starts in the whole text."""
    return line.runs[at].left if at in line.runs else line.ends[at] - len(line.words[at])


def is_short_run(line: Line, at: int) -> bool:
    """Tell whether a quoted run is a name or a scare quote inside a phrase: the “France Proud” party."""
    run = line.runs[at]
    return (
        run.end - run.start <= 40
        and line.text[run.end - 1].isalnum()
        and count_words(line.text[run.start : run.end]) <= SHORT
    )


def make_line(tokens: TextTokens, start: int, end: int, runs: list[QuotedRun], cued: list[int]) -> Line:
    """Take the paragraph text[start:end] out of a text's tokens; runs: those in it; cued: of the whole text."""
    first, last = bisect_right(tokens.ends, start), bisect_right(tokens.ends, end)
    ends = tokens.ends[first:last]
    placed = {bisect_left(ends, run.right): run for run in runs}
    begins = tokens.begins[bisect_right(tokens.begins, first) : bisect_left(tokens.begins, last)]
    cued = [at - first for at in cued[bisect_left(cued, first) : bisect_left(cued, last)]]
    line = Line(tokens.words[first:last], tokens.lows[first:last], ends, placed, [], cued, tokens.text)
    line.sentences.extend(_sentences(line, [at - first for at in begins]))
    return line


def make_lone_line(text: str, start: int, end: int) -> Line:
    """Cut the stretch text[start:end] into tokens by itself: one sentence without quoted runs."""
    tokens = make_tokens(text[start:end])
    ends = [start + at for at in tokens.ends]
    return Line(tokens.words, tokens.lows, ends, {}, [(0, len(ends))], [], text)


def _sentences(line: Line, begins: list[int]) -> list[tuple[int, int]]:
    """Cut at a dateline's end and where sentences begin."""
    count = len(line.words)
    if not count:
        return []
    if dateline := DATELINE.match(line.text, start_of(line, 0), line.ends[-1]):
        at = bisect_right(line.ends, dateline.end())
        at += at < count and start_of(line, at) < dateline.end()
        begins = sorted({at, *begins} - {0, count})
    if WALL in line.words and (behind := _behind_symbols(line)):
        begins = sorted({*begins, *behind})
        for at in behind:
            line.words[at - 1] = line.lows[at - 1] = "."
    edges = list(pairwise([0, *begins, count]))
    if count <= LONGEST:
        return edges
    return [(at, min(at + LONGEST, last)) for first, last in edges for at in range(first, last, LONGEST)]


def _behind_symbols(line: Line) -> list[int]:
    """Find where a sentence begins behind a symbol that stands for a full stop: The ferry is safe ✅ [Repairs go on].

    A flag stands for none: it belongs to the name beside it.
    """
    walls = [at for at, word in enumerate(line.words) if word == WALL and line.text[line.ends[at] - 1] not in DASHED]
    edges = pairwise([-1, *walls, len(line.words)])
    long = [last - first > FEW for first, last in edges]
    return [
        at + 1
        for number, at in enumerate(walls)
        if long[number] and long[number + 1] and line.lows[at - 1] not in CONJUNCTIONS | PREPOSITIONS
    ]


def is_all_in_single_marks(line: Line) -> bool:
    """Tell a line all in single marks: in a text that quotes in double ones a heading over what follows."""
    if len(line.words) != 1 or not line.runs:
        return False
    left = line.text[line.runs[0].left : line.runs[0].left + 2]
    return left[0] in SINGLE and left != "''"
