"""Links from the marks of a chart and the cells of a table to the sentences behind them, and the file that holds those.

What is behind a number comes from the corpus (`Corpus.tracer`); where a section of it will stand, in which of the pages
that are made of the file, is settled here: links and pages must agree.
"""

from __future__ import annotations

import html
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, Protocol
from urllib.parse import quote

import pandas as pd

from analysis.cards.page import markup_of
from analysis.charts.marks import Mark
from analysis.charts.numbers import label_of, said_of
from analysis.disk import write_bytes
from analysis.estimates.behind import Behind
from analysis.masked import shorten_text

MOST = 100  # sentences of a number
SMALL = 1_000  # sentences of a corpus in which no number gives way to another, unless another limit is set
ROOM, EACH, MOST_ROOM = 200, 3, 360  # sentences of a chart or table: a report of many stays small enough to be sent
PAGE = 132_000  # bytes of sections on a page, which has a frame too
SECTION, SENTENCE = 420, 430  # bytes of markup around each
SETTING = "FRAMING_EVIDENCE"  # "all", "none" or how many sentences a number shows
CALLED = {"topic": "label", "actor_id": "actor", "speaker_id": "speaker", "doc_id": "label"}  # a name beside an id
COUNTS = {"count": " times", "words": " words", "sentences": "", "documents": "", "copies": ""}  # columns that count
FOLDER = "evidence"


class Tracing(Protocol):
    """What finds sentences behind numbers: charts import no corpus."""

    size: int  # sentences of the corpus
    trace: Callable


class Link(NamedTuple):
    """Where a number leads: whose pages, which of them, the section, and what a reader is told beforehand."""

    name: str
    number: int
    part: int
    title: str


class Box(NamedTuple):
    """A link laid over a picture: its place in percent of width and height, from the top left."""

    left: float
    top: float
    width: float
    height: float
    name: str
    number: int
    part: int
    title: str


@dataclass(frozen=True)
class Evidence:
    """The sentences behind a chart or table. links: where its numbers lead, by `Behind.name_number`."""

    name: str
    table: pd.DataFrame
    links: Mapping[tuple, Link]

    def write(self, folder: Path) -> None:
        """Write evidence/NAME.parquet below a folder."""
        content = BytesIO()
        self.table.to_parquet(content, index=False, compression="zstd", compression_level=15)
        write_bytes(folder / FOLDER / f"{self.name}.parquet", content.getvalue())


def page_of_evidence(name: str, part: int) -> str:
    """Name a page of sentences, as it stands in a link."""
    return f"{FOLDER}/{quote(name, safe='')}-{part:02d}.html"


def find_evidence(
    behind: Behind,
    asked: Sequence[tuple[Mapping[str, object], str]],
    tracer: Tracing,
    name: str,
    about: str,
    anchor: str,
) -> Evidence | None:
    """Find the sentences behind numbers of a table.

    behind: what the table was made of; asked: rows of it, each with a column ("" for the one that a chart shows);
    about: title of the chart or caption of the table; anchor: where it stands on its page. None where nothing is
    behind any of them, or no sentences are wanted.
    """
    setting = os.environ.get(SETTING, "")
    if not asked or setting in ("none", "0"):
        return None
    traced = tracer.trace(behind, [_NumberAsked(*one) for one in asked], *_limits(setting, len(asked), tracer.size))
    if not len(traced.numbers):
        return None
    firsts = {
        place: one for place, one in reversed(list(zip(traced.of_asked, asked, strict=True))) if place is not None
    }
    named = [(row, column or behind.main) for _, (row, column) in sorted(firsts.items(), key=lambda item: item[0])]
    numbers = traced.numbers.assign(
        label=[_label(behind, *one) for one in named], said=[_said(behind, *one) for one in named]
    )
    table, parts = _set_out(numbers, traced.sentences)
    table.attrs = {"about": about, "anchor": anchor, "measure": behind.value or behind.weight}
    titles = [_title(row) for row in numbers.to_dict("records")]
    links = {
        behind.name_number(row, column): Link(name, place + 1, parts[place], titles[place])
        for place, (row, column) in zip(traced.of_asked, asked, strict=True)
        if place is not None
    }
    return Evidence(name, table, links)


def _limits(setting: str, numbers: int, size: int) -> tuple[int | None, int | None]:
    """How many sentences a number has at most, and all of a chart together: more where there are many numbers.

    setting: "" for as many as by default; size: sentences of the corpus.
    """
    if setting == "all":
        return None, None
    if not setting and size <= SMALL:
        return MOST, None
    most, room = int(setting or MOST), max(ROOM, min(EACH * numbers, MOST_ROOM))
    return most, max(1, room * most // MOST)


class _NumberAsked(NamedTuple):
    row: Mapping[str, object]
    column: str


def lay_links(marks: Iterable[Mark], links: Iterable[Link | None]) -> tuple[Box, ...]:
    """Lay a link over each mark that leads somewhere, small ones over large ones, so that each can be reached."""
    pairs = [(mark, link) for mark, link in zip(marks, links, strict=True) if link]
    pairs.sort(key=lambda pair: round(pair[0].width * pair[0].height, 6), reverse=True)
    return tuple(Box(*(round(100 * float(share), 2) for share in mark[:4]), *link) for mark, link in pairs)


def add_svg_links(svg: str, boxes: Sequence[Box], size: tuple[float, float]) -> str:
    """Add links to a standalone SVG file in charts/, each with its title; size: width and height in points."""
    if not boxes:
        return svg
    drawn = "".join(_svg_link(box, size[0] / 100, size[1] / 100) for box in boxes)
    before, _, after = svg.rpartition("</svg>")
    return f'{before}<g id="evidence">\n{drawn}</g>\n</svg>{after}'


def _svg_link(box: Box, across: float, down: float) -> str:
    place = f'x="{box.left * across:.1f}" y="{box.top * down:.1f}"'
    size = f'width="{box.width * across:.1f}" height="{box.height * down:.1f}"'
    where, title = f"../{page_of_evidence(box.name, box.part)}#r{box.number}", markup_of(shorten_text(box.title))
    drawn = f'<rect {place} {size} fill="#fff" fill-opacity="0"/>'
    return f'<a href="{where}"><title>{title}</title>{drawn}</a>\n'


def _label(behind: Behind, row: Mapping[str, object], column: str) -> str:
    """Name a number by its groups: "bbc, Conflict"."""
    names = []
    for key in (key for key in behind.by if key != behind.pattern):
        called = row.get(CALLED.get(key, ""), None)
        value = row[key] if called is None or pd.isna(called) else called
        names.append(f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else label_of(value, key))
    names += [_name_term(row, behind.pattern)] if behind.pattern else []
    names += [column.replace("_", " ")] if behind.cells.get(column) else []
    return ", ".join("not known" if name in ("nan", "<NA>", "NaT") else name for name in names) or "all"


def _name_term(row: Mapping[str, object], pattern: str) -> str:
    """Name a term as the texts have it: as they spell it, or the forms that were found of a pattern."""
    said = next((row[name] for name in ("shown", "found") if isinstance(row.get(name), str) and row[name]), "")
    return str(said or row[pattern]).replace(" / ", ", ")


def _said(behind: Behind, row: Mapping[str, object], column: str) -> str:
    if column in COUNTS or behind.cells.get(column):
        return f"{row[column]:,.0f}{COUNTS.get(column, '')}"
    share = bool(behind.of) or behind.is_binary or column.startswith("share")
    said = said_of(row, column, share)
    if not said or not share or not behind.weight:
        return said
    return f"{said} of the words" if behind.weight == "words" else f"{said}, weighed by {behind.weight}"


def _title(number: Mapping[str, object]) -> str:
    said = f"{number['said']}, " if number["said"] else ""
    return f"{number['label']}: {said}{name_count(number)}"


def name_count(number: Mapping[str, object]) -> str:
    """Say how many units a number counts, and of how many: "42 of 387 sentences"."""
    of = f" of {number['of']:,}" if number["of"] != number["count"] else ""
    noun, _, rest = str(number["unit"]).partition(" ")
    noun = noun.removesuffix("s") if number["count"] == 1 and not of else noun
    return " ".join(part for part in (f"{number['count']:,}{of}", noun, rest) if part)


def _set_out(numbers: pd.DataFrame, sentences: pd.DataFrame) -> tuple[pd.DataFrame, list[int]]:
    """Join numbers with their sentences, and divide them among pages; returns on which page each number begins."""
    every = numbers.rename_axis("number").reset_index()
    table = every.merge(sentences, on="number", how="left").astype({"rank": "Int64"})
    table["rank"] = table["rank"].fillna(0)
    sizes = _sizes(table)
    parts, filled, part = [], 0, 1
    for size, rank in zip(sizes, table["rank"], strict=True):
        more = size + (SECTION if rank < 2 else 0)
        if filled and filled + more > PAGE:
            part, filled, more = part + 1, 0, size + SECTION  # a number that goes on has its heading again
        filled += more
        parts.append(part)
    table["part"], table["number"] = parts, table["number"] + 1
    return table, table.drop_duplicates("number")["part"].tolist()


def _sizes(table: pd.DataFrame) -> list[int]:
    """Bytes that each sentence takes on a page, about."""
    columns = ["text", "before", "after", "title", "outlet", "speaker", "source", "because"]
    texts = (table[name].astype(object).where(table[name].notna(), "") for name in columns)
    marks = table["marked"].fillna("").str.count("-") * len("<mark></mark>")
    lengths = [sum(len(html.escape(str(text)).encode()) for text in row) for row in zip(*texts, strict=True)]
    return [SENTENCE + length + int(mark) for length, mark in zip(lengths, marks, strict=True)]
