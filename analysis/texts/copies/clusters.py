"""Which candidates are copies: pairs compared by all their shingles, and each copy led to one original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analysis.texts.copies.candidates import Samples
from analysis.texts.copies.shingles import RUN

FEWEST_SHARED = 20  # words in common under which texts agree by chance or by formula
COPIED = 2 / 3  # share of the shorter of two texts that stands in the other: less is a gallery, a quotation, a theme
NEAR = 0.5  # share of the longer text too from which on a copy is near, and not one text within another
KIN = 0.25  # what a copy of a copy must still share with the original
COMMON = 3  # documents from which on a shingle weighs less: a licence notice stands in many
LIGHTEST = 0.4  # weight of a shingle that stands everywhere: a story carried by all must be the same to five sixths


@dataclass(frozen=True)
class Overlap:
    """What two documents share: the count of shingles, and that as a share of the shorter and of the longer one."""

    shared: int
    shorter: float
    longer: float

    @property
    def kind(self) -> str:
        """Whether the two are near throughout, or one text lies within the other."""
        return "near" if self.longer >= NEAR else "contains"


@dataclass
class Copied:
    """One copy found: its original and what they share."""

    original: int
    overlap: Overlap


class Overlaps:
    """Compares documents, known by their rank, by all their shingles."""

    def __init__(self, shingles: Mapping[int, np.ndarray], samples: Samples) -> None:
        self.samples = samples
        self.shingles_of = shingles.__getitem__
        self.weights_of = lru_cache(maxsize=4096)(self._weights_of)

    def between(self, first: int, second: int) -> Overlap:
        """Count what two documents share."""
        small, large = sorted((self.shingles_of(first), self.shingles_of(second)), key=len)
        shared = int(_stand_in(small, large).sum())
        return Overlap(shared, shared / max(len(small), 1), shared / max(len(large), 1))

    def is_copy(self, first: int, second: int, overlap: Overlap) -> bool:
        """Say whether two documents share enough, with what stands in many documents weighed down."""
        if overlap.shared < FEWEST_SHARED - RUN + 1 or overlap.shorter < COPIED:
            return False
        if _weighed(overlap.shorter, LIGHTEST, 1.0) >= COPIED:
            return True  # whatever the weights
        small, large = sorted((first, second), key=lambda document: len(self.shingles_of(document)))
        sampled, weights = self.weights_of(small)
        inside = _stand_in(sampled, self.shingles_of(large))
        copied, own = (weights[part].mean() if part.any() else 1.0 for part in (inside, ~inside))
        return _weighed(overlap.shorter, copied, own) >= COPIED

    def _weights_of(self, document: int) -> tuple[np.ndarray, np.ndarray]:
        """The sampled shingles of a document and their weights."""
        numbers = self.shingles_of(document)
        sampled = numbers[(numbers & (self.samples.rates[document] - 1)) == 0]
        holders = np.maximum(self.samples.holders(sampled), COMMON)
        return sampled, np.maximum(1 / (1 + np.log2(holders / COMMON)), LIGHTEST)


def find_originals(candidates: dict[int, list[int]], overlaps: Overlaps) -> dict[int, Copied]:
    """Lead each document that is a copy to its original; no original is a copy itself.

    candidates: for a document, earlier ones that may hold the same text; documents are numbered in the order in which
    they are taken for originals.
    """
    found: dict[int, Copied] = {}
    witnesses: dict[int, tuple[float, int]] = {}
    for document in sorted(candidates):
        best = None
        for original, overlap in _originals_of(document, candidates[document], found, overlaps):
            if best is None or overlap.shared > best.overlap.shared:
                witness = witnesses.get(original)
                if witness is None or _goes_with(document, original, overlap, witness[1], overlaps):
                    best = Copied(original, overlap)
        if best is not None:
            found[document] = best
            covered = best.overlap.shared / len(overlaps.shingles_of(best.original))
            witnesses[best.original] = max(witnesses.get(best.original, (0.0, document)), (covered, document))
    return found


def _originals_of(
    document: int, others: list[int], found: dict[int, Copied], overlaps: Overlaps
) -> Iterator[tuple[int, Overlap]]:
    """Go through the originals of what a document is a copy of, each once, with what it shares with them."""
    seen = set()
    for other in others:
        original = found[other].original if other in found else other
        if original in seen:
            continue
        overlap = overlaps.between(document, other)
        if not overlaps.is_copy(document, other, overlap):
            continue
        seen.add(original)
        if original != other:
            overlap = overlaps.between(document, original)
        if overlap.shorter >= KIN:
            yield original, overlap


def _goes_with(document: int, original: int, overlap: Overlap, witness: int, overlaps: Overlaps) -> bool:
    """Say whether a document belongs to an original that has copies already.

    Five stories that stand in one newsletter are no copies of each other: who covers less than half of an original
    must share something with the copy that covers most of it.
    """
    if overlap.shared >= 0.5 * len(overlaps.shingles_of(original)):
        return True
    return overlaps.between(document, witness).shorter >= KIN


def _weighed(share: float, copied: float, own: float) -> float:
    """Weigh a share of what is copied and what is a text's own."""
    return share * copied / (share * copied + (1 - share) * own)


def _stand_in(small: np.ndarray, large: np.ndarray) -> np.ndarray:
    """Say of each shingle whether it is among others; both ascending."""
    if not len(large):
        return np.zeros(len(small), dtype=bool)
    places = np.minimum(large.searchsorted(small), len(large) - 1)
    return large[places] == small
