"""The organisations of a whole corpus: what its partitions count, and what all of them together tell of a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MOST_ALIKE = 50  # names of one beginning and ending that are compared with one another


@dataclass
class OrganisationCounts:
    """What documents have of organisations, each by its key."""

    forms: dict[str, Counter[str]] = field(default_factory=dict)  # how often each form of a name stands
    endings: dict[str, set[str]] = field(default_factory=dict)  # short form that can stand alone -> names with it
    abbreviations: dict[str, set[str]] = field(default_factory=dict)  # abbreviation introduced -> what it stands for

    def update(self, other: OrganisationCounts) -> None:
        """Add what other documents have; in whatever order, the sum is the same."""
        for key, counted in other.forms.items():
            self.forms.setdefault(key, Counter()).update(counted)
        for found, more in ((self.endings, other.endings), (self.abbreviations, other.abbreviations)):
            for short, keys in more.items():
                found.setdefault(short, set()).update(keys)


@dataclass(frozen=True)
class KnownOrganisations:
    """What all documents together tell of organisations: small, and the same for every partition."""

    shown: dict[str, str] = field(default_factory=dict)  # key -> the name that tables show
    only: dict[str, str] = field(default_factory=dict)  # short form -> the only organisation that ends with it
    abbreviations: dict[str, str] = field(default_factory=dict)  # -> the only organisation so introduced


def learn_organisations(counts: OrganisationCounts, fixed: Mapping[str, str]) -> KnownOrganisations:
    """Learn from all documents which name is shown for an organisation; fixed: keys of the alias files' names."""
    shown = _names_shown(counts.forms, fixed)
    ending = {short: {shown[key] for key in keys} for short, keys in counts.endings.items()}
    only = {short: names.pop() for short, names in ending.items() if len(names) == 1}
    introduced = {short: shown[next(iter(keys))] for short, keys in counts.abbreviations.items() if len(keys) == 1}
    return KnownOrganisations(shown, only, introduced)


def _names_shown(forms: dict[str, Counter[str]], fixed: Mapping[str, str]) -> dict[str, str]:
    """Choose the name of each key: the alias files', else what most mentions have, the longer name's for a shorter."""
    same = _unite(forms, fixed)
    summed = {key: Counter(forms[key]) for key in same.values()}
    for short in sorted(same, key=lambda key: key.count(" ")):
        summed[same[short]].update(summed.get(short, forms[short]))
    shown = {}
    for key in forms:
        last = key
        while last in same and last not in fixed:
            last = same[last]
        counted = summed.get(last, forms[last])
        shown[key] = fixed.get(last) or min(counted, key=lambda form: (-counted[form], -len(form), form))
    return shown


def _unite(forms: Iterable[str], fixed: Mapping[str, str]) -> dict[str, str]:
    """Unite the names that differ by words left out in the middle (Valdai [International] Discussion Club)."""
    by_ends: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    for key in sorted(forms):
        words = key.split()
        if len(words) > 2 and key not in fixed:
            by_ends[words[0], words[-1]].append(words)
    same = {}
    for names in by_ends.values():
        names.sort(key=len)
        for at, short in enumerate(names[:MOST_ALIKE]):
            longer = [name for name in names[at + 1 : at + MOST_ALIKE] if is_subsequence(short, name)]
            if len(longer) == 1:
                same[" ".join(short)] = " ".join(longer[0])
    return same


def is_subsequence(short: list[str], long: list[str]) -> bool:
    """Tell whether a list holds another's items in their order."""
    items = iter(long)
    return len(short) < len(long) and all(word in items for word in short)
