"""The people of a whole corpus: what its partitions count, and what all of them together tell of a name.

A partition counts the forms of its names; the counts of all are joined; what they tell is small, and goes back to each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from analysis.people.document_names import DocumentNames
from analysis.people.keys import Key, fold_part, make_key, middle_initials
from analysis.people.spellings import fold_spelling, gather_sounds, join_spellings

Initials = dict[tuple[str, str], set[str]]  # family name, given name -> middle initials that the texts have with them


@dataclass
class PeopleCounts:
    """How often documents have each form of a person's name, and in how many of them somebody is named in full."""

    forms: dict[Key, Counter[str]] = field(default_factory=dict)
    documents: Counter[Key] = field(default_factory=Counter)

    def update(self, other: PeopleCounts) -> None:
        """Add what other documents have; in whatever order, the sum is the same."""
        for key, counted in other.forms.items():
            self.forms.setdefault(key, Counter()).update(counted)
        self.documents.update(other.documents)


@dataclass(frozen=True)
class KnownPeople:
    """What all documents together tell of people: small, and the same for every partition."""

    told_apart: frozenset[tuple[str, str]] = frozenset()  # names of which the middle initials count
    shown: dict[Key, str] = field(default_factory=dict)  # the name that tables show
    leaders: dict[str, tuple[Key, int, int]] = field(
        default_factory=dict
    )  # family name -> who bears it in most documents, in how many, of all
    fixed: Mapping[Key, str] = field(default_factory=dict)  # the people of the alias files
    joined: Mapping[Key, Key] = field(default_factory=dict)  # spellings -> that of most documents
    sounds: Mapping[tuple[str, str], tuple[Key, bool]] = field(
        default_factory=dict
    )  # what spellings of a name share -> its key, whether it is surely one of spellings.py

    def find_spelling(self, name: str) -> Key | None:
        """Find whom a full name means that the documents spell otherwise, as another language does."""
        family, given, sure = fold_spelling(name) if self.sounds and " " in name else ("", "", False)
        key, surely = self.sounds.get((family, given), (None, False))
        return key if sure or surely else None

    def leader(self, words: tuple[str, ...]) -> tuple[Key, int, int] | None:
        """Give who bears a family name in most documents, in how many, and how many name anyone of it; None: nobody."""
        return self.leaders.get(fold_part(words[-1]))


def list_fixed(aliases: Mapping[str, Iterable[str]]) -> dict[Key, str]:
    """Give the name shown for each full name of the alias files."""
    full = ((name, actor) for actor, names in aliases.items() for name in (actor, *names) if " " in name)
    return {make_key(tuple(name.split())): actor for name, actor in full}


def gather_initials(names: Iterable[tuple[str, ...]]) -> Initials:
    """Gather the middle initials that full names have."""
    found: Initials = defaultdict(set)
    for words in names:
        if len(words) > 2 and (middle := middle_initials(words)):
            found[make_key(words)[:2]].add(middle)
    return found


def find_told_apart(initials: Initials) -> frozenset[tuple[str, str]]:
    """Find the names that stand with different middle initials (George W. and George H.W. Bush)."""
    return frozenset(name for name, middles in initials.items() if len(middles) > 1)


def count_people(
    documents: Iterable[tuple[DocumentNames, Iterable[tuple[str, ...]]]], told_apart: Container[tuple[str, str]]
) -> PeopleCounts:
    """Count the forms of each person's name in documents, each its names and their words, once for every mention."""
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    counted: Counter[Key] = Counter()
    for names, mentioned in documents:
        for words, mentions in Counter(mentioned).items():
            owner = names.owners[words]
            # not Wasserman Schultz for Debbie Wasserman Schultz
            whole = owner[1] in ("", make_key(words, told_apart)[1])
            forms[owner][" ".join(words)] += mentions if whole else 0
        counted.update(set(names.owners.values()))
    return PeopleCounts(dict(forms), counted)


def learn_people(counts: PeopleCounts, told_apart: frozenset[tuple[str, str]], fixed: Mapping[Key, str]) -> KnownPeople:
    """Learn from all documents which name is shown for a person, and whom a family name alone means."""
    joined = join_spellings(counts.forms, counts.documents, fixed)
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    for key, counted in counts.forms.items():
        forms[joined.get(key, key)].update(counted)
    shown = {
        key: fixed.get(key) or min(counted, key=lambda form: (-counted[form], -len(form), form))
        for key, counted in forms.items()
    }
    shown |= {key: shown[first] for key, first in joined.items() if first in shown}
    bearers: dict[str, Counter[Key]] = defaultdict(Counter)
    for key, documents in counts.documents.items():
        bearers[key[0]][joined.get(key, key)] += documents
    leaders = {}
    for family, counted in bearers.items():
        leader = min(counted, key=lambda key: (-counted[key], key))
        leaders[family] = leader, counted[leader], counted.total()
    return KnownPeople(told_apart, shown, leaders, fixed, joined, gather_sounds(shown, joined))
