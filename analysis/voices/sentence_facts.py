"""What is known of a sentence by which it is weighed what it reports: its cues, its quotations, what is taken."""

from __future__ import annotations

from typing import NamedTuple

from analysis.voices import traits
from analysis.voices.cues import Attribution
from analysis.voices.lines import Line
from analysis.voices.senses import load_senses
from analysis.voices.tokens import QUOTE
from analysis.voices.trait_weights import Fact, TraitRow, make_row

OPENINGS = TraitRow(traits.list_opening)
CUES_BEFORE = TraitRow(traits.list_cue_before)
CUES_BEHIND = TraitRow(traits.list_cue_behind)
VERBS_BEFORE = TraitRow(traits.list_verb_before)
NEAR_VERB = 8  # tokens among which the next verb to the left is looked for
MOST_CUES, MOST_QUOTATIONS, MOST_TAKEN = 3, 2, 4  # counts that are told apart


class SentenceFacts(NamedTuple):
    """How a sentence opens, with how many cues; its cues by their places; how many quotations and taken spans."""

    opening: tuple[str, int]
    cues: list[tuple[int, str]]
    counts: tuple[int, int]

    def list_of(self, at: int, governed: str) -> list[Fact]:
        """List what is known of the sentence for a head (token number) that governs something."""
        before = behind = ""
        for place, lemma in self.cues:
            if place < at:
                before = lemma
            elif place > at:
                behind = lemma
                break
        counts = make_row(traits.list_sentence, governed)
        return [(OPENINGS, self.opening), (counts, self.counts), (CUES_BEFORE, before), (CUES_BEHIND, behind)]


def gather_sentence_facts(
    line: Line, sentence: tuple[int, int], attributions: list[Attribution], taken: list[tuple[int, int]]
) -> SentenceFacts:
    """Gather what is the same for all that a sentence might report."""
    lo, hi = sentence
    quotations = line.lows[lo:hi].count(QUOTE)
    return SentenceFacts(
        (traits.name_word(line.words[lo]), min(len(attributions), MOST_CUES)),
        sorted((one.first, one.cue.lemma) for one in attributions),
        (min(quotations, MOST_QUOTATIONS), min(len(taken), MOST_TAKEN)),
    )


def find_verb_before(line: Line, at: int, lo: int) -> Fact:
    """Find the next verb to the left of a head, near it."""
    verbs = load_senses().verbs
    for low in line.lows[max(lo, at - NEAR_VERB) : at][::-1]:
        if low in verbs:
            return VERBS_BEFORE, verbs[low].lemma
    return VERBS_BEFORE, ""
