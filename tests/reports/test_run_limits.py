"""What a notebook may take and leave: limits as they are written, processes ended with all below, odd files refused."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from analysis.errors import InputError
from analysis.reports.asked import limits
from analysis.reports.asked.configuration import load_reports
from analysis.reports.asked.limits import RunLimits, name_memory, name_time, parse_memory, parse_time
from analysis.reports.asked.project import Project
from analysis.reports.run import watching
from analysis.reports.run.crew import _Crew
from analysis.reports.run.odd_files import clear_odd_files
from analysis.reports.run.processes import Broken
from analysis.reports.run.stopping import Stopped, stoppable
from analysis.reports.run.trees import MARK, OWN, end_strays, end_tree, list_below, marked, measure_memory
from analysis.reports.run.watching import OUT_OF_MEMORY, OUT_OF_TIME, watched
from reports_project import write_notebook, write_reports

linux = pytest.mark.skipif(sys.platform != "linux", reason="what Linux has alone")
posix = pytest.mark.skipif(os.name != "posix", reason="links, pipes and signals of its kind")
SLEEPS = [sys.executable, "-c", "import time; time.sleep(600)"]


def wait_until(true):
    until = time.monotonic() + 30
    while not true() and time.monotonic() < until:
        time.sleep(0.02)
    return true()


@pytest.mark.parametrize(
    ("written", "seconds"), [("90 s", 90), ("30min", 1800), ("1.5 h", 5400), (" 2 H ", 7200), ("none", None)]
)  # fmt: skip
def test_a_time_is_written_with_its_unit(written, seconds):
    assert parse_time(written) == seconds


@pytest.mark.parametrize(
    ("written", "amount"), [("800 MB", 800_000_000), ("4 gb", 4_000_000_000), ("1.5GB", 1_500_000_000), ("none", None)]
)
def test_an_amount_of_memory_is_written_with_its_unit(written, amount):
    assert parse_memory(written) == amount


@pytest.mark.parametrize("written", ["30", "", "0 s", "-1 h", "2 weeks", "1 GB", "1e3 s", 30, True, None, [], "inf h"])
def test_a_time_without_unit_or_of_another_kind_is_refused_with_examples(written):
    with pytest.raises(InputError, match=r"is not an amount with its unit\. Write 90 s, 30 min, 2 h, or none for no"):
        parse_time(written)


def test_names_are_written_as_they_are_read():
    for text in ("90 s", "30 min", "2 h"):
        assert name_time(parse_time(text)) == text
    for text in ("800 MB", "4 GB", "1.5 GB"):
        assert name_memory(parse_memory(text)) == text


def test_reports_yaml_gives_limits_to_all_notebooks_and_to_one_and_the_command_holds_over_both(tmp_path):
    write_notebook(tmp_path, "a", "1")
    write_notebook(tmp_path, "b", "1")
    write_notebook(tmp_path, "c", "1")
    entries = "[a, {notebook: b, time limit: 3 h}, {notebook: c, memory limit: none}]"
    write_reports(tmp_path, f"reports: {{r: {{time limit: 10 min, memory limit: 2 GB, notebooks: {entries}}}}}")
    report = load_reports(Project(tmp_path))["r"]
    said = [(entry.limits.seconds, entry.limits.memory) for entry in report.entries]
    assert said == [(600, 2 * 10**9), (10800, 2 * 10**9), (600, None)]
    assert {entry.limits.seconds for entry in report.with_limits("5 s", None).entries} == {5}
    assert [entry.limits.memory for entry in report.with_limits(None, "1 GB").entries] == [10**9] * 3
    assert report.entries[2].limits.with_machine(2).memory is None  # "none" is no limit on any machine


def test_a_wrong_limit_is_said_with_its_line(tmp_path):
    write_notebook(tmp_path, "a", "1")
    write_reports(tmp_path, "reports:\n  r:\n    time limit: 30\n    notebooks: [a]\n")
    with pytest.raises(InputError, match=r"reports.yaml, line 3: time limit='?30'? is not an amount"):
        load_reports(Project(tmp_path))


def test_memory_is_shared_by_the_notebooks_of_a_machine_or_of_its_container(monkeypatch, tmp_path):
    """Three quarters of 16 GB, for two notebooks: 6 GB each; a container of 8 GB halves that."""
    monkeypatch.setattr(limits.psutil, "virtual_memory", lambda: type("Memory", (), {"total": 16 * 10**9}))
    monkeypatch.setattr(limits, "CGROUPS", (str(tmp_path / "memory.max"),))
    assert RunLimits().with_machine(2).memory == 6 * 10**9
    (tmp_path / "memory.max").write_text("max\n")
    assert RunLimits().with_machine(1).memory == 12 * 10**9
    (tmp_path / "memory.max").write_text("8000000000\n")
    assert RunLimits().with_machine(2).memory == 3 * 10**9
    assert RunLimits().with_machine(64).memory == limits.LEAST


def test_where_the_memory_of_a_machine_cannot_be_measured_there_is_no_limit(monkeypatch):
    def fails():
        raise RuntimeError("no /proc")

    monkeypatch.setattr(limits.psutil, "virtual_memory", fails)
    assert RunLimits().with_machine(2).memory is None


@posix
def test_a_stopped_process_and_all_below_it_are_ended():
    parent = subprocess.Popen([sys.executable, "-c", f"import subprocess; subprocess.Popen({SLEEPS}).wait()"])
    assert wait_until(lambda: list_below(parent.pid))
    below = list_below(parent.pid)
    for one in (*below, psutil.Process(parent.pid)):
        one.send_signal(signal.SIGSTOP)
    end_tree(parent.pid)
    assert parent.wait(10) == -signal.SIGKILL and wait_until(lambda: not any(one.is_running() for one in below))


@linux
def test_an_orphan_with_the_commands_mark_is_ended_and_one_without_it_stays():
    quiet = "start_new_session=True, stdout=s.DEVNULL, stderr=s.DEVNULL"
    daemon = f"import subprocess as s; print(s.Popen({SLEEPS}, {quiet}).pid)"
    with marked():
        ours = subprocess.run([sys.executable, "-c", daemon], capture_output=True, text=True, check=True).stdout
    theirs = subprocess.run([sys.executable, "-c", daemon], capture_output=True, text=True, check=True).stdout
    assert MARK not in os.environ and psutil.Process(int(ours)).environ()[MARK] == OWN
    try:
        kept = subprocess.Popen(SLEEPS, env=os.environ | {MARK: OWN})
        assert end_strays(set(), {kept.pid}) and kept.poll() is None
        assert wait_until(lambda: not psutil.pid_exists(int(ours))) and psutil.pid_exists(int(theirs))
    finally:
        end_tree(kept.pid)
        end_tree(int(theirs))


def test_what_takes_too_long_is_ended_and_it_is_said_what_gives_it_more():
    with watched(RunLimits(seconds=0.2, memory=None, machine=False)) as watch:
        sleeps = subprocess.Popen(SLEEPS)
        assert sleeps.wait(30) != 0
    name, said = watch.ended
    assert name == OUT_OF_TIME and "after 0.2 s, its time limit" in said and "--time-limit gives it more" in said


def test_what_takes_too_much_memory_is_ended(monkeypatch):
    """The limit is what this process holds and 200 MB; its child takes 600."""
    most = psutil.Process().memory_info().rss + 200_000_000
    takes = [sys.executable, "-c", "import time; a = bytearray(b'x') * 600_000_000; time.sleep(600)"]
    with watched(RunLimits(seconds=None, memory=most, machine=False)) as watch:
        hog = subprocess.Popen(takes)
        assert hog.wait(60) != 0
    name, said = watch.ended
    assert name == OUT_OF_MEMORY and "its memory limit: `memory limit:` in reports.yaml or --memory-limit" in said


def test_whatever_still_runs_at_the_end_is_ended():
    with watched(RunLimits(seconds=None, memory=None, machine=False)) as watch:
        sleeps = subprocess.Popen(SLEEPS)
    assert sleeps.wait(10) != 0 and watch.ended is None


@linux
def test_pages_that_processes_share_count_once():
    """A forked process shares all that its parent holds: together they hold little more than one."""
    own = psutil.Process()
    pid = os.fork()
    if not pid:
        time.sleep(600)
        os._exit(0)
    try:
        both = [own, psutil.Process(pid)]
        rough = sum(one.memory_info().rss for one in both)
        assert measure_memory(both, most=1) < 0.8 * rough and measure_memory(both, most=2 * rough) > 0.9 * rough
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def test_the_sentence_on_the_machines_memory_names_jobs():
    said = watching.tell_memory(RunLimits(memory=6 * 10**9, machine=True))
    assert "more than 6 GB, its share of this machine's memory: --jobs 1" in said


@posix
def test_links_pipes_sockets_and_second_names_are_taken_away_and_what_they_lead_to_is_untouched(tmp_path):
    outside, staging = tmp_path / "outside", tmp_path / "staging"
    (outside / "folder").mkdir(parents=True)
    (outside / "a.csv").write_text("mine")
    (outside / "folder" / "b.csv").write_text("mine")
    tables = staging / "tables"
    (tables / "deep").mkdir(parents=True)
    (tables / "good.csv").write_text("a")
    (tables / "x.csv").symlink_to(outside / "a.csv")
    (tables / "deep" / "d").symlink_to(outside / "folder")
    (tables / "n.csv").symlink_to(tmp_path / "nowhere")
    (tables / "circle").symlink_to(tables)
    (tables / "h.csv").hardlink_to(outside / "a.csv")
    os.mkfifo(tables / "f")
    with socket.socket(socket.AF_UNIX) as one:
        before = Path.cwd()
        os.chdir(tables)  # a socket's path is short
        one.bind("s")
        os.chdir(before)
        said = clear_odd_files(staging)
    assert "tables/circle (a link to a folder), tables/deep/d (a link to a folder), tables/f (a pipe), 4 more" in said
    assert str(tmp_path) not in said and "shutil.copy" in said
    assert sorted(path.name for path in staging.rglob("*")) == ["deep", "good.csv", "tables"]
    assert (outside / "a.csv").read_text() == (outside / "folder" / "b.csv").read_text() == "mine"
    assert clear_odd_files(staging) == ""


@posix
def test_a_folder_that_was_replaced_by_a_link_is_not_followed(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.csv").write_text("mine")
    (tmp_path / "staging").symlink_to(tmp_path / "outside")
    assert "in the place of its own folder" in clear_odd_files(tmp_path / "staging")
    assert not (tmp_path / "staging").is_symlink() and (tmp_path / "outside" / "a.csv").is_file()


def test_a_killed_task_runs_again_if_another_ran_beside_it_and_once_alone():
    crew = _Crew(len, {"a": 1, "b": 2}, {})
    killed = Broken("the process was killed by signal 9 before it was done", killed=True)
    assert not crew.is_worth_another("a", killed)  # it ran alone
    crew._beside = {"a", "b"}
    assert not crew.is_worth_another("b", Broken("it raised")) and not crew.is_worth_another("b", "a result")
    assert crew.is_worth_another("a", killed) and crew.alone == ["a"]
    assert not crew.is_worth_another("a", killed)
    assert "with no other beside it: it ends the process that runs it" in crew.tell_alone("a", killed).message
    assert crew.tell_alone("b", killed) == killed


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_a_run_once_and_those_that_follow_disturb_nothing(number):
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    cleared = False
    with pytest.raises(Stopped) as stopped, stoppable():
        try:
            os.kill(os.getpid(), number)
            time.sleep(5)
        finally:
            for other in before:
                os.kill(os.getpid(), other)
            cleared = True
    assert cleared and stopped.value.number == number
    assert {one: signal.getsignal(one) for one in before} == before


@posix
def test_a_signal_that_is_ignored_stays_so():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stoppable():
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)
