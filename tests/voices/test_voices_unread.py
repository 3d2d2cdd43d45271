"""Symbols, tags and links are no words of a sentence; bylines, notes and programmes are nobody who speaks."""

import pandas as pd
import pytest
from hearing import speakers

from analysis.voices import extract_quotes
from analysis.voices.tokens import make_tokens
from analysis.voices.unread import find_unread, strip_symbols


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("⚡️ The governor said the port would stay shut.", "the governor"),
        ("🇫🇷🇩🇪 Two ministers said that the deal had been signed.", "two ministers"),
        ("🔴 The Harbour Board said: “We regret it.”", "Harbour Board"),
        ("➡️ Ann Lee said she would travel.", "Ann Lee"),
        ("1️⃣ A spokesman said that nobody was hurt.", "a spokesman"),
        ("• The union said that pay was too low.", "the union"),
        ("2) The union said that pay was too low.", "the union"),
        ("**Ann Lee** said: “We go on.”", "Ann Lee"),
        ("#Harbour #strike The spokesman said the ferry was late.", "the spokesman"),
        ("Ann Lee 🇬🇧 said the plan was dead.", "Ann Lee"),
        ("The talks broke down 🔴 Ann Lee said the board was to blame.", "Ann Lee"),
        ("Harbour | Ann Lee said the board was to blame.", "Ann Lee"),
        ("✅ “We kept our word,” the mayor said.", "the mayor"),
        ("<b>“We stay,”</b> <i>Ann Lee</i> said.", "Ann Lee"),
        ("[“We stay,”](https://x.example/a) Ann Lee said.", "Ann Lee"),
        ("“We stay,” said [Ann Lee](https://x.example).", "Ann Lee"),
        ('[Ann Lee](https://x.example "the mayor") said: “We stay.”', "Ann Lee"),
    ],
)
def test_what_is_no_word_neither_hides_a_speaker_nor_joins_the_name(text, name):
    assert speakers(text) == [name]


def test_a_symbol_between_clauses_parts_them_and_one_within_a_phrase_does_not():
    assert make_tokens("Talks failed 🔴 Lee left").words == ["Talks", "failed", "—", "Lee", "left"]
    assert make_tokens("The 🇩🇪 mayor left").words == ["The", "mayor", "left"]


def test_stretches_that_touch_are_joined_and_places_are_those_of_the_text():
    text = "🔴🇷🇺 **Ann** 3 * 4"
    assert [text[start:end] for start, end, _ in find_unread(text)] == ["🔴🇷🇺", "**", "**", "*"]


def test_a_symbol_is_stripped_from_within_a_name():
    assert strip_symbols("the 🇩🇪 mayor") == "the mayor"
    assert strip_symbols("AT&T") == "AT&T"


@pytest.mark.parametrize(
    "credit",
    [
        "By Bob Cole and Ann Lee",
        "Written by Bob Cole",
        "Bob Cole in Paris and Ann Lee in London",
        "Photo: Bob Cole/Example Press",
        "Reporting by Bob Cole; Editing by Ann Lee",
    ],
)
def test_he_is_nobody_whom_a_byline_or_a_credit_names(credit):
    text = f"Bridge to close\n\n{credit}\n\nThe bridge will close in May.\n\n“It is a good day,” he said."
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "label", ["Watch", "Note", "Editor’s Note", "Update", "Clarification", "Meet the Press", "Question Time"]
)
def test_parts_of_a_page_and_programmes_are_nobody_who_speaks(label):
    assert speakers(f"{label}: “The road is open again after the flood of last week.”") == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Paul "Bear" Brown said the team was tired.', "Paul Brown"),
        ("Luiz 'Lula' Costa told the paper he would run.", "Luiz Costa"),
        ("Paul (“Bear”) Brown said the team was tired.", "Paul Brown"),
        ("Vito “The Chin” Rossi, 61, said he was ill. Rossi said he slept.", "Vito Rossi"),
    ],
)
def test_a_nickname_in_marks_is_no_quotation_and_does_not_part_the_name(text, name):
    assert set(speakers(text)) == {name}
    assert (extract_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))["kind"] == "indirect").all()
