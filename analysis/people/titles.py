"""Titles, roles and particles: what stands before, beside and in a person's name; read from titles.yaml."""

from __future__ import annotations

from pathlib import Path

from analysis.yaml_files import load_yaml

LISTS: dict[str, frozenset[str]] = {
    name: frozenset(words.split() if isinstance(words, str) else words)
    for name, words in load_yaml(Path(__file__).with_name("titles.yaml")).value().items()
}

TITLES_HE, TITLES_SHE = LISTS["titles_he"], LISTS["titles_she"]
TITLES = (
    frozenset(title.lower().rstrip(".") for title in LISTS["titles"] if " " not in title)
    | LISTS["title_words"]
    | TITLES_HE
    | TITLES_SHE
)
"""Words of titles, in small letters and without a full stop."""

ROLES_HE, ROLES_SHE = LISTS["roles_he"], LISTS["roles_she"]
ROLES = LISTS["roles"] | ROLES_HE | ROLES_SHE
"""Nouns for people, in small letters."""

PARTICLES, GENERATIONS, FAMILY_FIRST = LISTS["particles"], LISTS["generations"], LISTS["family_first"]
LETTERS = LISTS["letters"]
NOT_FIRST, NOT_LAST = LISTS["not_first"], LISTS["not_last"]
