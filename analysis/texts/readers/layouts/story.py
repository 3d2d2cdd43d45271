"""One article that is known to be one: a row of a table, a page of a web site, a file that is not to be cut."""

from __future__ import annotations

from analysis.texts.readers.layouts.file_head import HEAD, parse_head
from analysis.texts.readers.lines import Layout, PageLine, Story

FORMAT = "story"
KIND = "article"


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is one story: never by its text; whoever takes a file apart knows it."""
    return 0.0


def lay_out(lines: list[PageLine]) -> Layout:
    """Keep all lines of text as one story."""
    kept = [line for line in lines if line.reason is None]
    known, notes = parse_head([line for line in lines if line.reason == HEAD])
    removed = [line for line in lines if line.reason is not None]
    return Layout([Story(kept)] if kept else [], removed, None, notes, known)
