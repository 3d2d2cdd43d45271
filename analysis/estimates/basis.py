"""What a table of numbers rests on: of what units, how many, in how many documents, what was left out and why.

It travels in `table.attrs["basis"]` as a plain dict (pandas keeps it through filters and sorts, and writes it to
Parquet). A measure says what its rows are about (`describe`), an estimate counts what it measured (`add_basis`), and
whoever shows the numbers reads both (`basis_of`): n is typed by nobody. pandas drops it in merge, join and concat;
there `describe(joined, like=table)` puts it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

import numpy as np
import pandas as pd

from analysis.estimates.runs import number_values
from analysis.findings import name_one

SMALL_CORPUS = 100  # documents under which a corpus is called exploratory
KEYS = ("unit_id", "sentence_id", "doc_id")  # columns that tell units apart, the finest first
VALIDATED = "validated"  # how the status of a measure begins that was held against hand-coded texts


class Unchanged(dict):
    """What is never changed: pandas copies a table's attributes at every step, and this needs no copy."""

    def __deepcopy__(self, memo: dict) -> Unchanged:
        return self


class DocumentWeights(Unchanged):
    """Weights by doc_id."""


@dataclass(frozen=True)
class Basis:
    """What a table rests on.

    unit: what was measured, in the plural ("sentences", "passages of one voice"); n: how many distinct ones;
    documents: how many they come from; left_out: what was not measured ({"reason": "undated", "count": 3}, in units);
    source: the method's citation; status: "validated ..." or another word for not, "" where nothing is claimed;
    interval: whether the numbers have intervals; corpus: documents of the corpus, 0 if not known;
    missing: why units have no value; empty: why there are no rows, "" if there are;
    flags: what is known to measure badly ({"frame": name, "label": to read, "method": "meaning", "flag": "weak ..."});
    apart: columns whose groups have no document in common (an outlet's and another's; not a voice's and another's);
    together: how estimates of groups in the same documents go together (`correlations_of`), {} where it is not known;
    weights: what documents count, by doc_id, where copies of one another are weighed by 1 over their number; all
    others count 1; behind: what the numbers were made of, where that is kept (`analysis.estimates.behind`).
    """

    unit: str = "rows"
    n: int = 0
    documents: int = 0
    left_out: tuple[dict, ...] = ()
    source: str = ""
    status: str = ""
    interval: bool = False
    corpus: int = 0
    missing: str = "without a value"
    empty: str = ""
    flags: tuple[dict, ...] = ()
    apart: tuple[str, ...] = ()
    together: Mapping[str, list] = field(default_factory=lambda: Unchanged())
    weights: Mapping[str, float] = field(default_factory=lambda: DocumentWeights())
    behind: str = ""

    def __str__(self) -> str:
        """Write "n = 414 sentences in 26 documents (left out: 12 without an outlet)"."""
        said = f"n = {count_of(self.n, self.unit)}"
        if self.unit != "documents" and self.documents:
            said += f" in {count_of(self.documents, 'documents')}"
        reasons = ", ".join(count_of(left["count"], left["reason"]) for left in self.left_out)
        remarks = [f"left out: {reasons}"] if reasons else []
        remarks += ["copies weighed by 1 over their number"] if self.weights else []
        return f"{said} ({'; '.join(remarks)})" if remarks else said

    @property
    def stamp(self) -> str:
        """The caution a chart bears: a small corpus, and a measure that nobody has held against hand codes."""
        unsure = "not validated" if self.status and not self.status.strip().lower().startswith(VALIDATED) else ""
        return " · ".join(part for part in (exploratory(self.corpus or self.documents), unsure) if part)


def basis_of(table: pd.DataFrame | pd.Series) -> Basis:
    """Read what a table rests on; an empty Basis where it does not say."""
    kept = getattr(table, "attrs", {}).get("basis", {})
    made = {name: tuple(kept.get(name, ())) for name in ("left_out", "apart", "flags")}
    for name, kind in (("weights", DocumentWeights), ("together", Unchanged)):
        given = kept.get(name, {})
        made[name] = given if isinstance(given, kind) else kind(given)
    return Basis(**{**kept, **made})


def flag_of(table: pd.DataFrame, frame: str, method: str = "words") -> str:
    """Say what is known to be weak in measuring a frame by a method ("weak: AUC .57 on hand codes"); "" for nothing.

    table: of codes, ratings, or estimates made of them; frame: its name, its label, or a label with marks in brackets.
    """
    name = frame.partition(" [")[0]
    known = [one for one in basis_of(table).flags if one["method"] == method]
    return next((one["flag"] for one in known if name in (one["frame"], one["label"])), "")


def describe(
    table: pd.DataFrame,
    like: pd.DataFrame | pd.Series | None = None,
    left_out: Mapping[str, int] | None = None,
    **said: object,
) -> pd.DataFrame:
    """Say what the rows of a table are about, for the estimates that will be made of it.

    like: a table whose basis is taken over (by default the table's own); left_out: units by the reason for which they
    are not in the table, added to those known. said: any other field of a Basis.
    Returns the same table with its basis. Raises TypeError: a field that a basis does not have.
    """
    if "weights" in said:
        said["weights"] = DocumentWeights(said["weights"])
    basis = replace(basis_of(table if like is None else like), **said)
    return _with_basis(table, replace(basis, left_out=_add(basis.left_out, left_out or {})))


def join_left_out(joined: pd.DataFrame, others: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Add to a table what was left out of other parts of the same corpus."""
    for other in others:
        joined = describe(joined, left_out={left["reason"]: left["count"] for left in basis_of(other).left_out})
    return joined


def add_basis(
    table: pd.DataFrame,
    rows: pd.DataFrame,
    measured: np.ndarray | pd.Series | None = None,
    left_out: Mapping[str, int] | None = None,
    **said: object,
) -> pd.DataFrame:
    """Say what a table of estimates rests on, counted from the rows that it was made of.

    rows: one row a unit, or a unit and frame, with doc_id; measured: which of them have a value (all by default).
    Units without any value are left out with the reason that `rows` give for missing values.
    Returns the table with its basis. Raises TypeError: a field that a basis does not have.
    """
    about = basis_of(rows)
    measured = np.ones(len(rows), dtype=bool) if measured is None else np.asarray(measured, dtype=bool)
    names, documents = number_values(names_of(rows)), number_values(rows["doc_id"])
    units, known = _count_distinct(names), _count_distinct(names[measured])
    counted = {
        "unit": unit_of(rows),
        "n": known,
        "documents": _count_distinct(documents[measured]),
        "corpus": about.corpus or _count_distinct(documents),
        "interval": True,
        "behind": "",
    }
    basis = replace(about, **{**counted, **said})
    out = {about.missing: units - known, **(left_out or {})}
    return _with_basis(table, replace(basis, left_out=_add(about.left_out, out)))


def names_of(rows: pd.DataFrame) -> pd.Series:
    """Name each row's unit, so that a sentence coded on five frames counts once."""
    key = "doc_id" if basis_of(rows).unit == "documents" else _key_of(rows)
    return rows[key] if key else pd.Series(np.arange(len(rows)), index=rows.index)


def unit_of(rows: pd.DataFrame) -> str:
    """Name the unit of rows, in the plural: what they say themselves, else what their columns tell apart."""
    said = basis_of(rows).unit
    by_key = {"unit_id": "units", "sentence_id": "sentences", "doc_id": "documents"}
    return by_key.get(_key_of(rows), "rows") if said == Basis.unit else said


def exploratory(documents: int) -> str:
    """Stamp for a small corpus, "" for one of a hundred documents or more."""
    return f"exploratory: {count_of(documents, 'documents')}" if 0 < documents < SMALL_CORPUS else ""


def count_of(count: int, unit: str) -> str:
    """Write a count with its unit, given in the plural: "1 sentence with an actor", "1,204 documents"."""
    first, _, rest = unit.partition(" ")
    noun = name_one(first) if count == 1 else first
    return " ".join(part for part in (f"{count:,}", noun, rest) if part)


def _with_basis(table: pd.DataFrame, basis: Basis) -> pd.DataFrame:
    kept = table.copy(deep=False)
    said = {one.name: getattr(basis, one.name) for one in fields(basis)}
    kept.attrs["basis"] = {
        **said,
        "left_out": [dict(left) for left in basis.left_out],
        "apart": list(basis.apart),
        "flags": [dict(flag) for flag in basis.flags],
    }
    return kept


def _add(left_out: tuple[dict, ...], more: Mapping[str, int]) -> tuple[dict, ...]:
    counts = {left["reason"]: left["count"] for left in left_out}
    for reason, count in more.items():
        counts[reason] = counts.get(reason, 0) + int(count)
    return tuple({"reason": reason, "count": count} for reason, count in counts.items() if count)


def _key_of(rows: pd.DataFrame) -> str:
    """The column that tells units apart; "" where only documents are named, for many units may share one."""
    key = next((name for name in KEYS if name in rows), "")
    return key if key != "doc_id" or rows["doc_id"].is_unique else ""


def _count_distinct(codes: np.ndarray) -> int:
    """Count the distinct ones of codes from 0 on; -1 is missing."""
    return int(np.count_nonzero(np.bincount(codes[codes >= 0])))
