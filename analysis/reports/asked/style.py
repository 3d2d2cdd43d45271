"""What a notebook of the suite is like: it can be run with parameters, and it reads like an article."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from analysis.errors import InputError
from analysis.reports.asked.dependencies import ROOT, files_of, public_names
from analysis.reports.asked.notebooks import Notebook, parse_cell, source
from analysis.reports.asked.parameters import parse_parameters
from analysis.reports.asked.project import PACKAGE

LONGEST_CELL = 7  # lines, imports and parameters included
COMMON = {"corpus": ("str", "../seeds"), "where": ("dict", {}), "seed": ("int", 0), "save_to": ("str", "")}
READABLE_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
RANDOM_ID = re.compile(r"[0-9a-f]{8}")
LOGIC = {
    ast.FunctionDef: "a function", ast.AsyncFunctionDef: "a function", ast.ClassDef: "a class", ast.Lambda: "a lambda",
    ast.For: "a loop", ast.AsyncFor: "a loop", ast.While: "a loop", ast.Try: "a try",
}  # fmt: skip


def find_faults(notebook: Notebook, package: Path = PACKAGE) -> list[str]:
    """Say why a notebook would not run: code or parameters that cannot be read, names that are not there."""
    said: list[str] = []
    for look in (_unreadable, _unfound):
        try:
            said += look(notebook, package)
        except InputError as problem:
            said.append(str(problem))
    return [line if line.startswith(notebook.name) else f"{notebook.name}: {line}" for line in said]


def _unreadable(notebook: Notebook, _: Path) -> list[str]:
    parse_parameters(notebook)
    return []


def _unfound(notebook: Notebook, package: Path) -> list[str]:
    return [line for name in sorted(notebook.imports()) for line in _missing(name, package)]


def find_remarks(notebook: Notebook) -> list[str]:
    """Say where a notebook is not written as the suite's own are (CONTRIBUTING tells why)."""
    said = [*_shape(notebook), *_parameters(notebook), *_ids(notebook)]
    for cell in notebook.cells:
        if cell["cell_type"] == "code":
            said += [f"cell {cell.get('id', '?')}: {line}" for line in _cell(cell, notebook.path.name)]
    return [f"{notebook.name}: {line}" for line in said]


def _shape(notebook: Notebook) -> Iterator[str]:
    if notebook.nbformat < (4, 5):
        yield f"is of format {notebook.nbformat[0]}.{notebook.nbformat[1]}, which has no cell ids; use 4.5"
    first = notebook.cells[0] if notebook.cells else {"cell_type": "", "source": ""}
    if first["cell_type"] != "markdown" or not source(first).startswith("# "):
        yield "does not begin with a title: `# …` in the first cell, the question and the caveats under it"
    kernel = notebook.metadata.get("kernelspec", {}).get("name")
    if kernel != "python3":
        yield f"asks for the kernel {kernel!r}, not 'python3'"


def _parameters(notebook: Notebook) -> Iterator[str]:
    try:
        parameters = parse_parameters(notebook)
    except InputError:
        return  # a fault, told as one
    for name, (kind, default) in COMMON.items():
        found = parameters.get(name)
        if found is None:
            yield f"lacks the parameter `{name}: {kind} = {default!r}`"
        elif (found.type, found.default) != (kind, default):
            yield f"has `{name}: {found.type} = {found.default!r}`, not `{name}: {kind} = {default!r}` as all have"
    for parameter in parameters.values():
        if not parameter.comment:
            yield f"parameter {parameter.name} has no comment that says what it is"


def _ids(notebook: Notebook) -> Iterator[str]:
    names = [cell.get("id", "") for cell in notebook.cells]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield f"the cell id {name!r} is there {names.count(name)} times"
        if not READABLE_ID.fullmatch(name) or RANDOM_ID.fullmatch(name):
            yield f"the cell id {name!r} is no readable name such as 'frames-by-outlet'"


def _cell(cell: dict, name: str) -> Iterator[str]:
    if cell.get("outputs") or cell.get("execution_count") is not None:
        yield "has outputs; commit notebooks without them"
    lines = [line for line in source(cell).splitlines() if line.strip()]
    if len(lines) > LONGEST_CELL:
        yield f"has {len(lines)} lines, more than {LONGEST_CELL}; move what it does into analysis/"
    if not lines:
        yield "is empty"
    try:
        tree = parse_cell(cell, name)
    except InputError as problem:
        yield str(problem)
        return
    for kind in dict.fromkeys(LOGIC[type(node)] for node in ast.walk(tree) if type(node) in LOGIC):
        yield f"holds {kind}; logic belongs into analysis/"
    for module in sorted(_foreign(tree)):
        yield f"imports {module}; notebooks import from {ROOT} alone"


def _foreign(tree: ast.AST) -> set[str]:
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name for name in names if name.split(".")[0] != ROOT}


def _missing(name: str, package: Path) -> list[str]:
    """Tell if a dotted name of the package leads nowhere."""
    if name.split(".")[0] != ROOT or name == ROOT:
        return []
    files = files_of(name, package)
    module = ".".join(files[-1].relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")
    rest = name.removeprefix(module).lstrip(".")
    if module == ROOT:
        return [] if rest in public_names(package) else [f"imports {name}, which is not there"]
    if rest in ("", "*") or name.count(".") == 1:  # a module, or a public name of the package
        return []
    defined = _defined(files[-1])
    return [] if rest in defined or "__getattr__" in defined else [f"imports {rest} from {module}, which has none"]


def _defined(path: Path) -> set[str]:
    """Names that a module has at its top level."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return names
