"""Where on a picture the marks of a chart stand, and which rows of its table they show: what links are laid over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.collections import PathCollection
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.transforms import Bbox

REACH = 7.0  # points around the middle of a dot that can be clicked
MOST_MARKS = 2_000  # of one artist: more are a cloud in which nobody clicks one
_ROWS, _CELLS = "framing_rows", "framing_cells"


class Mark(NamedTuple):
    """A mark on a picture: its place as shares of the picture's width and height, from the top left; its row."""

    left: float
    top: float
    width: float
    height: float
    row: dict[str, object]


def assign_rows(artist: Artist | BarContainer | Sequence[Artist], rows: pd.DataFrame) -> None:
    """Say which rows of the chart's table the marks of an artist show: dots or bars, one row each, in their order."""
    if len(rows) > MOST_MARKS:
        return
    if isinstance(artist, Artist) and not isinstance(artist, BarContainer):
        setattr(artist, _ROWS, rows)
        return
    for number, part in enumerate(artist):
        setattr(part, _ROWS, rows.iloc[[number]])


def assign_cells(image: AxesImage, rows: pd.DataFrame, places: np.ndarray) -> None:
    """Say which rows of the chart's table the cells of a picture show; places: row and column of each cell."""
    setattr(image, _ROWS, rows)
    setattr(image, _CELLS, places)


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
    if isinstance(artist, AxesImage):
        for row, column in getattr(artist, _CELLS):
            corners = [[column - 0.5, row - 0.5], [column + 0.5, row + 0.5]]
            yield Bbox(artist.axes.transData.transform(corners))
        return
    if not isinstance(artist, PathCollection):
        yield artist.get_window_extent()
        return
    reach = REACH * artist.figure.dpi / 72
    for x, y in artist.get_offset_transform().transform(artist.get_offsets()):
        yield Bbox([[x - reach, y - reach], [x + reach, y + reach]])
