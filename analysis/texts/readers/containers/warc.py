"""Web archives (WARC, ISO 28500): every page of a crawl that was answered with HTML is one document."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from io import BufferedReader
from typing import TYPE_CHECKING, BinaryIO

from analysis.texts.readers.containers.warc_stream import UnpackedStream
from analysis.texts.readers.containers.web_page import split_web_page
from analysis.texts.readers.containers.web_page_facts import parse_timestamp
from analysis.texts.readers.containers.web_page_tree import LARGEST_PAGE, decode_page
from analysis.texts.readers.page import Content, Note, Refused, Settings, SourcePage, Taken, Unreadable

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

CONTAINER = "web archive"
_START = b"WARC/"
_GZIP = b"\x1f\x8b"
_PAGES = ("text/html", "application/xhtml+xml")


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a web archive, by its first bytes, which gzip may have packed."""
    head = content.head
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 1_000)
        except zlib.error:
            return 0.0
    return 0.9 if head.lstrip().startswith(_START) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give the article of each page that was answered with HTML and status 200; others are counted in a Note.

    What is known of a page has its address (url) and when it was crawled (retrieved), which is no day of publication.
    Raises Unreadable if the archive is broken from its beginning.
    """
    others: Counter[str] = Counter()
    number = 0
    with content.open() as packed:
        unpacked = UnpackedStream(packed)
        stream = BufferedReader(unpacked) if content.head.startswith(_GZIP) else packed
        for count, record in enumerate(_split_records(content, stream), start=1):
            if isinstance(record, Refused):
                yield record
                break
            if (why := _why_not(record)) is not None:
                others.update([why] if why else [])
                continue
            number += 1
            yield from _split_record(f"{content.name}#record={count}", record, f"{number:04d}")
    if unpacked.broken:
        yield Refused(content.name, f"broken ({unpacked.broken}): what stands before is read", content.size)
    if others:
        told = ", ".join(f"{count:,} {why}" for why, count in others.most_common())
        yield Note(content.name, f"records that are no web pages left out: {told}")
    if not number:
        raise Unreadable("a web archive without a web page (a response of text/html with status 200)")


def _split_records(content: Content, stream: BinaryIO) -> Iterator[ArcWarcRecord | Refused]:
    """The records in order; where the archive breaks off, that is said and the rest is lost."""
    from warcio.exceptions import ArchiveLoadFailed

    from analysis.texts.readers.containers.warc_records import RecordIterator

    try:
        yield from RecordIterator(stream)
    except (
        ArchiveLoadFailed,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        KeyError,
        AttributeError,
        IndexError,
    ) as problem:
        if isinstance(problem, Unreadable):
            raise
        why = "a record without its head" if isinstance(problem, AttributeError) else " ".join(str(problem).split())
        yield Refused(content.name, f"broken from here on ({why}): what stands before is read", content.size)


def _why_not(record: ArcWarcRecord) -> str | None:
    """Why a record is no page of text: "" for what is no response, None for a page."""
    if record.rec_type not in ("response", "resource"):
        return ""
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return f"answered with {status or 'no status'}"
    kind = _kind_of(record).partition(";")[0].strip().lower()
    return None if kind in _PAGES else f"of {kind or 'no kind'}"


def _kind_of(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _split_record(source: str, record: ArcWarcRecord, number: str) -> Iterator[Taken]:
    from analysis.texts.readers.containers.warc_records import bytes_of_record

    try:
        data = bytes_of_record(record, LARGEST_PAGE + 1)
    except (zlib.error, OSError, EOFError, ValueError) as problem:
        yield Refused(source, f"broken: {problem}")
        return
    charset = _kind_of(record).partition("charset=")[2].strip(" \"';") or None
    known = {"url": record.rec_headers.get_header("WARC-Target-URI")}
    if parsed := parse_timestamp(record.rec_headers.get_header("WARC-Date")):
        known["retrieved"] = parsed[0]
    try:
        markup, encoding = decode_page(data, charset)
        yield from split_web_page(SourcePage(source, markup, "story", known, encoding, len(data), number))
    except Unreadable as problem:
        yield Refused(source, str(problem), len(data))
