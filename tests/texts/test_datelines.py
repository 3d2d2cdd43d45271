"""What a page or a text says of its own date: lines that are dates, datelines; never a date told of an event."""

import pandas as pd
import pytest

from analysis.texts.cleaning import clean_pages
from analysis.texts.cleaning.datelines import find_date_behind, find_date_in_dateline, find_date_in_line
from analysis.texts.dates.columns import date_from

PARAGRAPH = "The minister met his colleague in the capital and spoke of trade between the two countries."
RUSSIAN = "Министр встретился с коллегой в столице и говорил о торговле между двумя странами."


def clean(*lines):
    return clean_pages(pd.DataFrame({"source": ["p.txt"], "format": "article", "text": ["\n\n".join(lines)]}))


def day_of(written):
    date = date_from(written, "unknown", None)
    return date and f"{date.when:%Y-%m-%d}"


def dated(*lines):
    row = clean(*lines).documents.iloc[0]
    return None if pd.isna(row["published"]) else (f"{row['published']:%Y-%m-%d %H:%M}", row["published_from"])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("le 3 mars 2019", "2019-03-03"),
        ("Montag, 4. März 2019", "2019-03-04"),
        ("5 January 2024, Friday", "2024-01-05"),
        ("Бейсенбі, 26 желтоқсан 2024, 11:43", "2024-12-26"),
        ("[26.12.2024 11:43]", "2024-12-26"),
        ("Moscow, December 26, 2024", "2024-12-26"),
        ("MOSCOW — December 26, 2024", "2024-12-26"),
        ("Ferry — December 26, 2024", None),
        ("26 декабря 2024, 11:43 | ТАСС", "2024-12-26"),
        ("Reuters · Dec 26, 2024 · 5 min read", "2024-12-26"),
        ("Erstellt: 26.12.2024 Aktualisiert: 27.12.2024, 10:00 Uhr", "2024-12-26"),
        ("By Ann Lee | 3 May 2023", None),
        ("Ann Lee, 26 December 2024", None),
        ("World War II, 1945", None),
        ("Interview with Ann Lee, Moscow, December 26, 2024", None),
        ("3 мая", None),
        ("Founded on 3 May 2023", None),
    ],
)
def test_a_line_is_a_date_only_if_it_is_nothing_else(line, expected):
    assert day_of(find_date_in_line(line)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Москва. 3 января 2024. ИНТЕРФАКС - Мост закрыли.", "2024-01-03"),
        ("МОСКВА, 3 янв 2024 — РИА Новости. Мост закрыли.", "2024-01-03"),
        ("МОСКВА, 3 января 2024. /ТАСС/. Мост закрыли.", "2024-01-03"),
        ("АСТАНА. 2024 жылғы 26 желтоқсан. ҚазАқпарат – Көпір жабылды.", "2024-12-26"),
        ("MOSCOW, Dec 26 2024 (Reuters) - The bridge closed.", "2024-12-26"),
        ("BEIJING, Dec. 26, 2024 (Xinhua) -- The bridge closed.", "2024-12-26"),
        ("NEW YORK, Jan. 3, 2024 /PRNewswire/ -- The bridge closed.", "2024-01-03"),
        ("KYIV, Ukraine (AP) — Dec 26, 2024 — The bridge closed.", "2024-12-26"),
        ("PARIS, 3 mars 2019 (AFP) - Le pont est fermé.", "2019-03-03"),
        ("Rio de Janeiro, 3 de marzo de 2019 (EFE).- El puente está cerrado.", "2019-03-03"),
        ("Frankfurt am Main, 3. März 2019 (dpa) - Die Brücke ist zu.", "2019-03-03"),
        ("BERLIN, 3. März (dpa) - Die Brücke ist zu.", None),
        ("MOSCOW, 05/06/2024 (Reuters) - The bridge closed.", None),
        ("MOSCOW, May 2024 (Reuters) - The bridge closed.", None),
        ("On December 26, 2024, the minister left - and came back.", None),
        ("In Moscow, December 26, 2024 - a day like others.", None),
        ("Ann Lee (December 26, 2024) said so.", None),
    ],
)
def test_a_dateline_needs_place_year_and_dash(text, expected):
    assert day_of(find_date_in_dateline(text)) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By Ann Lee | 3 May 2023", "2023-05-03"),
        ("By Ann Lee and Bob Roy, Example Press - May 3, 2023", "2023-05-03"),
        ("By Ann Lee Updated May 3, 2023, 3:05 pm", "2023-05-03"),
        ("By Ann Lee, born 3 May 1970", None),
        ("By Ann Lee | May 2023", None),
        ("By Ann Lee", None),
    ],
)
def test_the_date_that_closes_a_byline_is_the_pages(byline, expected):
    assert day_of(find_date_behind(byline)) == expected
    found = dated("Bridge to close", byline, PARAGRAPH, PARAGRAPH)
    assert (found and found[0][:10], found and found[1]) == (expected, expected and "page")


def test_a_date_in_numbers_is_read_by_the_other_dates_of_its_page_or_not_at_all():
    assert dated("A heading", "05/06/2024", PARAGRAPH) is None
    assert dated("A heading", "05/06/2024", PARAGRAPH, "It was built on 25/02/2019.") == ("2024-06-05 00:00", "page")
    assert dated("A heading", "05/06/2024", PARAGRAPH, "It was built on 02/25/2019.") == ("2024-05-06 00:00", "page")
    assert dated("Заголовок", "05.06.2024", RUSSIAN) == ("2024-06-05 00:00", "page")
    assert dated("Заголовок", "05.06.2024", RUSSIAN, "Мост построен 12.25.2019.") is None


def test_a_date_that_could_be_two_is_no_text_and_is_counted():
    cleaned = clean("A heading", "05/06/2024", PARAGRAPH)
    assert cleaned.documents["text"].tolist() == [f"A heading\n\n{PARAGRAPH}"]
    assert cleaned.removed["reason"].tolist() == ["date of the page"]
    assert cleaned.notes["note"].tolist() == ["1 date not read ('05/06/2024'): day and month could be swapped"]
    both = clean("A heading", "05/06/2024", PARAGRAPH, "Built 25/02/2019, opened 03/30/2020.").notes["note"].tolist()
    assert both == ["1 date not read ('05/06/2024'): the page writes dates both ways"]


def test_the_published_date_counts_before_the_updated_one():
    assert dated("A heading", "Updated: 4 May 2023", "Published: 3 May 2023, 11:43", PARAGRAPH) == (
        "2023-05-03 11:43", "page",
    )  # fmt: skip
    assert dated("A heading", "Updated 4 May 2023", "3 May 2023", PARAGRAPH) == ("2023-05-03 00:00", "page")
    assert dated("A heading", "Updated 4 May 2023", PARAGRAPH) == ("2023-05-04 00:00", "page")


def test_a_month_under_the_heading_is_the_pages_and_a_year_only_behind_a_label():
    assert dated("A heading", "January 2024", PARAGRAPH) == ("2024-01-01 00:00", "page")
    assert dated("A heading", "1945", PARAGRAPH) is None
    assert dated("A heading", "Published: 2019", PARAGRAPH) == ("2019-01-01 00:00", "page")


def test_a_dateline_of_the_text_is_its_date():
    text = "Москва. 3 января 2024. ИНТЕРФАКС - Мост закрыли в понедельник по решению совета города."
    assert dated(text, RUSSIAN) == ("2024-01-03 00:00", "text")
