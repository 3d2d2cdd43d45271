"""Speakers whom the text names where other words stand close by: English words as names, asides, clauses."""

import pandas as pd
import pytest
from hearing import speaker_of, speakers

from analysis.voices import find_quotes

VERBS = ["said", "warned", "insisted", "tweeted", "has argued", "later claimed"]


@pytest.mark.parametrize("name", ["Trump", "Rush", "Molten", "Grant"])
@pytest.mark.parametrize("verb", VERBS)
def test_a_name_that_is_an_english_word_is_a_name_where_it_opens_a_sentence_and_acts(name, verb):
    assert speaker_of(f'{name} {verb} that the roof "will fall on all of us."', "will fall") == name


def test_a_name_that_is_an_english_word_is_known_by_its_capital_elsewhere():
    text = 'They met Rush in May. Rush, a week later, called the roof "a danger to all of us."'
    assert speaker_of(text, "a danger") == "Rush"
    text = 'They were tired. Unable to pay, the miller called it "a danger to us all."'
    assert speaker_of(text, "a danger") != "Unable"


@pytest.mark.parametrize(
    "text",
    [
        'Amy Perk, head of the guild, said that, "as long as it rains, nobody will mend the roof."',
        'Amy Perk of Ohio, long a friend of the guild, tweeted this to the mayor, "as long as it rains, we wait here."',
        'Amy Perk, a nurse, wrote that "as long as it rains, nobody will mend the roof."',
    ],
)
def test_who_is_told_of_between_commas_says_it_though_that_or_this_stands_behind_the_verb(text):
    assert speaker_of(text, "as long as") == "Amy Perk"


@pytest.mark.parametrize("paper", ["New Harbour Times", "Daily Mirror Post", "Sunday Bay News"])
def test_a_line_with_a_small_verb_of_saying_is_no_heading_in_title_case(paper):
    assert speaker_of(f'It rained.\n\nThe {paper} says, "the roof of the old mill will fall."', "the roof") == paper


@pytest.mark.parametrize("verb", ["said", "told us", "noted", "argued"])
@pytest.mark.parametrize(
    "clause",
    [
        'the latest storm shows the dam was built to "hold for a day or two."',
        'the ministry should make clear it could answer "in kind and at once."',
        'the town\'s rules should be "held up at all cost."',
        'the builders must promise that the dam is "safe for all of us."',
    ],
)
def test_who_reports_says_what_stands_behind_a_thing_or_behind_what_somebody_should_say(verb, clause):
    text = f"Olga Brandt {verb} {clause}"
    assert speaker_of(text, clause.split('"')[1][:12]) == "Olga Brandt"


@pytest.mark.parametrize(
    "text",
    [
        'Ida Moss was there. Still, Ms. Moss said, the figures suggest that "the dam will hold a year."',
        'Ida Moss was there. The use of sand, she said, shows a "lack of sense and care" in the town.',
        'Ida Moss was there. Until June, Moss noted, everyone felt "there was a way out of it."',
    ],
)
def test_who_says_so_between_commas_reports_what_a_thing_or_somebody_else_in_the_sentence_only_thinks(text):
    assert speaker_of(text, text.split('"')[1][:9]) == "Ida Moss"


def test_who_went_on_to_say_it_says_it_and_who_is_inserted_behind_a_clause_too():
    text = 'Citing a paper that shows that it rained, the mayor went on to say the plan is "a waste of time for us."'
    assert speaker_of(text, "a waste") == "the mayor"
    assert speaker_of('When the dam broke, said the miller, all ran "as fast as a horse."', "as fast") == "the miller"


@pytest.mark.parametrize(
    "front",
    ["Another potential vote, Sen. Ida Moss, D-Ohio,", "Asked to comment, Ida Moss, a nurse,", "A friend, Ida Moss,"],
)
@pytest.mark.parametrize("verb", ["said", "answered", "announced"])
def test_a_name_between_commas_is_who_acts_where_the_words_before_it_are_nobody(front, verb):
    text = f'{front} {verb} that "the dam will never hold."'
    assert speaker_of(text, "the dam will") == "Ida Moss"


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("the statement read.", "the statement"),
        ("their letter states, in part.", "their letter"),
        ("the New Harbour Times notes.", "New Harbour Times"),
        ("a council report says.", "a council report"),
    ],
)
def test_a_verb_that_ends_a_sentence_behind_a_quotation_is_no_part_of_who_says_it(behind, speaker):
    assert speaker_of(f'It rained.\n\n"The dam will hold," {behind} "So be it."', "The dam") == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Per the Institute for Dams, "no dam will hold for ever."', "Institute for Dams"),
        ('"no dam will hold for ever," per the Harbour Post.', "Harbour Post"),
        ("no dam will hold for ever, per a report by the council.", "a report"),
    ],
)
def test_per_names_a_source_where_it_is_set_off(text, speaker):
    assert speaker_of(text, "no dam") == speaker


def test_per_is_no_source_of_measures_and_bargains():
    text = "Per a deal made by Lund, the dam will hold. They paid ten dollars per Mile, per month."
    assert find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]})).empty


def test_who_boasts_by_letter_is_no_letter():
    text = 'Carl Moss came. He boasted by letter that the guild was doing "a great deal of good."'
    assert speaker_of(text, "a great deal") == "Carl Moss"


@pytest.mark.parametrize("met", ["we spoke to", "I met", "she spoke with", "they knew"])
@pytest.mark.parametrize("verb", ["said", "told us", "claimed"])
def test_whom_somebody_met_says_it_and_not_who_met_them(met, verb):
    assert speaker_of(f'It rained, but an aide {met} {verb} that "the dam will hold."', "the dam") == "an aide"


@pytest.mark.parametrize("time", ["in May", "on Monday", "last week", "in 2014"])
@pytest.mark.parametrize("noun", ["claim", "warning", "statement", "insistence"])
def test_somebodys_claim_is_theirs_with_a_time_behind_it(time, noun):
    text = f'It rained, despite Ida Moss\'s {noun} {time} that "the dam will hold for a year."'
    assert speaker_of(text, "the dam") == "Ida Moss"


def test_said_by_the_end_of_june_is_said_by_nobody_else():
    text = 'Ida Moss, a nurse, also a member of the board, said by the end of June the dam had "a crack or two in it."'
    assert speaker_of(text, "a crack") == "Ida Moss"


def test_who_asked_is_found_behind_a_long_aside():
    who = "Ida Moss, a former nurse of the hospital and a friend of the family of the miller,"
    assert speaker_of(f'"Was it worth it? Was it late?" {who} asked us.', "Was it") == "Ida Moss"


def test_what_a_paper_reports_between_commas_is_said_by_who_said_it():
    text = 'Ida Moss said in a note, first reported by the New Harbour Times, that "the dam will hold."'
    assert speaker_of(text, "the dam") == "Ida Moss"
    assert speaker_of("The letter was reported by the New Harbour Times.", "The letter") == "New Harbour Times"


@pytest.mark.parametrize("pronoun", ["he", "she"])
@pytest.mark.parametrize(
    "opening",
    [
        "{He} hoped to meet with Robin Roth and Alex Gray in May.",
        "{He} had waited, and {he} sat beside Alex Gray on Monday.",
        "On Monday, {he} went to see Robin Roth.",
    ],
)
@pytest.mark.parametrize("verb", ["said", "told us", "warned"])
def test_a_pronoun_that_acts_in_a_paragraph_is_who_it_was_and_not_a_name_behind_it(pronoun, opening, verb):
    who = "Carl Moss" if pronoun == "he" else "Ida Moss"
    opening = opening.format(He=pronoun.title(), he=pronoun)
    text = f'{who} spoke at noon. "It rained," Moss said.\n\n{opening} "The dam will hold," {pronoun} {verb}.'
    assert speaker_of(text, "The dam") == who


def test_a_name_that_hangs_on_words_behind_a_quotation_does_not_act():
    text = 'Carl Moss is a host. He voted "no again" for candidate Joe Biden. "I would do it again," he said.'
    assert speaker_of(text, "I would") == "Carl Moss"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mr. Roth's wife, Elke, said the town had been kind.", "Elke"),
        ("Her brother, Amir, who drives a bus, said the road was shut.", "Amir"),
        ("Joe Fry's sister, Nadia, told the Post that she would sue.", "Nadia"),
        ('"The town was kind," said Mr. Roth\'s wife, Elke.', "Elke"),
    ],
)
def test_relatives_are_called_by_a_given_name_alone(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize("named", ["Hinna Dosk", "Hinna Dosk of the Harbour League", "Hinna Dosk at the press desk"])
def test_who_says_a_quotation_is_a_person_whom_she_and_the_family_name_mean_though_no_list_knows_the_name(named):
    text = f'"The dam will hold," said {named}.\n\n"It must hold," she said.\n\nThe dam is old, Dosk said.'
    assert speakers(text) == ["Hinna Dosk"] * 3


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('The port agency said in its yearly report that "the quays were full".', "the quays", "the port agency"),
        (
            'Ida Moss said some of the rules he has proposed as acting head "are not in our interest".',
            "are not",
            "Ida Moss",
        ),
        (
            'Visitors were met by a message from the new council: "This page is being updated."',
            "This page",
            "the new council",
        ),
        ('"It will flood," VP Carl Lund said on Monday.', "It will", "Carl Lund"),
        ('Ida Moss said: "It is old."The clerk said: "It will flood."', "It will", "the clerk"),
    ],
)
def test_a_paper_of_ones_own_a_clause_within_what_is_said_and_a_lost_blank_change_nobody(text, words, speaker):
    assert speaker_of(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("WATCH: Lund calls for calm, says “the dam will hold”", "the dam", "Lund"),
        ("The heads of Norway, Peru and Chad said they were sad.", "they were", "the heads of Norway, Peru and Chad"),
        (
            'Ina Moll, Kari Vik and Ane Roe left in May to insist the deal "is dead".',
            "is dead",
            "Ina Moll, Kari Vik and Ane Roe",
        ),
        (
            'The mayor\'s chief of staff, Onno Drenth, mocked the plan in April. "They cannot even count," he said.',
            "They cannot",
            "Onno Drenth",
        ),
        (
            'Dan Lund ran against Ted Roe. "It is late," Lund said. Roe left in May. The Republican called it "old".',
            "old",
            "Ted Roe",
        ),
    ],
)
def test_who_acts_twice_or_in_a_list_or_bears_an_office_behind_which_the_name_stands(text, words, speaker):
    assert speaker_of(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('Rep. Ida Moss of Illinois called the new enrollment figure "false because it is old."', "false", "Ida Moss"),
        ("Holm gave up, a step the report says will “bolster claims.”", "bolster", "the report"),
        ("This week Harbour’s Channel 7 reported that “many sources” had called.", "many", "Harbour’s Channel 7"),
        (
            "Carl Moss recently referred to his colleagues who expressed concern about the dam as “wacko birds.”",
            "wacko",
            "Carl Moss",
        ),
        ("Carl Moss spoke. He has over the years claimed that “the dam” was never old.", "the dam", "Carl Moss"),
        ('Carl Moss and fellow Democrat Ida Vik called it "void".', "void", "Carl Moss and Ida Vik"),
    ],
)
def test_what_parts_a_verb_from_who_acts_changes_nobody(text, words, speaker):
    assert speaker_of(text, words) == speaker


def test_an_attack_with_a_date_is_no_verb():
    text = "The town that mourned the dead of the May 11 attacks, was “still there”."
    rows = find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert "attacks" not in rows["cue"].tolist()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("People who made their own news page tended to agree with “I like the page.”", "I like", "people"),
        ("Tom and Nelly's chief executive Carl Moss said “we will pay”.", "we will", "Carl Moss"),
        ("Ida Moss lifted the law, which declares that all in the rebel states “are free.”", "are free", "the law"),
    ],
)
def test_relatives_firms_and_plurals_before_a_quotation_are_told_from_who_speaks(text, words, speaker):
    assert speaker_of(text, words) == speaker


def test_she_is_no_majority():
    text = (
        'Ann Holm left. The majority of Liberal MPs said it rained. She promised not to call a "snap election" at all.'
    )
    assert speaker_of(text, "snap election") != "the majority of Liberal MPs"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Emily Roth, who left in April, said it was old.", "it was", "Emily Roth"),
        ("Kelly Roth, whose son died, said the fine was not enough.", "the fine", "Kelly Roth"),
        ("Sadly, Carl Moss, who left, said it was old.", "it was", "Carl Moss"),
        ("The study, led by the port, called its walls “porous” in June.", "porous", "the study"),
        ("The agency, founded last year, said it was old.", "it was", "the agency"),
        ("The man, named Carl Lund, said it was old.", "it was", "Carl Lund"),
        ("It was a step his predecessor had called “unneeded”.", "unneeded", "his predecessor"),
        ("Carl Moss told this newspaper that the tram would be late.", "that the tram", "Carl Moss"),
    ],
)
def test_names_in_ly_participles_and_this_newspaper_change_nobody(text, words, speaker):
    assert speaker_of(text, words) == speaker


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("In his view, ", "Carl Moss"),
        ("In Moss’s opinion, ", "Carl Moss"),
        ("In Vik's eyes, ", "Vik"),
        ("In my view, ", None),
        ("In view of the news, ", None),
    ],
)
def test_whose_view_opens_a_sentence_is_who_says_it(opening, speaker):
    rows = speakers(f"Carl Moss left the port. {opening}prices will jump in June.")
    assert rows == ([speaker] if speaker else [])
