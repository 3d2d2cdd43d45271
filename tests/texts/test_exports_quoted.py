"""An article that quotes an export is an article; an export with a line of its user's over it is an export."""

import pytest

from analysis.texts.readers import load_pages
from analysis.texts.readers.formats import format_module, recognise_format
from analysis.texts.readers.lines import split_lines
from processor_time import seconds_of

PROSE = (
    "The library teaches how to read its files. Nobody at the school had seen such a page before, the teacher said, "
    "and so she wrote one on the board.\n\n"
)
CLOSE = "\n\nThat is how the files look, and nobody should be afraid of them.\n"
EXPORTS = {
    "lexisnexis": (
        "     1 of 2 DOCUMENTS\n\n    Hill Gazette\n\n    May 3, 2020 Sunday\n\nHall sold\n\nBYLINE: Ann Lee\n\n"
        "LENGTH: 5 words\n\nThe hall was sold.\n\nLOAD-DATE: May 4, 2020\n\nLANGUAGE: ENGLISH"
    ),
    "proquest": (
        "Hall sold\n\nFull text: The hall was sold.\n\nTitle: Hall sold\n\nPublication title: Hill Gazette\n\n"
        "Publication date: May 3, 2020\n\nProQuest document ID: 77"
    ),
    "factiva": (
        "HD  Hall sold\n\nWC  5 words\n\nPD  3 May 2020\n\nSN  Hill Gazette\n\nLP\n\nThe hall was sold.\n\n"
        "AN  Document HILLGA0020200503eg5300001"
    ),
    "factiva plain": (
        "Hall sold\n\n5 words\n\n3 May 2020\n\nHill Gazette\n\nHILLGA\n\nEnglish\n\nCopyright 2020 Hill\n\n"
        "The hall was sold.\n\nDocument HILLGA0020200503eg5300001"
    ),
    "ris": "TY  - NEWS\nT1  - Hall sold\nN2  - The hall was sold.\nER  - ",
}  # fmt: skip
NEXIS_UNI = (
    "Hall sold\n\nHill Gazette\n\nMay 3, 2020\n\nSection: NEWS\n\nLength: 5 words\n\nBody\n\nThe hall was sold.\n\n"
    "Load-Date: May 4, 2020\n\nEnd of Document"
)
ALL = EXPORTS | {"lexisnexis uni": NEXIS_UNI}


@pytest.mark.parametrize("name", ALL)
def test_an_export_quoted_between_paragraphs_of_prose_leaves_the_page_an_article(name):
    assert recognise_format(ALL[name]) == name.split()[0]
    assert recognise_format("How to read files\n\n" + PROSE + ALL[name]) == "article"
    assert recognise_format("Files\n\n" + PROSE + ALL[name] + CLOSE) == "article"


@pytest.mark.parametrize("name", ["lexisnexis uni", "factiva plain", "proquest"])
def test_a_quoted_export_under_a_heading_and_before_a_sentence_leaves_the_page_an_article(name):
    assert recognise_format(ALL[name] + CLOSE) == "article"


NOTICES = (
    "Distributed by Hill and Valley Information Services of Hilltown.",
    "GRAPHIC:\n\nPhoto, the hall as it looked in 1910 when the king came to see it.",
    "DISCLAIMER: None.\n\nThey do not reflect the views of the publisher at all.",
)


@pytest.mark.parametrize("notice", NOTICES)
def test_notices_and_captions_after_the_fields_leave_a_lone_article_an_export(notice):
    assert recognise_format(EXPORTS["lexisnexis"] + "\n\n" + notice) == "lexisnexis"


@pytest.mark.parametrize("name", ["lexisnexis", "proquest"])
def test_a_long_title_with_full_stops_is_no_prose(name):
    title = "Hall sold for a song. What will the council do with the money of the town, and will the mayor tell it?"
    text = ALL[name].replace("     1 of 2 DOCUMENTS", "").replace("Hall sold", title, 1)
    assert recognise_format(text) == name


@pytest.mark.parametrize("name", ALL)
def test_three_whole_articles_under_a_note_of_the_user_are_an_export(name):
    assert recognise_format(PROSE + "\n\n".join([ALL[name]] * 3)) == name.split()[0]


@pytest.mark.parametrize("name", ALL)
def test_a_cover_page_and_a_footer_are_no_prose(name):
    cover = "Download Request: Current Document\n\nTerms: hall w/10 sold\n\nSent to: Lee, Ann\n\n"
    footer = "\n\nCopyright 2020 Hill Ltd. All Rights Reserved.\n\nPage 1 of 1\n"
    assert recognise_format(cover + ALL[name] + footer) == name.split()[0]


@pytest.mark.parametrize("name", ["lexisnexis", "lexisnexis uni", "factiva plain"])
@pytest.mark.parametrize("prose", [True, False])
def test_rich_text_that_quotes_an_export_is_one_page(name, prose, tmp_path):
    text = "Files\n\n" + PROSE + ALL[name] + CLOSE if prose else ALL[name]
    (tmp_path / "x.rtf").write_text("{\\rtf1\\ansi " + text.replace("\n\n", "\\par\n") + "}", encoding="ascii")
    sources = load_pages(tmp_path / "x.rtf").pages["source"].tolist()
    assert [source.endswith("x.rtf") for source in sources] == [prose]
    assert [source.endswith("x.rtf#article=01") for source in sources] == [not prose]


@pytest.mark.parametrize(
    "filler",
    [" " * 100_000, "\n" * 100_000, "Notes\n" * 10_000, "FULL TEXT\n" * 10_000, "A: b. " * 16_000],
)
@pytest.mark.parametrize("name", ALL)
def test_a_page_of_endless_blanks_or_headings_is_told_in_seconds(name, filler):
    text = filler + "\n\n" + ALL[name] + "\n\nClassification\n\n" + filler + "\n\nLanguage: ENGLISH\n"
    assert seconds_of(lambda: format_module(recognise_format(text)).lay_out(split_lines(text))) < 5
