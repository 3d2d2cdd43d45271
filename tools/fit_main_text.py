"""Fit what tells a page's main text from the lines around it (analysis/texts/cleaning/main_text.npz and .yaml).

Run: python tools/fit_main_text.py PAGES.jsonl.gz
PAGES: saved pages (url, html) with the article's body as a person marked it (body). Each page is made the text that
somebody would copy or dump from it. A line is text if half of its runs of four words stand in the body (a shorter
line, if the body goes on with it); the heading is the line above that the page's title or h1 names.
Printed: by cross-validation over sites, for several biases towards text, precision and recall of the runs of four
words, each page weighing the same, and the recall on pages whose text is in the dump at all.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlparse

import numpy as np
import yaml
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from analysis.texts.cleaning.furniture import mark_furniture
from analysis.texts.cleaning.invisible import Plain
from analysis.texts.cleaning.main_text import SETTINGS, TREES, choose_path, heading_signs, went_with_a_block
from analysis.texts.cleaning.surroundings import measure_lines
from analysis.texts.readers.lines import PageLine, split_lines

BLOCKS = (
    "p|div|br|li|h[1-6]|tr|ul|ol|section|article|header|footer|nav|aside|figure|figcaption|table|blockquote|main|form"
)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|noscript|template|svg|head)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(rf"</?(?:{BLOCKS})\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
FOLDS, CHANGE, BIAS = 8, 1.0, 2.75  # the bias is chosen for recall: what is lost is worse than what is left


class Page(NamedTuple):
    """A dumped page: whose it is, its lines, which of them are text, which is its heading, its body's runs of words."""

    site: str
    lines: list[PageLine]
    is_text: np.ndarray
    heading: int | None
    body: Counter


def dump_page(page: str) -> str:
    page = _BLOCK.sub("\n", _UNSEEN.sub(" ", page))
    lines = [" ".join(line.split()) for line in html.unescape(_TAG.sub("", page)).split("\n")]
    return "\n\n".join(line for line in lines if line)


def runs_of(text: str) -> Counter:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def load_page(row: dict) -> Page:
    lines = mark_furniture(split_lines(Plain(dump_page(row["html"])).text), "article")
    lines = [line._replace(reason=None) if went_with_a_block(line, "article") else line for line in lines]
    is_text = label_lines(lines, Plain(row["body"]).text)
    return Page(_site(row["url"]), lines, is_text, _heading(lines, is_text, row["html"]), runs_of(row["body"]))


def label_lines(lines: list[PageLine], body: str) -> np.ndarray:
    runs, joined, place = runs_of(body), f" {_words(body)} ", 0
    labels = np.zeros(len(lines), dtype=bool)
    for at, line in enumerate(lines):
        words, key = _words(line.text).split(), f" {_words(line.text)} "
        if len(words) >= 4:
            own = runs_of(line.text)
            labels[at] = sum(run in runs for run in own) >= 0.5 * len(own)
            found = joined.find(key, place) if labels[at] else -1
        else:
            found = joined.find(key, place, place + len(key) + 4) if words and labels[max(0, at - 4) : at].any() else -1
            labels[at] = found >= 0
        place = found + len(key) - 1 if found >= 0 else place
    return labels


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _heading(lines: list[PageLine], is_text: np.ndarray, page: str) -> int | None:
    named = re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL | re.IGNORECASE)
    titles = re.findall(r"<title[^>]*>(.*?)</title>", page, re.DOTALL | re.IGNORECASE)
    named += [part for title in titles for part in (title, *re.split(r" [|–—-] |\|", title))]
    keys = {_words(html.unescape(_TAG.sub(" ", name))) for name in named}
    first = int(np.argmax(is_text)) if is_text.any() else 0
    above = [at for at in range(first) if len(lines[at].text.split()) >= 2 and _words(lines[at].text) in keys]
    return above[-1] if above else None


def _site(url: str) -> str:
    parts = urlparse(url).netloc.split(".")
    return parts[-2] if parts[-2] not in ("co", "com") else parts[-3]


def weigh_lines(page: Page) -> np.ndarray:
    """Words of each line, by those of the text and a third of the others: each page weighs about the same."""
    words = np.array([max(1, len(_words(line.text).split())) for line in page.lines], dtype=float)
    text = max(50.0, words[page.is_text].sum())
    return words / (text + 0.3 * max(words.sum() - text, 0.0))


def make_model() -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        max_iter=150, learning_rate=0.08, max_leaf_nodes=8, min_samples_leaf=40, l2_regularization=5, random_state=0
    )


def fit_model(pages: list[Page], signs: list[np.ndarray]) -> HistGradientBoostingClassifier:
    weights = np.concatenate([weigh_lines(page) for page in pages])
    labels = np.concatenate([page.is_text for page in pages])
    return make_model().fit(np.vstack(signs), labels, sample_weight=weights / weights.mean())


def cross_validate(pages: list[Page], signs: list[np.ndarray]) -> list[np.ndarray]:
    scores = [np.zeros(0)] * len(pages)
    for train, test in GroupKFold(FOLDS).split(pages, groups=[page.site for page in pages]):
        model = fit_model([pages[at] for at in train], [signs[at] for at in train])
        for at in test:
            scores[at] = model.decision_function(signs[at])
    return scores


def report(pages: list[Page], scores: list[np.ndarray], bias: float) -> str:
    hits = extra = missed = away = 0.0
    for page, own in zip(pages, scores, strict=True):
        kept = choose_path(own + bias, CHANGE)
        lines = [line.text for line, keep in zip(page.lines, kept, strict=True) if keep and line.reason is None]
        got = runs_of("\n".join(lines))
        hit, n = (page.body & got).total(), (page.body | got).total()
        hits, extra, missed = hits + hit / n, extra + (got.total() - hit) / n, missed + (page.body.total() - hit) / n
        away += 0 if page.is_text.any() else (page.body.total() - hit) / n
    precision, recall, there = hits / (hits + extra), hits / (hits + missed), hits / (hits + missed - away)
    f1 = 2 * precision * recall / (precision + recall)
    return f"F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f} ({there:.3f} where the text is in the dump)"


def flatten_trees(model: HistGradientBoostingClassifier) -> dict[str, np.ndarray]:
    """The nodes of all trees in one row: a leaf leads to itself."""
    trees = [stage[0] for stage in model._predictors]
    roots = np.cumsum([0, *(len(tree.nodes) for tree in trees)])
    nodes, base = np.concatenate([tree.nodes for tree in trees]), np.repeat(roots[:-1], np.diff(roots))
    own, leaf = np.arange(len(nodes)), nodes["is_leaf"].astype(bool)
    return {
        "sign": np.where(leaf, 0, nodes["feature_idx"]).astype("int16"),
        "threshold": np.where(leaf, 0, nodes["num_threshold"]).astype("float64"),
        "left": np.where(leaf, own, nodes["left"] + base).astype("int32"),
        "right": np.where(leaf, own, nodes["right"] + base).astype("int32"),
        "value": np.where(leaf, nodes["value"], 0).astype("float32"),
        "root": roots[:-1].astype("int32"),
        "depth": np.int16(max(tree.get_max_depth() for tree in trees)),
        "baseline": np.float64(np.ravel(model._baseline_prediction)[0]),
    }


def fit_heading(pages: list[Page]) -> dict:
    rows, labels = [], []
    for page in pages:
        found = np.flatnonzero(page.is_text)
        if len(found) and page.heading is not None:
            for at, signs in heading_signs(page.lines, found):
                rows.append(signs)
                labels.append(at == page.heading)
    names = list(rows[0])
    model = LogisticRegression(C=1, max_iter=2000).fit([[row[name] for name in names] for row in rows], labels)
    weights = {name: round(float(weight), 2) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {"intercept": round(float(model.intercept_[0]) + 2, 2), "weights": weights}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    with gzip.open(parser.parse_args().pages, "rt", encoding="utf-8") as file:
        pages = [load_page(json.loads(row)) for row in file]
    measured = [measure_lines(page.lines) for page in pages]
    signs = [table for table, _ in measured]
    scores = cross_validate(pages, signs)
    figures = {bias: report(pages, scores, bias) for bias in sorted({0.0, 1.0, 2.0, 2.5, 3.0, BIAS})}
    print("\n".join(f"bias {bias}: {said}" for bias, said in figures.items()))
    np.savez_compressed(TREES, **flatten_trees(fit_model(pages, signs)))
    written = {
        "origin": f"tools/fit_main_text.py on {len(pages)} saved pages, {len({page.site for page in pages})} sites; "
        f"cross-validated over sites, heading aside: {figures[BIAS]}",
        "bias": BIAS,
        "change": CHANGE,
        "heading": fit_heading(pages),
        "signs": measured[0][1],
    }
    SETTINGS.write_text(yaml.safe_dump(written, sort_keys=False, allow_unicode=True, width=110), "utf-8")


if __name__ == "__main__":
    main()
