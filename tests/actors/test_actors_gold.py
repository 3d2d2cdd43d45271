"""Precision and recall on the hand-made gold: floors a little below what is measured (docs/actors.md)."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("bench_actors", ROOT / "tools" / "bench_actors.py")
bench = importlib.util.module_from_spec(spec)
spec.loader.exec_module(bench)


def f1(gold: pd.DataFrame, found: pd.DataFrame) -> float:
    precision, recall = found["right"].mean(), gold["right"].mean()
    return 2 * precision * recall / (precision + recall)


def test_the_actors_of_the_seeds_are_found_and_named():
    gold, found = bench.match_seeds()
    assert len(gold) > 450
    assert f1(gold, found) > 0.97
    for kind, floor in (("person", 0.97), ("organisation", 0.93), ("country", 0.99)):
        assert f1(gold[gold["kind"] == kind], found[found["kind"] == kind]) > floor


@pytest.mark.parametrize(("name", "floor"), [("general", 0.97), ("fresh", 0.93), ("unseen", 0.85)])
def test_the_actors_of_general_news_are_found_and_named(name, floor):
    gold, found = bench.match_lines(name)
    assert f1(gold, found) > floor


@pytest.mark.parametrize("name", ["general", "fresh", "unseen"])
def test_the_gold_of_lines_stands_where_it_says(name):
    lines = (bench.GOLD / f"actors_{name}.txt").read_text(encoding="utf-8").split("\n")
    for row in pd.read_csv(bench.GOLD / f"actors_{name}.csv").itertuples():
        assert lines[row.line - 1][row.start : row.end] == row.text


def test_the_gold_of_the_seeds_stands_where_it_says():
    gold = pd.read_csv(bench.GOLD / "actors_seeds.csv")
    for source, rows in gold.groupby("source"):
        text = (ROOT / "seeds" / source).read_text(encoding="utf-8")
        for row in rows.itertuples():
            assert " ".join(text[row.start : row.end].split()) == row.text
            assert row.kind in ("person", "organisation", "country")


def test_pairing_counts_a_mention_once():
    """Two found in one place pair with one of gold only once."""
    row = {"group": 1, "at": 5, "text": "NATO", "actor": "NATO", "kind": "organisation"}
    gold, found = bench.pair(pd.DataFrame([row]), pd.DataFrame([row, row]))
    assert gold["right"].sum() == found["right"].sum() == 1
