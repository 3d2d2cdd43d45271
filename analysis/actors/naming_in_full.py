"""Findings whose own words name somebody: full names, titles, organisations, listed names, headings in capitals."""

from __future__ import annotations

import re

from analysis.actors.findings import FoundName
from analysis.actors.gathered import GatheredActors
from analysis.actors.named import Named


def identify_titled(finding: FoundName, place: int, actors: GatheredActors) -> Named | None:
    """Name a person from a full name, or from a family name after a title."""
    people = actors.people
    if len(finding.words) > 1:
        return Named.as_person(finding, people.full(finding.document, finding.words), "full name")
    in_document = people.short(finding.document, place, finding.words, finding.sex)
    known = in_document[0] if in_document else people.meant(finding.words, sex=finding.sex)
    return Named.as_person(finding, known or people.bare(finding.words), "title")


def identify_shouted(finding: FoundName, place: int, actors: GatheredActors) -> Named | None:
    """Name a person in a heading in capitals, if the corpus has the full name or the document a part of it."""
    people = actors.people
    if len(finding.words) > 1 and people.knows(finding.document, finding.words):
        return Named.as_person(finding, people.full(finding.document, finding.words), "full name")
    for words in (finding.words[-1:], finding.words[:1]):
        found = people.short(finding.document, place, words)
        here = re.search(re.escape(words[0]), finding.text, re.IGNORECASE)  # .lower() would move places (İ)
        if found and found[1] and words[0].isalpha() and here:
            finding.start, finding.end = finding.start + here.start(), finding.start + here.end()
            finding.text, finding.words = here[0], words
            return Named.as_person(finding, found[0], "surname")
    return None


def identify_organisation(finding: FoundName, place: int, actors: GatheredActors) -> Named | None:
    """Name an organisation from its full name; a name of one word that is a person's is that person."""
    if len(finding.words) == 1 and finding.rule == "described":
        person = actors.people.short(finding.document, place, finding.words)
        if person:
            return Named.as_person(finding, person[0], "surname")
    if "shouted" in finding.signs and not actors.organisations.knows(finding):
        return None
    return Named.as_body(finding, actors.organisations.full(finding), "organisation", "organisation")


def identify_listed(finding: FoundName, actors: GatheredActors) -> Named | None:
    """Name the state, or whom the alias files know by this name."""
    if finding.rule == "known" and finding.actor:
        person = actors.people.full(finding.document, tuple(finding.actor.split()))
        return Named.as_person(finding, person, "known")
    kind = actors.lexicon.kinds.get(finding.actor or "", "country")
    return Named.as_body(finding, finding.actor, kind, finding.rule)
