"""What belongs to a verb of saying: its auxiliary, its particle, the adverbs before it."""

from __future__ import annotations

from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import WALLS, ends_with
from analysis.voices.languages.words_known import Verb

PARTICLE_REACH = 14  # tokens between a verb and its particle
SHARED = 24  # tokens before "and said" in which an auxiliary stands that it shares
HELPED = 6  # tokens between an auxiliary and its participle


def find_particle(passage: Passage, at: int, hi: int, verb: Verb) -> str | None:
    """Find the particle behind a verb, the first of those that it can have; "" if none is needed, None if it lacks."""
    if not verb.particle:
        return ""
    known = {verb.particle, *verb.others}
    return next((low for low in passage.lows[at + 1 : min(hi, at + PARTICLE_REACH)] if low in known), None)


def end_of_particle(passage: Passage, at: int, hi: int, particle: str) -> int:
    """The token behind a verb's particle, the one before a sign if there are two: teilte mit Stolz mit, ..."""
    found = [here for here in range(at + 1, min(hi, at + PARTICLE_REACH)) if passage.lows[here] == particle]
    return next((here for here in found if here + 1 < hi and passage.lows[here + 1] in WALLS), found[0]) + 1


def is_helper_shared(passage: Passage, at: int, lo: int) -> bool:
    """Whether a participle behind "and" shares the auxiliary of one before it: a fait part de sa joie et assuré que."""
    rules, before = passage.rules, start_of_adverbs(passage, at, lo) - 1
    if before <= lo or passage.lows[before] not in rules["joining"]:
        return False
    helpers = (
        here for here in range(before - 1, max(lo, before - SHARED) - 1, -1) if passage.lows[here] in rules["helpers"]
    )
    helper = next(helpers, -1)
    return helper >= 0 and not {";", ":", "—"}.intersection(passage.lows[helper:before])


def find_helper(passage: Passage, at: int, lo: int) -> int:
    """The auxiliary of a participle, over adverbs and a pronoun hung on it; -1 if there is none."""
    rules = passage.rules
    here, small = at - 1, rules["adverbs"] | rules["hung"]
    while here >= max(lo, at - (PARTICLE_REACH if rules.capitals else HELPED)):
        if passage.lows[here] in rules["helpers"]:
            return here
        if rules.capitals and passage.lows[here] not in WALLS:  # hat am Montag vor Gericht gesagt
            here -= 1
            continue
        aside = next((len(one) for one in rules.asides if ends_with(passage, lo, here + 1, one)), 0)
        aside = aside or _end_of_stressed(passage, here)
        if not aside and passage.lows[here] not in small:
            break
        here -= aside or 1
    return -1


def _end_of_stressed(passage: Passage, comma: int) -> int:
    """How many tokens before an auxiliary's end are a stressed pronoun between commas: a, elle, appelé; 0: none."""
    if passage.rules.has_cases or comma < 2 or passage.lows[comma] != "," or passage.lows[comma - 2] != ",":
        return 0
    return 3 if passage.lows[comma - 1] in passage.rules["stressed"] else 0


def start_of_adverbs(passage: Passage, at: int, lo: int) -> int:
    """Where the adverbs right before a token begin."""
    while at > lo and passage.lows[at - 1] in passage.rules["adverbs"]:
        at -= 1
    return at
