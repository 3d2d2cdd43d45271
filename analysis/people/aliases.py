"""Alias files: names of actors and what else they are called, the shipped one and a researcher's over it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from analysis.errors import require, unknown
from analysis.paths import locate_file
from analysis.yaml_files import load_yaml

SECTIONS = ("countries", "governments", "capitals", "people", "organisations", "platforms", "not_actors")
KEYS = ("names", "not_with", "only_with")


@dataclass
class Aliases:
    """names: section -> actor -> its other names; conditions: actor -> words it needs, words it excludes."""

    names: dict[str, dict[str, list[str]]] = field(default_factory=lambda: {section: {} for section in SECTIONS})
    conditions: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)


def load_aliases(shipped: Path, own: Path | None = None) -> Aliases:
    """Load the shipped alias file and, if given, a researcher's; a name in both means what the second says.

    Raises InputError if a file is missing, is not YAML, or holds a section, key or value that is none.
    """
    aliases = Aliases()
    for path in filter(None, (shipped, own)):
        for section, entries in load_sections(path).items():
            add_section(aliases, path, section, entries)
    return aliases


def load_sections(path: Path) -> dict:
    """Load one alias file as a mapping of sections."""
    path = locate_file(path, "aliases", f"a YAML file with {list(SECTIONS)}")
    content = load_yaml(path, "the aliases").value() or {}
    require(isinstance(content, dict), f"{path.name} must map sections to names; sections: {list(SECTIONS)}.")
    for section in content:
        if section not in SECTIONS:
            raise unknown(f"section of {path.name}", section, SECTIONS)
    return content


def add_section(aliases: Aliases, path: Path, section: str, entries: object) -> None:
    """Enter one section of one file."""
    if section == "not_actors" and isinstance(entries, list):
        entries = {name: [] for name in entries}
    require(isinstance(entries, dict), f"{path.name}: {section} must map each actor to a list of its other names.")
    owners: dict[str, str] = {}
    for actor, entry in entries.items():
        details = {"names": entry} if not isinstance(entry, dict) else entry
        for key in details:
            if key not in KEYS:
                raise unknown(f"key of {actor} in {path.name}", key, KEYS)
        lists = {key: details.get(key) or [] for key in KEYS}
        for key, values in lists.items():
            fine = isinstance(values, list) and all(isinstance(value, str) and value.strip() for value in values)
            require(
                fine,
                f"{path.name}: {key} of {actor!r} must be a list of names in quotation marks or plain, not {values!r}.",
            )
        require(
            isinstance(actor, str) and bool(actor.strip()),
            f"{path.name}: {actor!r} in {section} is no name; put it in quotes.",
        )
        for name in (actor, *lists["names"]):
            other = owners.setdefault(name, actor)
            require(other == actor, f"{path.name}: {name!r} is a name of {other!r} and of {actor!r}; give it to one.")
        aliases.names[section][actor] = [*aliases.names[section].get(actor, []), *lists["names"]]
        if lists["only_with"] or lists["not_with"]:
            aliases.conditions[actor] = (frozenset(lists["only_with"]), frozenset(lists["not_with"]))
