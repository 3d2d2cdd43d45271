"""Commands that are started in a moment, and what they leave behind."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil

from analysis.reports.run.trees import list_below

WITHIN = 60.0  # seconds in which what was killed must be gone, however busy the machine
WARM = "analysis,analysis.corpus,analysis.prepared.making,analysis.reports.drawn.corpora"


class Zygote:
    """Starts commands in a moment, and knows what they leave behind."""

    def __init__(self, folder):
        (folder / "tmp").mkdir()
        self.environment = {"FRAMING_CACHE": str(folder / "cache"), "TMPDIR": str(folder / "tmp")}
        self.folder = folder
        program = Path(__file__).with_name("zygote.py")
        environment = os.environ | {"FRAMING_WARM": WARM} | self.environment
        self.process = subprocess.Popen(
            [sys.executable, str(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        assert self.process.stdout.readline() == "ready\n"

    def start(self, project, *arguments, said="said"):
        return self.begin("report", "--project", project, *arguments, said=said)

    def begin(self, *arguments, said="said", worth=None):
        """Start any command; worth: bytes from which on a corpus is prepared by processes beside it."""
        order = {
            "arguments": [str(one) for one in arguments],
            "environment": self.environment,
            "worth": worth,
            "said": str(self.folder / said),
        }
        return int(self._ask(order))

    def status(self, pid):
        return int(self._ask({"ended": pid}))

    def run(self, project, *arguments, said="said"):
        status = self.status(self.start(project, *arguments, said=said))
        return status, (self.folder / said).read_text()

    def said(self, name="said"):
        return (self.folder / name).read_text()

    def left(self):
        """Processes below that are no zombies."""
        return [one for one in list_below(self.process.pid) if not is_over(one)]

    def require_nothing_left(self):
        until = time.monotonic() + WITHIN
        while (left := self.left()) and time.monotonic() < until:
            time.sleep(0.05)
        assert not left, [(one.pid, one.cmdline()) for one in left]

    def passing(self, pid):
        """What a command has left in the temporary directories."""
        return [*Path("/tmp").glob(f"framing-*{pid}-*"), *(self.folder / "tmp").glob("*")]

    def end(self):
        self.process.stdin.close()
        self.process.wait(10)

    def _ask(self, order):
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline()


def is_over(process):
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
