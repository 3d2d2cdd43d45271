"""A paragraph as words, marks and quoted runs, cut into sentences that respect quotations."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.voices.marks import QuotedRun
from analysis.words.classes import ABBREVIATIONS

TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?!\w)|[^\W_]+(?:['’.&/-][^\W_]+)*['’]?(?<![.])|\.{2,}|…|--+|[^\w\s]")
DATELINE = re.compile(  # WASHINGTON, Dec. 8 (UPI) - ...
    r"(?:[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w. ]{1,20}){0,2}(?: \([A-Za-z /.]{2,25}\))?|"
    r"[A-Z][\w .]{2,30} \((?:AP|AFP|UPI|Reuters|CNN|TASS|RIA)\)) ?(?:—|–|--?)(?=\s)"
)
QUOTE = '""'  # stands for a whole quoted run
STOPS = frozenset([".", "!", "?", "…", "...", "…."])
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
        and len(line.text[run.start : run.end].split()) <= SHORT
    )


def split_line(text: str, start: int, end: int, runs: list[QuotedRun]) -> Line:
    """Cut text[start:end] into tokens, each quoted run one token, and into sentences."""
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
    line.sentences.extend(_sentences(line))
    return line


def _add(text: str, start: int, end: int, words: list[str], starts: list[int], ends: list[int]) -> None:
    for match in TOKEN.finditer(text, start, end):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())


def _sentences(line: Line) -> list[tuple[int, int]]:
    found, first, count = [], 0, len(line.words)
    dateline = DATELINE.match(line.text, line.starts[0], line.ends[-1]) if count else None
    for at in range(count):
        if dateline and line.ends[at] >= dateline.end():
            found.append((first, at + 1))
            first, dateline = at + 1, None
            continue
        if at + 1 < count and (at - first >= LONGEST or _ends_sentence(line, at)):
            found.append((first, at + 1))
            first = at + 1
    if first < count:
        found.append((first, count))
    return found


def _ends_sentence(line: Line, at: int) -> bool:
    """Tell whether a sentence ends after this token; the next token exists."""
    word, after = line.words[at], line.words[at + 1]
    if word in STOPS:
        if after in STOPS or after in ")]" or after in MARKS:
            return False
        if word == "." and at and _is_abbreviation(line.lows[at - 1], line.words[at - 1]):
            return False
        return after == QUOTE or not after[0].islower()
    if word == QUOTE:
        run = line.runs[at]
        last = line.text[run.end - 1] if run.end > run.start else ""
        if not run.closed:
            return True
        return last == "." and (after[0].isupper() or after == QUOTE)
    if word in ")]" and at and line.words[at - 1] in STOPS:
        return after[0].isupper()
    return False


def _is_abbreviation(low: str, word: str) -> bool:
    return low in ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word.isupper()) or low.count(".") > 0
