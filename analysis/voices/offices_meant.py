"""Offices by which a text calls somebody before "he" and "she": "It was a loss for the mayor. [He] left"."""

from __future__ import annotations

import re
from collections.abc import Callable

from analysis.voices.finite_verbs import finite_verbs
from analysis.words.classes import AUXILIARIES

OFFICE = re.compile(
    r"\b[Tt]he (?P<noun>president|governor|mayor|senator|chancellor|premier|prime minister|pope|king|queen|nominee)"
    r"(?= (?P<next>[a-z]+)|[.,;:\n])"
)
OPENING = re.compile(  # the clause in which it acts: The mayor left; And the mayor left; when the mayor left
    r"(?:\A|[\n.!?;:,”\"—–] ?|\b(?:[Aa]nd|[Bb]ut|[Tt]hen|[Ww]hen|[Aa]s|[Ww]hile|[Ss]o|[Aa]fter|[Bb]ecause) )\Z"
)
REACH = 12  # characters before it in which such a clause begins
FAR = 1500  # characters of a paragraph in which it is looked for


def find_office(text: str, since: int, at: int, is_quoted: Callable[[int], bool]) -> tuple[int, str, bool]:
    """Find the last office between two places, outside quotations: where it ends (-1: none), its noun, if it acts."""
    last = None
    for found in OFFICE.finditer(text, max(since, at - FAR), at):
        if not is_quoted(found.start()):
            last = found
    if last is None:
        return -1, "", False
    verb = last["next"] or ""
    done = verb in finite_verbs() or verb in AUXILIARIES or verb.endswith("ed") or verb == "also"
    opens = OPENING.search(text, max(0, last.start() - REACH), last.start()) is not None
    return last.end("noun"), last["noun"], done and opens
