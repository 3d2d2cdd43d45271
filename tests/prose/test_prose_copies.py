import pandas as pd

from analysis.estimates import describe
from analysis.prose.copies import tell_copying, tell_with_and_without

DOCUMENTS = pd.DataFrame({"doc_id": list("abcdefgh")})
COPIES = describe(
    pd.DataFrame(
        {
            "doc_id": ["b", "c", "d", "f"],
            "copy_of": ["a", "a", "a", "e"],
            "kind": ["exact", "near", "near", "contains"],
            "similarity": [1.0, 0.9, 0.8, 1.0],
        }
    ),
    left_out={"under 8 words": 2},
)
FLOWS = describe(
    pd.DataFrame({"source": ["A", "A", "A"], "copier": ["P", "T", "A"], "copies": [1, 1, 1], "share": [1.0, 1.0, 0.5]}),
    left_out={"without an outlet": 1},
)


def test_copies_are_counted_by_kind_with_what_was_not_compared():
    said = tell_copying(COPIES, DOCUMENTS, FLOWS)
    assert said.startswith(
        "**4 copies of 2 texts** among 8 documents (2 under 8 words not compared): 1 word for word, 2 "
    )
    assert "Most has **a**: 3." in said


def test_who_copies_whom_is_told_with_what_is_not_known():
    said = tell_copying(COPIES, DOCUMENTS, FLOWS)
    assert "Between 2 pairs of outlets 2 were carried: **P** has 1 from **A** and **T** has 1 from **A**." in said
    assert "Most is taken from **A**: 2 by 2 outlets." in said
    assert "1 copy repeats an outlet's own text. Of 1 copy an outlet is not known." in said


def test_originals_with_as_many_copies_are_not_ranked():
    two = pd.concat([COPIES, COPIES.tail(1).assign(doc_id="g"), COPIES.tail(1).assign(doc_id="h")])
    assert "2 originals have 3 copies each, and none has more." in tell_copying(two, DOCUMENTS, FLOWS)
    assert "Most has" not in tell_copying(COPIES.iloc[[0, 3]], DOCUMENTS, FLOWS)


def test_no_copies_are_one_sentence():
    assert tell_copying(COPIES.head(0), DOCUMENTS, FLOWS.head(0)) == (
        "Of 8 documents (2 under 8 words not compared) none is a copy of another, as far as their words tell."
    )


def test_what_changes_nothing_is_measured_in_points_of_a_share_and_in_the_scores_own_unit():
    both = pd.DataFrame({"voice": ["outlet"], "frame": ["a"], "difference": [0.001]})
    assert "half a percentage point" in tell_with_and_without(both, "frame")
    assert "by 0.005 or more" in tell_with_and_without(both, "voice")
