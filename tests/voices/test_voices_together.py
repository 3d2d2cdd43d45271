"""Who speaks where several do, where a clause hangs on the subject, and where marks or labels are odd."""

import pandas as pd
import pytest
from hearing import list_heard, speakers

from analysis import extract_quotes

SITUATIONS = [
    (
        'Carl Blom, Dita Fry and Noor Haddad said that the vote was "void at best".',
        "void at best",
        "Carl Blom, Dita Fry and Noor Haddad",
    ),
    (
        '"We resign," wrote Senators Al Pruitt, Bea Munk and Cy Daw.',
        "We resign,",
        "Al Pruitt, Bea Munk and Cy Daw",
    ),
    (
        'France, Germany and Poland called the step "quite irreversible".',
        "quite irreversible",
        "France, Germany and Poland",
    ),
    (
        "Drivers waiting at the northern gate say they had not eaten.",
        "they had not eaten",
        "drivers",
    ),
    (
        "People in the valley say the smoke makes them ill.",
        "the smoke makes them ill",
        "people",
    ),
    (
        "An email sent to staff at midnight and seen by this newspaper said the plant would close.",
        "the plant would close",
        "an email",
    ),
    (
        'The head of the agency that certifies lifts, Petra Voss, said the cable "should have been replaced".',
        "should have been replaced",
        "Petra Voss",
    ),
    (
        '"It tasted of metal," said one of the guests, a retired chemist named Bo Lindh.',
        "It tasted of metal,",
        "Bo Lindh",
    ),
    (
        '"It is late," the tall, grey-haired man said.',
        "It is late,",
        "the tall, grey-haired man",
    ),
    (
        'Former envoy Carla Ruiz, in a post on X: "The embassy knew in March."',
        "The embassy knew in March.",
        "Carla Ruiz",
    ),
    (
        'The pilot had no time. "I saw the trees and nothing else," he said.',
        "I saw the trees and nothing else,",
        "the pilot",
    ),
    (
        '“Close the gate!” shouted the guard. “Close it now," he repeated.',
        "Close it now,",
        "the guard",
    ),
    (
        'When reporters asked what he had been offered, Delgado laughed and said "a handshake".',
        "a handshake",
        "Delgado",
    ),
    (
        'Eva Lund held up a sign saying "No More Trucks In Town."',
        "No More Trucks In Town.",
        "a sign",
    ),
    (
        '"We need a plan," according to a statement issued Tuesday by the Harbour Board.',
        "We need a plan,",
        "Harbour Board",
    ),
    ('"We need a plan," according to an email from Mayor Ann Roth.', "We need a plan,", "Ann Roth"),
    (
        "As Ann Roth, a former aide, has written, “The gate was open all week.”",
        "The gate was open all week.",
        "Ann Roth",
    ),
    ("As the paper's Ann Roth, a critic, put it, “The gate was open.”", "The gate was open.", "Ann Roth"),
    ("As Secretary of State, Ann Roth, a nurse, said, “The gate was open.”", "The gate was open.", "Ann Roth"),
    (
        'Rowers lined the street, waving banners calling the mayor "a crook."',
        "a crook.",
        "banners",
    ),
    (
        "“Not yet,” said Sen. Angus King, who voted against it.",
        "Not yet,",
        "Angus King",
    ),
    (
        "“It is a tough one,” Flake, who sits on the committee, said Thursday night, before he left.",
        "It is a tough one,",
        "Flake",
    ),
    (
        '"It is over," said House Oversight and Government Reform Committee Chairman Dan Issen.',
        "It is over,",
        "Dan Issen",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SITUATIONS)
def test_speaker_is_who_the_sentence_says(text, words, speaker):
    quotes = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert dict(zip(quotes["text"], quotes["speaker"], strict=True))[words] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Ann Lee and her deputy, Bob Roy, said that the pier leaks.", "Ann Lee and Bob Roy"),
        ("Ann Lee met the mayor and his deputy, Bob Roy, said that the pier leaks.", "Bob Roy"),
    ],
)
def test_somebody_and_their_deputy_whom_commas_set_off_act_together(text, speaker):
    """Who stands behind a verb is met and does not act."""
    assert speakers(text)[-1] == speaker


def test_marks_between_two_quotations_are_no_speech():
    """Of "...": "..." the colon is nobody's words."""
    text = 'Ann Lee said Roth\'s remark was "half true": "He was not there at all that night."'
    assert all(any(map(str.isalnum, words)) for _, words in list_heard(text))
