"""A run of capitalised words read as a person's full name: given name, family name, both in the nominative."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from analysis.people.names import UPPER, guess_sex
from analysis.people.titles import FAMILY_FIRST
from analysis.voices.languages.places import ends_as_land, find_name_behind, names_owner
from analysis.voices.languages.rules import LanguageRules
from analysis.voices.languages.words_known import Given, Noun

WORD = rf"[{UPPER}][\w’'ʼ]*(?:-[\w’'ʼ]+)*"
PARTICLES = (
    "von der", "von den", "von", "van der", "van den", "van", "de la", "de", "del", "di", "da", "du", "le", "la", "bin",
    "al", "el", "ibn", "аль", "бин", "ибн", "фон", "ван", "де", "оглы", "улы", "кызы",
)  # fmt: skip
INITIAL = rf"(?:(?!X)[{UPPER}]|Дж|Ph|Ch)\.(?:-[{UPPER}]\.)? ?"  # С., Дж., J.-P.; X. is the network, a sentence's end
INITIALS = re.compile(rf"((?:{INITIAL}){{1,2}})({WORD})")
NAMES = re.compile(
    rf"(?:{INITIAL}){{1,2}}{WORD}|"
    rf"{WORD}(?: (?:(?:{'|'.join(PARTICLES)})[ -])?(?!{INITIAL}){WORD}){{0,4}}"
    rf"(?: [{UPPER}]\. ?[{UPPER}]\.(?! ?[{UPPER}]))?"
)
BEFORE = re.compile(r"((?:[\w-]+ ){0,2}[\w-]+)[ \"»“”*]{1,3}$")  # the words before a name
APPOSED = re.compile(rf", {WORD} {WORD}")  # the name behind a role and a place
OPENS = re.compile(r"(?:^|[.!?\n])[\s\"»“„«]*$")  # what stands before a sentence's first word
OPENING = 4  # characters of it
NEAR = 50  # characters before a name in which that word stands
ALIKE = 3  # letters with which all forms of a name begin
SEXES = {"m": "men", "f": "women"}
GENITIVE = 0  # its number in the tables


class NamedAt(NamedTuple):
    """A name at its place: the person's name in the nominative, the sex if it is known, whether it stands so."""

    start: int
    end: int
    name: str
    sex: str
    is_nominative: bool


class NameReader:
    """Reads the full names of one text; words: all capitalised words of it, which tell what a nominative is."""

    def __init__(self, text: str, rules: LanguageRules, words: Collection[str]) -> None:
        """Take a text and the rules of its language."""
        self.text, self.rules, self.words = text, rules, words
        self._alike = Counter(word[:ALIKE] for word in words)

    def find_full_name(self, match: re.Match[str]) -> NamedAt | None:
        """Read a run of capitalised words: with initials, with a given name, or behind a noun for who speaks."""
        initials = INITIALS.fullmatch(match[0]) if "." in match[0] else None
        if initials and not self._is_title(initials[1]):
            return self._with_initials(match, initials)
        if " " not in match[0]:
            return None
        return self.find_given(match) or self._behind_role(match)

    def _is_title(self, initials: str) -> bool:
        """Whether an initial is a title of the language: M. Petit."""
        return initials.rstrip(". ").lower() in self.rules["titles"]

    def _with_initials(self, match: re.Match[str], initials: re.Match[str]) -> NamedAt:
        """Read С. В. Ларин; the family name as it stands unless the text has its nominative."""
        first = " ".join(re.findall(r"[^\s.]+\.(?:-\w\.)?", initials[1]))
        family, nominative = self._known_nominative(initials[2])
        return NamedAt(match.start(), match.end(), f"{first} {family}", self.guess(family), nominative)

    def _known_nominative(self, word: str) -> tuple[str, bool]:
        """A family name in the nominative if the text has it there too, else as it stands; whether it stands so."""
        for kind in SEXES.values():
            for base in self.rules.endings[f"family_{kind}"].list_nominatives(word):
                if base in self.words and base != word:
                    return base, False
        return word, True

    def find_family(self, word: str) -> str:
        """Find the nominative of a family name in another case, where the text has it too; "" if it has none."""
        if not self.rules.has_cases or self._alike[word[:ALIKE]] < 2:
            return ""
        base, same = self._known_nominative(word)
        return "" if same or not self._looks_family(base) else base

    def find_given(self, match: re.Match[str]) -> NamedAt | None:
        """Read a known given name and the family name behind it, a father's name left out; or before it."""
        words = match[0].split()
        listed = [self.rules.given.get(word.lower()) or self.rules.given.get(_first_part(word)) for word in words]
        if words[0].lower() in self.rules["prepositions"] and OPENS.search(
            self.text[max(0, match.start() - OPENING) : match.start()]
        ):
            listed[0] = None  # Ab August
        if len(words) > 1 and not any(listed):
            skipped = next((at for at, word in enumerate(words) if word.lower() not in self.rules.nouns), 0)
            small = self.rules.small
            listed = [
                self.rules.list_alike(word)
                if at >= skipped and word.lower() not in small and not ends_as_land(word, self.rules)
                else []
                for at, word in enumerate(words)
            ]
            for at in range(skipped, self._find_behind(match.start(), words, skipped)):
                listed[at] = []
        return self._pair(match, words, listed)

    def _find_behind(self, start: int, words: list[str], at: int) -> int:
        """Where a name begins behind a role and the places that hang on it; at: the first word behind the role."""
        nouns = self.rules.nouns.get(words[at - 1].lower()) if at else self._nouns_before(start)
        return find_name_behind(words, at, nouns or (), self.rules, self.guess)

    def _pair(self, match: re.Match[str], words: list[str], given: list[list[Given] | None]) -> NamedAt | None:
        """Read the first given name of some words with its family name; given: how each can be read."""
        places = _place_words(match)
        latin = self.rules.script == "latin"
        for at, word in enumerate(words):
            readings = given[at]
            if not readings or (latin and at + 1 == len(words)):
                continue
            if not latin and self._is_before_name(words, given, at):
                continue
            fathers = at + 1 < len(words) and self._is_patronymic(words[at + 1])
            after = at + 1 + fathers
            if after < len(words):
                particle = words[after].lower() in PARTICLES and after + 1 < len(words)  # Барт Де Вевер
                last = self._end_before_body(words, after) if latin else after + 1 + particle
                if at and words[at - 1] in FAMILY_FIRST:
                    return NamedAt(places[at - 1][0], places[last - 1][1], " ".join(words[at - 1 : last]), "", True)
                return self._best(readings, word, " ".join(words[after:last]), (places[at][0], places[last - 1][1]))
            family_first = at and self._looks_family(words[at - 1])
            if fathers and not family_first:  # Вучевич
                return self._best(readings, word, words[at + 1], (places[at][0], places[at + 1][1]))
            if family_first:
                return self._best(readings, word, words[at - 1], (places[at - 1][0], places[after - 1][1]))
        return None

    def _is_before_name(self, words: list[str], given: list[list[Given] | None], at: int) -> bool:
        """Whether a word, by its ending or its place no given name, stands before one with its family name."""
        if at + 2 == len(words) and names_owner(words[at], words[at + 1], self.rules):
            return True
        if at + 2 >= len(words) or not given[at + 1]:
            return False
        middle = self._is_patronymic(words[at + 1]) or self._looks_family(words[at + 1])
        placed = not middle and self._looks_family(words[at + 2])  # of the village of Samal Rosa Ibraeva
        return placed or words[at].lower().endswith(self.rules.lists["sure"] or "-")

    def _end_before_body(self, words: list[str], after: int) -> int:
        """Where a name ends: before "von der Universität", which is no part of it."""
        for at in range(after + 1, len(words)):
            of_body = words[at].lower() in self.rules.nouns or (self.rules.capitals and words[after][0].isupper())
            if of_body and words[at - 1][0].islower():
                while at - 1 > after and words[at - 1][0].islower():
                    at -= 1
                return at
        return len(words)

    def _is_patronymic(self, word: str) -> bool:
        return word.lower().endswith(self.rules.patronymics) and len(word) > 4

    def _looks_family(self, word: str) -> bool:
        low = word.lower()
        return low.endswith(self.rules.lists["surnames"]) and len(low) > 3 and low not in self.rules.nouns

    def _best(self, readings: list[Given], word: str, family: str, span: tuple[int, int]) -> NamedAt:
        """Choose the reading of a given name that its family name and the rest of the text bear out."""
        scored = [one for given in readings if (one := self._read(given, word, family, span))]
        if not scored:
            given = readings[0]
            return NamedAt(*span, f"{_write(given, word)} {family}", given.sex, given.case < 0)
        return max(scored, key=lambda pair: pair[0])[1]

    def _read(self, given: Given, word: str, family: str, span: tuple[int, int]) -> tuple[float, NamedAt] | None:
        """Read a name with its given name in one case: how likely it is, and the name; None if they do not fit."""
        first = _write(given, word)
        if self.rules.verb_last:  # the family name alone changes
            base, _ = self._known_nominative(family)
            sure = self._sure_ending(family)
            base = family[: -len(sure)] if base == family and sure else base
            return 1.0, NamedAt(*span, f"{first} {base}", given.sex, base == family)
        if given.case < 0 or not self.rules.has_cases:
            known = self.guess(family)
            weight = 1.0 + (0.5 if known and known == given.sex else -0.5 if known else 0.0)
            return weight, NamedAt(*span, f"{first} {family}", given.sex, given.case < 0)
        known = given.sex or self.guess(family)
        for sex in known or SEXES:  # a name of both, or of no list: the family name's form may tell
            table = self.rules.endings[f"family_{SEXES[sex]}"]
            bases = table.list_nominatives(family, given.case)
            double = table.list_double(family, given.case) if "-" in family else []
            alike = [base for base in double if all(map(self._looks_family, base.split("-")))]
            bases = alike + bases
            if bases:
                break
        if not bases and table.row_of(family):
            return None
        here = [base for base in bases if base in self.words and base != family]
        weight = 2.5 if here else 1.2 if bases else 0.8
        weight += 0.1 * (first in self.words)  # Петр or Пётр, as the text writes him
        return weight, NamedAt(*span, f"{first} {(here or bases or [family])[0]}", given.sex, False)

    def _sure_ending(self, family: str) -> str:
        """The ending of a case that is one for sure: a genitive, or any behind a known end of family names."""
        ends = self.rules.endings["family_men"].rows[0][1]
        known = self.rules.lists["men_end"] + self.rules.lists["women_end"]
        cut = (end for end in ends if family.endswith(end) and family[: -len(end)].endswith(known))
        sure = (end for end in self.rules.lists["sure"] if family.endswith(end))
        return next(cut, "") or next(sure, "")

    def guess(self, family: str) -> str:
        """Guess the sex from a family name's ending: f, m or ""; of a double name either part may tell."""
        low = family.lower()
        if any(part.endswith(self.rules.lists["women_end"]) for part in low.split("-")):
            return "f"
        return "m" if low.endswith(self.rules.lists["men_end"]) else guess_sex(family)

    def _behind_role(self, match: re.Match[str]) -> NamedAt | None:
        """Read two or three words behind a noun for who speaks ("the minister X Y") as a name, though none is known."""
        words, rules = match[0].split(), self.rules
        skipped = 0
        for at, word in enumerate(words[:-2]):  # Japan's Premier X Y
            if word.lower() in rules.nouns or (skipped == at and word.lower() in rules["determiners"]):
                skipped = at + 1
        nouns = rules.nouns[words[skipped - 1].lower()] if skipped else self._nouns_before(match.start())
        bodies = (noun.nominative in rules["bodies"] for noun in nouns)
        if skipped and rules.two_families and (words[skipped][0].islower() or any(bodies)):
            return None  # Ministerio de Defensa, Fuentes de Moncloa
        hangs = self._find_behind(match.start(), words, skipped) - skipped
        skipped += hangs or (len(words) - skipped == 3 and rules.has_cases and not rules.verb_last)  # of N X Y
        last = skipped + 2 if rules.verb_last else len(words)  # behind the name the object stands there
        words, places = words[skipped:last], _place_words(match)
        span = places[skipped][0], places[min(last, len(places)) - 1][1]
        lone = hangs and len(words) == 1 and self._looks_family(words[0])  # the mayor of Omsk X
        if not nouns or not (lone or self._can_be_name(words)):
            return None
        if words[0].islower() and APPOSED.match(self.text, match.end()):
            return None  # the minister of Saxony-Anhalt, Ann Lee
        if rules.capitals and any(noun.nominative.endswith(rules.lists["bodies"]) for noun in nouns):
            return None  # the society Pro Rail
        if rules.verb_last and (sure := self._sure_ending(words[-1])):  # the coach X-ның
            return NamedAt(*span, " ".join(words).removesuffix(sure), self.guess(words[-1]), False)
        if any(noun.is_nominative for noun in nouns) or not rules.has_cases:
            return NamedAt(*span, " ".join(words), self.guess(words[-1]), True)
        given = rules.endings["given_men"].list_nominatives(words[0], GENITIVE)
        family = rules.endings["family_men"].list_nominatives(words[-1], GENITIVE)
        name = f"{given[-1]} {family[0]}" if given and family else " ".join(words)
        return NamedAt(*span, name, "m" if given and family else "", False)

    def _can_be_name(self, words: list[str]) -> bool:
        """Whether words can be somebody's name: two or three, none in capitals, the first no noun and no adjective."""
        if not 2 <= len(words) <= 3 or any(word.isupper() and len(word) > 1 for word in words):
            return False
        if len({word[0].isascii() for word in words}) > 1 or names_owner(words[0], words[1], self.rules):
            return False
        low = words[0].lower()
        adjective = low.endswith(tuple(self.rules.mappings["adjectives"])) and not self._looks_family(low)
        return low not in self.rules.nouns and not adjective

    def _nouns_before(self, start: int) -> list[Noun]:
        """The noun for who speaks that stands before a name, one or two words between: the mayor of the city X Y."""
        found: list[Noun] = []
        before = BEFORE.search(self.text, max(0, start - NEAR), start)
        for word in reversed(before[1].lower().split(" ")) if before else ():
            found = self.rules.nouns.get(word) or found
            if found and self.rules.verb_last:
                break  # the head stands last
        return found


def _first_part(word: str) -> str:
    """The first part of Marie-Agnes, in small letters."""
    return word.partition("-")[0].lower()


def _place_words(match: re.Match[str]) -> list[tuple[int, int]]:
    """Where the words of a match stand."""
    return [(match.start() + one.start(), match.start() + one.end()) for one in re.finditer(r"\S+", match[0])]


def _write(given: Given, word: str) -> str:
    """A given name in the nominative; those of the shipped lists are in small letters, and stand in the text so."""
    if "-" in word and given.case < 0 and "-" not in given.name:
        return word  # Jan-Ole, of whom the lists know Jan
    return given.name if given.name[:1].isupper() else word
