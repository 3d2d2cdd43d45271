"""What all charts over time share: ticks on whole periods, gaps where nothing is known, and events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FixedFormatter, FixedLocator

from analysis.charts import theme
from analysis.charts.lettering import measure_text, name_in_line
from analysis.estimates.periods import list_periods, recognise_period

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STEPS = ("D", "2D", "W-MON", "2W-MON", "MS", "2MS", "QS", "2QS", "YS", "2YS", "5YS", "10YS", "20YS", "50YS", "100YS")
MOST_EVENTS = 12  # with a label; others have their line
EVENT_SIZE, EVENT_INCHES, LANE = 8, 2.4, 11.5  # points; inches of a label at most; points from line to line of labels


class Event(NamedTuple):
    """What happened: its date and what it is called on the chart."""

    date: pd.Timestamp
    label: str


class Placed(NamedTuple):
    """The label of an event, where it begins as a share of the axes' width, and in which line from the bottom."""

    text: str
    left: float
    lane: int


def place_dates(axes: Axes, first: pd.Timestamp, last: pd.Timestamp, most: int) -> None:
    """Write at most so many ticks under an axis of dates, at the beginnings of years, months, weeks or days."""
    for step in STEPS:
        ticks = pd.date_range(first.normalize(), last, freq=step)
        if len(ticks) <= most and (len(ticks) or step == STEPS[-1]):
            break
    ticks = ticks if len(ticks) else pd.DatetimeIndex([first.normalize()])
    places = [tick.to_pydatetime() for tick in ticks]
    axes.xaxis.set_major_locator(FixedLocator(axes.convert_xunits(np.array(places, dtype="datetime64[us]"))))
    axes.xaxis.set_major_formatter(FixedFormatter(_labels(ticks, step)))


def _labels(ticks: pd.DatetimeIndex, step: str) -> list[str]:
    """Name ticks; the year stands under the first of each year, the month under the first of each month's days."""
    if step.endswith("YS"):
        return [f"{tick.year}" for tick in ticks]
    labels, before = [], None
    for tick in ticks:
        months = step.endswith(("MS", "QS"))
        top = MONTHS[tick.month - 1] if months else f"{tick.day} {MONTHS[tick.month - 1]}"
        labels.append(top if before == tick.year else f"{top}\n{tick.year}")
        before = tick.year
    return labels


def add_gaps(part: pd.DataFrame, period: str, within: int = 0) -> pd.DataFrame:
    """Add a row without values for each period inside that has none, so that no line is drawn through it.

    within: so many empty periods in a row are no gap, and left out.
    """
    every = list_periods(part["period"], period)
    empty = ~every.isin(part["period"])
    runs = (~empty).cumsum()
    lengths = pd.Series(empty).groupby(runs).transform("sum").to_numpy()
    gaps = pd.DataFrame({"period": every[empty & (lengths > within)]})
    return pd.concat([part, gaps], ignore_index=True).sort_values("period", kind="stable", ignore_index=True)


def period_of(table: pd.DataFrame) -> str:
    """Say which period the rows of a table are by."""
    return recognise_period(table["period"])


def list_events(events: pd.DataFrame | None, first: pd.Timestamp, last: pd.Timestamp) -> list[Event]:
    """List the events that fall into a span of time, the earliest first. events: date, label, from `load_events`."""
    if events is None or events.empty:
        return []
    inside = events[(events["date"] >= first) & (events["date"] <= last)].sort_values("date", kind="stable")
    return [Event(row.date, theme.readable(row.label)) for row in inside.itertuples()]


def number_events(events: Sequence[Event]) -> tuple[list[Event], str]:
    """Give events numbers in place of their labels, for small panels, and the key to them."""
    numbered = [Event(event.date, str(number)) for number, event in enumerate(events, 1)]
    key = [f"{number} {event.label} ({_day(event.date)})" for number, event in enumerate(events[:MOST_EVENTS], 1)]
    more = f"; {len(events) - MOST_EVENTS} more are not named" if len(events) > MOST_EVENTS else ""
    return numbered, f"Events: {'; '.join(key)}{more}." if key else ""


def lay_out_events(events: Sequence[Event], span: tuple[pd.Timestamp, pd.Timestamp], inches: float) -> list[Placed]:
    """Give each of the first events a place for its label: where it begins, from the left, and in which line it lies.

    span: first and last day of the axis; inches: how wide it is, about. No label lies on another.
    """
    length = max((span[1] - span[0]).total_seconds(), 1.0)
    ends: list[list[tuple[float, float]]] = []
    placed = []
    for date, label in events[:MOST_EVENTS]:
        text = name_in_line(label, EVENT_INCHES, EVENT_SIZE)
        wide, at = measure_text(text, EVENT_SIZE) + 0.08, (date - span[0]).total_seconds() / length * inches
        left = max(0.0, min(at, inches - wide))
        placed.append(Placed(text, left / inches, _free_lane(ends, left, left + wide)))
    return placed


def place_events(axes: Axes, events: Sequence[Event], placed: Sequence[Placed], inside: bool = False) -> None:
    """Draw an upright line at each event, its label where it was placed, above the axes or inside at their top."""
    for event in events:
        axes.axvline(event.date, color=theme.VERMILION, linewidth=0.9, linestyle=(0, (3, 2)), zorder=1)
    for text, left, lane in placed:
        offset = -(EVENT_SIZE + 2) - LANE * lane if inside else 3 + LANE * lane
        style = {"xycoords": "axes fraction", "textcoords": "offset points", "fontsize": EVENT_SIZE}
        axes.annotate(text, (left, 1.0), xytext=(1.5, offset), color=theme.VERMILION, **style)


def _free_lane(taken: list[list[tuple[float, float]]], left: float, right: float) -> int:
    """Find the lowest line of labels that has room from left to right, and take it."""
    for lane, labels in enumerate(taken):
        if all(right <= begin or left >= end for begin, end in labels):
            labels.append((left, right))
            return lane
    taken.append([(left, right)])
    return len(taken) - 1


def _day(date: pd.Timestamp) -> str:
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"
