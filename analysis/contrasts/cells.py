"""Counts by document and group: what is compared, and what is resampled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from analysis.words.terms import sum_rows


@dataclass(frozen=True)
class Cells:
    """Words counted in each document's part of each group.

    counts: (cells, words); document, group: the numbers of each cell's document and group.
    """

    counts: sparse.csr_array
    document: np.ndarray
    group: np.ndarray
    n_documents: int
    n_groups: int

    def by_document(self, rows: np.ndarray) -> sparse.csr_array:
        """Add up cells by document: (documents, words), only documents that the cells come from."""
        names, numbers = np.unique(self.document[rows], return_inverse=True)
        if len(names) == len(rows) and (np.diff(numbers) > 0).all():  # one cell a document, and in their order
            return self.counts[rows]
        return sum_rows(self.counts[rows], numbers, len(names))

    def documents_of(self, rows: np.ndarray) -> int:
        """Count the documents with any word in these cells."""
        return len(np.unique(self.document[rows][self.lengths[rows] > 0]))

    @cached_property
    def lengths(self) -> np.ndarray:
        """All words of each cell."""
        return self.counts.sum(axis=1)
