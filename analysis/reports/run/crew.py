"""Many tasks, so many at a time: one that fails, is killed or takes too much takes no other along."""

from __future__ import annotations

import multiprocessing.connection
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from analysis.reports.asked.limits import NO_LIMITS, RunLimits
from analysis.reports.run.processes import Broken, RunningTask, end_left

ALONE = ", with no other beside it: it ends the process that runs it (its parent), or another program does"
CHECKS = 1.0  # seconds between two looks at what tasks take


def run_tasks(
    function: Callable[[object], object],
    tasks: Mapping[str, object],
    jobs: int,
    started: Callable[[str], None],
    finished: Callable[[str, object], None],
    *,
    limits: Mapping[str, RunLimits] | None = None,
    again: Callable[[str, str], None] = lambda name, why: None,
) -> None:
    """Call a function on each task in a process of its own, so many at a time.

    function: of a module's top level; what it imports when called is imported there. started(name) and
    finished(name, result) are called here as it happens; the result is a Broken where the process raised
    or was killed. One that was killed while others ran runs once more, alone: again(name, why) says it.
    limits: of a notebook, by the task's name. If this is interrupted, what still runs is ended; in any case all that
    tasks have left running is.
    """
    crew = _Crew(function, tasks, limits or {})
    try:
        for name, result in crew.run(jobs, started):
            if crew.is_worth_another(name, result):
                again(name, getattr(result, "message", "") or result.error["message"])
            else:
                finished(name, crew.tell_alone(name, result))
    finally:
        crew.end()


class _Crew:
    """Tasks that wait, that run, and that run once more, alone."""

    def __init__(self, function: Callable[[object], object], tasks: Mapping[str, object], limits: Mapping) -> None:
        self.function, self.tasks, self.limits = function, tasks, limits
        self.waiting, self.alone = list(tasks), []
        self.running: dict[str, RunningTask] = {}
        self._beside: set[str] = set()  # tasks that ran while another did, and have not been tried alone
        self._checked = time.monotonic()

    def run(self, jobs: int, started: Callable[[str], None]) -> Iterator[tuple[str, object]]:
        """Run them all; gives names and results as they come."""
        while self.waiting or self.alone or self.running:
            while self.waiting and len(self.running) < jobs:
                name = self.waiting.pop(0)
                started(name)
                self._start(name)
            if self.alone and not self.running:
                self._start(self.alone.pop(0))
            yield from self._wait()

    def is_worth_another(self, name: str, result: object) -> bool:
        """Whether a task was killed, perhaps by one that ran beside it: it is put among those that run alone then."""
        if not getattr(result, "killed", False) or name not in self._beside:
            return False
        self._beside.discard(name)
        self.alone.append(name)
        return True

    def tell_alone(self, name: str, result: object) -> object:
        """Say of one that was killed when it ran alone too, by whom."""
        if isinstance(result, Broken) and result.killed and name not in self._beside:
            return replace(result, message=f"{result.message}{ALONE}")
        return result

    def end(self) -> None:
        """End what still runs, and what has been left running."""
        for task in self.running.values():
            task.end()
        end_left(())

    def _start(self, name: str) -> None:
        limits = self.limits.get(name, NO_LIMITS)
        self.running[name] = RunningTask(self.function, self.tasks[name], limits)
        if len(self.running) > 1:
            self._beside |= self.running.keys()

    def _wait(self) -> list[tuple[str, object]]:
        """Wait until a task has said something, is gone, or takes too much; returns the names and results of those."""
        places = {place: name for name, task in self.running.items() for place in (task.handle, task.inlet)}
        ready = multiprocessing.connection.wait(places, CHECKS)
        results = [(name, self.running.pop(name).result()) for name in dict.fromkeys(places[place] for place in ready)]
        if time.monotonic() - self._checked > CHECKS:
            results += [(name, broken) for name, task in self.running.items() if (broken := task.excess())]
            self._checked = time.monotonic()
        for name, result in results:
            self.running.pop(name, None)
            if isinstance(result, Broken):  # it could not clear up behind itself
                end_left(self.running.values())
        return results
