"""A paragraph's lines: which line ends part sentences, and which only wrap the text to a width."""

from __future__ import annotations

import re

SHORT = 40  # characters: a shorter line over a capital is a line of its own, not wrapped text
_ITEM = re.compile(r" *(?:[^\w\s\"'(\[]|\d{1,3}[.)] )")


def cut_stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a paragraph before list items, after colons and after short lines; other line ends are wrapping."""
    if text.find("\n", start, end) < 0:
        return [(start, end)]
    cuts, line = [start], start
    while (at := text.find("\n", line, end)) >= 0:
        if _parts(text, line, at, end):
            cuts.append(at + 1)
        line = at + 1
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _parts(text: str, line: int, at: int, end: int) -> bool:
    short = at - line < SHORT and at + 1 < end and not text[at + 1].islower()
    return short or text[at - 1] == ":" or _ITEM.match(text, at + 1, end) is not None
