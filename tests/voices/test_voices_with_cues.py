"""Who says a quotation that a verb of saying announces, where names and clauses are of kinds that news has often."""

import pytest
from hearing import list_heard


def quotations(*texts: str) -> list[tuple[str | None, str]]:
    """List (speaker, words) of the quotations of texts, in order."""
    return list_heard(*texts, kinds=("direct",))


@pytest.mark.parametrize(
    ("named", "speaker"),
    [
        ("Daniel Hale KC", "Daniel Hale"),
        ("Anna Roth MP", "Anna Roth"),
        ("Tulip Sadik MP", "Tulip Sadik"),
        ("Ida Hale MD PhD", "Ida Hale"),
        ("Ida Hale, Ph.D.,", "Ida Hale"),
        ("Sir Ian Lund KC MP", "Ian Lund"),
        ("A Tory MP", "a Tory MP"),
        ("Labour MP Anna Roth", "Anna Roth"),
    ],
)
def test_letters_behind_a_name_are_no_part_of_it(named, speaker):
    assert quotations(f'{named} said the quay was "beyond repair".') == [(speaker, "beyond repair")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ('"We are done," Ina Roth texted.', [("Ina Roth", "We are done,")]),
        ('"Will it hold?" Ina Roth emailed.', [("Ina Roth", "Will it hold?")]),
        ('Ina Roth emailed the nurses: "We are done."', [("Ina Roth", "We are done.")]),
        ('Ina Roth messaged him that it was "over for good".', [("Ina Roth", "over for good")]),
        ('The messages of Ina Roth were "long and dull".', []),
    ],
)
def test_who_emailed_texted_or_messaged_says_so(sentence, found):
    assert quotations(sentence) == found


def test_a_name_may_have_a_small_prefix_that_is_glued_to_it():
    text = 'Joe diSorta left. "We are loyal," diSorta points out. Said diSorta: "No." "Late," said Ann O\'Hara.'
    assert quotations(text) == [("Joe diSorta", "We are loyal,"), ("Joe diSorta", "No."), ("Ann O'Hara", "Late,")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Ina Roth accused Otto Moll of backing it out of "spite and greed".', [("Ina Roth", "spite and greed")]),
        ('Ina Roth praised Otto Moll for defending "the weakest of all".', [("Ina Roth", "the weakest of all")]),
        ('Ina Roth accused Otto Moll of saying "no way" to it.', [("Otto Moll", "no way")]),
        ('Ina Roth mocked Otto Moll for calling it "a joke".', [("Otto Moll", "a joke")]),
    ],
)
def test_what_somebody_is_accused_of_doing_is_in_the_accusers_words(text, found):
    assert quotations(text) == found


def test_what_an_author_is_the_author_of_is_a_title_and_the_verb_behind_it_is_the_authors():
    text = (
        "But Ina Roth, who has studied ferries as the author of “The War on Tides: Confessions of a ‘Pilot,’” "
        "says that fares are a trick."
    )
    assert list_heard(text, kinds=("direct", "indirect")) == [("Ina Roth", "that fares are a trick")]


def test_with_ties_to_somebody_is_a_part_of_a_description():
    text = "“It is sad,” said one rower with ties to the harbour board."
    assert quotations(text) == [("one rower with ties to the harbour board", "It is sad,")]


@pytest.mark.parametrize(
    ("asked", "speaker"),
    [
        ("Ina Roth, asked whether she would stay, said no.", [(None, "whether she would stay"), ("Ina Roth", "no")]),
        ("Ina Roth, a nurse, asked whether it would sink.", [("Ina Roth", "whether it would sink")]),
    ],
)
def test_who_is_asked_between_commas_answers_and_does_not_ask(asked, speaker):
    assert list_heard(asked) == speaker


@pytest.mark.parametrize(
    "clauses",
    [
        "who had worked in the wards, who had seen three mayors come and go, and who never voted",
        "a clerk from Kent, who ran for mayor in May, losing by a hair, and who has since worked for the board",
        "who asked to stay because she feared for her job, and who has been there for years",
    ],
)
def test_who_speaks_behind_several_clauses_that_begin_with_who(clauses):
    assert quotations(f'Ina Roth, {clauses}, told The Post that the ward was "full and cold".') == [
        ("Ina Roth", "full and cold")
    ]


def test_who_says_something_in_the_last_of_several_clauses_is_whom_they_describe():
    text = "Tom Fry, who ran in May, who lost by a hair, and who said that he would go, told rowers that he would stay."
    assert list_heard(text) == [("Tom Fry", "that he would go"), ("Tom Fry", "that he would stay")]


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("Her bill was blocked by Senator Dan Holt.", "Amy Lund"),
        ("Senator Dan Holt laughed at it.", "Dan Holt"),
    ],
)
def test_of_two_senators_the_senator_is_who_spoke_last_unless_the_other_has_acted(between, speaker):
    text = f'Senator Dan Holt left. Senator Amy Lund said the plan was dead. {between} "It is over," the senator said.'
    assert quotations(text) == [(speaker, "It is over,")]


@pytest.mark.parametrize(
    ("office", "called"),
    [
        ("Defence Secretary", "The Pentagon chief"),
        ("Federal Reserve Chairman", "The Fed chief"),
        ("Secretary of State", "The top diplomat"),
        ("European Commission President", "The Commission chief"),
    ],
)
def test_chiefs_of_bodies_and_top_diplomats_are_who_heads_them(office, called):
    text = f'{office} Jim Holt met the rowers in Kent. {called} said it was "near the end".'
    assert quotations(text) == [("Jim Holt", "near the end")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Despite Acme saying there is "nothing to see," it is a matter of note.', ("Acme", "nothing to see,")),
        ('The board goes on — with critics charging that it has not been "tough enough".', ("critics", "tough enough")),
        ('With Ina Roth saying that it was "if, not when," it left.', ("Ina Roth", "if, not when,")),
    ],
)
def test_who_speaks_behind_with_and_despite_is_who_stands_there(text, found):
    assert quotations(text) == [found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The ex-US vice-president said he had "no idea at all".', "Joe Bell"),
        ('The ex-senator said he had "no idea at all".', "Joe Bell"),
        ('The former vice-president said he had "no idea at all".', "Joe Bell"),
    ],
)
def test_a_former_office_may_have_hyphens(text, speaker):
    opening = "Democratic candidate Joe Bell has refused to leave.\n\n"
    assert quotations(opening + text) == [(speaker, "no idea at all")]


def test_who_is_introduced_by_a_title_may_be_called_by_the_first_name_alone_though_no_list_has_it():
    text = (
        "Education Minister Chaturon Chaisang said it was no answer. “It is a mistake,” Chaturon said. The Whitefish "
        "Group left. “So it is,” Whitefish said."
    )
    assert quotations(text) == [("Chaturon Chaisang", "It is a mistake,"), ("Whitefish", "So it is,")]


def test_mr_roth_with_whom_a_text_begins_is_not_ann_roth_whom_alone_it_names_in_full():
    text = (
        "The speech was Mr. Roth's longest. From her seat, Ann Roth watched him.\n\n“I will stay,” Mr. Roth said. He "
        "left, saying, “It is late.” “He is fine,” Ann Roth said."
    )
    assert [who for who, _ in quotations(text)] == ["Roth", "Roth", "Ann Roth"]
    assert quotations("Ali Moll left. Ms. Moll said it was “late for her”.") == [("Ali Moll", "late for her")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "When the mayor called on her to speak, Ina Roth gave a speech on fares: “They are too high. We will go.”",
            [("Ina Roth", "They are too high. We will go.")],
        ),
        (
            "The rule allowing dogs to swim was “dear and daft” and did harm, Ina Roth said.",
            [("Ina Roth", "dear and daft")],
        ),
        (
            "Ina Roth said at a meeting that her room was “very small”, as clerks in Kent now viewed it as theirs.",
            [("Ina Roth", "very small")],
        ),
        (
            "Ina Roth said that she would not call “a judge” for it, as Tom Fry called for, “but a boat and a crew.”",
            [("Ina Roth", "a judge"), ("Ina Roth", "but a boat and a crew.")],
        ),
        (
            "Tom Fry beat Ina Roth, who had been touted in May as one of the “young guns,” the hope of Kent.",
            [(None, "young guns,")],
        ),
    ],
)
def test_a_cue_of_another_clause_does_not_take_a_quotation(text, found):
    assert quotations(text) == found


def test_states_in_marks_and_others_say_nothing():
    assert all(who is None for who, _ in quotations("The seats are in “purple” states or states that Lund won."))


@pytest.mark.parametrize("party", ["(R-Ohio)", "(R-La.)", "(D-N.Y.)", "(Maine)"])
def test_who_acts_before_a_verb_may_have_a_party_in_brackets(party):
    text = f"Tensions rose when Sen. John Kent {party} knocked the start, calling it “nothing, zilch, zero”."
    assert quotations(text) == [("John Kent", "nothing, zilch, zero")]


@pytest.mark.parametrize(
    ("shown", "speaker"),
    [
        ("The station has a video of the apparent ringleader", "the apparent ringleader"),
        ("The station showed video of Otto Moll", "Otto Moll"),
        ("She shared a clip of a man", "a man"),
    ],
)
def test_who_is_heard_in_a_recording_speaks_and_not_who_shows_it(shown, speaker):
    assert quotations(f'{shown} screaming at the mayor, "go home right now" at night.') == [
        (speaker, "go home right now")
    ]


def test_of_whom_somebody_is_a_supporter_does_not_act():
    text = (
        "Donald Roth left. Rudy Holm, an early Roth supporter, made the case for himself. And he is not shy about it."
        "\n\n“I have been to England,” he told the paper."
    )
    assert quotations(text) == [("Rudy Holm", "I have been to England,")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Martha Lund added that they had met, and the letter Otto Moll wrote was “kind and loving.”", "Martha Lund"),
        ("Martha Lund said the story she told was “true and sad”.", "Martha Lund"),
        ("What Otto Moll said was “true and sad”.", "Otto Moll"),
        ("Martha Lund left. After long talks Norway said that it was “ready to go”.", "Norway"),
        ("Martha Lund left. After mayor Otto Moll said that it was “ready to go”, she came.", "Otto Moll"),
    ],
)
def test_a_letter_that_somebody_wrote_is_no_cue_and_what_opens_a_clause_is_no_part_of_a_name(text, found):
    assert [who for who, _ in quotations(text)] == [found]


def test_the_president_of_whom_no_name_is_said_is_whom_the_text_is_about():
    about = " ".join(["Otto Moll won again.", "Moll was glad.", "It was a good year for Moll.", "Moll slept."] * 2)
    assert quotations(f"{about} The president said it was “late”.\n\nIna Roth left.") == [("Otto Moll", "late")]
    spoken = about.replace("Otto", "Senator Otto")
    assert quotations(f"{spoken} The president said it was “late”.") == [("the president", "late")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It is no secret,” said former CIA acting director Mike Holm.", "Mike Holm"),
        ("Eight rowers left. One of them, Ann Lund, a retired nurse, said, “It is no secret.”", "Ann Lund"),
        ("The Times tells that in a search, dubbed “Crossfire,” “nobody at all was ever found”.", "Times"),
    ],
)
def test_who_speaks_is_named_behind_acting_and_one_of_them_and_not_by_a_name_for_something(text, found):
    assert quotations(text)[-1][0] == found
