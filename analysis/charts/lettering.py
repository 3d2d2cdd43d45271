"""Letters of charts: which can be drawn, how wide a text is, and where it is broken so that it fits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import accumulate

from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font

LETTER = 0.0078  # inches of a letter of running text, at one point
TURNS = frozenset([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])  # turn the direction of what follows
ELLIPSIS, BOX = "…", "□"
MOST_MARKS = 4  # over one letter: more would be drawn over the lines above
LONGEST = 1_000  # letters of a line: marks that stand over others have no width, and do not fill one


@cache
def _font(bold: bool) -> FT2Font:
    font = FT2Font(findfont(FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")))
    font.set_size(72, 72)
    return font


@cache
def _glyphs() -> frozenset[int]:
    return frozenset(_font(False).get_charmap())


@cache
def _advance(letter: str, bold: bool) -> float:
    """Points that a letter of one point is wide; one that the font lacks is drawn as a box as wide as an M."""
    font = _font(bold)
    known = letter if ord(letter) in font.get_charmap() else "M"
    return font.load_char(ord(known)).linearHoriAdvance / 65536 / 72


def measure_text(text: str, size: float, bold: bool = False) -> float:
    """Measure how many inches a line of text is wide, at a size in points."""
    return sum(_advance(letter, bold) for letter in text) * size / 72


def readable(label: object) -> str:
    """Leave out of a label the symbols and control characters that the font cannot draw (emoji, flags),
    and those that turn the direction of text; of a label of nothing else a box is left.

    Letters that it lacks stay: they are drawn as boxes, and a box says that something stood there.
    """
    if shown := " ".join("".join(_list_drawn(str(label))).split()):
        return shown
    drawn = "".join(c for c in str(label) if unicodedata.category(c)[0] != "C").strip()
    return drawn or (BOX if str(label).strip() else "")


def _list_drawn(label: str) -> Iterable[str]:
    """The letters of a label that are drawn; of marks that stand over one letter the first few."""
    marks = 0
    for letter in label:
        kind = unicodedata.category(letter)[0]
        marks = marks + 1 if kind == "M" else 0
        if marks <= MOST_MARKS and ((ord(letter) in _glyphs() and ord(letter) not in TURNS) or kind in "LN"):
            yield letter


def split_to_fit(text: str, inches: float, size: float, bold: bool = False, most: int = 0) -> list[str]:
    """Split a text into lines that fit the inches, at words where that can be; with `most`, the rest is an ellipsis."""
    lines: list[str] = []
    line = ""
    for word in _short_enough(readable(text).split(), inches, size, bold):
        longer = f"{line} {word}" if line else word
        if line and _count_fitting(longer, inches, size, bold) < len(longer):
            lines.append(line)
            line = word
        else:
            line = longer
    lines += [line] if line else []
    if not most or len(lines) <= most:
        return lines
    return [*lines[: most - 1], name_in_line(" ".join(lines[most - 1 :]), inches, size, bold)]


def name_in_line(text: str, inches: float, size: float, bold: bool = False) -> str:
    """Cut a text to one line that fits the inches; an ellipsis stands for the rest."""
    if _count_fitting(text, inches, size, bold) == len(text):
        return text
    kept = max(1, _count_fitting(text, inches - measure_text(ELLIPSIS, size, bold), size, bold))
    return text[:kept].rstrip() + ELLIPSIS


def wrap(labels: Iterable[object], width: int = 34, size: float = 10, most: int = 3) -> list[str]:
    """Break long labels into lines of about so many letters, three lines at most, the rest cut with an ellipsis."""
    return ["\n".join(split_to_fit(str(label), width * LETTER * size, size, most=most)) for label in labels]


def _short_enough(words: list[str], inches: float, size: float, bold: bool) -> Iterable[str]:
    """The words of a text, those wider than a line in pieces."""
    for word in words:
        start = 0
        while start < len(word):
            kept = max(1, _count_fitting(word[start : start + LONGEST + 1], inches, size, bold))
            yield word[start : start + kept]
            start += kept


def _count_fitting(text: str, inches: float, size: float, bold: bool) -> int:
    """How many of a text's letters fit, the first ones; those behind are not looked at, however many they are."""
    room = inches * 72 / size
    widths = accumulate(_advance(letter, bold) for letter in text[:LONGEST])
    return next((count for count, width in enumerate(widths) if width > room), min(len(text), LONGEST))
