"""Blocks are whole or not there, and a part gives the rows of its units alone."""

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.prepared.blocks import (
    NOTE,
    UNIT,
    DamagedBlock,
    Slice,
    clear_damaged,
    count_stored,
    find_damaged,
    has_block,
    hash_block,
    list_blocks,
    load_tables,
    write_block,
)
from analysis.tables import make_table


def rows(*units):
    return pd.DataFrame({UNIT: list(units), "number": range(len(units))})


def test_a_table_comes_back_with_its_types_and_what_is_missing(tmp_path):
    documents = make_table(
        "documents", [{"doc_id": "a", "text": "Ä", "published": pd.Timestamp("2024-05-01"), "words": 1}]
    )
    write_block(tmp_path, "one", {"documents": documents})
    pd.testing.assert_frame_equal(load_tables(tmp_path, [Slice("one")], "documents"), documents)


def test_slices_give_their_units_in_the_order_of_the_slices(tmp_path):
    write_block(tmp_path, "old", {"rows": rows("a", "b", "b", "c")})
    write_block(tmp_path, "new", {"rows": rows("b")})
    part = [Slice("old", ("a",)), Slice("new"), Slice("old", ("c",))]
    assert load_tables(tmp_path, part, "rows")["number"].tolist() == [0, 0, 3]
    assert load_tables(tmp_path, part, "rows", [UNIT], drop=False)[UNIT].tolist() == ["a", "b", "c"]
    assert count_stored(tmp_path, ["old", "new"], "rows") == 5


def test_a_block_that_breaks_off_is_not_there(tmp_path, monkeypatch):
    def fill(*_, **__):
        raise OSError("no space left")

    monkeypatch.setattr("pathlib.Path.write_text", fill)  # the note, which comes last
    with pytest.raises(OSError, match="no space left"):
        write_block(tmp_path, "half", {"rows": rows("a"), "more": rows("b")})
    assert not has_block(tmp_path, "half") and list(tmp_path.iterdir()) == []


def test_who_comes_second_with_the_same_block_takes_the_first(tmp_path):
    write_block(tmp_path, "one", {"rows": rows("a")})
    write_block(tmp_path, "one", {"rows": rows("a")})
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_a_block_is_named_by_all_that_it_is_made_of():
    names = {hash_block("pages", *made_of) for made_of in ((1, "a"), (1, "b"), (2, "a"), ("1", "a"))}
    assert len(names) == 4 and hash_block("pages", {"b": 1, "a": 2}) == hash_block("pages", {"a": 2, "b": 1})


def test_what_was_cleaned_away_while_it_was_in_use_is_said_with_the_remedy(tmp_path):
    with pytest.raises(InputError, match="was cleaned or prepared anew meanwhile: load it again"):
        load_tables(tmp_path, [Slice("gone")], "rows")


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


DAMAGES = {
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-9]),
    "empty": lambda path: path.write_bytes(b""),
    "one bit": flip,
    "gone": lambda path: path.unlink(),
    "another table": lambda path: path.write_bytes(path.with_name("other.parquet").read_bytes()),
    "no note": lambda path: path.with_name(NOTE).unlink(),
    "half a note": lambda path: path.with_name(NOTE).write_text('{"rows": [12'),
    "an odd note": lambda path: path.with_name(NOTE).write_text('{"rows": 3}'),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_table_that_is_not_as_it_was_written_is_never_read(damage, tmp_path):
    for block in ("one", "two"):
        write_block(tmp_path, block, {"rows": rows("a", "b"), "other": rows("c")})
    DAMAGES[damage](tmp_path / "one" / "rows.parquet")
    with pytest.raises(DamagedBlock, match="is damaged: load it again, and it is made anew"):
        load_tables(tmp_path, [Slice("two"), Slice("one")], "rows")
    with pytest.raises(DamagedBlock):
        count_stored(tmp_path, ["one"], "rows")
    assert find_damaged(tmp_path, ["one", "two", "not there"]) == ["one"]
    clear_damaged(tmp_path, ["one"])
    assert list_blocks(tmp_path) == ["two"] and not has_block(tmp_path, "one")


def test_of_many_bytes_only_the_sizes_are_looked_at(tmp_path):
    write_block(tmp_path, "one", {"rows": rows("a", "b")})
    size = (tmp_path / "one" / "rows.parquet").stat().st_size
    flip(tmp_path / "one" / "rows.parquet")
    assert find_damaged(tmp_path, ["one"], size) == ["one"] and not find_damaged(tmp_path, ["one"], size - 1)
    (tmp_path / "one" / "rows.parquet").write_bytes(b"x")
    assert find_damaged(tmp_path, ["one"], size - 1) == ["one"]
