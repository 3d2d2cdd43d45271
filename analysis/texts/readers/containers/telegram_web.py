"""A page of t.me saved as HTML (t.me/s/NAME, or one post embedded): one page a post, by the classes of its widget."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

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
    text_of,
)
from analysis.texts.readers.layouts.post_marks import parse_short_count
from analysis.texts.readers.page import LARGEST, Content, Settings, Taken, Unreadable

CONTAINER = "telegram web html"
_POST = re.compile(rb'class="[^"]*\btgme_widget_message[ "]|class="[^"]*\btgme_channel_info')
_WIDGET = "tgme_widget_message"
MEDIA = {  # class of what stands for media -> what it is called in documents
    "photo_wrap": "photo", "video_player": "video", "video_wrap": "video", "roundvideo_player": "video message",
    "voice_player": "voice", "document_wrap": "file", "document": "file", "sticker_wrap": "sticker", "poll": "poll",
    "location_wrap": "location", "contact_wrap": "contact", "game": "game", "invoice": "invoice",
}  # fmt: skip
_COUNT = re.compile(r"(\d[\d.,\s]*)([kKmM])?")


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a page of t.me: by the classes of its posts."""
    return 0.95 if _POST.search(content.head) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each post with text as a page; raises Unreadable if the page holds none."""
    tree = parse_markup(content.read(LARGEST))
    posts = [] if tree is None else [post for post in find_by_class(tree, _WIDGET) if post.get("data-post")]
    if not posts:
        raise Unreadable("a page of t.me without posts: save https://t.me/s/NAME, or export the channel")
    names = [*find_by_class(tree, "tgme_channel_info_header_title"), *find_by_class(posts[0], f"{_WIDGET}_owner_name")]
    outlet = next((name for element in names if (name := text_of_markup(element))), "")
    chats: dict[str, Chat] = {}
    for post in posts:
        username, _, number = text_of(post.get("data-post")).rpartition("/")
        if username not in chats:
            owner = text_of_markup(first_by_class(post, f"{_WIDGET}_owner_name")) if chats else outlet
            chats[username] = Chat(content.name, username, keep_given({"outlet": owner}), username, True)
        chats[username].add(_parse_post(post, number, chats[username]))
    yield from list_pages_of_chats(list(chats.values()))


def _parse_post(post: HtmlElement, number: str, chat: Chat) -> Message | str:
    if "service_message" in classes_of(post):
        return "service message"
    written = next(
        (text for text in find_by_class(post, f"{_WIDGET}_text") if "js-message_reply_text" not in classes_of(text)),
        None,
    )
    options = [text_of_markup(option) for option in find_by_class(post, f"{_WIDGET}_poll_option_text")]
    question = text_of_markup(first_by_class(post, f"{_WIDGET}_poll_question"))
    poll = "\n".join([question, *(f"- {option}" for option in options)]).strip()
    media = next((kind for name, kind in MEDIA.items() if find_by_class(post, f"{_WIDGET}_{name}")), "")
    text = "\n\n".join(piece for piece in (text_of_markup(written), poll) if piece)
    if not text:
        return f"{media} {NO_TEXT}" if media else NO_TEXT
    known = keep_given(
        {
            "published": chat.moment(*_moments(post)),
            "forwarded_from": text_of_markup(first_by_class(post, f"{_WIDGET}_forwarded_from_name")),
            "reply_to": _replied_to(post),
            "author": text_of_markup(first_by_class(post, f"{_WIDGET}_from_author")),
            "media": media,
            "url": chat.address(number),
            "links": " ".join(dict.fromkeys(_links_of(written))),
            "views": _count(text_of_markup(first_by_class(post, f"{_WIDGET}_views"))),
            "is_edited": "edited" in text_of_markup(first_by_class(post, f"{_WIDGET}_meta")) or None,
            **reactions_of([_reaction(one) for one in find_by_class(post, "tgme_reaction")]),
        }
    )
    if "published" in known:
        known["published_precision"] = "time"
    return Message(number, text, known)


def _moments(post: HtmlElement) -> list[str]:
    """When it was published: the time in the line under it, not that of a film."""
    dates = find_by_class(post, f"{_WIDGET}_date")
    return [time.get("datetime") for date in dates for time in date.iter("time") if time.get("datetime")]


def _replied_to(post: HtmlElement) -> str:
    reply = first_by_class(post, f"{_WIDGET}_reply")
    found = re.search(r"/(\d+)(?:\?.*)?$", reply.get("href") or "") if reply is not None else None
    return found[1] if found else ""


def _links_of(written: HtmlElement | None) -> Iterator[str]:
    for link in () if written is None else written.iter("a"):
        address = (link.get("href") or "").strip()
        if address and not address.startswith("?q="):  # a hashtag leads to a search
            yield address


def _count(text: str) -> int | None:
    found = _COUNT.fullmatch(text.strip())
    return parse_short_count(found[1], found[2]) if found else None


def _reaction(one: HtmlElement) -> tuple[str, int | None]:
    kind, text = text_of_markup(first_by_class(one, "emoji")), text_of_markup(one)
    star = "⭐" if "tgme_reaction_paid" in classes_of(one) else "custom"
    return kind or star, _count(text.removeprefix(kind))
