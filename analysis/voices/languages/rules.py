"""The rules of a language, read from its YAML file: verbs of saying, phrases, small words, roles, names, endings.

What each key of such a file means is said in keys.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from analysis.errors import require
from analysis.people.folding import fold
from analysis.people.lists import given_names
from analysis.people.names import given_names_by_key
from analysis.voices.languages.endings import Endings, make_endings
from analysis.voices.languages.keys import LISTS, MAPPINGS, MARKS, TABLES
from analysis.voices.languages.words_known import Compounds, Given, Noun, Verb, list_inflected
from analysis.yaml_files import load_yaml

GERUND = "g"  # what a gerund agrees with in `forms`
FOLDER = Path(__file__).parent


@dataclass(eq=False)
class LanguageRules:
    """The rules of one language, ready for use."""

    marks: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    mappings: dict[str, dict[str, str]]

    def __post_init__(self) -> None:
        """Put the lists in the form in which they are looked up."""
        self.language, self.script = self.marks["language"], self.marks["script"]
        self.sets = {name: frozenset(words) for name, words in self.lists.items()}
        letters = {key: str(self.marks.get(key) or "") for key in ("soft_after", "indeclinable")}
        self.endings: dict[str, Endings] = {name: make_endings(self.mappings[name], **letters) for name in TABLES}
        self.letters = str(self.marks.get("letters") or "")
        self.capitals, self.verb_last = bool(self.marks.get("capitals")), bool(self.marks.get("verb_last"))
        self.silent, self.two_families = bool(self.marks.get("silent")), bool(self.marks.get("two_families"))
        self.noun_first = bool(self.lists["elided"]) or self.silent  # adjectives stand behind nouns: líder francés
        self.pronouns, self.possessives = self.mappings["pronouns"], self.mappings["possessives"]
        self.has_cases = bool(self.mappings["given_men"])
        fathers = [form for end in self.lists["patronymics"] for form in (end, *self._forms_of_fathers(end))]
        self.patronymics = tuple(fathers)
        self._alike: dict[str, list[Given]] = {}

    def _forms_of_fathers(self, ending: str) -> list[str]:
        """The endings of a father's name in all cases."""
        return [form for kind in ("given_men", "given_women") for form in self.endings[kind].list_forms(ending)[0]]

    def __getitem__(self, name: str) -> frozenset[str]:
        """The words of a list."""
        return self.sets[name]

    @cached_property
    def verbs(self) -> dict[str, Verb]:
        """Verbs of saying by their forms."""
        found: dict[str, Verb] = {}
        for kind in ("say", "call", "impersonal", "written", "participles"):
            for entry in self.lists[kind]:
                for form, agrees in list_inflected(entry, self.mappings["forms"]):
                    first, _, rest = form.partition(" ")
                    helper = kind == "participles" or (kind == "call" and form in self.sets["participles"])
                    known = {"participles": "say", "written": "impersonal"}.get(kind, kind)
                    verb = Verb(known, agrees, helper, "", ())
                    if not rest:
                        found.setdefault(first, verb)
                    elif helper:
                        others = found[first].seconds if first in found else ()
                        found[first] = verb._replace(seconds=(*others, rest))
                    elif first in found and found[first].particle:
                        found[first] = found[first]._replace(others=(*found[first].others, rest))
                    else:
                        found.setdefault(first, verb._replace(particle=rest))
                    if self.capitals and rest and not helper and entry.endswith(f" {rest}"):  # wie er mitteilte
                        found.setdefault(rest + first, verb._replace(cue=form))
        return found

    @cached_property
    def calls(self) -> frozenset[str]:
        """The verbs that govern words in marks, in all of their forms."""
        return self["call"] | {
            form for entry in self.lists["call"] for form, _ in list_inflected(entry, self.mappings["forms"])
        }

    @cached_property
    def urges(self) -> dict[str, tuple[str, frozenset[str]]]:
        """Verbs of asking, wanting and criticising by their forms: whom each agrees with, and which of these it is."""
        found: dict[str, tuple[str, frozenset[str]]] = {}
        for kind in ("urge", "wish", "blame", "warn"):
            for entry in self.lists[kind]:
                for form, agrees in list_inflected(entry, self.mappings["forms"]):
                    known = found[form][1] if form in found else frozenset()
                    found[form] = (agrees if agrees != GERUND else "", known | {"toward" if kind == "warn" else kind})
        return found

    @cached_property
    def endings_of(self) -> dict[str, tuple[str, ...]]:
        """The endings of verbs by whom they agree with."""
        found: dict[str, list[str]] = {}
        for table in self.mappings["forms"].values():
            for end, agrees in table.items():
                found.setdefault(agrees or "", []).append(end)
        return {agrees: tuple(ends) for agrees, ends in found.items() if agrees not in ("", GERUND)}

    @cached_property
    def nouns(self) -> dict[str, list[Noun]]:
        """Nouns for who speaks, by all of their forms."""
        found: dict[str, list[Noun]] = {}
        for word in (*self.lists["roles"], *self.lists["bodies"]):
            self._decline(word, "s", found)
        for word in self.lists["plural"]:
            self._decline(word, "p", found)
        return Compounds(found, self.capitals, self.lists["prefixes"])

    @cached_property
    def papers(self) -> dict[str, list[Noun]]:
        """Papers that speak for somebody (statement, report), by all of their forms."""
        return Compounds(self._decline_all("messages"), self.capitals)

    @cached_property
    def laws(self) -> dict[str, list[Noun]]:
        """Papers by which nobody in particular speaks (law, article), by all of their forms."""
        return Compounds(self._decline_all("laws"), self.capitals)

    def _decline_all(self, name: str) -> dict[str, list[Noun]]:
        found: dict[str, list[Noun]] = {}
        for word in self.lists[name]:
            self._decline(word, "s", found)
        return found

    def list_noun_forms(self, word: str) -> list[str]:
        """List the other forms of a noun in the nominative, of both numbers."""
        return [form for number in self._forms_of(word) for form in number]

    def _forms_of(self, word: str) -> tuple[list[str], list[str]]:
        if word in self.mappings["irregular"]:
            singular, _, plural = self.mappings["irregular"][word].partition("/")
            return singular.split(), plural.split()
        return self.endings["nouns"].list_forms(word)

    def _decline(self, word: str, number: str, found: dict[str, list[Noun]]) -> None:
        forms = self._forms_of(word)
        entries = [(word, Noun(word, number, True)), *((form, Noun(word, number, False)) for form in forms[0])]
        if forms[1]:
            many = forms[1][0]
            entries += [(many, Noun(many, "p", True)), *((form, Noun(many, "p", False)) for form in forms[1][1:])]
        for form, noun in entries:
            if noun not in found.setdefault(form, []):
                found[form].append(noun)

    @cached_property
    def given(self) -> dict[str, list[Given]]:
        """Given names by all of their forms, in small letters."""
        found: dict[str, list[Given]] = {}
        if self.script == "latin":
            apart = {*self.lists["titles"], *self.lists["media"]}  # Don, Efe
            found = {name: [Given(name, sex, -1)] for name, sex in given_names().items() if name not in apart}
        for key, sex in (("men", "m"), ("women", "f")):
            for name in self.lists[key]:
                if self.script == "latin":  # Jean is a man in French
                    found[name.lower()] = [Given(name, sex, -1)]
                    continue
                sex_told = "" if name in self["men"] and name in self["women"] else sex
                for case, form in enumerate([name, *self.endings[f"given_{key}"].list_forms(name)[0]], -1):
                    found.setdefault(form.lower(), []).append(Given(name, sex_told, case))
        return found

    def list_alike(self, word: str) -> list[Given]:
        """The given names of the suite's list, which is in Latin letters, that a word in Cyrillic ones sounds like."""
        if self.script == "latin" or (word.isupper() and len(word) > 1):
            return []
        if word not in self._alike:
            self._alike[word] = self._sound_alike(word)
        return self._alike[word]

    def _sound_alike(self, word: str) -> list[Given]:
        known = given_names_by_key()
        forms = [(word, -1)] if len(word) > 2 else []
        if self.has_cases and not self.verb_last:
            tables = (self.endings["given_men"], self.endings["given_women"])
            forms += [(base, case) for case in range(5) for one in tables for base in one.list_nominatives(word, case)]
        found = [Given(name, known[fold(name)], case) for name, case in forms if fold(name) in known]
        return ([one for one in found if one.sex] or found)[:1]

    @cached_property
    def phrases(self) -> dict[str, list[tuple[str, ...]]]:
        """Phrases before a speaker (according to), by their first words."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(self.lists["according"], key=len, reverse=True):
            first, *others = phrase.split()
            found.setdefault(first, []).append(tuple(others))
        return found

    @cached_property
    def small(self) -> frozenset[str]:
        """Small words, which have a capital from their sentence alone and are no names: Сама, Наша."""
        kinds = ("adverbs", "prepositions", "conjunctions", "relatives", "question", "ours")
        return frozenset().union(*(self.sets[kind] for kind in kinds), self.pronouns, self.possessives)

    @cached_property
    def nominal(self) -> frozenset[str]:
        """Words behind which stands a noun where other articles may be pronouns: une coupe, sa critique."""
        return (self["indefinite"] | self["owners"]) - self["adverbs"] if self.noun_first else frozenset()

    @cached_property
    def asides(self) -> tuple[tuple[str, ...], ...]:
        """Phrases that stand for an adverb, as words: par ailleurs."""
        return tuple(tuple(phrase.split()) for phrase in self.lists["asides"])

    @cached_property
    def phrases_behind(self) -> dict[str, list[tuple[str, ...]]]:
        """Phrases behind a speaker, by their last words: what stands before these, the longest first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(self.lists["according_after"], key=len, reverse=True):
            *others, last = phrase.split()
            found.setdefault(last, []).append(tuple(others))
        return found

    def list_behind(self, low: str) -> list[tuple[str, ...]]:
        """What can stand before a word that ends a phrase behind a speaker; [] if it ends none."""
        if low in self.phrases_behind:
            return self.phrases_behind[low]
        return [()] if self["tellings"] and low.endswith(self.lists["tellings"]) else []

    def announces(self, low: str) -> bool:
        """Whether somebody's speech can be announced with a word."""
        return low in self.watched or bool(self["tellings"] and low.endswith(self.lists["tellings"]))

    @cached_property
    def watched(self) -> frozenset[str]:
        """Every word with which somebody's speech can be announced."""
        return frozenset({*self.verbs, *self.phrases, *self.phrases_behind, *self.lists["mood"]})

    @cached_property
    def token(self) -> re.Pattern[str]:
        """What a word is: initials with their full stop, elided words with their apostrophe, words, signs."""
        elided = "|".join(sorted(self.lists["elided"], key=len, reverse=True))
        apart = rf"(?:{elided})['’](?=\w|\Z|[ \u00a0]?[«“\"])|" if elided else ""
        hung = "|".join(sorted(map(re.escape, self.lists["hung"]), key=len, reverse=True))
        hung_on = rf"(?:{hung})(?!\w)|" if hung else ""
        long = sorted((one for one in self.lists["titles"] if len(one) > 1), key=len, reverse=True)
        titled = rf"(?<!\w)(?:{'|'.join(long)})\.(?= ?[^\W\d_])|" if long else ""
        inside = rf"(?!{hung_on[:-1]})-" if hung else "-"
        word = rf"[^\W_]+(?:(?:{inside}|['’ʼ.](?=[^\W\d_]{{2}})|(?<=\d)[.,](?=\d))[^\W_]+)*"
        return re.compile(
            rf"(?<!\w)(?:(?!x)[^\W\d_]|дж|ph|ch)\.(?:-\w\.)?(?= ?[^\W\d_])|{titled}{hung_on}{apart}{word}|[^\w\s]|_",
            re.IGNORECASE,
        )


@lru_cache(maxsize=32)
def load_language(path: Path) -> LanguageRules:
    """Load the rules of a language from its file.

    Raises InputError for a key that is none of these or a script that is neither latin nor cyrillic.
    """
    entries = load_yaml(path).value()
    known = {*LISTS, *MAPPINGS, *MARKS}
    require(isinstance(entries, dict) and set(entries) <= known, f"{path}: keys must be among {sorted(known)}.")
    require(
        all(entries.get(key) for key in ("language", "script", "words", "say"))
        and entries["script"] in ("latin", "cyrillic"),
        f"{path} must have language, words, say, and a script that is latin or cyrillic.",
    )
    return LanguageRules(
        {key: entries.get(key) for key in MARKS},
        {name: tuple(map(str, entries.get(name) or ())) for name in LISTS},
        {name: entries.get(name) or {} for name in MAPPINGS},
    )


@lru_cache(maxsize=1)
def list_languages() -> dict[str, Path]:
    """The languages that have rules, each with its file; Russian before those that its letters tell from it."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.yaml"))}
