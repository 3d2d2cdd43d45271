"""Tasks in processes of their own: how one starts, and how it ends with all that it started.

On Linux they are forked from one process that has imported everything once; elsewhere they start afresh.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path

from analysis.children import deaf_children
from analysis.disk import tell_fault
from analysis.errors import InputError
from analysis.reports.asked.limits import RunLimits
from analysis.reports.run.trees import (
    adopt_orphans,
    end_below,
    end_strays,
    end_tree,
    list_tree,
    marked,
    measure_memory,
)
from analysis.reports.run.watching import OUT_OF_MEMORY, OUT_OF_TIME, tell_memory, tell_time
from analysis.scratch import ScratchFolder, locate_short

FORKS = sys.platform == "linux"
WARM = "FRAMING_WARM"
# one thread a process: two notebooks run at a time, and sums come out the same on every machine
SETTINGS = {
    "PYTHONHASHSEED": "0",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


ENDED = 5.0  # seconds that a task has to end after its last word
ROOM, DRAWING = 1.25, 60.0  # of the memory, seconds: beyond a notebook's own limits, for its page


@dataclass(frozen=True)
class Broken:
    """A task that gave no result: what is known of why; refused: it was given something it cannot use.

    killed: its process was, perhaps by another that ran at the same time. name: of the error, as pages show it.
    """

    message: str
    refused: bool = False
    killed: bool = False
    name: str = "broken off"


@contextmanager
def prepared(modules: Iterable[str], preload: str) -> Iterator[None]:
    """Set the environment that tasks run in, and have the modules imported before the first of them starts.

    preload: the module that imports them, and what every task needs, in the process that tasks are forked from.
    """
    settings = {name: os.environ.get(name, value) for name, value in (SETTINGS | _own_folders()).items()}
    settings |= {WARM: ",".join(sorted(modules)), "PYTHONHASHSEED": "0", "MPLBACKEND": SETTINGS["MPLBACKEND"]}
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        if FORKS:
            multiprocessing.set_forkserver_preload(["__main__", preload])
            _have_folder()
            _ensure_server()
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value


def _ensure_server() -> None:
    """Have the process that tasks are forked from: with the command's mark, and deaf to Ctrl-C."""
    with marked(), deaf_children():
        forkserver.ensure_running()


def _own_folders() -> dict[str, str]:
    """Where libraries keep their settings while the user's home cannot be written to: each would say so."""
    if not FORKS or os.access(Path("~").expanduser() if os.environ.get("HOME") else "/", os.W_OK):
        return {}
    return {name: str(_have_folder().path / name) for name in ("MPLCONFIGDIR", "IPYTHONDIR")}


@cache
def _have_folder() -> ScratchFolder:
    """Have multiprocessing keep its sockets where the next run finds them, should this one be killed."""
    scratch = ScratchFolder("fork", locate_short())
    multiprocessing.current_process()._config.setdefault("tempdir", str(scratch.path))  # of no public name
    return scratch


def end_with_parent() -> None:
    """End this process, and all that it has started, when the one that started it is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    end_below(os.getpid())
    os._exit(1)


class RunningTask:
    """A task in a process of its own. handle: ready when the process is gone, whatever becomes of the one it came from.

    limits: of a notebook; its page has as long again, and a minute, and a quarter more memory.
    """

    def __init__(self, function: Callable[[object], object], task: object, limits: RunLimits) -> None:
        self.limits, self._start = limits, time.monotonic()
        context = multiprocessing.get_context("forkserver" if FORKS else "spawn")
        self.inlet, outlet = context.Pipe(duplex=False)
        try:
            self.process = self._begin(context, (outlet, function, task, tempfile.gettempdir()))
        finally:
            outlet.close()
        self.pid = self.process.pid
        try:
            self._own = self.handle = os.pidfd_open(self.pid)
        except (AttributeError, OSError):  # elsewhere than on Linux, or it is over already
            self._own, self.handle = None, self.process.sentinel

    def _begin(self, context: multiprocessing.context.BaseContext, arguments: tuple) -> multiprocessing.Process:
        """Start a process; once more if what it is forked from was killed just now."""
        for last in (False, True):
            process = context.Process(target=_work, args=arguments)
            try:
                if FORKS:
                    _ensure_server()
                with marked():
                    process.start()
                return process
            except (OSError, EOFError):
                if last:
                    raise
        raise AssertionError

    def result(self) -> object:
        """What came of it, when something did or the process is gone; the process is ended with all that it started."""
        try:
            result = self.inlet.recv() if self.inlet.poll() else None
        except (EOFError, OSError):
            result = None
        if not multiprocessing.connection.wait([self.handle], ENDED):
            end_tree(self.pid)
        self.process.join()
        code = self.process.exitcode or 0
        self._close()
        return _broken_by(code) if result is None else result

    def excess(self) -> Broken | None:
        """Say what it takes too much of, if it does: it is ended then, stopped or not."""
        broken = self._is_late() or self._is_large()
        if broken:
            self.end()
        return broken

    def _is_late(self) -> Broken | None:
        most = self.limits.seconds
        late = most and time.monotonic() - self._start > 2 * most + DRAWING
        told = f"{tell_time(most)}; neither that nor the page came to an end" if late else ""
        return Broken(told, name=OUT_OF_TIME) if late else None

    def _is_large(self) -> Broken | None:
        most = self.limits.memory and int(ROOM * self.limits.memory)
        large = most and measure_memory(list_tree(self.pid), most) > most
        return Broken(tell_memory(self.limits), name=OUT_OF_MEMORY) if large else None

    def end(self) -> None:
        """End the process and all that it has started."""
        end_tree(self.pid)
        self.process.join()
        self._close()

    def _close(self) -> None:
        self.inlet.close()
        if self._own is not None:
            os.close(self._own)


def end_left(running: Iterable[RunningTask]) -> list[str]:
    """End what tasks that are over have left behind, wherever it is; returns the names of these processes."""
    server = forkserver._forkserver._forkserver_pid if FORKS else None  # of no public name
    tracker = resource_tracker._resource_tracker._pid if os.name == "posix" else None
    return end_strays({server} - {None}, {tracker, *(task.pid for task in running)} - {None})


def _broken_by(code: int) -> Broken:
    why = f"was killed by signal {-code}" if code < 0 else f"ended with status {code}"
    return Broken(f"the process {why} before it was done", killed=True)


def _work(outlet: Connection, function: Callable[[object], object], task: object, scratch: str) -> None:
    if os.name == "posix":
        os.setsid()  # Ctrl-C goes to the command alone, which ends its tasks itself
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # one that a notebook sends is heard
    adopt_orphans()
    os.environ.pop("PYTHONSAFEPATH", None)  # a notebook's own programs import what lies beside them
    os.environ["TMPDIR"] = tempfile.tempdir = scratch  # what is left there goes with the run
    try:
        result = function(task)
    except InputError as problem:
        result = Broken(str(problem), refused=True)
    except OSError as problem:
        result = Broken(tell_fault(problem))
    except Exception as problem:
        traceback.print_exc()
        result = Broken(f"{type(problem).__name__}: {problem}")
    with suppress(BrokenPipeError):  # whoever asked was stopped before this process had begun
        outlet.send(result)
    outlet.close()
