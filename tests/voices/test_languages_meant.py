"""Whom roles alone mean in Russian, Ukrainian, Kazakh, German and French: who bears them, no other who spoke."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.voices import find_quotes


def speakers(text):
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    return [name if isinstance(name, str) else None for name in found["speaker"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Пресс-секретарь короля Иван Белов заявил, что бала не будет. Король ответил: «Посмотрим».", "король"),
        ("По словам помощника министра Ивана Белова, пирс закрыт. «Откроем», — сказал министр.", "министр"),
        ("Le conseiller du maire, Marc Petit, a dit que le pont tient. « J'y crois », a dit le maire.", "maire"),
        ("Der Berater des Ministers Max Bauer sagte, der Deich halte. „Er hält“, sagte der Minister.", "Minister"),
    ],
)
def test_an_office_of_which_only_a_spokesman_was_named_is_not_the_spokesman(text, expected):
    assert speakers(text)[1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Аким посёлка Ерлан Серов вышел к людям. «Снег уберём», — сказал градоначальник.", "Ерлан Серов"),
        ("Министр Иван Белов приехал на пирс. Глава ведомства заявил, что пирс починят.", "Иван Белов"),
        ("Глава МИД Иван Белов вернулся. «Ждём ответа», — сказал министр.", "Иван Белов"),
        ("Специалист центра «Иней» Олег Лосев обещает мороз. «Будет минус сорок», — уточнил синоптик.", "Олег Лосев"),
        ("Тренер збірної Іван Коваль задоволений. «Грали чесно», — сказав наставник.", "Іван Коваль"),
        ("Президент Олег Коваль прибув на міст. За словами глави держави, міст стоїть.", "Олег Коваль"),
        ("Министр Ерлан Серіков ауылға келді. «Жол салынады», – деді министр.", "Ерлан Серіков"),
        ("Außenminister Max Bauer kam an. „Das Treffen war gut“, sagte der Diplomat.", "Max Bauer"),
        ("Le président Marc Petit est arrivé. « Le pont tiendra », a dit le chef de l'État.", "Marc Petit"),
    ],
)
def test_a_noun_that_covers_a_title_leads_to_who_bears_it(text, expected):
    assert speakers(text)[-1] == expected


def test_the_leader_of_a_country_is_who_leads_that_country():
    text = "Президент США Дональд Лэмп приедет в мае. «Всё решено», — сказал {} лидер."
    assert speakers(text.format("американский")) == ["Дональд Лэмп"]
    assert speakers(text.format("турецкий")) == ["турецкий лидер"]
    assert speakers("Le président français Marc Petit arrive. « Oui », a dit le président français.") == ["Marc Petit"]


def test_somebodys_lawyer_is_named_behind_the_comma_and_is_not_who_spoke_last():
    assert speakers("Paul Martin nie les faits, selon son avocate, Me Sarah Benali.") == ["Sarah Benali"]
    assert speakers("„Nein“, sagte Jan Roth. Er schweige, sagte sein Anwalt, Dr. Max Bauer.")[1] == "Max Bauer"
    assert speakers("« Non », a dit Paul Martin. « Il dort », a ajouté son avocat.")[1] == "avocat"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вице-мэр Дж. Б. Вэнлоу считает мост «слабым местом».", "Дж. Б. Вэнлоу"),
        ("« Le pont tient », a écrit sur X J.-P. Moulin.", "J.-P. Moulin"),
    ],
)
def test_initials_of_two_letters_belong_to_the_name(text, expected):
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "„Gut“, schrieb Max Bauer auf X. Ministerin Ria Roth kündigte an, dass es schneit.",
            ["Max Bauer", "Ria Roth"],
        ),
        ("«Снег», — написал Олег Лосев в сети X. Министр Иван Белов сказал, что тает.", ["Олег Лосев", "Иван Белов"]),
    ],
)
def test_the_network_x_ends_its_sentence_and_is_no_initial(text, expected):
    assert speakers(text) == expected
