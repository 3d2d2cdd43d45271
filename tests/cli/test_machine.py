"""What the system does not grant a command is said in a sentence before the work; a signal ends it tidily."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.cli import machine, memory
from analysis.errors import InputError
from analysis.reports.asked.limits import RunLimits
from reports_project import write_notebook, write_reports

pytestmark = pytest.mark.skipif(os.name != "posix", reason="umask, ulimit and signals are POSIX's")

COMMAND = [sys.executable, "-c", "from analysis.cli import main; main()"]
STORY = "Minister opens bridge\n\nThe minister opened the bridge on Monday. It took four years.\n"
WAITS = """
import sys, time
from analysis.cli import main
import analysis.corpus
def load(*_, **__):
    print("begun", flush=True)
    time.sleep(60)
analysis.corpus.load_corpus = load
sys.argv = ["framing", *sys.argv[1:]]
main()
"""


@pytest.fixture
def project(tmp_path):
    write_notebook(tmp_path, "01-good", "1 + 1", parameters=("corpus",))
    write_reports(
        tmp_path,
        "reports: {a: {corpus: texts, notebooks: [01-good]}, b: {corpus: texts, notebooks: [01-good]}}",
    )
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "bridge.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def run(project, *arguments, first=""):
    command = ["bash", "-c", f'{first} "$@"', "bash", *COMMAND, *arguments] if first else [*COMMAND, *arguments]
    environment = os.environ | {"FRAMING_CACHE": str(project / "cache")}
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_umask_that_takes_the_users_own_rights_is_refused(monkeypatch):
    before = os.umask(0o777)
    try:
        with pytest.raises(InputError, match=r"umask 0777 lets nobody use what is written, not even you: .*022"):
            machine.check_umask()
    finally:
        mask = os.umask(before)
    assert mask == 0o777  # it was looked at, and stays
    machine.check_umask()


def test_too_few_open_files_are_said_before_a_report_begins(project):
    ran = run(project, "report", "a", first="ulimit -n 64;")
    assert ran.returncode == 2
    assert ran.stderr == "error: a process may have 64 files open here; a report takes 256: allow more (ulimit -n).\n"
    assert not (project / "outputs").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere addresses are not limited, or not so")
@pytest.mark.parametrize(("kilobytes", "said"), [(1_000_000, "1 GB"), (2_200_000, "2.3 GB")])
def test_too_few_addresses_are_said_before_a_report_begins(project, kilobytes, said):
    ran = run(project, "report", "a", first=f"ulimit -v {kilobytes};")
    assert ran.returncode == 2
    told = f"a process may have {said} of addresses here; a report takes 3 GB: allow more (ulimit -v unlimited)."
    assert ran.stderr == f"error: {told}\n"
    assert not (project / "outputs").exists()


def test_addresses_without_a_limit_or_with_a_wide_one_suffice(monkeypatch):
    for fence in (None, machine.ADDRESSES):
        monkeypatch.setattr(machine, "_find_fence", lambda fence=fence: fence)
        machine.check_addresses()


def test_a_module_that_stands_in_the_way_of_pythons_own_is_named(project):
    (project / "statistics.py").write_text("x = 1\n")
    ran = run(project, "corpus", "texts", first="PYTHONPATH=.")
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1].endswith(
        "statistics.py' takes the place of a module of Python's own: give it another name."
    )


def test_a_report_that_cannot_be_made_stops_no_other_and_the_status_says_so(project):
    """Of two reports the first has a file where a folder goes; the second is made all the same."""
    (project / "outputs" / "a").mkdir(parents=True)
    (project / "outputs" / "a" / ".making").write_text("mine")
    ran = run(project, "report")
    assert ran.returncode == 2 and "1 failed:\n  a: " in ran.stderr and "move it away" in ran.stderr, ran.stderr
    assert (project / "outputs" / "b" / "index.html").is_file()


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=lambda n: str(int(n))
)
def test_a_signal_ends_any_command_with_a_word_and_the_customary_status(number, status, project):
    command = [sys.executable, "-c", WAITS, "prepare", "texts"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "begun\n"
        process.send_signal(number)
        said = process.communicate(timeout=60)[1]
    assert process.returncode == status
    assert said.strip() == "stopped; what was finished is kept, and the next run goes on from there"


def test_what_takes_more_memory_than_it_may_is_stopped_with_the_remedy():
    said = r"its memory limit \(1 MB\): .* \(FRAMING_JOBS=1\), .*--memory-limit 8 GB"
    with pytest.raises(InputError, match=said), memory.limited(RunLimits(memory=10**6, machine=False)):
        time.sleep(30)


def test_what_answers_no_signal_and_takes_too_much_is_ended(project):
    code = (
        "import time; from analysis.cli import memory; from analysis.reports.asked.limits import RunLimits\n"
        "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "with memory.limited(RunLimits(memory=10**6, machine=False)): time.sleep(60)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=50)
    assert ran.returncode == 2 and ran.stderr.startswith("error: it was ended for taking more than"), ran.stderr


def test_below_the_limit_nothing_is_said():
    with memory.limited(RunLimits(memory=10**12, machine=False)):
        assert signal.getsignal(signal.SIGTERM) != signal.SIG_DFL


def test_where_no_limit_is_wanted_nobody_looks(monkeypatch):
    monkeypatch.setattr(memory, "_Looker", None)
    with memory.limited(RunLimits(memory=None)):
        pass


def test_a_folder_for_sockets_has_a_short_name(monkeypatch, tmp_path):
    from analysis import scratch

    deep = tmp_path / ("x" * 60)
    deep.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(deep))
    assert len(scratch.locate_short()) <= scratch.LONGEST and Path(scratch.locate_short()).is_dir()
    monkeypatch.setattr(scratch.os, "access", lambda *_: False)
    with pytest.raises(InputError, match="has too long a name for sockets, and /tmp cannot be written to: set TMPDIR"):
        scratch.locate_short()


def test_that_no_more_threads_may_be_started_is_said(monkeypatch):
    def refuse(thread):
        raise RuntimeError("can't start new thread")

    machine.check_threads()
    monkeypatch.setattr("threading.Thread.start", refuse)
    with pytest.raises(InputError, match=r"lets you start no more processes or threads \(ulimit -u\): end some"):
        machine.check_threads()


def test_what_killed_processes_left_goes_from_all_places_once(monkeypatch, tmp_path):
    from analysis import scratch

    asked = []
    monkeypatch.setattr(scratch, "_clear_once", asked.append)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    scratch.clear_scratch()
    assert set(asked) == {str(tmp_path), scratch.locate_short()}
