"""Messages of a chat as a layout takes them apart, and the document that each becomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.texts.readers.layouts.post_dates import parse_post_dates
from analysis.texts.readers.layouts.post_marks import list_links, list_message_notes
from analysis.texts.readers.lines import Layout, PageLine, Story


@dataclass
class ChatMessage:
    """A message: when ("" if that is not said), by whom ("" for one of the program's own), its lines of text.

    known: what the page says of it besides; empty: what stands in the place of a text, if that is known.
    """

    when: str = ""
    sender: str = ""
    lines: list[PageLine] = field(default_factory=list)
    known: dict[str, object] = field(default_factory=dict)
    empty: str = ""


def lay_out_messages(messages: Sequence[ChatMessage], removed: list[PageLine], chat: str) -> Layout:
    """Make a document of each message that has a text, with its date, sender and links; chat: what is copied."""
    said = [" ".join(line.text for line in message.lines) for message in messages]
    dates = parse_post_dates([message.when or None for message in messages], said, by_program=True)
    stories, empty, unread = [], Counter(), 0
    for message, date in zip(messages, dates, strict=True):
        if not message.lines:
            empty[message.empty or "nothing"] += 1
            continue
        unread += date is None
        told = {"published": date.when, "published_precision": date.precision} if date else {}
        author = {"author": message.sender} if message.sender else {}
        links = list_links(message.lines)
        stories.append(
            Story(message.lines, None, message.known | told | author | ({"links": " ".join(links)} if links else {}))
        )
    return Layout(stories, removed, None, list_message_notes(f"{len(messages)} messages of {chat}", empty, unread))
