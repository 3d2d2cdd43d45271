"""What stands in agencies' news and posts every day, in Russian, Kazakh, Ukrainian, German and French."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.voices import find_quotes


def rows(text):
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    return [
        (kind, name if isinstance(name, str) else None, words)
        for kind, name, words in zip(found["kind"], found["speaker"], found["text"], strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Steg ist gesperrt, wie ein Sprecher mitteilte.", ("Sprecher", "Der Steg ist gesperrt")),
        ("Wie die Feuerwehr mitteilte, brannte nur der Keller.", ("Feuerwehr", "brannte nur der Keller")),
        ("Wie Ministerin Ria Roth ankündigte, bleibt der Hafen zu.", ("Ria Roth", "bleibt der Hafen zu")),
        ("Aus Ministerien in Bonn verlautete, man habe Zeit.", ("Ministerien", "man habe Zeit")),
        ("Aus Regierungskreisen in Bonn hieß es, man habe Zeit.", ("Regierungskreise in Bonn", "man habe Zeit")),
    ],
)
def test_german_verbs_whose_particle_stands_before_them_report_and_circles_have_their_place(text, expected):
    assert rows(text) == [("indirect", *expected)]


def test_what_stands_between_an_auxiliary_and_its_participle_is_what_somebody_called_it():
    text = "Minister Max Bauer hat den Deich als «Luftschloss» bezeichnet. Ria Roth bezeichnete ihn als „Witz“."
    assert rows(text) == [("direct", "Max Bauer", "Luftschloss"), ("direct", "Ria Roth", "Witz")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lille (AFP) - Le port est fermé, a annoncé jeudi la mairie.", "Le port est fermé"),
        ("Bonn (dpa) - Der Steg ist gesperrt, sagte ein Sprecher.", "Der Steg ist gesperrt"),
        ("ОМСК, 3 мая – Мост открыт, сообщил мэр Олег Лосев.", "Мост открыт"),
        ("Мост у села – старый, сообщил мэр Олег Лосев.", "Мост у села – старый"),  # no dateline
    ],
)
def test_a_dateline_is_no_part_of_what_is_reported(text, expected):
    assert [words for _, _, words in rows(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Подсудимая вину не признала. «Это ложь», — заявила она.", "подсудимая"),
        ("«Холодно», — рассказала Gazetanews жительница села Айнур Серикова.", "Айнур Серикова"),
        ("«Холодно», – розповіла Хвилинформу мешканка села Тетяна Гай.", "Тетяна Гай"),
        ("Пирс закроют, пишет Reuters со ссылкой на два источника. По их словам, это надолго.", "два источника"),
        ("«Холодно», — рассказала жительница аула Самал Роза Ибраева.", "Роза Ибраева"),
    ],
)
def test_objects_hearers_and_places_are_no_speakers_and_they_are_the_people_named_last(text, expected):
    assert rows(text)[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("❗️Переговоры пройдут в Осло — Лавринов", "Лавринов"),
        ("Поезда не будут ходить до мая — Иван Белов", "Иван Белов"),
        ("⚡️Місто отримало нові трамваї — Гаєвський", "Гаєвський"),
    ],
)
def test_a_heading_with_a_verb_is_signed_by_a_name_behind_a_dash(text, expected):
    assert [(kind, name) for kind, name, _ in rows(text)] == [("indirect", expected)]
    assert rows("Новый министр обороны — Иван Белов.") == rows("Главный подозреваемый по делу — Лавринов") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Банк төрағасы Ерлан Серіков баға түседі деп болжап отыр.", ("Ерлан Серіков", "баға түседі")),
        ("Норвегия Премьер-министрі Ёнас Стёрлин порттың жабылғанын айтты.", ("Ёнас Стёрлин", "порттың жабылғанын")),
        ("«Дала» газеті жолдың жабылғанын хабарлады.", ("«Дала» газеті", "жолдың жабылғанын")),
        ("Жаңбыр жауады деп хабарлады «Дала» газеті.", ("«Дала» газеті", "Жаңбыр жауады")),
        ("Ақордадан хабарлағандай, сапар басталды.", ("ақорда", "сапар басталды")),
        ("ТЖМ-нен хабарлағандай, өрт өшірілді.", ("ТЖМ", "өрт өшірілді")),
    ],
)
def test_kazakh_verbs_that_last_names_behind_titles_names_in_marks_and_sources_in_the_ablative(text, expected):
    assert rows(text) == [("indirect", *expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deux marins sont là. L'un d'eux a déclaré que le port est fermé.", "l'un d'eux"),
        ("« Il pleut », a dit l'une des infirmières.", "l'une des infirmières"),
        ("Zwei Männer sind hier. Einer von ihnen sagte, er sei müde.", "einer von ihnen"),
        ("„Es regnet“, sagte einer der Bäcker.", "einer der Bäcker"),
        ("Екі адам келді. Олардың бірі жолдың жабылғанын айтты.", "олардың бірі"),
        ("Двое пришли. Один из них сказал, что идёт дождь.", "один из них"),
    ],
)
def test_one_of_several_is_called_as_the_text_calls_them(text, expected):
    assert rows(text)[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В ООН «глубоко обеспокоены» боями.", [("direct", "ООН", "глубоко обеспокоены")]),
        ("Кремль «не видит смысла» во встрече.", [("direct", "Кремль", "не видит смысла")]),
        ("Берлін «не розглядає» такого варіанта.", [("direct", "Берлін", "не розглядає")]),
        ("В доме «живут» коты. Журнал «красивые дома» закрыт. В лавке «потеряны» деньги.", []),
    ],
)
def test_what_somebody_is_said_to_be_in_marks_without_a_verb_is_their_word(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bauer will Strompreis deckeln", ("indirect", "Bauer", "Strompreis deckeln")),
        ("EU will Zölle senken", ("indirect", "EU", "Zölle senken")),
        ("Petit refuse de vendre le port.", ("indirect", "Petit", "de vendre le port")),
    ],
)
def test_lone_headings_in_german_and_french_are_read(text, expected):
    assert rows(text) == [expected]
    assert rows("Volkswagen will cut jobs, and Petit refuses to sell.")[0][2] != "cut jobs"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Лёд тонкий», — сказал глава совета, инженер Иван Белов.", "Иван Белов"),
        ("«Лёд тонкий», — сказал отец рыбака, слесарь Пётр Ильич Лысенко.", "Пётр Лысенко"),
        ("Лёд тонкий, утверждает старшая по подъезду Нина Павловна.", "Нина Павловна"),
        ("Лёд тонкий, настаивают в «Рослёдстрое».", "Рослёдстрой"),
        ("« Il gèle, se souvient sa fille, Claire. Puis plus rien. »", "Claire"),
    ],
)
def test_names_apart_from_their_role_and_bodies_in_marks_are_who_speaks(text, expected):
    assert rows(text)[0][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Städtische Bauamt teilte mit, man warte.", "Städtisches Bauamt"),
        ("Nach Angaben des Städtischen Bauamtes bleibt der Steg zu.", "Städtisches Bauamt"),
        ("Wie der Bremische Lotsendienst mitteilte, schneit es.", "Bremischer Lotsendienst"),
        ("Laut dem Bremischen Lotsendienst schneit es im Hafen.", "Bremischer Lotsendienst"),
        ("Nach Angaben der Bremischen Landesbank bleibt der Zins.", "Bremische Landesbank"),
    ],
)
def test_a_german_body_has_one_name_in_all_cases(text, expected):
    assert rows(text)[0][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ria Roth kam. «Es geht», sagte die FDP-Politikerin der «Neuen Post».", "Ria Roth"),
        ("Ria Roth kam. «Es geht», sagte die Redakteurin der «Neuen Post».", "Redakteurin der «Neuen Post»"),
        ("«Суп ешьте», – деп кеңес берді дәрігер Сәуле Серікова.", "Сәуле Серікова"),
        ("Мер міста Іван Гай прибув. «Сніг приберемо», – сказав міський голова.", "Іван Гай"),
        ("Le maire Marc Petit a loué « une équipe rare ».", "Marc Petit"),
    ],
)
def test_media_that_are_told_further_verbs_and_phrases_for_who_was_named(text, expected):
    assert rows(text)[-1][1] == expected
