"""A chat with a head of lines over each message, as programs export Signal (sigtop) and Discord (DiscordChatExporter).

Signal: "From: Anna (+49...)", "Type: incoming", "Sent: Sat, 04 May 2024 10:15:00 +0200", a blank line, the text.
Discord: "[20-Mar-24 09:15 AM] anna#1234" and the text below, attachments and reactions under headings in braces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.texts.readers.layouts.chat_messages import ChatMessage, lay_out_messages
from analysis.texts.readers.lines import Layout, PageLine

FORMAT = "exported chat"
KIND = "post"
FEWEST = 2  # messages
OUTSIDE = 0.25  # of a page: at most above the first message
_SIGNAL_TYPES = r"Type: (?:incoming|outgoing|group-v\d-change|call-history|keychange|[a-z0-9-]{3,40})"
_SIGNAL = re.compile(rf"^From: (?P<sender>[^\n]{{1,80}})\r?\n{_SIGNAL_TYPES}\r?\n", re.MULTILINE)
_DISCORD = re.compile(
    r"^\[(?P<when>\d{1,4}[./-](?:\d{1,2}|[A-Z][a-z]{2})[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?)\] "
    r"(?P<sender>[^\s:\n][^:\n]{0,60}?)(?: \(pinned\))?\r?$",
    re.MULTILINE,
)
_HEAD = re.compile(
    r"(?:Type|Sent|Received|Edited|Attachment|Reaction|Quote|Mention|Sticker|Version|Deleted): ?(?P<value>.*)"
)
_SENDER = re.compile(r"From: (?P<name>.+?)(?: \(\+?[\w -]+\))?")
_PART = re.compile(r"\{(?:Attachments|Embed|Embeds|Reactions|Stickers|Invite)\}")
_BEFORE = re.compile(r"[=-]{5,}|(?:Guild|Channel|Topic|After|Before|Conversation|Exported \d+ message\(s\)):?.{0,200}")


@dataclass
class _Message(ChatMessage):
    """A message, and whether the next line may belong to its head."""

    in_head: bool = True


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is such a chat: by two messages or more from its beginning on."""
    likely = [pattern for sign, pattern in (("\nType: ", _SIGNAL), ("\n[", _DISCORD)) if sign in text]
    places = [found.start() for pattern in likely for found in pattern.finditer(text)]
    return 0.94 if len(places) >= FEWEST and min(places) <= max(OUTSIDE * len(text), 600) else 0.0


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the messages apart: a document each, with its date and sender; heads and attachments go to `removed`."""
    return lay_out_messages(*_split_messages(lines), "a chat")


def _split_messages(lines: list[PageLine]) -> tuple[list[_Message], list[PageLine]]:
    messages: list[_Message] = []
    removed: list[PageLine] = []
    for number, line in enumerate(lines):
        if message := _open_message(lines, number):
            messages.append(message)
            removed.append(line._replace(reason="header of a message"))
        elif line.reason:
            removed.append(line)
        elif not messages and _BEFORE.fullmatch(line.text):
            removed.append(line._replace(reason="header of the chat"))
        else:
            messages = messages or [_Message(in_head=False)]
            _take_line(line, messages[-1], removed)
    return messages, removed


def _open_message(lines: list[PageLine], number: int) -> _Message | None:
    """Read the first line of a message's head, if it is one."""
    text = lines[number].text
    if text.startswith("From: ") and number + 1 < len(lines) and re.fullmatch(_SIGNAL_TYPES, lines[number + 1].text):
        sender = _SENDER.fullmatch(text)
        return _Message(sender=sender["name"] if sender else "")
    if (found := _DISCORD.fullmatch(text)) is not None:
        return _Message(_spell_out(found["when"]), re.sub(r"#\d{4}$", "", found["sender"]))
    return None


def _take_line(line: PageLine, message: _Message, removed: list[PageLine]) -> None:
    """Take a line for what the head says, or for the message's text."""
    head = _HEAD.fullmatch(line.text) if message.in_head and not line.gap else None
    if head:
        if line.text.startswith("Sent:"):
            message.when = re.sub(r"^\w{3}, | [+-]\d{4}$", "", head["value"])
        message.known |= {"is_edited": True} if line.text.startswith("Edited:") else {}
        removed.append(line._replace(reason="header of a message"))
        return
    if _PART.fullmatch(line.text) or message.known.get("media"):
        message.known["media"] = message.known.get("media") or line.text.strip("{}").lower()
        removed.append(line._replace(reason="media line"))
        return
    message.in_head = False
    message.lines.append(line)


def _spell_out(when: str) -> str:
    """A date such as 20-Mar-24 with blanks and its year in full."""
    return re.sub(r"^(\d{1,2})-([A-Z][a-z]{2})-(?:20)?(\d\d)\b", r"\1 \2 20\3", when)
