"""Lines of a PDF's pages to paragraphs: page headers, footers and numbers out, words cut at a line's end joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from statistics import median
from typing import NamedTuple

EDGE = 3  # heights at a page's top and bottom with lines that may be its header or footer
REPEATED = 0.4  # share of pages on which a line at the edge must stand to be one; left and right pages may differ
HEIGHT = 4  # points within which two lines stand at the same height
APART = 1.2  # times a wide distance of two lines from which a line stands apart from the text
SMALLER = 0.9  # times the size of the text's letters below which a line is no part of it
LEADING = 1.35  # times the usual distance of two lines from which another paragraph begins
SHORT = 0.8  # share of the usual length below which a line that ends a sentence ends its paragraph
_NUMBER = re.compile(
    r"(?:[^\W\d_]{1,9}\.? )?[-–—|]* ?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:/|of|von|de|из) ?\d{1,4})? ?[-–—|]*", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")  # 2024 may end a sentence, May 2024 be a date
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_CUT = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_OPENS = re.compile(r"[•●▪–—-]\s|\(?\d{1,2}[.)]\s")


class PrintedLine(NamedTuple):
    """A line of a page: its text, where it begins (points from the left and from below), the size of its letters."""

    text: str
    x: float
    y: float
    size: float


Key = tuple[str, int]  # a line's words and its height


def cut_edges(pages: list[list[PrintedLine]]) -> tuple[list[list[PrintedLine]], int]:
    """The pages without the headers, footers and numbers at their edges, and how many lines these are.

    A header or footer is repeated, at the same height; it is the outermost line of its page, or follows such lines;
    and it stands apart from the text, by a gap or by smaller letters, or is no sentence and the same on three pages.
    """
    repeated, fixed = _find_repeated(pages)
    apart = _find_apart(pages, repeated)
    kept, cut = [], 0
    for lines in pages:
        edge = _edge(lines, lambda line: _is_edge(line, len(pages), repeated, fixed, apart))
        kept.append([line for line in lines if line not in edge])
        cut += len(edge)
    return kept, cut


def _find_repeated(pages: list[list[PrintedLine]]) -> tuple[set[Key], set[Key]]:
    """Keys of lines near an edge that return on other pages, and those that do to the letter on three at least.

    Numbers are made alike, but of what ends in a year: a date that differs from page to page is an article's.
    """
    edges = [{line for level in _levels(lines) for line in level} for lines in pages]
    alike = Counter(key for lines in edges for key in {_key(line) for line in lines if not _YEAR.search(line.text)})
    texts = Counter(words for lines in edges for words in {(line.text.lower(), _key(line)) for line in lines})
    share = REPEATED * len(pages)
    least = max(2 if len(pages) < 6 else 3, share)
    same = {key for (_, key), count in texts.items() if count >= least}
    fixed = {key for (_, key), count in texts.items() if count >= max(3, share)}
    return same | {key for key, count in alike.items() if count >= least}, fixed


def _find_apart(pages: list[list[PrintedLine]], repeated: set[Key]) -> set[Key]:
    """Keys of lines that on some page stand in smaller letters than the text, or further from it than paragraphs do."""
    distances = sorted(distance for lines in pages for distance in _distances(lines))
    wide = APART * distances[int(0.9 * len(distances))] if distances else 0.0
    size = median([line.size for lines in pages for line in lines] or [0.0])
    found = set()
    for lines in pages:
        found |= {_key(line) for line in lines if line.size < SMALLER * size}
        levels = _levels(lines)
        for inwards in (levels, levels[::-1]):
            outside: set[Key] = set()
            for level, inner in pairwise(inwards[: EDGE + 1]):
                outside |= {_key(line) for line in level}
                if not any(_key(line) in repeated or _NUMBER.fullmatch(line.text) for line in level):
                    break
                if abs(level[0].y - inner[0].y) > wide:
                    found |= outside
    return found


def _is_edge(line: PrintedLine, pages: int, repeated: set[Key], fixed: set[Key], apart: set[Key]) -> bool:
    key = _key(line)
    if pages > 1 and _NUMBER.fullmatch(line.text):
        return key in apart or not _YEAR.search(line.text)
    return key in repeated and (key in apart or (key in fixed and not _ENDS.search(line.text)))


def _edge(lines: list[PrintedLine], belongs: Callable[[PrintedLine], bool]) -> set[PrintedLine]:
    """The lines of a page's edges, from outside up to the first height at which no line belongs to them."""
    found: set[PrintedLine] = set()
    levels = _levels(lines)
    for outside_first in (levels[:EDGE], levels[::-1][:EDGE]):
        for level in outside_first:
            if not (some := {line for line in level if belongs(line)}):
                break
            found |= some
    return found


def _levels(lines: list[PrintedLine]) -> list[list[PrintedLine]]:
    """The lines near a page's edges, those at one height together, from below."""
    levels: list[list[PrintedLine]] = []
    for line in sorted(lines, key=lambda line: line.y):
        if levels and line.y - levels[-1][0].y <= HEIGHT:
            levels[-1].append(line)
        else:
            levels.append([line])
    return levels if len(levels) <= 2 * EDGE else levels[:EDGE] + levels[-EDGE:]


def _key(line: PrintedLine) -> Key:
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
    """The distance of two lines of a paragraph: of those after a line that is full and ends no sentence."""
    longest = max(len(line.text) for line in lines)
    full = [
        before.y - line.y
        for before, line in pairwise(lines)
        if len(before.text) > SHORT * longest and not _ENDS.search(before.text) and _is_next(before, line)
    ]
    distances = full or _distances(lines)
    return median(distances) if distances else 0.0


def _distances(lines: Iterable[PrintedLine]) -> list[float]:
    return [before.y - line.y for before, line in pairwise(lines) if _is_next(before, line)]


def _is_next(before: PrintedLine, line: PrintedLine) -> bool:
    return 0 < before.y - line.y < 4 * max(before.size, 1)


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
