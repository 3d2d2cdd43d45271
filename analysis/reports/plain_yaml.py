"""YAML as people write it: NO is Norway and 2024-12-26 a text; and the line that each key stands on.

Source: YAML 1.2's core schema (booleans are true and false alone), without its timestamps.
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from analysis.errors import InputError

Lines = dict[tuple[str | int, ...], int]


class _PlainLoader(yaml.SafeLoader):
    """SafeLoader without dates and without yes, no, on and off."""


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def parse_yaml(text: str, name: str) -> tuple[object, Lines]:
    """Parse YAML text into plain values, and the line (from 1) of each key and list item by its path.

    Raises InputError: text that is no YAML, a key given twice, a tag or an anchor's loop.
    """
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, {}
        lines: Lines = {(): node.start_mark.line + 1}
        _note_lines(node, (), lines, name, set())
        return loader.construct_document(node), lines
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        place = f"{name}, line {mark.line + 1}" if mark else name
        raise InputError(f"{place}: not YAML ({getattr(problem, 'problem', None) or problem}).") from problem
    finally:
        loader.dispose()


def read_yaml(path: Path) -> tuple[object, Lines]:
    """Parse a YAML file as `parse_yaml` does; raises InputError also for a file that cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"{path.name} cannot be read: {problem}.") from problem
    return parse_yaml(text, path.name)


def _note_lines(node: yaml.Node, path: tuple, lines: Lines, name: str, above: set[int]) -> None:
    if id(node) in above:
        raise InputError(f"{name}, line {node.start_mark.line + 1}: an alias that holds itself.")
    above = above | {id(node)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            place = (*path, key.value)
            if place in lines:
                raise InputError(
                    f"{name}, line {key.start_mark.line + 1}: {key.value!r} is given twice "
                    f"(first on line {lines[place]}). Keep one."
                )
            lines[place] = key.start_mark.line + 1
            _note_lines(value, place, lines, name, above)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            lines[(*path, number)] = item.start_mark.line + 1
            _note_lines(item, (*path, number), lines, name, above)
