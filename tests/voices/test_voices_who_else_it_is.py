"""Kinds of wrong speakers beside a cue that were read in other news; sentences made up for the purpose."""

import pytest
from hearing import speaker_of, words_and_speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The board denied it, with vice captain Ida Moll saying it was “a long way home.”", "Ida Moll"),
        ("The talk went on, with Ida Moll rising to her feet and saying it was “a long way home.”", "Ida Moll"),
        ("That gives the rowers a chance to call it “a long way home.”", "the rowers"),
        ("Joe Holm was given a chance to call it “a long way home.”", "Joe Holm"),
    ],
)
def test_who_says_something_beside_the_main_clause_is_no_main_subject(text, speaker):
    assert speaker_of(text, "a long way home") == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Clerks from the Harbour Board told a press briefing that it was “late.”", "clerks from the Harbour Board"),
        ("The mayor said in a press briefing by the port that it was “late.”", "the mayor"),
        ("A harbour note about Holm’s work as general counsel states that it is “late.”", "a harbour note"),
        ("Ida Moll of the Dredging and River Workers Union said it was “late.”", "Ida Moll"),
        ("Ida Moll of the Harbour Board and Joe Holm said it was “late.”", "Ida Moll and Joe Holm"),
        ("House Minority Whip Oddny Holm said it was “late.”", "Oddny Holm"),
        ("The advocacy group Save Our Weir said it was “late.”", "Save Our Weir"),
        ("Ida Moll lost. An aide to a senator backing Moll said it was “late.”", "an aide to a senator backing Moll"),
        ("Ida Moll won. The president-elect added that it was “late.”", "Ida Moll"),
    ],
)  # fmt: skip
def test_the_head_of_what_stands_before_the_verb_is_who_speaks(text, speaker):
    assert speaker_of(text, "late") == speaker


def test_an_adjective_before_a_participle_and_a_verb_before_of_are_no_subjects_and_no_cues():
    assert words_and_speakers("The new proposed harbour law would ban it.") == []
    assert not any(who for _, who in words_and_speakers("One of Holm’s sharper slams of Moll was in it: “It is late.”"))


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("Asked about Ida Moll, she said, “It is late.”", "Ann Roth"),
        ("Asked about Ida Moll's plan, she shrugged. “It is late,” she said.", "Ann Roth"),
        ("Of Ida Moll, she said, “It is late.”", "Ann Roth"),
        ("In a letter to Mayor Ida Moll, she said, “It is late.”", "Ann Roth"),
        ("Unlike Ida Moll, she said, “It is late.”", "Ann Roth"),
        ("In Ida Moll's last letter, she said, “It is late.”", "Ida Moll"),
        ("After Ida Moll was asked, she said, “It is late.”", "Ida Moll"),
        ("Asked about it, Ida Moll shrugged. “It is late,” she said.", "Ida Moll"),
    ],
)
def test_she_is_not_whom_the_words_before_her_have_to_do_with(behind, speaker):
    assert speaker_of(f"“We row,” Ann Roth said.\n\n{behind}", "It is late") == speaker


@pytest.mark.parametrize(
    ("above", "speaker"),
    [
        ("The rain did not stop rowers such as Oddny Arbuck.", "Oddny Arbuck"),
        ("The outgoing head of the House River Committee Ohio Republican Ida Moll gave few details.\n", "Ida Moll"),
        ("The rain did not stop the Young Weavers who live there.", "Ann Roth"),
    ],
)
def test_she_is_who_is_named_as_one_of_many_or_behind_a_long_title(above, speaker):
    assert speaker_of(f"“We row,” Ann Roth said.\n\n{above} “It is late,” she said.", "It is late") == speaker


def test_they_are_people_who_are_named_behind_an_adverb():
    text = "Ironically, Ida Moll and Justices Ann Roth and Joe Holm wrote to the court. They argued “it is late.”"
    assert speaker_of(text, "it is late") == "Ida Moll, Ann Roth and Joe Holm"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Joe Holm met Ida Moll, who left in May and said it was “too late.”", "Ida Moll"),
        ("Joe Holm met Ida Moll, who left in May, and said it was “too late.”", "Joe Holm"),
        ("Joe Holm passed no rule -- like one being made by Ida Moll -- and said it was “too late.”", "Joe Holm"),
        ("Joe Holm, professor of law and sport here, who rowed and found that it was “too late,” left.", "Joe Holm"),
        ("Ann Roth, now the head of Joe Holm's club, who rowed and recalled it was “too late,” left.", "Ann Roth"),
        ("The rower who often announces such news said it was “too late.”", "the rower"),
        ("Joe Holm had to concede that the recent river report was “too late.”", "Joe Holm"),
        ("It stems from Joe Holm's latest remarks calling it “too late.”", "Joe Holm"),
        ("It will not change the view of Moll as one unwilling to learn of it – “too late,” as one rower called him.",
            "one rower"),
        ("Others wept, with Mayor Ida Moll (R-Hull) saying it was “too late.”", "Ida Moll"),
    ],
)  # fmt: skip
def test_who_acts_is_found_over_what_stands_between(text, speaker):
    assert speaker_of(text, "too late") == speaker


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("When Joe Holm pressed Al Kovac on it, he said", "Al Kovac"),
        ("When Joe Holm was asked by Al Kovac, he said", "Joe Holm"),
        ("Joe Holm rowed. Asked about the new Kovac plan of Al Kovac, he said", "Joe Holm"),
        ("Joe Holm rowed. How far is it from what Al Kovac told us in May? He said", "Al Kovac"),
    ],
)
def test_he_is_who_answers_and_who_is_said_to_have_spoken(before, speaker):
    assert speaker_of(f"{before} it was “too late.”", "too late") == speaker


def test_al_is_a_given_name_but_no_channel():
    assert speaker_of("Ida Moll met Al Kovac. Kovac said it was “too late.”", "too late") == "Al Kovac"
    assert speaker_of("Ida Moll met Joe Holm. Al Jazeera said it was “too late.”", "too late") == "Al Jazeera"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Says Ida Moll: “It is late.”", "It is late", "Ida Moll"),
        ("That delay carries a price, said Ida Moll.", "That delay carries a price", "Ida Moll"),
        ("The Ohio rower who serves as head of the club told us it was “late.”", "late", "the Ohio rower"),
    ],
)
def test_who_speaks_before_a_colon_behind_that_and_over_a_post_is_found(text, words, speaker):
    assert speaker_of(text, words) == speaker


def test_a_programme_on_which_somebody_speaks_is_nothing_that_they_say():
    heard = words_and_speakers("Ida Moll said on “Meet the Rowers” that it was “too late.”")
    assert [words for words, _ in heard if "Rowers" in words] == [] != heard


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We row,” Ann Roth said. When asked by a clerk how rowers see Ida Moll, she said it was “late.”", "Ann Roth"),
        ("The vote failed, with rowers in many ports rising while claiming it was “late.”", "rowers"),
        ("A Democrat cited Senator Joe Holm’s win over Al Kovac. It was “late,” the Democrat said.", "a Democrat"),
        ("A Democrat left. Joe Holm, a Democrat, rose. It was “late,” the Democrat said.", "Joe Holm"),
    ],
)
def test_who_acts_goes_before_whom_the_sentence_has_to_do_with(text, speaker):
    assert speaker_of(text, "late") == speaker
