"""Which body "the group", "the company" and "the court" mean: what spoke or acted last, if it may be called so."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.people.lists import given_names, load_list
from analysis.voices.lately import find_looked_at
from analysis.voices.referents import Referents
from analysis.voices.referents_titles import is_country
from analysis.voices.several_meant import find_it, is_several

CALLED = frozenset(["group", "organization", "organisation", "company", "firm", "outlet", "newspaper", "paper",
    "magazine", "publication", "network", "nonprofit", "charity", "coalition", "association", "startup"])  # fmt: skip
"""Nouns by which news calls whose name says nothing of it: the Holm Fund, the group."""
OFFICIAL = frozenset(["administration", "agency", "army", "assembly", "board", "bureau", "cabinet", "commission",
    "committee", "congress", "council", "court", "department", "embassy", "government", "house", "kremlin", "ministry",
    "navy", "office", "panel", "parliament", "party", "pentagon", "police", "senate", "state"])  # fmt: skip
"""... and those that a body of the state has in its name, by which alone it is called."""
WORKING = frozenset(["rights", "advocacy", "news", "tech", "trade", "lobbying", "watchdog", "environmental", "polling",
    "research", "media", "activist", "nonprofit", "industry"])  # fmt: skip
"""... and what such a noun may have before it: the rights group."""
NEWSROOMS = frozenset(["newspaper", "paper", "magazine", "publication", "outlet", "network"])
PAPERS = frozenset(["beacon", "courier", "gazette", "globe", "guardian", "herald", "journal", "magazine", "news",
    "post", "press", "review", "star", "sun", "telegraph", "times", "tribune"])  # fmt: skip
"""... and words of a paper's name, which is no group."""
ALIKE = {"panel": frozenset(["committee", "commission", "board", "panel"])}


def find_body(words: Sequence[str], people: Referents, at: int) -> str | None:
    """Find whom "the group" or "the court" means: the body that spoke or acted last, in its paragraph or the one above.

    A company is no office of the state, a court is what has a court in its name, and one of whom more is said ("the
    largest group") may be another.
    """
    kind = len(words) == 3 and words[1] in WORKING and words[2] in CALLED
    if not (kind or (len(words) == 2 and words[1] in CALLED | OFFICIAL)) or words[0].lower() != "the":
        return None
    since = find_looked_at(people.text, at)
    last = next(((place, name) for place, name in people.list_spoken(4) if place < at), (-1, ""))
    name = last[1] if last[0] >= since else ""
    named = name if _is_body(name, people) else find_it(people, at) or ""
    return named if _is_body(named, people) and _can_be_called(named, words[-1]) else None


def _is_body(name: str, people: Referents) -> bool:
    """Tell the Justice Department, Acme and Mill Democrats from people, roles and papers."""
    words = name.split()
    if not words or not (words[0][0].isupper() and words[-1][0].isupper()) or " and " in name:
        return False
    if len(words) == 1:
        person = people.is_person(name) or people.has_family(name) or name in load_list("family_names")
    else:
        person = people.is_somebody(name) or (len(words) == 2 and words[0].lower() in given_names())
    return not person and not (len(words) == 1 and is_several(name)) and words[0] != "The" and not is_country(name)


def _can_be_called(name: str, noun: str) -> bool:
    lows = name.lower().split()
    if noun in OFFICIAL:
        return not ALIKE.get(noun, frozenset([noun])).isdisjoint(lows)
    paper = noun not in NEWSROOMS and any(low.rpartition("-")[2] in PAPERS for low in lows)
    return OFFICIAL.isdisjoint(lows) and not paper
