"""Where a speaker's words end: before verbs that no list of reporting verbs has, and nouns that look like verbs."""

import pytest
from hearing import list_heard


def first_speaker(text: str) -> str | None:
    """Name who speaks first in a text, without an article."""
    heard = list_heard(text)
    return heard[0][0].removeprefix("the ") if heard and heard[0][0] else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Moll has outright said the pier leaks.", "Moll"),
        ("Moll later posted a film in the same clipped tone, saying the pier leaks.", "Moll"),
        ("The short film ends with a card wishing viewers well and reminding them that the pier leaks.", "short film"),
        ("Two of the town's suits involve tenants who allege they were sent away.", "tenants"),
        ("Papers by Ann Moll allege that the pier leaks.", "Ann Moll"),
        ("Moll's notes appear to confirm that the pier leaks.", "Moll's notes"),
        ("It is a plain tale that mirrors the letter's claims that the pier leaks.", "letter"),
        ("Moll has just now hired a cook, having rejected the need for a chef.", "Moll"),
        ("Mr. Moll cast the pier in a bad light, calling it a heap.", "Moll"),
        ('Ann Moll, who was wearing a "Stop!" cap at the pier, argued that it leaks.', "Ann Moll"),
        ("I'm sure many rowers think the pier leaks.", "many rowers"),
        ("It has a rule of the sort Mr. Moll says he wants.", "Moll"),
        ("Following a vote on the pier, the mayor's aide, Ann Moll, claimed that it leaks.", "Ann Moll"),
        ("Few seemed to understand that the pier leaks.", "few"),
        ("Many shrugged and said that the pier leaks.", "many"),
    ],
)
def test_a_speaker_ends_before_a_verb_that_no_list_has(text, speaker):
    """What stands around the verb tells: an adverb, an article behind it, several who do it, "to" and "with"."""
    assert first_speaker(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Executive orders continue to be signed at night.",
        "The much-delayed and disputed results from Kent came in late.",
        "Even a failed recall attempt can hurt.",
        "Rural and state courts met on Monday.",
        "It went on whenever tough questions about old piers came up.",
        "A health care rule in Kent came late.",
        "It gave scant details on how old piers leak.",
        'Clerks used rude terms like "heap" at night.',
    ],
)
def test_a_noun_that_looks_like_a_verb_reports_nothing(text):
    """A verb of several behind it, a participle joined to another before it, an article and an adjective tell."""
    assert not list_heard(text, aside=("object", "wish"))
