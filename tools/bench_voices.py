"""Measure who-says-what on hand-annotated attributions, and its speed on any articles.

Run: python tools/bench_voices.py attributions ARTICLES.jsonl.gz [--part all|worked|opened|kept]
     python tools/bench_voices.py speed ARTICLES.parquet [--articles 6000]
     python tools/bench_voices.py languages tests/gold [--part worked|kept]
attributions: one JSON object a line with article, text and attributions (lists of character spans: source, cue,
content), as in PolNeAR (Newell et al. 2018). --part: the articles are put in a random order (seed 2024); the rules were
made on the first three quarters (worked); the errors of the next eighth (opened) were read when it had been kept aside
for long; those of the last (kept) were never read, though its figures have been looked at often.
speed: a table with a column text. Time is the processor's, so that others' work on a machine counts for little; on a
busy one compare two states of the code side by side all the same.
languages: a folder with quotes_ru.txt (made-up documents, blank lines between them) and quotes_ru.csv (their
quotations in order: document, from 1, kind, speaker, text), and so on. The rules were made on documents of odd
numbers (worked); of the even ones (kept) at first only the figures were looked at. With --part all also news_ru.txt,
news2_ru.txt and so on: agencies' news and posts, lot by lot, each written before the rules of its forms, its errors
read after one run. wishes_ru.txt: what is asked, promised, wanted or criticised (forms to, order, object, wish); the
other texts do not mark it, and there it counts neither way. A gold row is found if a row of its kind shares three
quarters of the characters that the two cover together; a speaker is right if it is the same name, or none where nobody
is named.

What is counted, in characters: a gold attribution is quoted if a run of 15 characters or more between marks lies
in its content, and found if extracted rows cover half of that run; an extracted direct row of 15 characters or
more is right if half of it lies in any gold content; a speaker is right if the name shares the source's last word
or lies on it (sources that are mere pronouns are left out); indirect speech likewise, for contents without marks.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import re
import time
from pathlib import Path

import pandas as pd

from analysis.voices import extract_quotes, find_quotes
from analysis.words.classes import HE, PLURAL, SHE

RUN = re.compile(r'[“"«„]([^”"“«»\n]{15,}?)[”"»]')
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
WISHES = ("to", "order", "object", "wish")  # forms of what is asked, promised, wanted or criticised
PARTS = {"worked": (0, 6), "opened": (6, 7), "kept": (7, 8)}  # eighths of the articles as the lot ordered them
PRONOUNS = HE | SHE | PLURAL | frozenset(["it", "we", "i", "you", "his", "her", "their", "who", "this", "that", "one"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["attributions", "speed", "languages"])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--part", choices=["all", *PARTS], default="all")
    parser.add_argument("--articles", dest="count", type=int, default=6000)
    arguments = parser.parse_args()
    if arguments.what == "speed":
        speed(pd.read_parquet(arguments.articles, columns=["text"])["text"].dropna().head(arguments.count))
    elif arguments.what == "languages":
        languages(arguments.articles, arguments.part)
    else:
        attributions(arguments.articles, arguments.part)


def languages(folder: Path, part: str) -> None:
    for path in sorted(folder.glob("quotes_??.txt")):
        for half in ("worked", "kept") if part == "all" else (part,):
            shares = measure_language(folder, path.stem[-2:], half)
            print(path.stem[-2:], half, ", ".join(f"{name} {share:.3f}" for name, share in shares.items()))
    for path in sorted([*folder.glob("news*_??.txt"), *folder.glob("wishes_??.txt")]) if part == "all" else ():
        gold, language = path.stem.split("_")
        shares = measure_language(folder, language, part, gold=gold)
        print(language, gold, ", ".join(f"{name} {share:.3f}" for name, share in shares.items()))


def load_gold(folder: Path, language: str, part: str, gold: str = "quotes") -> tuple[pd.DataFrame, list[dict]]:
    """The documents of a half (doc_id, text) and their gold rows, each with its place: start, end."""
    texts = (folder / f"{gold}_{language}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    chosen = [number for number in range(1, len(texts) + 1) if part == "all" or (number % 2 == 1) == (part == "worked")]
    documents = pd.DataFrame({"doc_id": list(map(str, chosen)), "text": [texts[number - 1] for number in chosen]})
    rows, reached = [], {}
    with (folder / f"{gold}_{language}.csv").open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            number = int(row["document"])
            start = texts[number - 1].index(row["text"], reached.get(number, 0))
            reached[number] = start + len(row["text"])
            if number in chosen:
                rows.append({**row, "start": start, "end": reached[number]})
    return documents, rows


def measure_language(
    folder: Path, language: str, part: str = "all", wrong: list | None = None, gold: str = "quotes"
) -> dict[str, float]:
    """Recall, precision and F1 of spans, and the share of found ones whose speaker is right.

    wrong: takes what is missed, found too much or given to somebody else.
    """
    documents, rows_of_gold = load_gold(folder, language, part, gold)
    found = find_quotes(documents)
    found = found[found["form"].isin(WISHES) == (gold == "wishes")]
    left = {doc_id: list(rows.itertuples()) for doc_id, rows in found.groupby("doc_id")}
    wrong = [] if wrong is None else wrong
    hits, right = 0, 0
    for row in rows_of_gold:
        rows = left.get(row["document"], [])
        best = max(rows, key=lambda one: share_both(row, one), default=None)
        if best is None or share_both(row, best) < 0.75:
            wrong.append(("missed", row["document"], row["kind"], row["speaker"], row["text"]))
            continue
        hits += 1
        rows.remove(best)
        speaker = best.speaker if isinstance(best.speaker, str) else ""
        right += speaker.lower() == row["speaker"].lower()
        if speaker.lower() != row["speaker"].lower():
            wrong.append(("speaker", row["document"], row["speaker"], speaker, row["text"]))
    wrong += [("too much", one.doc_id, one.kind, one.speaker, one.text) for rows in left.values() for one in rows]
    recall, precision = hits / max(len(rows_of_gold), 1), hits / max(len(found), 1)
    f1 = 2 * recall * precision / max(recall + precision, 1e-9)
    shares = {"recall": recall, "precision": precision, "f1": f1, "speaker": right / max(hits, 1)}
    return {"quotations": len(rows_of_gold)} | shares


def share_both(gold: dict, row) -> float:
    """The share of the characters of both that both cover; none where the kinds differ."""
    shared = min(gold["end"], row.end) - max(gold["start"], row.start)
    return shared / (max(gold["end"], row.end) - min(gold["start"], row.start)) if row.kind == gold["kind"] else 0.0


def extract(texts: pd.Series) -> pd.DataFrame:
    documents = pd.DataFrame({"doc_id": [str(number) for number in range(len(texts))], "text": texts.to_numpy()})
    extract_quotes(documents.head(1))  # reads the word lists
    begun = time.process_time()
    quotes = extract_quotes(documents)
    seconds = time.process_time() - begun
    pace = texts.str.len().sum() / seconds
    print(f"{len(texts):,} articles, {len(quotes):,} rows, {pace:,.0f} characters a second (processor time)")
    return quotes


def speed(texts: pd.Series) -> None:
    quotes = extract(texts)
    words = quotes["text"].str.split().str.len().groupby(quotes["kind"]).sum() / texts.str.split().str.len().sum()
    print("share of all words: " + ", ".join(f"{kind} {share:.3f}" for kind, share in words.items()))
    print(f"rows with a speaker: {quotes['speaker'].notna().mean():.3f}")


def attributions(path: Path, part: str) -> None:
    articles = load_articles(path, part)
    quotes = extract(pd.Series([article["text"] for article in articles]))
    rows = {doc_id: list(table.itertuples()) for doc_id, table in quotes.groupby("doc_id")}
    counts: dict[str, list[bool]] = {"recall": [], "precision": [], "speaker": [], "indirect recall": []}
    counts["indirect precision"] = []
    for number, article in enumerate(articles):
        count_article(article, rows.get(str(number), []), counts)
    shares = {name: sum(hits) / max(len(hits), 1) for name, hits in counts.items()}
    shares["f1"] = 2 * shares["recall"] * shares["precision"] / max(shares["recall"] + shares["precision"], 1e-9)
    for name, share in shares.items():
        print(f"{name} {share:.3f}" + (f" of {len(counts[name]):,}" if name in counts else ""))


def load_articles(path: Path, part: str, seed: int = 2024) -> list[dict]:
    """Load the articles, or the part of PARTS of their order by lot."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf8") as lines:
        articles = [json.loads(line) for line in lines]
    if part == "all":
        return articles
    random.Random(seed).shuffle(articles)
    start, end = (len(articles) * eighth // 8 for eighth in PARTS[part])
    return articles[start:end]


def count_article(article: dict, rows: list, counts: dict[str, list[bool]]) -> None:
    text, gold = article["text"], [one for one in article["attributions"] if one["content"]]
    held = marked(span for one in gold for span in one["content"])
    for row in rows:
        inside = sum(at in held for at in range(row.start, row.end)) >= (row.end - row.start) / 2
        if row.kind == "direct" and row.end - row.start >= 15:
            counts["precision"].append(inside)
        elif row.kind == "indirect":
            counts["indirect precision"].append(inside)
    told = marked((row.start, row.end) for row in rows if row.kind == "indirect")
    runs = [match.span(1) for match in RUN.finditer(text)]
    for one in gold:
        content = [at for start, end in one["content"] for at in range(start, end)]
        if not any(text[at] in '“”"«»' for at in content):
            counts["indirect recall"].append(sum(at in told for at in content) >= len(content) / 2)
        first, last = min(content) - 1, max(content) + 2
        quoted = marked(span for span in runs if first <= span[0] and span[1] <= last)
        if len(quoted) >= 15:
            count_quotation(article, one, quoted, rows, counts)


def count_quotation(article: dict, one: dict, quoted: set[int], rows: list, counts: dict[str, list[bool]]) -> None:
    shared = [(sum(row.start <= at < row.end for at in quoted), row) for row in rows]
    covered = marked((row.start, row.end) for overlap, row in shared if overlap) & quoted
    found = len(covered) >= len(quoted) / 2
    counts["recall"].append(found)
    source = [word.lower() for start, end in one["source"] for word in WORD.findall(article["text"][start:end])]
    if not found or not source or PRONOUNS.issuperset(source):
        return
    row = max(shared, key=lambda pair: pair[0])[1]
    name = [word.lower() for word in WORD.findall(row.speaker)] if isinstance(row.speaker, str) else []
    on_it = pd.notna(row.speaker_start) and any(row.speaker_start < e and row.speaker_end > s for s, e in one["source"])
    counts["speaker"].append(source[-1] in name or on_it)


def marked(spans) -> set[int]:
    return {at for start, end in spans for at in range(int(start), int(end))}


if __name__ == "__main__":
    main()
