"""Interviews that label nobody: questions and answers behind dashes, answers under lines that ask."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.voices import find_quotes


def turns(text):
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    found = found[found["kind"] == "turn"]
    return list(zip(found["speaker"].fillna(""), found["text"], strict=True))


DASHED = {
    "ru": (
        "Анна Лосева: о пекарне",
        ["Сколько у вас печей?", "Три. Четвёртая стынет.", "И хватает?", "Летом хватает."],
        "Анна Лосева",
    ),
    "uk": (
        "Олег Ткаченко про човни\n\nРозмова з майстром",
        ["Скільки човнів у майстерні?", "Дев'ять. Один тече.", "Хто їх купує?", "Рибалки."],
        "Олег Ткаченко",
    ),
    "kk": (
        "Айгүл Сапарова: кілем туралы",
        ["Неше кілем тоқыдыңыз?", "Қырық шақты. Бәрі сатылды.", "Кім сатып алады?", "Көршілер алады."],
        "Айгүл Сапарова",
    ),
}


@pytest.mark.parametrize("language", sorted(DASHED))
def test_every_other_paragraph_behind_a_dash_answers_the_one_before(language):
    heading, said, guest = DASHED[language]
    text = "\n\n".join([heading, *(f"— {words}" for words in said)])
    assert turns(text) == [(guest, said[1]), (guest, said[3])]


def test_an_answer_of_two_paragraphs_is_one_turn_and_prose_ends_the_last():
    text = (
        "Олег Лосев — о порте\n\n— Когда откроют порт?\n\n— В мае.\n\nМы ждём лёд.\n\n— А мост?\n\n— Мост закрыт.\n\n"
        "Порт построили в прошлом веке."
    )
    assert turns(text) == [("Олег Лосев", "В мае.\n\nМы ждём лёд."), ("Олег Лосев", "Мост закрыт.")]


def test_a_dialogue_whose_heading_names_nobody_is_no_interview():
    assert turns("Утро в порту\n\n— Когда откроют порт?\n\n— В мае.\n\n— А мост?\n\n— Мост закрыт.") == []


def test_a_dialogue_that_says_who_speaks_is_read_as_such():
    text = "Олег Лосев в порту\n\n— Когда откроют?\n\n— В мае, — сказала Анна Гусева.\n\n— А мост?\n\n— Закрыт."
    assert turns(text) == []


@pytest.mark.parametrize(
    ("heading", "asked", "answers", "guest"),
    [
        (
            "Interview\n\nDie Imkerin Petra Lang über ihren Honig",
            ["Wie war das Jahr?", "Und die Preise?"],
            ["Nass. Ich habe kaum geschleudert.", "Die steigen."],
            "Petra Lang",
        ),
        (
            "Le luthier Marc Petit ferme sa boutique. Entretien",
            ["Pourquoi fermer ?", "Et vos violons ?"],
            ["Je suis las.", "Les violons restent."],
            "Marc Petit",
        ),
        (
            "An interview with the baker Ann Lee",
            ["Why do you bake at night?", "What do the neighbours say?"],
            ["I sleep badly.", "The street likes bread."],
            "Ann Lee",
        ),
    ],
)
def test_what_stands_under_lines_that_ask_is_the_guests_where_the_text_is_called_an_interview(
    heading, asked, answers, guest
):
    text = "\n\n".join([heading, *(line for pair in zip(asked, answers, strict=True) for line in pair)])
    assert turns(text) == [(guest, words) for words in answers]


def test_several_questions_to_you_that_i_answers_need_no_word_for_an_interview():
    said = [
        ("Wie lange backen Sie?", "Ich backe seit Mai."),
        ("Mögen Sie Roggen?", "Ich mag ihn."),
        ("Und Sie?", "Mir reicht es."),
    ]
    text = "\n\n".join(["Bäcker Max Bauer hört auf", *(line for pair in said for line in pair)])
    assert turns(text) == [("Max Bauer", answer) for _, answer in said]


def test_questions_that_an_article_answers_itself_are_no_interview():
    said = [
        ("Was ist passiert?", "Ein Damm brach."),
        ("Wer hilft?", "Die Feuerwehr."),
        ("Wie geht es weiter?", "Man baut."),
    ]
    text = "\n\n".join(["Bürgermeister Max Bauer vor der Flut", *(line for pair in said for line in pair)])
    assert turns(text) == []
