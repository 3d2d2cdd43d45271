"""Nouns behind a verb or a preposition that are spelt like verbs: "faced stubborn questions", "amid fresh calls"."""

from __future__ import annotations

from analysis.people.titles import ROLES
from analysis.voices.cues import Cue, load_cues
from analysis.voices.described_people import is_person_noun
from analysis.voices.finite_verbs import SAYING, can_be_verb, finite_verbs, holds_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.nobody import PARTS_ALONE
from analysis.voices.phrases import phrase_before
from analysis.voices.senses import Sense, load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    SINGULAR_S,
    SUBORDINATORS,
    is_adverb,
)

CLAUSAL = frozenset({"speech", "thought", "hearer", "evidence"})
COUNTING = frozenset(  # what may stand for people already spoken of: another said, two wrote that
    ["another", "each", "dozens", "several", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
)
STOPS = frozenset([".", ",", ";", ":"])
ENDING_LIKE_VERBS = frozenset(["warning", "ruling", "finding", "feeling", "hearing", "briefing"])
REACH = 6  # tokens between a quotation and the verb that ends its sentence
HOLDING = PREPOSITIONS - SUBORDINATORS - {"of"} | {"amid", "despite"}


def is_object_noun(line: Line, at: int, lo: int, cue: Cue) -> bool:
    """Tell "faced stubborn questions" from "said mother questions": a lone singular word has an article somewhere.

    What stands before a verb in the third person is then an adjective, and the verb a noun in the plural.
    """
    if cue.form != "third" or not line.words[at][0].islower():
        return False
    first, last = phrase_before(line, at, lo)
    if first <= lo or last != at or at - first > 2 or not _are_adjectives(line, first, at):
        return False
    before = line.lows[first - 1]
    if before in HOLDING:
        return True
    governing = load_cues().forms.get(before)
    return is_verb(line, first - 1) and not (governing and governing.kinds & CLAUSAL)


def _are_adjectives(line: Line, first: int, last: int) -> bool:
    """Tell words that can be adjectives from names, plurals, persons and what has an article."""
    low = line.lows[last - 1]
    if low in ROLES or low in PLURALS or low in SINGULAR_S or is_person_noun(low):
        return False
    return all(
        word[0].islower() and word.replace("-", "").isalpha() and word not in DETERMINERS and word not in PRONOUNS
        for word in line.words[first:last]
    )


def opens_relative(line: Line, at: int) -> bool:
    """Tell "a rule that once [covered] the farms" from "the sense that it rains" by the word behind "that"."""
    while at < len(line.words) and is_adverb(line.lows[at]):
        at += 1
    return at < len(line.words) and can_be_verb(line.words[at])


def goes_on_in_past(line: Line, at: int) -> bool:
    """Tell the verb of "the fashion brands apologised" from what a verb may govern: "Lee claims stolen goods"."""
    if not at + 1 < len(line.words) or not line.lows[at].endswith("ed") or line.lows[at + 1].endswith("s"):
        return False
    return line.lows[at] in finite_verbs() or line.lows[at + 1] in PREPOSITIONS or not line.words[at + 1][0].isalnum()


def acts_alone(line: Line, before: str, at: int) -> bool:
    """Tell "another tweeted, "..."", "two said so" and "the second accused the mayor" from "another alleged victim"."""
    if not (before in COUNTING or before in PARTS_ALONE) or at + 1 >= len(line.words):
        return False
    after = line.lows[at + 1]
    told = line.words[at + 1] in (QUOTE, ",", ":") or after in PERSONAL
    governs = after in DETERMINERS or after in OBJECT_PRONOUNS
    return line.lows[at] in SAYING or governs or (told and before in COUNTING)  # but the third accused, Bo Lindh, left


def ends_quotation(line: Line, at: int, lo: int, cue: Cue | Sense) -> bool:
    """Tell ""...," the platform [states]." from nouns: what follows a quotation to its sentence's end has a verb."""
    if (at + 1 < len(line.words) and line.words[at + 1] not in STOPS) or "speech" not in getattr(cue, "kinds", ()):
        return False
    run = next((here for here in range(at - 1, max(lo, at - REACH) - 1, -1) if line.words[here] == QUOTE), -1)
    if run not in line.runs or run + 1 == at or line.text[line.runs[run].end - 1] not in ",!?":
        return False
    opens = line.words[run + 1][0].isupper() or line.lows[run + 1] in DETERMINERS
    plain = all(word[0].isalnum() for word in line.words[run + 1 : at]) and PREPOSITIONS.isdisjoint(line.lows[run:at])
    return opens and plain and not holds_verb(line, run + 1, at)


def is_only_adjective(low: str, lemma: str) -> bool:
    """Tell "similar reasons" from "the public reasons" and "seldom speaks", where no noun is spelt like the verb."""
    senses = load_senses()
    other = (
        low in DETERMINERS
        or low in PREPOSITIONS
        or low in CONJUNCTIONS
        or low in SUBORDINATORS
        or low in PLURALS
        or is_adverb(low)
    )
    noun = lemma in senses.nouns or lemma in senses.things
    return noun and low in senses.adjectives and low not in senses.nouns and not other


def is_reported(line: Line, at: int, after: int) -> bool:
    """Tell "said that calls for peace" from "a law that calls for peace"."""
    verb = load_cues().forms.get(line.lows[at])
    said = verb is not None and verb.form in ("past", "third") and "speech" in verb.kinds
    return said and line.lows[after : after + 1] > [""] and line.lows[after] in HOLDING


def acts_as_noun(line: Line, at: int) -> bool:
    """Tell a noun behind its owner by the verb right behind it: the mayor's warning marked a turn, was late."""
    word = line.words[at + 1] if at + 1 < len(line.words) else "."
    past = word in finite_verbs() or (word.endswith("ed") and word.isalpha())
    return line.lows[at] in ENDING_LIKE_VERBS and (past or word in AUXILIARIES)


def is_behind_date(line: Line, at: int, lo: int) -> bool:
    """Tell a noun behind a date: the September 11 attacks, the mayor's Saturday remarks."""
    before, owner = line.lows[at - 1], line.lows[at - 2] if at - 1 > lo else "."
    owned = owner.endswith(("'s", "’s", "s'", "s’"))
    return (before.isdigit() and owner in MONTHS) or (before in MONTHS and owned)
