"""Several labels in one line: LEE: No. RAU: Yes.; behind an occasion: 🗣 Talks: Lee: We go. Roe: No."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from analysis.people.lists import given_names, load_list
from analysis.people.titles import ROLES, TITLES
from analysis.voices.role_labels import DATED, TIME, is_lone_name

LABEL = re.compile(  # [20:00:05] **JOHN SMITH, CNN HOST (on camera):** ...
    rf"(?:(?:(?P<dated>{DATED}|(?=[\[(]){TIME})|{TIME})[ –—-]{{0,3}})?"
    r"(?P<lead>(?:[^\w\n\"“”«»'‘’(#@]|_){0,8})(?P<tag>#?)(?P<label>[^\W\d_][\w.’'№# -]{0,70}?)"
    r"(?: \([^\n():]{1,24}\)(?=,))?(?P<office>, [^\n:.!?;\"“”«»()]{2,70}?)?"
    r"(?P<aside>(?: (?:\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\]))*)"
    rf"\]?(?: {TIME})?[*_]{{0,3}} ?[:：][*_]{{0,3}}\s{{0,4}}(?=\S)"
)
NEXT = re.compile(r"(?<=[.!?…] )(?P<name>[^\W\d_a-z][\w’'-]{1,30}(?: [^\W\d_a-z][\w’'-]{1,30}){0,2}): (?=\S)")


def find_speaker_behind(text: str, occasion: re.Match[str], end: int) -> re.Match[str] | None:
    """Find the label behind one that is an occasion and nobody: a meeting, a briefing, talks in Oslo."""
    lows = occasion["label"].lower().split()
    nobody = lows[0] in load_list("common_words") and lows[0] not in ROLES and lows[0] not in TITLES
    if not nobody or occasion["office"] or lows[0] in given_names():
        return None
    found = LABEL.match(text, occasion.end(), end)
    return found if found and _is_name(found["label"]) else None


def list_next_labels(
    text: str, start: int, end: int, known: Collection[str], first: str | None
) -> Iterator[re.Match[str]]:
    """List the labels of the others who speak behind the first in a line: LEE: No. RAU: Yes.

    known: how the text's labels are written; first: that of the line, beside whose capitals others in capitals count.
    None stands for a bubble over an occasion, behind which any name counts.
    """
    for found in NEXT.finditer(text, start, end):
        shouted = first is not None and len(first) > 1 and first.isupper() and found["name"].isupper()
        if found["name"] in known or ((first is None or shouted) and _is_name(found["name"])):
            yield found


def _is_name(label: str) -> bool:
    words = label.split()
    return is_lone_name(words) or words[0].lower() in given_names()
