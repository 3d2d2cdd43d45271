"""YAML as people write it, in which everything knows its line: codebooks, reports.yaml, aliases, settings.

Values are those of YAML 1.2's core schema (https://yaml.org/spec/1.2.2, chapter 10.3): only true and false are
yes and no, so NO is Norway, and 2024-12-26 is a text. What hides something from a reader is refused: a key that
stands twice, an alias, a tag, a second document. The compiled parser of PyYAML reads the marks (ten times faster);
values are put together here, for its own composer ends the process on lists that stand deep in one another.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

import yaml

from analysis.errors import InputError
from analysis.paths import load_text

LARGEST = 2_000_000  # bytes
DEEPEST = 100  # lists and keys in one another
MOST = 60_000  # values, lists and sets of keys: half a second's work, and thirty times the longest list of the suite
SHOWN = 200  # characters of a value in an error
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CONSTANTS = {"": None, "~": None, "true": True, "false": False} | dict.fromkeys(("null", "Null", "NULL"))
CONSTANTS |= {"True": True, "TRUE": True, "False": False, "FALSE": False}
NUMBER = re.compile(
    r"(?P<whole>[-+]?[0-9]{1,1000})|(?P<based>0o[0-7]+|0x[0-9a-fA-F]+)|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r"|(?P<broken>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)

Lines = dict[tuple[Hashable, ...], int]


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a YAML file: its line (from 1), that of its key, the file's name, and what errors call it.

    content: a text, a list of places, or places by their keys. plain: a text without quotation marks.
    """

    content: str | list[Place] | dict[Hashable, Place]
    file: str
    line: int
    key_line: int
    called: str
    plain: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is written here."""
        return self.plain and self.content == ""

    def error(self, message: str) -> InputError:
        """Build (not raise) an error that names file, line and thing."""
        return InputError(f"{self.file}, line {self.line}: {_cut(self.called)} {message}")

    def value(self) -> object:
        """Return the plain value: None, True, False, a number, a text, a list or a dict."""
        if isinstance(self.content, list):
            return [place.value() for place in self.content]
        if isinstance(self.content, dict):
            return {key: place.value() for key, place in self.content.items()}
        return _scalar(self.content) if self.plain else self.content

    def lines(self) -> Lines:
        """Return the line of each key and list item by its path from here."""
        lines: Lines = {(): self.line}
        items = enumerate(self.content) if isinstance(self.content, list) else ()
        for key, place in self.content.items() if isinstance(self.content, dict) else items:
            lines |= {(key, *path): line for path, line in place.lines().items()} | {(key,): place.key_line}
        return lines

    def text(self) -> str:
        """Return the value as text with single blanks."""
        if not isinstance(self.content, str):
            raise self.error(f"is {self._kind()}; write text.")
        value = " ".join(self.content.split())
        if not value:
            raise self.error("is empty; write text or leave the key out.")
        return value

    def number(self) -> float:
        """Return the value as a number."""
        try:
            return float(self.text())
        except ValueError:
            raise self.error(f"is {shorten_value(self.text())}; write a number.") from None

    def yes_no(self) -> bool:
        """Return the value as True or False."""
        if self.text() not in ("true", "false"):
            raise self.error(f"is {shorten_value(self.text())}; write true or false.")
        return self.text() == "true"

    def each(self, called: str) -> Iterator[Place]:
        """Yield the entries of a list that holds at least one."""
        if not isinstance(self.content, list):
            raise self.error(f"is {self._kind()}; write a list (lines that begin with '- ').")
        if not self.content:
            raise self.error("is an empty list; leave the key out.")
        for place in self.content:
            yield place.named(called)

    def keys(self, allowed: tuple[str, ...], required: tuple[str, ...] = ()) -> dict[str, Place]:
        """Return the values of a mapping by key; raises for a key unknown or missing."""
        if not isinstance(self.content, dict):
            raise self.error(f"is {self._kind()}; write keys such as {', '.join(allowed[:3])}.")
        found = {str(key): place.named(f"{key} of {self.called}") for key, place in self.content.items()}
        for name, place in found.items():
            if name not in allowed:
                near = get_close_matches(name, allowed, n=1)
                hint = f" Did you mean {near[0]!r}?" if near else ""
                key = replace(place, line=place.key_line, called=f"key {shorten_value(name)} of {self.called}")
                raise key.error(f"is not one of {', '.join(allowed)}.{hint}")
        missing = [name for name in required if name not in found]
        if missing:
            raise self.error(f"lacks {', '.join(missing)}.")
        return found

    def entries(self, such: str) -> dict[Hashable, Place]:
        """Return the values of a mapping by key, whatever its keys; raises if nothing, or none, is written here."""
        if not isinstance(self.content, dict):
            raise self.error(f"is {self._kind()}; write keys, such as {such}.")
        return {key: place.named(f"{shorten_value(key)} of {self.called}") for key, place in self.content.items()}

    def texts(self, called: str) -> list[Place]:
        """Return the places of a list's texts; none where nothing is written. Raises for what is no list of texts."""
        if self.empty:
            return []
        if not isinstance(self.content, list):
            raise self.error(f"is {self._kind()}; write a list (lines that begin with '- ').")
        found = [place.named(called) for place in self.content]
        for place in found:
            place.text()
        return found

    def named(self, name: str) -> Place:
        """Return the same place under another name."""
        return Place(self.content, self.file, self.line, self.key_line, name, self.plain)

    def _kind(self) -> str:
        if self.empty:
            return "empty"
        return {str: "text", list: "a list", dict: "a set of keys"}[type(self.content)]


def load_yaml(path: str | Path, called: str = "the file") -> Place:
    """Load a YAML file; raises InputError as `parse_yaml`, and for one that is not there, too large or not UTF-8."""
    return parse_yaml(load_text(path, called, "a YAML file", LARGEST), Path(path).name, called)


def parse_yaml(text: str, file: str, called: str = "the file") -> Place:
    """Parse YAML text into its values, each with its line; text that holds none is an empty place.

    file: what errors call it. Raises InputError with the line: no YAML, a key given twice, an alias, a tag,
    a key that is no plain value, a second document, lists and keys more than 100 deep in one another.
    """
    try:
        return _compose(text, file, called)
    except yaml.MarkedYAMLError as cause:
        mark = cause.problem_mark or cause.context_mark
        where = f", line {mark.line + 1}" if mark else ""
        raise InputError(f"{file}{where}: not YAML: {cause.problem or cause.context}.") from cause
    except (yaml.YAMLError, UnicodeEncodeError) as cause:
        raise InputError(f"{file}: not YAML: {' '.join(str(cause).split())}.") from cause


def _compose(text: str, file: str, called: str) -> Place:
    """Put values together from the parser's marks, without calling itself however deep they stand."""
    top: list[Place] = []
    opened: list[_Open] = [_Open(top, 1)]
    documents = values = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1
        values += isinstance(event, yaml.NodeEvent)
        if values > MOST:
            raise InputError(f"{file}, line {line}: it holds more than {MOST:,} values, the most: make it shorter.")
        if isinstance(event, yaml.ScalarEvent):
            _refuse_mark(event, file, line)
            opened[-1].add(Place(event.value, file, line, line, called, event.implicit[0]))
        elif isinstance(event, yaml.CollectionStartEvent):
            _refuse_mark(event, file, line)
            if len(opened) > DEEPEST:
                raise InputError(f"{file}, line {line}: lists and keys stand more than {DEEPEST} deep in one another.")
            opened.append(_Open([] if isinstance(event, yaml.SequenceStartEvent) else {}, line))
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = opened.pop()
            opened[-1].add(Place(closed.content, file, closed.line, closed.line, called))
        elif isinstance(event, yaml.AliasEvent):
            hides = "hides what it stands for: write it out."
            raise InputError(f"{file}, line {line}: an alias (*{_cut(event.anchor)}) {hides}")
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise InputError(f"{file}, line {line}: a second document begins (---). Keep one.")
    return top[0] if top else Place("", file, 1, 1, called, plain=True)


class _Open:
    """A list or a set of keys whose end is not reached yet, and the key that waits for its value."""

    def __init__(self, content: list[Place] | dict[Hashable, Place], line: int) -> None:
        self.content, self.line = content, line
        self.key: Place | None = None

    def add(self, place: Place) -> None:
        if isinstance(self.content, list):
            self.content.append(place)
        elif self.key is None:
            self.key = place
            self._check_key(place)
        else:
            key, self.key = self.key, None
            self.content[key.value()] = Place(
                place.content, place.file, place.line, key.line, place.called, place.plain
            )

    def _check_key(self, key: Place) -> None:
        where = f"{key.file}, line {key.line}"
        if not isinstance(key.content, str):
            raise InputError(f"{where}: a key is a plain value, not {key._kind()}.")
        first = self.content.get(key.value())
        if first is not None:
            twice = f"stands twice, first on line {first.key_line}. Keep one."
            raise InputError(f"{where}: key {shorten_value(key.value())} {twice}")


def _refuse_mark(event: yaml.NodeEvent, file: str, line: int) -> None:
    if event.tag not in (None, "!"):
        nothing = "means nothing here: write the value alone."
        raise InputError(f"{file}, line {line}: the tag {shorten_value(event.tag)} {nothing}")


def shorten_value(value: object) -> str:
    """Show a value in an error: as Python writes it, a long one cut, with its length."""
    return _cut(repr(value))


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}… ({len(text):,} characters)"


def _scalar(text: str) -> object:
    """Read a plain scalar by the core schema."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    found = NUMBER.fullmatch(text)
    if not found:
        return text
    if found["whole"]:
        return int(text)
    if found["based"]:
        return int(text, 0)
    return float(text if found["broken"] else text.replace(".", ""))
