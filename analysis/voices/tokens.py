"""A text as words, marks and quoted runs, all of it in one pass."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from analysis.texts.characters import straighten
from analysis.texts.tokens import ADDRESS, TOKEN, mask_addresses, place_straight_tokens
from analysis.voices.marks import QuotedRun
from analysis.voices.unread import Unread, find_unread

QUOTE = '""'  # stands for a whole quoted run
BODY = "WHO"  # that writes itself like a pronoun
WALL = "—"  # stands for a symbol between two clauses
COVERS = "\x1c\x1d"  # blanks in place of quoted runs: two by turns, so that runs side by side stay two
BREAK = "\x1e"  # ... and of a line's end, which an address would else reach over
CURLY = {"’": "'", "‘": "'", "“": '"', "”": '"'}  # what most texts have of all that is straightened
# a word before a blank comes first: most are such, and nothing else need be tried
PIECES = re.compile(rf" *(?:\w++(?=[ {BREAK}])|{BREAK}|{COVERS[0]}+|{COVERS[1]}+|{TOKEN})")
STRETCHES = re.compile(rf"[^{BREAK}{COVERS}]+|{BREAK}|{COVERS[0]}+|{COVERS[1]}+")
# what marks a token that is cut or written otherwise: an apostrophe, an address, the last full stop of U.S.
ODD = re.compile(rf"['\"{ADDRESS}.](?:(?<!\.)|(?<=\.[^\W\d_]\.)|(?<=[{ADDRESS}-]\.))")


class TextTokens(NamedTuple):
    """The tokens of a text: as written, in lower case, where each ends; a quoted run is one, a line's end is ""."""

    words: list[str]
    lows: list[str]
    ends: list[int]
    runs: dict[int, QuotedRun]  # token number of each quoted run
    begins: list[int]  # token numbers with which sentences begin
    text: str


def make_tokens(
    text: str, runs: Sequence[QuotedRun] = (), begins: Iterable[int] = (), unread: Sequence[Unread] | None = None
) -> TextTokens:
    """Cut a text into tokens, each quoted run one token.

    They are those of texts.tokens, but an apostrophe goes with its word, and the full stop that ends U.S. stands
    alone. begins: where sentences begin, as `texts.sentences` places them. unread: what gives no tokens, by default
    what `find_unread` finds; a stretch that parts the words on its sides gives a dash.
    """
    straight = straighten(text)
    covered = mask_addresses(_cover(straight, runs))
    words, ends, strange = _place(covered, straight)
    _write(words, ends, text, _odd_ones(covered, ends, strange or not _is_familiar(text, straight)))
    _pass_over(words, ends, find_unread(text) if unread is None else unread)
    placed = {bisect_left(ends, run.right): run for run in runs}
    for at in placed:
        words[at] = QUOTE
    return TextTokens(words, _fold(words), ends, placed, _open(words, ends, placed, begins), text)


def _fold(words: list[str]) -> list[str]:
    """The tokens in lower case; the WHO, a body, is no "who" unless all around it is in capitals."""
    lows = list(map(str.lower, words))
    at = words.index(BODY) if BODY in words else -1
    while at >= 0:
        beside = [word for word in words[max(0, at - 1) : at + 2] if word.isalpha() and word != BODY]
        if not all(map(str.isupper, beside)) or not beside:
            lows[at] = "w.h.o"
        at = next((here for here in range(at + 1, len(words)) if words[here] == BODY), -1)
    return lows


def _cover(straight: str, runs: Sequence[QuotedRun]) -> str:
    """Put blanks of a kind of their own in place of quoted runs and line's ends."""
    for cover in COVERS + BREAK:
        straight = straight.replace(cover, " ")
    straight = straight.replace("\n", BREAK)
    parts, done = [], 0
    for number, run in enumerate(runs):
        parts += [straight[done : run.left], COVERS[number % 2] * (run.right - run.left)]
        done = run.right
    return "".join([*parts, straight[done:]])


def _place(covered: str, straight: str) -> tuple[list[str], list[int], bool]:
    """The tokens of a text, where they end, and whether it is strange: accents apart, blanks of other kinds."""
    if straight.isascii() or unicodedata.is_normalized("NFC", straight):
        bare = covered.rstrip(" ")
        pieces = PIECES.findall(bare)  # blanks with nothing behind them are tried from each
        ends = list(accumulate(map(len, pieces)))
        if not ends or ends[-1] == len(bare):  # nothing was passed over
            return list(map(str.strip, pieces)), ends, False
    words, ends = [], []
    for stretch in STRETCHES.finditer(covered):
        if stretch[0][0] in COVERS + BREAK:
            words.append("")
            ends.append(stretch.end())
        else:
            found = place_straight_tokens(stretch[0], stretch.start())
            words += [covered[first:last] for _, first, last in zip(*found, strict=True)]
            ends += found[2]
    return words, ends, True


def _is_familiar(text: str, straight: str) -> bool:
    """Whether nothing of a text was straightened but curly quotation marks."""
    for curly, mark in CURLY.items():
        text = text.replace(curly, mark)
    return text == straight


def _odd_ones(covered: str, ends: list[int], strange: bool) -> Sequence[int]:
    """The tokens to be looked at one by one, in order; all of a strange text."""
    if strange:
        return range(len(ends))
    return list(dict.fromkeys(bisect_right(ends, found.start()) for found in ODD.finditer(covered)))


def _write(words: list[str], ends: list[int], text: str, odd: Sequence[int]) -> None:
    """Give odd tokens the letters of the text, an apostrophe to the word before it, a last full stop a token."""
    for at in reversed(odd):
        word, end = words[at], ends[at]
        words[at] = written = text[end - len(word) : end]
        if word == "'" and at and ends[at - 1] == end - 1 and words[at - 1][-1:].isalnum():  # the Democrats'
            words[at - 1 : at + 1] = [words[at - 1] + written]
            del ends[at - 1]
        elif word[-1:] == "." and word[0] != ".":  # U.S. may end a sentence
            words[at : at + 1] = [written[:-1], "."]
            ends[at : at + 1] = [end - 1, end]


def _pass_over(words: list[str], ends: list[int], unread: Sequence[Unread]) -> None:
    """Take the tokens out that lie within what is not read, quoted runs and line ends aside."""
    if not unread:
        return
    kept, places, done = [], [], 0
    for start, end, wall in unread:
        first, last = bisect_right(ends, start), bisect_right(ends, end)
        begun = last < len(ends) and start <= ends[last] - len(words[last]) < end < ends[last]
        if begun and not any(map(str.isalnum, words[last][end - ends[last] :])):
            words[last] = words[last][end - ends[last] :]  # the full stop behind a link's address
        while first < last and not words[first]:
            first += 1
        while first < last and not words[last - 1]:
            last -= 1
        if done <= first < last and ends[first] - len(words[first]) >= start and all(words[first:last]):
            kept += [*words[done:first], WALL] if wall else words[done:first]
            places += [*ends[done:first], end] if wall else ends[done:first]
            done = last
    words[:], ends[:] = [*kept, *words[done:]], [*places, *ends[done:]]


def _open(words: list[str], ends: list[int], runs: dict[int, QuotedRun], begins: Iterable[int]) -> list[int]:
    """The tokens with which sentences begin; a beginning inside a token does not count."""
    opening = []
    for begin in begins:
        at = bisect_right(ends, begin)
        start = runs[at].left if at in runs else ends[at] - len(words[at]) if at < len(ends) else -1
        if begin <= start and at not in opening[-1:]:
            opening.append(at)
    return opening
