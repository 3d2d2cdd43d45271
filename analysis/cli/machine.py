"""What the system must grant a command, looked at before the work: rights to its own files, open files, processes."""

from __future__ import annotations

import os
import sys
import sysconfig
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from analysis.errors import InputError, require
from analysis.reports.asked.limits import name_memory

SAFE = "PYTHONSAFEPATH"  # environment variable: Python does not look for modules where it was called from
THREADS = 12  # that libraries start beside one a core
OPEN_FILES, WISHED = 256, 4096  # that a process may have: fewer crash what kernels are spoken to by
ADDRESSES = 3 * 10**9  # bytes that a page of a report takes of them on two cores, however little memory it holds


@contextmanager
def safe_path() -> Iterator[None]:
    """Keep a json.py or statistics.py of the working directory from taking the place of Python's own.

    In processes that are started meanwhile; notebooks are told nothing of it.
    """
    before = os.environ.get(SAFE)
    os.environ[SAFE] = "1"
    try:
        yield
    finally:
        os.environ.pop(SAFE)
        if before is not None:
            os.environ[SAFE] = before


def check_umask() -> None:
    """Raise InputError for a umask that would take the user's own rights from what is written."""
    if os.name != "posix":
        return
    mask = os.umask(0o077)
    os.umask(mask)
    require(
        not mask & 0o700, f"umask {mask:04o} lets nobody use what is written, not even you: set another (umask 022)."
    )


def check_threads() -> None:
    """Raise InputError where no more threads may be started: libraries wait for theirs for ever, or end the process."""
    over = threading.Event()
    threads = [threading.Thread(target=over.wait, daemon=True) for _ in range(THREADS + (os.cpu_count() or 1))]
    try:
        for thread in threads:
            thread.start()
    except RuntimeError as cause:
        which = " or -v" if _has_fence() else ""
        told = f"the system lets you start no more processes or threads (ulimit -u{which}): end some, or allow more."
        raise InputError(told) from cause
    finally:
        over.set()
        for thread in threads:
            if thread.ident:
                thread.join()


def _has_fence() -> bool:
    """Whether the addresses of a process are limited (ulimit -v): each thread takes some."""
    return _find_fence() is not None


def _find_fence() -> int | None:
    """Bytes of addresses that a process may have; None where they are not limited."""
    with suppress(ImportError):
        import resource

        allowed = resource.getrlimit(resource.RLIMIT_AS)[0]
        return None if allowed == resource.RLIM_INFINITY else allowed
    return None


def check_addresses() -> None:
    """Raise InputError where a process may have fewer addresses than a report takes: pages would fail one by one."""
    fence = _find_fence()
    require(
        fence is None or fence >= ADDRESSES,
        f"a process may have {name_memory(fence or 0)} of addresses here; a report takes {name_memory(ADDRESSES)}: "
        "allow more (ulimit -v unlimited).",
    )


def check_system() -> None:
    """Raise InputError where the system allows too little for a report: addresses, open files, a look at processes."""
    check_addresses()
    if sys.platform == "linux" and not Path("/proc/self").exists():
        raise InputError("/proc is not there, where a report looks after its processes: mount -t proc proc /proc.")
    with suppress(ImportError):
        import resource

        allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        if 0 <= allowed < WISHED:
            wished = WISHED if most == resource.RLIM_INFINITY else min(most, WISHED)
            with suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (wished, most))
        allowed = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
        few = 0 <= allowed < OPEN_FILES
        require(
            not few,
            f"a process may have {allowed} files open here; a report takes {OPEN_FILES}: allow more (ulimit -n).",
        )


def find_shadows() -> list[str]:
    """Find files that took the place of Python's own modules, on PYTHONPATH say."""
    own = {str(Path(sysconfig.get_path(kind)).resolve()) for kind in ("stdlib", "platstdlib")}
    files = [getattr(sys.modules.get(name), "__file__", None) for name in sorted(sys.stdlib_module_names)]
    return [file for file in files if file and not any(str(Path(file).resolve()).startswith(place) for place in own)]
