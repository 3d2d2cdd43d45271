"""Straight marks within straight marks: "He said: "Go home," and I went," said Lee; "назвал это "фантазиями""."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.voices.glyphs import Glyph

_BEFORE = "([{—–-/"  # what an opening mark may stand behind, blanks aside
_BEHIND = ".,;:!?…)]}—–-"  # what a closing mark may stand before, blanks aside
_TWO = 2  # marks within marks, no deeper


def pair_nested(paragraph: str, marks: Sequence[Glyph]) -> list[tuple[Glyph, Glyph]]:
    """Pair the outer marks of a paragraph in which straight ones stand in others; none where a mark may be lost.

    That is told where the blanks say of each mark whether it opens or closes, each has its partner, and some
    stand in others.
    """
    outer, opened, deepest = [], [], 0
    for mark in marks:
        steps = _count_steps(paragraph, mark)
        if steps == 0:
            return []
        if steps > 0:
            opened.append(mark)
            deepest = max(deepest, len(opened))
            continue
        for _ in range(-steps):
            if not opened:
                return []
            first = opened.pop()
        if not opened:
            outer.append((first, mark))
    return outer if deepest == _TWO and not opened else []


def _count_steps(paragraph: str, mark: Glyph) -> int:
    """Count what a mark opens, or closes (negative: -2 of \"\"); 0 where nothing tells."""
    if mark.glyph != '"' or set(paragraph[mark.start : mark.end]) != {'"'}:
        return 0
    before = paragraph[mark.start - 1] if mark.start else " "
    behind = paragraph[mark.end] if mark.end < len(paragraph) else " "
    opens = (before.isspace() or before in _BEFORE) and not (behind.isspace() or behind in _BEHIND)
    closes = not (before.isspace() or before in _BEFORE) and (behind.isspace() or behind in _BEHIND)
    marks = mark.end - mark.start
    return marks if opens and marks == 1 else -marks if closes and marks <= _TWO else 0
