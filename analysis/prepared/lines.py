"""Second round: the lines that outlets repeat, counted in every part and joined."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.prepared.blocks import Slice, StoredPart, has_block, hash_block, load_tables, write_block
from analysis.prepared.stages import Crew
from analysis.texts.cleaning.known import outlets_of
from analysis.texts.cleaning.line_counts import FEWEST, LineCounts, count_places, join_line_counts, list_lines
from analysis.texts.cleaning.repeated import choose_repeated_lines
from analysis.texts.readers import format_module

COUNTED = ["group", "page", "key"]
NO_LINES = pd.DataFrame({"group": [], "line": [], "sure": []}).astype({"group": "str", "line": "str", "sure": "bool"})


class PagesOf(NamedTuple):
    """The pages of a part, and what sources.csv says of them (None: nothing)."""

    part: StoredPart
    known: pd.DataFrame | None


class LinesOf(NamedTuple):
    """A part and the block that its lines are listed in."""

    pages: PagesOf
    block: str


def choose_repeated(crew: Crew, jobs: Sequence[PagesOf], sizes: Sequence[int], about: pd.DataFrame) -> pd.DataFrame:
    """Choose the lines that outlets repeat and that look like furniture: group, line, sure.

    jobs: the parts; about: source and format of all pages.
    """
    articles = sum(format_module(form).KIND == "article" for form in about["format"])
    if articles < FEWEST:  # as many documents are the fewest that a line can stand in
        return NO_LINES.copy()
    blocks = list(crew.run("listing lines", prepare_lines, jobs, sizes, crew.folder))
    crew.used.update(blocks)
    counts = join_line_counts(load_tables(crew.folder, [Slice(block)], "lines", COUNTED) for block in blocks)
    listed = [LinesOf(job, block) for job, block in zip(jobs, blocks, strict=True)]
    return choose_repeated_lines(crew.run("counting lines", _count_part, listed, sizes, (crew.folder, counts)), counts)


def prepare_lines(job: PagesOf, folder: Path) -> str:
    """List the lines of a part in a block, if it is not there yet; returns its name."""
    outlets = outlets_of(load_tables(folder, job.part, "pages", ["source", "outlet"]), job.known)
    block = hash_block("lines", job.part, sorted(outlets.items()))
    if not has_block(folder, block):
        pages = load_tables(folder, job.part, "pages", ["source", "format", "text"])
        write_block(folder, block, {"lines": list_lines(pages, outlets)})
    return block


def _count_part(listed: LinesOf, shared: tuple[Path, LineCounts]) -> pd.DataFrame:
    folder, counts = shared
    pages = load_tables(folder, listed.pages.part, "pages", ["source", "format", "text"])
    return count_places(load_tables(folder, [Slice(listed.block)], "lines"), counts, pages)
