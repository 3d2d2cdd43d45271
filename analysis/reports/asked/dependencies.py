"""Which of the package's own modules a notebook depends on, found by following imports.

A change in one module reruns only the notebooks that can reach it. Data files (codebooks, word lists,
models) are not followed here: `analysis.reports.run.reads` notes which of them a run opened.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from analysis.reports.asked.notebooks import imported_names
from analysis.reports.asked.project import PACKAGE

ROOT = PACKAGE.name
# modules that import others by name at run time: all their neighbours count as imported
_REST = r"(?:[^\n(\\]|\\\n)+"  # of a line, and of the next one after a backslash
IMPORT = re.compile(
    rf"(?:^|[:;])[ \t]*((?:from[ \t]+[\w.]+[ \t]+import\b[ \t]*(?:\([^)]*\)|{_REST})|import[ \t]{_REST}))", re.MULTILINE
)
DYNAMIC = ("import_module", "iter_modules", "walk_packages", "entry_points")


def reached_modules(names: Iterable[str], package: Path = PACKAGE) -> set[Path]:
    """Find the files of all modules that dotted names reach, directly or through one another.

    A name may be a module ("analysis.contrasts"), something in one ("analysis.errors.InputError"), or a
    public name of the package ("analysis.fit_topics").
    """
    found: set[Path] = set()
    known = _known(package, _stamps(package))
    waiting = [path for name in names for path in files_of(name, package)]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        if path not in known:
            known[path] = _reached_at_once(path, package)
        waiting += known[path]
    return found


@lru_cache(maxsize=2)
def _known(package: Path, stamps: tuple) -> dict[Path, list[Path]]:
    """Give the table of which module reaches which at once, filled as modules are met; empty for a changed package."""
    return {}


def _stamps(package: Path) -> tuple:
    """List a package's modules, each with its time and size."""
    files = ((path, path.stat()) for path in sorted(package.rglob("*.py")))
    return tuple((path, about.st_mtime_ns, about.st_size) for path, about in files)


def _reached_at_once(path: Path, package: Path) -> list[Path]:
    if path in (package / "__init__.py", package / "corpus" / "verbs.py"):
        return []  # what they name is loaded when it is used: only what is used counts (`Notebook.imports`)
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(package.parent).with_suffix("").parts
    names = sorted(_imports(text, ".".join(parts[:-1])))
    beside = path.parent != package and any(word in text for word in DYNAMIC)
    return [file for name in names for file in files_of(name, package)] + (
        list(path.parent.rglob("*.py")) if beside else []
    )


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


def _imports(text: str, folder: str) -> set[str]:
    """Find what a module imports; only its import statements are parsed: a whole module takes twenty times as long."""
    try:
        trees = [ast.parse(statement) for statement in IMPORT.findall(text)]
    except SyntaxError:  # that was none: let Python say where they are
        trees = _parsed(text)
    return {name for tree in trees for name in imported_names(tree, folder)}


def _parsed(text: str) -> list[ast.AST]:
    try:
        return [ast.parse(text)]
    except SyntaxError:
        return []  # its hash changes when it is mended
