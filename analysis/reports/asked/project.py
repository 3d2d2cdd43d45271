"""Where things are: a project is a folder with notebooks/reports.yaml in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from analysis.disk import check_text, locate_path
from analysis.errors import InputError, require
from analysis.projects import MARK, PACKAGE, locate_project


@dataclass(frozen=True)
class Project:
    """A folder with notebooks/, and the places that follow from it."""

    root: Path

    @property
    def notebooks(self) -> Path:
        """Folder of the notebooks; they run in it, so paths in them count from here."""
        return self.root / "notebooks"

    @property
    def reports_file(self) -> Path:
        """File that says which reports there are."""
        return self.root / MARK

    @property
    def outputs(self) -> Path:
        """Folder that the suite writes into, unless told otherwise."""
        return self.root / "outputs"

    def from_notebooks(self, path: Path) -> str:
        """Write a path as a notebook says it: relative inside the project, absolute outside."""
        return _relative(path, self.root, self.notebooks)

    def written_path(self, value: object) -> object:
        """Write a value of the command line that names a file from where it was called as a notebook says it.

        Any other value stays: a name, a word, a path that leads nowhere from there and may from the notebooks.
        """
        if isinstance(value, list):
            return [self.written_path(one) for one in value]
        if not isinstance(value, str) or not ("/" in value or os.sep in value or Path(value).suffix):
            return value
        path = os.path.abspath(locate_path(value))  # noqa: PTH100  links stay links
        return self.from_notebooks(Path(path)) if os.path.exists(path) else value  # noqa: PTH110  never raises

    def named(self, path: Path) -> str:
        """Write a path for the manifest: the package's own from its parent, the project's from its root."""
        for inside in (PACKAGE, self.root):
            if path.is_relative_to(inside):
                return path.relative_to(PACKAGE.parent if inside == PACKAGE else inside).as_posix()
        return str(path)

    def found(self, name: str) -> Path:
        """Find the file that `named` wrote."""
        base = PACKAGE.parent if name.startswith(f"{PACKAGE.name}/") else self.root
        return base / name

    def shown(self, path: Path) -> str:
        """Write a path for readers: from the project's folder; of a path elsewhere only its last two names.

        Pages are shared: they do not tell where on a disk its owner keeps things.
        """
        path = Path(os.path.normpath(path))
        if path.is_relative_to(self.root):
            return path.relative_to(self.root).as_posix() or "."
        return "/".join(["…", *path.parts[1:][-2:]])


def find_project(given: str | Path | None = None) -> Project:
    """Find the project: the folder given, else the working directory or one above it, else the package's own.

    Raises InputError if none of them holds notebooks/reports.yaml.
    """
    if given is not None:
        root = locate_path(given).resolve()
        check_text(root, "--project")
        if not (root / MARK).is_file():
            raise InputError(f"--project={str(given)!r} holds no {MARK.as_posix()}. Name the project's folder.")
        return Project(root)
    root = locate_project()
    if root is None:
        here = Path.cwd().resolve()
        raise InputError(
            f"no {MARK.as_posix()} in {here} or above it. Go to the project's folder, or name it with --project."
        )
    check_text(root, "the project's folder")
    return Project(root)


def find_outputs(given: str | None, project: str | None = None) -> Path:
    """Find the folder of the reports: the one given, else the project's."""
    if not given:
        return find_project(project).outputs
    folder = locate_path(given).resolve()
    check_text(folder, "--outputs")
    return folder


def require_inside(project: Project) -> None:
    """Raise InputError where the project that was found is not that of the working directory, but the package's own.

    Whoever is elsewhere has not asked for it: the reports that lie there stay as they are.
    """
    here = Path.cwd().resolve()
    require(
        here.is_relative_to(project.root),
        f"no {MARK.as_posix()} in {str(here)!r} or above it; that of {str(project.root)!r} would be taken, and its "
        f"reports be written over. Say where they go with --outputs, or name the project: --project {project.root}.",
    )


def locate_notebooks(outputs: Path, project: str | None = None) -> Path:
    """Locate the folder from which reports count paths: the project's, or beside the outputs if it is not known."""
    try:
        return find_project(project).notebooks
    except InputError:
        return outputs.parent / "notebooks"


def _relative(path: Path, inside: Path, start: Path) -> str:
    path = Path(os.path.normpath(path))
    return Path(os.path.relpath(path, start)).as_posix() if path.is_relative_to(inside) else str(path)
