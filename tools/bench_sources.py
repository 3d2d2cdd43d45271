"""How fast, and with what coverage: kinds of quotation, reporting verbs, roles and genders of a corpus.

python tools/bench_sources.py CORPUS [ROWS]: prints seconds, shares and, with ROWS, so many rows of each kind drawn by
lot (seed 1), to be read by hand.
"""

from __future__ import annotations

import sys
import time

from analysis import load_corpus
from analysis.sourcing import count_gender_bounds, gather_sources, pair_quoted
from analysis.voices.kinds import label_quotations
from analysis.voices.marked_words import find_marked_words
from analysis.voices.reporting_verbs import gather_reports


def main(path: str, rows: int = 0) -> None:
    """Measure a corpus and print what was found."""
    texts = load_corpus(path)
    sentences, characters = texts.with_documents(texts.sentences), int(texts.documents["text"].str.len().sum())
    print(f"{len(texts.documents):,} documents, {characters:,} characters, {len(texts.quotes):,} quotes")
    steps = {
        "sources": lambda: gather_sources(texts.quotes, texts.documents),
        "kinds": lambda: label_quotations(texts.quotes, texts.documents),
        "verbs": lambda: gather_reports(texts.quotes, sentences),
        "marked": lambda: find_marked_words(texts.documents, texts.quotes, sentences),
        "beside": lambda: pair_quoted(texts.quotes, texts.sentences),
    }
    found = {}
    for name, step in steps.items():
        began = time.process_time()
        found[name] = step()
        print(f"{name}: {len(found[name]):,} rows, {time.process_time() - began:.1f} s")
    sources = found["sources"]
    weights = sources["person"]
    print(f"with a role: {weights[sources['role'] != 'not known'].sum() / weights.sum():.3f} of those quoted,", end=" ")
    print(f"{(sources['role'] != 'not known').mean():.3f} of the quotations")
    print(count_gender_bounds(sources).to_string(index=False))
    for name, column in (("kinds", "quotation"), ("verbs", "verb_group"), ("marked", "kind")):
        print(found[name][column].value_counts(normalize=True).round(3).to_string())
    for kind, part in found["marked"].groupby("kind"):
        for row in part.sample(min(rows, len(part)), random_state=1).itertuples():
            print(kind, "|", row.text)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
