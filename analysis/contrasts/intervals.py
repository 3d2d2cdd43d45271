"""Intervals for log-odds from resampling whole documents."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from scipy.stats import norm

from analysis.contrasts.cells import Cells
from analysis.contrasts.contrast import MEASURED_COUNT, Contrast, measured
from analysis.contrasts.odds import log_odds, log_odds_error
from analysis.estimates import FEWEST_DOCUMENTS, TOO_FEW, draw_documents, interval_of, no_interval

CHUNK_CELLS = 4_000_000  # resampled counts held at once for one group


def resample_log_odds(
    cells: Cells, words: np.ndarray, prior: np.ndarray, strength: float, resamples: int, seed: int
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield, for runs of words, their places and delta in each resample: (groups, words of the run, resamples).

    Documents are drawn with replacement, and everything in them with them; the prior stays as it is.
    words: the columns wanted; prior: a_w of every column.
    """
    draws = np.concatenate(list(draw_documents(cells.n_documents, resamples, seed))).T.astype(np.float32)
    lengths = np.asarray(cells.counts.sum(axis=1)).ravel()
    members = [np.flatnonzero(cells.group == group) for group in range(cells.n_groups)]
    totals = np.stack([lengths[rows] @ draws[cells.document[rows]] for rows in members])
    everything = totals.sum(axis=0)
    columns = cells.counts.tocsc()
    step = max(1, CHUNK_CELLS // max(resamples * cells.n_groups, 1))
    for begin in range(0, len(words), step):
        run = words[begin : begin + step]
        part = columns[:, run].tocsr().astype(np.float32)
        drawn = np.stack([part[rows].T.tocsr() @ draws[cells.document[rows]] for rows in members])
        rest = drawn.sum(axis=0) - drawn
        shape = (1, len(run), 1)
        yield (
            begin,
            log_odds(
                drawn,
                totals[:, None, :],
                rest,
                (everything - totals)[:, None, :],
                prior[run].astype(np.float32).reshape(shape),
                np.float32(strength),
            ),
        )


def add_intervals(table: pd.DataFrame, contrast: Contrast, resamples: int, seed: int) -> pd.DataFrame:
    """Add low, high, p and note to compared words; NA where a word is not tested or documents are too few.

    The standard error behind p is the larger of two: of the resamples, and of words as independent draws.
    The first alone would call a word sure that chance kept out of one group altogether.
    """
    table = table.assign(low=np.nan, high=np.nan, p=np.nan, note=_notes(table, contrast))
    wanted = (table["note"] == "").to_numpy()
    words = np.unique(table["word"].to_numpy()[wanted])
    place = np.full(contrast.cells.counts.shape[1], -1)
    place[words] = np.arange(len(words))
    error = np.empty((contrast.cells.n_groups, len(words)))
    bounds = np.empty((2, *error.shape))
    draws = resample_log_odds(contrast.cells, words, contrast.prior, contrast.strength, resamples, seed)
    for begin, deltas in draws:
        run = slice(begin, begin + deltas.shape[1])
        error[:, run] = deltas.std(axis=2)
        bounds[:, :, run] = interval_of(deltas, axis=2)
    group, word = table["group"].to_numpy()[wanted], place[table["word"].to_numpy()[wanted]]
    chosen = table[wanted]
    model = log_odds_error(chosen["count"], chosen["count_rest"], contrast.prior[chosen["word"]])
    wider = np.maximum(error[group, word], model)
    margin = norm.ppf(0.975) * np.where(wider > error[group, word], wider, 0)
    table.loc[wanted, "low"] = np.minimum(bounds[0][group, word], chosen["delta"] - margin)
    table.loc[wanted, "high"] = np.maximum(bounds[1][group, word], chosen["delta"] + margin)
    table.loc[wanted, "p"] = 2 * norm.sf(np.abs(chosen["delta"]) / wider)
    return table


def _notes(table: pd.DataFrame, contrast: Contrast) -> np.ndarray:
    """Say why a row has no interval, "" if it has one."""
    cells = contrast.cells
    sides = {
        group: [cells.documents_of(np.flatnonzero((cells.group == group) == own)) for own in (True, False)]
        for group in table["group"].unique()
    }
    few = [group for group, documents in sides.items() if min(documents) < FEWEST_DOCUMENTS]
    rare = table["count"] + table["count_rest"] < MEASURED_COUNT
    notes = np.where(measured(table), "", no_interval("in one document")).astype(object)
    notes[rare.to_numpy()] = no_interval(f"fewer than {MEASURED_COUNT} occurrences")
    notes[table["group"].isin(few).to_numpy()] = TOO_FEW
    return notes
