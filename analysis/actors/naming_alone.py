"""Single words to actors, by their labels and by what the document and the corpus have."""

from __future__ import annotations

from analysis.actors.findings import FoundName
from analysis.actors.gathered import GatheredActors
from analysis.actors.labels import BANK, Label
from analysis.actors.named import Named


def identify_alone(finding: FoundName, place: int, actors: GatheredActors) -> Named | None:
    """Name a word that stands alone."""
    label = finding.labels
    if label in Label.COUNTRY + Label.BUILDING or (label in Label.CAPITAL + Label.GIVEN_OR_PLACE and finding.actor):
        return _identify_country(finding, place, actors)
    if label in Label.BODIES:
        return _identify_known_body(finding, place, actors)
    if label in Label.BODY_END + Label.POST:
        return _as_short_form(finding, place, actors) if "the" in finding.signs else None
    introduced = finding.text in actors.organisations.introduced.get(finding.document, {})
    if introduced or label in Label.ACRONYM + Label.ABBREVIATION:
        return _identify_abbreviation(finding, actors)
    return _identify_word(finding, place, actors)


def identify_part_of_name(finding: FoundName, place: int, actors: GatheredActors) -> Named | None:
    """Name the person of whose name this is a part: in the document, else (family names) in the corpus."""
    people, label = actors.people, finding.labels
    found = people.short(finding.document, place, finding.words)
    if found and (found[1] or label[-1] in Label.GIVEN + Label.GIVEN_OR_PLACE):
        return Named.as_person(finding, found[0], "surname" if found[1] else "given name")
    frequent = label in Label.GIVEN + Label.PERSON and people.count_documents(finding.words) >= 3
    if finding.rule == "surname" or label in Label.UNKNOWN + Label.FAMILY or frequent:
        least = 2 if "the" in finding.signs else 1  # the Obama administration: only who is well known in the corpus
        return Named.as_person(finding, people.meant(finding.words, least), "surname")
    return None


def _as_short_form(finding: FoundName, place: int, actors: GatheredActors) -> Named | None:
    """Name the organisation of whose full name in the document these words are a part."""
    longer = actors.organisations.short(finding.document, place, finding.text)
    return Named.as_body(finding, longer, "organisation", "short form")


def _identify_abbreviation(finding: FoundName, actors: GatheredActors) -> Named | None:
    """Name the organisation that the document or the corpus abbreviates so, or that is known by these letters alone."""
    found = actors.organisations.abbreviation(finding.document, finding.text)
    alone = finding.labels == Label.ACRONYM and finding.text in actors.known.single_bodies
    return Named.as_body(finding, found or (finding.text if alone else None), "organisation", "abbreviation")


def _identify_country(finding: FoundName, place: int, actors: GatheredActors) -> Named | None:
    """Name a country, or the person who bears its name in this document (Michael Jordan)."""
    label = finding.labels
    if label in Label.GIVEN_OR_PLACE + Label.CAPITAL:
        person = actors.people.short(finding.document, place, finding.words)
        if person and "in" not in finding.signs:
            return Named.as_person(finding, person[0], "surname")
    if label in Label.CAPITAL + Label.BUILDING and not actors.metonyms:
        return None if label == Label.CAPITAL else Named.as_body(finding, finding.text, "organisation", "alias")
    rule = {Label.CAPITAL: "capital as government", Label.BUILDING: "government building"}.get(label, "alias")
    return Named.as_body(finding, finding.actor, actors.lexicon.kinds.get(finding.actor, "country"), rule)


def _identify_known_body(finding: FoundName, place: int, actors: GatheredActors) -> Named | None:
    """Name a known organisation or a body that stands alone, the document's own longer name first."""
    label, bodies = finding.labels, actors.organisations
    if label == Label.BODY_OR_FAMILY or finding.text.endswith(BANK):
        person = actors.people.short(finding.document, place, finding.words)
        if person and person[1] == 2:  # Bloomberg, where the document has Mike Bloomberg
            return Named.as_person(finding, person[0], "surname")
    if label in Label.BODY + Label.STANDING_BODY and " " in finding.text:
        longer = _as_short_form(finding, place, actors)
        if longer and (label == Label.STANDING_BODY or finding.actor is None):
            return longer
    if label == Label.STANDING_BODY:
        found = bodies.short(finding.document, place, finding.text) or bodies.only(finding.text)
        rule = "short form" if found else "organisation"
        return Named.as_body(finding, found or bodies.full(finding), "organisation", rule)
    if finding.text in bodies.introduced.get(finding.document, {}):
        return _identify_abbreviation(finding, actors)
    return Named.as_body(finding, finding.actor, "organisation", "alias")


def _identify_word(finding: FoundName, place: int, actors: GatheredActors) -> Named | None:
    """Name a capitalised word: part of a person's or an organisation's name, or a person by what surrounds it."""
    label, signs = finding.labels, finding.signs
    if label in Label.NO_PERSON_AFTER_IN and signs & {"in", "the"}:
        return None
    weak = label in Label.WEAK and signs & {"opens", "headline"} and "shouted" not in signs
    found = None if weak and not signs & {"speech", "human"} else identify_part_of_name(finding, place, actors)
    if found:
        return found
    if label in Label.UNLISTED:
        longer = actors.organisations.begun(finding.document, place, finding.text)
        if longer or finding.text in actors.known.single_bodies:
            rule = "short form" if longer else "office"
            return Named.as_body(finding, longer or finding.text, "organisation", rule)
    human = label in Label.UNKNOWN + Label.FAMILY and "human" in signs and "the" not in signs
    if human or (label == Label.FAMILY and "speech" in signs):
        return Named.as_person(finding, actors.people.bare(finding.words), "surroundings")
    return None
