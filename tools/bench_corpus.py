"""Measure cleaning and sentence splitting on news articles: speed, what is removed, articles cut wrongly.

Run: python tools/bench_corpus.py ARTICLES.parquet [--articles 6000]
ARTICLES: a table with the columns title and text, one row an article (paragraphs between blank lines).
Each article is a page of its own, so every page that gives more than one document was cut wrongly
(or holds several items indeed: look at those that are printed).
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import pandas as pd

from analysis.texts.cleaning import clean_pages
from analysis.texts.sentences import split_sentences


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--articles", dest="count", type=int, default=6000)
    arguments = parser.parse_args()
    table = pd.read_parquet(arguments.articles, columns=["title", "text"]).head(arguments.count)
    texts = table["title"] + "\n\n" + table["text"]
    sources = [f"{number:06d}.txt" for number in range(len(texts))]
    pages = pd.DataFrame({"source": sources, "format": "article", "text": texts.array})
    clean_pages(pages.head(1))  # loads the language model and the rules
    begun = time.process_time()
    cleaned = clean_pages(pages)
    report("cleaning", texts, time.process_time() - begun)
    begun = time.process_time()
    sentences = split_sentences(cleaned.documents)
    report("splitting", cleaned.documents["text"], time.process_time() - begun)
    print(f"{len(sentences):,} sentences of {len(cleaned.documents):,} documents")
    print((cleaned.removed["text"].str.len().sum() / texts.str.len().sum()).round(4), "of the characters removed:")
    print(cleaned.removed["reason"].value_counts().to_string())
    stories = cleaned.documents["source"].value_counts()
    several = stories[stories > 1].index
    print(f"{len(several)} of {len(pages)} articles cut ({len(several) / len(pages):.2%}); the headings:")
    later = cleaned.documents[
        cleaned.documents["source"].isin(several) & ~cleaned.documents["doc_id"].str.endswith("-01")
    ]
    print(later[["source", "title"]].head(20).to_string(index=False))


def report(what: str, texts: pd.Series, seconds: float) -> None:
    million = texts.str.len().sum() / 1e6
    print(f"{what}: {million:.1f} million characters in {seconds:.1f} s of one core, {million / seconds:.1f} a second")


if __name__ == "__main__":
    main()
