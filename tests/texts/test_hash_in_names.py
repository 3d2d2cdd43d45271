"""A # in the name of a file or a folder is a part of the name, and no place in a file."""

from __future__ import annotations

import pytest

from analysis import load_corpus
from analysis.texts.readers.page import file_of


@pytest.mark.parametrize(
    ("source", "file"),
    [
        ("Interview #1.txt", "Interview #1.txt"),
        ("folder#a/x.txt", "folder#a/x.txt"),
        ("table #1.csv#row=2", "table #1.csv"),
        ("articles.csv#row=13", "articles.csv"),
        ("result.json#message=204", "result.json"),
        ("table#row=1", "table"),
        ("book.xlsx#Sheet 1", "book.xlsx"),
    ],
)
def test_the_file_of_a_source_ends_before_the_place_in_it(source, file):
    assert file_of(source) == file


def test_two_files_that_differ_behind_a_hash_are_two_documents(tmp_path):
    for number, text in enumerate(["The port is open, Ann Lee said.", "The road is shut, Joe Fry said."], 1):
        (tmp_path / f"Interview #{number}.txt").write_text(text, encoding="utf-8")
    documents = load_corpus(tmp_path).documents
    assert sorted(documents["source"]) == ["Interview #1.txt", "Interview #2.txt"]
    assert documents["doc_id"].is_unique
