"""Runs broken on purpose: killed at seeded moments, two at once, and notebooks that hang, die, kill and take all.

After each: no process is left, no file that passes, every page is wholly of one run, and the next run makes the report
that an undisturbed one makes, byte for byte.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import psutil
import pytest
from started import WITHIN, Zygote, is_over

from analysis.reports.kept.journal import NOTES
from analysis.reports.kept.placing import STAGING
from analysis.reports.run.trees import list_below
from reports_project import write_notebook, write_reports

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, adopts orphans and looks into /proc")

SEED = 14
OF_THE_RUN = {"manifest.json", ".lock"}  # hold times
SENTENCES = {
    1: "The harbour board met on Monday. It chose a new crane.",
    2: "The harbour board met on Friday. It put the crane off, and said so to nobody.",
}
FILES = """
from pathlib import Path
folder = Path(save_to) / "tables"
folder.mkdir(parents=True)
[(folder / f"{n}.csv").write_text(f"level,n\\n{level},{n}\\n" * 50) for n in range(24)]
print(level)
"""
READS = """
from analysis import load_corpus
texts = load_corpus(corpus, where=where)
print(texts.documents["text"].tolist())
"""
LEVEL = ["level: int = 1  # a level"]


@pytest.fixture(scope="module")
def zygote(tmp_path_factory):
    made = Zygote(tmp_path_factory.mktemp("zygote"))
    yield made
    made.end()


def write_texts(project, level):
    (project / "seeds").mkdir(exist_ok=True)
    (project / "seeds" / "board.txt").write_text(f"The crane\n\n{SENTENCES[level]}\n")


@pytest.fixture(scope="module")
def harbour(tmp_path_factory, zygote):
    """A project of two notebooks, and the reports that undisturbed runs make of it at both levels."""
    project = tmp_path_factory.mktemp("harbour")
    write_notebook(project, "01-reads", READS, parameters=("corpus", "where", "seed", "save_to"), own=LEVEL)
    write_notebook(project, "02-writes", FILES, own=LEVEL)
    write_reports(project, "reports: {small: {notebooks: [01-reads, 02-writes]}}")
    clean, seconds = {}, 0.0
    for level in (1, 2):
        write_texts(project, level)
        start = time.monotonic()
        status, said = zygote.run(project, "--set", f"level={level}")
        seconds = time.monotonic() - start
        assert status == 0, said
        clean[level] = files_of(project / "outputs" / "small")
    assert clean[1].keys() == clean[2].keys() and clean[1] != clean[2] and len(clean[1]) > 30
    return project, clean, seconds


def files_of(folder):
    """What a report holds, by name: hashes of all files but those that hold times."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name not in OF_THE_RUN)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def mixed_pages(folder):
    """Pages whose files are not those that the manifest says: of two runs, altered or not there."""
    manifest = json.loads((folder / "manifest.json").read_text())
    noted = {path.stem for path in (folder / NOTES).glob("*.json")}
    found = files_of(folder)
    return {
        name
        for name, entry in manifest["notebooks"].items()
        if any(found.get(file) != known for file, known in entry["outputs"].items())
    } - noted  # what is noted is finished by the next run


KINDS = [
    *[("command", signal.SIGKILL, moment) for moment in ["any"] * 9 + ["moving"] * 5],
    *[("child", signal.SIGKILL, moment) for moment in ["any"] * 11 + ["moving"] * 1],
    *[("command", signal.SIGINT, moment) for moment in ["any"] * 5 + ["moving"] * 3],
    *[("command", signal.SIGTERM, moment) for moment in ["any"] * 5 + ["moving"] * 3],
    *[("command", signal.SIGHUP, moment) for moment in ["any"] * 2 + ["moving"] * 2],
    *[("twice", signal.SIGINT, moment) for moment in ["any"] * 3 + ["moving"] * 1],
]
random.Random(SEED).shuffle(KINDS)
assert len(KINDS) == 50


@pytest.mark.parametrize("number", range(50), ids=lambda n: f"{n}-{KINDS[n][0]}-{KINDS[n][1].name}-{KINDS[n][2]}")
def test_wherever_a_run_is_killed_nothing_is_lost_and_the_next_goes_on(zygote, harbour, number):
    (target, signum, moment), chance = KINDS[number], random.Random(SEED + number)
    project, clean, seconds = harbour
    folder, level = project / "outputs" / "small", 1 + number % 2
    if number % 4 == 0:
        shutil.rmtree(zygote.folder / "cache", ignore_errors=True)
    write_texts(project, level)
    options = ("--force", "--set", f"level={level}")
    pid = zygote.start(project, *options)
    wait_for(moment, folder, chance, seconds, pid)
    hit = strike(target, signum, pid, chance)
    status, said = zygote.status(pid), zygote.said()
    zygote.require_nothing_left()

    assert "Traceback" not in said and (not hit or status in expected(target, signum)), (status, said)
    if signum != signal.SIGKILL or target == "child":
        assert not (folder / NOTES).exists() and not (folder / STAGING).exists() and not zygote.passing(pid)
    assert not mixed_pages(folder)

    status, said = zygote.run(project, "--set", f"level={level}")
    assert status == 0, said
    assert files_of(folder) == clean[level]
    assert not zygote.passing(pid) and not mixed_pages(folder)
    zygote.require_nothing_left()


def wait_for(moment, folder, chance, seconds, pid):
    """Wait until the moment: any of the run, or one while files are moved."""
    until = time.monotonic() + (3 * seconds if moment == "moving" else chance.uniform(0, seconds))
    while time.monotonic() < until and not is_over(psutil.Process(pid)):
        if moment == "moving" and (folder / NOTES).exists():
            time.sleep(chance.uniform(0, 0.004))
            return
        time.sleep(0 if moment == "moving" else 0.01)


def strike(target, signum, pid, chance):
    """Send the signal to the command or to one of its children; returns whether anybody was hit."""
    struck = psutil.Process(pid)
    if target == "child":
        below = sorted(list_below(pid), key=lambda one: one.pid)
        struck = chance.choice(below) if below else None
    if struck is None or is_over(struck):
        return False
    struck.send_signal(signum)
    if target == "twice":
        time.sleep(chance.uniform(0, 0.1))
        if not is_over(struck):
            struck.send_signal(signum)
    return True


def expected(target, signum):
    """Exit statuses that may follow; 0 of a command that was done all but the last word."""
    if target == "child":
        return (0, 1, 2)
    return (0, -signum, 128 + signum, 130)


BAD = {  # what a notebook does at level 2, and what its page says then; "" of one whose page is made all the same
    "loops": ("while True: pass", "OutOfTime: it was ended after 4 s, its time limit"),
    "stops": ("os.kill(os.getpid(), 19)", "OutOfTime: it was ended after 4 s"),
    "deaf": ("signal.signal(2, signal.SIG_IGN); re.match('(a+)+b', 'a' * 60)", "OutOfTime: it was ended after 4 s"),
    "hog": (
        "held = [bytearray(b'x') * 50_000_000 for _ in range(60)]",
        "OutOfMemory: it was ended for taking more than",
    ),
    "dies": ("os.kill(os.getpid(), 9)", "the kernel died by signal 9"),
    "leaves": ("os._exit(3)", "the kernel died: it ended itself"),
    "crashes": ("ctypes.string_at(0)", "the kernel died: a library in it crashed (signal 11)"),
    "parent": ("os.kill(os.getppid(), 9); time.sleep(9)", "killed by signal 9"),
    "group": ("os.killpg(os.getpgid(os.getppid()), 9); time.sleep(9)", "killed by signal 9"),
    "links": ("Path(save_to, 'l.csv').symlink_to('/etc/passwd')", "leaves what is no file of its own: l.csv (a link)"),
    "pipes": ("os.mkfifo(Path(save_to, 'p.csv'))", "p.csv (a pipe)"),
    "server": ("os.kill(psutil.Process().parent().ppid(), 9)", ""),
    "lingers": ("atexit.register(time.sleep, 600)", ""),
    "daemon": ("subprocess.Popen(f'setsid nohup sleep {SLEEP} >/dev/null 2>&1 &', shell=True)", ""),
    "hidden": ("subprocess.Popen(['env', '-i', '/bin/sleep', str(SLEEP)], start_new_session=True)", ""),
    "both": (
        "subprocess.Popen(['env', '-i', '/bin/sleep', str(SLEEP)], start_new_session=True); os.kill(os.getppid(), 9)",
        "killed by signal 9",
    ),
}
IMPORTS = "import atexit, ctypes, os, re, signal, subprocess, time\nimport psutil\nfrom pathlib import Path\n"
SLEEP = 900_000 + os.getpid() % 90_000  # seconds, by which daemons are known; tests beside these have others
TABLE = """
Path(save_to, "tables").mkdir(parents=True)
Path(save_to, "tables", "NAME.csv").write_text(str(level))
"""
FINE = "time.sleep(1.5)"


def write_bad(project, names):
    write_notebook(project, "00-good", IMPORTS + FINE, "print(level)", own=LEVEL)
    for name in names:
        acts = f"if level == 2:\n    {BAD[name][0]}".replace("{SLEEP}", str(SLEEP)).replace("str(SLEEP)", f"'{SLEEP}'")
        write_notebook(project, name, IMPORTS + TABLE.replace("NAME", name), acts, own=LEVEL)
    write_notebook(project, "99-good", IMPORTS + FINE, "print(level)", own=LEVEL)
    write_reports(project, f"reports: {{small: {{notebooks: [00-good, {', '.join(names)}, 99-good]}}}}")


def sleepers():
    return [one for one in psutil.process_iter(["cmdline"]) if str(SLEEP) in (one.info["cmdline"] or ())]


@pytest.mark.parametrize("names", [list(BAD)[:6], [*list(BAD)[6:11], "both"], list(BAD)[11:-1]], ids=" ".join)
def test_a_notebook_that_hangs_dies_kills_or_takes_all_ends_alone(zygote, tmp_path, names):
    """All pages are made, then each notebook does what it does: its last good page stays, the others are made anew."""
    write_bad(tmp_path, names)
    folder = tmp_path / "outputs" / "small"
    limits = ("--time-limit", "4 s", "--memory-limit", "1.2 GB")
    status, said = zygote.run(tmp_path, *limits)
    assert status == 0, said
    before = files_of(folder)

    status, said = zygote.run(tmp_path, "--set", "level=2", *limits)
    zygote.require_nothing_left()
    assert not sleepers() and "Traceback" not in said
    entries, failed = json.loads((folder / "manifest.json").read_text())["notebooks"], [n for n in names if BAD[n][1]]
    assert status == (1 if failed else 0), said
    for name in ("00-good", "99-good", *(name for name in names if name not in failed)):
        assert entries[name]["status"] == "done" and entries[name]["inputs"]["parameters"]["level"] == 2, said
    for name in failed:
        entry = entries[name]
        error = entry["failed"]["error"]
        assert entry["status"] == "kept" and BAD[name][1] in f"{error['name']}: {error['message']}", error
        assert BAD[name][1] in said and "limits" in entry
        assert before[f"tables/{name}.csv"] == files_of(folder)[f"tables/{name}.csv"]
        assert BAD[name][1] in (folder / f"{name}.failed.html").read_text()
    assert not list(folder.glob("*.csv")) or [path.name for path in folder.glob("*.csv")] == ["findings.csv"]
    assert not mixed_pages(folder) and not any(path.is_symlink() for path in folder.rglob("*"))


def test_a_daemon_of_a_command_that_was_started_anew_does_not_outlive_it(tmp_path):
    """Nothing is forked from the tests here: the command as a user calls it."""
    write_bad(tmp_path, ["server", "daemon"])
    command = [sys.executable, "-c", "from analysis.cli import main; main()", "report", "--project", str(tmp_path)]
    done = subprocess.run([*command, "--set", "level=2"], capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done
    until = time.monotonic() + WITHIN
    while sleepers() and time.monotonic() < until:
        time.sleep(0.1)
    assert not sleepers()


def test_of_two_runs_at_once_on_one_report_one_is_refused_and_the_other_makes_it(zygote, harbour):
    project, clean, _ = harbour
    write_texts(project, 1)
    options = ("--force", "--set", "level=1")
    pids = [zygote.start(project, *options, said=f"said-{n}") for n in range(2)]
    ended = sorted((zygote.status(pid), zygote.said(f"said-{n}")) for n, pid in enumerate(pids))
    assert [status for status, _ in ended] == [0, 2], ended
    assert "another `framing report` is writing into" in ended[1][1] and "Traceback" not in ended[1][1]
    assert files_of(project / "outputs" / "small") == clean[1]
    zygote.require_nothing_left()


def test_two_reports_at_once_prepare_the_corpus_that_they_share_once(zygote, harbour):
    project, clean, _ = harbour
    write_texts(project, 2)
    shutil.rmtree(zygote.folder / "cache", ignore_errors=True)
    options = ("--force", "--set", "level=2", "--outputs")
    pids = [zygote.start(project, *options, str(project / f"outputs-{n}"), said=f"said-{n}") for n in range(2)]
    assert [zygote.status(pid) for pid in pids] == [0, 0], [zygote.said(f"said-{n}") for n in range(2)]
    made = [files_of(project / f"outputs-{n}" / "small") for n in range(2)]
    tables = [name for name in clean[2] if name.startswith("tables/")]
    assert made[0].keys() == made[1].keys() == clean[2].keys()
    assert all(one[name] == clean[2][name] for one in made for name in tables)
    assert len([path for path in (zygote.folder / "cache").iterdir() if path.is_dir()]) == 1
