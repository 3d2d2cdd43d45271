"""How far long work is, for whoever looks on: a bar with rate and rest, in JupyterLab and in a terminal.

Nothing is shown of work that ends within two seconds, nor where nobody looks on: in a report, a test, a pipe.
"""

from __future__ import annotations

import html
import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from operator import length_hint
from typing import Protocol, TypeVar

from tqdm import tqdm

from analysis.reading import Progress

QUIET = "FRAMING_QUIET"  # environment variable: set where nobody looks on
AFTER, EVERY, OFTEN = 2.0, 0.5, 0.1  # seconds before anything is shown, between two looks, and between two counts
BYTES = "B"
Item = TypeVar("Item")
_shown: list[int] = []  # the cells (0: no notebook) whose bars are there: work within work has none of its own


class Bars(Protocol):
    """Shows how far stages of work are."""

    def __call__(self, stage: str, done: int, total: int, refused: int = 0) -> None:
        """Show how far a stage is."""

    def close(self) -> None:
        """No more is to come."""


@contextmanager
def shown_bars(always: bool = False, unit: str = BYTES) -> Iterator[Progress | None]:
    """Have bars, if somebody sees them: a function that is told how far it is, or None.

    always: on standard error whoever looks on, from the first moment, and they stay; unit: what is counted.
    """
    cell = _number_of_cell()
    bars = None if cell in _shown or (_is_quiet() and not always) else _make_bars(always, unit)
    if bars is None:
        yield None
        return
    _shown.append(cell)
    try:
        yield bars
    finally:
        _shown.remove(cell)
        bars.close()


def count_off(items: Iterable[Item], stage: str, unit: str = "parts", total: int | None = None) -> Iterator[Item]:
    """Give items one by one, as they come, with a bar of how many have come; total: of items that have no length."""
    total = length_hint(items) if total is None else total
    with shown_bars(unit=f" {unit}") as told:
        if told is None or not total:
            yield from items
            return
        told(stage, 0, total, 0)
        last = time.monotonic()
        for number, item in enumerate(items, 1):
            yield item
            if number == total or time.monotonic() - last > OFTEN:  # of thousands of texts a second, some
                last = time.monotonic()
                told(stage, number, total, 0)


def say_aside(sentence: str) -> None:
    """Say something that no result hangs on to whoever looks on: under the cell, or on standard error."""
    if os.environ.get(QUIET):
        return
    print(sentence, file=sys.stdout if is_in_notebook() else sys.stderr)


def _is_quiet() -> bool:
    return bool(os.environ.get(QUIET)) or not (is_in_notebook() or sys.stderr.isatty())


def is_in_notebook() -> bool:
    """Whether a kernel runs this: of JupyterLab, papermill, nbconvert or a report."""
    return hasattr(find_shell(), "kernel")


def _number_of_cell() -> int:
    """The cell that runs: work that was interrupted in one may never be done, and takes the bars of no other."""
    return getattr(find_shell(), "execution_count", 0)


def find_shell() -> object | None:
    """Find IPython's shell, in JupyterLab or a terminal; None where there is none. IPython is not imported for it."""
    return sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None


def _make_bars(always: bool, unit: str) -> Bars:
    return InNotebook(unit) if is_in_notebook() and not always else InTerminal(always, unit)


class _Watched:
    """Looks again and again how far the work is: a stage that says nothing for long is shown all the same."""

    def __init__(self) -> None:
        self.begun, self.lock, self.over = time.monotonic(), threading.Lock(), threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while not self.over.wait(EVERY):
            if time.monotonic() - self.begun >= AFTER:
                with self.lock:
                    if not self.over.is_set():
                        self.look()

    def look(self) -> None:
        """Show how far the work is now."""
        raise NotImplementedError


class InTerminal(_Watched):
    """A line for each stage on standard error."""

    def __init__(self, always: bool, unit: str) -> None:
        """always: from the first moment, and the lines stay; else after two seconds, until the work is done."""
        self.always, self.unit = always, unit
        self.bars: dict[str, tqdm] = {}
        super().__init__()

    def __call__(self, stage: str, done: int, total: int, refused: int = 0) -> None:
        """Show how far a stage is."""
        with self.lock:
            bar = self.bars.get(stage) or self._begin(stage, total)
            bar.set_postfix_str(f"{refused:,} refused" if refused else "", refresh=False)
            bar.update(done - bar.n)
            if done >= total:
                bar.close()

    def _begin(self, stage: str, total: int) -> tqdm:
        self.bars[stage] = tqdm(
            desc=f"{stage:<18}", total=total, unit=self.unit, unit_scale=True, file=sys.stderr, dynamic_ncols=True,
            leave=self.always, delay=0 if self.always else AFTER,
        )  # fmt: skip
        return self.bars[stage]

    def look(self) -> None:
        """Show the stages that are not done."""
        for bar in self.bars.values():
            if not bar.disable:  # a bar that is closed is disabled
                bar.refresh()

    def close(self) -> None:
        """Leave the bars as they are, or take away those that need not stay."""
        self.over.set()
        with self.lock:
            for bar in self.bars.values():
                bar.close()


class InNotebook(_Watched):
    """A bar under the cell that goes when the work is done; it needs no widgets."""

    def __init__(self, unit: str) -> None:
        self.unit, self.handle = unit, None
        self.state, self.since = ("", 0, 0, 0), time.monotonic()
        super().__init__()

    def __call__(self, stage: str, done: int, total: int, refused: int = 0) -> None:
        """Note how far a stage is, to be shown at the next look."""
        if stage != self.state[0]:
            self.since = time.monotonic()
        self.state = (stage, done, total, refused)

    def look(self) -> None:
        """Show the stage that is being worked on."""
        from IPython.display import display

        stage, done, total, _ = self.state
        if not stage:
            return
        said = tell_progress(*self.state, time.monotonic() - self.since, self.unit)
        bar = f'<progress value="{done}" max="{max(total, 1)}" style="width:16em;vertical-align:middle"></progress>'
        shown = {"text/html": f"{bar} {html.escape(said)}", "text/plain": said}
        if self.handle is None:
            self.handle = display(shown, raw=True, display_id=True)
        else:
            self.handle.update(shown, raw=True)

    def close(self) -> None:
        """Take the bar away."""
        self.over.set()
        with self.lock:
            if self.handle is not None:
                self.handle.update({"text/html": "", "text/plain": ""}, raw=True)


def tell_progress(stage: str, done: int, total: int, refused: int, seconds: float, unit: str) -> str:
    """Say how far a stage is: how much of how much, how fast, and how long it will still take at that rate."""
    said = [f"{stage}: {_shorten(done)} of {_shorten(total)}{unit}"]
    if not done:
        said += [f"{tqdm.format_interval(seconds)} so far"]
    elif seconds > 0:
        rate = done / seconds
        said += [f"{_shorten(rate)}{unit}/s", f"{tqdm.format_interval((total - done) / rate)} left"]
    return ", ".join([*said, *([f"{refused:,} refused"] if refused else [])])


def _shorten(number: float) -> str:
    return f"{number:.3g}" if number < 1000 else tqdm.format_sizeof(number)
