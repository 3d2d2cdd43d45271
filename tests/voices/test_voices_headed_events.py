"""Who says what stands in marks behind a colon in a heading: a name and a place do, a thing and a place do not."""

import pytest
from hearing import list_heard


@pytest.mark.parametrize("heading", ["Fire in Omsk", "Crash on M4", "Strike at Norport", "Protest in Lima"])
def test_a_thing_and_a_place_before_a_colon_say_nothing(heading):
    text = f'{heading}: "We were afraid of the smoke"\n\nNobody was hurt on Monday.'
    assert list_heard(text) == [(None, "We were afraid of the smoke")]


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("Lund in Omsk", "Amy Lund"),
        ("Lund on talks", "Amy Lund"),
        ("Stone on taxes", "Joe Stone"),
        ("Minister on strike", "Minister"),
    ],
)
def test_a_name_or_a_role_and_a_place_or_a_matter_do(heading, speaker):
    text = f'{heading}: "We will stay in the port"\n\nTo the port came Amy Lund and a friend, Joe Stone.'
    assert list_heard(text)[0] == (speaker, "We will stay in the port")
