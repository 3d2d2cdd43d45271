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
