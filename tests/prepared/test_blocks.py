"""Blocks are whole or not there, and a part gives the rows of its units alone."""

import numpy as np
import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.prepared.blocks import (
    UNIT,
    Slice,
    count_stored,
    has_block,
    hash_block,
    load_arrays,
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

    monkeypatch.setattr(np, "savez", fill)
    with pytest.raises(OSError, match="no space left"):
        write_block(tmp_path, "half", {"rows": rows("a"), "more": {"numbers": np.zeros(3)}})
    assert not has_block(tmp_path, "half") and list(tmp_path.iterdir()) == []


def test_who_comes_second_with_the_same_block_takes_the_first(tmp_path):
    write_block(tmp_path, "one", {"rows": rows("a")})
    write_block(tmp_path, "one", {"rows": rows("a")})
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_a_block_is_named_by_all_that_it_is_made_of():
    names = {hash_block("pages", *made_of) for made_of in ((1, "a"), (1, "b"), (2, "a"), ("1", "a"))}
    assert len(names) == 4 and hash_block("pages", {"b": 1, "a": 2}) == hash_block("pages", {"a": 2, "b": 1})


def test_arrays_come_back_as_they_were(tmp_path):
    write_block(tmp_path, "one", {"numbers": {"of": np.arange(3, dtype=np.uint32)}})
    assert load_arrays(tmp_path, "one", "numbers")["of"].dtype == np.uint32


def test_what_was_cleaned_away_while_it_was_in_use_is_said_with_the_remedy(tmp_path):
    for load in (lambda: load_tables(tmp_path, [Slice("gone")], "rows"), lambda: load_arrays(tmp_path, "gone", "rows")):
        with pytest.raises(InputError, match="was cleaned or prepared anew meanwhile: load it again"):
            load()
