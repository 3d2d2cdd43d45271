"""Somebody of several whom the text names no further: l'un d'eux, einer der Männer, олардың бірі."""

from __future__ import annotations

from functools import cache

from analysis.voices.languages.described import Subject
from analysis.voices.languages.full_names import NamedAt
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import end_of_phrase
from analysis.voices.languages.rules import LanguageRules

SIGNS = str.maketrans({"’": "'"})


def find_one_of(passage: Passage, at: int, hi: int) -> Subject | None:
    """Find "one of them", or "one of the" with whom that is, at a token."""
    rules, low = passage.rules, passage.lows[at].translate(SIGNS) if at < hi else ""
    for others, goes_on in _list_phrases(rules).get(low, ()):
        last = at + len(others) + 1
        if [word.translate(SIGNS) for word in passage.lows[at + 1 : last]] != list(others) or last > hi:
            continue
        end = end_of_phrase(passage, last, hi) if goes_on else last
        if end == last and goes_on:
            continue
        if named := _named_beside(passage, end, hi):  # one of them, Ann Lee, said
            return Subject(at, named[0], named[1].name, "person", named[1].sex)
        name = " ".join(passage.text[passage.starts[at] : passage.ends[end - 1]].split())
        return Subject(at, end, name[0].lower() + name[1:], "role")
    return None


def _named_beside(passage: Passage, comma: int, hi: int) -> tuple[int, NamedAt] | None:
    """The name between two commas that says who one of several is."""
    found = passage.named.get(comma + 1) if comma < hi and passage.lows[comma] == "," else None
    closed = found and found[1].is_nominative and found[0] < hi and passage.lows[found[0]] == ","
    return found if closed else None


@cache
def _list_phrases(rules: LanguageRules) -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """The words for one of several, by their first words: the others, and whether a noun goes on with them."""
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for phrase in sorted(rules.lists["one_of"], key=len, reverse=True):
        first, *others = phrase.removesuffix(" ...").split()
        found.setdefault(first, []).append((tuple(others), phrase.endswith(" ...")))
    return found
