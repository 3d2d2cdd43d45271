"""Tables in plain text: how cells are parted, encodings, torn rows, marks that are not closed, and texts."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables_of_tests import BRIDGE, CODEPAGE, EXAMPLES, FERRY, pages_of

from analysis.errors import InputError
from analysis.texts.readers.files import load_pages
from analysis.texts.readers.page import Content
from analysis.texts.readers.tables.decoding import Encoded, detect_encoding, split_pieces
from analysis.texts.readers.tables.dialect import detect_dialect, is_header, rate_table
from analysis.texts.readers.tables.records import split_records


def content_of(data, name="a.csv"):
    return Content(name, len(data), data[:65_536], lambda: BytesIO(data))


def records_of(text):
    data = text.encode("utf-8")
    pieces = split_pieces(content_of(data), Encoded("utf-8", "utf-8"))
    return list(split_records(pieces, detect_dialect(text)))


def test_an_example_of_each_kind_is_read_with_its_line_breaks_marks_and_commas():
    pages = load_pages(EXAMPLES / "articles.csv").pages
    assert pages["source"].tolist() == ["articles.csv#row=2", "articles.csv#row=3", "articles.csv#row=4"]
    assert pages["number"].tolist() == ["2", "3", "4"] and pages["format"].eq("story").all()
    assert pages["text"][0].endswith('for a year.\n\n"We have no choice," Ann Lee said.')
    assert pages["share"].tolist() == [0.5, 1.25, 2.0] and pages["encoding"].eq("utf-8").all()
    pages = load_pages(EXAMPLES / "artikel.csv").pages
    assert pages["encoding"].eq("cp1252").all() and pages["Anteil"].tolist() == [0.5, 1.25]
    assert pages["title"].tolist() == ["Brücke gesperrt", "Fähre fährt"] and "„Sie trägt" in pages["text"][1]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
@given(cells=st.lists(st.text("ab ,;|\"'\n\té—\u2028\x85", min_size=1, max_size=30), min_size=4, max_size=12))
def test_any_cells_come_back_letter_by_letter(delimiter, quoting, cells):
    rows = [["number", "text", "title"], *([str(at), cell, "end"] for at, cell in enumerate(cells))]
    out = StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=quoting).writerows(rows)
    assert [record.cells for record in records_of(out.getvalue())] == rows


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("cp1252", "cp1252"),
    ],
)
def test_encodings_are_found_on_the_whole_file(tmp_path, encoding, named):
    data = "id;text\r\n" + "".join(f'{n};"{BRIDGE}"\r\n' for n in range(900)) + f'900;"{CODEPAGE}"\r\n'
    pages, _, _ = pages_of(tmp_path, "a.csv", data.encode(encoding))
    assert len(pages) == 901 and pages[-1]["text"] == CODEPAGE and pages[0]["encoding"] == named


def test_a_file_with_one_broken_letter_is_read_and_it_is_said(tmp_path):
    rows = "".join(f'{n},"{CODEPAGE}"\n' for n in range(60))
    pages, _, notes = pages_of(tmp_path, "a.csv", f"id,text\n{rows}".encode() + b'60,"Die Br\xfccke und mehr davon"\n')
    assert len(pages) == 61 and pages[-1]["text"] == "Die Br\ufffdcke und mehr davon"
    assert "not utf-8 in 1 place, which stand as \ufffd" in notes


def test_a_file_put_together_of_two_encodings_is_read(tmp_path):
    rows = "".join(f'{n},"{CODEPAGE}"\n' for n in range(30))
    data = f"id,text\n{rows}".encode() + "".join(f'{n},"{CODEPAGE}"\n' for n in range(30, 60)).encode("cp1252")
    pages, _, _ = pages_of(tmp_path, "a.csv", data)
    assert [page["text"] for page in pages] == [CODEPAGE] * 60 and pages[0]["encoding"] == "utf-8 and cp1252"


def test_lines_that_hold_both_encodings_themselves_are_read_too(tmp_path):
    """Two lines are UTF-8, and two write ü in both ways within one line."""
    rows = [f'{n},"{CODEPAGE}"\n'.encode() for n in (1, 2)]
    rows += [f'{n},"{CODEPAGE} Für'.encode() + b' T\xfcren."\n' for n in (3, 4)]
    pages, _, _ = pages_of(tmp_path, "a.csv", b"id,text\n" + b"".join(rows))
    assert [page["text"] for page in pages] == [CODEPAGE] * 2 + [f"{CODEPAGE} Für Türen."] * 2
    assert pages[0]["encoding"] == "utf-8 and cp1252"


def test_replacement_letters_that_a_file_holds_are_no_sign_of_another_encoding():
    assert detect_encoding(content_of(("text\n" + "a\ufffdb\n" * 50).encode())) == Encoded("utf-8", "utf-8", 0)


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday, the bridge closed.\nToday, it opened.\n",
        "The bridge, they said, closed on Monday, and the mayor agreed, too.\n" * 5,
        "Ann, Bob, and Cora came.\nThey sat, ate, and left.\nNobody spoke, sang, or wept.\n",
        "One; two; three.\nFour; five; six.\nSeven; eight; nine.\n",
        '{"text": "json"}',
        "<p>text, title</p>",
    ],
)
def test_a_text_that_merely_holds_commas_stays_a_text(tmp_path, text):
    assert rate_table(text, "a.txt", True) < 0.5
    if ", " in text:
        assert rate_table(text, "a.csv", True) < 0.5


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("id,date,text\n", "a.txt"),
        (f'1;2024-01-02;"{BRIDGE}"\n2;2024-01-03;"{BRIDGE}"\n3;2024-01-04;"{BRIDGE}"\n', "a.txt"),
        (f'case|kind|words\n1|x|"{BRIDGE}"\n2|y|"{BRIDGE}"\n', "a.txt"),
        (f"first,second\n{FERRY},b\n", "a.csv"),
    ],
)
def test_a_table_is_known_by_its_names_or_values_and_the_ending_decides_in_doubt(text, name):
    assert rate_table(text, name, True) > 0.5


def test_a_first_row_of_values_is_no_header(tmp_path):
    assert is_header(["case", "what they wrote"]) and is_header(["id", "2019"])
    assert not is_header(["1", "x"]) and not is_header(["2024-01-02", "x"]) and not is_header(["A sentence.", "x"])
    data = "".join(f'{n},"{BRIDGE} {FERRY}",2024-01-0{n}\n' for n in (1, 2, 3))
    pages, _, notes = pages_of(tmp_path, "a.csv", data)
    assert len(pages) == 3 and pages[0]["source"] == "a.csv#row=1" and pages[0]["column 1"] == 1
    assert notes[0] == "its first line names no columns: they are called 'column 1', 'column 2', 'column 3' …"
    assert notes[1].startswith("text from 'column 2' (by its content), date from 'column 3' (by its content)")


def test_lines_above_the_header_and_a_named_delimiter_are_passed_over(tmp_path):
    pages, _, notes = pages_of(tmp_path, "a.csv", f"Export of May\n\nid;text;outlet\n1;{BRIDGE};A\n2;{FERRY};B\n")
    # the ferry's text holds a semicolon: its row is torn and refused
    assert [page["source"] for page in pages] == ["a.csv#row=4"] and "above the header, are not read" in notes[0]
    pages, _, _ = pages_of(tmp_path, "b.csv", f"sep=;\r\nid;text\r\n1;{BRIDGE}\r\n")
    assert pages[0]["text"] == BRIDGE and pages[0]["id"] == 1


def test_a_header_that_stands_again_within_a_file_is_no_text_and_is_counted(tmp_path):
    """Two tables put one after another, each with its mark of byte order and its header."""
    part = "\ufefftext,year\n{},{}\n"
    pages, _, notes = pages_of(tmp_path, "a.csv", part.format(f'"{BRIDGE}"', 2019) + part.format(f'"{FERRY}"', 2020))
    assert [(page["text"], page["published"].year) for page in pages] == [(BRIDGE, 2019), (FERRY, 2020)]
    assert [page["source"] for page in pages] == ["a.csv#row=2", "a.csv#row=4"]
    assert "the header stands again in 1 row, left out" in notes


def test_torn_rows_are_refused_with_their_line(tmp_path):
    data = f'id,text,outlet\n1,"{BRIDGE}\nMore.",A\n2,{BRIDGE},B\n3,"{FERRY}"\n4,"{FERRY}",C,,\n'
    pages, refused, _ = pages_of(tmp_path, "a.csv", data)
    assert [page["id"] for page in pages] == [1, 4]
    assert refused["reason"].tolist() == [
        "row 3 (line 4): 4 cells, not 3: put a text that holds ',' in quotation marks",
        "row 4 (line 5): 2 cells, not 3: put a text that holds ',' in quotation marks",
    ]


def test_a_mark_that_is_not_closed_takes_its_own_row_and_no_other(tmp_path):
    rows = [f'{n},"{BRIDGE} {n}"\n' for n in range(1, 31)]
    rows[5] = f'6,"{BRIDGE} 6\n'
    pages, refused, _ = pages_of(tmp_path, "a.csv", "id,text\n" + "".join(rows))
    assert [page["id"] for page in pages] == [n for n in range(1, 31) if n != 6]
    assert refused["source"].tolist() == ["a.csv#row=7"]
    assert refused["reason"].tolist() == ["row 7 (line 7): a quotation mark is not closed"]


@pytest.mark.parametrize("row", [f'6,"{BRIDGE} 6" he said\n', f'6,"{BRIDGE}" 6 "he" said\n', f'"6"a,"{BRIDGE} 6"\n'])
def test_text_behind_a_closed_mark_is_called_so_and_no_mark_that_is_not_closed(tmp_path, row):
    rows = [f'{n},"{BRIDGE} {n}"\n' for n in range(1, 31)]
    rows[5] = row
    pages, refused, _ = pages_of(tmp_path, "a.csv", "id,text\n" + "".join(rows))
    assert len(pages) == 29
    assert refused["reason"].tolist() == [
        "row 7 (line 7): text stands behind a closed quotation mark; marks within a text are doubled"
    ]


def test_a_mark_that_swallows_the_rest_of_a_file_is_said_with_its_lines(tmp_path):
    data = f'id,text\n1,"{BRIDGE}"\n2,"{FERRY}\n' + "Prose goes on here\n" * 5_000
    pages, refused, _ = pages_of(tmp_path, "a.csv", data)
    assert len(pages) == 1
    assert refused["reason"].tolist() == [
        "row 3 (line 3 to 5,003): it holds 5,001 lines: a quotation mark is not closed"
    ]


def test_marks_that_are_not_doubled_are_read_as_they_stand_and_said(tmp_path):
    data = (
        f'id,text\n1,"He said "no" to this, and left."\n2,"One.\n\nShe said "yes" at last.\n\nThree."\n3,"{BRIDGE}"\n'
    )
    pages, refused, notes = pages_of(tmp_path, "a.csv", data)
    assert [page["text"] for page in pages[:2]] == [
        'He said "no" to this, and left.',
        'One.\n\nShe said "yes" at last.\n\nThree.',
    ]
    assert refused.empty and notes[-1] == "quotation marks in 2 rows are not doubled: read as they stand"


def test_marks_with_a_backslash_are_read_too():
    text = "id,text\n" + "".join(f'{n},"He said \\"no\\", and {n}."\n' for n in range(4))
    assert records_of(text)[1].cells == ["0", 'He said "no", and 0.']


def test_a_mark_at_the_head_of_a_cell_encloses_nothing_where_each_line_is_a_row(tmp_path):
    data = f'id\ttext\tscore\n1\t"No" was her word, {BRIDGE}\t1\n2\t"{FERRY}\t2\n3\tShe said "no"\t3\n'
    pages, refused, _ = pages_of(tmp_path, "a.tsv", data)
    assert [page["id"] for page in pages] == [1, 2, 3] and refused.empty
    assert pages[2]["text"] == 'She said "no"'


def test_names_of_rows_without_a_name_as_r_writes_them_shift_no_column(tmp_path):
    pages, refused, _ = pages_of(tmp_path, "a.csv", f'"text","bias"\n"1","{BRIDGE}","left"\n"2","{FERRY}",NA\n')
    assert [(page["text"], page["column 1"]) for page in pages] == [(BRIDGE, 1), (FERRY, 2)] and refused.empty
    assert pages[0]["bias"] == "left"


def test_blanks_after_delimiters_belong_to_no_cell(tmp_path):
    pages, _, _ = pages_of(tmp_path, "a.csv", f'id, title, text\n1, Bridge, "{BRIDGE}"\n')
    assert (pages[0]["title"], pages[0]["text"]) == ("Bridge", BRIDGE)


def test_a_table_of_one_column_needs_no_marks_around_its_commas(tmp_path):
    pages, refused, _ = pages_of(tmp_path, "a.csv", f'text\nNo, thanks.\n{BRIDGE}\n"{FERRY}"\n')
    assert [page["text"] for page in pages] == ["No, thanks.", BRIDGE, FERRY] and refused.empty


def test_columns_without_a_name_or_with_one_that_stands_twice_are_named_and_said(tmp_path):
    pages, _, notes = pages_of(tmp_path, "a.csv", f'id,text,id,\n1,"{BRIDGE}",2,x\n')
    assert (pages[0]["id"], pages[0]["id (2)"], pages[0]["column 4"]) == (1, 2, "x")
    assert notes[0].endswith("are called 'id (2)', 'column 4'")


def test_a_formula_is_a_text(tmp_path):
    pages, _, _ = pages_of(tmp_path, "a.csv", "id,text\n1,\"=cmd|' /C calc'!A0\"\n2,+SUM(A1) said the minister\n")
    assert pages[0]["text"] == "=cmd|' /C calc'!A0"


def test_a_cell_that_no_text_has_is_refused_and_the_next_row_read(tmp_path):
    data = f'id,text\n1,"{"word " * 5_000_000}"\n2,{FERRY.replace(",", "")}\n3,"{"word " * 2_500_000}"\n'
    pages, refused, _ = pages_of(tmp_path, "a.csv", data)
    assert [page["id"] for page in pages] == [2]
    assert "a line of 25,000,005 characters: a cell holds 10,000,000 at most" in refused["reason"].iloc[0]
    assert "a cell of more than 10,000,000 characters" in refused["reason"].iloc[1]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "empty: the file has no bytes"),
        ("\n\n\n", "blank: the file holds nothing but blanks"),
        ("id,date,text\n", "a table without rows: it holds nothing, or a header alone"),
        ("id\ttext\n", "a table without rows"),
        (
            ",".join(f"c{n}" for n in range(20_000)) + "\n" + ",".join("1" * 20_000) + "\n",
            "20,000 columns: 10,000 are the most",
        ),
        (bytes(range(256)) * 300, "binary"),
    ],
)
def test_what_holds_no_rows_of_texts_says_so(tmp_path, data, message):
    with pytest.raises(InputError, match=message):
        pages_of(tmp_path, "a.csv", data)


def test_a_few_nul_bytes_spoil_no_table(tmp_path):
    pages, _, _ = pages_of(tmp_path, "a.csv", f'id,text\n1,"{BRIDGE}"\n2,"A\x00 {FERRY} {BRIDGE}"\n')
    assert pages[1]["text"] == f"A\x00 {FERRY} {BRIDGE}"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_is_rated_and_split_without_an_accident(text):
    assert 0 <= rate_table(text, "a.csv", True) <= 1
    if dialect := detect_dialect(text):
        pieces = split_pieces(content_of(text.encode("utf-8")), Encoded("utf-8", "utf-8"))
        for record in split_records(pieces, dialect):
            assert record.problem or len(record.cells) == dialect.width or not any(record.cells)
