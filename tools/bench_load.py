"""Measure loading and voices, stage by stage, against spaCy and textacy where they are installed.

    python tools/bench_load.py CORPUS [--repeat 3] [--peer-articles 200]

CORPUS: a folder or a table, as load_corpus reads it. Printed is each stage's MB (million characters of the documents)
a second of processor time, the best of so many repeats, and how many rows it gave. Peers, of the first articles:

spaCy     tokens and sentences: spacy.blank("en") with its sentencizer, which is the fastest that it has
textacy   direct quotations with their speakers, on spaCy's small English model where that is installed

Ratios are this suite's MB a second over the peer's for what comes nearest: sentences to spaCy's tokens and sentences;
sentences and quotations together to parsing and textacy's quotations. Articles on which textacy raises are counted.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd

from analysis import extract_quotes, find_actors
from analysis.texts.cleaning import clean_pages
from analysis.texts.readers import load_pages, load_sources
from analysis.texts.sentences import split_sentences

MODEL = "en_core_web_sm"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--peer-articles", type=int, default=200)
    arguments = parser.parse_args()
    documents, speeds = measure_suite(arguments.corpus, arguments.repeat)
    texts = documents["text"].head(arguments.peer_articles).tolist()
    if importlib.util.find_spec("spacy") is None:
        print("spaCy is not installed: no peers")
        return
    tell_ratio("sentences", speeds["sentences"], measure_spacy(texts, arguments.repeat))
    if importlib.util.find_spec("textacy") is None or importlib.util.find_spec(MODEL) is None:
        print(f"textacy or {MODEL} is not installed: quotations have no peer")
        return
    together = 1 / (1 / speeds["sentences"] + 1 / speeds["quotations"])
    tell_ratio("sentences and quotations", together, measure_textacy(texts))


def measure_suite(corpus: Path, repeat: int) -> tuple[pd.DataFrame, dict[str, float]]:
    """Measure each stage on what the one before it gave; returns the documents, and MB a second of each."""
    beside = corpus / "sources.csv"
    sources = [load_sources(beside)] if beside.is_file() else []
    pages, reading = best_of(repeat, load_pages, corpus)
    cleaned, cleaning = best_of(repeat, clean_pages, pages.pages, *sources)
    sentences, splitting = best_of(repeat, split_sentences, cleaned.documents)
    quotes, quoting = best_of(repeat, extract_quotes, cleaned.documents)
    mentions, naming = best_of(repeat, find_actors, sentences)
    seconds = {"pages": reading, "cleaning": cleaning, "sentences": splitting, "quotations": quoting, "actors": naming}
    counts = map(len, (pages.pages, cleaned.documents, sentences, quotes, mentions))
    size = cleaned.documents["text"].str.len().sum() / 1e6
    print(f"{corpus.name}: {len(cleaned.documents):,} documents, {size:.2f} MB")
    for (stage, spent), count in zip(seconds.items(), counts, strict=True):
        print(f"  {stage:28} {size / spent:8.2f} MB/s {spent:8.2f} s {count:10,} rows")
    print(f"  {'all':28} {size / sum(seconds.values()):8.2f} MB/s {sum(seconds.values()):8.2f} s")
    return cleaned.documents, {stage: size / spent for stage, spent in seconds.items()}


def measure_spacy(texts: list[str], repeat: int) -> float:
    """Measure spaCy's tokens and sentences by rule; returns MB a second."""
    import spacy

    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    counts, seconds = best_of(repeat, lambda: [sum(1 for _ in document.sents) for document in language.pipe(texts)])
    return tell_peer("spaCy, blank, sentencizer", texts, seconds, f"{sum(counts):,} sentences")


def measure_textacy(texts: list[str]) -> float:
    """Measure textacy's direct quotations on parsed texts, the parsing included; returns MB a second."""
    import spacy
    from textacy.extract import direct_quotations

    language = spacy.load(MODEL)
    (found, raised), seconds = best_of(1, lambda: extract_with(direct_quotations, language.pipe(texts)))
    return tell_peer(f"textacy on {MODEL}", texts, seconds, f"{found:,} quotations, {raised} articles raised")


def extract_with(extract: Callable, documents: Iterable) -> tuple[int, int]:
    """Count the quotations found, and the articles on which the extraction raised."""
    found = raised = 0
    for document in documents:
        try:
            found += sum(1 for _ in extract(document))
        except Exception:  # whatever it is: an article that gave no quotations
            raised += 1
    return found, raised


def best_of(repeat: int, function: Callable, *arguments: object) -> tuple:
    """Call a function so often; returns its result and the least processor seconds that it took."""
    least = float("inf")
    for _ in range(repeat):
        begun = time.process_time()
        result = function(*arguments)
        least = min(least, time.process_time() - begun)
    return result, least


def tell_peer(name: str, texts: list[str], seconds: float, count: str) -> float:
    speed = sum(map(len, texts)) / 1e6 / seconds
    print(f"  {name:28} {speed:8.2f} MB/s {seconds:8.2f} s {count} of {len(texts):,} articles")
    return speed


def tell_ratio(what: str, ours: float, theirs: float) -> None:
    print(f"{what}: {ours / theirs:.1f} times the peer's speed")


if __name__ == "__main__":
    main()
