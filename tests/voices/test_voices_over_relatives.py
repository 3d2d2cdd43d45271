"""Who acts over a relative clause without commas, a participle and a clause without "that"."""

import pandas as pd
import pytest

from analysis.voices import extract_quotes


def speakers(text):
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    return list(zip(rows["speaker"], rows["text"], strict=True))


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("Voters who back Holt", "voters"),
        ("The people who run Lund", "the people"),
        ("Some clubs that support Lund", "some clubs"),
        ("A man who met with Holt", "a man"),
        ("A nurse who left", "a nurse"),
        ("Two clerks who have worked with Kim Holt", "two clerks"),
        ("A source briefed on the inquiry", "a source"),
        ("An aide told by Holt", "an aide"),
        ("Two clerks closely involved in the sale", "two clerks"),
        ("Both sides", "both sides"),
        ("Companies", "companies"),
    ],
)
def test_who_says_it_is_found_over_what_describes_them(subject, speaker):
    assert (speaker, "the pier was old") in speakers(f"{subject} said the pier was old.")


def test_a_clause_that_a_verb_of_thinking_governs_keeps_its_own_subject():
    assert ("Holt", "the pier was old") not in speakers("A man who fled said Roth thinks the pier was old.")
    assert speakers("A man who thinks Holt lied said no more.")[0][0] == "a man"


def test_an_article_behind_a_noun_begins_a_clause():
    assert ("the mayor", "to use") in speakers("That is the leverage the mayor wants to use.")


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Holt said, acknowledging that the pier was old.", "Holt", "acknowledging"),
        ("By Lund Radio's reporting, The Harbour Times wrote that the pier was old.", "Harbour Times", "wrote"),
        ("Holt told the clerks in written answers that the pier was old.", "Holt", "told"),
        ("Holt said, citing a friend, that the pier was old.", "Holt", "said"),
    ],
)
def test_a_that_belongs_to_the_verb_of_saying_right_before_it(text, speaker, cue):
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    found = rows[rows["text"] == "that the pier was old"]
    assert found[["speaker", "cue"]].to_numpy().tolist() == [[speaker, cue]]


def test_a_programme_named_after_a_time_of_day_is_no_time():
    assert ("Ida Moll", "it is likely to rain") in speakers(
        "As Ida Moll said on Morning Edition, it is likely to rain."
    )


def test_what_a_paper_urges_is_not_what_is_added():
    assert speakers("The agency added to the chorus with a guide that urges clerks to stop.") == [
        ("a guide", "clerks to stop")
    ]


@pytest.mark.parametrize("opening", ["The Post ran a piece in which", "She spoke in a town where"])
def test_who_acts_within_a_clause_of_place_is_its_own_subject(opening):
    assert ("Tom Holt", "it was old") in speakers(f"{opening} the mayor, Tom Holt, said it was old.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ahead of the vote, former U.S. judge Ada Moll, who acts for Mr. Roe, charged that “men were paid.”",
            "Ada Moll",
        ),
        ("“We thank the mayor for it,” Stand Up Lund spokesman Ryan Moll said in a note.", "Ryan Moll"),
        ("“The pier is old and costs too much,” Mothers Against Waste said.", "Mothers Against Waste"),
    ],
)
def test_names_with_prepositions_and_verbs_in_them(text, speaker):
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert set(rows[rows["kind"] == "direct"]["speaker"]) == {speaker}


def test_labels_on_clothes_are_no_verb():
    text = "Parents liked it. Holm’s shops took the “boys” and “girls” labels from their racks in May."
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert "labels" not in rows["cue"].tolist()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Those seeking to stop the plan have lost.", "to stop the plan"),
        ("A bill seeking to mend the law has passed.", "to mend the law"),
    ],
)
def test_what_a_participle_wants_ends_before_the_main_verb(text, wanted):
    assert [found for _, found in speakers(text)] == [wanted]
