"""Takes the likeliest of those who may have said a quotation, by the weights of their traits."""

from __future__ import annotations

from functools import lru_cache
from math import fsum
from pathlib import Path

from analysis.voices.cues import Cues
from analysis.voices.laws import find_law
from analysis.voices.phrases import NOWHERE
from analysis.voices.referents import Referents
from analysis.voices.scenes import Scene, is_question_met, is_same_speech, name_place
from analysis.voices.speakers import NOBODY, Speaker, name_speaker
from analysis.voices.trait_weights import load_weight_lines
from analysis.voices.uncued import LikelySpeaker, find_announcer, list_likely_speakers

WEIGHTS = Path(__file__).with_name("uncued_weights.txt")


@lru_cache(maxsize=1)
def load_uncued_weights() -> dict[str, float]:
    """Load uncued_weights.txt: a weight and a trait a line, learned by tools/fit_uncued.py."""
    return load_weight_lines(WEIGHTS)


def choose_speaker(scene: Scene, people: Referents, cues: Cues) -> Speaker:
    """Choose who is announced, the law that says it, or whose traits weigh most, if that is above 0; else nobody."""
    if scene.here and is_same_speech(scene):
        return scene.here
    if scene.last.name is None and scene.last.start >= 0 and scene.announced is None and name_place(scene) == "whole":
        return scene.last  # who is not named goes on
    law = find_law(scene.line, scene.token, scene.sentence[0]) if name_place(scene) == "mid" else None
    if law is not None:
        return NOBODY if law == NOWHERE else name_speaker(scene.line, law, people, scene.sentence[1])
    if name_place(scene) == "colon" and is_question_met(scene):
        return NOBODY
    candidates = list_likely_speakers(scene, people, cues)
    announcer = find_announcer(candidates, name_place(scene))
    if announcer:
        return announcer.who
    ranked = rank_candidates(candidates, load_uncued_weights())
    return ranked[0][1].who if ranked and ranked[0][0] > 0 else NOBODY


def rank_candidates(candidates: list[LikelySpeaker], weights: dict[str, float]) -> list[tuple[float, LikelySpeaker]]:
    """Set candidates in order, each with the sum of its weights; of two alike, who was added first stands first."""
    scored = ((fsum(weights.get(trait, 0.0) for trait in one.traits), one) for one in candidates)
    return sorted(scored, key=lambda pair: -pair[0])
