"""Data flows one way: a module imports only what stands before it."""

import ast
from pathlib import Path

import pytest

from analysis.reports.notebooks import imported_names, read_notebook

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "analysis"
MEASURES = {"words", "sentiment", "topics", "frames", "contrasts"}
DRAWN = {"charts", "prose"}
LAYERS = (
    {"errors", "tables"},
    {"estimates"},
    {"texts"},
    {"voices", "actors"},
    MEASURES,
    DRAWN,
    {"corpus"},
    {"reports"},
    {"cli"},
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
FILES = sorted(PACKAGE.rglob("*.py"))


def part_of(path):
    """The part of the package that a file belongs to: analysis/voices/cues.py to voices."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path):
    """Parts of the package that a file imports, inside functions too, its own aside."""
    module = path.relative_to(ROOT).with_suffix("").parts
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [name.split(".") for name in imported_names(tree, ".".join(module[:-1]))]
    return {name[1] for name in names if name[0] == "analysis" and len(name) > 1} - {part_of(path)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_stands_before_it(path):
    part = part_of(path)
    if path == PACKAGE / "__init__.py":  # names its modules, imports none
        assert imports_of(path) == set()
        return
    assert part in RANK, f"{part} has no place in the order of layers: give it one in this test"
    for name in imports_of(path):
        assert name in RANK, f"{name} is no part of the package: import from the module that it is defined in"
        assert RANK[name] <= RANK[part], f"{part} imports {name}, which comes after it"


def test_charts_and_prose_import_no_measure():
    for path in FILES:
        if part_of(path) in DRAWN:
            assert not imports_of(path) & MEASURES, path


def test_parts_of_one_layer_do_not_import_one_another_in_a_circle():
    edges = {}
    for path in FILES:
        edges.setdefault(part_of(path), set()).update(imports_of(path))

    def circle(part, above):
        if part in above:
            return [*above[above.index(part) :], part]
        return next((found for name in edges.get(part, ()) if (found := circle(name, [*above, part]))), None)

    for part in RANK:
        found = circle(part, [])
        assert found is None, " -> ".join(found)


def test_nothing_outside_the_command_line_imports_click():
    for path in FILES:
        if part_of(path) != "cli":
            names = imported_names(ast.parse(path.read_text(encoding="utf-8")))
            assert not any(name.split(".")[0] == "click" for name in names), path


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem)
def test_notebooks_import_only_the_package(path):
    assert {name.split(".")[0] for name in read_notebook(path).imports()} == {"analysis"}
