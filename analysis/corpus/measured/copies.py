"""Whether copies decide a measure: its estimates with all of them beside those with one of each."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from analysis.charts.parts import TableShown
from analysis.corpus.measured.measure import Measure
from analysis.corpus.measured.shown import ShownTable, View
from analysis.prose.copies import tell_with_and_without

WAYS = "keep: all documents; first: one of each cluster of copies; weight: each by 1 over its cluster's size."
NO_COPIES = "No document is a copy of another."


def tabulate_copies(measure: Measure, by: str, percent: Collection[str] = ()) -> ShownTable:
    """Set a measure by one column, with all copies of a text, beside the same with one of each.

    percent: columns of shares.
    """
    both = measure.corpus.compare_copies(measure.units, measure.value, by=by, seed=measure.seed)
    listed = TableShown(both, f"{measure.name}-and-copies", WAYS, empty=NO_COPIES, percent=percent)
    tell = partial(tell_with_and_without, both, by)
    view = View(f"{measure.title}, with and without copies", WAYS, bool(percent), None, tell, lambda: [listed])
    return ShownTable(both, view)
