"""Who speaks where other words stand between a subject and its verb, or several are named together."""

import pytest
from hearing import words_and_speakers as speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('A leaflet handed out during the war urged Kim Rowe to "go home at once".', "a leaflet"),
        ('A panel that dropped its inquiry found the bank had "lost all its files."', "a panel"),
        ('The pilot sitting beside the guard told police "nobody was warned".', "the pilot"),
        ('The farmer whose barn stood near the river said it was "gone in a minute".', "the farmer"),
        ('A clip played in the court showed Vera Holm yelling "leave them alone."', "Vera Holm"),
        ('Cameras at the rally caught Vera Holm telling a guard that "nobody leaves".', "Vera Holm"),
        ('A petition signed by neighbours urged the mayor to "think twice".', "a petition"),
        ('An audit ordered after the flood concluded that the dam was "badly built".', "an audit"),
        ('The mayor resigned after the court ruled that the vote was "badly run".', "the court"),
        ('A note written by Vera Holm in April warned that "nobody would come".', "Vera Holm"),
        ('The trial comes three weeks after Vera Holm told the court she was "very sorry".', "Vera Holm"),
        ("Vera Holm said in April the council told her to wait a week.", "Vera Holm"),
        ('In a note sent to the staff on Friday the director said the shop was "as good as sold".', "the director"),
    ],
)
def test_subject_over_its_own_clauses(text, speaker):
    assert {who for _, who in speakers(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Questioned about the bill, the owner explained that the pipes had burst.", "that the pipes", "the owner"),
        ("Quizzed on the delay, the captain assured the crew that help would come.", "that help", "the captain"),
        ("Challenged over the vote, Vera Holm conceded that she had been away.", "that she", "Vera Holm"),
        ('Grilled about the leak, Vera Holm replied: "I was away that week."', "I was away", "Vera Holm"),
    ],
)
def test_a_clause_of_questions_ends_before_the_answer(text, words, speaker):
    assert [(said.startswith(words), who) for said, who in speakers(text) if who] == [(True, speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ines Vale and Karl Moss said that the pool would close.", "Ines Vale and Karl Moss"),
        ("“The pool will close by June,” said councillors Ines Vale and Karl Moss.", "Ines Vale and Karl Moss"),
        ("Two of Dorn’s old pupils, Ines Vale and Karl Moss, said he had been strict.", "Ines Vale and Karl Moss"),
        ("Karl and Ines Vale said that the pool would close.", "Karl and Ines Vale"),
        ("Bloom and Garden said that the pool would close.", "Bloom and Garden"),
    ],
)
def test_two_who_are_named_together_speak_together(text, speaker):
    assert [who for _, who in speakers(text)] == [speaker]


def test_one_of_two_is_named_in_full_later():
    text = "Ines Vale and Karl Moss said that the pool would close. Moss said it was sad. He added that it was old."
    assert [who for _, who in speakers(text)] == ["Ines Vale and Karl Moss", "Karl Moss", "Karl Moss"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Who cares?” Karl Moss wanted to know. “I do.”", "Karl Moss"),
        ("“Is it over?” a fan from Oslo wants to know.", "a fan from Oslo"),
        ("“But why?” Ines Vale pondered. “I never asked.”", "Ines Vale"),
        ("Here is Senator Ines Vale in full:\n\n“The pool will close by June, and it stays shut.”", "Ines Vale"),
        ("Then there was this from Judge Karl Moss:\n“The pool will close by June, and stays shut.”", "Karl Moss"),
        ("We have this gem from Karl Moss, a coach:\n“The pool will close by June, and stays shut.”", "Karl Moss"),
    ],
)
def test_who_is_announced_or_wants_to_know(text, speaker):
    assert {who for _, who in speakers(text)} == {speaker}


@pytest.mark.parametrize("text", ["Moss called the guards late on Monday.", "Moss called the players together."])
def test_a_call_is_no_name_for_somebody(text):
    assert speakers(text) == []


def test_a_pronoun_goes_back_to_the_nearer_subject_whatever_her_name():
    text = (
        "Director Vera Kent praised the crew when she met Mayor Joan Hall.\n\nAt the pier on Friday, Hall gave a short "
        "talk.\n\n“We have waited for ten years,” she said. City Hall said nobody had come."
    )
    assert [who for _, who in speakers(text)] == ["Vera Kent", "Joan Hall", "City Hall"]


def test_a_paper_is_not_the_person_of_its_name():
    text = "Joan Hill said that it rained. The Hill reported that it snowed."
    assert [who for _, who in speakers(text)] == ["Joan Hill", "The Hill"]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The pool is shut, Mr. Moss said, adding that it would stay so.", "that it would", "Moss"),
        ("Ines Vale, who was on leave, told us this week that she had quit.", "that she", "Ines Vale"),
        ("The rules require that swimmers shower first.", "that swimmers", "the rules"),
        ("Vale has met criticism from neighbours that her dog barks all night.", "that her dog", "neighbours"),
        ("Moss Says He Never Swam In The Sea", "He Never", "Moss"),
    ],
)
def test_clauses_behind_what_stands_between(text, words, speaker):
    assert (words, speaker) in [(said[: len(words)], who) for said, who in speakers(text)]


@pytest.mark.parametrize(
    ("text", "clause", "speaker"),
    [
        ("Vale has said for years she’s the best swimmer in town.", "she’s the best swimmer in town", "Vale"),
        ("As Vale put in her diary, the pool was cold. As Moss noted, the sea was warm.", "the sea was warm", "Moss"),
        ("As Karl Moss wrote in his diary, the pool was cold.", "the pool was cold", "Karl Moss"),
        ("The coach told the club her team never lost a match.", "her team never lost a match", "the coach"),
        ("Moss said the U.S. must win.", "the U.S. must win", "Moss"),
    ],
)
def test_clauses_behind_times_and_fronted_by_as(text, clause, speaker):
    assert (clause, speaker) in speakers(text)


def test_what_somebody_announces_is_no_main_clause():
    assert ("the crowd cheered", "Moss") not in speakers("As Moss announced the score, the crowd cheered.")
