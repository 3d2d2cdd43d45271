"""What a codebook is once it is loaded."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.errors import InputError, unknown
from analysis.frames.codebooks.patterns import Pattern


@dataclass(frozen=True)
class Item:
    """One question of a frame: the words that answer it yes, and statements that say what it asks about.

    applies is False for an item that text cannot answer; `reason` says why, and the frame is scored without it.
    """

    name: str
    question: str
    words: tuple[Pattern, ...] = ()
    statements: tuple[str, ...] = ()
    applies: bool = True
    reason: str = ""


@dataclass(frozen=True)
class Frame:
    """One frame: what it is, who says so, and its items."""

    name: str
    label: str
    definition: str
    source: str
    items: tuple[Item, ...]

    def measured_by(self, part: str) -> list[Item]:
        """Return the items that apply and have words ("words") or statements ("statements")."""
        return [item for item in self.items if item.applies and getattr(item, part)]


@dataclass(frozen=True)
class Codebook:
    """Frames that belong together, with their source and what is known of their validity."""

    name: str
    title: str
    language: str
    source: str
    status: str
    note: str
    masks: tuple[Pattern, ...]
    frames: tuple[Frame, ...]
    sha256: str

    @property
    def labels(self) -> dict[str, str]:
        """The readable name of each frame, in the codebook's order."""
        return {frame.name: frame.label for frame in self.frames}

    def frame(self, name: str) -> Frame:
        """Return a frame by name; raises InputError with the choices."""
        found = next((frame for frame in self.frames if frame.name == name), None)
        if found is None:
            raise unknown("frame", name, self.labels)
        return found

    def has_for(self, part: str) -> bool:
        """Whether every frame has an item with words ("words") or statements ("statements")."""
        return all(frame.measured_by(part) for frame in self.frames)

    def check_measurable(self, part: str) -> None:
        """Raise InputError if a frame has no item with words ("words") or statements ("statements")."""
        bare = [frame.name for frame in self.frames if not frame.measured_by(part)]
        if bare:
            method = {"words": "words", "statements": "meaning"}[part]
            raise InputError(
                f"codebook {self.name!r}: no item of {', '.join(bare)} has {part}, which method={method!r} needs; "
                f"add {part} to it or use the other method."
            )

    def table(self) -> pd.DataFrame:
        """Return one row an item: frame, label, definition, source, item, question, words, statements, applies."""
        rows = [
            {
                "frame": frame.name,
                "label": frame.label,
                "definition": frame.definition,
                "source": frame.source,
                "item": item.name,
                "question": item.question,
                "words": ", ".join(word.text for word in item.words),
                "statements": " ".join(item.statements),
                "applies": item.applies,
            }
            for frame in self.frames
            for item in frame.items
        ]
        return pd.DataFrame(rows)
