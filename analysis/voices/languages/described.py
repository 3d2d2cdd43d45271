"""Who speaks in the text's own words: a role or a body, its head in the nominative where the endings are known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.voices.languages.passages import STOPS, Passage
from analysis.voices.languages.rules import LanguageRules

SHORTEST = 6  # letters of an adjective in the name of a body


@dataclass(slots=True, eq=False)
class Subject:
    """The words that name a speaker, as tokens, and who that is.

    kind: person, several (people joined by "and"), pronoun (without a name), role or body; sex: m, f, p (several) or
    "". alone: a role without any more words, which can mean somebody named before; owned: somebody's (his lawyer);
    land: the adjective of a country with it (the American leader); told: words that point at somebody the text has
    told of (cette chercheuse de Lyon).
    """

    first: int
    last: int
    name: str
    kind: str
    sex: str = ""
    alone: bool = False
    owned: bool = False
    land: str = ""
    told: bool = False


def describe_subject(passage: Passage, first: int, last: int, oblique: bool) -> Subject | None:
    """Describe a speaker in the text's own words, in the nominative where the endings are known."""
    rules = passage.rules
    while last > first and (passage.lows[last - 1] in rules["prepositions"] | rules["articles"]):
        last -= 1
    if first >= last:
        return None
    heads = [at for at in range(first, last) if passage.lows[at] in rules.nouns]
    changed = _nominatives(passage, first, last, heads) if oblique and rules.mappings["nouns"] else {}
    text = _write(passage, first, last, changed)
    if last - first == 1 and first in passage.runs:  # the "Bote" reports
        text = passage.text[passage.runs[first].start : passage.runs[first].end]
    if rules.capitals and last - first > 1:
        text = _with_strong_ending(passage, first, last, text)
    phrase = text.lower()
    known = phrase in rules["generic"] or phrase in rules.mappings["covers"]
    land = "" if known else _find_land(phrase, rules)
    of_party = last - first == 2 and passage.lows[last - 1] in rules["partisan"] and passage.lows[first] in rules.nouns
    source = passage.lows[first] in rules["sources"] & rules["generic"] and last - first == 2  # собеседница агентства
    former = last - first == 2 and passage.lows[first] in rules["former"] and passage.lows[last - 1] in rules.nouns
    alone = last - first == 1 or bool(land) or known or of_party or source or former
    article = passage.lows[first - 1] if first else ""
    alone = alone and article not in rules["indefinite"]
    sex = rules.mappings["gendered"].get(article, "") if alone and not oblique else ""
    if not rules.capitals and _is_common(passage, first):
        text = text[0].lower() + text[1:]
    owned, told = article in rules["owners"], not rules.has_cases and article in rules["pointing"]
    sex = sex or (rules.mappings["gendered"].get(article, "") if told else "")
    return Subject(first, last, text, "role" if heads else "body", sex, alone, owned, land, told)


def _with_strong_ending(passage: Passage, first: int, last: int, text: str) -> str:
    """A body's name without its article, its adjective as it is then: das Statistische Amt, Statistisches Amt."""
    if " " not in text:
        return text  # what is torn by a mark stands without a blank
    word, noun = passage.words[first], text.lower().split()[1]
    if first and word[0].islower() and word.endswith("en") and passage.lows[first - 1] in ("einem", "einer"):
        woman = passage.lows[first - 1] == "einer"  # laut einem internen Vermerk
        ending = "e" if woman else "es" if noun.endswith(passage.rules.lists["neuter_bodies"] or "-") else "er"
        return f"{word[:-2]}{ending} {text.partition(' ')[2]}"
    weak = next((end for end in ("en", "em", "e") if word.endswith(end)), "")
    if not weak or not word[0].isupper() or len(word) < SHORTEST or passage.lows[first] in passage.rules.nouns:
        return text
    if not passage.words[first + 1][0].isupper() or first + 1 in passage.named:
        return text
    article = passage.lows[first - 1] if first else ""
    woman = article == "die" or (article in ("der", "zur") and weak == "en")
    ending = "e" if woman else "es" if noun.endswith(passage.rules.lists["neuter_bodies"] or "-") else "er"
    told = article or weak == "em"
    return f"{word[: -len(weak)]}{ending} {text.partition(' ')[2]}" if told else text


def _find_land(phrase: str, rules: LanguageRules) -> str:
    """The adjective of a country that stands with a role and nothing else: the American leader; "" if none does."""
    words = phrase.split()
    if len(words) != 2 or not rules["relational"]:
        return ""
    role, adjective = words if rules.noun_first else reversed(words)
    known = role in rules.nouns and adjective not in rules.nouns
    return adjective if known and adjective.endswith(rules.lists["relational"]) else ""


def _is_common(passage: Passage, at: int) -> bool:
    """Whether a word that may have its capital from its sentence alone is a common noun."""
    word, low = passage.words[at], passage.lows[at]
    if (word.isupper() and len(word) > 1) or (low in passage.rules["proper"] and word[0].isupper()):
        return False
    opens = at == 0 or passage.words[at - 1] in STOPS or passage.opens_sentence(at)
    return word[0].islower() or (opens and (low in passage.rules.nouns or f" {low}" in passage.around(at)))


def _nominatives(passage: Passage, first: int, last: int, heads: list[int]) -> dict[int, str]:
    """The nominatives of a description's head and of the adjectives before it; what hangs on the head stays."""
    rules = passage.rules
    if rules.verb_last:  # only the last word changes
        return {last - 1: _nominative_of(passage, last - 1)}
    if rules.capitals and not (first and passage.lows[first - 1] in rules["of_genitive"]):
        nouns = rules.nouns.get(passage.lows[heads[0]], ()) if heads else ()
        oblique = nouns and all(noun.number == "p" and not noun.is_nominative for noun in nouns)  # aus Kreisen
        return {heads[0]: _nominative_of(passage, heads[0])} if oblique else {}
    endings = sorted(rules.mappings["adjectives"].items(), key=lambda pair: -len(pair[0]))
    small = tuple(end for end, _ in endings)
    head = heads[0] if heads else first
    while not heads and head < last - 1 and passage.lows[head].endswith(small) and len(passage.lows[head]) > 4:
        head += 1
    changed = {head: _nominative_of(passage, head)}
    for at in range(first, head):
        end = next((pair for pair in endings if passage.lows[at].endswith(pair[0])), None)
        if end:
            changed[at] = _agree(passage.words[at][: -len(end[0])] + end[1], changed[head], rules)
    return changed


def _agree(adjective: str, noun: str, rules: LanguageRules) -> str:
    """Give an adjective the ending of a neuter noun, if its noun is one: региональное управление."""
    if not noun.lower().endswith(rules.lists["neuters"] or "-"):
        return adjective
    ends = sorted(rules.mappings["neuter"].items(), key=lambda pair: -len(pair[0]))
    return next((adjective[: -len(end)] + new for end, new in ends if adjective.endswith(end)), adjective)


def _nominative_of(passage: Passage, at: int) -> str:
    """The nominative of a noun: as the lists have it, else one that the text has, else the likeliest."""
    rules, word = passage.rules, passage.words[at]
    first = rules.nouns.get(word.partition("-")[0], ()) if "-" in word and rules.has_cases else ()
    if any(not noun.is_nominative for noun in first):
        return "-".join(_likeliest_nominative(passage, at, part) for part in word.split("-"))  # компании-подрядчике
    listed = [noun.nominative for noun in rules.nouns.get(passage.lows[at], ()) if not noun.is_nominative]
    if listed:
        return listed[0] if word[0].islower() else listed[0].capitalize()
    if passage.lows[at] in rules.nouns or word.isupper():
        return word
    return _likeliest_nominative(passage, at, word)


def _likeliest_nominative(passage: Passage, at: int, word: str) -> str:
    """The nominative of a noun of the lists, else one that the text has, else one by its ending."""
    rules = passage.rules
    listed = [noun.nominative for noun in rules.nouns.get(word, ()) if not noun.is_nominative]
    if listed:
        return listed[0]
    bases = rules.endings["nouns"].list_nominatives(word)
    bases = [base for base in bases if base[-2:] == "ия"] or bases if word.endswith("ии") else bases  # Росавиация
    known = [base for base in bases if base.lower() in rules.nouns or re.search(rf" {base}\b", passage.around(at))]
    if not known and word[0].isupper():  # what ends as a known body does, else what ends in a consonant: Rosstat
        known = [base for base in bases if base.lower().endswith(rules.lists["bodies"])] or bases[-1:]
    return (known or bases or [word])[0]


def _write(passage: Passage, first: int, last: int, changed: dict[int, str]) -> str:
    """Write some tokens as the text has them, the changed ones aside."""
    parts, at = [], passage.starts[first]
    for token in range(first, last):
        here, end = passage.starts[token], passage.ends[token]
        parts += [passage.text[at:here], changed.get(token, passage.text[here:end])]
        at = end
    return " ".join("".join(parts).split())


def is_oblique(low: str, rules: LanguageRules) -> bool:
    """Tell whether a word's ending says that it is in another case than the nominative."""
    nouns = rules.nouns.get(low)
    return not any(noun.is_nominative for noun in nouns) if nouns else low.endswith(rules.lists["oblique"])
