"""Short names for topics, computed from their words: a handle, not an interpretation."""

from __future__ import annotations

from itertools import pairwise, takewhile

import numpy as np
import pandas as pd

from analysis.words.terms import Terms, spellings_of

LABEL_WORDS = 3
LABEL_RUN = 5  # words joined at the most: a person with title and office, whole
TOGETHER = 0.3  # share of the rarer word's occurrences in which two words are neighbours


def join_words(words: pd.DataFrame, n_words: int = 10) -> pd.Series:
    """Join each topic's first words into one string: a Series by topic."""
    first = words[words["rank"] <= n_words]
    return first.groupby("topic")["shown"].agg(", ".join)


def label_topics(terms: Terms, words: pd.DataFrame, n_words: int = LABEL_WORDS) -> pd.Series:
    """Name each topic by up to three of its words of highest weight times FREX: a Series by topic.

    Two words that mostly stand together are joined ("Supreme Court"); of two that begin alike
    ("Korea", "Korean") only the first is taken.
    """
    ranked = words.assign(score=words["weight"] * words["frex"])
    ranked = ranked.sort_values(["topic", "score"], ascending=[True, False], kind="stable")
    pool = ranked.groupby("topic").head(2 * n_words)
    together = count_neighbours(terms, [terms.number[word] for word in pool["term"].unique()])
    shown = dict(zip(pool["term"], pool["shown"], strict=True))
    labels = {
        topic: " · ".join(_parts(rows["term"].tolist(), shown, together, n_words))
        for topic, rows in pool.groupby("topic")
    }
    return pd.Series(labels, dtype="str").rename_axis("topic")


def count_neighbours(terms: Terms, numbers: list[int]) -> dict[tuple[str, str], tuple[float, str]]:
    """Give, for two words that are neighbours, in what share of the rarer one's occurrences, and how they are spelt."""
    place = np.full(len(terms.words) + 1, -1)
    place[numbers] = np.arange(len(numbers))
    here = place[terms.ids]
    frequency = np.bincount(here[here >= 0], minlength=len(numbers))
    same_text = terms.rows[:-1] == terms.rows[1:]
    both = np.flatnonzero((here[:-1] >= 0) & (here[1:] >= 0) & same_text)
    keys, run, counts = np.unique(here[both] * len(numbers) + here[both + 1], return_inverse=True, return_counts=True)
    spelt = spellings_of(terms, both, 2, run, len(keys))
    names = terms.words[numbers] if numbers else np.empty(0, dtype=object)
    return {
        (names[one], names[two]): (count / min(frequency[one], frequency[two]), spelling)
        for one, two, count, spelling in zip(*divmod(keys, max(len(numbers), 1)), counts, spelt, strict=True)
        if one != two
    }


def _parts(
    pool: list[str], shown: dict[str, str], together: dict[tuple[str, str], tuple[float, str]], most: int
) -> list[str]:
    """Choose a label's parts from the words in their order."""
    parts, used = [], []
    for word in pool:
        if len(parts) == most:
            break
        if word in used or any(_alike(word, other) for other in used):
            continue
        run = _grow([word], [other for other in pool if other not in used], together)
        spelling = " ".join(together[pair][1].split()[0] for pair in pairwise(run))
        last = together[run[-2], run[-1]][1].split()[1] if len(run) > 1 else shown[word]
        parts.append(f"{spelling} {last}".strip())
        used += run
    return parts


def _grow(run: list[str], pool: list[str], together: dict[tuple[str, str], tuple[float, str]]) -> list[str]:
    """Join words before and after a run that mostly stand beside its ends, LABEL_RUN words at the most."""
    while len(run) < LABEL_RUN:
        others = [word for word in pool if word not in run]
        grown = [(together.get((run[-1], word), (0,))[0], [*run, word]) for word in others]
        grown += [(together.get((word, run[0]), (0,))[0], [word, *run]) for word in others]
        share, longer = max(grown, default=(0, run))
        if share < TOGETHER:
            break
        run = longer
    return run


def _alike(one: str, other: str) -> bool:
    """Whether two words begin alike: Korea and Korean, immigration and immigrant."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return common >= 4 and common >= 0.6 * min(len(one), len(other))
