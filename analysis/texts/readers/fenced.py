"""Work on a hostile file in a process of its own, which may take so much time and memory and no more.

For libraries in C and Rust that nobody can stop from within, and that end the process where memory has run out.
"""

from __future__ import annotations

import ctypes
import faulthandler
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

import psutil

from analysis.texts.readers.page import Unreadable

MEMORY = 1_000_000_000  # bytes beyond what the process has when it begins
WAITED = 3  # times as long by the clock as by the processor's, before it is ended whatever it does
_END_WITH_PARENT = 1  # of Linux's prctl
CHUNK = 1 << 20


def run_fenced(work: Callable[[], object], seconds: int, memory: int = MEMORY) -> object:
    """Do work in a process forked from this one; gives what it gives, which must be of JSON.

    seconds: of the processor. Raises Unreadable: what the work raises as such, and where it took more time or memory
    than it may, or ended its process. Where there is no fork the work is done here, without limits.
    """
    if not hasattr(os, "fork"):
        return work()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work_within(work, writing, seconds, memory)
    os.close(writing)
    try:
        data = _gather(reading, WAITED * seconds)
    finally:
        os.close(reading)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _, _, used = os.wait4(child, 0)
    told = _parse_told(data)
    if told is None:
        slow = used.ru_utime + used.ru_stime > 0.9 * seconds or data is None
        cause = f"over {seconds} s" if slow else f"over {memory / 1e9:g} GB of memory, or the reader failed"
        raise Unreadable(f"it takes {cause}: save it in another format, or split it")
    if "refused" in told:
        raise Unreadable(told["refused"])
    return told["gave"]


def _work_within(work: Callable[[], object], writing: int, seconds: int, memory: int) -> NoReturn:
    """What the child does, and nothing after it: no handler and no finaliser of its parent's runs."""
    try:
        _set_limits(seconds, memory)
        told = {"gave": work()}
    except Unreadable as problem:
        told = {"refused": str(problem)}
    except BaseException as problem:
        told = {"refused": f"its reader failed on it ({type(problem).__name__}); save it in another format, or tell us"}
    try:
        rest = memoryview(json.dumps(told).encode())
        while rest:
            rest = rest[os.write(writing, rest) :]
    finally:
        os._exit(0)


def _set_limits(seconds: int, memory: int) -> None:
    import resource

    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
    faulthandler.disable()
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 2)  # what a library says as it dies
    held = psutil.Process().memory_info().vms
    limits = {resource.RLIMIT_CPU: seconds, resource.RLIMIT_AS: held + memory, resource.RLIMIT_CORE: 0}
    for name, most in limits.items():
        hard = resource.getrlimit(name)[1]
        with suppress(ValueError, OSError):
            resource.setrlimit(name, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)


def _gather(reading: int, seconds: float) -> bytes | None:
    """What the child says, to its end; None if it does not come to one."""
    parts, until = [], time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            if not (data := os.read(reading, CHUNK)):
                return b"".join(parts)
            parts.append(data)
    return None


def _parse_told(data: bytes | None) -> dict | None:
    try:
        return json.loads(data) if data else None
    except ValueError:  # it ended in the middle
        return None
