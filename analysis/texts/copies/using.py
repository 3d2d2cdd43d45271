"""What is made of copies once they are found: who copies whom, weights, and a corpus without them."""

from __future__ import annotations

import pandas as pd

from analysis.errors import require
from analysis.estimates.basis import basis_of, describe
from analysis.estimates.behind import record_units
from analysis.tables import check_table


def tabulate_copying(documents: pd.DataFrame, copies: pd.DataFrame) -> pd.DataFrame:
    """Tabulate who copies whom: an outlet's documents that are copies of another outlet's.

    documents: doc_id, outlet; copies: from `find_copies`.
    Returns one row a pair of outlets, most copies first: source, whose the originals are; copier, whose the copies are
    (the source itself where an outlet repeats itself); copies, how many; share, of all the copier's documents (0 to 1).
    Copies of which either outlet is not known are in no row, and its basis counts them.
    Raises InputError: columns that are missing, copies of documents that are not there.
    """
    check_table(documents, "documents", ("doc_id", "outlet"))
    _check_copies(documents, copies)
    outlets = documents.set_index("doc_id")["outlet"]
    pairs = pd.DataFrame({"source": copies["copy_of"].map(outlets), "copier": copies["doc_id"].map(outlets)})
    known = pairs.dropna()
    table = known.groupby(["source", "copier"]).size().reset_index(name="copies")
    table["share"] = table["copies"] / table["copier"].map(outlets.value_counts()).astype("float64")
    table = table.sort_values(["copies", "source", "copier"], ascending=[False, True, True], ignore_index=True)
    empty = "" if len(table) else "no copy and its original are both of a known outlet"
    units = known.assign(doc_id=copies["doc_id"])
    return describe(
        table,
        behind=record_units(units, ["source", "copier"], cells={"copies": None}),
        unit="copies",
        n=len(known),
        source=basis_of(copies).source,
        corpus=len(documents),
        left_out={"without an outlet": len(pairs) - len(known)},
        empty=empty,
    )


def weigh_copies(documents: pd.DataFrame, copies: pd.DataFrame) -> pd.Series:
    """Weigh each document by 1 over the number of documents that say the same, itself included: 1 if it has no copy.

    So a story that twenty papers carry counts once in all. Returns weights (0 to 1) on the documents' index.
    Raises InputError: copies of documents that are not there.
    """
    _check_copies(documents, copies)
    original_of = dict(zip(copies["doc_id"], copies["copy_of"], strict=True))
    originals = documents["doc_id"].map(lambda name: original_of.get(name, name))
    weights = 1.0 / originals.map(originals.value_counts()).astype("float64")
    return weights.rename("weight")


def select_first(documents: pd.DataFrame, copies: pd.DataFrame) -> pd.DataFrame:
    """Keep the documents that are no copies: of each text its original, unchanged and in order.

    Raises InputError: copies of documents that are not there.
    """
    _check_copies(documents, copies)
    return documents[~documents["doc_id"].isin(copies["doc_id"])]


def _check_copies(documents: pd.DataFrame, copies: pd.DataFrame) -> None:
    missing = [column for column in ("doc_id", "copy_of") if column not in copies]
    require(not missing, f"copies lacks the columns {missing}; give the table that find_copies returns.")
    named = pd.concat([copies["doc_id"], copies["copy_of"]])
    odd = named[~named.isin(documents["doc_id"])]
    require(
        odd.empty,
        f"copies names documents that are not in documents: {odd.unique()[:5].tolist()} ({odd.nunique():,} in all); "
        "filter documents after this, or find the copies of these documents.",
    )
