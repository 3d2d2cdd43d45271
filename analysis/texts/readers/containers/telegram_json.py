"""Telegram Desktop's result.json: one chat, or all chats of an account, one page a message."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from analysis.texts.readers.containers.telegram.desktop import parse_desktop_message
from analysis.texts.readers.containers.telegram.json_stream import (
    BrokenJson,
    JsonStream,
    decode_json_head,
    encoding_of_head,
)  # fmt: skip
from analysis.texts.readers.containers.telegram.messages import CHANNEL_TYPES, Chat, list_pages_of_chats, text_of
from analysis.texts.readers.page import Content, Note, Refused, Settings, Taken, Unreadable

CONTAINER = "telegram desktop json"
CHAT_TYPES = (
    "saved_messages|replies|verify_codes|personal_chat|bot_chat|private_group|public_group|private_supergroup|"
    "public_supergroup|private_channel|public_channel"
)
_CHAT = re.compile(rf'"type"\s*:\s*"(?:{CHAT_TYPES})"')
_MESSAGES = re.compile(r'"messages"\s*:\s*\[')
_MESSAGE = re.compile(r'"type"\s*:\s*"(?:message|service)"')
_SIGNS = re.compile(r'"(?:from_id|actor_id|text_entities|date_unixtime|forwarded_from|reply_to_message_id)"\s*:')
_DATE = re.compile(r'"date"\s*:\s*"\d{4}-\d\d-\d\dT')
_ACCOUNT = re.compile(r'"(?:personal_information|frequent_contacts|profile_pictures|web_sessions)"\s*:')
_ABOUT = re.compile(r'\{\s*"about"\s*:\s*"Here is the data you requested')
LISTS = ("chats", "left_chats")  # of an account's export


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is an export of Telegram Desktop: by the names of its fields and types of chats."""
    head = decode_json_head(content.head)
    if not head.startswith(("{", "[")):
        return 0.0
    if _ABOUT.match(head) or (_ACCOUNT.search(head) and '"about"' in head):
        return 0.95
    if _CHAT.search(head) and (_MESSAGES.search(head) or _ACCOUNT.search(head) or '"chats"' in head):
        return 0.95
    signs = _MESSAGE.search(head) and _DATE.search(head) and _SIGNS.search(head)
    return 0.95 if signs and (_MESSAGES.search(head) or head.startswith("[")) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each message with text as a page; raises Unreadable if there is no chat in the file.

    What breaks off is given up to the place where it does, and refused from there.
    """
    chats: list[Chat] = []
    with content.open() as binary:
        stream = JsonStream(binary, encoding_of_head(content.head))
        try:
            _read_top(stream, content.name, chats)
            broken = None
        except BrokenJson as problem:
            broken = problem
    if broken and not any(chat.messages for chat in chats):
        raise broken
    if not chats:
        raise Unreadable("an export of Telegram without chats: export it again with its chats")
    yield from list_pages_of_chats(chats)
    if stream.replaced:
        yield Note(content.name, "some characters are no UTF-8 and stand as \ufffd")
    if broken:
        yield Refused(content.name, str(broken), content.size)


def _read_top(stream: JsonStream, source: str, chats: list[Chat]) -> None:
    """Read an export, or its messages alone: an array that somebody has cut out of one."""
    if stream.peek() != "[":
        _read_chat(stream, source, chats, top=True)
        return
    for number in stream.items():
        raw = stream.value()
        if number == 0:
            sender = raw if isinstance(raw, dict) and text_of(raw.get("from_id")).startswith("channel") else {}
            kind = "channel" if sender else ""
            _open_chat({"name": sender.get("from"), "type": kind}, source, chats)
        _adding_to(chats[0])(raw)


def _read_chat(stream: JsonStream, source: str, chats: list[Chat], top: bool = False) -> None:
    """Read one object: a chat, or at the top what holds chats. A chat is in the list before it is read to its end."""
    facts: dict[str, object] = {}
    early: list[object] = []  # messages before what says whose they are, where a tool has sorted the keys
    chat = None
    try:
        for key in stream.names():
            if key == "messages" and stream.peek() == "[":
                if chat is None and "type" in facts:
                    chat = _open_chat(facts, source, chats)
                add = early.append if chat is None else _adding_to(chat)
                for _ in stream.items():
                    add(stream.value())
            elif top and key in LISTS:
                _read_list(stream, source, chats)
            else:
                facts[key] = stream.value()
    finally:
        if chat is None and (early or "messages" in facts or _is_chat(facts)):
            chat = _open_chat(facts, source, chats)
        for raw in early:
            chat.add(parse_desktop_message(raw, chat))


def _is_chat(facts: dict[str, object]) -> bool:
    return re.fullmatch(CHAT_TYPES, text_of(facts.get("type"))) is not None


def _adding_to(chat: Chat) -> Callable[[object], None]:
    return lambda raw: chat.add(parse_desktop_message(raw, chat))


def _read_list(stream: JsonStream, source: str, chats: list[Chat]) -> None:
    """The chats of an account: {"about": ..., "list": [...]}, or the array alone."""
    if stream.peek() == "{":
        for key in stream.names():
            if key == "list" and stream.peek() == "[":
                _read_list(stream, source, chats)
            else:
                stream.value()
    elif stream.peek() == "[":
        for _ in stream.items():
            if stream.peek() == "{":
                _read_chat(stream, source, chats)
            else:
                stream.value()
    else:
        stream.value()


def _open_chat(facts: dict[str, object], source: str, chats: list[Chat]) -> Chat:
    """A chat by what stands before or after its messages; its place in the file is its id, or its number."""
    kind, name = text_of(facts.get("type")), text_of(facts.get("name")).strip()
    known: dict[str, object] = {"outlet": name} if name else {}
    username = text_of(facts.get("username")).strip().lstrip("@")
    place = text_of(facts.get("id")) or f"x{len(chats) + 1}"
    if any(chat.place == place for chat in chats):
        place = f"{place}-{len(chats) + 1}"
    chats.append(Chat(source, place, known, username, kind in CHANNEL_TYPES))
    return chats[-1]
