"""A methods section with its references, put together from what a report's notebooks imported and were given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis.yaml_files import load_yaml

HERE = Path(__file__).parent
_ENTRY = re.compile(r"@(\w+)\{(\w+), (.+)\}", re.MULTILINE)
_FIELD = re.compile(r"(\w+) = \{((?:[^{}]|\{[^{}]*\})*)\}")
_ACCENT = re.compile(r"\\(['\"])\{(\w)\}")
_ACCENTED = {"'a": "á", '"o': "ö"}
_NAMED = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Run:
    """A notebook as it was run: the dotted names that it imports, the parameters that it had."""

    imports: frozenset[str]
    values: Mapping[str, object]


def tell_methods(runs: Sequence[Run]) -> list[str]:
    """Write the methods section of a report, a paragraph for each part of the suite that its notebooks used."""
    told = []
    for part in _parts():
        users = [run for run in runs if _uses(run, part["uses"])]
        if users:
            more = [line["says"] for line in part.get("more", ()) if any(_holds(line, run) for run in users)]
            told.append(" ".join(_fill(text, users) for text in (part["says"], *more)))
    return told


def list_cited(runs: Sequence[Run]) -> list[str]:
    """List the keys of the references that the methods section of a report rests on, in alphabetical order."""
    keys: set[str] = set()
    for part in _parts():
        users = [run for run in runs if _uses(run, part["uses"])]
        keys |= set(part["cites"]) if users else set()
        for line in part.get("more", ()):
            keys |= set(line.get("cites", ())) if any(_holds(line, run) for run in users) else set()
    return sorted(keys)


def name_references(keys: Iterable[str]) -> list[str]:
    """Write references in words, one line each: "Entman, Robert M. 1993. Framing: ... . Journal of Communication"."""
    return [_said(dict(_FIELD.findall(_entries()[key][1]))) for key in keys]


def render_bibliography(keys: Iterable[str]) -> str:
    """Write references as BibTeX."""
    return "\n".join(f"{_entries()[key][0]}\n" for key in keys)


@lru_cache(maxsize=1)
def _parts() -> list[dict]:
    return load_yaml(HERE / "methods.yaml").value()["parts"]


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[str, str]]:
    """The entries of references.bib by key: whole, and their fields."""
    text = (HERE / "references.bib").read_text(encoding="utf-8")
    return {found[2]: (found[0], found[3]) for found in _ENTRY.finditer(text)}


def _uses(run: Run, names: Sequence[str]) -> bool:
    return any(own == name or own.startswith(f"{name}.") for own in run.imports for name in names)


def _holds(line: Mapping[str, Mapping[str, object]], run: Run) -> bool:
    """Say whether a line is true of a run that has the parameter at all."""
    given, unless = line.get("given", {}), line.get("unless", {})
    known = all(name in run.values for name in (*given, *unless))
    equal = all(run.values.get(name) == value for name, value in given.items())
    return known and equal and not any(run.values.get(name) == value for name, value in unless.items())


def _fill(text: str, runs: Sequence[Run]) -> str:
    """Put the runs' parameters into a text, several values with "and" between them."""

    def value(found: re.Match[str]) -> str:
        values = dict.fromkeys(str(run.values[found[1]]) for run in runs if found[1] in run.values)
        return " and ".join(values) or found[1]

    return _NAMED.sub(value, text)


def _said(fields: Mapping[str, str]) -> str:
    where = fields.get("journal") or fields.get("booktitle") or fields.get("publisher") or fields.get("institution", "")
    numbers = f" {fields['volume']}" if "volume" in fields else ""
    pages = f": {fields['pages'].replace('--', '–')}" if "pages" in fields else ""
    who = fields["author"].replace(" and ", "; ").rstrip(".")
    said = f"{who}. {fields['year']}. {fields['title']}. {where}{numbers}{pages}."
    said = _ACCENT.sub(lambda found: _ACCENTED[found[1] + found[2]], said)
    return said.replace("\\&", "&")
