"""YAML in which everything knows its line, so that an error in a codebook can say where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml

from analysis.errors import InputError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KINDS = {yaml.ScalarNode: "text", yaml.SequenceNode: "a list", yaml.MappingNode: "a set of keys"}
LARGEST = 2_000_000  # bytes


@dataclass(frozen=True)
class Place:
    """A value in a YAML file: its node, the file's name, and what it is called in errors."""

    node: yaml.Node
    file: str
    called: str

    @property
    def line(self) -> int:
        """The line of the value, counted from 1."""
        return self.node.start_mark.line + 1

    def error(self, message: str) -> InputError:
        """Build (not raise) an error that names file, line and thing."""
        return InputError(f"{self.file}, line {self.line}: {self.called} {message}")

    def text(self) -> str:
        """Return the value as text with single blanks."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error(f"is {_KINDS[type(self.node)]}; write text.")
        value = " ".join(self.node.value.split())
        if not value:
            raise self.error("is empty; write text or leave the key out.")
        return value

    def number(self) -> float:
        """Return the value as a number."""
        try:
            return float(self.text())
        except ValueError:
            raise self.error(f"is {self.text()!r}; write a number.") from None

    def yes_no(self) -> bool:
        """Return the value as True or False."""
        if self.text() not in ("true", "false"):
            raise self.error(f"is {self.text()!r}; write true or false.")
        return self.text() == "true"

    def each(self, called: str) -> Iterator[Place]:
        """Yield the entries of a list that holds at least one."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.error(f"is {_KINDS[type(self.node)]}; write a list (lines that begin with '- ').")
        if not self.node.value:
            raise self.error("is an empty list; leave the key out.")
        for node in self.node.value:
            yield Place(node, self.file, called)

    def keys(self, allowed: tuple[str, ...], required: tuple[str, ...] = ()) -> dict[str, Place]:
        """Return the values of a mapping by key; raises for a key unknown, repeated or missing."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error(f"is {_KINDS[type(self.node)]}; write keys such as {', '.join(allowed[:3])}.")
        found: dict[str, Place] = {}
        for key, value in self.node.value:
            name = str(key.value)
            place = Place(key, self.file, f"key {name!r} of {self.called}")
            if name not in allowed:
                near = get_close_matches(name, allowed, n=1)
                hint = f" Did you mean {near[0]!r}?" if near else ""
                raise place.error(f"is not one of {', '.join(allowed)}.{hint}")
            if name in found:
                raise place.error(f"stands twice, first on line {found[name].line}.")
            found[name] = Place(value, self.file, f"{name} of {self.called}")
        missing = [name for name in required if name not in found]
        if missing:
            raise self.error(f"lacks {', '.join(missing)}.")
        return found

    def named(self, name: str) -> Place:
        """Return the same place under another name."""
        return Place(self.node, self.file, name)


def read_yaml(path: Path) -> Place:
    """Read a YAML file; raises InputError for one that is too large, not UTF-8, not YAML, empty or uses aliases."""
    if path.stat().st_size > LARGEST:
        raise InputError(f"{path.name} holds {path.stat().st_size:,} bytes; a codebook has at most {LARGEST:,}.")
    try:
        node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=_LOADER)
    except UnicodeDecodeError as cause:
        raise InputError(f"{path.name} is not UTF-8 at byte {cause.start}; save it as UTF-8.") from cause
    except yaml.MarkedYAMLError as cause:
        mark = cause.problem_mark or cause.context_mark
        where = f", line {mark.line + 1}" if mark else ""
        raise InputError(f"{path.name}{where}: not YAML: {cause.problem or cause.context}.") from cause
    except yaml.YAMLError as cause:
        raise InputError(f"{path.name}: not YAML: {cause}.") from cause
    if node is None:
        raise InputError(f"{path.name} is empty; a codebook has a title, a source and frames.")
    top = Place(node, path.name, "the codebook")
    _refuse_aliases(top)
    return top


def _refuse_aliases(top: Place) -> None:
    waiting, seen = [top.node], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            raise Place(node, top.file, "an anchor (&)").error("is used more than once (*): write the value out.")
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
