"""A process that prepares and is killed takes nothing along: what is left is done once more by half as many."""

import os
import signal
from pathlib import Path

import pytest

from analysis.errors import InputError
from analysis.prepared import engines, making
from analysis.prepared.engines import WORTH, made_engine
from analysis.prepared.making import Workers


def work_or_die(job, shared):
    """Do a job; the first process that comes to the job "dies" is killed, or each if `shared` says no file."""
    if job == "dies" and not (shared and Path(shared).exists()):
        if shared:
            Path(shared).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def make_with(monkeypatch, tmp_path, shared):
    """Have corpora made of one round of work, in which a process is killed; returns what `_make_changed` gives."""

    def make_blocks(crew, *_):
        return list(crew.engine.run(work_or_die, ["lives", "dies"], shared))

    def made(engine, jobs, scheduler, amount, apart):
        return made_engine(engine, jobs, scheduler, WORTH, apart)

    monkeypatch.setattr(making, "make_blocks", make_blocks)
    monkeypatch.setattr(making, "made_engine", made)
    files = making.pd.DataFrame({"file": ["a"], "size": [1], "mtime_ns": [0], "hash": ["h"]})
    listing, before = making.Listed(files, files), making.Before(files.head(0), files, {})
    workers = Workers("processes", 2, None, lambda *_: None, lambda _: None)
    return making._make_changed(None, tmp_path, listing, before, workers)


@pytest.mark.skipif(os.name != "posix", reason="processes are killed so on POSIX alone")
def test_what_a_killed_process_had_to_do_is_done_once_more_by_half_as_many(monkeypatch, tmp_path, capsys):
    made = make_with(monkeypatch, tmp_path, str(tmp_path / "died"))
    assert len(set(made)) == 1 and made[0] != os.getpid()
    assert capsys.readouterr().err == (
        "a process that prepares was killed, perhaps for want of memory: it goes on with 1 process\n"
    )


@pytest.mark.skipif(os.name != "posix", reason="processes are killed so on POSIX alone")
def test_one_that_is_killed_again_is_said_with_the_remedy(monkeypatch, tmp_path):
    with pytest.raises(InputError, match="was killed, perhaps for want of memory: end other programs; what is done"):
        make_with(monkeypatch, tmp_path, None)


def test_the_processes_that_prepare_go_before_the_command_where_memory_ends(monkeypatch):
    path = engines.Path("/proc/self/oom_score_adj")
    if not path.exists():
        pytest.skip("the system has no such score")
    with made_engine(jobs=2, amount=WORTH) as engine:
        assert list(engine.run(read_score, [0])) == ["1000"]


def read_score(_, __):
    return engines.Path("/proc/self/oom_score_adj").read_text().strip()
