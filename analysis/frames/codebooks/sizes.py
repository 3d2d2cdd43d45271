"""How large a codebook may be: counted as it was written, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.errors import require
from analysis.words.braces import count_variants
from analysis.yaml_files import Place

MOST = {  # the largest dictionaries in the field have some 15,000 words
    "frames": 500,
    "items": 5_000,
    "words": 20_000,
    "words when its braces are spelled out": 50_000,
    "words with * in front or in the middle, each of which is tried on every word of a text": 1_000,
}


def check_book_size(file: str, parts: Mapping[str, Place]) -> None:
    """Require that a codebook is no larger than it may be; parts: its frames and masks.

    Raises InputError that says what there is too much of, and how much.
    """
    frames = _listed(parts.get("frames"))
    items = [item for frame in frames for item in (_listed(_part(frame, "items")) or [frame])]
    written = [word for one in items for word in _listed(_part(one, "words"))] + _listed(parts.get("masks"))
    words = [text for word in written for text in _texts(word)]
    globs = sum(any("*" in part[:-1] for part in word.split()) for word in words)
    counts = (len(frames), len(items), len(words), sum(map(count_variants, words)), globs)
    for count, (what, most) in zip(counts, MOST.items(), strict=True):
        require(count <= most, f"{file} holds {count:,} {what}; a codebook may hold {most:,} at most.")


def _listed(place: Place | None) -> list[Place]:
    return place.content if place is not None and isinstance(place.content, list) else []


def _part(place: Place, key: str) -> Place | None:
    return place.content.get(key) if isinstance(place.content, dict) else None


def _texts(word: Place) -> list[str]:
    """A word as written, alone or with its weight and the phrases that it is not in."""
    said = word.content
    places = [said["word"]] if isinstance(said, dict) and "word" in said else [word]
    return [place.content for place in [*places, *_listed(_part(word, "unless"))] if isinstance(place.content, str)]
