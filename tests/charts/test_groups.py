"""Which groups a chart draws, where those without a name stand, and what it says of weak measures."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.charts import corpus, frames, theme, voices
from analysis.charts.dots import MOST_ROWS, interval_dots
from analysis.charts.groups import choose_groups
from analysis.charts.multiples import group_panels
from analysis.charts.sentiment import actor_tones
from analysis.estimates import describe
from analysis.frames.instruments import pair_frames


def table(names, by="outlet", **columns):
    rows = pd.DataFrame({by: names, "estimate": 0.3, "low": 0.2, "high": 0.4, "n": 9, "documents": 9})
    return rows.assign(**columns)


def labels_of(axes):
    return [label.get_text() for label in axes.get_yticklabels()]


def said_on(chart):
    return " ".join(" ".join(text.get_text() for text in chart.figure.texts).split())


def test_of_more_than_twelve_panels_those_of_nothing_go_first():
    values = {f"role {n:02}": 0.0 if n < 3 else 0.1 for n in range(14)}
    rows = [(role, outlet, value) for role, value in values.items() for outlet in ("a", "b")]
    table = pd.DataFrame(rows, columns=["role", "outlet", "estimate"]).assign(n=20, documents=9, note="", se=0.05)
    chart = group_panels(table.assign(low=0.0, high=0.2), "role", "outlet", "n", "T", "share")
    drawn = [axes.get_title(loc="left") for axes in chart.figure.axes]
    assert drawn[-11:] == [f"role {n:02}" for n in range(3, 14)] and len(drawn) == 12
    assert "12 with most differences, then the largest" in " ".join(
        " ".join(text.get_text() for text in chart.figure.texts).split()
    )


def test_groups_without_a_name_are_grey_in_every_row_of_panels():
    """The labels stand beside the first panel of each row."""
    rows = [(f"role {n}", outlet, 0.3) for n in range(8) for outlet in ("a", "not known")]
    table = pd.DataFrame(rows, columns=["role", "outlet", "estimate"]).assign(n=20, documents=9, note="", se=0.05)
    chart = group_panels(table.assign(low=0.1, high=0.4), "role", "outlet", "n", "T", "share")
    marked = [
        to_hex(label.get_color()) == to_hex(theme.GREY)
        for axes in chart.figure.axes
        for label in axes.get_yticklabels()
        if label.get_text() == "not known" and label.get_visible() and axes.get_subplotspec().colspan.start == 0
    ]
    assert len(marked) == 2 and all(marked)


def test_the_largest_groups_are_chosen_and_those_without_a_name_stand_apart():
    rows = table(["small", "not known", "large", "middle"], documents=[1, 99, 30, 20])
    chosen = choose_groups(rows, "outlet", 2)
    assert (chosen.shown, chosen.left, chosen.unnamed) == (["large", "middle"], 1, ["not known"])
    assert chosen.tell_left() == "The 2 of most documents; 1 more in the table."
    assert choose_groups(rows, "outlet", 9).tell_left() == ""


def test_where_groups_of_one_size_are_drawn_and_not_drawn_the_chart_says_how_many_tie():
    """Four groups of 9 documents, of which two are drawn; with a third of 20 the cut still falls among the four."""
    assert choose_groups(table(list("dcba")), "outlet", 2).tell_left() == (
        "The 2 of most documents (4 tie: as listed); 2 more in the table."
    )
    uneven = choose_groups(table(list("abcde"), documents=[9, 9, 20, 9, 9]), "outlet", 2)
    assert uneven.shown == ["c", "a"] and uneven.tied == 4
    assert choose_groups(table(list("abc"), documents=[9, 20, 20]), "outlet", 2).tied == 0


def test_a_group_is_as_large_as_its_documents_and_not_as_those_that_name_an_actor():
    rows = table(["a", "b"], documents=[9, 2])
    documents = pd.DataFrame({"doc_id": range(5), "outlet": ["b", "b", "b", "b", "a"]})
    assert choose_groups(rows, "outlet", 1).shown == ["a"]
    assert choose_groups(rows, "outlet", 1, documents).shown == ["b"]
    tones = pd.concat(table([f"o{n}"], actor="Ann", documents=9 - n) for n in range(6))
    whole = pd.DataFrame({"outlet": [f"o{n}" for n in range(6) for _ in range(n + 1)]})
    drawn = said_on(actor_tones(tones, "outlet", documents=whole))
    assert "o5" in drawn and "o0" not in drawn


@pytest.mark.parametrize("unnamed", ["not known", "speaker not named"])
def test_rows_without_a_name_are_drawn_last_grey_and_apart_and_are_no_highest(unnamed):
    chart = interval_dots(table([unnamed, "a", "b"], estimate=[0.9, 0.1, 0.2]), "outlet", "x", "X", "share")
    axes = chart.figure.axes[0]
    assert labels_of(axes) == ["a", "b", unnamed]
    assert [label.get_color() for label in axes.get_yticklabels()] == [theme.INK, theme.INK, theme.GREY]
    places = axes.collections[-1].get_offsets()[:, 1].tolist()
    assert max(places) - 1 > 1, "there is a gap above it"
    assert "highest: b" in chart.alt


def test_colours_that_tell_series_apart_hold_in_rows_without_a_name_too():
    rows = pd.concat([table(["a", "not known"], voice=voice, estimate=[0.3, 0.4]) for voice in ("outlet", "speaker")])
    chart = interval_dots(rows, "outlet", "x", "X", "share", colour="voice")
    drawn = {to_hex(tint) for dots in chart.figure.axes[0].collections for tint in dots.get_edgecolor()}
    assert drawn >= {theme.PALETTE[0].lower(), theme.PALETTE[1].lower()} and theme.GREY.lower() not in drawn
    nobody = interval_dots(rows[rows["outlet"] == "not known"], "outlet", "x", "X", "share", colour="voice")
    assert "2 estimates; all at 0.40" in nobody.alt


def test_a_chart_of_fifty_rows_draws_thirty_and_counts_the_others():
    rows = table([f"o{number:02}" for number in range(50)], documents=range(50))
    chart = interval_dots(rows, "outlet", "x", "X", "share")
    assert len(labels_of(chart.figure.axes[0])) == MOST_ROWS and len(chart.data) == 50
    assert "The 30 of most documents; 20 more in the table." in said_on(chart)


def test_six_groups_are_told_apart_by_colour_and_seven_by_small_panels_with_a_line_for_all():
    parts = [table([f"o{number}" for number in range(7)], frame=frame) for frame in ("Conflict", "Morality")]
    seven = pd.concat(parts).assign(estimate=[*np.linspace(0.1, 0.7, 7), *[0.2] * 7])
    six = frames.frames_by(seven[seven["outlet"] != "o6"], "outlet")
    assert len([axes for axes in six.figure.axes if axes.get_visible()]) == 1
    chart = frames.frames_by(seven, "outlet")
    first, second = chart.figure.axes
    assert [axes.get_title(loc="left") for axes in (first, second)] == ["Conflict", "Morality"]
    lines = [axes.lines[0].get_xdata()[0] for axes in (first, second)]
    assert lines == pytest.approx([0.4, 0.2]) and "all outlets together" in said_on(chart)
    overall = pd.DataFrame({"frame": ["Conflict", "Morality"], "estimate": [0.5, 0.6]})
    given = frames.frames_by(seven, "outlet", overall)
    assert [axes.lines[0].get_xdata()[0] for axes in given.figure.axes] == [0.5, 0.6]


def test_no_line_is_drawn_where_documents_are_weighed_and_the_value_of_all_is_not_given():
    rows = describe(table(["a", "b"], frame="x"), weights={"d1": 0.5})
    assert not group_panels(rows, "frame", "outlet", "n", "T", "share").figure.axes[0].lines


def test_a_weak_frame_bears_a_dagger_and_the_footer_says_why():
    rows = table(["Conflict", "Morality"], by="frame")
    flags = {"Morality": "agrees with hand codes little better than chance (AUC .61)."}
    chart = frames.frame_shares(rows, flags)
    assert labels_of(chart.figure.axes[0]) == ["Conflict", "Morality †"]
    assert "† Morality: agrees with hand codes little better than chance (AUC .61)." in said_on(chart)
    assert "†" not in said_on(frames.frame_shares(rows))


def test_numbers_are_written_as_people_write_them():
    assert [theme.percent_of(share) for share in (0.02, -0.0, -1e-9, 0.125, 1)] == ["2%", "0%", "0%", "12.5%", "100%"]
    assert [theme.decimals_of(value, 2) for value in (-0.001, 0.5, -1.239, 1234.5)] == [
        "0.00",
        "0.50",
        "−1.24",
        "1,234.50",
    ]


def test_lengths_are_ticked_at_round_numbers():
    documents = pd.DataFrame({"doc_id": ["1", "2"], "outlet": ["A", "B"], "kind": "article", "words": [40, 1500]})
    axes = corpus.length_dots(documents).figure.axes[0]
    assert axes.get_xticks().tolist() == [50, 100, 200, 500, 1000, 2000]


def test_a_codebook_of_one_frame_has_no_pairs_and_says_so():
    ratings = pd.DataFrame({"doc_id": ["a", "b"], "frame": "conflict", "method": "words", "score": [0.1, 0.2]})
    pairs = pair_frames(ratings)
    assert pairs.empty
    reason = "The codebook has one frame: there is no other that could come with it."
    assert frames.frame_companions(pairs, {"conflict": "Conflict"}).reason == reason


@pytest.mark.parametrize(("most", "groups", "shown", "left"), [(12, 13, 13, 0), (12, 14, 12, 2), (6, 7, 6, 1)])
def test_one_row_more_is_drawn_and_not_told_of(most, groups, shown, left):
    table = pd.DataFrame({"outlet": [f"o{place:02}" for place in range(groups)], "documents": 5})
    chosen = choose_groups(table, "outlet", most)
    assert (len(chosen.shown), chosen.left) == (shown, left)


def test_a_heading_of_frames_that_come_together_has_the_name_alone_and_the_row_what_speaks_against_it():
    labels = {"a": "Attribution of responsibility [disputed, weak by meaning]", "b": "Conflict"}
    pairs = pd.DataFrame({"frame": ["a", "b"], "other": ["b", "a"], "estimate": [0.3, 0.3], "n": 9, "documents": 9})
    axes = frames.frame_companions(pairs, labels).figure.axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["Attribution of responsibility", "Conflict"]
    assert "disputed" in axes.get_yticklabels()[0].get_text()


def test_the_chart_of_speakers_says_how_many_it_does_not_draw():
    shares = pd.DataFrame({"who": ["Berg", "Lind"], "estimate": [0.3, 0.2], "n": 9, "documents": 2})
    shares = shares.assign(low=0.1, high=0.4)
    speakers = pd.DataFrame({"speaker": ["Berg", "Lind", "Moe", "the captain", "not known"]})
    said = " ".join(text.get_text() for text in voices.speaker_shares(shares, speakers).figure.texts)
    assert "The 2 of most words; 2 more, named or described, in the table of speakers." in said
    behind = voices.speaker_shares(shares, pd.concat([speakers[3:4], speakers[:2]]))  # of most words and one sentence
    assert "The 2 of most words among those of enough sentences; 1 more" in said_on(behind)
    all_there = voices.speaker_shares(shares, speakers[:2])
    assert "more in the table" not in " ".join(text.get_text() for text in all_there.figure.texts)
