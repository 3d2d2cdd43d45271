"""What stands around who says it, where no verb governs it: according to X, ...; ..., as X said, ..."""

from __future__ import annotations

from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.clause_ends import end_of_clause
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import end_of_phrase, is_predicate_first, is_subject_noun
from analysis.voices.languages.told import JOINTS, Told, end_of_told, start_of_told

BRIEF = 4  # tokens before ", as X said," that may be no more than how a sentence begins
WINDOW = 24  # tokens between a verb and the clause that it opens
APPOSED = 12  # tokens that say who a speaker is


def find_by_phrase(
    passage: Passage, lo: int, hi: int, saying: Saying, later: list[Saying], kept: list[int]
) -> list[Told]:
    """Read "According to X, ...", "..., according to X" and "..., according to X, ..."."""
    parts, at = [], saying.end
    first = start_of_told(passage, lo, saying.begin)
    first = saying.begin if passage.lows[saying.begin - 1] == ":" else first  # 10.15 Uhr: Laut X ...
    headed = kept and kept[-1] < saying.begin and passage.lows[kept[-1] - 1] == ":"  # a strike: "...", according to X
    first = kept[-1] if headed and set(passage.words[kept[-1] + 1 : saying.begin]) <= JOINTS else first
    quoted = first in kept and passage.words[first + 1] in JOINTS  # "...", X said according to Y
    placed = passage.lows[first] in passage.rules["prepositions"] | passage.rules["adverbs"]
    begins = (
        placed and saying.begin - first <= BRIEF and at < hi and passage.lows[at] == ","
    )  # at that, in X's view, ...
    if saying.begin - first > 1 and not quoted and not begins:
        parts.append(Told(first, end_of_told(passage, first, saying.begin), saying, "according"))
    comma = at < hi and passage.lows[at] == ","
    if parts and not comma and hi - at > 1 and not quoted and is_predicate_first(passage, saying.begin):
        return [*parts, Told(at, end_of_clause(passage, at, hi, later), saying, "according")]
    if (parts or quoted) and not comma:
        return parts
    at = _over_matter(passage, at, hi) if not parts else at
    while at < hi and passage.lows[at] in JOINTS:
        at += 1
    at = _over_apposition(passage, at, hi)
    if hi - at > 1:
        parts.append(Told(at, end_of_clause(passage, at, hi, later), saying, "according"))
    return parts


def _over_matter(passage: Passage, at: int, hi: int) -> int:
    """Step over what a paper is about, where no clause has begun: according to the answer to the question, ..."""
    rules = passage.rules
    comma = next((here for here in range(at, min(hi, at + BRIEF + 2)) if passage.lows[here] == ","), -1)
    if not rules.has_cases or rules.verb_last or comma <= at or passage.lows[at] not in rules["prepositions"]:
        return at
    return at if any(low.endswith(rules.lists["finite"]) for low in passage.lows[at:comma]) else comma


def _over_apposition(passage: Passage, at: int, hi: int) -> int:
    """Step over who somebody is: according to X, the mayor of Y, ..."""
    comma = next((here for here in range(at, min(hi, at + APPOSED)) if passage.lows[here] == ","), -1)
    led = passage.lows[at : at + 2] if passage.rules.capitals else []
    if led and comma > at + 2 and led[0] in passage.rules["prepositions"] and led[1] in passage.rules["relatives"]:
        return comma + 1  # a note from which the paper quotes, ...
    if at < hi and comma > at + 2 and passage.lows[at - 1] == "," and _is_led(passage, at):
        return comma + 1  # according to the mayor, who is away, ...
    apposed = passage.lows[at] in passage.rules.nouns if at < hi else False
    participle = at < hi and passage.lows[at].endswith(
        passage.rules.lists["passive"]
    )  # a source cited by the agency, ...
    return comma + 1 if comma > at and (apposed or participle) else at


def _is_led(passage: Passage, at: int) -> bool:
    """Whether a word opens a relative clause about who was named right before it, as its subject."""
    rules, low = passage.rules, passage.lows[at]
    return low in rules["who"] or (rules.has_cases and low in rules["relatives"] and low not in rules["question"])


def find_as_said(passage: Passage, lo: int, hi: int, saying: Saying, later: list[Saying]) -> list[Told]:
    """Read "As X said, ..." and "..., as X said"."""
    first = start_of_told(passage, lo, saying.begin)
    end = max(saying.end, saying.last)
    at = next((at for at in range(end, min(hi, end + WINDOW)) if passage.lows[at] in (",", ":")), hi)
    apposed = hi - at > 2 and is_subject_noun(passage, at + 1) and end_of_phrase(passage, at + 1, hi) == hi
    goes_on = hi - at > 2 and not apposed
    ahead = [Told(at + 1, end_of_clause(passage, at + 1, hi, later), saying, "before")] if goes_on else []
    if saying.begin - first <= 2:
        return ahead
    if ahead and saying.begin - first <= BRIEF:  # The bridge, as X said, ...; at that, as X said, ...
        placed = passage.lows[first] in passage.rules["prepositions"] | passage.rules["adverbs"]
        before = [] if placed else [Told(first, end_of_told(passage, first, saying.begin), saying, "before")]
        return before + ahead
    return [Told(first, end_of_told(passage, first, saying.begin), saying, "before")]
