"""What a report says of a corpus before anything else is read."""

import pandas as pd
import pytest

from analysis.reports.drawn.corpora import describe_corpus

STORY = "The council met on Monday in the town hall and spoke of the old bridge over the river, which is to be closed. "


@pytest.mark.parametrize(("copies", "said"), [(1, "1 document of 2 repeats another"), (2, "2 documents of 3 repeat")])
def test_one_copy_repeats_and_two_repeat(tmp_path, copies, said):
    texts = pd.DataFrame(
        {"title": "The bridge", "text": [STORY * 3] * (copies + 1), "outlet": list("abc")[: copies + 1]}
    )
    texts.to_csv(tmp_path / "texts.csv", index=False)
    (caution,) = [one for one in describe_corpus(tmp_path)["cautions"] if one.startswith("Copies")]
    assert caution.startswith(f"Copies: {said}")
