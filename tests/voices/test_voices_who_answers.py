"""Who is asked and who answers, who can be heard, whose verb it is; words that look like verbs."""

import pandas as pd
import pytest
from hearing import list_heard, speakers

from analysis.voices import find_quotes

DIRECT = ("direct",)


def quoted(text: str) -> list[str | None]:
    """List who says the quotations of a text, in order."""
    return speakers(text, kinds=DIRECT)


@pytest.mark.parametrize("verb", ["asked", "told", "warned"])
def test_what_somebody_was_asked_is_not_what_they_say_though_their_answer_follows(verb):
    text = f'Nora Quist came. Quist was {verb}, "Have you read what the guild wrote?" She answered, "Not a line."'
    assert quoted(text) == [None, "Nora Quist"]


@pytest.mark.parametrize("who", ["well-placed lawyer", "soft-spoken nurse", "long-serving clerk"])
def test_one_with_an_adjective_of_two_words_is_somebody(who):
    text = f'"If the dam holds, we stay," said one {who} from the valley, who would not be named.'
    assert quoted(text) == [f"one {who} from the valley"]


def test_one_who_acts_alone_stays_a_pronoun():
    assert speakers("It was late. One needn't agree that the dam will hold.", kinds=DIRECT) == []


@pytest.mark.parametrize("noun", ["debate", "contest", "march"])
def test_a_word_behind_an_article_is_no_verb_that_governs_a_clause(noun):
    text = f'Nora Quist was mocked for her claim during the {noun} that "we are all where we ought to be now" on fish.'
    assert quoted(text) == ["Nora Quist"]


def test_a_verb_behind_this_or_it_leaves_no_room_for_another():
    text = 'Nora Quist spoke. "It rains," Quist said. As most are farmers, this makes sense because "we live off it."'
    assert quoted(text)[1] == "Nora Quist"


@pytest.mark.parametrize("title", ["Sen.", "Rep.", "treasurer"])
def test_state_before_a_title_behind_a_quotation_is_no_verb(title):
    rows = list_heard(f'"We tie their hands with this law," state {title} Jan Okker said on Monday.', kinds=DIRECT)
    assert [who for who, _ in rows] == ["Jan Okker"]


@pytest.mark.parametrize("heard", ["can be heard asking", "was heard asking", "could be seen telling"])
def test_who_can_be_heard_saying_it_says_it(heard):
    text = f'The mayor, Nora Quist, backed it.\n\n"Should there be a list of all nurses?" a reporter {heard} Quist.'
    assert quoted(text) == ["a reporter"]


@pytest.mark.parametrize("clause", ["who has not endorsed it", "who denied the claim", "whose aides praised the dam"])
def test_the_verb_behind_a_clause_about_somebody_announces_the_words_not_the_one_within(clause):
    text = f'"I am a delegate and will stay one," Quist, {clause}, told reporters in Hull.'
    rows = find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    direct = rows[rows["kind"] == "direct"]
    assert direct[["speaker", "cue"]].to_numpy().tolist() == [["Quist", "told"]]


def test_somebody_who_went_on_behind_a_question_says_it():
    text = 'Nora Quist laughed.\n\n"It happens, right?" Jan Okker went on, as if alone. "But you get over it."'
    assert quoted(text) == ["Jan Okker", "Jan Okker"]


def test_chants_behind_what_was_chanted_are_nobodys_and_not_those_of_who_spoke_before():
    text = 'Nora Quist joked, "Please, you are too loud," drawing jeers and "QUIST!" chants.'
    assert quoted(text) == ["Nora Quist", None]


@pytest.mark.parametrize("aside", ["once again", "a nurse by trade", "in a rare remark"])
def test_a_pronoun_with_an_aside_acts(aside):
    assert quoted(f'Jan Okker spoke. And he, {aside}, pledged a "great turn of things" for the town.') == ["Jan Okker"]


@pytest.mark.parametrize("clause", ["works there and has seen the plan", "saw the plan", "knew her and has left"])
def test_the_object_of_a_clause_about_somebody_is_not_who_tells(clause):
    assert quoted(f'One doctor who {clause} told the Post, "This will end in tears for us."') == ["one doctor"]


@pytest.mark.parametrize(
    "asked", ["asked if she might run again", "asked Quist why she ran", "asked what she made of it"]
)
@pytest.mark.parametrize("said", ["she replied", "she said"])
def test_who_asks_without_a_name_is_not_who_answers(asked, said):
    text = f'Mayor Nora Quist drew laughs when a young voter {asked}.\n\n"What a lovely thought that is," {said}.'
    assert quoted(text) == ["Nora Quist"]


def test_a_nameless_one_who_asks_acts_on_nobody():
    text = 'A reporter asked Jan Okker how he felt on the day. He replied: "The more of us come, the better I feel."'
    assert quoted(text) == ["Jan Okker"]


@pytest.mark.parametrize("opens", ["", "("])
def test_he_is_who_acts_and_not_whom_a_clause_tells_of(opens):
    text = (
        f"{opens}Jan Okker stood by his mother and would not disown men, like Piet Maas, who had condemned the "
        'march. "They are not out to hurt anybody," he said.'
    )
    assert quoted(text) == ["Jan Okker"]


def test_he_may_be_whom_a_clause_tells_of_where_nobody_else_acts():
    text = 'The talk will not win over men like Piet Maas, who repeated that it rains. "I see no end of it," he said.'
    assert quoted(text) == ["Piet Maas"]


@pytest.mark.parametrize("role", ["speechwriter", "adviser", "campaign spokesman"])
def test_he_is_who_speaks_and_not_whose_name_stands_before_the_role(role):
    text = (
        f'"These are dark days for us," former Axel Brand {role} Piet Maas wrote in a column. He wrote that the party '
        '"has built a monster in our midst."'
    )
    assert quoted(text) == ["Piet Maas", "Piet Maas"]


@pytest.mark.parametrize("opens", ["But he", "And he"])
def test_he_behind_but_acts_and_dubs_somebody_else(opens):
    text = f'Axel Brand won. {opens} also could not help taking a swipe at Piet Maas, who he dubbed "the little clerk."'
    assert quoted(text) == ["Axel Brand"]


def test_a_bracket_behind_a_name_ends_no_sentence():
    text = (
        "Former Rep. Piet Maas (R-Conn.) was for Axel Brand while the party still was, he said on Monday.\n\n"
        '"Now I see no good in it at all," he said.'
    )
    assert quoted(text) == ["Piet Maas"]


@pytest.mark.parametrize(
    "text",
    [
        'Sunday on Coast News channel\'s "Sunday Morning Talk," Rep. Nora Quist said the dam would hold.',
        'Nora Quist spoke on CNN\'s "Today," she said. Then she left.',
        'In an interview on Harbour TV\'s "Meet The Mayor," Nora Quist admitted that it rains.',
    ],
)
def test_what_a_network_broadcasts_is_said_by_nobody(text):
    assert quoted(text) == []


def test_a_name_alone_that_two_bear_has_the_sex_of_the_given_name():
    text = 'Hillary Just Insulted The Guild.\n\nHillary said nothing. Hillary Quist left.\n\n"It is a shame," he wrote.'
    assert quoted(text) == [None]


@pytest.mark.parametrize("clause", ["relayed the talk", "attended the meeting", "knew the family"])
def test_a_clause_about_somebody_ends_where_a_verb_of_saying_follows_what_it_takes(clause):
    assert quoted(f'One clerk who {clause} said, "We ought to remember that she was good to us."') == ["one clerk"]


def test_a_verb_that_no_list_has_names_who_speaks_behind_a_colon_too():
    text = (
        'Nora Quist came. Then there was the plainest change of all: "It is time that a nurse ran this town," '
        "exhorted Quist's guest, actress Mina Lane."
    )
    assert quoted(text) == ["Mina Lane"]


def test_a_participle_with_which_a_sentence_begins_is_nobody():
    text = 'Here is what the mayor did. Passing a law on fish. Ending "the ferry as we know it." Mending a bridge.'
    assert quoted(text) == [None]


@pytest.mark.parametrize("word", ["meanwhile", "however", "though"])
def test_an_adverb_between_commas_parts_nobody_from_the_verb(word):
    rows = list_heard(f'Nora Quist, {word}, offered the smiling crowd "a day off from all this."', kinds=DIRECT)
    assert [who for who, _ in rows] == ["Nora Quist"]


def test_as_somebody_put_it_at_the_head_of_a_sentence_announces_what_follows_however_long_the_name():
    text = (
        "Axel Brand left. As the Harbour Post's executive editor Nora Quist put it last night, she would not print the "
        'claims because "we looked at all of them and found nothing."'
    )
    assert quoted(text) == ["Nora Quist"]


def test_who_gives_a_reason_saying_more_is_not_the_reason():
    text = 'Nora Quist came. Quist, by contrast, offered a clear reason, saying she "saw no need of any of it."'
    assert quoted(text) == ["Nora Quist"]


def test_words_in_marks_announce_nothing_themselves():
    assert "news" not in str(quoted('The paper went on to announce the "Great News" that "all of us are to be paid."'))


def test_labels_of_a_video_script_name_who_is_saying_it():
    text = (
        'It rained. (SOUNDBITE) (English) OHIO SENATOR NORA QUIST SAYING: "Should we send them boats?" (SOUNDBITE) '
        '(English) MINISTER JAN OKKER SAYING: "I lean that way, madam, because they need them."'
    )
    assert quoted(text) == ["Nora Quist", "Jan Okker"]


@pytest.mark.parametrize("verb", ["like", "love", "prefer"])
def test_what_others_like_to_call_it_is_theirs(verb):
    text = (
        f'Jan Okker runs the Harbour Group, which is what the papers {verb} to describe as a "quiet house of fixers."'
    )
    assert quoted(text) == ["the papers"]
