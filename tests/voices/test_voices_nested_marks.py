"""Straight marks within straight marks, as pages and posts write what somebody was told."""

import pytest
from hearing import list_heard, words_and_speakers

from analysis.voices.glyphs import find_glyphs
from analysis.voices.nested_marks import pair_nested


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('"She told me, "Row home," and I did," Ida Moll said.', 'She told me, "Row home," and I did,', "Ida Moll"),
        ('Ida Moll said: "They told us: "Row home.""', 'They told us: "Row home."', "Ida Moll"),
        ('Moll posted, "Rowers who shout "Go!" should leave."', 'Rowers who shout "Go!" should leave.', "Moll"),
        ('"Он сказал: "Уходите", — вспоминает гребец Нина Рябова. — Мы ушли".', 'Он сказал: "Уходите"', "Нина Рябова"),
        ('Министр Павел Рыбин назвал план "мечтой "партии лодок"".', 'мечтой "партии лодок"', "Павел Рыбин"),
        ('"А він: "Мамо, треба"", — каже рибалка Марта Гребенюк.', 'А він: "Мамо, треба"', "Марта Гребенюк"),
    ],
)
def test_the_outer_marks_hold_all_that_is_said(text, words, speaker):
    """Where each mark has its partner, what stands in marks inside is part of what is said."""
    assert (words, speaker) in words_and_speakers(text)


def test_a_lost_mark_is_no_nesting():
    """Of a quotation that nothing closes, the next one is its own."""
    assert list_heard('"We will go. "They left," Ida Moll said.') == [("Ida Moll", "They left,")]


@pytest.mark.parametrize(
    ("paragraph", "pairs"),
    [
        ('"a: "b" c" d "e"', [(0, 9), (13, 15)]),
        ('"a" b "c"', []),
        ('"a "b" c', []),
        ('a" "b "c" d"', []),
        ('"a "b "c""" d"', []),
    ],
)
def test_only_balanced_marks_are_paired(paragraph, pairs):
    """One that nothing opens or closes, or deeper nesting, leaves all of the paragraph to the other rules."""
    found = pair_nested(paragraph, find_glyphs(paragraph))
    assert [(first.start, last.start) for first, last in found] == pairs
