"""Prose that begins like a file of another kind: no word of it is lost without a row that says so."""

import json
import re

import pytest

from analysis import load_corpus
from analysis.texts.readers.tables.json_arrays import is_followed_by_text
from analysis.texts.readers.tables.json_cells import make_decoder

BEGINNINGS = {
    "json": (
        '["We go," he said.] Then the crew left.',
        "[“We go,” he said] and the crew left.",
        '{"We go," he said} Then they left.',
        '["We go", "we stay"] were the two slogans of the day.',
        '{"a": 1} was the message that the server sent.',
        "[1] The first note is about ships.",
        "[1, 2, 3] are the piers that were closed.",
        "{} was all that was left of the file.",
        "[] was all that the screen showed.",
        "[...] and so the ships stayed.",
        '["',
        '{"',
        '[{"',
        '[{"text": "hello"} he wrote on the wall.',
        '{"text": he wrote, and nothing else.',
        "null and void, the court said of the contract.",
        '"We go," he said. Then they went.',
        '"We go," said one, "and we stay," said two.',
        '{"text": "A short note."}\nand then the prose goes on.',
        '["A", "B"]\nThe prose goes on here.',
        '[ {"message"} ] stood on the door.',
        "123",
        "-5 degrees was the temperature",
        "true or false, he asked",
        '{"messages": the crowd shouted',
        '{"title": "We go", "text": "They went."} The rest is comment.',
    ),
    "jsonl": (
        '{"a": 1}\n{"b": 2}\nThen prose.',
        '{"text": "one line of the log"}\n{"text": "another line of the log"}\nThe rest of this article is prose.',
        '["a"]\n["b"]\nwere the lines.',
        '{"id": 1, "text": "Ships wait today."}\nNot JSON at all.\n{"id": 2, "text": "More ships wait in the port."}',
    ),
    "csv": (
        "Name, age, and place: these are what the form asks.",
        "title,text\nwere the two words on the page, he said.",
        "id;text;date\nA man came, a woman went; the date was forgotten.",
        "Ships, cranes, and men\nwait, stand, and sleep\nall day, all night, always\n",
        "text\nThis is how the page began.",
        "date,outlet,text\n",
        "a\tb\tc\nHe typed tabs\tby mistake\tin his note.",
        '"Ships","cranes"\nsaid the sign.',
        "Title: Ships, Author: A, Date: B\n",
        "one|two|three\nthe choices were one|two|three.",
        'url,title,text\nhttps://example.org/a,First,"He began a quotation that never closes.\n',
    ),
    "yaml": (
        "---\ntitle: Ships wait\n---\n",
        "---\nHe wrote a line and nothing else.\n---\n",
        "title: Ships wait\ntext: they wait\n",
        "- one\n- two\n- three\n",
        "%YAML 1.2\n---\n",
        "key: value: other\n",
        "---\n",
        "...\n",
        '- "We go," he said.\n',
        "? who knows\n",
        '---\ntitle: "Unclosed\n',
        '+++\ntitle = "x"\n+++\n',
    ),
    "html": (
        "<We go> he said, in angle brackets.",
        "<p>Then",
        "<b>Bold</b> words began the note.",
        "<html> is the tag with which pages begin, the teacher said.",
        "<!-- a comment that never ends",
        "<!DOCTYPE html> is the first line, the manual says.",
        "<3 said the message on the phone.",
        "<- look there, the sign said.",
        '<?xml version="1.0"?> was printed on the shirt.',
        "<rss> feeds are dead, he said.",
        "<body> of water was found.",
        "&lt;p&gt; was on the page.",
        "<<We go>>, he said",
        '<a href="x">Link',
        "<script> was all that he wrote.",
        "<title>Ships</title> was the head.",
        "<feed> the cattle, he said.",
        "<svg",
        "<text>He</text>",
        "<TEI>",
        "< p > he said",
        "<html><body>",
        "</p> closed the paragraph",
        "<style>red</style> was his",
        "<div",
        "<head> office was closed. <body> shops too.",
        "<plaintext>",
        "<textarea> holds the letter",
        "<noscript> hid the text",
        "<iframe> and <object> are tags.",
        "<xmp>",
        "<select> one of these",
        "<template> for letters was used.",
        "<!DOCTYPE",
        "<![CDATA[ and the rest",
        "<nav> was the word on the chart",
        "<footer> was what he read",
        "<audio> files were lost",
        "<form> filled in by hand",
        "<table> for two was booked",
    ),
    "mime": (
        "From: the harbour master\nTo: all crews\nSubject: ice\n\n",
        "From here to there is a mile.",
        "From ann@example.org Tue Jan  2 10:00:00 2024\n",
        "Subject: the ice\n",
        "Date: Tuesday\n",
        "MIME-Version: 1.0\n",
        "Content-Type: text/html\n\n",
        'Content-Type: multipart/mixed; boundary="x"\n\n',
        "Received: a letter\n",
        "From - the sea\n",
        "Return-Path: unknown\nThe letter",
        "Message-ID: <a@b>\n",
        "From: A\nDate: B\n\n--x\n",
        "Content-Transfer-Encoding: base64\n\n",
        "To: whom it may concern\n",
        "From the desk of the editor\n\nDear readers",
        "-----Original Message-----\n",
        "WARC/1.0\n",
        "WARC/1.0\r\nWARC-Type: response\r\n\r\n",
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="--b"\nSubject: x\n\n',
    ),
    "rtf": (
        "{\\rtf is how such files begin, he said.",
        "{\\rtf1\\ansi he wrote by hand and no more.",
        "{\\rtf1 Ships}",
        "{\\",
        "\\documentclass{article}\n",
        "{\\b bold}",
        "{\\rtf1\\ansi{",
        "{\\rtf1\\bin500 ",
        "{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}} Ships wait.}",
    ),
    "pdf": (
        "%PDF is how such files begin.",
        "%PDF-1.4 was written on the disk.",
        "%PDF-1.7\n",
        "%!PS-Adobe",
        "% of the ships",
        "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n",
    ),
    "zip": (
        "PK is what they call the club.",
        "PK\x03\x04 was in the first bytes",
        "PK\x05\x06",
        "Rar! he cried",
        "7z is a tool",
        "BZh9 was the code.",
        "BZh91AY&SY",
        "MZ was his name",
        "GIF89a was the plate number",
        "ustar",
        "PAR1 was the code word.",
        "ID3 tags",
        "PK\x03\x04\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
        "SQLite format 3 is old",
        "OggS",
        "\x1f\x8b is gzip",
        "RIFF",
        "PK\x01\x02",
        "fLaC",
        "II*\x00",
    ),
    "ris": (
        "TY  - NEWS\n",
        "TY  - NEWS\nTI  - Ships\n",
        "@article{key,\n",
        "@article says the handle",
        "@anna wrote a note",
        "AU  - Berg\n",
        "@book{a, title={Ships}}\n",
        "TY  - NEWS\nTI  - Ships wait\nN2  - They wait.\nER  - \n",
        "PT J\nAU Berg\n",
        "%0 Journal Article\n%T Ships\n",
        "PMID- 123\n",
        "@comment{ the rest",
        '@string{x = "y"}\n',
        "@misc{x,\n  title = {Ships wait in the port},\n  abstract = {They wait.}\n}\n",
    ),
    "export": (
        "Document 1 of 2\n",
        "1 of 10 DOCUMENTS\n",
        "Document NYTF000020240102\n",
        "HD Ships wait\n",
        "LENGTH: 500 words\n",
        "HEADLINE: Ships wait\n",
        "Body\n",
        "Copyright 2024\n",
        "SE News\nHD Ships\nBY Berg\n",
        "____________________________________________________________\n",
        "Title: Ships\nPublication title: Post\nFull text: ",
        "End of Document\n",
        "Load-Date: January 2, 2024\n",
        "TITRE : Navires\n",
        "Full text: ships",
        "1. Ships wait\n",
        "Page 1 of 3\n",
        "Source: Le Monde\n",
    ),
    "telegram": (
        "Anna, [02.01.2024 10:00]\n",
        "Anna, [02.01.2024 10:00]\nShips wait.\n\nBerg, [02.01.2024 10:01]\n",
        "[02.01.2024 10:00] Anna: ships\n",
        "[1/2/24, 10:00:00] Anna: ships wait\n",
        "1/2/24, 10:00 - Anna: ships wait\n",
        "Forwarded from Harbour\n",
        "Harbour News\n1.2K subscribers\n",
        "Pinned message\n",
        "Photo unavailable\n",
        "Channel created\n",
        "Anna\n10:00\nShips wait\n",
        "1.2K\n10:00\n",
        "[Forwarded from Harbour News]\n",
        "https://t.me/harbour/12\n",
        "In reply to this message\n",
        "2 January 2024\n",
        "views 120\n",
        "Harbour News:\nShips wait.\n",
        "@harbour, [Jan 2, 2024 at 10:00:00 AM]:\n",
    ),
}

PROSE = """{begin}{between}The pilot of boat {n}a said on Monday that the fog had not lifted for a week.

Three crews of {n}b asked the ministry for help. "We wait," one of them told reporters.

On the quay of {n}c workers stacked crates that nobody had come to fetch, and the price fell again in {n}d.
"""
SIGNS = ("a", "b", "c", "d")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """All beginnings, once on the first line of the prose and once above it, each a file with words of its own."""
    folder = tmp_path_factory.mktemp("beginnings")
    written = [(begin, between) for begins in BEGINNINGS.values() for begin in begins for between in (" ", "\n\n")]
    for n, (begin, between) in enumerate(written):
        text = PROSE.format(begin=begin, between=between, n=f"word{n:03d}")
        (folder / f"{n:03d}.txt").write_bytes(text.encode())
    (folder / "good.txt").write_text("A bridge\n\nThe mayor opened a bridge. Many came to see it.\n", encoding="utf-8")
    return load_corpus(folder, cache=False), written


def test_no_word_of_prose_that_begins_oddly_is_lost_without_a_row(corpus):
    texts, written = corpus
    assert len(written) > 350
    read = texts.documents[["title", "text"]].fillna("")
    held = " ".join([*read["title"], *read["text"], *texts.removed["text"].astype(str)])
    refused = {re.split(r"[#!/]", source)[0] for source in texts.refused["source"]}
    for n, (begin, between) in enumerate(written):
        lost = [sign for sign in SIGNS if f"word{n:03d}{sign}" not in held]
        assert not lost or f"{n:03d}.txt" in refused, (begin, between, lost)


def test_whole_json_is_followed_by_text_where_neither_object_nor_array_comes_next():
    followed = {'["a"] he said': True, ' {"a": 1}, he said': True, '["a"]\n["b"]': False, '{"a": 1} {"b": 2}': False}
    followed |= {'["a"]\n': False, '["a" he said]': False, '["a": {"b"': False, "[" * 100_000: False}
    assert {text: is_followed_by_text(text, make_decoder()) for text in followed} == followed


def test_prose_that_begins_with_json_is_read_as_prose_to_its_end(tmp_path):
    begins = [
        '["We go," he said.]',
        "[“We go,” he said]",
        '["We go", "we stay"] they cried.',
        '{"a": 1} it wrote.',
        '["a"]',
    ]
    for n, begin in enumerate(begins):
        (tmp_path / f"{n}.txt").write_text(f"{begin} The crew of boat {n} left.\n\nIt came back on Friday.\n", "utf-8")
    texts = load_corpus(tmp_path, cache=False)
    assert texts.refused.empty
    for n, begin in enumerate(begins):
        read = " ".join(
            texts.documents.loc[texts.documents["source"] == f"{n}.txt", ["title", "text"]].fillna("").iloc[0]
        )
        assert all(word in read for word in re.findall(r"\w+", begin)), begin
        assert f"The crew of boat {n} left" in read and "came back on Friday" in read


def test_what_follows_an_array_in_a_file_called_json_is_refused_and_a_second_array_is_read(tmp_path):
    texts = [f"The ferry {n} left the port on Monday, and nobody saw it again for a week." for n in range(3)]
    (tmp_path / "a.json").write_text(f"{json.dumps(texts[:2])}\nand more", encoding="utf-8")
    (tmp_path / "b.json").write_text(f"{json.dumps(texts[:1])}\n{json.dumps(texts[2:])}\n", encoding="utf-8")
    corpus = load_corpus(tmp_path, cache=False)
    assert corpus.documents["text"].tolist() == [*texts[:2], texts[0], texts[2]]
    (refused,) = corpus.refused.itertuples()
    assert refused.source == "a.json#item=3"
    assert refused.reason == "no JSON: an array ends, and something else follows; what comes after it is not read"
