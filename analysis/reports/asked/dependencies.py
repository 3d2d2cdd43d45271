"""Which of the package's own modules a notebook depends on, found by following imports.

A change in one module reruns only the notebooks that can reach it. Data files (codebooks, word lists,
models) are not followed here: `analysis.reports.run.reads` notes which of them a run opened.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from analysis.reports.asked.notebooks import imported_names
from analysis.reports.asked.project import PACKAGE

ROOT = PACKAGE.name
# modules that import others by name at run time: all their neighbours count as imported
DYNAMIC = ("import_module", "iter_modules", "walk_packages", "entry_points")


def reached_modules(names: Iterable[str], package: Path = PACKAGE) -> set[Path]:
    """Find the files of all modules that dotted names reach, directly or through one another.

    A name may be a module ("analysis.contrasts"), something in one ("analysis.errors.InputError"), or a
    public name of the package ("analysis.fit_topics").
    """
    found: set[Path] = set()
    waiting = [path for name in names for path in files_of(name, package)]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        if path != package / "__init__.py":  # its names are loaded when used: only those that are used count
            waiting += [file for name in _imports(path, package) for file in files_of(name, package)]
            waiting += _neighbours(path, package)
    return found


def files_of(name: str, package: Path) -> list[Path]:
    """Files that importing a dotted name runs: its package's __init__.py at each step, and its module."""
    first, *rest = name.split(".")
    if first != ROOT:
        return []
    files, folder = [package / "__init__.py"], package
    if len(rest) == 1:
        rest = public_names(package).get(rest[0], rest[0]).split(".")
    elif not rest:
        return [*files, *package.rglob("*.py")]
    for part in rest:
        if (folder / part / "__init__.py").is_file():
            folder = folder / part
            files.append(folder / "__init__.py")
        elif (folder / f"{part}.py").is_file():
            return [*files, folder / f"{part}.py"]
        else:
            break
    return files


@lru_cache(maxsize=8)
def public_names(package: Path) -> dict[str, str]:
    """Read which module each public name of the package is at home in."""
    for node in ast.parse((package / "__init__.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "_HOMES":
            return ast.literal_eval(node.value)
    return {}


def _imports(path: Path, package: Path) -> set[str]:
    parts = path.relative_to(package.parent).with_suffix("").parts
    try:
        return imported_names(ast.parse(path.read_text(encoding="utf-8")), ".".join(parts[:-1]))
    except SyntaxError:
        return set()  # its hash changes when it is mended


def _neighbours(path: Path, package: Path) -> list[Path]:
    if path.parent != package and any(word in path.read_text(encoding="utf-8") for word in DYNAMIC):
        return list(path.parent.rglob("*.py"))
    return []
