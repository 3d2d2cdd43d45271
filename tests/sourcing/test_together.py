"""Two who speak together are no single person: no sex is theirs, and a role only where both have it."""

import pandas as pd
import pytest

from analysis import extract_quotes
from analysis.people.together import are_several, split_together
from analysis.prose.voices import tell_findings, tell_pairs
from analysis.sourcing import gather_sources


def gather(text, language):
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text], "language": [language]})
    return gather_sources(extract_quotes(documents), documents).drop_duplicates("speaker").set_index("speaker")


@pytest.mark.parametrize(
    ("language", "text", "speaker", "role"),
    [
        ("en", "Ida Holm and Joe Lind said that the ferry is late.", "Ida Holm and Joe Lind", "not known"),
        ("en", "Mayor Ida Holm and Mayor Joe Lind said no.", "Ida Holm and Joe Lind", "government"),
        ("en", "Mayor Ida Holm and Professor Joe Lind said no.", "Ida Holm and Joe Lind", "not known"),
        ("en", "The nurse and her husband said it rained.", "the nurse and her husband", "citizens"),
        ("es", "Rosa Gil y Pedro Paz dijeron que no.", "Rosa Gil y Pedro Paz", "not known"),
        ("es", "El alcalde y la ministra dijeron que no.", "alcalde y ministra", "government"),
        ("es", "El alcalde y la enfermera dijeron que no.", "alcalde y enfermera", "not known"),
        (
            "de",
            "Der Bürgermeister und die Ministerin sagten, es sei gut.",
            "Bürgermeister und Ministerin",
            "government",
        ),
        ("fr", "« Non », ont déclaré Luc Pin et Anne Roc.", "Luc Pin et Anne Roc", "not known"),
    ],
)
def test_several_have_no_gender_and_only_a_role_of_all(language, text, speaker, role):
    row = gather(text, language).loc[speaker]
    assert pd.isna(row["gender"]) and pd.isna(row["gender_from"])
    assert row["role"] == role


@pytest.mark.parametrize(
    ("language", "text", "speaker", "gender"),
    [
        ("en", "A wife and mother said it rained.", "a wife and mother", "woman"),
    ],
)
def test_one_person_with_and_in_their_name_keeps_a_gender(language, text, speaker, gender):
    assert gather(text, language).loc[speaker, "gender"] == gender


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("the mother of Ida Holm and Joe Lind", False),
        ("José Ortega y Gasset", False),
        ("Ida Holm and Joe Lind", True),
        ("Ida Holm, Joe Lind and Tom Ode", True),
        ("the mayor and the minister", True),
        ("the minister of trade and industry", False),
        ("Department of Health and Human Services", False),
        ("the founder and owner", False),
        ("aides to the mayor", True),
        ("officials", True),
        ("a spokesman for the teachers", False),
        ("Ida Holm", False),
        ("White House", False),
    ],
)
def test_names_for_several(name, several):
    assert are_several(name) is several


def test_parts_are_given_in_order():
    assert split_together("Ida Holm, Joe Lind and Tom Ode") == ["Ida Holm", "Joe Lind", "Tom Ode"]


@pytest.mark.parametrize(("speaker", "said"), [("Ida Holm and Joe Lind", "are"), ("Ida Holm", "is")])
def test_the_verb_of_a_finding_agrees_with_who_is_quoted(speaker, said):
    speakers = pd.DataFrame({"speaker": [speaker, "Tom Ode"], "words": [30, 10], "documents": [2, 1]})
    about = {"voice": ["outlet"], "estimate": [0.6], "low": [0.5], "high": [0.7], "n": [90], "documents": [4]}
    shares = pd.DataFrame(about)
    quotes = pd.DataFrame({"speaker": [speaker], "kind": ["direct"], "text": ["No."]})
    texts = [one.sentence for one in tell_findings(shares, speakers, quotes)]
    assert any(text.startswith(f"**{speaker}** {said} quoted most") for text in texts)


def test_several_speak_of_somebody():
    rows = {"speaker": ["Ida Holm and Joe Lind"], "actor": ["Tom Ode"], "sentences": [4], "documents": [2]}
    assert "**Ida Holm and Joe Lind** speak of **Tom Ode**" in tell_pairs(pd.DataFrame(rows))
