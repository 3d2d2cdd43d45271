"""Speaker turns, interview posts and letters."""

import pandas as pd
import pytest

from analysis.voices import extract_quotes


def turns(text: str, title: str | None = None) -> list[tuple[str | None, str]]:
    rows = extract_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text], "title": [title]}))
    rows = rows[rows["kind"] == "turn"]
    return [
        (name if isinstance(name, str) else None, words)
        for name, words in zip(rows["speaker"], rows["text"], strict=True)
    ]


def test_question_and_answer_alternate_and_the_answer_is_the_interviews_guest():
    text = "Interview with Ann Lee\n\nQuestion: Will you go?\n\nAnswer: I stay.\n\nI like it.\n\nQuestion: Why?"
    assert turns(text) == [(None, "Will you go?"), ("Ann Lee", "I stay.\n\nI like it."), (None, "Why?")]


def test_a_label_with_a_bubble_opens_a_turn_up_to_a_row_of_asterisks():
    text = "💬 Ann Lee: It is a fine day.\n\n***\n\nLee spoke at the forum on Monday."
    assert turns(text) == [("Ann Lee", "It is a fine day.")]


def test_after_the_break_the_speaker_goes_on_unless_the_text_names_them():
    text = "💬 Ann Lee: It is a fine day.\n\n***\n\nWe will build a new school.\n\nRead in full"
    assert turns(text) == [("Ann Lee", "It is a fine day."), ("Ann Lee", "We will build a new school.")]


def test_a_bubble_without_a_name_is_the_person_of_the_heading_above():
    text = "⚡️ Briefing by Major General John Smith (May 2, 2024)\n\n💬 The bridge was hit.\n\nIt still stands."
    assert turns(text) == [("John Smith", "The bridge was hit.\n\nIt still stands.")]


def test_key_points_under_an_interviews_heading_are_its_guests():
    text = "Interview of Ambassador John Smith to a paper\n\nKey points:\n\n• We want more trade.\n\n• We see no risk."
    assert turns(text) == [("John Smith", "• We want more trade.\n\n• We see no risk.")]


def test_key_points_without_an_interview_are_the_outlets():
    assert turns("A new road was built.\n\nKey points:\n\n• It is ten miles long.\n\n• It was cheap.") == []


def test_the_heading_may_stand_in_the_title():
    text = "Key points:\n\n• We want more trade."
    assert turns(text, "Interview with John Smith on trade") == [("John Smith", "• We want more trade.")]


def test_a_transcript_in_capitals_gives_each_speaker_the_lines_until_the_next():
    text = "TRUMP: We will win.\n\nBig time.\n\nCLINTON: No, we will.\n\nTRUMP: Wrong.\n\nCLINTON: Right."
    assert turns(text) == [
        ("Trump", "We will win.\n\nBig time."),
        ("Clinton", "No, we will."),
        ("Trump", "Wrong."),
        ("Clinton", "Right."),
    ]


def test_one_label_in_an_article_holds_for_its_paragraph():
    text = "The polls are out.\n\nAnn Lee: I like it here.\n\nThe mayor left early."
    assert turns(text) == [("Ann Lee", "I like it here.")]


@pytest.mark.parametrize(
    "text",
    [
        "Medvedev: Europe is boiling\n\nThe deputy chairman wrote on Monday.",
        "NOTE: This is long.\n\nWATCH: The best film ever.",
        "Moscow: the city was quiet.\n\nThe train left at 10:30 for: Kazan.",
        "Dr. Shaw: “Historically, it is so.”",
    ],
)
def test_headlines_notes_and_quotations_after_a_colon_are_no_turns(text):
    assert turns(text) == []


def test_hashtags_and_reading_hints_end_a_turn():
    assert turns("💬 Ann Lee: It is a fine day.\n\n#Forum #Trade\n\nMore posts follow.")[0] == (
        "Ann Lee",
        "It is a fine day.",
    )


def test_a_letter_without_marks_is_its_authors():
    text = "Ann Lee also sent a letter to Bob Ray.\n\nThe letter reads, in part:\n\nI thank you for your help.\n\n#Mail"
    assert turns(text) == [("Ann Lee", "I thank you for your help.")]


def test_what_is_quoted_inside_a_turn_is_not_counted_twice():
    rows = extract_quotes(
        pd.DataFrame({"doc_id": ["d"], "text": ["💬 Ann Lee: As Bob Ray said, “we are late, all of us.” So be it."]})
    )
    assert rows["kind"].tolist() == ["turn"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("🗣 Cole: We will veto it. They know it.", [("Cole", "We will veto it. They know it.")]),
        ("💬 Ann Lee\n\nWe sent our answer. It is late.", [("Ann Lee", "We sent our answer. It is late.")]),
        ("🗣\nMayor Ann Lee:\n\nPay is low. We strike.", [("Ann Lee", "Pay is low. We strike.")]),
        ("💬 The mayor said he would sign the bill.", []),
        (
            "ANN LEE, HOST: Who pays for it?\n\nBOB COLE, ECONOMIST (on camera): We all will.\n\nLEE: When?",
            [("Ann Lee", "Who pays for it?"), ("Bob Cole", "We all will."), ("Ann Lee", "When?")],
        ),
        ("**Ann Lee:** I stay.\n\n**Bob Cole:** I go.", [("Ann Lee", "I stay."), ("Bob Cole", "I go.")]),
        ("Q: Will you go?\n\nA: I stay.", [(None, "Will you go?"), (None, "I stay.")]),
        ("Q. Will you go?\n\nA. I stay.", [(None, "Will you go?"), (None, "I stay.")]),
        ("Вопрос: Когда?\n\nАнна Ли: Мы ждём.", [(None, "Когда?"), ("Анна Ли", "Мы ждём.")]),
    ],
)
def test_labels_of_many_kinds_open_turns(text, expected):
    assert turns(text) == expected


@pytest.mark.parametrize(
    "prose",
    [
        "The board meets on Monday. Lee and Cole sit on it.",
        "The vote is in June. “It will be close,” said Carl Moss, the clerk.",
        "Moss: “It will be close.”",
    ],
)
def test_a_turn_ends_where_the_texts_own_prose_goes_on(prose):
    text = f"Ann Lee: I vote no. We need time.\n\nBob Cole: I vote yes. We have none.\n\n{prose}\n\nIt rained."
    assert turns(text) == [("Ann Lee", "I vote no. We need time."), ("Bob Cole", "I vote yes. We have none.")]


def test_a_question_without_a_label_before_the_next_label_is_not_the_answer():
    text = "Ann Lee: I stay.\n\nIs it hard?\n\nBob Cole: I go.\n\nAnn Lee: We go.\n\nWe must."
    assert [words for _, words in turns(text)] == ["I stay.", "I go.", "We go.\n\nWe must."]


def test_sections_on_people_are_no_turns():
    text = "Ann Lee: The poll.\n\nLee has led since May.\n\nBob Cole: The loser.\n\nCole has lost to Lee twice."
    assert turns(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LT. OLGA DORN (RET.): We left.\n\nDORN: All of us.", ["Olga Dorn", "Olga Dorn"]),
        ("BELL: Good day to you.\n\nMAJ. KARL MOSS (RET.): Hello.\n\nBELL: Why?\n\nMOSS: No idea at all.", None),
    ],
)
def test_a_surname_is_a_label_where_another_label_has_the_full_name(text, expected):
    assert [speaker for speaker, _ in turns(text)] == (expected or ["Bell", "Karl Moss", "Bell", "Karl Moss"])


@pytest.mark.parametrize("handle", ["@desk_oslo: ", "RT @desk_oslo: ", ".@desk_oslo ", "@desk_oslo @press "])
def test_handles_before_a_sentence_are_no_part_of_it(handle):
    rows = extract_quotes(
        pd.DataFrame({"doc_id": ["a"], "text": [f"{handle}The harbour master said the pier was shut."]})
    )
    assert rows["speaker"].tolist() == ["the harbour master"]
