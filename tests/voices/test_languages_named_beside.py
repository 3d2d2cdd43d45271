"""Who is named beside a title, a place, a pronoun or a line of their own, in the languages that have files."""

import pandas as pd
import pytest

from analysis.voices import find_quotes


def speakers(text):
    """List (speaker, words) of a text."""
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    names = found["speaker"].astype(object).where(found["speaker"].notna(), None)
    return list(zip(names, found["text"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "«Справка у вас», — обратился Юрий Котов к судье. Тот заметил, что справка старая.",
            [("Юрий Котов", "Справка у вас"), ("судья", "что справка старая")],
        ),
        (
            "Мэр Вера Ланская позвонила губернатору Ивану Рощину. Тот ответил, что денег нет.",
            [("Иван Рощин", "что денег нет")],
        ),
        ("Мер Віра Ланська подзвонила міністру. Той відповів, що грошей немає.", [("міністр", "що грошей немає")]),
        (
            "Le maire Luc Petit a demandé à voir la préfète. Celle-ci assure que « tout est prêt ».",
            [("Luc Petit", "à voir la préfète"), ("préfète", "tout est prêt")],
        ),
        (
            "Der Anwalt rief den Bürgermeister Olaf Renz an. Dieser sagte, alles sei klar.",
            [("Olaf Renz", "alles sei klar")],
        ),
    ],
)
def test_the_latter_is_who_is_named_last_and_does_not_speak(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Посол Индии Раджив Наир заявил, что визит состоится.", "Раджив Наир"),
        ("Президент Сербии Вучич заявил, что визит состоится.", "Вучич"),
        ("Мэр Саратова Зимин заявил, что воды нет.", "Зимин"),
        ("Генсек НАТО Рютте заявил, что союз готов.", "Рютте"),
        ("Глава МИД Индии Джайшанкар заявил, что визит состоится.", "Джайшанкар"),
        ("Премьер Италии Мелони заявила, что визит состоится.", "Мелони"),
        ("Защитник Нуралы Осипов заявил, что матч был тяжёлым.", "Нуралы Осипов"),
        ("Глава МИД Венгрии заявил, что визит состоится.", "глава МИД Венгрии"),
        ("Пресс-служба МВД Самары заявила, что дело закрыто.", "пресс-служба МВД Самары"),
    ],
)
def test_a_place_that_hangs_on_a_title_is_no_part_of_the_name(text, name):
    assert [who for who, _ in speakers(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«Крыша цела», — сказал Пётр Лыков.\n\nДворник Рашид машет рукой. «Все уехали», — говорит он.", "Рашид"),
        ("„Das Dach hält“, sagte Ute Kern.\n\nDie 15-jährige Mia winkt ab. „Wo sollen wir hin?“, fragt sie.", "Mia"),
        ("« C'est petit », dit Luc Petit. Son voisin Éric attend. « La pompe tourne à vide », dit-il.", "Éric"),
        ("„Ja“, sagte Ute Kern.\n\nDie Mutter des Opfers weint. „Ich will hin“, sagt sie.", "Mutter des Opfers"),
        (
            "„Ja“, sagte Ministerin Ute Kern.\n\n„Nein“, sagte Eva Renz.\n\nDie Ministerin ging. „Gut“, sagte sie.",
            "Ute Kern",
        ),
        ("«Он бил», — сказал Олег Котов.\n\nПрораб машет рукой. «Какой май», — смеётся он.", "прораб"),
        ("„Nein“, sagte Richter Olaf Renz.\n\nNach Angaben eines Gerichtssprechers ist es vorbei.", "Gerichtssprecher"),
        ("Причиною стала помилка, пояснили в Мінцифри.", "Мінцифри"),
        ("«Шатыр бүтін», – деді Ерлан Сейітов.\n\nТұрғын Гүлнар күледі. «Бәрі кетті», – дейді ол.", "Гүлнар"),
    ],
)
def test_a_pronoun_means_whom_its_paragraph_begins_with_and_a_new_role_somebody_new(text, name):
    assert [who for who, _ in speakers(text)][-1] == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Слабость нам не по карману».\nОлег Рябов", [("Олег Рябов", "Слабость нам не по карману")]),
        ("«Слабость нам не по карману».\n\nОлег Рябов, мэр Омска", [("Олег Рябов", "Слабость нам не по карману")]),
        ("«Слабость нам не по карману».\n\nОлег Рябов приехал в Омск.", [(None, "Слабость нам не по карману")]),
        (
            "СРОЧНО. Генсек НАТО Рютте: союз воевать не намерен\n\nПо его словам, страны «укрепляют оборону».",
            [("Рютте", "союз воевать не намерен"), ("Рютте", "укрепляют оборону")],
        ),
        (
            "🇮🇳 Посол Индии Раджив Наир в интервью газете:\n\n▪️ Закупки продолжатся;\n▪️ «Давление нас не остановит».",
            [("Раджив Наир", "Давление нас не остановит")],
        ),
        (
            "— Дети боятся, — говорит Анна Белова.\n\nНа вопрос, обещали ли дом, она пожимает плечами:\n\n— Обещали.",
            [("Анна Белова", "Дети боятся"), ("Анна Белова", "Обещали.")],
        ),
        ("Он перечислил:\n\n— снижение налогов.\n\n— рост зарплат.", []),
        ("Streit um das Bad: „Man hat uns verschaukelt“", [(None, "Man hat uns verschaukelt")]),
        (
            "Man könne „nicht zaubern“, sagte Olaf Renz. Dirk Stein hielt ihm vor, er habe alles „verspielt“.",
            [
                ("Olaf Renz", "Man könne"),
                ("Olaf Renz", "nicht zaubern"),
                ("Dirk Stein", "er habe alles"),
                ("Dirk Stein", "verspielt"),
            ],
        ),
        ("La direction, elle, plaide la sécurité.", []),
        ("Министр Юрий Котов ранее призывал «не драматизировать».", [("Юрий Котов", "не драматизировать")]),
        ("В Минтрансе на запрос редакции ответили, что деньги есть.", [("Минтранс", "что деньги есть")]),
    ],
)
def test_lines_lists_headings_and_answers_have_their_speaker(text, expected):
    assert speakers(text) == expected
