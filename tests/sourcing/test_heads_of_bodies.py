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


def test_a_hyphen_within_a_title_is_a_part_of_it():
    assert tell_role("Alt-Bürgermeisterin Petra Holm sagte, es sei gut.", "de", "Petra Holm") == [
        "parliaments and parties"
    ]
