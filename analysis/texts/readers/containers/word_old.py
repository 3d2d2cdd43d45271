"""Old office documents (.doc, .ppt): refused with what to do; no kept library reads them."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.texts.readers.page import Content, Settings, Taken, Unreadable

CONTAINER = "old office document"
_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is an old office document; one that reads tables of this kind is surer."""
    return 0.6 if content.head.startswith(_START) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Raise Unreadable with the remedy."""
    if _ENCRYPTED in content.head or _ENCRYPTED in content.read():
        raise Unreadable("an encrypted office document: save a copy without its password")
    raise Unreadable("an old office document (.doc): open it and save it as .docx")
