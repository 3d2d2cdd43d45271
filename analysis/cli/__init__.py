"""The command `framing`: from its first moment on a signal that stops it is answered, and no traceback is shown."""

from __future__ import annotations

import signal
import sys

from analysis.cli.leaving import STOPS, end_command


def main() -> None:
    """Run the command, and leave with its exit status.

    All that it needs is imported here, where Ctrl-C is answered already. When the work is done and this was called by
    the program itself, which ends then, Ctrl-C comes too late: it would only break off the clearing up.
    """
    usual = (signal.SIG_DFL, signal.default_int_handler)
    before = {number: answer for number in STOPS if (answer := signal.getsignal(number)) in usual}
    for number in before:
        signal.signal(number, end_command)
    try:
        from analysis.cli.command import run_command

        status = run_command()
    finally:
        last = sys._getframe(1).f_globals.get("__name__") == "__main__"
        for number, answer in before.items():
            signal.signal(number, signal.SIG_IGN if last and number == signal.SIGINT else answer)
    if status:
        sys.exit(status)
