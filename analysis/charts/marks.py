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
LEAST = 3.0  # points that a dot keeps to itself where others stand close by
THIN = 8.0  # points of a bar that would be too thin to be clicked
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
    size, points = np.array([figure.bbox.width, figure.bbox.height]), figure.dpi / 72
    places, rows, dots = [], [], []
    for artist in figure.findobj(lambda one: hasattr(one, _ROWS)):
        for box, row in zip(_boxes(artist), getattr(artist, _ROWS).to_dict("records"), strict=True):
            if np.isfinite(box.get_points()).all() and (box.min < size).all() and (box.max > 0).all():
                places.append([box.min, box.max])
                rows.append(row)
                dots.append(isinstance(artist, PathCollection))
    boxes = np.array(places, dtype=float).reshape(-1, 2, 2)
    boxes, dots = _widen(boxes, THIN * points), np.array(dots, dtype=bool)
    boxes[dots] = _part_dots(boxes[dots].mean(axis=1), REACH * points, LEAST * points)
    low, high = (boxes / size).transpose(1, 0, 2)
    corners = np.column_stack([low[:, 0], 1 - high[:, 1], high - low]).tolist()
    return [Mark(*corner, row) for corner, row in zip(corners, rows, strict=True)]


def _widen(boxes: np.ndarray, least: float) -> np.ndarray:
    """Widen boxes, (n, low and high, x and y), that are narrower or lower than so much."""
    lacking = np.maximum(least - (boxes[:, 1] - boxes[:, 0]), 0) / 2
    return np.stack([boxes[:, 0] - lacking, boxes[:, 1] + lacking], axis=1)


def _part_dots(centres: np.ndarray, reach: float, least: float) -> np.ndarray:
    """Give each dot its box: what is nearer to it than to another, and at least so much, so that each can be clicked.

    centres: (n, 2). Two boxes are parted half way between their dots, along the axis on which these are further apart.
    """
    centres = _spread(centres, reach, least)
    low, high = centres - reach, centres + reach
    for one in range(len(centres)):
        away = centres[one + 1 :] - centres[one]
        for other in np.flatnonzero((np.abs(away) < 2 * reach).all(axis=1)):
            axis = int(abs(away[other, 1]) > abs(away[other, 0]))
            half = (centres[one] + away[other] / 2)[axis]
            before, after = (one, one + 1 + other) if away[other, axis] >= 0 else (one + 1 + other, one)
            high[before, axis] = min(high[before, axis], half)
            low[after, axis] = max(low[after, axis], half)
    return _widen(np.stack([low, high], axis=1), least)


def _spread(centres: np.ndarray, reach: float, least: float) -> np.ndarray:
    """Set dots that stand at the same place side by side, as far as their reach."""
    spread = centres.copy()
    _, places, counts = np.unique(np.round(centres), axis=0, return_inverse=True, return_counts=True)
    for place in np.flatnonzero(counts > 1):
        own = np.flatnonzero(places.ravel() == place)
        steps = np.arange(len(own)) - (len(own) - 1) / 2
        spread[own, 0] = centres[own, 0].mean() + steps * min(least, 2 * reach / len(own))
    return spread


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
    offsets = np.ma.filled(np.ma.asarray(artist.get_offsets(), dtype=float), np.nan)  # a dot without a value is masked
    for x, y in artist.get_offset_transform().transform(offsets):
        yield Bbox([[x - reach, y - reach], [x + reach, y + reach]])
