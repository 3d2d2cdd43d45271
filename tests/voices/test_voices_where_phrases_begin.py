"""Where the words that name a speaker begin: not with the verb, the noun or the name before them."""

import pytest
from hearing import speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Roth has since vigorously corrected reporters who describe the pier as a "bridge to nowhere."', "reporters"),
        ("That surprised experts who predicted that the pier would fall.", "experts"),
        ("It is easy to find rowers who think the court will stand aside.", "rowers"),
        ("It was a war, dividing rowers who supported the pier from those who did not.", "rowers"),
        ("She has repeatedly mocked judges who said that the pier was old.", "judges"),
        ("Lund, the nominee in Kent, only carried 81% of rowers who disapproved of the mayor.", "81% of rowers"),
        ("The board had rowers and retired officers who warned that it was late.", "retired officers"),
        ("There are a lot of good, caring rowers who said that it was late.", "caring rowers"),
    ],
)
def test_a_verb_before_whom_it_acts_on_is_no_part_of_them(text, speaker):
    """Whom "who" stands for begins behind it; what describes people as often (retired, caring) stays."""
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It is a move critics said could harm the pier.", "critics"),
        ("It was one reason Kent Rowers said it was late.", "Kent Rowers"),
        ('It is an approach one donor called the "ball of fire."', "one donor"),
        ("That is something rowers have been wary of touching.", "rowers"),
        ("The policy experts said that the pier was old.", "the policy experts"),
    ],
)
def test_a_clause_without_that_begins_behind_a_move_and_its_like(text, speaker):
    """Move, reason, approach and something are no part of who acts; policy may be."""
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Photos: The many boats of Ann Lee Lee speaks about the pier. She left.", "Ann Lee"),
        ('Photos: Boats of Ann Lee Lee left. "It is late," Lee said.', "Ann Lee"),
        ('After the 2008 vote, the activist and writer Tim Holm described it as "a farce".', "Tim Holm"),
        ("After millers, farmers and truckers said no, he left.", "millers, farmers and truckers"),
        ("Most people pray, according to science writer and skeptic Tim Holm.", "Tim Holm"),
        ('Mayor Ann Lund and Speaker Joe Roth make it a theme, saying "it is late".', "Ann Lund and Joe Roth"),
    ],
)
def test_names_and_lists_begin_where_they_do(text, speaker):
    """A caption's name comes again, a time stands before two roles of one person, two act on "it"."""
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize("text", ["Click the link to confirm that you agree.", "Don't tell that to the nurses."])
def test_who_is_given_an_order_at_the_head_of_a_sentence_is_nobody(text):
    """Click and contrary name no one."""
    assert set(speakers(text)) == {None}


def test_somebody_called_like_an_order_is_named():
    """Reed Click has a capital in the middle of a sentence too."""
    assert speakers("They met Click. Click said that it was late.")[-1] == "Click"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Will rowers accept the plan?", "rowers"),
        ("Maybe the rowers think that it is late.", "the rowers"),
        ("Can the mayors and their aides accept the plan?", "the mayors and their aides"),
        ("Will Lund said that it was late.", "Will Lund"),
        ('The board met Joe R. Lund Jr. But Lund left. "It is late," Lund said.', "Joe R. Lund Jr"),
    ],
)
def test_what_a_question_or_the_next_sentence_begins_with_is_no_name(text, speaker):
    """Will and maybe open a sentence, and so does what follows Jr."""
    assert speakers(text)[-1] == speaker
