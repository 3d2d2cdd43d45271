"""One zip of a report: what is in it, what is left out and named, the same bytes each time."""

import random
import re
import zipfile

import pytest

from analysis.errors import InputError
from analysis.reports.kept.packing import DATE, make_pack

NOISE = random.Random(1).randbytes
PAGE = (
    '<a href="charts/x.png" download>PNG</a> <a href="charts/x.svg">SVG</a> <a href="evidence/e%201.html#s4">42</a> '
    '<a href="../index.html">up</a> <a href="https://example.org/a.png">net</a> <a href="#figure">here</a> '
    '<a href="tables/t.parquet" download>all</a>'
)


@pytest.fixture
def folder(tmp_path):
    """Files that do not compress: 3 charts of 40 kB as PNG (one without SVG), Parquet of 50 kB, evidence of 60 kB."""
    files = {
        "index.html": b"front", "manifest.json": b"{}", "findings.csv": b"page,key\n", "page.html": PAGE.encode(),
        "charts/x.png": NOISE(40_000), "charts/y.png": NOISE(40_000), "charts/x.svg": b"<svg/>",
        "charts/z.png": NOISE(40_000),
        "charts/y.svg": b"<svg/>", "tables/t.parquet": NOISE(50_000), "tables/t.csv": b"a\n1\n",
        "evidence/e 1.html": NOISE(60_000).hex().encode() + b'<a href="../charts/x.png">x</a>', "page.ipynb": b"{}",
        ".lock": b"", ".making/a/b.png": b"x",
    }  # fmt: skip
    for name, content in files.items():
        (tmp_path / "r" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "r" / name).write_bytes(content)
    return tmp_path / "r"


def pack(folder, most=25_000_000, name="r.zip"):
    packed = make_pack(folder, folder.parent / name, most)
    with zipfile.ZipFile(packed.path) as archive:
        assert archive.testzip() is None
        content = {info.filename.removeprefix("r/"): archive.read(info) for info in archive.infolist()}
        assert {info.date_time for info in archive.infolist()} == {DATE}
    return packed, content


def test_a_small_report_is_packed_whole_without_hidden_files(folder):
    packed, content = pack(folder)
    assert packed.left == {} and packed.files == len(content) == 14
    assert content["page.html"] == PAGE.encode() and not any(".lock" in name or ".making" in name for name in content)
    note = content["PACKED.txt"].decode()
    assert "r: 13 of 13 files" in note and "Nothing was left out." in note
    assert "Links that lead out of this folder" in note and "  page.html: ../index.html" in note
    assert list(content) == sorted(content)


def test_links_of_a_picture_to_what_was_left_out_lead_to_the_note_too(folder):
    link = '<svg><a href="../evidence/e%201.html#r4"><title>4</title><rect/></a></svg>'
    (folder / "charts/x.svg").write_text(link, encoding="utf-8")
    assert pack(folder)[1]["charts/x.svg"].decode() == link
    packed, content = pack(folder, 50_000)
    assert "sentences behind the numbers (evidence)" in packed.left and "charts/x.svg" in content
    assert content["charts/x.svg"].decode() == '<svg><a href="../PACKED.txt"><title>4</title><rect/></a></svg>'


def test_the_same_folder_gives_the_same_bytes(folder):
    one, _ = pack(folder)
    (folder / "page.html").touch()
    assert one.path.read_bytes() == pack(folder, name="again.zip")[0].path.read_bytes()


@pytest.mark.parametrize(
    ("most", "gone"),
    [
        # 120 kB of PNG, 50 of Parquet, some 60 of evidence; 80 of the PNG are there as SVG
        (200_000, {"charts/x.png", "charts/y.png"}),
        (125_000, {"charts/x.png", "charts/y.png", "tables/t.parquet"}),
        (60_000, {"charts/x.png", "charts/y.png", "tables/t.parquet", "evidence/e 1.html"}),
    ],
)
def test_what_is_left_out_goes_by_kind_in_order_and_is_named(folder, most, gone):
    packed, content = pack(folder, most)
    assert {name for names in packed.left.values() for name in names} == gone
    assert packed.bytes == packed.path.stat().st_size <= most
    assert all(f"  {name}\n" in content["PACKED.txt"].decode() for name in gone)


def test_links_to_what_is_left_out_lead_to_the_note_and_all_others_stay(folder):
    _, content = pack(folder, 60_000)
    page = content["page.html"].decode()
    assert re.findall('href="([^"]*)"', page) == [
        "PACKED.txt", "charts/x.svg", "PACKED.txt", "../index.html", "https://example.org/a.png", "#figure",
        "PACKED.txt",
    ]  # fmt: skip
    _, content = pack(folder, 200_000)
    assert b'href="../PACKED.txt"' in content["evidence/e 1.html"]


def test_a_report_whose_pages_alone_are_too_large_or_that_is_none_is_refused(folder, tmp_path):
    with pytest.raises(InputError, match=r"the pages of r alone are 0\.04\d* MB, more than 0.01: give a larger --most"):
        pack(folder, 10_000)
    assert list(tmp_path.glob("*.zip")) == [] and list(tmp_path.glob(".*.part")) == []
    (folder / "manifest.json").unlink()
    with pytest.raises(InputError, match="is no finished report"):
        pack(folder)
