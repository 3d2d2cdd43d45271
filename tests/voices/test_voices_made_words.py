"""Whose words a noun, a label, a clause or what announces them gives; made up."""

import pytest
from hearing import speaker_of, speakers

from analysis.voices.attributions import DENYING, DISPUTED


@pytest.mark.parametrize("made", ["made", "has made", "once posted", "had often sent"])
def test_a_remark_is_of_whom_its_clause_names(made):
    text = f"Ida Moll left. It was a twist on a remark Tom Lund {made} that “the only way to stop floods is a dam.”"
    assert speaker_of(text, "the only way") == "Tom Lund"


def test_remarks_set_off_by_dashes_are_of_whom_their_clause_names():
    text = "The board met, days after remarks Tom Lund made to a paper — “The dam is mine, all of it” — became known."
    assert speaker_of(text, "The dam is mine") == "Tom Lund"


@pytest.mark.parametrize(
    "told", ["a dam Tom Lund has made that “never leaks at all.”", "a remark that made “it leak.”"]
)
def test_what_is_made_but_no_words_says_nothing(told):
    assert "Tom Lund" not in speakers(f"Ida Moll left. The sign was {told}")


@pytest.mark.parametrize("line", ["His best line to the crowd", "His message to them"])
def test_a_line_of_his_is_his(line):
    text = f"Tom Lund spoke at the weir. {line}: “We came to mend the dam, and we will mend it.”"
    assert speaker_of(text, "We came to mend") == "Tom Lund"


@pytest.mark.parametrize(
    "head",
    [
        "Here's what Tom Lund told the board, according to Hull Radio:",
        "Here is what Tom Lund said right after the words quoted above:",
        "Here's Tom Lund's full statement:",
        "Here’s Tom Lund’s full statement:",
    ],
)
def test_here_is_what_somebody_said_announces_them(head):
    assert speaker_of(f"Ida Moll left.\n\n{head}\n\n“It leaks, and all of us know it.”", "It leaks") == "Tom Lund"


def test_who_asks_in_an_interview_does_not_say_what_follows_the_colon():
    text = "Tom Lund knocked the board with this line in his interview with host Ida Moll: “They never mended the dam.”"
    assert speaker_of(text, "They never mended") != "Ida Moll"


def test_who_acts_behind_a_clause_that_quotes_a_law_says_nothing_of_it():
    text = "Ida Moll left. When he used his power to “close any dam that he may choose,” a judge in Hull stopped him."
    assert "a judge in Hull" not in speakers(text, kinds=("direct",))


@pytest.mark.parametrize("noun", ["rebuke", "note"])
def test_which_is_the_body_that_something_comes_from(noun):
    text = f"This led to a rare and stunning {noun} from the council, which said it had “grave doubts about the dam.”"
    assert speaker_of(text, "grave doubts") == "the council"


def test_what_is_confirmed_with_something_is_no_speech_of_its_own():
    assert speakers("All pilots must also be confirmed with “the advice and consent of the board.”") == [None]


@pytest.mark.parametrize("noun", sorted(DISPUTED))
@pytest.mark.parametrize("verb", sorted(DENYING)[:3])
def test_claims_that_somebody_denies_are_not_of_whom_is_named_before_them(noun, verb):
    assert "Norway" not in speakers(f"The board looked into ties with Norway, {noun} Lund has often {verb}.")


@pytest.mark.parametrize("whose", ["Green leader Tom Lund", "former mayor Tom Lund", "Kent whip Tom Lund"])
def test_a_spokesman_for_somebody_with_a_role_is_not_they(whose):
    text = f"“It leaks,” said a spokesman for {whose}."
    assert speaker_of(text, "It leaks") == f"a spokesman for {whose}"


@pytest.mark.parametrize("said", ["oft-repeated", "much-quoted"])
def test_what_is_often_said_is_of_whose_it_is(said):
    text = f"Tom Lund said the dam leaks.\n\nIda Moll spoke. Yet her {said} “I am one who mends what leaks” was gone."
    assert speaker_of(text, "I am one who mends") == "Ida Moll"


def test_a_firm_with_a_clause_beside_it_denies():
    assert speaker_of("Kolvex, which makes nets, denied the claim.", "the claim") == "Kolvex"


def test_a_nominee_for_an_office_is_who_is_named():
    assert speaker_of("Green nominee for mayor Tom Lund said that it leaks.", "it leaks") == "Tom Lund"
