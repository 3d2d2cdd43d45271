"""Words of odd capitals: letters of other planes, titlecase digraphs, letters that two small ones stand for."""

import unicodedata

import pandas as pd
import pytest

from analysis.actors import find_actors
from analysis.actors.lexicon import LONGEST_KEPT
from analysis.actors.shipped_words import load_lexicon
from analysis.frames import find_words
from analysis.texts.sentences import split_sentences

ODD = [
    "𝐀𝐍𝐍 𝐋𝐄𝐄", "𝔸ℕℕ 𝕃𝔼𝔼", "ⒶⓃⓃ ⓁⒺⒺ", "🄰🄽🄽", "ＡＮＮ ＬＥＥ", "ǅǅǅǅ ǅURĐA", "ᲐᲑᲒᲓ ᲔᲕᲖ", "𐐀𐐁𐐂𐐃 𐐄𐐅",
    "ᎠᎡᎢᎣ ᎤᎥ", "ꭰꭱꭲ", "ẞẞẞẞ STRAẞE", "İİİİ İSTANBUL", "ŉŉŉŉ", "ﬁﬁﬁﬁ", "ᾈᾈᾈᾈ", "ΣΣΣΣ ΟΔΟΣ", "ԱԲԳԴ", "ⅣⅣⅣⅣ",
    "ªªªª", "ʰʰʰʰ", "𞤀𞤁𞤂𞤃", "Ⴀ-Ⴀ-Ⴀ", "𝐀-𝐀-𝐀", "A𝐀A𝐀",
]  # fmt: skip


@pytest.mark.parametrize("word", ODD)
def test_odd_capitals_are_looked_for_names_and_every_mention_stands_in_its_sentence(word):
    texts = [f"{word} met Ann Lee. “No,” said {word}.", f"{word}\n\nAnn Lee said {word} left.", word]
    documents = pd.DataFrame({"doc_id": ["a", "b", "c"], "text": texts})
    sentences = split_sentences(documents)
    mentions = find_actors(sentences).merge(sentences[["sentence_id", "text"]], on="sentence_id", suffixes=("", "_of"))
    assert "Ann Lee" in mentions["actor"].tolist()
    assert all(row.text == row.text_of[row.start : row.end] for row in mentions.itertuples())


def test_a_name_in_a_heading_stands_where_it_stands_behind_a_letter_of_two_small_ones():
    text = "İİ ANN LEE WINS IN ISTANBUL\n\nAnn Lee won. Lee said that she would stay, and Ann Lee left."
    sentences = split_sentences(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    found = find_actors(sentences)
    texts = sentences.set_index("sentence_id")["text"]
    assert all(row.text == texts[row.sentence_id][row.start : row.end] for row in found.itertuples())
    assert {"Ann Lee", "Lee"} <= set(found["text"])


def test_words_of_a_codebook_stand_where_they_stand_behind_such_letters():
    documents = pd.DataFrame(
        {"doc_id": ["d"], "text": ["İİ ﬁne e\u0301e\u0301 STRAẞE: the war, THE WAR"], "language": ["en"]}
    )
    found = find_words(documents, {"X": ["war"]})
    assert found["found"].tolist() == ["war", "WAR"]


def test_a_word_that_is_no_word_is_not_kept_in_memory():
    lexicon, word = load_lexicon(), "A" + "b" * LONGEST_KEPT
    assert lexicon.label(word) == lexicon.label("Abbbbbbbbb") and word not in lexicon.labels


def test_a_pronoun_shouted_in_a_line_with_small_words_is_no_country():
    texts = ["HEAR US NOW, the banner said, but US ships left.", "Ships of the US left, the IMF said."]
    sentences = split_sentences(pd.DataFrame({"doc_id": ["a", "b"], "text": texts}))
    found = find_actors(sentences)["actor"].tolist()
    assert found == ["United States", "United States", "International Monetary Fund"]


def test_accents_that_stand_apart_from_their_letters_leave_names_and_places_as_they_are():
    text = unicodedata.normalize("NFD", "President Mateusz Morawiecki met Viktor Orbán and the mayor.")
    sentences = pd.DataFrame({"sentence_id": ["s"], "doc_id": ["d"], "text": [text]})
    found = find_actors(sentences)
    assert found["actor"].tolist() == ["Mateusz Morawiecki", "Viktor Orbán"]
    assert [text[start:end] for start, end in zip(found["start"], found["end"], strict=True)] == found["text"].tolist()


def test_what_a_site_asks_in_capitals_names_no_country():
    texts = ["JOIN US TODAY", "FOLLOW US ON THE WEB", "CONTACT US", "The sign read: LEAVE. HELP US FARMERS SAID."]
    documents = pd.DataFrame({"doc_id": list("abcd"), "text": texts})
    found = find_actors(split_sentences(documents))
    assert found["doc_id"].tolist() == ["d"]
