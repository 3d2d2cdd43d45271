"""A small picture of counts, as a data address that any page shows: no script, no request."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

BLOCKS = "▁▂▃▄▅▆▇█"
FILL, BASE = "#3b8ec2", "#8c959f"  # seen on white and on black
HEIGHT = 60
MOST = 200  # bars that a small picture has room for
MOST_BLOCKS = 60  # and a line of text


def join_bars(counts: Sequence[int], most: int = MOST) -> list[int]:
    """Add up neighbours, so many in each, until there are few enough bars."""
    size = size_of_bars(counts, most)
    return [sum(counts[start : start + size]) for start in range(0, len(counts), size)]


def size_of_bars(counts: Sequence[int], most: int = MOST) -> int:
    """How many neighbours one bar stands for."""
    return -(-len(counts) // most) or 1


def picture_of(counts: Sequence[int]) -> str:
    """Draw counts as bars side by side, as the address of an SVG picture."""
    bars = join_bars(counts)
    top, shapes = max([*bars, 1]), []
    for place, count in enumerate(bars):
        height = max(HEIGHT * count / top, 2.0) if count else 0.0  # one document is seen beside thousands
        shapes.append(f'<rect x="{place + 0.1:g}" y="{HEIGHT - height:.1f}" width=".8" height="{height:.1f}"/>')
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(bars)} {HEIGHT + 2}" '
        f'preserveAspectRatio="none"><g fill="{FILL}">{"".join(shapes)}</g>'
        f'<rect y="{HEIGHT}" width="{len(bars)}" height="1" fill="{BASE}"/></svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}"


def tell_bars(counts: Sequence[int], most: int = MOST_BLOCKS) -> str:
    """Write counts as a line of blocks, for a terminal; a blank stands for none."""
    bars = join_bars(counts, most)
    top = max([*bars, 1])
    return "".join(BLOCKS[-(-count * len(BLOCKS) // top) - 1] if count else " " for count in bars)
