"""The text of a table's file as a stream: its encoding is found on the whole file, a megabyte at a time."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from analysis.texts.readers.encodings import CONTROL, FEW_NULS, MARKS, REMEDY, SAMPLE, decode_text
from analysis.texts.readers.page import Content, Unreadable

_BESIDE = 0.1  # share of the lines beyond ASCII that are UTF-8 in a file of two encodings
CHUNK = 1 << 20
LARGEST_CELL = 10_000_000  # characters of a cell, and of a line of JSON; a long article has 100,000
_LATIN_ALONE = b"\x81\x8d\x8f\x90\x9d"  # bytes that windows-1252 does not have
_CONTINUED = bytes(range(0xC0))  # bytes that begin no character beyond ASCII in UTF-8
_FEW = 0.01  # share of a file's letters beyond ASCII that may be broken in one that is UTF-8 otherwise


class Encoded(NamedTuple):
    """How a file's bytes are read: the codec, its name as `decode_text` says it, and places that are broken in it.

    errors: what is made of bytes that are not of the codec (the name of a handler of `codecs`).
    """

    codec: str
    name: str
    broken: int = 0
    errors: str = "replace"


class TextLine(NamedTuple):
    """A line of a file, its number (from 1) and its end; text is None where it is longer than a cell may be."""

    number: int
    text: str | None
    size: int


def detect_encoding(content: Content) -> Encoded:
    """Detect the encoding of a whole file by its marks, by UTF-8 holding all through, or by its lines beyond ASCII.

    A file that is UTF-8 but for a few broken places is read as such, its broken places as U+FFFD.
    Raises Unreadable if it is no text in an encoding that the suite reads.
    """
    for mark, codec in MARKS:
        if content.head.startswith(mark) and codec != "utf-8-sig":  # which other bytes may follow all the same
            return Encoded(codec, codec)
    if content.head.count(b"\x00") * FEW_NULS >= len(content.head):
        name = decode_text(content.head[: len(content.head) // 2 * 2])[1]  # UTF-16 without a mark, or no text
        return Encoded(name, name)
    if _holds_utf8(content):
        _require_text(content.head.decode("utf-8", "replace"))
        return Encoded("utf-8", "utf-8")
    checked = _check_utf8(content)
    if checked.broken <= _FEW * checked.beyond:
        _require_text(content.head.decode("utf-8", "replace"))
        return Encoded("utf-8", "utf-8", checked.broken)
    lines = [line for line in checked.sample.split(b"\n") if line]
    others = [line for line in lines if not _is_utf8(line)]
    if len(lines) - len(others) >= _BESIDE * len(lines):  # a file put together from several
        second = decode_text(b"\n".join(others))[1].rpartition(" and ")[2]  # where lines hold both themselves
        return Encoded("utf-8", f"utf-8 and {second}", errors=_register_second(second))
    name = decode_text(checked.sample)[1]
    if " and " in name:
        return Encoded("utf-8", name, errors=_register_second(name.partition(" and ")[2]))
    return Encoded("latin-1" if name == "cp1252" and checked.latin else name, name)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _register_second(codec: str) -> str:
    """Register a handler that reads bytes which are no UTF-8 in a second encoding; gives its name."""

    def decode_rest(problem: UnicodeError) -> tuple[str, int]:
        if not isinstance(problem, UnicodeDecodeError):
            raise problem
        return problem.object[problem.start : problem.end].decode(codec, "replace"), problem.end

    codecs.register_error(f"second-{codec}", decode_rest)
    return f"second-{codec}"


@dataclass
class _Checked:
    broken: int = 0
    beyond: int = 0  # characters beyond ASCII that are UTF-8
    latin: bool = False
    sample: bytes = b""


def _holds_utf8(content: Content) -> bool:
    """Whether a file is UTF-8 to its end; asked alone, for nearly all are, in half the time of `_check_utf8`."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with content.open() as stream:
        try:
            while chunk := stream.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _check_utf8(content: Content) -> _Checked:
    """Decode a file as UTF-8 to its end; keep lines that are beyond ASCII to judge other encodings by."""
    checked, rest = _Checked(), b""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    with content.open() as stream:
        while chunk := stream.read(CHUNK):
            if chunk.isascii() and not rest:
                continue
            checked.latin = checked.latin or any(byte in chunk for byte in _LATIN_ALONE)
            text = decoder.decode(chunk)
            checked.broken += max(text.count("\ufffd") - chunk.count(b"\xef\xbf\xbd"), 0)  # some files hold it as such
            checked.beyond += len(chunk.translate(None, _CONTINUED))
            rest = decoder.getstate()[0]
            if len(checked.sample) < SAMPLE:
                checked.sample += b"".join(line + b"\n" for line in chunk.splitlines() if not line.isascii())
    checked.broken += len(rest) > 0
    return checked


def _require_text(sample: str) -> None:
    if len(CONTROL.findall(sample)) * 100 > len(sample):
        raise Unreadable(f"binary: it is full of control characters; {REMEDY}")


def split_file_lines(content: Content, encoding: Encoded, most: int = 2 * LARGEST_CELL) -> Iterator[TextLine]:
    """Give a file's lines with their ends, as they stand; of a line longer than `most` characters only its size."""
    return make_lines(split_pieces(content, encoding, most), 1, most)


def split_pieces(content: Content, encoding: Encoded, most: int = 2 * LARGEST_CELL) -> Iterator[str]:
    """Give a file's lines with their ends; a line longer than `most` characters in pieces, of which all are longer.

    The last piece of such a line may be shorter. For readers to whom a call for each line is dear; see `make_lines`.
    """
    with content.open() as raw, io.TextIOWrapper(raw, encoding.codec, errors=encoding.errors, newline="") as stream:
        if first := stream.readline(most + 1):
            yield first.removeprefix("\ufeff")
            yield from iter(partial(stream.readline, most + 1), "")


def make_lines(pieces: Iterator[str], first: int, most: int = 2 * LARGEST_CELL) -> Iterator[TextLine]:
    """Make lines of what `split_pieces` gives, the first with its number; no line is taken before it is asked for."""
    for number, text in enumerate(pieces, first):
        size = len(text)
        if size <= most:
            yield TextLine(number, text, size)
            continue
        while text and not text.endswith(("\n", "\r")):
            text = next(pieces, "")
            size += len(text)
        yield TextLine(number, None, size)


def decode_head(content: Content) -> str | None:
    """Decode the first bytes of a file, up to their last whole line where there are more; None if they are no text."""
    return _decode_bytes(content.head, len(content.head) >= content.size)


@lru_cache(maxsize=4)  # every kind of file asks for it
def _decode_bytes(head: bytes, whole: bool) -> str | None:
    if head.count(b"\x00") * FEW_NULS < len(head):
        head = head.replace(b"\x00", b"")
    try:
        text, _ = decode_text(head) if whole else decode_text(_cut_head(head))
    except Unreadable:
        text = head.decode("utf-8", "replace")
        beyond = sum(char > "\x7f" for char in text)
        if 2 * text.count("\ufffd") > beyond or len(CONTROL.findall(text)) * 100 > len(text):
            return None
    text = text.removeprefix("\ufeff")
    cut = text.rfind("\n") + 1
    return text if whole or not cut else text[:cut]


def _cut_head(head: bytes) -> bytes:
    """Bytes up to the last line end, so that no character is cut in two; UTF-16 and UTF-32 to a whole unit."""
    if head.startswith(tuple(mark for mark, codec in MARKS if codec != "utf-8-sig")) or b"\x00" in head:
        return head[: len(head) // 4 * 4]
    blank = head.rfind(b" ") + 1
    return head[: head.rfind(b"\n") + 1] or head[: blank if 2 * blank > len(head) else None]
