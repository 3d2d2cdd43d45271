"""Whoever is asked for again and again, from one place after another: each place is tested once."""

from analysis.voices.described_people import DescribedPeople
from analysis.voices.looking_back import LookingBack


def test_the_last_number_is_found_for_which_the_test_holds():
    threes = LookingBack(lambda number: number % 3 == 0)
    assert [threes.find(number, 1) for number in (8, 7, 4, 2, 1)] == [6, 6, 3, -1, -1]


def test_a_number_before_the_first_is_not_found_though_it_was_looked_for_from_elsewhere():
    threes = LookingBack(lambda number: number % 3 == 0)
    assert [threes.find(8, 7), threes.find(8, 6), threes.find(8, 7)] == [-1, 6, -1]


def test_each_number_is_tested_once_however_often_it_is_passed():
    tested = []
    never = LookingBack(lambda number: tested.append(number) or False)
    assert {never.find(number, 0) for number in range(200)} == {-1}
    assert sorted(tested) == list(range(200))


def test_a_role_alone_is_who_he_or_she_may_be_in_the_paragraph_and_the_one_before():
    text = "The nun had tea.\nA fireman, 40, left. The tower was red. Then"
    people = DescribedPeople(text)
    assert [people.find_before(len(text), sex) for sex in ("m", "f")] == ["the fireman", "the nun"]
    assert people.find_before(len("The nun had"), "f") == "the nun"
    assert people.find_before(len("The nun"), "f") is None


def test_who_acts_on_a_name_stands_in_its_clause():
    text = "It was late. The mayor fired Lee, and the pilot left. The pilot saw Roy"
    people = DescribedPeople(text)
    assert people.find_acting(0, text.index("Lee"), "m") == "the mayor"
    assert people.find_acting(0, text.index("Roy"), "m") == "the pilot"
    assert people.find_acting(text.index(" saw"), text.index("Roy"), "m") is None
