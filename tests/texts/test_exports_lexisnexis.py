"""Exports of LexisNexis: fields between the head and a short text, and labels in other languages."""

import pytest

from analysis.tables import make_table
from analysis.texts.cleaning import clean_pages
from analysis.texts.readers.formats import recognise_format

TAIL = "\n\nLOAD-DATE: May 4, 2020\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n"


def clean_text(text):
    form = recognise_format(text)
    row = {"source": "x.txt", "format": form, "text": text, "encoding": "utf-8", "bytes": 1, "number": None}
    return clean_pages(make_table("pages", [row]))


def write_article(fields, body, number=1, tail=TAIL):
    head = f"    {number} of 2 DOCUMENTS\n\n\n    Hill Gazette\n\n    May 3, 2020 Sunday\n\nMarket hall sold\n\n"
    return f"{head}SECTION: TOWN; Pg. 2\n\nLENGTH: 9 words\n\n{fields}\n\n{body}{tail}"


@pytest.mark.parametrize(
    "fields",
    [
        "DATELINE: HILLTOWN",
        "DATELINE: HILLTOWN\n\nCORRECTION: The hall has two doors.",
        "CORRECTION: The hall has two doors.\nIt has no windows.",
        "TYPE: Report\n\nDATELINE: HILLTOWN",
        "LANGUAGE: ENGLISH\n\nSERIES: Old halls",
        "GRAPHIC: A door",
        "NOTES: Bob Roy was there, too.",
        "DISTRIBUTION: National",
    ],
)
def test_a_field_between_the_length_and_a_text_of_one_paragraph_leaves_the_text(fields):
    text = write_article(fields, "The hall was sold on Friday.") + write_article("DATELINE: HILLTOWN", "No.", 2)
    cleaned = clean_text(text)
    assert cleaned.documents["text"].tolist() == ["The hall was sold on Friday.", "No."]
    assert cleaned.documents["title"].tolist() == ["Market hall sold"] * 2
    assert cleaned.notes["note"].tolist() == ["export of LexisNexis, articles: 2"]


def test_captions_and_corrections_after_a_text_still_go_with_the_fields():
    tail = "\n\nCORRECTION-DATE: May 6, 2020\n\nCORRECTION: It has two doors.\n\nGRAPHIC: The hall\n\nA door" + TAIL
    cleaned = clean_text(
        write_article("DATELINE: HILLTOWN", "The hall was sold.", 1, tail) + write_article("", "No.", 2)
    )
    assert cleaned.documents["text"].tolist() == ["The hall was sold.", "No."]


def test_an_article_of_fields_alone_is_counted_as_one_without_a_text():
    cleaned = clean_text(write_article("GRAPHIC: A door", "") + write_article("", "The hall was sold.", 2))
    assert cleaned.notes["note"].tolist()[-1] == "articles without a text: 1"


LABELS = {
    "de": ("AUTOR", "RUBRIK", "LÄNGE", "LADEDATUM", "SPRACHE: GERMAN; DEUTSCH", "PUBLIKATIONSTYP", "FIRMA"),
    "fr": ("AUTEUR", "RUBRIQUE", "LONGUEUR", "DATE-DE-CHARGEMENT", "LANGUE: FRENCH", "TYPE-DE-PUBLICATION", "VILLE"),
    "es": ("AUTOR", "SECCIÓN", "LONGITUD", "FECHA-CARGA", "IDIOMA: SPANISH", "TIPO-DE-PUBLICACIÓN", "MATERIA"),
    "nl": ("AUTEUR", "RUBRIEK", "LENGTE", "LAAD-DATUM", "TAAL: DUTCH", "PUBLICATIE-TYPE", "ONDERWERP"),
    "it": ("AUTORE", "SEZIONE", "LUNGHEZZA", "DATA-CARICAMENTO", "LINGUA: ITALIAN", "TIPO-PUBBLICAZIONE", "ARGOMENTO"),
    "pt": (
        "AUTOR",
        "SEÇÃO",
        "COMPRIMENTO",
        "DATA-DE-CARREGAMENTO",
        "IDIOMA: PORTUGUESE",
        "TIPO-DE-PUBLICAÇÃO",
        "ASSUNTO",
    ),
}


@pytest.mark.parametrize("code", LABELS)
def test_labels_in_other_languages_are_fields_and_no_text(code):
    author, section, length, loaded, language, kind, subject = LABELS[code]
    article = (
        "    {} of 2 DOCUMENTS\n\n\n    Hill\n\n    2020-05-03\n\nHall\n\n"
        + f"{author}: Ann Lee\n\n{section}: TOWN\n\n"
        f"{length}: 5 words\n\nBrzl mnop.\n\n{subject}: Halls\n\n{loaded}: 2020-05-04\n\n{language}\n\n"
        f"{kind}: Press\n\n"
    )
    documents = clean_text(article.format(1) + article.format(2)).documents
    columns = ["title", "author", "section", "words_stated", "language", "text"]
    assert documents[columns].values.tolist() == [["Hall", "Ann Lee", "TOWN", 5, code, "Brzl mnop."]] * 2


def test_links_and_notes_that_the_database_adds_are_no_text_and_such_words_in_a_text_stay():
    article = (
        "Hall sold\nHill Gazette\nMay {}, 2020\n\nSection: NEWS\nLength: 9 words\nBody\n\nThe hall was sold.\n"
        "Link to Image\n\nNotes\n\nBob Roy took some. Link to the town is a road.\n{}Classification\n\n\n"
        "Language: ENGLISH\nLoad-Date: May 4, 2020\n\n\nEnd of Document\n\n\n"
    )
    note = "Notes\n\nThis article was amended on 12 May by the desk.\n"
    cleaned = clean_text(article.format(3, "It is late.\n\nIt is dark.\n" + note) + article.format(4, note))
    assert [text.split("\n\n")[-1] for text in cleaned.documents["text"]] == [
        "It is dark.",
        "Bob Roy took some. Link to the town is a road.",
    ]
    assert not cleaned.documents["text"].str.contains("Image|amended").any()


def test_a_paragraph_that_begins_like_a_field_before_others_of_the_text_stays_with_them():
    text = write_article("", "It was sold.\n\nUPDATE: It was sold again.\n\nNobody came.") + write_article("", "No.", 2)
    assert clean_text(text).documents["text"].tolist() == [
        "It was sold.\n\nUPDATE: It was sold again.\n\nNobody came.",
        "No.",
    ]


def test_what_a_last_field_says_in_paragraphs_of_its_own_is_no_text():
    tail = TAIL + "DISCLAIMER: None.\n\nIt says nothing of its publisher.\n\n"
    text = write_article("", "It was sold.", 1, tail) + write_article("", "No.", 2, tail)
    assert clean_text(text).documents["text"].tolist() == ["It was sold.", "No."]


def test_a_field_may_say_its_value_on_the_next_line_and_an_edition_stand_apart_from_the_date():
    head = (
        "    1 of 1 DOCUMENTS\n\n\nHill Gazette\n\nMay 3, 2020 Sunday\n\nLate Edition - Final\n\nMarket hall sold\n\n"
    )
    fields = "BYLINE: \n\nAnn Lee\n\nSECTION:\n\nTOWN; Pg. 2\n\nLENGTH: 9 words\n\n"
    cleaned = clean_text(f"{head}{fields}It was sold on Friday.\n\nNobody came.{TAIL}")
    document = cleaned.documents.iloc[0]
    assert document["text"] == "It was sold on Friday.\n\nNobody came."
    assert [document[name] for name in ("title", "author", "section", "words_stated", "edition")] == [
        "Market hall sold", "Ann Lee", "TOWN; Pg. 2", 9, "Late Edition - Final",
    ]  # fmt: skip
    assert str(document["published"])[:10] == "2020-05-03"


def test_a_headline_that_ends_in_edition_stays_one():
    text = write_article("DATELINE: HILLTOWN", "It was sold.").replace(
        "Market hall sold", "Paper stops evening edition"
    )
    assert clean_text(text).documents["title"].tolist() == ["Paper stops evening edition"]
