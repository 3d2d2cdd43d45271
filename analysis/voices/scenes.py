"""Where a quotation stands that no cue ties to anybody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.voices.cues import Attribution
from analysis.voices.lines import Line
from analysis.voices.speakers import Speaker
from analysis.voices.tokens import QUOTE

STOPS = frozenset([":", "—", "–", "--", "-"])
QUESTIONS = frozenset(["question", "questions", "query", "queries"])
MET = frozenset(  # what is done to a question that others ask
    [
        *("answer", "answered", "answering", "answers", "dodged", "dodging", "face", "faced", "faces", "facing"),
        *("field", "fielded", "fielding", "fields", "got", "heard", "ignored", "received", "sidestepped", "took"),
    ]
)
NEAR = 6  # tokens before a colon among which the question is named


@dataclass(slots=True, eq=False)
class Scene:
    """Where a quotation stands: its sentence, the paragraph above, and who spoke before.

    here: who spoke last in its paragraph; last: whose the last quotation is; announced: whom the paragraph above
    announces.
    """

    line: Line
    sentence: tuple[int, int]
    token: int
    attribution: Attribution | None
    attributions: Sequence[Attribution]
    above: Line | None
    here: Speaker | None
    last: Speaker
    announced: Speaker | None


def name_place(scene: Scene) -> str:
    """Tell where a quotation stands: colon or mid (of a sentence), later (in a paragraph), opens (one), whole."""
    line, token = scene.line, scene.token
    if token > scene.sentence[0]:
        return "colon" if line.words[token - 1] in STOPS else "mid"
    if token:
        return "later"
    more = (at for at in range(1, len(line.words)) if at not in line.runs and line.words[at][0].isalnum())
    return "whole" if next(more, None) is None else "opens"


def is_same_speech(scene: Scene) -> bool:
    """Tell a quotation behind a sentence that quotes who spoke last: "...," said Lund. "...\""""
    number = bisect_left(scene.line.sentences, scene.sentence)
    if not number or scene.token > scene.sentence[0] or scene.here is None or scene.here is not scene.last:
        return False
    lo, hi = scene.line.sentences[number - 1]
    return QUOTE in scene.line.lows[lo:hi]


def is_question_met(scene: Scene) -> bool:
    """Tell "Lee faced one question: "Why now?"", which others asked, from "Lee had one question: "Why now?""."""
    line, (lo, hi) = scene.line, scene.sentence
    run = line.runs[scene.token]
    asked = not QUESTIONS.isdisjoint(line.lows[max(lo, scene.token - NEAR) : scene.token])
    return asked and line.text[run.start : run.end].rstrip().endswith("?") and not MET.isdisjoint(line.lows[lo:hi])
