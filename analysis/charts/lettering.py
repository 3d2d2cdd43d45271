"""Letters of charts: which can be drawn, how wide a text is, and where it is broken so that it fits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font

LETTER = 0.0078  # inches of a letter of running text, at one point
TURNS = frozenset([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])  # turn the direction of what follows
ELLIPSIS = "…"


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
    and those that turn the direction of text.

    Letters that it lacks stay: they are drawn as boxes, and a box says that something stood there.
    """
    kept = [
        c for c in str(label) if (ord(c) in _glyphs() and ord(c) not in TURNS) or unicodedata.category(c)[0] in "LN"
    ]
    return " ".join("".join(kept).split()) or str(label)


def split_to_fit(text: str, inches: float, size: float, bold: bool = False, most: int = 0) -> list[str]:
    """Split a text into lines that fit the inches, at words where that can be; with `most`, the rest is an ellipsis."""
    lines: list[str] = []
    line = ""
    for word in _short_enough(readable(text).split(), inches, size, bold):
        longer = f"{line} {word}" if line else word
        if line and measure_text(longer, size, bold) > inches:
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
    if measure_text(text, size, bold) <= inches:
        return text
    kept = len(text)
    while kept > 1 and measure_text(text[:kept].rstrip() + ELLIPSIS, size, bold) > inches:
        kept -= 1
    return text[:kept].rstrip() + ELLIPSIS


def wrap(labels: Iterable[object], width: int = 34, size: float = 10, most: int = 3) -> list[str]:
    """Break long labels into lines of about so many letters, three lines at most, the rest cut with an ellipsis."""
    return ["\n".join(split_to_fit(str(label), width * LETTER * size, size, most=most)) for label in labels]


def _short_enough(words: list[str], inches: float, size: float, bold: bool) -> Iterable[str]:
    """The words of a text, those wider than a line in pieces."""
    for word in words:
        while measure_text(word, size, bold) > inches and len(word) > 1:
            kept = len(word) - 1
            while kept > 1 and measure_text(word[:kept], size, bold) > inches:
                kept -= 1
            yield word[:kept]
            word = word[kept:]
        yield word
