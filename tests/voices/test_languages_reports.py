"""What further whole reports in five languages hold: who acts and then speaks, labels, names behind titles and cases."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.voices import find_quotes


def rows(text):
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    return [
        (name if isinstance(name, str) else None, words)
        for name, words in zip(found["speaker"], found["text"], strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trainer Jan Ott schwieg. „Nein“, sagte Max Bauer.\n\n"
            "Manager Uwe Lenz half ihm. „Wir warten ab“, so der 61-Jährige.",
            ("Uwe Lenz", "Wir warten ab"),
        ),
        (
            "Мэр Олег Лосев молчал. «Нет», — сказал Иван Белов.\n\n"
            "Депутат Пётр Громов вышел из зала. «Мы подождём решения», — пояснил политик.",
            ("Пётр Громов", "Мы подождём решения"),
        ),
        (
            "Ministerin Ute Lang schwieg. „Nein“, sagte Eva Roth.\n\n"
            "Die Ministerin von Sachsen-Anhalt, Ida Wolf, ging. „Das reicht“, sagte die Politikerin.",
            ("Ida Wolf", "Das reicht"),
        ),
    ],
)
def test_a_description_means_who_acts_in_its_paragraph_before_who_spoke_above(text, expected):
    assert rows(text)[-1] == expected


def test_he_is_whom_the_paragraph_names_in_another_case_before_who_spoke_above_it():
    text = "«Всё готово», — сказал мэр Олег Лосев.\n\n"
    text += "Допросили водителя Павла Громова. Он утверждает, что не виноват."
    assert rows(text)[-1] == ("Павел Громов", "что не виноват")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ерлан Серік: «Үйді екі жыл күттік», – деп хабарлады.", ("Ерлан Серік", "Үйді екі жыл күттік")),
        ("Арда Кая, «Гірник»: ми заслужили більшого.", ("Арда Кая", "ми заслужили більшого")),
        ("Бапкер Мырзатай Сейтовтің сөзінше, команда дайын.", ("Мырзатай Сейтов", "команда дайын")),
        ("Министр нефти и газа Индии Раджив заявил, что цены растут.", ("Раджив", "что цены растут")),
        ("Прокурор Олег Лосев, в свою очередь, заявил, что спора нет.", ("Олег Лосев", "что спора нет")),
        ("Мер Олег Гай, у свою чергу, заявив, що спору немає.", ("Олег Гай", "що спору немає")),
        ("Вера Котова — экономист. При этом, по её оценке, бюджет выдержит.", ("Вера Котова", "бюджет выдержит")),
        ("У травні Генштаб заявляв, що мостів бракує.", ("Генштаб", "що мостів бракує")),
        ("«Автобус отменили», — усмехается сосед Нины Юрий.", ("Юрий", "Автобус отменили")),
        ("„Das lohnt sich“, sagt Dr. Silke Arend, Chefin der Nordwerft SE.", ("Silke Arend", "Das lohnt sich")),
        ("По словам врача Льва Громова, больной спит.", ("Лев Громов", "больной спит")),
        ("Un de ses voisins dit avoir vu le feu.", ("un de ses voisins", "avoir vu le feu")),
        ("Anna Weber wirft der Stadt vor, den Park zu vergessen.", ("Anna Weber", "den Park zu vergessen")),
    ],
)
def test_labels_titles_cases_and_asides_leave_the_name_of_who_speaks(text, expected):
    assert rows(text)[-1] == expected
