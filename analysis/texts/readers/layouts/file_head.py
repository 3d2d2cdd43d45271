"""The head that people save over a text: "Title: ...", "Source: ...", "Date: ...", a letter's, YAML front matter.

It stands at the very top, a field a line, with two fields at least that are known by name (one between the lines --- of
front matter), a title, date or address among them. What it says is what is known of the page, and no text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from analysis.tables import COLUMNS
from analysis.texts.dates import parse_dates
from analysis.texts.dates.written import parse_written
from analysis.texts.readers.lines import PageLine
from analysis.texts.readers.tables.naming import fold_column_name, load_column_names
from analysis.texts.readers.tables.values import parse_language, parse_yes_no

HEAD = "head of the file"
FIELDS = Path(__file__).with_name("head_fields.yaml")
ROLES = ("title", "outlet", "published", "url", "language", "translated", "author", "country", "section")
SURE = {"title", "published", "url"}  # one of these is in every head
MOST = 60  # lines of a head
FEWEST = 2  # known fields of different kinds; one in front matter
_FIELD = re.compile(r"[*_]{0,2}(?P<name>[^\W\d_][^:：\n]{0,39}?)[*_]{0,2} ?[:：][*_]{0,2}(?: +(?P<value>.{0,500}))?")
_TEXT = re.compile(r"(?P<label>(?P<name>[^\W\d_][^:：\n]{0,39}?) ?[:：]) *")
_FENCE = re.compile(r"-{3,}")
_RULE = re.compile(r"[-=*_~]{3,}")
_ITEM = re.compile(r"-\s+(?P<value>.+)")
_ADDRESS = re.compile(r" *<[^<>]*@[^<>]*>")


class Field(NamedTuple):
    """A line of a head: the field's name as written, its value, and the column of documents that it is, "" if none."""

    name: str
    value: str
    role: str


def split_head(lines: list[PageLine]) -> tuple[list[PageLine], list[PageLine]]:
    """Split a page into the head that it begins with, its lines marked as such, and the rest.

    "Text:" below a head is a part of it; what stands behind it is text.
    """
    count = _count_fields(lines)
    head, rest = [line._replace(reason=HEAD) for line in lines[:count]], lines[count:]
    if not head or not rest or not (label := _TEXT.match(rest[0].text)) or not _is_text_label(label["name"]):
        return head, rest
    line, end = rest[0], label.end("label")
    head.append(line._replace(end=line.start + end, text=line.text[:end], reason=HEAD))
    after = line._replace(start=line.start + label.end(), text=line.text[label.end() :])
    return head, [*([after] if after.text else []), *rest[1:]]


def _count_fields(lines: Sequence[PageLine]) -> int:
    """Count the lines of the head that a page begins with; 0 if it has none."""
    if lines and _FENCE.fullmatch(lines[0].text):
        return _count_fenced(lines)
    roles, end = set(), 0
    for at, line in enumerate(lines[:MOST]):
        field = _split_field(line.text)
        if field is None or (line.gap and at and field.role not in {*ROLES} - roles):
            break
        if field.role:
            roles.add(field.role)
            end = at + 1
    if end < len(lines) and (label := _TEXT.match(lines[end].text)) and _is_text_label(label["name"]):
        roles.add("text")
    if len(roles - {"further"}) < FEWEST or not roles & SURE:
        return 0
    return end + (end < len(lines) and _RULE.fullmatch(lines[end].text) is not None)


def parse_head(lines: Sequence[PageLine]) -> tuple[dict[str, object], list[str]]:
    """Parse what the lines of a head say, by columns of documents (further fields by their names), and notes."""
    known: dict[str, object] = {}
    notes: list[str] = []
    for field in _list_fields(lines):
        name = field.role if field.role and field.role != "further" else _name_column(field.name)
        if not field.value or name in known:
            continue
        if name == "published":
            if date := parse_dates([field.value])[0]:
                known |= {"published": date.when, "published_precision": date.precision}
            elif parse_written(field.value) is None:
                notes.append(f"1 date not read ({field.value[:40]!r}): it is none")
        elif name == "author":
            known[name] = _ADDRESS.sub("", field.value) or field.value
        elif (value := _parse_value(name, field.value)) is not None:
            known[name] = value
    return known, notes


def list_head_dates(lines: Sequence[PageLine]) -> list[str]:
    """List the dates that the lines of a head give, as written: what one leaves open the page may settle."""
    return [field.value for field in _list_fields(lines) if field.role == "published" and field.value]


def _count_fenced(lines: Sequence[PageLine]) -> int:
    """The lines of front matter with both its fences; 0 if it is none."""
    for at, line in enumerate(lines[1:MOST], start=1):
        if _FENCE.fullmatch(line.text):
            fields = [_split_field(within.text) for within in lines[1:at]]
            return at + 1 if any(field and field.role in ROLES for field in fields) else 0
        if not (_split_field(line.text) or _ITEM.fullmatch(line.text)):
            return 0
    return 0


def _list_fields(lines: Sequence[PageLine]) -> list[Field]:
    """The fields of a head, the items of a list ("- a" below "tags:") joined with commas."""
    fields: list[Field] = []
    for line in lines:
        if _FENCE.fullmatch(line.text) or _RULE.fullmatch(line.text):
            continue
        if fields and (item := _ITEM.fullmatch(line.text)):
            value = _strip_marks(item["value"])
            fields[-1] = fields[-1]._replace(value=f"{fields[-1].value}, {value}" if fields[-1].value else value)
        elif field := _split_field(line.text):
            fields.append(field)
    return fields


def _split_field(text: str) -> Field | None:
    """A line "Name: value"; None if it is none."""
    found = _FIELD.fullmatch(text)
    if found is None or len(found["name"].split()) > 4:
        return None
    key = fold_column_name(found["name"])
    return Field(found["name"].strip(), _strip_marks(found["value"] or ""), _load_fields().get(key, ""))


def _is_text_label(name: str) -> bool:
    return fold_column_name(name) in load_column_names()["text"]


def _strip_marks(value: str) -> str:
    """A value without the brackets and quotation marks that YAML may set around it."""
    value = " ".join(value.split())
    if value[:1] == "[" and value[-1:] == "]":
        return ", ".join(_strip_marks(part) for part in value[1:-1].split(","))
    return value[1:-1] if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0] else value


@cache
def _load_fields() -> dict[str, str]:
    """What each known field name is: a column of documents, "to" or "cc" of a letter, "further"."""
    own = yaml.safe_load(FIELDS.read_text("utf-8"))
    fields = dict.fromkeys(own["further"], "further")
    for role in reversed(ROLES):
        fields |= dict.fromkeys(load_column_names()[role], role)
    for name in own["speakers"]:
        fields.pop(name, None)
    for role, names in own["mail"].items():
        fields |= dict.fromkeys(names, role)
    return fields


def _name_column(name: str) -> str:
    """What a further field is called in documents: own_NAME where documents have such a column."""
    key = fold_column_name(name)
    return f"own_{key}" if key in {*COLUMNS["documents"], *COLUMNS["sentences"], *COLUMNS["pages"], "file"} else key


def _parse_value(name: str, value: str) -> object:
    if name == "translated":
        return parse_yes_no(value)
    if name == "language":
        return parse_language(value)
    return value
