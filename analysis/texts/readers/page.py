"""What files are taken apart into: pages, what could not be read, and what a reader should know.

A file is one page, or many: a row of a table, a message of an export, a page of an archive. Each page has its source:
the file, and behind # the place in it (articles.csv#row=13, result.json#message=204, all.zip/a.txt).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

LARGEST = 50_000_000  # bytes of a file that is taken as a whole; a page of news has some thousands
HEAD = 65_536  # bytes at a file's beginning by which its kind is recognised
PLACE = "#"  # parts a file's name from the place in it
LONGEST_EXTENSION = 10  # characters, its dot included
_NAMED_PLACE = re.compile(r"#(?:row|message|chat|article)=?")
_EXTENSION = re.compile(r"\.[A-Za-z]\w{0,7}\Z")


class Unreadable(ValueError):
    """A file, or a part of one, that cannot be read; the message is the reason, with a remedy."""


@dataclass(frozen=True)
class Content:
    """A file as received, in a folder or within an archive.

    name: its path under the corpus folder; size: bytes; head: its first bytes (HEAD); open: gives its bytes as a
    stream, from the beginning at each call.
    """

    name: str
    size: int
    head: bytes
    open: Callable[[], BinaryIO]

    def read(self, most: int | None = None) -> bytes:
        """The whole file's bytes; raises Unreadable if they are more than `most` (LARGEST)."""
        most = LARGEST if most is None else most
        if self.size > most:
            raise Unreadable(f"huge: {self.size:,} bytes, the most is {most:,}; split it into one page a file")
        if self.size <= len(self.head) < HEAD:
            return self.head  # which ends with the file
        with self.open() as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise Unreadable(f"huge: more than {most:,} bytes; split it into one page a file")
        return data


class SourcePage(NamedTuple):
    """One page of a file: a whole text file, a row, a message, an article of an export.

    text: as received (for a page of a web site or an office document: what was taken out of it). form: the name of its
    format (see `formats`), "" to be recognised by the text. known: what the file says of it beside the text, by the
    names of documents' columns (title, outlet, country, language, translated, published, published_precision, url,
    author, section, forwarded_from, reply_to, views, reactions, edited) or any other name, which becomes a column of
    documents; what is not known is left out. number: what its document is called after the file's stem, "" for the
    numbers 01, 02 ... of the stories in it.
    """

    source: str
    text: str
    form: str = ""
    known: Mapping[str, object] = {}
    encoding: str = ""
    bytes: int = 0
    number: str = ""


class Refused(NamedTuple):
    """A file or a part of it that was not read, and why."""

    source: str
    reason: str
    bytes: int = 0


class Note(NamedTuple):
    """What a reader of the corpus should know of a file: columns used, dates not read, rows that were skipped."""

    source: str
    note: str


class Recognised(NamedTuple):
    """A file, in a folder or within an archive, and the kind that it is of; its pages follow."""

    source: str
    kind: str


Taken = SourcePage | Refused | Note | Recognised


@dataclass(frozen=True)
class Settings:
    """How files are taken apart.

    columns: which column of a table (value) is which of documents (key), where its name does not say it: {"text":
    "body"}. one_document_per_file: stories on one page are not set apart. split_content: takes a file within a file
    (of an archive) apart as `split_content(content, settings)`; depth: how many archives the file lies in.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    one_document_per_file: bool = False
    split_content: Callable[[Content, Settings], Iterator[Taken]] | None = None
    depth: int = 0


def file_of(source: str) -> str:
    """The file of a source, without the place in it; a # of the file's own name (Interview #1.txt) parts nothing."""
    at = source.find(PLACE)
    while at >= 0:
        if _NAMED_PLACE.match(source, at) or _EXTENSION.search(source, max(0, at - LONGEST_EXTENSION), at):
            return source[:at]
        at = source.find(PLACE, at + 1)
    return source
