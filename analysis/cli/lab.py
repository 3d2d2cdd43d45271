"""framing lab: JupyterLab on the notebooks, asking nothing of any network."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import click

from analysis.cli.machine import SAFE, check_system
from analysis.disk import write_bytes
from analysis.errors import InputError, require
from analysis.reports.asked.project import Project, find_project

# no news, no look for updates, no list of extensions from a registry
QUIET = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)
# nobody is asked whether they would like news; notebooks/ is saved without outputs; idle kernels of closed tabs end
CONFIGURATION = Path(__file__).parent / "jupyter"
STARTER = CONFIGURATION / "start.ipynb"
ROOT_USER = 0


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--project", metavar="DIR", help="Project's folder, if not the working directory's.")
@click.argument("options", nargs=-1, type=click.UNPROCESSED, metavar="[JUPYTER OPTION]...")
def lab(project: str | None, options: tuple[str, ...]) -> None:
    """Open JupyterLab on the project's notebooks; options are passed on to it (--no-browser, --port=8889).

    Notebooks in notebooks/ are saved without outputs; explore/, where a first one is put, is for work of one's own.
    """
    found = find_project(project)
    check_system()
    require(
        find_spec("jupyterlab") is not None,
        "JupyterLab is not installed: pip install jupyterlab, or make lab.",
    )
    place_starter(found)
    folders = (f"--ServerApp.root_dir={found.root}", f"--FileContentsManager.preferred_dir={found.notebooks}")
    allowed = ("--allow-root",) if hasattr(os, "geteuid") and os.geteuid() == ROOT_USER else ()  # as in a container
    # settings of the server, and a kernel that completes the suite's names
    own = {name: _before(CONFIGURATION, name) for name in ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH")}
    environment = {name: value for name, value in (os.environ | own).items() if name != SAFE}
    command = [sys.executable, "-m", "jupyterlab", *folders, *allowed, *QUIET, *options]
    os.execve(sys.executable, command, environment)


def _before(folder: Path, name: str) -> str:
    return os.pathsep.join(filter(None, (str(folder), os.environ.get(name))))


def place_starter(project: Project) -> None:
    """Put a first notebook into explore/, if nobody has begun one there; git keeps none of them."""
    folder = project.root / "explore"
    if any(folder.glob("*.ipynb")):
        return
    try:
        write_bytes(folder / "start.ipynb", STARTER.read_bytes())
    except InputError as cause:  # a project that cannot be written to can still be read
        click.echo(f"no notebook is put there: {cause}", err=True)
