"""PDF files: the text layer as paragraphs; a scan without one is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from analysis.texts.readers.containers.pdf_lines import PrintedLine, cut_edges, join_lines
from analysis.texts.readers.containers.word_xml import form_of_text, strip_doubtful
from analysis.texts.readers.fenced import run_fenced
from analysis.texts.readers.page import Content, Note, Settings, SourcePage, Taken, Unreadable
from analysis.texts.tokens import count_words

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

CONTAINER = "PDF"
HEAD_LINE = re.compile(rb"%PDF-\d\.\d\s")
ARCHIVED = (b"PK\x03\x04", b"\x1f\x8b", b"BZh")
OBJECT = b" obj"  # what a PDF is made of, and no prose
MOST_PAGES = 2_000
SECONDS = 60  # that one file may take; a page takes some hundredths of one
MOST_LETTERS = 200_000  # of a page; one of a newspaper has 30,000
FEW_LETTERS, MOST_RATIO = (
    1_000_000,
    100,
)  # letters of a file, and times its bytes, that they may be; text packs to a third
LINE_END = 10
HYPHENS = (2, 0xFFFE)  # what pdfium puts for a hyphen that cuts a word at a line's end
FEWEST_LETTERS = 20  # on a page that has a text layer


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a PDF, by its first bytes; some programs write a few before them.

    An archive may begin with a PDF that is not packed, and a text may speak of its mark.
    """
    head = content.head[:1024]
    if head.startswith(b"%PDF-"):
        return 0.9
    opens = HEAD_LINE.search(head) and not head.startswith(ARCHIVED)
    return 0.9 if opens and OBJECT in content.head else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give the text of a PDF as one page; raises Unreadable if it is encrypted, broken or has no text layer."""
    import pypdfium2  # noqa: F401  before the process is forked that reads: each would load it again

    pages, facts = run_fenced(partial(_take_apart, content.read()), SECONDS)
    pages = [[PrintedLine(*line) for line in lines] for lines in pages]
    blank = sum(sum(map(len, (line.text for line in lines))) < FEWEST_LETTERS for lines in pages)
    if blank == len(pages):
        raise Unreadable(f"a PDF without a text layer ({len(pages)} pages): run OCR over it first")
    kept, cut = cut_edges(pages)
    text = "\n\n".join(join_lines(kept))
    yield SourcePage(content.name, text, form_of_text(text, settings), strip_doubtful(facts, text), "", content.size)
    if cut:
        before, after = (sum(count_words(line.text) for lines in some for line in lines) for some in (pages, kept))
        yield Note(
            content.name, f"{cut:,} lines of page headers, footers and numbers left out ({before - after:,} words)"
        )
    if blank:
        yield Note(content.name, f"{blank} of {len(pages)} pages have no text layer: run OCR over them")


def _take_apart(data: bytes) -> tuple[list[list[PrintedLine]], dict[str, object]]:
    """The lines of each page, and what the file says of itself."""
    most, letters, pages = max(FEW_LETTERS, MOST_RATIO * len(data)), 0, []
    with _open_document(data) as document:
        for at in range(len(document)):
            pages.append(_lines_of(document[at]))
            letters += sum(len(line.text) for line in pages[-1])
            if letters > most:
                raise Unreadable(f"over {most:,} letters out of {len(data):,} bytes: taken for a bomb; save it anew")
        return pages, _facts_of_file(document)


@contextmanager
def _open_document(data: bytes) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument, PdfiumError

    document = None
    try:
        document = PdfDocument(data)
        if len(document) > MOST_PAGES:
            raise Unreadable(f"a PDF of {len(document):,} pages, the most is {MOST_PAGES:,}: split it")
        yield document
    except PdfiumError as problem:
        if "password" in str(problem).lower() or "security" in str(problem).lower():
            raise Unreadable("an encrypted PDF: save a copy without its password") from problem
        raise Unreadable("a broken PDF: open it and save it again") from problem
    finally:
        if document is not None:
            document.close()


def _lines_of(page: PdfPage) -> list[PrintedLine]:
    """The lines of a page in the order in which they are written, each with its place."""
    from pypdfium2 import raw

    letters = page.get_textpage()
    if letters.count_chars() > MOST_LETTERS:
        raise Unreadable(f"a page of {letters.count_chars():,} letters, the most is {MOST_LETTERS:,}")
    lines, text, place = [], "", None
    for at in range(letters.count_chars() + 1):
        code = raw.FPDFText_GetUnicode(letters, at) if at < letters.count_chars() else LINE_END
        if code in HYPHENS:
            text += "-"
        if code in HYPHENS or code == LINE_END:
            if place and text.strip():
                whole = text.encode("utf-16", "surrogatepass").decode(
                    "utf-16", "replace"
                )  # halves of a character joined
                lines.append(PrintedLine(" ".join(whole.split()), *place))
            text, place = "", None
        elif code > 31:
            text += chr(code)
            if place is None and not chr(code).isspace():
                left, below, _, above = letters.get_charbox(at, loose=True)
                place = left, below, above - below
    return lines


def _facts_of_file(document: PdfDocument) -> dict[str, object]:
    """Title and who made the file; the day on which a file was made is no day of publication."""
    told = {"title": document.get_metadata_value("Title"), "file_author": document.get_metadata_value("Author")}
    facts = {column: " ".join(value.split()) for column, value in told.items()}
    return {column: value for column, value in facts.items() if 0 < len(value) <= 300}
