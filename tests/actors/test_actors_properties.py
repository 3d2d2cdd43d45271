"""What holds for any text: no error, places that fit, no overlap, no matter the order of rows."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from test_actors import sentences

from analysis.actors import find_actors, find_people, unrecognised

PIECES = """President Smith Council of the Moscow John Kremlin said UN (UN) and Party Xyzor Petrov Le van der Russian
government Mr. J. K. ,
“ ” ( ) ' ’s - Russia-NATO #RussiaIndia 🇷🇺 🇷 Ministry Senate Jr. Nair A.B. U.S. US-led AfDB (AfDB)
told at analyst Telegram on Congo Jordan Georgia Texas RUSSIA WARNS Kim Jong-un Park Ji-hoon bin al-Assad ... Republic
12 é İ ß Bloomberg Mike Grace May Washington Denzel who 's, the, “Boy” Xerofil
spokesman Inc. West III Nuclear, Chemical"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])
NEWS = st.lists(WORDS, max_size=25).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), NEWS)


@settings(max_examples=80)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), max_size=3))
def test_any_text_gives_mentions_that_stand_where_they_say(documents):
    table = sentences(*documents)
    mentions = find_actors(table)
    texts = table.set_index("sentence_id")["text"]
    last: dict[str, int] = {}
    for row in mentions.itertuples():
        assert texts[row.sentence_id][row.start : row.end] == row.text
        assert row.start >= last.get(row.sentence_id, 0)
        last[row.sentence_id] = row.end
        assert row.kind in ("person", "organisation", "country")
        assert row.actor.strip()
    unrecognised(table, mentions)


@settings(max_examples=60)
@given(st.lists(TEXTS, max_size=3))
def test_any_texts_give_people(texts):
    found = find_people(texts)
    for row in found.itertuples():
        assert texts[row.text_id][row.start : row.end] == row.text


@settings(max_examples=60)
@given(st.lists(st.lists(NEWS, min_size=1, max_size=3), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(documents, random):
    table = sentences(*documents)
    rows = list(range(len(table)))
    random.shuffle(rows)
    keys = ["sentence_id", "start"]
    straight = find_actors(table).sort_values(keys, ignore_index=True)
    shuffled = find_actors(table.iloc[rows]).sort_values(keys, ignore_index=True)
    pd.testing.assert_frame_equal(straight, shuffled)


@settings(max_examples=40)
@given(NEWS, NEWS)
def test_what_was_read_before_does_not_matter(before, text):
    """The lexicon keeps what it learns of words; that must change nothing."""
    first = find_actors(sentences([text]))
    find_actors(sentences([before]))
    pd.testing.assert_frame_equal(first, find_actors(sentences([text])))


def test_long_chains_of_hyphens_and_capitals_are_read():
    for text in (
        "Russia-" * 3000,
        "A-" * 3000,
        "#" + "Ab" * 3000,
        "Xyzor " * 3000,
        "(" * 3000,
        "The Council of " * 1000,
    ):
        for found in find_actors(sentences([text])).itertuples():
            assert text[found.start : found.end] == found.text
