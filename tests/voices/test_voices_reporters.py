"""Whose a quotation is that stands inside of what somebody reports."""

import pytest
from hearing import speakers


def quoted(text: str) -> list[str | None]:
    return speakers(text, kinds=("direct",))


@pytest.mark.parametrize(
    "text",
    [
        'Vera Holm said on Monday that according to its ledger, the club had paid, but "we still wait."',
        'Vera Holm wrote that the age of the law showed it to be "a trap for the poor."',
        'Vera Holm told a crowd she will keep the fund while her rival, Ned Roth, wants to "close it down."',
        'Vera Holm said that Ned Roth begged her for a seat in May and "would have wept" for one.',
        'Vera Holm said Ned Roth agreed with the aim of the note but left because he did not "like its words."',
        'Vera Holm said Friday that Roth\'s claim that the bridge is closed for good is "plainly wrong."',
        'Vera Holm said Ned Roth wants "a long fight with us."',
        'Vera Holm urged the crowd to imagine they could vote for her in every booth of the land: "I am on the list."',
        'Vera Holm left at noon, noting that the clerks had found "no new files" there.',
    ],
)
def test_who_reports_a_clause_says_what_is_quoted_in_it(text):
    assert quoted(text) == ["Vera Holm"]


@pytest.mark.parametrize(
    "text",
    [
        'Vera Holm said Ned Roth called the plan "a gift to the banks."',
        'Vera Holm said Ned Roth told her that he would be "a better man" next year.',
        'Vera Holm noted that mayor Ned Roth told the Kent Mail on Friday that "we go on as before."',
        'Police said Ned Roth shouted at the guard that he was "a dead man walking".',
        'Vera Holm said she backs the plan, but Ned Roth wants it to be "gone by the spring."',
    ],
)
def test_who_gives_words_inside_of_a_report_keeps_them(text):
    assert quoted(text) == ["Ned Roth"]


@pytest.mark.parametrize(
    "text",
    [
        'Vera Holm told a state paper on Monday that "we are willing to talk to the town," the Kent Mail reported.',
        'Vera Holm would not say whether Ned Roth should resign, but said: "I think it is extremely bad."',
    ],
)
def test_a_paper_that_reports_and_who_is_asked_about_do_not_say_what_somebody_says(text):
    assert quoted(text) == ["Vera Holm"]
