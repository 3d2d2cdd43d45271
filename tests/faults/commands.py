"""Commands beside `framing report` stopped at seeded moments: nothing half, nothing left, and the next run goes on."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress

import psutil
import pytest
from started import Zygote, is_over

from analysis.reports.run.trees import list_below
from reports_project import write_notebook, write_reports

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, adopts orphans and looks into /proc")

SEED = 20
STORY = 'Bridge {0}\n\nThe minister opened bridge {0} on Monday. "It is fine," said Anna Berg. Boris Klein saw it.\n'
STOPPED = "stopped; what was finished is kept, and the next run goes on from there"


@pytest.fixture(scope="module")
def zygote(tmp_path_factory):
    made = Zygote(tmp_path_factory.mktemp("zygote"))
    yield made
    made.end()


@pytest.fixture(scope="module")
def bridges(tmp_path_factory, zygote):
    """A project, its report, and for each command how to call it, where it writes, and what it writes undisturbed."""
    project = tmp_path_factory.mktemp("bridges")
    write_notebook(project, "01-good", "1 + 1")
    write_reports(project, "reports: {good: {notebooks: [01-good]}}")
    (project / "texts").mkdir()
    for number in range(12):
        (project / "texts" / f"b{number}.txt").write_text(STORY.format(number))
    status, said = zygote.run(project)
    assert status == 0, said
    places = {"prepare": zygote.folder / "cache", "data": project / "data", "pack": project / "zips"}
    (project / "zips").mkdir()
    commands = {
        "prepare": ("prepare", project / "texts", "--quiet"),
        "data": ("data", project / "texts", "--to", project / "data"),
        "pack": ("pack", "good", "--project", project, "--to", project / "zips" / "good.zip"),
    }
    clean = {}
    for name, arguments in commands.items():
        start = time.monotonic()
        assert zygote.status(zygote.begin(*arguments)) == 0, zygote.said()
        clean[name] = files_of(places[name]), time.monotonic() - start
    return commands, places, clean


def files_of(folder):
    """What lies in a folder, by name; of the cache, whose blocks are named anew each time, nothing but its kinds."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name not in (".lock", "manifest.json")]
    if folder.name == "cache":
        return sorted({path.parent.name.partition("-")[0] for path in paths})
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
TRIED = [(name, number) for name in ("prepare", "data", "pack") for number in SIGNALS for _ in range(2)]


@pytest.mark.parametrize("number", range(len(TRIED)), ids=lambda n: f"{n}-{TRIED[n][0]}-{TRIED[n][1].name}")
def test_wherever_a_command_is_stopped_nothing_is_half_and_the_next_makes_it(zygote, bridges, number):
    (name, signum), chance = TRIED[number], random.Random(SEED + number)
    commands, places, clean = bridges
    place, (before, seconds) = places[name], clean[name]
    if name != "pack" or number % 2:
        shutil.rmtree(place)
        place.mkdir()
    pid = zygote.begin(*commands[name])
    time.sleep(chance.uniform(0, seconds))
    if not is_over(psutil.Process(pid)):
        psutil.Process(pid).send_signal(signum)
    status, said = zygote.status(pid), zygote.said()
    zygote.require_nothing_left()
    assert "Traceback" not in said
    assert status in (0, -signum, 128 + signum) and (status != 128 + signum or STOPPED in said), (status, said)
    if signum != signal.SIGKILL:
        assert not zygote.passing(pid) and not list(place.rglob("*.part"))
    if name == "pack":
        assert not list(place.glob("*.zip")) or files_of(place)["good.zip"] == before["good.zip"]

    assert zygote.status(zygote.begin(*commands[name])) == 0, zygote.said()
    assert files_of(place) == before
    assert not zygote.passing(pid) and not list(place.rglob(".*.part"))


@pytest.mark.parametrize(("target", "signum"), [("command", 15), ("command", 9), ("worker", 9)])
def test_the_processes_that_prepare_end_with_their_command_and_one_that_is_killed_ends_nothing(
    zygote, bridges, target, signum
):
    commands, places, clean = bridges
    shutil.rmtree(places["prepare"])
    pid = zygote.begin(*commands["prepare"], "--jobs", 2, worth=0)
    workers = wait_for_workers(pid)
    (random.Random(SEED).choice(workers) if target == "worker" else psutil.Process(pid)).send_signal(signum)
    status, said = zygote.status(pid), zygote.said()
    zygote.require_nothing_left()
    assert "Traceback" not in said
    if target == "worker":
        assert status == 0 and ("it goes on with 1 process" in said or "perhaps for want" not in said), (status, said)
        assert files_of(places["prepare"]) == clean["prepare"][0]
    else:
        assert status in (-signum, 128 + signum), (status, said)
    assert zygote.status(zygote.begin(*commands["prepare"], "--jobs", 2, worth=0)) == 0, zygote.said()
    assert files_of(places["prepare"]) == clean["prepare"][0] and not zygote.passing(pid)


def wait_for_workers(pid):
    """Wait until processes beside the command are there; returns them."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        said = {one: " ".join(one.cmdline()) for one in list_below(pid)}
        found = [one for one, line in said.items() if "loky" in line and "tracker" not in line]
        if len(found) >= 2:
            return found
        time.sleep(0.05)
    raise AssertionError("no process prepares")


FIRST = ("--help", "clean --list", "corpus texts --no-cache", "prepare texts --no-cache --jobs 2", "report --force")


@pytest.mark.parametrize("number", range(60), ids=lambda n: f"{n}-{FIRST[n % len(FIRST)].split()[0]}")
def test_ctrl_c_from_a_terminal_at_any_moment_is_one_line(bridges, zygote, number, tmp_path):
    """A terminal tells all processes, those too that are still importing; nobody warmed them up here.

    In a copy of the project: a report that is made anew bears another date, and what others pack of it other bytes.
    """
    project, chance = tmp_path / "bridges", random.Random(SEED + number)
    shutil.copytree(bridges[0]["prepare"][1].parent, project)
    command = [sys.executable, "-c", "from analysis.cli import main; main()", *FIRST[number % len(FIRST)].split()]
    environment = os.environ | zygote.environment
    with subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    ) as begun:  # fmt: skip
        time.sleep(chance.uniform(0.3, 6))
        with suppress(ProcessLookupError):
            os.killpg(begun.pid, signal.SIGINT)
        said = begun.communicate(timeout=120)[1]
    assert begun.returncode in (0, 130) and "Traceback" not in said and "KeyboardInterrupt" not in said, said
    assert begun.returncode == 0 or said.rstrip().endswith(STOPPED)
    assert not zygote.passing(begun.pid)


def test_two_of_every_command_at_once_on_one_cache_and_one_output_do_no_harm(zygote, bridges):
    """Each is whole, or says in a sentence that another writes there; then the next makes what one alone makes."""
    commands, places, clean = bridges
    shutil.rmtree(places["prepare"])
    names = ["prepare", "prepare", "data", "data", "pack", "pack"]
    pids = [zygote.begin(*commands[name], said=f"said-{n}") for n, name in enumerate(names)]
    for n, pid in enumerate(pids):
        status, said = zygote.status(pid), zygote.said(f"said-{n}")
        assert status in (0, 2) and "Traceback" not in said and (status == 0 or "error: " in said), (names[n], said)
    zygote.require_nothing_left()
    for name in ("prepare", "data", "pack"):
        assert zygote.status(zygote.begin(*commands[name])) == 0, zygote.said()
        assert files_of(places[name]) == clean[name][0]
