"""Pages copied whole: the main text told from menus, links and forms around it; other texts stay untouched."""

import numpy as np
import pandas as pd
import pytest

from analysis.texts.cleaning import clean_pages
from analysis.texts.cleaning.main_text import MENU, choose_path, load_settings, load_trees, score_lines
from analysis.texts.cleaning.menu_words import carries_furniture, load_menu_words
from analysis.texts.cleaning.surroundings import find_main_stretch, measure_lines
from analysis.texts.readers.lines import split_lines

STORY = [
    "The harbour council voted on Monday to close the old bridge for a year. The mayor said the work would cost two "
    "million euros, and that the city had waited too long.",
    "Shop owners near the bridge fear that they will lose customers, and some of them plan to protest next week in "
    "front of the town hall.",
    '"We have not been asked," said Ann Lee, who owns a bakery by the river. "Nobody told us how people will cross."',
    "The bridge was built in 1931 and carries twelve thousand cars a day, according to the council. Engineers found "
    "cracks in two of its pillars last spring.",
]
ABOVE = ["Skip to content", "Menu", "Home", "News", "Politics", "Sport", "Opinion", "Search", "Subscribe", "Sign in"]
BELOW = [
    "Related stories", "Ferry fares rise again", "Harbour fees: who pays what", "Newsletter", "About us", "Contact us",
    "Privacy policy", "Terms of use", "© 2024 The Daily Example. All rights reserved.",
]  # fmt: skip


def clean(*paragraphs, between="\n\n"):
    pages = pd.DataFrame({"source": ["p.txt"], "format": "article", "text": [between.join(paragraphs)]})
    return clean_pages(pages)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_the_story_of_a_dumped_page_is_left_with_its_heading_and_the_menus_go(between):
    cleaned = clean(*ABOVE, "Harbour bridge to close for a year", *STORY, *BELOW, between=between)
    text = "\n\n".join(["Harbour bridge to close for a year", *STORY])
    assert [" ".join(own.split()) for own in cleaned.documents["text"]] == [" ".join(text.split())]
    removed = dict(zip(cleaned.removed["text"].str.strip(), cleaned.removed["reason"], strict=True))
    assert removed["Opinion"] == MENU and removed["Privacy policy"] in (MENU, "legal line")
    assert removed["Ferry fares rise again"] in ("related links", "furniture below the story")


def test_the_date_above_the_story_is_read_before_it_goes():
    cleaned = clean(*ABOVE, "Harbour bridge to close for a year", "3 May 2023", *STORY, *BELOW)
    assert cleaned.documents["published"].tolist() == [pd.Timestamp("2023-05-03")]
    assert cleaned.removed.loc[cleaned.removed["text"].str.contains("3 May 2023"), "reason"].tolist() == [
        "date of the page"
    ]


POEM = [
    "The Bridge", "By the river cold and slow", "Home the weary sailors go,", "News of storms upon their tongue,",
    "Songs of summers left unsung.",
]  # fmt: skip
LIST = ["Sections of the prize", "Politics", "Business", "Sports", "Culture", "Science", "Health", "Opinion"]
NETWORKS = ["What the young use most", "YouTube", "Instagram", "TikTok", "WhatsApp", "Facebook", "Twitter", "Reddit"]
TRANSCRIPT = ["ANN LEE: Good evening.", "BOB ROY: Good evening, Ann.", "ANN LEE: Home or abroad?", "BOB ROY: Home."]
RUSSIAN = ["Мост закроют на год", "Политика", "Совет гавани решил в понедельник закрыть старый мост на год.", "Новости"]
GERMAN = [
    "Die Brücke wird gesperrt",
    "Politik",
    "Der Rat hat am Montag beschlossen, die alte Brücke zu sperren.",
    "Mehr",
]


@pytest.mark.parametrize("lines", [POEM, LIST, TRANSCRIPT, RUSSIAN, GERMAN])
def test_poems_lists_transcripts_and_short_lines_are_no_menus(lines):
    assert not carries_furniture(lines)
    kept = clean(*lines).documents["text"].str.cat(sep="\n\n")
    assert kept == "\n\n".join(lines)


def test_a_page_without_enough_text_is_left_as_it_was():
    cleaned = clean(*ABOVE, "Nothing was found.", "About us")
    assert "Politics" in cleaned.documents["text"].str.cat()


def test_what_shows_a_page_to_carry_furniture_can_be_counted():
    """Two controls and two names or sections make three; one control with any number of sections does not."""
    assert carries_furniture(["Privacy policy", "» Sign in «", "Politics", "Twitter"])
    assert not carries_furniture(["Privacy policy", "Sign in", "Politics"])
    assert not carries_furniture(["Sign in", "Politics", "Sport", "Science", "Health"])
    assert carries_furniture(["Войти", "Политика конфиденциальности", "Подписаться"])
    assert not carries_furniture(["Войти"] * 10)
    assert not carries_furniture(NETWORKS)


def test_every_menu_word_is_folded_and_of_one_kind():
    words = load_menu_words()
    assert set(words.values()) == {"control", "name", "section"}
    assert [word for word in words if word != word.casefold().strip() or not word] == []


# signs and weights -----------------------------------------------------------------------------------------------


def test_the_fitted_trees_read_the_signs_that_are_measured():
    table, names = measure_lines(split_lines("\n".join([*ABOVE, *STORY, *BELOW])))
    assert names == load_settings()["signs"] and table.shape == (len(ABOVE) + len(STORY) + len(BELOW), len(names))
    assert load_trees()["sign"].max() < len(names) and np.isfinite(table).all()


def test_paragraphs_score_above_menus():
    scores = score_lines(measure_lines(split_lines("\n\n".join([*ABOVE, *STORY, *BELOW])))[0])
    assert scores[len(ABOVE) : len(ABOVE) + len(STORY)].min() > scores[: len(ABOVE)].max()


def test_the_main_stretch_holds_the_most_words_and_few_lines_of_something_else():
    """20 + 30 words with one short line (-6) between them make 44; the 40 below stand 4 menu lines (-32) off."""
    mass = np.array([0, 20, 0, 30, 0, 0, 0, 0, 40])
    words = np.array([1, 20, 2, 30, 1, 1, 1, 1, 40])
    menu = np.array([1, 0, 0, 0, 1, 1, 1, 1, 0])
    assert find_main_stretch(mass, words, menu) == (1, 9)  # 44 - 32 + 40 = 52
    menu_of_six = np.insert(menu, 5, [1] * 2)
    assert find_main_stretch(np.insert(mass, 5, [0] * 2), np.insert(words, 5, [1] * 2), menu_of_six) == (1, 4)


@pytest.mark.parametrize(
    ("scores", "change", "path"),
    [
        ([2, -1, 2], 1, [True, True, True]),  # furniture in the middle would spare 1 and cost 2
        ([2, -3, 2], 1, [True, False, True]),
        ([-2, 0.5, -2], 1, [False, False, False]),
        ([-2, 0.5, -2], 0, [False, True, False]),
        ([1], 1, [True]),
    ],
)
def test_one_odd_line_changes_nothing_unless_it_is_odd_enough(scores, change, path):
    assert choose_path(np.array(scores, dtype=float), change).tolist() == path


@pytest.mark.parametrize("line", ["Menu", "Sign in\nPrivacy policy\nSubscribe", "x" * 20_000, "word " * 5_000 + "."])
def test_hostile_dumps_are_cleaned_as_well(line):
    page = "\n".join([*ABOVE, *[line] * 300, *STORY])
    cleaned = clean(page)
    lengths = cleaned.spans["source_end"] - cleaned.spans["source_start"]
    assert lengths.sum() + (cleaned.removed["end"] - cleaned.removed["start"]).sum() == len(page)
