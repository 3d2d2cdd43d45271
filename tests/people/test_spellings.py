"""One person in Russian, Ukrainian, Kazakh, English, German and French letters is one person of the register."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from analysis import load_corpus
from analysis.people.folding import fold
from analysis.people.keys import make_key
from analysis.people.spellings import join_spellings

GOLD = Path(__file__).parents[1] / "gold" / "names_in_languages.txt"


def join(*names: str) -> bool:
    """Whether names have one key, or keys that are joined."""
    keys = {name: make_key(tuple(name.split())) for name in names}
    joined = join_spellings({key: Counter([name]) for name, key in keys.items()}, Counter(keys.values()))
    return len({joined.get(key, key) for key in keys.values()}) == 1


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Егор Журавлёв", "Jegor Schurawljow"),
        ("Oleksandr Zhuk-Shevchenko", "Александр Жук-Шевченко"),
        ("Mykhailo Zavadsky", "Michail Sawadski"),
        ("Сергей Чижов", "Sergueï Tchijov"),
        ("Dmytro Sokolovskyi", "Дмитрий Соколовский"),
        ("Wladimir Schukow", "Vladimir Joukov"),
    ],
)
def test_spellings_of_one_name_in_several_languages_are_joined(name, other):
    assert join(name, other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Susan Hoffman", "Suzan Hofmann"),
        ("Alexander Martin", "Alexandre Martin"),
        ("Julian Weiss", "Julian Zeiss"),
        ("Сергей Журавлёв", "Jegor Schurawljow"),
        ("Sergei Sokolov", "Sergei Sokolova"),
        ("Anna Lee", "Hanna Lee"),
        ("Ivan Petrov", "Ivan Pavlov"),
    ],
)
def test_names_of_elsewhere_and_other_names_are_not_joined(name, other):
    assert not join(name, other)


def test_most_spellings_of_public_figures_are_joined_with_the_first():
    """70 people, written down before the rules; 87 of 185 spellings had the key of the first before there were any."""
    lines = [line.split(" | ") for line in GOLD.read_text(encoding="utf-8").splitlines()]
    pairs = [(first, other) for first, *others in lines for other in others]
    assert len(pairs) == 185 and sum(join(*pair) for pair in pairs) >= 160


def test_no_two_of_the_public_figures_are_joined():
    firsts = [line.split(" | ")[0] for line in GOLD.read_text(encoding="utf-8").splitlines()]
    keys = [make_key(tuple(name.split())) for name in firsts]
    assert not join_spellings({key: Counter([name]) for key, name in zip(keys, firsts, strict=True)}, Counter(keys))


def test_a_speaker_has_one_identifier_in_texts_of_several_languages():
    texts = [
        "«Мост откроют», — сказал мэр Владимир Журавский. Журавский приехал утром.",
        '"The bridge will open," said Mayor Volodymyr Zhuravsky. Zhuravsky came in the morning.',
        "„Die Brücke wird geöffnet“, sagte Bürgermeister Wolodymyr Schurawskyj am Montag in der Stadt.",
    ]
    quotes = load_corpus(pd.DataFrame({"text": texts})).quotes
    assert set(quotes["speaker_id"]) == {"person:zhuravski_volodimir"} and len(set(quotes["named"])) == 3


def test_a_first_letter_tells_names_apart_but_where_it_is_a_way_of_writing():
    for one, other in (("Jane", "Anne"), ("Jana", "Anna"), ("Jan", "Ann"), ("Jemma", "Emma"), ("Yann", "Ann")):
        assert fold(one) != fold(other)
    for one, other in (("Yevgeny", "Evgeny"), ("Jekaterina", "Екатерина"), ("Yulia", "Юлия"), ("Yerlan", "Ерлан")):
        assert fold(one) == fold(other)
