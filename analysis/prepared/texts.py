"""Third round: pages to documents, sentences, names and speech, all that a document tells by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.actors.names import extract_names
from analysis.prepared.blocks import UNIT, StoredPart, has_block, hash_block, load_tables, write_block
from analysis.prepared.reading import load_pages_of
from analysis.prepared.said import make_said
from analysis.tables import COLUMNS
from analysis.texts.cleaning import clean_partition
from analysis.texts.cleaning.known import outlets_of
from analysis.texts.cleaning.line_counts import group_of
from analysis.texts.cleaning.repeated import assign_repeated_lines
from analysis.texts.readers.page import file_of
from analysis.texts.sentences import split_sentences
from analysis.voices import find_quotes

SAID = "said"  # column of stored documents: what is beyond the columns of the table, as JSON


class TextsOf(NamedTuple):
    """Pages to be made into texts: the block to write, the pages, and what must be known of them.

    stems: what the documents of each file are called; known: what sources.csv says; repeated: lines of their outlets.
    """

    block: str
    pages: StoredPart
    stems: Mapping[str, str]
    known: pd.DataFrame | None
    repeated: pd.DataFrame


def prepare_texts(job: TextsOf, shared: tuple[Path, Path | None]) -> str:
    """Make the texts of some pages, in a block; returns its name. shared: where blocks lie, and the alias file."""
    folder, aliases = shared
    if has_block(folder, job.block):
        return job.block
    pages = load_pages_of(folder, job.pages)
    repeated = assign_repeated_lines(pages, outlets_of(pages, job.known), job.repeated)
    cleaned = clean_partition(pages, job.stems, job.known, repeated)
    sentences = split_sentences(cleaned.documents)
    units = dict(zip(pages["source"], load_tables(folder, job.pages, "pages", [UNIT], drop=False)[UNIT], strict=True))
    of_documents = dict(zip(cleaned.documents["doc_id"], cleaned.documents["source"].map(units), strict=True))
    by_source = {"documents": _pack_further(cleaned.documents), "spans": cleaned.spans, "removed": cleaned.removed}
    by_source["notes"] = cleaned.notes
    by_document = {"sentences": sentences, "names": extract_names(sentences, aliases)}
    by_document["spoken"] = find_quotes(cleaned.documents, sentences)
    tables = {name: table.assign(**{UNIT: _units_of(table["source"], units)}) for name, table in by_source.items()}
    for name, table in by_document.items():
        tables[name] = table.assign(**{UNIT: _units_of(table["doc_id"], of_documents)})
    write_block(folder, job.block, tables)
    return job.block


def _units_of(names: pd.Series, units: Mapping[str, str]) -> pd.Series:
    return names.map(units).astype("str")


def _pack_further(documents: pd.DataFrame) -> pd.DataFrame:
    further = [name for name in documents if name not in COLUMNS["documents"]]
    said = make_said(documents[further].to_dict("records")) if further else "{}"
    return documents[list(COLUMNS["documents"])].assign(**{SAID: said}).astype({SAID: "str"})


def hash_units(
    units: pd.DataFrame,
    about: pd.DataFrame,
    stems: Mapping[str, str],
    known: pd.DataFrame | None,
    repeated: pd.DataFrame,
    aliases: str,
) -> list[str]:
    """Hash all that the texts of each unit are made of.

    units: unit, block (of its pages); about: unit, source and group (of the lines that are looked for) of all pages;
    stems, known, repeated: of all pages; aliases: the hash of the alias file.
    """
    rows = [] if known is None else zip(known["file"], pd.util.hash_pandas_object(known, index=False), strict=True)
    said = {file: f"said {number}" for file, number in rows}
    lines = {group: hash_block("lines", rows.to_csv()) for group, rows in repeated.groupby("group")}
    told: dict[str, set[str]] = {}
    for unit, source, group in zip(about[UNIT], about["source"], about["group"], strict=True):
        file = file_of(source)
        told.setdefault(unit, set()).update(
            (stems[file], said.get(source, ""), said.get(file, ""), lines.get(group, ""))
        )
    pairs = zip(units[UNIT], units["block"], strict=True)
    return [hash_block("texts", block, unit, sorted(told.get(unit, ())), aliases) for unit, block in pairs]


def groups_of(about: pd.DataFrame, known: pd.DataFrame | None) -> list[str]:
    """The group among which each page's lines are counted; about: source, outlet."""
    outlets = outlets_of(about, known)
    return [group_of(source, outlets[source]) for source in about["source"]]


def select_known(known: pd.DataFrame | None, sources: Iterable[str]) -> pd.DataFrame | None:
    """Select what sources.csv says of some pages."""
    if known is None:
        return None
    names = {name for source in sources for name in (source, file_of(source))}
    return known[known["file"].isin(names)]
