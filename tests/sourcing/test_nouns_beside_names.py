"""A noun of which each sex has its own tells the sex right beside a name, whether it says a role or not."""

import pandas as pd
import pytest

from analysis import extract_quotes
from analysis.sourcing import gather_sources
from analysis.sourcing.nouns import count_nouns_beside


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Her spokesman Robin Holm said it snowed.", "man"),
        ("His spokeswoman Robin Holm said it snowed.", "woman"),
        ("A spokeswoman, Robin Holm, said it snowed.", "woman"),
        ("Chairwoman Robin Holm said it snowed.", "woman"),
        ("Robin Holm, a spokeswoman, said it snowed.", "woman"),
        ("The chairwoman of the guild, Robin Holm, said it snowed.", "woman"),
        ("Robin Holm, the guild's new chairwoman, said it snowed.", "woman"),
        ("Robin Holm came. Chairwoman Holm said it snowed.", "woman"),
        ("Robin Holm said it snowed. Ann Holm, a spokeswoman, said so too.", "unknown"),
        ("The spokesperson, Robin Holm, said it snowed.", "unknown"),
        ("Robin Holm said it snowed.", "unknown"),
    ],
)
def test_a_noun_beside_a_name_tells_the_gender(text, gender):
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text], "language": ["en"]})
    sources = gather_sources(extract_quotes(documents), documents)
    assert sources.loc[sources["speaker"] == "Robin Holm", "gender"].tolist() == [gender]


@pytest.mark.parametrize(
    "text",
    [
        "He thanked the chairwoman. Robin Holm left.",
        "The spokeswoman's lawyer, Robin Holm, left.",
        "The wife of the chairman, Robin Holm, left.",
        "The mother of Robin Holm left.",
        "Robin Holm, whose spokeswoman left, stayed.",
        "Of Robin Holm, his spokeswoman said nothing.",
        "Robin Holm, a friend of the chairwoman, left.",
    ],
)
def test_nouns_of_somebody_else_tell_nothing(text):
    assert count_nouns_beside(text, ["Robin Holm"]) == (0, 0)


@pytest.mark.parametrize(
    ("language", "text", "gender"),
    [
        ("de", "Die Sprecherin Robin Holm sagte, es sei gut.", "woman"),
        ("de", "Robin Holm, ein Sprecher, sagte, es sei gut.", "man"),
        ("es", "La vocera Robin Holm dijo que no.", "woman"),
        ("fr", "« Non », a déclaré la directrice Camille Roc.", "woman"),
    ],
)
def test_in_other_languages(language, text, gender):
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text], "language": [language]})
    sources = gather_sources(extract_quotes(documents), documents)
    assert sources["gender"].tolist() == [gender]
