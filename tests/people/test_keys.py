"""A name as a key: spellings that are one, names that are two."""

from analysis.people.folding import fold, fold_given
from analysis.people.keys import abbreviates, bare_key, is_family_first, make_key, middle_initials


def test_folding_unites_transliterations_and_keeps_names_apart():
    assert fold("Zelenskyy") == fold("Zelensky") == fold("Zelenskiy")
    assert fold("Yulia") == fold("Julia")
    assert fold("Ivan") != fold("Ivanov")
    assert fold_given("Bob") == fold_given("Robert") != fold_given("Roberta")


def test_a_name_abbreviates_another_by_its_last_words_or_its_ends():
    assert abbreviates(("da", "Silva"), ("Luiz", "da", "Silva"))
    assert abbreviates(("Vladimir", "Putin"), ("Vladimir", "Vladimirovich", "Putin"))
    assert not abbreviates(("Igor", "Putin"), ("Vladimir", "Vladimirovich", "Putin"))


def test_middle_initials_are_read_with_and_without_blanks():
    assert middle_initials(("George", "H.", "W.", "Bush")) == middle_initials(("George", "H.W.", "Bush")) == "hw"
    assert middle_initials(("George", "Bush")) == ""


def test_family_names_in_front_are_told_by_the_syllables_of_the_given_name():
    assert is_family_first(("Xi", "Jinping"))
    assert not is_family_first(("Kim", "Kardashian"))
    assert not is_family_first(("Jinping",))


def test_a_key_holds_family_name_given_name_and_what_tells_two_apart():
    assert make_key(("Sergey", "Lavrov")) == make_key(("Sergei", "Lavrov")) == ("lavrov", "sergei", "")
    assert make_key(("Donald", "Trump", "Jr.")) == ("trump", "donald", "jr")
    assert make_key(("Xi", "Jinping")) == (fold("Xi"), fold("Jinping"), "")
    bushes = {("bush", "george")}
    assert make_key(("George", "W.", "Bush")) == ("bush", "george", "")
    assert make_key(("George", "W.", "Bush"), bushes) == ("bush", "george", "w")


def test_a_family_name_alone_has_a_key_of_its_own():
    assert bare_key(("Clinton",)) == ("clinton", "", "")
    assert bare_key(("Van", "der", "Meer")) == ("van_der_mer", "", "")
