"""What stands in brackets behind a frame is explained under the title of its chart, each mark that is there."""

import pandas as pd

from analysis.charts.frames import frame_shares
from analysis.charts.multiples import group_panels


def heads(chart):
    return " ".join(text.get_text() for text in chart.figure.texts)


def shares(*frames):
    rows = [{"frame": frame, "estimate": 0.2, "low": 0.1, "high": 0.3, "n": 9, "documents": 9} for frame in frames]
    return pd.DataFrame(rows)


def test_each_mark_that_is_there_is_explained_and_no_other():
    said = heads(frame_shares(shares("Order [disputed, weak by meaning]", "Care")))
    assert "disputed – its instruments disagree; weak – an instrument is known to measure it badly." in said
    assert "one word" not in said and "In brackets" not in heads(frame_shares(shares("Order", "Care")))


def test_what_is_all_at_one_value_has_no_highest_and_no_lowest():
    assert "2 estimates; all at 0.20." in frame_shares(shares("Order", "Care")).alt
    assert "1 estimate; all at 0.20." in frame_shares(shares("Order")).alt


def test_names_of_groups_are_as_large_in_every_row_of_panels():
    table = pd.concat([shares(*"ABCDE").assign(outlet=name, n=9) for name in ("x", "y", "z")], ignore_index=True)
    grid = group_panels(table, "frame", "outlet", "n", "T", "share", percent=True).figure.axes
    sizes = {label.get_size() for axes in grid if axes.get_visible() for label in axes.get_yticklabels()}
    assert sizes == {9}
