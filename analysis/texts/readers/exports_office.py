"""The text of exports that come as office documents or pages: a line a paragraph; nothing is fetched or expanded."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.texts.characters import plain_blanks
from analysis.texts.readers.containers.rich_text import text_of_rtf
from analysis.texts.readers.page import LARGEST, Content, Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_DOCUMENT = 4 * LARGEST  # bytes of a .docx file's text with its markup; 5,000 articles have a quarter of that
LONGEST_RTF = 1_000_000  # bytes of a rich text file that is read to tell an export from an article that quotes one
DOCX_TEXT = "word/document.xml"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ZIP_START, RTF_START = b"PK\x03\x04", b"{\\rtf"
_TAG = re.compile(rb"<[^<>]*>")


def beginning_of_docx(content: Content, most: int = 20_000_000) -> bytes:
    """The beginning of a .docx file's text without markup; nothing if it is no such file."""
    if not content.head.startswith(ZIP_START):
        return b""
    try:
        with content.open() as stream, zipfile.ZipFile(stream) as archive, archive.open(DOCX_TEXT) as text:
            return _TAG.sub(b"", text.read(most).replace(b"</w:p>", b"\n"))
    except (
        KeyError,
        OSError,
        EOFError,
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        ValueError,
        zlib.error,
    ):
        return b""


def paragraphs_of_docx(content: Content) -> Iterator[str]:
    """Paragraphs of a .docx file, those in tables too, in order; raises Unreadable if it is broken or too large."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(content.read())) as archive:
            info = archive.getinfo(DOCX_TEXT)
            if info.file_size > LARGEST_DOCUMENT:
                raise Unreadable(f"huge: its text has {info.file_size:,} bytes; export fewer articles a file")
            with archive.open(info) as stream:
                yield from _paragraphs(stream)
    except (
        KeyError,
        OSError,
        EOFError,
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        zlib.error,
    ) as problem:
        raise Unreadable(f"broken .docx file: {problem}; export it again") from None
    except etree.XMLSyntaxError as problem:
        raise Unreadable(f"broken .docx file: {problem.msg}; export it again") from None


def _paragraphs(stream: io.BufferedIOBase) -> Iterator[str]:
    from lxml import etree

    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    for _, paragraph in etree.iterparse(stream, events=("end",), tag=f"{WORD}p", **options):
        if any(True for _ in paragraph.iterancestors(f"{WORD}p")):
            continue  # of a text box: its text stands in the paragraph around it
        yield "".join(_pieces(paragraph))
        paragraph.clear(keep_tail=False)


def _pieces(paragraph) -> Iterator[str]:
    for element in paragraph.iter(f"{WORD}t", f"{WORD}tab", f"{WORD}br", f"{WORD}cr", f"{WORD}noBreakHyphen"):
        if element.tag == f"{WORD}t":
            yield element.text or ""
        else:
            yield "-" if element.tag == f"{WORD}noBreakHyphen" else " " if element.tag == f"{WORD}tab" else "\n"


def text_of_rtf_export(content: Content) -> str:
    """The text of a rich text file, a line a paragraph; raises Unreadable if it is broken."""
    try:
        return text_of_rtf(content.read())
    except (LookupError, ValueError, RecursionError) as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable(f"broken rich text file: {problem}; export it again") from None


def beginning_of_text(content: Content) -> str:
    """The text of a .docx file's beginning, or of a short rich text file; "" of others and of broken ones."""
    if content.head.startswith(ZIP_START):
        return plain_blanks(beginning_of_docx(content).decode("utf-8", "replace").replace("\n", "\n\n"))
    if not content.head.startswith(RTF_START) or content.size > LONGEST_RTF:
        return ""
    try:
        return plain_blanks(text_of_rtf_export(content).replace("\n", "\n\n"))
    except Unreadable:
        return ""


def parse_export_page(markup: str) -> _Element:
    """The elements of a page, whatever mistakes are in it; raises Unreadable if it has none."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as problem:
        raise Unreadable(f"broken page: {problem}; export it again") from None
    return tree
