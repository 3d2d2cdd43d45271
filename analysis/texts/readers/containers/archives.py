"""Archives: zip, tar, gzip, bzip2, xz and one within another; each member is read as if it lay in the folder."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

from analysis.errors import InputError
from analysis.texts.readers.containers.archives_members import (
    BROKEN,
    DEEPEST,
    MOST_MEMBERS,
    ZIP,
    Budget,
    Sharing,
    budget_of,
    check_ratio,
    is_hidden,
    member_content,
    name_member,
)
from analysis.texts.readers.encodings import LIKE_LANGUAGE
from analysis.texts.readers.likeness import measure_cyrillic, measure_western
from analysis.texts.readers.page import Content, Note, Refused, Settings, Taken, Unreadable

CONTAINER = "archive"
SURE = 0.6  # an office document or a web archive is one too, and surer
COMPRESSED: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
ENDINGS = {".tgz": ".tar", ".gz": "", ".bz2": "", ".xz": ""}
CYRILLIC = ("cp866", "cp1251", "koi8-r")  # of names of members, as Windows and old programs write them
EMPTY_ZIP = b"PK\x05\x06"
OTHERS = {b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "RAR"}


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is an archive, by its first bytes."""
    starts = (ZIP, EMPTY_ZIP, *COMPRESSED, *OTHERS)
    return SURE if content.head.startswith(starts) or _is_tar(content.head) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Take the members of an archive apart, one after another; a member that cannot be read is Refused.

    Raises Unreadable if the archive is broken, of a kind that is not read, or lies too deep in others.
    """
    for start, name in OTHERS.items():
        if content.head.startswith(start):
            raise Unreadable(f"a {name} archive: unpack it, or save it as zip")
    if settings.depth >= DEEPEST:
        raise Unreadable(f"an archive within {DEEPEST} others, the most: unpack it and load the folder")
    budget = budget_of(content, settings)
    inner = replace(settings, depth=settings.depth + 1, split_content=Sharing(settings.split_content, budget))
    if content.head.startswith((ZIP, EMPTY_ZIP)):
        yield from _split_zip(content, inner, budget)
    elif _is_tar(content.head):
        yield from _split_tar(content, inner, budget)
    else:
        yield from _split_compressed(content, inner, budget)


def _is_tar(head: bytes) -> bool:
    return head[257:262] == b"ustar"


def _split_zip(content: Content, settings: Settings, budget: Budget) -> Iterator[Taken]:
    skipped, names = 0, Counter()
    try:
        with content.open() as stream, ZipFile(stream) as archive:
            _require_count(len(archive.infolist()))
            for info in archive.infolist():
                if info.filename.endswith("/"):
                    continue
                if is_hidden(info.filename):
                    skipped += 1
                    continue
                name = _once(name_member(content.name, _name_of(info)), names)
                yield from _split_member(name, info.file_size, settings, _from_zip(archive, info, name, budget))
    except (Unreadable, InputError):
        raise
    except BROKEN as problem:
        raise Unreadable("a broken zip archive: unpack it, or pack it again") from problem
    _require_members(names, skipped)
    if skipped:
        yield Note(content.name, f"{skipped} hidden files and notes on the corpus skipped")


def _from_zip(archive: ZipFile, info: ZipInfo, name: str, budget: Budget) -> Iterator[Content]:
    check_ratio(info.file_size, info.compress_size)
    if info.flag_bits & 1:
        raise Unreadable("encrypted: pack it without a password")
    with archive.open(info) as stream, member_content(name, stream, info.compress_size, budget) as member:
        yield member


def _split_tar(content: Content, settings: Settings, budget: Budget, stream: BinaryIO | None = None) -> Iterator[Taken]:
    """The members of a tar archive in one pass; links and devices are no files."""
    skipped, names = 0, Counter()
    try:
        with stream or content.open() as opened, tarfile.open(fileobj=opened, mode="r|") as archive:
            for info in _first(archive):
                if not info.isfile() or is_hidden(info.name):
                    skipped += not info.isdir()
                    continue
                name = _once(name_member(content.name, info.name), names)
                yield from _split_member(name, info.size, settings, _from_tar(archive, info, name, budget))
    except (Unreadable, InputError):
        raise
    except (*BROKEN, tarfile.TarError) as problem:
        raise Unreadable("a broken tar archive: unpack it, or pack it again") from problem
    _require_members(names, skipped)
    if skipped:
        yield Note(content.name, f"{skipped} hidden files, links and notes on the corpus skipped")


def _from_tar(archive: tarfile.TarFile, info: tarfile.TarInfo, name: str, budget: Budget) -> Iterator[Content]:
    if (stream := archive.extractfile(info)) is None:
        raise Unreadable("no regular file")
    with stream, member_content(name, stream, 0, budget) as member:
        yield member


def _split_compressed(content: Content, settings: Settings, budget: Budget) -> Iterator[Taken]:
    """The one file that gzip, bzip2 or xz holds; a tar archive in it is not unpacked first."""
    opener = next(opener for start, opener in COMPRESSED.items() if content.head.startswith(start))
    path = PurePosixPath(content.name)
    suffix = path.suffix.lower()
    name = f"{content.name}/{path.stem}{ENDINGS.get(suffix, '')}"
    try:
        with content.open() as raw, opener(raw) as stream:
            if _is_tar(stream.read(512)):
                stream.seek(0)
                yield from _split_tar(content, settings, budget, stream)
                return
            stream.seek(0)
            with member_content(name, stream, content.size, budget) as member:
                yield from _split_whole(member, settings)
    except (Unreadable, InputError):
        raise
    except BROKEN as problem:
        raise Unreadable("a broken compressed file: unpack it, or pack it again") from problem


def _split_member(name: str, size: int, settings: Settings, contents: Iterator[Content]) -> Iterator[Taken]:
    """What a member gives, or why it gives nothing; the archive's other members are read all the same."""
    try:
        for member in contents:
            yield from _split_whole(member, settings)
    except Unreadable as problem:
        yield Refused(name, str(problem), size)
    except InputError:  # no room in the temporary directory: not the file's fault
        raise
    except BROKEN as problem:
        yield Refused(name, f"broken ({problem or type(problem).__name__}): pack it again", size)


def _split_whole(member: Content, settings: Settings) -> Iterator[Taken]:
    if not member.head:
        raise Unreadable("empty: the file has no bytes")
    yield from settings.split_content(member, settings)


def _require_members(names: Counter, skipped: int) -> None:
    if not names:
        others = f" but {skipped} hidden ones, links or notes on a corpus" if skipped else ""
        raise Unreadable(f"an archive without files{others}: pack the texts again")


def _first(members: object) -> Iterator:
    for count, member in enumerate(members):
        _require_count(count + 1)
        yield member


def _require_count(members: int) -> None:
    if members > MOST_MEMBERS:
        raise Unreadable(f"an archive of more than {MOST_MEMBERS:,} members: unpack it and load the folder")


def _name_of(info: ZipInfo) -> str:
    """A member's name; one that is not marked as UTF-8 often is all the same, or in an encoding of its country.

    Cyrillic ones are told by their letters, Western ones are as `zipfile` reads them; what is neither is shown by
    the numbers of its bytes.
    """
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    try:
        data = info.filename.encode("cp437")
    except UnicodeError:
        return info.filename
    for encoding in ("utf-8", *CYRILLIC):
        try:
            name = data.decode(encoding)
        except UnicodeError:
            continue
        if encoding == "utf-8" or measure_cyrillic(name) > LIKE_LANGUAGE:
            return name
    western = measure_western(info.filename) > LIKE_LANGUAGE
    return info.filename if western else data.decode("ascii", "surrogateescape")


def _once(name: str, names: Counter) -> str:
    """A name that no member before had: the second a.txt of an archive is a (2).txt."""
    names[name] += 1
    path = PurePosixPath(name)
    return name if names[name] == 1 else str(path.with_name(f"{path.stem} ({names[name]}){path.suffix}"))
