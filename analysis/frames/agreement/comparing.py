"""Agreement of instruments, frame by frame, with intervals from resampling whole documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain

import numpy as np
import pandas as pd

from analysis.errors import require, unknown
from analysis.estimates import (
    FEWEST_DOCUMENTS,
    RESAMPLES,
    TOO_FEW,
    add_basis,
    basis_of,
    describe,
    draw_documents,
    interval_of,
    no_interval,
)
from analysis.frames.agreement.ratings import Pair, Spread, check_ratings, lay_out_ratings, pair_ratings, unit_columns
from analysis.frames.agreement.reliability import rank_once
from analysis.frames.agreement.resampled import STATISTICS, gather_blocks

TOP_SHARE = 0.1  # of the units is coded yes where no threshold is given: this project's choice, not a standard
RARELY_DEFINED = 0.05  # of the resamples may lack a statistic (no variation) before the interval is left out
SOURCE = "Krippendorff 2011"
COLUMNS = ["frame", "method", "other", "statistic", "estimate", "low", "high", "n", "documents", "missing", "note"]


def agreement(
    ratings: pd.DataFrame,
    thresholds: Mapping[str, float] | None = None,
    top_share: float = TOP_SHARE,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Estimate how far every two methods agree on every frame.

    ratings: one row a unit, frame and method (doc_id, frame, method, score; sentence_id where sentences were rated).
    thresholds: by method, the score from which a unit counts as yes; a method without one says yes to its top_share
    of units (fewer where scores are tied). Whole documents are resampled, and ranks are taken anew in each resample.
    Returns one row a frame, pair of methods and statistic: frame, method, other, statistic, estimate, low, high
    (95%), n (units rated by both), documents, missing (units rated by one of the two only), note.
    Statistics: pearson (of scores); spearman; alpha_ranks (Krippendorff's alpha, interval level, of ranks from 0 to 1
    within each method, because instruments score on scales of their own: it says whether they order units alike, not
    whether they score alike); alpha_codes (nominal, of the yes/no codes).
    Raises InputError: no ratings, a threshold for a method that is not there, a top_share outside 0 to 1.
    Source: Krippendorff 2011; Efron & Tibshirani 1993.
    """
    check_ratings(ratings)
    thresholds = dict(thresholds or {})
    methods = sorted(ratings["method"].unique())
    for method in thresholds:
        if method not in methods:
            raise unknown("thresholds", method, methods)
    require(0 < top_share < 1, f"top_share={top_share!r} is not between 0 and 1; 0.1 codes the top tenth as yes.")
    ratings = _leave_out_unrated(ratings)
    spread = lay_out_ratings(ratings)
    pairs = pair_ratings(spread)
    values = _statistics(spread, pairs, thresholds, top_share, draw_documents(spread.n_documents, resamples, seed))
    rows = [row for pair, drawn in zip(pairs, values, strict=True) for row in _rows(spread, pair, drawn)]
    unit = {"sentence_id": "sentences", "doc_id": "documents"}[unit_columns(ratings)[0]]
    rated = describe(ratings, unit=unit, missing="rated by one instrument only", source=SOURCE)
    return add_basis(pd.DataFrame(rows, columns=COLUMNS), rated, _rated_twice(ratings))


def _leave_out_unrated(ratings: pd.DataFrame) -> pd.DataFrame:
    """Leave out the units that no instrument has rated, for the reason that the ratings give (another language)."""
    unit = unit_columns(ratings)[0]
    rated = ratings["score"].notna().groupby(ratings[unit]).transform("any")
    lost = ratings.loc[~rated, unit].nunique()
    return describe(ratings[rated], like=ratings, left_out={basis_of(ratings).missing: lost})


def _rated_twice(ratings: pd.DataFrame) -> pd.Series:
    """Say which ratings are of a unit and frame that two methods or more have rated."""
    known = ratings["score"].notna()
    by = [unit_columns(ratings)[0], "frame"]
    return known & (known.groupby([ratings[name] for name in by]).transform("sum") > 1)


def _statistics(
    spread: Spread, pairs: list[Pair], thresholds: dict[str, float], top_share: float, draws: Iterator[np.ndarray]
) -> np.ndarray:
    """All statistics of each pair, as observed and then in each resample: (pairs, statistics, 1 + resamples)."""
    code = partial(_code, thresholds=thresholds, top_share=top_share)
    blocks = gather_blocks(spread, pairs, code)
    everyone = [np.ones((1, spread.n_documents))] if pairs else []
    chunks = []
    for drawn in chain(everyone, draws if pairs else ()):
        values = np.full((len(pairs), len(STATISTICS), len(drawn)), np.nan)
        for block in blocks:
            values[block.places] = block.statistics(drawn)
        chunks.append(values)
    return np.concatenate(chunks, axis=2) if chunks else np.empty((0, len(STATISTICS), 1))


def _code(method: str, scores: np.ndarray, thresholds: dict[str, float], top_share: float) -> np.ndarray:
    """Code units yes (1) or no (0), each method in its own way; the codes stay the same in all resamples."""
    if method in thresholds:
        return (scores >= thresholds[method]).astype(float)
    return (rank_once(scores) > 1 - top_share).astype(float)


def _rows(spread: Spread, pair: Pair, drawn: np.ndarray) -> Iterator[dict]:
    """Tell of each statistic of a pair; drawn: (statistics, the observed value and those of the resamples)."""
    documents = len(np.unique(spread.document[pair.rows]))
    for statistic, estimate, values in zip(STATISTICS, drawn[:, 0], drawn[:, 1:], strict=True):
        undefined = np.isnan(values).mean()
        if not documents:
            note = "no unit was rated by both"
        elif np.isnan(estimate):
            note = "not defined: a method does not vary"
        elif documents < FEWEST_DOCUMENTS:
            note = TOO_FEW
        elif undefined > RARELY_DEFINED:
            note = no_interval(f"not defined in {undefined:.0%} of resamples")
        else:
            note = ""
        low, high = interval_of(values, documents=documents) if not note else (np.nan, np.nan)
        yield {
            "frame": pair.frame,
            "method": pair.method,
            "other": pair.other,
            "statistic": statistic,
            "estimate": estimate,
            "low": low,
            "high": high,
            "n": len(pair.rows),
            "documents": documents,
            "missing": pair.missing,
            "note": note,
        }
