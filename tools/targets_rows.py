"""NewsMTSC rows, which of them are kept aside, and how well a file of weights does on those."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score, f1_score

from analysis.sentiment.targets.pieces import measure_target
from analysis.sentiment.targets.scores import predict_chances
from analysis.sentiment.targets.weights import load_parts

SHARE_ASIDE = 20  # per cent of the sentences


def read_rows(path: Path) -> pd.DataFrame:
    """Read targets; `draw` is a number of 0 to 99 that all targets of a sentence share."""
    table = pd.read_csv(path)
    letters = table["text"].str.lower().str.replace(r"\W+", "", regex=True).str[:60]
    table["draw"] = [int(hashlib.md5(text.encode()).hexdigest(), 16) % 100 for text in letters]
    table["several"] = table.groupby("text")["text"].transform("size") > 1
    return table


def measure(
    truth: np.ndarray, guess: np.ndarray, groups: np.ndarray, resamples: int = 2000
) -> tuple[float, float, float]:
    """Give macro F1 with its 95% interval from resampling whole sentences."""
    generator = np.random.default_rng(0)
    members = [np.flatnonzero(groups == group) for group in np.unique(groups)]
    drawn = (
        np.concatenate([members[place] for place in generator.integers(0, len(members), len(members))])
        for _ in range(resamples)
    )
    scores = [f1_score(truth[rows], guess[rows], average="macro") for rows in drawn]
    return f1_score(truth, guess, average="macro"), *np.quantile(scores, [0.025, 0.975])


def report(table: pd.DataFrame, path: Path) -> None:
    """Print macro F1 of the file written on the rows kept aside: all, and sentences of one and of several targets."""
    load_parts.cache_clear()
    parts = load_parts(path)
    targets = [measure_target(row.text, row.start, row.end) for row in table.itertuples()]
    truth, guess = table["polarity"].to_numpy(), predict_chances(targets, parts).argmax(axis=1) - 1
    sentences, several = table["text"].factorize()[0], table["several"].to_numpy()
    for name, rows in {"all": several | True, "one_target": ~several, "several_targets": several}.items():
        f1, low, high = measure(truth[rows], guess[rows], sentences[rows])
        print(f"aside_{name} {rows.sum()}  macro_f1 {f1:.3f} [{low:.3f}, {high:.3f}]")
    print(f"aside_accuracy {accuracy_score(truth, guess):.3f}")
