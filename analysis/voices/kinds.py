"""Kinds of quotation: direct, mixed (partly quoted), indirect, turn."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from analysis.tables import check_table
from analysis.voices.marked_kinds import SCARE
from analysis.voices.marks import MARKS
from analysis.voices.words_in_marks import MOST_SCARED, is_distanced
from analysis.voices.works import VERBS

DIRECT, MIXED = "direct", "mixed"
FULL = re.compile(r"[.!?…][\"'”’»]*$|,$")  # how words end that stand for themselves
WOVEN = re.compile(r"[\w’'%)]\s+$")  # a word right before: the marks stand inside a clause
GOES_ON = re.compile(r"\s+[^\W\d_]")  # a word right behind, without a comma
OPENS_SENTENCE = re.compile(r"^\s*$|[.!?…:][\"”’»)]*\s*$")  # what stands before the first words of one
AROUND = 80  # characters looked at before and behind
MOST_WORDS = 8  # of a fragment that opens with a capital


def label_quotations(quotes: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Say of each quotation whether it is direct, mixed, indirect or a turn.

    Mixed, or partly quoted, are words in marks that are part of the outlet's own clause: she called it "a waste of
    time"; the plan was "dead", he said. quotes: doc_id, start, end, text, kind [cue]; documents: doc_id, text.
    Returns the quotes with quotation: as kind, but that direct ones are direct, mixed or, few words after "so-called",
    scare quotes.
    Source of the kinds: Fetzer, Quotation headlines in the printed British quality press (Pragmatics, doi
    10.1075/prag.24024.fet): direct, indirect, mixed; its scare quotes are in words_in_marks.py.
    """
    check_table(quotes, "quotes", ("doc_id", "start", "end", "text", "kind"))
    check_table(documents, "documents", ("doc_id", "text"))
    texts = dict(zip(documents["doc_id"], documents["text"], strict=True))
    cues = quotes["cue"] if "cue" in quotes else pd.Series(pd.NA, index=quotes.index)
    columns = (column.to_numpy(dtype=object, na_value=None).tolist() for column in (
        quotes["doc_id"], quotes["start"], quotes["end"], quotes["kind"], cues))  # fmt: skip
    labels = [
        _label(texts, doc_id, start, end, cue) if kind == DIRECT else kind
        for doc_id, start, end, kind, cue in zip(*columns, strict=True)
    ]
    return quotes.assign(quotation=pd.Series(labels, index=quotes.index, dtype="str"))


def _label(texts: Mapping[str, str], doc_id: str, start: int, end: int, cue: str | None) -> str:
    """Say whether the words text[start:end], which stand in marks, are direct, mixed or scare quotes."""
    text = texts.get(doc_id)
    if text is None or not is_woven(text, start, end, cue):
        return DIRECT
    few = len(text[start:end].split()) <= MOST_SCARED
    return SCARE if few and is_distanced(_outside(text, start, end)[0]) else MIXED


def is_woven(text: str, start: int, end: int, cue: str | None = None) -> bool:
    """Tell whether quoted words are part of the clause around them: a word joins them without a stop between.

    cue: the verb of saying. Right after it a clause may stand without a comma (He said "we won").
    """
    before, behind = _outside(text, start, end)
    said = text[start:end].strip()
    if not said:
        return False
    whole = bool(FULL.search(said))
    if WOVEN.search(before):
        sentence = said[0].isupper() and (whole or len(said.split()) > MOST_WORDS)
        clause = bool(VERBS.search(said)) and not GOES_ON.match(behind)
        return not ((sentence or clause) and _ends_in(before, cue))
    return (
        bool(OPENS_SENTENCE.search(before))
        and not whole
        and bool(GOES_ON.match(behind))
        and not _begins_with(behind, cue)
    )


def _outside(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind quoted words, their marks left out, as far as the line goes."""
    while start and text[start - 1] in MARKS:
        start -= 1
    while end < len(text) and text[end] in MARKS:
        end += 1
    before = text[max(0, start - AROUND) : start].rsplit("\n", 1)[-1]
    return before, text[end : end + AROUND].split("\n", 1)[0]


def _ends_in(before: str, cue: str | None) -> bool:
    return cue is not None and before.rstrip().lower().endswith(cue)


def _begins_with(behind: str, cue: str | None) -> bool:
    """Whether the verb of saying follows, with a name between perhaps: "It is over" said Ann Lee."""
    return cue is not None and bool(re.match(rf"(?:\s+[\w.’'-]+){{0,5}}?\s+{re.escape(cue)}\b", behind.lower()))
