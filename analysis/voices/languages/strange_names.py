"""Names that no list has, read by their place: capitalised words behind a role, a given name alone."""

from __future__ import annotations

from analysis.voices.languages.described import Subject, is_oblique
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.places import ends_as_land, names_owner
from analysis.voices.languages.rules import LanguageRules

GENITIVE = 0  # its number in the tables of endings
NAME_WORDS = 3  # of a name that no list has


def find_by_given_name(passage: Passage, first: int, last: int, oblique: bool) -> Subject | None:
    """Read a role with a given name alone: the neighbour Kairat."""
    rules, at = passage.rules, last - 1
    small = at > first and (passage.words[at - 1][0].islower() or passage.opens_sentence(at - 1))
    role = small and passage.lows[at - 1] in rules.nouns
    if not role or not rules.has_cases or not passage.words[at][0].isupper() or passage.lows[at] in rules.nouns:
        return None
    given = next((one for one in rules.given.get(passage.lows[at], ()) if oblique or one.case < 0), None)
    return Subject(first, last, given.name.capitalize(), "person", given.sex) if given else None


def is_named_alone(passage: Passage, here: int, at: int) -> bool:
    """Whether a capitalised word without the ending of a case stands behind a noun for somebody, no office, no body."""
    rules = passage.rules
    if here >= at or here in passage.runs or not passage.words[here].istitle() or passage.words[here].isascii():
        return False
    role = {passage.lows[here - 1], *(noun.nominative for noun in rules.nouns.get(passage.lows[here - 1], ()))}
    held = rules["offices"] | rules["heads"] | rules["bodies"]
    office = any(one.startswith(tuple(rules["offices"])) for one in role)
    cased = passage.lows[here].endswith((*rules.lists["placed"], *rules.lists["sure"], *rules.lists["from"]))
    return role.isdisjoint(held) and not office and not cased and passage.lows[here] not in rules.nouns


def find_nominative(name: str, rules: LanguageRules) -> str:
    """A name of one word that no list has, in the nominative: a genitive, as phrases govern it (по словам Трампа)."""
    if rules.verb_last:
        ends = rules.lists["sure"] + (rules.lists["from"] if name.lower() not in rules.given else ())
        sure = next((end for end in ends if name.endswith(end) and not name.endswith("стан")), "")
        return name[: len(name) - len(sure)].rstrip("-")
    if not rules.has_cases or name.isascii():
        return name
    men = rules.endings["family_men"].list_nominatives(name, GENITIVE)
    women = [base for base in rules.endings["family_women"].list_nominatives(name, GENITIVE) if base[-1:] in "ая"]
    likely = [base for base in women if base.lower().endswith(rules.lists["women_end"])]
    return (likely or men or women or [name])[0]


def find_strange_name(passage: Passage, first: int, last: int) -> str:
    """Read capitalised words at the end of a phrase as a person's name that no list has; "" if they can be none."""
    rules, at = passage.rules, last
    while rules.verb_last and last - 2 > first and passage.words[last - 1][0].isascii():
        last = at = last - 1  # Нұрбол | Facebook-та
    while at > first and _is_of_a_name(passage, at - 1):
        at -= 1
    while at < last - 1 and passage.lows[at].rstrip(".") in rules["titles"]:
        at += 1
    while (
        at < last - 1 and rules.script != "latin" and passage.words[at].isascii() != passage.words[last - 1].isascii()
    ):
        at += 1  # in the network X Ann Lee
    hung = first and passage.words[first - 1][0].islower() and passage.lows[first - 1] not in rules["prepositions"]
    if rules.has_cases and hung and at == first < last - 1 and ends_as_land(passage.words[at], rules):
        at += 1  # the minister of oil and gas of India X
        if at == last - 1:
            return passage.words[at]
    elif rules.has_cases and last - at > 2 and at > first:  # the spokesman of the State Department X Y
        at = last - 2
    while rules.has_cases and first < at < last - 1 and _is_body_or_land(passage, at):
        at += 1
    hangs = rules.has_cases and first < at - 1 == last - 2 and _is_body_or_land(passage, at - 1)
    if hangs and _is_titled(passage, first, at):  # the secretary-general of NATO X
        return passage.words[at]
    words = passage.words[at:last]
    if len(words) == 2 and names_owner(*words, rules):
        return words[1]
    if not words or len(words) > NAME_WORDS:
        return ""
    led = at > first and (passage.lows[at - 1] in rules.nouns or passage.words[at - 1][0].isupper())
    if rules.capitals:  # every noun has a capital: only one word behind a role, or one without an article, is a name
        bare = at == first and not (at and passage.lows[at - 1] in rules["articles"])
        led = led and not _is_body(passage, at - 1)  # the police Bonn
        return words[0] if len(words) == 1 and (led or bare) else ""
    definite = at and rules.noun_first and passage.lows[at - 1] in rules["articles"]
    if definite and len(words) == 1 and words[0].lower().endswith(rules.lists["relational"]):
        return ""  # l'Italien
    if len(words) > 1:
        beside = at > first and passage.lows[at - 1] not in rules["prepositions"] | rules["articles"]
        strange = rules.has_cases and beside and not _is_place(passage, first, words)  # the sec-gen of the cabinet A B
        return " ".join(words) if led or at == first or strange or (beside and not rules.has_cases) else ""
    if at > first and rules.has_cases and _is_of_district(passage, first, at):
        return words[0]  # the head of the district Ivlev
    if at > first:
        beside = passage.lows[at - 1] not in rules["prepositions"] | rules["articles"] | rules["bodies"]
        likely = led and words[0].lower().endswith(rules.lists["surnames"]) if rules.has_cases else beside
        likely = likely or (beside and rules.verb_last and passage.lows[at - 1] in rules.nouns)  # немересі Әлинұр
        return words[0] if likely else ""
    return "" if f" {words[0].lower()}" in passage.around(at) else words[0]  # a common noun at a sentence's start


def _is_of_district(passage: Passage, first: int, at: int) -> bool:
    """Whether a word like a family name ends a phrase that begins with a role: no town behind "of the town of"."""
    rules, before = passage.rules, passage.lows[at - 1]
    nouns = [noun.nominative for noun in rules.nouns.get(passage.lows[first], ()) if noun.is_nominative]
    hangs = at - 1 > first and passage.words[at - 1][0].islower() and before.endswith(rules.lists["genitive"] or "-")
    family = passage.lows[at].endswith(rules.lists["surnames"]) and not rules.verb_last
    return bool(nouns) and rules["bodies"].isdisjoint(nouns) and hangs and family and before not in rules["settlements"]


def _is_body_or_land(passage: Passage, at: int) -> bool:
    """Whether a capitalised word before a name is a body's initials or a country that hangs on a title."""
    word = passage.words[at]
    return (len(word) > 1 and word.isupper()) or ends_as_land(word, passage.rules)


def _is_titled(passage: Passage, first: int, at: int) -> bool:
    """Whether the last word of a title, its body or its country is a name: none that can be another genitive."""
    rules, low = passage.rules, passage.lows[at]
    nouns = [noun.nominative for noun in rules.nouns.get(passage.lows[first], ()) if noun.is_nominative]
    if not nouns or not rules["bodies"].isdisjoint(nouns) or _is_body_or_land(passage, at) or is_oblique(low, rules):
        return False
    land = ends_as_land(passage.words[at - 1], rules)
    office = any(noun.endswith(rules.lists["offices"] or "-") for noun in nouns)
    return (land and office) or not low.endswith(rules.lists["genitive"])


def _is_place(passage: Passage, first: int, words: list[str]) -> bool:
    """Whether two capitalised words behind a phrase hang on it rather than name somebody: the port of South Korea."""
    rules = passage.rules
    adjective = words[0].lower().endswith((*rules.mappings["adjectives"], *rules.mappings["adjectives"].values()))
    known = passage.lows[first] in rules.nouns or any(low in rules["bodies"] for low in passage.lows[first : first + 2])
    return adjective or known or is_oblique(words[-1].lower(), rules)


def _is_body(passage: Passage, at: int) -> bool:
    """Whether a noun, or the noun in which a compound ends, is a body that speaks."""
    bodies = passage.rules.lists["bodies"]
    return any(noun.nominative.endswith(bodies) for noun in passage.rules.nouns.get(passage.lows[at], ()))


def _is_of_a_name(passage: Passage, at: int) -> bool:
    word = passage.words[at]
    small = word.isupper() and len(word.rstrip(".")) > 1  # MFA, TASS
    return word[0].isupper() and not small and passage.lows[at] not in passage.rules.nouns
