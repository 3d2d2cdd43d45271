"""Laws that are quoted, speakers presented without a colon, one name under several quotations, credits."""

import pytest
from hearing import list_heard
from hearing import voiced as speakers


@pytest.mark.parametrize(
    ("above", "speaker"),
    [
        ("Consider this from Senator Olga Brandt last spring", "Olga Brandt"),
        ("Take this from Olga Brandt in June 2014.", "Olga Brandt"),
        ("Here's Olga Brandt on the same stage a year ago.", "Olga Brandt"),
        ("And this from Olga Brandt.", "Olga Brandt"),
        ("Then there was this from Olga Brandt on Friday.", "Olga Brandt"),
        ("Listen to Olga Brandt in the same hall.", "Olga Brandt"),
        ("Here is Olga Brandt, who left the party.", None),
    ],
)
def test_who_is_presented_without_a_colon_says_the_quotation_below(above, speaker):
    heard = list_heard(f"{above}\n\n“I would never sell the mill to anybody at all.”", kinds=("direct",))
    assert heard == [(speaker, "I would never sell the mill to anybody at all.")]


@pytest.mark.parametrize(
    "text",
    [
        "“The stove smokes. It has smoked for years.” “Nobody came to mend it, not once.” – Rita Falk, tenant",
        "“The stove smokes. It has for years…” “Nobody came to mend it, not once.”\n\nRita Falk, The Mill Post",
        "“A warm hall from the first day on.” “I would move in again.” – Rita Falk, tenant",
        '"We sat in the dark." "They never told us a thing." "It was cold." — Rita Falk',
    ],
)
def test_a_name_signs_all_quotations_that_stand_side_by_side(text):
    heard = speakers(text)
    assert len(heard) > 1
    assert set(heard) == {"Rita Falk"}


def test_a_name_signs_no_quotation_with_words_of_the_text_behind_it():
    heard = speakers("“The stove smokes,” one tenant said. “Nobody came to mend it, not once.” – Rita Falk, tenant")
    assert heard[0] == "one tenant"


@pytest.mark.parametrize(
    "line",
    [
        "Words: Rita Falk. Pictures: Otto Brenner.",
        "Story: Otto Brenner",
        "Text: Otto Brenner",
        "Photos and story by Otto Brenner",
        "Otto Brenner reports from Oslo",
    ],
)
def test_who_wrote_the_words_speaks_nowhere(line):
    assert speakers(f"Mill burns\n\n{line}\n\nThe mill burned for six hours.\n\n“I saw the roof fall,” he said.") == [
        None
    ]


@pytest.mark.parametrize(
    ("clause", "speaker"),
    [
        ("The new ordinance makes it an offence to “feed or house any bird of prey.”", "the new ordinance"),
        ("Section 12 bars the sale of “any net that a child can lift alone.”", None),
        ("Under the amended charter, a guest “may not sit where the gifts are opened.”", "the amended charter"),
        ("Under Rule 9, a guest “shall not speak twice on one evening.”", None),
    ],
)
def test_the_words_of_a_law_are_nobody_elses(clause, speaker):
    assert speakers(f"Rita Falk said that the fair was safe. {clause}") == ["Rita Falk", speaker]
