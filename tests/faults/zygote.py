"""The command, started in a moment: a process that has everything imported is forked for each run.

Run as a program it reads one JSON text a line (arguments, environment, file for what is said) and answers with the
number of the process that runs the command; it adopts whatever such a run leaves behind.
"""

import atexit
import contextlib
import gc
import json
import multiprocessing.forkserver
import multiprocessing.util
import os
import signal
import sys
import traceback
from pathlib import Path

spawn = multiprocessing.util.spawnv_passfds


def fork_server(path, args, passed):
    """Start the process that notebooks are forked from as a fork of this one: all is imported here."""
    if "forkserver" not in args[-1]:
        return spawn(path, args, passed)
    pid = os.fork()
    if pid:
        return pid
    keep = {0, 1, 2, *passed}
    for number in {int(path.name) for path in Path("/proc/self/fd").iterdir()} - keep:
        with contextlib.suppress(OSError):
            os.close(number)
    from analysis.reports.run.trees import adopt_orphans

    adopt_orphans()
    reads._RECORD.seen = dict(READ)  # not what the command itself has read
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    multiprocessing.util._finalizer_registry.clear()
    try:
        exec(args[-1], {"__name__": "server"})
    finally:
        os._exit(0)


def run_command(order):
    """Become the command: in a session of its own, with what it says in a file."""
    os.setsid()
    os.environ.update(order["environment"])
    out = os.open(order["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for number in (1, 2):
        os.dup2(out, number)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    for name in (out, nothing):
        os.close(name)
    multiprocessing.util.spawnv_passfds = fork_server
    sys.argv = ["framing", *order["arguments"]]
    if order["worth"] is not None:
        engines.WORTH = order["worth"]
    from analysis.cli import main

    code = 1
    try:
        main()
        code = 0
    except SystemExit as problem:
        code = problem.code or 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        atexit._run_exitfuncs()  # as a process that was not forked does; multiprocessing's among them
        os._exit(code)


if __name__ == "__main__":
    import analysis.cli.report
    import analysis.reports.run.warm  # noqa: F401  imported to be there, with what FRAMING_WARM names
    from analysis.prepared import engines
    from analysis.reports.run import reads
    from analysis.reports.run.trees import adopt_orphans

    adopt_orphans()
    READ = dict(reads._RECORD.seen)
    gc.freeze()
    print("ready", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        if "ended" in order:
            done, status = os.waitpid(order["ended"], 0)
            print(os.waitstatus_to_exitcode(status), flush=True)
            continue
        pid = os.fork()
        if not pid:
            run_command(order)
        print(pid, flush=True)
