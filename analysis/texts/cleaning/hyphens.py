"""Words cut at a line's end: put together, with their hyphen only if it is the word's own (cease-fire)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from analysis.texts.cleaning.layers import Edit

CUT_WORD, CUT_COMPOUND = "hyphen at a line's end", "line's end within a word"
_CUT = re.compile(r"(?:(?<=[^\W_])|(?<=\.[^\W\d_]\.))([-\u2010\u2011¬])([ \t]*(?:\r\n|\n|\r)[ \t]*)(?=[^\W_])")
_HYPHEN_AT_END = re.compile("- ?[\n\r]")  # this, or a hyphen of another kind, is in every text with a cut word
_BEFORE, _AFTER = re.compile(r"[\w.'’&-]*$"), re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LONGEST = 40  # characters of a word that are looked at
COMMON = Path(__file__).parents[2] / "words" / "common_words.txt"  # 13,000 English words
# first and last parts of words that keep their hyphen, in the languages of the news
_ELSEWHERE = frozenset(
    """
    вице генерал военно инфо кое контр культурно лейтенант медиа общественно онлайн по премьер пресс северо социально
    юго западно восточно центрально интернет мини экс штаб
    est ouest nord sud demi mi vingt trente quarante cinquante soixante quatre peut celui celle ceux celles lui elle
    moi toi rendez porte
    """.split()  # noqa: SIM905  words read better without marks
)
_FIRST = _ELSEWHERE | frozenset(
    """
    anti co counter cross ex far half high ill inter left long low mid mini multi near neo non off one post pre pro
    pseudo quasi re right self semi short so state sub super third three two under ultra vice well world
    twenty thirty forty fifty sixty seventy eighty ninety
    """.split()  # noqa: SIM905  words read better without marks
)
_LAST = frozenset(
    """
    backed based born bound called controlled day declared driven elect era facing fire funded general great held
    hour imposed in law led level like long looking made mile minded month old off out owned party page range ranking
    related rich run scale sized speaking sponsored state style term time to top type up wide wing year
    то либо нибудь таки ка за под с министр премьер директор мажор
    ci là même mêmes il ils on je tu nous vous ce moi toi lui leur les le la y en être
    """.split()  # noqa: SIM905  words read better without marks
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())  # noqa: SIM905  names, so no common words
_AND = frozenset("and or und oder bzw et ou y o и или та або nor to".split())  # noqa: SIM905  short- and long-term


def find_cut_words(text: str) -> list[Edit]:
    """Find words cut at a line's end: the hyphen and the line's end go, or the line's end alone."""
    others = not text.isascii() and any(sign in text for sign in "\u2010\u2011¬")  # ¬ is how OCR reads a soft hyphen
    if not others and not _HYPHEN_AT_END.search(text):
        return []
    cuts = list(_CUT.finditer(text))
    words = _words_of(text, cuts) if cuts else set()
    return [edit for cut in cuts for edit in _edits(cut, words)]


def _sides(cut: re.Match[str]) -> tuple[re.Match[str], re.Match[str]]:
    """What stands before and after a cut."""
    before = _BEFORE.search(cut.string, max(0, cut.start() - LONGEST), cut.start())
    return before, _AFTER.match(cut.string, cut.end(), cut.end() + LONGEST)


def _words_of(text: str, cuts: list[re.Match[str]]) -> set[str]:
    """The words of a text that are not cut, in small letters."""
    parts, begin = [], 0
    for before, after in map(_sides, cuts):
        parts.append(text[begin : before.start()])
        begin = after.end()
    return {word.lower() for word in _WORD.findall("\n".join([*parts, text[begin:]]))}


def _edits(cut: re.Match[str], words: set[str]) -> Iterator[Edit]:
    before, after = (side[0] for side in _sides(cut))
    end = cut.end() + len(after)
    chained = cut.string.startswith("-", end) and not _CUT.match(cut.string, end)  # in-law, but for accord-ing
    small, upper = before.islower() and before not in _FIRST and len(before) > 2, after[0].isupper()  # al-Assad
    if not chained and ((small and upper) or (after.lower() in _AND and not _is_one_word(before, after, words))):
        return  # a dash without its blanks, or the first of two beginnings
    if chained or cut[1] == "\u2011" or keeps_hyphen(before, after, words):
        yield Edit(*cut.span(2), "", CUT_COMPOUND)
    else:
        yield Edit(*cut.span(), "", CUT_WORD)


def _is_one_word(before: str, after: str, words: set[str]) -> bool:
    return (joined := (before + after).lower()) in words or joined in _common() or joined in _DAYS


def keeps_hyphen(before: str, after: str, words: set[str]) -> bool:
    """Whether a word cut in two has a hyphen of its own: as the text itself writes it, else by its shape."""
    first, last = before.lower(), after.lower()
    if first + last in words:
        return False
    capitals = before.isupper() and after.isupper() and min(len(before), len(after)) > 1  # a heading's
    odd = not before.isalpha() or not after[0].islower() or before[1:] != first[1:]  # U.S.-led, Anglo-Saxon, NATO-led
    if f"{first}-{last}" in words or len(before) == 1 or (odd and not capitals):
        return True
    if _is_one_word(before, after, words):
        return False
    english, known = (first + last).isascii(), _common() | words
    if first in _FIRST and (last in known or not english or first in _ELSEWHERE):
        return True
    if last in _LAST and (first in known or before[0].isupper() or not english or len(last) > 3):
        return True
    return first in known and last in known and len(first) > 2 and len(last) > 2


@cache
def _common() -> frozenset[str]:
    return frozenset(COMMON.read_text(encoding="utf-8").split())
