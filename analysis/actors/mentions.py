"""Sentences to mentions of actors: the public functions of the package."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from analysis.actors.findings import Finding, find_names
from analysis.actors.lexicon import load_lexicon
from analysis.actors.naming import Named, Naming
from analysis.actors.spacy_engine import find_names_with, load_model
from analysis.errors import require, unknown
from analysis.estimates import describe
from analysis.people.register import Register
from analysis.tables import check_table, make_table
from analysis.texts.characters import straighten
from analysis.texts.cleaning.languages import IN_ANOTHER, mark_language

ENGINES = ("patterns", "spacy")
LANGUAGE = "en"  # of the lists and rules


def find_actors(
    sentences: pd.DataFrame, aliases: str | Path | None = None, engine: str = "patterns", *, metonyms: bool = True
) -> pd.DataFrame:
    """Find the people, organisations and countries named in each sentence, one name for all their aliases.

    sentences: one row a sentence (sentence_id, doc_id, text; language, where it is known). The lists and rules are
    English: nobody is looked for in sentences of another language, and the basis counts them.
    aliases: a YAML file of names in the form of analysis/actors/aliases.yaml, taken over the shipped ones.
    engine: "patterns", or "spacy" for the names of an installed spaCy model, unified by the same rules.
    metonyms: a capital that acts ("Moscow denies"), and the Kremlin or the White House, mean the country's
    government; if False, capitals are left out and the buildings are organisations.
    Returns one row a mention, by sentence and place: sentence_id, doc_id, start, end (in the SENTENCE's text,
    end exclusive), text, actor_id (one for all names of the actor), actor (the name shown), kind (person,
    organisation, country); then country (the actor itself, or the country in an organisation's name) and found_by
    (the rule).
    Raises InputError if a column is missing, the engine is unknown or the alias file cannot be used.
    """
    mentions = find_mentions(sentences, aliases, engine, metonyms=metonyms)[0]
    others = len(sentences) - int(mark_language(sentences, LANGUAGE).sum())
    return describe(mentions, unit="mentions", left_out={f"sentences {IN_ANOTHER}": others})


def find_mentions(
    sentences: pd.DataFrame, aliases: str | Path | None = None, engine: str = "patterns", *, metonyms: bool = True
) -> tuple[pd.DataFrame, Register]:
    """Find actors as `find_actors` does; also return the register of the people named, by doc_id."""
    check_table(sentences, "sentences", ("sentence_id", "doc_id", "text"))
    if engine not in ENGINES:
        raise unknown("engine", engine, ENGINES)
    lexicon = load_lexicon(aliases)
    ids = sentences["sentence_id"].tolist()
    order = sorted(range(len(ids)), key=lambda row: (len(str(ids[row])), str(ids[row])))
    documents: dict[object, list[tuple[int, str]]] = defaultdict(list)
    doc_ids, texts = sentences["doc_id"].tolist(), sentences["text"].tolist()
    known = mark_language(sentences, LANGUAGE)
    for row in order:
        if known[row] and isinstance(texts[row], str):
            documents[doc_ids[row]].append((row, straighten(texts[row])))
    model = load_model() if engine == "spacy" else None
    naming = Naming(lexicon, metonyms)
    with _collector_paused():
        named = name_documents(documents, naming, model)
    named.sort(key=lambda one: (one.finding.row, one.finding.start))
    return make_table("mentions", _columns(named, ids, doc_ids, texts)), naming.people


def name_documents(
    documents: Mapping[object, list[tuple[int, str]]], naming: Naming, model: object = None
) -> list[Named]:
    """Find and name the actors of documents, each a list of (row, text); model: a spaCy model to find them with."""
    lexicon = naming.lexicon
    found: list[list[Finding]] = [
        find_names_with(model, key, document, lexicon) if model else find_names(key, document, lexicon)
        for key, document in documents.items()
    ]
    naming.texts.update((key, [text for _, text in document]) for key, document in documents.items())
    naming.collect(found)
    return [named for document in found for named in naming.name(document)]


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the collector of reference cycles from walking all findings again and again: a fifth of the time.

    Findings hold no cycles, so nothing waits for it meanwhile.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _columns(named: list[Named], ids: list, doc_ids: list, texts: list) -> dict[str, list]:
    """Lay mentions out as columns."""
    findings = [one.finding for one in named]
    return {
        "sentence_id": [ids[finding.row] for finding in findings],
        "doc_id": [doc_ids[finding.row] for finding in findings],
        "start": [finding.start for finding in findings],
        "end": [finding.end for finding in findings],
        "text": [texts[finding.row][finding.start : finding.end] for finding in findings],
        "actor_id": [one.actor_id for one in named],
        "actor": [one.actor for one in named],
        "kind": [one.kind for one in named],
        "country": pd.array([one.country for one in named], dtype="str"),
        "found_by": pd.array([one.rule for one in named], dtype="str"),
    }


def find_people(texts: Iterable[str], aliases: str | Path | None = None) -> pd.DataFrame:
    """Find the names of people in texts of any length, each text a document of its own, without sentences.

    texts: strings, or a Series (its index is kept as `text_id`; else the position).
    Returns one row a mention, by text and place: text_id, start, end (in the text, end exclusive), text,
    person (the fullest name that this text has for the person; names are not unified between texts).
    """
    lexicon = load_lexicon(aliases)
    labels = list(texts.index) if isinstance(texts, pd.Series) else None
    rows = []
    for number, text in enumerate(texts):
        if isinstance(text, str):
            named = name_documents({number: [(number, straighten(text))]}, Naming(lexicon))
            people = [(one.finding.start, one.finding.end, one.actor) for one in named if one.kind == "person"]
            key = labels[number] if labels else number
            rows += ((key, start, end, text[start:end], person) for start, end, person in people)
    return pd.DataFrame(rows, columns=["text_id", "start", "end", "text", "person"])


def actor_sentences(mentions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Join sentences to the actors that they name: a table for the estimates, by="actor" or by="kind".

    mentions: from find_actors; sentences: one row a sentence (sentence_id and any scores).
    Returns one row a sentence and actor, however often it is named there: the columns of sentences, then
    actor, kind, country, named (how often) and actors (how many different ones the sentence names, so that
    1 / actors is a weight by which each sentence counts once). Sentences that name nobody have no row.
    Raises InputError if a column is missing or a mention's sentence is not among the sentences.
    """
    check_table(mentions, "mentions", ("sentence_id", "actor", "kind"))
    check_table(sentences, "sentences", ("sentence_id",))
    strange = sorted(set(mentions["sentence_id"]) - set(sentences["sentence_id"]))
    require(
        not strange,
        f"mentions name sentences that are not in the sentences table: {strange[:5]}; pass those they were found in.",
    )
    keys = ["sentence_id", "actor", "kind"]
    countries = mentions.get("country", pd.Series(pd.NA, index=mentions.index, dtype="str"))
    found = mentions[keys].assign(country=countries).groupby(keys, sort=False)
    counted = found.agg(country=("country", "first"), named=("actor", "size")).reset_index()
    counted["actors"] = counted.groupby("sentence_id")["actor"].transform("nunique")
    return sentences.merge(counted, on="sentence_id", how="inner", validate="one_to_many", suffixes=("", "_of_actor"))
