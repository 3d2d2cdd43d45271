"""A heat map with its numbers written in: groups against groups."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.image import AxesImage

from analysis.charts import theme
from analysis.charts.lettering import measure_text, name_in_line
from analysis.charts.marks import assign_cells
from analysis.charts.theme import Chart, NoChart

MOST_ROWS, MOST_COLUMNS = 25, 16
HEAD = 2.6  # inches of a turned heading
DARK = 0.6  # share of the scale from which on a number is written in white


def matrix(
    table: pd.DataFrame,
    rows: str,
    columns: str,
    value: str,
    name: str,
    title: str,
    unit: str,
    subtitle: str = "",
    digits: int = 2,
    scale: tuple[float, float] | None = None,
    diverging: bool = False,
) -> Chart | NoChart:
    """Draw a value for each pair of `rows` and `columns` as a coloured cell with its number.

    table: one row a pair; rows and columns are drawn in the order in which they first stand (a categorical column:
    of its categories), the first 25 and 16; a pair without a row, or without a value, is left empty. unit: what the
    numbers are. digits: decimals written, 0 for counts. scale: lowest and highest value of the colours (the data's if
    not given; with diverging, symmetric about 0). Returns a NoChart where there is nothing to draw.
    """
    if theme.lacks(table, value):
        return theme.no_chart(table, name, title)
    wide, left = _lay_out(table, rows, columns, value)
    more = " and ".join(f"{count:,} more {key}s" for count, key in zip(left, (rows, columns), strict=True) if count)
    subtitle += f" Not drawn: {more}, which have rows in the chart's CSV." if more else ""
    labels, heads = theme.wrap(wide.index, 32), [_short(head) for head in wide.columns]
    widest = max((measure_text(head, 9) for head in heads), default=0)
    height = sum(0.36 + 0.15 * max(0, label.count("\n") - 1) for label in labels) + 0.9 + 0.66 * widest
    figure, grid = theme.new_chart(title, subtitle.strip(), table, height=height)
    with theme.styled():
        _cells(figure, grid[0, 0], wide.to_numpy(dtype=float), digits, _limits(wide, scale, diverging), diverging, unit)
        _assign(grid[0, 0].images[0], table.dropna(subset=[value]), wide, rows, columns)
        _dress(grid[0, 0], labels, heads)
    return theme.finish(figure, name, table, _alt(title, table.dropna(subset=[value]), rows, columns, value))


def _lay_out(table: pd.DataFrame, rows: str, columns: str, value: str) -> tuple[pd.DataFrame, list[int]]:
    """Set a value out by rows and columns, those that are drawn; and say how many of each are not."""
    order = [_order(table[key]) for key in (rows, columns)]
    left = [max(0, len(keys) - most) for keys, most in zip(order, (MOST_ROWS, MOST_COLUMNS), strict=True)]
    wide = table.assign(**{rows: table[rows].astype(str), columns: table[columns].astype(str)})
    wide = wide.pivot_table(index=rows, columns=columns, values=value, sort=False, dropna=False)
    return wide.reindex(index=order[0][:MOST_ROWS], columns=order[1][:MOST_COLUMNS]), left


def _assign(image: AxesImage, table: pd.DataFrame, wide: pd.DataFrame, rows: str, columns: str) -> None:
    """Tie each cell to the row of the table that it shows."""
    keys = (wide.index, wide.columns)
    places = [axis.get_indexer(table[key].astype(str)) for axis, key in zip(keys, (rows, columns), strict=True)]
    drawn = (places[0] >= 0) & (places[1] >= 0)
    assign_cells(image, table[drawn], np.column_stack(places)[drawn])


def _dress(axes: Axes, labels: list[str], heads: list[str]) -> None:
    axes.set_yticks(range(len(labels)), labels, fontsize=9)
    upright = max(map(len, heads), default=0) * len(heads) < 70
    turned = {} if upright else {"rotation": 40, "ha": "left", "rotation_mode": "anchor"}
    axes.set_xticks(range(len(heads)), heads, fontsize=9, **turned)


def _order(keys: pd.Series) -> list[str]:
    if isinstance(keys.dtype, pd.CategoricalDtype):
        return [str(key) for key in keys.cat.categories if (keys == key).any()]
    return list(dict.fromkeys(keys.astype(str)))


def _short(head: object) -> str:
    """One line: headings are turned, and turned lines under one another run into the next heading."""
    return name_in_line(theme.readable(head), HEAD, 9)


def _limits(wide: pd.DataFrame, scale: tuple[float, float] | None, diverging: bool) -> tuple[float, float]:
    values = wide.to_numpy(dtype=float)
    if scale or not np.isfinite(values).any():
        return scale or (0.0, 1.0)
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    edge = max(abs(low), abs(high)) or 1.0
    return (-edge, edge) if diverging else (min(low, 0.0), high if high > min(low, 0.0) else 1.0)


def _cells(figure, axes, values: np.ndarray, digits: int, limits: tuple, diverging: bool, unit: str) -> None:
    colours = theme.DIVERGING if diverging else theme.SEQUENTIAL
    image = axes.imshow(values, cmap=colours, vmin=limits[0], vmax=limits[1], aspect="auto")
    place = (values - limits[0]) / (limits[1] - limits[0])
    dark = np.abs(place - 0.5) > 0.32 if diverging else place > DARK
    for (row, column), number in np.ndenumerate(values):
        if np.isfinite(number):
            shade = "white" if dark[row, column] else theme.INK
            style = {"ha": "center", "va": "center", "color": shade, "fontsize": 8.5}
            axes.text(column, row, theme.decimals_of(number, digits), **style)
    axes.grid(visible=False)
    axes.spines[:].set_visible(False)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    bar = figure.colorbar(image, ax=axes, orientation="horizontal", shrink=0.4, aspect=30, pad=0.02, location="bottom")
    bar.outline.set_visible(False)
    bar.set_label(unit, fontsize=9)


def _alt(title: str, known: pd.DataFrame, rows: str, columns: str, value: str) -> str:
    if known.empty:
        return f"{title}. No pair has a value."
    top = known.loc[known[value].astype(float).idxmax()]
    highest = f"{top[rows]} and {top[columns]} at {theme.decimals_of(float(top[value]), 2)}"
    return f"{title}. Heat map of {rows} against {columns}; highest: {highest}."
