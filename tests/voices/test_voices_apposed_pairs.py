"""Two who act together, each with an aside, and small words by which somebody goes on speaking."""

import pytest
from hearing import speakers


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, the mayor, and Bob Roy, the sheriff, said that it was late.",
        "Ann Lee, the mayor of Kent, and Bob Roy, who runs the club, have said that it was late.",
        "Ann Lee, a nurse, and Bob Roy said that it was late.",
        "In Kent, Ann Lee, 40, and Bob Roy, the sheriff, said that it was late.",
        '"It is late," said Ann Lee, the mayor, and Bob Roy, the sheriff.',
        '"It is late," said Ann Lee, a nurse, and Bob Roy of Kent.',
    ],
)
def test_two_with_their_asides_are_both_who_speaks(text):
    """The comma before "and" closes the first one's aside."""
    assert speakers(text)[-1] == "Ann Lee and Bob Roy"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee left, and Bob Roy, the sheriff, said that it was late.", "Bob Roy"),
        ("Joe Moss met Ann Lee, the mayor, and Bob Roy, the sheriff, said that it was late.", "Bob Roy"),
        ('"It is late," said Ann Lee, a nurse, and Bob Roy, a clerk, left.', "Ann Lee"),
        ("Ann Lee, Joe Fry, and Kim Ode said that it was late.", "Ann Lee, Joe Fry and Kim Ode"),
    ],
)
def test_clauses_and_lists_are_no_such_two(text, speaker):
    """A verb before "and" ends a clause; names alone are a list."""
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        'Ann Lee met Bob Roy. "No," Lee said. "The bridge," Roy went on, "will close in May."',
        'Ann Lee met Bob Roy. "No," Lee said. Roy went on, "The bridge will close in May."',
        'Ann Lee met Bob Roy. "No," Lee said. And, Roy goes on, "the bridge will close in May."',
    ],
)
def test_who_went_on_speaks(text):
    """Beside a quotation "went on" reports it."""
    assert speakers(text)[-1] == "Bob Roy"


def test_what_goes_on_otherwise_says_nothing():
    """A show goes on and so does somebody who leaves on a trip."""
    assert speakers("Ann Lee met Bob Roy. The show went on. Roy went on a trip.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Roth told the Post, who emphasised that it was late.", "Roth"),
        ("Roth told the Post, which emphasised that it was late.", "Post"),
        ("One aide left. Another reportedly said that it was late.", None),
        ("The debate promised to be long.", None),
    ],
)
def test_papers_others_and_events(text, speaker):
    """A paper is no "who", "another" is nobody known, a debate promises nothing."""
    assert speakers(text)[-1] == speaker
