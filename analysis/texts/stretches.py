"""Stretches of a text, each where it starts and ends: their words out of sight, and what lies outside of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def mask_stretches(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Put blanks in place of stretches, one for each character: every other place stays. They may overlap."""
    parts, done = [], 0
    for start, end in sorted(stretches):
        if end > done:
            start = max(start, done)
            parts += [text[done:start], " " * (end - start)]
            done = end
    return "".join([*parts, text[done:]]) if parts else text


def list_outside(places: Sequence[int], stretches: Iterable[tuple[int, int]]) -> list[int]:
    """List the places, in order, that lie within no stretch; where one starts or ends is outside of it."""
    outside, reach, ahead = [], 0, sorted(stretches, reverse=True)
    for at in places:
        while ahead and ahead[-1][0] < at:
            reach = max(reach, ahead.pop()[1])
        if at >= reach:
            outside.append(at)
    return outside
