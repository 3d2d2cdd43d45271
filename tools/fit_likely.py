"""Learn what the traits of verbs, nouns and adjectives are worth: analysis/voices/trait_weights.txt.

Run: python tools/fit_likely.py ARTICLES.jsonl.gz [--seed 2024] [--try]
ARTICLES: one JSON object a line with article, text and attributions, as tools/bench_voices.py reads them. Only the
three quarters that the rules were made on ("worked") are learned from; the last is for measuring.

A candidate (analysis/voices/candidates.py) counts as reported if half of it lies in a content that was marked
by hand and it covers half of a content without marks that no rule has found. What lies in a content without covering
one is left out. A logistic regression with a penalty on squares learns the weights; traits that are seen in fewer than
three candidates, and weights that hardly count, are left out. --try: learns on four fifths of the articles and
measures on the fifth, by turns, and writes nothing: what recall and precision each threshold would give.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
from bench_voices import load_articles
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from analysis.voices import find_quotes, reader
from analysis.voices.candidates import find_candidates
from analysis.voices.lines import start_of
from analysis.voices.trait_weights import PATH, list_traits

PENALTY = 0.1  # the smaller, the closer to zero the weights
FEWEST = 3  # candidates that must have a trait
HARDLY = 0.02  # what a weight must exceed to be written
LIKELY = 0.62  # the share from which on a candidate is taken, chosen with --try
FOLDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--seed", type=int, default=2024, help="the order in which bench_voices.py cuts")
    parser.add_argument("--try", dest="only_try", action="store_true")
    arguments = parser.parse_args()
    articles = load_articles(arguments.articles, "worked", arguments.seed)
    candidates, rows = gather_candidates(articles)
    marked = [mark_contents(article) for article in articles]
    told = [{at for start, end in spans for at in range(start, end)} for spans in rows]
    labels = [judge(one, marked[one[0]], told[one[0]]) for one in candidates]
    names, table = tabulate_traits(candidates)
    if arguments.only_try:
        report_thresholds(candidates, rows, marked, labels, table)
        return
    kept = [at for at, label in enumerate(labels) if label is not None]
    model = fit(table[kept], [labels[at] for at in kept])
    write_weights(model, names)
    print(f"{len(kept):,} of {len(candidates):,} candidates, {len(names):,} traits, written to {PATH}")


def gather_candidates(articles: list[dict]) -> tuple[list[tuple], list[list[tuple[int, int]]]]:
    """Candidates (article, where the head starts, start, end, traits) and the indirect rows that rules find."""
    heard: list[tuple] = []
    finder = reader.find_likely

    def listen(line, sentence, attributions, taken, cues):
        for one in find_candidates(line, sentence, attributions, taken, cues):
            span = (start_of(line, one.start), line.ends[one.end - 1])
            heard.append((number, start_of(line, one.first), *span, list_traits(one.facts)))
        return []

    reader.find_likely = listen  # listens in on every sentence
    rows = []
    for number, article in enumerate(articles):  # noqa: B007  listen names it
        quotes = find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [article["text"]]}))
        indirect = quotes[quotes["kind"] == "indirect"]
        rows.append(list(zip(indirect["start"], indirect["end"], strict=True)))
    reader.find_likely = finder
    return heard, rows


def mark_contents(article: dict) -> tuple[set[int], list[frozenset[int]]]:
    """The characters of all contents, and those of each content without marks."""
    contents = [
        frozenset(at for start, end in one["content"] for at in range(start, end))
        for one in article["attributions"]
        if one["content"]
    ]
    plain = [content for content in contents if not any(article["text"][at] in '“”"«»' for at in content)]
    return set().union(*contents), plain


def judge(one: tuple, marked: tuple[set[int], list[frozenset[int]]], told: set[int]) -> bool | None:
    """Whether a candidate is reported; None if it lies within a content and covers none."""
    span = range(one[2], one[3])
    inside = sum(at in marked[0] for at in span) >= len(span) / 2
    covered = any(
        2 * sum(at in content for at in span) >= len(content) > 2 * len(content & told) for content in marked[1]
    )
    return None if inside and not covered else covered


def tabulate_traits(candidates: list[tuple]) -> tuple[list[str], csr_matrix]:
    """The traits that are seen often enough, and which candidate has which."""
    seen = Counter(trait for one in candidates for trait in set(one[4]))
    names = sorted(trait for trait, times in seen.items() if times >= FEWEST)
    column = {trait: number for number, trait in enumerate(names)}
    places = [(at, column[t]) for at, one in enumerate(candidates) for t in set(one[4]) if t in column]
    rows, columns = zip(*places, strict=True)
    return names, csr_matrix((np.ones(len(places)), (rows, columns)), shape=(len(candidates), len(names)))


def fit(table: csr_matrix, labels: list[bool]) -> LogisticRegression:
    return LogisticRegression(C=PENALTY, max_iter=500, solver="liblinear").fit(table, labels)


def write_weights(model: LogisticRegression, names: list[str]) -> None:
    least = float(np.log(LIKELY / (1 - LIKELY)))
    lines = [f"{model.intercept_[0]:.3f} constant", f"{least:.3f} least"]
    lines += [
        f"{weight:.3f} {name}" for name, weight in zip(names, model.coef_[0], strict=True) if abs(weight) > HARDLY
    ]
    head = "# Weights of traits, written by tools/fit_likely.py; learned from the worked part of PolNeAR.\n"
    PATH.write_text(head + "\n".join(lines) + "\n", encoding="utf8")


def report_thresholds(candidates, rows, marked, labels, table) -> None:
    """Print recall and precision of indirect speech, rules and candidates together, for some thresholds."""
    folds = np.array([one[0] % FOLDS for one in candidates])
    known = np.array([label is not None for label in labels])
    shares = np.zeros(len(candidates))
    for fold in range(FOLDS):
        learned = np.flatnonzero((folds != fold) & known)
        model = fit(table[learned], [labels[at] for at in learned])
        shares[folds == fold] = model.predict_proba(table[folds == fold])[:, 1]
    for least in np.arange(0.4, 0.8, 0.05):
        taken: list[list[tuple[int, int]]] = [list(spans) for spans in rows]
        for at in np.flatnonzero(shares >= least):
            number, _, start, end, _ = candidates[at]
            if not any(start < other_end and other < end for other, other_end in taken[number]):
                taken[number].append((start, end))
        print(f"{least:.2f} recall {{:.3f}} precision {{:.3f}} of {{:,}}".format(*count_hits(taken, marked)))


def count_hits(taken, marked) -> tuple[float, float, int]:
    right, found, wanted = 0, 0, 0
    for spans, (held, plain) in zip(taken, marked, strict=True):
        told = {at for start, end in spans for at in range(start, end)}
        right += sum(2 * sum(at in held for at in range(start, end)) >= end - start for start, end in spans)
        found += sum(2 * len(content & told) >= len(content) for content in plain)
        wanted += len(plain)
    rows = sum(map(len, taken))
    return found / wanted, right / rows, rows


if __name__ == "__main__":
    main()
