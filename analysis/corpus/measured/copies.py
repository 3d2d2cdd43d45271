"""Whether copies decide a measure: its estimates with all of them beside those with one of each."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from analysis.charts.parts import TableShown
from analysis.corpus.measured.measure import Measure
from analysis.corpus.measured.shown import ShownTable, View
from analysis.prose.copies import tell_with_and_without

WAYS = "keep: all documents; first: one of each cluster of copies; weight: each by 1 over its cluster's size."


def tabulate_copies(measure: Measure, by: str, percent: Collection[str] = ()) -> ShownTable:
    """Set a measure by one column, with all copies of a text, beside the same with one of each.

    percent: columns of shares.
    """
    both = measure.corpus.compare_copies(measure.units, measure.value, by=by, seed=measure.seed)
    tell = partial(tell_with_and_without, both, by)
    listed = TableShown(both, f"{measure.name}-and-copies", WAYS, empty=tell(), percent=percent)
    title, said = f"{measure.title}, with and without copies", tell if len(both) else None  # of none the table says it
    view = View(title, WAYS, bool(percent), None, said, lambda: [listed])
    return ShownTable(both, view)
