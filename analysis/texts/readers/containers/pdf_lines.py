"""Lines of a PDF's pages to paragraphs: page headers, footers and numbers out, words cut at a line's end joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median
from typing import NamedTuple

EDGE = 3  # lines at a page's top and bottom that may be its header or footer
REPEATED = 0.4  # share of pages on which a line at the edge must stand to be one; left and right pages may differ
HEIGHT = 4  # points within which two lines stand at the same height
LEADING = 1.35  # times the usual distance of two lines from which another paragraph begins
SHORT = 0.8  # share of the usual length below which a line that ends a sentence ends its paragraph
_NUMBER = re.compile(
    r"(?:[^\W\d_]{1,9}\.? )?[-–—|]* ?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:/|of|von|de|из) ?\d{1,4})? ?[-–—|]*", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_CUT = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_OPENS = re.compile(r"[•●▪–—-]\s|\(?\d{1,2}[.)]\s")


class PrintedLine(NamedTuple):
    """A line of a page: its text, where it begins (points from the left and from below), the size of its letters."""

    text: str
    x: float
    y: float
    size: float


def cut_edges(pages: list[list[PrintedLine]]) -> tuple[list[list[PrintedLine]], int]:
    """The pages without the headers, footers and numbers at their edges, and how many lines these are."""
    edges = [_edge(lines) for lines in pages]
    counts = Counter(key for lines in edges for key in {_key(line) for line in lines})
    least = max(2, REPEATED * len(pages)) if len(pages) < 6 else max(3, REPEATED * len(pages))
    kept, cut = [], 0
    for lines, edge in zip(pages, edges, strict=True):
        gone = {
            line for line in edge if counts[_key(line)] >= least or (_NUMBER.fullmatch(line.text) and len(pages) > 1)
        }
        kept.append([line for line in lines if line not in gone])
        cut += len(gone)
    return kept, cut


def _edge(lines: list[PrintedLine]) -> list[PrintedLine]:
    by_height = sorted(lines, key=lambda line: line.y)
    return [*by_height[:EDGE], *by_height[EDGE:][-EDGE:]]


def _key(line: PrintedLine) -> tuple[str, int]:
    """A line's words with any number, and its height on the page: a header is where it was on the page before."""
    return re.sub(r"\d+", "#", " ".join(line.text.lower().split())), round(line.y / HEIGHT)


def join_lines(pages: Iterable[list[PrintedLine]]) -> list[str]:
    """The paragraphs of pages: lines that go on are one, also over the end of a column or page."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    leading = _usual_distance(lines)
    length = median([len(line.text) for line in lines if len(line.text) > 20] or [len(line.text) for line in lines])
    whole = {word.lower() for line in lines for word in re.findall(r"\w+(?:-\w+)+", line.text)}
    paragraphs = [lines[0].text]
    for before, line in pairwise(lines):
        if _begins_paragraph(before, line, leading, length):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _join(paragraphs[-1], line.text, whole)
    return paragraphs


def _usual_distance(lines: list[PrintedLine]) -> float:
    distances = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < 4 * max(a.size, 1)]
    return median(distances) if distances else 0.0


def _begins_paragraph(before: PrintedLine, line: PrintedLine, leading: float, length: float) -> bool:
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size) or _OPENS.match(line.text):
        return True  # a heading over its text, an item of a list
    if _CUT.search(before.text) and line.text[:1].islower():
        return False
    ended = bool(_ENDS.search(before.text))
    if before.y - line.y > LEADING * leading or before.y < line.y:  # a gap; or the next column or page
        return ended or (before.y - line.y > 0 and not line.text[:1].islower())
    if before.y - line.y > 0 and line.x - before.x > 0.7 * line.size and line.x - before.x < 5 * line.size:
        return ended  # indented
    return ended and len(before.text) < SHORT * length and not line.text[:1].islower()


def _join(text: str, more: str, whole: set[str]) -> str:
    """A paragraph and its next line: a word cut between them is whole, unless its parts are joined by a hyphen."""
    if not (_CUT.search(text) and more[:1].islower()):
        return f"{text} {more}"
    first, second = re.search(r"[\w-]*$", text[:-1])[0], re.match(r"[\w-]*", more)[0]
    return f"{text}{more}" if f"{first}-{second}".lower() in whole else f"{text[:-1]}{more}"
