"""Measure keyness: seconds, and how often it errs where there is nothing to find.

    python tools/bench_contrasts.py ARTICLES.parquet [--column text] [--by outlet] [--runs 6]

ARTICLES.parquet: one row an article, its text and its group in columns.
Speed: the two largest groups against each other, words and phrases of up to three words, 2,000 resamples.
Chance: articles cut into two groups by lot, so that every word found is a false one. Of all terms with a p: the
share below .05 (should be .05 or less) and whose interval leaves out nought; and false words a run (q < .05).
"""

from __future__ import annotations

import argparse
import time

import numpy as np
import pandas as pd

from analysis.contrasts import keyness

SIZES = ((24, 0.5), (60, 0.3), (400, 0.5), (2000, 0.2))  # articles, share in the first group


def main() -> None:
    """Print speed, then one line for each size of a contrast by lot."""
    arguments = _arguments()
    articles = pd.read_parquet(arguments.file)
    measure_speed(articles, arguments.column, arguments.by)
    print(
        f"{'articles':>8} {'first':>6} {'family':>7} {'p < .05':>8} {'z > 1.96':>9} {'outside':>8} {'false words':>12}"
    )
    for size, share in SIZES:
        measure_chance(articles[arguments.column], size, share, arguments.runs if size < 1000 else 2)


def measure_speed(articles: pd.DataFrame, column: str, by: str) -> None:
    """Print the seconds of a contrast of the two largest groups."""
    largest = articles[by].value_counts().index[:2]
    chosen = articles[articles[by].isin(largest)]
    for phrases in (1, 3):
        started, used = time.perf_counter(), time.process_time()
        table = keyness(chosen[column], chosen[by], phrases=phrases, languages="en")
        seconds = (
            f"{time.perf_counter() - started:.1f} s of the clock, {time.process_time() - used:.1f} of the processor"
        )
        found = int(table["word_of"].notna().sum())
        size = f"{len(chosen):,} articles, {chosen[column].str.len().sum() / 1e6:.1f} MB"
        print(f"{size}, phrases up to {phrases}: {seconds}; {table.attrs['family']:,} tests, {found} words found")


def measure_chance(texts: pd.Series, size: int, share: float, runs: int) -> None:
    """Print how often terms differ between groups drawn by lot."""
    generator = np.random.default_rng(0)
    tables = []
    for run in range(runs):
        chosen = texts.sample(size, random_state=run)
        groups = np.where(generator.random(size) < share, "a", "b")
        tables.append(keyness(chosen, groups, seed=run).dropna(subset="p"))
    table = pd.concat(tables)
    outside = ((table["low"] > 0) | (table["high"] < 0)).mean()
    false = table["word_of"].notna().sum() / runs
    family = table["q"].notna().sum() / runs
    surprising = (table["z"].abs() > 1.96).mean()
    print(
        f"{size:8} {share:6.0%} {family:7,.0f} {(table['p'] < 0.05).mean():8.3f} {surprising:9.3f} "
        f"{outside:8.3f} {false:12.2f}",
        flush=True,
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--column", default="text")
    parser.add_argument("--by", default="outlet")
    parser.add_argument("--runs", type=int, default=6)
    return parser.parse_args()


if __name__ == "__main__":
    main()
