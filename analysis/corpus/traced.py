"""From numbers to the sentences behind them: each with its document, its voice, its place in the file, what is around.

`Behind` (analysis.estimates) says which units a number counts; here they get what a reader needs to judge them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.corpus.occurrences import PASSAGES, find_counted_sentences
from analysis.estimates.basis import basis_of
from analysis.estimates.behind import Behind, Units
from analysis.prose.phrases import first_words
from analysis.texts.characters import straighten
from analysis.voices.reporting_verbs import VERBS

AROUND = 200  # characters shown before and after a sentence, of its own paragraph
NEAR = 160  # of the neighbouring paragraphs, where the sentence is a paragraph by itself
LONGEST = 3_000  # of a passage
BEGINNING = 240  # of a document that is itself the unit
DENIED = " (negated)"  # what codes by words say of a word that is denied
BETWEEN = r"(?:\s+|[^\w\s,;:!?…()\[\]\"—–])"  # what stands between words that a codebook cut apart
WORDS_OF = ("evidence", "mention", "label")  # columns that hold the words to be marked
ABOUT = ("title", "outlet", "published", "source")
TEXTS = ("text", "before", "after", "title")
COLUMNS = [
    "number", "rank", "value", "sentence_id", "doc_id", "title", "outlet", "published", "voice", "speaker", "text",
    "marked", "because", "before", "after", "source", "source_start", "source_end",
]  # fmt: skip


class NumberAsked(NamedTuple):
    """A number whose sentences are asked for: its row of a table, and its column ("": what a chart of it shows)."""

    row: Mapping[str, object]
    column: str = ""


class Traced(NamedTuple):
    """Numbers and the sentences behind them.

    of_asked: for each number asked for its place in `numbers`, None where nothing can be told for sure. numbers: one
    row a number: count and of (units), unit, shown (how many of count are among the sentences). sentences: one row a
    number and sentence, the strongest first, or of those alike some of as many documents as there are; the columns are
    COLUMNS: marked: "3-9 14-20", the places of the words found in the text; because: what was found that is not in the
    text as such.
    """

    of_asked: list[int | None]
    numbers: pd.DataFrame
    sentences: pd.DataFrame


class Tracer:
    """Finds the sentences behind numbers of a corpus; what it needs of the corpus is set out once."""

    def __init__(self, documents: pd.DataFrame, sentences: pd.DataFrame, locate: Callable) -> None:
        self._documents, self._all, self._locate = documents, sentences, locate
        self.size = len(sentences)

    def trace(
        self, behind: Behind, asked: Sequence[NumberAsked], most: int | None = 100, room: int | None = None
    ) -> Traced:
        """Find the sentences behind numbers, so many each, and so many together (None: all)."""
        found: dict[tuple, tuple[int, Units]] = {}
        of_asked: list[int | None] = []
        for one in asked:
            units, key = behind.select(one.row, one.column), behind.name_number(one.row, one.column)
            if units is not None and key not in found:
                found[key] = (len(found), units)
            of_asked.append(found[key][0] if units is not None else None)
        numbers = {key: units for key, (_, units) in found.items()}
        chosen = list(zip(self._hold(behind, numbers), [units.of for units in numbers.values()], strict=True))
        return Traced(of_asked, *self._gather(behind, chosen, most, room))

    def _hold(self, behind: Behind, numbers: Mapping[tuple, Units]) -> list[pd.DataFrame]:
        """Set out the units behind numbers; of terms, the sentences of their units in which they were counted."""
        if not behind.find or not numbers:
            return [
                behind.units.iloc[units.places].assign(value=behind.amounts[units.places]) for units in numbers.values()
            ]
        found = find_counted_sentences(behind, numbers, self._all, self._texts)
        return [found[name].assign(value=np.nan) for name in numbers]

    def _gather(
        self, behind: Behind, chosen: list[tuple[pd.DataFrame, int]], most: int | None, room: int | None
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        counts = np.array([len(table) for table, _ in chosen], dtype=int)
        shown = share_room(counts, most, room)
        unit = "sentences" if behind.find else _unit_of(behind)
        of = counts if behind.find else [of for _, of in chosen]
        numbers = pd.DataFrame({"count": counts, "of": of, "unit": unit, "shown": shown})
        numbers["ranked"] = [_varies(table["value"]) for table, _ in chosen]
        parts = [self._pick(table, size) for (table, _), size in zip(chosen, shown, strict=True)]
        if not sum(map(len, parts)):
            return numbers, pd.DataFrame(columns=COLUMNS)
        rows = pd.concat(parts, ignore_index=True)
        rows["number"] = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
        rows["rank"] = np.concatenate([np.arange(1, len(part) + 1) for part in parts])
        kind = "sentences" if behind.find else basis_of(behind.units).unit
        placed = self._place(rows, kind)
        placed = self._locate(_mark_words(placed, rows)).merge(
            self._documents[["doc_id", "title", "outlet", "published"]], on="doc_id", how="left"
        )
        return numbers, placed[COLUMNS]

    def _pick(self, table: pd.DataFrame, size: int) -> pd.DataFrame:
        """Pick the strongest units; of units alike, the first of each document, then the second, in their order."""
        if len(table) <= size or size < 1:
            return table.head(size)
        strengths = np.nan_to_num(table["value"].to_numpy(float, na_value=np.nan), nan=-1.0)
        alike = np.flatnonzero(np.abs(strengths) == abs(strengths[size - 1]))
        first = int(alike[0])  # before it stand stronger ones
        rest = table.iloc[alike]
        documents = rest["doc_id"] if "doc_id" in rest else self._sentences["doc_id"].reindex(rest["sentence_id"])
        turns = documents.groupby(documents.to_numpy()).cumcount().to_numpy()
        chosen = alike[np.sort(np.argsort(turns, kind="stable")[: size - first])]
        return table.iloc[[*range(first), *chosen]]

    def _place(self, rows: pd.DataFrame, unit: str) -> pd.DataFrame:
        """Find each unit's text and where it stands, and what is around it."""
        if unit in PASSAGES and "unit_id" in rows:
            keys = PASSAGES[unit]
            placed = rows[keys].merge(self._passages(keys), on=keys, how="left")
        elif "sentence_id" in rows and ("unit_id" not in rows or unit == VERBS):
            placed = self._sentences.reindex(rows["sentence_id"]).reset_index()
        elif {"start", "end"} <= {*rows}:
            placed = self._quotations(rows)
        else:
            placed = self._beginnings(rows)
        placed = placed[["sentence_id", "doc_id", "paragraph", "start", "end", "text", "voice", "speaker"]]
        placed = placed.assign(text=[first_words(text, LONGEST) for text in placed["text"]])
        if "voice" in rows and unit not in PASSAGES:
            placed = placed.assign(voice=rows["voice"].to_numpy())
        return self._surround(placed.assign(**{name: rows[name].to_numpy() for name in ("number", "rank", "value")}))

    @cached_property
    def _sentences(self) -> pd.DataFrame:
        columns = ["sentence_id", "doc_id", "paragraph", "start", "end", "text", "voice", "speaker"]
        return self._all[columns].set_index("sentence_id")

    @cached_property
    def _texts(self) -> pd.Series:
        return self._documents.set_index("doc_id")["text"]

    @cached_property
    def _paragraphs(self) -> pd.DataFrame:
        """Where each paragraph begins and ends."""
        grouped = self._all.groupby(["doc_id", "paragraph"], sort=False)
        return grouped.agg(begins=("start", "min"), ends=("end", "max"))

    def _passages(self, keys: list[str]) -> pd.DataFrame:
        grouped = self._all.sort_values(["doc_id", "start"]).groupby(keys, sort=False)
        firsts = {name: (name, "first") for name in ("sentence_id", "start", "speaker", "voice") if name not in keys}
        return grouped.agg(**firsts, end=("end", "last"), text=("text", " ".join)).reset_index()

    def _quotations(self, rows: pd.DataFrame) -> pd.DataFrame:
        starts = self._all[["doc_id", "start", "sentence_id", "paragraph", "voice", "speaker"]].sort_values("start")
        sorted_rows = rows[["doc_id", "start", "end"]].assign(_row=range(len(rows))).sort_values("start")
        placed = pd.merge_asof(sorted_rows, starts, on="start", by="doc_id").sort_values("_row")
        texts = self._texts.reindex(placed["doc_id"])
        cut = [text[start:end] for text, start, end in zip(texts, placed["start"], placed["end"], strict=True)]
        speakers = rows["speaker"].to_numpy() if "speaker" in rows else placed["speaker"]
        return placed.assign(text=cut, speaker=speakers, voice="speaker").reset_index(drop=True)

    def _beginnings(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Take documents that are units themselves: how they begin."""
        texts = self._texts.reindex(rows["doc_id"])
        cut = [first_words(text, BEGINNING) for text in texts]
        first = self._all.drop_duplicates("doc_id").set_index("doc_id")["sentence_id"].reindex(rows["doc_id"])
        nothing = pd.array([pd.NA] * len(rows), dtype="str")
        return pd.DataFrame(
            {
                "sentence_id": first.to_numpy(), "doc_id": rows["doc_id"].to_numpy(), "paragraph": -1, "start": 0,
                "end": texts.str.len().to_numpy(), "text": cut, "voice": nothing, "speaker": nothing,
            }
        )  # fmt: skip

    def _surround(self, placed: pd.DataFrame) -> pd.DataFrame:
        """Add what stands before and after in the paragraph, of its neighbours where it is one by itself."""
        keys = pd.MultiIndex.from_frame(placed[["doc_id", "paragraph"]])
        bounds = self._paragraphs.reindex(keys)
        texts = self._texts.reindex(placed["doc_id"])
        around = [
            _around(text, start, end, begins, ends)
            for text, start, end, begins, ends in zip(
                texts, placed["start"], placed["end"], bounds["begins"], bounds["ends"], strict=True
            )
        ]
        return placed.assign(before=[before for before, _ in around], after=[after for _, after in around])


def share_room(counts: np.ndarray, most: int | None, room: int | None) -> np.ndarray:
    """Share room for so many rows among numbers: each has all its own, or as many as any other that is cut.

    most: rows that one number may have at most; None sets no limit.
    """
    limited = np.minimum(counts, most) if most is not None else counts
    if room is None or limited.sum() <= room:
        return limited
    level = max(
        1, next(level for level in range(int(limited.max()), -1, -1) if np.minimum(limited, level).sum() <= room)
    )
    return np.minimum(limited, level)


def _varies(values: pd.Series) -> bool:
    """Whether some units are stronger than others."""
    known = values.dropna().to_numpy()
    return bool(len(known)) and bool((known != known[0]).any())


def _unit_of(behind: Behind) -> str:
    unit = basis_of(behind.units).unit
    if unit != "rows":
        return unit
    return "quotations" if "end" in behind.units else "sentences" if "sentence_id" in behind.units else "documents"


def _around(text: str, start: int, end: int, begins: float, ends: float) -> tuple[str, str]:
    if begins != begins:
        return "", ""
    before, after = text[int(begins) : start], text[end : int(ends)]
    if not before.strip() and not after.strip():
        before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        before = f"…{before}" if start > NEAR else before
        return before, f"{after}…" if end + NEAR < len(text) else after
    before = before if len(before) <= AROUND else f"…{before[-AROUND:]}"
    return before, first_words(after, AROUND)


def _mark_words(placed: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Say where in each text the words stand for which it is there; and what they are, if they stand nowhere."""
    name = next((name for name in WORDS_OF if name in rows), "")
    if "marked" in rows:
        return placed.assign(marked=rows["marked"].to_numpy(), because="")
    if not name:
        return placed.assign(marked="", because="")
    said = rows[name].astype(object).where(rows[name].notna(), "")
    marked = [locate_words(text, str(words)) for text, words in zip(placed["text"], said, strict=True)]
    said = said.astype(str).str.replace(DENIED, "", regex=False)
    because = ["" if found or name == "label" else str(words) for found, words in zip(marked, said, strict=True)]
    return placed.assign(marked=marked, because=because)


def locate_words(text: str, words: str) -> str:
    """Say where words that are written with commas between stand in a text: "3-9 14-20"."""
    if not words or not isinstance(text, str):
        return ""
    return " ".join(f"{hit.start()}-{hit.end()}" for hit in _pattern_of(words).finditer(straighten(text)))


@lru_cache(maxsize=4096)
def _pattern_of(words: str) -> re.Pattern[str]:
    """Compile words that are written one after another, with commas between, into a pattern that finds any.

    A word that is denied counts (frames/negation.py), so "crisis (negated)" is the word crisis. Codebooks cut at marks:
    "cease fire" stands for cease-fire, "u s" for U.S. too.
    """
    said = {word.strip().removesuffix(DENIED) for word in straighten(words).split(",") if word.strip()}
    listed = [BETWEEN.join(map(re.escape, word.split())) for word in sorted(said, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)", re.IGNORECASE)
