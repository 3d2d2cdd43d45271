"""Telegram Desktop's messages.html, messages2.html ...: one page a message, as export_output_html.cpp writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from lxml.html import HtmlElement

from analysis.texts.dates import parse_dates
from analysis.texts.readers.containers.telegram.markup import (
    classes_of,
    find_by_class,
    first_by_class,
    parse_markup,
    text_of_markup,
)
from analysis.texts.readers.containers.telegram.messages import (
    NO_TEXT,
    Chat,
    Message,
    keep_given,
    list_pages_of_chats,
    reactions_of,
)
from analysis.texts.readers.page import LARGEST, Content, Settings, Taken, Unreadable

CONTAINER = "telegram desktop html"
_TITLE = re.compile(rb"<title>\s*Exported Data\s*</title>")
_MESSAGES = re.compile(rb'class="(?:message (?:default|service)[^"]*|history)"')
_MESSAGE = re.compile(rb'class="message default clearfix[^"]*"')
_PARTS = re.compile(rb'class="(?:pull_right date details|from_name|page_header)"')
_PAGE = re.compile(rb'class="page_wrap|href="(?:\.\./)*css/style\.css"')
_DATE = re.compile(r"\d\d\.\d\d\.\d{4} \d\d:\d\d(?::\d\d)?")
_ZONE = re.compile(r"\s*UTC[+-]\d\d:\d\d$")
_VIA = re.compile(r"\s+via @(\w+)$")
_GO_TO = re.compile(r"go_to_message(-?\d+)|GoToMessage\((-?\d+)\)")
MEDIA = {  # class of what stands for media -> what it is called in documents; the title tells some apart
    "photo_wrap": "photo", "video_file_wrap": "video", "animated_wrap": "animation", "sticker_wrap": "sticker",
    "media_photo": "photo", "media_video": "video", "media_voice_message": "voice", "media_audio_file": "audio",
    "media_file": "file", "media_contact": "contact", "media_location": "location", "media_live_location": "location",
    "media_venue": "location", "media_game": "game", "media_invoice": "invoice", "media_call": "call",
    "media_poll": "poll",
}  # fmt: skip
TITLES = {"Video message": "video message", "Animation": "animation", "Sticker": "sticker"}


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a page of Telegram Desktop's export: by its title and the classes of its parts."""
    if _MESSAGE.search(content.head) and _PARTS.search(content.head):
        return 0.95
    if not _TITLE.search(content.head):
        return 0.0
    if _MESSAGES.search(content.head):
        return 0.95
    return 0.9 if _PAGE.search(content.head) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each message with text as a page; raises Unreadable if the page holds none."""
    tree = parse_markup(content.read(LARGEST))
    messages = [] if tree is None else find_by_class(tree, "message")
    if not messages:
        raise Unreadable("a page of Telegram's export without messages: give its messages.html, or result.json")
    header = first_by_class(tree, "page_header")
    name = text_of_markup(first_by_class(header, "text", "bold") if header is not None else None)
    chat = Chat(content.name, known={"outlet": name} if name else {})
    before: dict[str, str] = {}
    senders = set()
    for element in messages:
        chat.add(_parse_message(element, before, chat))
        senders.add(before.get("author"))
    if senders <= {name, None}:  # a channel speaks under its own name: that is its outlet and no author
        chat.messages = [
            message._replace(
                known={fact: said for fact, said in message.known.items() if (fact, said) != ("author", name)}
            )
            for message in chat.messages
        ]
    yield from list_pages_of_chats([chat])


def _parse_message(element: HtmlElement, before: dict[str, str], chat: Chat) -> Message | str:
    """A message, or the reason why it is left out; `before` remembers who wrote the one that it is joined to."""
    number = (element.get("id") or "").removeprefix("message")
    if "service" in classes_of(element):
        return "day heading" if number.startswith("-") else "service message"
    body = next((child for child in element if "body" in classes_of(child)), element)
    if "joined" not in classes_of(element):
        before.clear()
    _remember(before, "author", _name_in(body))
    forwarded = next((child for child in body if {"forwarded", "body"} <= set(classes_of(child))), None)
    if forwarded is None:
        before.pop("forwarded_from", None)
    else:
        _remember(before, "forwarded_from", _name_in(forwarded))
        before.setdefault("forwarded_from", "not known")
    inner = body if forwarded is None else forwarded
    media, poll = _media_of(inner)
    written = next((child for child in inner if "text" in classes_of(child)), None)
    text = "\n\n".join(piece for piece in (text_of_markup(written), poll) if piece)
    if not text:
        return f"{media} {NO_TEXT}" if media else NO_TEXT
    when = next((child for child in body if "date" in classes_of(child)), None)
    known = keep_given(
        {
            "published": _moment(when, chat),
            "reply_to": _replied_to(inner),
            "media": media,
            "links": " ".join(dict.fromkeys(_links_of(written))),
            "author": text_of_markup(first_by_class(inner, "signature")),
            **reactions_of(_reactions(body)),
        }
    )
    if "published" in known:
        known["published_precision"] = "time"
    return Message(number, text, before | known)


def _remember(before: dict[str, str], fact: str, name: str) -> None:
    if not name:
        return
    before[fact] = _VIA.sub("", name)
    if via := _VIA.search(name):
        before["via_bot"] = f"@{via[1]}"


def _name_in(body: HtmlElement) -> str:
    named = next((child for child in body if "from_name" in classes_of(child)), None)
    return text_of_markup(named, but=("date",))


def _moment(element: HtmlElement | None, chat: Chat) -> datetime | None:
    """The time of a date's title: 26.12.2024 11:43:05 UTC+03:00, or 26 December 2024, 11:43:05; in its own zone."""
    if element is None:
        return None
    title = element.get("title") or ""
    if not (found := _DATE.match(title)):
        parsed = parse_dates([_ZONE.sub("", title)])[0]
        return parsed.when if parsed else chat.moment(title or "no date")
    day, month, rest = found[0].split(".", 2)
    year, _, time = rest.partition(" ")
    return chat.moment(f"{year}-{month}-{day} {time}")


def _replied_to(body: HtmlElement) -> str:
    reply = next((child for child in body if "reply_to" in classes_of(child)), None)
    for link in () if reply is None else reply.iter("a"):
        if found := _GO_TO.search(f"{link.get('href')} {link.get('onclick')}"):
            return found[1] or found[2]
    return ""


def _media_of(body: HtmlElement) -> tuple[str, str]:
    """What media a message carries, and the question and answers of a poll."""
    kinds = []
    for wrap in (child for child in body if "media_wrap" in classes_of(child)):
        for element in wrap.iter("a", "div"):
            kind = next((MEDIA[name] for name in classes_of(element) if name in MEDIA), None)
            if kind == "poll":
                answers = [text_of_markup(answer, but=("details",)) for answer in find_by_class(element, "answer")]
                return kind, "\n".join([text_of_markup(first_by_class(element, "question")), *answers]).strip()
            if kind:
                kinds.append(TITLES.get(text_of_markup(first_by_class(element, "title")), kind))
    return (kinds[0] if kinds else ""), ""


def _links_of(written: HtmlElement | None) -> Iterator[str]:
    for link in () if written is None else written.iter("a"):
        if address := (link.get("href") or "").strip():
            yield address


def _reactions(body: HtmlElement) -> list[tuple[str, int | None]]:
    """Each kind with its number: the one that is written, else the pictures of those who reacted."""
    kinds = []
    for reaction in find_by_class(body, "reaction"):
        written = text_of_markup(first_by_class(reaction, "count"))
        count = int(written) if written.isdigit() else len(find_by_class(reaction, "userpic"))
        kinds.append((text_of_markup(first_by_class(reaction, "emoji")) or "custom", count))
    return kinds
