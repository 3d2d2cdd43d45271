"""Learn what the traits of verbs, nouns and adjectives are worth: analysis/voices/trait_weights.txt.

Run: python tools/fit_likely.py ARTICLES.jsonl.gz [--seed 2024] [--try]
ARTICLES: one JSON object a line with article, text and attributions, as tools/bench_voices.py reads them. Learned from
are the parts of which the errors have been read ("worked" and "opened"); the last is for measuring.

A candidate (analysis/voices/candidates.py) counts as reported if half of it lies in a content that was marked by hand
and it covers half of a content without marks that no rule has found. What lies in a content without covering one is
left out, unless it would take the place of something that a rule has found. What is weighed of what a rule has found
counts as reported if half of it lies in a content; both kinds are learned together, and told apart by traits of the
rule. A logistic regression with a penalty on squares learns the weights; traits that are seen in fewer than three
candidates, and weights that hardly count, are left out. Words that were never as likely as not to report something,
alone or with what they govern, are passed over from then on (analysis/voices/passed_over.txt).
--try:
learns on four fifths of the articles and measures on the fifth, by turns, and writes nothing: what recall and precision
each pair of thresholds would give.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from bench_voices import load_articles
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from analysis.voices import find_quotes, reader
from analysis.voices.candidates import find_candidates
from analysis.voices.likely import find_reading, may_be_unlikely
from analysis.voices.lines import start_of
from analysis.voices.trait_weights import PATH, list_traits
from analysis.voices.weighed_heads import PATH as PASSED

PENALTY = 0.1  # the smaller, the closer to zero the weights
FEWEST = 3  # candidates that must have a trait
HARDLY = 0.02  # what a weight must exceed to be written
LIKELY = 0.58  # the share from which on a candidate is taken, chosen with --try
RULED = 0.4  # the share from which on what a rule has found is kept, chosen with --try
OUTER = 0.35  # the share from which on a candidate takes the place of what it takes in: little is lost
SEEN = 5  # candidates of a head that must have been weighed before it is passed over
FOLDS = 5
LEARNED = ("worked", "opened")  # parts of the articles


class Heard(NamedTuple):
    """A candidate, or what a rule has found, with its place and its traits."""

    article: int
    start: int
    end: int
    traits: list[str]
    head: tuple[str, str, str] | None  # sort, lemma and what it governs; None of what a rule has found


class Marked(NamedTuple):
    """The characters of all contents of an article, and those of each content without marks."""

    held: set[int]
    plain: list[frozenset[int]]


Spans = list[tuple[int, int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--seed", type=int, default=2024, help="the order in which bench_voices.py cuts")
    parser.add_argument("--try", dest="only_try", action="store_true")
    arguments = parser.parse_args()
    articles = [one for part in LEARNED for one in load_articles(arguments.articles, part, arguments.seed)]
    heard, rows = listen(articles)
    marked = [mark_contents(article) for article in articles]
    told = [{at for start, end in spans for at in range(start, end)} for spans in rows]
    labels = [judge(one, marked[one.article], told[one.article]) for one in heard]
    names, table = tabulate_traits(heard)
    if arguments.only_try:
        report_thresholds(heard, rows, marked, score_folds(heard, labels, table))
        return
    kept = [at for at, label in enumerate(labels) if label is not None]
    model = fit(table[kept], [labels[at] for at in kept])
    write_weights(model, names)
    passed = list_passed(heard, model.predict_proba(table)[:, 1], kept)
    write_passed(passed)
    print(f"{len(kept):,} of {len(heard):,} candidates, {len(names):,} traits, {len(passed):,} heads passed over")


def listen(articles: list[dict]) -> tuple[list[Heard], list[Spans]]:
    """List what might be reported in each article, and the indirect rows that rules find."""
    heard: list[Heard] = []
    finder, judge_rule = reader.find_likely, reader.is_unlikely

    def hear(line, sentence, attributions, taken, cues, inner):
        for one in find_candidates(line, sentence, attributions, taken, cues, inner=inner):
            span = (start_of(line, one.start), line.ends[one.end - 1])
            heard.append(Heard(number, *span, list_traits(one.facts), (one.sense.sort, one.sense.lemma, one.governed)))
        return []

    def hear_rule(line, sentence, one, cues):
        if may_be_unlikely(one) and (reading := find_reading(line, sentence, one, cues)):
            span = (start_of(line, one.first), line.ends[one.last - 1])
            heard.append(Heard(number, *span, list_traits(reading.facts), None))
        return False

    reader.find_likely, reader.is_unlikely = hear, hear_rule  # listen in on every sentence
    rows = []
    for number, article in enumerate(articles):  # noqa: B007  hear names it
        quotes = find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [article["text"]]}))
        indirect = quotes[quotes["kind"] == "indirect"]
        rows.append(list(zip(indirect["start"], indirect["end"], strict=True)))
    reader.find_likely, reader.is_unlikely = finder, judge_rule
    return heard, rows


def mark_contents(article: dict) -> Marked:
    contents = [
        frozenset(at for start, end in one["content"] for at in range(start, end))
        for one in article["attributions"]
        if one["content"]
    ]
    plain = [content for content in contents if not any(article["text"][at] in '“”"«»' for at in content)]
    return Marked(set().union(*contents), plain)


def judge(one: Heard, marked: Marked, told: set[int]) -> bool | None:
    """Whether something is reported; None for a candidate that lies within a content and covers none."""
    span = range(one.start, one.end)
    inside = 2 * sum(at in marked.held for at in span) >= len(span)
    if one.head is None:
        return inside
    covered = any(
        2 * sum(at in content for at in span) >= len(content) > 2 * len(content & told) for content in marked.plain
    )
    return None if inside and not covered and "outer" not in one.traits else covered


def tabulate_traits(heard: list[Heard]) -> tuple[list[str], csr_matrix]:
    """The traits that are seen often enough, and which candidate has which."""
    seen = Counter(trait for one in heard for trait in set(one.traits))
    names = sorted(trait for trait, times in seen.items() if times >= FEWEST)
    column = {trait: number for number, trait in enumerate(names)}
    places = [(at, column[t]) for at, one in enumerate(heard) for t in set(one.traits) if t in column]
    rows, columns = zip(*places, strict=True)
    return names, csr_matrix((np.ones(len(places)), (rows, columns)), shape=(len(heard), len(names)))


def fit(table: csr_matrix, labels: list[bool]) -> LogisticRegression:
    return LogisticRegression(C=PENALTY, max_iter=500, solver="liblinear").fit(table, labels)


def write_weights(model: LogisticRegression, names: list[str]) -> None:
    least, ruled = (float(np.log(share / (1 - share))) for share in (LIKELY, RULED))
    lines = [f"{model.intercept_[0]:.3f} constant", f"{least:.3f} least", f"{ruled:.3f} ruled"]
    weights = dict(zip(names, model.coef_[0], strict=True))
    weights["outer"] = weights.get("outer", 0.0) + least - float(np.log(OUTER / (1 - OUTER)))  # so taken from OUTER on
    lines += [f"{weight:.3f} {name}" for name, weight in sorted(weights.items()) if abs(weight) > HARDLY]
    head = "# Weights of traits, written by tools/fit_likely.py; learned from the worked and opened parts of PolNeAR.\n"
    PATH.write_text(head + "\n".join(lines) + "\n", encoding="utf8")


def list_passed(heard: list[Heard], shares: np.ndarray, learned: Iterable[int]) -> set[tuple[str, ...]]:
    """List the heads that were seen often enough and were never as likely as not to report something.

    They are (sort, lemma) and, of other lemmas, (sort, lemma, what is governed).
    """
    best: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for at in learned:
        head = heard[at].head
        if head is not None:
            best[head].append(shares[at])
            best[head[:2]].append(shares[at])
    passed = {head for head, found in best.items() if len(found) >= SEEN and max(found) < 0.5}
    return {head for head in passed if len(head) == 2 or head[:2] not in passed}


def is_passed(one: Heard, passed: set[tuple[str, ...]]) -> bool:
    return one.head is not None and (one.head in passed or one.head[:2] in passed)


def write_passed(passed: set[tuple[str, ...]]) -> None:
    lemmas: dict[str, list[str]] = defaultdict(list)
    for sort, lemma, *governed in sorted(passed, key=lambda head: (len(head), head[0], head[2:], head[1])):
        lemmas[" ".join([sort, *governed])].append(lemma)
    head = "# Words that are hardly ever reported by, written by tools/fit_likely.py: none of these is weighed.\n"
    PASSED.write_text(head + "".join(f"{kind}: {' '.join(words)}\n" for kind, words in lemmas.items()), encoding="utf8")


def score_folds(heard: list[Heard], labels: list[bool | None], table: csr_matrix) -> np.ndarray:
    """How likely each is, by what was learned from the articles of the other folds."""
    folds = np.array([one.article % FOLDS for one in heard])
    known = np.array([label is not None for label in labels])
    shares = np.zeros(len(heard))
    for fold in range(FOLDS):
        learned = np.flatnonzero((folds != fold) & known)
        model = fit(table[learned], [labels[at] for at in learned])
        found = model.predict_proba(table)[:, 1]
        passed = list_passed(heard, found, learned)
        skipped = np.array([is_passed(one, passed) for one in heard])
        shares[folds == fold] = np.where(skipped, 0, found)[folds == fold]
    return shares


def report_thresholds(heard: list[Heard], rows: list[Spans], marked: list[Marked], shares: np.ndarray) -> None:
    """Print recall and precision of indirect speech, rules and candidates together, for some thresholds."""
    for ruled in (0.0, 0.35, 0.4, 0.45, 0.5):
        for least in np.arange(0.5, 0.76, 0.03):
            taken = take(heard, rows, shares, ruled, least)
            shown = "{:.3f} precision {:.3f} of {:,}".format(*count_hits(taken, marked))
            print(f"rules from {ruled:.2f}, others from {least:.2f}: recall {shown}")


def take(heard: list[Heard], rows: list[Spans], shares: np.ndarray, ruled: float, least: float) -> list[Spans]:
    """The rows of each article: those of rules that are likely enough, then other candidates, from left to right."""
    dropped: list[Spans] = [[] for _ in rows]
    for at, one in enumerate(heard):
        if one.head is None and shares[at] < ruled:
            dropped[one.article].append((one.start, one.end))
    found = [set(spans) for spans in rows]
    taken = [
        [(start, end) for start, end in spans if not any(first <= start and end <= last for first, last in gone)]
        for spans, gone in zip(rows, dropped, strict=True)
    ]
    for at, one in enumerate(heard):
        outer = "outer" in one.traits
        if one.head is not None and shares[at] >= (OUTER if outer else least):
            spans = taken[one.article]
            parts = [(start, end) for start, end in spans if one.start < end and start < one.end]
            if not parts or (outer and found[one.article].issuperset(parts)):
                taken[one.article] = [*(span for span in spans if span not in parts), (one.start, one.end)]
    return taken


def count_hits(taken: list[Spans], marked: list[Marked]) -> tuple[float, float, int]:
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
