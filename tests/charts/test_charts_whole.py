"""A chart that draws the groups of most documents keeps all of them in its table, where it says that they are."""

import pandas as pd
import pytest

from analysis.charts.frames import frames_by
from analysis.charts.sentiment import actor_tones
from analysis.charts.topics import topic_shares_by
from analysis.charts.voices import outlet_shares

OUTLETS = [f"o{place:02}" for place in range(27)]
ROWS = pd.DataFrame(
    {"outlet": OUTLETS, "estimate": 0.5, "low": 0.4, "high": 0.6, "n": 9, "documents": range(32, 5, -1), "part": "x"}
)


@pytest.mark.parametrize(
    ("draw", "part", "drawn"),
    [
        (lambda table: frames_by(table, "outlet"), "frame", 24),
        (lambda table: topic_shares_by(table, "outlet"), "label", 24),
        (lambda table: actor_tones(table, "outlet"), "actor", 5),
        (outlet_shares, "voice", 20),
    ],
)
def test_groups_that_are_not_drawn_are_in_the_table(draw, part, drawn):
    chart = draw(ROWS.rename(columns={"part": part}))
    assert f"{27 - drawn} more in the table" in " ".join(text.get_text() for text in chart.figure.texts)
    assert sorted(chart.data["outlet"]) == OUTLETS
