"""JSON Lines of which a line is broken: that line is refused by its number, all the others are read."""

import gzip
import json

import pytest
from tables_of_tests import BRIDGE, FERRY, pages_of

from analysis.errors import InputError

SENTENCE = "The ferry was sold to a firm in the north."
ENDINGS = ("jsonl", "ndjson", "json")


def rows_of(count=100):
    return [json.dumps({"text": f"{BRIDGE} {FERRY}", "nr": nr}) for nr in range(1, count + 1)]


def lines_with(at, broken, count=100):
    lines = rows_of(count)
    lines[at - 1] = broken
    return "\n".join(lines)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("at", [1, 2, 3, 100])
@pytest.mark.parametrize("broken", ["{broken", "broken", '{"text":"cut', SENTENCE, "[broken", "}", "null", '{"a": 1}}'])
def test_a_broken_line_is_refused_wherever_it_stands(tmp_path, ending, at, broken):
    name = f"a.{ending}"
    pages, refused, _ = pages_of(tmp_path, name, lines_with(at, broken))
    assert [page["source"] for page in pages] == [f"{name}#line={nr}" for nr in range(1, 101) if nr != at]
    assert refused["source"].tolist() == [f"{name}#line={at}"] and refused["reason"][0].startswith("no ")


@pytest.mark.parametrize("ending", ENDINGS)
def test_several_broken_lines_at_the_beginning_are_refused_each(tmp_path, ending):
    lines = ["{broken", "broken", "{", *rows_of(10)]
    pages, refused, _ = pages_of(tmp_path, f"a.{ending}", "\n".join(lines))
    assert len(pages) == 10 and refused["source"].tolist() == [f"a.{ending}#line={nr}" for nr in (1, 2, 3)]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("first", ["\n{broken\n", "\ufeff{broken\n", "\ufeff\n\nbroken\n"])
def test_an_empty_first_line_and_a_mark_of_bytes_count_for_nothing(tmp_path, ending, first):
    pages, refused, _ = pages_of(tmp_path, f"a.{ending}", first + "\n".join(rows_of(10)))
    assert len(pages) == 10 and len(refused) == 1
    assert refused["source"][0].endswith(f"#line={first.count(chr(10))}")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_other_ends_of_lines_and_another_encoding_change_nothing(tmp_path, ending, end, codec):
    data = lines_with(1, "broken").replace("\n", end).encode(codec)
    pages, refused, _ = pages_of(tmp_path, f"a.{ending}", data)
    assert len(pages) == 99 and refused["source"].tolist() == [f"a.{ending}#line=1"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_packed_file_is_read_alike(tmp_path, ending):
    pages, refused, _ = pages_of(tmp_path, f"a.{ending}.gz", gzip.compress(lines_with(1, "{broken").encode()))
    assert len(pages) == 99 and len(refused) == 1 and "#line=1" in refused["source"][0]


@pytest.mark.parametrize("ending", ["jsonl", "ndjson"])
@pytest.mark.parametrize("broken", ["{broken", "broken"])
def test_lines_longer_than_a_files_head_behind_a_broken_one_are_read(tmp_path, ending, broken):
    lines = [broken, *(json.dumps({"text": BRIDGE * 1_000, "nr": nr}) for nr in (1, 2))]
    pages, refused, _ = pages_of(tmp_path, f"a.{ending}", "\n".join(lines))
    assert [page["nr"] for page in pages] == [1, 2] and len(refused) == 1


def test_a_broken_line_behind_one_that_is_longer_than_a_files_head_is_refused_alone(tmp_path):
    lines = [json.dumps({"text": BRIDGE * 1_000}), "{broken", *rows_of(3)]
    pages, refused, _ = pages_of(tmp_path, "a.json", "\n".join(lines))
    assert len(pages) == 4 and refused["source"].tolist() == ["a.json#line=2"]


def test_a_file_by_another_name_that_is_nearly_all_objects_is_no_prose(tmp_path):
    pages, refused, _ = pages_of(tmp_path, "a.txt", lines_with(1, "{broken"))
    assert len(pages) == 99 and refused["source"].tolist() == ["a.txt#line=1"]


@pytest.mark.parametrize(
    ("name", "indent"),
    [("a.json", None), ("a.json", 1), ("a.jsonl", 1)],  # on one line it is a line
)
def test_one_value_of_json_stays_one(tmp_path, name, indent):
    records = [{"text": BRIDGE, "by": {"name": "Ann Sol"}}, {"text": FERRY, "by": {"name": "Lea Dorn"}}]
    for value in (records, {"total": 2, "articles": records}):
        pages, refused, _ = pages_of(tmp_path, name, json.dumps(value, indent=indent))
        assert [page["text"] for page in pages] == [BRIDGE, FERRY] and refused.empty


def test_lines_of_which_none_is_whole_are_no_prose(tmp_path):
    with pytest.raises(InputError, match="holds no text that can be read"):
        pages_of(tmp_path, "a.jsonl", "{broken\n" * 20)


def test_an_array_or_an_object_whose_items_stand_a_line_each_stays_one(tmp_path):
    one, two = (json.dumps({"text": text}) for text in (BRIDGE, FERRY))
    for data in (
        f"[\n{one},\n{two}\n]",
        f"[{one}\n,{two}]",
        f"[\n{one}\n,\n{two}\n]",
        f'{{"items": [\n{one},\n{two}\n]}}',
    ):
        pages, refused, _ = pages_of(tmp_path, "a.json", data)
        assert [page["text"] for page in pages] == [BRIDGE, FERRY] and refused.empty


def test_prose_with_a_line_of_json_stays_prose(tmp_path):
    data = f"{SENTENCE}\n" + '{"port": 1}' + f"\n{SENTENCE}\n{SENTENCE}\n"
    pages, refused, _ = pages_of(tmp_path, "a.txt", data)
    assert len(pages) == 1 and refused.empty
