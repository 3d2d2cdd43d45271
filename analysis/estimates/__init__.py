"""Shares, means and differences with intervals from resampling whole documents.

Every interval in the suite comes from here, so that every one means the same: 95%, percentile (expanded where
documents are few), documents drawn with replacement and all their units (sentences, paragraphs) with them.
Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 8 and 13; Hesterberg 2015;
for several comparisons: Benjamini & Hochberg 1995.
"""

from __future__ import annotations

from analysis.estimates.basis import Basis, add_basis, basis_of, describe, flag_of, names_of
from analysis.estimates.differences import correct_p, estimate_differences
from analysis.estimates.document_sums import join_sums, sum_by_document
from analysis.estimates.groups import NOT_KNOWN
from analysis.estimates.intervals import (
    ALL_ALIKE,
    FEWEST_DOCUMENTS,
    LEVEL,
    TOO_FEW,
    interval_of,
    no_interval,
)
from analysis.estimates.means import estimate_means
from analysis.estimates.pairs import Comparison, choose_largest, compare_pairs, count_cut
from analysis.estimates.resampling import RESAMPLES, draw_documents
from analysis.estimates.shares import estimate_shares
from analysis.estimates.trends import estimate_courses, estimate_trends

__all__ = [
    "ALL_ALIKE",
    "FEWEST_DOCUMENTS",
    "LEVEL",
    "NOT_KNOWN",
    "RESAMPLES",
    "TOO_FEW",
    "Basis",
    "Comparison",
    "add_basis",
    "basis_of",
    "choose_largest",
    "compare_pairs",
    "correct_p",
    "count_cut",
    "describe",
    "draw_documents",
    "estimate_courses",
    "estimate_differences",
    "estimate_means",
    "estimate_shares",
    "estimate_trends",
    "flag_of",
    "interval_of",
    "join_sums",
    "names_of",
    "no_interval",
    "sum_by_document",
]
