"""Messages as Telethon, 4CAT, Pyrogram or the Bot API give them: an array, JSON Lines, or an answer that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.texts.readers.containers.telegram.api import make_chat, parse_api_message, place_of
from analysis.texts.readers.containers.telegram.json_stream import (
    BrokenJson,
    JsonStream,
    decode_json_head,
    encoding_of_head,
)  # fmt: skip
from analysis.texts.readers.containers.telegram.messages import Chat, Message, list_pages_of_chats, text_of
from analysis.texts.readers.page import Content, Note, Refused, Settings, Taken, Unreadable

CONTAINER = "telegram api json"
_TYPED = re.compile(
    r'"_(?:type)?"\s*:\s*"(?:Message|MessageService|(?:messages\.)?(?:Channel)?Messages(?:Slice)?)"', re.IGNORECASE
)
_DATE = re.compile(r'"date"\s*:\s*(?:"\d{4}-\d\d-\d\d[T ]|\d{9,10}\b)')
_TELETHON = re.compile(r'"(?:peer_id|to_id|fwd_from|reply_to|grouped_id|post_author)"\s*:')
_BOT = re.compile(r'"message_id"\s*:\s*\d+')
_CHAT = re.compile(
    r'"(?:sender_)?chat"\s*:\s*\{[^{}]*"type"\s*:\s*"(?:ChatType\.)?(?:channel|supergroup|group|private)"', re.I
)
_TEXT = re.compile(r'"(?:message|text|caption)"\s*:\s*"')
WRAPPERS = ("messages", "result", "data")  # keys of what holds messages
UPDATES = ("message", "channel_post", "edited_channel_post", "edited_message")  # of the Bot API


@dataclass
class _Read:
    """What was read of a file: its chats by their identifiers, and lines that are broken."""

    source: str
    chats: dict[str, Chat] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    named: dict[str, dict] = field(default_factory=dict)

    def add(self, raw: object) -> None:
        """Add one value of the file: a message, or what holds some."""
        if not isinstance(raw, dict):
            self._chat("", {}).add("not a message")
            return
        inner = next((raw[key] for key in UPDATES if isinstance(raw.get(key), dict)), None)
        wrapped = next((raw[key] for key in WRAPPERS if isinstance(raw.get(key), list)), None)
        if wrapped is not None and "date" not in raw:
            given = raw.get("chats")
            self.named |= (
                {text_of(chat.get("id")): chat for chat in given if isinstance(chat, dict)}
                if isinstance(given, list)
                else {}
            )
            for one in wrapped:
                self.add(one)
            return
        raw = inner or raw
        chat = self._chat(place_of(raw), raw)
        chat.add(self._name_origin(parse_api_message(raw, chat)))

    def _name_origin(self, message: Message | str) -> Message | str:
        """A forwarded message with the name of the chat that it is from, where the file tells it."""
        origin = self.named.get(str(message.known.get("forwarded_from"))) if isinstance(message, Message) else None
        if origin is None or not (name := text_of(origin.get("title"))):
            return message
        return message._replace(known={**message.known, "forwarded_from": name})

    def _chat(self, place: str, raw: dict) -> Chat:
        if place not in self.chats:
            told = {"chat": self.named[place]} if place in self.named and "chat" not in raw else {}
            self.chats[place] = make_chat(raw | told, self.source, place)
        return self.chats[place]


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file holds messages that a program saved: by the names of their fields."""
    if content.head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] not in (b"{", b"["):
        return 0.0
    head = decode_json_head(content.head)
    if not _DATE.search(head):
        return 0.0
    if _TYPED.search(head) and (_TELETHON.search(head) or _TEXT.search(head)):
        return 0.95
    telethon = set(_TELETHON.findall(head))
    if len(telethon) >= 2 and '"message"' in head and '"id"' in head:
        return 0.92
    return 0.92 if _BOT.search(head) and _CHAT.search(head) and _TEXT.search(head) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each message with text as a page; raises Unreadable if there is none.

    A line of JSON Lines that is broken is refused alone; anything else that breaks off is refused from there.
    """
    read = _Read(content.name)
    with content.open() as binary:
        stream = JsonStream(binary, encoding_of_head(content.head))
        try:
            _read_all(stream, read)
        except BrokenJson as problem:
            read.broken.append(str(problem))
    if not any(chat.messages for chat in read.chats.values()) and read.broken:
        raise Unreadable(read.broken[0])
    yield from list_pages_of_chats([chat for chat in read.chats.values() if chat.messages or chat.left_out])
    if stream.replaced:
        yield Note(content.name, "some characters are no UTF-8 and stand as \ufffd")
    if read.broken:
        more = f" (and {len(read.broken) - 1:,} more such places)" if len(read.broken) > 1 else ""
        yield Refused(content.name, f"{read.broken[0]}{more}", content.size)


def _read_all(stream: JsonStream, read: _Read) -> None:
    if stream.peek() == "[":
        for _ in stream.items():
            read.add(stream.value())
        return
    while stream.peek():
        try:
            read.add(stream.value())
        except BrokenJson as problem:
            read.broken.append(str(problem))
            stream.skip_line()
