"""Whom a bare title or a description can mean: who bears this very title, who has one that a general noun covers."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.people.names import POSSESSIVE
from analysis.people.titles import ROLES, ROLES_HE, ROLES_SHE, TITLES
from analysis.voices.referents_titles import (
    ALTERING,
    HEADS_ALL,
    SHORT_FORMS,
    BorneTitle,
    agrees,
    is_country,
    parse_title,
)
from analysis.words.classes import ADJECTIVES, DETERMINERS, PREPOSITIONS, REGIONS

NAMELESS = frozenset(["unnamed", "anonymous", "unidentified", "nameless"])
ANYBODY = frozenset(["man", "woman", "politician"])
MEMBERS = frozenset(["democrat", "republican"])
LAWMAKERS = "senator representative deputy mp lawmaker member democrat republican legislator councillor leader "
LAWMAKERS += "whip"
PARTIES = frozenset(["democratic", "republican", "democrat", "labour", "conservative", "liberal", "tory"])
COVERED = {  # titles that a general noun covers
    "official": "minister secretary commissioner administrator deputy official ambassador envoy governor",
    "politician": f"leader governor candidate minister mayor president premier chancellor {LAWMAKERS}",
    "diplomat": "ambassador envoy diplomat",
    "lawmaker": LAWMAKERS,
    "legislator": LAWMAKERS,
    "democrat": LAWMAKERS,
    "republican": LAWMAKERS,
    "chief": "director head commissioner administrator secretary minister chairman president governor executive ceo",
    "representative": "spokesman representative",
    "businessman": "billionaire mogul magnate developer tycoon founder",
    "billionaire": "businessman mogul magnate founder",
}
CALLED = {  # what a body is called by the words of who heads it
    "pentagon": frozenset(["defense", "defence"]),
    "fed": frozenset(["reserve"]),
    "justice": frozenset(["attorney"]),
}
PLAIN = frozenset(["top", "senior", "veteran", "leading"])  # that make no other title of one
ASIDES = frozenset([",", "(", "-", "–", "—", "who", "whose", "which"])  # with which a title ends: the mayor, who ...
OTHER_HEADS = frozenset(["governor", "mayor", "premier", "minister", "chancellor", "king", "queen"])
FAR = 3000  # characters back that a nameless person can be meant by a noun alone


class AskedTitle(NamedTuple):
    """What a bare title asks for: its noun, the words that tell whom, those with a capital, those that own."""

    title: BorneTitle
    content: frozenset[str]
    proper: tuple[str, ...]
    owned: frozenset[str]
    sex: str
    himself: bool
    nameless: bool


def parse_asked(words: Sequence[str]) -> AskedTitle | None:
    """Read "the former vice president", "the head of the agency", "the mayor himself"; None if it is no title."""
    plain = [word for word in words if word.lower() not in ("himself", "herself")]
    while plain and plain[0].lower() in DETERMINERS:
        plain = plain[1:]
    nameless = any(word.lower() in NAMELESS for word in plain)
    plain = [word for word in plain if word.lower() not in NAMELESS]
    plain = plain[: next((at for at in range(1, len(plain)) if _opens_aside(plain, at)), len(plain))]
    title = parse_title(plain) if plain else None
    if title is None:
        return None
    lows = frozenset(word.lower() for word in plain)
    content = frozenset(low for low in lows if low not in DETERMINERS and low not in PREPOSITIONS and len(low) > 2)
    sex = "f" if content & ROLES_SHE else "m" if content & ROLES_HE - {"spokesman", "chairman"} else ""
    owned = frozenset(POSSESSIVE.sub("", word.lower()) for word in plain if POSSESSIVE.search(word))
    proper = tuple(
        low for word in plain if word[0].isupper() and (low := POSSESSIVE.sub("", word.lower())) != title.head
    )
    return AskedTitle(title, content, proper, owned, sex, len(plain) < len(words) and "self" in words[-1], nameless)


def is_shorter_for(asked: AskedTitle, last: str) -> bool:
    """Tell whether a title is short for who is described at length: the commissioner, for the dam commissioner of Hull.

    last: who spoke last, as the text calls them.
    """
    words = last.split()
    described = parse_asked(words) if len(words) > 2 and words[0].lower() == "the" and not asked.owned else None
    if described is None or not asked.content < described.content:
        return False
    return described.title.kind == asked.title.kind and described.title.former == asked.title.former


def _opens_aside(words: Sequence[str], at: int) -> bool:
    """Tell "the mayor, who left" from "his boss, the mayor", of whom both say the title."""
    return words[at].lower() in ASIDES and not (
        words[at] == "," and words[at + 1 : at + 2] > [""] and words[at + 1].lower() in DETERMINERS
    )


def group_alike(titles: Mapping[str, Sequence[BorneTitle]]) -> dict[tuple[BorneTitle, ...], list[str]]:
    """Group people by their titles, so that the same ones are rated once, however many people bear them."""
    alike: dict[tuple[BorneTitle, ...], list[str]] = {}
    for name, told in titles.items():
        alike.setdefault(tuple(dict.fromkeys(told)), []).append(name)
    return alike


def choose_bearers(
    asked: AskedTitle, alike: Mapping[tuple[BorneTitle, ...], Sequence[str]], may_be: Callable[[str], bool]
) -> list[str]:
    """Choose whom the text calls by the very title that is asked for, by its country or body if that is asked for.

    alike: people by their titles; may_be: tells who can be meant at all.
    """
    rated: dict[int, list[str]] = {}
    for told, names in alike.items():
        if rate := rate_bearer(asked, told):
            rated.setdefault(rate, []).extend(names)
    found = ([name for name in rated[rate] if may_be(name)] for rate in sorted(rated, reverse=True))
    return next(filter(None, found), [])


def rate_bearer(asked: AskedTitle, told: Sequence[BorneTitle]) -> int:
    """Rate somebody's titles against the one asked for: 3 the same, 1 or 2 nothing against it, 0 another title."""
    same = [title for title in told if title.kind == asked.title.kind]
    if same and all(title.about == HEADS_ALL for title in same):
        return 0 if any(title.head in OTHER_HEADS or title.former for title in told) or asked.title.former else 2
    if not any(title.former == asked.title.former for title in same if title.about != HEADS_ALL):
        return 0
    about = _words_of(told)
    missing = {low for low in asked.title.about - ALTERING if not _is_told(low, asked, about)}
    if not missing:
        if asked.title.head == "president" and not asked.title.about and _heads_a_body(same):
            return 1
        abroad = asked.title.head not in MEMBERS and any(any(map(is_country, title.about)) for title in same)
        return 2 if abroad else 3  # who is called so without a country is of the text's own
    if not asked.owned.isdisjoint(missing) or (missing & PARTIES and about & PARTIES) or is_elsewhere(asked, told):
        return 0
    against = _words_of(same) - ALTERING
    if asked.title.head in MEMBERS:
        against = frozenset().union(*(title.proper for title in same)) - PARTIES
    return int(not against or all(_is_adjective(low) and low not in asked.title.proper - PARTIES for low in missing))


def is_elsewhere(asked: AskedTitle, told: Sequence[BorneTitle]) -> bool:
    """Tell whether what is asked for, the Ohio senator, and what the text says of somebody, of Utah, are two places."""
    places = {low for low in asked.proper if low.rstrip(".") in REGIONS}
    others = {low for title in told for low in title.proper if low.rstrip(".") in REGIONS} if places else frozenset()
    places.add(" ".join(asked.proper))
    return bool(others) and not any(agrees(place, other) for place in places for other in others)


def _words_of(titles: Sequence[BorneTitle]) -> frozenset[str]:
    return frozenset().union(*(title.about for title in titles))


def _heads_a_body(titles: Sequence[BorneTitle]) -> bool:
    """Tell the president of a union, of whom every title says so, from that of a country."""
    return all(title.about - ALTERING and not any(is_country(low) for low in title.about) for title in titles)


def _is_told(low: str, asked: AskedTitle, about: Iterable[str]) -> bool:
    if low in about:
        return True
    place = " ".join(asked.proper) if low in asked.proper else ""
    placed = bool(place) and (asked.title.head in MEMBERS or low.rstrip(".") in REGIONS)  # the Ohio senator, of R-Ohio
    return placed and any(agrees(place, one) for one in about)


def _is_adjective(low: str) -> bool:
    return low in ROLES or low in PARTIES or low.endswith(ADJECTIVES) or not low.isalpha()


def is_covered(asked: AskedTitle, told: Sequence[BorneTitle]) -> bool:
    """Tell whether a general noun covers a title of somebody's, and what is asked for besides is not against it."""
    if asked.title.head == "chief" and not asked.proper:
        return False  # the CIA chief is its director, the chief whoever is called so
    covered = frozenset(COVERED.get(asked.title.head, "").split())
    foreign = asked.title.head == "diplomat"
    if not any(title.head in covered or (foreign and _is_of_foreign_office(title)) for title in told):
        return False
    if asked.title.head in MEMBERS and any(title.head in MEMBERS for title in told):
        return False  # of another party or another place, or it would bear the title
    about = _words_of(told) - ALTERING
    rest = asked.title.about - about - PLAIN
    named = all(_is_adjective(low) or not about.isdisjoint(CALLED.get(low, ())) for low in rest)
    return named or asked.title.head in MEMBERS


def _is_of_foreign_office(title: BorneTitle) -> bool:
    """Tell a spokeswoman of the Foreign Ministry and the secretary of state from a state senator."""
    named = not title.about.isdisjoint(["ambassador", "envoy", "diplomat", "foreign", "ministry"])
    return named or ("state" in title.about and title.head in ("secretary", "spokesman", "official"))


@lru_cache(maxsize=1000)
def _list_forms(head: str) -> tuple[str, ...]:
    if head in MEMBERS:
        return (head.capitalize(),)
    return (head, *(form for form, same in SHORT_FORMS.items() if same == head and len(form) > 4))


@lru_cache(maxsize=1000)
def _nameless_pattern(head: str) -> re.Pattern[str]:
    noun = "|".join(map(re.escape, _list_forms(head)))
    return re.compile(
        rf"\b(?P<article>[Aa]n?|[Oo]ne|[Aa]nother)(?P<words>(?: [\w’'.-]+){{0,4}}?) (?:{noun})\b(?!-|['’])"
    )


BESIDE = re.compile(r"(?:(?:\b(?:is|was|be|been|being|as|became|become|like|not|than)|,|\)|—|–) )\Z")
NAMED = re.compile(r",? (?:[A-Z][\w-]+ [A-Z]|(?:named|called|identified as) [A-Z])")


def find_nameless(text: str, asked: AskedTitle, at: int, is_quoted: Callable[[int], bool]) -> int:
    """Find where somebody is spoken of last before a place under this noun and no name: "a senior official"; else -1.

    Somebody so called beside a name ("Lee, an official") or behind "is" has one.
    """
    last = -1
    if all(text.find(f" {form}", max(0, at - FAR), at) < 0 for form in _list_forms(asked.title.head)):
        return last  # that a text holds the noun is told much faster than how it stands there
    for match in _nameless_pattern(asked.title.head).finditer(text, max(0, at - FAR), at):
        before, words = text[max(0, match.start() - 8) : match.start()], {*match["words"].lower().split()}
        opening = not BESIDE.search(before) or re.match(r"[^,]{0,9}\Z", before) is not None
        told = asked.title.about - {"senior", "top", *words, *text[match.end() : match.end() + 60].lower().split()}
        if opening and not told and not NAMED.match(text, match.end()) and not is_quoted(match.start()):
            last = match.start()
    return last


def is_described(asked: AskedTitle, told: Sequence[BorneTitle], beside: Container[str]) -> bool:
    """Tell whether the names that are asked for (the Hull historian) stand beside somebody who has no other office."""
    if asked.title.head in COVERED or asked.owned or not asked.proper or any(low not in beside for low in asked.proper):
        return False
    return asked.title.head not in TITLES and not any(title.head in TITLES for title in told)
