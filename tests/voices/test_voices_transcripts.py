"""Transcripts of many makers: programs that count who speaks, chambers, chats, labels that end without a colon."""

import pytest
from hearing import list_heard


def spoken(text: str) -> list[tuple[str | None, str]]:
    return list_heard(text, kinds=("turn",))


TALK = ("We keep the bees.", "Do you? I never saw them.", "You will.")
IN_TURN = [("Uma Wynn", TALK[0]), ("Leo Falk", TALK[1]), ("Uma Wynn", TALK[2])]


@pytest.mark.parametrize(
    ("first", "second", "between"),
    [
        ("[Uma Wynn] ", "[Leo Falk] ", "\n\n"),
        ("UMA WYNN; ", "LEO FALK; ", "\n"),
        ("UMA WYNN — ", "LEO FALK — ", "\n\n"),
        ("Uma Wynn:\n", "Leo Falk:\n", "\n\n"),
        ("[10:37 AM] Uma Wynn\n", "[10:39 AM] Leo Falk\n", "\n\n"),
        ("(1:38:39 PM) Uma Wynn: ", "(1:39:01 PM) Leo Falk: ", "\n"),
        ("[00:01.000 --> 00:04.200] Uma Wynn: ", "[00:04.500 --> 00:09.100] Leo Falk: ", "\n"),
    ],
)
def test_labels_may_end_in_a_bracket_a_semicolon_a_dash_or_their_line_and_begin_with_a_time(first, second, between):
    labels = (first, second, first)
    assert spoken(between.join(label + words for label, words in zip(labels, TALK, strict=True))) == IN_TURN


def test_a_bracket_a_dash_or_a_name_above_in_an_article_is_no_label():
    assert spoken("[Music] We keep the bees.\n\nThe farm lies in a valley.\n\n[Laughter] You will.") == []
    assert spoken("OSLO — We may expect rain.\n\nThe harbour is shut.\n\nROME — It is hot, and you may swim.") == []
    assert spoken("Uma Wynn:\nBorn in 1960, a nurse.\n\nLeo Falk:\nBorn in 1971, a baker.") == []


@pytest.mark.parametrize("counted", ["SPEAKER_0{}", "Speaker {}", "Interviewee {}", "Sprecher {}", "Спикер №{}"])
def test_programs_count_who_speaks(counted):
    one, two = counted.format(1), counted.format(2)
    named = [one.capitalize(), two.capitalize(), one.capitalize()]
    assert [who for who, _ in spoken(f"{one}: so we keep the bees\n{two}: Where?\n{one}: Up there.")] == named
    assert [who for who, _ in spoken(f"[{one}]: We keep bees.\n[{two}]: Where?\n[{one}]: Up there.")] == named


def test_several_who_speak_in_one_line_are_told_apart_by_labels_of_the_text_or_in_capitals():
    text = "WYNN: No. FALK: Yes.\n\nWYNN: We never saw it. FALK: You signed it."
    assert [who.title() for who, _ in spoken(text)] == ["Wynn", "Falk", "Wynn", "Falk"]
    text = "Uma Wynn: No. Leo Falk: Yes.\n\nLeo Falk: I saw one thing. Rule one: I count twice."
    assert spoken(text)[:2] == [("Uma Wynn", "No."), ("Leo Falk", "Yes.")]
    assert spoken(text)[2] == ("Leo Falk", "I saw one thing. Rule one: I count twice.")


def test_a_chamber_writes_initials_small_letters_states_and_notes_into_its_labels():
    text = (
        "Mr. KING of West Virginia. Mr. Speaker, I agree.\n\nMs. ADA T. McBRIDE of Ohio. I thank him.\n\n"
        "MR. DeHAAN (during the reading). I object.\n\nMiss De La CRUZ. So do I.\n\n"
        "The Acting CHAIR. The question is put.\n\nThe Clerk. Aye.\n\nTHE PRESIDING OFFICER. The ayes have it."
    )
    assert [who for who, _ in spoken(text)] == [
        *("King", "Ada T. McBride", "DeHaan", "De La Cruz", "the acting chair", "the clerk", "the presiding officer")
    ]
    text = "Uma Wynn (Hull) (Lab): Will he go?\n\nHon. Members: Shame!\n\nMr Speaker: Order."
    assert [who for who, _ in spoken(text)] == ["Uma Wynn", "hon. Members", "the speaker"]


def test_questions_and_answers_of_a_court_have_line_numbers():
    assert [words for _, words in spoken("1 Q. Where were you?\n2 A. At home.\n3 Q. All night?\n4 A. Yes.")] == [
        *("Where were you?", "At home.", "All night?", "Yes.")
    ]


def test_a_note_in_brackets_neither_ends_a_turn_nor_belongs_to_its_end():
    text = "Uma Wynn: We keep bees.\n\n(Applause on the left)\n\nAnd we like it.\n\nLeo Falk: I do not.\n\n(He leaves.)"
    assert spoken(text) == [
        ("Uma Wynn", "We keep bees.\n\n(Applause on the left)\n\nAnd we like it."),
        ("Leo Falk", "I do not."),
    ]


def test_whose_voice_is_heard_from_where_makes_a_label_sure():
    text = "JACK (O.S.) (CONT'D): Hello again!\n\nZELDA (V.O.): Who calls?\n\nJACK: Open the door."
    assert [who for who, _ in spoken(text)] == ["Jack", "Zelda", "Jack"]


def test_letters_stand_for_the_one_person_who_has_them():
    text = "Uma Wynn (UW): We keep bees.\n\nLeo Falk (LF): Where?\n\nUW: Up there.\n\nLF: I see none."
    assert [who for who, _ in spoken(text)] == ["Uma Wynn", "Leo Falk", "Uma Wynn", "Leo Falk"]
    text = "Uma Wynn met Ugo Wirth.\n\nUW: We keep bees.\n\nLF: Where are you?\n\nUW: We live up there."
    assert next(who for who, _ in spoken(text)) == "UW"


def test_who_asks_may_have_a_place_behind_the_name():
    text = (
        "Tim (Leeds): Why do you keep bees?\n\nUma Wynn: I love them.\n\nMaya, Hull: Do they sting?\n\nUma Wynn: Yes."
    )
    assert [who for who, _ in spoken(text)] == ["Tim", "Uma Wynn", "Maya", "Uma Wynn"]


def test_who_asks_a_company_stands_over_what_they_say_with_firm_and_office():
    text = (
        "Operator: The first question is from Uma Wynn.\n\nUma Wynn -- Hive Bank -- Analyst\n\nHow do you see wax?\n\n"
        "Leo Falk -- Chief Executive\n\nWe see it rising."
    )
    assert spoken(text)[1:] == [("Uma Wynn", "How do you see wax?"), ("Leo Falk", "We see it rising.")]
    assert spoken("Hull -- A village\n\nIt rained.\n\nLeeds -- A town\n\nIt rained too.") == []


def test_people_who_are_asked_may_be_a_letter_and_a_number():
    text = "Interviewer: Do you keep bees?\n\nP1: I do.\n\nP2: I never did.\n\nP1: You did once."
    assert [who for who, _ in spoken(text)] == ["Interviewer", "P1", "P2", "P1"]
    assert spoken("H1: Bees like heat.\n\nH2: We expect that wasps do not.") == []


def test_an_office_alone_speaks_under_a_bubble():
    assert spoken("💬 The head of the valley: I ask you all to stay at home.") == [
        ("the head of the valley", "I ask you all to stay at home.")
    ]
