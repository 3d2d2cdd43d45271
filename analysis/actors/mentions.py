"""Sentences to mentions of actors: the public functions of the package."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from analysis.actors.names import LANGUAGE, extract_names
from analysis.actors.rounds import (
    count_names,
    identify_in_document,
    identify_names,
    learn_actors,
    list_support,
    make_register,
)
from analysis.actors.shipped_words import load_lexicon
from analysis.errors import require
from analysis.estimates import describe
from analysis.given import CorpusTables, sentences_of
from analysis.people.register import Register
from analysis.tables import check_table
from analysis.texts.characters import straighten
from analysis.texts.cleaning.languages import IN_ANOTHER, mark_language

_LETTER = re.compile("(?s).[\u0300-\u036f]*")  # with the accents that stand apart from it


def find_actors(
    sentences: pd.DataFrame | CorpusTables,
    aliases: str | Path | None = None,
    engine: str = "patterns",
    *,
    metonyms: bool = True,
) -> pd.DataFrame:
    """Find the people, organisations and countries named in each sentence, one name for all their aliases.

    sentences: a corpus, or one row a sentence (sentence_id, doc_id, text; language, where it is known). The lists and
    rules are English: nobody is looked for in sentences of another language, and the basis counts them.
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
    sentences = sentences_of(sentences)
    mentions = find_mentions(sentences, aliases, engine, metonyms=metonyms)[0]
    others = len(sentences) - int(mark_language(sentences, LANGUAGE).sum())
    return describe(mentions, unit="mentions", left_out={f"sentences {IN_ANOTHER}": others})


def find_mentions(
    sentences: pd.DataFrame, aliases: str | Path | None = None, engine: str = "patterns", *, metonyms: bool = True
) -> tuple[pd.DataFrame, Register]:
    """Find actors as `find_actors` does; also return the register of the people named, by doc_id.

    All sentences are one partition here: see rounds.py for many.
    """
    composed = _compose(sentences)
    names = extract_names(composed, aliases, engine)
    support = list_support(names)
    known = learn_actors(count_names(names, support, aliases), support, aliases)
    mentions = identify_names(names, known, aliases, metonyms=metonyms)
    return _place_as_received(mentions, sentences, composed), make_register(names, known, aliases)


def _compose(sentences: pd.DataFrame) -> pd.DataFrame:
    """Put every accent on its letter (NFC), as the lists of names have them; the same table if none stands apart."""
    apart = [isinstance(text, str) and not unicodedata.is_normalized("NFC", text) for text in sentences["text"]]
    if not any(apart):
        return sentences
    texts = [unicodedata.normalize("NFC", text) if isinstance(text, str) else text for text in sentences["text"]]
    return sentences.assign(text=pd.array(texts, dtype=sentences["text"].dtype))


def _place_as_received(mentions: pd.DataFrame, sentences: pd.DataFrame, composed: pd.DataFrame) -> pd.DataFrame:
    """Give the places of mentions in the texts as they were received, accents apart."""
    if composed is sentences:
        return mentions
    received = dict(zip(sentences["sentence_id"], sentences["text"], strict=True))
    written = dict(zip(composed["sentence_id"], composed["text"], strict=True))
    mentions = mentions.copy()
    for at, row in enumerate(mentions[["sentence_id", "start", "end"]].itertuples(index=False)):
        text, whole = received[row.sentence_id], written[row.sentence_id]
        if text != whole:
            start, end = (_count_received(text, place) for place in (row.start, row.end))
            for column, value in (("start", start), ("end", end), ("text", text[start:end])):
                mentions.iloc[at, mentions.columns.get_loc(column)] = value
    return mentions


def _count_received(text: str, place: int) -> int:
    """How many characters of a text give the first `place` ones of it in NFC."""
    composed = at = 0
    for letter in _LETTER.findall(text):
        if composed >= place:
            break
        composed += len(unicodedata.normalize("NFC", letter))
        at += len(letter)
    return at


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
            key = labels[number] if labels else number
            people = (
                one for one in identify_in_document([(number, straighten(text))], lexicon) if one.kind == "person"
            )
            places = ((one.finding.start, one.finding.end, one.actor) for one in people)
            rows += ((key, start, end, text[start:end], person) for start, end, person in places)
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
