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

from analysis.actors.findings import Finding
from analysis.actors.labels import Label
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


def full_name(finding: Finding, lexicon: Lexicon) -> str:
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


def _without_country(finding: Finding) -> tuple[str, tuple[str, ...]]:
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
    """The organisations of a corpus, and which of them a name, an abbreviation or a short form means."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Start with the organisations of the alias files."""
        self.lexicon = lexicon
        self.fixed: dict[str, str] = lexicon.fixed.setdefault("organisations", {})
        if not self.fixed:
            for section in ("organisations", "platforms"):
                for actor, names in lexicon.aliases.names[section].items():
                    self.fixed.update((organisation_key(name), actor) for name in (actor, *names))
        self.forms: dict[str, Counter[str]] = defaultdict(Counter)
        self.same: dict[str, str] = {}
        self.owners: dict[str, str] = {}
        self.here: dict[tuple[Hashable, str], list[tuple[int, str]]] = defaultdict(list)  # short form -> place, key
        self.begins: dict[tuple[Hashable, str], list[tuple[int, str]]] = defaultdict(list)
        self.endings: dict[str, set[str]] = defaultdict(set)
        self.introduced: dict[Hashable, dict[str, str]] = defaultdict(dict)
        self.abbreviations: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, finding: Finding, place: int) -> None:
        """Note an organisation named in full."""
        name = finding.actor or full_name(finding, self.lexicon)
        key = organisation_key(name)
        self.forms[key][name] += 1
        words = key.split()
        if words[0] in self.lexicon.words["partisan"] and len(words) > 1 and finding.labels[-1] in Label.STANDING_BODY:
            return  # the Republican Senate is the Senate
        for short in shortened(name, key):
            if finding.labels[-1] == Label.STANDING_BODY and not finding.owner and finding.labels[0] != Label.BODY:
                break  # the Alabama Senate is seldom what "the Senate" means
            add_place(self.here[finding.document, short], place, key)
            if key.endswith(f" {short}"):
                self.endings[short].add(key)
        for at in range(1, len(words)):
            add_place(self.begins[finding.document, " ".join(words[:at])], place, key)
        if finding.owner:
            self.owners[key] = finding.owner

    def introduce(self, finding: Finding) -> None:
        """Note that a document introduces an abbreviation for a name."""
        key = organisation_key(full_name(finding, self.lexicon))
        self.forms[key][full_name(finding, self.lexicon)] += 1
        self.introduced[finding.document][finding.words[0]] = key
        self.abbreviations[finding.words[0]][key] += 1

    def settle(self) -> None:
        """Unite the names that differ by words left out in the middle (Valdai [International] Discussion Club)."""
        by_ends: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
        for key in sorted(self.forms):
            words = key.split()
            if len(words) > 2 and key not in self.fixed:
                by_ends[words[0], words[-1]].append(words)
        for names in by_ends.values():
            names.sort(key=len)
            for at, short in enumerate(names[:50]):
                longer = [name for name in names[at + 1 : at + 50] if is_subsequence(short, name)]
                if len(longer) == 1:
                    self.same[" ".join(short)] = " ".join(longer[0])
        for short in sorted(self.same, key=lambda key: key.count(" ")):
            self.forms[self.same[short]].update(self.forms[short])

    def name(self, key: str) -> str:
        """Name the organisation of a key: as the alias files do, else as most mentions do."""
        if key in self.fixed:
            return self.fixed[key]
        while key in self.same:
            key = self.same[key]
        counted = self.forms[key]
        return min(counted, key=lambda form: (-counted[form], -len(form), form))

    def full(self, finding: Finding) -> str:
        """Name the organisation that a full name means."""
        return self.name(organisation_key(finding.actor or full_name(finding, self.lexicon)))

    def knows(self, finding: Finding) -> bool:
        """Tell whether the texts or the alias files have an organisation of this full name."""
        key = organisation_key(finding.actor or full_name(finding, self.lexicon))
        return key in self.fixed or bool(self.forms.get(key))

    def abbreviation(self, document: Hashable, short: str) -> str | None:
        """Name the organisation that an abbreviation means, by the document's own introduction first."""
        if short in self.introduced.get(document, {}):
            return self.name(self.introduced[document][short])
        counted = self.abbreviations.get(short)
        return self.name(next(iter(counted))) if counted and len(counted) == 1 else None

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
        fitting = {self.name(key) for key in self.endings.get(organisation_key(words), ())}
        return fitting.pop() if len(fitting) == 1 else None


def is_subsequence(short: list[str], long: list[str]) -> bool:
    """Tell whether a list holds another's items in their order."""
    items = iter(long)
    return len(short) < len(long) and all(word in items for word in short)


def shortened(name: str, key: str) -> set[str]:
    """List the short forms of a name: its last words, and the last of those before "of"."""
    words, core = key.split(), organisation_key(BEFORE_OF.split(name)[0]).split()
    ends = {" ".join(words[at:]) for at in range(1, len(words))} | {" ".join(core[at:]) for at in range(len(core))}
    return ends - {key}


def add_place(named: list[tuple[int, str]], place: int, key: str) -> None:
    """Note from which place on a short form means an organisation, unless it does already."""
    if not named or named[-1][1] != key:
        named.append((place, key))
