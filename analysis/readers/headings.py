"""Headings in running text: what looks like one, and which of them opens another story."""

from __future__ import annotations

import re

from analysis.readers.lines import Line

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
END = re.compile(r"[.!?…:;,]['\"’”»)\]]*$")
BULLET = re.compile(r"[•·▪‣*–—-]\s|\d{1,3}[.)]\s")
STOP = frozenset(
    "a an and are as at be been being but by did do does for from had has have he her his how i if in into is it its "
    "more new no not of on or our over says said she so than that the their them they this to under up was we were "
    "what when where which while who why will with would you your after about against all also amid can could".split()
)


def looks_like_heading(line: Line, after: Line | None, longest: int = 160) -> bool:
    """Whether a line is short, ends without a full stop, and stands over a paragraph."""
    words = len(WORD.findall(line.text)) if len(line.text) <= longest else 0
    return (
        2 <= words <= 25
        and not END.search(line.text)
        and not BULLET.match(line.text)
        and after is not None
        and len(after.text) > len(line.text)
    )


def content_words(text: str) -> set[str]:
    """The words of a text that carry its matter, cut to six letters so that forms of one word meet."""
    return {word.casefold()[:6] for word in WORD.findall(text) if word.casefold() not in STOP and len(word) > 2}


def opens_story(lines: list[Line], index: int) -> bool:
    """Whether the line is a heading that opens another story, rather than a part of the one before."""
    if index < 2 or index + 1 >= len(lines):
        return False
    line, after = lines[index], lines[index + 1]
    if line.gap < 1 or after.gap < 1 or not looks_like_heading(line, after):
        return False
    heading, lead = content_words(line.text), content_words(after.text)
    return len(heading) >= 2 and len(heading & lead) / len(heading) >= 0.5
