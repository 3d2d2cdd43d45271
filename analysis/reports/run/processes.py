"""Tasks in processes of their own, so many at a time: one that fails or is killed takes no other along.

On Linux they are forked from one process that has imported everything once; elsewhere they start afresh.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

from analysis.disk import tell_fault
from analysis.errors import InputError

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


@dataclass(frozen=True)
class Broken:
    """A task that gave no result: what is known of why; refused: it was given something it cannot use."""

    message: str
    refused: bool = False


@contextmanager
def prepared(modules: Iterable[str], preload: str) -> Iterator[None]:
    """Set the environment that tasks run in, and have the modules imported before the first of them starts.

    preload: the module that imports them, and what every task needs, in the process that tasks are forked from.
    """
    settings = {name: os.environ.get(name, value) for name, value in SETTINGS.items()}
    settings |= {WARM: ",".join(sorted(modules)), "PYTHONHASHSEED": "0", "MPLBACKEND": SETTINGS["MPLBACKEND"]}
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        if FORKS:
            multiprocessing.set_forkserver_preload(["__main__", preload])
            from multiprocessing import forkserver

            forkserver.ensure_running()
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value


def run_tasks(
    function: Callable[[object], object],
    tasks: Mapping[str, object],
    jobs: int,
    started: Callable[[str], None],
    finished: Callable[[str, object], None],
) -> None:
    """Call a function on each task in a process of its own, so many at a time.

    function: of a module's top level; what it imports when called is imported there. started(name) and
    finished(name, result) are called here as it happens; the result is a Broken where the process raised
    or was killed. If this is interrupted, what still runs is ended.
    """
    context = multiprocessing.get_context("forkserver" if FORKS else "spawn")
    waiting = list(tasks.items())
    running: dict[str, tuple] = {}
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                name, task = waiting.pop(0)
                started(name)
                running[name] = _start(context, function, task)
            for name in _done(running):
                process, inlet = running.pop(name)
                finished(name, _result(process, inlet))
    finally:
        for process, inlet in running.values():
            process.kill()  # its kernel sees that it is gone, and ends
            process.join()
            inlet.close()


def end_with_parent() -> None:
    """End this process when the one that started it is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


def _start(context: multiprocessing.context.BaseContext, function: Callable[[object], object], task: object) -> tuple:
    inlet, outlet = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(outlet, function, task))
    process.start()
    outlet.close()
    return process, inlet


def _done(running: Mapping[str, tuple]) -> list[str]:
    """Wait until at least one task has said something or is gone."""
    places = {}
    for name, (process, inlet) in running.items():
        places |= {process.sentinel: name, inlet: name}
    return list(dict.fromkeys(places[ready] for ready in multiprocessing.connection.wait(places)))


def _result(process: multiprocessing.process.BaseProcess, inlet: Connection) -> object:
    try:
        result = inlet.recv() if inlet.poll() else None
    except (EOFError, OSError):
        result = None
    process.join()
    inlet.close()
    if result is None:
        code = process.exitcode or 0
        why = f"was killed by signal {-code}" if code < 0 else f"ended with status {code}"
        return Broken(f"the process {why} before it was done")
    return result


def _work(outlet: Connection, function: Callable[[object], object], task: object) -> None:
    if os.name == "posix":
        os.setsid()  # Ctrl-C goes to the command alone, which ends its tasks itself
    try:
        result = function(task)
    except InputError as problem:
        result = Broken(str(problem), refused=True)
    except OSError as problem:
        result = Broken(tell_fault(problem))
    except Exception as problem:
        traceback.print_exc()
        result = Broken(f"{type(problem).__name__}: {problem}")
    outlet.send(result)
    outlet.close()
