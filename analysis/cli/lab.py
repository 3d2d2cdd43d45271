"""framing lab: JupyterLab on the notebooks, asking nothing of any network."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from analysis.reports.asked.project import find_project

# no news, no look for updates, no list of extensions from a registry
QUIET = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)
CONFIGURATION = Path(__file__).parent / "jupyter"  # and nobody is asked whether they would like news


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--project", metavar="DIR", help="Project's folder, if not the working directory's.")
@click.argument("options", nargs=-1, type=click.UNPROCESSED, metavar="[JUPYTER OPTION]...")
def lab(project: str | None, options: tuple[str, ...]) -> None:
    """Open JupyterLab on the project's notebooks; options are passed on to it (--no-browser, --port=8889)."""
    found = find_project(project)
    folders = (f"--ServerApp.root_dir={found.root}", f"--ServerApp.preferred_dir={found.notebooks}")
    paths = filter(None, (str(CONFIGURATION), os.environ.get("JUPYTER_CONFIG_PATH")))
    environment = os.environ | {"JUPYTER_CONFIG_PATH": os.pathsep.join(paths)}
    command = [sys.executable, "-m", "jupyterlab", *folders, *QUIET, *options]
    os.execve(sys.executable, command, environment)
