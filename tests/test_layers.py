"""Data flows one way: a module imports only what stands before it, in the package and inside each of its parts.

Seen are imports at the top and inside functions, and modules that are named in strings ("analysis.reports.run.warm").
"""

import ast
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from analysis.reports.asked.notebooks import imported_names, load_notebook
from package_code import PACKAGE, parsed

ROOT = Path(__file__).parents[1]
MEASURES = {"words", "sentiment", "topics", "frames", "contrasts", "sourcing"}
DRAWN = {"charts", "prose"}
LAYERS = (
    {
        "children",
        "collector",
        "disk",
        "errors",
        "findings",
        "given",
        "manifests",
        "paths",
        "progress",
        "projects",
        "reading",
        "rounding",
        "scratch",
        "formulas",
        "masked",
        "tables",
        "yaml_files",
    },
    {"public"},  # what may be shown: charts show through it, the corpus tells it its texts
    {"cards"},  # how things show themselves
    {"estimates"},
    {"texts"},
    {"words"},
    {"people"},
    {"voices", "actors"},
    {"prepared"},
    MEASURES - {"words"},
    DRAWN,
    {"corpus"},
    {"data"},  # tables for others, of the corpus and of every measure
    {"reports"},
    {"cli"},
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
# parts that have parts of their own, in the order in which data passes them; __init__ is what a part shows to others
INSIDE = {
    "corpus": (
        {"arguments", "hints", "occurrences", "reading"},
        {"concordances", "filters", "traced"},
        {"copied", "held", "measured", "values"},
        {"cards", "completion", "placed", "saved", "sentence_filters", "verbs"},
        {"counted", "shown", "subsets"},
        {"readable"},
        {"looked_up"},
        {"corpus"},
        {"__init__"},
    ),
    "texts": (
        {"characters", "stretches"},
        {"tokens"},
        {"dates"},
        {"readers"},
        {"cleaning"},
        {"copies"},
        {"sentences"},
        {"__init__"},
    ),
    "frames": (
        {"codebooks"},
        {"known_quality"},
        {"names", "negation"},
        {"amounts", "matching"},
        {"by_words", "by_meaning", "by_example"},
        {"__init__"},
        {"agreement"},
        {"instruments"},
    ),
    "reports": (
        {"asked"},
        {"kept"},
        {"drawn"},
        {"run"},
        {"framed", "handed"},
        {"front"},
        {"recording"},
        {"build"},
        {"batch"},
        {"__init__"},
    ),
}
# an import by name at run time is one that no reader and no test sees: where it is worth that, and why
BY_NAME = {
    "__init__.py": "public names are imported when first used",
    "cli/command.py": "commands are imported when called",
    "texts/readers/containers/__init__.py": "a kind of file is added by adding a file",
    "texts/readers/formats.py": "a format is added by adding a file",
    "reports/run/warm.py": "what a report's notebooks import is known only when it is asked for",
}
FILES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted(path for path in (ROOT / "tests").rglob("test_*.py") if path.parent != ROOT / "tests")
MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in FILES}
NAMES = {path: name for name, path in MODULES.items()}


def module_of(name):
    """The module of the package that a dotted name leads to: itself, or the one that something is defined in."""
    while name and name not in MODULES:
        name = name.rpartition(".")[0]
    return name


@cache
def strings_in(path):
    constants = (node.value for node in ast.walk(parsed(path)) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


@cache
def imports_of(path):
    """Modules of the package that a file imports or names in a string, itself and the package's own names aside."""
    package = ".".join(path.relative_to(ROOT).parts[:-1])
    found = {module_of(name) for name in imported_names(parsed(path), package)}
    found |= strings_in(path) & MODULES.keys()
    return found - {NAMES[path], "", "analysis"}


def parts_of(path):
    """Parts of the package that a file imports from, its own aside."""
    return {name.split(".")[1] for name in imports_of(path)} - {part_of(path)}


def part_of(path):
    """The part of the package that a file belongs to: analysis/voices/cues.py to voices."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def room_of(name):
    """Where in its part a module stands: analysis.frames.agreement.stamps in agreement, analysis.frames in __init__."""
    return [*name.split("."), "__init__"][2]


def circle_in(edges):
    """Find names that lead back to themselves, in order; None if there are none."""
    done = set()

    def follow(name, above):
        if name in above:
            return [*above[above.index(name) :], name]
        if name in done:
            return None
        found = next((found for after in edges.get(name, ()) if (found := follow(after, [*above, name]))), None)
        done.add(name)
        return found

    return next((found for name in edges if (found := follow(name, []))), None)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_stands_before_it(path):
    part = part_of(path)
    if path == PACKAGE / "__init__.py":  # names its modules, imports none
        assert imports_of(path) == set()
        return
    assert part in RANK, f"{part} has no place in the order of layers: give it one in this test"
    for name in parts_of(path):
        assert name in RANK, f"{name} is no part of the package: import from the module that it is defined in"
        assert RANK[name] <= RANK[part], f"{part} imports {name}, which comes after it"


@pytest.mark.parametrize("part", INSIDE)
def test_inside_a_part_too_a_module_imports_only_what_stands_before_it(part):
    rank = {name: place for place, layer in enumerate(INSIDE[part]) for name in layer}
    for name, path in MODULES.items():
        if part_of(path) == part:
            assert room_of(name) in rank, f"{room_of(name)} has no place in the order of {part}: give it one in INSIDE"
            for other in imports_of(path):
                if other.split(".")[1] == part and room_of(other) != room_of(name):
                    assert rank[room_of(other)] < rank[room_of(name)], f"{name} imports {other}, which comes after it"


def test_every_part_of_several_folders_has_an_order():
    inner = (path.relative_to(PACKAGE).parts for path in FILES)
    counts = Counter(part for part, _ in {parts[:2] for parts in inner if len(parts) > 2})
    assert {part for part, count in counts.items() if count > 1} == INSIDE.keys()


def test_no_module_imports_itself_through_others():
    found = circle_in({name: sorted(imports_of(path)) for name, path in MODULES.items()})
    assert found is None, " -> ".join(found)


def test_no_part_imports_itself_through_others():
    edges = {}
    for path in FILES:
        edges.setdefault(part_of(path), set()).update(parts_of(path))
    found = circle_in(edges)
    assert found is None, " -> ".join(found)


def test_a_circle_would_be_found():
    assert circle_in({"a": ["b", "c"], "b": ["c"], "c": []}) is None
    assert circle_in({"a": ["b"], "b": ["c"], "c": ["d", "b"], "d": []}) == ["b", "c", "b"]


def test_modules_are_imported_by_name_only_where_it_is_said_why():
    words = ("import_module", "__import__", "spec_from_file_location", "exec", "runpy")
    found = set()
    for path in FILES:
        used = {getattr(node, "id", getattr(node, "attr", None)) for node in ast.walk(parsed(path))}
        if used & set(words):
            found.add(path.relative_to(PACKAGE).as_posix())
    assert found == BY_NAME.keys()


def test_charts_and_prose_import_no_measure():
    for path in FILES:
        if part_of(path) in DRAWN:
            assert not parts_of(path) & MEASURES, path


def test_nothing_outside_the_command_line_imports_click():
    for path in FILES:
        if part_of(path) != "cli":
            assert not any(name.split(".")[0] == "click" for name in imported_names(parsed(path))), path


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem)
def test_notebooks_import_only_the_package(path):
    assert {name.split(".")[0] for name in load_notebook(path).imports()} == {"analysis"}


def public_home(name):
    """The module of a public name: analysis.keyness to analysis.contrasts."""
    homes = next(node for node in parsed(PACKAGE / "__init__.py").body if isinstance(node, ast.Assign)).value
    return f"analysis.{ast.literal_eval(homes).get(name.removeprefix('analysis.'), '')}"


def test_every_part_has_a_folder_of_tests_and_every_folder_of_tests_a_part():
    parts = {part_of(path) for path in FILES if path.parent != PACKAGE}
    assert {path.relative_to(ROOT / "tests").parts[0] for path in TESTS} == parts


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(ROOT / "tests").as_posix())
def test_tests_lie_in_the_same_folder_as_what_they_test(path):
    part = path.relative_to(ROOT / "tests").parts[0]
    used = imported_names(parsed(path))
    modules = {name for found in used for name in (module_of(found), public_home(found))}
    others = {other.stem for other in path.parent.glob("*.py")} - {path.stem}
    named = {name.split(".")[0] for name in used} | strings_in(path)
    assert (others | {f"bench_{part}"}) & named or any(
        f"{name}.".startswith(f"analysis.{part}.") for name in modules
    ), f"imports nothing of {part}"
