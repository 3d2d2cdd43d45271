"""How long a notebook may run, and how much memory it may take: as it is written, and where nobody says it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from analysis.errors import InputError

TIME, MEMORY = "time limit", "memory limit"  # keys of reports.yaml; --time-limit, --memory-limit
NONE = "none"
SECONDS = {"s": 1, "min": 60, "h": 3600}
BYTES = {"MB": 10**6, "GB": 10**9}
WRITTEN = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?([A-Za-z]+)")
# what hangs at night is ended by the morning; the slowest page of 100,000 articles takes half an hour on two old cores
LONGEST = 2 * 3600.0
OF_MACHINE = 0.75  # of its memory, shared by the notebooks that run at a time: the rest is the desktop's and the disk's
LEAST = 10**9  # bytes that a notebook may take on however small a machine
CGROUPS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")


@dataclass(frozen=True)
class RunLimits:
    """What a notebook may take. seconds: of the clock; memory: bytes of all its processes; None: no limit.

    machine: whether memory is by the machine's own, as nobody said how much.
    """

    seconds: float | None = LONGEST
    memory: int | None = None
    machine: bool = True

    def with_written(self, time: str | None, memory: str | None) -> RunLimits:
        """Say over them what was written ("30 min", "4 GB", "none"); None leaves one as it is.

        Raises InputError for what is no time or no amount of memory.
        """
        limits = self
        if time is not None:
            limits = replace(limits, seconds=parse_time(time))
        if memory is not None:
            limits = replace(limits, memory=parse_memory(memory), machine=False)
        return limits

    def with_machine(self, jobs: int) -> RunLimits:
        """Say how much memory it is on this machine, where so many notebooks run at a time."""
        return replace(self, memory=_share_of_machine(jobs)) if self.machine else self

    def describe(self) -> dict[str, object]:
        """What the manifest keeps of them: seconds and megabytes, null where there is no limit."""
        return {"seconds": self.seconds, "memory_mb": None if self.memory is None else round(self.memory / 1e6)}


USUAL = RunLimits()
NO_LIMITS = RunLimits(seconds=None, memory=None, machine=False)


def parse_time(written: object) -> float | None:
    """Read "90 s", "30 min", "2 h" as seconds, "none" as None; raises InputError for anything else."""
    return _parse_amount(TIME, written, SECONDS, "90 s, 30 min, 2 h")


def parse_memory(written: object) -> int | None:
    """Read "800 MB", "4 GB" as bytes, "none" as None; raises InputError for anything else."""
    most = _parse_amount(MEMORY, written, BYTES, "800 MB, 4 GB")
    return None if most is None else int(most)


def _parse_amount(name: str, written: object, units: dict[str, int], examples: str) -> float | None:
    text = written.strip() if isinstance(written, str) else ""
    if text == NONE:
        return None
    found = WRITTEN.fullmatch(text)
    unit = next((unit for unit in units if found and unit.lower() == found[2].lower()), None)
    if unit is None or float(found[1]) <= 0:
        raise InputError(f"{name}={written!r} is not an amount with its unit. Write {examples}, or none for no limit.")
    return float(found[1]) * units[unit]


def name_time(seconds: float) -> str:
    """Name a time as it would be written: 90 s, 30 min, 2 h."""
    unit = next(unit for unit in ("h", "min", "s") if not seconds % SECONDS[unit] or unit == "s")
    return f"{seconds / SECONDS[unit]:g} {unit}"


def name_memory(amount: int) -> str:
    """Name an amount of memory as it would be written: 800 MB, 4 GB."""
    return f"{amount / 1e9:.1f} GB".replace(".0 ", " ") if amount >= 1e9 else f"{amount / 1e6:.0f} MB"


def _share_of_machine(jobs: int) -> int | None:
    """What one of so many notebooks may take of this machine's memory, or of what a container has; None if unknown."""
    try:
        total = psutil.virtual_memory().total
    except (OSError, RuntimeError, AttributeError):
        return None
    for path in CGROUPS:
        try:
            total = min(total, int(Path(path).read_text()))
        except (OSError, ValueError):  # "max", or not there
            continue
    return max(LEAST, int(total * OF_MACHINE / jobs))
