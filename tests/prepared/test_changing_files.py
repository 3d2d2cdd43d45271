"""Files that change, vanish or cannot be opened while a corpus is prepared: no mixture is read, and none is kept."""

import os

import pytest

from analysis import load_corpus
from analysis.prepared import listing, reading
from analysis.texts.readers import files as reader

TEXT = "The ferry to the island was late again, and forty people waited on the quay for an hour in the rain.\n" * 3
OTHER = TEXT.replace("ferry", "tram")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A corpus of two texts that are an hour old, and a cache of its own."""
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "cache"))
    inside = tmp_path / "corpus"
    inside.mkdir()
    for name in ("a.txt", "good.txt"):
        (inside / name).write_text(TEXT)
        os.utime(inside / name, (1_700_000_000, 1_700_000_000))
    return inside


def change_while_read(monkeypatch, change, times):
    """Have something done each time that some files have been read, so many times."""
    load, left = reader.load_files, [times]

    def load_and_change(root, names, settings=None):
        loaded = load(root, names, settings)
        if "a.txt" in names and left[0]:
            left[0] -= 1
            change()
        return loaded

    monkeypatch.setattr(reading, "load_files", load_and_change)


def texts_of(corpus):
    return corpus.documents.set_index("source")["text"].to_dict()


def test_a_file_that_changes_while_it_is_read_is_read_again(folder, monkeypatch):
    change_while_read(monkeypatch, lambda: (folder / "a.txt").write_text(OTHER), 1)
    found = texts_of(load_corpus(folder))
    assert "tram" in found["a.txt"] and "ferry" in found["good.txt"]
    (folder / "a.txt").write_text(TEXT)  # what was read of the first state was not kept under its hash
    assert "ferry" in texts_of(load_corpus(folder))["a.txt"]


def test_a_file_that_always_changes_is_refused_by_name_and_read_when_it_rests(folder, monkeypatch):
    with monkeypatch.context() as writing:
        path = folder / "a.txt"
        change_while_read(writing, lambda: path.write_text(path.read_text() + OTHER), 99)
        corpus = load_corpus(folder)
    assert list(texts_of(corpus)) == ["good.txt"]
    assert corpus.refused["source"].tolist() == ["a.txt"]
    assert corpus.refused["reason"].tolist() == [reading.UNSTEADY]
    assert list(texts_of(load_corpus(folder))) == ["a.txt", "good.txt"]


def test_a_file_that_vanishes_while_it_is_read_is_no_longer_one_of_the_corpus(folder, monkeypatch):
    change_while_read(monkeypatch, (folder / "a.txt").unlink, 1)
    corpus = load_corpus(folder)
    assert list(texts_of(corpus)) == ["good.txt"] and corpus.refused.empty


def test_a_large_file_that_changes_leaves_no_half_of_it(folder, monkeypatch):
    monkeypatch.setattr(reading, "LARGE", 100)
    load, changed = reading.load_chunks, []

    def load_and_change(root, name, settings=None):
        yield from load(root, name, settings)
        if name == "a.txt" and not changed:
            changed.append((folder / name).write_text(OTHER))

    monkeypatch.setattr(reading, "load_chunks", load_and_change)
    assert "tram" in texts_of(load_corpus(folder))["a.txt"]
    (folder / "a.txt").write_text(TEXT)
    assert "ferry" in texts_of(load_corpus(folder))["a.txt"]


def test_a_file_is_read_as_soon_as_it_may_be_though_its_time_is_as_it_was(folder, monkeypatch):
    def refuse(file, root):
        if file.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return ""

    with monkeypatch.context() as closed:  # as root, who may read all, nothing else refuses
        closed.setattr(reader, "tell_odd", refuse)
        closed.setattr(listing, "tell_odd", refuse)
        corpus = load_corpus(folder)
    assert corpus.refused[["source", "reason"]].values.tolist() == [["a.txt", "cannot be opened: Permission denied"]]
    assert list(texts_of(load_corpus(folder))) == ["a.txt", "good.txt"]
