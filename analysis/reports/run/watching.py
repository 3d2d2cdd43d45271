"""A notebook watched while it runs: one that takes too long or too much memory is ended, whatever it is doing."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from analysis.reports.asked.limits import RunLimits, name_memory, name_time
from analysis.reports.run.trees import end_below, list_tree, measure_memory

LOOKS, LISTS = 0.1, 1.0  # seconds between two looks at the memory, and at which processes there are
OUT_OF_TIME, OUT_OF_MEMORY = "OutOfTime", "OutOfMemory"  # the name of the error that the page shows


class Watch:
    """Looks after what this process has started. ended: the name of what was wrong and a sentence, if it ended it."""

    def __init__(self, limits: RunLimits) -> None:
        self.limits, self.ended = limits, None
        self._over, self._start = threading.Event(), time.monotonic()
        self._known, self._listed = [], 0.0

    def look_on(self) -> None:
        """Look again and again until it is over or has been ended."""
        while not self._over.wait(LOOKS):
            if self.ended is None:
                self.ended = self._is_too_late() or self._is_too_large()
            if self.ended is not None:
                end_below(os.getpid())  # a kernel that was being started too
                return

    def stop(self) -> None:
        """Stop looking."""
        self._over.set()

    def _is_too_late(self) -> tuple[str, str] | None:
        most = self.limits.seconds
        return (OUT_OF_TIME, tell_time(most)) if most and time.monotonic() - self._start > most else None

    def _is_too_large(self) -> tuple[str, str] | None:
        most, now = self.limits.memory, time.monotonic()
        if not most:
            return None
        if now - self._listed > LISTS:
            self._known, self._listed = list_tree(os.getpid()), now
        return (OUT_OF_MEMORY, tell_memory(self.limits)) if measure_memory(self._known, most) > most else None


@contextmanager
def watched(limits: RunLimits) -> Iterator[Watch]:
    """Have what this process starts watched; at the end all of it is ended, daemons too."""
    watch = Watch(limits)
    thread = threading.Thread(target=watch.look_on, daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        watch.stop()
        thread.join()
        end_below(os.getpid())


def tell_time(seconds: float) -> str:
    """Say that a notebook took longer than its time limit, and what gives it more."""
    return (
        f"it was ended after {name_time(seconds)}, its time limit: "
        "`time limit:` in reports.yaml or --time-limit gives it more"
    )


def tell_memory(limits: RunLimits) -> str:
    """Say that a notebook took more than its memory limit, and what gives it more."""
    share = ", its share of this machine's memory: --jobs 1," if limits.machine else ", its memory limit:"
    return (
        f"it was ended for taking more than {name_memory(limits.memory)}{share} "
        "`memory limit:` in reports.yaml or --memory-limit gives it more"
    )
