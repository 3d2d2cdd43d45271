"""Who does the work changes nothing: the same results in the same order, whoever was quicker or was killed."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from analysis.errors import InputError
from analysis.prepared.engines import WORTH, InProcesses, InThisProcess, OnDask, count_jobs, made_engine


def multiply(job, shared):
    """Work that takes longer for the first jobs, so that the last are ready before them."""
    time.sleep(0.02 * (5 - job))
    return job * shared["factor"], os.getpid()


def test_results_come_in_the_order_of_the_jobs_though_the_last_are_ready_first(tmp_path):
    with made_engine(jobs=2, amount=WORTH) as engine:
        assert isinstance(engine, InProcesses)
        found = list(engine.run(multiply, range(5), {"factor": 10}))
    assert [number for number, _ in found] == [0, 10, 20, 30, 40]
    assert os.getpid() not in {process for _, process in found}


def test_each_round_knows_its_own_and_processes_stay_from_round_to_round():
    with made_engine(jobs=1, amount=WORTH) as alone, made_engine(jobs=2, amount=WORTH) as engine:
        assert isinstance(alone, InThisProcess)
        first = list(engine.run(multiply, [4, 4, 4, 4], {"factor": 1}))
        second = list(engine.run(multiply, [4, 4, 4, 4], {"factor": 2}))
    assert [number for number, _ in first + second] == [4, 4, 4, 4, 8, 8, 8, 8]
    assert {process for _, process in second} <= {process for _, process in first}


def test_a_small_amount_is_done_here():
    with made_engine(jobs=2, amount=WORTH - 1) as engine:
        assert list(engine.run(multiply, [5], {"factor": 3})) == [(15, os.getpid())]


def test_an_error_of_the_work_is_raised_as_it_is():
    def refuse(job, shared):
        raise InputError(f"job {job} cannot be done.")

    with made_engine(jobs=2, amount=WORTH) as engine, pytest.raises(InputError, match="job 7 cannot be done"):
        list(engine.run(refuse, [7]))


def test_a_process_that_is_killed_is_said_with_the_remedy_and_the_next_run_works():
    def die(job, shared):
        os.kill(os.getpid(), signal.SIGKILL)

    with made_engine(jobs=2, amount=WORTH) as engine, pytest.raises(InputError, match=r"was killed, .* FRAMING_JOBS=1"):
        list(engine.run(die, [1, 2]))
    with made_engine(jobs=2, amount=WORTH) as engine:
        assert [number for number, _ in engine.run(multiply, [5], {"factor": 3})] == [15]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_no_process_is_left_when_the_one_that_began_them_is_killed(tmp_path):
    code = f"""
import os, pathlib, time
from analysis.prepared.engines import WORTH, made_engine
def wait(job, shared):
    (pathlib.Path({str(tmp_path)!r}) / str(os.getpid())).touch()
    time.sleep(60)
with made_engine(jobs=2, amount=WORTH) as engine:
    list(engine.run(wait, [1, 2]))
"""
    run = subprocess.Popen([sys.executable, "-c", code])
    deadline = time.monotonic() + 60
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    run.kill()
    run.wait()
    while any(map(is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert len(workers) == 2 and not any(map(is_running, workers))


def is_running(process):
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().split(")")[1]
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_a_process_that_runs_is_seen():
    assert is_running(os.getpid()) and not is_running(2**22 + 1)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"engine": "spark"}, "engine='spark' is not one of"),
        ({"jobs": 0}, "jobs=0 is not a whole number of processes"),
        ({"jobs": 1.5}, "jobs=1.5 is not a whole number"),
        ({"scheduler": "tcp://a:1"}, "scheduler='tcp://a:1' needs engine=\"dask\""),
    ],
)
def test_what_cannot_be_had_is_refused(asked, message):
    with pytest.raises(InputError, match=message), made_engine(**asked, amount=WORTH):
        pass


def test_the_number_of_processes_can_be_set_for_all_runs(monkeypatch):
    monkeypatch.setenv("FRAMING_JOBS", "3")
    assert count_jobs() == 3
    monkeypatch.setenv("FRAMING_JOBS", "many")
    with pytest.raises(InputError, match="FRAMING_JOBS"):
        count_jobs()


def test_on_dask_a_worker_that_is_killed_in_the_middle_costs_nothing():
    distributed = pytest.importorskip("distributed")
    settings = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as cluster, distributed.Client(cluster) as client:
        workers = list(client.run(os.getpid).values())
        killer = threading.Timer(0.3, os.kill, (workers[0], signal.SIGKILL))
        killer.start()
        found = list(OnDask(client).run(multiply, [0] * 6 + [1, 2, 3, 4] * 4, {"factor": 10}))
        killer.join()
        assert workers[0] not in client.run(os.getpid).values()
    assert [number for number, _ in found] == [0] * 6 + [10, 20, 30, 40] * 4
