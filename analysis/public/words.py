"""Words of a text however it is written: entities, invisible letters, capitals, quotation marks do not matter."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
MARKS = "\u0300-\u036f"  # accents written after their letter
ALONE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts without blanks between words: each sign is a word
ENTITY = r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]\w{1,30});"
# one word as it stands in a text, or what looks like one before entities are read
PIECE = re.compile(rf"[{ALONE}]|(?:[^\W_{ALONE}]++|[{INVISIBLE}{MARKS}]++|{ENTITY})++")
HASHED = 12  # hexadecimal digits of a hash that are shown
_WORD = re.compile(rf"[{ALONE}]|[^\W_{ALONE}]+")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")


def cut_words(text: str) -> list[str]:
    """Split a text into words, in small letters: letters and digits alone, so "don't" is two, as is "don’t"."""
    return _WORD.findall(_fold(" ".join(PIECE.findall(text))))


def hash_words(words: Iterable[str]) -> str:
    """Hash words: the first 12 hexadecimal digits of the SHA-256 of them, with a blank between each two."""
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()[:HASHED]


def hash_text(text: object) -> str:
    """Hash the words of a text; what is no text has none."""
    return hash_words(cut_words(text if isinstance(text, str) else ""))


def _fold(text: str) -> str:
    text = html.unescape(text) if "&" in text else text
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()
