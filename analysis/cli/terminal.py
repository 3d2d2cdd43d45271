"""What a terminal is told: texts of corpora, names of files and errors hold no letter that it would obey."""

from __future__ import annotations

import io
import re
import sys
from typing import TextIO

# control characters but the end of a line, the tab and the return of a bar of progress; and marks of direction
OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
CLEARED = "\x1b[A"  # what a bar of progress says to go up to the one above it


class PlainWriter(io.TextIOWrapper):
    """Standard output or error in which such letters are shown by their numbers, as JSON writes them."""

    def write(self, text: str) -> int:
        """Write a text; returns how many letters it had."""
        super().write(clean_controls(text) if text.replace(CLEARED, "") else text)
        return len(text)


def clean_controls(text: str) -> str:
    """Show the letters that a terminal would obey by their numbers (\\u001b)."""
    return OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def mask_streams() -> None:
    """Let nothing that is written to standard output and error rule the terminal, whoever writes it."""
    sys.stdout, sys.stderr = _plain(sys.stdout), _plain(sys.stderr)


def _plain(stream: TextIO) -> TextIO:
    if not isinstance(stream, io.TextIOWrapper) or isinstance(stream, PlainWriter):
        return stream  # closed, or somebody else's
    about = {"encoding": stream.encoding, "errors": stream.errors, "line_buffering": stream.line_buffering}
    stream.flush()
    return PlainWriter(stream.detach(), **about)
