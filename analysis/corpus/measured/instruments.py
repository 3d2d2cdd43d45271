"""What speaks for and against the instruments that measure frames: each a table that shows itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

import pandas as pd

from analysis.charts import frames as charts
from analysis.charts.parts import TableShown
from analysis.corpus.measured.shown import ShownTable, View
from analysis.corpus.measured.texts import Texts
from analysis.errors import InputError
from analysis.estimates import describe, estimate_means
from analysis.frames import METHODS, instruments
from analysis.frames.agreement import disagreements
from analysis.frames.codebooks import Codebook
from analysis.prose import frames as prose

LACKING, ALIKE = "The codebook has no {} to measure by.", "The instruments rank every sentence alike."
APART = ["frame", "text", "method", "score", "other", "score_other", "voice", "speaker", "sentence_id"]


class FrameMeasured(Protocol):
    """A measure of frames, as far as it is checked."""

    corpus: Texts
    book: Codebook
    seed: int
    method: str
    labels: dict[str, str]
    units: pd.DataFrame
    ratings: pd.DataFrame
    agreed: pd.DataFrame
    stamps: pd.DataFrame
    weights_of_words: pd.DataFrame
    can_measure: bool
    tell_foreign: Callable[[], str]
    keep: Callable[[tuple, Callable[[], pd.DataFrame]], pd.DataFrame]
    measured_by: Callable[[str], FrameMeasured]


def tabulate_strengths(measure: FrameMeasured) -> ShownTable:
    """Estimate documents' mean scores by every instrument."""
    rated = measure.ratings[measure.ratings["score"].notna().groupby(measure.ratings["method"]).transform("any")]
    strengths = describe(rated.assign(frame=rated["frame"].map(measure.labels)), like=measure.ratings)
    table = measure.keep(
        ("strengths",), lambda: estimate_means(strengths, "score", by=["frame", "method"], seed=measure.seed)
    )
    axis = "mean score of documents (0 to 1), by each instrument"
    view = View("How strongly documents carry each frame", axis, False, partial(charts.frame_strengths, table))
    return ShownTable(table, view)


def tabulate_together(measure: FrameMeasured) -> ShownTable:
    """Correlate frames over documents."""
    pairs = measure.keep(("together",), lambda: instruments.pair_frames(measure.ratings, seed=measure.seed))
    labels, named = (
        measure.labels,
        pairs.assign(frame=pairs["frame"].map(measure.book.labels), other=pairs["other"].map(measure.book.labels)),
    )
    rows = describe(named, like=pairs)
    listed = TableShown(rows, "frame-pairs", "One row an ordered pair of frames.", most=6)
    view = View(
        "Which frames come together", "rank correlation over documents (−1 to 1)", False,
        partial(charts.frame_companions, pairs, labels), partial(prose.tell_companions, pairs, measure.book.labels),
        lambda: [listed], rows=lambda: rows,
    )  # fmt: skip
    return ShownTable(pairs, view)


def tabulate_agreement(measure: FrameMeasured) -> ShownTable:
    """Set out how far instruments agree."""
    agreed = measure.agreed
    draw, tell, book = charts.instrument_agreement, prose.tell_agreement, measure.book
    ranks = agreed[agreed["statistic"] == "alpha_ranks"].drop(columns="statistic")
    rows = describe(ranks.assign(frame=ranks["frame"].map(measure.labels)), like=agreed)
    view = View(
        "How far the instruments agree on each frame", "Krippendorff's alpha of ranks", False,
        partial(draw, agreed, measure.labels), partial(tell, measure.stamps, book.labels),
        before=prose.tell_codebook(book.title, book.status, book.note, book.labels), rows=lambda: rows,
    )  # fmt: skip
    return ShownTable(agreed, view)


def tabulate_words(measure: FrameMeasured) -> ShownTable:
    """Set out what each frame's weightiest words carry."""
    words, labels = measure.weights_of_words, measure.book.labels
    weightiest = instruments.pick_words(words, labels)
    caption = "Each frame's three weightiest words; rank correlation: of the documents' scores with and without "
    caption += "the word."
    nothing = measure.tell_foreign() or "No word of the codebook stands in these texts."
    listed = TableShown(weightiest, "weightiest-words", caption, most=50, empty=nothing)
    view = View(
        "Each frame's weightiest words", "share of the frame's score that vanishes without the word", False,
        partial(charts.word_shares, words, measure.labels), partial(prose.tell_words, words, labels), lambda: [listed],
    )  # fmt: skip
    return ShownTable(weightiest, view)


def tabulate_disagreements(measure: FrameMeasured, other: str, most: int) -> ShownTable:
    """List sentences on which two instruments disagree."""
    if other == measure.method:
        raise InputError(f"other={other!r} is the method itself: set it against another, such as 'meaning'.")
    both = instruments.rate_sentences(measure.units, measure.measured_by(other).units)
    apart = measure.corpus.with_documents(disagreements(both, most=most))
    apart = apart.assign(frame=apart["frame"].map(measure.labels))
    caption = "One row a sentence; score by the first, score_other by the second."
    known = measure.measured_by(other)
    nothing = measure.tell_foreign() or ALIKE if known.can_measure else LACKING.format(METHODS[known.method])
    listed = TableShown(apart[APART], "disagreements", caption, empty=nothing)
    view = View("Where the instruments disagree", caption, after=lambda: [listed])
    return ShownTable(apart[APART], view)
