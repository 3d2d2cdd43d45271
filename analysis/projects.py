"""The project's folder, found from any folder in it, and what paths name that count from there."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
MARK = Path("notebooks") / "reports.yaml"


def locate_project() -> Path | None:
    """Find the project's folder: the working directory or one above it that holds notebooks/reports.yaml.

    Else the one that the package itself lies in; None where that is none.
    """
    here = Path.cwd().resolve()
    return next((root for root in (here, *here.parents, PACKAGE.parent) if (root / MARK).is_file()), None)


def locate_in_project(path: Path) -> Path | None:
    """Find what a path names that leads nowhere from the working directory, counted from the project's folder.

    "seeds", and "../seeds" as the notebooks in notebooks/ have it, are the same everywhere in the project. None for a
    path that is there, is absolute, or leads nowhere from the project either.
    """
    try:
        if path.is_absolute() or path.exists():
            return None
    except OSError:  # a name of more letters than a system has
        return None
    root = locate_project()
    places = [root / path, (root / MARK).parent / path] if root else []
    return next((place.resolve() for place in places if place.exists()), None)
