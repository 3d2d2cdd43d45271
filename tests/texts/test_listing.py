"""Listing a corpus and reading some of it: the order of files, what is skipped, and parts that make the whole."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.texts.readers import list_files, load_chunks, load_files, load_pages

TEXT = "The ferry to the island was late again, and forty people waited on the quay for an hour in the rain.\n"


def corpus(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TEXT)
    return folder


def joined(parts, table):
    return pd.concat([getattr(part, table) for part in parts], ignore_index=True)


def test_files_are_listed_by_name_and_by_the_numbers_in_it_folders_among_them(tmp_path):
    corpus(
        tmp_path, "b/2.txt", "b/10.txt", "a10.txt", "a9.txt", "a09.txt", "a/z.txt", "b.txt", "a.html", "c1/1", "c02/1"
    )
    listed = list_files(tmp_path)
    assert listed.names == [
        "a/z.txt", "a.html", "a09.txt", "a9.txt", "a10.txt", "b/2.txt", "b/10.txt", "b.txt", "c1/1", "c02/1"
    ]  # fmt: skip
    assert listed.sizes == [len(TEXT)] * 10
    assert listed.changed == [(tmp_path / name).stat().st_mtime_ns for name in listed.names]


def test_what_two_dots_hide_is_noted_and_not_read(tmp_path):
    for name in ("a.txt", "..b.txt", ".c.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "in" / "..d").mkdir(parents=True)
    (tmp_path / "in" / "..d" / "e.txt").write_text("x")
    listing = list_files(tmp_path)
    assert listing.names == ["a.txt"]
    assert listing.notes["source"].tolist() == ["..b.txt", "in/..d"]
    assert listing.notes["note"].str.startswith("its name begins with two dots").all()


def test_hidden_files_notes_and_links_to_folders_are_not_listed_and_a_broken_link_is(tmp_path):
    names = (
        "a.txt",
        ".b",
        ".git/c",
        "README.md",
        "sources.csv",
        "in/Sources.CSV",
        "in/aliases.yaml",
        "in/readme.MD",
        "in/d",
    )
    corpus(tmp_path, *names)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "in" / "up.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "nowhere.txt").symlink_to("nothing")
    (tmp_path / "self.txt").symlink_to("self.txt")
    listed = list_files(str(tmp_path))
    assert listed.names == ["a.txt", "in/d", "in/up.txt", "nowhere.txt", "self.txt"]
    assert listed.sizes == [len(TEXT)] * 3 + [0, 0] and listed.changed[3:] == [0, 0]
    assert listed.notes["source"].tolist() == ["in/Sources.CSV", "in/aliases.yaml", "loop"]
    said = ["not used: it counts in the folder that is loaded alone"] * 2 + ["a link to a folder: not followed"]
    assert all(note.startswith(begin) for note, begin in zip(listed.notes["note"], said, strict=True))


def test_a_file_alone_is_a_corpus_of_one(tmp_path):
    corpus(tmp_path, "a.txt")
    listed = list_files(tmp_path / "a.txt")
    assert listed.names == ["a.txt"] and listed.sizes == [len(TEXT)] and listed.notes.empty
    assert load_files(tmp_path / "a.txt", listed.names).pages["source"].tolist() == ["a.txt"]


@pytest.mark.parametrize(("name", "said"), [("no", "is not there"), ("empty", "is a folder without texts")])
def test_what_cannot_be_listed_is_an_error_with_the_remedy(tmp_path, name, said):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=said):
        list_files(tmp_path / name)


def test_files_read_in_parts_are_what_the_folder_gives(tmp_path):
    corpus(tmp_path, "1.txt", "2.txt", "in/sources.csv", "in/3.txt")
    (tmp_path / "4.csv").write_text('text,bias\n"' + TEXT.strip() * 2 + '",left\n,right\n')
    (tmp_path / "5.txt").write_bytes(b"\x00\x01\x02" * 50)
    listed, whole = list_files(tmp_path), load_pages(tmp_path)
    parts = [load_files(tmp_path, [name]) for name in listed.names]
    for table in ("pages", "refused", "files"):
        pd.testing.assert_frame_equal(joined(parts, table), getattr(whole, table), check_dtype=False)
    assert pd.concat([listed.notes, joined(parts, "notes")])["note"].tolist() == whole.notes["note"].tolist()


def test_files_of_which_none_can_be_read_are_refused_and_raise_nothing(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 50)
    loaded = load_files(tmp_path, ["a.txt", "gone.txt"])
    assert loaded.pages.empty and loaded.files.empty and loaded.refused["source"].tolist() == ["a.txt", "gone.txt"]
    assert {"source", "text", "format"} <= set(loaded.pages)
    with pytest.raises(InputError, match=r"holds no text that can be read: a\.txt: binary"):
        load_pages(tmp_path)


@pytest.mark.parametrize("name", ["rows.csv", "rows.jsonl", "rows.parquet"])
def test_a_table_comes_in_chunks_that_together_are_the_whole(tmp_path, name):
    rows = pd.DataFrame({"text": [f"{number}. {TEXT.strip()}" for number in range(25)], "date": "2024-12-26"})
    made = {
        ".csv": lambda file: rows.to_csv(file, index=False),
        ".jsonl": lambda file: file.write_text("\n".join(map(json.dumps, rows.to_dict("records")))),
        ".parquet": rows.to_parquet,
    }
    made[Path(name).suffix](tmp_path / name)
    whole = load_files(tmp_path, [name])
    by_pages = list(load_chunks(tmp_path, name, most_pages=10))
    assert [len(chunk.pages) for chunk in by_pages] == [10, 10, 5] == [chunk.files["pages"].sum() for chunk in by_pages]
    by_length = list(load_chunks(tmp_path / name, name, most=1_000))
    assert len(by_length) == 3 and all(chunk.pages["text"].str.len().sum() < 1_200 for chunk in by_length)
    for chunks in (by_pages, by_length):
        pd.testing.assert_frame_equal(joined(chunks, "pages"), whole.pages)
        pd.testing.assert_frame_equal(joined(chunks, "notes"), whole.notes)


def test_a_file_that_cannot_be_read_is_one_chunk_with_its_reason(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (only,) = load_chunks(tmp_path, "a.txt")
    assert only.pages.empty and only.refused["reason"].tolist() == ["empty: the file has no bytes"]


def test_members_of_an_archive_come_in_chunks_and_each_counts_its_own_pages():
    examples = Path(__file__).parent / "examples"
    whole, chunks = load_files(examples, ["all.zip"]), list(load_chunks(examples, "all.zip", most_pages=1))
    assert joined(chunks, "pages")["source"].tolist() == whole.pages["source"].tolist()
    counted = joined(chunks, "files").groupby("source", sort=False)["pages"].sum()
    assert counted.to_dict() == whole.files.set_index("source")["pages"].to_dict()


def test_a_folder_without_texts_is_told_from_others_of_its_kind(tmp_path):
    for name in ("hidden", "linked", "nothing"):
        (tmp_path / name).mkdir()
    (tmp_path / "hidden" / ".x.txt").write_text("x")
    (tmp_path / "hidden" / "README.md").write_text("x")
    (tmp_path / "linked" / "there").symlink_to(tmp_path / "hidden")
    (tmp_path / "broken").symlink_to(tmp_path / "gone")
    (tmp_path / "one.txt").write_text("x")
    says = {
        "nothing": "is a folder without texts: it is empty. Put texts",
        "hidden": "it holds only .x.txt, README.md; hidden files, notes on texts and empty folders are not read. Put",
        "linked": "it holds only there (a link to a folder: not followed; load that folder, or copy it). Put",
        "broken": f"is a link to '{tmp_path / 'gone'}', which is not there. Give a file or a folder",
        "one.txt/x": f"is not there: '{tmp_path / 'one.txt'}' is a file, and holds no others. Give",
        "hiden/deep": f"Did you mean '{tmp_path / 'hidden'}'? Give",
    }
    for name, said in says.items():
        with pytest.raises(InputError, match=re.escape(said)):
            list_files(tmp_path / name)
