"""Texts with entities of HTML are read as they would be shown, by their own places."""

import pandas as pd
import pytest

from analysis.voices import extract_quotes
from analysis.voices.entities import Decoded

TEXT = (
    "“We won’t sell the pier,” said Ida Moll, who hasn’t rowed since May.\n\n"
    "Moll’s deputy, Otto Rau, doesn’t agree. “It’s old,” he said. “Let’s go.” On Monday he’ll say why it leaks."
)
ENTITIES = {"“": "&ldquo;", "”": "&#8221;", "’": "&rsquo;"}


def write_entities(text: str, more: str = "") -> str:
    """Write the marks of a text as entities, or by other ones."""
    return "".join(more if more and sign in "“”" else ENTITIES.get(sign, sign) for sign in text)


def rows_of(text: str) -> pd.DataFrame:
    """The quotations of one text."""
    return extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))


@pytest.mark.parametrize("mark", ["", "&quot;", "&amp;quot;"])
def test_entities_are_read_as_what_they_stand_for(mark):
    """The same rows, speakers and cues come out, and the places are those of the text as it is."""
    plain, written = rows_of(TEXT), write_entities(TEXT, mark)
    found = rows_of(written)
    assert found[["kind", "speaker", "cue", "form"]].equals(plain[["kind", "speaker", "cue", "form"]])
    assert found["text"].tolist() == [write_entities(text) for text in plain["text"]]
    for row in found.itertuples():
        assert written[row.start : row.end] == row.text
    named = [written[int(row.speaker_start) : int(row.speaker_end)] for row in found.dropna().itertuples()]
    assert named == [
        write_entities(TEXT[int(row.speaker_start) : int(row.speaker_end)]) for row in plain.dropna().itertuples()
    ]


def test_places_go_there_and_back():
    """Each place of the copy leads to where its character begins, what is escaped twice or unknown included."""
    text = "a&amp;b &#39;c&#39; &lt;b&gt; &nosuch; d&nbsp;e &amp;rsquo; f"
    decoded = Decoded(text)
    assert decoded.text == "a&b 'c' &lt;b&gt; &nosuch; d\xa0e ’ f"
    for at, sign in enumerate(decoded.text):
        back = decoded.place_back(at)
        assert text[back] == sign or text[back] == "&"
        assert decoded.place(back) == at
    assert decoded.place_back(len(decoded.text)) == len(text)
