"""Web pages as trees: bytes to characters by what the page says of its encoding, within limits that keep it quick."""

from __future__ import annotations

import codecs
import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING

from analysis.texts.readers.encodings import MARKS, Undecodable, decode_text
from analysis.texts.readers.page import HEAD, Unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement, HTMLParser

LARGEST_PAGE = 10_000_000  # bytes; a page of news has some hundred thousand, scripts included
MOST_ELEMENTS = 50_000  # a page of news has some thousands
SECONDS = 20  # that one page may take; a page of news takes a tenth of one
REMEDY = "save the article's text as plain text"
MOST_ATTRIBUTES = 1_000  # of a tag; browsers' own pages have some tens
_ATTRIBUTE = re.compile(r"""[\s/]++[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+)?)?""")
_TAG_OF_MANY = re.compile(rf"<[A-Za-z][^\s/>]*+(?:{_ATTRIBUTE.pattern}){{{MOST_ATTRIBUTES},}}+")
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-z][\w.:-]{2,30})""", re.IGNORECASE)
_OF_TEXT = re.compile(
    r"utf-?8|utf-?16(?:-?[lb]e)?|us-ascii|ascii|latin-?\d+|(?:iso-?8859|windows|cp|koi8|gb|big5|euc|shift|mac|x-mac|tis)[\w-]*|"
    r"sjis|iso-2022-jp",
    re.IGNORECASE,
)
_LATIN = re.compile(r"iso-?8859-?1|latin-?1|us-ascii|ascii", re.IGNORECASE)  # what browsers read as windows-1252
_EMBEDDED = re.compile(r"(?<=data:)[^\"'\s<>]{200,}")  # pictures and fonts in a page that was saved as one file
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # that XML and its libraries refuse
_REFERENCE = re.compile(r"&#(?:x0*([0-9a-f]{1,8})(?![0-9a-f])|0*(\d{1,8})(?!\d));?", re.IGNORECASE)


class TooSlow(BaseException):
    """A page took longer than it may; no Exception, so that no library takes it for a mistake of its own."""


def decode_page(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Decode a web page's bytes: (text, encoding), NUL characters left out.

    By its byte order mark; as UTF-16 if its NUL characters show that, and as UTF-8 if it is that throughout, whatever
    it says; then what a server said (declared), what the page says in its head, and its content. Bytes that are wrong
    in an encoding that is said are replaced, as browsers do. Raises Unreadable as `decode_text`.
    """
    marked = any(data.startswith(mark) for mark, _ in MARKS)
    said = [declared] if declared else []
    said += [found[1].decode("ascii") for found in _CHARSET.finditer(data[:HEAD].replace(b"\x00", b""))][:1]
    if marked or data.count(b"\x00") * 100 >= len(data):
        with suppress(Undecodable):
            text, encoding = decode_text(data)
            return text.replace("\x00", ""), encoding
    if not marked and not _is_utf8(data):
        for name in said:
            if _OF_TEXT.fullmatch(name) and (text := _decode_as(data, name)) is not None:
                return text.replace("\x00", ""), _known(name)
    return decode_text(data.replace(b"\x00", b""))


def strip_embedded(markup: str) -> str:
    """A page's HTML without the pictures and fonts that are written into it."""
    return _EMBEDDED.sub("", markup)


def parse_page(text: str) -> HtmlElement:
    """A page's text as a tree, without comments and control characters.

    Raises Unreadable if it is too large or holds nothing.
    """
    from lxml import etree
    from lxml.html import document_fromstring

    data = _strip_controls(text).encode("utf-8", "replace")
    if len(data) > LARGEST_PAGE:
        raise Unreadable(f"a web page of {len(data):,} bytes, the most is {LARGEST_PAGE:,}: {REMEDY}")
    if text.count("<") > 20 * MOST_ELEMENTS:  # scripts may hold some, a tree of as many would fill the memory
        raise Unreadable(f"a web page of over {MOST_ELEMENTS:,} elements: {REMEDY}")
    if _holds_many_attributes(text):
        raise Unreadable(f"a web page with a tag of over {MOST_ATTRIBUTES:,} attributes: {REMEDY}")
    try:
        tree = document_fromstring(data, parser=_parser())
    except (etree.LxmlError, ValueError, AssertionError) as problem:  # nothing but blanks, or no element in it
        raise Unreadable("a web page without any text") from problem
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise Unreadable(f"a web page of over {MOST_ELEMENTS:,} elements: {REMEDY}")
    for element in tree.iter("br"):
        element.tail = f"\n{element.tail or ''}"  # words that a line break parts are two
    for element in tree.iter("q"):
        _write_marks(element)
    return tree


def _write_marks(quotation: HtmlElement) -> None:
    """Write the marks around a quotation that browsers show and the page's text lacks."""
    if (quotation.text_content() or "").lstrip()[:1] in "“\"«„'‘":  # nothing has marks neither
        return
    quotation.text = f"“{quotation.text or ''}"
    last = next(reversed(quotation), None)
    if last is None:
        quotation.text += "”"
    else:
        last.tail = f"{last.tail or ''}”"


@contextmanager
def within_seconds(seconds: float = SECONDS) -> Iterator[None]:
    """Raise Unreadable if what stands within takes longer; only where the system has alarms, in the main thread."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    left, again = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except TooSlow:
        raise Unreadable(f"took longer than {seconds:g} seconds to take apart: {REMEDY}") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, left, again)
        signal.signal(signal.SIGALRM, before)


def _stop(*_: object) -> None:
    raise TooSlow


def _holds_many_attributes(text: str) -> bool:
    """Whether a tag has more attributes than any: each is compared with all before it, in C, where nothing stops it."""
    return _TAG_OF_MANY.search(text) is not None


def _strip_controls(markup: str) -> str:
    """A page's HTML without the characters that no text may hold, written as they are or by their numbers."""
    return _REFERENCE.sub(_drop_reference, _CONTROL.sub("", markup.replace("\x0b", " ")))


def _drop_reference(found: re.Match) -> str:
    number = int(found[1], 16) if found[1] else int(found[2])
    return " " if number == 11 else "" if number > 0x10FFFF or _CONTROL.match(chr(number)) else found[0]


@cache
def _parser() -> HTMLParser:
    from lxml.html import HTMLParser

    return HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", collect_ids=False)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.isascii()  # ASCII may be an encoding of seven bits, or UTF-16 of Western letters


def _decode_as(data: bytes, name: str) -> str | None:
    """The text in the encoding that is said; None if there is no such encoding or the text plainly is not in it."""
    try:
        text = data.decode(_known(name), "replace")
    except LookupError:
        return None
    return None if text.count("\ufffd") * 100 > len(text) else text


def _known(name: str) -> str:
    if _LATIN.fullmatch(name):
        return "cp1252"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return name
