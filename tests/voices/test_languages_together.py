"""In other languages than English: several who speak together, gerunds, bodies "in" which they say it, laws, papers."""

import pandas as pd
import pytest

from analysis.voices import find_quotes


def rows(text: str) -> list[tuple[str | None, str]]:
    """List (speaker, words) of a text."""
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    names = [name if isinstance(name, str) else None for name in found["speaker"]]
    return list(zip(names, found["text"], strict=True))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Мэр Олег Рогов и его помощница Вера Белова заявили, что снег сойдёт к маю.", "Олег Рогов и Вера Белова"),
        ("«Снег сойдёт», — заявили мэр Олег Рогов и лесник Егор Белов.", "Олег Рогов и Егор Белов"),
        ("Олег Рогов, Вера Белова и Егор Орлов считают, что снег сойдёт.", "Олег Рогов, Вера Белова и Егор Орлов"),
        ("Мер Петро Бойко та лікарка Ганна Біла наголосили: «Сніг зійде».", "Петро Бойко та Ганна Біла"),
        ("Försterin Eva Bauer und Lehrer Jonas Kroll sagten, der Schnee sei weg.", "Eva Bauer und Jonas Kroll"),
        ("« La neige fondra », ont promis Ève Martin et Marc Petit.", "Ève Martin et Marc Petit"),
        ("Мэр Олег Рогов встретил Веру Белову и сказал, что снег сойдёт.", "Олег Рогов"),
        ("Försterin Eva Bauer traf Jonas Kroll und sagte, der Schnee sei weg.", "Eva Bauer"),
        ("Ève Martin a vu Marc Petit et affirme que la neige fondra en mai.", "Ève Martin"),
    ],
)
def test_several_joined_by_and_speak_together_and_one_beside_a_verb_does_not(text, speaker):
    assert [name for name, _ in rows(text)] == [speaker]


def test_they_are_the_several_who_spoke_last():
    text = "Олег Рогов и Вера Белова заявили, что снег сойдёт. По их словам, дороги откроют в мае."
    assert [name for name, _ in rows(text)] == ["Олег Рогов и Вера Белова"] * 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Олег Рогов назвал снег «бедой города», добавив, что дороги откроют.",
         [("Олег Рогов", "бедой города"), ("Олег Рогов", "что дороги откроют")]),
        ("Отметив, что снега много, мэр Олег Рогов пообещал, что дороги откроют.",
         [("Олег Рогов", "что снега много"), ("Олег Рогов", "что дороги откроют")]),
        ("Петро Бойко пішов зі сходу, пояснивши, що втомився.", [("Петро Бойко", "що втомився")]),
        ("Marc Petit a quitté la salle, affirmant que la neige fondra.", [("Marc Petit", "que la neige fondra")]),
        ("La mairie, estimant que la neige fondra, a rangé le sel.", [("mairie", "que la neige fondra")]),
        ("Marc Petit a reçu les skieurs et promis que la neige tiendrait.", [("Marc Petit", "que la neige tiendrait")]),
        ("Eva Bauer hat den Wirt gelobt und versichert, dass der Schnee bleibt.",
         [("Eva Bauer", "dass der Schnee bleibt")]),
    ],
)  # fmt: skip
def test_a_gerund_or_a_second_participle_has_the_speaker_of_its_clause(text, told):
    assert rows(text) == told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Снега не было, отметили в Горснегцентре.", "Горснегцентр"),
        ("В Росснеге уточнили, что снега мало.", "Росснег"),
        ("В Белом доме заявили, что снег сойдёт.", "Белый дом"),
        ("У Білому домі заявили, що сніг зійде.", "Білий дім"),
        ("Собравшиеся в Снежинске заявили, что снег сойдёт.", "Собравшиеся"),
        ("Мэр Олег Рогов в эфире СТС сказал, что снег сойдёт.", "Олег Рогов"),
        ("Am Montag hatte die Polizei Bonn mitgeteilt, dass der Schnee weg ist.", "Polizei Bonn"),
        ("„Der Schnee ist weg“, sagte der Chef des Amtes in Bonn, Jonas Kroll.", "Jonas Kroll"),
        ("« La neige fond », dit la ministre déléguée aux Montagnes, Ève Martin.", "Ève Martin"),
        ("La neige fond, selon la mairie, qui précise que « rien ne presse ».", "mairie"),
        ("Selon une source citée par le Bulletin, la neige fondra.", "source"),
        ("M. Petit a déclaré que la neige fondrait.", "Petit"),
        ("„Der Schnee ist weg“, sagt Nguyen Thi Lan.", "Nguyen Thi Lan"),
    ],
)
def test_who_speaks_is_told_from_where_and_of_whom(text, speaker):
    assert {name for name, _ in rows(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Согласно статье 5 закона о снеге, дворы чистят к утру.", (None, "дворы чистят к утру")),
        ("Згідно зі статтею 5 закону про сніг, двори чистять до ранку.", (None, "двори чистять до ранку")),
        ("Laut Artikel 5 des Gesetzes ist der Schnee zu räumen.", (None, "ist der Schnee zu räumen")),
        ("Selon l'article 5 de la loi, la neige est enlevée.", (None, "la neige est enlevée")),
        ("Согласно докладу полиции, дворы чистят к утру.", ("полиция", "дворы чистят к утру")),
        ("Selon le rapport de la police, la neige est enlevée.", ("police", "la neige est enlevée")),
        ("Im Bericht der Polizei steht: „Der Schnee ist weg.“", ("Polizei", "Der Schnee ist weg.")),
    ],
)
def test_nobody_speaks_in_a_law_and_who_wrote_it_in_a_paper(text, told):
    assert rows(text) == [told]


def test_a_role_behind_a_dash_signs_a_heading_and_is_no_predicate():
    assert rows("🔴 Снег сойдёт: двор открыт — глава города") == [("глава города", "Снег сойдёт: двор открыт")]
    assert rows("Олег Рогов — глава города") == []


def test_what_somebody_said_to_be_is_no_so_called_thing():
    assert rows("Marc Petit s'est dit « prêt ».") == [("Marc Petit", "prêt")]
    assert rows("Les soi-disant « experts » sont venus en mai.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Президент Сербии Александар Вулевич сказал, что снег сойдёт.", "Александар Вулевич"),
        ("«Снег сойдёт», — сказал командир отряда Салех аль-Масри.", "Салех аль-Масри"),
        ("Снег сойдёт, уточнили в региональном управлении лесов.", "региональное управление лесов"),
        ("«Снег сойдёт», — сказал, не пряча слёз, лесник Егор Белов.", "Егор Белов"),
        ("«Сніг зійде», — сказав, стримуючи сльози, лісник Петро Бойко.", "Петро Бойко"),
        ("Eva Bauer gab am Abend an, dass der Schnee zu schmelzen beginnt.", "Eva Bauer"),
        ("Invité de Radio Neige, le maire Marc Petit y voit « un tournant ».", "Marc Petit"),
        ("Marc Petit affirme avoir vu la neige fondre en mai.", "Marc Petit"),
    ],
)
def test_names_and_clauses_of_further_kinds_have_their_speakers(text, speaker):
    assert [name for name, _ in rows(text)] == [speaker]


def test_a_contract_and_a_kazakh_law_are_nobodys_words():
    assert rows("Laut Mietvertrag ist der Schnee zu räumen.") == [(None, "ist der Schnee zu räumen")]
    assert rows("Заңға сәйкес, қар таңға дейін тазаланады.") == [(None, "қар таңға дейін тазаланады")]


def test_a_judge_beside_an_advocate_is_no_verb():
    """Le juge X et l'avocate Y: the word for a judge is spelt like what he does."""
    text = "Le juge Marc Rieux et l'avocate Nina Gall ont déclaré que la digue fuyait."
    heard = find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert heard["speaker"].tolist() == ["Marc Rieux et Nina Gall"]
