"""Clauses without a verb of saying: "The mayor X: ...", "... - the ministry"."""

from __future__ import annotations

from analysis.voices.languages.passages import DASHES, STOPS, Passage
from analysis.voices.languages.phrases import end_of_phrase, find_speaker_in, is_subject_noun
from analysis.voices.languages.told import Told, end_of_told, start_of_told

LABEL = 12  # tokens of a label before a colon
NAMED = 4  # words of a label without anybody's full name
LEAST = 4  # letters that a family name has more than, and words of a heading
SIGNED = 8  # tokens behind a dash that name who said it


def find_labelled(passage: Passage, lo: int, hi: int, kept: list[int]) -> Told | None:
    """Read "The mayor X: there is no danger", where nothing but who speaks stands before the colon."""
    first = start_of_told(passage, lo, hi)
    colon = next((at for at in range(first, min(hi, first + LABEL)) if passage.lows[at] == ":"), -1)
    if colon < 0 or hi - colon < 3 or any(token > colon for token in kept):
        return None
    last = next((passage.named[at] for at in range(colon - 1, first - 1, -1) if at in passage.named), None)
    if last:
        known = last[1].is_nominative and _end_of_team(passage, last[0]) == colon
    else:
        known = _is_label(passage, lo, first, colon)
    known = known or (last is None and _is_titled(passage, first, colon))
    subject = find_speaker_in(passage, first, colon) if known else None
    return Told(colon + 1, hi, None, "headline", subject) if subject else None


def _end_of_team(passage: Passage, end: int) -> int:
    """Where a label ends that names somebody with a team or a paper in marks: Ann Lee, «Dawn»: ..."""
    led = end + 1 in passage.runs and passage.words[end] in (",", "(")
    return end + 2 + (passage.words[end] == "(") if led else end


def _is_label(passage: Passage, lo: int, first: int, colon: int) -> bool:
    """Whether a paragraph opens with a family name, a medium, or what is known by its initials, and a colon."""
    rules, words = passage.rules, passage.words[first:colon]
    if not lo and (_is_branch(passage, first, colon) or _are_people(passage, first, colon)):
        return True
    if lo or not 0 < len(words) <= NAMED or not all(word[0].isupper() for word in words):
        return False
    if words[0] in rules["initials"] or all(rules.script != "latin" and word.isascii() for word in words):
        return True
    low = words[0].lower()
    family = low.endswith(rules.lists["surnames"]) and len(low) > LEAST and not words[0].isupper()
    return len(words) == 1 and (low in rules["bodies"] or (family and low not in rules.nouns))


def _is_branch(passage: Passage, first: int, colon: int) -> bool:
    """Whether initials, with the place of their branch or a noun that goes on them, are all that opens a paragraph."""
    rules, rest = passage.rules, passage.lows[first + 1 : colon]
    if passage.words[first] not in rules["initials"] or not 0 < len(rest) <= NAMED:
        return False
    placed = rest[0] in rules["prepositions"] and passage.words[first + 2][0].isupper()
    return (placed and rules.verbs.keys().isdisjoint(rest)) or (len(rest) == 1 and is_subject_noun(passage, first + 1))


def _are_people(passage: Passage, first: int, colon: int) -> bool:
    """Whether several of a calling alone open a paragraph, a clause in small letters behind: Cooks: it burnt."""
    rules, low = passage.rules, passage.lows[first]
    several = is_subject_noun(passage, first, "p") or low.endswith(rules.lists["people"] or "-")
    clause = len(passage.words) - colon > LEAST and passage.words[colon + 1][0].islower()
    return colon - first == 1 and several and clause and (rules.has_cases or rules.verb_last)


def _is_titled(passage: Passage, first: int, colon: int) -> bool:
    """Whether a role and a name, and no more, stand before a colon: NATO secretary-general X: ..."""
    named = passage.words[colon - 1][0].isupper() and passage.lows[colon - 1] not in passage.rules.nouns
    titled = passage.rules.has_cases and colon - first > 1 and is_subject_noun(passage, first)
    return named and titled and end_of_phrase(passage, first, colon) == colon


def find_signed(passage: Passage, lo: int, hi: int) -> Told | None:
    """Read "..., — the ministry.": a clause with who said it behind a dash."""
    for at in range(hi - 2, max(lo + 1, hi - SIGNED), -1):
        if at < lo + 4 and passage.words[at + 1] not in passage.rules["initials"]:
            continue
        known = passage.words[at + 1] in passage.rules["initials"] or _is_signed_by_role(passage, lo, at, hi)
        known = known or _is_signed_by_medium(passage, lo, at, hi) or _is_signed_by_name(passage, lo, at, hi)
        if passage.words[at] in DASHES and (known or passage.lows[at - 1] == ","):
            if not known and (not passage.words[at + 1][0].isupper() or end_of_phrase(passage, at + 1, hi) != hi):
                return None
            subject, first = find_speaker_in(passage, at + 1, hi), start_of_told(passage, lo, at)
            return Told(first, end_of_told(passage, first, at), None, "before", subject) if subject else None
    return None


def _is_signed_by_role(passage: Passage, lo: int, at: int, hi: int) -> bool:
    """Whether a paragraph without a full stop, as headings are, ends in a role behind a dash: - the mayor."""
    alone = not lo and hi == len(passage.words) and at - lo >= LEAST and lo not in passage.named
    return alone and is_subject_noun(passage, at + 1) and end_of_phrase(passage, at + 1, hi) == hi


def _is_signed_by_name(passage: Passage, lo: int, at: int, hi: int) -> bool:
    """Whether a paragraph of one sentence with a verb ends in a person behind a dash: The bridge will be shut - Lee."""
    rules, first = passage.rules, at + 1
    if lo or not rules.has_cases or _without_stop(passage, len(passage.words)) != _without_stop(passage, hi):
        return False
    end, low = _without_stop(passage, hi), passage.lows[first]
    if first in passage.named:
        known = passage.named[first][0] == end and passage.named[first][1].is_nominative
    else:
        known = first + 1 == end and passage.words[first][0].isupper() and low not in rules.nouns
        known = known and low.endswith(rules.lists["surnames"]) and len(low) > LEAST
    likely = rules.lists["finite"] or ("-",)
    verbs = (here for here in range(lo + 1, at) if passage.lows[here].endswith(likely))
    return known and any(passage.words[here][0].islower() and passage.lows[here] not in rules.nouns for here in verbs)


def _without_stop(passage: Passage, hi: int) -> int:
    """Where some words end before their full stop."""
    while hi and passage.words[hi - 1] in STOPS:
        hi -= 1
    return hi


def _is_signed_by_medium(passage: Passage, lo: int, at: int, hi: int) -> bool:
    """Whether a paragraph in another script ends in a medium in Latin letters behind a dash: - Reuters."""
    words = passage.words[at + 1 : hi]
    latin = passage.rules.script != "latin" and all(word.isascii() and word[0].isupper() for word in words)
    return latin and not lo and hi == len(passage.words) and at - lo >= LEAST
