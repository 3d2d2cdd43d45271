"""Verbs with which a clause goes on behind its subject though no ending tells: Lund likes to, people often stop him."""

from __future__ import annotations

from functools import lru_cache

from analysis.voices.described_people import is_plural_of_people
from analysis.voices.finite_verbs import MOST_KEPT, is_verb
from analysis.voices.lines import Line
from analysis.voices.senses import can_be_noun, load_senses
from analysis.words.classes import (
    ADJECTIVES,
    BODIES,
    DETERMINERS,
    MODALS,
    OBJECT_PRONOUNS,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
)

FOLLOWING = PREPOSITIONS | DETERMINERS | POSSESSIVES | OBJECT_PRONOUNS | {"to", "that"}
JOINING = frozenset(["and", "or", "nor", "but"])
INSIDE = frozenset(["of", "for", "from", "at", "in", "with", "on", "to", "de"])  # prepositions that a phrase may hold
HELPING = MODALS - {"to", "help", "let", "may", "might", "not", "n't"}
BOUNDING = frozenset(["begin", "close", "end", "finish", "open", "start"])
ACTED_ON = OBJECT_PRONOUNS - {"her", "you"}
FINITE = ("base", "third", "past")


def begins_predicate(line: Line, first: int, at: int) -> bool:
    """Tell whether what follows the subject that begins at `first` begins at a token: with a verb or its adverb.

    What is as often a noun as a verb (plans, votes) stays in the phrase.
    """
    if not line.words[at][0].islower() or at + 1 >= len(line.words) or at <= first:
        return False
    senses, low, before = load_senses(), line.lows[at], line.lows[at - 1]
    if is_adverb(low):
        sense = senses.verbs.get(line.lows[at + 1])
        finite = sense is not None and sense.form in FINITE and line.words[at + 1][0].islower()
        return finite and not _may_lead(before)
    sense = senses.verbs.get(low)
    if sense is None:
        return False
    if is_done_by_people(line, at):
        return True
    if sense.form == "base" and line.lows[at + 1] in ACTED_ON and line.words[at - 1][0].isupper():
        return before not in DETERMINERS  # Lund and Roth make it
    if sense.form == "third" and line.lows[at + 1] == "with" and sense.lemma in BOUNDING:
        return can_be_noun(before)  # the video ends with
    if sense.lemma not in senses.verbal:
        return False
    if sense.form == "base":
        named = line.words[at - 1][0].isupper() and is_only_verb(low)  # revelations by Edward Lund allege
        return named or before in PLURALS or is_plural_of_people(before)
    if sense.form == "third" and is_predicate(line, at):
        return True
    whole = line.lows[first] not in DETERMINERS or line.words[at - 1].isupper()  # the Geneva talks; the UN talks to
    named = line.words[at - 1][0].isupper() and before not in DETERMINERS and whole
    after = line.lows[at + 1]
    goes_on = (
        after in FOLLOWING or after[:1].isdigit() or after.endswith(ADJECTIVES) or is_adverb(after) or is_only_verb(low)
    )
    return named and sense.form == "third" and goes_on


def is_done_by_people(line: Line, at: int) -> bool:
    """Tell "delegates wave the (signs)" from "the teachers union", in which the same word is a noun."""
    sense = load_senses().verbs.get(line.lows[at])
    if sense is None or sense.form != "base" or at + 1 >= len(line.lows):
        return False
    before = line.lows[at - 1]
    if before[-1:] != "s" or not is_plural_of_people(before):
        return False
    after = line.lows[at + 1]
    plural = after.endswith("s") and not after.endswith("ss") and not is_plural_of_people(after)
    things = plural and after[:-1] not in BODIES
    return things or after in DETERMINERS or after in POSSESSIVES or after in OBJECT_PRONOUNS


@lru_cache(maxsize=MOST_KEPT)
def can_be_predicate(word: str) -> bool:
    """Whether a word in small letters is a verb in the third person, or of several, and never a noun: protects."""
    senses = load_senses()
    sense = senses.verbs.get(word)
    only = sense is not None and sense.lemma in senses.verbal and word not in senses.nouns
    return only and sense.form in ("third", "base") and is_only_verb(word)


def is_predicate(line: Line, at: int) -> bool:
    """Tell the verb of "state law requires nurses (who ...)", behind a noun, from a noun behind an adjective."""
    if not at or not can_be_predicate(line.words[at]) or not line.words[at - 1][0].isalnum():
        return False
    before, senses = line.lows[at - 1], load_senses()
    if senses.verbs[line.words[at]].form == "base":  # the court's new cases involve
        if before in ("them", "us"):
            return True  # most of them agree with Lund, who
        plural = before.endswith("s") and not before.endswith(("ss", "'s", "’s")) and before not in POSSESSIVES
        return plural and before not in DETERMINERS and can_be_noun(before)
    describing = before in DETERMINERS or before in PREPOSITIONS or before in POSSESSIVES or before in senses.adjectives
    return not (describing or before in JOINING or before.endswith(("'s", "’s", "s'", "s’")))


def points(line: Line, at: int) -> bool:
    """Tell the "that" of "critics of that plan" from the one of "look for that to change" and from a conjunction."""
    after = line.words[at + 1] if at + 1 < len(line.words) else "."
    noun = after.isalpha() and after not in PREPOSITIONS and after != "to" and not is_verb(line, at + 1)
    return line.lows[at - 1] in INSIDE and noun


def is_only_verb(low: str) -> bool:
    """Tell "delivers" from talks and plans, which can be nouns too."""
    senses = load_senses()
    return low in senses.verbs and low not in senses.things and low not in senses.speaking


def _may_lead(low: str) -> bool:
    """Tell what may stand before an adverb inside a phrase: the once mighty firm, a few widely read papers."""
    return low in DETERMINERS or low in POSSESSIVES or low in PREPOSITIONS or low in load_senses().adjectives


def is_helped(line: Line, at: int) -> bool:
    """Tell the verb of "did not satisfy Lund" from a noun."""
    verb = load_senses().verbs.get(line.lows[at]) if at and line.lows[at - 1] in HELPING else None
    return verb is not None and verb.form == "base"
