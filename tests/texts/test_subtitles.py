"""Subtitles are read as what is said in them; slides are refused by name."""

from zipfile import ZipFile

import pytest

from analysis import load_corpus
from analysis.texts.readers import load_pages
from analysis.texts.readers.containers.subtitles import split_subtitles
from processor_time import seconds_of

SRT = """1
00:00:01,098 --> 00:00:04,428
The ferry leaves
at noon, and nobody

2
00:00:04,900 --> 00:00:07,000
<i>knows</i> when it {\\an8}comes back.

3
00:00:12,100 --> 00:00:15,000
The next report is from Riga.

4
00:00:15,100 --> 00:00:16,000
- Who paid?
- The town did.
"""
VTT = """WEBVTT - of the evening

NOTE made by hand
and checked

STYLE
::cue { color: red }

first
00:01.098 --> 00:04.428 align:start position:0%
The<00:00:01.500><c> ferry</c> leaves at noon.

00:04.428 --> 00:06.000
The ferry leaves at noon.
It comes back at six.
"""


def text_of(folder, name, content):
    (folder / name).write_text(content, encoding="utf-8")
    return load_corpus(folder, cache=False).documents["text"].tolist()


def test_who_speaks_stands_before_their_words_once(tmp_path):
    voices = "<v Uma Wynn>We keep bees", "<v Uma Wynn>up there.</v>", "<v.loud Leo Falk>I saw none."
    said = ["Uma Wynn: We keep bees up there.\n\nLeo Falk: I saw none."]
    clocks = [f"00:00:0{second}.000 --> 00:00:0{second}.900" for second in range(3)]
    cues = "".join(f"\n{clock}\n{words}\n" for clock, words in zip(clocks, voices, strict=True))
    assert text_of(tmp_path, "talk.vtt", f"WEBVTT\n{cues}") == said
    labels = cues.replace("<v.loud ", "<v ").replace("<v ", "").replace("</v>", "").replace(">We", ": We")
    labels = labels.replace(">up", ": up").replace(">I", ": I")
    assert text_of(tmp_path, "talk.vtt", f"WEBVTT\n{labels}") == said


def test_numbers_times_and_tags_are_no_text(tmp_path):
    assert text_of(tmp_path, "news.srt", SRT) == [
        "The ferry leaves at noon, and nobody knows when it comes back.\n\nThe next report is from Riga.\n\n"
        "- Who paid?\n\n- The town did."
    ]


def test_lines_that_roll_are_said_once_and_notes_are_left_out(tmp_path):
    assert text_of(tmp_path, "news.vtt", VTT) == ["The ferry leaves at noon. It comes back at six."]


def test_they_are_known_by_their_content_and_line_ends_do_not_matter(tmp_path):
    assert len(text_of(tmp_path, "news.txt", SRT.replace("\n", "\r\n"))) == 1
    (tmp_path / "news.txt").write_bytes(SRT.encode("utf-16"))
    loaded = load_pages(tmp_path)
    assert loaded.files["format"].tolist() == ["subtitles"]
    assert loaded.notes["note"].tolist() == ["4 subtitles, put together as paragraphs"]


def test_an_article_with_an_arrow_is_none(tmp_path):
    assert text_of(tmp_path, "a.txt", "The way --> out\n\n00:00:01,098 --> 00:00:04,428 says the file.") != []
    assert load_pages(tmp_path).files["format"].tolist() == ["article"]


def test_subtitles_without_a_word_are_refused(tmp_path):
    (tmp_path / "a.srt").write_text("1\n00:00:01,098 --> 00:00:04,428\n\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The ferry leaves at noon.", encoding="utf-8")
    assert load_pages(tmp_path).refused["reason"].tolist() == ["subtitles without a word"]


@pytest.mark.parametrize("bait", ["00:00:01,098 --> ", "<c", "{\\a", "WEBVTT\n", "00:"])
def test_taking_subtitles_apart_takes_a_time_that_grows_with_the_text(bait):
    assert seconds_of(lambda: list(split_subtitles(bait * (300_000 // len(bait))))) < 4


@pytest.mark.parametrize(
    ("members", "named"),
    [
        ({"ppt/presentation.xml": "<p/>", "ppt/slides/slide1.xml": "<p/>"}, "PowerPoint slides"),
        ({"mimetype": "application/vnd.oasis.opendocument.presentation", "content.xml": "<p/>"}, "OpenDocument slides"),
        ({"Index/Document.iwa": "x"}, "Pages, Numbers or Keynote"),
    ],
)
def test_slides_are_refused_by_name_with_a_remedy(tmp_path, members, named):
    with ZipFile(tmp_path / "a.bin", "w") as document:
        for name, said in members.items():
            document.writestr(name, said)  # as they are written: the kind that an OpenDocument file says is not packed
    (tmp_path / "b.txt").write_text("The ferry leaves at noon.", encoding="utf-8")
    refused = load_pages(tmp_path).refused
    assert len(refused) == 1
    assert named in refused["reason"][0]
    assert "save the text as .docx" in refused["reason"][0]
