"""Bars that show how far the preparing of a corpus is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from analysis.reading import Progress


@contextmanager
def shown_bars(always: bool = False) -> Iterator[Progress | None]:
    """Have bars on standard error, if somebody sees them there (or `always`): a function that is told how far it is."""
    if not (always or sys.stderr.isatty()):
        yield None
        return
    bars = Bars()
    try:
        yield bars
    finally:
        bars.close()


class Bars:
    """A bar for each stage: its rate in bytes of text, the rest of its time, and how much was refused."""

    def __init__(self) -> None:
        self.bars: dict[str, tqdm] = {}

    def __call__(self, stage: str, done: int, total: int, refused: int) -> None:
        """Show how far a stage is."""
        if stage not in self.bars:
            self.bars[stage] = tqdm(
                desc=f"{stage:<18}", total=total, unit="B", unit_scale=True, file=sys.stderr, dynamic_ncols=True
            )
        bar = self.bars[stage]
        bar.set_postfix_str(f"{refused:,} refused" if refused else "", refresh=False)
        bar.update(done - bar.n)
        if done >= total:
            bar.close()

    def close(self) -> None:
        """Leave the bars as they are."""
        for bar in self.bars.values():
            bar.close()
