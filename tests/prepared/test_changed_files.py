"""Files are told apart by what is in them; who has not changed is not read again."""

import os
import sys

import pandas as pd
import pytest

from analysis.corpus import load_corpus
from analysis.prepared.listing import GONE, hash_content, hash_frame, hash_listing, unchanged
from analysis.prepared.stages import group_pieces

DAY = 86_400_000_000_000


def listing(**files):
    rows = [(f"{name}.txt", size, age, f"{name}.txt") for name, (size, age) in files.items()]
    return pd.DataFrame(rows, columns=["file", "size", "mtime_ns", "path"])


def test_a_file_of_the_same_size_and_time_keeps_its_hash_unread(tmp_path):
    (tmp_path / "b.txt").write_text("now longer")
    (tmp_path / "c.txt").write_text("new")
    before = listing(a=(4, DAY), b=(4, DAY)).assign(hash=["hash of a", "hash of b"])
    hashed = hash_listing(tmp_path, listing(a=(4, DAY), b=(10, DAY), c=(3, DAY)), before, 2 * DAY)
    new = [hash_content(tmp_path / f"{name}.txt") for name in "bc"]
    assert hashed["hash"].tolist() == ["hash of a", *new] and len(set(new)) == 2


def test_a_file_written_just_before_it_was_looked_at_is_hashed_again(tmp_path):
    (tmp_path / "a.txt").write_text("new!")
    before = listing(a=(4, DAY)).assign(hash=["old"])
    assert hash_listing(tmp_path, listing(a=(4, DAY)), before, DAY + 1_000_000_000)["hash"].tolist() != ["old"]
    assert not unchanged(listing(a=(4, DAY)), before, DAY + 1_000_000_000)
    assert unchanged(listing(a=(4, DAY)), before, 2 * DAY)


def test_files_that_came_went_or_moved_are_a_change():
    before = listing(a=(4, DAY), b=(4, DAY)).assign(hash=["hash of a", "hash of b"])
    assert unchanged(before.copy(), before, 2 * DAY)
    assert not unchanged(before, before.assign(hash=["hash of a", GONE]), 2 * DAY)  # it may be there by now
    for now in (listing(a=(4, DAY)), listing(b=(4, DAY), a=(4, DAY)), listing(a=(4, DAY), b=(5, DAY))):
        assert not unchanged(now, before, 2 * DAY)


def test_a_file_that_cannot_be_opened_has_a_hash_of_its_own(tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    assert hash_content(tmp_path / "link.txt") == GONE


def test_tables_are_told_apart_by_cells_columns_and_types_and_lists_by_nothing():
    table = pd.DataFrame({"text": ["a", "b"], "n": [1, 2]})
    others = [table.rename(columns={"n": "m"}), table.assign(n=[1, 3]), table.astype({"n": "float"}), table[::-1]]
    assert len({hash_frame(frame) for frame in [table, *others]}) == 5
    assert hash_frame(table.copy()) == hash_frame(table)
    assert hash_frame(pd.DataFrame({"text": ["a"], "tags": [["x"]]})) == ""


def test_an_empty_file_before_all_others_is_refused_and_costs_no_other(tmp_path, monkeypatch):
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "cache"))
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("")
    (texts / "b.txt").write_text("The mayor opened a bridge on Monday, and the council praised it.")
    corpus = load_corpus(texts)
    assert corpus.documents["source"].tolist() == ["b.txt"] and corpus.refused["source"].tolist() == ["a.txt"]
    (texts / "z.txt").write_text(" \n")
    assert load_corpus(texts).refused["source"].tolist() == ["a.txt", "z.txt"]


def test_pieces_of_no_size_are_in_a_group_like_others():
    assert group_pieces(["a", "b", "c"], [0, 0, 5], 10) == [["a", "b", "c"]]
    assert group_pieces(["a", "b"], [0, 20], 10) == [["a"], ["b"]] and group_pieces([], [], 10) == []


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are always text there")
def test_a_file_whose_name_is_no_text_is_read_and_named_by_its_bytes(tmp_path, monkeypatch):
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "cache"))
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / os.fsdecode(b"caf\xe9.txt")).write_text("The mayor opened a bridge on Monday, and the council praised it.")
    for _ in ("made", "had back"):
        assert load_corpus(texts).documents["source"].tolist() == [r"caf\xe9.txt"]


def test_texts_in_which_nobody_is_named_or_quoted_have_no_names(tmp_path, monkeypatch):
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "cache"))
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("The rain fell on the boats all day. It was wet, and the sea was calm in the evening.")
    corpus = load_corpus(texts)
    assert len(corpus.names) == len(corpus.mentions) == len(corpus.quotes) == 0
