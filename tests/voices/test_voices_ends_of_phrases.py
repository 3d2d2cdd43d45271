"""Where the words that name somebody begin and end: adverbs, times, parties, names of offices, a meeting."""

import pandas as pd
import pytest

from analysis.voices import find_quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Larsen also left the room and promised that it was late.", "Larsen"),
        ("The White House also read the file and said that it was late.", "White House"),
        ("A few days ago the guild said that it was late.", "the guild"),
        ("By the time the Lunds said that it was late, it rained.", "Lunds"),
        ("“It was late,” said a clerk familiar with the meeting.", "a clerk familiar with the meeting"),
        ("“It was late,” said Ann Lund, D-Ohio.", "Ann Lund"),
        ("Ann Lund, D-Ohio said that it was late.", "Ann Lund"),
        ("Ann Lund, Iowa Republican, who said that it was late, left.", "Ann Lund"),
        ("The Center for Science in the Public Interest warns that it was late.",
         "Center for Science in the Public Interest"),
        ("Please tell them that it was late.", None),
        ("The General Assembly said that it was late.", "General Assembly"),
    ],
)  # fmt: skip
def test_a_phrase_ends_before_adverbs_and_times_and_keeps_the_rest_of_a_name(text, speaker):
    rows = find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    rows = rows[~rows["form"].isin(["object", "wish"])]
    names = [name if isinstance(name, str) else None for name in rows["speaker"]]
    assert names[:1] in ([speaker], [] if speaker is None else [speaker])
