"""Where prepared corpora lie, how large they may grow, and how they go."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from analysis.cli.clean import clean
from analysis.cli.prepare import prepare
from analysis.corpus import load_corpus
from analysis.errors import InputError
from analysis.manifests import load_manifest
from analysis.prepared.places import (
    clear_cache,
    clear_oldest,
    clear_unused,
    folder_of_cache,
    list_entries,
    locked,
    name_entry,
    size_of_cache,
)

STORY = "Ann Berg said on Monday that the bridge was safe. The council did not agree with her at all.\n"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("FRAMING_CACHE_GB", raising=False)
    return tmp_path / "cache"


def texts(folder, **stories):
    folder.mkdir(exist_ok=True)
    for name, text in stories.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_the_cache_lies_where_it_is_told_or_in_the_users_own(cache, monkeypatch):
    assert folder_of_cache() == cache and size_of_cache() == 20_000_000_000
    monkeypatch.delenv("FRAMING_CACHE")
    assert folder_of_cache().name == "media-framing"


def test_a_size_that_is_no_number_is_refused(monkeypatch):
    monkeypatch.setenv("FRAMING_CACHE_GB", "much")
    with pytest.raises(InputError, match="FRAMING_CACHE_GB='much' is not a number of gigabytes"):
        size_of_cache()


def test_names_of_entries_hold_no_odd_characters_and_differ_by_the_way_of_reading(cache):
    one, other = name_entry("my texts/ä:", ["a"]), name_entry("my texts/ä:", ["b"])
    assert one != other and one.parent == cache and one.name.isascii() and " " not in one.name


def test_the_corpora_unused_for_longest_go_when_the_cache_is_full(cache, tmp_path, monkeypatch):
    for name in ("first", "second", "third"):
        load_corpus(texts(tmp_path / name, a=STORY))
    entries = {entry.name: entry for entry in list_entries()}
    for age, name in enumerate(("third", "first", "second")):
        os.utime(entries[name].folder, (time.time() - 100 * age,) * 2)
    monkeypatch.setenv("FRAMING_CACHE_GB", str(1.5 * entries["first"].bytes / 1e9))
    gone = clear_oldest(entries["third"].folder)
    assert [entry.name for entry in gone] == ["second", "first"]
    assert [entry.name for entry in list_entries()] == ["third"]


def test_a_cache_of_no_size_keeps_nothing(cache, tmp_path, monkeypatch):
    monkeypatch.setenv("FRAMING_CACHE_GB", "0")
    corpus = load_corpus(texts(tmp_path / "texts", a=STORY))
    assert len(corpus.sentences) == 2 and list_entries() == []


def test_what_is_not_kept_goes_with_the_corpus(cache, tmp_path):
    corpus = load_corpus(texts(tmp_path / "texts", a=STORY), cache=False)
    folder = corpus.prepared.folder
    assert len(corpus.sentences) == 2 and folder.is_dir() and not cache.exists()
    del corpus
    assert not folder.exists()


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "file"))
    assert len(load_corpus(texts(tmp_path / "texts", a=STORY)).documents) == 1


def test_blocks_that_no_longer_count_stay_a_day(tmp_path):
    for name, age in {"counts": 10, "fresh": 0.5, "old": 1.5}.items():
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (time.time() - age * 86_400,) * 2)
    clear_unused(tmp_path, {"counts"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["counts", "fresh"]


def test_what_is_being_prepared_is_not_cleaned_away(cache, tmp_path):
    load_corpus(texts(tmp_path / "texts", a=STORY))
    with locked(list_entries()[0].folder):
        assert clear_cache(list_entries()) == []
    assert len(clear_cache(list_entries())) == 1 and list_entries() == []


def test_a_manifest_that_is_cut_short_is_no_manifest(tmp_path):
    (tmp_path / "manifest.json").write_text('{"format": 1, "parts": ["a"')
    assert load_manifest(tmp_path) == {}
    (tmp_path / "manifest.json").write_text('{"format": 999}')
    assert load_manifest(tmp_path) == {}


def test_the_command_prepares_says_where_and_the_next_time_finds_it(cache, tmp_path):
    folder = texts(tmp_path / "texts", a=STORY, b="")
    (folder / "b.txt").write_bytes(b"")
    first = CliRunner().invoke(prepare, [str(folder)])
    assert first.exit_code == 0, first.output
    assert "1 documents, 2 sentences" in first.stdout and f"kept in {cache}" in first.stdout
    assert "not read: 1 (empty)" in first.stdout
    assert "reading" in first.stderr and "1 refused" in first.stderr
    second = CliRunner().invoke(prepare, [str(folder)])
    assert "reading" not in second.stderr
    nothing = CliRunner().invoke(prepare, [str(folder), "--no-cache", "--quiet"])
    assert "nothing is kept" in nothing.stdout and nothing.stderr == ""


def test_the_command_cleans_one_corpus_or_all(cache, tmp_path):
    one, two = texts(tmp_path / "one", a=STORY), texts(tmp_path / "two", a=STORY)
    load_corpus(one), load_corpus(two)
    listed = CliRunner().invoke(clean, ["--list"]).output
    assert str(one) in listed and str(two) in listed and "MB in 2 of" in listed
    assert CliRunner().invoke(clean, [str(one)]).output.startswith("1 prepared, ")
    assert [entry.name for entry in list_entries()] == ["two"]
    assert CliRunner().invoke(clean, []).output.startswith("1 prepared, ")
    assert CliRunner().invoke(clean, []).output.startswith("0 prepared, ")


def test_two_processes_at_once_give_the_same_and_neither_breaks(cache, tmp_path):
    folder = texts(tmp_path / "texts", **{f"t{number}": STORY for number in range(20)})
    code = f"from analysis import load_corpus; print(len(load_corpus({str(folder)!r}).sentences))"
    runs = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [run.communicate(timeout=120)[0].strip() for run in runs] == ["40", "40"]
    assert len(list_entries()) == 1 and not list(Path(cache).rglob(".block-*"))


def test_a_cache_within_the_corpus_is_refused_unless_it_is_hidden_there(tmp_path, monkeypatch):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("The minister opened the bridge on Monday. It took four years.\n")
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "texts" / "cache"))
    with pytest.raises(InputError, match=r"FRAMING_CACHE names .*cache', which lies within the corpus"):
        load_corpus(tmp_path / "texts")
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "texts" / ".cache"))
    assert len(load_corpus(tmp_path / "texts")) == len(load_corpus(tmp_path / "texts")) == 1
    assert sorted(path.name for path in (tmp_path / "texts").iterdir()) == [".cache", "a.txt"]
