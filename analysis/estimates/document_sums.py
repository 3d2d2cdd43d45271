"""Sums of each document: all that resampling asks of its units, made where the units are and joined anywhere.

A corpus of many partitions needs no table of all its sentences: each partition gives the sums of its documents
(`sum_by_document`), the sums are joined (`join_sums`), and `estimate_means` and `estimate_differences` take them in
place of the units.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.errors import require, unknown
from analysis.estimates.basis import DocumentWeights, add_basis, basis_of, describe, join_left_out, names_of, unit_of
from analysis.estimates.groups import Groups, group_units, list_names, numbers_of, weights_of
from analysis.estimates.intervals import NO_SPREAD

SUMS = ("value", "sum", "weight", "measured", "missing", "units", "units_measured")


@dataclass(frozen=True)
class Amounts:
    """What a mean is made of: tops and bottoms (documents, groups) of its ratio, and one row of counts a group.

    counts: n (units measured), documents (that they come from), missing (units without a value); shares: whether all
    values lie within 0 and 1.
    """

    groups: Groups
    tops: sparse.csr_array
    bottoms: sparse.csr_array
    counts: pd.DataFrame
    shares: bool = False


def sum_by_document(
    table: pd.DataFrame, value: str, by: str | Sequence[str] = (), weight: str | None = None
) -> pd.DataFrame:
    """Sum a value in each document and group: a small table that `estimate_means` takes in place of the units.

    table, value, by, weight: as for `estimate_means`; all units of a document must be in the same table.
    Returns one row a document and group: doc_id, the columns of `by`, value (its name), sum (of weight times value),
    weight (of the units that have a value), measured and missing (units with and without one), and for the whole
    document units and units_measured (distinct ones: a sentence coded on five frames counts once).
    Weights of documents that are copies (`Basis.weights`) are not in the sums: estimates apply them.
    Raises InputError as `estimate_means`.
    """
    by = list_names(by)
    groups, values = group_units(table, by, value, weight), numbers_of(table, value)
    known = np.isfinite(values)
    tops, bottoms = groups.sum_known(values, weights_of(describe(table, weights={}), weight))
    measured, missing = groups.sums(known.astype(float)), groups.sums((~known).astype(float))
    document = np.repeat(np.arange(groups.n_documents), np.diff(tops.indptr))
    labels = {name: groups.labels[name].take(tops.indices).array for name in by}
    sums = pd.DataFrame({"doc_id": pd.Series(table["doc_id"].unique()).take(document).array, **labels, "value": value})
    sums = sums.assign(sum=tops.data, weight=bottoms.data)
    sums = sums.assign(measured=measured.data.astype("int64"), missing=missing.data.astype("int64"))
    names = names_of(table)
    for column, chosen in (("units", np.ones(len(table), dtype=bool)), ("units_measured", known)):
        first = ~names[chosen].duplicated().to_numpy()
        sums[column] = np.bincount(groups.document[chosen][first], minlength=groups.n_documents)[document]
    return describe(sums, like=table, unit=unit_of(table))


def join_sums(parts: Iterable[pd.DataFrame], like: pd.DataFrame | None = None) -> pd.DataFrame:
    """Join the sums of partitions, in the order given: the order of documents, which settles the draws.

    like: a table whose basis holds for all (`corpus.sentences`); without one the parts' counts are added up.
    """
    parts = list(parts)
    require(bool(parts), "parts holds no table of sums: give those of sum_by_document, one a partition.")
    joined = pd.concat(parts, ignore_index=True)
    bases = [basis_of(part) for part in parts]
    if like is not None:
        return describe(joined, like=like, unit=bases[0].unit, source=bases[0].source, status=bases[0].status)
    weights = DocumentWeights({name: share for basis in bases for name, share in basis.weights.items()})
    joined = describe(joined, like=parts[0], corpus=sum(basis.corpus for basis in bases), weights=weights)
    return join_left_out(joined, parts[1:])


def are_sums(table: pd.DataFrame) -> bool:
    """Whether a table holds the sums of documents, not units."""
    return set(SUMS) <= set(table.columns)


def add_up(table: pd.DataFrame, value: str, by: Sequence[str], weight: str | None) -> Amounts:
    """Add a value up by document and group, from units or from sums of `sum_by_document` (of `by` or more columns).

    Raises InputError: a column that is not there, a value that is no number or not the one summed, a negative weight.
    """
    if not are_sums(table):
        groups, values = group_units(table, by, value, weight), numbers_of(table, value)
        known = np.isfinite(values)
        tops, bottoms = groups.sum_known(values, weights_of(table, weight))
        counts = {"n": groups.count(known), "documents": groups.documents(known), "missing": groups.count(~known)}
        return Amounts(groups, tops, bottoms, pd.DataFrame(counts), _are_shares(values[known]))
    if len(table) and value != table["value"].iloc[0]:
        raise unknown("value", value, table["value"].unique())
    require(weight is None, f"weight={weight!r} is asked of sums: give it to sum_by_document.")
    groups, shares = group_units(table, by), weights_of(table, None)
    tops, bottoms = (groups.sums((table[column] * shares).to_numpy(float)) for column in ("sum", "weight"))
    counts = {"n": groups.add(table["measured"]), "documents": groups.documents(table["measured"].to_numpy() > 0)}
    counts["missing"] = groups.add(table["missing"])
    means = (table["sum"] / table["weight"])[table["weight"] > 0].to_numpy(float)
    return Amounts(groups, tops, bottoms, pd.DataFrame(counts), _are_shares(means))


def _are_shares(values: np.ndarray) -> bool:
    """Say whether values lie within 0 and 1, as shares and marks of yes and no do."""
    return bool(len(values) and values.min() >= -NO_SPREAD and values.max() <= 1 + NO_SPREAD)


def add_basis_of(result: pd.DataFrame, table: pd.DataFrame, value: str, **more: object) -> pd.DataFrame:
    """Say what an estimate rests on: the units of a table, or those that its sums were made of. more: of the basis."""
    if not are_sums(table):
        return add_basis(result, table, np.isfinite(numbers_of(table, value)), **more)
    about, each = basis_of(table), table.drop_duplicates("doc_id")
    known = int(each["units_measured"].sum())
    said = {"n": known, "documents": int((each["units_measured"] > 0).sum()), "corpus": about.corpus or len(each)}
    left_out = {about.missing: int(each["units"].sum()) - known}
    return describe(result, like=table, left_out=left_out, interval=True, **said, **more)
