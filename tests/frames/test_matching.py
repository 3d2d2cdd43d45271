"""What is a hit of a codebook's word and what only looks like one: capitals, addresses, names, denials."""

import pandas as pd
import pytest

from analysis.frames import find_words
from analysis.frames.codebooks import load_codebook

BOOK = """\
codebook: words
title: t
source: made for this test
masks: [Daily Harbour Post]
frames:
  - frame: states
    label: States
    definition: d
    words: [US, WHO, UNICEF, U.K., {word: IT, weight: 2}, US-led]
  - frame: more
    label: More
    definition: d
    words: [strike*, us, joy, grace, price, rose, faith, law, Dawn, harbour post, crisis, debt]
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    file = tmp_path_factory.mktemp("books") / "words.yaml"
    file.write_text(BOOK, encoding="utf-8")
    return load_codebook(file)


def hits(book, text, frame):
    table = find_words(pd.DataFrame({"doc_id": ["a"], "text": [text]}), book)
    assert [text[start:end] for start, end in zip(table["start"], table["end"], strict=True)] == table["found"].tolist()
    return table.loc[table["frame"] == frame, "found"].tolist()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They asked us why the US left.", ["US"]),
        ("The U.S. army and the U.S.-backed one", ["U.S", "U.S"]),
        ("Those who know it ask the WHO about IT.", ["WHO", "IT"]),
        ("Who knows? It rains. Us too.", []),
        ("Unicef and UNICEF, not unicef", ["Unicef", "UNICEF"]),
        ("The UK, the U.K. and uk", ["UK", "U.K"]),
        ("the US's aid", ["US"]),
        ("A U S B port", []),
    ],
)
def test_a_word_in_capitals_is_found_in_capitals_alone(book, text, found):
    assert hits(book, text, "states") == found


def test_in_a_line_all_in_capitals_a_function_word_is_no_abbreviation_but_other_abbreviations_are(book):
    assert hits(book, "HELP US SAYS UNICEF CHIEF\nThe US helped.", "states") == ["UNICEF", "US"]


def test_a_word_in_small_letters_is_found_in_capitals_too(book):
    assert hits(book, "Strikes, STRIKE and us, US", "more") == ["Strikes", "STRIKE", "us", "US"]


@pytest.mark.parametrize(
    "text",
    [
        "See https://a.example/strike/strike-now and www.strike.example",
        "Mail strike@union.example or ask @strike",
        "union.example/strike, bit.ly/strike and strike.org",
    ],
)
def test_words_in_addresses_are_no_hits(book, text):
    assert hits(book, f"{text} today.", "more") == []


def test_a_hashtag_and_a_word_before_a_full_stop_are_hits(book):
    assert hits(book, "#strike, a strike.Then a strike/crisis", "more") == ["strike", "strike", "strike", "crisis"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yesterday Joy Behar spoke of joy.", ["joy"]),
        ("They met Grace Mugabe, by the grace of the king.", ["grace"]),
        ("Jude Law broke no law.", ["law"]),
        ("They said that Faith Hill rose to speak.", ["rose"]),
        ("Later Mr. Price set the price.", ["price"]),
        ("Joy at last. The Joy Division sang.", ["Joy", "Joy"]),
        ("Joy Spreads Through Town", ["Joy"]),
        ("LAW AND PRICE", ["LAW", "PRICE"]),
        ("They read Dawn Butler at dawn", ["Dawn", "dawn"]),  # the codebook writes the name itself
    ],
)
def test_a_word_that_is_part_of_a_persons_name_is_no_hit(book, text, found):
    assert hits(book, text, "more") == found


def test_a_mask_is_over_a_shorter_word_in_it(book):
    assert hits(book, "The Daily Harbour Post and the harbour post", "more") == ["harbour post"]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("There was no crisis.", True),
        ("They never saw a crisis.", True),
        ("It isn't a crisis.", True),
        ("They live without debt.", True),
        ("It is no longer a crisis.", True),
        ("not to strike", True),
        ("It is not only a crisis but a debt.", False),
        ("It is not just a crisis.", False),
        ("It was never only a crisis.", False),
        ("It was never just about a crisis.", False),
        ("It has never been merely a crisis.", False),
        ("It is not about just a crisis.", False),
        ("It is no mere crisis.", False),
        ("It was never a crisis.", True),
        ("This isn't merely a crisis.", False),
        ("There is no doubt: crisis.", False),
        ("no doubt a crisis", False),
        ("without doubt a crisis", False),
        ("without a doubt crisis", False),
        ("not least the crisis", False),
        ("It was not the least crisis.", True),
        ("If not a crisis, then what?", False),
        ("not peace but crisis", False),
        ("nothing but debt", False),
        ("not to mention debt", False),
        ("not without debt", False),
    ],
)
def test_a_denial_is_one_and_a_turn_of_phrase_is_none(book, text, denied):
    table = find_words(pd.DataFrame({"doc_id": ["a"], "text": [text]}), book)
    assert table.loc[table["frame"] == "more", "negated"].iloc[0] == denied


def test_an_abbreviation_written_both_ways_in_one_frame_is_no_repetition(tmp_path):
    file = tmp_path / "both.yaml"
    file.write_text(BOOK.replace("U.K.", "U.S."), encoding="utf-8")
    assert hits(load_codebook(file), "The US and the U.S. voted.", "states") == ["US", "U.S"]
