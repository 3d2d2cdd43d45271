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
from collections.abc import Iterable

from analysis.reports.processes import WARM
from analysis.reports.reads import watch_reads

ALWAYS = ("papermill", "ipykernel.kernelapp", "tqdm.auto", "analysis.reports.tasks")


def _load(names: Iterable[str]) -> None:
    for name in names:
        with contextlib.suppress(Exception), warnings.catch_warnings(action="ignore"):
            importlib.import_module(name)


# Ctrl-C is the command's to answer: here it would only break an import and print a traceback
before = signal.signal(signal.SIGINT, signal.SIG_IGN)
# jsonschema looks for it when nbformat imports it: a second for a check that notebooks have no use for
sys.modules.setdefault("rfc3987_syntax", None)
_load(ALWAYS)
if sys.modules["rfc3987_syntax"] is None:
    del sys.modules["rfc3987_syntax"]
with contextlib.suppress(Exception):
    from analysis.reports.pages import rehearse

    rehearse()
watch_reads()  # from here on: what the notebooks' own modules read when they are imported
_load(filter(None, os.environ.get(WARM, "").split(",")))
signal.signal(signal.SIGINT, before)
