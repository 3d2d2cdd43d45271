"""Whose words stand in marks or under a label where no verb of saying stands beside them."""

import pytest
from hearing import list_heard, speakers


def quoted(text: str) -> list[str | None]:
    """List who says the quotations of a text, in order."""
    return speakers(text, kinds=("direct",))


def taken(text: str) -> list[tuple[str | None, str]]:
    """List the turns of a text with who speaks."""
    return list_heard(text, kinds=("turn",))


@pytest.mark.parametrize(
    "head",
    ["Rain in Kent - Weir Valley Times", "Jo goes home - [North] Weir Valley Times", "[North] Weir Valley Times"],
)
def test_a_digest_of_the_press_names_its_paper_behind_a_dash_or_brackets(head):
    assert quoted(f"{head}: “Mayor Nora Quist has lost a third of her council.”") == ["Weir Valley Times"]


@pytest.mark.parametrize("text", ["Weir Valley Times: {}", "[WVT: {}]"])
def test_a_digest_may_name_its_paper_alone(text):
    who = text.split(":")[0].strip("[")
    assert quoted(text.format("“Mayor Quist, whom many hailed as a savior, has lost her seat.”")) == [who]


def test_what_a_clause_goes_on_with_behind_a_quotation_is_no_speaker():
    text = "“If she would like her name on it,” that would be fine, Otto Moll said in a talk. “I was second.”"
    assert quoted(text)[-1] == "Otto Moll" and None not in quoted(text)


def test_what_a_heading_says_of_somebody_on_something_stays_theirs():
    assert quoted("Nora Quist on the ferry - a short view: “It will go.”") == ["Nora Quist"]


def test_a_post_that_is_repeated_in_marks_is_its_account_s():
    posts = "“@weirfan: @noraq will the ferry ever sail?” Yes it will! — Nora Quist (@noraq) May 3, 2023"
    assert quoted(posts) == ["@weirfan"]
    assert quoted("“@weirfan: the old ferry is a bath tub.” — Nora Quist (@noraq) May 3, 2023") == ["@weirfan"]


def test_a_post_in_marks_that_its_own_account_signs_is_the_signer_s():
    assert quoted("“@noraq: The ferry will sail in June.” — Nora Quist (@noraq) May 3, 2023") == ["Nora Quist"]


@pytest.mark.parametrize("verb", ["interrupted", "persisted", "butted in", "wrote on a wall of the port"])
def test_who_speaks_behind_a_question_may_have_a_long_title_or_any_verb_of_talk(verb):
    assert quoted(
        f"It rained. “Did it count the boats they had sold?” Weir communications chief Nora Quist {verb}."
    ) == ["Nora Quist"]


def test_somebody_who_is_asked_answers_and_not_who_asks():
    text = 'Asked by Ida Rau whether she had read it, Governor Nora Quist laughed. "All nine hundred pages of it?"'
    assert quoted(text) == ["Nora Quist"]


def test_a_sentence_all_in_marks_is_speech_however_short():
    assert quoted('Nora Quist shook her head. "Not on my boat." Then she left.') == ["Nora Quist"]


def test_builders_answer():
    assert quoted('"There was frost," the builders replied.') == ["the builders"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[7 Jun 2022 at 16:05] ", "[7 Jun 2022 at 16:09] "),
        ("12/03/2023, 09:14 - ", "12/03/2023, 09:15 - "),
        ("[3.4.21, 10:01:12] ", "[3.4.21, 10:02:40] "),
        ("2021-04-03 10:01 ", "2021-04-03 10:02 "),
    ],
)
def test_a_chat_s_dates_stand_before_who_writes(first, second):
    text = f"{first}Nora Quist: The boat is late again\n{second}Ida Rau: How late?\n{second}Nora Quist: An hour"
    assert taken(text) == [
        ("Nora Quist", "The boat is late again"),
        ("Ida Rau", "How late?"),
        ("Nora Quist", "An hour"),
    ]


def test_who_is_named_before_questions_and_answers_answers():
    text = "Four questions for Nora Quist\n\nNora Quist has run the port for ten years.\n\n"
    text += "Q: When did you start?\nA: I was nine. My aunt had a boat.\n\nQ: Do you sleep?\nA: Rarely."
    assert [who for who, _ in taken(text)] == [None, "Nora Quist", None, "Nora Quist"]


@pytest.mark.parametrize(("left", "right"), [("**", "**"), ("__", "__"), ("### ", "")])
def test_questions_in_bold_are_those_of_an_interview(left, right):
    text = "Nora Quist has a new boat.\n\n"
    for question, answer in [
        ("Why did you buy it?", "I could not row any longer. It hurt."),
        ("Do you regret it?", "No. It is fast, and I like it."),
    ]:
        text += f"{left}{question}{right}\n\n{answer}\n\n"
    assert taken(text) == [
        ("Nora Quist", "I could not row any longer. It hurt."),
        ("Nora Quist", "No. It is fast, and I like it."),
    ]


@pytest.mark.parametrize("names", ["Nora Quist", "Nora Quist and Ida Rau", "Nora Quist, Ida Rau, Jo Moll and Sam Dorn"])
def test_several_beside_their_paper_sign_all_that_stands_above(names):
    text = f"“It is not the first time that it rains…\n\n“The mayor has a boat.”\n\n{names}, Weir Times\n\n"
    assert quoted(f"{text}“It will go on.”\n\nAnn Lee, Kent Post") == [names, names, "Ann Lee"]


def test_names_beside_their_papers_sign_the_quotations_of_one_paragraph():
    text = "“The ferry was the core of the plan. There will be a next time.” Nora Quist, Weir Times "
    assert quoted(f"{text}“There is no path. It is done.” Ida Rau, The Kent Post") == ["Nora Quist", "Ida Rau"]


@pytest.mark.parametrize("behind", [" of Kent", ", who is old", " of Kent, who is old"])
def test_a_name_set_off_behind_a_role_is_who_speaks_wherever_it_comes_from(behind):
    assert quoted(f"The party whip, Otto Lott{behind}, said: “The radio runs the town.”") == ["Otto Lott"]


def test_what_is_being_considered_is_described_by_who_describes_it():
    text = "One clerk described the plans being considered as “minor odds and ends” that help nobody."
    assert quoted(text) == ["one clerk"]


@pytest.mark.parametrize("paper", ["One of the memos", "The memo in part", "The endorsement in part"])
def test_a_paper_states(paper):
    text = f"{paper} states that Norland had used “the mayor’s taste for boats in order to win.”"
    assert quoted(text) == [paper[0].lower() + paper[1:].removesuffix(" in part")]


def test_a_noun_beyond_a_semicolon_gives_no_words():
    text = 'The town has remote charging control; it will also run a new "light on demand" plan which saves money.'
    assert "the town" not in quoted(text)


def test_a_song_like_another_is_its_title():
    assert quoted('Nora Quist worried about doing justice to a song like "Harbour," given that she is hoarse.') == []


@pytest.mark.parametrize("verb", ["told us", "explained", "has said"])
def test_he_and_she_of_an_opening_clause_are_who_acts_behind_it(verb):
    text = (
        f"Ida Rau and Ann Moll left. Nora Quist stayed.\n\nAs she {verb}, Quist believes it is “a time of great need.”"
    )
    assert quoted(text) == ["Nora Quist"]


def test_they_may_be_one_who_has_no_name():
    text = "“Keep away from the moose,” a spokesperson for the park said.\n\n“If it is full, go away,” they continued."
    assert quoted(text) == ["a spokesperson for the park"] * 2


def test_who_is_only_compared_with_does_not_go_on():
    text = "Nora Quist said the pier is not as safe as Mayor Jo Moll says it is. “The boats here rot every day.”"
    assert quoted(text) == ["Nora Quist"]


def test_a_statement_behind_a_dash_announces_the_next_paragraph():
    text = 'Not to be a killjoy again, but - from the Kent Declaration:\n\n"The land has no wish to close the port."'
    assert quoted(text) == ["Kent Declaration"]


def test_a_comment_is_of_whom_it_is_from():
    assert quoted('This comment from a clerk to our paper on Sunday: "This is not enough. Not even close."') == [
        "a clerk"
    ]


def test_all_of_a_list_is_whose_words_are_announced_above_it():
    text = "Here are some of Mr. Moll’s comments about the mayor:\n\n"
    text += "• May 3, 2016: “She is a lamb.”\n\n• Aug. 9: “She has sold my boat to a man from Kent.”\n\nOtto Moll left."
    assert quoted(text) == ["Otto Moll", "Otto Moll"]


def test_a_question_between_two_answers_of_one_is_the_other_s():
    text = 'Ida Rau asked Moll, "Did you tell the mayor?"\n\n"I did not," Otto Moll said.\n\n'
    text += '"Did you tell her that it sank?"\n\n"No," he said. "And I did not know."'
    assert quoted(text) == ["Ida Rau", "Otto Moll", "Ida Rau", "Otto Moll", "Otto Moll"]


def test_a_question_between_two_answers_is_nobody_s_where_nobody_else_speaks():
    text = '"I did not," Otto Moll said.\n\n"Did you tell her that it sank?"\n\n"No," Moll said.'
    assert quoted(text) == ["Otto Moll", None, "Otto Moll"]


def test_who_calls_those_who_told_of_him_a_name_says_it():
    text = "In a talk, Otto Moll called the clerks who said this about him “liars” and “fools.”"
    assert quoted(text) == ["Otto Moll", "Otto Moll"]


def test_a_noun_before_a_comma_takes_no_words_from_who_says_them_behind():
    text = 'Ada Holt\'s son, not too keen on school projects, "all of a sudden wanted a boat," Holt tells me.'
    assert quoted(text) == ["Ada Holt"]


def test_who_tells_something_behind_a_dash_says_it():
    assert quoted('"It is a fair talk to have." -- Nora Quist told me about the plan.') == ["Nora Quist"]


def test_who_said_something_about_a_thing_behind_a_full_stop_says_it():
    text = '"I look at my boat and I see Kent." Nora Quist said Sunday about the race on a local station.'
    assert quoted(text) == ["Nora Quist"]


@pytest.mark.parametrize("aside", ["", ", a clerk,"])
def test_what_somebody_has_to_say_follows(aside):
    text = f'Here is what Nora Quist{aside} has to say.\n\n"If I had a boat, I would keep it."'
    assert quoted(text) == ["Nora Quist"]


@pytest.mark.parametrize(("head", "who"), [("CNN's", "CNN"), ("Here is the Post's", "Post"), ("Editor's", None)])
def test_a_paper_s_comment_is_its_own_and_an_editor_s_nobody_s(head, who):
    assert quoted(f'{head} comment: "We stand by our story, and are confident in it."') == [who]


@pytest.mark.parametrize(
    ("label", "who"),
    [("The mayor", "the mayor"), ("The port ministry", "the port ministry"), ("Residents", "residents")],
)
def test_a_role_or_a_body_before_a_colon_speaks(label, who):
    assert quoted(f"{label}: “No trains until noon.”") == [who]


@pytest.mark.parametrize("who", ["Abe Stone", "ferryman Abe Stone"])
@pytest.mark.parametrize("stop", ["", "."])
def test_a_caption_names_who_says_what_stands_before_its_colon(who, stop):
    assert quoted(f"“I sold the boat for a song”: {who} on his last summer{stop}") == ["Abe Stone"]


def test_they_are_not_one_of_whom_many_are_meant():
    assert speakers("One senator said it would last. They rarely said why.")[-1] != "one senator"


@pytest.mark.parametrize("heading", ["Nora Quist Calls For Kent To Reopen", "Nora Quist's Entire Speech at the Pier"])
def test_a_title_behind_a_quotation_and_a_colon_is_no_name(heading):
    assert quoted(f"It rained. (RELATED: ‘We Are Ready To Sail’: {heading})") in ([], [None], ["Nora Quist"])


def test_a_heading_in_capitals_that_names_nobody_gives_its_words_to_nobody():
    assert "Tenants Block Court" not in quoted('"WE WILL NOT PAY": TENANTS BLOCK COURT\n\nRosa Lind left.')


def test_names_alone_that_come_again_are_labels():
    text = "Ida Rau\n\nWhy do people hate it?\n\nJo Moll\n\nBecause it smells. I live there.\n\n"
    text += "Ida Rau\n\nWhat would you change?\n\nJo Moll\n\nThe wind. I would turn it."
    assert [who for who, _ in taken(text)] == ["Ida Rau", "Jo Moll", "Ida Rau", "Jo Moll"]


def test_a_chat_with_names_over_what_they_write_has_labels():
    text = "weirfan — 05/12/2023 10:14 AM\nis the boat in?\nlockkeeper — 05/12/2023 10:16 AM\nnot yet, fog"
    assert taken(text) == [("weirfan", "is the boat in?"), ("lockkeeper", "not yet, fog")]


def test_a_chat_with_times_in_brackets_needs_no_full_stops():
    text = "[10:14 AM] Nora Quist: is the boat in\n[10:16 AM] Jo Moll: not yet"
    assert taken(text) == [("Nora Quist", "is the boat in"), ("Jo Moll", "not yet")]
