"""Lines of a page with their places, and the layout that a format's module makes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

BLANKS = " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\x1f"
_AROUND = BLANKS + "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


class PageLine(NamedTuple):
    """A line that is not blank, without the blanks around it.

    start, end: its place in the page; gap: blank lines before it; reason: why it is
    left out of the text, None if it is kept; joined: it goes on a line that furniture was cut from.
    """

    start: int
    end: int
    text: str
    gap: int
    reason: str | None = None
    joined: bool = False


@dataclass
class Story:
    """One article or post of a page: its lines in order, whom it was forwarded from, and what else the page says of it.

    known: by the names of documents' columns (title, outlet, published, section, views ...), as in `SourcePage`.
    """

    lines: list[PageLine]
    forwarded_from: str | None = None
    known: dict[str, object] = field(default_factory=dict)


@dataclass
class Layout:
    """What a format's module makes of a page.

    stories: the page's articles or posts in order; removed: further lines that are
    no story's text, each with its reason; outlet: who publishes, where the page says so;
    notes: what a reader of the corpus should know; known: what the page says of all its stories, as `Story.known`.
    """

    stories: list[Story]
    removed: list[PageLine] = field(default_factory=list)
    outlet: str | None = None
    notes: list[str] = field(default_factory=list)
    known: dict[str, object] = field(default_factory=dict)


def find_line(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first line that begins with what an expression says that begins with ^ and is MULTILINE.

    What its own `search` gives, which tries every character: tried at the beginnings of lines alone, in three fifths of
    the time.
    """
    at = 0
    while (found := pattern.match(text, at)) is None:
        at = text.find("\n", at) + 1
        if not at:
            return None
    return found


def split_lines(text: str) -> list[PageLine]:
    """Split a page into its lines that are not blank, each with its place and the blank lines before it."""
    lines, gap, begin = [], 0, 0
    for whole in text.splitlines(keepends=True):  # \n, \r, \v, \f, \x1c to \x1e, \x85, \u2028, \u2029
        if stripped := whole.strip(_AROUND):
            start = begin if whole[0] == stripped[0] else begin + whole.index(stripped[0])
            lines.append(PageLine(start, start + len(stripped), stripped, gap))
            gap = 0
        else:
            gap += 1
        begin += len(whole)
    return lines
