"""What a page depends on, hashed: corpus, parameters, notebook, code, files it read, package versions."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from analysis.reports.asked.dependencies import reached_modules
from analysis.reports.asked.project import PACKAGE

DISTRIBUTION = "media-framing"
# packages that change how a run is started or shown, not what a notebook finds
WITHOUT_EFFECT = {"click", "jinja2", "jupyterlab", "nbconvert", "papermill", "bleach", "filelock", "ipykernel"}


def hash_values(content: object) -> str:
    """Hash plain values."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes; "" if it is not there."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return ""


def hash_corpus(path: Path) -> dict[str, str]:
    """Hash every file of a corpus (hidden ones aside), by its name under the folder."""
    if path.is_file():
        beside = path.parent / "sources.csv"
        return {file.name: hash_file(file) for file in (path, beside) if file.is_file()}
    files = sorted(file for file in path.rglob("*") if file.is_file())
    inside = ((file.relative_to(path), file) for file in files)
    return {
        name.as_posix(): hash_file(file)
        for name, file in inside
        if not any(part.startswith(".") for part in name.parts) and name.name.lower() != "readme.md"
    }


def hash_code(names: Iterable[str], package: Path = PACKAGE) -> dict[str, str]:
    """Hash the modules of the package that the imported names reach, by their path in the project."""
    return {
        path.relative_to(package.parent).as_posix(): hash_file(path) for path in sorted(reached_modules(names, package))
    }


@lru_cache(maxsize=1)
def package_versions() -> dict[str, str]:
    """Versions of Python and of the packages that the suite declares and that can move a number."""
    versions = {"python": ".".join(map(str, sys.version_info[:3]))}
    for requirement in _requirements():
        name = re.split(r"[\s\[<>=!~;(]", requirement, maxsplit=1)[0].lower()
        if "extra ==" not in requirement and name not in WITHOUT_EFFECT:
            try:
                versions[name] = metadata.version(name)
            except metadata.PackageNotFoundError:
                versions[name] = "not installed"
    return versions


def project_version() -> str:
    """Version of this suite, "" where it runs uninstalled."""
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return ""


def _requirements() -> list[str]:
    try:
        return metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return []
