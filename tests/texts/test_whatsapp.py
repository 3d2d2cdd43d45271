"""Chats that WhatsApp exported: one document a message, as telephones in several countries write them."""

import pytest

from analysis import load_corpus
from analysis.texts.readers.formats import recognise_format
from processor_time import seconds_of

IOS = """\u200e[27.11.18, 18:43:20] Anna Berg: The ferry stops in May. \u200e<This message was edited>
\u200e[27.11.18, 18:44:00] Karl Holm: \u200eimage omitted
[28.11.18, 08:05:10] Karl Holm: Nobody told us: the crew heard it on the radio.

Who decided that?
"""
ANDROID = """12/26/24, 9:01\u202fPM - Messages and calls are end-to-end encrypted.
12/26/24, 9:01\u202fPM - Anna: Good evening to all who take the ferry.
12/27/24, 9:02\u202fAM - Karl: IMG-2020.jpg (file attached)
What a queue it was.
12/27/24, 9:03\u202fAM - Karl: <Media omitted>
12/27/24, 9:04\u202fAM - Anna: This message was deleted
"""


def load(folder, text):
    (folder / "chat.txt").write_text(text, encoding="utf-8")
    return load_corpus(folder, cache=False)


def test_each_message_is_a_post_with_its_sender_and_date(tmp_path):
    documents = load(tmp_path, IOS).documents
    assert documents["text"].tolist() == [
        "The ferry stops in May.",
        "Nobody told us: the crew heard it on the radio.\n\nWho decided that?",
    ]
    assert documents["author"].tolist() == ["Anna Berg", "Karl Holm"]
    assert documents["published"].astype(str).tolist() == ["2018-11-27 18:43:20", "2018-11-28 08:05:10"]
    assert set(documents["kind"]) == {"post"}
    assert documents["is_edited"].fillna(False).tolist() == [True, False]


def test_what_is_no_message_is_counted_and_captions_stay(tmp_path):
    corpus = load(tmp_path, ANDROID)
    assert corpus.documents["text"].tolist() == ["Good evening to all who take the ferry.", "What a queue it was."]
    assert corpus.documents["published"].astype(str).tolist() == ["2024-12-26 21:01:00", "2024-12-27 09:02:00"]
    assert "messages without text: 3 (1 deleted, 1 media, 1 service)" in corpus.notes["note"].tolist()
    assert {"header of a message", "service message", "media line", "deleted message"} <= set(corpus.removed["reason"])


def test_the_sign_before_who_is_in_no_telephone_book_is_no_part_of_the_name(tmp_path):
    text = "[13.06.2023, 18:08:08] ~ Uma: The bees are out.\n[13.06.2023, 18:09:08] ~\u202fLeo: Where?\n"
    assert load(tmp_path, text).documents["author"].tolist() == ["Uma", "Leo"]


@pytest.mark.parametrize(
    "told",
    [
        "Choir: Uma Bell added you",
        "Choir: Uma Bell created group “Choir 2024”",
        "Uma Bell: Uma Bell left",
        "Uma Bell: Uma Bell changed the subject to “Choir in May”",
        "Uma Bell: Uma Bell joined using this group's invite link",
        "Uma Bell: Your security code with Uma Bell changed.",
        "Chor: Uma Bell hat dich hinzugefügt",
        "Choir: Missed voice call",
    ],
)
def test_what_the_program_says_under_a_name_is_no_message(tmp_path, told):
    text = f"[13.06.2023, 18:08:08] {told[:7]}\u200e{told[7:]}\n[13.06.2023, 18:09:00] Leo: We sing at noon.\n"
    text += "[13.06.2023, 18:10:00] Leo: Uma Bell left the score at home, and nobody added you.\n"
    assert load(tmp_path, text).documents["text"].tolist() == [
        "We sing at noon.",
        "Uma Bell left the score at home, and nobody added you.",
    ]


@pytest.mark.parametrize(
    ("header", "published"),
    [
        ("[7/11/2017, 8:20:41 PM] Ann: ", "2017-11-07 20:20:41"),
        ("20/6/2017 8:28 p.\xa0m. - Ann: ", "2017-06-20 20:28:00"),
        ("03.08.21, 12:31 - Ann: ", "2021-08-03 12:31:00"),
        ("2016-06-27, 8:04:08 AM: Ann: ", "2016-06-27 08:04:08"),
        ("[27-11-18 18:43:20] Ann: ", "2018-11-27 18:43:20"),
        ("05/10/2020, 00:14 - Ann: ", "2020-10-05 00:14:00"),
    ],
)
def test_headers_of_telephones_in_several_countries(tmp_path, header, published):
    settles = header.replace("7/11", "25/11").replace("05/10", "25/10")
    lines = [f"{header}The ferry stops.", f"{settles}The bridge opens.", f"{settles}Nobody knew."]
    documents = load(tmp_path, "\n".join(lines)).documents
    assert len(documents) == 3
    assert str(documents["published"][0]) == published


def test_dates_that_could_be_two_days_are_not_read_and_counted(tmp_path):
    corpus = load(tmp_path, "".join(f"[7/{day}/2017, 10:00] Ann: The ferry stops.\n" for day in (3, 4, 5)))
    assert corpus.documents["published"].isna().all()
    assert any("dates not read: 3" in note for note in corpus.notes["note"])


def test_an_article_that_quotes_a_chat_stays_an_article():
    told = "The council has published what its members wrote to one another before the vote on the old ferry.\n\n"
    assert recognise_format(f"{told * 3}{IOS}{told * 3}") == "article"
    assert recognise_format("26.12.2024, 11:43 - The ferry stops.\n\nNobody was told of it before.") == "article"


@pytest.mark.parametrize("bait", ["1/1/1, 1:11 - a", "[1.1.1 ", "1/", "1/1/2024, 1:11 - aaaa\n", "\u200e"])
def test_recognising_a_chat_takes_a_time_that_grows_with_the_text(bait):
    text = bait * (300_000 // len(bait))
    assert seconds_of(lambda: recognise_format(text)) < 4
