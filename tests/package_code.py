"""The package's own code as a tree, parsed once a process for all tests that look at how it is written."""

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "analysis"


@cache
def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))
