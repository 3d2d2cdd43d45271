"""Halves of characters (lone surrogates): U+FFFD stands for them in what is read, and a measure refuses them."""

import numpy as np
import pandas as pd
import pytest

from analysis import InputError, extract_quotes, load_corpus, score_sentiment, score_targets
from analysis.texts.characters import straighten
from analysis.words.vectors import embed

TORN = "Ann\ud83d Lee praised \udc00 the pier."


def table(text: str) -> pd.DataFrame:
    return pd.DataFrame({"doc_id": ["d"], "text": pd.Series([text], dtype=object)})


def test_a_table_of_a_researcher_is_read_with_a_sign_for_each_half(capsys):
    corpus = load_corpus(table(TORN)[["text"]], cache=False)
    assert corpus.documents["text"].tolist() == ["Ann\ufffd Lee praised \ufffd the pier."]
    assert "column 'text': 1 values held half of a character" in capsys.readouterr().err


def test_a_measure_refuses_a_table_with_a_half_and_says_what_to_do():
    with pytest.raises(InputError, match=r"documents.text holds half of a character .* in 1 of 1 rows, first in row 0"):
        extract_quotes(table(TORN))
    assert extract_quotes(table("“Go,” said Ann Lee 😀.")).shape[0] == 1


def test_texts_with_halves_have_vectors_and_scores_as_if_a_mark_stood_there():
    assert straighten(TORN) == "Ann\ufffd Lee praised \ufffd the pier."
    torn, whole = pd.Series([TORN], dtype=object), pd.Series([straighten(TORN)])
    np.testing.assert_array_equal(embed(torn), embed(whole))
    assert score_sentiment(torn).equals(score_sentiment(whole))
    places = {"start": [12], "end": [19], "language": ["en"]}
    scores = [score_targets(pd.DataFrame({"text": texts, **places})) for texts in (torn, whole)]
    assert scores[0].equals(scores[1])
