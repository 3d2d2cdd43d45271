"""Who is quoted beside whom: speakers whom the same document, or paragraph, quotes."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.errors import unknown
from analysis.estimates import describe, estimate_means
from analysis.estimates.behind import record_units
from analysis.estimates.resampling import RESAMPLES
from analysis.tables import check_table
from analysis.voices.assign import select_speech

WITHIN = ("document", "paragraph")
DESCRIBED = "described:"
COUNTED = ["documents", "either", "expected", "chance"]
COLUMNS = ["pair", "speaker", "other", *COUNTED, "estimate", "low", "high", "se", "note"]


def pair_quoted(
    quotes: pd.DataFrame,
    sentences: pd.DataFrame,
    within: str = "document",
    fewest: int = 2,
    most: int = 200,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Pair named speakers who are quoted in the same document, or in the same paragraph of one.

    A pair is one of names as the table of speakers shows them: "White House" and "United States" have one identifier
    and are two speakers, who make no pair with each other.
    quotes: doc_id, start, end, speaker, speaker_id [form]; sentences: doc_id, start, paragraph, of the same documents.
    fewest: documents that must quote both; most: pairs that are kept, those of most documents.
    Returns one row a pair, those of most documents first: pair ("Berg and Lind"), speaker, other, documents (that quote
    both), either (that quote one of them or both), expected (how many would quote both if each were quoted by chance in
    as many documents as now), chance (the share that this makes), estimate (share of those that quote either which
    quote both), low, high, se, note. Pairs beyond `most` are counted as left out.
    Raises InputError: within is neither document nor paragraph.
    """
    if within not in WITHIN:
        raise unknown("within", within, WITHIN)
    check_table(quotes, "quotes", ("doc_id", "start", "end", "speaker", "speaker_id"))
    named = select_speech(quotes).dropna(subset=["speaker", "speaker_id"])
    named = named[~named["speaker_id"].str.startswith(DESCRIBED)].reset_index(drop=True)
    named = named.assign(paragraph=_paragraph_of(named, sentences) if within == "paragraph" else 0)
    both = _join_pairs(named)
    every = _count_pairs(named, both, fewest, int(sentences["doc_id"].nunique()))
    pairs = every.head(most)
    beyond = {f"pairs beyond the {most:,} of most documents": len(every) - len(pairs)}
    about = {"unit": "documents", "source": "", "status": "", "left_out": beyond}
    marked = describe(_mark_documents(named, both, pairs), like=sentences, **about)
    shares = estimate_means(marked, "both", by="pair", resamples=resamples, seed=seed).drop(columns="documents")
    table = pairs.merge(shares.rename(columns={"n": "either"}), on="pair", how="left")
    chance = table["expected"] / (table["either"] + table["documents"] - table["expected"])
    table = table.assign(chance=chance)[COLUMNS]
    cells = {"estimate": None, "documents": None}
    behind = record_units(_quotations_of(named, both, pairs), ["pair"], "both", cells=cells)
    empty = "" if len(pairs) else f"no two named speakers are quoted in the same {within} of {fewest} documents"
    return describe(table, like=shares, behind=behind, empty=empty)


def _paragraph_of(quotes: pd.DataFrame, sentences: pd.DataFrame) -> np.ndarray:
    """The paragraph in which each quotation begins."""
    starts = sentences[["doc_id", "start", "paragraph"]].sort_values("start", kind="stable")
    rows = quotes[["doc_id", "start"]].assign(_row=range(len(quotes))).sort_values("start", kind="stable")
    found = pd.merge_asof(rows, starts, on="start", by="doc_id").sort_values("_row")
    return found["paragraph"].fillna(0).to_numpy()


def _join_pairs(named: pd.DataFrame) -> pd.DataFrame:
    """List the pairs that each document quotes in one place, each once: doc_id, first, second (names)."""
    places = named[["doc_id", "paragraph", "speaker", "speaker_id"]].drop_duplicates(["doc_id", "paragraph", "speaker"])
    joined = places.merge(places, on=["doc_id", "paragraph"], suffixes=("", "_other"))
    joined = joined[joined["speaker"] < joined["speaker_other"]]
    joined = joined[joined["speaker_id"] != joined["speaker_id_other"]]
    names = {"speaker": "first", "speaker_other": "second"}
    return joined.rename(columns=names)[["doc_id", "first", "second"]].drop_duplicates()


def _count_pairs(named: pd.DataFrame, both: pd.DataFrame, fewest: int, documents: int) -> pd.DataFrame:
    """Count the documents that quote both of two speakers, for those pairs that enough do."""
    alone = named.drop_duplicates(["doc_id", "speaker"])["speaker"].value_counts()
    counts = both.groupby(["first", "second"]).size().rename("documents").reset_index()
    counts = counts[counts["documents"] >= fewest]
    counts = counts.sort_values(["documents", "first", "second"], ascending=[False, True, True], ignore_index=True)
    one, two = (counts[column].astype("str") for column in ("first", "second"))
    sizes = [counts[column].map(alone).astype(float) for column in ("first", "second")]
    by_chance = sizes[0] * sizes[1] / max(documents, 1)
    return counts.assign(pair=one + " and " + two, speaker=one, other=two, expected=by_chance)


def _mark_documents(named: pd.DataFrame, both: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """One row a pair and document that quotes either of them: both (1 where it quotes both in one place, else 0)."""
    of_speaker = named.groupby("speaker")["doc_id"].unique().to_dict()
    of_pair = both.merge(pairs[["first", "second"]]).groupby(["first", "second"])["doc_id"].unique().to_dict()
    rows = []
    for pair, *key in zip(pairs["pair"], pairs["first"], pairs["second"], strict=True):
        either = pd.unique(np.concatenate([of_speaker[one] for one in key]))
        rows.append(pd.DataFrame({"doc_id": either, "pair": pair, "both": np.isin(either, of_pair[tuple(key)])}))
    empty = pd.DataFrame({"doc_id": [], "pair": [], "both": []})
    return pd.concat([empty, *rows], ignore_index=True).astype({"both": float, "doc_id": "str", "pair": "str"})


def _quotations_of(named: pd.DataFrame, both: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The quotations of both speakers of each pair, in the documents that quote both in one place."""
    kept = both.merge(pairs[["pair", "first", "second"]])
    sides = [kept[["doc_id", "pair", side]].rename(columns={side: "speaker"}) for side in ("first", "second")]
    quoted = named.merge(pd.concat(sides), on=["doc_id", "speaker"])
    return describe(quoted.assign(both=1.0), unit="quotations")
