"""Names spelt like other words, and other words that look like names: adverbs, states behind a town, towns."""

import pytest
from hearing import speakers


def quoted(text: str) -> list[str | None]:
    """List who says the quotations of a text, in order."""
    return speakers(text, kinds=("direct",))


@pytest.mark.parametrize(
    "said",
    ['"We are going home," Long said.', '"We are going home," said Long.', 'In May, Long said, "We are going home."'],
)
def test_a_family_name_that_is_an_adverb_is_a_name_where_no_sentence_begins(said):
    assert quoted(f"Mira Long left early. {said}") == ["Mira Long"]


def test_an_adverb_with_which_a_sentence_begins_is_nobody():
    assert quoted('Mira Holt left. "We are going home," Holt said. Later she said, "It is late."') == ["Mira Holt"] * 2


@pytest.mark.parametrize("place", ["Norwood, Va.", "Norwood, Ohio", "a court in Norwood, Calif.", "Lyon, France"])
def test_a_state_or_country_behind_a_town_is_not_who_acts(place):
    text = f'In {place}, Mira Holt, a nurse of 58, said it was late. "We laughed until it was dark," she said.'
    assert quoted(text) == ["Mira Holt"]


@pytest.mark.parametrize(
    "town",
    [
        "MARTHA POINT, Calif. - The rally was loud.",
        "In Martha Point it was loud.",
        "It rained in Ann Arbor.",
    ],
)
def test_a_town_that_begins_like_a_name_is_no_person(town):
    text = f'{town}\n\nIn the back stood Mira Holt. "I am not sure of it," she said.'
    assert quoted(text) == ["Mira Holt"]


def test_a_name_behind_in_is_a_persons_where_the_family_name_stands_alone_too():
    text = 'The call drew in Mira Holt and her friends. Holt was late. "I am glad that it is over," she said.'
    assert quoted(text) == ["Mira Holt"]


def test_he_who_acts_at_the_end_of_the_paragraph_above_is_who_speaks_in_the_next():
    text = (
        '"We will win this town," Axel Brand said.\n\nThere in the last row was Piet Maas, a grocer. He was not '
        'moved.\n\n"This is a mere show of strength," he said.'
    )
    assert quoted(text) == ["Axel Brand", "Piet Maas"]


def test_a_family_name_in_s_that_is_known_as_one_is_somebody_he_can_be():
    text = (
        'Joss Brand left in May.\n\n"I was shocked at what they said," said Haines, 44.\n\n'
        'But after a year he was sent home. "The first week I slept under a bridge."'
    )
    assert quoted(text) == ["Haines", "Haines"]
