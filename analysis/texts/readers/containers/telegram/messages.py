"""Messages of one chat on their way to pages: their numbers, what was left out of them, dates that were not read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from analysis.texts.readers.page import PLACE, Note, SourcePage, Taken, Unreadable

FORM = "post"
NO_TEXT = "without text"
YEARS = range(1990, 2100)  # a year before them is a clock's zero (1970) and no date; chats brought along may be old
CHANNEL_TYPES = ("public_channel", "private_channel", "channel", "ChatType.CHANNEL")
_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_EMPTY = (None, "", [], {})


class Message(NamedTuple):
    """A message that has text: its id as the file gives it ("" if it gives none), and what else the file says."""

    number: str
    text: str
    known: Mapping[str, object]


@dataclass
class Chat:
    """The messages of a chat as they are read, and what of them was left out.

    source: the file; place: what parts the chats of a file, "" for the only one; known: what holds for all messages;
    username: its name in addresses (t.me/NAME).
    """

    source: str
    place: str = ""
    known: dict[str, object] = field(default_factory=dict)
    username: str = ""
    is_channel: bool = False
    messages: list[Message] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    bad_dates: list[str] = field(default_factory=list)

    def add(self, message: Message | str) -> None:
        """Add a message, or count one for the reason why it is left out."""
        if isinstance(message, str):
            self.left_out[message] += 1
        else:
            self.messages.append(message)

    def moment(self, *values: object) -> datetime | None:
        """The first value that is a time; a message whose time cannot be read is counted."""
        if (moment := first_moment(*values)) is None and (given := [value for value in values if value not in _EMPTY]):
            self.bad_dates.append(str(given[0])[:40])
        return moment

    def address(self, number: str) -> str:
        """Where a message stands on the web; "" where that is not known."""
        return f"https://t.me/{self.username}/{number}" if self.username and number.isdigit() else ""


def list_pages_of_chats(chats: Sequence[Chat]) -> Iterator[Taken]:
    """List the pages of all chats of a file; raises Unreadable if none has a message with text."""
    if len(chats) == 1:
        chats[0].place = ""
    if not any(chat.messages for chat in chats):
        left_out = sum((chat.left_out for chat in chats), Counter())
        said = f"; {_told_of(left_out)}" if left_out else ""
        raise Unreadable(f"no message with text in {len(chats)} chat{'s' * (len(chats) > 1)} of Telegram{said}")
    for chat in chats:
        yield from list_chat_pages(chat)


def list_chat_pages(chat: Chat) -> Iterator[Taken]:
    """List the pages of a chat in the file's order, then notes on what was left out."""
    name = _NOT_IN_NAMES.sub("-", chat.place)
    numbers, again = _numbers_of(chat.messages)
    for message, number in zip(chat.messages, numbers, strict=True):
        place = f"chat={name}/message={number}" if name else f"message={number}"
        yield SourcePage(
            f"{chat.source}{PLACE}{place}", message.text, FORM, {**chat.known, **message.known}, "utf-8",
            len(message.text.encode("utf-8")), f"{name}-{number}" if name else number,
        )  # fmt: skip
    where = f"{chat.source}{PLACE}chat={name}" if name else chat.source
    if chat.left_out:
        yield Note(where, _told_of(chat.left_out))
    if again:
        yield Note(where, f"ids that stood before: {again:,}; their messages are told apart by a second number")
    if chat.bad_dates:
        yield Note(where, f"dates not read: {len(chat.bad_dates):,}, such as {chat.bad_dates[0]!r}")
    if not chat.messages:
        yield Note(where, "the chat holds no message with text")


def _told_of(reasons: Counter[str]) -> str:
    counted = sorted(reasons.items(), key=lambda reason: (-reason[1], reason[0]))
    return f"messages left out: {reasons.total():,} ({', '.join(f'{count:,} {reason}' for reason, count in counted)})"


def _numbers_of(messages: Sequence[Message]) -> tuple[list[str], int]:
    """Each message's id padded to the longest, so that names sort in order; and how many bore one that stood before.

    A message without an id is called after its position in the file (x3), one whose id stood before gets -2.
    """
    width = max((len(message.number) for message in messages if message.number.isdigit()), default=0)
    seen: Counter[str] = Counter()
    numbers, again = [], 0
    for position, message in enumerate(messages, 1):
        own = message.number
        number = own.zfill(width) if own.isdigit() else _NOT_IN_NAMES.sub("-", own)[:60] or f"x{position}"
        seen[number] += 1
        again += seen[number] > 1
        numbers.append(number if seen[number] == 1 else f"{number}-{seen[number]}")
    return numbers, again


def first_moment(*values: object) -> datetime | None:
    """The first of some values that is a time."""
    return next((moment for value in values if (moment := parse_moment(value))), None)


def parse_moment(value: object) -> datetime | None:
    """A time as Telegram's tools write it (ISO 8601, or seconds since 1970 in UTC), without its zone; None if none."""
    try:
        if isinstance(value, int | float) or (isinstance(value, str) and value.isdigit()):
            moment = datetime.fromtimestamp(float(value), UTC)
        else:
            moment = datetime.fromisoformat(str(value).strip())
    except (ValueError, OverflowError, OSError):
        return None
    return moment.replace(tzinfo=None) if moment.year in YEARS else None


def number_of(value: object) -> int | None:
    """A count as a whole number; None if it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and value.strip().isdigit():
        return int(value)
    return int(value) if isinstance(value, int | float) and value == value and abs(value) < 2**53 else None


def text_of(value: object) -> str:
    """A value that should be a text, as one; "" where there is none. Halves of a character are U+FFFD."""
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def reactions_of(kinds: Sequence[tuple[str, int | None]]) -> dict[str, object]:
    """What is known of reactions: their sum, and each kind with its number ("👍 12 👎 3")."""
    counted = [(kind, count) for kind, count in kinds if count]
    if not counted:
        return {}
    by_kind = " ".join(f"{kind} {count}" for kind, count in counted)
    return {"reactions": sum(count for _, count in counted), "reactions_by_kind": by_kind}


def keep_given(facts: Mapping[str, object]) -> dict[str, object]:
    """Keep the facts that say something: nothing missing, nothing empty."""
    return {name: value for name, value in facts.items() if value not in _EMPTY}
