"""What each character is to a comparison of texts: part of a word or not, and the number of its letter.

Large and small, wide and narrow letters have one number, and so have ё and е, which Russian papers write for each
other. A mark of a script that writes vowels as marks is part of its word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from unicodedata import category, normalize

import numpy as np

LETTER, SPACELESS, UNCLEAN = 1, 2, 4  # part of a word; a word by itself; to be cleaned before it is counted
SIZES = (0x3000, 0x10000, 0x32400)  # code points in an alphabet: the small one is made in no time
_EMOJI = (0x1F000, 0x20000)
# Chinese, Yi and Korean: letters without a small or a wide form, left aside so that an alphabet is made in no time
_PLAIN = ((0x3400, 0x4DC0), (0x4E00, 0xA48D), (0xAC00, 0xD7A4), (0x20000, 0x323B0))
_IN_WORDS = "\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"  # seen by nobody, they part no word
_INVISIBLE = re.compile(f"[{_IN_WORDS}]")
_UNCLEAN = re.compile(f"[{_IN_WORDS}\u0300-\u036f\ufb00-\ufb06]")  # and loose accents, and ligatures
_WITHOUT_BLANKS = (  # Thai and Lao, Burmese, Khmer, Japanese, Chinese
    (0x0E00, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800), (0x3040, 0x3100), (0x3400, 0xA000), (0xF900, 0xFB00),
    (0x20000, 0x323B0),
)  # fmt: skip


@dataclass(frozen=True)
class Alphabet:
    """For each code point below a size, its kind (0, or LETTER, SPACELESS, UNCLEAN added up) and its letter's number.

    The last place stands for all code points beyond, which are in no word.
    """

    kinds: np.ndarray
    numbers: np.ndarray


def codes_of(text: str) -> np.ndarray:
    """Give the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def clean_letters(text: str) -> str:
    """Clean a text of characters that nobody sees, and join loose accents and part ligatures."""
    return normalize("NFKC", _INVISIBLE.sub("", text))


def alphabet_for(codes: np.ndarray) -> Alphabet:
    """Give the smallest alphabet that holds the letters among code points; emoji, beyond it, are none."""
    highest = codes.max(initial=0)
    if highest < SIZES[0]:
        return make_alphabet(SIZES[0])
    if highest >= SIZES[1]:
        rare = codes[(codes >= SIZES[1]) & (codes < SIZES[2])]
        if ((rare < _EMOJI[0]) | (rare >= _EMOJI[1])).any():
            return make_alphabet(SIZES[2])
    return make_alphabet(SIZES[1])


@cache
def make_alphabet(size: int) -> Alphabet:
    """Make the alphabet of the code points below a size."""
    codes = np.arange(size, dtype=np.uint32)
    plain = np.logical_or.reduce([(codes >= first) & (codes < end) for first, end in _PLAIN])
    chars = codes[~plain & ((codes < 0xD800) | (codes >= 0xE000))].tobytes().decode("utf-32-le")
    letters = re.findall(r"\w", chars) + [char for char in re.findall(r"\W", chars) if category(char)[0] == "M"]
    small = re.findall("(?m)^.", normalize("NFKC", "\n".join(letters)).lower())
    numbers = np.zeros(size + 1, dtype=np.uint64)
    numbers[codes_of("".join(letters))] = codes_of("".join(small))
    numbers[codes_of("ёЁ")] = ord("е")
    numbers[:size][plain] = codes[plain]
    kinds = (numbers > 0).astype(np.uint8)
    for first, end in _WITHOUT_BLANKS:
        kinds[first:end] *= LETTER | SPACELESS
    kinds[codes_of("".join(_UNCLEAN.findall(chars)))] |= UNCLEAN
    return Alphabet(kinds, numbers)
