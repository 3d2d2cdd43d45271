"""Full disks at ten sizes, folders that cannot be written, standard output that nobody hears: one sentence each."""

import functools
import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from analysis.reports.drawn.printing import find_browser
from reports_project import chart_cell, table_cell, write_notebook, write_reports

HERE = Path(__file__).parent
STORY = 'Minister opens bridge\n\nThe minister opened bridge {0} on Monday. "It is fine," said Anna Berg.\n'
COUNTED = "from analysis import load_corpus\nprint(len(load_corpus(corpus, **where).documents))"
COMMAND = [sys.executable, "-c", "from analysis.cli import main; main()"]


@functools.cache
def namespace():
    """What begins a process that may mount disks of its own, which go with it; empty where the system allows none."""
    for begin in (["unshare", "-m"], ["unshare", "-rm"]):
        tried = [*begin, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        try:
            if subprocess.run(tried, capture_output=True, check=False).returncode == 0:
                return begin
        except OSError:
            break
    return []


@pytest.fixture
def folder(tmp_path):
    project = tmp_path / "project"
    everything = ("corpus", "where", "seed", "save_to")
    write_notebook(project, "01-good", chart_cell(), table_cell(), COUNTED, parameters=everything)
    write_reports(project, "reports: {good: {corpus: texts, notebooks: [01-good]}}")
    (project / "texts").mkdir()
    for number in range(3):
        (project / "texts" / f"bridge{number}.txt").write_text(STORY.format(number), encoding="utf-8")
    return tmp_path


def tried(kind, folder):
    if not namespace():
        pytest.skip("no disk can be mounted here")
    command = [*namespace(), sys.executable, HERE / "full_disks.py", kind, folder]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert "Traceback" not in ran.stderr, ran.stderr[-2000:]
    return [json.loads(line) for line in ran.stdout.splitlines()]


def is_one_sentence(said):
    return said.startswith("error: ") and said.count("\n") == 1 and said.endswith(".\n")


@pytest.mark.parametrize("kind", ["report", "cache", "temporary", "data", "save", "pack"])
def test_a_full_disk_is_said_in_a_sentence_at_ten_sizes_and_nothing_half_written_is_left(kind, folder):
    results = tried(kind, folder)
    assert len(results) == 10
    for one in results:
        assert one["status"] in (1, 2) and is_one_sentence(one["said"]), one
        assert "No space left on device" in one["said"] or "see that its disk has room" in one["said"], one
        assert not one["left"] and not one.get("changed") and one.get("again", 0) == 0, one
        assert set(one.get("hidden", ())) <= {".lock"}, one


@pytest.mark.skipif(not (find_browser() or find_spec("weasyprint")), reason="nothing prints here")
def test_a_disk_that_is_too_small_for_a_pdf_keeps_the_old_one(folder):
    results = tried("pdf", folder)
    assert len(results) == 3
    for one in results:
        assert one["status"] == 2 and is_one_sentence(one["said"]) and not one["left"] and not one["changed"], one


def test_a_disk_that_fills_while_a_report_is_made_again_leaves_the_last_good_one(folder):
    results = tried("rerun", folder)
    refused = [one for one in results if one["status"]]
    assert refused, "at the smallest sizes there is no room"
    for one in refused:
        assert is_one_sentence(one["said"]) and not one["changed"] and not one["gone"], one


def test_folders_that_can_be_read_alone_are_named(folder):
    for one in tried("read_only", folder):
        assert one["status"] in (1, 2) and is_one_sentence(one["said"]) and not one["left"], one
        assert "Read-only file system" in one["said"], one


# what is put there: a file, or a folder
IN_THE_WAY = {"charts": 0, "tables": 0, ".making": 0} | dict.fromkeys(
    ("index.html", "manifest.json", "findings.csv", ".lock", "01-good.html"), 1
)


@pytest.mark.parametrize("name", IN_THE_WAY)
def test_a_file_where_a_folder_should_be_or_the_other_way_round_is_named_and_stays(name, folder):
    place = folder / "o" / "good" / name
    place.parent.mkdir(parents=True)
    if IN_THE_WAY[name]:
        place.mkdir()
    else:
        place.write_text("mine")
    ran = run("report", "--outputs", folder / "o", cwd=folder / "project")
    assert ran.returncode in (1, 2) and is_one_sentence(ran.stderr) and str(place) in ran.stderr, ran.stderr
    assert place.is_dir() if IN_THE_WAY[name] else place.read_text() == "mine"


def run(*arguments, cwd, shell=""):
    environment = os.environ | {"FRAMING_CACHE": str(cwd / "cache")}
    command = [*COMMAND, *map(str, arguments)]
    if shell:
        command = ["bash", "-c", f'set -o pipefail; "$@" {shell}', "bash", *command]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=120)


UNHEARD = [">&-", ">/dev/full"]
COMMANDS = ["corpus texts", "check", "prepare texts --quiet", "clean --list", "data texts --to made"]


@pytest.mark.parametrize("command", COMMANDS)
def test_who_closes_the_pipe_has_heard_enough(command, folder):
    ran = run(*command.split(), cwd=folder / "project", shell="| true")
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("shell", UNHEARD)
def test_standard_output_that_nobody_hears_is_said_once(command, shell, folder):
    ran = run(*command.split(), cwd=folder / "project", shell=shell)
    assert ran.returncode == 1 and "standard output cannot be written to" in ran.stderr
    assert "Traceback" not in ran.stderr and "Exception" not in ran.stderr


@pytest.mark.parametrize("shell", ["<&- >&- 2>&-", "2>/dev/full"])
def test_a_report_is_made_to_its_end_though_nobody_hears_of_it(shell, folder):
    ran = run("report", "--outputs", folder / "o", cwd=folder / "project", shell=shell)
    assert ran.returncode == (1 if ">&-" in shell.split() else 0)
    manifest = json.loads((folder / "o" / "good" / "manifest.json").read_text())
    assert manifest["status"] == "done", manifest["status"]
