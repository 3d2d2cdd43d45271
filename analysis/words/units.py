"""The texts that measures compare: documents, paragraphs, or what one voice says in a paragraph; and their periods."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.errors import unknown
from analysis.estimates import FEWEST_DOCUMENTS, describe, names_of
from analysis.tables import check_table
from analysis.texts.tokens import count_words_in
from analysis.words.running import fits, join_running, running_of

NAMES = {"document": "documents", "paragraph": "paragraphs", "voice": "passages of one voice"}
UNITS = {"document": ["doc_id"], "paragraph": ["doc_id", "paragraph"], "voice": ["doc_id", "paragraph", "voice"]}


MANY_DOCUMENTS = 100  # from here on whole documents are enough to find topics in
PERIODS = ("M", "Q", "Y")


def gather_units(sentences: pd.DataFrame, unit: str = "") -> pd.DataFrame:
    """Gather sentences into units of text.

    sentences: sentence_id, doc_id, paragraph, start, text, voice. unit: "document", "paragraph", "voice"
    (the sentences of one voice in one paragraph), or "": documents if there are a hundred, else paragraphs.
    Returns one row a unit, in the order of the text: unit_id, doc_id, paragraph (its first), sentence_id (its
    first), voice (of most of its words), words, text; attrs["unit"] says what a unit is, and so does the basis.
    Raises InputError: an unknown unit, columns that are not there.
    """
    if unit not in (*UNITS, ""):
        raise unknown("unit", unit, (*UNITS, ""))
    check_table(sentences, "sentences", ("sentence_id", "doc_id", "paragraph", "start", "text", "voice"))
    unit = unit or ("document" if sentences["doc_id"].nunique() >= MANY_DOCUMENTS else "paragraph")
    ordered = sentences.sort_values(["doc_id", "start"], kind="stable")
    few = fits(ordered["text"])
    words = running_of(ordered["text"]).count_words() if few else count_words_in(ordered["text"])
    ordered = ordered.assign(words=words)
    number = ordered.groupby(UNITS[unit], sort=False, dropna=False).ngroup().to_numpy()
    order = np.argsort(number, kind="stable")
    begins = np.flatnonzero(np.diff(number[order], prepend=-1))
    first, ends = order[begins], [*begins[1:], len(order)]
    texts = ordered["text"].to_numpy(dtype=object)[order]
    units = ordered.iloc[first][["doc_id", "paragraph", "sentence_id"]].reset_index(drop=True)
    units["words"] = np.add.reduceat(ordered["words"].to_numpy()[order], begins) if len(begins) else 0
    units["text"] = [" ".join(texts[begin:end]) for begin, end in zip(begins, ends, strict=True)]
    if few:
        join_running(ordered["text"], order, ends, units["text"])
    units["unit_id"] = units.index.astype(str)
    units["voice"] = _main_voice(ordered, number).reindex(range(len(units))).to_numpy()
    units = units[["unit_id", "doc_id", "paragraph", "sentence_id", "voice", "words", "text"]]
    units.attrs["unit"] = unit
    return describe(units, like=sentences, unit=NAMES[unit])


def mark_periods(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that bear a date and add the month, quarter or year they fall in, as its first day.

    table: doc_id, published. The finest period of which at least half hold five documents; else years.
    Rows dated by the year alone are left out.
    Returns the dated rows with the column period; the undated units are counted in its basis.
    """
    to_month = ~table["published_precision"].eq("year") if "published_precision" in table else True
    dated = table[table["published"].notna() & to_month]
    documents = dated.drop_duplicates("doc_id")["published"]
    counts = {period: documents.dt.to_period(period).value_counts() for period in PERIODS}
    period = next(
        (period for period, sizes in counts.items() if len(sizes) and (sizes >= FEWEST_DOCUMENTS).mean() >= 0.5), "Y"
    )
    names = names_of(table)
    left_out = {"undated": names[table["published"].isna()].nunique()}
    left_out["dated by the year alone"] = names[table["published"].notna()].nunique() - names_of(dated).nunique()
    dated = describe(dated, left_out=left_out)
    return dated.assign(period=dated["published"].dt.to_period(period).dt.to_timestamp())


def _main_voice(sentences: pd.DataFrame, unit: np.ndarray) -> pd.Series:
    """Return the voice of most words in each unit, the first in the alphabet of two as long."""
    spoken = sentences.groupby([unit, "voice"])["words"].sum().reset_index(name="words")
    spoken.columns = ["unit", "voice", "words"]
    first = spoken.sort_values(["unit", "words", "voice"], ascending=[True, False, True]).drop_duplicates("unit")
    return first.set_index("unit")["voice"]
