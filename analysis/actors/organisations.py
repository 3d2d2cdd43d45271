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
from collections.abc import Hashable
from functools import lru_cache
from operator import itemgetter

from analysis.actors.findings import FoundName
from analysis.actors.known_organisations import KnownOrganisations, OrganisationCounts
from analysis.actors.labels import BANK, Label
from analysis.actors.lexicon import Lexicon
from analysis.people.folding import fold

SPELLINGS = {
    r"isation": "ization",
    r"(?<=[a-z])our\b": "or",
    r"centre": "center",
    r"defence": "defense",
    r"theatre": "theater",
    r"programme\b": "program",
    r"&": "and",
}
PATTERNS = [(re.compile(spelling), other) for spelling, other in SPELLINGS.items()]
ANY_SPELLING = re.compile("isation|our|centre|defence|theatre|programme|&")  # one search spares most names seven
LEGAL_FORM = re.compile(r"(?<=\w)[,\s]+(?:Inc|Corp|Ltd|LLC|PLC|plc|LLP|AG|GmbH|SA|S\.A|NV|N\.V|SpA|AB|PJSC|JSC|Co)\.?$")
SMALL = re.compile(r"\b(?:of|the|for|and|on|in)\b")
ARTICLE = re.compile(r"^(?:[Tt]he)\s+")
BEFORE_OF = re.compile(r"\s(?:of|for|on)\s")


@lru_cache(maxsize=200_000)
def organisation_key(name: str) -> str:
    """Reduce the name of an organisation to a key that its spellings share."""
    small = LEGAL_FORM.sub("", name).lower()
    if ANY_SPELLING.search(small):
        for pattern, other in PATTERNS:
            small = pattern.sub(other, small)
    return " ".join(fold(word) or word for word in SMALL.sub(" ", small).split())


def full_name(finding: FoundName, lexicon: Lexicon) -> str:
    """Write an organisation's name as tables show it: on one line, without the article, its country in front."""
    text = " ".join(finding.words) if "shouted" in finding.signs else finding.text
    name = ARTICLE.sub("", " ".join(text.split()))
    if finding.owner is None:
        return lexicon.bodies.get(name, name)
    core, rest = _without_country(finding) if re.search("[DC]", finding.labels) else (name, ())
    core = lexicon.bodies.get(core, core)
    of_state = core and not lexicon.words["state_bodies"].isdisjoint((core, core.split()[0], core.split()[-1]))
    if of_state or (core and finding.words[0] in lexicon.words["american"]):
        front = lexicon.adjectives.get(finding.owner, finding.owner)
        return re.sub(r" ([,'’])", r"\1", " ".join((front, core, *rest)))
    return name


def _without_country(finding: FoundName) -> tuple[str, tuple[str, ...]]:
    """Take the country off a name, in front (Russian, Russia's) or inside (of Russia): the core, what follows it."""
    labels, words = finding.labels, finding.words
    inside = re.search("oe?C", labels)
    if labels[0] in Label.NATIONALITY + Label.COUNTRY:
        begin = 2 if labels[1:2] == Label.POSSESSIVE else 1
        end = labels.find(Label.IN) if Label.IN in labels else len(labels)
    elif inside:
        begin, end = 0, inside.start()
        return " ".join(words[begin:end]), words[inside.end() :]
    else:
        return "", ()
    return " ".join(words[begin:end]), words[end:]


class Organisations:
    """The organisations of some documents, and which of all a name, an abbreviation or a short form means."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Start with the organisations of the alias files."""
        self.lexicon = lexicon
        self.fixed: dict[str, str] = lexicon.fixed.setdefault("organisations", {})
        if not self.fixed:
            for section in ("organisations", "platforms"):
                for actor, names in lexicon.aliases.names[section].items():
                    self.fixed.update((organisation_key(name), actor) for name in (actor, *names))
        self.known = KnownOrganisations()
        self.counts = OrganisationCounts()
        self.here: dict[tuple[Hashable, str], list[tuple[int, str]]] = defaultdict(list)  # short form -> place, key
        self.begins: dict[tuple[Hashable, str], list[tuple[int, str]]] = defaultdict(list)
        self.introduced: dict[Hashable, dict[str, str]] = defaultdict(dict)

    def add(self, finding: FoundName, place: int) -> None:
        """Note an organisation named in full."""
        name = finding.actor or full_name(finding, self.lexicon)
        key = organisation_key(name)
        self._count(key, name)
        words = key.split()
        if words[0] in self.lexicon.words["partisan"] and len(words) > 1 and finding.labels[-1] in Label.STANDING_BODY:
            return  # the Republican Senate is the Senate
        for short in shortened(name, key):
            if finding.labels[-1] == Label.STANDING_BODY and not finding.owner and finding.labels[0] != Label.BODY:
                break  # the Alabama Senate is seldom what "the Senate" means
            add_place(self.here[finding.document, short], place, key)
            if key.endswith(f" {short}") and self._can_stand(short):
                self.counts.endings.setdefault(short, set()).add(key)
        for at in range(1, len(words)):
            add_place(self.begins[finding.document, " ".join(words[:at])], place, key)

    def _count(self, key: str, name: str) -> None:
        self.counts.forms.setdefault(key, Counter())[name] += 1

    def _can_stand(self, short: str) -> bool:
        """Tell whether a short form is asked for without its document's own: only bodies that stand alone are."""
        standing = self.lexicon.fixed.setdefault("standing", {})
        if not standing:
            standing.update((organisation_key(name), name) for name in self.lexicon.standing())
        return short in standing or short.endswith(BANK)

    def introduce(self, finding: FoundName) -> None:
        """Note that a document introduces an abbreviation for a name."""
        name = full_name(finding, self.lexicon)
        key = organisation_key(name)
        self._count(key, name)
        self.introduced[finding.document][finding.words[0]] = key
        self.counts.abbreviations.setdefault(finding.words[0], set()).add(key)

    def name(self, key: str) -> str:
        """Name the organisation of a key: as the alias files do, else as most mentions do."""
        return self.fixed.get(key) or self.known.shown[key]

    def full(self, finding: FoundName) -> str:
        """Name the organisation that a full name means."""
        return self.name(organisation_key(finding.actor or full_name(finding, self.lexicon)))

    def knows(self, finding: FoundName) -> bool:
        """Tell whether the texts or the alias files have an organisation of this full name."""
        key = organisation_key(finding.actor or full_name(finding, self.lexicon))
        return key in self.fixed or key in self.known.shown

    def abbreviation(self, document: Hashable, short: str) -> str | None:
        """Name the organisation that an abbreviation means, by the document's own introduction first."""
        if short in self.introduced.get(document, {}):
            return self.name(self.introduced[document][short])
        return self.known.abbreviations.get(short)

    def short(self, document: Hashable, place: int, words: str) -> str | None:
        """Name the organisation of the document whose name ends with these words, the last before the place."""
        return self._last(self.here.get((document, organisation_key(words))), place)

    def begun(self, document: Hashable, place: int, words: str) -> str | None:
        """Name the organisation of the document whose name begins with these words (Amnesty)."""
        return self._last(self.begins.get((document, organisation_key(words))), place)

    def _last(self, fitting: list[tuple[int, str]] | None, place: int) -> str | None:
        if not fitting:
            return None
        before = bisect_right(fitting, place, key=itemgetter(0))
        return self.name(fitting[max(0, before - 1)][1])

    def only(self, words: str) -> str | None:
        """Name the organisation of the corpus that ends with these words, if it is the only one."""
        return self.known.only.get(organisation_key(words))


@lru_cache(maxsize=200_000)
def shortened(name: str, key: str) -> frozenset[str]:
    """List the short forms of a name: its last words, and the last of those before "of"."""
    words, core = key.split(), organisation_key(BEFORE_OF.split(name)[0]).split()
    ends = {" ".join(words[at:]) for at in range(1, len(words))} | {" ".join(core[at:]) for at in range(len(core))}
    return frozenset(ends - {key})


def add_place(named: list[tuple[int, str]], place: int, key: str) -> None:
    """Note from which place on a short form means an organisation, unless it does already."""
    if not named or named[-1][1] != key:
        named.append((place, key))
