"""Measure topics: seconds, coherence and diversity of fit_topics, and of peers where they are installed.

    python tools/bench_topics.py ARTICLES.parquet [--articles 10000] [--topics 20] [--column text]

ARTICLES.parquet: one row an article, its text in a column. If it has fewer articles than asked for, the longest
are cut in two at a paragraph until there are enough. Peers (tomotopy, gensim: `pip install tomotopy gensim`)
get the same words, already read, and their words are ranked alike; the time of reading is added to theirs.
NPMI is measured on the same running text for all: windows of 10 tokens, once with function words in them and
once without. Seconds are of the clock and of the processor (all threads).
"""

from __future__ import annotations

import argparse
import heapq
import importlib.util
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.topics import fit_topics
from analysis.topics.material import Material, make_material
from analysis.topics.quality import best_words, score_coherence, score_relevance
from analysis.words import running
from analysis.words.terms import BREAK, Terms, load_stop_words

TOP = 10


def main() -> None:
    """Print one line a tool."""
    arguments = _arguments()
    texts = enlarge(pd.read_parquet(arguments.file)[arguments.column], arguments.articles)
    print(f"{len(texts):,} articles, {texts.str.len().sum() / 1e6:.0f} MB, {arguments.topics} topics")
    reading, material = _timed(lambda: make_material(texts))
    bare = _without_function_words(material.terms)
    print(f"{'tool':34} {'seconds':>8} {'cpu':>6} {'npmi':>7} {'npmi, no function words':>24} {'diversity':>10}")
    for name, seconds, words in _runs(texts, material, reading, arguments):
        scores = [score_coherence(terms, words).mean() for terms in (material.terms, bare)]
        diversity = len(np.unique(np.concatenate(words))) / sum(map(len, words))
        print(
            f"{name:34} {seconds[0]:8.1f} {seconds[1]:6.1f} {scores[0]:7.3f} {scores[1]:24.3f} {diversity:10.2f}",
            flush=True,
        )


def enlarge(texts: pd.Series, articles: int) -> pd.Series:
    """Cut the longest texts in two at a paragraph until there are so many, or take the first so many."""
    queue = [(-len(text), number, text) for number, text in enumerate(texts.iloc[:articles])]
    heapq.heapify(queue)
    while len(queue) < articles:
        _, number, text = heapq.heappop(queue)
        cut = text.find("\n", len(text) // 2)
        cut = cut if cut > 0 else len(text) // 2
        for part in (text[:cut], text[cut:]):
            heapq.heappush(queue, (-len(part), number, part))
    return pd.Series([text for _, _, text in sorted(queue, key=lambda item: (item[1], item[0]))])


def _runs(
    texts: pd.Series, material: Material, reading: tuple[float, float], arguments: argparse.Namespace
) -> Iterator[tuple[str, tuple[float, float], list[np.ndarray]]]:
    """Yield name, seconds (clock, processor) and each topic's first words of the suite and of every peer there is."""
    place = material.terms.number
    for name, options in (
        ("this suite, NMF, ten refits", {}),
        ("this suite, NMF, no refits", {"runs": 0}),
        ("this suite, LDA, no refits", {"method": "lda", "runs": 0}),
    ):
        running._kept.clear()  # so that reading is in the suite's own time, as it is added to the peers'
        seconds, model = _timed(lambda options=options: fit_topics(texts, arguments.topics, **options))
        first = model.terms[model.terms["rank"] <= TOP].groupby("topic")["term"]
        yield name, seconds, [np.array([place[word] for word in words]) for _, words in first]
    numbers = material.vocabulary.numbers
    for name, peer in (("tomotopy", _tomotopy), ("gensim", _gensim), ("sklearn", _sklearn)):
        if importlib.util.find_spec(name) is None:
            print(f"{name:34} not installed")
            continue
        for label, fit in peer(material, arguments.topics):
            seconds, weights = _timed(fit)
            ranked = score_relevance(weights / weights.sum(axis=1, keepdims=True), material.vocabulary.units)
            yield (
                label,
                tuple(map(sum, zip(seconds, reading, strict=True))),
                [numbers[row] for row in best_words(ranked, TOP)],
            )


def _tomotopy(material: Material, topics: int) -> Iterator[tuple[str, Callable[[], np.ndarray]]]:
    import tomotopy

    def fit() -> np.ndarray:
        model = tomotopy.LDAModel(k=topics, seed=1)
        for row in _bags(material):
            model.add_doc(row)
        model.train(1000, workers=2)
        known = [int(word) for word in model.used_vocabs]
        weights = np.zeros((topics, len(material.vocabulary.words)))
        weights[:, known] = np.array([model.get_topic_word_dist(topic) for topic in range(topics)])
        return weights

    yield "tomotopy LDA, 1,000 rounds", fit


def _gensim(material: Material, topics: int) -> Iterator[tuple[str, Callable[[], np.ndarray]]]:
    from gensim.matutils import Sparse2Corpus
    from gensim.models import LdaModel

    names = {number: str(number) for number in range(len(material.vocabulary.words))}

    def fit() -> np.ndarray:
        bags = Sparse2Corpus(material.counts, documents_columns=False)
        return LdaModel(bags, topics, names, passes=5, random_state=1).get_topics()

    yield "gensim LDA, 5 passes", fit


def _sklearn(material: Material, topics: int) -> Iterator[tuple[str, Callable[[], np.ndarray]]]:
    from sklearn.decomposition import NMF

    yield (
        "scikit-learn NMF, the same TF-IDF",
        lambda: NMF(topics, init="nndsvda", random_state=1, max_iter=200).fit(material.matrix).components_,
    )


def _bags(material: Material) -> Iterator[list[str]]:
    """Yield each text's words as strings of numbers, in no order."""
    counts = material.counts
    for begin, end in zip(counts.indptr[:-1], counts.indptr[1:], strict=True):
        yield np.repeat(counts.indices[begin:end], counts.data[begin:end].astype(int)).astype(str).tolist()


def _without_function_words(terms: Terms) -> Terms:
    listed = load_stop_words("en")
    kept = np.array([word not in listed for word in terms.words] + [False])
    return replace(terms, ids=np.where(kept[terms.ids], terms.ids, BREAK))


def _timed(fit: Callable) -> tuple[tuple[float, float], object]:
    started, used = time.perf_counter(), time.process_time()
    result = fit()
    return (time.perf_counter() - started, time.process_time() - used), result


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--topics", type=int, default=20)
    parser.add_argument("--column", default="text")
    return parser.parse_args()


if __name__ == "__main__":
    main()
