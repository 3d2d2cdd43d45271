"""Whose function words are left out where nobody says: those of the texts."""

import pandas as pd
import pytest

from analysis import InputError, keyness
from analysis.corpus import load_corpus
from analysis.words.function_words import choose_listed, list_words_of_few


def documents(**counts):
    return pd.DataFrame({"language": [name for name, count in counts.items() for _ in range(count)]})


@pytest.mark.parametrize("languages, chosen", [
    ({"ru": 6, "de": 4}, ("ru", "de")),
    ({"en": 95, "de": 5}, ("en",)),  # a few texts do not take "war" and "die" from the others
    ({"kk": 9}, ("en",)),  # there is no list
    ({"kk": 5, "ru": 5}, ("ru",)),
    ({}, ("en",)),
])  # fmt: skip
def test_languages_of_a_tenth_of_the_documents_with_a_list_are_chosen(languages, chosen):
    assert choose_listed("auto", documents(**languages)) == choose_listed(["auto"], documents(**languages)) == chosen


def test_what_somebody_asks_for_is_taken_as_it_is():
    assert choose_listed("ru", documents(en=9)) == ("ru",)
    assert choose_listed([], documents(en=9)) == ()


def test_topics_and_terms_of_russian_texts_are_no_function_words():
    """Twelve posts on ships and twelve on bread, both full of "что", "на" and "и"."""
    said = {
        "Порт": "Капитан {} сказал, что корабли вышли из порта и что на палубе стоят матросы и якоря.",
        "Рынок": "Пекарь {} сказал, что булки лежат на прилавке и что на мельнице есть мука и зерно.",
    }
    rows = [{"text": text.format(n), "outlet": name} for name, text in said.items() for n in range(12)]
    corpus = load_corpus(pd.DataFrame(rows), cache=False)
    topics = corpus.topics(2)
    assert topics.languages == ("ru",)
    assert not {"что", "на", "и", "из"} & set(topics.model.terms["term"])
    assert not {"что", "на", "и", "из"} & set(corpus.keyness(by="outlet").terms["term"])


def test_each_text_leaves_out_the_function_words_of_its_own_language():
    """ "war" and "die" are verbs in the English posts and function words in the German ones."""
    english = "The war in the north goes on and soldiers die as the war reaches harbour {}."
    german = "Die Brücke war gestern zu und die Fähre war im Norden, weil der Hafen {} es wollte."
    rows = [{"text": text.format(n), "outlet": outlet} for n in range(8)
            for text, outlet in ((english, "Bay"), (german, "Förde"))]  # fmt: skip
    terms = load_corpus(pd.DataFrame(rows), cache=False).keyness(by="outlet").terms.set_index("term")
    assert terms.loc["war", ["count", "count_rest"]].tolist() == [16, 0]
    assert terms.loc["die", ["count", "count_rest"]].tolist() == [8, 0]
    assert not {"the", "and", "der", "und", "weil"} & set(terms.index)
    assert terms.loc["war", "word_of"] == "Bay"


def test_words_marked_as_function_words_count_in_the_totals_of_their_texts():
    texts, groups = pd.Series(["the war war", "war war war peace"]), ["a", "b"]
    table = keyness(texts, groups, languages=["en", "de"], text_languages=["en", "de"]).set_index("term")
    assert table.loc["war", ["count", "count_rest"]].tolist() == [2, 0]
    assert table.loc["peace", "per_1000_rest"] == 250
    with pytest.raises(InputError, match="text_languages has 1 rows and texts 2"):
        keyness(texts, groups, languages=["en", "de"], text_languages=pd.Series(["en"]))
    plain = keyness(texts, groups, languages=["en"])
    pd.testing.assert_frame_equal(plain, keyness(texts, groups, languages=["en"], text_languages=["en", "en"]))


def test_function_words_of_a_few_texts_are_left_out_of_topics_unless_other_texts_have_them():
    """Two Russian posts among 38 English ones, on ships and on bread: no topic of "что", "на" and "и"."""
    said = ["The captain said ship {} left the harbour while sailors die at war.",
            "The baker said loaf {} lay on the counter of the mill."]  # fmt: skip
    russian = "Капитан {} сказал, что корабли вышли из порта и что на палубе стоят матросы и якоря."
    rows = [{"text": said[n % 2].format(n)} for n in range(38)] + [{"text": russian.format(n)} for n in range(2)]
    topics = load_corpus(pd.DataFrame(rows), cache=False).topics(2)
    assert topics.languages == ("en",)
    assert not {"что", "на", "и", "из"} & set(topics.model.terms["term"])
    assert "корабли" in set(topics.model.terms["term"])


def test_a_function_word_is_its_languages_own_if_few_other_texts_have_it():
    texts = pd.Series(["die war und"] * 2 + ["men die at war"] * 8)
    languages = ["de"] * 2 + ["en"] * 8
    assert list_words_of_few(texts, languages, ("en",)) == ("und",)
    assert list_words_of_few(texts, languages, ("en", "de")) == ()
    assert list_words_of_few(texts, ["en"] * 10, ("en",)) == ()
