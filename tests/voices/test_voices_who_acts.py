"""Who acts, where a clause, an aside, a thing or a passive stands between them and what is quoted."""

import pytest
from hearing import list_heard


def who_says(text: str, words: str) -> str | None:
    """Name the speaker of the shortest stretch that holds some words."""
    return min((pair for pair in list_heard(text) if words in pair[1]), key=lambda pair: len(pair[1]))[0]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'Ann Lund recently withdrew her offer to run the port for similar reasons, saying it was "too late".',
            "Ann Lund",
        ),
        ('Ida Moss later left the room in tears, calling the vote "a sorry sight for all".', "Ida Moss"),
        ('Sweden only sold two ferries that year, describing the market as "dead as a stone".', "Sweden"),
    ],
)
def test_a_name_ends_before_an_adverb_and_its_verb(text, speaker):
    assert list_heard(text, kinds=("direct",))[0][0] == speaker


@pytest.mark.parametrize("link", ["after the vote failed", "when the plan collapsed", "because the talks broke down"])
def test_a_participle_behind_a_clause_of_a_thing_belongs_to_who_acts_before_it(link):
    assert who_says(f'Ann Lund quit the board {link}, calling it "a mess of our own".', "a mess") == "Ann Lund"


def test_a_participle_behind_a_clause_of_somebody_stays_theirs():
    text = 'The vote came to nothing when Ida Moss left the room, calling it "a mess of our own".'
    assert who_says(text, "a mess") == "Ida Moss"


@pytest.mark.parametrize(
    "front", ["Ann Lund, D-Ohio,", "Sen. Ann Lund, R-Tenn.,", "Ann Lund, a nurse,"]
)  # fmt: skip
def test_who_also_said_in_a_statement_is_no_one_who_was_said(front):
    assert who_says(f'{front} also said in a statement the dam is "deeply flawed".', "deeply") == "Ann Lund"


@pytest.mark.parametrize("time", ["this year", "earlier this year", "late last week", "on Monday night"])
def test_a_time_behind_an_inverted_speaker_is_no_part_of_them(time):
    text = f'Mayor Ann Lund won in May. "The port is doing fine," claimed the mayor {time}.'
    assert who_says(text, "doing fine") == "Ann Lund"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Donors want a plan," said an outside adviser close to the mayor.', "an outside adviser close to the mayor"),
        ('A number of the outside experts who came said it was "far too late".', "a number of the outside experts"),
        ('An inside source told the Post it was "far too late".', "an inside source"),
    ],
)
def test_outside_and_inside_behind_an_article_describe_somebody(text, speaker):
    assert list_heard(text, kinds=("direct",))[0][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"The rule is late," the liberal think tank tweeted.', "the liberal think tank"),
        ('"You queue to get in," said the transplant from Leeds, with a red cup.', "the transplant from Leeds"),
        ('"You queue to get in," wrote the eyesore of a blog.', "the eyesore of a blog"),
    ],
)
def test_what_says_tweets_or_writes_beside_a_quotation_is_its_speaker_whatever_it_is_called(text, speaker):
    assert who_says(text, "The rule" if "rule" in text else "You queue") == speaker


@pytest.mark.parametrize("verb", ["has been accused of a campaign of", "was criticised for its", "was hailed for its"])
def test_who_is_accused_or_praised_says_nothing(verb):
    text = f'Ann Lund heads the navy. The navy {verb} "cleansing of the sea".'
    assert list_heard(text, kinds=("direct",))[0][0] is None


@pytest.mark.parametrize("verb", ["illustrate", "show", "prove"])
def test_who_is_named_right_behind_a_quotation_says_what_findings_only_show(verb):
    text = f'The findings {verb} "the level of inner conflict" says Ida Moss, director of the Lund Centre.'
    assert who_says(text, "the level") == "Ida Moss"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ida Moss called the crowd that shouted her down at a meeting a "paid mob".', "Ida Moss"),
        ('The Post reports that Kim Ode called the statement on the use of the port a "tissue of lies".', "Kim Ode"),
    ],
)
def test_a_call_reaches_over_what_it_calls(text, speaker):
    assert list_heard(text, kinds=("direct",))[0][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('He kept the warm support of Senator Ann Lund (R-Ohio), who told the Post, "I trust him fully."', "Ann Lund"),
        ('It was a blunt rebuke to Lund, who has urged people to "move on" at once.', "Lund"),
        ('Stars wrote in on Monday, including Nena, who called her "the best drummer alive".', "Nena"),
        ('She was blamed for her claim in a blog post that says the rule "is a fair reform".', "a blog post"),
        ('He mended his sums in a tweet Monday that said it was "the first time in a century".', "a tweet"),
    ],
)
def test_who_and_that_go_back_to_the_somebody_or_the_paper_before_them(text, speaker):
    assert list_heard(text, kinds=("direct",))[0][0] == speaker


def test_who_is_asked_about_something_answers_and_not_what_is_asked_about():
    text = 'Asked about the tone of the speech, Senator Ann Lund made it sound harmless: "We are a kind people."'
    assert who_says(text, "kind people") == "Ann Lund"


def test_the_who_is_a_body_and_no_pronoun():
    text = '"Trains are safe," the WHO says. "We are worried," WHO head Omar Ghebrey told reporters.'
    assert [who for who, _ in list_heard(text)] == ["WHO", "Omar Ghebrey"]


def test_an_aside_may_hold_two_titles_in_marks():
    text = 'Roland Lindley, a professor and the author of "River Law" and "The End of River Law," called it "a crime".'
    assert who_says(text, "a crime") == "Roland Lindley"


def test_a_note_saying_something_ends_before_who_had_done_it():
    text = 'Moss put out a note saying the chiefs of the two banks had told her they had "ample cash" to lend.'
    assert who_says(text, "ample cash") == "the chiefs of the two banks"


@pytest.mark.parametrize("crowd", ["lawmakers", "the crowd", "several nurses"])
def test_cheers_and_cries_are_no_verbs_and_come_from_whom_they_are_from(crowd):
    text = f'Ann Lund hailed the news, to cheers and cries of "Hear, hear!" from {crowd}.'
    assert who_says(text, "Hear") == crowd
    assert who_says('Ann Lund hailed the news, to cheers and cries of "Hear, hear!" on all sides.', "Hear") is None


def test_what_is_reported_may_begin_with_a_noun_that_is_spelt_like_a_verb():
    text = 'The Post reports that charges against Moss included "conspiring with two others".'
    assert who_says(text, "conspiring") in ("the Post", "Post")


def test_who_is_happy_and_says_so_is_one():
    text = 'Ann Lund is happy the strike is over, but calls the last deal "a deep disappointment".'
    assert who_says(text, "a deep") == "Ann Lund"


@pytest.mark.parametrize("dash", ["—", "-"])
def test_an_aside_in_dashes_behind_one_in_commas_leads_to_the_name(dash):
    text = f'Ann Lund, a friend of Moss and boss of the port {dash} who left in May {dash} called it "a poor joke".'
    assert who_says(text, "a poor joke") == "Ann Lund"


@pytest.mark.parametrize(
    "front", ["Ann Lund, who has shot at Moss in the past, seemed tired", "Ida Reed left; Ann Lund, a nurse, smiled"]
)
def test_a_participle_belongs_to_the_name_before_an_aside(front):
    assert who_says(f'{front}, saying it was "a matter of time".', "a matter") == "Ann Lund"


@pytest.mark.parametrize("verb", ["cut her off", "answered", "began"])
def test_who_answers_by_saying_something_says_it(verb):
    assert who_says(f'Ida Reed faced Ann Lund, who {verb} by saying "you are wrong there".', "wrong") == "Ann Lund"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ann Lund unveiled a law that Moss called "a wake-up call" for all.', "Moss"),
        ('Ann Lund backed a plan which the mayor has described as "a wake-up call" for all.', "the mayor"),
        ('The strike was a loss the mayor called "a wake-up call" for all.', "the mayor"),
        ('The port made a move the bank labelled "a wake-up call" for all.', "the bank"),
    ],
)
def test_who_calls_something_so_acts_within_what_is_said_of_it(text, speaker):
    assert who_says(text, "a wake-up") == speaker


def test_a_verb_behind_its_helper_is_no_part_of_whom_it_concerns():
    text = 'That didn’t please Ann Lund, who said it was "a matter of time".'
    assert who_says(text, "a matter") == "Ann Lund"
    assert who_says('It couldn’t calm nurses who called it "a poor joke".', "a poor joke") == "nurses"


@pytest.mark.parametrize("firm", ["Twitter", "Facebook", "WikiLeaks"])
@pytest.mark.parametrize("heading", ["Follow Henry Ode On {}", "HENRY ODE AND {}", "Henry Ode And {}"])
def test_a_firm_with_a_name_before_it_in_a_heading_is_nobody_s_family_name(firm, heading):
    heading = heading.format(firm.upper() if heading.isupper() else firm)
    assert who_says(f'{heading}\n\n{firm} said it had "nothing to hide" in May.', "nothing") == firm


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Cooper offered Carl Lund a chance to say he was only speaking of dams.", "Carl Lund"),
        ("The host gave the mayor an opportunity to say the dam was safe.", "the mayor"),
        ("Ann Cooper took the chance to say the dam was safe.", "Ann Cooper"),
        ("Ann Cooper, who gave Lund time, had reason to say the dam was safe.", "Ann Cooper"),
    ],
)
def test_whoever_is_given_a_chance_to_speak_speaks(text, speaker):
    assert [who for who, _ in list_heard(text)] == [speaker]
