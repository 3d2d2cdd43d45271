"""What a codebook is once it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

import pandas as pd

from analysis.cards import Card, Carded, Facts, Prose, Rows
from analysis.errors import InputError, unknown
from analysis.frames.codebooks.patterns import Pattern

MOST_WORDS = 7  # of a frame on its card


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


@dataclass(frozen=True, repr=False)
class Codebook(Carded):
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

    def __repr__(self) -> str:
        return f"<Codebook {self.name!r}: {', '.join(frame.name for frame in self.frames)}>"

    def card(self) -> Card:
        """Make the card: whose codebook it is, how far it is validated, its frames with the first of their words."""
        facts = [("language", self.language), ("status", self.status), ("source", self.source)]
        facts += [("note", self.note)] if self.note else []
        rows = [[one.label, one.definition, _tell_words(one), _tell_items(one)] for one in self.frames]
        count = f"{len(self.frames)} frame{'' if len(self.frames) == 1 else 's'}"
        frames = Rows(count, ["frame", "definition", "words", "items"], rows, numbers=[3], wide=[1, 3])
        code = [f"code_frames(corpus.sentences, {self.name!r})", f"corpus.read(frames={self.name!r})", "book.table()"]
        return Card(self.title, f"codebook {self.name!r}", [Facts(facts), frames, Prose("", code)])

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


def _tell_words(frame: Frame) -> str:
    """The first words of each item in turn, and how many there are; of a frame without words, of its statements."""
    words = [word.text for turn in zip_longest(*(item.words for item in frame.items)) for word in turn if word]
    if not words:
        return f"{sum(len(item.statements) for item in frame.items)} statements"
    more = f" … ({len(words)})" if len(words) > MOST_WORDS else ""
    return ", ".join(words[:MOST_WORDS]) + more


def _tell_items(frame: Frame) -> str:
    applied = sum(item.applies for item in frame.items)
    return f"{applied}" if applied == len(frame.items) else f"{applied} of {len(frame.items)}"
