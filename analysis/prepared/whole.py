"""All rounds of a corpus in order, and between them what must be known of the whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError, require
from analysis.prepared.asked import Listed, Wanted
from analysis.prepared.blocks import UNIT, StoredPart, hash_block, load_tables, write_block
from analysis.prepared.copies import find_copies_in_parts
from analysis.prepared.lines import PagesOf, choose_repeated
from analysis.prepared.people import Shared, TextsPart, make_parts
from analysis.prepared.said import join_kinds, list_kinds, parse_said
from analysis.prepared.stages import Before, Crew, group_pieces, prepare_units, size_of_parts, slices_of
from analysis.prepared.texts import SAID, TextsOf, groups_of, hash_units, prepare_texts, select_known
from analysis.tables import check_table
from analysis.texts.cleaning.account import join_accounts
from analysis.texts.cleaning.known import list_unread, match_sources, stems_of
from analysis.texts.cleaning.outlets import count_outlets, join_outlets
from analysis.texts.readers import list_tables, load_sources
from analysis.texts.readers.page import file_of

ABOUT = ["source", "format", "outlet", UNIT]
Check = Callable[[Sequence[str]], None]


class Pages(NamedTuple):
    """What is known of all pages of a corpus beside their texts.

    about: one row a page: source, format, outlet, unit, group (the pages among which its lines are counted); known:
    what sources.csv says; stems: what the documents of each file are called.
    """

    about: pd.DataFrame
    known: pd.DataFrame | None
    stems: dict[str, str]


class MadeBlocks(NamedTuple):
    """What was made of a corpus: its units, the blocks of its parts, that of the whole, and others that count."""

    units: pd.DataFrame
    parts: list[str]
    whole: str
    used: list[str]


def make_blocks(crew: Crew, wanted: Wanted, listing: Listed, before: Before, check: Check, run: str) -> MadeBlocks:
    """Make the blocks of a corpus that are not there.

    listing: the files with their hashes; before: what an earlier run left; check: told which columns there are;
    run: what the blocks of this run are called.
    Raises InputError: nothing can be read, or no text is left; what `check` raises.
    """
    units = prepare_units(crew, wanted, listing.files, before.units)
    sources = load_sources(wanted.sources) if wanted.sources else None
    further = dict.fromkeys(name for columns in units["columns"].unique() for name in json.loads(columns))
    check([*further, *([] if sources is None else sources)])
    pages = _gather_pages(crew.folder, units, sources, wanted)
    units = _make_texts(crew, units, pages, before.units, wanted)
    parts, sizes = _group_parts(units)
    texts = [part.texts for part in parts]
    shared, joined = _learn_whole(crew, texts, sizes, wanted, run)
    accounts = make_parts(crew, parts, sizes, shared)
    said = [load_tables(crew.folder, part, "notes") for part in [*(one.pages for one in parts), *texts]]
    notes = [listing.notes, *said, list_unread(pages.known, pages.about["source"]), joined]
    refused = [load_tables(crew.folder, part.pages, "refused") for part in parts]
    tables = {"notes": _join(notes), "refused": _join(refused), "files": join_accounts(accounts)}
    write_block(crew.folder, f"whole-{run}", tables)
    return MadeBlocks(units, [shared.block("part", part.place) for part in parts], f"whole-{run}", sorted(crew.used))


def _gather_pages(folder: Path, units: pd.DataFrame, sources: pd.DataFrame | None, wanted: Wanted) -> Pages:
    part = slices_of(units, "block")
    about = load_tables(folder, part, "pages", ABOUT, drop=False)
    if about.empty:
        refused = load_tables(folder, part, "refused")
        reasons = "; ".join(refused["source"].str.cat(refused["reason"], sep=": ")[:5])
        raise InputError(f"path={wanted.path!r} holds no text that can be read: {reasons}.")
    _check_columns(folder, part, wanted)
    known = match_sources(sources, about["source"])
    return Pages(about.assign(group=groups_of(about, known)), known, stems_of(about["source"]))


def _check_columns(folder: Path, part: StoredPart, wanted: Wanted) -> None:
    """Raise InputError if columns of tables were named, and no table is among the files of a corpus."""
    columns = dict(wanted.settings.columns)
    if columns and wanted.frame is None:
        kinds = load_tables(folder, part, "files", ["format"])["format"].value_counts()
        told = ", ".join(f"{kind}: {count:,}" for kind, count in kinds.items())
        none = f"columns={columns!r} names columns of tables, and {wanted.path!r} holds none ({told}): leave it away."
        require(not list_tables().isdisjoint(kinds.index), none)


def _make_texts(crew: Crew, units: pd.DataFrame, pages: Pages, before: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    """Have the texts of all units as blocks; returns the units with the block of each, and the hash that it goes by."""
    repeated = _choose_repeated(crew, units, pages)
    keys = hash_units(units, pages.about, pages.stems, pages.known, repeated, wanted.fingerprint["aliases"])
    there = before[["key", "texts", "of_texts"]].dropna().drop_duplicates("key")
    units = units.assign(key=keys).astype({"key": "str"}).merge(there, on="key", how="left")
    new, most = units[units["texts"].isna()], size_of_parts(int(units["characters"].sum()))
    groups = [new.loc[rows] for rows in group_pieces(new.index.tolist(), new["characters"].tolist(), most)]
    jobs = [_texts_of(rows, pages, repeated) for rows in groups]
    sizes = [int(rows["characters"].sum()) for rows in groups]
    for rows, block in zip(
        groups, crew.run("texts", prepare_texts, jobs, sizes, (crew.folder, wanted.aliases)), strict=True
    ):
        units.loc[rows.index, ["texts", "of_texts"]] = block, len(rows)
    return units.astype({"of_texts": "int64"})


def _choose_repeated(crew: Crew, units: pd.DataFrame, pages: Pages) -> pd.DataFrame:
    """Choose the lines that outlets repeat, block by block of pages, which stay as they are when files are added."""
    blocks = [rows for _, rows in units.groupby("block", sort=False)]
    parts = [slices_of(rows, "block") for rows in blocks]
    mine = (pages.about.loc[pages.about[UNIT].isin(rows[UNIT]), "source"] for rows in blocks)
    jobs = [PagesOf(part, select_known(pages.known, of_part)) for part, of_part in zip(parts, mine, strict=True)]
    return choose_repeated(crew, jobs, [int(rows["characters"].sum()) for rows in blocks], pages.about)


def _texts_of(rows: pd.DataFrame, pages: Pages, repeated: pd.DataFrame) -> TextsOf:
    mine = pages.about[pages.about[UNIT].isin(rows[UNIT])]
    stems = {file: pages.stems[file] for file in map(file_of, mine["source"])}
    lines = repeated[repeated["group"].isin(mine["group"].unique())]
    block = hash_block("texts", rows["key"].tolist())
    return TextsOf(block, slices_of(rows, "block"), stems, select_known(pages.known, mine["source"]), lines)


def _group_parts(units: pd.DataFrame) -> tuple[list[TextsPart], list[int]]:
    """Group the units in their order into parts, and say how many characters each has."""
    sizes = units["characters"].tolist()
    groups = [units.loc[rows] for rows in group_pieces(units.index.tolist(), sizes, size_of_parts(sum(sizes)))]
    parts = [TextsPart(slices_of(rows, "texts"), slices_of(rows, "block"), at) for at, rows in enumerate(groups)]
    return parts, [int(rows["characters"].sum()) for rows in groups]


def _learn_whole(
    crew: Crew, parts: list[StoredPart], sizes: list[int], wanted: Wanted, run: str
) -> tuple[Shared, pd.DataFrame]:
    """What is known of all documents beside who is named in them, and a note on outlets that were joined."""
    names = pd.concat([load_tables(crew.folder, part, "documents", ["doc_id"]) for part in parts], ignore_index=True)
    require(len(names) > 0, f"no text is left of {wanted.path or wanted.name} after cleaning: see `framing corpus`.")
    check_table(names, "documents", ("doc_id",))
    counted = (count_outlets(load_tables(crew.folder, part, "documents", ["outlet", "source"])) for part in parts)
    outlets, joined = join_outlets(counted)
    further = (parse_said(load_tables(crew.folder, part, "documents", [SAID])[SAID]) for part in parts)
    types = join_kinds((len(rows), list_kinds(rows)) for rows in further)
    copies = find_copies_in_parts(crew, parts, sizes, run, outlets)
    return Shared(crew.folder, run, wanted.aliases, outlets, types, copies), joined


def _join(tables: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat(tables, ignore_index=True)
