"""What before a verb of saying tells that its speaker stands behind it: a hearer, an aside, somebody else's name."""

from __future__ import annotations

from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import is_subject_noun
from analysis.voices.tokens import QUOTE

ASIDE = 16  # tokens of what stands between two commas before a verb
HEARER = 6  # tokens that say who is told before a verb


def follows_name(passage: Passage, comma: int, lo: int) -> bool:
    """Whether a name stands between two commas before a verb: the spokesman, Ann Lee, said."""
    at = comma - 1
    while at > max(lo, comma - 5) and passage.words[at][0].isupper():
        at -= 1
    return lo < at < comma - 1 and passage.lows[at] == "," and passage.words[at - 1] != QUOTE


def acts_right_behind(passage: Passage, at: int, hi: int, agrees: str) -> bool:
    """Whether who can act stands right behind a verb, so that a name before it does not: visant X, a dit la juge Y."""
    if passage.rules.capitals or passage.rules.verb_last or at >= hi:
        return False
    if passage.lows[at - 1] in passage.rules["addressing"]:
        return False
    if passage.rules.has_cases:
        return (at in passage.named and passage.named[at][1].is_nominative) or is_subject_noun(passage, at, agrees)
    at += passage.lows[at] in passage.rules["articles"]
    return at < hi and (passage.lows[at] in passage.rules.nouns or at in passage.named)


def follows_hearer(passage: Passage, lo: int, at: int) -> bool:
    """Whether a German sentence opens with whom it is said to, and a verb behind that: Der Zeitung sagte Lee, ..."""
    rules, first = passage.rules, lo + 1
    if not rules.capitals or not first < at <= lo + HEARER:
        return False
    if passage.lows[lo] in ("dem", "den"):
        return True
    inflected = at - first > 1 and passage.words[first][0].isupper() and passage.lows[first].endswith("en")
    return passage.lows[lo] == "der" and (inflected or passage.lows[first].endswith(rules.lists["women_media"]))


def follows_adverb(passage: Passage, lo: int, at: int, hi: int) -> bool:
    """Whether a German sentence opens with one word that names nobody, its subject behind the verb."""
    rules = passage.rules
    if not rules.capitals or at != lo + 1 or at + 1 >= hi or lo in passage.named or not passage.opens_sentence(lo):
        return False
    known = passage.lows[lo] in rules.nouns or passage.lows[lo] in rules.pronouns or lo in passage.runs
    definite = passage.lows[at + 1] in ("der", "die", "das") and passage.lows[at + 2 : at + 3] != [","]
    behind = definite and at + 2 < hi and any(noun.is_nominative for noun in rules.nouns.get(passage.lows[at + 2], ()))
    return not known and (behind or at + 1 in passage.named)


def follows_aside(passage: Passage, comma: int, lo: int) -> bool:
    """Whether adverbs, a gerund or a relative clause stand between two commas before a verb: X, however, said."""
    rules = passage.rules
    if comma <= lo or passage.lows[comma] != ",":
        return False
    before = next((at for at in range(comma - 1, max(lo, comma - ASIDE), -1) if passage.lows[at] == ","), -1)
    if before < 0 or not passage.words[before - 1][0].isalpha():
        return False
    inside = passage.lows[before + 1 : comma]
    gerund = rules.has_cases and inside and inside[0].endswith(rules.lists["gerunds"] or "-")
    led = inside and (inside[0] in rules["relatives"] or (gerund and inside[0] not in rules.small))
    stressed = len(inside) == 1 and inside[0] in rules["stressed"]  # the ministry, it, pleads for ...
    phrase = tuple(inside) in rules.asides  # X, for its part, said
    return bool(inside) and (led or stressed or phrase or all(low in rules["adverbs"] for low in inside))
