"""Text of Telegram: copied out of Telegram Desktop, from t.me/s, from catalogues of channels."""

from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cleaning import assert_every_character_is_accounted_for

from analysis.texts.cleaning import clean_pages
from analysis.texts.readers import load_pages
from analysis.texts.readers.formats import recognise_format
from analysis.texts.readers.layouts.post_dates import parse_post_dates
from analysis.texts.readers.layouts.post_marks import forwarded_channel, parse_footer, parse_short_count

EXAMPLES = Path(__file__).parent / "examples" / "telegram"
KNOWN = ("title", "outlet", "author", "forwarded_from", "reply_to", "published", "views", "forwards", "replies",
         "reactions", "reactions_by_kind", "media", "links", "is_edited", "time", "url")  # fmt: skip


def clean(text, form=None):
    form = form or recognise_format(text)
    return clean_pages(pd.DataFrame({"source": ["p.txt"], "format": [form], "text": [text]}))


def posts(cleaned):
    """What is known of each post, with its text."""
    rows = cleaned.documents[["text", *(name for name in KNOWN if name in cleaned.documents)]].to_dict("records")
    return [{name: value for name, value in row.items() if not pd.isna(value)} for row in rows]


def load_example(name):
    return clean_pages(load_pages(EXAMPLES / name).pages)


def reasons(cleaned):
    return dict(zip(cleaned.removed["text"].str.strip(), cleaned.removed["reason"], strict=True))


# copied out of Telegram Desktop ----------------------------------------------------------------------------------


def test_copied_messages_are_posts_with_time_origin_reply_media_and_links():
    cleaned = load_example("copied.txt")
    assert posts(cleaned) == [
        {
            "text": "Bridge to close\n\nThe council voted on Monday: https://harbour.example/bridge.",
            "title": "Bridge to close", "outlet": "Harbour News", "published": datetime(2024, 12, 26, 11, 43),
            "media": "photo", "links": "https://harbour.example/bridge",
        },
        {
            "text": "The ferry will sail every hour.", "outlet": "Harbour News", "forwarded_from": "Port Office",
            "reply_to": "Harbour News", "published": datetime(2024, 12, 26, 12, 1),
        },
        {
            "text": "Should the bridge close?\n- Yes\n- No", "outlet": "Harbour News", "media": "poll",
            "published": datetime(2024, 12, 26, 12, 5),
        },
    ]  # fmt: skip
    assert reasons(cleaned)["[Forwarded from Port Office]"] == "forwarded line"
    assert reasons(cleaned)["[ Photo ]"] == "media line"
    assert reasons(cleaned)["Harbour News, [26.12.2024 11:43]"] == "header of a message"
    assert cleaned.notes["note"].tolist() == [
        "4 messages copied out of Telegram",
        "messages without text: 1 (1 sticker)",
    ]


@pytest.mark.parametrize(
    ("when", "moment"),
    [
        ("26.12.2024 11:43", datetime(2024, 12, 26, 11, 43)),
        ("26.12.24 11:43", datetime(2024, 12, 26, 11, 43)),
        ("26.12.24, 11:43", datetime(2024, 12, 26, 11, 43)),
        ("26/12/2024 11:43", datetime(2024, 12, 26, 11, 43)),
        ("12/26/24, 11:43\u202fPM", datetime(2024, 12, 26, 23, 43)),
        ("2024-12-26 11:43", datetime(2024, 12, 26, 11, 43)),
        ("2024. 12. 26. 11:43", datetime(2024, 12, 26, 11, 43)),
        ("Dec 26, 2024 at 11:43:05 AM", datetime(2024, 12, 26, 11, 43, 5)),
        ("26 дек. 2024 г. в 11:43", datetime(2024, 12, 26, 11, 43)),
        ("26. Dez. 2024 um 11:43", datetime(2024, 12, 26, 11, 43)),
        ("26 déc. 2024 à 11:43", datetime(2024, 12, 26, 11, 43)),
        ("26 dic 2024 11:43", datetime(2024, 12, 26, 11, 43)),
    ],
)
def test_headers_are_read_in_the_forms_of_the_system_that_wrote_them(when, moment):
    assert posts(clean(f"Harbour News, [{when}]\nThe bridge is closed."))[0]["published"] == moment


def test_full_stops_part_day_first_in_headers_for_no_computer_writes_the_month_before_one():
    assert posts(clean("Harbour News, [05.06.2024 11:43]\nThe bridge is closed."))[0]["published"] == datetime(
        2024, 6, 5, 11, 43
    )


@pytest.mark.parametrize(
    ("header", "origin"),
    [
        ("Harbour News, [26.12.2024 11:43]", "Forwarded from: Port Office"),
        ("Harbour News, [26.12.2024 11:43]", "Forwarded from Port Office"),
        ("Harbour News, [26.12.2024 11:43]:", "Переслано от Port Office"),
        ("Harbour News [26.12.2024 11:43:00]", "{{FWD: Port Office, 25.12.2024 23:22:09}}"),
    ],
)
def test_the_origin_of_a_message_is_read_without_brackets_too(header, origin):
    cleaned = clean(f"{header}\n{origin}\nThe bridge is closed.\n\n{header}\nForwarded from the port, mail came late.")
    first, second = posts(cleaned)
    assert (first["text"], first["forwarded_from"]) == ("The bridge is closed.", "Port Office")
    assert second["text"] == "Forwarded from the port, mail came late." and "forwarded_from" not in second


def test_day_and_month_are_settled_by_the_other_headers_or_not_at_all():
    pair = "Harbour News, [05/06/2024 11:43]\nOne.\n\nHarbour News, [{}/06/2024 11:43]\nTwo."
    settled, open_one = clean(pair.format("25")), clean(pair.format("06"))
    assert settled.documents["published"].tolist() == [datetime(2024, 6, 5, 11, 43), datetime(2024, 6, 25, 11, 43)]
    assert open_one.documents["published"].isna().tolist() == [True, False]  # 06/06 is the same either way
    assert (
        "dates not read: 1; day and month could be swapped, or the form is unknown" in open_one.notes["note"].tolist()
    )


@pytest.mark.parametrize(
    ("line", "fact", "value"),
    [
        ("[Forwarded from Port Office]", "forwarded_from", "Port Office"),
        ("[Forwarded from Port Office via @like]", "forwarded_from", "Port Office"),
        ("[Переслано из Порт]", "forwarded_from", "Порт"),
        ("[Переслано от Порт]", "forwarded_from", "Порт"),
        ("[Weitergeleitet von Hafenamt]", "forwarded_from", "Hafenamt"),
        ("[Transféré de Le Port]", "forwarded_from", "Le Port"),
        ("[Reenviado de El Puerto]", "forwarded_from", "El Puerto"),
        ("[In reply to Ann Lee]", "reply_to", "Ann Lee"),
        ("[В ответ на Анна]", "reply_to", "Анна"),
        ("[Antwort auf Anna]", "reply_to", "Anna"),
        ("[En réponse à Anne]", "reply_to", "Anne"),
        ("[En respuesta a Ana]", "reply_to", "Ana"),
        ("[ Photo ]", "media", "photo"),
        ("[Photo]", "media", "photo"),
        ("[ Video : 00:31 ]", "media", "video"),
        ("[ File : report.pdf ]", "media", "file"),
        ("[ Фотография ]", "media", "photo"),
        ("[ Голосовое сообщение ]", "media", "voice"),
        ("[ Sprachnachricht ]", "media", "voice"),
        ("[ Vidéo ]", "media", "video"),
        ("[ Encuesta ]", "media", "poll"),
        ("[ Something new ]", "media", "Something new"),
    ],
)
def test_brackets_under_a_header_say_where_a_message_is_from_and_what_it_carries(line, fact, value):
    cleaned = clean(f"Harbour News, [26.12.2024 11:43]\n{line}\nThe bridge is closed.")
    assert posts(cleaned)[0][fact] == value
    assert posts(cleaned)[0]["text"] == "The bridge is closed."


def test_brackets_within_a_text_are_text():
    text = "[Update] The bridge is closed.\n[ Photo ] shows it."
    assert posts(clean(f"Harbour News, [26.12.2024 11:43]\n{text}"))[0]["text"].split("\n")[0] == text.split("\n")[0]


def test_several_who_write_are_authors_and_one_who_writes_alone_is_the_outlet():
    head = "Ann Lee, [26.12.2024 11:43]\nIs it closed?\n\n{}, [26.12.2024 11:44]\nIt is."
    assert [post.get("author") for post in posts(clean(head.format("Bob Roy")))] == ["Ann Lee", "Bob Roy"]
    alone = posts(clean(head.format("Ann Lee")))
    assert [(post["outlet"], post.get("author")) for post in alone] == [("Ann Lee", None)] * 2


def test_text_before_the_first_header_is_kept_and_said():
    head = "Harbour News, [26.12.2024 11:4{}]\nA longer text that fills the page with its words.\n\n"
    cleaned = clean(f"The end of one.\n\n{head.format(3)}{head.format(4)}")
    assert posts(cleaned)[0] == {"text": "The end of one.", "outlet": "Harbour News"}
    assert "the text before the first header is a post without author and date" in cleaned.notes["note"].tolist()


# t.me/s ----------------------------------------------------------------------------------------------------------


def test_counts_of_views_close_the_posts_of_t_me():
    cleaned = load_example("t_me.txt")
    assert posts(cleaned) == [
        {"text": "Bridge to close.\n\nThe council voted on Monday.", "outlet": "Harbour News", "views": 12300,
         "reactions": 15, "reactions_by_kind": "👍 12 ❤ 3", "is_edited": True, "time": "11:43"},
        {"text": "The ferry will sail every hour.", "outlet": "Harbour News", "forwarded_from": "Port Office",
         "views": 5100, "author": "Ann Lee", "time": "12:01"},
        {"text": "The vote was close.", "outlet": "Harbour News", "views": 1200, "time": "12:05"},
    ]  # fmt: skip
    why = reasons(cleaned)
    assert why["Channel photo updated"] == "service message" and why["December 26"] == "day heading"
    assert why["Official news of the harbour."] == "channel header" and why["VIEW IN TELEGRAM"] == "video not available"
    assert why["Bridge to close…"] == "quoted post of a reply"


def test_counts_of_views_that_a_scraper_broke_over_lines_are_read_as_one():
    page = (
        "Harbour News\nThe council voted.\n12.3K\nviews\nedited\n11:43\n"
        "Harbour News\nForwarded from\nPort Office\nThe ferry is late.\n5.1K\nviews\n12:01\n"
    )
    assert posts(clean(page)) == [
        {"text": "The council voted.", "outlet": "Harbour News", "views": 12300, "is_edited": True, "time": "11:43"},
        {"text": "The ferry is late.", "outlet": "Harbour News", "forwarded_from": "Port Office", "views": 5100,
         "time": "12:01"},
    ]  # fmt: skip


def test_a_day_without_its_year_is_no_date_and_one_with_it_is():
    page = "Harbour News\n163K subscribers\n{}\nHarbour News\nOne.\n5K views11:43\nHarbour News\nTwo.\n4K views12:01\n"
    without, with_it = clean(page.format("December 26")), clean(page.format("December 26, 2023"))
    assert without.documents["published"].isna().all()
    assert any("they lack their year" in note for note in without.notes["note"])
    assert with_it.documents["published"].tolist() == [datetime(2023, 12, 26, 11, 43), datetime(2023, 12, 26, 12, 1)]


def test_a_page_of_one_post_is_read_too():
    cleaned = clean("Harbour News\n163K subscribers\n\nOne.\n\n\nMore.\n5K views 11:43\n")
    assert posts(cleaned) == [{"text": "One.\n\nMore.", "outlet": "Harbour News", "views": 5000, "time": "11:43"}]


def test_posts_of_pictures_alone_are_counted_and_give_no_document():
    cleaned = clean("Harbour News\n163K subscribers\n\nOne.\n5K views 11:43\n\nHarbour News\n4K views 12:01\n")
    assert [post["text"] for post in posts(cleaned)] == ["One."]
    assert cleaned.notes["note"].tolist() == ["2 posts read; the page declares no count", "1 posts hold no text"]


def test_a_signature_that_is_the_channels_name_stays_in_the_text():
    page = (
        "Harbour News\n163K subscribers\n\nOne.\nHarbour News\n5K views 11:43\n\nTwo.\nHarbour News\n4K views 12:01\n"
    )
    assert len(posts(clean(page))) == 2
    assert posts(clean(page))[1]["text"].endswith("Harbour News")


# catalogues ------------------------------------------------------------------------------------------------------


def test_a_date_over_each_post_of_a_catalogue_is_its_own():
    assert posts(load_example("catalogue.txt")) == [
        {"text": "Совет проголосовал за закрытие моста.\n\nМост закроют на год.", "outlet": "Новости гавани",
         "published": datetime(2024, 12, 26, 11, 43), "views": 12300, "forwards": 45, "replies": 12},
        {"text": "Паром будет ходить каждый час.", "outlet": "Новости гавани", "forwarded_from": "Порт",
         "published": datetime(2024, 12, 26, 12, 1), "views": 5100, "replies": 12},
        {"text": "Паром опоздал.", "outlet": "Новости гавани", "views": 900, "reactions": 15,
         "reactions_by_kind": "👍 12 👎 3"},
    ]  # fmt: skip


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_a_date_under_each_post_is_its_own_with_any_gap_between(gap):
    marks = ("12,345 views · 45 shares\n26 December 2024, 11:43", "5.1K views · 4 shares\n27 December 2024, 09:00")
    page = f"The council voted.\n{marks[0]}{gap}The ferry is late.\n{marks[1]}"
    assert posts(clean(page, "channel")) == [
        {"text": "The council voted.", "published": datetime(2024, 12, 26, 11, 43), "views": 12345, "forwards": 45},
        {"text": "The ferry is late.", "published": datetime(2024, 12, 27, 9, 0), "views": 5100, "forwards": 4},
    ]


def test_dates_alone_part_posts_too():
    page = "Harbour News\nCategory: News\n\n26.12.2024 11:43\nOne.\n\nMore of one.\n26.12.2024 12:01\nTwo.\n"
    assert [(post["text"], post["published"]) for post in posts(clean(page, "channel"))] == [
        ("One.\n\nMore of one.", datetime(2024, 12, 26, 11, 43)),
        ("Two.", datetime(2024, 12, 26, 12, 1)),
    ]


def test_numbers_whose_symbols_were_not_copied_and_buttons_are_no_text():
    page = (
        "Harbour News\n26 Dec 2024, 11:43\nОткрыть в Telegram Поделиться\nThe council voted.\n12.3k\n45\n"
        "Harbour News\n27 Dec 2024, 09:00\nОткрыть в Telegram Поделиться\nThe ferry is late in 2024\n900\n3\n"
    )
    assert recognise_format(page) == "channel"
    assert [(post["text"], post["outlet"], post["published"]) for post in posts(clean(page))] == [
        ("The council voted.", "Harbour News", datetime(2024, 12, 26, 11, 43)),
        ("The ferry is late in 2024", "Harbour News", datetime(2024, 12, 27, 9)),
    ]


def test_the_address_of_a_post_among_its_counts_is_known():
    page = (
        "Harbour News\n163K subscribers\n\nOne.\n5K views 11:43\nhttps://t.me/harbour_news/7\n\nTwo.\n4K views 12:01\n"
    )
    assert posts(clean(page))[0] == {
        "text": "One.", "outlet": "Harbour News", "views": 5000, "time": "11:43", "url": "https://t.me/harbour_news/7"
    }  # fmt: skip


def test_what_a_page_declares_is_compared_with_the_posts_read():
    page = "Harbour News\nPosts filter\n\nOne.\n5K views 11:43\nTwo.\n4K views 12:01\n{} last posts shown."
    assert clean(page.format(2)).notes["note"].tolist() == ["2 posts read, as the page declares"]
    assert "declares 5 posts, 2 were read" in clean(page.format(5)).notes["note"][0]


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("12.3K views, edited  11:43", {"views": 12300}),
        ("12 345 просмотров", {"views": 12345}),
        ("12,345 views", {"views": 12345}),
        ("1,2 млн просмотров", {"views": 1_200_000}),
        ("Просмотров: 12 345", {"views": 12345}),
        ("👁 12.3K ↪ 45 💬 12", {"views": 12300, "forwards": 45, "replies": 12}),
        ("45 репостов | 12 комментариев", {"forwards": 45, "replies": 12}),
        ("1.2K viewsAnn Lee, 12:05", {"views": 1200, "author": "Ann Lee"}),
        ("26 дек. 2024, 11:43", {}),
        ("Пост от 26.12.2024 11:43", {}),
    ],
)
def test_lines_that_say_something_of_a_post_are_read(line, facts):
    assert parse_footer(line).facts == facts


@pytest.mark.parametrize(
    "line",
    [
        "5.1K views of the film were counted", "The film had 5.1K views", "12 people came", "2024", "1️⃣ 25 people",
        "May 5 was the day", "5.1K views 2 days ago", "", "1" * 200, "9" * 50 + " views", "Edited by 3 people",
    ],
)  # fmt: skip
def test_lines_that_say_something_else_are_text(line):
    assert parse_footer(line) is None


@pytest.mark.parametrize(
    ("digits", "factor", "number"), [("1.2", "M", 1_200_000), ("12", None, 12), ("1.234.5", "k", 1_234_500)]
)
def test_shortened_numbers_are_spelt_out(digits, factor, number):
    assert parse_short_count(digits, factor) == number


def test_a_line_that_begins_with_forward_and_names_no_channel_is_text():
    assert forwarded_channel("Forward planning is needed") is None
    assert forwarded_channel("Forwarded from: Port Office") == "Port Office"


def test_full_stops_part_day_first_in_cyrillic_texts_and_nothing_is_guessed_in_others():
    russian, english = (
        parse_post_dates(["05.06.2024 11:43"], ["Мост закрыт."]),
        parse_post_dates(["05.06.2024 11:43"], ["Closed."]),
    )
    assert russian[0].when == datetime(2024, 6, 5, 11, 43) and english == [None]


# articles stay articles ------------------------------------------------------------------------------------------

ARTICLE = "Bridge to close\n\nThe council voted on Monday to close the old bridge for a year.\n\n{}\n\nThe mayor left."


@pytest.mark.parametrize(
    "quoted",
    [
        "5.1K views",
        "[Photo]",
        "12.3K views 11:43",
        "Forwarded from Port Office\n\n5.1K views 12:01",
        "Harbour News, [26.12.2024 11:43]\nThe bridge is closed.",
        "[26.12.2024, 11:43:05] Ann: Is it closed?\n[26.12.2024, 11:44:05] Bob: It is.",
        "45 shares · 12 comments\n\nShare\n\n45 shares · 12 comments",
        "Ann Lee\n26 Dec 2024, 11:43\nWell done.\n\nBob Roy\n26 Dec 2024, 12:01\nIndeed.",
        "https://t.me/harbour_news/7",
    ],
)
def test_an_article_that_quotes_what_channels_show_stays_an_article(quoted):
    assert recognise_format(ARTICLE.format(quoted)) == "article"


def test_an_article_with_a_list_of_others_and_their_views_stays_an_article():
    others = "\n".join(f"Headline {n}\n26 December 2024, 11:43 · {n}5 views" for n in range(1, 4))
    assert recognise_format(ARTICLE.format("The council said more. " * 40) + "\n\n" + others) == "article"


# every character -------------------------------------------------------------------------------------------------

LINES = st.sampled_from(
    [
        "Harbour News", "163K subscribers", "Harbour News, [26.12.2024 11:43]", "[Forwarded from Port Office]",
        "[ Photo ]", "[In reply to Ann]", "[ Poll : Close it? ]", "- Yes", "Forwarded from", "Port Office",
        "12.3K views, edited  11:43", "12.3K", "views",
        "5.1K views12:01", "👍12❤3", "December 26", "26 дек. 2024, 11:43", "👁 12.3K ↪ 45", "12 комментариев", "Share",
        "VIEW IN TELEGRAM", "0:31", "Channel photo updated", "https://t.me/harbour_news/7", "The bridge is closed.", "",
        "Показано 3 последних публикаций.", "Read in full", "a\u200bb",
    ]
)  # fmt: skip
PAGE = st.lists(st.tuples(LINES | st.text(max_size=20), st.sampled_from(["\n", "\n\n", "\n\n\n", "\r\n"])), max_size=30)


@settings(max_examples=60)
@given(PAGE, st.sampled_from(["channel", "telegram copy", "whatsapp chat", "exported chat"]))
def test_every_character_of_any_page_of_posts_is_in_one_span_or_one_removed_row(parts, form):
    text = "".join(line + after for line, after in parts)
    pages = pd.DataFrame({"source": ["p.txt"], "format": [form], "text": [text]})
    assert_every_character_is_accounted_for(pages, clean_pages(pages))


@pytest.mark.parametrize("name", ["copied.txt", "t_me.txt", "catalogue.txt"])
def test_every_character_of_the_examples_is_accounted_for(name):
    pages = load_pages(EXAMPLES / name).pages
    assert_every_character_is_accounted_for(pages, clean_pages(pages))


@pytest.mark.parametrize(
    "text", ["1 " * 100_000, "👍12" * 20_000, "11:43\n" * 5_000, "5.1K views 11:43\n" * 5_000, "a, [1:11 1" * 5_000]
)
def test_hostile_pages_of_posts_are_read_as_well(text):
    for form in ("channel", "telegram copy", "whatsapp chat", "exported chat"):
        assert set(clean(text, form).documents["kind"]) <= {"post"}


# articles that quote such lines ------------------------------------------------------------------------------------

LEAD = "The court heard on Tuesday how quickly the rumour of the flood had spread through the valley and its schools."
CLOSE = "Nobody was hurt, the judge noted, but two families left their homes that night and came back in the morning."


def test_an_article_that_quotes_counts_of_views_stays_one_article():
    text = "\n\n".join([LEAD, "The numbers grew:", "2.1K views 09:10", "3.4K views 09:20", "8K views 09:45", CLOSE])
    assert recognise_format(text) == "article"
    cleaned = clean(text)
    assert cleaned.documents["text"].tolist() == [text]
    assert cleaned.documents["kind"].tolist() == ["article"]


def test_posts_that_end_with_their_counts_or_are_cut_off_after_them_are_a_channel():
    post = "The river is high, and the school in the valley stays closed."
    marked = [f"{post}\n{number}K views 09:1{number}" for number in range(1, 4)]
    assert recognise_format("\n".join(marked)) == "channel"
    assert recognise_format("\n".join([*marked, post])) == "channel"


def test_an_article_that_quotes_copied_messages_stays_one_article():
    chat = "Eva Fox, [03.05.2023 09:10]\nThe river is high.\n\nCem Din, [03.05.2023 09:12]\nStay at home."
    text = f"{LEAD}\n\n{chat}\n\n{CLOSE}"
    assert recognise_format(text) == "article"
    assert clean(text).documents["text"].tolist() == [text]


def test_a_chat_that_is_copied_from_the_middle_of_a_message_is_a_chat():
    message = "[03.05.2023 09:1{0}]\nThe river is high, and the school in the valley stays closed.\n\n"
    text = "stays closed.\n\n" + "".join(f"Eva Fox, {message.format(number)}" for number in range(4))
    assert recognise_format(text) == "telegram copy"


@pytest.mark.parametrize(
    "subscribers",
    ["163 тыс. подписчиков", "1,2 млн подписчиков", "12.5K subscribers", "163 Tsd. Abonnenten", "8 abonnés"],
)
def test_how_many_follow_a_channel_is_its_header(subscribers):
    text = f"Порт\n{subscribers}\nМост закрыт.\n12,3K просмотров 11:43\nПорт\nПаром ходит.\n9K просмотров 11:50"
    cleaned = clean(text)
    assert cleaned.documents["text"].tolist() == ["Мост закрыт.", "Паром ходит."]
    assert reasons(cleaned)[subscribers] == "channel header"
