"""Who says it where the verb stands last: whoever opens the sentence, as in Kazakh."""

from __future__ import annotations

from analysis.voices.languages.described import Subject
from analysis.voices.languages.one_of import find_one_of
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import LONGEST, WALLS, find_speaker_in, is_called_before, is_subject_noun
from analysis.voices.languages.strange_names import is_named_alone
from analysis.voices.languages.subjects import make_pronoun

FEW = 3  # words in which a body stands in which it is said


def find_first_speaker(passage: Passage, lo: int, at: int) -> Subject | None:
    """Find who opens a sentence whose verb stands last: a person, a role, a body, a pronoun; what follows is said."""
    rules, first = passage.rules, lo
    while first < at and not passage.words[first][0].isalnum():
        if first in passage.runs and is_called_before(passage, first):
            break
        first += 1
    if one := find_one_of(passage, first, at):
        return one
    here = first
    while here < min(at, first + LONGEST):
        low = passage.lows[here]
        if low in rules.pronouns:
            return make_pronoun(here, rules.pronouns[low])
        called = here in passage.runs and here + 1 < at and is_called_before(passage, here)
        if called:
            here += 1  # «Dawn» newspaper
            continue
        if here in passage.runs or low in WALLS:
            return None
        if here in passage.named and passage.named[here][1].is_nominative:
            end, named = passage.named[here]
            return Subject(first, end, named.name, "person", named.sex)
        if is_subject_noun(passage, here) or (here == first and _are_people(passage, here, at)):
            beyond = here
            while beyond < at and beyond not in passage.named and passage.lows[beyond] in rules.nouns:
                beyond += 1
            if inside := _inside_last(passage, here + 1, beyond + 1):
                name = passage.text[passage.starts[first] : passage.starts[here + 1]] + inside.name
                return Subject(first, inside.last, " ".join(name.split()), "role")
            if beyond not in passage.named or not passage.named[beyond][1].is_nominative:
                if is_named_alone(passage, beyond, at):  # the passenger Nurbol
                    return Subject(first, beyond + 1, passage.words[beyond], "person")
                return find_speaker_in(passage, first, _possessed(passage, here + 1, at))
            here = beyond - 1
        here += 1
    if first < here and (inside := _inside_last(passage, first, here)):
        return inside
    initials = first < at and passage.words[first] in rules["initials"]
    return find_speaker_in(passage, first, first + 1) if initials else None


def _are_people(passage: Passage, at: int, hi: int) -> bool:
    """Whether a word ends as nouns for several people do, and no body of theirs stands behind it: the drivers (say)."""
    lists = passage.rules.lists
    after = passage.lows[at + 1] if at + 1 < hi else ""
    owning = after.endswith(lists["sure"]) if after else False  # тасымалдаушылар одағының төрағасы
    return passage.lows[at].endswith(lists["people"] or "-") and not owning and after not in passage.rules.nouns


def _inside_last(passage: Passage, first: int, at: int) -> Subject | None:
    """Read "in the ministry (it was said)" where cases are glued on: Қаржы министрлігінде ... деп мәлімдеді."""
    rules = passage.rules
    for here in range(first, min(at, first + FEW + 1)):
        low = passage.lows[here]
        body = next((low.removesuffix(end) for end in rules.lists["within"] if low.endswith(end)), "")
        if body in rules["bodies"]:
            name = f"{passage.text[passage.starts[first] : passage.starts[here]]}{passage.words[here][: len(body)]}"
            return Subject(first, here + 1, " ".join(name.split()), "role")
    return None


def _possessed(passage: Passage, end: int, at: int) -> int:
    """Where a noun and those that belong to it end: the department of police."""
    rules = passage.rules
    while end < at and passage.lows[end] in rules.nouns:
        further = end + 1 < at and passage.lows[end + 1] in rules.nouns  # of the department the press service
        owning = passage.lows[end].endswith(rules.lists["sure"])
        linked = further and (owning or passage.lows[end + 1].endswith(rules.lists["possessed"]))
        if not linked and not passage.lows[end].endswith(rules.lists["possessed"]):
            break
        end += 1
    return end
