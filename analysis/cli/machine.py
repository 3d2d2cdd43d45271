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

SAFE = "PYTHONSAFEPATH"  # environment variable: Python does not look for modules where it was called from
THREADS = 12  # that libraries start beside one a core
OPEN_FILES, WISHED = 256, 4096  # that a process may have: fewer crash what kernels are spoken to by


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
    with suppress(ImportError):
        import resource

        return resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY
    return False


def check_system() -> None:
    """Raise InputError where the system allows too little for a report: open files, a look at its processes."""
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
