"""What lies in a corpus and is no file of it: never opened, never followed out, named with the reason."""

import os
import re
import socket
import sys
import zipfile
from pathlib import Path

import pytest

from analysis import load_corpus
from analysis.errors import InputError
from analysis.texts.readers import list_files
from analysis.texts.readers.events import load_events
from analysis.texts.readers.fenced import run_fenced
from analysis.texts.readers.listing import DEEPEST, name_file, tell_odd
from analysis.texts.readers.page import Unreadable
from analysis.texts.readers.sources import load_sources

sys.path.insert(0, str(Path(__file__).parents[1] / "faults"))

import odd_files

TEXT = "The ferry to the island was late again, and forty people waited on the quay for an hour in the rain.\n" * 3


@pytest.fixture
def folder(tmp_path):
    """A corpus of one text in a folder of its own."""
    inside = tmp_path / "corpus"
    inside.mkdir()
    (inside / "good.txt").write_text(TEXT)
    return inside


def refusals(folder):
    """What is refused and why; read in this process, though some of the files are large enough for others."""
    corpus = load_corpus(folder, cache=False, jobs=1)
    assert "good.txt" in corpus.documents["source"].tolist()
    return dict(zip(corpus.refused["source"], corpus.refused["reason"], strict=True))


def test_pipes_devices_and_sockets_are_never_opened(folder, monkeypatch):
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    monkeypatch.chdir(folder)  # a socket's path may have a hundred letters
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
    odd = refusals(folder)
    assert odd.keys() == {"pipe.txt", "zero.txt", "socket.txt"}
    assert set(odd.values()) == {"not a regular file: give a file of texts"}


def test_a_link_is_followed_within_the_corpus_and_never_out_of_it(folder):
    (folder / "in").mkdir()
    (folder / "in" / "one.txt").write_text("Another story altogether: " + TEXT)
    (folder / "linked.txt").symlink_to("in/one.txt")
    outside = folder.parent / "corpus-not"  # begins as the corpus is called
    outside.mkdir()
    (outside / "secret.txt").write_text("What stands here is nobody's business. " * 9)
    (folder / "absolute.txt").symlink_to(outside / "secret.txt")
    (folder / "relative.txt").symlink_to("../corpus-not/secret.txt")
    (folder / "folder").symlink_to(outside)
    odd = refusals(folder)
    assert odd.keys() == {"absolute.txt", "relative.txt"}
    assert set(odd.values()) == {"a link that leads out of the corpus: copy the file into it"}
    corpus = load_corpus(folder, cache=False)
    assert not corpus.documents["text"].str.contains("nobody").any()
    assert corpus.notes.set_index("source")["note"]["folder"].startswith("a link to a folder: not followed")


def test_a_corpus_may_itself_be_a_link_and_a_file_that_was_named_too(folder):
    link = folder.parent / "link"
    link.symlink_to(folder)
    (folder / "again.txt").symlink_to("good.txt")
    assert load_corpus(link, cache=False).refused.empty
    alone = folder.parent / "alone.txt"
    alone.symlink_to(folder / "good.txt")
    assert len(load_corpus(alone, cache=False).documents) == 1


def test_folders_that_lie_too_deep_are_named_and_those_above_them_are_read(folder, monkeypatch):
    monkeypatch.chdir(folder)
    for _ in range(DEEPEST + 5):
        os.mkdir("f")  # noqa: PTH102  the whole path has more letters than a call takes
        os.chdir("f")
    listed = list_files(folder)
    assert listed.names == ["good.txt"] and len(listed.notes) == 1
    assert f"more than {DEEPEST} folders within one another" in listed.notes["note"][0]


def test_the_name_of_a_file_shows_what_nobody_sees():
    assert name_file("a\nb\x1b[31m.txt") == "a\\nb\\x1b[31m.txt"
    assert name_file("\u202etxt.exe") == "\\u202etxt.exe"
    assert name_file("a\u2028b") == "a\\u2028b"
    for name in ("plain.txt", "über uns.txt", "Новости 24.txt", "نمی\u200cخواهم.txt", "中\u3000文.txt"):
        assert name_file(name) == name


def test_what_stands_beside_the_texts_is_refused_by_its_size(folder):
    (folder / "events.csv").write_text("date,label\n" + "2024-05-01,something\n" * 50_000)
    with pytest.raises(InputError, match=r"events\.csv holds 1,050,011 bytes; it may hold 1,000,000 at most"):
        load_events(folder)
    (folder / "events.csv").write_text("date,label\n" + "2024-05-01,x\n" * 1_001)
    with pytest.raises(InputError, match=r"events\.csv has 1,001 events; 1,000 can be marked at most"):
        load_events(folder)
    sources = folder / "sources.csv"
    for text, said in (
        ("file," + ",".join(f"c{number}" for number in range(600)) + "\na\n", "line 1 names 601 columns; 500 are"),
        ("file,outlet\n" + "a.txt,x\n" * 200_001, "has more than 200,000 lines"),
        ("file,outlet\n" + "a.txt,xxxxxxxx\n" * 1_500_000, "holds 22,500,012 bytes; it may hold 20,000,000"),
    ):
        sources.write_text(text)
        with pytest.raises(InputError, match=f"sources.csv {said}"):
            load_sources(sources)


def test_a_file_that_was_never_written_into_is_not_read(folder):
    with (folder / "hollow.csv").open("wb") as file:
        file.write(b"title,text\nCrane,The crane was put to the vote in the harbour\n")
        file.truncate(400_000_000_000)
    said = refusals(folder)["hollow.csv"]
    assert said.startswith("a file with holes: of its 400,000,000,000 bytes many millions were never written")


def test_few_holes_and_files_without_any_are_read(folder):
    with (folder / "holed.txt").open("wb") as file:
        file.write(TEXT.encode() * 40_000)
        file.seek(5_000, os.SEEK_END)
        file.write(TEXT.encode())
    assert not tell_odd(folder / "holed.txt", folder) and not tell_odd(folder / "good.txt", folder)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("forms.pdf", "it takes over 1 GB of memory, or the reader failed"),
        ("same_page.pdf", "letters out of 12,966 bytes: taken for a bomb"),
        ("text_bomb.pdf", "it takes over 1 GB of memory|a page of [0-9,]+ letters"),
        ("shared.xlsx", "huge: a sheet with texts of 5,9[0-9,]+ bytes, the most is 400,000,000"),
        ("corner_single.xlsx", "huge: a sheet of 17,179,869,184 cells"),
        ("sheets.xlsx", "a workbook of 20,000 sheets, the most is 1,000"),
        ("spaces.ods", "huge: a sheet with texts of 2,000,000,581 bytes"),
        ("repeated_single.ods", "huge: a sheet of 17,1[0-9,]+ cells"),
        ("attributes.html", "a web page with a tag of over 1,000 attributes"),
        ("nested.eml", "parts lie too deep in one another"),
        ("parts.eml", "a letter or saved page of over 20,000 parts"),
        ("dictionary.parquet", "over [0-9,]+ letters, from row 15: taken for a bomb"),
        ("chapters.epub", "a book of 100,000 chapters, the most is 5,000"),
        ("deep_item.json", "lists and objects stand too deep in one another"),
    ],
)
def test_what_would_take_all_there_is_is_refused_by_its_shape(folder, name, reason):
    odd_files.ODD[name](folder / name)
    assert re.search(reason, "; ".join(refusals(folder).values()))


@pytest.mark.parametrize("name", ["boxes.docx", "dimension.xlsx", "actions.pdf", "outside.docx", "long_numbers.json"])
def test_what_only_looks_odd_is_read(folder, name):
    odd_files.ODD[name](folder / name)
    corpus = load_corpus(folder, cache=False)
    assert corpus.documents["source"].str.startswith(name).any() and corpus.refused.empty


def test_a_box_within_a_box_of_a_word_document_is_read_once(folder):
    odd_files.docx_boxes(folder / "boxes.docx")
    text = load_corpus(folder, cache=False).documents.set_index("source")["text"]["boxes.docx"]
    assert text.count("x" * 1_000) == 1


def test_a_web_archive_says_nothing_of_its_faults_where_nobody_asked(folder, capfd):
    odd_files.warc_short(folder / "short.warc")
    assert "short.warc" in refusals(folder)
    assert "WARNING" not in capfd.readouterr().err


def test_words_of_many_letters_are_no_text_and_one_beside_a_text_is(folder):
    (folder / "key.txt").write_text("a" * 3_000_000)
    (folder / "data.txt").write_text(TEXT * 200 + "a" * 3_000_000)
    assert refusals(folder) == {"key.txt": "no text: words of over 10,000 letters and little else"}


def test_a_fence_gives_what_was_made_within_it_and_says_why_it_fell():
    assert run_fenced(lambda: {"made": [1, "é", None]}, 5) == {"made": [1, "é", None]}
    for work, said in (
        (lambda: [0] * 10**9, "MemoryError"),
        (lambda: os.abort(), "over 1 GB of memory, or the reader failed"),
        (lambda: os.kill(os.getpid(), 9), "or the reader failed"),
        (lambda: [None for _ in iter(int, 1)], "it takes over 1 s"),
    ):
        with pytest.raises(Unreadable, match=said):
            run_fenced(work, 1)


def test_what_holds_or_speaks_of_a_pdf_is_none(folder):
    """The archive is not packed, so that the mark of the broken PDF stands among its first bytes."""
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("bad.pdf", b"%PDF-1.4\nbroken")
        archive.writestr("ferry.txt", TEXT.replace("ferry", "steamer"))
    (folder / "about.txt").write_text(f"The first bytes of such a file are %PDF-1.4 and some numbers.\n{TEXT}")
    odd_files.pdf_good(folder / "plain.pdf")
    (folder / "led.pdf").write_bytes(b"sent by a printer\n" + (folder / "plain.pdf").read_bytes())
    refused = refusals(folder)
    assert len(refused) == 1 and next(iter(refused)).endswith("bad.pdf")
    formats = load_corpus(folder, cache=False).files.set_index("source")["format"]
    assert formats["led.pdf"] == formats["plain.pdf"] != formats["about.txt"]
    assert any(name.endswith("ferry.txt") for name in formats.index)


def test_a_web_archive_that_breaks_off_is_told_on_one_line(folder):
    odd_files.warc_short(folder / "short.warc")
    assert "\n" not in refusals(folder)["short.warc"]
