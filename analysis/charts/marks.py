"""Where on a picture the marks of a chart stand, and which rows of its table they show: what links are laid over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.collections import PathCollection
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

REACH = 7.0  # points around the middle of a dot that can be clicked
_ROWS = "framing_rows"


class Mark(NamedTuple):
    """A mark on a picture: its place as shares of the picture's width and height, from the top left; its row."""

    left: float
    top: float
    width: float
    height: float
    row: dict[str, object]


def assign_rows(artist: Artist | BarContainer, rows: pd.DataFrame) -> None:
    """Say which rows of the chart's table the marks of an artist show: dots or bars, one row each, in their order."""
    parts = list(artist) if isinstance(artist, BarContainer) else [artist]
    tables = [rows.iloc[[number]] for number in range(len(parts))] if len(parts) > 1 else [rows]
    for part, table in zip(parts, tables, strict=True):
        setattr(part, _ROWS, table)


def locate_marks(figure: Figure) -> list[Mark]:
    """Find the marks of a figure that was drawn, those that stand outside the picture left out."""
    size = np.array([figure.bbox.width, figure.bbox.height])
    found = []
    for artist in figure.findobj(lambda one: hasattr(one, _ROWS)):
        for box, row in zip(_boxes(artist), getattr(artist, _ROWS).to_dict("records"), strict=True):
            low, high = box.min / size, box.max / size
            if np.isfinite([low, high]).all() and (low < 1).all() and (high > 0).all():
                found.append(Mark(low[0], 1 - high[1], *(high - low), row))
    return found


def _boxes(artist: Artist) -> Iterator[Bbox]:
    """The box of each mark, in pixels of the figure."""
    if not isinstance(artist, PathCollection):
        yield artist.get_window_extent()
        return
    reach = REACH * artist.figure.dpi / 72
    for x, y in artist.get_offset_transform().transform(artist.get_offsets()):
        yield Bbox([[x - reach, y - reach], [x + reach, y + reach]])
