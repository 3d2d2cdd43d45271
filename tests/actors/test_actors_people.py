"""One name for one person, in a document and over a corpus."""

from __future__ import annotations

import pytest
from test_actors import actors

from one_person import ONE_PERSON


def people(*documents: list[str]) -> list[str]:
    return [actor for _, actor, kind in actors(*documents) if kind == "p"]


def test_a_family_name_leads_to_the_full_name_of_the_document():
    assert people(["Peskov spoke.", "Dmitry Peskov left."]) == ["Dmitry Peskov"] * 2


def test_a_family_name_leads_to_the_full_name_of_another_document_if_only_one_bears_it():
    assert people(["Dmitry Peskov spoke."], ["Peskov left."]) == ["Dmitry Peskov"] * 2


def test_a_family_name_of_several_people_elsewhere_stays_bare():
    assert people(["Dmitry Peskov spoke."], ["Anna Peskov spoke."], ["Peskov left."])[-1] == "Peskov"


def test_two_people_of_one_family_name_stay_two():
    found = people(["Priya Nair spoke.", "Nair left.", "Her brother, Arjun Nair, stayed.", "Arjun Nair wept."])
    assert found == ["Priya Nair", "Priya Nair", "Arjun Nair", "Arjun Nair"]


@pytest.mark.parametrize(("one", "other"), ONE_PERSON)
def test_spellings_of_one_name_are_one_person(one, other):
    assert len(set(people([f"President {one} spoke."], [f"President {other} left."]))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dmitry Medvedev", "Daniil Medvedev"),
        ("Hillary Clinton", "Bill Clinton"),
        ("Donald Trump", "Donald Trump Jr."),
        ("George W. Bush", "George H. Bush"),
        ("Park Ji-hoon", "Park Min-jae"),
    ],
)
def test_different_people_are_not_one(one, other):
    assert len(set(people([f"President {one} spoke."], [f"President {other} left."]))) == 2


def test_the_spelling_that_most_mentions_have_is_shown():
    """Sergey three times, Sergei once."""
    found = people(["Sergei Lavrov spoke."], ["Sergey Lavrov met Sergey Lavrov."], ["Sergey Lavrov left."])
    assert found == ["Sergey Lavrov"] * 4


def test_a_name_with_a_particle_is_found_by_its_family_name():
    text = ["Thomas van der Meer spoke.", "Van der Meer left.", "Marine Le Pen came.", "Le Pen left."]
    assert people(text) == ["Thomas van der Meer"] * 2 + ["Marine Le Pen"] * 2


def test_a_chinese_or_korean_family_name_stands_in_front():
    assert people(["President Park Ji-hoon met Wang Yi.", "Park said no.", "Wang said yes."]) == [
        "Park Ji-hoon",
        "Wang Yi",
        "Park Ji-hoon",
        "Wang Yi",
    ]


def test_a_person_named_as_a_known_organisation_is_the_person_in_that_document():
    assert actors(["Mike Bloomberg spoke.", "Bloomberg left."], ["Bloomberg reported it."]) == [
        ("Mike Bloomberg", "Mike Bloomberg", "p"),
        ("Bloomberg", "Mike Bloomberg", "p"),
        ("Bloomberg", "Bloomberg", "o"),
    ]


def test_a_nickname_in_quotation_marks_is_left_out_of_the_name():
    assert people(['Ramon "Boy" Villanueva spoke.', "Villanueva left."]) == ["Ramon Villanueva"] * 2


def test_a_family_name_that_is_an_english_word_counts_where_the_document_has_the_person():
    assert people(["Jeff Sessions spoke.", "On Monday Sessions left."]) == ["Jeff Sessions"] * 2
    assert people(["Two Sessions were held."]) == []


def test_unknown_names_are_people_if_something_shows_it():
    assert people(["Ulap Xerid said no."]) == ["Ulap Xerid"]
    assert people(["They saw Ulap Xerid, 34, leave."]) == ["Ulap Xerid"]
    assert people(["They saw Ulap Xerid.", "Xerid left."]) == ["Ulap Xerid"] * 2
    assert people(["They saw Ulap Xerid."]) == []


NAMED = ["The mayor met Saniat Drennar. Saniat Drennar announced a pier."]


def test_a_name_that_no_list_knows_is_one_thing_wherever_it_stands():
    """Beside a word for a body it is a body's, unless something shows more of a person than that it speaks."""
    company = "The company Saniat Drennar builds piers."
    assert {kind for _, _, kind in actors([NAMED[0]], [company]) if kind in "po"} == {"o"}
    alone = 'Saniat Drennar, 43, left. "It is late," said Drennar.'
    assert {kind for _, _, kind in actors([NAMED[0]], [company], [alone]) if kind in "po"} == {"p"}
    told = "He told Saniat Drennar that the pier was shut."
    assert {kind for _, _, kind in actors([NAMED[0]], [told]) if kind in "po"} == {"p"}


def test_a_family_name_that_ends_as_a_bank_does_is_a_persons_behind_a_given_name():
    assert (
        people(["Dana Hollbank noted it.", "The Post's Dana Hollbank left.", "Hollbank wept."]) == ["Dana Hollbank"] * 3
    )
    assert people(["Shares of Hollbank fell."]) == []
