"""Imported once by the process that workers are forked from: imports what the notebooks import.

The names stand in the environment variable FRAMING_WARM. A module that cannot be imported is left to
the notebook that wants it: the error is shown there.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import sys
import warnings

from analysis.reports.run.processes import WARM
from analysis.reports.run.reads import watch_reads
from analysis.reports.run.trees import adopt_orphans

# Ctrl-C is the command's to answer: here it would only break an import and print a traceback
before = signal.signal(signal.SIGINT, signal.SIG_IGN)
adopt_orphans()  # what a killed worker leaves behind is found under this process
warnings.filterwarnings("ignore", message="forkserver: waitpid returned unexpected pid")
# jsonschema looks for it when nbformat imports it: a second for a check that notebooks have no use for
sys.modules.setdefault("rfc3987_syntax", None)
with contextlib.suppress(Exception):
    import tqdm.auto  # noqa: F401  imported to be there, like all in this module

    from analysis.reports.drawn.pages import rehearse
    from analysis.reports.run import execution, tasks  # noqa: F401  likewise

    rehearse()
if sys.modules["rfc3987_syntax"] is None:
    del sys.modules["rfc3987_syntax"]
watch_reads()  # from here on: what the notebooks' own modules read when they are imported
for name in filter(None, os.environ.get(WARM, "").split(",")):
    with contextlib.suppress(Exception), warnings.catch_warnings(action="ignore"):
        importlib.import_module(name)
signal.signal(signal.SIGINT, before)
