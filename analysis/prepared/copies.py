"""Copies among all documents of a corpus: what they are compared by is made in parts, and compared in one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.prepared.blocks import Slice, StoredPart, load_tables, write_block
from analysis.prepared.stages import Crew
from analysis.texts.cleaning.outlets import assign_outlets
from analysis.texts.copies import find_copies_among, make_shingles

COMPARED = ["doc_id", "text", "outlet", "published"]


class ShinglesOf(NamedTuple):
    """The texts of a part, and the block to which what they are compared by is written."""

    texts: StoredPart
    block: str


class StoredShingles:
    """What the documents of each part are compared by, loaded one part after the other, as often as asked for."""

    def __init__(self, folder: Path, blocks: Sequence[str]) -> None:
        self.folder, self.blocks = folder, blocks

    def __iter__(self) -> Iterator[pd.DataFrame]:
        """Load the parts in their order."""
        return (load_tables(self.folder, [Slice(block)], "shingles") for block in self.blocks)


def find_copies_in_parts(
    crew: Crew, parts: Sequence[StoredPart], sizes: Sequence[int], run: str, outlets: Mapping[str, str]
) -> pd.DataFrame:
    """Find which documents are copies of which, by doc_id: copy_of, copy_kind, copy_similarity."""
    jobs = [ShinglesOf(part, f"shingles-{run}-{place:05d}") for place, part in enumerate(parts)]
    blocks = list(crew.run("copies", _write_shingles, jobs, sizes, (crew.folder, outlets)))
    copies = find_copies_among(StoredShingles(crew.folder, blocks)).set_index("doc_id")
    return copies.rename(columns={"kind": "copy_kind", "similarity": "copy_similarity"})


def _write_shingles(job: ShinglesOf, shared: tuple[Path, Mapping[str, str]]) -> str:
    folder, outlets = shared
    documents = assign_outlets(load_tables(folder, job.texts, "documents", COMPARED), outlets)
    write_block(folder, job.block, {"shingles": make_shingles(documents)})
    return job.block
