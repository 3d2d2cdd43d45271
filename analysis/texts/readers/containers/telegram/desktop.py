"""One message of Telegram Desktop's result.json; its fields as export_output_json.cpp of tdesktop writes them."""

from __future__ import annotations

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

MEDIA = {  # media_type -> what it is called in documents
    "video_file": "video", "video_message": "video message", "voice_message": "voice", "audio_file": "audio",
    "animation": "animation", "sticker": "sticker",
}  # fmt: skip
FIELDS = {  # a field that tells of media -> what it is called, where media_type does not say it
    "photo": "photo", "poll": "poll", "file": "file", "location_information": "location", "place_name": "location",
    "contact_information": "contact", "game_title": "game", "invoice_information": "invoice",
}  # fmt: skip
NOBODY = "Deleted Account"  # as Telegram calls who is gone
LINKS = ("link", "text_link")
DEEPEST = 20  # lists in lists of a text


def parse_desktop_message(raw: object, chat: Chat) -> Message | str:
    """A message of an export, or the reason why it is left out."""
    if not isinstance(raw, dict):
        return "not a message"
    if (kind := raw.get("type", "message")) != "message":
        action = text_of(raw.get("action")) or text_of(kind) or "unknown"
        return f"{action.replace('_', ' ')} (service)" if kind == "service" else f"{action} (type)"
    media = _media_of(raw)
    parts = list(_parts_of(raw.get("text") or raw.get("text_entities")))
    text = "\n\n".join(piece for piece in ("".join(text for text, _ in parts), _poll_of(raw.get("poll"))) if piece)
    if not text.strip():
        return f"{media} {NO_TEXT}" if media else NO_TEXT
    known = keep_given(
        {
            "published": chat.moment(raw.get("date"), raw.get("date_unixtime")),
            "edited": first_moment(raw.get("edited"), raw.get("edited_unixtime")),
            "author": _author_of(raw, chat),
            "forwarded_from": _origin_of(raw),
            "reply_to": text_of(raw.get("reply_to_message_id")),
            "media": media,
            "via_bot": text_of(raw.get("via_bot")),
            "url": chat.address(text_of(raw.get("id"))),
            "links": " ".join(dict.fromkeys(link for _, link in parts if link)),
            **{name: number_of(raw.get(name)) for name in ("views", "forwards", "replies")},
            **reactions_of(_reactions(raw.get("reactions"))),
        }
    )
    if "published" in known:
        known["published_precision"] = "time"
    return Message(text_of(raw.get("id")), text, known)


def _parts_of(value: object, depth: int = 0) -> Iterator[tuple[str, str]]:
    """The pieces of a text, each with the address that it leads to; a text is a string, or a list with entities."""
    if isinstance(value, list) and depth < DEEPEST:
        for part in value:
            yield from _parts_of(part, depth + 1)
    elif isinstance(value, dict):
        text = text_of(value.get("text"))
        link = text_of(value.get("href")) or (text if value.get("type") in LINKS else "")
        yield text, link.strip()
    else:
        yield text_of(value), ""


def _flat(value: object) -> str:
    return "".join(text for text, _ in _parts_of(value)).strip()


def _poll_of(poll: object) -> str:
    """The question of a poll and its answers, one a line."""
    if not isinstance(poll, dict):
        return ""
    answers = poll.get("answers")
    answers = [_flat(answer) for answer in answers] if isinstance(answers, list) else []
    return "\n".join([_flat(poll.get("question")), *(f"- {answer}" for answer in answers if answer)]).strip()


def _media_of(raw: dict) -> str:
    kind = text_of(raw.get("media_type"))
    if kind:
        return MEDIA.get(kind, kind.replace("_", " "))
    return next((name for name_of_field, name in FIELDS.items() if name_of_field in raw), "")


def _author_of(raw: dict, chat: Chat) -> str:
    """Who wrote: in a channel the signature, in a chat the sender."""
    return text_of(raw.get("author")) if chat.is_channel else text_of(raw.get("from") or raw.get("actor"))


def _origin_of(raw: dict) -> str:
    """Whom it was forwarded from; the name is missing where the account is gone."""
    for name in ("forwarded_from", "saved_from"):
        if name in raw:
            return text_of(raw[name]) or NOBODY
    return NOBODY if "forwarded_from_id" in raw else ""


def _reactions(reactions: object) -> list[tuple[str, int | None]]:
    given = [one for one in reactions if isinstance(one, dict)] if isinstance(reactions, list) else []
    return [(text_of(one.get("emoji")) or {"paid": "⭐"}.get(one.get("type"), "custom"), number_of(one.get("count")))
            for one in given]  # fmt: skip
