"""Heads that people save over a text are what is known of it, and no text; lines that only look so stay."""

from datetime import datetime

import pandas as pd
import pytest
from test_cleaning import assert_every_character_is_accounted_for

from analysis.texts.cleaning import clean_pages

BODY = (
    "The valley school stays closed for a week, because the river is high.\n\nParents want a bridge that lasts, and "
    "the teachers agree with them."
)


def clean(text, form="article"):
    pages = pd.DataFrame({"source": ["p.txt"], "format": [form], "text": [text]})
    cleaned = clean_pages(pages)
    assert_every_character_is_accounted_for(pages, cleaned)
    return cleaned


def known(cleaned, *columns):
    return cleaned.documents[list(columns)].iloc[0].tolist()


@pytest.mark.parametrize("form", ["article", "story"])
@pytest.mark.parametrize(
    "head",
    [
        "Title: River high\nOutlet: The Valley\nDate: 3 May 2021\nAuthor: Eva Fox\nURL: https://v.example/a",
        "Titel: River high\nQuelle: The Valley\nDatum: 3. Mai 2021\nAutor: Eva Fox\nLink: https://v.example/a",
        "Titre : River high\nJournal : The Valley\nDate : 3 mai 2021\nAuteur : Eva Fox\nLien : https://v.example/a",
        "Título: River high\nMedio: The Valley\nFecha: 3 de mayo de 2021\nAutor: Eva Fox\nEnlace: https://v.example/a",
        "Заголовок: River high\nИздание: The Valley\nДата: 3 мая 2021\nАвтор: Eva Fox\nСсылка: https://v.example/a",
        "---\ntitle: 'River high'\nsource: The Valley\ndate: 2021-05-03\nauthors:\n- Eva Fox\nurl: https://v.example/a\n---",
    ],
)
def test_fields_at_the_very_top_say_what_is_known_of_the_text(head, form):
    cleaned = clean(f"{head}\n\n{BODY}", form)
    assert cleaned.documents["text"].tolist() == [BODY]
    facts = known(cleaned, "title", "outlet", "published", "published_from", "author", "url")
    assert facts == ["River high", "The Valley", datetime(2021, 5, 3), "file", "Eva Fox", "https://v.example/a"]
    assert set(cleaned.removed["reason"]) == {"head of the file"}


def test_the_head_of_a_letter_gives_title_sender_and_time():
    head = "From: Eva Fox <eva@v.example>\nTo: cem@v.example\nSubject: River high\nDate: Mon, 3 May 2021 09:10:00 +0000"
    cleaned = clean(f"{head}\n\n{BODY}")
    assert cleaned.documents["text"].tolist() == [BODY]
    assert known(cleaned, "title", "author", "to", "published", "published_precision") == [
        "River high", "Eva Fox <eva@v.example>", "cem@v.example", datetime(2021, 5, 3, 9, 10), "time",
    ]  # fmt: skip


def test_other_fields_become_columns_and_those_that_documents_have_a_name_of_their_own():
    cleaned = clean(f"Title: River high\nDate: 2021-05-03\nKeywords: river, school\nWords: 20\n====\n{BODY}")
    assert known(cleaned, "keywords", "own_words") == ["river, school", "20"]
    assert cleaned.documents["text"].tolist() == [BODY]


def test_a_label_before_the_text_goes_with_the_head():
    cleaned = clean(f"Title: River high\nDate: 2021-05-03\nText: {BODY}")
    assert cleaned.documents["text"].tolist() == [BODY]
    assert clean(f"Title: River high\nText:\n{BODY}").documents["text"].tolist() == [BODY]


def test_a_date_that_could_be_two_is_not_read_and_said():
    cleaned = clean(f"Title: River high\nDate: 05/06/2021\n\n{BODY}")
    assert cleaned.documents["published"].isna().all()
    assert any("1 date not read ('05/06/2021')" in note for note in cleaned.notes["note"])


@pytest.mark.parametrize(
    "text",
    [
        f"Title: River high\n\n{BODY}",
        f"Eva Fox: Why is the river high?\nCem Din: It rained.\n\n{BODY}",
        f"Reporter: Why is the river high?\nAuthor: It rained.\n\n{BODY}",
        f"River high\n\nSource: the ministry\nSection: three\n\n{BODY}",
        f"---\n\n{BODY}\n\n---",
    ],
)
def test_what_is_no_head_stays(text):
    assert clean(text).documents["text"].iloc[0].split() == text.split()


def test_a_line_of_the_text_below_a_head_stays():
    text = f"{BODY}\n\nSource: the ministry"
    assert clean(f"Title: River high\nDate: 2021-05-03\n\nMayor: We wait.\n\n{text}").documents["text"].tolist() == [
        f"Mayor: We wait.\n\n{text}"
    ]
