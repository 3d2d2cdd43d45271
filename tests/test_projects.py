"""Paths that count from the project, wherever one works."""

from pathlib import Path

import pytest

from analysis import projects
from analysis.projects import locate_in_project, locate_project
from reports_project import write_reports


@pytest.fixture
def project(tmp_path, monkeypatch):
    write_reports(tmp_path, "reports: {}")
    for folder in ("seeds", "explore/deep", "outputs/overview"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "explore" / "deep")
    return tmp_path.resolve()


def test_the_project_is_found_from_any_folder_below_it(project):
    assert locate_project() == project


@pytest.mark.parametrize("written", ["seeds", "../seeds"])
def test_a_path_is_the_same_from_the_project_and_from_its_notebooks(project, written, monkeypatch):
    assert locate_in_project(Path(written)) == project / "seeds"
    monkeypatch.chdir(project / "outputs" / "overview")
    assert locate_in_project(Path(written)) == project / "seeds"


def test_what_is_there_is_taken_as_it_is_and_what_is_nowhere_is_not_found(project):
    (project / "explore" / "deep" / "seeds").mkdir()
    assert locate_in_project(Path("seeds")) is None
    assert locate_in_project(Path("sedes")) is None
    assert locate_in_project(project / "away") is None


def test_without_a_project_the_packages_own_is_taken_and_else_none(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert locate_project() == Path(__file__).resolve().parents[1]
    monkeypatch.setattr(projects, "PACKAGE", tmp_path / "site-packages" / "analysis")
    assert locate_project() is None and locate_in_project(Path("seeds")) is None
