"""Who does the work on the parts of a corpus: this process, processes beside it, or the workers of a dask cluster.

All run the same functions on the same parts and give the results in the order of the parts, so that nothing depends on
who was quicker. What every worker must know (the people of a corpus, say) is sent to each once.
"""

from __future__ import annotations

import os
import pickle
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Protocol

import cloudpickle
import pyarrow as pa
from loky import ProcessPoolExecutor, cpu_count
from loky.backend.context import LokyContext

from analysis.children import deaf_children
from analysis.errors import InputError, require, unknown
from analysis.progress import QUIET
from analysis.reading import ENGINES
from analysis.scratch import scratch_folder

JOBS = "FRAMING_JOBS"  # environment variable: how many processes prepare a corpus
WORTH = 2_000_000  # bytes of text from which on processes beside this one are worth their start
# as many processes as cores are at work already; what they remember of words grows, and is no leak
IN_WORKERS = {
    **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1"),
    "LOKY_MAX_MEMORY_LEAK_SIZE": "2e9",
    "PYTHONSAFEPATH": "1",  # no json.py of the working directory stands for Python's own
    QUIET: "1",  # the process that began the work shows how far it is
}
OWN_WAY = LokyContext()  # by its name one would have that of joblib's own copy of loky, if joblib came later
ANSWERS_WITHIN = 10  # seconds
Work = Callable[[Any, Any], Any]


class LostWorker(InputError):
    """A process that prepares was killed while it worked."""


class Engine(Protocol):
    """Does the work: `run(work, jobs, shared)` gives work(job, shared) for every job, in order."""

    def run(self, work: Work, jobs: Sequence[Any], shared: Any = None) -> Iterator[Any]:
        """Give work(job, shared) for every job, in their order."""


class InThisProcess:
    """One job after the other, here."""

    def run(self, work: Work, jobs: Sequence[Any], shared: Any = None) -> Iterator[Any]:
        """Give work(job, shared) for every job, in their order."""
        for job in jobs:
            yield work(job, shared)


class InProcesses:
    """Some jobs at a time, in processes that stay for the next round."""

    def __init__(self, jobs: int, scratch: Path) -> None:
        """jobs: processes; scratch: a private folder for what they all must know."""
        self.jobs, self.scratch, self.rounds = jobs, scratch, 0
        self.pool = ProcessPoolExecutor(
            jobs, timeout=None, context=OWN_WAY, env=IN_WORKERS, initializer=_begin, initargs=(os.getpid(),)
        )

    def run(self, work: Work, jobs: Sequence[Any], shared: Any = None) -> Iterator[Any]:
        """Give work(job, shared) for every job, in their order."""
        self.rounds += 1
        path = self.scratch / f"round-{self.rounds}"
        path.write_bytes(cloudpickle.dumps(shared))  # functions of a notebook too; read by this run's processes alone
        with deaf_children():
            futures = [self.pool.submit(_work_with, work, job, str(path)) for job in jobs]
        try:
            for future in futures:
                yield future.result()
        except BrokenProcessPool as cause:
            remedy = f"run fewer than {self.jobs} (--jobs, or {JOBS}=1)" if self.jobs > 1 else "end other programs"
            raise LostWorker(
                f"a process that prepares was killed, perhaps for want of memory: {remedy}; what is done is kept."
            ) from cause
        finally:  # what still waits ends with the pool: one that was cancelled makes its threads show a traceback
            path.unlink()


class OnDask:
    """On the workers of a dask cluster, which read and write the same folders as this process."""

    def __init__(self, client: Any) -> None:
        """client: of dask.distributed."""
        from dask import config

        self.client = client
        # people of a large corpus take more than the 10 MB from which on dask warns of what is sent with a task
        self.quiet = partial(config.set, {"distributed.admin.large-graph-warning-threshold": "1 TB"})

    def run(self, work: Work, jobs: Sequence[Any], shared: Any = None) -> Iterator[Any]:
        """Give work(job, shared) for every job, in their order; what a lost worker did is done again by another.

        What all must know is the result of a task, so that it can be made again too: what is scattered lies with one
        worker after some seconds (dask takes copies away) and is lost with it, and all the work with that.
        """
        with self.quiet():
            told = self.client.submit(pickle.loads, cloudpickle.dumps(shared), pure=False, retries=3)
        futures = [self.client.submit(work, job, told, pure=False, retries=3) for job in jobs]
        for future in futures:
            yield future.result()
            future.release()


@contextmanager
def made_engine(
    engine: str = "processes",
    jobs: int | None = None,
    scheduler: str | None = None,
    amount: int = 0,
    apart: bool = False,
) -> Iterator[Engine]:
    """Have an engine for some work.

    engine: "processes" or "dask"; jobs: how many processes, by default $FRAMING_JOBS or one a core; scheduler: the
    address of a dask cluster ("tcp://host:8786"), by default one is made on this machine; amount: bytes of text to
    work on: under 2 MB, this process does it all, as it does for one job; apart: not even then.
    Raises InputError: an unknown engine, dask that is not installed, a scheduler that does not answer.
    """
    if engine not in ENGINES:
        raise unknown("engine", engine, ENGINES)
    require(scheduler is None or engine == "dask", f'scheduler={scheduler!r} needs engine="dask".')
    if engine == "dask":
        with _dask_client(scheduler, jobs) as client:
            yield OnDask(client)
        return
    jobs = count_jobs(jobs)
    if not apart and (jobs == 1 or amount < WORTH):
        yield InThisProcess()
        return
    with scratch_folder("jobs") as scratch:
        processes = InProcesses(jobs, scratch)
        try:
            yield processes
        finally:
            processes.pool.shutdown(wait=True, kill_workers=True)


def count_jobs(jobs: int | None = None) -> int:
    """How many processes prepare a corpus: as asked for, by $FRAMING_JOBS, or one a core.

    Raises InputError: not a whole number of 1 or more.
    """
    if jobs is None:
        written = os.environ.get(JOBS, "").strip()
        jobs = int(written) if written.isdecimal() else cpu_count() if not written else 0
    whole = isinstance(jobs, int) and not isinstance(jobs, bool) and jobs >= 1
    require(whole, f"jobs={jobs!r} is not a whole number of processes, 1 or more (argument jobs, or {JOBS}).")
    return jobs


@contextmanager
def _dask_client(scheduler: str | None, jobs: int | None) -> Iterator[Any]:
    try:
        from distributed import Client, LocalCluster
    except ImportError as cause:
        raise InputError('engine="dask" needs dask: pip install "media-framing[dask]".') from cause
    if scheduler is None:
        workers = {"n_workers": count_jobs(jobs), "threads_per_worker": 1, "dashboard_address": None}
        with LocalCluster(**workers) as cluster, Client(cluster) as client:
            yield client
        return
    try:
        client = Client(scheduler, timeout=ANSWERS_WITHIN)
    except (OSError, ValueError, TimeoutError) as cause:
        raise InputError(
            f"scheduler={scheduler!r} does not answer ({cause}): give its address, tcp://host:8786."
        ) from cause
    with client:
        yield client


def _begin(parent: int) -> None:
    """Make a process ready: one thread of its own, for as many processes as cores are at work, and none without us.

    It goes first where the machine has no memory left: its work is done again, that of the command is lost.
    """
    pa.set_cpu_count(1)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when the one that began it is gone, however it went."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


@lru_cache(maxsize=1)
def _load_shared(path: str) -> Any:
    return pickle.loads(Path(path).read_bytes())


def _work_with(work: Work, job: Any, path: str) -> Any:
    return work(job, _load_shared(path))
