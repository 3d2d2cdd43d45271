"""Who heads a body is of the government for no such office: an office takes the role of the body that it is of."""

import pandas as pd
import pytest

from analysis import extract_quotes
from analysis.sourcing import gather_sources


def tell_role(text, language, speaker):
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text], "language": [language]})
    sources = gather_sources(extract_quotes(documents), documents)
    return sources.loc[sources["speaker"] == speaker, "role"].tolist()[:1]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "role"),
    [
        ("es", "La presidenta de la Unión de Pescadores, Rosa Gil, dijo que no.", "Rosa Gil", "not known"),
        ("es", "Rosa Gil, presidenta de la Unión de Pescadores, dijo que no.", "Rosa Gil", "not known"),
        ("es", "La presidenta de la Unión Europea, Rosa Gil, dijo que no.", "Rosa Gil", "international organisations"),
        ("fr", "« Non », a déclaré Luc Pin, président de l'Union des pêcheurs.", "Luc Pin", "not known"),
        ("fr", "« Non », a déclaré Luc Pin, président du pays.", "Luc Pin", "government"),
    ],
)
def test_a_union_in_another_language_is_no_state(language, text, speaker, role):
    assert tell_role(text, language, speaker) == [role]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "Altstadt - Bürgermeisterin Petra Holm sagte, es sei gut.", "Petra Holm"),
        ("de", "Altdorf (dpa) - Bürgermeisterin Petra Holm sagte, es sei gut.", "Petra Holm"),
        ("de", "Altdorf – Bürgermeisterin Petra Holm sagte, es sei gut.", "Petra Holm"),
        ("en", "Old Party Island - Mayor Petra Holm said it rained.", "Petra Holm"),
    ],
)
def test_a_place_before_a_dash_is_no_part_of_a_title(language, text, speaker):
    assert tell_role(text, language, speaker) == ["government"]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "role"),
    [
        ("de", "Der Ruderklub verlor. Sein Präsident, Hans Lind, sagte, es sei gut.", "Hans Lind", "not known"),
        ("de", "Die Universität schloss. Ihr Präsident Hans Lind sagte, es sei gut.", "Hans Lind", "experts"),
        ("de", "Das Land wählte. Sein Präsident, Hans Lind, sagte, es sei gut.", "Hans Lind", "government"),
        ("es", "El club de remo perdió. Su presidente, Pedro Paz, dijo que no.", "Pedro Paz", "not known"),
        ("es", "El banco cerró. Su presidenta, Rosa Gil, dijo que no.", "Rosa Gil", "business"),
        ("es", "El país votó. Su presidente, Pedro Paz, dijo que no.", "Pedro Paz", "government"),
        ("fr", "La guilde a perdu. « Non », a déclaré son président, Luc Pin.", "Luc Pin", "not known"),
    ],
)
def test_in_other_languages_its_president_has_the_role_of_the_body(language, text, speaker, role):
    assert tell_role(text, language, speaker) == [role]


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("The chess club lost its hall.", "not known"),
        ("Holm University lost its hall.", "experts"),
        ("The bank lost its hall.", "business"),
        ("The National Fish Union lost its hall.", "civil society"),
        ("The oil company sued the university.", "business"),
        ("The police chief left the bank.", "business"),
        ("The country voted.", "government"),
        ("France voted.", "government"),
        ("The parliament voted.", "parliaments and parties"),
        ("It rained.", "not known"),
    ],
)
def test_its_president_has_the_role_of_the_body_in_the_sentence_before(before, role):
    text = f"{before} Its president, Joe Lind, said he was sorry."
    assert tell_role(text, "en", "Joe Lind") == [role]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("The bank closed, said Joe Lind, its president.", "Joe Lind", "business"),
        ("The bank and its president, Joe Lind, said no.", "Joe Lind", "business"),
        ("The bank closed. Its chairman, Joe Lind, said he was sorry.", "Joe Lind", "business"),
        ("France voted. Its chairman, Joe Lind, said he was sorry.", "Joe Lind", "not known"),
        ("The bank closed. Its president said it rained.", "its president", "business"),
        ("The bank closed. Its lawyer, Joe Lind, said he was sorry.", "Joe Lind", "police and courts"),
    ],
)
def test_its_office_is_read_wherever_it_stands(text, speaker, role):
    assert tell_role(text, "en", speaker) == [role]


def test_a_hyphen_within_a_title_is_a_part_of_it():
    assert tell_role("Alt-Bürgermeisterin Petra Holm sagte, es sei gut.", "de", "Petra Holm") == [
        "parliaments and parties"
    ]
