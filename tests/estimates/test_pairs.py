"""Which groups differ: each with each, corrected for the number of all pairs, few false alarms."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.errors import InputError
from analysis.estimates import basis_of, choose_largest, compare_pairs, describe, estimate_means, estimate_shares
from analysis.estimates.together import find_correlations


def estimates(*rows, apart=True):
    """Rows of (group, estimate, se, documents)."""
    table = pd.DataFrame(rows, columns=["outlet", "estimate", "se", "documents"])
    table = table.assign(low=table["estimate"] - 2 * table["se"], high=table["estimate"] + 2 * table["se"])
    return describe(table, apart=["outlet"] if apart else [])


def compared(*rows, **more):
    return compare_pairs(estimates(*rows, **more), "outlet")[""]


def test_two_groups_are_compared_as_welch_does():
    """The same spread and number: t = .3 / (.1 sqrt(2)) = 2.12 with 38 degrees of freedom, p = .041; .29 gives .048."""
    assert 2 * stats.t.sf(0.29 / (0.1 * np.sqrt(2)), 38) < 0.05 < 2 * stats.t.sf(0.28 / (0.1 * np.sqrt(2)), 38)
    assert compared(("a", 0.29, 0.1, 20), ("b", 0.0, 0.1, 20)).apart == 1
    assert compared(("a", 0.28, 0.1, 20), ("b", 0.0, 0.1, 20)).apart == 0


def test_the_same_difference_does_not_pass_among_many():
    """Of 20 groups one lies .29 above the others: 19 of 190 pairs with p = .04; .05 x 19 / 190 = .005 is asked."""
    others = [(f"m{place}", 0.0, 0.1, 20) for place in range(19)]
    assert compared(("a", 0.29, 0.1, 20), *others).apart == 0
    assert compared(("a", 0.6, 0.1, 20), *others).apart == 19


def test_a_group_that_looks_sure_by_chance_is_no_surer_than_all_documents_together():
    """Six documents alike but for a trifle: beside a group of the usual spread, .2 is nothing."""
    assert compared(("few", 0.0, 0.001, 6), ("many", 0.12, 0.05, 30)).apart == 0
    assert compared(("few", 0.0, 0.0, 6), ("many", 0.6, 0.05, 30)).apart == 1


def test_groups_of_which_each_is_without_spread_are_as_sure_as_their_bounds():
    table = estimates(("a", 1.0, 0.0, 6), ("b", 0.0, 0.0, 6)).assign(low=[0.61, 0.0], high=[1.0, 0.39])
    assert compare_pairs(table, "outlet")[""].apart == 1
    five = estimates(("a", 0.3, 0.0, 6), ("b", 0.0, 0.0, 6)).assign(low=[0.3, 0.0], high=[0.7, 0.39])
    assert compare_pairs(five, "outlet")[""].apart == 0


def test_groups_in_the_same_documents_are_compared_with_the_errors_added_up():
    """.35 over .2, not over .141: what the documents have in common may have made the difference."""
    assert compared(("a", 0.35, 0.1, 30), ("b", 0.0, 0.1, 30)).apart == 1
    assert compared(("a", 0.35, 0.1, 30), ("b", 0.0, 0.1, 30), apart=False).apart == 0


def test_groups_in_the_same_documents_are_compared_by_what_differs_within_them():
    """Each document has a level of its own, the same in both voices, and .1 more in one of them but for a little."""
    generator = np.random.default_rng(0)
    level = generator.normal(0, 1, size=30)
    both = {"o": level, "s": level + 0.1 + generator.normal(0, 0.01, size=30)}
    rows = [(f"d{place}", voice, value) for voice, values in both.items() for place, value in enumerate(values)]
    table = estimate_means(pd.DataFrame(rows, columns=["doc_id", "voice", "score"]), "score", "voice")
    assert table["se"].min() > 0.1 and compare_pairs(table, "voice")[""].apart == 1
    assert find_correlations(table)[0, 1] > 0.99 and basis_of(table).apart == ()
    unknown = describe(table, together={})
    assert find_correlations(unknown) is None and compare_pairs(unknown, "voice")[""].apart == 0
    assert find_correlations(table.assign(voice=["x", "y"])) is None


def test_correlations_are_those_of_resamples():
    """Ratios of sums over 60 documents with weights: what 4,000 resamples give, to a few hundredths."""
    generator = np.random.default_rng(1)
    shared = generator.normal(size=60)
    document = np.repeat(np.arange(60), np.arange(60) % 4 * 2 + 2)
    units = pd.DataFrame({"doc_id": [f"d{n}" for n in document], "voice": list("ab") * (len(document) // 2)})
    units["score"] = shared[document] * units["voice"].map({"a": 1, "b": 0.7}) + generator.normal(size=len(units))
    wide = [
        units[units["voice"] == voice].groupby("doc_id", sort=False)["score"].agg(["sum", "size"]) for voice in "ab"
    ]
    draws = generator.multinomial(60, np.full(60, 1 / 60), size=4000)
    means = [draws @ each["sum"].to_numpy() / (draws @ each["size"].to_numpy()) for each in wide]
    found = find_correlations(estimate_means(units, "score", "voice"))
    assert found[0, 1] == pytest.approx(np.corrcoef(*means)[0, 1], abs=0.06) and found[0, 0] == 1


def test_shares_in_the_same_documents_are_compared_by_what_differs_within_them():
    """Thirty documents, each with one level of claims by officials and a lower one by papers."""
    rows = []
    for place in range(30):
        level = 2 + place % 7
        for role, claims in (("official", level), ("paper", level - 2)):
            verbs = ["claim"] * claims + ["say"] * (10 - claims)
            rows += [(f"d{place}", role, verb) for verb in verbs]
    shares = estimate_shares(
        pd.DataFrame(rows, columns=["doc_id", "role", "verb"]), of="verb", by="role", resamples=400
    )
    assert compare_pairs(shares, "role", "verb")["claim"].apart == 1
    unknown = describe(shares.assign(se=shares["se"] * 3))
    unknown.attrs["basis"] = unknown.attrs["basis"] | {"together": {}}  # errors are added up
    assert compare_pairs(unknown, "role", "verb")["claim"].apart == 0
    kept = basis_of(shares).together
    assert kept["by"] == ["role", "verb"] and np.allclose(kept["correlations"][0][2], 1, atol=0.01)


def test_groups_that_are_apart_or_many_are_not_kept_with_their_correlations():
    many = pd.DataFrame({"doc_id": ["a", "b"] * 110, "who": [f"w{n // 2}" for n in range(220)], "score": 1.0})
    assert basis_of(estimate_means(many, "score", "who", resamples=5)).together == {}
    apart = pd.DataFrame({"doc_id": ["a", "b"], "who": ["x", "y"], "score": 1.0})
    assert basis_of(estimate_means(apart, "score", "who", resamples=5)).together == {}


def test_estimates_say_which_columns_share_no_document():
    """Each document has one outlet and both voices."""
    table = pd.DataFrame({"doc_id": list("aabb"), "outlet": list("XXYY"), "voice": list("opop"), "score": 1.0})
    assert estimate_means(table, "score", by=["outlet", "voice"]).attrs["basis"]["apart"] == ["outlet"]


def test_what_has_no_name_or_no_interval_is_not_compared():
    groups = compare_pairs(
        estimates(("a", 3, 0.1, 9), ("b", 0, 0.1, 9), ("c", 9, np.nan, 2), ("not known", 9, 0.1, 9), ("own", 5, 0.1, 9)
        ), "outlet", unnamed=["not known"], leave_out=["own"],
    )[""]  # fmt: skip
    assert (groups.pairs, groups.apart) == (1, 1)
    assert groups.named["outlet"].tolist() == ["c", "a", "b"] and groups.unnamed["outlet"].tolist() == ["not known"]
    assert [row["outlet"] for row in groups.furthest("outlet", ["a", "b"])] == ["a", "b"]
    assert groups.furthest("outlet", ["a", "c"]) == ()


def test_the_groups_of_most_documents_are_chosen_and_what_has_no_name_is_none():
    table = estimates(("a", 0, 0.1, 3), ("b", 0, 0.1, 9), ("not known", 0, 0.1, 50), ("c", 0, 0.1, 9))
    assert choose_largest(table, "outlet", 2, ["not known"]) == ["b", "c"]


def test_a_table_without_standard_errors_is_refused():
    with pytest.raises(InputError, match="the table has no column se"):
        compare_pairs(pd.DataFrame({"outlet": ["a"], "estimate": [1.0]}), "outlet")


@pytest.mark.parametrize(("groups", "corpora"), [(2, 150), (25, 12), (300, 1)])
def test_groups_that_do_not_differ_are_hardly_ever_said_to(groups, corpora):
    """Documents of 5 to 40 sentences with shares of their own around 15%; 7 of 150 corpora may err, 1 of 12."""
    generator, wrong = np.random.default_rng(groups), 0
    for _ in range(corpora):
        sizes = np.clip((generator.pareto(1.0, size=groups) * 4 + 1).astype(int), 1, 50)
        outlet = np.repeat(np.arange(groups), sizes)
        lengths = generator.integers(5, 41, size=len(outlet))
        share = np.repeat(generator.beta(0.75, 4.25, size=len(outlet)), lengths)
        document = np.repeat(np.arange(len(outlet)), lengths)
        units = pd.DataFrame({"doc_id": document.astype(str), "outlet": outlet[document].astype(str)})
        units["present"] = (generator.random(len(document)) < share).astype(float)
        wrong += compare_pairs(estimate_means(units, "present", "outlet", resamples=300), "outlet")[""].apart > 0
    assert wrong <= max(corpora * 0.05, groups == 25)
