"""Copies of a text in a coder's cross-validation: in one fold, so that nothing is tested on what was learned."""

import numpy as np
import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.frames.by_example import train_frame_coder
from analysis.frames.by_example.copies import group_copies

STORY = (
    "The council of the town voted on Friday to sell the old harbour to a firm that nobody there had heard of before."
)


def groups(*texts, documents=None, folds=1):
    numbers = np.arange(len(texts)) if documents is None else np.array(documents)
    found = group_copies(pd.Series(texts), numbers, folds)
    return pd.factorize(found)[0].tolist()


def test_exact_copies_share_a_group_whatever_their_marks_capitals_and_addresses():
    other = STORY.upper().replace(",", " –") + "  https://news.example/1"
    assert groups(STORY, "Another matter.", other, STORY + "!") == [0, 1, 0, 0]


def test_near_copies_share_a_group_and_texts_on_the_same_matter_do_not():
    near = STORY.replace("Friday", "Thursday") + " So it was reported."
    alike = (
        "On Friday the council decided that a firm may buy what is left of the harbour of the old town, people heard."
    )
    assert groups(STORY, near, alike) == [0, 0, 1]


def test_copies_join_their_documents_and_empty_texts_join_nobody():
    assert groups(STORY, "a b", "c d", STORY, documents=[0, 0, 1, 1]) == [0, 0, 0, 0]
    assert groups("", "", "!") == [0, 1, 2]


def test_where_copies_leave_too_few_groups_the_documents_are_the_groups():
    assert groups(STORY, STORY, STORY, folds=2) == [0, 1, 2]


def test_copies_do_not_lift_the_quality_of_a_coder():
    """Codes are drawn at random: nothing can be learned but which text is which. Copies used to tell it."""
    random = np.random.default_rng(1)
    words = ["harbour", "school", "market", "river", "bridge", "tower", "garden", "station", "museum", "street"]
    texts = [" ".join(random.choice(words, 14)) for _ in range(60)]
    codes = random.random(60) < 0.5
    table = pd.DataFrame({"text": texts * 3, "war": np.tile(codes, 3)})
    table["text"] += np.repeat(["", ".", " !"], 60)
    quality = train_frame_coder(table["text"], table["war"]).quality
    assert quality["f1"].iloc[0] < 0.8  # 1.0 with copies on both sides


def test_a_code_of_which_all_texts_are_copies_of_one_is_refused():
    texts = pd.Series([STORY + "!" * n for n in range(12)] + [f"Shares rose by {n} on the market." for n in range(12)])
    with pytest.raises(InputError, match="all texts of 'war' are copies of one text or stand in one document"):
        train_frame_coder(texts, pd.Series([True] * 12 + [False] * 12, name="war"))
