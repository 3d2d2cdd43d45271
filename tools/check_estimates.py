"""Check intervals and pairs on made corpora whose truth is known: how often intervals hold it, how often pairs err.

    python tools/check_estimates.py [corpora]

A document has 5 to 40 sentences; its own share of sentences with a frame is drawn from a beta distribution (mean 2%,
20%), of a topic it has none or half, of compound its mean is normal. Groups have 5 to 50 documents, most of them few.
Nothing differs between groups; then, in the last two rows, half of them have three times the share.
"""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd

from analysis.estimates import compare_pairs, estimate_means

TRUE = {"frame 2%": 0.02, "frame 20%": 0.2, "topic": 0.1, "compound": 0.05}


def draw_units(kind: str, sizes: np.ndarray, generator: np.random.Generator, times: np.ndarray) -> pd.DataFrame:
    """Draw documents of a kind for groups of these sizes: one row a sentence. times: of the usual share, by group."""
    group = np.repeat(np.arange(len(sizes)), sizes)
    sentences, n = generator.integers(5, 41, size=len(group)), len(group)
    document = np.repeat(np.arange(n), sentences)
    if kind == "compound":
        means = generator.normal(TRUE[kind], 0.15, size=n)
        values = generator.normal(means[document], 0.4)
    elif kind == "topic":
        means = np.where(generator.random(n) < 0.2, generator.beta(2, 2, size=n), 0.0)
        values = means[document]
    else:
        mean = TRUE[kind] * times[group]
        spread = 5 if kind == "frame 20%" else 15
        means = generator.beta(mean * spread, (1 - mean) * spread)
        values = (generator.random(len(document)) < means[document]).astype(float)
    return pd.DataFrame({"doc_id": document.astype(str), "outlet": group[document].astype(str), "value": values})


def check_coverage(kind: str, documents: int, corpora: int) -> float:
    """How often the interval of a group of so many documents holds the truth."""
    generator, hits = np.random.default_rng(documents), 0
    for _ in range(corpora):
        table = draw_units(kind, np.array([documents]), generator, np.ones(1))
        row = estimate_means(table, "value", resamples=1000).iloc[0]
        hits += row["low"] <= TRUE[kind] <= row["high"]
    return hits / corpora


def check_pairs(kind: str, groups: int, corpora: int, different: bool) -> tuple[float, float]:
    """Share of false ones among the pairs said to differ (of corpora, if nothing differs), and of those found."""
    generator, false, found = np.random.default_rng(groups), [], []
    for _ in range(corpora):
        sizes = np.clip((generator.pareto(1.0, size=groups) * 4 + 5).astype(int), 5, 50)
        times = np.where(generator.random(groups) < 0.5, 3.0, 1.0) if different else np.ones(groups)
        parts = [draw_units(kind, sizes, generator, times).assign(frame=str(part)) for part in range(5)]
        table = pd.concat(parts).assign(doc_id=lambda rows: rows["frame"] + rows["doc_id"])
        compared = compare_pairs(estimate_means(table, "value", ["frame", "outlet"], resamples=300), "outlet", "frame")
        wrong = right = possible = 0
        for one in compared.values():
            own = times[one.sure["outlet"].astype(int)]
            same = own[:, None] == own[None, :]
            wrong, right = wrong + int((one.differ & same).sum()), right + int((one.differ & ~same).sum())
            possible += int(np.triu(~same, 1).sum())
        false.append(wrong / max(wrong + right, 1))
        found.append(right / max(possible, 1))
    return float(np.mean(false)), float(np.mean(found))


def run_checks(corpora: int) -> None:
    """Print both tables."""
    print("documents", *(5, 7, 10, 20, 50), sep="\t")
    for kind in TRUE:
        print(kind, *(f"{check_coverage(kind, n, corpora):.2f}" for n in (5, 7, 10, 20, 50)), sep="\t")
    print("pairs: false, found", 2, 25, 300, sep="\t")
    for kind, different in [*((kind, False) for kind in TRUE), ("frame 2%", True), ("frame 20%", True)]:
        results = [check_pairs(kind, n, max(2, corpora // n), different) for n in (2, 25, 300)]
        print(kind + ", half differ" * different, *(f"{false:.3f}, {found:.2f}" for false, found in results), sep="\t")


if __name__ == "__main__":
    run_checks(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
