"""Which body "the group", "the company" and "the court" mean; texts made up for the purpose."""

import pytest
from hearing import speakers

from processor_time import seconds_of


@pytest.mark.parametrize(
    ("first", "called", "speaker"),
    [
        ("Mill Watch said that the dam was weak.", "the group", "Mill Watch"),
        ("Kolvex said that the dam was weak.", "the company", "Kolvex"),
        ("The Harbour Board said that the dam was weak.", "the board", "Harbour Board"),
        ("The Rye Committee said that the dam was weak.", "the panel", "Rye Committee"),
        ("The Hull Times said that the dam was weak.", "the newspaper", "Hull Times"),
    ],
)
def test_a_body_is_called_by_a_noun_alone_where_it_spoke_last(first, called, speaker):
    assert speakers(f"{first}\n\n“We will mend it,” {called} said.", kinds=("direct",)) == [speaker]


@pytest.mark.parametrize(
    ("first", "called"),
    [
        ("The Justice Department said that the dam was weak.", "the company"),
        ("Kolvex said that the dam was weak.", "the court"),
        ("The Hull Times said that the dam was weak.", "the group"),
        ("Kolvex said that the dam was weak.", "the largest company"),
        ("Norway said that the dam was weak.", "the group"),
        ("Ann Roth said that the dam was weak.", "the group"),
        ("Democrats said that the dam was weak.", "the group"),
    ],
)
def test_a_body_that_is_not_called_so_is_another(first, called):
    assert speakers(f"{first}\n\n“We will mend it,” {called} said.", kinds=("direct",)) == [called]


def test_many_bodies_take_time_as_long_as_their_text():
    text = "Mill Watch said that the dam was weak.\n\n“We will mend it,” the group said.\n\n"
    short, long = (seconds_of(lambda times=times: speakers(text * times)) for times in (100, 400))
    assert long < 8 * short
