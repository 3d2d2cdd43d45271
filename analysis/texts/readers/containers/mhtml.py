"""Web pages saved with all their parts (.mhtml, .mht) and letters (.eml): the HTML in them is read, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.texts.readers.containers.web_page import split_web_page
from analysis.texts.readers.containers.web_page_facts import parse_timestamp
from analysis.texts.readers.containers.web_page_tree import decode_page
from analysis.texts.readers.encodings import decode_text
from analysis.texts.readers.markup import text_of_html
from analysis.texts.readers.page import Content, Settings, SourcePage, Taken, Unreadable

if TYPE_CHECKING:
    from email.message import Message

CONTAINER = "saved web page or letter"
MOST_PARTS = 20_000  # lines that may part them; a page with all its pictures has some hundreds
LONGEST_HEADER = 2_000  # characters of a subject or sender that are read
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_OF_LETTERS = frozenset(
    (b"from", b"to", b"subject", b"date", b"message-id", b"received", b"return-path", b"mime-version", b"content-type")
)


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a letter or a page saved as one, by the header lines that it begins with."""
    names, place = set(), len(content.head) - len(content.head.lstrip())
    while (found := _HEADER.match(content.head, place)) and len(names) < 60:
        names.add(found[0].partition(b":")[0].lower())
        place = found.end()
    machine = names & {b"mime-version", b"message-id", b"received"}  # no person types these
    return 0.8 if machine and len(names & _OF_LETTERS) >= 2 else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give the page, or the letter's text, subject, sender and date; raises Unreadable if there is none."""
    data = content.read()
    if data.count(b"\n--") > MOST_PARTS:
        raise Unreadable(f"a letter or saved page of over {MOST_PARTS:,} parts: save its text as plain text")
    letter = _parse_letter(data)
    saved = _is_saved_page(letter)
    part = _body_of(letter, ("html", "plain") if saved else ("plain", "html"))
    if part is None:
        raise Unreadable("a letter or saved page without text: save its text as plain text")
    data, declared = part.get_payload(decode=True) or b"", part.get_content_charset()
    if part.get_content_type() == "text/html" and saved:
        markup, encoding = decode_page(data, declared)
        address = str(letter.get("snapshot-content-location") or part.get("content-location") or "").strip()
        known = {"url": address} if address.startswith(("http://", "https://")) else {}
        page = SourcePage(content.name, markup, "story", known, encoding, content.size)
        yield from split_web_page(page, settings.one_document_per_file)
        return
    text, encoding = decode_page(data, declared) if declared else decode_text(data)
    text = text_of_html(text) if part.get_content_type() == "text/html" else text
    if not text.strip():
        raise Unreadable("a letter without text")
    yield SourcePage(content.name, text, "story", _facts_of_letter(letter), encoding, content.size)


def _parse_letter(data: bytes) -> Message:
    from email import message_from_bytes

    try:
        return message_from_bytes(data)
    except RecursionError as problem:
        raise Unreadable("a letter or saved page whose parts lie too deep in one another") from problem
    except (ValueError, LookupError, TypeError, AttributeError) as problem:
        raise Unreadable(f"a broken letter or saved page ({problem})") from problem


def _is_saved_page(letter: Message) -> bool:
    """Whether a browser saved it: browsers name the page, themselves, or nobody as its sender."""
    sender = str(letter.get("From", "")).lower()
    named = "Snapshot-Content-Location" in letter or "saved by" in sender
    return named or (not sender and letter.get_content_maintype() == "multipart")


def _body_of(letter: Message, kinds: tuple[str, ...]) -> Message | None:
    """The first part with text of the kinds that are wanted, the better kind first."""
    parts = [
        part for part in letter.walk() if not part.is_multipart() and part.get_content_disposition() != "attachment"
    ]
    for kind in kinds:
        for part in parts:
            if part.get_content_type() == f"text/{kind}" and (part.get_payload(decode=True) or b"").strip():
                return part
    return None


def _facts_of_letter(letter: Message) -> dict[str, object]:
    """Subject as title, the sender's name as author, the date by the sender's clock."""
    from email.utils import parseaddr

    parsed = parse_timestamp(letter.get("Date"))
    facts = {"title": _decode_header(letter.get("Subject")), "author": parseaddr(_decode_header(letter.get("From")))[0]}
    facts |= {"published": parsed[0], "published_precision": parsed[1]} if parsed else {}
    return {column: value for column, value in facts.items() if value}


def _decode_header(value: object) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return " ".join(str(make_header(decode_header(str(value or "")[:LONGEST_HEADER]))).split())
    except (HeaderParseError, ValueError, LookupError):
        return " ".join(str(value or "").split())
