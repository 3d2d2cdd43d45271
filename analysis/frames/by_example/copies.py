"""Which coded texts are copies of one another, exact or near, so that a coder is not tested on what it has learned.

Two texts are near when half or more of their runs of four words are the same (Broder 1997, resemblance of shingles);
only texts that share one of their rarest runs are compared, so that thousands cost seconds. Kept beside
`find_copies`, which compares nothing under twenty words: coded texts are headlines as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from hashlib import blake2b

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from analysis.texts.characters import straighten
from analysis.texts.tokens import is_word, split_tokens

RUN = 4  # words
NEAR = 0.5  # of the runs of both texts together
RARE = 12  # of a text's runs, the rarest, by which others are found
MOST_HOLDERS = 50  # texts that a run may stand in to lead from one to another: more have it by chance


def group_copies(texts: pd.Series, documents: np.ndarray, folds: int) -> np.ndarray:
    """Give each text the number of its group: texts of one document, and copies, are in the same.

    texts: the coded texts; documents: the number of each text's document; folds: groups that are needed at the least.
    Returns a number a text; those of the documents alone where copies leave fewer groups than folds.
    """
    links = [*_pair_exact(texts), *_pair_near([_runs(text) for text in texts])]
    first = pd.Series(range(len(documents))).groupby(documents).transform("first").tolist()
    links += [(place, other) for place, other in enumerate(first) if place != other]
    if not links:
        return documents
    rows, columns = np.array(links).T
    graph = sparse.coo_array((np.ones(len(links)), (rows, columns)), shape=(len(texts), len(texts)))
    count, groups = connected_components(graph, directed=False)
    return groups if count >= folds else documents


def fold_words(text: str) -> list[str]:
    """The words of a text in small letters, without marks and addresses: what copies of it share."""
    return [token for token in split_tokens(straighten(text).lower()) if is_word(token)]


def _pair_exact(texts: pd.Series) -> list[tuple[int, int]]:
    """Pair each text with the first whose words are the same."""
    first: dict[str, int] = {}
    pairs = []
    for place, text in enumerate(texts):
        words = " ".join(fold_words(text))
        seen = first.setdefault(words, place)
        if words and seen != place:
            pairs.append((seen, place))
    return pairs


def _runs(text: str) -> frozenset[int]:
    words = fold_words(text)
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return frozenset(int.from_bytes(blake2b(run.encode(), digest_size=8).digest()) for run in runs)


def _pair_near(runs: list[frozenset[int]]) -> list[tuple[int, int]]:
    """Pair the texts that share half of their runs of words."""
    often = Counter(run for each in runs for run in each)
    holders: dict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(runs):
        for run in sorted((run for run in each if often[run] > 1), key=lambda run: (often[run], run))[:RARE]:
            if len(holders[run]) < MOST_HOLDERS:
                holders[run].append(place)
    candidates = {(a, b) for places in holders.values() for a in places for b in places if a < b}
    return sorted((a, b) for a, b in candidates if len(runs[a] & runs[b]) >= NEAR * len(runs[a] | runs[b]))
