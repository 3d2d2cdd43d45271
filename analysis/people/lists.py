"""Given names, family names and common words, from the shipped lists (analysis/actors/SOURCES.md says whose)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from analysis.yaml_files import load_yaml

FOLDER = Path(__file__).parent
WORDS = FOLDER.parent / "words"


@cache
def load_list(name: str) -> frozenset[str]:
    """Load "given_names", "family_names" (as they are written) or "common_words" (in small letters)."""
    path = (WORDS if name == "common_words" else FOLDER) / f"{name}.txt"
    return frozenset(path.read_text(encoding="utf-8").split("\n")[:-1])


@cache
def given_names() -> dict[str, str]:
    """Return given names in small letters, each "f", "m" or "" where either sex bears it or nobody has said.

    Names that are common English words too (Will, Summer) are there only if given_sexes.yaml lists them.
    """
    sexes = load_yaml(FOLDER / "given_sexes.yaml").value()
    plain = sorted({name.lower() for name in load_list("given_names")} - load_list("common_words"))
    listed = (
        dict.fromkeys(sexes["male"], "m") | dict.fromkeys(sexes["female"], "f") | dict.fromkeys(sexes["either"], "")
    )
    return dict.fromkeys(plain, "") | listed
