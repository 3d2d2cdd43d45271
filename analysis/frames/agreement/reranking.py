"""Rank correlation of scores with the same scores after a few have changed, without sorting them all again."""

from __future__ import annotations

import numpy as np

from analysis.frames.agreement.reliability import correlation_of, find_ties, sums_of_ranks


class FullRanks:
    """Scores of documents with their ranks, for correlations with what changes leave of them.

    Worked out on runs of equal scores: a change moves the runs between its old place and its new one, and a middle
    rank is counted in whole numbers, doubled (as `rank_doubled`).
    """

    def __init__(self, scores: np.ndarray) -> None:
        self.scores, self.held = scores, int((scores > 0).sum())
        ties = find_ties(scores)
        self._group, self._values, self._sizes = ties.group, scores[ties.order][ties.starts], ties.ends - ties.starts
        self._bounds = np.append(ties.starts, len(scores))
        self._ranks = (ties.starts + ties.ends).astype(float)

    def correlate(self, places: np.ndarray, changed: np.ndarray) -> float:
        """Spearman's correlation of the scores with the same after those at some places have changed; NaN if none vary.

        Source: Spearman's as Pearson's correlation of middle ranks.
        """
        old, new = np.bincount(self._group[places], minlength=len(self._sizes)), np.sort(changed)
        gone = np.append(0, np.cumsum(old))  # of the changed, those that were in runs before each
        come = new.searchsorted(self._values, "left") + new.searchsorted(self._values, "right")
        stayed, ranks = self._sizes - old, self._ranks - gone[:-1] - gone[1:] + come
        ranks_changed = np.zeros(len(changed))
        for side in ("left", "right"):
            run = self._values.searchsorted(changed, side)
            ranks_changed += self._bounds[run] - gone[run] + new.searchsorted(changed, side)
        first = self._ranks[self._group[places]]
        xx = (self._sizes * self._ranks**2).sum()
        yy = (stayed * ranks**2).sum() + (ranks_changed**2).sum()
        xy = (stayed * ranks * self._ranks).sum() + (ranks_changed * first).sum()
        return float(correlation_of(sums_of_ranks(*np.array([[len(self.scores)], [xx], [yy], [xy]], dtype=float)))[0])
