"""How a run is stopped: Ctrl-C, SIGTERM and a closed terminal (SIGHUP) all end it tidily, and once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

STOPS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
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
    ours = [number for number, answer in before.items() if answer in USUAL]

    def stop(number: int, _: object) -> None:
        for other in ours:
            signal.signal(other, signal.SIG_IGN)
        raise Stopped(number)

    for number in ours:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, before[number])
