"""Charts of sources and verbs: their geometry and their labels, from tables counted by hand."""

import pandas as pd

from analysis.charts.sourcing import (
    beside_pairs,
    role_panels,
    role_shares,
    scare_quotes,
    verb_dots,
    verb_panels,
    women_shares,
)
from analysis.charts.theme import NoChart
from analysis.estimates import describe


def estimates(rows, columns, values, documents=9):
    table = pd.DataFrame(rows, columns=columns)
    table = table.assign(estimate=values, low=[value / 2 for value in values], high=[min(1, 2 * v) for v in values])
    return table.assign(n=20, documents=documents, note="")


ROLES = estimates([["citizens"], ["government"], ["not known"]], ["role"], [0.1, 0.3, 0.6])
BY_OUTLET = estimates(
    [(role, outlet) for role in ("citizens", "government", "not known") for outlet in ("bee", "cat")],
    ["role", "outlet"], [0.1, 0.2, 0.3, 0.4, 0.6, 0.4],
)  # fmt: skip
VERBS = estimates(
    [("bee", group) for group in ("charged", "doubting", "endorsing", "neutral")],
    ["outlet", "verb_group"], [0.1, 0.2, 0.3, 0.4],
)  # fmt: skip
PAIRS = estimates([(f"a{n} and b", f"a{n}", "b") for n in range(20)], ["pair", "speaker", "other"], [0.2] * 20)
PAIRS = PAIRS.assign(chance=0.35)


def labels(axes):
    return [label.get_text() for label in axes.get_yticklabels()]


def test_the_largest_role_comes_first_and_who_has_none_last():
    chart = role_shares(ROLES)
    assert labels(chart.figure.axes[0]) == ["government", "citizens", "not known"]
    dots = {tuple(point) for one in chart.figure.axes[0].collections for point in getattr(one, "get_offsets", list)()}
    assert {(0.3, 0.0), (0.1, 1.0)} <= dots


def test_each_role_has_a_panel_with_all_outlets_and_the_whole_as_a_line():
    chart = role_panels(BY_OUTLET, ROLES)
    assert [axes.get_title(loc="left") for axes in chart.figure.axes] == ["citizens", "government"]
    assert labels(chart.figure.axes[0]) == ["bee", "cat"]
    lines = [line.get_xdata()[0] for axes in chart.figure.axes for line in axes.lines]
    assert lines == [0.1, 0.3]


def test_only_verbs_that_comment_are_drawn_and_all_are_in_the_table():
    chart = verb_panels(VERBS)
    assert [axes.get_title(loc="left") for axes in chart.figure.axes] == ["doubting", "endorsing", "charged"]
    dots = verb_dots(VERBS.rename(columns={"outlet": "speaker"}))
    assert labels(dots.figure.axes[0]) == ["bee"] and dots.name == "verbs-by-speaker"


def test_outlets_of_most_documents_are_drawn_and_the_others_counted():
    names = [[f"outlet {number:02d}"] for number in range(30)]
    for draw in (women_shares, scare_quotes):
        chart = draw(estimates(names, ["outlet"], [0.1] * 30, documents=list(range(1, 31))))
        assert len(labels(chart.figure.axes[0])) == 24 and len(chart.data) == 30
        said = " ".join(" ".join(text.get_text() for text in chart.figure.texts).split())
        assert "The 24 of most documents; 6 more in the table." in said


def test_fifteen_pairs_are_drawn_and_the_others_counted():
    chart = beside_pairs(PAIRS)
    assert len(labels(chart.figure.axes[0])) == 15 and len(chart.data) == 20
    said = " ".join(" ".join(text.get_text() for text in chart.figure.texts).split())
    assert "5 more in the table" in said and "Of 20" not in said
    assert "a0 and b (by chance 35%)" in " ".join(labels(chart.figure.axes[0])[0].split())
    more = describe(PAIRS, left_out={"pairs beyond the 20 of most documents": 480})
    said = " ".join(" ".join(text.get_text() for text in beside_pairs(more).figure.texts).split())
    assert "Of 500 pairs the table holds 20." in said
    assert len(labels(beside_pairs(PAIRS.head(2)).figure.axes[0])) == 2


def test_an_empty_table_makes_no_chart():
    for chart in (role_shares(ROLES.head(0)), verb_panels(VERBS.head(0)), verb_panels(VERBS.tail(1))):
        assert isinstance(chart, NoChart)
    assert isinstance(beside_pairs(PAIRS.head(0)), NoChart)
