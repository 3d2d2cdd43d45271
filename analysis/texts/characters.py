"""Characters made alike, one for one: a copy beside the text, whose places are the text's own.

A text stays as it was received, curly quotation marks, guillemets, full-width letters and all. Whoever reads marks
(sentences, VADER, codebooks, words, vectors) straightens a copy where it comes in.
"""

from __future__ import annotations

import re
import sys
import unicodedata

import pandas as pd

DOUBLE = "“”„‟«»〝〞＂"
SINGLE = "‘’‚‛‹›ʼ´`＇"
HYPHENS = "\u2010\u2011\ufe63\uff0d"  # hyphen, non-breaking hyphen, small and full-width hyphen; a dash stays a dash
SPACES = "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
TO_SPACE = dict.fromkeys(SPACES, " ")
FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # ：“，ＡＢＣ to :",ABC
_STYLED = range(0x1D400, 0x1D800)  # 𝗕𝗼𝗹𝗱 and 𝘪𝘵𝘢𝘭𝘪𝘤 of posts: mathematical letters and digits
STYLED = {
    chr(code): plain for code in _STYLED if (plain := unicodedata.normalize("NFKC", chr(code))).isalnum()
}  # fmt: skip
STRAIGHT = (
    FULL_WIDTH
    | dict.fromkeys(DOUBLE, '"')
    | dict.fromkeys(SINGLE, "'")
    | dict.fromkeys(HYPHENS, "-")
    | TO_SPACE
    | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")  # half of a character, that no model and no file takes
)  # fmt: skip
_FREQUENT = "“”«»’‘„\xa0\t`´\x1f"  # looked for one by one; the others all at once, where any of them can be
_DASHES = "–—…•€"  # frequent too, and no reason to look for the others
_LATIN_OVERHEAD = sys.getsizeof("\xe9") - 1  # bytes of a text beside one for each of its characters up to U+00FF
_ASCII = {char: straight for char, straight in STRAIGHT.items() if char.isascii()}


def _rare(table: dict[str, str]) -> re.Pattern[str]:
    return re.compile("[" + "".join(re.escape(char) for char in sorted(table) if char not in _FREQUENT) + "]")


_RARE, _RARE_BLANK = _rare(STRAIGHT), _rare(TO_SPACE)
_STYLED_LETTER = re.compile(f"[{chr(_STYLED.start)}-{chr(_STYLED.stop - 1)}]")


def straighten(text: str) -> str:
    """Straighten curly quotation marks, guillemets and apostrophes, make every blank a space, one for one.

    Full-width letters and marks, the styled letters of posts and hyphens of other kinds become plain ones.
    """
    text = _replace(text, STRAIGHT, _RARE)
    if sys.getsizeof(text) < 4 * len(text):  # only a text with a character beyond U+FFFF takes four bytes each
        return text
    return _STYLED_LETTER.sub(lambda found: STYLED.get(found[0], found[0]), text)


def straighten_all(texts: pd.Series) -> pd.Series:
    """Straighten every string of a Series, on the same index; what is no string (NA) stays as it is."""
    return texts.map(lambda text: straighten(text) if isinstance(text, str) else text)


def plain_blanks(text: str) -> str:
    """Make every blank a space, one for one, and leave the quotation marks as they are."""
    return _replace(text, TO_SPACE, _RARE_BLANK)


def fold_composed(name: str) -> str:
    """The key that a name has however its accents are written: NFC, for file names of macOS are in NFD."""
    return unicodedata.normalize("NFC", name)


def _replace(text: str, table: dict[str, str], rare: re.Pattern[str]) -> str:
    """Replace characters one for one, many times as fast as str.translate."""
    ascii_alone = text.isascii()
    for char in _ASCII if ascii_alone else _FREQUENT:
        if char in table:
            text = text.replace(char, table[char])
    if ascii_alone or not _has_beyond_latin(text) or not rare.search(text):
        return text
    return rare.sub(lambda found: table[found[0]], text)


def _has_beyond_latin(text: str) -> bool:
    """Whether a text has characters beyond U+00FF, dashes aside: then it takes more than a byte for each."""
    for char in _DASHES:
        text = text.replace(char, "-")
    return sys.getsizeof(text) > _LATIN_OVERHEAD + len(text)
