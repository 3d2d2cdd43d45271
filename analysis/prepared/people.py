"""Fourth round to the last: whom names mean in the whole corpus, who speaks, and the tables as they are kept.

What the parts count is joined here, in one process: names and how often they stand, never texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.actors.guesses import Support, join_support
from analysis.actors.known_actors import ActorCounts, KnownActors, join_counts
from analysis.actors.rounds import count_names, identify_names, learn_actors, list_support, make_register
from analysis.people.identify import (
    choose_shown,
    count_speakers,
    identify_in_documents,
    list_phrases,
    unify_speakers,
)
from analysis.people.placed import Meant, PlacedMentions, choose_only
from analysis.prepared.blocks import Slice, StoredPart, load_tables, write_block
from analysis.prepared.said import lay_out_columns, parse_said
from analysis.prepared.stages import Crew
from analysis.prepared.texts import SAID
from analysis.tables import COLUMNS, make_table
from analysis.texts.cleaning.account import account_for_files
from analysis.texts.cleaning.outlets import assign_outlets
from analysis.voices import assign_voices

PLACES = ["sentence_id", "doc_id", "start"]


class TextsPart(NamedTuple):
    """A part of a corpus whose texts are made: its texts and pages, and its number."""

    texts: StoredPart
    pages: StoredPart
    place: int


class Shared(NamedTuple):
    """What the rounds need of the whole corpus, as far as it is known yet.

    folder: where blocks lie; run: the name of the blocks of this run; aliases: the alias file; outlets: what each
    spelling is called; further: the types of further columns; copies: which documents are copies. support: which
    guesses are names; known: the actors; phrases: by which speakers are looked up; only: those that mean one actor;
    shown: the name of each speaker.
    """

    folder: Path
    run: str
    aliases: Path | None
    outlets: Mapping[str, str]
    further: Mapping[str, str]
    copies: pd.DataFrame
    support: Support = Support()
    known: KnownActors = KnownActors()
    phrases: frozenset[str] = frozenset()
    only: Mapping[str, Meant] = {}
    shown: Mapping[str, str] = {}

    def block(self, kind: str, place: int) -> str:
        """Name a block of this run."""
        return f"{kind}-{self.run}-{place:05d}"


class Asked(NamedTuple):
    """What a part says of guessed names, and the phrases by which its speakers may be looked up."""

    support: Support
    phrases: frozenset[str]


def make_parts(crew: Crew, parts: Sequence[TextsPart], sizes: Sequence[int], shared: Shared) -> list[pd.DataFrame]:
    """Name all actors and speakers of a corpus and write its tables, part by part, as blocks `part`.

    Returns what became of the files of each part (`account_for_files`).
    """
    found = list(crew.run("names", _list_names, parts, sizes, shared))
    support = join_support(one.support for one in found)
    shared = shared._replace(support=support, phrases=frozenset().union(*(one.phrases for one in found)))
    counts = join_counts(crew.run("counting names", _count_names, parts, sizes, shared))
    shared = shared._replace(support=Support(), known=learn_actors(counts, support, shared.aliases))
    shared = shared._replace(only=choose_only(crew.run("actors", _write_mentions, parts, sizes, shared)))
    shown = choose_shown(crew.run("speakers", _write_speakers, parts, sizes, shared))
    shared = shared._replace(known=KnownActors(), only={}, phrases=frozenset(), shown=shown)
    return list(crew.run("voices", _write_part, parts, sizes, shared))


def _list_names(part: TextsPart, shared: Shared) -> Asked:
    names = load_tables(shared.folder, part.texts, "names")
    spoken = load_tables(shared.folder, part.texts, "spoken", ["speaker"])
    return Asked(list_support(names), frozenset(list_phrases(spoken)))


def _count_names(part: TextsPart, shared: Shared) -> ActorCounts:
    return count_names(load_tables(shared.folder, part.texts, "names"), shared.support, shared.aliases)


def _write_mentions(part: TextsPart, shared: Shared) -> pd.DataFrame:
    sentences = load_tables(shared.folder, part.texts, "sentences", PLACES)
    names = _number_rows(load_tables(shared.folder, part.texts, "names"), sentences)
    mentions = identify_names(names, shared.known, shared.aliases)
    write_block(shared.folder, shared.block("mentions", part.place), {"mentions": mentions})
    return PlacedMentions(mentions, sentences).count_phrases(shared.phrases)


def _number_rows(names: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Give names the rows of their sentences in the part: they have those of the block that they were found in."""
    return names.assign(row=pd.Index(sentences["sentence_id"]).get_indexer(names["sentence_id"]))


def _write_speakers(part: TextsPart, shared: Shared) -> pd.DataFrame:
    mentions = load_tables(shared.folder, [Slice(shared.block("mentions", part.place))], "mentions")
    register = make_register(load_tables(shared.folder, part.texts, "names"), shared.known, shared.aliases)
    spoken = load_tables(shared.folder, part.texts, "spoken")
    quotes = identify_in_documents(spoken, register, _place(part, mentions, shared), shared.only)
    write_block(shared.folder, shared.block("speakers", part.place), {"quotes": quotes})
    return count_speakers(quotes)


def _place(part: TextsPart, mentions: pd.DataFrame, shared: Shared) -> PlacedMentions:
    return PlacedMentions(mentions, load_tables(shared.folder, part.texts, "sentences", PLACES))


def _write_part(part: TextsPart, shared: Shared) -> pd.DataFrame:
    def load(table: str) -> pd.DataFrame:
        return load_tables(shared.folder, part.texts, table)

    quotes = load_tables(shared.folder, [Slice(shared.block("speakers", part.place))], "quotes")
    quotes = unify_speakers(quotes, shared.shown)
    documents = _finish_documents(load("documents"), shared)
    tables = {
        "documents": documents,
        "sentences": assign_voices(load("sentences"), quotes, documents),
        "quotes": quotes,
        "mentions": load_tables(shared.folder, [Slice(shared.block("mentions", part.place))], "mentions"),
        "spans": load("spans"),
        "removed": load("removed"),
    }
    write_block(shared.folder, shared.block("part", part.place), tables)
    files = load_tables(shared.folder, part.pages, "files").drop_duplicates("source")
    return account_for_files(documents, tables["spans"], tables["removed"], files)


def _finish_documents(documents: pd.DataFrame, shared: Shared) -> pd.DataFrame:
    """Documents with the one name of their outlet, the original of which they are copies, and further columns."""
    further = lay_out_columns(parse_said(documents[SAID]), shared.further)
    columns = ["copy_of", "copy_kind", "copy_similarity"]
    found = shared.copies.reindex(documents["doc_id"])[columns].reset_index(drop=True)
    base = assign_outlets(documents[list(COLUMNS["documents"])].drop(columns=columns), shared.outlets)
    return make_table("documents", pd.concat([base, found, further], axis=1))
