"""What is said of topics and of typical words: from tables counted by hand."""

from types import SimpleNamespace

import pandas as pd
import pytest

import topic_tables
from analysis.prose import contrasts, topics
from topic_tables import CHOICE, SUMMARY

SHARES = topic_tables.SHARES.assign(n=90)
BY_KIND = pd.DataFrame(
    {
        "label": ["t", "t"],
        "kind": ["article", "post"],
        "estimate": [0.6, 0.2],
        "low": [0.5, 0.1],
        "high": [0.7, 0.3],
        "se": 0.05,
        "documents": 90,
        "n": 9,
    }
)


def test_the_choice_of_a_number_of_topics_is_told_with_its_figures():
    said = topics.tell_choice(CHOICE, 3)
    assert "**3** topics (coherence 0.10, exclusivity 0.90, stability 0.90; 100% of them" in said
    assert "asked for 5" in topics.tell_choice(CHOICE, 5)
    assert "too small" in topics.tell_choice(CHOICE.head(0), 0)


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([0.9, 1.0, 0.8], "With all 3 numbers tried nine in ten come back; of them it has the most"),
        ([None, 1.0, 0.8], "With 2 of 3 numbers tried nine in ten come back; of these it has the most coherent"),
        ([None, 1.0, None], "Of 3 numbers tried it is the only one with which nine in ten come back"),
        ([None, None, None], "With no number do nine in ten topics come back; this one loses fewest."),
    ],
)
def test_a_number_of_topics_is_said_to_be_best_only_of_those_that_were_weighed(scores, said):
    each = {"coherence": 0.1, "exclusivity": 0.9, "stability": 0.9, "stable": 0.9, "chosen": [False, True, False]}
    choice = pd.DataFrame({"n_topics": [5, 10, 15], "score": pd.array(scores, "Float64")}).assign(**each)
    assert said in topics.tell_choice(choice, 10)


def test_stable_topics_are_named_and_the_others_counted():
    said = topics.tell_topics(SHARES, SUMMARY)
    assert "1 of 2 topics is stable" in said
    assert "*court · judge* with 60% (95% interval 50% to 70%)" in said
    assert "1 topic did not come back in most refits and is left out" in said
    assert "none to read" in topics.tell_topics(SHARES.head(0), SUMMARY.head(0))
    assert "None of 1 topic comes back" in topics.tell_topics(SHARES, SUMMARY.tail(1))


def test_topics_by_group_name_the_groups_that_differ():
    assert "**t** (article 60%, post 20%)" in topics.tell_topics_by(BY_KIND, "kind")
    assert "On the one stable topic no difference between kinds is shown" in topics.tell_topics_by(
        BY_KIND.assign(se=0.5), "kind"
    )
    assert topics.tell_topics_by(BY_KIND.head(1), "kind") == ""  # the chart that is none says why
    assert topics.tell_topics_by(BY_KIND.head(0), "kind") == ""


def test_findings_on_topics_say_how_many_hold_and_the_largest_of_them():
    by_voice, by_outlet = (BY_KIND.rename(columns={"kind": by}) for by in ("voice", "outlet"))

    def found(unit, summary=SUMMARY, shares=SHARES):
        return {one.key: one.sentence for one in topics.tell_findings(shares, summary, by_voice, by_outlet, unit)}

    said = found("paragraph")
    assert said["stable-topics"].startswith("**1 of 2 topics** found in 90 paragraphs of 30 documents comes back")
    assert said["largest-topic"] == (
        "The largest stable topic, *court · judge*, has 60% (95% interval 50% to 70%) of the text."
    )
    assert said["topics-by-outlet"] == (
        "Outlets differ on 1 of 1 stable topic (1 of 1 pair), most on **t**: article 60%, post 20%."
    )
    assert "topics-by-voice" in said and "no-frames" in said
    assert found("document")["stable-topics"].startswith("**1 of 2 topics** found in 90 documents comes back")
    unstable = found("document", SUMMARY.assign(stable=False))
    assert unstable["stable-topics"].startswith("**0 of 2 topics**") and "largest-topic" not in unstable
    assert "No topic here is to be interpreted" in unstable["no-stable-topic"]
    assert list(found("document", SUMMARY.head(0), SHARES.head(0))) == ["no-topics"]


def test_what_topics_do_not_see_is_counted():
    left_out = pd.DataFrame({"what": ["units", "words"], "reason": ["none", "in too few documents"], "count": [2, 7]})
    units = pd.DataFrame({"doc_id": ["a", "b"]})
    said = topics.tell_units(units, left_out, ("Moscow",), "exploratory: 2 documents")
    assert "of which 2 hold none" in said and "7 in too few documents" in said and "*Moscow*" in said
    assert "**Exploratory: 2 documents.**" in said


PICKED = pd.DataFrame(
    {
        "group": ["a", "b"],
        "rank": 1,
        "shown": ["NATO", "peace"],
        "sure": [True, False],
        "documents": [9, 7],
        "per_1000": [4.0, 2.0],
        "per_1000_rest": [1.0, 1.0],
        "rank_weak_prior": [1, 9],
        "rank_strong_prior": [1, 1],
    }
)
CONTRAST = pd.DataFrame(
    {
        "shown": ["NATO", "peace"],
        "group": "a",
        "against": "b",
        "z": [3.0, -1.0],
        "p": [0.001, 0.4],
        "q": [0.01, 0.5],
        "word_of": ["a", None],
        "per_1000": [4.0, 1.0],
        "per_1000_rest": [1.0, 2.0],
    }
)


def small(table):
    table = table.copy()
    table.attrs["small"] = {"c": 2}
    return table


def test_a_contrast_is_told_with_its_rates_tests_and_left_out_groups():
    said = contrasts.tell_contrast(small(CONTRAST), PICKED)
    assert "**a**: *NATO* (4 against 1 in 1,000 words). 1 group without a sure term." in said
    assert "1 of 2 tests passes" in said and "fewer than five documents: c (2)" in said
    assert contrasts.tell_contrast(CONTRAST.head(0), PICKED.head(0)) == ""  # the chart that is none says why
    assert "fewer than five documents: c (2)" in contrasts.tell_contrast(small(CONTRAST.head(0)), PICKED.head(0))
    assert "No term is surely one group's" in contrasts.tell_contrast(CONTRAST, PICKED.assign(sure=False))
    assert "for 1 of the 2 terms (*peace*)" in contrasts.tell_prior(PICKED)


def test_of_many_groups_five_are_named_and_the_others_counted():
    many = pd.concat([PICKED.head(1).assign(group=f"g{place}") for place in range(30)], ignore_index=True)
    said = contrasts.tell_contrast(CONTRAST, many)
    assert "**g4**" in said and "**g5**" not in said and "25 more groups with sure terms are in the table." in said


def by(column, terms):
    return SimpleNamespace(by=column, terms=terms)


def test_findings_name_the_surest_terms_with_the_group_that_uses_them_more():
    """The second group's term stands in a table seen from the first: its rates change sides."""
    both = CONTRAST.assign(word_of=["a", "b"], p=[0.001, 0.002], q=[0.01, 0.02])
    seen = both.assign(p=[0.002, 0.001])
    first, second, limit = contrasts.tell_findings(by("outlet", small(CONTRAST.head(0))), by("kind", both))
    assert (first.key, first.chart, first.estimate, first.n) == ("terms-by-kind", "contrast-by-kind", 2.0, 2)
    assert first.sentence == (
        "By kind: 2 of 2 tests pass a false discovery rate of 5%, surest *NATO* (a: 4 against 1 in 1,000 words)."
    )
    assert "surest *peace* (b: 2 against 1 in 1,000 words)" in contrasts.tell_findings(by("kind", seen))[0].sentence
    assert second.sentence.startswith(
        "By outlet: there are not two outlets of five documents or more to compare; 1 outlet"
    )
    assert limit.kind == "limit"
    (none, _) = contrasts.tell_findings(by("voice", CONTRAST.assign(word_of=None)))
    assert none.sentence == "By voice: of 2 tests none passes a false discovery rate of 5%."
    untested = CONTRAST.assign(word_of=None, p=float("nan"), q=float("nan"))
    (none, _) = contrasts.tell_findings(by("voice", untested))
    assert none.sentence == "By voice: no term is frequent enough to be tested."
