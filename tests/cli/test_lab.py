"""framing lab: what it sets up, what is saved, and what nobody is asked."""

import copy
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbconvert
import nbformat
import pytest
from click.testing import CliRunner
from traitlets.config import Config

from analysis.cli.saving import strip_on_save
from reports_project import code, markdown, write_notebook, write_reports

lab_module = importlib.import_module("analysis.cli.lab")
ROOT = Path(__file__).parents[2]
CONFIGURATION = json.loads((lab_module.CONFIGURATION / "jupyter_server_config.json").read_text())


@pytest.fixture
def project(tmp_path):
    write_notebook(tmp_path, "01-good", "1 + 1")
    write_reports(tmp_path, "reports: {good: {notebooks: [01-good]}}")
    return tmp_path


def opened(project, monkeypatch, *options, user=1000):
    called = []
    monkeypatch.setattr(os, "execve", lambda *command: called.append(command))
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    done = CliRunner().invoke(lab_module.lab, ["--project", str(project), *options], catch_exceptions=False)
    assert done.exit_code == 0
    return called[0][1], called[0][2]


def test_a_first_notebook_is_put_into_explore_and_one_that_somebody_began_stays(project, monkeypatch):
    opened(project, monkeypatch)
    starter = project / "explore" / "start.ipynb"
    assert starter.read_bytes() == lab_module.STARTER.read_bytes()
    starter.rename(starter.with_name("mine.ipynb"))
    opened(project, monkeypatch)
    assert [path.name for path in starter.parent.iterdir()] == ["mine.ipynb"]


def test_jupyterlab_runs_as_root_where_the_user_is_root_and_only_there(project, monkeypatch):
    assert "--allow-root" not in opened(project, monkeypatch)[0]
    assert "--allow-root" in opened(project, monkeypatch, user=0)[0]


def test_options_come_last_so_that_they_have_the_last_word(project, monkeypatch):
    assert opened(project, monkeypatch, "--port", "9999")[0][-2:] == ["--port", "9999"]


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_make_lab_passes_options_on():
    # a make that another make runs names its folder before and after
    command = ["make", "--no-print-directory", "--dry-run", "lab", "OPTIONS=--port 9999"]
    planned = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert planned.stdout.splitlines()[-1] == ".venv/bin/framing lab --port 9999"


def test_the_server_knows_every_setting_and_ends_idle_kernels_that_no_page_is_connected_to():
    apps = pytest.importorskip("jupyter_server.serverapp")
    manager = apps.AsyncMappingKernelManager()
    assert set(CONFIGURATION["MappingKernelManager"]) <= set(manager.trait_names())
    assert CONFIGURATION["MappingKernelManager"]["cull_connected"] is False
    assert 0 < CONFIGURATION["MappingKernelManager"]["cull_idle_timeout"] <= 3600
    (hook,) = CONFIGURATION["ContentsManager"].values()
    module, _, name = hook.rpartition(".")
    assert getattr(importlib.import_module(module), name) is strip_on_save


def saved(path, notebook):
    """What the hook makes of a notebook that is saved at a path, and of its bytes on the disk."""
    content = nbformat.from_dict(copy.deepcopy(notebook))
    strip_on_save({"type": "notebook", "content": content}, path=path)
    return nbformat.writes(content) + "\n"


def ran(path):
    """A notebook as JupyterLab holds it after a run: outputs, counts, times, the kernel's own words."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"] |= {
        "kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"},
        "language_info": {"name": "python", "version": "3.11.7", "file_extension": ".py"},
        "widgets": {"application/vnd.jupyter.widget-state+json": {}},
    }
    for number, cell in enumerate(notebook["cells"]):
        cell["metadata"] |= {"editable": True, "slideshow": {"slide_type": ""}, "scrolled": True}
        if cell["cell_type"] == "code":
            cell["metadata"] |= {"execution": {"iopub.status.busy": "2026-01-01T00:00:00Z"}, "trusted": True}
            cell["metadata"] |= {"jupyter": {"outputs_hidden": True}}
            cell |= {"execution_count": number, "outputs": [nbformat.v4.new_output("stream", text="x")]}
    return notebook


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_that_was_run_is_saved_as_it_was_committed(path):
    assert saved(f"notebooks/{path.name}", ran(path)) == path.read_text(encoding="utf-8")


def test_what_somebody_wrote_into_the_metadata_stays(project):
    notebook = ran(write_notebook(project, "mine", code("1", "one", "parameters")))
    notebook["metadata"]["title"] = "Mine"
    notebook["cells"][-1]["metadata"] |= {"slideshow": {"slide_type": "slide"}, "jupyter": {"source_hidden": True}}
    kept = json.loads(saved("/notebooks/mine.ipynb", notebook))
    assert kept["metadata"]["title"] == "Mine"
    assert kept["cells"][-1]["metadata"] == {
        "jupyter": {"source_hidden": True}, "slideshow": {"slide_type": "slide"}, "tags": ["parameters"],
    }  # fmt: skip


@pytest.mark.parametrize("path", ["explore/mine.ipynb", "outputs/overview/01-topics.ipynb", "mine.ipynb"])
def test_a_notebook_elsewhere_is_saved_with_its_outputs(project, path):
    notebook = nbformat.from_dict(ran(write_notebook(project, "mine", "1")))
    held = copy.deepcopy(notebook)
    strip_on_save({"type": "notebook", "content": notebook}, path=path)
    assert notebook == held


def test_a_new_notebook_and_a_text_file_are_left_alone():
    for model in ({"type": "notebook", "content": None}, {"type": "file", "content": "x"}):
        before = dict(model)
        strip_on_save(model, path="notebooks/x")
        assert model == before


def test_ones_own_work_in_explore_is_nothing_to_git():
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("no clone of git")
    ignored = subprocess.run(["git", "check-ignore", "-q", "explore/mine.ipynb"], cwd=ROOT, check=False)
    kept = subprocess.run(["git", "check-ignore", "-q", "explore/README.md"], cwd=ROOT, check=False)
    assert (ignored.returncode, kept.returncode) == (0, 1)


def test_the_first_notebook_runs_without_a_warning_wherever_it_lies(tmp_path):
    pytest.importorskip("papermill")
    quiet = ("--no-progress-bar", "--log-level=ERROR")
    command = [sys.executable, "-m", "papermill", str(lab_module.STARTER), "out.ipynb", *quiet]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    outputs = [out for cell in nbformat.read(tmp_path / "out.ipynb", 4).cells for out in cell.get("outputs", [])]
    assert [out.text for out in outputs if out.output_type == "stream" and out.name == "stderr"] == []
    (picture,) = [out for out in outputs if "image/png" in out.get("data", {})]
    assert 'alt="Frames by voice' in picture.data["text/html"]


def sections(notebook):
    exporter = nbconvert.SlidesExporter(config=Config(CONFIGURATION))
    page = exporter.from_notebook_node(nbformat.from_dict(notebook))[0]
    return re.findall(r"<section>\s*<section>(.*?)</section>\s*</section>", page, flags=re.S)


def test_each_heading_begins_a_slide_and_parameters_are_on_none(project):
    path = write_notebook(project, "mine", markdown("## One", "one"), "1 + 1", markdown("## Two\n\nmore", "two"))
    found = sections(json.loads(path.read_text(encoding="utf-8")))
    assert [re.findall(r"A title|One|Two", one)[0] for one in found] == ["A title", "One", "Two"]
    assert not any("save_to" in one for one in found)


def test_slides_begin_where_somebody_said_so(project):
    own = markdown("plain", "plain") | {"metadata": {"slideshow": {"slide_type": "slide"}}}
    path = write_notebook(project, "mine", markdown("## One", "one"), own)
    assert len(sections(json.loads(path.read_text(encoding="utf-8")))) == 2


def test_jupyterlab_waits_for_the_first_completion_which_takes_longer_than_a_second():
    schemas = Path(sys.prefix) / "share" / "jupyter" / "lab" / "schemas"
    overrides = json.loads((lab_module.CONFIGURATION / "labconfig" / "default_setting_overrides.json").read_text())
    for plugin, settings in overrides.items():
        extension, _, name = plugin.partition(":")
        schema = json.loads((schemas / extension / f"{name}.json").read_text(encoding="utf-8"))
        assert settings.keys() <= schema["properties"].keys()
    assert overrides["@jupyterlab/completer-extension:manager"]["providerTimeout"] >= 5000


def test_a_folder_that_cannot_be_written_keeps_nobody_from_opening_the_notebooks(project, monkeypatch, capfd):
    (project / "explore").write_text("a file where the folder goes")
    opened(project, monkeypatch)
    assert (project / "explore").read_text() == "a file where the folder goes"


def test_that_jupyterlab_is_not_installed_is_said_with_what_installs_it(project, monkeypatch):
    monkeypatch.setattr(lab_module, "find_spec", lambda name: None)
    done = CliRunner().invoke(lab_module.lab, ["--project", str(project)])
    assert "JupyterLab is not installed: pip install jupyterlab, or make lab" in str(done.exception)
