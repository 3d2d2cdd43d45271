"""Every command and every snippet of the README does what it says."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [line for block in re.findall(r"```sh\n(.*?)```", README, flags=re.S) for line in block.splitlines() if line]
FRAMING = [line for line in SHELL if line.startswith("framing ")]


def run(*command, **more):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False, **more)


def test_the_readme_has_the_two_commands_and_no_command_is_of_an_unknown_kind():
    assert SHELL[:2] == ["make report", "make test"]
    assert {line.split()[0] for line in SHELL} == {"make", "conda", "framing"}


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
@pytest.mark.parametrize(("target", "runs"), [("report", "framing report"), ("test", "-m pytest")])
def test_make_runs_what_the_readme_says(target, runs):
    planned = run("make", "--dry-run", target)
    assert planned.returncode == 0 and runs in planned.stdout


@pytest.mark.parametrize("line", FRAMING)
def test_a_framing_command_of_the_readme_works(line, tmp_path):
    words = shlex.split(line)[1:]
    if words[0] == "lab":  # opens a server that waits: its help tells whether the command is there
        words.append("--help")
    if words[0] == "report":
        words += ["--outputs", str(tmp_path)]
    done = run(str(Path(sys.executable).with_name("framing")), *words)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_conda_makes_the_environment_that_the_readme_activates():
    conda = [shlex.split(line) for line in SHELL if line.startswith("conda ")]
    assert conda[0] == ["conda", "env", "create", "-f", "environment.yml"]
    name = yaml.safe_load((ROOT / "environment.yml").read_text())["name"]
    assert conda[1] == ["conda", "activate", name]


def test_the_python_of_the_readme_runs():
    (snippet,) = re.findall(r"```python\n(.*?)```", README, flags=re.S)
    done = run(sys.executable, "-c", snippet)
    assert done.returncode == 0, done.stderr
    assert re.search(r"^\d+ posts$", done.stdout, flags=re.M) and "sovereign" in done.stdout


def test_every_file_and_picture_that_the_readme_names_is_there():
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / link).exists(), link
    for folder in re.findall(r"`([a-z]+)/`", README):
        assert (ROOT / folder).is_dir(), folder
