"""Slides, and documents of programs that write a zip of their own: refused by name, or their parts would be files."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.texts.readers.containers.archives_members import list_zip
from analysis.texts.readers.page import Content, Settings, Taken, Unreadable

CONTAINER = "slides or another office document"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_PARTS = {  # what only such a zip holds -> what it is
    "ppt/presentation.xml": "PowerPoint slides (.pptx)",
    "visio/document.xml": "a Visio drawing",
    "Index/Document.iwa": "a document of Pages, Numbers or Keynote",
    "Index.zip": "a document of Pages, Numbers or Keynote",
    "index.apxl": "a document of Keynote",
}
_KINDS = {b"presentation": "OpenDocument slides (.odp)", b"graphics": "an OpenDocument drawing (.odg)"}


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is such a document, by the parts of its zip."""
    return 0.85 if _name_kind(content) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Raise Unreadable with the remedy."""
    raise Unreadable(f"{_name_kind(content)} is not read: save the text as .docx, .pdf or plain text")


def _name_kind(content: Content) -> str:
    members = list_zip(content)
    if not members:
        return ""
    at = content.head[:200].find(_OPEN_DOCUMENT)
    said = content.head[at + len(_OPEN_DOCUMENT) :] if at >= 0 else b""
    named = next((name for kind, name in _KINDS.items() if said.startswith(kind)), "")
    return named or next((name for part, name in _PARTS.items() if part in members), "")
