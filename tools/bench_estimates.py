#!/usr/bin/env python3
"""Time the intervals: 100,000 made-up sentences in 5,000 documents, 2,000 resamples.

python tools/bench_estimates.py
"""

import time

import numpy as np
import pandas as pd

from analysis.estimates import estimate_differences, estimate_means, estimate_shares

SENTENCES, DOCUMENTS = 100_000, 5_000


def made_up() -> pd.DataFrame:
    draws = np.random.default_rng(0)
    return pd.DataFrame(
        {
            "doc_id": draws.integers(0, DOCUMENTS, SENTENCES).astype(str),
            "score": draws.normal(size=SENTENCES),
            "voice": draws.choice(["outlet", "speaker", "forwarded"], SENTENCES),
            "outlet": draws.choice(list("ABCDEFGH"), SENTENCES),
        }
    )


if __name__ == "__main__":
    table = made_up()
    calls = {
        "mean": lambda: estimate_means(table, "score"),
        "means by voice and outlet": lambda: estimate_means(table, "score", by=["voice", "outlet"]),
        "shares of voice by outlet": lambda: estimate_shares(table, of="voice", by="outlet"),
        "differences between voices by outlet": lambda: estimate_differences(table, "score", "voice", by="outlet"),
    }
    for name, call in calls.items():
        began = time.process_time()
        call()
        print(f"{name}: {time.process_time() - began:.2f} s of processor time")
