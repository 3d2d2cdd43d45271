"""Archives: members are read as if they lay in the folder; bombs, locks and odd paths are refused by name."""

import bz2
import gzip
import lzma
import tarfile
from contextlib import nullcontext
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from documents_made import (
    content_of,
    make_docx,
    make_epub,
    make_odt,
    make_pdf,
    make_warc,
    make_zip,
    notes_of,
    pages_of,
    paragraph,
    refused_of,
    taken_from,
)

from analysis import load_corpus
from analysis.errors import InputError
from analysis.texts.readers import load_pages
from analysis.texts.readers.containers import archives, archives_members, recognise_container
from analysis.texts.readers.page import Unreadable
from processor_time import seconds_of

TEXT = "The council voted on Monday to close the old bridge.\n\nThe mayor said that it would be for nine months."


def make_tar(members, mode="w"):
    target = BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, BytesIO(data))
    return target.getvalue()


MEMBERS = {"a.txt": TEXT.encode(), "inner/b.txt": TEXT.encode()}


PACKERS = [make_zip, *(partial(make_tar, mode=mode) for mode in ("w", "w:gz", "w:bz2", "w:xz"))]


@pytest.mark.parametrize("pack", PACKERS)
def test_each_member_is_a_page_with_its_path_behind_the_archives(pack):
    pages = pages_of(pack(MEMBERS), "all.pack")
    assert [page.source for page in pages] == ["all.pack/a.txt", "all.pack/inner/b.txt"]
    assert {page.text for page in pages} == {TEXT} and pages[0].bytes == len(TEXT)


@pytest.mark.parametrize(
    ("pack", "name"), [(gzip.compress, "a.txt.gz"), (bz2.compress, "a.txt.bz2"), (lzma.compress, "a.txt.xz")]
)
def test_a_compressed_file_is_read_under_its_name_without_the_ending(pack, name):
    (page,) = pages_of(pack(TEXT.encode()), name)
    assert page.source == f"{name}/a.txt" and page.text == TEXT


@pytest.mark.parametrize(("data", "kind"), [
    (make_zip(MEMBERS), "archive"), (make_docx(paragraph("x")), "Word document"), (make_odt("x"), "OpenDocument text"),
    (make_epub(["x"]), "EPUB"), (make_pdf([[]]), "PDF"), (gzip.compress(TEXT.encode(), mtime=0), "archive"),
    (gzip.compress(make_warc([("response", "a", 200, "text/html", b"x")])), "web archive"),
    (make_tar(MEMBERS), "archive"), (TEXT.encode(), "plain text"), (b"PK is short for the party.", "plain text"),
    (b"BZh", "archive"), (b"{\\rtf1 x}", "rich text"), (b"%PDF-1.7", "PDF"), (b"The %PDF- mark", "plain text"),
])  # fmt: skip
def test_a_file_is_told_by_what_it_holds(data, kind):
    assert recognise_container(content_of(data, "misnamed.txt")) == kind


def test_archives_lie_three_deep_and_no_deeper():
    data = make_zip({"a.txt": TEXT})
    for name in ("two.zip", "three.zip"):
        data = make_zip({name: data, f"beside-{name}.txt": TEXT})
    assert len(pages_of(data, "one.zip")) == 3
    data = make_zip({"four.zip": data})
    assert len(pages_of(data, "one.zip")) == 2
    ((source, reason),) = refused_of(data, "one.zip")
    assert source == "one.zip/four.zip/three.zip/two.zip"
    assert reason == "an archive within 3 others, the most: unpack it and load the folder"


def test_hidden_files_and_notes_are_skipped_and_counted():
    data = make_zip({**MEMBERS, "__MACOSX/._a.txt": b"\x00", ".DS_Store": b"\x00", "README.md": b"x", "inner/": b""})
    assert len(pages_of(data)) == 2 and refused_of(data) == []
    assert notes_of(data) == ["3 hidden files and notes on the corpus skipped"]


def test_paths_that_lead_out_are_only_names(tmp_path):
    names = ["../../evil.txt", "/etc/evil.txt", "C:\\evil\\a.txt", "a/./b\x07.txt"]
    pages = pages_of(make_zip(dict.fromkeys(names, TEXT)), "x.zip")
    assert [page.source for page in pages] == [
        "x.zip/evil.txt",
        "x.zip/etc/evil.txt",
        "x.zip/C:/evil/a.txt",
        "x.zip/a/b.txt",
    ]
    assert list(tmp_path.iterdir()) == []


def test_two_members_of_one_name_are_two_documents(tmp_path):
    with ZipFile(tmp_path / "x.zip", "w") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("a.txt", TEXT)
        archive.writestr("a.txt", TEXT + " Again.")
    assert load_pages(tmp_path).pages["source"].tolist() == ["x.zip/a.txt", "x.zip/a (2).txt"]
    assert len(load_corpus(tmp_path).documents) == 2


def test_links_and_devices_in_a_tar_archive_are_no_files():
    target = BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("passwd")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("a.txt")
        info.size = len(TEXT)
        archive.addfile(info, BytesIO(TEXT.encode()))
    assert notes_of(target.getvalue()) == ["4 hidden files, links and notes on the corpus skipped"]
    assert [page.text for page in pages_of(target.getvalue())] == [TEXT]


def test_a_member_that_cannot_be_read_does_not_keep_others_from_being_read():
    data = make_zip({"a.txt": TEXT, "b.txt": b"\x00\x01\x02" * 99, "c.txt": b"", "d.pdf": make_pdf([[]])})
    assert [page.source for page in pages_of(data, "x.zip")] == ["x.zip/a.txt"]
    reasons = dict(refused_of(data, "x.zip"))
    assert reasons["x.zip/b.txt"].startswith("binary") and reasons["x.zip/c.txt"] == "empty: the file has no bytes"
    assert "run OCR" in reasons["x.zip/d.pdf"]


def test_a_locked_member_is_refused_with_the_remedy():
    data = bytearray(make_zip({"a.txt": TEXT}))
    for place in (6, data.index(b"PK\x01\x02") + 8):  # the flag in the member's own header and in the list
        data[place] |= 1
    assert refused_of(bytes(data), "x.zip") == [("x.zip/a.txt", "encrypted: pack it without a password")]


def test_a_damaged_member_is_refused_and_the_others_are_read():
    data = bytearray(make_zip({"a.txt": TEXT, "b.txt": TEXT * 9}))
    data[60] ^= 0xFF
    assert [source for source, _ in refused_of(bytes(data), "x.zip")] == ["x.zip/a.txt"]
    assert [page.source for page in pages_of(bytes(data), "x.zip")] == ["x.zip/b.txt"]


@pytest.mark.parametrize(("data", "reason"), [
    (make_zip(MEMBERS)[:-40], "a broken zip archive"),
    (gzip.compress(TEXT.encode(), mtime=0)[:-9], "a broken compressed file"),
    (make_tar(MEMBERS)[:700], "a broken tar archive"), (b"BZh91AY" + bytes(20), "a broken compressed file"),
    (bytes.fromhex("377abcaf271c") + bytes(9), "a 7z archive: unpack it, or save it as zip"),
    (b"Rar!\x1a\x07\x01" + bytes(9), "a RAR archive: unpack it"),
])  # fmt: skip
def test_a_broken_archive_is_refused_by_its_kind(data, reason):
    with pytest.raises(Unreadable, match=reason):
        taken_from(data)


def test_a_bomb_is_refused_before_it_fills_the_memory():
    bomb = make_zip({"zeros.txt": bytes(60_000_000), "a.txt": TEXT})
    refused = []
    assert seconds_of(lambda: refused.extend(refused_of(bomb, "x.zip"))) < 3
    ((source, reason),) = refused
    assert source == "x.zip/zeros.txt" and reason.startswith("60,000,000 bytes packed into")
    assert reason.endswith("over 300 to 1 is taken for a bomb")
    assert len(pages_of(bomb, "x.zip")) == 1
    with pytest.raises(
        Unreadable, match=r"the archive gives more than 1\d,\d{3},\d{3} bytes, the most that is unpacked"
    ):
        taken_from(gzip.compress(bytes(60_000_000)), "x.gz")


def test_archives_within_an_archive_live_on_its_budget(monkeypatch):
    monkeypatch.setattr(archives_members, "SMALL", 3_000)
    inner = make_zip({"a.txt": TEXT * 20})
    data = make_zip({f"{n}.zip": inner for n in range(3)})
    monkeypatch.setattr(archives_members, "MOST_BYTES", 3_000)
    assert len(pages_of(data, "x.zip")) == 1
    assert all(
        "gives more than 3,000 bytes, the most that is unpacked" in reason for _, reason in refused_of(data, "x.zip")
    )


def test_more_members_than_may_be_are_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    with pytest.raises(Unreadable, match="an archive of more than 2 members: unpack it and load the folder"):
        taken_from(make_zip({f"{n}.txt": TEXT for n in range(3)}))


def test_a_large_member_is_read_from_a_file_and_may_be_opened_again(monkeypatch):
    monkeypatch.setattr(archives_members, "LARGEST", 100)
    seen = []

    def split(content, settings):
        seen.append((content.size, content.open().read(), content.open().read()))
        yield from ()

    from analysis.texts.readers.page import Settings

    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT * 9)
    list(archives.split_pages(content_of(target.getvalue()), Settings(split_content=split)))
    assert seen == [(len(TEXT) * 9, (TEXT * 9).encode(), (TEXT * 9).encode())]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (make_zip({}), "an archive without files: pack the texts again"),
        (make_zip({".hidden": "a"}), "an archive without files but 1 hidden ones, links or notes on a corpus: pack"),
        (
            make_tar({".a": b"a", "b/.c": b"c"}),
            "an archive without files but 2 hidden ones, links or notes on a corpus: pack",
        ),
    ],
)
def test_an_archive_without_files_says_so(tmp_path, data, reason):
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(InputError, match=f"holds no text that can be read: a.zip: {reason}"):
        load_pages(tmp_path / "a.zip")


def test_bytes_of_a_name_that_are_no_utf8_are_shown_by_their_numbers():
    pages = pages_of(make_tar({"in/caf\udce9.txt": TEXT.encode()}), "x.tar")
    assert [page.source for page in pages] == [r"x.tar/in/caf\xe9.txt"]


@pytest.mark.parametrize(
    ("encoding", "name", "shown"),
    [
        ("utf-8", "мост.txt", "мост.txt"),
        ("cp866", "Новости/мост закрыт.txt", "Новости/мост закрыт.txt"),
        ("cp1251", "Новости о мосте.txt", "Новости о мосте.txt"),
        ("cp437", "Brücke über Fluss.txt", "Brücke über Fluss.txt"),
        ("gbk", "桥梁.txt", r"\xc7\xc5\xc1\xba.txt"),
    ],
)
def test_a_name_of_a_member_that_does_not_say_its_encoding_is_told_by_its_letters(encoding, name, shown):
    stand_in = "".join("x" if char not in "/." else char for char in name.encode(encoding).decode("latin-1"))
    data = make_zip({stand_in: TEXT}).replace(stand_in.encode(), name.encode(encoding))
    assert [page.source for page in pages_of(data, "x.zip")] == [f"x.zip/{shown}"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_temporary_directory_without_room_is_not_taken_for_a_broken_archive(tmp_path, monkeypatch):
    (tmp_path / "scratch").mkdir()
    (tmp_path / "scratch" / "member").symlink_to("/dev/full")
    monkeypatch.setattr(archives_members, "LARGEST", 10)
    monkeypatch.setattr(archives_members, "scratch_folder", lambda kind: nullcontext(tmp_path / "scratch"))
    with ZipFile(tmp_path / "texts.zip", "w") as archive:
        archive.writestr("one.txt", "The minister opened the bridge on Monday.")
    with pytest.raises(InputError, match=r"member' cannot be written \(No space left on device\): make room there"):
        load_pages(tmp_path / "texts.zip")
