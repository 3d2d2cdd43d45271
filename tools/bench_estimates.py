#!/usr/bin/env python3
"""Time the intervals at three sizes: made-up sentences, 33 a document, 50 outlets, three voices, 2,000 resamples.

python tools/bench_estimates.py [DOCUMENTS ...]

Each size is held once as one table, once as sums of documents made by partitions of 1,000. Seconds of processor time.
"""

import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.estimates import estimate_differences, estimate_means, estimate_shares, join_sums, sum_by_document

SIZES = (1_000, 10_000, 100_000)
SENTENCES, OUTLETS, PARTITION = 33, 50, 1_000  # sentences a document; documents a partition
VOICES = ["outlet", "speaker", "forwarded"]
GROUPS = ["outlet", "voice"]


def made_up(first: int, documents: int) -> pd.DataFrame:
    """Make the sentences of documents from number `first` on."""
    draws, size = np.random.default_rng(first), documents * SENTENCES
    names = pd.array([f"story-{first + place}" for place in range(documents)], dtype="str")
    outlets = pd.array([f"outlet-{number}" for number in draws.integers(0, OUTLETS, documents)], dtype="str")
    document = np.repeat(np.arange(documents), SENTENCES)
    table = pd.DataFrame({"doc_id": names.take(document), "outlet": outlets.take(document)})
    table["voice"] = pd.array(VOICES, dtype="str").take(draws.integers(0, len(VOICES), size))
    return table.assign(score=np.round(draws.normal(size=size), 4))


def say_seconds(documents: int, name: str, call: Callable[[], object]) -> None:
    """Print what one call takes."""
    began = time.process_time()
    call()
    print(f"{documents:>8,} documents, {name:<46} {time.process_time() - began:6.2f}")


def time_size(documents: int) -> None:
    """Print what estimates of so many documents take, of one table and of the sums of partitions."""
    parts = [made_up(first, PARTITION) for first in range(0, documents, PARTITION)]
    table = pd.concat(parts, ignore_index=True)
    sums = join_sums([sum_by_document(part, "score", by=GROUPS) for part in parts])
    calls = {
        "means by outlet, drawing": lambda: estimate_means(table, "score", by="outlet"),
        "means by outlet and voice": lambda: estimate_means(table, "score", by=GROUPS),
        "shares of voice by outlet": lambda: estimate_shares(table, of="voice", by="outlet"),
        "differences between voices by outlet": lambda: estimate_differences(table, "score", "voice", by="outlet"),
        "sums of all partitions": lambda: [sum_by_document(part, "score", by=GROUPS) for part in parts],
        "means by outlet and voice, of sums": lambda: estimate_means(sums, "score", by=GROUPS),
    }
    for name, call in calls.items():
        say_seconds(documents, name, call)


if __name__ == "__main__":
    for size in [int(size) for size in sys.argv[1:]] or SIZES:
        time_size(size)
