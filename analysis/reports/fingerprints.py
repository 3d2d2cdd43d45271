"""What a page depends on, hashed: corpus, parameters, notebook, code, files it read, package versions."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Mapping
from functools import lru_cache
from importlib import metadata
from pathlib import Path

DISTRIBUTION = "media-framing"
# packages that change how a run is started or shown, not what a notebook finds
WITHOUT_EFFECT = {"click", "jinja2", "jupyterlab", "nbconvert", "papermill", "bleach", "ipykernel"}


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


def moved(old: Mapping[str, object], new: Mapping[str, object], what: str = "") -> list[str]:
    """Say what differs between two mappings: `x changed`, `x is new`, `x is gone`, in the order of names."""
    said = []
    for name in sorted(old.keys() | new.keys()):
        if name not in old or name not in new:
            said.append(f"{what}{name} is {'new' if name in new else 'gone'}")
        elif old[name] != new[name]:
            said.append(f"{what}{name} changed")
    return said


def valued(old: Mapping[str, object], new: Mapping[str, object], what: str = "") -> list[str]:
    """Say what differs between two mappings with the values: `x: 8 -> 10`."""
    missing = object()
    return [
        f"{what}{name}: {_short(old.get(name, missing), missing)} -> {_short(new.get(name, missing), missing)}"
        for name in sorted(old.keys() | new.keys())
        if old.get(name, missing) != new.get(name, missing)
    ]


def _short(value: object, missing: object) -> str:
    text = "none" if value is missing else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _requirements() -> list[str]:
    try:
        return metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return []
