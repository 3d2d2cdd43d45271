"""Agreement in each of thousands of resamples: ranks taken once for all pairs that rest on the same units.

Documents are drawn once for all pairs. What needs no ranks anew (scores, codes) is summed for each document first, so
that a resample is one product; ranks are taken anew in each, for every instrument once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analysis.frames.agreement.ratings import Pair, Spread
from analysis.frames.agreement.reliability import (
    Sums,
    Ties,
    alpha_of,
    correlation_of,
    find_ties,
    rank_doubled,
    sums_by_document,
    sums_of_ranks,
)

STATISTICS = ("pearson", "spearman", "alpha_ranks", "alpha_codes")
CHUNK_CELLS = 200_000  # ranks of an instrument held at once: they fit a processor's cache


@dataclass(frozen=True)
class PairBlock:
    """Pairs of instruments that have rated the same units.

    places: which of all pairs they are; columns: of each, the places of its two instruments among ties; document: the
    document of each unit; ties: each instrument's scores in order; scores, codes: each pair's sums by document.
    """

    places: list[int]
    columns: list[tuple[int, int]]
    document: np.ndarray
    ties: list[Ties]
    scores: list[np.ndarray]
    codes: list[np.ndarray]

    def statistics(self, draws: np.ndarray) -> np.ndarray:
        """All statistics in each resample: (pairs, statistics, resamples)."""
        ranked = self._sum_ranks(draws)
        values = np.empty((len(self.places), len(STATISTICS), len(draws)))
        for place, (scores, codes) in enumerate(zip(self.scores, self.codes, strict=True)):
            drawn, coded = Sums(*(draws @ scores).T), Sums(*(draws @ codes).T)
            ranks = sums_of_ranks(*ranked[place])
            values[place] = correlation_of(drawn), correlation_of(ranks), alpha_of(ranks), alpha_of(coded)
        return values

    def _sum_ranks(self, draws: np.ndarray) -> np.ndarray:
        """The number of units drawn and the sums of their doubled ranks: (pairs, units xx yy xy, resamples)."""
        sums = np.empty((len(self.columns), 4, len(draws)))
        step = max(1, CHUNK_CELLS // len(self.document))
        for begin in range(0, len(draws), step):
            weights = draws[begin : begin + step].take(self.document, axis=1)
            ranks = [rank_doubled(each, weights) for each in self.ties]
            drawn = [weights * each for each in ranks]
            squares = [np.einsum("ru,ru->r", *each) for each in zip(drawn, ranks, strict=True)]
            for place, (x, y) in enumerate(self.columns):
                parts = weights.sum(axis=1), squares[x], squares[y], np.einsum("ru,ru->r", drawn[x], ranks[y])
                sums[place, :, begin : begin + step] = parts
        return sums


def gather_blocks(spread: Spread, pairs: list[Pair], code: Callable[[str, np.ndarray], np.ndarray]) -> list[PairBlock]:
    """Gather the pairs that rest on the same units; those that rest on none are left out.

    code: gives a method's scores their codes, 1 for yes and 0 for no.
    """
    same: dict[bytes, list[int]] = {}
    for place, pair in enumerate(pairs):
        if len(pair.rows):
            same.setdefault(pair.rows.tobytes(), []).append(place)
    return [_make_block(spread, pairs, places, code) for places in same.values()]


def _make_block(spread: Spread, pairs: list[Pair], places: list[int], code: Callable) -> PairBlock:
    rows = pairs[places[0]].rows
    document = spread.document[rows]
    names = list(dict.fromkeys(name for place in places for name in pairs[place].columns))
    scores = {name: spread.scores[name][rows] for name in names}
    codes = {name: code(name[1], column) for name, column in scores.items()}

    def sums(values: dict) -> list[np.ndarray]:
        both = ([values[name] for name in pairs[place].columns] for place in places)
        return [sums_by_document(document, spread.n_documents, *each) for each in both]

    columns = [tuple(map(names.index, pairs[place].columns)) for place in places]
    return PairBlock(places, columns, document, list(map(find_ties, scores.values())), sums(scores), sums(codes))
