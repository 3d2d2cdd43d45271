"""Whom a bare title, a description or a nameless official means; texts made up for the purpose."""

import pandas as pd
import pytest
from hearing import speaker_of

from analysis.voices import extract_quotes, referents_roles
from analysis.voices.referents import Referents
from analysis.voices.referents_roles import rate_bearer
from analysis.voices.referents_titles import agrees, parse_title


def titles_of(text: str) -> dict[str, list[tuple[str, list[str]]]]:
    people = Referents(text, [])
    return {name: [(title.head, sorted(title.about)) for title in told] for name, told in people.titles.items()}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("U.S. Secretary of State Ann Roth left.", ("secretary", ["state", "united states"])),
        ("Minister of Trade and Labour of Norway Ann Roth left.", ("minister", ["labour", "norway", "trade"])),
        ("President of Kenya Ann Roth left.", ("president", ["kenya"])),
        ("The storm spared the home of Ambassador Ann Roth.", ("ambassador", [])),
        ("The prime minister, Ann Roth, left.", ("minister", ["prime"])),
        ("Ann Roth, 44, a plumber from Hull, left.", ("plumber", ["hull"])),
        ("Ann Roth (D-Ohio) left.", ("democrat", ["ohio"])),
        ("They met for the Roth administration. Ann Roth left.", ("president", ["administration"])),
    ],
)
def test_a_title_is_what_stands_right_before_a_name_set_off_beside_it_or_in_brackets(text, title):
    assert title in titles_of(text)["Ann Roth"]


@pytest.mark.parametrize(
    "text",
    [
        "A lawyer for the computer firm Ann Roth left.",
        "A spokesman for Ann Roth left.",
        "Unlike Ann Roth, a senior official said no.",
    ],
)
def test_whose_title_it_is_is_not_who_stands_beside_it_by_chance(text):
    assert titles_of(text).get("Ann Roth", []) == []


def test_who_is_named_behind_an_office_and_its_country_is_a_person_though_the_given_name_is_unknown():
    assert "Dastanbek Orynov" in Referents("President of Kenya Dastanbek Orynov left.", []).known


def test_a_vice_president_is_no_president_and_a_head_of_state_is_one():
    kinds = [parse_title(words.split()).kind for words in ("president", "vice-president", "Head of State")]
    assert kinds[0] != kinds[1]
    assert kinds[0] == kinds[2]


@pytest.mark.parametrize(("long", "short"), [("california", "calif."), ("new york", "n.y."), ("virginia", "va.")])
def test_a_state_agrees_with_its_abbreviation(long, short):
    assert agrees(long, short)
    assert not agrees("texas", short)


PAIR = "President Max Orbin came with Interior Minister Ann Roth and the father of Cal Dunn, who drowned.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (PAIR + "The president said that the lake was shut.", "the lake was shut", "Max Orbin"),
        (PAIR + "The minister said that the lake was shut.", "the lake was shut", "Ann Roth"),
        (PAIR + "The vice president said that the lake was shut.", "the lake was shut", "the vice president"),
        (PAIR + "The prime minister said that the lake was shut.", "the lake was shut", "the prime minister"),
        (
            "Turkish President Can Ermez saw President Max Orbin, then Bo Lindh, president of the rowing union.\n\n"
            "The president said that the lake was shut.",
            "the lake was shut",
            "Max Orbin",
        ),
        (
            "Turkish President Can Ermez saw President Max Orbin.\n\nThe Turkish president said it was shut.",
            "it was shut",
            "Can Ermez",
        ),
        (
            "Rep. Ann Roth, D-Ohio, sat by Rep. Max Orbin, R-Texas.\n\nThe Ohio Democrat said it was shut.",
            "it was shut",
            "Ann Roth",
        ),
        ("Rep. Ann Roth, D-Ohio, rose.\n\nThe Utah Republican said it was shut.", "it was shut", "the Utah Republican"),
        (
            "Former Senator Ann Roth rose as Senator Max Orbin sat.\n\nThe former senator said it was shut.",
            "it was shut",
            "Ann Roth",
        ),
    ],
)
def test_a_bare_title_means_who_is_called_so_and_else_nobody(text, words, speaker):
    assert speaker_of(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Interior Minister Ann Roth rose. A border official told the paper that the gate was shut.\n\n"
            "The official said the key was lost.",
            "the key was lost",
            "a border official",
        ),
        (
            "A border official feared the worst. President Max Orbin slept.\n\n“The key is lost,” the official said.",
            "The key is lost",
            "a border official",
        ),
        (
            "Senator Ann Roth rose.\n\n“The key is lost,” said the unnamed senator.",
            "The key is lost",
            "the unnamed senator",
        ),
    ],
)
def test_who_is_nameless_on_purpose_is_given_no_name(text, words, speaker):
    assert speaker_of(text, words) == speaker


def test_somebody_s_lawyer_is_the_one_whom_the_text_calls_theirs():
    text = "Ann Roth's lawyer, Max Orbin, rose.\n\n{} said that it was shut."
    assert speaker_of(text.format("Roth's lawyer"), "it was shut") == "Max Orbin"
    assert speaker_of(text.format("Acme Motor's lawyer"), "it was shut") == "Acme Motor's lawyer"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The harbour board met on Monday. It warned that the dam was weak.", "the dam was weak", "the harbour board"),
        (
            "A study of the river appeared. It said that the dam was weak.",
            "the dam was weak",
            "a study",
        ),
        ("Kolvex closed the mill. “The dam is weak,” it said.", "The dam is weak", "Kolvex"),
        ("Ann Roth shut the mill. It said that the dam was weak.", "the dam was weak", None),
        ("The board met. It is clear that the dam was weak.", "the dam was weak", None),
        ("The board met. It would be nice to say that the dam was weak.", "the dam was weak", None),
        ("Two divers left. “The dam is weak,” they said.", "The dam is weak", "two divers"),
        ("Sanders fans left. “The dam is weak,” they said.", "The dam is weak", None),
    ],
)
def test_it_is_the_body_or_document_of_the_sentence_before_if_it_says_something(text, words, speaker):
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    rows = rows[rows["text"].str.contains(words, regex=False)]
    named = [one for one in rows["speaker"] if isinstance(one, str)]
    assert named == ([speaker] if speaker else [])


def test_the_same_title_is_rated_once_however_many_bear_it(monkeypatch):
    rated = []
    monkeypatch.setattr(
        referents_roles, "rate_bearer", lambda asked, told: rated.append(told) or rate_bearer(asked, told)
    )
    families = [f"L{first}{last}den" for first in "aeiou" for last in "bcdfgklmnprst"]
    people = Referents("".join(f"Mayor Ann {family} came. " for family in families) + "The mayor left.", [])
    assert people.role(["the", "mayor"], len(people.text) - 16) == f"Ann {families[-1]}"
    assert len(rated) == 1
