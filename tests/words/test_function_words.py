"""Whose function words are left out where nobody says: those of the texts."""

import pandas as pd
import pytest

from analysis.corpus import load_corpus
from analysis.words.function_words import choose_listed


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
