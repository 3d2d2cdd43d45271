"""Findings to actors: what is sure names people and organisations, what is not is judged by them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from analysis.actors.findings import FoundName
from analysis.actors.gathered import GatheredActors
from analysis.actors.guesses import ORGANISATIONS, SURE_PEOPLE, is_only_shouted
from analysis.actors.named import Named
from analysis.actors.naming_alone import identify_alone, identify_part_of_name
from analysis.actors.naming_in_full import identify_listed, identify_organisation, identify_shouted, identify_titled

LISTED = frozenset(("state", "government", "flag", "known"))


def identify_findings(document: list[FoundName], actors: GatheredActors) -> Iterator[Named]:
    """Name the actors of one document's findings; overlapping ones and those that name none are left out."""
    taken: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
    introduced = {(finding.row, finding.start): finding for finding in document if finding.rule == "introduced"}
    for place, finding in enumerate(document):
        if finding.rule == "introduced":
            continue
        longer = introduced.get((finding.row, finding.start))
        if longer and longer.end >= finding.end and finding.rule not in SURE_PEOPLE:
            finding = longer
        spans = taken[finding.row]
        if spans and any(start < finding.end and finding.start < end for start, end in spans[-3:]):
            continue
        named = _identify(finding, place, actors)
        if named and _is_allowed(named, actors):
            spans.append((finding.start, finding.end))
            yield named


def _identify(finding: FoundName, place: int, actors: GatheredActors) -> Named | None:
    """Name one finding by its rule."""
    rule = finding.rule
    if is_only_shouted(finding) and rule not in ORGANISATIONS:
        return identify_shouted(finding, place, actors)
    if rule in SURE_PEOPLE or rule == "supported":
        return identify_titled(finding, place, actors)
    if rule in ORGANISATIONS or rule == "introduced":
        return identify_organisation(finding, place, actors)
    if rule in LISTED:
        return identify_listed(finding, actors)
    if rule == "surname":
        return identify_part_of_name(finding, place, actors)
    return identify_alone(finding, place, actors) if rule == "single" else None


def _is_allowed(named: Named, actors: GatheredActors) -> bool:
    """Tell whether the document has the words that an alias's conditions ask for."""
    if named.actor not in actors.lexicon.conditions:
        return True
    only_with, not_with = actors.lexicon.conditions[named.actor]
    here = actors.asked.get(named.finding.document, frozenset())
    return (not only_with or bool(only_with & here)) and not not_with & here
