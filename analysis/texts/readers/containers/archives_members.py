"""Members of archives as contents of their own, within limits that a bomb runs into before it does harm."""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from analysis.disk import written
from analysis.errors import InputError
from analysis.scratch import scratch_folder
from analysis.texts.readers.page import HEAD, LARGEST, Content, Settings, Taken, Unreadable

MOST_BYTES = 4_000_000_000  # of an archive's members together
MOST_MEMBERS = 200_000
MOST_RATIO = 300  # times a member may be larger than it is in the archive; texts are 3 to 20 times larger
SMALL = 10_000_000  # bytes that a member may have at any ratio
DEEPEST = 3  # archives within one another
LONGEST_NAME = 1_000  # characters of a member's path; a disk takes 4,096 bytes at most
CHUNK = 1_000_000
ZIP = b"PK\x03\x04"
BROKEN = (BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, NotImplementedError)
_HIDDEN = {"__macosx", "thumbs.db", "desktop.ini"}
_NOT_TEXTS = {"readme.md", "sources.csv", "aliases.yaml", "events.csv"}  # as in a folder: notes on a corpus, no texts


class Budget:
    """The bytes that an archive of so many bytes may still give, however deep its members lie in each other."""

    def __init__(self, packed: int) -> None:
        self.most = self.left = min(MOST_BYTES, max(SMALL, MOST_RATIO * packed))

    def spend(self, count: int) -> None:
        """Count bytes; raises Unreadable if they are more than are left."""
        self.left -= count
        if self.left < 0:
            raise Unreadable(
                f"the archive gives more than {self.most:,} bytes, the most that is unpacked: unpack it yourself"
            )


class Sharing:
    """Takes members apart for an archive within an archive, which lives on the budget of the outermost."""

    def __init__(self, split_content: Callable, budget: Budget) -> None:
        self.split_content = split_content
        self.budget = budget

    def __call__(self, content: Content, settings: Settings) -> Iterator[Taken]:
        """Take a member apart as the outermost archive would."""
        return self.split_content(content, settings)


def budget_of(content: Content, settings: Settings) -> Budget:
    """The budget that an archive lives on: that of the archive it lies in, or one by its own size."""
    return getattr(settings.split_content, "budget", None) or Budget(content.size)


def list_zip(content: Content) -> Collection[str]:
    """The names of a zip's members, by which office documents and books are told apart; none if it is none."""
    return sizes_of_members(content).keys()


@lru_cache(maxsize=1)  # every kind of document that is a zip asks for the same
def sizes_of_members(content: Content) -> Mapping[str, int]:
    """The bytes that a zip says each of its members has, by their names; none if it is no zip."""
    if not content.head.startswith(ZIP):
        return {}
    try:
        with content.open() as stream, ZipFile(stream) as archive:
            return {info.filename: info.file_size for info in archive.infolist()}
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return {}


def bytes_of_member(content: Content, name: str, most: int = LARGEST) -> bytes:
    """The bytes of one member of an office document or book.

    Raises Unreadable if it is not there, encrypted, broken, or larger than `most` or than its ratio may be.
    """
    try:
        with content.open() as stream, ZipFile(stream) as archive:
            info = archive.getinfo(name)
            check_ratio(info.file_size, info.compress_size)
            if info.file_size > most:
                raise Unreadable(f"huge: {name} has {info.file_size:,} bytes, the most is {most:,}")
            return archive.read(info)
    except (Unreadable, InputError):
        raise
    except KeyError as problem:
        raise Unreadable(f"damaged: it lacks its part {name}; open it and save it again") from problem
    except RuntimeError as problem:
        raise Unreadable("encrypted: save a copy without its password") from problem
    except BROKEN as problem:
        raise Unreadable("damaged: open it and save it again") from problem


def check_ratio(size: int, packed: int) -> None:
    """Raise Unreadable if so many bytes cannot honestly come from so few."""
    if size > SMALL and size > MOST_RATIO * max(packed, 1):
        raise Unreadable(f"{size:,} bytes packed into {packed:,}: over {MOST_RATIO} to 1 is taken for a bomb")


@contextmanager
def member_content(name: str, stream: BinaryIO, packed: int, budget: Budget) -> Iterator[Content]:
    """A member as a Content that may be opened again and again: in memory if it is small, else in a file of its own.

    packed: bytes it has in the archive, 0 if that is not known. Raises Unreadable if a limit is reached.
    """
    with ExitStack() as held:
        data, size, place = BytesIO(), 0, Path()
        target: BinaryIO = data
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            budget.spend(len(chunk))
            if packed:
                check_ratio(size, packed)
            if target is data and size > LARGEST:
                place = held.enter_context(scratch_folder("member")) / "member"
                target = held.enter_context(place.open("wb", 0))  # nothing is held back to be written at its end
                _write_all(target, place, data.getvalue())
                data = BytesIO()
            _write_all(target, place, chunk)
        if target is not data:
            with place.open("rb") as begin:
                yield Content(name, size, begin.read(HEAD), lambda: place.open("rb"))
        else:
            whole = data.getvalue()
            yield Content(name, size, whole[:HEAD], lambda: BytesIO(whole))


def _write_all(target: BinaryIO, place: Path, content: bytes) -> None:
    """Write it to its end; raises InputError where a disk has no room."""
    with written(place):
        rest = memoryview(content)
        while rest:
            rest = rest[target.write(rest) :]


def name_member(archive: str, member: str) -> str:
    """A member's source: the archive's and its own path, which is only a name and leads nowhere.

    Bytes of a name that are no UTF-8 are shown by their numbers (caf\\xe9.txt).
    """
    if len(member) > LONGEST_NAME:
        member = f"{member[:LONGEST_NAME]}…"
    parts = [part.strip() for part in member.replace("\\", "/").split("/")]
    named = [part.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") for part in parts]
    kept = ["".join(char for char in part if char.isprintable()) for part in named if part not in ("", ".", "..")]
    return "/".join([archive, *filter(None, kept)])


def is_hidden(member: str) -> bool:
    """Whether a member is no text by rule: hidden, a system's own, a note on the corpus."""
    parts = [part for part in member.replace("\\", "/").lower().split("/") if part not in ("", ".", "..")]
    return not parts or parts[-1] in _NOT_TEXTS or any(part.startswith(".") or part in _HIDDEN for part in parts)
