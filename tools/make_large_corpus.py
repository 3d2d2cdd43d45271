"""Make a large corpus for measuring speed and memory, from a table of articles, by recombining their sentences.

    python tools/make_large_corpus.py ARTICLES.parquet FOLDER --articles 100000 --seed 0 [--form texts|parquet]

ARTICLES: one row an article with text, and outlet, title and published (or date) where there are any. Each new article
is one outlet's: its sentences come from several articles of that outlet, each in its order, so that names come whole
before they are shortened; its paragraphs are sentences of one or two of them; quotations are never cut. Lengths are
those of the outlet's articles, the date is the first one's, moved by up to three days; missing dates stay missing.
Outlets of under 40 articles take all but the beginning from one another. Two in a hundred (--copies) are an earlier
article in another outlet, most of them cut. No two others are alike; but no word is new, so that lists of words and
names grow less than those of real corpora do.

texts: FOLDER/000/article-000000.txt and on, a thousand in a folder, and FOLDER/sources.csv (file, outlet, published).
parquet: the table FOLDER/articles.parquet (title, text, outlet, published). Nothing is held in memory but ARTICLES. The
same seed makes the same articles, and the first thousand of a hundred thousand are those of a thousand.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from random import Random
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.texts.sentences import place_sentences

LARGE = 40  # articles from which an outlet's own are enough to make new ones that are not alike
DONORS = (4, 7)  # articles that one new article takes its sentences from
ALONE = 0.25  # share of the paragraphs that are of one sentence or two that stood together
EARLIEST = 0.5  # share of the donors that are taken from their beginning
A_FOLDER = 1000
LINES = re.compile(r"\s*\n\s*")
ENDED = re.compile(r"""[.!?…:;,]["”’')\]]*$""")
LINE = 80  # characters under which a paragraph that ends no sentence is a line of its own (a heading, a menu's entry)


class Sentence(NamedTuple):
    """A sentence, or several where a quotation spans them. alone: a line that stands by itself (a heading)."""

    text: str
    alone: bool


class Source(NamedTuple):
    """An article of the table, cut into sentences."""

    outlet: str
    title: str
    published: date | None
    sentences: list[Sentence]
    characters: int


class Article(NamedTuple):
    """A new article. published: a date as YYYY-MM-DD, or "" where it has none."""

    title: str
    text: str
    outlet: str
    published: str


class Donor:
    """An article whose sentences are taken one after another, from a given one on."""

    def __init__(self, source: Source, begin: int) -> None:
        self.source, self.at = source, begin

    def take(self, count: int) -> list[Sentence]:
        """Take the next sentences: so many, but a line that stands alone only by itself."""
        taken = self.source.sentences[self.at : self.at + count]
        if any(sentence.alone for sentence in taken):
            taken = taken[:1]
        self.at += len(taken)
        return taken


class Maker:
    """Makes new articles out of those of a table, each by its number and the seed alone."""

    def __init__(self, sources: list[Source], seed: int = 0, copies: float = 0.02) -> None:
        self.sources, self.seed, self.copies = sources, seed, copies
        by_outlet = defaultdict(list)
        for source in sources:
            by_outlet[source.outlet].append(source)
        self.own = dict(by_outlet)
        self.small = [source for group in self.own.values() if len(group) < LARGE for source in group]

    def make(self, number: int) -> Article:
        """Make the article of a number: a new one, or the copy of one before it."""
        random = Random(f"{self.seed} {number}")
        if number and random.random() < self.copies:
            return self._copy(self.make(random.randrange(number)), random)
        opener = random.choice(self.sources)
        own = self.own[opener.outlet]
        pool = own if len(own) >= LARGE else self.small
        characters = random.choice(own).characters
        text = "\n\n".join(write_paragraphs(opener, pool, characters, random))
        title = join_titles(opener.title, random.choice(pool).title)
        return Article(title, text, opener.outlet, move(opener.published, random.randint(-3, 3)))

    def _copy(self, article: Article, random: Random) -> Article:
        """Copy an article into the outlet of another one, up to two days later; three in four lose their end."""
        paragraphs = article.text.split("\n\n")
        kept = max(1, round(len(paragraphs) * random.choice([1, 0.9, 0.7, 0.5])))
        published = move(date.fromisoformat(article.published), random.randint(0, 2)) if article.published else ""
        outlet = random.choice(self.sources).outlet
        return Article(article.title, "\n\n".join(paragraphs[:kept]), outlet, published)


def write_paragraphs(opener: Source, pool: list[Source], characters: int, random: Random) -> Iterator[str]:
    """Yield paragraphs of the opener's first sentences and of others' until they have so many characters."""
    donors = [Donor(opener, 0)]
    paragraph = donors[0].take(random.randint(1, 2))
    donors += [begin_donor(pool, random) for _ in range(random.randint(*DONORS) - 1)]
    while True:
        text = " ".join(sentence.text for sentence in paragraph)
        yield text
        characters -= len(text)
        if characters <= 0:
            return
        paragraph = next_of(donors, pool, random)
        if not paragraph[0].alone and random.random() > ALONE:
            more = next_of(donors, pool, random)
            paragraph += [sentence for sentence in more if not sentence.alone]


def next_of(donors: list[Donor], pool: list[Source], random: Random) -> list[Sentence]:
    """Take one sentence or two of a donor at random; one that has none left makes room for another."""
    at = random.randrange(len(donors))
    while not (taken := donors[at].take(random.randint(1, 2))):
        donors[at] = begin_donor(pool, random)
    return taken


def begin_donor(pool: list[Source], random: Random) -> Donor:
    source = random.choice(pool)
    return Donor(source, 0 if random.random() < EARLIEST else random.randrange(len(source.sentences)))


def join_titles(first: str, second: str) -> str:
    """Join the first half of one title's words and the second half of another's."""
    begin, end = first.split(), second.split()
    return " ".join(begin[: (len(begin) + 1) // 2] + end[(len(end) + 1) // 2 :])


def move(day: date | None, days: int) -> str:
    return (day + timedelta(days=days)).isoformat() if day else ""


def split_text(text: str) -> list[Sentence]:
    """Split a text into its sentences, those that a quotation spans together."""
    text, sentences = LINES.sub("\n\n", text.strip()), []
    for _, group in groupby(place_sentences(text), key=itemgetter(0)):
        pieces = [text[start:end] for _, start, end in group]
        alone = len(pieces) == 1 and len(pieces[0]) < LINE and not ENDED.search(pieces[0])
        held = ""
        for piece in pieces:
            held = f"{held} {piece}" if held else piece
            if held.count("“") <= held.count("”") and held.count('"') % 2 == 0:
                sentences.append(Sentence(held, alone))
                held = ""
        sentences += [Sentence(held, alone)] if held else []
    return sentences


def load_sources(path: Path) -> list[Source]:
    """Load a table's articles that have a text; a column that it lacks is empty in all of them."""
    table = pd.read_parquet(path)
    blank = pd.Series("", table.index)
    columns = [table.get(name, blank).fillna("").astype(str) for name in ("outlet", "title", "text")]
    dates = table.get("published", table.get("date", blank))
    days = pd.to_datetime(dates, errors="coerce", utc=True, format="ISO8601")
    sources = []
    for outlet, title, text, day in zip(*columns, days, strict=True):
        if sentences := split_text(text):
            sources.append(Source(outlet, title, None if pd.isna(day) else day.date(), sentences, len(text)))
    return sources


def write_texts(articles: Iterator[Article], folder: Path) -> None:
    """Write each article as a text file, and sources.csv beside the folders."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "outlet", "published"])
        for number, article in enumerate(articles):
            place = f"{number // A_FOLDER:03d}/article-{number:06d}.txt"
            if number % A_FOLDER == 0:
                (folder / place).parent.mkdir(exist_ok=True)
            (folder / place).write_text(f"{article.title}\n\n{article.text}\n".lstrip(), encoding="utf-8")
            rows.writerow([place, article.outlet, article.published])


def write_parquet(articles: Iterator[Article], folder: Path) -> None:
    """Write the articles as one table, a thousand at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    schema = pa.schema([(name, pa.string()) for name in Article._fields])
    with pq.ParquetWriter(folder / "articles.parquet", schema, compression="zstd") as writer:
        while some := list(islice(articles, A_FOLDER)):
            writer.write_table(pa.Table.from_pylist([article._asdict() for article in some], schema))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--copies", type=float, default=0.02, help="share of the articles that are copies")
    parser.add_argument("--form", choices=["texts", "parquet"], default="texts")
    arguments = parser.parse_args()
    maker = Maker(load_sources(arguments.source), arguments.seed, arguments.copies)
    articles = map(maker.make, range(arguments.articles))
    (write_texts if arguments.form == "texts" else write_parquet)(articles, arguments.folder)


if __name__ == "__main__":
    main()
