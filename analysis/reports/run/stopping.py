"""How a run is stopped: Ctrl-C, SIGTERM and a closed terminal (SIGHUP) all end it tidily, and once."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from analysis.errors import InputError

STOPS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
AGAIN = 0.05  # seconds after which a signal that was lost is sent again
USUAL = (signal.SIG_DFL, signal.default_int_handler)


class Stopped(KeyboardInterrupt):
    """A signal asked for the end of the run. number: which."""

    def __init__(self, number: int) -> None:
        super().__init__(f"stopped by signal {number}")
        self.number = number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise Stopped at the first signal that asks for the end; those that follow disturb no clearing up.

    A signal that somebody else answers or that is ignored (nohup) stays as it is.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in STOPS}
    ours = [number for number, answer in before.items() if answer in USUAL or hasattr(answer, "gives_way")]
    if not ours:  # within another
        yield
        return
    came: list[int] = []

    def stop(number: int, _: object) -> None:
        for other in ours:
            signal.signal(other, signal.SIG_IGN)
        came.append(number)
        raise Stopped(number)

    for number in ours:
        signal.signal(number, stop)
    try:
        with _sent_again(ours, stop):
            yield
    except InputError:
        raise
    except Exception as cause:  # what is written in C may make another error of it, halfway through an import say
        if not came:
            raise
        raise Stopped(came[0]) from cause
    finally:
        for number in ours:
            signal.signal(number, before[number])


@contextmanager
def _sent_again(ours: list[int], stop: Callable[[int, object], None]) -> Iterator[None]:
    """Send a signal again that came while something was thrown away: Python drops what is raised there, and says so."""
    usual, timers = sys.unraisablehook, []

    def hear(dropped: sys.UnraisableHookArgs) -> None:
        if not isinstance(dropped.exc_value, Stopped):
            usual(dropped)
            return
        for number in ours:
            signal.signal(number, stop)
        timers.append(threading.Timer(AGAIN, os.kill, (os.getpid(), dropped.exc_value.number)))
        timers[-1].start()

    sys.unraisablehook = hear
    try:
        yield
    finally:
        sys.unraisablehook = usual
        for timer in timers:
            timer.cancel()
