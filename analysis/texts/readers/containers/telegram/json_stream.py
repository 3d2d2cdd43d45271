"""JSON of any size, value by value: whoever reads walks into the arrays that are long and takes the rest whole."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO

from analysis.texts.readers.page import Unreadable

CHUNK = 1 << 20  # characters read at a time; doubled while one value is longer
LARGEST_VALUE = (
    30_000_000  # characters of one value that is taken whole: a message has some thousands; twenty bytes each
)
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NEAR_THE_END = 16  # characters: an error closer to the end of what was read may be a value cut in two
_BLANK = re.compile(r"[ \t\r\n\ufeff]*")
# Telegram Desktop writes a control character as \x0B, which is no JSON
_HEX_ESCAPE = re.compile(r"\\x([0-9A-Fa-f]{2})")


class BrokenJson(Unreadable):
    """JSON that cannot be read from some place on; the message says where, and why."""


def encoding_of_head(head: bytes) -> str:
    """The encoding that a file's first bytes declare; JSON without a mark is UTF-8."""
    return next((name for mark, name in MARKS if head.startswith(mark)), "utf-8")


@lru_cache(maxsize=4)  # every kind of Telegram's JSON asks for it, of every file
def decode_json_head(head: bytes) -> str:
    """Decode a file's first bytes, what was cut in two left out."""
    return head.decode(encoding_of_head(head), errors="ignore").lstrip("\ufeff \t\r\n")


class JsonStream:
    """A stream of JSON, read from its beginning.

    `peek` says what comes next; `value` takes it whole; `names` and `items` walk into an object or an array, and
    whoever walks takes the value after each name, or each item. Characters that are no UTF-8 become U+FFFD:
    `replaced` says so. Every one of them raises BrokenJson where the file breaks off or is no JSON.
    """

    def __init__(self, stream: BinaryIO, encoding: str = "utf-8") -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._json = json.JSONDecoder(strict=False)
        self._text, self._at, self._before, self._ended = "", 0, 0, False
        self.replaced = False

    @property
    def place(self) -> int:
        """Characters of the file before what comes next."""
        return self._before + self._at

    def peek(self) -> str:
        """The next character that is not blank; "" at the file's end."""
        while True:
            self._at = _BLANK.match(self._text, self._at).end()
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]
            self._more(CHUNK)

    def value(self) -> object:
        """Take the next value whole."""
        if not self.peek():
            raise self._broken("the file ends where a value is due")
        size = CHUNK
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as problem:
                self._repair_or_more(problem, size)
                size *= 2
            except RecursionError:
                raise self._broken("values lie in one another too deeply") from None
            except ValueError:
                raise self._broken("a number has too many digits") from None
            else:
                if self._ended or self._text[end - 1] in '"}]' or end < len(self._text) - _NEAR_THE_END:
                    self._at = end
                    return value
                self._more(CHUNK)  # a number may go on

    def names(self) -> Iterator[str]:
        """Walk into an object: each of its names, whose value is to be taken before the next."""
        self._expect("{")
        if self.peek() == "}":
            self._at += 1
            return
        while True:
            key = self.value()
            self._expect(":")
            yield str(key)
            if self._next_or_end("}"):
                return

    def items(self) -> Iterator[int]:
        """Walk into an array: the number of each of its items, which is to be taken before the next."""
        self._expect("[")
        if self.peek() == "]":
            self._at += 1
            return
        number = 0
        while True:
            yield number
            number += 1
            if self._next_or_end("]"):
                return

    def skip_line(self) -> None:
        """Go to the next line, to read on after a line that is broken."""
        while True:
            end = self._text.find("\n", self._at)
            if end >= 0 or self._ended:
                self._at = end + 1 if end >= 0 else len(self._text)
                return
            self._at = len(self._text)
            self._more(CHUNK)

    def _expect(self, mark: str) -> None:
        if self.peek() != mark:
            found = self.peek()
            raise self._broken(f"{mark!r} is due, not {found!r}" if found else f"the file ends where {mark!r} is due")
        self._at += 1

    def _next_or_end(self, close: str) -> bool:
        mark = self.peek()
        if mark not in (",", close) or not mark:
            raise self._broken(f"',' or {close!r} is due, not {mark!r}" if mark else "the file ends in the middle")
        self._at += 1
        return mark == close

    def _repair_or_more(self, problem: json.JSONDecodeError, size: int) -> None:
        """Mend an escape of Telegram's, or read more if the value may only be cut in two; else raise."""
        if (found := _HEX_ESCAPE.search(self._text, problem.pos, problem.pos + 8)) and "escape" in problem.msg:
            self._text = f"{self._text[: found.start()]}\\u00{found[1]}{self._text[found.end() :]}"
            self._before -= 2
            return
        cut = problem.msg.startswith("Unterminated string") or problem.pos >= len(self._text) - _NEAR_THE_END
        if not cut:
            raise self._broken(problem.msg, problem.pos)
        if self._ended:
            raise self._broken("the file ends in the middle of a value")
        if len(self._text) - self._at > LARGEST_VALUE:
            raise self._broken(f"one value has more than {LARGEST_VALUE:,} characters")
        self._more(size)

    def _more(self, size: int) -> None:
        """Read on, and let go of what was taken."""
        data = self._stream.read(size)
        self._ended = not data
        text = self._decoder.decode(data, final=self._ended)
        self.replaced = self.replaced or "\ufffd" in text
        self._text, self._before, self._at = self._text[self._at :] + text, self._before + self._at, 0

    def _broken(self, why: str, at: int | None = None) -> BrokenJson:
        place = self._before + (self._at if at is None else at)
        return BrokenJson(f"broken at character {place:,}: {why}; export it again, or mend it there")
