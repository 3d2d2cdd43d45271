"""Whom a pronoun or a description means among several people; sentences made up for the purpose."""

import pandas as pd
import pytest

from analysis.voices import extract_quotes


def speaker_of(text: str, words: str) -> str | None:
    """Name the speaker of the shortest stretch that holds some words."""
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    rows = rows[rows["text"].str.contains(words, regex=False)]
    found = min(zip(rows["text"], rows["speaker"], strict=True), key=lambda pair: len(pair[0]))[1]
    return found if isinstance(found, str) else None


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "A lawyer for the accuser, Anna Holt, spoke on Monday.\n\nHolt's lawyer had earlier said that she was ill.",
            "she was ill",
            "Holt's lawyer",
        ),
        (
            "A spokesman for the firm's founder, Max Orbin, came.\n\nOrbin’s spokesman said that the sale was off.",
            "the sale was off",
            "Orbin’s spokesman",
        ),
    ],
)
def test_who_is_called_somebody_s_is_never_that_person(text, words, speaker):
    assert speaker_of(text, words) == speaker
