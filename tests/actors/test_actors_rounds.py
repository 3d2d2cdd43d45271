"""Partitions: however a corpus is cut, in whatever order its parts come, its names mean the same."""

from __future__ import annotations

import pickle

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors.guesses import join_support
from analysis.actors.known_actors import join_counts
from analysis.actors.mentions import find_mentions
from analysis.actors.names import extract_names
from analysis.actors.rounds import count_names, identify_names, learn_actors, list_support, make_register
from analysis.people.identify import (
    choose_shown,
    count_speakers,
    identify_in_documents,
    identify_speakers,
    list_phrases,
    unify_speakers,
)
from analysis.people.placed import PlacedMentions, choose_only
from analysis.texts.sentences import split_sentences
from analysis.voices import find_quotes

PIECES = """
George W. Bush said that the Senate voted.
George H.W. Bush met Sergey Lavrov in Moscow.
George Bush left. Bush said that it rained.
Sergei Lavrov spoke. Mr. Lavrov told the Xyzor Times that Congress agreed.
“It is late,” Lavrov said on Monday.
Congress, the House of Representatives and Georgia agreed; Atlanta did not.
Georgia joined the Council of Europe (COE) in 1999. The COE said that it rained.
COE officials left. The council agreed, said Council of Europe chair Ann Lee.
The Valdai Discussion Club met the Valdai International Discussion Club.
Criticize Trump, said Donald Trump. Trump left.
Xyzor Petrovik, 41, spoke. Xyzor Petrovik left for Kyiv.
Xyzor Petrovik and Foolan Barov left the Alabama Senate.
SHOUTED TRUMP NEWS FROM XYZOR PETROVIK
Susan Marlow came along. Mr. Marlow said that he was glad.
Robert Marlow spoke. Marlow said it was late.
Xyzor chief Ann Lee resigned. Xyzor said it was over.
The White House said that the talks had failed. “We will see,” Xyzor said.
The Security Council said that it agreed. UN Security Council members met the press.
Moscow denies. “I, Sergei Lavrov, will go,” President Sergey Lavrov said on Monday.
"""
TEXTS = st.lists(
    st.lists(st.sampled_from(PIECES.strip().splitlines()), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=7
)
KEYS = ["doc_id", "sentence_id", "start", "end"]


def in_rounds(parts):
    """Mentions and quotations of partitions, each (documents, sentences, quotes), as the rounds give them."""
    names = [through_parquet(extract_names(sentences)) for _, sentences, _ in parts]
    support = sent(join_support(sent(list_support(part)) for part in names))
    known = sent(learn_actors(join_counts(sent(count_names(part, support)) for part in names), support))
    mentions = [identify_names(part, known) for part in names]
    asked = set().union(*(list_phrases(quotes) for _, _, quotes in parts))
    placed = [PlacedMentions(found, part[1]) for found, part in zip(mentions, parts, strict=True)]
    only = choose_only(one.count_phrases(asked) for one in placed)
    registers = [make_register(part, known) for part in names]
    quotes = [
        identify_in_documents(part[2], register, one, only)
        for part, register, one in zip(parts, registers, placed, strict=True)
    ]
    shown = choose_shown(map(count_speakers, quotes))
    return pd.concat(mentions, ignore_index=True), pd.concat([unify_speakers(part, shown) for part in quotes])


def sent(summary):
    """A summary as it comes from another process."""
    return pickle.loads(pickle.dumps(summary))


def through_parquet(names):
    return pd.read_parquet(pd.io.common.BytesIO(names.to_parquet()))


def read(texts, numbers):
    documents = pd.DataFrame({"doc_id": [f"d{number}" for number in numbers], "text": [texts[n] for n in numbers]})
    sentences = split_sentences(documents)
    return documents, sentences, find_quotes(documents, sentences)


def ordered(table):
    return table.sort_values([key for key in KEYS if key in table], ignore_index=True)


@settings(max_examples=25)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_same_whatever_the_partitions_and_their_order(texts, random):
    numbers = list(range(len(texts)))
    _, sentences, quotes = read(texts, numbers)
    mentions, register = find_mentions(sentences)
    whole = ordered(mentions), ordered(identify_speakers(quotes, register, mentions, sentences))
    shuffled = random.sample(numbers, len(numbers))
    cut = random.randint(0, len(numbers))
    for parts in ([numbers], [[number] for number in shuffled], [shuffled[:cut], shuffled[cut:]]):
        found = in_rounds([read(texts, part) for part in parts if part])
        for expected, table in zip(whole, found, strict=True):
            pd.testing.assert_frame_equal(expected, ordered(table))


def test_a_partition_learns_from_others_and_others_from_it():
    """b knows Lavrov by a, a knows by b that there is one Sergei Lavrov, not two spellings."""
    a, b = ["Sergei Lavrov spoke. Sergei Lavrov left."], ["Lavrov said that it rained. Sergey Lavrov left."]
    mentions, quotes = in_rounds([read(a + b, [0]), read(a + b, [1])])
    assert mentions["actor"].tolist() == ["Sergei Lavrov"] * 4 and quotes["speaker"].tolist() == ["Sergei Lavrov"]


def test_names_need_no_text_for_conditions_of_aliases():
    names = extract_names(split_sentences(pd.DataFrame({"doc_id": ["a"], "text": ["Georgia and Atlanta agreed."]})))
    assert names["asked"].tolist()[0] == "Atlanta"
    support = list_support(names)
    known = learn_actors(count_names(names, support), support)
    assert "Georgia" not in set(identify_names(names, known)["text"])


def test_nothing_is_found_where_there_is_nothing():
    """No documents, and a document without a name."""
    for texts in ([], ["it rained."]):
        mentions, quotes = in_rounds([read(texts, list(range(len(texts))))])
        assert len(mentions) == len(quotes) == 0
