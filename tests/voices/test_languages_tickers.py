"""Tickers, channels of ministries and features in five languages: bubbles, branches, clauses cut by who says them."""

from __future__ import annotations

import pytest
from hearing import list_heard, speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "🌊 Паводок в Лесном.\n💬 Начальник порта Олег Лосев: «Паром цел, мы его подняли».\n⚓ Рейсов пока нет.",
            [("Олег Лосев", "Паром цел, мы его подняли")],
        ),
        (
            "Паром стоит.\n🗣 «Ми чекаємо з ранку», — розповіла пасажирка Ганна Гай. У порту тихо.",
            [("Ганна Гай", "Ми чекаємо з ранку")],
        ),
        (
            "Паром тоқтады.\n💬 Порт директоры Асан Серіков жол жабылғанын ескертті. Кеме жөнделуде.",
            [("Асан Серіков", "жол жабылғанын")],
        ),
    ],
)
def test_under_a_bubble_marks_and_verbs_of_saying_tell_what_is_said(text, expected):
    assert list_heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⚡️ МЧС по Лесной области: паром подняли со дна", ("МЧС по Лесной области", "паром подняли со дна")),
        ("Лікарі: хворих на грип стало вдвічі більше.", ("лікарі", "хворих на грип стало вдвічі більше")),
        ("Геологтар: жер үш рет қатты сілкінді.", ("Геологтар", "жер үш рет қатты сілкінді")),
    ],
)
def test_a_branch_or_several_of_a_calling_head_a_post(text, expected):
    assert list_heard(text) == [expected]


def test_a_list_of_names_behind_several_of_a_calling_is_nobodys_speech():
    assert list_heard("Депутаты: Олег Лосев, Вера Белова, Иван Рогов, Пётр Гай и другие.") == []


@pytest.mark.parametrize(
    ("text", "speaker", "told"),
    [
        ("По словам его внука Ивана Лосева, паром цел.", "Иван Лосев", ["паром цел"]),
        ("В самом министерстве сообщили, что паром цел.", "министерство", ["паром цел"]),
        ("В компании-арендаторе «Заря» сказали, что паром цел.", "компания-арендатор «Заря»", ["паром цел"]),
        ("Снег в горах, сообщили синоптики, растает к маю.", "синоптики", ["Снег в горах", "растает к маю"]),
        ("По словам мэра, который строит мост, паром цел.", "мэр", ["паром цел"]),
        ("В управлінні міської ради рибалкам пояснили, що пором цілий.", "управління міської ради", ["пором цілий"]),
        ("Згідно з відповіддю міськради на запит, пором коштує мільйон.", "міськрада", ["пором коштує мільйон"]),
        ("Джерело газети у порту стверджує, що пором цілий.", "джерело газети у порту", ["пором цілий"]),
        ("Рибалка Асан Серіков екі сағат күткенін айтып берді.", "Асан Серіков", ["екі сағат күткенін"]),
        ("Schuld ist nach Darstellung des Hafenamts der Mangel an Öl.", "Hafenamt", ["Schuld ist", "der Mangel an Öl"]),
        ("Der Eigner, die Hafen-Gruppe, ließ mitteilen, man prüfe es; mehr sage man nicht.", "Hafen-Gruppe",
         ["man prüfe es; mehr sage man nicht"]),
        ("Nach Überzeugung des Gutachters Max Bauer sinkt die Fähre bald.", "Max Bauer", ["sinkt die Fähre bald"]),
        ("Ob die Fähre sinke, wollte die Richterin wissen.", "Richterin", ["Ob die Fähre sinke"]),
        ("D'après une source proche du port, le bac est perdu.", "source proche du port", ["le bac est perdu"]),
        ("À en croire la mairie, qui tient le port, le bac est perdu.", "mairie", ["le bac est perdu"]),
        ("Un bac perdu, juge Luc Morel : le port fermera.", "Luc Morel", ["Un bac perdu", "le port fermera"]),
        ("À la mairie, on assure avoir tout tenté.", "mairie", ["avoir tout tenté"]),
    ],
)  # fmt: skip
def test_sources_and_clauses_of_reports_are_read_whole(text, speaker, told):
    heard = list_heard(text, aside=("to",))
    assert [words.removeprefix("что ").removeprefix("що ") for _, words in heard] == told
    assert {name.removeprefix("и ") for name, _ in heard if name} == {speaker}


def test_the_headings_of_a_ticker_and_its_times_are_nobodys_names():
    text = (
        "+++ 08:15 Uhr: Fähren stehen +++ Laut Feuerwehr brennt der Hafen seit Mitternacht.\n"
        "+++ 09:30 Uhr: „Wir löschen bis morgen“ +++ Der Leiter, Max Bauer, ist da. „Wir löschen bis morgen“, sagte er."
    )
    heard = list_heard(text)
    assert heard[0] == ("Feuerwehr", "brennt der Hafen seit Mitternacht")
    assert heard[-1] == ("Max Bauer", "Wir löschen bis morgen")


def test_words_in_marks_within_a_clause_in_the_mood_are_quoted():
    text = "Die Fähre sei alt, sagte Max Bauer. Sie werde als „schwimmender Schrott mit Motor“ verkauft."
    assert list_heard(text)[1:] == [("Max Bauer", "Sie werde als"), ("Max Bauer", "schwimmender Schrott mit Motor")]


def test_a_name_of_two_parts_is_whole_though_the_lists_know_one():
    assert speakers("„Die Fähre fährt“, schrieb Kapitän Jan-Uwe Petersen.") == ["Jan-Uwe Petersen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Le bac est perdu », soupire son mari, Lucien.", [("Lucien", "Le bac est perdu")]),
        ("Ève Martin part. « Nous verrons bien », a-t-elle éludé.", [("Ève Martin", "Nous verrons bien")]),
        (
            "« Une rame, dit Luc Morel, les yeux sur le port. Pas de bac. »",
            [("Luc Morel", "Une rame"), ("Luc Morel", "Pas de bac.")],
        ),
        (
            "— Пором зник, — каже Ганна Гай.\n— У нас човен, — підхоплює її сусідка.",
            [("Ганна Гай", "Пором зник"), ("сусідка", "У нас човен")],
        ),
        ("Procès du bac : « Nous avons ramé », selon la mairie", [("mairie", "Nous avons ramé")]),
    ],
)  # fmt: skip
def test_asides_around_quotations_of_features(text, expected):
    assert list_heard(text) == expected


def test_her_doctor_is_not_she_who_says_it():
    text = "« Je rame », dit Ève Martin. Son médecin lui avait conseillé le repos, confie-t-elle."
    assert set(speakers(text)) == {"Ève Martin"}


def test_a_woman_is_who_disagrees_in_the_paragraph():
    text = (
        "«Пором цілий», — каже Ганна Гай.\nЗ нею не згодна голова ради рибалок Юлія Лис. «Він тоне», — запитує жінка."
    )
    assert speakers(text) == ["Ганна Гай", "Юлія Лис"]
