"""Exports of news databases as text: one document an article; fields and covers left out, each with its reason."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.tables import make_table
from analysis.texts.cleaning import clean_pages
from analysis.texts.readers import load_pages
from analysis.texts.readers.exports import find_export_date, opens_with_date
from analysis.texts.readers.formats import format_module, recognise_format
from analysis.texts.readers.lines import split_lines
from processor_time import seconds_of

EXAMPLES = Path(__file__).with_name("examples")
FORMATS = ("factiva", "lexisnexis", "proquest", "ris")


def clean_example(name):
    loaded = load_pages(EXAMPLES / name)
    return clean_pages(loaded.pages)


def clean_text(text, form=None):
    row = {"source": "x.txt", "format": form or recognise_format(text), "text": text, "encoding": "utf-8", "bytes": 1}
    return clean_pages(make_table("pages", [row | {"number": None}]))


def reason_of(cleaned, part):
    return cleaned.removed.loc[cleaned.removed["text"].str.contains(part, regex=False), "reason"].iloc[0]


@pytest.fixture(scope="module")
def nexis():
    return clean_example("lexisnexis.txt")


def test_every_article_of_a_lexisnexis_export_is_a_document_with_its_outlet_date_and_author(nexis):
    columns = ["outlet", "published", "author", "section", "words_stated", "language"]
    told = nexis.documents[columns].astype("str").fillna("nan")
    assert told.values.tolist() == [
        ["Harbour Post", "2010-01-11 00:00:00", "Ann Lee", "NEWS; Pg. 6", "1062.0", "en"],
        ["The Harbour Times", "2020-05-03 00:00:00", "Bob Roy;Cy Poe", "A-SECTION; Pg. A01", "34.0", "en"],
        ["Hafenblatt", "2012-02-27 21:50:00", "Eva Klein", "LOKALES; S. 14", "12.0", "de"],
        ["Le Port", "2019-03-03 00:00:00", "Luc Petit", "VILLE; p. 3", "10.0", "fr"],
        ["De Haven", "2006-03-14 00:00:00", "nan", "nan", "11.0", "nl"],
        ["Harbour Post", "2024-12-26 00:00:00", "nan", "nan", "9.0", "en"],
        ["Harbour Post", "2024-12-27 00:00:00", "nan", "nan", "nan", "en"],
        ["Harbour Post", "2024-12-28 00:00:00", "Ann Lee", "nan", "200.0", "en"],
    ]
    assert nexis.documents["published_precision"].tolist() == ["day", "day", "time", *["day"] * 5]
    assert set(nexis.documents["published_from"]) == {"file"}


def test_a_title_of_several_lines_one_with_a_number_and_none_at_all_are_told_apart(nexis):
    assert nexis.documents["title"].fillna("").tolist() == [
        "Bridge to close for a year while engineers look at every one of its four hundred bolts",
        "Rebuilding better after Covid-19, part 1",
        "Die Brücke bleibt zu",
        "Le pont reste fermé",
        "De brug blijft dicht",
        "",
        "Note found in tower is a bill",
        "Bill will be paid",
    ]


def test_wrapped_lines_are_running_paragraphs_and_a_date_inside_a_text_stays():
    text = clean_example("lexisnexis.txt").documents["text"].tolist()
    assert text[0] == (
        "The harbour council voted on Monday to close the old bridge for a year, and the mayor said the work would "
        "cost two million euros. Nobody on the council spoke against it.\n\n"
        '"We have no other choice," she said after the vote. "The bridge was built for horses."\n\n'
        "January 12, 1910\n\nThat is the date on its first stone."
    )
    assert text[-1] == "The council will pay the bill of 1910, but not the inter", "a last article that was cut off"


def test_a_text_that_quotes_the_mark_between_articles_is_not_cut_there(nexis):
    assert nexis.documents["text"].tolist()[1] == (
        "The town wants to build again. Its files are a mess: one page says\n\n3 of 9 DOCUMENTS\n\n"
        "in its middle, and nobody knows why."
    )


def test_a_byline_stands_in_no_text_and_what_is_left_out_has_its_reason(nexis):
    assert not nexis.documents["text"].str.contains("Ann Lee|Bob Roy|BYLINE|LENGTH|Copyright").any()
    reasons = {
        "Download Request": "cover page of the export",
        "1 of 9 DOCUMENTS": "number of the article in the export",
        "BYLINE: Ann Lee": "field of the database",
        "hundred bolts\n": "title, kept beside the text",
        "The mayor with a bolt": "field of the database",
        "Correction Appended": "field of the database",
        "LLC d/b/a": "copyright line",
        "Harbour Digital": "copyright line",
        "We are sorry": "error notice of the database",
    }
    assert {part: reason_of(nexis, part) for part in reasons} == reasons


def test_an_error_notice_is_no_document_and_is_counted(nexis):
    assert nexis.notes["note"].tolist() == ["export of LexisNexis, articles: 9", "error notices: 1"]


def test_an_undated_article_does_not_take_the_date_of_the_one_before():
    mark, fields = (
        "1 of 2 DOCUMENTS\n\nPost\n\n{}\n\nA title\n\nLENGTH: 3 words\n\nText of it.\n\n",
        "LANGUAGE: ENGLISH\n\n",
    )
    text = mark.format("May 3, 2020") + fields + mark.format("").replace("1 of", "2 of") + fields
    cleaned = clean_text(text, "lexisnexis")
    assert cleaned.documents["published"].isna().tolist() == [False, True]
    assert cleaned.notes["note"].tolist()[-1] == "articles without a date: 1"


def test_a_lone_article_without_a_mark_is_read_by_its_fields():
    text = (
        "Harbour Post\n\nMay 3, 2020 Sunday\n\nBridge closed\n\nSECTION: NEWS\n\nLENGTH: 9 words\n\nIt is shut.\n\n"
        "LOAD-DATE: May 4, 2020\n\nLANGUAGE: ENGLISH\n\nCopyright 2020 Harbour Ltd\n"
    )
    cleaned = clean_text(text)
    assert cleaned.documents[["title", "outlet", "text"]].values.tolist() == [
        ["Bridge closed", "Harbour Post", "It is shut."]
    ]


def test_nexis_uni_text_is_cut_at_the_end_of_each_document():
    article = (
        "{}\n\nThe Harbour Times\n\n26 December 2024\n\nCopyright 2024 Harbour Ltd All Rights Reserved\n\n"
        "Section: NEWS\n\nLength: 9 words\n\nByline: Ann Lee\n\nBody\n\n{}\n\nPerson: he was nobody.\n\n"
        "Classification\n\nLanguage: ENGLISH\n\nLoad-Date: December 27, 2024\n\nEnd of Document\n\n"
    )
    text = article.format("Covid-19 at sea, part 1", "A ship came.") + article.format("Ship leaves", "It went.")
    cleaned = clean_text("Job Number: 5\n\nDocuments (2)\n\n1. Covid-19 at sea, part 1\n\n" + text)
    assert cleaned.documents[["title", "author", "text"]].values.tolist() == [
        ["Covid-19 at sea, part 1", "Ann Lee", "A ship came.\n\nPerson: he was nobody."],
        ["Ship leaves", "Ann Lee", "It went.\n\nPerson: he was nobody."],
    ]
    assert reason_of(cleaned, "Job Number") == "cover page of the export"


def test_a_factiva_export_with_codes_gives_its_articles_and_words_that_look_like_codes_stay():
    cleaned = clean_example("factiva.txt")
    assert cleaned.documents[["title", "outlet", "author", "section", "words_stated"]].fillna("").values.tolist() == [
        ["Bridge to close for a year", "Harbour Post", "Ann Lee", "", 355],
        ["Le pont reste fermé", "Le Port", "", "Ville", 1065],
    ]
    assert cleaned.documents["published"].astype("str").tolist() == ["2024-09-20 15:32:00", "2019-03-03 00:00:00"]
    assert cleaned.documents["text"].tolist()[0].split("\n\n") == [
        "The harbour council voted on Monday to close the old bridge for a year.",
        "IN London nobody noticed.",
        '"It was built for horses," the mayor said. HD screens showed it.',
        "LA police were not asked.",
    ]
    assert reason_of(cleaned, "Results Found") == "search summary of the export"


def test_a_factiva_export_without_codes_gives_its_articles_in_three_languages():
    documents = clean_example("factiva_plain.txt").documents
    assert documents[["title", "outlet", "author", "language"]].fillna("").values.tolist() == [
        ["Bridge to close for a year, says council", "Harbour Post", "Ann Lee and Bob Roy", "en"],
        ["Die Brücke bleibt zu", "Hafenblatt", "Eva Klein", "de"],
        ["El puente sigue cerrado", "El Puerto", "", "es"],
    ]
    assert documents["section"].fillna("").tolist() == ["World News", "", ""]
    assert documents["text"].tolist()[2].endswith("Nadie habló en con"), "no footer of the page after a text cut off"


def test_a_proquest_export_keeps_full_texts_and_counts_records_without_one():
    cleaned = clean_example("proquest.txt")
    columns = ["title", "outlet", "author", "section", "country"]
    assert cleaned.documents[columns].fillna("").values.tolist() == [
        [
            "Bridge to close for a year. What now?",
            "The Harbour Post (Online)",
            "Ann Lee",
            "opinion/columnists",
            "Canada",
        ],
        ["Ferry fares rise", "Harbour Times", "Bob Roy", "", ""],
    ]
    assert cleaned.documents["published"].astype("str").tolist() == ["2024-09-20", "2022-03-09"]
    first = cleaned.documents["text"].tolist()[0].split("\n\n")
    assert len(first) == 5 and first[3].startswith("Subject: horses are gone")
    assert reason_of(cleaned, "CAPTION") == "caption"
    assert cleaned.notes["note"].tolist() == ["export of ProQuest, articles: 3", "articles without a text: 1"]


def test_records_of_ris_give_their_texts_authors_and_a_year_that_stays_a_year():
    documents = clean_example("proquest.ris").documents
    assert documents[["title", "author", "published_precision"]].fillna("").values.tolist() == [
        ["Bridge to close for a year", "Lee, Ann; Roy, Bob", "day"],
        ["Ferry fares rise", "", "year"],
    ]
    assert documents["text"].str.len().gt(40).all()


@pytest.mark.parametrize(
    "text",
    [
        "How the archive works\n\nThe old exports begin with a line such as\n1 of 2 DOCUMENTS\nand then come fields.",
        "Letter\n\nBYLINE: Ann Lee\n\nIt has a SECTION: field, it says. End of Document stands in a sentence.",
        "Full text: the speech of the mayor\n\nTitle: none.\n\nPublication title: nobody knows.",
        "HD is high definition.\n\nSN and PD are codes. LP\n\nAN old bridge. Document ABC has 355 words.",
        "TY  - is how a record begins, and ER  - is how it ends, the librarian said.",
    ],
)
def test_an_article_that_merely_mentions_such_fields_stays_an_article(text):
    assert recognise_format(text) == "article"


PIECES = (
    "1 of 2 DOCUMENTS|2 of 2 DOCUMENTS|January 11, 2010 Monday|BYLINE: Ann Lee|LENGTH: 3 words|LOAD-DATE: May 3, 2020|"
    "LANGUAGE: ENGLISH|GRAPHIC: a map|Copyright 2010 X|All Rights Reserved|BODY:|Body|End of Document|Classification|"
    "HD|HD  A title|PD 3 May 2020|SN  Post|LP|LP A text.|TD|AN Document ABCDEF00020240920ek9k|355 words|3 May 2020|"
    "Document ABCDEF00020240920ek9k0001x|Full text: A text. More.|Title: A|Subject: b|TY  - NEWS|T1  - A|N2  - A text.|"
    "ER  - |A line that is rather long and goes on and on until it is full of words.|short|\u200b| "
)
FRAGMENTS = st.sampled_from([*PIECES.split("|"), "_" * 60])


@settings(max_examples=40)
@given(st.lists(st.tuples(FRAGMENTS | st.text(max_size=8), st.sampled_from(["\n", "\n\n", "\r\n", "\n   "]))))
@example([("January 11, 2010 Monday", "\n"), ("End of Document", "\n")])
def test_every_character_of_any_export_is_in_one_span_or_one_removed_row(pieces):
    text = "".join(piece + end for piece, end in pieces)
    for form in FORMATS:
        cleaned = clean_text(text, form)
        runs = [*zip(cleaned.spans["source_start"], cleaned.spans["source_end"], strict=True)]
        runs = sorted([*runs, *zip(cleaned.removed["start"], cleaned.removed["end"], strict=True)])
        assert [start for start, _ in runs] == [0, *(end for _, end in runs)][: len(runs)]
        assert not runs or runs[-1][1] == len(text)


@pytest.mark.parametrize("name", ["lexisnexis.txt", "factiva.txt", "factiva_plain.txt", "proquest.txt", "proquest.ris"])
def test_four_times_as_many_articles_take_about_four_times_as_long(name):
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    form, seconds = format_module(recognise_format(text)), {}
    for copies in (50, 200):
        lines = split_lines(text * copies)
        seconds[copies] = min(seconds_of(lambda lines=lines: form.lay_out(lines)) for _ in range(3))
    assert seconds[200] < 10 * seconds[50]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("January 11, 2010 Monday", "2010-01-11"),
        ("May 3, 1999, Monday, Late Edition - Final", "1999-05-03"),
        ("Lundi 3 mars 2019", "2019-03-03"),
        ("27. Februar 2012 Montag", "2012-02-27"),
        ("14 maart 2006 dinsdag", "2006-03-14"),
        ("11 de enero de 2010 lunes", "2010-01-11"),
        ("20 сентября 2024", "2024-09-20"),
        ("Rebuilding better after Covid-19, part 1", None),
        ("Correction Appended", None),
        ("Volume 3 2010", None),
    ],
)
def test_a_line_that_opens_with_a_date_is_told_from_a_title_with_a_number(text, day):
    found = find_export_date(text)
    assert (found and str(found.when.date())) == day
    assert opens_with_date(text) is (day is not None)


HEAD_OF_ARTICLE = "    {number} of {total} DOCUMENTS\n\n\n    Post\n\n    May 3, 2020 Sunday\n\n"
TAIL_OF_ARTICLE = (
    "\n\nLOAD-DATE: May 4, 2020\n\nLANGUAGE: ENGLISH\n\n    Copyright 2020 X Ltd\n    All Rights Reserved\n\n"
)


@pytest.mark.parametrize(
    ("head", "title", "author"),
    [
        ("CORRECTION: The bridge\n\nLENGTH: 3 words", "CORRECTION: The bridge", None),
        ("January 6, 2021: a day\n\nBYLINE: Ann Lee\n\nLENGTH: 3 words", "January 6, 2021: a day", "Ann Lee"),
        ("Bridge shut\n\nMayor: no choice\n\nBYLINE: A B and C\nD, in London\n\nLENGTH: 3 words",
         "Bridge shut Mayor: no choice", "A B and C D, in London"),
        ("Bridge shut\n\nLENGTH: 3 words\n\nHIGHLIGHT: It is shut.", "Bridge shut", None),
    ],
)  # fmt: skip
def test_titles_that_look_like_fields_and_bylines_of_two_lines_are_read_whole(head, title, author):
    text = HEAD_OF_ARTICLE.format(number=1, total=1) + head + "\n\nText of three." + TAIL_OF_ARTICLE
    row = clean_text(text, "lexisnexis").documents.iloc[0]
    assert (row["title"], row.get("author"), row["text"]) == (title, author, "Text of three.")


def test_several_downloads_in_one_file_and_articles_picked_from_one_are_all_there():
    body = "Bridge shut\n\nLENGTH: 3 words\n\nText of three." + TAIL_OF_ARTICLE
    numbers = [(1, 1), (1, 1), (3, 7), (6, 7)]
    text = "".join(HEAD_OF_ARTICLE.format(number=number, total=total) + body for number, total in numbers)
    assert clean_text(text, "lexisnexis").documents["text"].tolist() == ["Text of three."] * 4
