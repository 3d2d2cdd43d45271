"""The names of a partition of documents as a table, so that all that is asked of them later needs no text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import pandas as pd

from analysis.actors.conditions import find_asked
from analysis.actors.findings import FoundName, describe_names
from analysis.actors.shipped_words import load_lexicon
from analysis.actors.spacy_engine import find_names_with, load_model
from analysis.collector import collector_paused
from analysis.errors import unknown
from analysis.people.link_cards import mask_cards
from analysis.tables import check_table
from analysis.texts.characters import straighten
from analysis.texts.cleaning.languages import mark_language
from analysis.texts.tokens import Cuts

ENGINES = ("patterns", "spacy")
LANGUAGE = "en"  # of the lists and rules
BETWEEN = "\n"  # words, signs: none holds a line break
COLUMNS = {
    **dict.fromkeys(("row", "start", "end"), "int64"),
    **dict.fromkeys(("text", "rule", "labels", "words", "actor", "signs", "owner", "sex", "asked"), "str"),
}
VALUES = attrgetter("row", "start", "end", "text", "rule", "labels", "words", "actor", "signs", "owner", "sex")

Sentences = list[tuple[int, str]]  # row of the table, text


def extract_names(sentences: pd.DataFrame, aliases: str | Path | None = None, engine: str = "patterns") -> pd.DataFrame:
    """Find the runs of words that may name an actor, by what each document alone says.

    sentences, aliases, engine: as for find_actors; the documents are whole.
    Returns one row a run, by document and in the order in which they are to be judged: sentence_id, doc_id, row (of
    the sentence in the table given), start, end, text (in the sentence's text), rule (by which it was found), labels
    (of its words: labels.py), words (of the name, without titles), actor (of the lists), signs (what surrounds it),
    owner (the country in an organisation's name), sex (m, f: by a title), asked (on the first row of a document: what
    it has of the words that conditions of aliases ask for). Words, signs and what is asked for are joined by line
    breaks; NA where there are none.
    Raises InputError as find_actors.
    """
    check_table(sentences, "sentences", ("sentence_id", "doc_id", "text"))
    if engine not in ENGINES:
        raise unknown("engine", engine, ENGINES)
    lexicon = load_lexicon(aliases)
    documents = _split_documents(sentences)
    model = load_model() if engine == "spacy" else None
    with collector_paused():
        rows: list[tuple] = []  # of the table: document, what it asks for, the values of a finding
        for key, document in documents.items():
            if model:
                found = map(VALUES, find_names_with(model, key, document, lexicon))
            else:
                found = describe_names(document, lexicon)
            begin = len(rows)
            rows += [(key, None, *values) for values in found]
            if len(rows) > begin:
                words = find_asked((text for _, text in document), lexicon)
                rows[begin] = (key, BETWEEN.join(sorted(words)) or None, *rows[begin][2:])
        return _lay_out(rows, sentences)


def _split_documents(sentences: pd.DataFrame) -> dict[Hashable, Sentences]:
    """Split sentences into documents, each its sentences in order (row, text made plain), those in English.

    Heads of link cards that a page has glued to a name are blanks: they would be a part of it.
    """
    ids = sentences["sentence_id"].tolist()
    order = sorted(range(len(ids)), key=lambda row: (len(str(ids[row])), str(ids[row])))
    documents: dict[Hashable, Sentences] = defaultdict(list)
    doc_ids, texts = sentences["doc_id"].tolist(), sentences["text"].tolist()
    known = mark_language(sentences, LANGUAGE)
    for row in order:
        if known[row] and isinstance(texts[row], str):
            documents[doc_ids[row]].append((row, mask_cards(straighten(texts[row]))))
    return documents


def _lay_out(rows: list[tuple], sentences: pd.DataFrame) -> pd.DataFrame:
    """Lay rows out as columns."""
    by_place = zip(*rows, strict=True) if rows else ((),) * 13
    documents, asked, row, start, end, _, rule, labels, words, actor, signs, owner, sex = by_place
    ids, texts = sentences["sentence_id"].tolist(), sentences["text"].tolist()
    joined = Cuts(lambda signs: BETWEEN.join(sorted(signs)) or None)
    columns = {
        "sentence_id": [ids[at] for at in row],
        "doc_id": documents,
        **dict(zip(("row", "start", "end"), (row, start, end), strict=True)),
        "text": [texts[at][begin:stop] for at, begin, stop in zip(row, start, end, strict=True)],
        **{"rule": rule, "labels": labels, "words": [BETWEEN.join(one) or None for one in words], "actor": actor},
        "signs": list(map(joined.__getitem__, signs)),
        **{"owner": owner, "sex": [one or None for one in sex], "asked": asked},
    }
    return pd.DataFrame(columns).astype(COLUMNS)


def list_findings(names: pd.DataFrame, rows: pd.Series | None = None) -> Iterator[list[FoundName]]:
    """Give the findings of each document again from the table of names; rows: which of them, all by default.

    A finding's `at` is its row in the table.
    """
    at = range(len(names)) if rows is None else rows.to_numpy().nonzero()[0].tolist()
    chosen = names if rows is None else names[rows.to_numpy()]
    exact = [chosen[name].astype(object).tolist() for name in ("doc_id", "row", "start", "end")]
    columns = ("text", "rule", "labels", "words", "actor", "signs", "owner", "sex")
    values = zip(at, *exact, *(chosen[name].fillna("").astype(object).tolist() for name in columns), strict=True)
    plain, split = Cuts(straighten), Cuts(lambda joined: tuple(joined.split(BETWEEN)) if joined else ())
    sets = Cuts(lambda joined: frozenset(split[joined]))
    findings = (
        FoundName(
            document, row, start, end, plain[text], rule, labels, split[words],
            actor or None, sets[signs], owner or None, sex, place,
        )
        for place, document, row, start, end, text, rule, labels, words, actor, signs, owner, sex in values
    )  # fmt: skip
    return (list(document) for _, document in groupby(findings, attrgetter("document")))
