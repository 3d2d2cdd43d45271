"""What somebody reports: a stretch of a sentence without its cue."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.voices.cues import Attribution


@dataclass(slots=True, eq=False)
class Reported:
    """A reported stretch: token numbers, the attribution that reports it, its form."""

    first: int
    last: int
    attribution: Attribution
    form: str  # that, clause, question, to, order, wish, object, before, around, according, headline
