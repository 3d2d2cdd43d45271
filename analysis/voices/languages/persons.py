"""The people whom one text names, in all cases of their names: where, and who is meant by a part of a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from analysis.voices.languages.callings import list_callings
from analysis.voices.languages.full_names import NAMES, SEXES, NamedAt, NameReader
from analysis.voices.languages.rules import LanguageRules

SHORTEST = 5  # characters of a full name
MOST = 20_000  # names of one text that are looked at: a list of subscribers is no news


class Persons:
    """The people of one text, for paragraphs of one language."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], rules: LanguageRules) -> None:
        """spans: where the paragraphs of the language stand."""
        self.rules, self.text = rules, text
        found = [match for span in spans for match in NAMES.finditer(text, *span)][:MOST]
        self._reader = NameReader(text, rules, {word for match in found for word in match[0].replace(".", " ").split()})
        self.full: dict[str, str] = {}  # names -> sex
        self.roles: dict[str, set[str]] = defaultdict(set)  # names -> nouns beside them that say who they are
        self.beside: dict[str, set[str]] = defaultdict(set)  # names -> all words that stand there
        self._by_given: dict[str, list[str]] = defaultdict(list)  # given names -> names
        self._longer: dict[str, str] = {}  # names without their second family name -> the whole name
        self._by_form: dict[str, list[tuple[str, bool]]] = defaultdict(list)  # a family name's forms -> names
        read = [pair for match in found for pair in self._read_run(match)]
        for _, full in read:
            if full:
                self._learn(full)
        self.named = sorted(named for match, full in read for named in self._place(match, full))
        self.starts = [named.start for named in self.named]

    def _read_run(self, match: re.Match[str]) -> list[tuple[re.Match[str], NamedAt | None]]:
        """Read a run of capitalised words: one name, and another before it or behind it (told Emil Macaire Ann Lee)."""
        full = self._reader.find_full_name(match)
        read = [(match, full)]
        parts = ((match.start(), full.start), (full.end, match.end())) if full else ()
        for edges in (part for part in parts if part[1] - part[0] >= SHORTEST):
            rest = NAMES.search(self.text, *edges)
            other = self._reader.find_given(rest) if rest else None
            read += [(rest, other)] if rest and other else []
        return read

    def _learn(self, named: NamedAt) -> None:
        """Note a full name: the forms of its family name, and the nouns before it that say who it is."""
        family = named.name.split()[-1]
        if named.name not in self.full:
            self.full[named.name] = named.sex
            for sex in named.sex or SEXES:
                for form in self.rules.endings[f"family_{SEXES[sex]}"].list_forms(family)[0]:
                    if form != family:
                        self._by_form[form].append((named.name, False))
            self._by_form[family].append((named.name, True))
            if self.rules.two_families:
                self._learn_first_family(named.name)
        called, beside = list_callings(self.text, named, self.rules)
        self.roles[named.name] |= called
        self.beside[named.name] |= beside

    def _learn_first_family(self, name: str) -> None:
        """Note the first of two family names, which names its bearer too: Sánchez for Pedro Sánchez Castejón."""
        words = name.split()
        given = self.rules.given.get(words[-2].lower()) if len(words) > 2 else ()
        if len(words) > 2 and words[-2][0].isupper() and not any(one.sex for one in given or ()):
            self._by_form[words[-2]].append((name, True))
            self._longer.setdefault(" ".join(words[:-1]), name)

    def _place(self, match: re.Match[str], full: NamedAt | None) -> list[NamedAt]:
        """The people whom a run of capitalised words names: a full name, or parts of names known from elsewhere."""
        if full:
            shown = self._fullest(full.name)
            return [full._replace(name=shown, sex=full.sex or self.full.get(shown, ""))]
        found = []
        for word in re.finditer(r"\S+", match[0]):
            known = self._by_form.get(word[0].rstrip("."))
            if known:
                name, nominative = next((pair for pair in known if pair[1]), known[-1])
                places = match.start() + word.start(), match.start() + word.end()
                found.append(NamedAt(*places, self._fullest(name), self.full[name], nominative))
            elif base := self._reader.find_family(word[0]):
                found.append(NamedAt(match.start() + word.start(), match.start() + word.end(), base, "", False))
        return found

    def _fullest(self, name: str) -> str:
        """The name with the given name, where the text has it with initials alone as well."""
        name = self._longer.get(name, name)
        given, _, family = name.rpartition(" ")
        if not given.endswith("."):
            return name
        known = {one for one, _ in self._by_form.get(family, ())}
        fuller = [one for one in known if one[0] == given[0] and not one.split()[0].endswith(".")]
        return fuller[0] if len(fuller) == 1 else name

    def find_by_given(self, name: str) -> str:
        """The full name of the one person of the text who has a given name; "" if it is none's or several's."""
        if " " in name:
            return ""
        if not self._by_given:
            for full in self.full:
                self._by_given[full.split()[0]].append(full)
        known = self._by_given.get(name, ())
        return known[0] if len(known) == 1 else ""

    def look_up(self, start: int, end: int) -> list[NamedAt]:
        """The people named between two places, in order."""
        return self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def guess(self, name: str) -> str:
        """Guess the sex of a name: f, m or ""."""
        return self.full.get(name) or self._reader.guess(name)
