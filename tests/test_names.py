"""One name, one thing: no two classes of the package share a name, nor two public functions."""

import ast
from collections import defaultdict

from package_code import PACKAGE, parsed

# functions that several modules have on purpose: whoever calls them picks the module, and they promise the same
PARTS_OF = {
    "recognise": "a format of files (texts/readers)",
    "lay_out": "a format of files (texts/readers)",
    "recognise_kind": "a kind of file (texts/readers/containers)",
    "split_pages": "a kind of file (texts/readers/containers)",
    "score_frames": "a method of coding frames",
    "code_texts": "a method of coding frames",
    "item_presence": "a method of coding frames",
    "tell_findings": "the headline of a notebook",
    "tell_agreement": "the prose of a notebook",
}


def homes(kind, bodies):
    """Files in which each class or public function is defined, by its name."""
    found = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in bodies(parsed(path)):
            if isinstance(node, kind) and not node.name.startswith("_"):
                found[node.name].append(path.relative_to(PACKAGE).as_posix())
    return {name: places for name, places in found.items() if len(places) > 1}


def test_no_two_classes_share_a_name():
    assert homes(ast.ClassDef, ast.walk) == {}


def test_no_two_public_functions_share_a_name_but_for_those_of_one_interface():
    assert homes(ast.FunctionDef, lambda tree: tree.body).keys() == PARTS_OF.keys()
