"""Who spoke and who acts in one text: what a pronoun or a description of somebody can lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.voices.languages.described import Subject
from analysis.voices.languages.persons import Persons

FAR = 4_000  # characters back that a pronoun or a role can lead
SENTENCE = re.compile(r"[.!?…»“”\"]\s")
TITLED = 4  # words of a title before a name that opens a sentence
OPENS = 60  # characters of a paragraph in which whom it is about is named
WORD = re.compile(r"[\w'’-]+")


class Spoke(NamedTuple):
    """Somebody who spoke: where they are named, the name, the sex."""

    start: int
    name: str
    sex: str


class Acting:
    """Remembers who spoke in one text, and says who acts or spoke before a place."""

    def __init__(self, text: str, people: Persons) -> None:
        """Take a text and the people whom it names."""
        self.text, self.people, self.rules = text, people, people.rules
        self.spoken: list[Spoke] = []
        self.nameless = Spoke(-FAR, "", "")  # who spoke last of those without a name: a spokesman of the ministry
        self.together: set[str] = set()  # names of several who spoke as one: A and B

    def add(self, subject: Subject, start: int) -> None:
        """Note a person, or several, who are named at a place as who speaks."""
        if subject.kind == "several":
            self.together.add(subject.name)
        else:
            self.spoken.append(Spoke(start, subject.name, subject.sex or self.people.guess(subject.name)))

    def add_again(self, name: str | None, start: int) -> None:
        """Note that somebody who is named elsewhere speaks at a place, under a pronoun or a title."""
        if name and (name in self.people.full or self.rules.given.get(name.lower())):
            self.spoken.append(Spoke(start, name, self.people.guess(name)))

    def add_nameless(self, subject: Subject, start: int) -> None:
        """Note somebody without a name who speaks; a body is no he or she but where each noun is one."""
        nouns = [noun for low in subject.name.lower().split() for noun in self.rules.nouns.get(low, ())][:1]
        if not nouns or nouns[0].number != "s":
            return
        bodies, noun = self.rules["bodies"], nouns[0].nominative
        body = noun in bodies or (self.rules.capitals and noun.endswith(self.rules.lists["bodies"]))
        elided = self.text[max(0, start - 1) : start] in ("'", "’")  # l'agence ... elle
        if not body or ((subject.sex or elided) and not self.rules.has_cases):  # la direction ... elle
            woman = subject.name.split()[0].lower().endswith(self.rules.lists["women_roles"] or "-")
            self.nameless = Spoke(start, subject.name, subject.sex or ("f" if woman else ""))

    def list_lately(self, at: int, sex: str) -> Iterator[str]:
        """The names of those of a sex who spoke not far before a place, the last first."""
        for one in reversed(self.spoken):
            if one.start <= at - FAR:
                return
            if is_fit(one.sex, sex):
                yield one.name

    def find_subject(self, start: int, end: int, sex: str, oblique: bool = False) -> str | None:
        """The last person named in the nominative between two places, or in any case."""
        for named in reversed(self.people.look_up(start, end)):
            if (oblique or named.is_nominative) and is_fit(named.sex or self.people.guess(named.name), sex):
                return named.name
        return None

    def find_acting(self, at: int, sex: str) -> str | None:
        """The last person of a sex who opens a sentence of the paragraph since somebody spoke: Lee frowned. "..." """
        opens = max(self.text.rfind("\n", max(0, at - FAR), at) + 1, at - FAR)
        start = max(opens, self.spoken[-1].start + 1 if self.spoken else 0)
        for named in reversed(self.people.look_up(start, at)):
            if not named.is_nominative or not is_fit(named.sex or self.people.guess(named.name), sex):
                continue
            before = SENTENCE.split(self.text[max(start, named.start - OPENS) : named.start])[-1].lower()
            words, rules = WORD.findall(before), self.rules
            near = words[:1] if not rules.has_cases or len(words) <= TITLED else []  # with her disagrees the head, X
            governed = not rules["prepositions"].isdisjoint(near + words[-1:])
            inner = any(word in rules.pronouns or word in rules["question"] for word in words)  # whether he had met X
            if rules.has_cases and not rules.verb_last and not governed:
                return named.name
            if len(words) <= TITLED and "," not in before and not governed and not inner:
                return named.name
        return None

    def find_here(self, at: int, sex: str) -> str | None:
        """Who of a sex spoke last in the paragraph."""
        start = max(self.text.rfind("\n", max(0, at - FAR), at), at - FAR)
        last = next((one for one in reversed(self.spoken) if one.start <= start or is_fit(one.sex, sex)), None)
        return last.name if last and last.start > start else None

    def find_headed(self, at: int, sex: str) -> str | None:
        """Whom the heading of a post begins with in the nominative and calls by no title: Lund meets the crew."""
        line, match = self.text.find("\n", 0, at), WORD.search(self.text, 0, OPENS)
        if line < 0 or not match or match.start() >= line or self.text[line - 1] in ".…":
            return None
        named, low = self.people.look_up(match.start(), match.start() + 1), match[0].lower()
        name = named[0].name if named else match[0]
        family = low.endswith(self.rules.lists["surnames"] or "-") and low not in self.rules.nouns
        known = named[0].is_nominative if named else family and match[0].istitle()
        called = any(one in self.rules.nouns for one in self.people.roles[name])
        return name if known and not called and is_fit(self.people.guess(name), sex) else None


def is_fit(sex: str, wanted: str) -> bool:
    """Whether a sex, which may be unknown, is the one wanted, if any is."""
    return not wanted or sex in ("", wanted)
