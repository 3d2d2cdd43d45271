"""Intervals for log-odds from resampling whole documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.stats import norm

from analysis.contrasts.cells import Cells
from analysis.contrasts.contrast import MEASURED_COUNT, Contrast, measured
from analysis.contrasts.odds import log_odds, log_odds_error
from analysis.estimates import FEWEST_DOCUMENTS, TOO_FEW, draw_documents, no_interval
from analysis.estimates.intervals import TAILS
from analysis.progress import count_off

CHUNK_CELLS = 500_000  # resampled counts held at once: they stay in the processor's own memory
NEAR = no_interval("within one standard error of the rest, in a comparison of many")
MARGIN = norm.ppf(0.975)
SLACK = 1e-6  # what rounding may add to the least and the greatest delta


@dataclass(frozen=True)
class Draws:
    """Resamples: how often each document is drawn (documents, resamples), and each group's words then."""

    documents: np.ndarray
    totals: np.ndarray


def draw_words(cells: Cells, resamples: int, seed: int) -> Draws:
    """Draw documents with replacement, and everything in them with them."""
    drawn = np.empty((cells.n_documents, resamples), dtype=np.float32)
    totals = np.empty((cells.n_groups, resamples))
    lengths = sparse.coo_array(
        (cells.lengths, (cells.group, cells.document)), shape=(cells.n_groups, cells.n_documents)
    ).tocsr()
    begin = 0
    for chunk in draw_documents(cells.n_documents, resamples, seed):
        run = slice(begin, begin + len(chunk))
        drawn[:, run], totals[:, run] = chunk.T, lengths @ chunk.T
        begin += len(chunk)
    return Draws(drawn, totals)


def scale_draws(
    contrast: Contrast, draws: Draws, group: np.ndarray, word: np.ndarray, delta: np.ndarray, error: np.ndarray
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield places of pairs of a group and a word, and their delta in each resample: (pairs, resamples).

    delta, error: of each pair, the error if words were independent draws. Passed over are words that the group never
    uses and whose resamples must all lie within that error of delta. The prior stays as it is.
    """
    own_counts = _count_by_word(contrast.cells)
    all_counts = sum(own_counts[1:], start=own_counts[0])
    used = np.array([np.diff(counts.indptr) for counts in own_counts]) > 0
    everything, words = draws.totals.sum(axis=0), np.unique(word)
    step = max(1, CHUNK_CELLS // draws.documents.shape[1])
    order = np.argsort(word, kind="stable")
    for begin in count_off(range(0, len(words), step), "intervals"):
        run = words[begin : begin + step]
        drawn = all_counts[run] @ draws.documents
        fewest, greatest = drawn.min(axis=1), drawn.max(axis=1)
        pairs = order[slice(*np.searchsorted(word, [run[0], run[-1] + 1], sorter=order))]
        for number in np.unique(group[pairs]):
            places = pairs[group[pairs] == number]
            own, totals = own_counts[number], draws.totals[number]
            at, prior = np.searchsorted(run, word[places]), contrast.prior[word[places]]
            least, most = _bounds(fewest[at], greatest[at], totals, everything - totals, prior, contrast.strength)
            far = np.maximum(delta[places] - least, most - delta[places]) + SLACK > error[places]
            kept = used[number, word[places]] | far
            places, whole, prior = places[kept], drawn[at[kept]], prior[kept].astype(np.float32)[:, None]
            count = own[word[places]] @ draws.documents
            yield (
                places,
                log_odds(count, totals, whole - count, everything - totals, prior, np.float32(contrast.strength)),
            )


def add_intervals(table: pd.DataFrame, contrast: Contrast, resamples: int, seed: int) -> pd.DataFrame:
    """Add low, high, p and note to compared words; NA where a word is not tested or documents are too few.

    The standard error behind p is the larger of two: of the resamples, and of words as independent draws.
    The first alone would call a word sure that chance kept out of one group altogether.
    """
    table = table.assign(low=np.nan, high=np.nan, p=np.nan, note=_notes(table, contrast))
    wanted = (table["note"] == "").to_numpy()
    chosen = table[wanted]
    group, word, delta = (chosen[column].to_numpy() for column in ("group", "word", "delta"))
    model = log_odds_error(chosen["count"], chosen["count_rest"], contrast.prior[word]).to_numpy()
    error, bounds = np.zeros(len(chosen)), np.stack([delta, delta])
    draws = draw_words(contrast.cells, resamples, seed)
    for places, deltas in scale_draws(contrast, draws, group, word, delta, model):
        error[places] = deltas.std(axis=1)
        deltas.sort(axis=1)
        bounds[:, places] = _interval_of_sorted(deltas)
    wider = np.maximum(error, model)
    margin = MARGIN * np.where(wider > error, wider, 0)
    table.loc[wanted, "low"] = np.minimum(bounds[0], delta - margin)
    table.loc[wanted, "high"] = np.maximum(bounds[1], delta + margin)
    table.loc[wanted, "p"] = 2 * norm.sf(np.abs(delta) / wider)
    return _add_near(table, contrast) if contrast.is_large else table


def _add_near(table: pd.DataFrame, contrast: Contrast) -> pd.DataFrame:
    """Add p of words so near the rest that no resamples are drawn for them: that of chance, the least it can be."""
    near = (table["note"] == NEAR).to_numpy()
    model = log_odds_error(table["count"][near], table["count_rest"][near], contrast.prior[table["word"][near]])
    table.loc[near, "p"] = 2 * norm.sf(np.abs(table["delta"][near]) / model)
    return table


def _interval_of_sorted(deltas: np.ndarray) -> np.ndarray:
    """Give what `interval_of` gives of rows that are sorted, which is a third of the work for millions of draws."""
    places = np.array(TAILS) * (deltas.shape[1] - 1)
    before = np.floor(places).astype(int)
    share = (places - before)[:, None]
    low, high = deltas.T[before], deltas.T[np.minimum(before + 1, deltas.shape[1] - 1)]
    step = high - low
    return np.where(share < 0.5, low + step * share, high - step * (1 - share))


def _count_by_word(cells: Cells) -> list[sparse.csr_array]:
    """Turn each group's counts round: (words, documents)."""
    shape = (cells.counts.shape[1], cells.n_documents)
    turned = []
    for group in range(cells.n_groups):
        rows = np.flatnonzero(cells.group == group)
        part = cells.counts[rows].tocoo()
        counts = (part.data.astype(np.float32), (part.col, cells.document[rows][part.row]))
        turned.append(sparse.coo_array(counts, shape=shape).tocsr())
    return turned


def _bounds(
    fewest: np.ndarray, greatest: np.ndarray, own: np.ndarray, rest: np.ndarray, prior: np.ndarray, strength: float
) -> tuple[np.ndarray, np.ndarray]:
    """Bound the resampled deltas of words that a group never uses, from below and above.

    fewest, greatest: of the word's counts in the resamples, all in the rest; own, rest: words of group and rest.
    """
    nothing = np.zeros(len(prior))
    least = log_odds(nothing, own.max(), greatest, rest.min(), prior, strength)
    return least, log_odds(nothing, own.min(), fewest, rest.max(), prior, strength)


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
    if contrast.is_large:
        notes[(notes == "") & (table["z"].abs() < 1).to_numpy()] = NEAR
    notes[table["group"].isin(few).to_numpy()] = TOO_FEW
    return notes
