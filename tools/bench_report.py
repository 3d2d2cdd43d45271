"""Time `framing report`: all of it, and again with nothing changed. Linux.

    python tools/bench_report.py [arguments of framing report]

Prints wall seconds and the processor seconds of every process that took part, kernels included.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys
import tempfile
import time

PR_SET_CHILD_SUBREAPER = 36  # what its children leave behind is counted here too


def measure(arguments: list[str]) -> tuple[float, float]:
    """Run the command; returns wall and processor seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    code = "from analysis.cli import main; main()"
    if os.fork() == 0:
        os.execv(sys.executable, [sys.executable, "-c", code, "report", *arguments])
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - start, spent


def main() -> None:
    """Measure a first run, one with nothing changed, and one forced."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as folder:
        arguments = [*sys.argv[1:], "--outputs", folder]
        for label, more in (("first run", []), ("nothing changed", []), ("all again", ["--force"])):
            wall, spent = measure([*arguments, *more])
            print(f"{label}: {wall:.1f} s, processors {spent:.1f} s, load {os.getloadavg()[0]:.1f}", flush=True)


if __name__ == "__main__":
    main()
