"""A process with all that it started, however it was started: listed, measured, ended.

On Linux a worker adopts whatever its notebook leaves behind (double forks, daemons), and all carry a mark in their
environment. Elsewhere orphans are found by the mark alone, where the system shows it.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import secrets
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from pathlib import Path

import psutil

MARK = "FRAMING_PROCESS"  # in the environment of all that a command starts: which command that was
OWN = f"{os.getpid()}-{secrets.token_hex(8)}"
LINUX = sys.platform == "linux"
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36  # linux/prctl.h
GONE = (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess, OSError)
PAUSE, ENDS_WITHIN = 0.05, 10.0  # seconds: whatever forks faster than it is ended is left to the machine's limits


@contextmanager
def marked() -> Iterator[None]:
    """Have what is started meanwhile carry this command's mark, and hand it on to all that it starts."""
    before = os.environ.get(MARK)
    os.environ[MARK] = OWN
    try:
        yield
    finally:
        if before is None:
            del os.environ[MARK]
        else:
            os.environ[MARK] = before


def adopt_orphans() -> None:
    """Become the parent of all below this process whose own parents end; on Linux alone."""
    _set_process(PR_SET_CHILD_SUBREAPER, 1)


def end_at_once_with(parent: int) -> None:
    """Have this process killed when its parent ends, even while it computes in C; on Linux alone."""
    if LINUX:
        _set_process(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before this was said
            os._exit(1)


def offer_first() -> None:
    """Let this process be the first that goes where the machine has no memory left, before anybody's desktop."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


def _set_process(option: int, value: int) -> None:
    if LINUX:
        with contextlib.suppress(OSError, AttributeError):  # a libc without it
            ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def list_below(pid: int) -> list[psutil.Process]:
    """List all processes that one has started, and those started by them; none if it is gone."""
    try:
        return psutil.Process(pid).children(recursive=True)
    except GONE:
        return []


def list_tree(pid: int) -> list[psutil.Process]:
    """List a process and all that it has started; none if it is gone."""
    try:
        return [psutil.Process(pid), *list_below(pid)]
    except GONE:
        return []


def measure_memory(processes: Iterable[psutil.Process], most: int) -> int:
    """Measure what processes hold in memory, in bytes; pages that they share count once where that may matter.

    most: what it is compared with; below it nothing is counted exactly.
    """
    processes = list(processes)
    rough = sum(_memory_of(one, "rss") for one in processes)
    return rough if rough <= most or not LINUX else sum(_memory_of(one, "pss") for one in processes)


def _memory_of(process: psutil.Process, kind: str) -> int:
    try:
        return process.memory_info().rss if kind == "rss" else process.memory_full_info().pss
    except GONE:
        return 0


def end_below(pid: int) -> None:
    """End all that a process has started, stopped ones too, again and again until nothing is left."""
    _end_all(lambda: list_below(pid))


def end_tree(pid: int) -> None:
    """End a process with all that it has started."""
    below = list_below(pid)
    with contextlib.suppress(*GONE):
        psutil.Process(pid).kill()
    _end_all(lambda: [one for one in {*below, *list_below(pid)} if one.is_running()])


def end_strays(parents: Set[int], keep: Set[int]) -> list[str]:
    """End what tasks that are gone have left: what carries this command's mark or is a child of `parents`.

    keep: processes that stay, with all below them. Returns the names of those that were ended.
    """
    names: list[str] = []
    stay = {os.getpid(), *parents, *keep}

    def found() -> list[psutil.Process]:
        strays = _list_strays(parents, stay)
        names.extend(_name_of(one) for one in strays)
        return strays

    _end_all(found)
    return sorted(set(names))


def _list_strays(parents: Set[int], stay: Set[int]) -> list[psutil.Process]:
    every = {one.pid: one for one in psutil.process_iter(["pid", "ppid", "status"])}
    return [
        one
        for pid, one in every.items()
        if pid not in stay
        and one.info["status"] != psutil.STATUS_ZOMBIE
        and (one.info["ppid"] in parents or _mark_of(one) == OWN)
        and not _stands_under(pid, every, stay - parents - {os.getpid()})
    ]


def _stands_under(pid: int, every: dict[int, psutil.Process], stay: Set[int]) -> bool:
    """Whether a process stands under one that stays; one whose parents went while they were listed may."""
    seen = set()
    while pid not in seen and pid > 1:
        seen.add(pid)
        if pid not in every:
            return True
        pid = every[pid].info["ppid"] or 0
        if pid in stay:
            return True
    return False


def _mark_of(process: psutil.Process) -> str | None:
    try:
        return process.environ().get(MARK)
    except GONE:
        return None


def _name_of(process: psutil.Process) -> str:
    try:
        return process.name()
    except GONE:
        return "?"


def _end_all(found: Callable[[], list[psutil.Process]]) -> None:
    """Kill what is found until nothing is: what is being killed may still start others."""
    until = time.monotonic() + ENDS_WITHIN
    while (processes := [one for one in found() if not _is_dead(one)]) and time.monotonic() < until:
        for one in processes:
            with contextlib.suppress(*GONE):
                one.kill()
        time.sleep(PAUSE)  # waiting for them would take their exit status from multiprocessing


def _is_dead(process: psutil.Process) -> bool:
    try:
        return process.status() in (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD)
    except GONE:
        return True
