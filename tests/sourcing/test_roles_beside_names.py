"""Roles of people as English news writes them beside a name, of kinds that two lots of unseen articles showed."""

import pandas as pd
import pytest

from analysis import extract_quotes
from analysis.sourcing import gather_sources
from analysis.sourcing.descriptions import find_descriptions
from analysis.sourcing.roles import recognise_role, split_phrase


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Former New Harbour Gov. Anna Berg spoke.", "parliaments and parties"),
        ("RMW President Anna Berg spoke.", ""),
        ("President Anna Berg spoke.", "government"),
        ("US President Anna Berg spoke.", "government"),
        ("The Federal Fish Commission (FFC) Chairman Anna Berg spoke.", "government"),
        ("Anna Berg was the first major third-party candidate to win.", "parliaments and parties"),
        ("Maj. Anna Berg, a major of the army, spoke.", "military and armed groups"),
        ("It is loud, said Anna Berg, who lives near the quay.", "citizens"),
        ("It is loud, said Anna Berg, chair of the Water Control Board.", "government"),
        ("It is loud, said Anna Berg, the Northern Front's military chief.", "military and armed groups"),
    ],
)
def test_offices_beside_a_name_say_whose_they_are(text, role):
    roles = [one.role for one in find_descriptions(text, ["Anna Berg"]) if one.role]
    assert roles[:1] == ([role] if role else [])


def test_a_metropolitan_authority_is_a_government_and_a_metropolitan_is_of_a_church():
    assert recognise_role(split_phrase("the Metropolitan Transportation Authority"), bodies=True) == "government"
    assert recognise_role(split_phrase("the metropolitan of the north")) == "civil society"


@pytest.mark.parametrize(("name", "gender"), [("Lindsay Holm", "unknown"), ("Liam Holm", "man")])
def test_a_name_of_both_sexes_tells_none(name, gender):
    documents = pd.DataFrame({"doc_id": ["a"], "text": [f'"The pier is old," said {name}, a clerk.']})
    assert gather_sources(extract_quotes(documents), documents)["gender"].tolist() == [gender]


def test_a_firm_with_somebodys_name_is_no_person():
    documents = pd.DataFrame({"doc_id": ["a"], "text": ["Edward Holm Co. said that the pier is old."]})
    assert gather_sources(extract_quotes(documents), documents)["gender"].isna().all()
