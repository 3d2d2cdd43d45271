"""Chats that programs export from Signal and Discord: one document a message."""

import pytest

from analysis import load_corpus
from analysis.texts.readers.formats import recognise_format
from processor_time import seconds_of

SIGNAL = """Conversation: Uma Wynn (+441234567890)

From: Uma Wynn (+441234567890)
Type: incoming
Sent: Sat, 04 May 2024 10:15:00 +0200
Received: Sat, 04 May 2024 10:15:02 +0200

The bees are out: all of them.

From: You
Type: outgoing
Sent: Sat, 04 May 2024 10:17:00 +0200
Attachment: bees.jpg

Sent: that is a word too.
Who saw it?

From: Uma Wynn (+441234567890)
Type: incoming
Sent: Sat, 04 May 2024 10:18:00 +0200
"""
DISCORD = """==========
Guild: Bees
Channel: general
==========

[20-Mar-24 09:15 AM] umawynn#1234
The bees are out.

[20-Mar-24 02:17 PM] leofalk (pinned)
Where?

{Attachments}
https://bees.example/map.png

[20-Mar-24 02:20 PM] umawynn#1234
Up there.
"""


def load(folder, text):
    (folder / "chat.txt").write_text(text, encoding="utf-8")
    return load_corpus(folder, cache=False)


def test_each_message_of_signal_is_a_post_with_its_sender_and_date(tmp_path):
    corpus = load(tmp_path, SIGNAL)
    documents = corpus.documents
    assert documents["text"].tolist() == [
        "The bees are out: all of them.",
        "Sent: that is a word too.\n\nWho saw it?",
    ]
    assert documents["author"].tolist() == ["Uma Wynn", "You"]
    assert documents["published"].astype(str).tolist() == ["2024-05-04 10:15:00", "2024-05-04 10:17:00"]
    assert set(documents["kind"]) == {"post"}
    assert any(note.startswith("messages without text: 1") for note in corpus.notes["note"])


def test_each_message_of_discord_is_a_post_with_its_sender_and_date(tmp_path):
    documents = load(tmp_path, DISCORD).documents
    assert documents["text"].tolist() == ["The bees are out.", "Where?", "Up there."]
    assert documents["author"].tolist() == ["umawynn", "leofalk", "umawynn"]
    assert documents["published"].astype(str).tolist()[:2] == ["2024-03-20 09:15:00", "2024-03-20 14:17:00"]


@pytest.mark.parametrize(
    "text",
    [
        "From: The Mayor\n\nType: that is what she did all day.\n\nFrom: Hull\n\nBees left.",
        "The bees left\n\n[Uma Wynn] They did.\n\n[Leo Falk] I saw them.",
    ],
)
def test_an_article_is_no_chat(text):
    assert recognise_format(text) != "exported chat"


def test_long_pages_of_heads_take_time_by_their_length():
    once, twice = (seconds_of(lambda n=n: recognise_format("From: a\nType: \n[1-Jan-24 " * n)) for n in (5000, 10000))
    assert twice < 4 * once + 0.2
