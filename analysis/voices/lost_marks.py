"""Quotation marks that a text has lost: where a quotation begins or ends that has only one of them."""

from __future__ import annotations

import re

from analysis.voices.glyphs import Glyph
from analysis.voices.saying import find_verb, is_said_after

STOP = re.compile(r"[.!?…:][\"”’')\]]*\s+|\S(?<=[❗❕❓❔‼⁉])\s*")
_ANNOUNCED = re.compile(r"[^\W\d_]: (?=[^\W_])")  # Ann Lee said: We go."
_COMMA = re.compile(r"(?<=[^\W\d_]), ")
_NAME_AFTER = re.compile(r" (?:(?:the|a|an) )?[^\W\d_]")
_CLAUSE_END = re.compile(r"(?:[^.,!?\"“”]|, (?=(?:an?|the|who)\b)){0,90}(?:[.!?]|$)")


def find_lost_opening(paragraph: str, mark: Glyph, left: str, after: int) -> int:
    """Find where a quotation begins whose opening mark is lost: behind "said:", or with its sentence; -1 if none does.

    after: where the last quotation before it ends.
    """
    if _closes_alone(paragraph, mark, left):
        return _sentence_start(paragraph, after, mark.start)
    announced = [found.end() for found in _ANNOUNCED.finditer(paragraph, after, mark.start)]
    verb = find_verb(paragraph, after) if announced else None
    return announced[-1] if verb and verb.end() < announced[-1] else -1


def _closes_alone(paragraph: str, mark: Glyph, left: str) -> bool:
    """Tell a closing mark whose opening one is lost: We are done," Ann Lee said."""
    return (left in ",!?…" or paragraph[mark.end : mark.end + 1] == ",") and is_said_after(paragraph, mark.end)


def closes_otherwise(paragraph: str, mark: Glyph, left: str, right: str) -> bool:
    """Tell a straight mark that closes what a curly one opened: “We are done," Ann Lee said."""
    return mark.glyph == '"' and not left.isspace() and right.isspace() and is_said_after(paragraph, mark.end)


def find_lost_closing(paragraph: str, start: int, end: int) -> tuple[int, int] | None:
    """Find where a quotation that lacks its closing mark ends: where somebody is said to say it: “We go, said Ann Lee.

    Returns where its words end and where what follows begins.
    """
    for comma in _COMMA.finditer(paragraph, start, end):
        verb = find_verb(paragraph, comma.end())
        between = paragraph[comma.end() : verb.start()].split() if verb else []
        named = verb is not None and (
            all(word[0].isupper() for word in between) if between else _NAME_AFTER.match(paragraph, verb.end())
        )
        if named and _CLAUSE_END.match(paragraph, verb.end()):
            return comma.start() + 1, comma.end()
    return None


def _sentence_start(paragraph: str, first: int, end: int) -> int:
    """Return where the sentence begins that a mark ends."""
    stops = list(STOP.finditer(paragraph, first, end))
    at = stops[-1].end() if stops else first
    while at < end and not paragraph[at].isalnum():
        at += 1
    return at
