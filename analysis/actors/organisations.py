"""One name for all the ways a text and a corpus name an organisation.

Names are one if their words fold to the same key (Organisation, Organization; Centre, Center). A body of a
state goes under its country's adjective (the Armed Forces of Ukraine: Ukrainian Armed Forces). An abbreviation
leads to the name that introduced it in the document, else to the one that introduced it everywhere.
A short form (the Council) leads to the last organisation of the document that ends or begins with it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from operator import itemgetter

from analysis.actors.findings import Finding
from analysis.actors.folding import fold
from analysis.actors.lexicon import Lexicon

SPELLINGS = ((r"isation", "ization"), (r"(?<=[a-z])our\b", "or"), (r"centre", "center"), (r"defence", "defense"), (r"theatre", "theater"),
             (r"programme\b", "program"), (r"&", "and"))  # fmt: skip
SMALL = re.compile(r"\b(?:of|the|for|and|on|in)\b")
ARTICLE = re.compile(r"^(?:[Tt]he)\s+")
AMERICAN = frozenset(("US", "U.S.", "American", "United States"))


def organisation_key(name: str) -> str:
    """Reduce the name of an organisation to a key that its spellings share."""
    small = name.lower()
    for spelling, other in SPELLINGS:
        small = re.sub(spelling, other, small)
    return " ".join(fold(word) or word for word in SMALL.sub(" ", small).split())


def full_name(finding: Finding, lexicon: Lexicon) -> str:
    """Write an organisation's name as tables show it: on one line, without the article, its country in front."""
    name = ARTICLE.sub("", " ".join(finding.text.split()))
    if finding.owner is None:
        return lexicon.bodies.get(name, name)
    core, rest = _without_country(finding)
    core = lexicon.bodies.get(core, core)
    of_state = core and not lexicon.words["state_bodies"].isdisjoint((core, core.split()[0], core.split()[-1]))
    if of_state or (core and finding.words[0] in AMERICAN):
        return " ".join((lexicon.adjectives.get(finding.owner, finding.owner), core, *rest))
    return name


def _without_country(finding: Finding) -> tuple[str, tuple[str, ...]]:
    """Take the country off a name, in front (Russian, Russia's) or inside (of Russia): the core, what follows it."""
    labels, words = finding.labels, finding.words
    inside = re.search("oe?C", labels)
    if labels[0] in "DC":
        begin = 2 if labels[1:2] == "s" else 1
        end = labels.find("p") if "p" in labels else len(labels)
    elif inside:
        begin, end = 0, inside.start()
        return " ".join(words[begin:end]), words[inside.end() :]
    else:
        return "", ()
    return " ".join(words[begin:end]), words[end:]


class Organisations:
    """The organisations of a corpus, and which of them a name, an abbreviation or a short form means."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Start with the organisations of the alias files."""
        self.lexicon = lexicon
        self.fixed: dict[str, str] = {}
        for section in ("organisations", "platforms"):
            for actor, names in lexicon.aliases.names[section].items():
                self.fixed.update((organisation_key(name), actor) for name in (actor, *names))
        self.forms: dict[str, Counter[str]] = defaultdict(Counter)
        self.owners: dict[str, str] = {}
        self.here: dict[tuple[int, str], list[tuple[int, str]]] = defaultdict(list)  # short form -> place, key
        self.endings: dict[str, set[str]] = defaultdict(set)
        self.introduced: dict[int, dict[str, str]] = defaultdict(dict)
        self.abbreviations: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, finding: Finding, place: int) -> None:
        """Note an organisation named in full."""
        name = finding.actor or full_name(finding, self.lexicon)
        key = organisation_key(name)
        self.forms[key][name] += 1
        for short in shortened(key):
            named = self.here[finding.document, short]
            if not named or named[-1][1] != key:
                named.append((place, key))
            if key.endswith(f" {short}"):
                self.endings[short].add(key)
        if finding.owner:
            self.owners[key] = finding.owner

    def introduce(self, finding: Finding) -> None:
        """Note that a document introduces an abbreviation for a name."""
        key = organisation_key(full_name(finding, self.lexicon))
        self.forms[key][full_name(finding, self.lexicon)] += 1
        self.introduced[finding.document][finding.words[0]] = key
        self.abbreviations[finding.words[0]][key] += 1

    def name(self, key: str) -> str:
        """Name the organisation of a key: as the alias files do, else as most mentions do."""
        if key in self.fixed:
            return self.fixed[key]
        counted = self.forms[key]
        return min(counted, key=lambda form: (-counted[form], -len(form), form))

    def full(self, finding: Finding) -> str:
        """Name the organisation that a full name means."""
        return self.name(organisation_key(finding.actor or full_name(finding, self.lexicon)))

    def abbreviation(self, document: int, short: str) -> str | None:
        """Name the organisation that an abbreviation means, by the document's own introduction first."""
        if short in self.introduced.get(document, {}):
            return self.name(self.introduced[document][short])
        counted = self.abbreviations.get(short)
        return self.name(next(iter(counted))) if counted and len(counted) == 1 else None

    def short(self, document: int, place: int, words: str) -> str | None:
        """Name the organisation of the document whose name ends or begins with these words, the last before the place."""
        fitting = self.here.get((document, organisation_key(words)))
        if not fitting:
            return None
        before = bisect_right(fitting, place, key=itemgetter(0))
        return self.name(fitting[max(0, before - 1)][1])

    def only(self, words: str) -> str | None:
        """Name the organisation of the corpus that ends with these words, if it is the only one."""
        fitting = {self.name(key) for key in self.endings.get(organisation_key(words), ())}
        return fitting.pop() if len(fitting) == 1 else None


def shortened(key: str) -> list[str]:
    """List the short forms of a name: its last words and its first."""
    words = key.split()
    return [*(" ".join(words[at:]) for at in range(1, len(words))), *(" ".join(words[:at]) for at in range(1, len(words)))]
