"""How well and how fast analysis.actors works: against the hand-made gold, and in characters a second.

Run:  python tools/bench_actors.py [--errors] [--speed NEWS.parquet]

Gold (tests/gold): actors_seeds.csv, every actor of the five seeds by its place in the seed file;
actors_general.csv, sixty sentences in the style of general news written for this purpose, by line and place;
actors_fresh.csv, thirty more, written and annotated when the rules were done, and never looked at for them.
A mention is right if its place, its actor and its kind are.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import pandas as pd

from analysis.actors import find_actors
from analysis.corpus import load_corpus
from analysis.texts.sentences import split_sentences

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
SLACK = 3  # characters by which a place in the file may differ, where cleaning took blanks out
EXACT = ["actor", "kind"]


def main() -> None:
    """Print precision, recall and F1 for each gold, then the speed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list what was missed and what was too much")
    parser.add_argument(
        "--speed", type=Path, help="a Parquet file with a column text: time on its first 1,000 articles"
    )
    arguments = parser.parse_args()
    for name in ("seeds", "general", "fresh", "unseen"):
        if (GOLD / f"actors_{name}.csv").exists():
            gold, found = match_seeds() if name == "seeds" else match_lines(name)
            report(name, gold, found, arguments.errors)
    if arguments.speed:
        print_speed(arguments.speed)


def match_seeds() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Pair the gold of the seeds with the mentions found: gold and mentions, each with a column `right`."""
    corpus = load_corpus(ROOT / "seeds")
    begins = corpus.sentences.set_index("sentence_id")["start"]
    mentions = corpus.mentions
    moved = begins.loc[mentions["sentence_id"]].to_numpy()
    placed = corpus.locate(mentions.assign(start=mentions["start"] + moved, end=mentions["end"] + moved))
    found = placed.assign(group=placed["source"], at=placed["source_start"])
    gold = pd.read_csv(GOLD / "actors_seeds.csv")
    kept = corpus.locate(corpus.sentences)
    inside = [
        ((kept["source"] == row.source) & (kept["source_start"] <= row.start) & (row.end <= kept["source_end"])).any()
        for row in gold.itertuples()
    ]
    return pair(gold[inside].assign(group=gold["source"], at=gold["start"]), found)


def match_lines(name: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Pair a gold of plain lines (documents between blank lines) with the mentions found."""
    lines = (GOLD / f"actors_{name}.txt").read_text(encoding="utf-8").split("\n")
    rows = pd.DataFrame({"line": range(1, len(lines) + 1), "text": lines})
    rows["doc_id"] = "d" + rows["text"].eq("").cumsum().astype(str)
    rows["sentence_id"] = rows["doc_id"] + ":" + rows["line"].map("{:04d}".format)
    mentions = find_actors(rows[rows["text"].ne("")])
    found = mentions.merge(rows[["sentence_id", "line"]], on="sentence_id")
    gold = pd.read_csv(GOLD / f"actors_{name}.csv")
    return pair(gold.assign(group=gold["line"], at=gold["start"]), found.assign(group=found["line"], at=found["start"]))


def pair(gold: pd.DataFrame, found: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Mark the rows of gold and of found that are one mention: `right` (place, actor, kind), `placed` (place, kind)."""
    gold, found = gold.reset_index(drop=True), found.reset_index(drop=True)
    gold, found = (
        table.assign(text=table["text"].str.replace("’", "'").str.split().str.join(" ")) for table in (gold, found)
    )
    for column, keys in (("right", ["group", "text", "actor", "kind"]), ("placed", ["group", "text", "kind"])):
        gold[column], found[column] = False, False
        left = gold.reset_index(names="g")[["g", "at", *keys]]
        both = left.merge(found.reset_index(names="f")[["f", "at", *keys]], on=keys)
        both = both[(both["at_x"] - both["at_y"]).abs() <= SLACK].drop_duplicates("g").drop_duplicates("f")
        gold.loc[both["g"], column], found.loc[both["f"], column] = True, True
    return gold, found


def report(name: str, gold: pd.DataFrame, found: pd.DataFrame, errors: bool) -> None:
    """Print the figures for one gold, by kind and in all."""
    print(f"{name}: {len(gold)} mentions by hand, {len(found)} found")
    for kind in ("person", "organisation", "country", "all"):
        wanted, given = (table if kind == "all" else table[table["kind"] == kind] for table in (gold, found))
        recall, precision = wanted["right"].mean(), given["right"].mean()
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(f"  {kind:<13} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  n {len(wanted)}", end="")
        print(f"  (place and kind alone: {given['placed'].mean():.3f}, {wanted['placed'].mean():.3f})")
    if errors:
        print_errors(gold, found)


def print_errors(gold: pd.DataFrame, found: pd.DataFrame) -> None:
    """List what was missed and what was too much."""
    for title, table in (("missed", gold), ("too much", found)):
        for row in table[~table["right"]].itertuples():
            rule = getattr(row, "found_by", "")
            print(f"    {title}: {row.group} {row.at} {row.text!r} {row.actor} ({row.kind}) {rule}")


def print_speed(path: Path) -> None:
    """Print characters a second, of sentences to mentions, on one core."""
    articles = pd.read_parquet(path, columns=["text"]).dropna().head(1_000).reset_index(drop=True)
    sentences = split_sentences(articles.assign(doc_id=[f"a{number:04d}" for number in range(len(articles))]))
    find_actors(sentences.head(10))
    began = time.process_time()
    mentions = find_actors(sentences)
    seconds = time.process_time() - began
    characters = int(sentences["text"].str.len().sum())
    print(f"speed: {characters / seconds:,.0f} characters a second ({len(mentions):,} mentions in {seconds:.1f} s)")


if __name__ == "__main__":
    main()
