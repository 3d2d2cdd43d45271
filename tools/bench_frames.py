"""Measure the frame instruments: against hand codes, and for speed.

    python tools/bench_frames.py codebook ARTICLES.csv --text text --codes RE=responsibility HI=human_interest ...
    python tools/bench_frames.py coder ARTICLES.csv --text text --codes RE HI CO MO EC --seeds 3
    python tools/bench_frames.py coder HEADLINES.csv --text headline --label frame_1
    python tools/bench_frames.py speed ARTICLES.parquet --text text

codebook  area under the ROC curve of each frame, by words and by meaning, with a 95% interval from resampling texts
coder     F1 of each frame in five folds, for several ways to draw the folds: their spread is how far one run can be off
speed     MB/s of 400 words on one core, sentences a second of vectors and of meaning

A code is yes if its cell begins with True or 1.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold

from analysis.frames import code_frames, rate_frames
from analysis.frames.by_example import train_frame_coder
from analysis.frames.codebooks import load_codebook
from analysis.frames.matching import Matcher
from analysis.texts.sentences import split_sentences
from analysis.words.vectors import embed


def read(path: str, text: str) -> pd.DataFrame:
    table = pd.read_parquet(path) if Path(path).suffix == ".parquet" else pd.read_csv(path)
    return table.dropna(subset=[text]).reset_index(drop=True)


def as_yes(cells: pd.Series) -> pd.Series:
    return cells.astype(str).str.match("True|1")


def bench_codebook(options: argparse.Namespace) -> None:
    table = read(options.data, options.text)
    documents = pd.DataFrame({"doc_id": table.index.astype(str), "text": table[options.text]})
    codes = {frame: as_yes(table[column]) for column, frame in (pair.split("=") for pair in options.codes)}
    generator = np.random.default_rng(0)
    draws = [generator.integers(0, len(table), len(table)) for _ in range(500)]
    for method in options.methods:
        rated = rate_frames(documents, options.codebook, method)
        wide = rated.pivot_table(index="doc_id", columns="frame", values="score").reindex(documents["doc_id"])
        scores = {frame: wide[frame].to_numpy() for frame in codes}
        areas = {frame: roc_auc_score(codes[frame], scores[frame]) for frame in codes}
        means = [
            np.mean([roc_auc_score(yes.to_numpy()[drawn], scores[frame][drawn]) for frame, yes in codes.items()])
            for drawn in draws
            if all(0 < yes.to_numpy()[drawn].sum() < len(drawn) for yes in codes.values())
        ]
        low, high = np.quantile(means, [0.025, 0.975])
        print(method, " ".join(f"{frame} {area:.3f}" for frame, area in areas.items()))
        print(f"{method}_auc {np.mean(list(areas.values())):.3f} [{low:.3f}, {high:.3f}]", flush=True)


def predict_folds(texts: pd.Series, codes: pd.Series, seed: int) -> list:
    guessed = pd.Series(index=codes.index, dtype=object)
    for train, test in StratifiedKFold(5, shuffle=True, random_state=seed).split(texts, codes.astype(str)):
        guessed.iloc[test] = list(train_frame_coder(texts.iloc[train], codes.iloc[train]).predict(texts.iloc[test]))
    return guessed.tolist()


def bench_coder(options: argparse.Namespace) -> None:
    table = read(options.data, options.text)
    means = []
    for seed in range(options.seeds):
        if options.label:
            codes = table[options.label]
            means.append(f1_score(codes, predict_folds(table[options.text], codes, seed), average="macro"))
            print(f"seed {seed} macro F1 {means[-1]:.3f}", flush=True)
            continue
        figures = {}
        for column in options.codes:
            codes = as_yes(table[column.split("=")[0]])
            figures[column] = f1_score(codes, predict_folds(table[options.text], codes, seed))
        means.append(np.mean(list(figures.values())))
        print(f"seed {seed}", " ".join(f"{name} {value:.3f}" for name, value in figures.items()), f"{means[-1]:.3f}")
    print(f"mean {np.mean(means):.3f} of {options.seeds} ways to draw the folds, {min(means):.3f} to {max(means):.3f}")


def bench_speed(options: argparse.Namespace) -> None:
    texts = read(options.data, options.text)[options.text].head(2_000)
    book = with_words(400)
    matcher, megabytes = Matcher(book), texts.str.len().sum() / 1e6
    for run in ("first pass", "again"):
        began = time.process_time()
        hits, _ = matcher.find(texts)
        print(f"words: {megabytes / (time.process_time() - began):.1f} MB/s, {len(hits):,} hits ({run})")
    sentences = split_sentences(pd.DataFrame({"doc_id": texts.index.astype(str), "text": texts})).head(30_000)
    for name, work in (
        ("vectors", lambda: embed(sentences["text"])),
        ("meaning", lambda: code_frames(sentences, "generic", "meaning")),
    ):
        began = time.process_time()
        work()
        print(f"{name}: {len(sentences) / (time.process_time() - began):,.0f} sentences/s")


def with_words(most: int):
    """Return the generic codebook with its first so many words."""
    book, left, frames = load_codebook("generic"), most, []
    for frame in book.frames:
        items = []
        for item in frame.items:
            items.append(replace(item, words=item.words[:left]))
            left -= len(items[-1].words)
        frames.append(replace(frame, items=tuple(items)))
    return replace(book, frames=tuple(frames), sha256=f"first {most}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["codebook", "coder", "speed"])
    parser.add_argument("data")
    parser.add_argument("--text", default="text")
    parser.add_argument("--codes", nargs="*", default=[])
    parser.add_argument("--label", default="")
    parser.add_argument("--codebook", default="generic")
    parser.add_argument("--methods", nargs="*", default=["words", "meaning"])
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    {"codebook": bench_codebook, "coder": bench_coder, "speed": bench_speed}[options.what](options)


if __name__ == "__main__":
    main()
