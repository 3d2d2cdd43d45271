"""The voice of each sentence from the quotations in it."""

from itertools import pairwise

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.voices import assign_voices, extract_quotes

TEXT = 'Ann Lee said: "We go home." The mayor of the town in the north left "for now" on Monday.'
ENDS = [0, 27, len(TEXT)]


def sentences(text: str, ends: list[int]) -> pd.DataFrame:
    spans = [(start + text[start:end].find(text[start:end].strip()), end) for start, end in pairwise(ends)]
    return pd.DataFrame(
        {
            "sentence_id": [f"d:{n}" for n in range(len(spans))],
            "doc_id": "d",
            "start": [start for start, _ in spans],
            "end": [end for _, end in spans],
            "text": [text[start:end] for start, end in spans],
        }
    )


def quote(start: int, end: int, speaker: str | None = "Ann Lee", **more: str) -> dict:
    return {"doc_id": "d", "start": start, "end": end, "speaker": speaker, **more}


def voices(quotes: list[dict], forwarded_from: str | None = None, text: str = TEXT, ends=ENDS) -> pd.DataFrame:
    documents = pd.DataFrame({"doc_id": ["d"], "forwarded_from": [forwarded_from]})
    table = pd.DataFrame(quotes, columns=["doc_id", "start", "end", "speaker", *({"form"} & set().union(*quotes))])
    return assign_voices(sentences(text, ends), table, documents)


def test_share_counts_characters_without_blanks_and_the_marks_with_the_speech():
    """AnnLeesaid: has 11 characters, "Wegohome." with its marks 11: one half, so the speaker's."""
    rows = voices([quote(15, 26)])
    assert rows["quoted"].tolist() == [0.5, 0.0]
    assert rows["voice"].tolist() == ["speaker", "outlet"]
    assert rows["speaker"].tolist()[0] == "Ann Lee" and pd.isna(rows["speaker"][1])


def test_below_one_half_the_sentence_is_the_outlets_and_keeps_its_share():
    rows = voices([quote(69, 76)])
    solid = len(TEXT[28:].replace(" ", ""))
    assert rows["voice"][1] == "outlet" and pd.isna(rows["speaker"][1])
    assert rows["quoted"][1] == pytest.approx(len('"fornow"') / solid)
    assert rows["quoted_speaker"][1] == "Ann Lee" and pd.isna(rows["quoted_speaker"][0])


def test_two_speakers_in_one_sentence_leave_it_to_the_one_who_says_more():
    rows = voices([quote(28, 40, "Bob Ray"), quote(41, len(TEXT), "Ann Lee")])
    assert (rows["voice"][1], rows["speaker"][1]) == ("speaker", "Ann Lee")


def test_what_two_speakers_are_given_is_counted_once_and_is_whose_part_is_longer():
    """Of "abcdefghij", Bob Ray has a to f (6), Ann Lee e to j (6) and once more j: all is quoted, most of it hers."""
    quotes = [quote(0, 6, "Bob Ray"), quote(4, 10, "Ann Lee"), quote(9, 10, "Ann Lee")]
    row = voices(quotes, text="abcdefghij", ends=[0, 10]).iloc[0]
    assert (row["quoted"], row["speaker"]) == (1.0, "Ann Lee")
    row = voices([quote(0, 6, "Bob Ray"), quote(2, 4)], text="abcdefghij", ends=[0, 10]).iloc[0]
    assert (row["quoted"], row["speaker"]) == (0.6, "Bob Ray")


def test_an_unknown_speaker_is_a_speaker_without_a_name():
    rows = voices([quote(28, len(TEXT), None)])
    assert rows["voice"][1] == "speaker" and pd.isna(rows["speaker"][1])


def test_a_forwarded_post_stays_forwarded_and_names_who_speaks_in_it():
    rows = voices([quote(15, 26)], forwarded_from="A channel")
    assert rows["voice"].tolist() == ["forwarded", "forwarded"]
    assert rows["speaker"][0] == "Ann Lee" and pd.isna(rows["speaker"][1])


def test_what_a_speech_was_about_and_what_somebody_wants_is_the_outlets():
    for form in ("object", "wish"):
        assert voices([quote(28, len(TEXT), form=form)])["voice"][1] == "outlet"
    assert voices([quote(28, len(TEXT), form="that")])["voice"][1] == "speaker"


def test_no_quotations_leave_every_sentence_to_the_outlet():
    rows = assign_voices(
        sentences(TEXT, ENDS), extract_quotes(pd.DataFrame({"doc_id": [], "text": []})), pd.DataFrame({"doc_id": ["d"]})
    )
    assert rows["voice"].eq("outlet").all() and rows["quoted"].eq(0).all() and rows["speaker"].isna().all()


def test_a_quotation_over_two_sentences_gives_both_to_its_speaker():
    text = '"We go. They stay."'
    rows = voices([quote(1, 18)], text=text, ends=[0, 7, 19])
    assert rows["quoted"].tolist() == [1.0, 1.0]


def test_a_missing_column_is_named():
    with pytest.raises(InputError, match=r"the quotes table lacks the columns \['speaker'\]"):
        assign_voices(
            sentences(TEXT, ENDS), pd.DataFrame({"doc_id": [], "start": [], "end": []}), pd.DataFrame({"doc_id": []})
        )
