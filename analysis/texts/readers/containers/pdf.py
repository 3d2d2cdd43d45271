"""PDF files: the text layer as paragraphs; a scan without one is refused."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from analysis.texts.readers.containers.pdf_lines import PrintedLine, cut_edges, join_lines
from analysis.texts.readers.containers.plain_text import ONE_STORY
from analysis.texts.readers.containers.web_page_tree import within_seconds
from analysis.texts.readers.formats import recognise_format
from analysis.texts.readers.page import Content, Note, Settings, SourcePage, Taken, Unreadable
from analysis.texts.tokens import count_words

if TYPE_CHECKING:
    from pypdf import PdfReader

CONTAINER = "PDF"
MOST_PAGES = 2_000
SECONDS = 120  # that one file may take; a page takes some hundredths of one
FEWEST_LETTERS = 20  # on a page that has a text layer
_FILE_NAME = re.compile(r"\.\w{2,4}$|^(?:microsoft|untitled|document\d*|layout)\b|^[\w-]+$", re.IGNORECASE)


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a PDF, by its first bytes; some programs write a few before them."""
    return 0.9 if b"%PDF-" in content.head[:1024] else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give the text of a PDF as one page; raises Unreadable if it is encrypted, broken or has no text layer."""
    with _clear_errors(), within_seconds(SECONDS):
        reader = _open_reader(content.read())
        pages = [_lines_of(page) for page in reader.pages]
        facts = _facts_of_file(reader)
    blank = sum(sum(map(len, (line.text for line in lines))) < FEWEST_LETTERS for lines in pages)
    if blank == len(pages):
        raise Unreadable(f"a PDF without a text layer ({len(pages)} pages): run OCR over it first")
    kept, cut = cut_edges(pages)
    text = "\n\n".join(join_lines(kept))
    form = recognise_format(text)
    form = ONE_STORY.get(form, form) if settings.one_document_per_file else form
    yield SourcePage(content.name, text, form, facts, "", content.size)
    if cut:
        before, after = (sum(count_words(line.text) for lines in some for line in lines) for some in (pages, kept))
        yield Note(
            content.name, f"{cut:,} lines of page headers, footers and numbers left out ({before - after:,} words)"
        )
    if blank:
        yield Note(content.name, f"{blank} of {len(pages)} pages have no text layer: run OCR over them")


@contextmanager
def _clear_errors() -> Iterator[None]:
    """Raise Unreadable for whatever a broken file makes pypdf raise."""
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        yield
    except DependencyError as problem:
        raise Unreadable("an encrypted PDF: save a copy without its password") from problem
    except Unreadable:
        raise
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, ArithmeticError,
            AssertionError, NotImplementedError, EOFError, MemoryError, LookupError) as problem:  # fmt: skip
        raise Unreadable(f"a broken PDF ({problem or type(problem).__name__}): open it and save it again") from problem


def _open_reader(data: bytes) -> PdfReader:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("an encrypted PDF: save a copy without its password")
    if len(reader.pages) > MOST_PAGES:
        raise Unreadable(f"a PDF of {len(reader.pages):,} pages, the most is {MOST_PAGES:,}: split it")
    return reader


def _lines_of(page: object) -> list[PrintedLine]:
    """The lines of a page in the order in which they are written, each with its place."""
    lines, pieces = [], []

    def end_line() -> None:
        if text := " ".join("".join(piece for piece, *_ in pieces).split()):
            lines.append(PrintedLine(text, *next(place for piece, *place in pieces if piece.strip())))
        pieces.clear()

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        place = (
            tm[4] * cm[0] + tm[5] * cm[2] + cm[4],
            tm[4] * cm[1] + tm[5] * cm[3] + cm[5],
            abs(size * tm[3] * cm[3]),
        )
        for at, piece in enumerate(text.split("\n")):
            if at:
                end_line()
            pieces.append((piece, *place))

    page.extract_text(visitor_text=visit)
    end_line()
    return lines


def _facts_of_file(reader: PdfReader) -> dict[str, object]:
    """Title and author, where they are no file's name; the day on which a file was made is no day of publication."""
    told = reader.metadata or {}
    facts = {}
    for column, key in (("title", "/Title"), ("author", "/Author")):
        value = " ".join(str(told.get(key) or "").split())
        if 0 < len(value) <= 300 and not (column == "title" and _FILE_NAME.search(value)):
            facts[column] = value
    return facts
