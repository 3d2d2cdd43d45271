"""Who says a quotation that a verb of saying announces, where names and clauses are of kinds that news has often."""

import pytest
from hearing import list_heard


def quotations(*texts: str) -> list[tuple[str | None, str]]:
    """List (speaker, words) of the quotations of texts, in order."""
    return list_heard(*texts, kinds=("direct",))


@pytest.mark.parametrize(
    ("named", "speaker"),
    [
        ("Daniel Hale KC", "Daniel Hale"),
        ("Anna Roth MP", "Anna Roth"),
        ("Tulip Sadik MP", "Tulip Sadik"),
        ("Ida Hale MD PhD", "Ida Hale"),
        ("Ida Hale, Ph.D.,", "Ida Hale"),
        ("Sir Ian Lund KC MP", "Ian Lund"),
        ("A Tory MP", "a Tory MP"),
        ("Labour MP Anna Roth", "Anna Roth"),
    ],
)
def test_letters_behind_a_name_are_no_part_of_it(named, speaker):
    assert quotations(f'{named} said the quay was "beyond repair".') == [(speaker, "beyond repair")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ('"We are done," Ina Roth texted.', [("Ina Roth", "We are done,")]),
        ('"Will it hold?" Ina Roth emailed.', [("Ina Roth", "Will it hold?")]),
        ('Ina Roth emailed the nurses: "We are done."', [("Ina Roth", "We are done.")]),
        ('Ina Roth messaged him that it was "over for good".', [("Ina Roth", "over for good")]),
        ('The messages of Ina Roth were "long and dull".', []),
    ],
)
def test_who_emailed_texted_or_messaged_says_so(sentence, found):
    assert quotations(sentence) == found


def test_a_name_may_have_a_small_prefix_that_is_glued_to_it():
    text = 'Joe diSorta left. "We are loyal," diSorta points out. Said diSorta: "No." "Late," said Ann O\'Hara.'
    assert quotations(text) == [("Joe diSorta", "We are loyal,"), ("Joe diSorta", "No."), ("Ann O'Hara", "Late,")]
