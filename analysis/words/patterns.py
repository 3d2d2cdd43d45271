"""What somebody looks for in texts: words with * and {a,b}, several of them, or a regular expression."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.errors import InputError, require
from analysis.texts.characters import straighten
from analysis.words.braces import list_variants

ACRONYMS = frozenset({"US", "WHO"})  # in lower case they would be the words "us" and "who"
SEVERAL = (list, tuple, set, frozenset, pd.Series, np.ndarray)
SHORT = 4  # letters of a word that may be written with dots: U.S.

_BETWEEN = r"(?:[^\S\n]+|\n(?!\n))"  # blanks, but no new paragraph
_BEFORE = r"(?<!\w)(?<!\w[-'])"
_REST = re.compile(r"\w*")
_AFTER = r"(?!\w|[-'](?!s\b)\w)"  # "Russia's" is an occurrence of Russia, "state-owned" none of state


class Sought(NamedTuple):
    """One pattern, compiled.

    written: as it was given; find: what finds it in straight text; needles: letters of which every occurrence holds
    one, as small ASCII letters, () for none known; begins: what occurrences begin with, in small letters, () where
    that is not known; inside: the first word of an occurrence holds these letters, and does not begin with them.
    """

    written: str
    find: re.Pattern[str]
    needles: tuple[bytes, ...] = ()
    begins: tuple[str, ...] = ()
    inside: bool = False

    def locate(self, text: object) -> Iterator[tuple[int, int]]:
        """Yield where the pattern stands in a text, start and end."""
        if not isinstance(text, str) or (self.needles and not _may_hold(text, self.needles)):
            return
        straight = straighten(text)
        small = straight.lower() if self.begins else ""
        if not self.begins or len(small) != len(straight):  # a letter that is two in lower case moves all places
            yield from (hit.span() for hit in self.find.finditer(straight))
            return
        last = 0
        places = _places_of(small, self.begins)
        for place in _begin_words(small, places) if self.inside else places:
            hit = self.find.match(straight, place) if place >= last else None
            if hit:
                last = hit.end()
                yield hit.span()

    def stands_in(self, text: object) -> bool:
        """Say whether the pattern stands in a text."""
        return next(self.locate(text), None) is not None


def compile_patterns(
    pattern: str | Collection[str], name: str = "pattern", *, case: bool = False, regex: bool = False
) -> list[Sought]:
    """Compile what is looked for, one entry a pattern; "a | b" is two of them, but in a regular expression.

    case: capitals count. regex: each is a regular expression of Python's `re`. Raises InputError: nothing to look for,
    what is no text, braces that are not closed, a regular expression that cannot be read.
    """
    several = list(pattern) if isinstance(pattern, SEVERAL) else [pattern]
    require(bool(several), f'{name}={pattern!r} is empty: give words, such as "sovereign*".')
    for one in several:
        texts = isinstance(one, str)
        require(texts, f"{name}={one!r} is no string: give words, with * for any letters, or a list of such.")
    if regex:
        return [_compile_regex(one, name, case) for one in several]
    return [_compile_words(one, case) for one in split_alternatives(several)]


def find_matching(texts: pd.Series, sought: Sequence[Sought]) -> np.ndarray:
    """Say which texts hold one of what is looked for."""
    return np.fromiter((any(one.stands_in(text) for one in sought) for text in texts), bool, len(texts))


def split_alternatives(patterns: Sequence[str]) -> list[str]:
    """Part "a | b" into a and b; a pattern without words stays, so that its error names it."""
    parts = [part.strip() for one in patterns for part in one.split("|")]
    return list(dict.fromkeys(part for part in parts if part)) or list(patterns)


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile words with * and {a,b} into a regular expression that finds them whole, the longest there are."""
    return re.compile(f"{_BEFORE}(?:{'|'.join(map(_words, _spell_out(pattern)))}){_AFTER}", re.IGNORECASE)


def _may_hold(text: str, needles: tuple[bytes, ...]) -> bool:
    """Say whether letters may stand in a text: a look that costs a tenth of reading it, for most texts are without."""
    coded = text.encode("utf-8", "surrogatepass").lower()
    # full-width or styled letters, K of Kelvin, the capital of the dotted i
    odd = b"\xef" in coded or b"\xf0" in coded or b"\xe2\x84\xaa" in coded or b"\xc4\xb0" in coded
    return odd or any(needle in coded for needle in needles)


def _needles_of(variants: Sequence[str]) -> tuple[bytes, ...]:
    """Letters of several words or phrases of which every occurrence holds some; () where that is not sure."""
    needles = [needle for variant in variants for needle in _letters_of(variant.lower())]
    return tuple(dict.fromkeys(one.encode() for one in needles)) if all(needles) else ()


def _letters_of(variant: str) -> list[str]:
    """The longest letters of a word or phrase; of a short word alone both of its spellings, with and without dots."""
    if not variant.isascii():
        return [""]
    long = [word for word in variant.split() if not (word.isalpha() and len(word) <= SHORT)]
    runs = re.findall(r"[a-z0-9]+", " ".join(long))
    return [max(runs, key=len)] if runs else _begin(variant.split()[0])


def _spell_out(pattern: str) -> list[str]:
    """List what a pattern with braces stands for, the longest first."""
    if not re.search(r"\w", pattern):
        raise InputError(f'pattern={pattern!r} holds no word: write words, with * for any letters ("sovereign*").')
    if not {*"{}"} & {*pattern}:
        return [pattern]
    try:
        variants = sorted(list_variants(pattern), key=len, reverse=True)
    except ValueError as fault:
        raise InputError(f"pattern={pattern!r}: {fault}.") from fault
    require(all(re.search(r"\w", one) for one in variants), f"pattern={pattern!r} may stand for no word at all.")
    return variants


def _compile_words(pattern: str, case: bool) -> Sought:
    straight = straighten(pattern)
    found, variants = compile_pattern(straight), _spell_out(straight)
    begins = [begin for variant in variants for begin in _begin(variant.split()[0])]
    # what begins with a letter of two in small letters, or a star, is looked for everywhere
    begins = tuple(dict.fromkeys(begins)) if all(begins) and len(begins) <= 2 * len(variants) else ()
    inside = [re.search(r"[^*]+", variant.split()[0].lower()) for variant in variants]
    stars = all(variant.startswith("*") for variant in variants) and all(inside)
    begins = tuple(dict.fromkeys(one[0] for one in inside)) if stars else begins
    return Sought(pattern, re.compile(found.pattern) if case else found, _needles_of(variants), begins, stars)


def _begin_words(small: str, places: Iterable[int]) -> Iterator[int]:
    """Yield where the words begin that hold the letters at places, each word once."""
    end = 0
    for place in places:
        if place >= end:
            begin, end = place, _REST.match(small, place).end()
            while begin > 0 and (small[begin - 1].isalnum() or small[begin - 1] == "_"):
                begin -= 1
            yield begin


def _begin(word: str) -> list[str]:
    """What a word that is looked for begins with: itself, as far as the first star, and a short one with its dots."""
    plain = word.partition("*")[0].lower()
    return [plain, ".".join(plain)] if "*" not in word and word.isalpha() and len(word) <= SHORT else [plain]


def _places_of(small: str, begins: Sequence[str]) -> Iterator[int]:
    """Yield where one of several beginnings stands in a text, in order."""
    if len(begins) == 1:
        place = small.find(begins[0])
        while place >= 0:
            yield place
            place = small.find(begins[0], place + 1)
        return
    yield from sorted({place for begin in begins for place in _places_of(small, [begin])})


def _compile_regex(pattern: str, name: str, case: bool) -> Sought:
    try:
        found = re.compile(straighten(pattern), 0 if case else re.IGNORECASE)
    except re.error as cause:
        place = f" at character {cause.pos + 1}" if cause.pos is not None else ""
        raise InputError(f"{name}={pattern!r} is no regular expression: {cause.msg}{place}.") from None
    require(not found.fullmatch(""), f"{name}={pattern!r} would find nothing at all, everywhere: let it name a letter.")
    return Sought(pattern, found)


def _words(pattern: str) -> str:
    return _BETWEEN.join(_word(word) for word in pattern.split())


def _word(word: str) -> str:
    """Write one word of a pattern as a regular expression."""
    if set(word) == {"*"}:
        return r"\w+(?:[-']\w+)*"
    if word in ACRONYMS:
        return f"(?-i:{word}|{_dotted(word)})"
    if word.upper() in ACRONYMS:
        return f"(?-i:{word}|{word.capitalize()})"
    first, *others = map(re.escape, word.split("*"))
    # what stands between two stars is taken where it first fits: a word of a million letters takes no square of steps
    inner, end = "".join(rf"(?>\w*?{part})" for part in others[:-1]), "".join(rf"\w*{part}" for part in others[-1:])
    literal = first + inner + end
    return f"(?:{literal}|{_dotted(word)})" if word.isalpha() and len(word) <= SHORT else literal


def _dotted(word: str) -> str:
    return r"\.".join(word) + r"\b\.?"
