"""Verbs that end a noun phrase: an auxiliary, said, "Trump wanted", without a parser."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress

from analysis.voices.cues import load_cues
from analysis.voices.lines import Line
from analysis.words.classes import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    PERSONAL,
    PREPOSITIONS,
    is_adverb,
)

CONTRACTION = re.compile("['’]")
MOST_KEPT = 100_000  # different words of which it is remembered what they can be
SAYING = frozenset(["said", "says", "asked", "told", "wrote", "added"])  # finite behind nearly anything
REPORTING = frozenset(["saying", "claiming", "arguing", "warning", "alleging", "stating"])  # a note saying the bank had
NOUNS_TOO = frozenset(["will", "can", "must"])  # auxiliaries
PREFIXES = ("re-", "co-", "pre-", "double-", "cross-", "fast-", "over-", "under-", "out-", "mis-", "un-")  # re-elected
RANKS = frozenset(["same", "first", "second", "third", "next", "latest", "only", "other"])
SEVERAL = frozenset(["many", "some", "few", "most", "several"])  # that may stand alone
BEHIND_VERB = DETERMINERS | PERSONAL | CONJUNCTIONS  # behind verbs, not behind what describes a noun
SEEMING = frozenset(["seemed", "appeared", "wanted", "tended", "managed", "hoped", "failed", "refused"])
BRACKET = 6  # tokens of (R-N.Y.)
ADDRESSING = frozenset(["Mr", "Mrs", "Ms", "Dr"])
NOT_PAST = frozenset(  # whose "ed" ends no verb of the past
    ["succeed", "proceed", "exceed", "speed", "seed", "breed", "greed", "weed", "creed", "deed", "hundred", "sacred",
     "naked", "wicked", "kindred", "red"]
)  # fmt: skip
NO_VERB_AFTER = DETERMINERS | PREPOSITIONS | BE
FAMILIES = frozenset(["long", "early", "still", "just", "rather"])  # adverbs that are family names behind a given one


@lru_cache(maxsize=1)
def finite_verbs() -> frozenset[str]:
    """Return the verb forms that end a noun phrase: said, told, argued, went."""
    forms = load_cues().forms
    return COMMON_VERBS | {
        word for word, cue in forms.items() if cue.form == "past" or word in ("says", "tells", "thinks")
    }


@lru_cache(maxsize=MOST_KEPT)
def contracted(low: str) -> str:
    """Return the pronoun of a contraction (she'll, it’s), else ""."""
    pronoun = CONTRACTION.split(low, 1)[0] if "'" in low or "’" in low else low
    return pronoun if pronoun != low and pronoun in PERSONAL else ""


def is_verb(line: Line, at: int) -> bool:
    """Tell whether a word ends the noun phrase before it: an auxiliary, said, "Trump wanted"."""
    sure = verb_by_itself(line.words[at])
    if sure is not None:
        return sure and not (at and line.lows[at] in NOUNS_TOO and line.lows[at - 1] in ("the", "a", "an"))  # the will
    before, low = line.words[at - 1] if at else ".", line.lows[at]
    before = _before_party(line, at - 1) if before == ")" else before
    if low.endswith("ing"):
        # is selling; ", suggesting the senator
        object_ = is_object_start(line, at + 1)
        return before.lower() in BE or (object_ and (before == "," or (low in REPORTING and before.isalpha())))
    alone = before.lower() == "another" or before.lower() not in NO_VERB_AFTER  # while another said
    if at > 1 and low in SAYING and line.lows[at - 2] == "another" and is_adverb(before.lower()):
        return True  # another reportedly said
    if at > 1 and is_adverb(before.lower()) and (line.words[at - 2][0].isupper() or line.lows[at - 2] in PERSONAL):
        return _may_precede_verb(line.words[at - 2])  # Germany recently called, Lund later released
    if at > 1 and before in RANKS and line.lows[at - 2] in ("the", "these", "those") and low not in SAYING:
        passive = line.lows[at + 1 : at + 2] == ["by"]  # and the other injured by
        return not (passive or _opens_noun(line, at + 1))  # the same measured tone
    if before.lower() in SEVERAL and low not in SAYING:
        seeming = low in SEEMING and line.lows[at + 1 : at + 2] == ["to"]  # few seemed to
        return seeming or (line.lows[at + 1 : at + 2] > [""] and line.lows[at + 1] in BEHIND_VERB)  # many left and
    return _may_precede_verb(before) or (low in SAYING and alone)


def _opens_noun(line: Line, at: int) -> bool:
    """Tell what a participle before it describes: no article, pronoun, preposition or mark."""
    if at >= len(line.words):
        return False
    low = line.lows[at]
    return low[0].isalpha() and low not in BEHIND_VERB and low not in PREPOSITIONS and low not in ("to", "that")


def _before_party(line: Line, close: int) -> str:
    """Give the name before a short bracket with capitals, behind which its verb may stand: Ann Lee (R-Ohio) [moved]."""
    for at in range(close - 1, max(0, close - BRACKET), -1):
        if line.words[at] == "(":
            return line.words[at - 1] if line.words[at - 1][0].isupper() else ")"
        if not (line.words[at][0].isupper() or line.words[at] == "."):
            break
    return ")"


def is_object_start(line: Line, at: int) -> bool:
    """Tell what an object begins with."""
    return at < len(line.words) and (line.lows[at] in DETERMINERS or line.lows[at] == "that")


@lru_cache(maxsize=MOST_KEPT)
def verb_by_itself(word: str) -> bool | None:
    """Whether a word is such a verb, whatever stands before it; None if that tells."""
    low, small = word.lower(), word[0].islower() and word.islower()  # no al-Sayed
    marked = "'" in low or "’" in low
    if marked and (low.endswith(("'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d")) or contracted(low)):
        return True
    if low in AUXILIARIES and small:
        return True
    if "-" in low and low.endswith("ed") and not low.startswith(PREFIXES):
        return False  # coal-fired
    if low in NOT_PAST:
        return False
    return None if small and (low in finite_verbs() or low.endswith(("ed", "ing"))) else False


@lru_cache(maxsize=MOST_KEPT)
def can_be_verb(word: str) -> bool:
    """Tell whether a word is such a verb somewhere."""
    return verb_by_itself(word) is not False


@lru_cache(maxsize=MOST_KEPT)
def _may_precede_verb(word: str) -> bool:
    before = word.lower()
    return not (
        before.endswith(("'s", "’s"))
        or before in DETERMINERS
        or before in PREPOSITIONS
        or before in CONJUNCTIONS
        or not before[0].isalnum()
        or (is_adverb(before) and not is_ly_name(word) and before not in ("never", "also"))  # her team never lost
    )


def is_ly_name(word: str) -> bool:
    """Tell Kelly and Jolly from words in -ly."""
    return word[0].isupper() and word.lower() not in ADVERBS


def is_adverb_name(line: Line, at: int) -> bool:
    """Tell Kelly, and the Long of "...," Long said", from adverbs."""
    return is_ly_name(line.words[at]) or is_capital_inside(line, at)


def is_capital_inside(line: Line, at: int) -> bool:
    """Tell whether a word has its capital where no sentence begins."""
    if not at or not line.words[at][0].isupper():
        return False
    run, before = line.runs.get(at - 1), line.words[at - 1]
    before = line.words[at - 2] if before == "." and at > 1 and line.words[at - 2] in ADDRESSING else before
    inside = before == "," or before.islower() or before.lower() in MONTHS
    inside = inside or (line.lows[at] in FAMILIES and before.isalpha())  # Ann Long said
    inside = inside or before.rstrip(".") in ADDRESSING  # Mr Rather said
    return line.text[run.end - 1] == "," if run else inside


def holds_verb(line: Line, first: int, last: int) -> bool:
    """Tell whether any of some tokens is a verb."""
    found = compress(range(first, last), map(can_be_verb, line.words[first:last]))
    return any(is_verb(line, at) for at in found)


def count_finite(line: Line, first: int, last: int) -> int:
    """Count the verbs among some tokens, infinitives and words in -ing aside."""
    found = compress(range(first, last), map(can_be_verb, line.words[first:last]))
    finite = (at for at in found if line.lows[at - 1] != "to" and not line.lows[at].endswith("ing"))
    return sum(is_verb(line, at) for at in finite)
