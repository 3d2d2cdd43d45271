"""The records of a web archive as `warcio` reads them, without endless lines and without what it says of faults."""

from __future__ import annotations

from contextlib import redirect_stderr
from io import StringIO
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.recordloader import ArcWarcRecord

LONGEST_LINE = 100_000  # bytes of a line of a record's head, which warcio puts together in steps by its square


class _HeadReader(DecompressingBufferedReader):
    """Reads lines, but none that is longer than any of a record's head."""

    def readline(self, length: int | None = None) -> bytes:
        """Read a line; raises ValueError if it is too long."""
        line = super().readline(length or LONGEST_LINE)
        if length is None and len(line) >= LONGEST_LINE:
            raise ValueError(f"a line of over {LONGEST_LINE:,} bytes where a record should begin")
        return line


class RecordIterator(ArchiveIterator):
    """Gives the records of a stream; a record whose length is wrong is passed over up to where the next begins."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self.reader = _HeadReader(self.fh)  # nothing is read before the first record is asked for

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        with redirect_stderr(StringIO()):
            return super()._consume_blanklines()


def bytes_of_record(record: ArcWarcRecord, most: int) -> bytes:
    """The first bytes of what a record holds, unpacked."""
    with redirect_stderr(StringIO()):
        return record.content_stream().read(most)
