"""JSON, Parquet and spreadsheets: the same rows whatever file they come in, and what is broken in each kind."""

import json
from io import BytesIO

import pandas as pd
import pytest
from tables_of_tests import BRIDGE, EXAMPLES, FERRY, pages_of, sheet_of_libreoffice, workbook

from analysis.errors import InputError
from analysis.texts.readers.containers import containers, list_tables, recognise_container
from analysis.texts.readers.files import load_pages
from analysis.texts.readers.page import Content
from analysis.texts.readers.tables.json_arrays import find_records, split_array
from analysis.texts.readers.tables.json_cells import make_cells, make_decoder

RECORDS = [{"text": BRIDGE, "bias": "left"}, {"text": FERRY, "bias": "right"}]


def parquet(frame):
    out = BytesIO()
    frame.to_parquet(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("articles.csv", "table in plain text", "#row=2"),
        ("records.json", "JSON", "#item=1"),
        ("articles.parquet", "Parquet", "#row=1"),
        ("articles.xls", "spreadsheet", "#Articles!2"),
        ("articles.xlsx", "spreadsheet", "#Articles!4"),
    ],
)
def test_the_same_rows_come_of_every_kind_of_file_whatever_it_is_called(tmp_path, name, kind, place):
    data = (EXAMPLES / name).read_bytes()
    content = Content("file", len(data), data[:65_536], lambda: BytesIO(data))
    assert recognise_container(content) == kind
    pages, refused, _ = pages_of(tmp_path, "file", data)
    wanted = load_pages(EXAMPLES / "articles.csv").pages
    assert pages[0]["source"] == f"file{place}" and refused.empty
    got = pd.DataFrame(pages[:3])
    for column in ("text", "title", "outlet", "published", "published_precision", "url", "id", "bias", "share"):
        assert got[column].tolist() == wanted[column].tolist(), column


def test_no_kind_of_json_is_so_sure_that_an_export_of_its_own_kind_cannot_go_before():
    for data in (b'[{"text": "a"}]', b'{"text": "a"}\n{"text": "b"}\n', b'{"messages": [{"text": "a"}]}'):
        content = Content("a.jsonl", len(data), data, lambda data=data: BytesIO(data))
        assert max(containers()[name].recognise_kind(content) for name in ("JSON", "JSON Lines")) < 0.9


# --- JSON


def test_json_lines_have_their_line_and_nested_keys_are_joined():
    pages, refused, notes, _ = load_pages(EXAMPLES / "articles.jsonl")
    assert pages["source"].tolist() == [f"articles.jsonl#line={n}" for n in (1, 2, 3)] and refused.empty
    assert pages["outlet"].tolist() == ["The Daily Example", "The Daily Example", "Evening Sample"]
    assert pages["tags"].eq("bridge; city").all() and pages["country"].eq("GB").all()
    assert "outlet from 'source.name'" in notes["note"][0] and pages["published_precision"].eq("time").all()


@pytest.mark.parametrize(
    "document",
    [
        RECORDS,
        {"status": "ok", "articles": RECORDS},
        {"response": {"docs": RECORDS, "facets": [{"name": "a"}]}},
        {"columns": ["text", "bias"], "index": [0, 1], "data": [[BRIDGE, "left"], [FERRY, "right"]]},
        {"text": {"0": BRIDGE, "1": FERRY}, "bias": {"0": "left", "1": "right"}},
        {"0": RECORDS[0], "1": RECORDS[1]},
        {"text": [BRIDGE, FERRY], "bias": ["left", "right"]},
        [["text", "bias"], [BRIDGE, "left"], [FERRY, "right"]],
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_records_are_found_wherever_they_lie_in_a_document(tmp_path, document, indent):
    pages, _, _ = pages_of(tmp_path, "a.json", json.dumps(document, indent=indent))
    assert [(page["text"], page["bias"]) for page in pages] == [(BRIDGE, "left"), (FERRY, "right")]


def test_a_document_with_more_text_than_any_array_in_it_is_one_record(tmp_path):
    document = {"title": "Bridge", "text": BRIDGE, "entities": {"persons": [{"name": "Ann Lee"}, {"name": "Bob Roy"}]}}
    pages, _, _ = pages_of(tmp_path, "a.json", json.dumps(document))
    assert [(page["text"], page["entities.persons"]) for page in pages] == [(BRIDGE, "Ann Lee; Bob Roy")]


def test_an_array_of_texts_is_a_table_of_one_column(tmp_path):
    assert [page["text"] for page in pages_of(tmp_path, "a.json", json.dumps([BRIDGE, FERRY]))[0]] == [BRIDGE, FERRY]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_an_array_is_the_same_in_pieces_of_any_size(size):
    items = [{"a": 'x "y" [', "b": [1, {"c": 2.5}]}, 12, 345.5, "é\n", None, []]
    text = json.dumps(items, indent=1)
    pieces = iter([text[at : at + size] for at in range(0, len(text), size)])
    assert list(split_array(pieces, make_decoder())) == items


def test_cells_of_a_record_are_plain_values():
    record = {"a": {"b": {"c": 1}}, "d": [], "e": [{"name": "x"}, {"name": "y"}], "f": [[1], [2]], "g": {}}
    assert make_cells(record) == {"a.b.c": 1, "d": None, "e": "x; y", "f": "[[1], [2]]", "g": None}
    assert find_records({"one": {"text": BRIDGE}}) == [{"one": {"text": BRIDGE}}]


def test_broken_lines_are_refused_and_the_others_read(tmp_path):
    lines = [json.dumps(RECORDS[0]), '{"text": broken}', "", "[1, 2]", '{"a": ' * 5_000 + "1" + "}" * 5_000]
    pages, refused, _ = pages_of(tmp_path, "a.jsonl", "\n".join([*lines, json.dumps(RECORDS[1])]))
    assert [page["source"] for page in pages] == ["a.jsonl#line=1", "a.jsonl#line=6"]
    assert refused["source"].tolist() == [f"a.jsonl#line={n}" for n in (2, 4, 5)]
    assert refused["reason"][0].startswith("no JSON: Expecting value") and "too deep" in refused["reason"][2]


def test_a_line_separator_within_a_text_ends_no_line(tmp_path):
    records = [{"text": f"One.\u2028{BRIDGE}\x85"}, {"text": FERRY}]
    data = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    assert [page["text"] for page in pages_of(tmp_path, "a.jsonl", data)[0]] == [f"One.\u2028{BRIDGE}\x85", FERRY]


def test_lines_longer_than_a_files_head_are_lines_all_the_same(tmp_path):
    data = "\n".join(json.dumps({"text": BRIDGE * 1_000, "nr": n}) for n in (1, 2))
    assert [page["nr"] for page in pages_of(tmp_path, "a.json", data)[0]] == [1, 2]


def test_objects_that_stand_one_after_another_over_several_lines_are_records(tmp_path):
    """As `jq` writes them; where one breaks off, those before it stay."""
    data = "\n".join(json.dumps(record, indent=1) for record in RECORDS)
    pages, refused, _ = pages_of(tmp_path, "a.json", data)
    assert [(page["source"], page["bias"]) for page in pages] == [("a.json#item=1", "left"), ("a.json#item=2", "right")]
    assert refused.empty
    pages, refused, _ = pages_of(tmp_path, "a.json", data + '\n{"text": "x')
    assert len(pages) == 2 and refused["source"].tolist() == ["a.json#item=3"]
    assert pages_of(tmp_path, "a.json", json.dumps(RECORDS[0]) + json.dumps(RECORDS[1]))[0][1]["text"] == FERRY


def test_an_array_that_breaks_off_gives_what_stands_before(tmp_path):
    pages, refused, _ = pages_of(tmp_path, "a.json", json.dumps(RECORDS)[:-20])
    assert [page["text"] for page in pages] == [BRIDGE]
    assert refused["source"].tolist() == ["a.json#item=2"] and "is not read" in refused["reason"][0]


def test_keys_without_end_are_not_all_kept_and_it_is_said(tmp_path):
    records = [{"text": BRIDGE, **{f"k{n}.{at}": 1 for at in range(2_000)}} for n in range(7)]
    pages, _, notes = pages_of(tmp_path, "a.json", json.dumps(records))
    assert len(pages) == 7 and len(pages[0]) < 320
    assert notes[-1] == "of its 10,000 or more columns 300 are kept beside those that are used"


def test_nan_is_missing_and_a_key_that_stands_twice_is_said(tmp_path):
    data = f'[{{"text": "{BRIDGE}", "x": NaN, "y": -Infinity, "z": 1, "z": 2}}]'
    pages, _, notes = pages_of(tmp_path, "a.json", data)
    assert "x" not in pages[0] and "y" not in pages[0] and pages[0]["z"] == 1
    assert notes[-1] == "a key stands twice in 1 object: the first one counts"


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_half_of_a_character_is_a_replacement_character_in_any_cell_and_counted(tmp_path, name):
    """JSON may write one half of \U0001f600 alone; the second record has the whole of it."""
    others = r'"title": "\ude00x", "tags": ["\ud83d", "b"], "k\ud83d": "\ud83d", "n": 1'
    rows = [f'{{"text": "{BRIDGE} \\ud83d", {others}}}', f'{{"text": "{FERRY} \\ud83d\\ude00", "n": 2}}']
    pages, _, notes = pages_of(tmp_path, name, "\n".join(rows) if name == "a.jsonl" else f"[{','.join(rows)}]")
    assert [page["text"] for page in pages] == [f"{BRIDGE} \ufffd", f"{FERRY} \U0001f600"]
    first = [pages[0][column] for column in ("title", "tags", "k\ufffd")]
    assert first == ["\ufffdx", "\ufffd; b", "\ufffd"]
    assert notes[-1] == "half of a character stands in 1 row, read as \ufffd"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("[" * 100_000, "lists and objects stand too deep in one another"),
        ('[{"a":' + "[" * 100_000, "too deep"),
        ('{"a":' * 100_000, "too deep"),
        ("[]", "a table without rows"),
        ("{}", "a table without rows"),
        ('{"name": "x", "version": "1"}', r"no column is plainly the text \(columns 'name', 'version'\)"),
        ('{"text": "a"', "no JSON: Expecting"),
        ('{"text": "a"} and more', "no JSON: Extra data"),
        ("null", "JSON without records: give an array of objects, one object a text"),
        (" 12.5e3\n", "JSON without records"),
        ("[1, 2,\n3]", "no object: one object a text"),
    ],
)
def test_json_without_texts_says_what_it_lacks(tmp_path, data, message):
    with pytest.raises(InputError, match=message):
        pages_of(tmp_path, "a.json", data)


@pytest.mark.parametrize(
    "text", ['[Photo] The man said "yes".', "{A note} and a text.", '["We go," she said] and went.']
)
def test_a_text_in_brackets_is_no_json(tmp_path, text):
    assert pages_of(tmp_path, "a.json", text)[0][0]["format"] == "article"


# --- Parquet


def test_nested_cells_times_and_missing_texts_of_parquet(tmp_path):
    frame = pd.DataFrame(
        {
            "body": [BRIDGE, None],
            "when": pd.to_datetime(["2024-01-02 10:00", "2024-01-03 11:00"], utc=True),
            "tags": [["a", "b"], []],
            "paper": [{"publisher": "Example"}, {"publisher": "Other"}],
            "kind_of": pd.Categorical(["x", "y"]),
        }
    )
    pages, refused, _ = pages_of(tmp_path, "a.parquet", parquet(frame))
    assert (pages[0]["outlet"], pages[0]["tags"], pages[0]["kind_of"]) == ("Example", "a; b", "x")
    assert pages[0]["published"] == pd.Timestamp("2024-01-02 10:00") and pages[0]["published_precision"] == "time"
    assert refused["source"].tolist() == ["a.parquet#row=2"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PAR1" + b"x" * 100 + b"PAR1", "a broken Parquet table"),
        (parquet(pd.DataFrame({"text": pd.Series([], dtype="str")})), "a table without rows"),
        (parquet(pd.DataFrame({"a": [1]})), "no column is plainly the text"),
        (parquet(pd.DataFrame({"text": [BRIDGE]}))[:-30], "a broken Parquet table"),
    ],
)
def test_parquet_that_gives_no_text_says_why(tmp_path, data, message):
    with pytest.raises(InputError, match=message):
        pages_of(tmp_path, "a.csv", data)


# --- spreadsheets


def test_every_sheet_with_texts_is_read_and_the_others_are_said():
    pages, _, notes, _ = load_pages(EXAMPLES / "articles.xlsx")
    assert pages["source"].tolist() == [
        f"articles.xlsx#{place}" for place in ("Articles!4", "Articles!5", "Articles!6", "More!2")
    ]
    assert pages["number"].tolist() == ["Articles-4", "Articles-5", "Articles-6", "More-2"]
    said = notes["note"].tolist()
    assert "its header is row 3: what stands above is not read" in said
    assert any(note.startswith("sheet 'Codes': no column is plainly the text") for note in said)


def test_a_sheet_of_libreoffice_is_read_too():
    pages = load_pages(EXAMPLES / "articulos.ods").pages
    assert pages["title"].tolist() == ["Cierran el puente", "Habrá un ferri"] and pages["outlet"].eq("El Ejemplo").all()
    assert pages["published"].tolist() == [pd.Timestamp("2024-01-15"), pd.Timestamp("2024-02-03")]


def test_a_text_that_excel_cut_off_is_said(tmp_path):
    long = ("word " * 7_000)[:32_767]
    _, _, notes = pages_of(tmp_path, "a.xlsx", workbook(("S", [["text"], [long], [BRIDGE]])))
    assert notes[-1] == "texts of 1 row end at 32,767 characters: Excel cut them off"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (workbook(("S", [["id", "text"]])), "sheet 'S': a table without rows"),
        (workbook(("S", [])), "sheet 'S': empty"),
        (workbook(("S", [["a"], [1]])), r"sheet 'S': no column is plainly the text \(columns 'a'\)"),
        (workbook(("S", [["text"], [BRIDGE]]))[:-200], "a broken spreadsheet"),
        (workbook(("S", [["text"], [("XFD1048576", BRIDGE)]])), "huge: a sheet of 17,179,869,184 cells"),
        (sheet_of_libreoffice(rows=1_000_000, columns=1_000), "huge: a sheet of 1,000,000,000 cells"),
        (b"PK\x03\x04xl/" + b"x" * 500, "a broken spreadsheet"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 2_000, "a broken spreadsheet"),
    ],
)
def test_a_spreadsheet_that_gives_no_text_says_why(tmp_path, data, message):
    with pytest.raises(InputError, match=message):
        pages_of(tmp_path, "a.xls", data)


def test_a_column_asked_for_is_looked_for_on_every_sheet(tmp_path):
    data = workbook(("A", [["nr", "words"], [1, BRIDGE]]), ("B", [["nr"], [2]]))
    pages, _, notes = pages_of(tmp_path, "a.xlsx", data, text="words")
    assert [page["source"] for page in pages] == ["a.xlsx#A!2"] and any("not one of ['nr']" in note for note in notes)
    with pytest.raises(InputError, match=r"text='wrods' is not one of .*Did you mean 'words'"):
        pages_of(tmp_path, "b.xlsx", data, text="wrods")


def test_kinds_that_are_tables_are_known_by_what_gathers_their_rows():
    assert list_tables() == {"feed", "JSON", "JSON Lines", "Parquet", "spreadsheet", "table in plain text"}
