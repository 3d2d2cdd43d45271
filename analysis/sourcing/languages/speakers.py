"""One text in another language than English: what it says of each of its speakers, and the signs of their sex."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from analysis.people.folding import fold
from analysis.people.lists import given_names
from analysis.people.names import given_names_by_key
from analysis.people.together import split_together
from analysis.sourcing.descriptions import SaidBeside
from analysis.sourcing.languages.beside import describe_phrase, find_descriptions_in, find_titled, is_body
from analysis.sourcing.languages.words import list_role_languages, load_language_roles
from analysis.sourcing.roles import find_role_words
from analysis.voices.languages.persons import Persons


class SaidOf(NamedTuple):
    """What quotes say of a speaker in a document: names; the words that name them where they speak, with the cues."""

    names: dict[str, None]
    phrases: list[str]
    cues: list[str]


class SpeakerReader:
    """Reads what one text says of its speakers."""

    def __init__(self, text: str, language: str) -> None:
        """language: one of `list_role_languages`."""
        self.known = load_language_roles(list_role_languages()[language])
        self.people = Persons(text, [(0, len(text))], self.known.rules)

    def is_named(self, name: str) -> bool:
        """Whether the text has a name as a person's: known for one, or behind an office."""
        if " " not in name or name in self.people.full:
            return " " in name
        return bool(find_titled(self.known, self.people.text, name))

    def split_together(self, phrases: Iterable[str], person: bool) -> list[str]:
        """Split the first of some phrases that is for several who speak together (see `together.py`)."""
        articles = bool(self.known.rules["articles"])
        found = (split_together(one, self.has_person_noun, articles, person) for one in phrases)
        return next(filter(None, found), [])

    def has_person_noun(self, part: str) -> bool:
        """Whether a phrase has a noun for people, which no body's name is."""
        words = self.known.split(part)
        heads = (one for one in find_role_words([word.base for word in words], self.known.roles) if one.kind != "body")
        return any(words[one.start].sex or not is_body(self.known, words, one) for one in heads)

    def find(self, names: Iterable[str]) -> list[SaidBeside]:
        """What stands beside a name wherever the text has it."""
        return find_descriptions_in(self.known, self.people, names)

    def describe(self, name: str) -> SaidBeside:
        """What a description says: пресс-служба губернатора."""
        return describe_phrase(self.known, name)

    def describe_phrases(self, phrases: Iterable[str], names: Iterable[str]) -> list[SaidBeside]:
        """What the words say by which somebody is meant without a name: the minister added."""
        parts = {part for name in names for part in name.split()}
        told = [
            describe_phrase(self.known, phrase, person=True) for phrase in phrases if parts.isdisjoint(phrase.split())
        ]
        return [one for one in told if one.role]

    def count_names(self, names: Iterable[str]) -> tuple[int, int]:
        """How many of somebody's names say a man, how many a woman: by a father's, given or Slavic family name."""
        sexes = [self.guess_sex_of(name) for name in names if " " in name]
        return sexes.count("m"), sexes.count("f")

    def guess_sex_of(self, name: str) -> str:
        """The sex that a full name in the nominative says; "" where the lists have none or both."""
        rules, words = self.known.rules, name.split()
        fathers = {self._sex_of_father(word) for named in self.people.named if named.name == name
                   for word in self.people.text[named.start : named.end].split()} - {""}  # fmt: skip
        if len(fathers) == 1:
            return fathers.pop()
        given = {one.sex for one in rules.given.get(words[0].lower(), ()) if one.case < 0}
        if given == {""} and words[0] in rules["men"] & rules["women"]:
            return self._guess_by_family(words[-1])
        given = given or {given_names().get(words[0].lower(), "")}
        if given == {""} and len(words[0]) > 2:
            given = {given_names_by_key().get(fold(words[0]), "")}
        if given != {""}:
            return given.pop() if len(given) == 1 else ""
        return self._guess_by_family(words[-1])

    def _guess_by_family(self, family: str) -> str:
        """The sex that a Slavic family name says."""
        low, rules = family.lower(), self.known.rules
        women, men = rules.lists["women_end"], rules.lists["men_end"]
        return "f" if women and low.endswith(women) else "m" if men and low.endswith(men) else ""

    def _sex_of_father(self, word: str) -> str:
        """The sex that a father's name says, in any case: Ивановна, Ивановны; "" of any other word."""
        rules, low = self.known.rules, word.lower()
        if len(low) < 6 or not rules.patronymics or not low.endswith(rules.patronymics):
            return ""
        return "f" if any(end in low[-6:] for end in ("вн", "ичн", "қызы")) else "m"

    def count_pronouns(self, phrases: Iterable[str]) -> tuple[int, int]:
        """How often he, and how often she, speaks for somebody."""
        sexes = [self.known.rules.pronouns.get(phrase.lower(), "") for phrase in phrases]
        return sexes.count("m"), sexes.count("f")

    def count_verbs(self, said: SaidOf) -> tuple[int, int]:
        """How often a verb of saying beside somebody's name has a man's ending, and how often a woman's."""
        parts = {part for name in said.names if isinstance(name, str) for part in name.split()}
        verbs = self.known.rules.verbs
        agree = [verbs[cue].agrees for phrase, cue in zip(said.phrases, said.cues, strict=True)
                 if cue in verbs and not parts.isdisjoint(phrase.split())]  # fmt: skip
        return agree.count("m"), agree.count("f")
