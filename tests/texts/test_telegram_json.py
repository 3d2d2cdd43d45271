"""Messages in JSON: Telegram Desktop's result.json, what Telethon, 4CAT, Pyrogram and the Bot API save."""

import json
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.texts.cleaning import clean_pages
from analysis.texts.readers import load_pages
from analysis.texts.readers.containers import recognise_container
from analysis.texts.readers.containers.telegram import json_stream
from analysis.texts.readers.containers.telegram.json_stream import BrokenJson, JsonStream
from analysis.texts.readers.page import HEAD, Content

EXAMPLES = Path(__file__).parent / "examples" / "telegram"


def facts(pages, number=0):
    """What is known of a page, without what is missing."""
    row = pages.iloc[number].drop(["format", "encoding", "bytes"])
    return {name: value for name, value in row.items() if not pd.isna(value)}


def load_example(name):
    return load_pages(EXAMPLES / name)


def load_data(tmp_path, data, name="result.json"):
    """Load one file of JSON given as a value, a text or bytes, beside a text that can be read."""
    (tmp_path / "a.txt").write_text("A text that can be read.")
    data = data if isinstance(data, bytes | str) else json.dumps(data, ensure_ascii=False)
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    loaded = load_pages(tmp_path)
    return loaded._replace(pages=loaded.pages[loaded.pages["source"].str.startswith(name)])


def message(number, text="A text.", **more):
    return {"id": number, "type": "message", "date": "2024-12-26T11:43:05", "from": "Harbour News", "text": text} | more


def chat(*messages, **more):
    return {"name": "Harbour News", "type": "public_channel", "id": 77, "messages": list(messages)} | more


def kind_of(data, name="x"):
    data = data if isinstance(data, bytes) else json.dumps(data).encode()
    return recognise_container(Content(name, len(data), data[:HEAD], lambda: BytesIO(data)))


# result.json -----------------------------------------------------------------------------------------------------


def test_a_post_of_result_json_keeps_its_text_and_all_that_the_file_says_of_it():
    loaded = load_example("result.json")
    assert loaded.pages["source"].tolist() == [f"result.json#message={n}" for n in ("008", "009", "010", "100")]
    assert loaded.pages["format"].eq("post").all() and loaded.refused.empty
    assert facts(loaded.pages) == {
        "source": "result.json#message=008",
        "number": "008",
        "text": "Bridge to close\n\nThe council voted on Monday. Read it or ask @port_office, "
        "https://port.example/ask. #bridge",
        "outlet": "Harbour News",
        "author": "Ann Lee",
        "published": datetime(2024, 12, 26, 11, 43, 5),
        "published_precision": "time",
        "edited": datetime(2024, 12, 26, 12, 10),
        "media": "photo",
        "links": "https://harbour.example/bridge https://port.example/ask",
        "reactions": 12 + 3 + 2 + 5,
        "reactions_by_kind": "👍 12 👎 3 custom 2 ⭐ 5",
    }


def test_forwarded_replies_polls_and_films_of_result_json_are_known():
    pages = load_example("result.json").pages
    assert facts(pages, 1) | {"forwarded_from": "Port Office", "reply_to": "8", "via_bot": "@like"} == facts(pages, 1)
    assert facts(pages, 2)["text"] == "Should the bridge close?\n- Yes\n- No" and facts(pages, 2)["media"] == "poll"
    assert facts(pages, 3)["media"] == "video"


def test_what_is_no_post_is_counted_with_its_reason():
    notes = load_example("result.json").notes["note"].tolist()
    assert notes == [
        "messages left out: 3 (1 create channel (service), 1 pin message (service), 1 sticker without text)"
    ]


def test_posts_become_documents_with_their_names_dates_and_origins():
    documents = clean_pages(load_example("result.json").pages).documents
    assert documents["doc_id"].tolist() == ["result-008", "result-009", "result-010", "result-100"]
    assert documents["kind"].eq("post").all() and documents["outlet"].eq("Harbour News").all()
    assert documents["published"].tolist()[1] == datetime(2024, 12, 26, 12, 1)
    assert documents["forwarded_from"].dropna().tolist() == ["Port Office"]


def test_the_chats_of_an_account_are_kept_apart_and_their_authors_named():
    loaded = load_example("account.json")
    assert loaded.pages["number"].tolist() == ["42-5", "42-6", "1-5"]
    assert loaded.pages["source"].tolist()[0] == "account.json#chat=42/message=5"
    assert loaded.pages["author"].tolist() == ["Bob Roy", "Ann Lee", "Ann Lee"]
    assert loaded.pages["outlet"].tolist()[:2] == ["Bob Roy", "Bob Roy"] and pd.isna(loaded.pages["outlet"].iloc[2])
    assert loaded.pages["forwarded_from"].tolist()[2] == "Port Office"
    assert loaded.notes.to_numpy().tolist() == [["account.json#chat=7", "the chat holds no message with text"]]


def test_an_account_whose_chats_come_late_is_recognised_by_its_beginning():
    account = {"about": "Here is the data you requested.", "contacts": {"list": ["x" * HEAD]}, "chats": {"list": []}}
    assert kind_of(account) == "telegram desktop json"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain.", "Plain."),
        (["One ", {"type": "bold", "text": "two"}, " three"], "One two three"),
        (["One", None, 2, {"text": None}, [["two"]]], "One2two"),
        ("Half \ud83d of a character", "Half \ufffd of a character"),
    ],
)
def test_text_is_a_string_or_a_list_of_strings_and_entities(tmp_path, text, expected):
    data = json.dumps(chat(message(1, text)))
    assert load_data(tmp_path, data).pages["text"].tolist() == [expected]


def test_text_is_taken_from_text_entities_where_it_stands_only_there(tmp_path):
    raw = message(1, "", text_entities=[{"type": "plain", "text": "One "}, {"type": "bold", "text": "two"}])
    assert load_data(tmp_path, chat(raw)).pages["text"].tolist() == ["One two"]


def test_a_forwarded_message_of_an_account_that_is_gone_stays_forwarded(tmp_path):
    pages = load_data(tmp_path, chat(message(1, forwarded_from=None))).pages
    assert pages["forwarded_from"].tolist() == ["Deleted Account"]


def test_missing_ids_get_their_position_and_ids_that_stand_twice_are_told_apart(tmp_path):
    messages = [
        message(20),
        message("3"),
        message(20),
        {key: value for key, value in message(0).items() if key != "id"},
    ]
    loaded = load_data(tmp_path, chat(*messages))
    assert loaded.pages["number"].tolist() == ["20", "03", "20-2", "x4"]
    assert "ids that stood before: 1; their messages are told apart by a second number" in loaded.notes["note"].tolist()


def test_broken_dates_are_counted_and_the_second_field_of_the_date_is_taken_if_it_is_whole(tmp_path):
    messages = [
        message(1, date="26th of never"),
        message(2, date="26th of never", date_unixtime="1735213385"),
        message(3, date="1970-01-01T00:00:00", edited="1970-01-01T02:00:00"),
    ]
    loaded = load_data(tmp_path, chat(*messages))
    assert loaded.pages["published"].isna().tolist() == [True, False, True]
    assert loaded.pages["published"].iloc[1] == datetime(2024, 12, 26, 11, 43, 5)  # 1735213385 s after 1970, in UTC
    assert "edited" not in loaded.pages
    assert "dates not read: 2, such as '26th of never'" in loaded.notes["note"].tolist()


def test_a_username_gives_each_post_its_address(tmp_path):
    assert load_data(tmp_path, {"username": "@harbour_news"} | chat(message(8))).pages["url"].tolist() == [
        "https://t.me/harbour_news/8"
    ]


def test_keys_that_a_tool_has_sorted_change_nothing(tmp_path):
    data = json.dumps(chat(message(1), message(2)), sort_keys=True)
    assert data.index('"messages"') < data.index('"name"')
    assert load_data(tmp_path, data).pages["outlet"].tolist() == ["Harbour News", "Harbour News"]


def test_messages_that_somebody_has_cut_out_of_an_export_are_read(tmp_path):
    messages = json.loads((EXAMPLES / "result.json").read_text("utf-8"))["messages"][1:3]
    pages = load_data(tmp_path, messages, "messages.json").pages
    assert pages["number"].tolist() == ["8", "9"] and pages["outlet"].eq("Harbour News").all()
    assert pages["forwarded_from"].tolist()[1] == "Port Office"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_of_result_json_are_read(tmp_path, encoding):
    data = json.dumps(chat(message(1, "Мост закрыт.")), ensure_ascii=False).encode(encoding)
    assert load_data(tmp_path, data).pages["text"].tolist() == ["Мост закрыт."]


# broken and hostile ----------------------------------------------------------------------------------------------


def test_what_breaks_off_is_read_up_to_there_and_refused_from_there(tmp_path):
    whole = json.dumps(chat(message(1), message(2), message(3)))
    place = whole.index('{"id": 2')
    loaded = load_data(tmp_path, whole[: place + 30])
    assert loaded.pages["number"].tolist() == ["1"]
    assert loaded.refused["reason"].tolist() == [
        f"broken at character {place}: the file ends in the middle of a value; export it again, or mend it there"
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (chat(), "no message with text in 1 chat of Telegram"),
        (chat(message(1, "", photo="p.jpg"), message(2, " ")),
         r"no message with text in 1 chat of Telegram; messages left out: 2 \(1 photo without text, 1 without text\)"),
        ({"about": "Here is the data you requested", "contacts": {}}, "an export of Telegram without chats"),
        ('{"name": "x", "type": "public_channel", "id": 1, "messages": [', "broken at character 62: the file ends"),
        ('{"name": "x", "type": "public_channel", "id": 1, "messages": [{"id": 1,, "type": "message"}]}',
         "broken at character 71: Expecting property name"),
        ('{"name": "x", "type": "public_channel", "id": 1, "messages": [{"id": ' + "9" * 5_000 + "}]}",
         "too many digits"),
        ('{"name": "x", "type": "public_channel", "id": 1, "messages": [' + "[" * 200_000, "too deeply"),
    ],
)  # fmt: skip
def test_a_file_without_a_message_is_refused_with_its_reason(tmp_path, data, reason):
    loaded = load_data(tmp_path, data)
    assert loaded.pages.empty and loaded.refused["source"].tolist() == ["result.json"]
    with pytest.raises(InputError, match=reason):
        load_pages(tmp_path / "result.json")


def test_control_characters_as_telegram_writes_them_are_read(tmp_path):
    data = json.dumps(chat(message(1, "one#two"))).replace("#", r"\x0B")
    assert load_data(tmp_path, data).pages["text"].tolist() == ["one\x0btwo"]


def test_bytes_that_are_no_text_are_noted_and_lose_no_message(tmp_path):
    data = json.dumps(chat(message(1, "one # two"), message(2))).encode().replace(b"#", b"\xff")
    loaded = load_data(tmp_path, data)
    assert loaded.pages["text"].tolist() == ["one \ufffd two", "A text."]
    assert "some characters are no UTF-8 and stand as \ufffd" in loaded.notes["note"].tolist()


def test_values_that_are_no_messages_are_counted(tmp_path):
    loaded = load_data(tmp_path, chat("junk", None, [], message(1), {"id": 2, "type": "unsupported"}))
    assert loaded.pages["number"].tolist() == ["1"]
    assert loaded.notes["note"].tolist() == ["messages left out: 4 (3 not a message, 1 unsupported (type))"]


def test_a_message_of_a_megabyte_and_fields_of_any_kind_are_read(tmp_path):
    odd = {
        key: {"odd": [1]} for key in ("from", "author", "reactions", "views", "reply_to_message_id", "edited", "poll")
    }
    loaded = load_data(tmp_path, chat(message(1, "x" * 1_000_000), message(2, **odd)))
    assert loaded.pages["text"].str.len().tolist() == [1_000_000, 7]


@pytest.mark.parametrize("size", [1, 2, 7, 64])
def test_values_cut_anywhere_by_the_chunks_of_reading_come_back_whole(monkeypatch, size):
    monkeypatch.setattr(json_stream, "CHUNK", size)
    value = {"a": [1, 12.5, -3e-7, True, None, 'é\n"x"', {"b": {}}], "c": "Мост"}
    stream = JsonStream(BytesIO(f" {json.dumps(value, ensure_ascii=False)} 7".encode()))
    assert stream.value() == value and stream.value() == 7 and stream.peek() == ""


@given(st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | st.text(), lambda inner: st.lists(inner)))
def test_any_array_is_walked_item_by_item(value):
    array = [value, [value], {"k": value}]
    stream = JsonStream(BytesIO(json.dumps(array).encode()))
    assert [stream.value() for _ in stream.items()] == array


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_and_nothing_else_happens(data):
    stream = JsonStream(BytesIO(data))
    try:
        while stream.peek():
            stream.value()
    except BrokenJson as problem:
        assert "broken at character" in str(problem)


def test_twenty_thousand_messages_are_read_in_order(tmp_path):
    loaded = load_data(tmp_path, chat(*(message(n, f"Text {n}.") for n in range(20_000))))
    assert len(loaded.pages) == 20_000
    assert loaded.pages["number"].tolist()[::10_000] == ["00000", "10000"]


# what other programs save ----------------------------------------------------------------------------------------


def test_telethons_messages_keep_views_forwards_replies_and_hidden_links():
    loaded = load_example("telethon.json")
    assert facts(loaded.pages) == {
        "source": "telethon.json#message=08",
        "number": "08",
        "text": "🇷🇺 Bridge to close https://port.example/ask here",
        "chat_id": "1234567890",
        "author": "Ann Lee",
        "published": datetime(2024, 12, 26, 8, 43, 5),
        "published_precision": "time",
        "edited": datetime(2024, 12, 26, 9, 10),
        "media": "photo",
        "links": "https://port.example/ask https://harbour.example/bridge",  # places count in UTF-16: the flag is four
        "views": 12345,
        "forwards": 45,
        "replies": 12,
        "reactions": 15,
        "reactions_by_kind": "👍 12 custom 3",
    }
    assert facts(loaded.pages, 1)["forwarded_from"] == "555" and facts(loaded.pages, 1)["reply_to"] == "8"
    assert loaded.notes["note"].tolist() == ["messages left out: 1 (1 PinMessage (service))"]


def test_an_answer_that_names_its_chats_gives_outlet_and_address(tmp_path):
    posts = json.loads((EXAMPLES / "telethon.json").read_text("utf-8"))
    channel = {"_": "Channel", "id": 1234567890, "title": "Harbour News", "username": "harbour_news"}
    data = {"_": "messages.ChannelMessages", "messages": posts, "chats": [channel], "users": []}
    pages = load_data(tmp_path, data, "answer.json").pages
    assert pages["outlet"].tolist() == ["Harbour News"] * 2
    assert pages["url"].tolist() == ["https://t.me/harbour_news/8", "https://t.me/harbour_news/19"]


def test_a_scrapers_flat_records_of_messages_are_read(tmp_path):
    record = {
        "id": 1, "message_id": 204, "date": "2024-12-26 11:43:05", "sender_id": 42, "first_name": "Ann",
        "last_name": "Lee", "message": "The ferry is late.", "media_type": "MessageMediaPhoto", "reply_to": 203,
        "post_author": None, "views": 987, "forwards": 4, "reactions": "👍 12 👎 3",
    }  # fmt: skip
    page = facts(load_data(tmp_path, [record], "flat.json").pages)
    expected = {
        "number": "204",
        "author": "Ann Lee",
        "media": "photo",
        "reply_to": "203",
        "views": 987,
        "reactions": 15,
    }
    assert page | expected == page


def test_4cats_lines_name_the_chat_in_each_message():
    pages = load_example("fourcat.ndjson").pages
    assert pages["outlet"].tolist() == ["Harbour News"] * 2 and pages["views"].iloc[0] == 12345
    assert pages["published"].iloc[0] == datetime(2024, 12, 26, 8, 43, 5)  # seconds since 1970, in UTC
    assert pages["forwarded_from"].iloc[1] == "Port Office" and pages["reactions_by_kind"].iloc[0] == "👍 12"


def test_pyrograms_captions_are_texts_with_their_links():
    page = facts(load_example("pyrogram.json").pages)
    expected = {
        "text": "A film of the bridge. More here", "media": "video", "links": "https://harbour.example/film",
        "forwarded_from": "Port Office", "reply_to": "3", "author": "Ann Lee", "outlet": "Harbour News",
        "url": "https://t.me/harbour_news/8", "views": 987, "forwards": 4, "reactions": 12,
    }  # fmt: skip
    assert page | expected == page


def test_updates_of_the_bot_api_are_read(tmp_path):
    place = {"id": -1, "title": "Harbour News", "username": "harbour_news", "type": "channel"}
    post = {"message_id": 4, "chat": place, "date": 1735213385, "text": "The ferry is late."}
    pages = load_data(tmp_path, {"ok": True, "result": [{"update_id": 1, "channel_post": post}]}, "updates.json").pages
    assert pages["text"].tolist() == ["The ferry is late."] and pages["outlet"].tolist() == ["Harbour News"]


def test_a_broken_line_is_refused_alone(tmp_path):
    lines = (EXAMPLES / "fourcat.ndjson").read_text("utf-8").splitlines()
    loaded = load_data(tmp_path, "\n".join([lines[0], '{"broken', "{also}", lines[1]]), "lines.ndjson")
    assert loaded.pages["number"].tolist() == ["8", "9"]
    assert len(loaded.refused) == 1 and "more such places" in loaded.refused["reason"][0]


@pytest.mark.parametrize(
    "entity", [{"offset": 900, "length": 5}, {"offset": -4, "length": 9}, {"offset": "x"}, None, 7]
)
def test_entities_beyond_the_text_lead_nowhere(tmp_path, entity):
    post = json.loads((EXAMPLES / "telethon.json").read_text("utf-8"))[0]
    post["entities"] = [{"_": "MessageEntityUrl", **entity} if isinstance(entity, dict) else entity]
    assert "links" not in load_data(tmp_path, [post], "posts.json").pages


# told apart ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        {"participants": [{"name": "Ann"}], "messages": [{"sender_name": "Ann", "timestamp_ms": 1, "content": "x"}]},
        {"messages": [{"type": "message", "user": "U1", "text": "hello", "ts": "1735213385.1"}]},
        [{"id": 1, "date": "2024-12-26T11:43:05", "text": "An article.", "title": "Bridge to close"}],
        {
            "status": "ok",
            "articles": [{"title": "Bridge", "content": "A text.", "publishedAt": "2024-12-26T11:43:05Z"}],
        },
        [{"id": 1, "created_at": "2024-12-26 11:43:05", "message": "hello", "reply_to": 4}],
    ],
)
def test_other_json_is_not_taken_for_telegrams(data):
    assert not kind_of(data).startswith("telegram")


@pytest.mark.parametrize("name", ["result.json", "telethon.json", "fourcat.ndjson", "pyrogram.json", "account.json"])
def test_the_content_and_not_the_name_says_whose_json_it_is(name):
    kind = kind_of((EXAMPLES / name).read_bytes(), "unnamed")
    assert kind == ("telegram desktop json" if name in ("result.json", "account.json") else "telegram api json")
