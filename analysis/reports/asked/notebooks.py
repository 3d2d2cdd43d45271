"""Notebooks as files: their cells, title, opening line and what they import."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis.errors import InputError
from analysis.reports.asked.project import PACKAGE

LONGEST_TITLE = 300  # characters that are shown of a notebook's heading where it is named
VERBS = PACKAGE / "corpus" / "verbs.py"  # whose methods import what they measure with when they are called


@dataclass(frozen=True)
class Notebook:
    """A notebook as it lies on the disk: its name is the file's, without the ending."""

    path: Path
    cells: tuple[dict, ...]
    metadata: dict
    nbformat: tuple[int, int]

    @property
    def name(self) -> str:
        """Name of the file without its ending."""
        return self.path.stem

    @property
    def title(self) -> str:
        """First heading of level one, else the notebook's name."""
        found = re.search(r"^#\s+(.+?)\s*#*$", self.prose, re.MULTILINE)
        title = strip_markdown(found.group(1)) if found else self.name
        return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"

    @property
    def opening(self) -> str:
        """First paragraph under the title, as plain text, without a bold label such as **The question.**"""
        blocks = (block.strip() for block in re.split(r"\n\s*\n", self.prose))
        paragraphs = (block for block in blocks if block and not re.match(r"#|[-*+] |\d+[.)] |>|\||```", block))
        return strip_markdown(re.sub(r"^\*\*[^*]+\*\*\s+(?=\S)", "", next(paragraphs, "")))

    @property
    def prose(self) -> str:
        """All Markdown of the notebook."""
        return "\n\n".join(source(cell) for cell in self.cells if cell["cell_type"] == "markdown")

    @property
    def digest(self) -> str:
        """Hash of what would run and be shown: kinds, tags and sources of the cells, not outputs or metadata."""
        content = [[cell["cell_type"], tags(cell), source(cell)] for cell in self.cells]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()

    def tagged(self, tag: str) -> list[dict]:
        """Cells that carry a tag."""
        return [cell for cell in self.cells if tag in tags(cell)]

    def imports(self) -> set[str]:
        """Dotted names that the code imports, functions and classes included ("analysis.contrasts").

        A corpus's verb that is called (`texts.frames()`) imports what measures: that is among them.
        """
        found: set[str] = set()
        for cell in self.cells:
            if cell["cell_type"] == "code":
                tree = parse_cell(cell, self.path.name)
                found |= imported_names(tree) | names_of_verbs(tree)
        return found


def load_notebook(path: Path) -> Notebook:
    """Read a notebook file.

    Raises InputError: not there, not JSON, not a notebook of format 4, a cell without type or source.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        version = (int(content["nbformat"]), int(content["nbformat_minor"]))
        cells = tuple(content["cells"])
        for cell in cells:
            cell["cell_type"], source(cell)
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"notebook {path.name} cannot be read: {problem}.") from problem
    except (ValueError, KeyError, TypeError) as problem:
        raise InputError(f"{path.name} is not a notebook of format 4: {type(problem).__name__} {problem}.") from problem
    if version[0] != 4:
        raise InputError(f"{path.name} is of notebook format {version[0]}; open and save it in JupyterLab (format 4).")
    return Notebook(path, cells, content.get("metadata", {}), version)


def source(cell: dict) -> str:
    """Source of a cell in one text (the format also allows a list of lines)."""
    return cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])


def tags(cell: dict) -> list[str]:
    """Tags of a cell."""
    return list(cell.get("metadata", {}).get("tags", []))


def strip_markdown(markdown: str) -> str:
    """Take the commonest Markdown marks off a line: emphasis, code, links."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"(\*\*|__|`)(.+?)\1", r"\2", text)
    text = re.sub(r"(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text)
    return re.sub(r"\s+", " ", text).strip()


def imported_names(tree: ast.AST, package: str = "") -> set[str]:
    """Dotted names that code imports; `package` is where its relative imports start."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")
                base = ".".join([*above[: len(above) - node.level + 1], *([base] if base else [])])
            found |= {f"{base}.{alias.name}" for alias in node.names}
    return found


def names_of_verbs(tree: ast.AST) -> set[str]:
    """Dotted names that a corpus's verbs import which code calls."""
    called = {node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and hasattr(node.func, "attr")}
    return {name for verb in called for name in _imports_by_verb().get(verb, ())}


@lru_cache(maxsize=1)
def _imports_by_verb() -> dict[str, set[str]]:
    """What each verb of a corpus imports when it is called."""
    found: dict[str, set[str]] = {}
    for path in (VERBS, *sorted(VERBS.with_name("measured").glob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and (names := imported_names(node)):
                found.setdefault(node.name, set()).update(names)
    return found


def parse_cell(cell: dict, name: str) -> ast.Module:
    """Parse a code cell, lines of IPython (%, !, ?) aside; raises InputError where it is no Python."""
    code = "\n".join("" if line.lstrip().startswith(("%", "!", "?")) else line for line in source(cell).splitlines())
    try:
        return ast.parse(code)
    except SyntaxError as problem:
        label = cell.get("id", "?")
        raise InputError(f"{name}, cell {label}, line {problem.lineno}: {problem.msg}. Mend the code.") from problem
