"""Standard output and error of a command: whoever reads them may go away, and the work goes on to its end."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from typing import TextIO

from analysis.cli.terminal import clean_controls

CLOSED, GONE = "Bad file descriptor", "nobody reads on"  # GONE: the reader of a pipe has left
ASCII = {"ascii", "us-ascii", "646", "ansi_x3.4-1968"}


class HeardStream:
    """A stream that takes what nobody can hear any more, and remembers why: its `fault`, "" while all is heard."""

    def __init__(self, stream: TextIO | None) -> None:
        """stream: None of one that was closed from the beginning."""
        self.stream, self.closed_before, self.fault = stream or StringIO(), stream is None, ""

    def write(self, text: str) -> int:
        """Write a text, without the letters that a terminal would obey; once that has failed, do nothing."""
        if not isinstance(text, str):
            raise TypeError(f"a text is written here, not {type(text).__name__}")
        if self.closed_before and text:
            self.fault = CLOSED
        self._try(self.stream.write, clean_controls(text))
        return len(text)

    def flush(self) -> None:
        """Have what was written leave; once that has failed, do nothing."""
        self._try(self.stream.flush)

    def _try(self, step: Callable[..., object], *given: str) -> None:
        if self.fault:
            return
        try:
            step(*given)
        except BrokenPipeError:
            self.fault = GONE
            self._lead_away()
        except (OSError, ValueError) as problem:  # a ValueError: closed by somebody else
            self.fault = getattr(problem, "strerror", None) or CLOSED
            self._lead_away()

    def _lead_away(self) -> None:
        """Lead the descriptor to nowhere: what is still held back shall trouble nobody at the end."""
        with suppress(OSError, ValueError, AttributeError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.stream.fileno())
            os.close(nowhere)

    def __getattr__(self, name: str) -> object:
        return getattr(self.stream, name)


@contextmanager
def heard_streams() -> Iterator[HeardStream]:
    """Have standard output and error that no command fails for; gives that of output.

    A descriptor that is closed is opened to nowhere first: else the next file that is opened would get its number, and
    what a notebook's process says would go into that file.
    """
    _open_closed()
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (HeardStream(_made_wide(stream)) for stream in before)
    try:
        yield sys.stdout
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        sys.stdout, sys.stderr = before


def _open_closed() -> None:
    for number in range(3):
        try:
            os.fstat(number)
        except OSError as problem:
            if problem.errno == errno.EBADF:
                os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # it gets the lowest number that is free


def _made_wide(stream: TextIO | None) -> TextIO | None:
    """The same stream, which takes every character: in UTF-8 where it knew ASCII alone, and numbers for the rest."""
    if hasattr(stream, "reconfigure"):
        narrow = (stream.encoding or "ascii").lower() in ASCII
        stream.reconfigure(errors="backslashreplace", **({"encoding": "utf-8"} if narrow else {}))
    return stream
