"""Words in their contexts: every occurrence of a pattern with what stands to its left and right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.errors import InputError, require
from analysis.texts.characters import straighten
from analysis.words.braces import list_variants

ACRONYMS = frozenset({"US", "WHO"})  # in lower case they would be the words "us" and "who"
COLUMNS = ["left", "match", "right", "start", "end"]

_BETWEEN = r"(?:[^\S\n]+|\n(?!\n))"  # blanks, but no new paragraph
_BEFORE = r"(?<!\w)(?<!\w[-'])"
_AFTER = r"(?!\w|[-'](?!s\b)\w)"  # "Russia's" is an occurrence of Russia, "state-owned" none of state


def kwic(texts: pd.Series, pattern: str, width: int = 60) -> pd.DataFrame:
    """Show a pattern's occurrences in context (key word in context, Luhn 1960).

    pattern: one or more words, whatever their case; * stands for any run of letters in a word, and
    alone for any one word ("sovereign*", "special * operation"); {a,b} for one of several endings ("polic{y,ies}").
    "US" finds US and U.S., not us.
    width: characters of context on either side.
    Returns one row an occurrence, in the order of the texts: unit (or the name of the texts' index), left,
    match, right, start, end (in the text); the text is shown as it is, and found with straight marks or curly ones.
    Raises InputError if the pattern holds no letter or digit, its braces are not closed, or the width is negative.
    """
    unit = texts.index.name or "unit"
    table = pd.DataFrame(list(find_hits(texts.items(), pattern, width)), columns=[unit, *COLUMNS])
    kinds = {"left": "str", "match": "str", "right": "str", "start": "int64", "end": "int64"}
    return table.astype(kinds if len(table) else {unit: texts.index.dtype, **kinds})


def find_hits(texts: Iterable[tuple[object, str]], pattern: str, width: int = 60) -> Iterator[tuple]:
    """Find a pattern's occurrences one by one, for those who need only the first: tuples of the columns of `kwic`.

    texts: pairs of a unit and its text. Raises InputError as `kwic` does.
    """
    require(isinstance(pattern, str), f"pattern={pattern!r} is no string: give words, with * for any letters.")
    require(isinstance(width, int) and width >= 0, f"width={width!r} is not a whole number of characters, 0 or more.")
    find = compile_pattern(straighten(pattern))
    runs = re.findall(r"[^\W_]+", re.sub(r"\{.*?\}", " ", pattern.lower()))  # what every variant has
    needle = max(runs, key=len, default="")
    needle = needle if len(needle) > 4 else ""  # short ones may be written with dots: U.S.
    for key, text in texts:
        if isinstance(text, str) and needle in text.lower():
            for hit in find.finditer(straighten(text)):
                yield (key, *_context(text, hit.start(), hit.end(), width))


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile words with * and {a,b} into a regular expression that finds them whole, the longest there are."""
    if not re.search(r"\w", pattern):
        raise InputError(f'pattern={pattern!r} holds no word: write words, with * for any letters ("sovereign*").')
    if not {*"{}"} & {*pattern}:
        return re.compile(_BEFORE + _words(pattern) + _AFTER, re.IGNORECASE)
    try:
        variants = sorted(list_variants(pattern), key=len, reverse=True)
    except ValueError as fault:
        raise InputError(f"pattern={pattern!r}: {fault}.") from fault
    require(all(re.search(r"\w", one) for one in variants), f"pattern={pattern!r} may stand for no word at all.")
    return re.compile(f"{_BEFORE}(?:{'|'.join(map(_words, variants))}){_AFTER}", re.IGNORECASE)


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
    literal = "".join(r"\w*" if part == "*" else re.escape(part) for part in re.split(r"(\*)", word))
    return f"(?:{literal}|{_dotted(word)})" if word.isalpha() and len(word) <= 4 else literal


def _dotted(word: str) -> str:
    return r"\.".join(word) + r"\b\.?"


def _context(text: str, start: int, end: int, width: int) -> tuple[str, str, str, int, int]:
    """Return left, match, right, start and end of an occurrence, blanks made single spaces."""
    left, match, right = text[max(0, start - width) : start], text[start:end], text[end : end + width]
    return *(re.sub(r"\s+", " ", part) for part in (left, match, right)), start, end
