"""Fit the weights of the signs that a heading opens another story (analysis/texts/readers/layouts/story_headings.yaml).

Run: python tools/fit_story_headings.py ARTICLES.parquet
ARTICLES: a table of news articles with the columns title, text (paragraphs between blank lines) and topic.
Half of the articles give headings that open no story: whatever looks like a heading within an article. The other
half, cut short and put under one another by threes of the same topic, give headings that do: their titles.
Printed: by 5-fold cross-validation over pages, how many articles would be cut wrongly and how many stories found.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path

import pandas as pd
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from analysis.texts.characters import straighten
from analysis.texts.cleaning import clean_lines
from analysis.texts.readers.layouts.headings import WEIGHTS, looks_like_heading, story_signs

WRONG_CUTS = 0.005  # share of articles that may be cut wrongly
FURTHER = 0.0  # score that a heading needs on a page that is known to hold several stories


def page_signs(page: str, titles: set[str] | None) -> list[dict]:
    lines = [line for line in clean_lines(straighten(page)) if line.reason is None]
    headings = [at for at in range(2, len(lines) - 1) if looks_like_heading(lines[at], lines[at + 1])]
    return [{"opens": lines[at].text in (titles or ()), **signs} for at, signs in story_signs(lines, headings)]


def make_rows(articles: pd.DataFrame, seed: int) -> tuple[pd.DataFrame, int]:
    generator = random.Random(seed)
    order = list(articles.index)
    generator.shuffle(order)
    single, joined = order[: len(order) // 2], order[len(order) // 2 :]
    rows = [
        {"page": at, "joined": False, **row} for at in single for row in page_signs(_page(articles.loc[at], None), None)
    ]
    by_topic = defaultdict(list)
    for at in joined:
        by_topic[articles.topic[at]].append(at)
    for places in by_topic.values():
        for three in (places[at : at + 3] for at in range(0, len(places), 3)):
            page = "\n\n".join(_page(articles.loc[at], generator.randint(3, 8)) for at in three)
            titles = {straighten(articles.title[at]).strip() for at in three[1:]}
            rows += [{"page": three[0], "joined": True, **row} for row in page_signs(page, titles)]
    return pd.DataFrame(rows), len(single)


def _page(article: pd.Series, paragraphs: int | None) -> str:
    kept = [text for text in article.text.split("\n\n") if text.strip()][:paragraphs]
    return "\n\n".join([article.title, *kept])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    articles = pd.read_parquet(arguments.articles, columns=["title", "text", "topic"])
    articles = articles[articles.title.str.len() > 10].reset_index(drop=True)
    rows, n_single = make_rows(articles, arguments.seed)
    signs = [column for column in rows if column not in ("page", "joined", "opens")]
    model = LogisticRegression(C=10, max_iter=2000)
    folds = GroupKFold(5)
    rows["score"] = cross_val_predict(
        model, rows[signs], rows.opens, groups=rows.page, cv=folds, method="decision_function"
    )
    print(f"{n_single} single articles, {int(rows.opens.sum())} stories joined below another")
    worst = rows[~rows.joined].groupby("page").score.max().sort_values(ascending=False)
    for share in (0.003, WRONG_CUTS, 0.01):
        for further in (-1.0, 0.0, 1.0):
            report(rows, float(worst.iloc[int(share * n_single)]), further, n_single)
    threshold = float(worst.iloc[int(WRONG_CUTS * n_single)])
    figures = report(rows, threshold, FURTHER, n_single)
    model.fit(rows[signs], rows.opens)
    written = {
        "origin": f"tools/fit_story_headings.py on {n_single} single articles and as many joined by threes; "
        f"cross-validated: {figures}",
        "first": round(threshold, 2),
        "further": FURTHER,
        "intercept": round(float(model.intercept_[0]), 2),
        "weights": {name: round(float(weight), 2) for name, weight in zip(signs, model.coef_[0], strict=True)},
    }
    WEIGHTS.write_text(yaml.safe_dump(written, sort_keys=False, allow_unicode=True, width=110), "utf-8")
    print(WEIGHTS.read_text("utf-8"))


def report(rows: pd.DataFrame, first: float, further: float, n_single: int) -> str:
    """Say what two thresholds do: one for the first opening of a page, a lower one once a page has one."""
    several = rows.groupby("page").score.transform("max") > first
    cut = several & (rows.score > further)
    wrong = rows[cut & ~rows.joined].page.nunique() / n_single
    found = cut[rows.opens].mean()
    inside = (cut & rows.joined & ~rows.opens).sum() / rows.opens.sum()
    figures = f"{wrong:.1%} of articles cut wrongly, {found:.0%} of joined stories found, {inside:.0%} cut further"
    print(f"first {first:.2f}, further {further:.2f}: {figures}")
    return figures


if __name__ == "__main__":
    main()
