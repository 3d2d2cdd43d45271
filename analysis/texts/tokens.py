"""What a word is: the one place that says so, for every count of words and for whoever reads words.

A word is a run of letters, digits and underscores. Hyphens, apostrophes and the & of AT&T join it (cease-fire, don't,
Russia's: one word each), full stops between single letters do (U.S., p.m.), and marks between digits do (1,000.5,
11:43, 12/26). An address (https://example.org, t.me/name, a@b.org, @name) is one token and no word. Every other mark
is a token of its own, but for dots (...) and dashes (--) in a row; so are a line's end and a paragraph's.

Whoever needs a finer cut (a codebook's words end at hyphens, a term has no possessive 's) makes it from these tokens,
worked out once for each different one by a `Cuts`, so that all agree on what there is to cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import accumulate
from operator import sub

import pandas as pd

from analysis.texts.characters import straighten

ADDRESS = "\x1a"  # an address is covered by as many of these
_INITIALS = r"(?<=-)[^\W\d_](?:\.[^\W\d_]\b)+\.?"  # behind a hyphen: D-N.Y., non-U.S.
_DOTTED = (
    rf"\.[^\W\d_]\b(?:\.[^\W\d_]\b)*\.?(?:[-'&](?:{_INITIALS}|\w+))*"  # U.S., p.m., U.S.-led: what follows a letter
)
_RUN = rf"\w*(?:[-'&.,:/](?:{_INITIALS}|(?<=[-'&])\w+|(?<=\d.)\d\w*))*"
_WORD = rf"\w(?:{_DOTTED}|{_RUN})"
_MARK = rf"[{ADDRESS}.-]+|\S|\n\s*\n|\n"
TOKEN = f"(?:{_WORD}|{_MARK})"  # for those who look for more than tokens
_WORDS = re.compile(_WORD)
_TOKENS = re.compile(f" ?({_WORD}|{_MARK})")  # a blank taken along spares a vain try at it: a tenth of the time
_PIECES = re.compile(f" ?(?:{_WORD}|{_MARK})")  # with the blank: where each ends is the sum of lengths up to it
_APART = re.compile(f" ?({_WORD}|{_MARK})".replace(r"\w", r"[\w\u0300-\u036f]"))  # accents apart from their letters
_LINK = re.compile(r"(?:https?://|www\.|t\.me/)\S+")
_NAME = re.compile(r"@\S+")
_BEFORE_AT = re.compile(r"[\w.+-]*\Z")
LONGEST_NAME = 64  # characters before the @ of a letter box
MOST_KEPT = 500_000  # different tokens that a `Cuts` remembers
LONGEST_KEPT = 100  # letters of such a token: what is longer is no word, seldom comes twice, and would fill the memory


def split_tokens(text: str) -> list[str]:
    """Split a text whose marks are straight into its words and marks, in order; an address is a run of ADDRESS.

    Accents that stand apart from their letters (NFD) are put together with them.
    """
    return _TOKENS.findall(mask_addresses(_compose(text)))


def find_tokens(text: str) -> list[tuple[str, int, int]]:
    """Find the words and marks of a text with their places: (token, start, end).

    A token is straight and an address covered, as `split_tokens` gives them; its place is that in the text as received.
    """
    return list(zip(*place_tokens(text), strict=True))


def place_tokens(text: str, at: int = 0) -> tuple[list[str], list[int], list[int]]:
    """The tokens of `find_tokens` as three lists: tokens, starts, ends; at: the place at which the text begins."""
    return place_straight_tokens(straighten(text), at)


def place_straight_tokens(text: str, at: int = 0) -> tuple[list[str], list[int], list[int]]:
    """As `place_tokens`, of a text whose marks are straight."""
    covered = mask_addresses(text)
    if _compose(covered) is not covered:
        found = [(unicodedata.normalize("NFC", match[1]), *match.span(1)) for match in _APART.finditer(covered)]
    else:
        pieces = _PIECES.findall(covered)
        ends = list(accumulate(map(len, pieces), initial=at))
        if ends.pop(0) + len(covered.rstrip(" ")) == (ends[-1] if ends else at):  # nothing was passed over
            tokens = list(map(str.strip, pieces)) if "\n" not in covered else [piece.lstrip(" ") for piece in pieces]
            return tokens, list(map(sub, ends, map(len, tokens))), ends
        found = [(match[1], *match.span(1)) for match in _TOKENS.finditer(covered)]
    return [token for token, _, _ in found], [at + start for _, start, _ in found], [at + end for _, _, end in found]


def _compose(text: str) -> str:
    """The text with every accent on its letter (NFC), the same text if it is so already."""
    return text if text.isascii() or unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def is_word(token: str) -> bool:
    """Whether a token is a word: neither a mark nor an address."""
    return token[0].isalnum() or (token[0] == "_" and token.strip("_") != "")


def split_words(text: str) -> list[str]:
    """The words among the tokens of `find_tokens`."""
    covered = mask_addresses(straighten(text))
    if "_" in covered or _compose(covered) is not covered:
        return list(filter(is_word, place_tokens(text)[0]))
    return _WORDS.findall(covered)


def count_words(text: str) -> int:
    """Count the words of a text."""
    covered = mask_addresses(straighten(_compose(text)))
    if "_" in covered:
        return sum(map(is_word, _WORDS.findall(covered)))
    try:
        return _count_latin(covered, _mask_dashes(covered).encode("latin-1"))
    except UnicodeEncodeError:
        return len(_WORDS.findall(covered))


def _count_latin(text: str, encoded: bytes) -> int:
    """Count what _WORDS finds in a text of Latin letters, at a fifth of the time: by classes of characters.

    What joins words is deleted, or becomes a blank where it joins none; then a word begins after each blank. Runs
    that may hold letters with full stops (U.S.) are left to the expression.
    """
    classes, count = bytearray(b" " + encoded.translate(_CLASSES) + b" "), 0
    at = classes.find(b".a")
    while at >= 0:
        if classes[at + 2] not in b"0a":  # a letter alone behind a full stop
            start, end = classes.rfind(b" ", 0, at) + 1, classes.index(b" ", at + 2)
            count += len(_WORDS.findall(text, start - 1, end - 1))
            classes[start:end] = b" " * (end - start)
        at = classes.find(b".a", at + 2)
    classes = classes.replace(b".", b",")
    if b"0,0" in classes:
        classes = classes.replace(b"0,0", b"00").replace(b"0,0", b"00")  # 1,2,3: every second mark at a time
    classes = classes.replace(b"--", b"  ").translate(_JOINED, b"-")
    return count + classes.count(b" a")


def _mask_dashes(text: str) -> str:
    """Cover the commonest marks that are beyond Latin-1."""
    if not text.isascii():
        for mark in "\u2013\u2014\u2026\u2022\u20ac":
            text = text.replace(mark, " ")
    return text


def _class_of(char: str) -> str:
    """A digit (0), a letter (a), what joins words (-), numbers (.,) or nothing (a blank)."""
    if char.isalnum():
        return "0" if char.isdecimal() else "a"
    return {"&": "-", "'": "-", "-": "-", ".": ".", ",": ",", ":": ",", "/": ","}.get(char, " ")


_CLASSES = "".join(_class_of(chr(code)) for code in range(256)).encode()
_JOINED = bytes.maketrans(b"0,", b"a ")


def count_words_in(texts: pd.Series) -> pd.Series:
    """Count the words of each text: int64 on the same index; 0 for what is missing."""
    counts = [count_words(text) if isinstance(text, str) else 0 for text in texts]
    return pd.Series(counts, index=texts.index, dtype="int64", name="words")


def mask_addresses(text: str) -> str:
    """Cover the addresses in a text character for character, so that nobody reads words in them."""
    spans = []
    if "www." in text or ("/" in text and ("://" in text or "t.me/" in text)):
        spans += [match.span() for match in _LINK.finditer(text)]
    if "@" in text:
        for match in _NAME.finditer(text):
            before = _BEFORE_AT.search(text, max(0, match.start() - LONGEST_NAME), match.start())
            spans.append((before.start(), match.end()))
    parts, done = [], 0
    for start, end in sorted(spans):
        if end > done:
            parts += [text[done : max(start, done)], ADDRESS * (end - max(start, done))]
            done = end
    return "".join([*parts, text[done:]]) if spans else text


class Cuts(dict):
    """What a rule makes of each token, worked out once for each different one."""

    def __init__(self, rule: Callable[[str], object]) -> None:
        super().__init__()
        self.rule = rule

    def __missing__(self, token: str) -> object:
        made = self.rule(token)
        if len(token) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[token] = made
        return made
