"""What somebody asks, promises, wants or criticises, in Russian, Ukrainian, Kazakh, German and French."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pandas as pd
import pytest

from analysis.voices import find_quotes

ROOT = Path(__file__).parent.parent.parent
SPEC = importlib.util.spec_from_file_location("bench_voices", ROOT / "tools" / "bench_voices.py")
bench_voices = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(bench_voices)


def rows(text):
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    return [
        (form, name if isinstance(name, str) else None, words)
        for form, name, words in zip(found["form"], found["speaker"], found["text"], strict=True)
    ]


@pytest.mark.parametrize("language", ["ru", "uk", "kk", "de", "fr"])
def test_wishes_of_made_up_news_are_found_as_well_as_ever(language):
    """tests/gold/wishes_*: the first runs had F1 .89, 1.00, .86, .83 and .92."""
    shares = bench_voices.measure_language(ROOT / "tests" / "gold", language, gold="wishes")
    assert shares["f1"] >= 0.9
    assert shares["speaker"] >= 0.94


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мэр Олег Лосев призвал рыбаков покинуть лёд.", ("order", "Олег Лосев", "рыбаков покинуть лёд")),
        ("Мэр Олег Лосев пообещал починить пирс.", ("to", "Олег Лосев", "починить пирс")),
        ("Мэр Олег Лосев хочет продать пирс.", ("wish", "Олег Лосев", "продать пирс")),
        ("Мэр Олег Лосев раскритиковал проект пирса.", ("object", "Олег Лосев", "проект пирса")),
        ("Мэр Олег Лосев рассказал о ремонте пирса.", ("object", "Олег Лосев", "о ремонте пирса")),
        ("Мэр просит не выходить на лёд.", ("to", "мэр", "не выходить на лёд")),
        ("Мер Іван Гай закликав рибалок залишити кригу.", ("order", "Іван Гай", "рибалок залишити кригу")),
        ("Әкім Ерлан Серіков мектеп салуға уәде берді.", ("order", "Ерлан Серіков", "мектеп салуға")),
        ("Minister Max Bauer versprach, den Steg zu bauen.", ("to", "Max Bauer", "den Steg zu bauen")),
        ("Minister Max Bauer will den Steg bauen.", ("wish", "Max Bauer", "den Steg bauen")),
        ("Le maire Marc Petit a promis de réparer le pont.", ("to", "Marc Petit", "de réparer le pont")),
        ("Le maire Marc Petit veut réparer le pont des Arts.", ("wish", "Marc Petit", "réparer le pont des Arts")),
    ],
)
def test_their_forms_are_those_of_english(text, expected):
    assert rows(text) == [expected]


def test_what_is_asked_ends_before_another_verb():
    assert rows("Мэр пообещал жителям починить пирс и уволил сторожа.") == [("order", "мэр", "жителям починить пирс")]
    assert rows("Мэр готов продать пирс, однако цена неизвестна.") == [("wish", "мэр", "продать пирс")]


@pytest.mark.parametrize(
    "text",
    [
        "Рабочие начали разбирать завал. Дождь мешал движению. Мост построили за год.",
        "Я решила попробовать снимать еду. Мы просим вас не шуметь.",
        "Директор отказался от премии. О пожаре рассказал мэр. Он сообщил об этом.",
        "Das Wetter will nicht besser werden, und der Steg ist zu.",
        "Die Helfer begannen, den Keller zu räumen, und der Regen hörte auf.",
        "Les pompiers ont commencé à évacuer les lieux, et la pluie a cessé dans la nuit.",
    ],
)
def test_deeds_weather_and_what_the_writer_wants_are_nobodys_wish(text):
    assert rows(text) == []


def test_adjectives_before_a_noun_that_no_list_has_belong_to_who_speaks():
    text = "Самые опытные фудблогеры рассказали, как они начинали."
    assert rows(text) == [("question", "Самые опытные фудблогеры", "как они начинали")]
