"""Aides have the role of whom they work for, where the text tells one."""

import pandas as pd
import pytest

from analysis import extract_quotes
from analysis.sourcing import gather_sources


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Mayor Ida Holm left. Her aides said it snowed.", "her aides", "government"),
        ("Senator Ida Holm left. Her aides said it snowed.", "her aides", "parliaments and parties"),
        ("Mayor Ida Holm met Senator Joe Lind. Her aides said it snowed.", "her aides", "government"),
        ("Mayor Ida Holm left. Holm's aides said it snowed.", "Holm's aides", "government"),
        ("Aides to President Ida Holm said it snowed.", "aides to President Ida Holm", "government"),
        ("Mayor Ida Holm left. Advisers to Holm said it snowed.", "advisers to Holm", "government"),
        ("Advisers to the governor said it snowed.", "advisers to the governor", "government"),
        ("Mayor Ida Holm left. Holm aide Joe Lind said it snowed.", "Joe Lind", "government"),
        ("Mayor Ida Holm left. Former Holm aide Joe Lind said it snowed.", "Joe Lind", "parliaments and parties"),
        ("Aides to Ida Holm said it snowed.", "aides to Ida Holm", "parliaments and parties"),
    ],
)
def test_aides_have_the_role_of_the_boss(text, speaker, role):
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text], "language": ["en"]})
    sources = gather_sources(extract_quotes(documents), documents)
    assert sources.loc[sources["speaker"] == speaker, "role"].tolist()[:1] == [role]
