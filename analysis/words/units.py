"""The texts that measures compare: documents, paragraphs, or what one voice says in a paragraph; and their periods."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.errors import unknown
from analysis.estimates import describe, names_of
from analysis.estimates.periods import PERIODS, choose_period, mark_known, starts_of
from analysis.tables import check_table
from analysis.texts.tokens import count_words_in
from analysis.words.running import fits, join_running, running_of

NAMES = {"document": "documents", "paragraph": "paragraphs", "voice": "passages of one voice"}
UNITS = {"document": ["doc_id"], "paragraph": ["doc_id", "paragraph"], "voice": ["doc_id", "paragraph", "voice"]}
MANY_DOCUMENTS = 100  # from here on whole documents are enough to find topics in


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
    first, ends = order[begins], np.append(begins, len(order))[1:].tolist()  # none of no sentences
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


def mark_periods(table: pd.DataFrame, period: str = "") -> pd.DataFrame:
    """Keep the rows whose date is known to the period, and add the first day of the period that they fall in.

    table: doc_id, published. period: day, week, month, quarter or year; "": the finest that holds enough documents
    (`choose_period`), the same on all pages.
    Returns the dated rows with the column period; the others are counted in its basis. Raises InputError if the
    period is none of these.
    """
    if period not in (*PERIODS, ""):
        raise unknown("period", period, PERIODS)
    period = period or choose_period(table.drop_duplicates("doc_id"))
    dated = table[mark_known(table, period)]
    names, has_date = names_of(table), table["published"].notna()
    less = names[has_date].nunique() - names_of(dated).nunique()
    dated = describe(dated, left_out={"undated": names[~has_date].nunique(), f"whose {period} is not known": less})
    return dated.assign(period=starts_of(dated["published"], period))


def _main_voice(sentences: pd.DataFrame, unit: np.ndarray) -> pd.Series:
    """Return the voice of most words in each unit, the first in the alphabet of two as long."""
    spoken = sentences.groupby([unit, "voice"])["words"].sum().reset_index(name="words")
    spoken.columns = ["unit", "voice", "words"]
    first = spoken.sort_values(["unit", "words", "voice"], ascending=[True, False, True]).drop_duplicates("unit")
    return first.set_index("unit")["voice"]
