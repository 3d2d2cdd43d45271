"""What a result of a measure shows in a notebook, in order: its chart, what the chart says in words, its tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple, Protocol, runtime_checkable

import pandas as pd

from analysis.charts.theme import Chart, NoChart


class TableShown(NamedTuple):
    """A table as `show_table` takes it: what its file is called, what a row is, and what is said of an empty one."""

    table: pd.DataFrame
    name: str
    caption: str = ""
    most: int = 40
    empty: str = ""
    percent: Collection[str] = ()
    cut_by: str = ""


Part = Chart | NoChart | TableShown | str


@runtime_checkable
class Showable(Protocol):
    """A result that knows its parts."""

    def list_parts(self) -> Iterable[Part]:
        """List what is shown, in order; a text is Markdown."""
