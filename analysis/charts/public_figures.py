"""Charts of a site without texts: labels, description and table as they may be shown, before anything is drawn."""

from __future__ import annotations

import re
from dataclasses import replace

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.charts.theme import Chart
from analysis.public.mode import public_limits
from analysis.public.shown import public_table, public_text

HASH = re.compile(r", sha256:[0-9a-f]+")  # which a picture has no room for; its table has it


def public_chart(chart: Chart) -> Chart:
    """Give a chart as it may be shown: as it is where the mode is off."""
    if public_limits() is None:
        return chart
    for axes in chart.figure.axes:
        _mask_ticks(axes)
    _mask_texts(chart.figure)
    return replace(chart, data=public_table(chart.data), alt=public_text(chart.alt))


def _mask_ticks(axes: Axes) -> None:
    """Set tick labels anew, where one of them may not be shown: they are written when the figure is drawn."""
    for axis in (axes.xaxis, axes.yaxis):
        labels = [label.get_text() for label in axis.get_ticklabels()]
        masked = [_mask_label(label) for label in labels]
        if masked != labels:
            axis.set_ticks(axis.get_ticklocs(), masked)


def _mask_texts(figure: Figure) -> None:
    for text in figure.findobj(Text):
        masked = _mask_label(text.get_text())
        if masked != text.get_text():
            text.set_text(masked)


def _mask_label(label: str) -> str:
    masked = public_text(label)
    return label if masked == label else HASH.sub("", masked).replace("\n", " ")
