"""Measure find_copies: what it finds of copies made from articles, how fast, and in how much memory.

    python tools/bench_copies.py ARTICLES.parquet [--column text] [--many 100000]

ARTICLES.parquet: one row an article, its text in a column; articles of 800 characters or more are used.
Found: of 400 articles each one changed copy is made, more strongly from line to line, and put among the articles;
printed are the share of copies found, the kinds they were given, and how many other pairs were called copies. A fifth
of the articles is set aside: their sentences are woven into copies as a paper's own.
Speed and memory: `--many` texts, a tenth of them copies and the others shuffled from all articles' sentences, in a
process of its own; memory is that process's peak, with and without the texts themselves. Peer: where datasketch is
installed, its MinHashLSH (128 permutations of the same runs of four words, threshold .5) on the first 1,000 texts.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from analysis import find_copies

MADE = 400  # copies of each sort
ASIDE = 5  # one article of so many is set aside


def main() -> None:
    """Print a line for each sort of copy, then speed and memory; or those of one file, when called by itself."""
    arguments = _arguments()
    if arguments.measure:
        measure_memory(arguments.file)
        return
    texts = pd.read_parquet(arguments.file)[arguments.column].dropna()
    texts = texts[texts.str.len() >= 800].drop_duplicates().reset_index(drop=True)
    documents, aside = texts[texts.index % ASIDE > 0].reset_index(drop=True), texts[texts.index % ASIDE == 0].tolist()
    own = set(find_copies(pd.DataFrame({"doc_id": documents.index.astype(str), "text": documents}))["doc_id"])
    print(f"{len(documents):,} articles, {len(own)} of them copies of others as they are")
    print(f"{'copies':32} {'found':>6} {'exact':>6} {'near':>6} {'contains':>9} {'wrong':>6}")
    for name, change in SORTS.items():
        measure_found(documents, aside, name, change, own)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.parquet"
        make_many(texts, arguments.many, path)
        subprocess.run([sys.executable, __file__, str(path), "--measure"], check=True)
    measure_datasketch(texts.head(1000).tolist())


def measure_found(texts: pd.Series, aside: list[str], name: str, change: Callable, own: set[str]) -> None:
    """Print how many changed copies are found among the articles that they were made of."""
    generator = random.Random(name)
    chosen = generator.sample(range(len(texts)), MADE)
    made = [change(texts[place], aside[place % len(aside)], generator) for place in chosen]
    names = [*texts.index.astype(str), *(f"copy{place}" for place in chosen)]
    found = find_copies(pd.DataFrame({"doc_id": names, "text": [*texts, *made]}))
    pairs = {tuple(sorted(pair)) for pair in zip(found["doc_id"], found["copy_of"], strict=True)}
    right = {tuple(sorted((str(place), f"copy{place}"))) for place in chosen}
    hits = found[[tuple(sorted(pair)) in right for pair in zip(found["doc_id"], found["copy_of"], strict=True)]]
    kinds = hits["kind"].value_counts()
    wrong = sum(not own & set(pair) for pair in pairs - right)
    counts = " ".join(f"{kinds.get(kind, 0):{width}}" for kind, width in (("exact", 6), ("near", 6), ("contains", 9)))
    print(f"{name:32} {len(hits) / MADE:6.1%} {counts} {wrong:6}", flush=True)


def edited(share: float) -> Callable:
    """Put other words of the article in place of a share of its words."""

    def change(text: str, _: str, generator: random.Random) -> str:
        words = text.split()
        for place in generator.sample(range(len(words)), int(len(words) * share)):
            words[place] = generator.choice(words)
        return " ".join(words)

    return change


def cut(share: float) -> Callable:
    """Keep the first share of the sentences."""
    return lambda text, _, __: ". ".join(text.split(". ")[: max(3, int(text.count(". ") * share))])


def woven(share: float) -> Callable:
    """Put sentences of another article in between, so many as a share of the article's own."""

    def change(text: str, other: str, generator: random.Random) -> str:
        sentences, added = text.split(". "), other.split(". ")
        for sentence in added[: max(2, int(len(sentences) * share))]:
            sentences.insert(generator.randrange(len(sentences)), sentence)
        return ". ".join(sentences)

    return change


def headed(text: str, _: str, __: random.Random) -> str:
    """Give an article an agency's line and credits."""
    return f"PARIS (Example) - {text}\n\nReporting by A. Writer; editing by B. Editor. All rights reserved."


SORTS = {
    "as they are": lambda text, _, __: text,
    "capitals, no marks": lambda text, _, __: text.upper().replace(",", "").replace('"', "“"),
    "agency's line and credits": headed,
    **{f"{share:.0%} of the words changed": edited(share) for share in (0.02, 0.04, 0.08, 0.12)},
    **{f"first {share:.0%} of the sentences": cut(share) for share in (0.8, 0.5, 0.25, 0.1)},
    **{f"woven, {share:.0%} sentences added": woven(share) for share in (0.33, 1.0, 2.0)},
}


def make_many(texts: pd.Series, count: int, path: Path) -> None:
    """Write so many texts: the articles, copies of them, and sentences of all drawn into texts as long as theirs."""
    generator = random.Random(0)
    articles = [text.split(". ") for text in texts]
    pool = [sentence for article in articles for sentence in article]
    made = [*texts[:count]]
    while len(made) < count:
        article = articles[len(made) % len(articles)]
        shuffled = ". ".join(generator.choices(pool, k=len(article)))
        made.append(made[-1] if len(made) % 10 == 0 else shuffled)
    pd.DataFrame({"doc_id": [f"d{number}" for number in range(count)], "text": made}).to_parquet(
        path, row_group_size=5000
    )


def measure_memory(path: str) -> None:
    """Print seconds and memory of the copies of one file, in a process that has done nothing else."""
    documents = pd.read_parquet(path)
    size, characters = documents["text"].memory_usage(deep=True) / 1e9, documents["text"].str.len().sum() / 1e6
    started, used = time.perf_counter(), time.process_time()
    found = find_copies(documents)
    clock, processor = time.perf_counter() - started, time.process_time() - used
    peak = peak_memory()
    print(
        f"{len(documents):,} texts, {characters:,.0f} million characters, {len(found):,} copies: {clock:.1f} s of the "
        f"clock, {processor:.1f} of the processor; peak {peak:.2f} GB, {peak - size:.2f} without the texts' own"
    )


def measure_datasketch(texts: list[str]) -> None:
    """Print how long datasketch takes for the texts, and how long find_copies does."""
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        print("datasketch is not installed: no peer")
        return
    used = time.process_time()
    index = MinHashLSH(threshold=0.5, num_perm=128)
    for number, text in enumerate(texts):
        words = text.lower().split()
        hashed = MinHash(num_perm=128)
        hashed.update_batch([" ".join(words[at : at + 4]).encode() for at in range(len(words) - 3)])
        index.query(hashed)
        index.insert(number, hashed)
    theirs, used = time.process_time() - used, time.process_time()
    find_copies(pd.DataFrame({"doc_id": [str(number) for number in range(len(texts))], "text": texts}))
    ours = time.process_time() - used
    print(
        f"datasketch, {len(texts):,} texts: {theirs:.1f} s; find_copies {ours:.2f} s, {theirs / ours:.0f} times faster"
    )


def peak_memory() -> float:
    """Give the most memory that this process has held, in GB; getrusage counts what its parent held before it began."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) * 1024 / 1e9
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--column", default="text")
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--measure", action="store_true", help="only speed and memory, of FILE as it is")
    return parser.parse_args()


if __name__ == "__main__":
    main()
