"""Posts of channels in Russian and other languages: headings that announce whose words follow, lists, reading hints."""

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
    ("heading", "speaker"),
    [
        ("🎙 Комментарий представителя порта О.В.Лосева в связи с бурей", "О. В. Лосев"),
        ("🎙 Комментарий представителя порта А.И.Лосевой в связи с бурей", "А. И. Лосева"),
        ("Из выступления министра Ольги Лосевой на форуме", "Ольга Лосева"),
        ("Заявление мэра Олега Лосева по поводу письма Анны Гусевой", "Олег Лосев"),
        ("Rede von Bürgermeister Max Bauer am Hafen", "Max Bauer"),
        ("Déclaration du maire Luc Morel devant le port", "Luc Morel"),
    ],
)
def test_a_bubble_is_whose_comment_or_speech_the_heading_announces(heading, speaker):
    words = {"R": "Wir bauen den Hafen aus.", "D": "Nous agrandirons le port."}.get(heading[0], "Мы расширим порт.")
    assert rows(f"{heading}\n\n💬 {words}") == [("turn", speaker, words)]


def test_reading_hints_of_any_language_end_a_post():
    assert rows("💬 Олег Лосев: Мы расширим порт.\n\n🔗 Читать полностью") == [
        ("turn", "Олег Лосев", "Мы расширим порт.")
    ]


def test_a_name_with_a_colon_announces_the_quotation_of_the_next_paragraph():
    assert rows("Олег Лосев:\n\n«Сегодня был шторм. Порт закрыт».") == [
        ("direct", "Олег Лосев", "Сегодня был шторм. Порт закрыт")
    ]


def test_items_of_a_list_are_all_whose_interview_is_announced():
    heading = "Из интервью мэра Олега Лосева каналу «Маяк»:"
    text = f"{heading}\n\n🔹 «Мы расширим порт».\n🔹 «Буря нам не помеха».\n\n«Маяк» ждёт."
    assert rows(text) == [("direct", "Олег Лосев", "Мы расширим порт"), ("direct", "Олег Лосев", "Буря нам не помеха")]


def test_the_adviser_of_the_head_of_a_body_is_who_acts_and_not_the_body():
    found = rows("Советник главы ОП прокомментировал слухи о встрече.")
    assert [name for _, name, _ in found] == ["советник главы ОП"]


def test_what_somebody_stresses_is_an_object():
    assert rows("Мэр Олег Лосев подчеркнул важность договора.") == [("indirect", "Олег Лосев", "важность договора")]


def test_a_quotation_in_guillemets_goes_on_over_paragraphs_without_marks():
    text = "Мэр Олег Лосев сказал: «Был шторм. Порт цел.\n\nЖдём весны.\n\nСпасибо всем!»\n\nПорт закрыт."
    assert rows(text) == [
        ("direct", "Олег Лосев", "Был шторм. Порт цел."),
        ("direct", "Олег Лосев", "Ждём весны."),
        ("direct", "Олег Лосев", "Спасибо всем!"),
    ]
    assert len(rows(text.replace("всем!»", "всем!"))) == 1  # nothing closes it


@pytest.mark.parametrize(
    ("heading", "answers", "speaker"),
    [
        ("📌 From the answers of Minister Anna Lund to questions", ("Yes, the port is open.", "We wait."), "Anna Lund"),
        ("📌 Из ответов министра Анны Лосевой", ("Да, порт открыт для всех.", "Мы ждём весны."), "Анна Лосева"),
    ],
)
def test_an_answer_that_begins_with_yes_is_no_name_and_the_next_bubble_is_the_same_persons(heading, answers, speaker):
    asked = (
        ("Is the port open?", "And when?")
        if heading.isascii() or "From" in heading
        else ("Открыт ли порт?", "А когда?")
    )
    text = heading + "".join(f"\n\n❓ {q}\n💬 {a}" for q, a in zip(asked, answers, strict=True))
    assert [row for row in rows(text) if row[1]] == [("turn", speaker, answer) for answer in answers]


def test_a_family_name_announces_a_list_and_a_full_name_dialogue():
    text = "🔴 Лосев — о порте:\n\n✔️ «Мы готовы к буре»\n✔️ «Порт — наш»"
    assert [row[1:] for row in rows(text)] == [("Лосев", "Мы готовы к буре"), ("Лосев", "Порт — наш")]
    text = "Глава порта Олег Лосев:\n\n— Порт останется открыт.\n— Пошлины повышать не будем."
    assert [row[1:] for row in rows(text)] == [
        ("Олег Лосев", "Порт останется открыт."),
        ("Олег Лосев", "Пошлины повышать не будем."),
    ]


def test_who_gives_a_name_and_an_age_over_a_quotation_says_it():
    text = "👤 Айгуль, 34 года, порт:\n«Сидим без света вторые сутки».\n\n👤 Кайрат, 51 год:\n«Насосы стоят, воды нет»."
    assert [name for _, name, _ in rows(text)] == ["Айгуль", "Кайрат"]


def test_an_office_in_a_short_post_is_who_alone_speaks_in_it_and_bears_no_other():
    text = "🔴 Рубин о порте: «Мы не будем ждать вечно».\n\nГоссекретарь отметил, что прогресс есть."
    assert [name for _, name, _ in rows(text)] == ["Рубин", "Рубин"]
    text = "Мэр Олег Лосев: «Мы не будем ждать».\n\nГоссекретарь отметил, что прогресс есть."
    assert [name for _, name, _ in rows(text)] == ["Олег Лосев", "госсекретарь"]


def test_a_turn_ends_where_somebody_elses_words_are_told():
    text = "💬 Олег Лосев: Бюджет принят.\n\n📌 Депутат Анна Гусева сказала: «Это ошибка»."
    text += "\n\nПо словам Лосева, всё готово."
    assert [(name, words) for _, name, words in rows(text)] == [
        ("Олег Лосев", "Бюджет принят."),
        ("Анна Гусева", "Это ошибка"),
        ("Олег Лосев", "всё готово"),
    ]


def test_who_says_it_himself_is_called_by_the_name_and_a_count_of_votes_wants_nothing():
    text = "Martin Hale came. Hale himself said that the port was shut. The motion fell by 60 votes to 39."
    assert [(name, words) for _, name, words in rows(text)] == [("Martin Hale", "that the port was shut")]
