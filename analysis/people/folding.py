"""One key for all spellings of a name, so that Sergei and Sergey Lavrov are one person."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from analysis.yaml_files import load_yaml

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ə": "a"}
)
CYRILLIC = str.maketrans(  # Russian, Ukrainian and Kazakh letters as names of them are usually written in English
    dict(zip("абвгдезийклмнопрстуфыэәғқңөұүһі", "abvgdeziiklmnoprstufieagknouuhi", strict=True))
    | {"ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu"}
    | {"я": "ya", "є": "ye", "ї": "i", "ґ": "g"}
)
SPELLINGS = [  # tried in this order; each unites the usual ways of writing one sound of another alphabet
    (r"^(?:a[dlnrz]|ash|el|u[dlr])-(?=[a-z]{3})", ""),  # al-Assad, Assad
    (r"[^a-z]", ""),
    (r"shch|sch", "sh"),
    (r"kh", "h"),
    (r"ph", "f"),
    (r"tz", "ts"),
    (r"ck|q", "k"),
    (r"x", "ks"),
    (r"oo|ou", "u"),
    (r"^(?:[yi](?=e)|j(?=e(?:[vwgkf]|l[eitz])))", ""),  # Yevgeny, Jewgeni, Evgeny; but Jemma and Emma, Jane and Anne
    (r"[jy]", "i"),
    (r"(?<=[aeou])i(?=[eaou])", ""),  # Tokayev, Tokaev
    (r"([a-z])\1+", r"\1"),
]
PATTERNS = [(re.compile(pattern), replacement) for pattern, replacement in SPELLINGS]
ANY_PATTERN = re.compile("|".join(pattern for pattern, _ in SPELLINGS))  # many words have nothing for any of them
LATIN = re.compile("[a-z]")
_NAMES = load_yaml(Path(__file__).parent / "given_names.yaml").value()
VARIANTS = {short: name for name, forms in _NAMES["variants"].items() for short in forms}
NICKNAMES = {short: name for name, forms in _NAMES["nicknames"].items() for short in forms}


def strip_accents(word: str) -> str:
    """Give a word without the marks on its letters."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Reduce a word of a name to a key that its transliterations share, and the name in Cyrillic letters with them."""
    small = word.lower()
    if not small.isascii():
        small = small.translate(CYRILLIC)
        small = strip_accents(small.translate(LETTERS))
    if not LATIN.search(small):
        return small
    if ANY_PATTERN.search(small):
        for pattern, replacement in PATTERNS:
            small = pattern.sub(replacement, small)
    return VARIANTS.get(small, small)


@lru_cache(maxsize=50_000)
def fold_given(word: str) -> str:
    """Reduce a given name: as `fold`, nicknames to the full name first (Joe to Joseph)."""
    return fold(NICKNAMES.get(word.lower().rstrip("."), word))
