"""Where the words behind "according to" end that name a source, with a comma or without: по данным полиции сбиты."""

from __future__ import annotations

from analysis.voices.languages.described import Subject
from analysis.voices.languages.passages import STOPS, Passage
from analysis.voices.languages.phrases import LONGEST, WALLS, end_of_phrase
from analysis.voices.tokens import QUOTE


def end_of_source(passage: Passage, first: int, hi: int, opens: bool) -> int:
    """Where the source ends: at the sign behind it, if no clause has begun by then, else behind its last noun.

    opens: its phrase opens a sentence, so that a clause must follow before the sentence's end.
    """
    end = end_of_phrase(passage, first, hi)
    if end == first or passage.rules.verb_last or passage.rules.capitals:
        return end
    chain = _end_of_chain(passage, first, min(hi, first + LONGEST))
    ended = end == hi or passage.words[end] in STOPS
    if end <= chain or not ((ended and opens) or _holds_clause(passage, chain, end)):
        return end
    return chain


def find_teller(passage: Passage, at: int, hi: int) -> Subject | None:
    """Find who says it in one word with what is said: (nach) Polizeiangaben, Medieninformationen (zufolge)."""
    rules = passage.rules
    low = passage.lows[at] if 0 <= at < hi else ""
    end = next((end for end in rules.lists["compounds"] if low.endswith(end) and low != end), "")
    for glue in ("", "s", "n", "en") if end else ():
        front = low[: len(low) - len(end)]
        noun = front.removesuffix(glue) if front.endswith(glue) else ""
        if noun in rules.nouns:
            return Subject(at, at + 1, noun.capitalize(), "body")
    return None


def _end_of_chain(passage: Passage, first: int, hi: int) -> int:
    """Where the first noun ends with what hangs on it: genitives, names, "of" with its noun."""
    at = first
    while at < hi and _stands_before_noun(passage, at):
        at += 1
    at = passage.named[at][0] if at in passage.named else at + 1
    while at < hi and _hangs_on(passage, at):
        at = passage.named[at][0] if at in passage.named else at + 1
        while at < hi and passage.lows[at - 1] in passage.rules["of"] and _stands_before_noun(passage, at):
            at += 1
    return min(at, hi)


def _stands_before_noun(passage: Passage, at: int) -> bool:
    """Whether a word is an article or an adjective of the noun that follows."""
    rules, low = passage.rules, passage.lows[at]
    if low in rules["articles"]:
        return True
    adjective = rules.has_cases and low.endswith(tuple(rules.mappings["adjectives"])) and at not in passage.named
    return adjective and low not in rules.nouns and passage.words[at][0].islower()


def _hangs_on(passage: Passage, at: int) -> bool:
    """Whether a word goes on the phrase: a name, a capital, a known noun in another case, a likely genitive."""
    rules, word, low = passage.rules, passage.words[at], passage.lows[at]
    if low in WALLS or word in STOPS or word == QUOTE:
        return False
    if at in passage.named or passage.lows[at - 1] in rules["of"] or low in rules["of"] or low in rules["near"]:
        return True
    if low in rules["prepositions"] or low in rules["articles"]:
        return False
    if word[0].isupper():
        return True
    nouns = rules.nouns.get(low)
    if nouns:
        return rules.has_cases and not any(noun.is_nominative for noun in nouns)
    return rules.has_cases and low.endswith(rules.lists["chained"])


def _holds_clause(passage: Passage, first: int, last: int) -> bool:
    """Whether a verb, a noun in no genitive, or an article without "of" stands among some words: a clause has begun."""
    rules = passage.rules
    for at in range(first, last):
        low = passage.lows[at]
        if low in rules["prepositions"] and low not in rules["of"] and low not in rules["articles"]:
            return False  # a source in the government: `end_of_phrase` goes no further than the place
        hangs = passage.lows[at - 1] in rules["of"] or passage.lows[at - 1] in rules["near"]
        if low in rules["helpers"] or (low in rules["articles"] and not hangs):
            return True
        joins = low in rules["joining"] and first < at < last - 1  # the minister of education and science
        if rules.has_cases and passage.words[at][0].islower() and low not in rules.nouns and not joins:
            likely = low.endswith(rules.lists["genitive"]) and not low.endswith(rules.lists["unlisted"])
            if not likely and not low.endswith(rules.lists["chained"]):
                return True
    return False
