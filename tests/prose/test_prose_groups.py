"""Sentences about groups look at every pair, correct for their number, and never rank what has no name."""

import pandas as pd

from analysis.estimates import describe
from analysis.prose.groups import tell_groups, tell_parts

NA = float("nan")


def table(*rows, by="outlet"):
    """Rows of (group, estimate, standard error[, documents]); without an error: a group of one document."""
    full = [(*row, *(NA, 1)[len(row) - 2 :]) if len(row) < 3 else (*row, 20)[:4] for row in rows]
    made = pd.DataFrame(full, columns=[by, "estimate", "se", "documents"])
    made = made.assign(low=made["estimate"] - 2 * made["se"], high=made["estimate"] + 2 * made["se"], n=20)
    return describe(made, apart=[by])


def test_pairs_are_counted_although_the_two_ends_have_no_interval():
    """48 groups with an interval, of which one lies ten standard errors above the other 47, which are the same."""
    middle = [(f"m{place:02}", 0.2, 0.05) for place in range(47)]
    groups = table(("top", 0.9), ("high", 0.9, 0.05), *middle, ("bottom", 0.0))
    said = tell_groups(groups, "outlet", "mean compound")
    assert said.startswith("Mean compound, 48 outlets with an interval: the highest is **high** 0.90 (")
    assert ", the lowest **m" in said
    assert " and 41 more are. 47 of 1,128 pairs differ (corrected for their number), furthest **high** and" in said
    assert "2 outlets have a value in fewer than 5 documents and cannot be compared." in said
    assert "top" not in said and "bottom" not in said


def test_only_groups_of_most_documents_are_named():
    """The pair furthest apart is small: a and b, of five documents; named are those of twenty."""
    groups = table(("a", 9.0, 0.1, 5), ("b", -9.0, 0.1, 5), *[(f"m{n}", float(n), 0.1, 20) for n in range(5)])
    said = tell_groups(groups, "outlet", "mean")
    assert "of the 5 of most documents the highest is **m4**" in said and "furthest of these **m4** and" in said
    assert "**a**" not in said and "**b**" not in said


def test_a_tie_at_the_cut_is_said_with_its_size_and_row_order_decides_nothing():
    """b and c have 30 documents, six have 20, of which three are taken: those first by name."""
    rows = [("c", 3.0, 0.1, 30), ("b", 2.0, 0.1, 30), *[(f"s{n}", float(n), 0.1, 20) for n in (5, 4, 3, 2, 1, 0)]]
    said = tell_groups(table(*rows), "outlet", "mean")
    assert "of 5 of most documents (6 tie: by name) the highest is **c**" in said and "**s5**" not in said
    assert said == tell_groups(table(*rows[::-1]), "outlet", "mean")
    shares = parts(War=[*rows[:2], *[(name, 0.1, 0.01, 20) for name, *_ in rows[2:]]])
    assert "named are groups among 5 of most documents (6 tie: by name)" in (
        tell_parts(shares, "frame", "outlet", "frame")
    )


def test_that_no_pair_of_the_named_groups_differs_is_said_too():
    groups = table(("a", 9.0, 0.1, 6), *[(f"m{n}", 0.0, 0.1, 20) for n in range(5)])
    assert "5 of 15 pairs differ (corrected for their number), none of them between two of the 5 outlets of most" in (
        tell_groups(groups, "outlet", "mean")
    )


def test_groups_in_the_middle_can_lie_apart_while_wide_ends_do_not():
    """b and c: a difference of 2 over an error of about .3; the ends of error 4 take the pooled variance with them."""
    groups = table(("a", 5, 0.4, 60), ("b", 4, 0.1, 60), ("c", 2, 0.1, 60), ("d", 1.9, 0.4, 60))
    said = tell_groups(groups, "outlet", "mean")
    assert "4 of 6 pairs differ" in said and "furthest **a** and **d**" in said


def test_no_pair_apart_is_no_proof_that_groups_are_alike():
    said = tell_groups(table(("a", 3, 1), ("b", 2, 1), ("c", 1, 1)), "outlet", "mean")
    assert "Of 3 pairs none differs (corrected for their number): these texts do not show that any two differ" in said
    assert "nor that they are alike" in said


def test_two_groups_are_told_as_two():
    apart, close = (table(("a", 3, 0.1), ("b", 1, error)) for error in (0.1, 2))
    assert tell_groups(apart, "outlet", "mean").endswith("The two differ.")
    assert tell_groups(close, "outlet", "mean").endswith("These texts do not show that the two differ.")


def test_what_has_no_name_is_counted_and_never_ranked():
    groups = table(("not known", 9, 1), ("speaker not named", -9, 1), ("a", 3, 1), ("b", 2, 1))
    said = tell_groups(groups, "outlet", "mean")
    assert said.startswith("Mean: **a** 3.00") and "**not known**" not in said and "speaker not named" not in said
    assert said.endswith("Not compared: 20 documents whose outlet is not known.")


def test_documents_have_no_role_so_what_has_none_is_counted_in_its_unit():
    groups = describe(table(("not known", 9, 1), ("a", 3, 1), ("b", 2, 1), by="role"), unit="verbs of saying", apart=[])
    groups.attrs["basis"] = groups.attrs["basis"] | {"apart": ()}
    said = tell_groups(groups, "role", "mean")
    assert said.endswith("Not compared: 20 verbs of saying whose role is not known.")


def test_where_no_pair_of_the_largest_differs_no_sentence_says_that_some_are_named():
    small = [(f"s{place}", 0.9 * (place % 2), 0.001, 9) for place in range(4)]
    large = [(f"l{place}", 0.5, 0.01, 90) for place in range(5)]
    said = tell_parts(parts(War=[*large, *small]), "frame", "outlet", "frame")
    assert "none between two outlets among the 5 of most documents" in said and "named are" not in said


def test_why_nothing_can_be_compared_is_said():
    assert tell_groups(table(("not known", 1, 1)), "outlet", "mean").startswith("No outlet is known: there is nothing")
    assert "Only one outlet has a value here, **a**: nothing to set" in tell_groups(
        table(("a", 1, 1)), "outlet", "mean"
    )
    assert tell_groups(table(("a", NA), ("b", NA)), "outlet", "mean") == "There is no outlet here that was measured."
    assert tell_groups(table(("a", 1, 1)).head(0), "outlet", "mean") == "There is no outlet here to compare."
    one = tell_groups(table(("a", 1, 1), ("b", 2), ("c", 3)), "outlet", "mean")
    assert one.startswith("Of 3 outlets only one has an interval, which 5 documents or more with a value are needed")
    assert "Of 2 outlets none has" in tell_groups(table(("b", 2), ("c", 3)), "outlet", "mean")


def parts(**groups):
    made = pd.concat([table(*rows).assign(frame=frame) for frame, rows in groups.items()], ignore_index=True)
    return describe(made, apart=["outlet"])


def test_parts_name_the_furthest_groups_and_count_their_pairs():
    shares = parts(
        Conflict=[("a", 0.6, 0.02), ("b", 0.3, 0.02), ("c", 0.1, 0.02)],
        Economy=[("a", 0.6, 0.02), ("b", 0.6, 0.02), ("c", 0.6, 0.02)],
    )
    said = tell_parts(shares, "frame", "outlet", "frame")
    assert said.startswith("On 1 of 2 frames outlets differ (3 of 6 pairs, corrected for their number): ")
    assert "**Conflict** (a 60%, c 10%; 3 of 3 pairs)." in said
    even = tell_parts(shares[shares["frame"] == "Economy"], "frame", "outlet", "frame")
    assert even.startswith(
        "On the one frame no difference between outlets is shown (3 pairs, corrected for their number): no"
    )


def test_parts_of_which_no_two_groups_have_an_interval_are_counted_apart():
    shares = parts(War=[("a", 0.6, 0.02), ("b", 0.3, 0.02)], Peace=[("a", 0.6, 0.02), ("b", 0.1)])
    said = tell_parts(shares, "frame", "outlet", "frame")
    assert said.startswith("On 1 of 1 frame outlets differ (1 of 1 pair): **War** (a 60%, b 30%).")
    assert said.endswith(" 1 frame cannot be compared.")


def test_parts_of_means_are_written_as_means():
    means = parts(Ann=[("a", 0.6, 0.02), ("b", -0.3, 0.02)])
    said = tell_parts(means, "frame", "outlet", "actor", percent=False)
    assert said == "On 1 of 1 actor outlets differ (1 of 1 pair): **Ann** (a 0.60, b −0.30)."


def test_of_many_parts_three_are_named_the_widest_first_and_the_others_counted():
    rows = {f"f{place}": [("a", place / 10, 0.001), ("b", 0, 0.001)] for place in range(1, 6)}
    said = tell_parts(parts(**rows), "frame", "outlet", "frame")
    assert "On 5 of 5 frames" in said and "**f5** (a 50%, b 0%), **f4** (a 40%, b 0%), **f3**" in said
    assert said.endswith(" and 2 more.")


def test_groups_whose_documents_are_all_alike_are_not_called_few():
    alike = table(("a", 3, 1), ("b", 2, 1), ("c", 1, NA, 9))
    said = tell_groups(alike, "outlet", "mean")
    assert said.endswith("1 outlet cannot be compared: all documents are alike.") and "fewer than" not in said


def test_three_hundred_groups_are_told_in_one_line():
    groups = table(*[(f"g{place:03}", place, 0.05) for place in range(300)])
    said = tell_groups(groups, "outlet", "mean")
    assert "300 outlets with an interval: the highest is **g299** 299.00" in said and "the lowest **g000** 0.00" in said
    assert "44,850 of 44,850 pairs differ (corrected for their number), furthest **g299** and **g000**" in said
    assert len(said) < 330


def test_marks_in_a_name_are_no_markdown():
    assert "**News (live) x y**" in tell_groups(table(("News [live] *x_y*", 1, 1)), "outlet", "mean")
