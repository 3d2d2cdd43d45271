"""Sentences about groups look at every pair of intervals, name few groups, and never rank what has no name."""

import pandas as pd

from analysis.prose.groups import compare_groups, tell_groups, tell_parts

NA = float("nan")


def table(*rows, by="outlet"):
    """Rows of (group, estimate, low, high); without low and high: a group of one document."""
    full = [(name, value, *(rest or (NA, NA))) for name, value, *rest in rows]
    made = pd.DataFrame(full, columns=[by, "estimate", "low", "high"])
    return made.assign(documents=[1 if pd.isna(low) else 9 for low in made["low"]], n=20)


def test_pairs_are_counted_although_the_two_ends_have_no_interval():
    """48 groups with an interval, of which one lies above the other 47, between two ends of one document each."""
    middle = [(f"m{place}", 0.2, 0.1, 0.3) for place in range(47)]
    groups = table(("top", 0.9), ("high", 0.6, 0.5, 0.7), *middle, ("bottom", 0.0))
    said = tell_groups(groups, "outlet", "mean compound")
    assert compare_groups(groups, "outlet").apart == 47
    assert said.startswith("Mean compound, 48 outlets with an interval: from **high** 0.60 (95% interval 0.50 to 0.70)")
    assert "Intervals lie apart for 47 of 1,128 pairs, furthest for **high** and **m0**." in said
    assert "2 outlets stand in fewer than 5 documents and cannot be compared." in said
    assert "top" not in said and "bottom" not in said


def test_groups_in_the_middle_can_lie_apart_while_wide_ends_do_not():
    groups = table(("a", 5, 0, 10), ("b", 4, 3.5, 4.5), ("c", 2, 1.5, 2.5), ("d", 1, -4, 6))
    assert "apart for 1 of 6 pairs, furthest for **b** and **c**" in tell_groups(groups, "outlet", "mean")


def test_no_pair_apart_is_no_proof_that_groups_are_alike():
    said = tell_groups(table(("a", 3, 1, 5), ("b", 2, 1, 5), ("c", 1, 0, 2)), "outlet", "mean")
    assert "No two intervals of the 3 pairs lie apart: these texts do not show that any two differ" in said
    assert "nor that they are alike" in said


def test_two_groups_are_told_as_two():
    apart, close = (table(("a", 3, low, 5), ("b", 1, 0, 1.5)) for low in (2, 1))
    assert tell_groups(apart, "outlet", "mean").endswith("Their intervals do not overlap.")
    assert "the two differ" in tell_groups(close, "outlet", "mean")


def test_what_has_no_name_is_counted_and_never_ranked():
    groups = table(("not known", 9, 8, 10), ("speaker not named", -9, -10, -8), ("a", 3, 1, 5), ("b", 2, 1, 5))
    said = tell_groups(groups, "outlet", "mean")
    assert said.startswith("Mean: **a** 3.00") and "**not known**" not in said and "speaker not named" not in said
    assert said.endswith("Not compared: 9 documents whose outlet is not known.")


def test_why_nothing_can_be_compared_is_said():
    assert tell_groups(table(("not known", 1, 0, 2)), "outlet", "mean").startswith(
        "No outlet is known: there is nothing"
    )
    assert "one outlet only, **a**: nothing to set beside it" in tell_groups(table(("a", 1, 0, 2)), "outlet", "mean")
    one = tell_groups(table(("a", 1, 0, 2), ("b", 2), ("c", 3)), "outlet", "mean")
    assert one.startswith("Of 3 outlets only one stands in 5 documents or more, which an interval needs")
    assert "Of 2 outlets none stands in 5" in tell_groups(table(("b", 2), ("c", 3)), "outlet", "mean")


def parts(**groups):
    return pd.concat([table(*rows).assign(frame=frame) for frame, rows in groups.items()], ignore_index=True)


def test_parts_name_the_furthest_groups_and_count_their_pairs():
    shares = parts(
        Conflict=[("a", 0.6, 0.5, 0.7), ("b", 0.3, 0.2, 0.4), ("c", 0.1, 0.0, 0.15)],
        Economy=[("a", 0.6, 0.5, 0.7), ("b", 0.6, 0.5, 0.7), ("c", 0.6, 0.5, 0.7)],
    )
    said = tell_parts(shares, "frame", "outlet", "frame")
    assert said.startswith("On 1 of 2 frames intervals of outlets lie apart (6 pairs looked at, not corrected")
    assert "**Conflict** (a 60%, c 10%; 3 of 3 pairs)." in said
    even = tell_parts(shares[shares["frame"] == "Economy"], "frame", "outlet", "frame")
    assert even.startswith("On none of 1 frame do intervals of outlets lie apart (3 pairs looked at)")


def test_of_many_parts_three_are_named_the_widest_first_and_the_others_counted():
    rows = {f"f{place}": [("a", place / 10, place / 10, place / 10), ("b", 0, 0, 0)] for place in range(1, 6)}
    said = tell_parts(parts(**rows), "frame", "outlet", "frame")
    assert "On 5 of 5 frames" in said and "**f5** (a 50%, b 0%), **f4** (a 40%, b 0%), **f3**" in said
    assert said.endswith(" and 2 more.")


def test_three_hundred_groups_are_told_in_one_line():
    groups = table(*[(f"g{place}", place, place - 0.4, place + 0.4) for place in range(300)])
    said = tell_groups(groups, "outlet", "mean")
    assert "Intervals lie apart for 44,850 of 44,850 pairs, furthest for **g299** and **g0**" in said
    assert len(said) < 300


def test_marks_in_a_name_are_no_markdown():
    assert "**News (live) x y**" in tell_groups(table(("News [live] *x_y*", 1, 0, 2)), "outlet", "mean")
