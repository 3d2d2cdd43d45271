"""How much memory a command may take while it prepares a corpus: what a report allows its notebooks."""

from __future__ import annotations

import functools
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from analysis.errors import InputError
from analysis.reports.asked.limits import USUAL, RunLimits, name_memory
from analysis.reports.run.stopping import Stopped, stoppable
from analysis.reports.run.trees import end_below, list_tree, measure_memory

LOOKS = 0.5  # seconds between two looks
AT_LEAST, ANSWERS_WITHIN, ROOM = 2.0, 15.0, 1.25  # seconds, of the memory: beyond them nobody is asked any more

OPTION = click.option(
    "--memory-limit", metavar="SIZE", help="Memory that it may take: 4 GB, none (3/4 of this machine's)."
)


def add_memory(command: Callable) -> Callable:
    """Add the option --memory-limit to a command, and hold the command to it."""

    @functools.wraps(command)
    def held(*given: object, memory_limit: str | None, **more: object) -> object:
        with limited(USUAL.with_written(None, memory_limit).with_machine(1)):
            return command(*given, **more)

    return OPTION(held)


@contextmanager
def limited(limits: RunLimits) -> Iterator[None]:
    """Stop what takes more memory, with all processes that it has started; raises InputError then."""
    if not limits.memory or threading.current_thread() is not threading.main_thread():
        yield
        return
    looker = _Looker(limits)
    try:
        with stoppable(), looker:
            yield
    except (Stopped, click.Abort) as stopped:
        if looker.over:
            raise InputError(tell_limit(limits)) from stopped
        raise


def tell_limit(limits: RunLimits) -> str:
    """Say that preparing took more memory than it may, and what to do."""
    whose = (
        f"its share of this machine's memory ({name_memory(limits.memory)})"
        if limits.machine
        else (f"its memory limit ({name_memory(limits.memory)})")
    )
    return (
        f"it was ended for taking more than {whose}: prepare with fewer processes (FRAMING_JOBS=1), read less of the "
        "corpus at a time, or allow more (--memory-limit 8 GB, or none)."
    )


class _Looker:
    """Looks at the memory of this process and all below it. over: whether it was more than is allowed."""

    def __init__(self, limits: RunLimits) -> None:
        self.limits, self.over, self._done = limits, False, threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look_on(self) -> None:
        while not self._done.wait(LOOKS):
            if self._measure() > self.limits.memory:
                self.over = True
                os.kill(os.getpid(), signal.SIGTERM)
                self._end_if_deaf()
                return

    def _measure(self) -> int:
        return measure_memory(list_tree(os.getpid()), self.limits.memory)

    def _end_if_deaf(self) -> None:
        """End the process where it computes in C, answers no signal, and takes more and more."""
        until, wait = time.monotonic() + ANSWERS_WITHIN, AT_LEAST
        while not self._done.wait(wait):
            wait = LOOKS
            if time.monotonic() > until or self._measure() > ROOM * self.limits.memory:
                break
        else:
            return
        end_below(os.getpid())
        print(f"error: {tell_limit(self.limits)}", file=sys.stderr, flush=True)
        os._exit(2)
