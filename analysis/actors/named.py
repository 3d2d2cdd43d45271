"""A finding with the person, organisation or country that it names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.actors.findings import FoundName
from analysis.people.register import Person

WORD = re.compile(r"[^\W_]+")


class Named(NamedTuple):
    """A finding with the actor it names, and the rule that says so."""

    finding: FoundName
    actor_id: str
    actor: str
    kind: str
    rule: str
    country: str | None

    @classmethod
    def as_body(cls, finding: FoundName, actor: str | None, kind: str, rule: str) -> Named | None:
        """Name an organisation or a country; None if there is none."""
        if actor is None:
            return None
        country = actor if kind == "country" else finding.owner
        return cls(finding, identify_body(actor, kind), actor, kind, rule, country)

    @classmethod
    def as_person(cls, finding: FoundName, person: Person | None, rule: str) -> Named | None:
        """Name a person; None if there is none."""
        return cls(finding, person.actor_id, person.name, "person", rule, finding.owner) if person else None


@lru_cache(maxsize=200_000)
def identify_body(actor: str, kind: str) -> str:
    """Write an organisation or a country as the identifier that tables hold: "organisation:united_nations"."""
    slug = "_".join(WORD.findall(actor.lower()))
    return f"{kind}:{slug or actor}"
