"""One message as programs save it: Telethon's and 4CAT's (peer_id, message), Pyrogram's and the Bot API's (chat, text).

Fields: docs.telethon.dev (Message), docs.pyrogram.org (Message), core.telegram.org/bots/api; 4CAT writes Telethon's
with "_type" for "_" and the chat beside the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.texts.readers.containers.telegram.messages import (
    NO_TEXT,
    Chat,
    Message,
    first_moment,
    keep_given,
    number_of,
    reactions_of,
    text_of,
)  # fmt: skip

MEDIA = {
    "messagemediaphoto": "photo", "messagemediapoll": "poll", "messagemediageo": "location", "messagemediavenue":
    "location", "messagemediageolive": "location", "messagemediacontact": "contact", "messagemediagame": "game",
    "messagemediainvoice": "invoice", "messagemediadice": "dice", "messagemediadocument": "file",
    "video_note": "video message",
}  # fmt: skip
NO_MEDIA = ("messagemediawebpage", "messagemediaempty", "web_page", "web_page_preview")
FIELDS = (
    "photo", "video", "animation", "voice", "video_note", "audio", "sticker", "document", "poll", "location", "venue",
    "contact", "game", "dice",
)  # fmt: skip
DOCUMENTS = (("video", "video"), ("audio", "audio"), ("image/gif", "animation"), ("image/webp", "sticker"))
HIDDEN, SHOWN = ("texturl", "text_link"), ("url",)  # types of entities that lead to an address
_WRITTEN_REACTION = re.compile(r"([^\s\d]+)\s?(\d{1,9})")
SERVICE = ("service", "action", "new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo",
           "pinned_message")  # fmt: skip


def type_of(value: object) -> str:
    """What kind of thing a dict is, as Telethon ("_"), 4CAT ("_type") and Pyrogram say it; "" if it does not say."""
    return text_of(value.get("_") or value.get("_type")) if isinstance(value, dict) else ""


def parse_api_message(raw: dict, chat: Chat) -> Message | str:
    """A message that a program saved, or the reason why it is left out."""
    if (action := _action_of(raw)) is not None:
        return f"{action} (service)"
    poll = _part(raw, "poll") or _part(_part(raw, "media"), "poll")
    said = next((text for name in ("message", "text", "caption") if (text := text_of(raw.get(name)))), "")
    text = "\n\n".join(piece for piece in (said, _poll_of(poll)) if piece)
    media = _media_of(raw)
    if not text.strip():
        return f"{media} {NO_TEXT}" if media else NO_TEXT
    number = text_of(raw.get("message_id")) or text_of(raw.get("id"))
    replies = raw.get("replies")
    known = keep_given(
        {
            "published": chat.moment(raw.get("date")),
            "edited": first_moment(raw.get("edit_date")),
            "author": _author_of(raw, chat),
            "forwarded_from": _origin_of(raw),
            "reply_to": _replied_to(raw),
            "media": media,
            "via_bot": _name_of(_part(raw, "via_bot")) or text_of(raw.get("via_bot_id")),
            "url": chat.address(number) or text_of(raw.get("link")),
            "links": " ".join(dict.fromkeys(link for link in _links_of(said, raw) if link)),
            "views": number_of(raw.get("views")),
            "forwards": number_of(raw.get("forwards")),
            "replies": number_of(replies.get("replies") if isinstance(replies, dict) else replies),
            **reactions_of(list(_reactions(raw.get("reactions")))),
        }
    )
    if "published" in known:
        known["published_precision"] = "time"
    return Message(number, text, known)


def make_chat(raw: dict, source: str, place: str) -> Chat:
    """The chat that a message belongs to, as far as the message tells of it."""
    told = _part(raw, "chat") or _part(raw, "_chat") or _part(raw, "sender_chat")
    is_channel = (
        type_of(told).lower() == "channel" or text_of(told.get("type")).lower().endswith("channel") or _is_post(raw)
    )
    group = told.get("megagroup") is True or text_of(told.get("type")).lower().endswith("group")
    name = _name_of(told)
    known = keep_given({"outlet": name, "chat_id": place})
    return Chat(source, place, known, text_of(told.get("username")), is_channel and not group)


def place_of(raw: dict) -> str:
    """The identifier of a message's chat; "" if it says none."""
    peer = _part(raw, "peer_id") or _part(raw, "to_id") or _part(raw, "chat") or _part(raw, "_chat")
    for name in ("channel_id", "chat_id", "user_id", "id"):
        if found := text_of(peer.get(name)):
            return found
    return text_of(raw.get("peer_id")) or text_of(raw.get("chat_id"))


def _part(raw: object, name: str) -> dict:
    value = raw.get(name) if isinstance(raw, dict) else None
    return value if isinstance(value, dict) else {}


def _is_post(raw: dict) -> bool:
    return raw.get("post") is True


def _action_of(raw: dict) -> str | None:
    """What a service message tells of; None if the message is none."""
    if type_of(raw).lower() == "messageservice":
        return type_of(_part(raw, "action")).removeprefix("MessageAction") or "unknown"
    if type_of(raw).lower() == "messageempty":
        return "empty"
    given = next((name for name in SERVICE if raw.get(name)), None)
    if given is None:
        return None
    return (text_of(raw[given]) or type_of(raw[given]) or given).removeprefix("MessageServiceType.").replace("_", " ")


def _name_of(who: dict) -> str:
    """What a chat or a person is called."""
    full = " ".join(part for name in ("first_name", "last_name") if (part := text_of(who.get(name)).strip()))
    return text_of(who.get("title")).strip() or full or text_of(who.get("username"))


def _author_of(raw: dict, chat: Chat) -> str:
    """Who wrote: the signature of a post, in a chat the sender, by name or by identifier."""
    signature = text_of(raw.get("post_author")) or text_of(raw.get("author_signature"))
    if signature or chat.is_channel:
        return signature
    sender = _part(raw, "from_user") or _part(raw, "from") or _part(raw, "sender") or _part(raw, "_sender")
    own = {name: raw.get(name) for name in ("first_name", "last_name")}
    return _name_of(sender) or _name_of(own) or _identifier(raw.get("from_id")) or text_of(raw.get("sender_id"))


def _identifier(peer: object) -> str:
    if not isinstance(peer, dict):
        return text_of(peer)
    return next((found for name in ("channel_id", "chat_id", "user_id") if (found := text_of(peer.get(name)))), "")


def _origin_of(raw: dict) -> str:
    """Whom it was forwarded from: a name, else an identifier."""
    header = _part(raw, "fwd_from") or _part(raw, "forward")
    names = [text_of(header.get("from_name")), text_of(raw.get("forward_sender_name"))]
    origin = _part(raw, "forward_origin")
    people = [_part(raw, name) for name in ("forward_from_chat", "forward_from")]
    people += [_part(origin, name) for name in ("chat", "sender_chat", "sender_user")]
    people += [_part(header, name) for name in ("chat", "_chat", "sender")]
    names += [_name_of(who) for who in people] + [text_of(origin.get("sender_user_name"))]
    names += [_identifier(header.get("from_id")), text_of(header.get("channel_id")), text_of(header.get("post_author"))]
    found = next((name for name in names if name), "")
    return found or ("not known" if header or raw.get("forward_date") else "")


def _replied_to(raw: dict) -> str:
    header = _part(raw, "reply_to")
    found = header.get("reply_to_msg_id") or raw.get("reply_to_msg_id") or raw.get("reply_to_message_id")
    replied = _part(raw, "reply_to_message")
    return text_of(found) or text_of(replied.get("id") or replied.get("message_id")) or text_of(raw.get("reply_to"))


def _media_of(raw: dict) -> str:
    media = raw.get("media") or raw.get("media_type")
    kind = (type_of(media) or text_of(media)).removeprefix("MessageMediaType.").lower()
    if kind in NO_MEDIA:
        return ""
    if kind == "messagemediadocument":
        mime = text_of(_part(media, "document").get("mime_type"))
        return next((name for begin, name in DOCUMENTS if mime.startswith(begin)), "file")
    if kind:
        return MEDIA.get(kind, kind.removeprefix("messagemedia").replace("_", " "))
    given = next((name for name in FIELDS if raw.get(name)), "")
    return MEDIA.get(given, given).replace("document", "file")


def _poll_of(poll: dict) -> str:
    """The question of a poll and its answers, one a line."""
    answers = poll.get("answers") or poll.get("options")
    answers = [_plain(answer) for answer in answers] if isinstance(answers, list) else []
    return "\n".join([_plain(poll.get("question")), *(f"- {answer}" for answer in answers if answer)]).strip()


def _plain(value: object) -> str:
    """A text, or a text with entities ({"text": ...}) in one another."""
    for _ in range(4):
        if isinstance(value, dict):
            value = value.get("text")
    return text_of(value).strip()


def _links_of(text: str, raw: dict) -> Iterator[str]:
    """The addresses that entities lead to; an entity that lies beyond the text leads nowhere."""
    entities = raw.get("entities") or raw.get("caption_entities")
    for entity in entities if isinstance(entities, list) else []:
        if not isinstance(entity, dict):
            continue
        kind = (text_of(entity.get("type")) or type_of(entity)).lower()
        if kind.endswith(HIDDEN):
            yield text_of(entity.get("url")).strip()
        elif kind.endswith(SHOWN):
            yield _cut_out(text, number_of(entity.get("offset")), number_of(entity.get("length")))


def _cut_out(text: str, offset: int | None, length: int | None) -> str:
    """A part of a text whose place counts in UTF-16: an emoji is two."""
    if offset is None or length is None or offset < 0 or length < 0:
        return ""
    before = text if text.isascii() else text.encode("utf-16-le")[: 2 * offset].decode("utf-16-le", "replace")
    start = min(offset, len(text)) if text.isascii() else len(before)
    units = text[start : start + length].encode("utf-16-le")[: 2 * length]
    return units.decode("utf-16-le", "ignore").strip()


def _reactions(reactions: object) -> Iterator[tuple[str, int | None]]:
    """Telethon: {"results": [{"reaction": {"emoticon"}, "count"}]}; Pyrogram: {"reactions": [{"emoji", "count"}]}."""
    if isinstance(reactions, str):  # "👍 12 👎 3"
        yield from ((kind, int(count)) for kind, count in _WRITTEN_REACTION.findall(reactions))
    if isinstance(reactions, dict):
        listed = next(
            (reactions[key] for key in ("results", "reactions") if isinstance(reactions.get(key), list)), None
        )
        if listed is None:  # {"👍": 12}, as 4CAT writes them
            yield from ((text_of(kind), number_of(count)) for kind, count in reactions.items())
        reactions = listed
    for one in reactions if isinstance(reactions, list) else []:
        if isinstance(one, dict):
            inner = _part(one, "reaction")
            kind = text_of(inner.get("emoticon") or one.get("emoji") or one.get("emoticon") or one.get("reaction"))
            yield kind or ("⭐" if "Paid" in type_of(inner) else "custom"), number_of(one.get("count"))
