"""Bytes of a gzip file of any number of members, up to the point where it breaks off."""

from __future__ import annotations

import zlib
from io import RawIOBase
from typing import BinaryIO

CHUNK = 65_536


class UnpackedStream(RawIOBase):
    """Reads what gzip packed; broken: why it gives less than was packed, "" if it does not."""

    def __init__(self, packed: BinaryIO) -> None:
        self.packed, self.broken, self.waiting = packed, "", b""
        self.member = zlib.decompressobj(wbits=31)
        self.begun = False

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, target: memoryview) -> int:
        """Fill the target as far as one step gives; 0 at the end, whole or broken."""
        data = b""
        while not data and not self.broken:
            if self.member.eof:
                self.waiting = self.member.unused_data or self.waiting
                self.member, self.begun = zlib.decompressobj(wbits=31), False
            if not (chunk := self.waiting or self.packed.read(CHUNK)):
                self.broken = "it breaks off" if self.begun else ""
                return 0
            self.begun = True
            try:
                data = self.member.decompress(chunk, len(target))
            except zlib.error as problem:
                self.broken = str(problem)
            self.waiting = self.member.unconsumed_tail
        target[: len(data)] = data
        return len(data)
