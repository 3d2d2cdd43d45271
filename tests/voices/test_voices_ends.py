"""Where what is reported ends, and what stands around marks and brackets; whose view a sentence opens with."""

import pandas as pd
import pytest

from analysis.voices import bare_clauses, ends, extract_quotes
from analysis.voices.lines import make_lone_line


def rows(text):
    found = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    return list(zip(found["speaker"].fillna("").str.lower(), found["kind"], found["text"], strict=True))


def words(text):
    return [part for _, _, part in rows(text)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Dora Pike slammed the plan and praised the harbour.", "the plan", "the harbour"),
        ("Dora Pike opposes the bridge and ultimately rejects any ferry.", "the bridge", "any ferry"),
        ("Dora Pike spoke on Monday, attacking the mill and praising the port.", "the mill", "the port"),
    ],
)
def test_an_object_ends_where_a_verb_of_the_same_form_is_joined(text, first, second):
    assert words(text) == [first, second]


def test_nouns_that_and_joins_stay_one_object():
    assert words("Dora Pike slammed the plans and promises of the mill.") == ["the plans and promises of the mill"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dora Pike condemned the port's claim to have sunk the ship.", "the port's claim to have sunk the ship"),
        ("Dora Pike blasted the ministers for being sore losers.", "the ministers for being sore losers"),
        ("Dora Pike cited reports of floods, including this week's.", "reports of floods, including this week's"),
        ("Dora Pike called on Kent mayor Jan Roy (R) to resign.", "Kent mayor Jan Roy (R) to resign"),
        ("Most oppose it.", "it"),
    ],
)
def test_an_object_holds_what_hangs_on_its_words(text, said):
    assert said in words(text)


def test_an_object_that_is_partly_in_marks_is_kept_around_them_unless_little_is_left():
    text = 'Dora Pike denounced the "wild and costly" plan for two private piers of the harbour.'
    assert words(text) == ["wild and costly", "plan for two private piers of the harbour"]
    assert words('Dora Pike called it "careless."') == ["careless."]


def test_a_clause_behind_a_quotation_in_an_aside_is_the_speakers():
    assert ("dora pike", "indirect", "she would vote no") in rows(
        'Dora Pike, who called it "a mess," said she would vote no.'
    )


def test_what_stands_around_a_cue_with_a_pronoun_is_said():
    assert ("the banker", "indirect", "was simple") in rows("The answer, the banker told them, was simple.")


def test_that_may_begin_what_is_said_as_a_pronoun():
    text = "That will be true up to a point, said Abel Stone, a harbour clerk."
    assert ("abel stone", "indirect", "That will be true up to a point") in rows(text)


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("To Ms. Pike, sailing is a cry of dissent.", "pike", "sailing is a cry of dissent"),
        ("In a Harbour Weekly poll, she led by ten points.", "a harbour weekly poll", "she led by ten points"),
    ],
)
def test_a_sentence_may_open_with_whose_view_it_gives(text, speaker, said):
    assert (speaker, "indirect", said) in rows(text)


def test_two_views_in_a_sentence_are_two_speakers():
    text = (
        'To the mayor it is "a bridge to the future"; to Vera Stahl, who lives beneath, it is "a nightmare of noise".'
    )
    direct = [(who, part) for who, kind, part in rows(text) if kind == "direct"]
    assert direct == [("the mayor", "a bridge to the future"), ("vera stahl", "a nightmare of noise")]


@pytest.mark.parametrize(
    "text",
    ["To prevent the flood, the town shut its port.", "To that, nobody had an answer.", "In May, the port shut."],
)
def test_an_aim_a_thing_and_a_time_are_nobodys_view(text):
    assert rows(text) == []


def test_looks_at_single_words_change_no_row(cleaned_seeds, monkeypatch):
    """That a phrase or an object may end at a word is asked of the word first: only so that it takes less time."""
    documents = cleaned_seeds.documents
    quick = extract_quotes(documents)
    monkeypatch.setattr(bare_clauses, "_may_hold_verb", lambda *_: True)
    monkeypatch.setattr(ends, "_may_end", lambda _: True)
    pd.testing.assert_frame_equal(quick, extract_quotes(documents))
    assert len(quick) > 40


@pytest.mark.parametrize(("phrase", "clause"), [("her plan in May", False), ("plan Lund backs fell", True)])
def test_a_verb_is_looked_for_as_far_as_a_phrase_may_go(phrase, clause):
    line = make_lone_line(f"{phrase} it was said", 0, len(phrase) + 12)
    assert bare_clauses._may_hold_verb(line, 1, len(line.words)) is clause


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Despite claims that the dam leaks, Ann Lund has kept it open.", ["that the dam leaks"]),
        ("In addition to stating that the ferry is safe, the mayor has rowed it.", ["that the ferry is safe"]),
        ("But if the letters show that Pike paid, the town could sue.", ["that Pike paid"]),
        ("In May Dora Pike said that the rain, which fell, was warm.", ["that the rain, which fell, was warm"]),
    ],
)
def test_what_is_said_in_a_part_that_opens_a_sentence_ends_where_the_main_clause_begins(text, said):
    assert words(text) == said


def test_the_main_clause_behind_one_with_as_is_said_only_if_it_is_somebodys_verb():
    assert words("As the crowd began to chant, Dora Pike was joined by her sister.") == []
    assert words("As Dora Pike wrote in May, the pier is old.") == ["the pier is old"]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Roth and his brother, meanwhile, offered a sharp contrast.",
        "The baker, a man from Kent, charged a fee.",
        'In June, as a boat was being towed from the harbour, Dora Pike said, "It sank."',
        "Her permit was valid, so she continued to renew it and bought a boat.",
    ],
)
def test_who_acts_and_when_is_nothing_said(text):
    assert [said for _, kind, said in rows(text) if kind == "indirect"] == []
