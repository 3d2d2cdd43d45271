"""Who speaks where names are long, where a verb hides in a phrase, where somebody is blamed for what they said."""

import pandas as pd
import pytest

from analysis.voices import extract_quotes
from analysis.voices.cues import load_cues
from analysis.voices.lines import make_line
from analysis.voices.tokens import make_tokens
from analysis.voices.verb_or_noun import is_noun


def hear(text: str) -> list[tuple[str, str | None]]:
    """List (words, speaker) of a text, in order."""
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    names = (who if isinstance(who, str) else None for who in rows["speaker"])
    return list(zip(rows["text"], names, strict=True))


def speakers(text: str) -> list[str | None]:
    return [who for _, who in hear(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"The soil is bad," said the Rural Monitoring Group.', "Rural Monitoring Group"),
        ('"We will hold on," said Soe Naung Aing.', "Soe Naung Aing"),
        ("Neither Norway nor the EU said who would pay for the ferry.", None),
        ("Neither Iceland nor Malta has confirmed the landing.", None),
    ],
)
def test_names_in_ing_are_whole_and_nor_parts_two(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("County law protects cleaners who complain that a stair is unsafe.", "cleaners"),
        ("The charter punishes teachers who say that the books are old.", "teachers"),
        ("The ferry firm denies these claims and insists that the deck is sound.", "the ferry firm"),
        ("Pensioners wave flags and demand a recount.", "pensioners"),
        ('Pensioners wave placards that say "Lock the gate."', "placards"),
        ("A man who grows leeks said that the frost was late.", "a man"),
        ("Voters rights groups said that the hall was shut.", "voters rights groups"),
    ],
)
def test_a_verb_within_a_phrase_ends_it(text, speaker):
    assert speakers(text)[-1].lower() == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The rector sacked Ina Moll for claiming that the books were false.", "Ina Moll"),
        ("The judge fined the paper for claiming that the count was false.", "the paper"),
        ("You can blame the Harbour Office for insisting that the pier be shut.", "Harbour Office"),
        ("Ina Moll was dismissed for claiming that the books were false.", "Ina Moll"),
        ("Ina Moll came under fire for saying that nurses were idle.", "Ina Moll"),
        ("Ina Moll apologised to Per Dahl for saying that nurses were idle.", "Ina Moll"),
        ("Ina Moll mocked bishops for denying that it rains, adding that they never look up.", "Ina Moll"),
    ],
)
def test_who_is_blamed_for_saying_something_has_said_it(text, speaker):
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The judge stopped the witness on that line of inquiry.",
        "Ina Moll insisted on that version of the tale for years.",
        "Ina Moll commented on that plan in May.",
    ],
)
def test_that_behind_a_preposition_opens_no_clause(text):
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert "that" not in set(rows["form"])


def test_a_clause_behind_pointed_out_and_behind_a_hearer_of_that_paper_stays():
    assert hear("Ina Moll pointed out that the gate was open.") == [("that the gate was open", "Ina Moll")]
    assert hear("Ina Moll told a man from that paper that she would go.") == [("that she would go", "Ina Moll")]


def test_margins_guarantee_nothing_by_word():
    assert speakers("Those margins guaranteed that the coalition would last.") == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Harbour Air offered passengers a refund. They said that it came too late.", "passengers"),
        ("Orbin hired nurses. They said that it was late.", "nurses"),
        ("Two wounded sailors came ashore. They said that it was late.", "two wounded sailors"),
        ("Newly hired nurses came. They said that it was late.", "newly hired nurses"),
    ],
)
def test_they_are_no_verb_with_its_object(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Olaf Dahl opened the meeting. Dahl spoke for an hour. She said that it was done.", None),
        ('Orvik lost his seat. "We fought hard," she said.', None),
        ("Orvik lost his seat. He said that the fight was over.", "Orvik"),
        ('Ali Dahl, a reporter, came. Ms. Dahl opened her notes. "It is late," she wrote.', "Ali Dahl"),
        ("Mr. Orvik lost. Tveit won. She said that it was late.", "Tveit"),
        ('Tom Dahl and Ida Dahl came. Dahl opened the door. "It is late," she said.', "Ida Dahl"),
    ],
)
def test_a_pronoun_does_not_lead_to_who_cannot_be_he_or_she(text, speaker):
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("Shop owners fear closure.", "fear", False),  # a plural in -s agrees with the verb
        ("The press fear was real.", "fear", True),  # one in -ss is none
        ("The virus fear was real.", "fear", True),  # nor is one in -us
        ("The mayor's fear was real.", "fear", True),
        ("The news fear was real.", "fear", True),  # a singular in -s
        ("Most people fear closure.", "fear", False),
        ("The firm denies these claims.", "claims", True),  # no singular verb behind a plural
        ("The firm claims victory.", "claims", False),
    ],
)
def test_a_verb_agrees_with_the_plural_before_it(text, word, noun):
    line = make_line(make_tokens(text, begins=[0]), 0, len(text), [], [])
    at = line.lows.index(word)
    assert is_noun(line, at, 0, load_cues().forms[word]) is noun


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("At least two nurses said that the ward was full.", "two nurses"),
        ("Up to forty nurses said that the ward was full.", "forty nurses"),
        ('"It is full," said at least two nurses.', "two nurses"),
        ("According to at most three clerks, the gate was shut.", "three clerks"),
        ("At least two runners — Sens. Ina Moll and Olaf Dahl — have said they would stand.", "Ina Moll and Olaf Dahl"),
        ("Two runners - Ina Moll and Olaf Dahl - said they would stand.", "Ina Moll and Olaf Dahl"),
        ("Tory MP for Lower Sund, Ina Moll, said that the vote was late.", "Ina Moll"),
        ('"It is late," said Labour MP Ina Moll, who left in May.', "Ina Moll"),
        ("Tory MPs Ina Moll and Olaf Dahl said that it was late.", "Ina Moll and Olaf Dahl"),
        ('"It is built," said the akim of the region Daur Isken.', "Daur Isken"),
        ("The prefect of the district Joren Palt said that it was built.", "Joren Palt"),
        ("The owner of the restaurant Blue Door said that it would close.", "the owner of the restaurant Blue Door"),
        ("The youngest of the sisters, Maara, said that she would leave.", "Maara"),
        ('"I saw it," said the eldest of the brothers, Ilvar.', "Ilvar"),
        ("The tallest of the players, Ina Moll, said that she had waited.", "Ina Moll"),
    ],
)
def test_people_are_found_behind_numbers_dashes_places_and_the_youngest_of(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Another said that the road was shut.",
        "The second told reporters that the road was shut.",
        "Half said that they would stay.",
        "A third said that they would stay.",
        "Any clerk who said that the books were false would have been heard.",
    ],
)
def test_another_the_second_half_and_any_clerk_are_speech_of_nobody(text):
    assert speakers(text) == [None]


def test_parts_of_several_have_a_name():
    assert speakers("Four in ten voters said that they would stay.") == ["four in ten voters"]
    assert speakers("Half of the voters said that they would stay.") == ["half of the voters"]
    assert speakers("Another man said that it was late.") == ["another man"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("According to a memo from Ina Moll, the vice president and head of sales, it closes.", "it closes"),
        ("According to Ina Moll, 43, a nurse, the ward is full.", "the ward is full"),
        ("According to Ina Moll, who runs the ward, beds are scarce.", "beds are scarce"),
        ("According to Ina Moll, the court erred, and the judge lied.", "the court erred, and the judge lied"),
        ("According to police, the driver, a mother of two, fled.", "the driver, a mother of two, fled"),
        ("The agency reports: According to Ina Moll, the ship sank.", "the ship sank"),
    ],
)  # fmt: skip
def test_what_somebody_is_called_behind_according_to_is_not_what_they_say(text, words):
    assert [said for said, _ in hear(text)] == [words]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('As @harbourwatch put it, the port is "a dump."', "@harbourwatch"),
        ('"The port is a dump," as Ina Moll put it.', "Ina Moll"),
        ('Ina Moll put it bluntly: "The port is a dump."', "Ina Moll"),
        ("Ina Moll Tweeted that the port was a dump.", "Ina Moll"),
        ('@harbourwatch Tweeted: "The port is a dump."', "@harbourwatch"),
    ],
)
def test_as_somebody_put_it_and_tweeted_with_a_capital_are_speech(text, speaker):
    assert set(speakers(text)) == {speaker}


def test_what_is_put_in_a_box_is_not_said():
    assert hear('Ina Moll put it in a box marked "fragile."') == []


@pytest.mark.parametrize(
    "text",
    [
        'Two aides who asked not to be named because "the matter is delicate" said that the mill would close.',
        'Two aides who wanted to stay anonymous because "the matter is delicate" said that the mill would close.',
        'Two aides, who asked not to be named because "the matter is delicate," said that the mill would close.',
    ],
)
def test_why_a_source_stays_nameless_is_the_sources_speech(text):
    assert [(words.rstrip(","), who) for words, who in hear(text)] == [
        ("the matter is delicate", "two aides"),
        ("that the mill would close", "two aides"),
    ]


def test_an_occasion_under_a_bubble_is_not_who_speaks():
    text = "🗣 Briefing: Orbin: We will respond. Tveit: We are ready for talks."
    assert hear(text) == [("We will respond.", "Orbin"), ("We are ready for talks.", "Tveit")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lee Backs a Tax on Sugar", "Lee"),
        ("Mayor Lee Slams Tax as Theft", "Lee"),
        ("Lee Waters told Ann Roe that it was late. Waters left.\n\nWaters said that it was late.", "Lee Waters"),
        ("Ann Roe Backs Tax on Sugar", "Ann Roe"),
    ],
)
def test_a_headings_verb_is_no_family_name(text, speaker):
    assert set(speakers(text)) == {speaker}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Tenants who claim that a flat is damp may leave at once.", "that a flat is damp", "tenants"),
        ("People who fear that the dam will burst have left.", "that the dam will burst", "people"),
        ("People who say that they hope so they can sleep err.", "that they hope so they can sleep err", "people"),
        ("Tenants who say they smelled gas have left.", "they smelled gas", "tenants"),
        ("Critics of that plan say that it would cost jobs.", "that it would cost jobs", "critics of that plan"),
        ("The head of that office said that it was late.", "that it was late", "the head of that office"),
    ],
)  # fmt: skip
def test_who_claim_that_is_a_verb_whose_clause_ends_before_the_main_one(text, words, speaker):
    assert hear(text) == [(words, speaker)]


def test_what_two_are_called_in_a_report_is_said_by_who_calls_them():
    rows = hear('Ina Moll said Olaf Dahl had called the audit "a witch hunt" and the bank "a circus."')
    assert ("a witch hunt", "Olaf Dahl") in rows
    assert ("a circus.", "Olaf Dahl") in rows


def test_she_may_be_somebody_who_sold_something():
    assert speakers("Brandvik sold her boat. She said that it was over.") == ["Brandvik"]
    assert speakers("Mr. Brandvik sold a boat. Tveito bought it. She said that it was fair.") == ["Tveito"]


def test_a_place_behind_an_occasion_and_the_second_youngest_are_read():
    text = "🗣 Talks in Oslo: Orbin: We will respond. Tveit: We are ready."
    assert hear(text) == [("We will respond.", "Orbin"), ("We are ready.", "Tveit")]
    assert speakers("The second youngest of the sisters, Maara, said that it was late.") == ["Maara"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The fine could double, people briefed on that settlement said.", "people"),
        ("Look for that to change in May, say party planners.", "party planners"),
        ("Her remarks follow Sen. Ina Moll saying on Sunday that the plan was dead.", "Ina Moll"),
        ("Ina Moll — who left in May — said that it was late.", "Ina Moll"),
        ("Second Amendment fans warned that the law was near.", "Second Amendment fans"),
    ],
)
def test_phrases_with_that_and_dashes_have_their_speakers(text, speaker):
    assert speakers(text) == [speaker]


def test_what_an_aside_between_dashes_says_ends_with_it():
    text = 'Ina Moll called the measure — which promises to save the mill — an important "gift to the whole valley."'
    assert ("gift to the whole valley.", "Ina Moll") in hear(text)
    assert hear("The rector — who said that she would stay — left.") == [("that she would stay", "the rector")]
