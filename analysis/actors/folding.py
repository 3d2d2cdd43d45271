"""One key for all spellings of a name, so that Sergei and Sergey Lavrov are one person."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ə": "a"})
SPELLINGS = [  # tried in this order; each unites the usual ways of writing one sound of another alphabet
    (r"[^a-z]", ""),
    (r"shch|sch", "sh"),
    (r"kh", "h"),
    (r"ph", "f"),
    (r"tz", "ts"),
    (r"ck|q", "k"),
    (r"x", "ks"),
    (r"oo|ou", "u"),
    (r"[jy]", "i"),
    (r"(?<![a-z])i(?=[eaou])", ""),  # Yevgeny, Evgeny; Yulia, Julia keep their vowel
    (r"(?<=[aeou])i(?=[eaou])", ""),  # Tokayev, Tokaev
    (r"([a-z])\1+", r"\1"),
]
PATTERNS = [(re.compile(pattern), replacement) for pattern, replacement in SPELLINGS]
VARIANTS = {  # names that Europe's languages spell too differently for rules
    "muhamad": "mohamed", "muhamed": "mohamed", "mohamad": "mohamed", "mohamed": "mohamed", "mahomed": "mohamed",
    "husein": "husein", "husain": "husein", "husan": "husein", "alisandr": "aleksandr", "aleksander": "aleksandr",
    "aleksandar": "aleksandr", "oleksandr": "oleksandr", "dimitri": "dmitri", "fiodor": "feodor", "fedor": "feodor",
}  # fmt: skip
NICKNAMES = {
    "bill": "william", "will": "william", "bob": "robert", "rob": "robert", "bobby": "robert", "joe": "joseph", "jim": "james",
    "jimmy": "james", "mike": "michael", "tom": "thomas", "tim": "timothy", "dick": "richard", "rick": "richard",
    "rich": "richard", "dave": "david", "dan": "daniel", "ben": "benjamin", "sam": "samuel", "ted": "edward", "ed": "edward",
    "tony": "anthony", "andy": "andrew", "chris": "christopher", "nick": "nicholas", "steve": "steven", "stephen": "steven",
    "jeff": "jeffrey", "greg": "gregory", "ken": "kenneth", "larry": "lawrence", "matt": "matthew", "pat": "patrick",
    "pete": "peter", "phil": "philip", "ray": "raymond", "ron": "ronald", "don": "donald", "liz": "elizabeth",
    "beth": "elizabeth", "kate": "katherine", "kathy": "katherine", "cathy": "catherine", "sue": "susan", "chuck": "charles",
    "charlie": "charles", "bernie": "bernard", "mitch": "mitchell", "newt": "newton", "al": "albert", "alex": "alexander",
    "fred": "frederick", "harry": "harold", "jerry": "gerald", "jon": "jonathan", "josh": "joshua", "kim": "kimberly",
    "debbie": "deborah", "doug": "douglas", "gabe": "gabriel", "geoff": "geoffrey", "herb": "herbert", "jack": "john",
    "jake": "jacob", "nate": "nathan", "stan": "stanley", "vicky": "victoria", "walt": "walter", "zach": "zachary",
}  # fmt: skip


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Reduce a word of a name to a key that its transliterations share."""
    small = unicodedata.normalize("NFKD", word.lower().translate(LETTERS))
    small = "".join(letter for letter in small if not unicodedata.combining(letter))
    if not re.search("[a-z]", small):
        return small
    for pattern, replacement in PATTERNS:
        small = pattern.sub(replacement, small)
    return VARIANTS.get(small, small)


@lru_cache(maxsize=50_000)
def fold_given(word: str) -> str:
    """Reduce a given name: as `fold`, nicknames to the full name first (Joe to Joseph)."""
    return fold(NICKNAMES.get(word.lower().rstrip("."), word))
