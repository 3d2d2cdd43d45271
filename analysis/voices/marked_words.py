"""Marked words: words that a text sets apart and that are nobody's quotation - scare quotes, terms, titles, emphasis.

By rules: what no verb of saying governs may still be somebody's words (docs/voices.md says how often).
Kinds after Nádraská 2021 (The function of scare quotes in hard news, Discourse and Interaction 14): marks by which the
outlet comments on a word, beside those that gloss a term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.estimates import describe
from analysis.estimates.behind import record_units
from analysis.tables import check_table
from analysis.texts.characters import plain_blanks
from analysis.texts.cleaning.languages import IN_ANOTHER, mark_language
from analysis.voices.emphasis import mark_emphasis
from analysis.voices.marked_kinds import (
    DISTANCED,
    EMPHASIS,
    FRAGMENT,
    IN_MARKS,
    NICKNAME,
    SCARE,
    TERM,
    TITLE,
    UNDECIDED,
    MarkedWord,
)
from analysis.voices.marks import HAS_MARK
from analysis.voices.words_in_marks import mark_runs

KINDS = ("direct", "mixed", "indirect", "turn", SCARE, UNDECIDED, FRAGMENT, TERM, TITLE, NICKNAME, EMPHASIS)
STATUS = "read by one person on a sample"
NOT_SECOND = r"(?!(?:and|or|of|in|on|to|that|who|with|for|is|was|were|are|has|have|had|while|from|by|as|at)\b)"
SO_CALLED = re.compile(rf"\b[Ss]o-called\s+(?![\"“‘'«„])([^\W_]+(?:[ -]{NOT_SECOND}[a-z]+)?)")


def find_marked_words(documents: pd.DataFrame, quotes: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Find the words that texts mark and that are no quotation.

    documents: doc_id, text, those in English alone are read: in Russian names of firms stand in marks; quotes: doc_id,
    start, end, kind, of the same documents: words in marks inside a direct quotation or a turn are the speaker's marks
    and are left alone; sentences: sentence_id, doc_id, start, end, voice,
    speaker [outlet].
    Returns one row a place: doc_id, start, end, text (without the marks), kind, mark (quotation marks, asterisks,
    capitals, so-called), sentence_id, voice, speaker [outlet], evidence (the text again, for who looks for it).
    kind: scare quotes (one to five words in marks in a sentence that reports nobody's speech), term (a word that is
    spoken of), title (of a work, a name), nickname (inside a name), emphasis, undecided (in a sentence that reports
    speech: more often its speaker's words than the outlet's marks), fragment (longer, or a heading's).
    """
    check_table(documents, "documents", ("doc_id", "text"))
    check_table(quotes, "quotes", ("doc_id", "start", "end", "kind"))
    check_table(sentences, "sentences", ("sentence_id", "doc_id", "start", "end", "voice", "speaker"))
    own = quotes[quotes["kind"] != "indirect"]
    taken, rows = _list_spans(own), []
    read = documents[mark_language(documents)]
    for doc_id, text in zip(read["doc_id"], read["text"], strict=True):
        if isinstance(text, str):
            found = mark_words(text, taken.get(doc_id, ()))
            rows += [(doc_id, one.start, one.end, text[one.start : one.end], one.kind, one.mark) for one in found]
    table = pd.DataFrame(rows, columns=["doc_id", "start", "end", "text", "kind", "mark"])
    table = table.astype({"start": "int64", "end": "int64"} | dict.fromkeys(("doc_id", "text", "kind", "mark"), "str"))
    placed = _place_in_sentences(table, sentences)
    open_kind = placed["kind"].isin((SCARE, FRAGMENT)) & (placed["mark"] == IN_MARKS)
    reporting = placed["sentence_id"].isin(_list_reporting(quotes, sentences))
    return placed.assign(kind=placed["kind"].mask(open_kind & reporting, UNDECIDED))


def _list_reporting(quotes: pd.DataFrame, sentences: pd.DataFrame) -> pd.Series:
    """List the sentences in which a quotation stands, whoever's, or what somebody's speech was about."""
    columns = ["doc_id", "start", "end"]
    starts = sentences[["sentence_id", *columns]].sort_values("start", kind="stable")
    ends = [quotes[columns], quotes[columns].assign(start=(quotes["end"] - 1).clip(lower=0))]
    rows = pd.concat(ends).sort_values("start", kind="stable")
    found = pd.merge_asof(rows.drop(columns="end"), starts.drop(columns="end"), on="start", by="doc_id")
    return found["sentence_id"].dropna().drop_duplicates()


def _list_spans(quotes: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    columns = (quotes[name].to_numpy().tolist() for name in ("doc_id", "start", "end"))
    for doc_id, start, end in zip(*columns, strict=True):
        spans.setdefault(doc_id, []).append((start, end))
    return spans


def mark_words(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[MarkedWord]:
    """Mark the words that a text sets apart, in order; taken: its quotations, in which marks are the speaker's."""
    plain = plain_blanks(text)
    spans = sorted(taken)
    found: list[MarkedWord] = []
    for start, end in _place_paragraphs(plain):
        if HAS_MARK.search(plain, start, end):
            found += mark_runs(plain, start, end, spans)
        found += mark_emphasis(plain, start, end)
        found += [
            MarkedWord(one.start(1), one.end(1), SCARE, DISTANCED) for one in SO_CALLED.finditer(plain, start, end)
        ]
    return sorted(found)


def _place_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line:
            yield at, at + len(line)
        at += len(line) + 1


def _place_in_sentences(marked: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Add the sentence of each marked word, with its voice, its speaker and its outlet."""
    columns = [name for name in ("sentence_id", "voice", "speaker", "outlet") if name in sentences]
    starts = sentences[["doc_id", "start", *columns]].sort_values("start", kind="stable")
    rows = marked.assign(_row=range(len(marked))).sort_values("start", kind="stable")
    found = pd.merge_asof(rows, starts, on="start", by="doc_id").sort_values("_row", ignore_index=True)
    return found.drop(columns="_row").assign(evidence=found["text"])


def mark_scare_quotes(sentences: pd.DataFrame, marked: pd.DataFrame) -> pd.DataFrame:
    """Mark the sentences of the outlets' own voice that hold scare quotes.

    sentences: sentence_id, doc_id, voice [outlet]; marked: from `find_marked_words`.
    Returns the sentences of the voice "outlet" with scare_quotes (1 or 0) and evidence (the words; NA without).
    """
    every = sentences[sentences["voice"] == "outlet"]
    own = every[mark_language(every)]
    scared = marked[marked["kind"] == SCARE]
    words = scared.groupby("sentence_id")["text"].agg(", ".join)
    evidence = own["sentence_id"].map(words).astype("str")
    about = {"unit": "sentences", "source": "rules (docs/voices.md)", "status": STATUS}
    about["left_out"] = {IN_ANOTHER: len(every) - len(own)}
    return describe(own.assign(scare_quotes=evidence.notna().astype(float), evidence=evidence), **about)


def tabulate_kinds(quotes: pd.DataFrame, marked: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Count quotations and marked words by kind and by the voice of the sentence in which they begin.

    quotes: from `label_quotations`, speech alone; marked: from `find_marked_words`; sentences: doc_id, start, voice.
    Returns one row a kind: kind, outlet, speaker, forwarded (how many begin in sentences of that voice), all, and
    quotations: how many of all are rows of quotes, which together are all of these (words after "so-called" among
    the scare quotes).
    """
    columns = ["doc_id", "start", "end", "kind"]
    quoted = quotes.drop(columns="kind").rename(columns={"quotation": "kind"})[columns]
    both = pd.concat([quoted, marked[columns]])
    placed = _place_in_sentences(both.assign(text=""), sentences.drop(columns="sentence_id", errors="ignore"))
    kinds = [kind for kind in KINDS if kind in set(placed["kind"])]
    counts = pd.crosstab(placed["kind"], placed["voice"])
    counts = counts.reindex(index=kinds, columns=["outlet", "speaker", "forwarded"], fill_value=0)
    every, of_quotes = (rows["kind"].value_counts().reindex(kinds, fill_value=0) for rows in (placed, quoted))
    counts = counts.assign(all=every, quotations=of_quotes).rename_axis("kind")
    table = counts.reset_index().rename_axis(columns=None)
    units = placed[["doc_id", "start", "end", "kind", "voice"]]
    cells = {"all": None, **{voice: ("voice", voice) for voice in ("outlet", "speaker", "forwarded")}}
    about = {"unit": "quotations and marked words", "n": len(placed), "documents": placed["doc_id"].nunique()}
    behind = record_units(describe(units, unit="quotations and marked words"), ["kind"], cells=cells)
    return describe(table, like=sentences, behind=behind, **about)
