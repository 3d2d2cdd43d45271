"""One post of a channel that is known to be one: a message of an export, a row of a table of posts."""

from __future__ import annotations

from analysis.texts.readers.layouts.story import lay_out as lay_out_story
from analysis.texts.readers.lines import Layout, PageLine

FORMAT = "post"
KIND = "post"


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is one post: never by its text; whoever takes a file apart knows it."""
    return 0.0


def lay_out(lines: list[PageLine]) -> Layout:
    """Keep all lines of text as one post."""
    return lay_out_story(lines)
