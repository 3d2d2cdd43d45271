"""sources.csv in the forms that people keep it in, and outlets that are one."""

import pandas as pd
import pytest

from analysis import load_corpus
from analysis.errors import InputError
from analysis.texts.cleaning.outlets import unify_outlets
from analysis.texts.readers.sources import load_sources, match_files


def sources_of(folder, text, encoding="utf-8"):
    (folder / "sources.csv").write_bytes(text.encode(encoding))
    return load_sources(folder / "sources.csv")


def test_any_subset_of_columns_will_do_and_what_is_not_said_is_missing(tmp_path):
    table = sources_of(tmp_path, "file,outlet\na.txt,Example\nb.txt\n")
    assert table["outlet"].tolist()[0] == "Example" and table["outlet"].isna().tolist() == [False, True]
    assert table[["country", "language", "translated", "published", "url", "note"]].isna().all().all()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_delimiter_and_encoding_will_do(tmp_path, delimiter, encoding):
    text = "file,outlet,note\r\na.txt,Süddeutscher Anzeiger für Müller,Größe\r\n".replace(",", delimiter)
    assert sources_of(tmp_path, text, encoding)["outlet"].tolist() == ["Süddeutscher Anzeiger für Müller"]


@pytest.mark.parametrize(
    "header",
    ["File,Outlet,Date", "файл,издание,дата", "Datei,Quelle,Datum", "fichier,journal,date", "archivo,medio,fecha"],
)
def test_columns_are_known_in_five_languages(tmp_path, header):
    table = sources_of(tmp_path, f"{header}\na.txt,Example,2024-01-02\n")
    assert table[["file", "outlet"]].to_numpy().tolist() == [["a.txt", "Example"]]
    assert table["published"].tolist() == [pd.Timestamp("2024-01-02")]


def test_dates_are_read_as_news_write_them_and_settle_one_another(tmp_path):
    table = sources_of(tmp_path, "file,published\na,3 марта 2019\nb,25.02.2019\nc,01/02/2019\nd,2024-01\n")
    days = ["2019-03-03", "2019-02-25", "2019-02-01", "2024-01-01"]
    assert table["published"].tolist() == [pd.Timestamp(day) for day in days]
    assert table["published_precision"].tolist() == ["day", "day", "day", "month"]


def test_yes_and_no_are_read_in_five_languages(tmp_path):
    words = ["yes", "да", "ja", "oui", "sí", "no", "нет", "nein", "non"]
    table = sources_of(tmp_path, "file,translated\n" + "".join(f"{n},{word}\n" for n, word in enumerate(words)))
    assert table["translated"].tolist() == [True] * 5 + [False] * 4


def test_further_columns_are_kept_as_what_their_cells_are(tmp_path):
    table = sources_of(tmp_path, "file;party;share;public\na;left;1,5;true\nb;;2,25;false\n")
    assert table["party"].tolist()[0] == "left" and pd.isna(table["party"][1])
    assert table["share"].tolist() == [1.5, 2.25] and table["public"].tolist() == [True, False]


def test_all_that_is_wrong_is_one_error_with_its_lines(tmp_path):
    text = "file,published,translated\na,soon,maybe\n,2024-01-02,\nc,01/02/2019,yes\nd,2024-01-02,no,x\n"
    with pytest.raises(InputError) as error:
        sources_of(tmp_path, text)
    assert str(error.value).splitlines() == [
        "sources.csv: 5 things are wrong:",
        "  line 2: translated='maybe' is not one of ['yes', 'no']. Leave it empty if it is unknown",
        "  line 2: published='soon' is no date: write YYYY-MM-DD, or leave it empty",
        "  line 3 has no file: give the file's path under the corpus folder",
        "  line 4: published='01/02/2019' could be two days: write YYYY-MM-DD",
        "  line 5 has 4 cells, its header 3: put a text with commas in quotation marks",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file,text\na,b\n", "line 1: column 'text' is counted or read, and cannot be said of a file"),
        ("file,outlet,Outlet\na,b,c\n", r"line 1 names the columns \['outlet'\] more than once"),
        ("file,countri\na,b\n", "Did you mean 'country'.*Call a further column something else"),
        ('file,outlet\na,"b\n', "line 2 is not CSV"),
    ],
)
def test_a_column_that_cannot_be_used_is_an_error(tmp_path, text, message):
    with pytest.raises(InputError, match=message):
        sources_of(tmp_path, text)


def test_files_in_another_unicode_form_case_or_slash_are_the_same(tmp_path):
    sources = pd.DataFrame({"file": ["Cafe\u0301.txt", "Sub\\A.TXT", "./b.txt", "y", "gone.txt"]})
    there = ["Caf\u00e9.txt", "sub/a.txt", "b.txt", "y", "Y"]
    assert match_files(sources, there)["file"].tolist() == ["Caf\u00e9.txt", "sub/a.txt", "b.txt", "y", "gone.txt"]


def test_outlets_that_differ_in_case_and_blanks_get_their_commonest_spelling():
    outlets = ["bbc  news", "BBC News", None, "BBC News", "Times", "times"]
    documents = pd.DataFrame({"doc_id": list("abcdef"), "source": list("ABCDEF"), "outlet": outlets})
    unified, notes = unify_outlets(documents)
    assert unified["outlet"].tolist()[:2] == ["BBC News", "BBC News"] and pd.isna(unified["outlet"][2])
    assert unified["outlet"].tolist()[4:] == ["Times", "Times"]  # as common as each other: the one with the capital
    said = "2 outlets stand in several spellings and are taken as one each: BBC News (also as bbc  news 1), Times"
    assert notes.to_numpy().tolist() == [["A", f"{said} (also as times 1)"]]
    assert unify_outlets(documents.iloc[::-1])[0]["outlet"].tolist() == unified["outlet"].tolist()[::-1]


def test_a_spelling_with_capitals_stands_for_one_without_even_if_that_is_commoner():
    documents = pd.DataFrame({"source": list("ABC"), "outlet": ["thetimes", "thetimes", "The Times"]})
    unified, notes = unify_outlets(documents)
    assert unified["outlet"].tolist() == ["The Times"] * 3
    assert notes["note"].tolist() == [
        "1 outlet stands in several spellings and is taken as one each: The Times (also as thetimes 2)"
    ]


def test_no_outlets_are_joined_where_none_are_alike():
    documents = pd.DataFrame({"source": ["a", "b"], "outlet": ["One", "Two"]})
    unified, notes = unify_outlets(documents)
    assert unified["outlet"].tolist() == ["One", "Two"] and notes.empty


def test_a_line_of_sources_holds_for_its_file_in_another_case_and_with_other_slashes(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "Bridge.txt").write_text("The bridge closed on Monday. The ferry runs.")
    (tmp_path / "sources.csv").write_text("file,outlet\nsub\\bridge.TXT,The Example\n")
    corpus = load_corpus(tmp_path)
    assert corpus.documents["outlet"].tolist() == ["The Example"] and corpus.notes.empty


def test_the_kind_of_a_files_texts_may_be_said_and_is_named_among_the_columns(tmp_path):
    assert sources_of(tmp_path, "file,kind\na.txt,Post\nb.txt,\n")["kind"].dropna().tolist() == ["post"]
    assert sources_of(tmp_path, "file,Kind\na.txt,Post\nb.txt,\n")["kind"].dropna().tolist() == ["post"]
    with pytest.raises(InputError, match=r"line 3: kind='tweet' is not one of \['article', 'post'\]"):
        sources_of(tmp_path, "file,kind\na.txt,post\nb.txt,tweet\n")
    with pytest.raises(InputError, match=r"'note', 'kind'\]. Did you mean 'kind'"):
        sources_of(tmp_path, "file,kinds\na.txt,post\n")
    with pytest.raises(InputError, match=r"lacks the column 'file'; it takes .*'kind'\]"):
        sources_of(tmp_path, "name,outlet\na.txt,Example\n")
