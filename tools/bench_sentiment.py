"""Measure the sentiment of sentences and toward targets: exactness, speed, agreement with people.

    python tools/bench_sentiment.py SENTENCES.csv [--targets ROWS.csv]

SENTENCES: columns text and human_mean (VADER's ground truth: 5,190 sentences of NYT editorials, twenty raters).
--targets: NewsMTSC's train rows (text, start, end, polarity); only those that the training kept aside are scored.
Speeds are per second of processor time; set OMP_NUM_THREADS=1 to keep the work on one core.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import f1_score
from targets_rows import SHARE_ASIDE, read_rows, report

from analysis.sentiment import MEASURES, lexicon_coverage, score_sentiment
from analysis.sentiment.reference import score_reference
from analysis.sentiment.targets import score_targets
from analysis.sentiment.targets.weights import WEIGHTS


def time_best(call, times: int = 3) -> tuple[object, float]:
    """Give a call's result and the least of its times in seconds of the processor, whatever else runs."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        result = call()
        taken.append(time.process_time() - began)
    return result, min(taken)


def bench_sentences(path: Path) -> None:
    """Print how exact, how fast and how close to people's ratings the scores are, names rated and masked."""
    table = pd.read_csv(path)
    theirs, slow = time_best(lambda: np.array([score_reference(text) for text in table["text"]]), 2)
    ours, fast = time_best(lambda: score_sentiment(table["text"]))
    masked, third = time_best(lambda: score_sentiment(table["text"], mask_names=True))
    print(f"sentences {len(table)}  differing {int((ours[list(MEASURES)].to_numpy() != theirs).any(axis=1).sum())}")
    print(f"per_second {len(table) / fast:.0f}  nltk {len(table) / slow:.0f}  speedup {slow / fast:.1f}")
    print(f"per_second_masked {len(table) / third:.0f}  masked_hits {int(masked['masked'].sum())}")
    changed = (masked["compound"] - ours["compound"]).abs() > 1e-9
    print(f"changed_by_masking {int(changed.sum())}")
    for name, scores in {"rated": ours, "masked": masked}.items():
        print(f"pearson_names_{name} {scores['compound'].corr(table['human_mean']):.3f}")
    coverage = lexicon_coverage(table["text"])
    print(f"coverage {coverage['known'].sum() / coverage['words'].sum():.3f}")
    print(f"sentences_without_a_known_word {(coverage['known'] == 0).mean():.3f}")


def bench_targets(path: Path) -> None:
    """Print speed and macro F1 on the rows kept aside."""
    rows = read_rows(path)
    aside = rows[rows["draw"] < SHARE_ASIDE]
    _, seconds = time_best(lambda: score_targets(aside))
    print(f"targets_per_second {len(aside) / seconds:.0f}")
    report(aside, WEIGHTS)
    compound = score_sentiment(aside["text"])["compound"]
    guess = np.select([compound <= -0.05, compound >= 0.05], [-1, 1], 0)
    print(f"compound_of_the_sentence_instead macro_f1 {f1_score(aside['polarity'], guess, average='macro'):.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--targets", type=Path)
    given = parser.parse_args()
    bench_sentences(given.sentences)
    if given.targets:
        bench_targets(given.targets)
