"""The lists of abbreviations.yaml, and which letters are small and which capital in the languages that are cut."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

ABBREVIATIONS = Path(__file__).with_name("abbreviations.yaml")
SMALL = "a-zß-öø-ÿа-яёіїєґ"
CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"


@cache
def load_abbreviations() -> dict[str, frozenset[str]]:
    """The lists of abbreviations.yaml, in small letters without the last full stop."""
    written = yaml.safe_load(ABBREVIATIONS.read_text("utf-8"))
    return {name: frozenset(words.lower().replace("\n", " ").split()) for name, words in written.items()}
