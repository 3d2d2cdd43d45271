"""Messages in HTML: Telegram Desktop's messages.html, and pages of t.me that were saved."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.texts.readers import load_pages
from analysis.texts.readers.containers import recognise_container
from analysis.texts.readers.containers.telegram.markup import parse_markup, text_of_markup
from analysis.texts.readers.page import HEAD, Content

EXAMPLES = Path(__file__).parent / "examples" / "telegram"
HEADER = (
    "<html><head><title>Exported Data</title></head><body><div class='page_wrap'><div class='page_header'>"
    "<div class='text bold'>Harbour talk</div></div><div class=\"history\">"
)


def facts(pages, number=0):
    row = pages.iloc[number].drop(["format", "encoding", "bytes", "source"])
    return {name: value for name, value in row.items() if not pd.isna(value)}


def message(number, text, name=None, joined=False, when="26.12.2024 11:43:05 UTC+03:00"):
    named = f'<div class="from_name">{name}</div>' if name else ""
    return (
        f'<div class="message default clearfix{" joined" if joined else ""}" id="message{number}"><div class="body">'
        f'<div class="pull_right date details" title="{when}">11:43</div>{named}<div class="text">{text}</div>'
        "</div></div>"
    )


def load_html(tmp_path, *messages, name="messages.html"):
    (tmp_path / name).write_text(HEADER + "".join(messages) + "</div></div></body></html>", "utf-8")
    return load_pages(tmp_path)


# messages.html ---------------------------------------------------------------------------------------------------


def test_posts_of_messages_html_keep_text_date_media_links_and_reactions():
    loaded = load_pages(EXAMPLES / "messages.html")
    assert loaded.pages["source"].tolist() == [f"messages.html#message={n}" for n in ("08", "09", "10", "11")]
    assert facts(loaded.pages) == {
        "number": "08",
        "text": "Bridge to close\n\nThe council voted on Monday. Read it & tell us.",
        "outlet": "Harbour News",
        "published": datetime(2024, 12, 26, 11, 43, 5),
        "published_precision": "time",
        "media": "photo",
        "links": "https://harbour.example/bridge?a=1&b=2",
        "reactions": 12 + 1,
        "reactions_by_kind": "👍 12 👎 1",  # the second shows its one picture in place of a number
    }
    assert loaded.notes["note"].tolist() == [
        "messages left out: 3 (1 day heading, 1 service message, 1 voice without text)"
    ]


def test_replies_and_forwarded_messages_are_known_and_joined_ones_go_on_the_one_before():
    pages = load_pages(EXAMPLES / "messages.html").pages
    assert pages["reply_to"].tolist()[1] == "8"
    assert pages["forwarded_from"].tolist()[2:] == ["Port Office", "Port Office"] and pages["forwarded_from"].isna()[1]
    assert facts(pages, 3)["text"] == "Should the bridge close?\n- Yes\n- No" and facts(pages, 3)["media"] == "poll"


def test_the_authors_of_a_chat_are_named_and_joined_messages_are_of_the_same(tmp_path):
    pages = load_html(
        tmp_path,
        message(1, "One.", "Ann Lee"),
        message(2, "Two.", joined=True),
        message(3, "Three.", 'Bob <span class="details">via @like</span>'),
    ).pages
    assert pages["author"].tolist() == ["Ann Lee", "Ann Lee", "Bob"] and pages["via_bot"].tolist()[2] == "@like"
    assert pages["outlet"].eq("Harbour talk").all()


def test_each_file_of_an_export_of_several_gives_its_messages(tmp_path):
    load_html(tmp_path, message(1, "One."))
    pages = load_html(tmp_path, message(1001, "Two.", joined=True), name="messages2.html").pages
    assert pages["source"].tolist() == ["messages.html#message=1", "messages2.html#message=1001"]


def test_dates_are_day_first_as_telegram_writes_them_and_broken_ones_are_counted(tmp_path):
    loaded = load_html(
        tmp_path, message(1, "One.", when="02.01.2024 09:00:00"), message(2, "Two.", when="41.13.2024 09:00:00")
    )
    assert loaded.pages["published"].iloc[0] == datetime(2024, 1, 2, 9) and loaded.pages["published"].isna()[1]
    assert loaded.notes["note"].tolist() == ["dates not read: 1, such as '2024-13-41 09:00:00'"]


@pytest.mark.parametrize(
    ("title", "moment"),
    [
        ("26.12.2024 11:43:05 UTC-05:00", datetime(2024, 12, 26, 11, 43, 5)),
        ("26.12.2024 11:43:05", datetime(2024, 12, 26, 11, 43, 5)),
        ("26 December 2024, 11:43:05 UTC+09:00", datetime(2024, 12, 26, 11, 43, 5)),
    ],
)
def test_dates_of_older_exports_are_read_in_their_own_zone(tmp_path, title, moment):
    assert load_html(tmp_path, message(1, "One.", when=title)).pages["published"].tolist() == [moment]


def test_a_part_of_an_export_without_its_title_is_recognised_by_its_classes(tmp_path):
    (tmp_path / "part.html").write_text(f"<html><body>{message(-10, 'One.', 'Ann Lee')}</body></html>")
    pages = load_pages(tmp_path).pages
    assert pages[["text", "number", "author"]].to_numpy().tolist() == [["One.", "-10", "Ann Lee"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One<br>two<br><br>three", "One\ntwo\n\nthree"),
        ("\n  One\n   two ", "One two"),
        ("5 &lt; 6 &amp; «7»", "5 < 6 & «7»"),
        ("<pre>one\n two</pre>three", "one\ntwo\nthree"),
        ('<span class="spoiler hidden"><span>hidden</span></span> shown', "hidden shown"),
        ("<blockquote>Said.</blockquote>Answered.", "Said.\nAnswered."),
    ],
)
def test_text_is_what_the_page_shows(tmp_path, text, expected):
    assert load_html(tmp_path, message(1, text)).pages["text"].tolist() == [expected]


def test_a_page_of_the_export_without_messages_is_refused_with_a_remedy(tmp_path):
    with pytest.raises(InputError, match=r"without messages: give its messages\.html, or result\.json"):
        load_html(tmp_path, name="export_results.html")


def test_a_chat_of_service_messages_alone_is_refused_and_counted(tmp_path):
    service = '<div class="message service" id="message5"><div class="body details">Ann joined</div></div>'
    with pytest.raises(InputError, match=r"no message with text in 1 chat of Telegram; messages left out: 1 "):
        load_html(tmp_path, service)


def test_a_page_that_breaks_off_gives_the_messages_before(tmp_path):
    whole = HEADER + message(1, "One.") + message(2, "Two.")
    (tmp_path / "messages.html").write_text(whole[: whole.index("Two.") + 2])
    assert load_pages(tmp_path).pages["text"].tolist() == ["One.", "Tw"]


def test_elements_in_one_another_without_end_are_read():
    text = text_of_markup(parse_markup(b"<div>" * 50_000 + b"deep"))
    assert text in ("deep", "")  # a parser may give up below some depth


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Instagram</title></head><body><div class='_3-95 message'>Hello</div></body></html>",
        "<html><head><title>Bridge</title></head><body><p class='message'>The council voted.</p></body></html>",
        "The title Exported Data is written as <title>Exported Data</title>.",
    ],
)
def test_pages_of_others_are_not_taken_for_telegrams(page):
    data = page.encode()
    kind = recognise_container(Content("messages.html", len(data), data[:HEAD], lambda: BytesIO(data)))
    assert not kind.startswith("telegram")


# t.me ------------------------------------------------------------------------------------------------------------


def test_posts_of_a_saved_page_of_t_me_keep_all_that_it_says_of_them():
    loaded = load_pages(EXAMPLES / "channel_page.html")
    assert facts(loaded.pages) == {
        "number": "203",
        "text": "❗️Bridge to close\n\nThe council voted. Read it #bridge",
        "outlet": "Harbour News",
        "published": datetime(2024, 12, 26, 8, 43, 5),
        "published_precision": "time",
        "is_edited": True,
        "media": "photo",
        "url": "https://t.me/harbour_news/203",
        "links": "https://harbour.example/bridge",
        "views": 12300,
        "reactions": 1200 + 3,
        "reactions_by_kind": "👍 1200 ⭐ 3",
    }
    second = {"text": "The ferry will sail every hour.", "forwarded_from": "Port Office", "reply_to": "203",
              "author": "Ann Lee", "views": 987}  # fmt: skip
    assert facts(loaded.pages, 1) | second == facts(loaded.pages, 1)
    assert loaded.notes["note"].tolist() == ["messages left out: 1 (1 service message)"]


def test_a_page_of_t_me_without_posts_is_refused_with_a_remedy(tmp_path):
    (tmp_path / "page.html").write_text('<html><body><div class="tgme_channel_info">Harbour News</div></body></html>')
    with pytest.raises(InputError, match=r"without posts: save https://t\.me/s/NAME, or export the channel"):
        load_pages(tmp_path)
