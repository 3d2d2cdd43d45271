"""Quotation marks that a text has lost: where a quotation begins or ends that has only one of them."""

from __future__ import annotations

import re

from analysis.voices.glyphs import Glyph
from analysis.voices.saying import find_verb, is_said_after

STOP = re.compile(r"[.!?…:][\"”’')\]]*\s+|\S(?<=[❗❕❓❔‼⁉])\s*")
_ANNOUNCED = re.compile(r"[^\W\d_]: (?=[^\W_])")  # Ann Lee said: We go."
_COMMA = re.compile(r"(?<=[^\W\d_])[,?!] ")
_PRONOUNS = frozenset(["he", "she", "they", "I", "we"])
_NAME_AFTER = re.compile(r" (?:(?:the|a|an) )?[^\W\d_]")
_FULL_NAME = re.compile(r" ?(?:[^\W\d_a-zа-яёіїєґ][\w’'-]+ ){1,3}[^\W\d_a-zа-яёіїєґ][\w’'-]+(?:\.|, )")
_CLAUSE_END = re.compile(r"(?:[^.,!?\"“”]|, (?=(?:an?|the|who)\b)){0,90}(?:[.!?]|$)")

LOOKED_AT = 600  # characters within which a quotation is looked for that a mark of another kind closes


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


def closes_otherwise(paragraph: str, opener: str, mark: Glyph, following: Glyph | None) -> bool:
    """Tell a mark that closes what one of another kind opened: “We are done," Ann Lee said; "We are done,'' she says.

    following: the mark behind it, which must open if it is the opener's partner.
    """
    if not _leans_back(paragraph, mark):
        return False
    if mark.glyph == '"' and opener != "''":
        return is_said_after(paragraph, mark.end)
    two = {mark.glyph, opener} == {'"', "''"} or (mark.glyph == "''" and opener == "“")
    return two and (following is None or not _leans_back(paragraph, following))


def is_closed_straight(paragraph: str, at: int) -> bool:
    """Tell whether the next straight mark closes: “He asked “why” and left," Ann Lee said."""
    start = paragraph.find('"', at, at + LOOKED_AT)
    mark = Glyph(start, start + 1, '"')
    return start > 0 and _leans_back(paragraph, mark) and is_said_after(paragraph, mark.end)


def is_closed_singly(paragraph: str, at: int, following: Glyph) -> bool:
    """Tell whether a single mark closes what a double one opened inside a quotation: “It is a “farm,’” Ann Lee said."""
    return (
        following.glyph == "”"
        and paragraph[following.start - 1] in "'’"
        and "‘" not in paragraph[at : min(following.start, at + LOOKED_AT)]
    )


def _leans_back(paragraph: str, mark: Glyph) -> bool:
    """Tell a mark with a blank behind it and none before."""
    return mark.start > 0 and not paragraph[mark.start - 1].isspace() and not paragraph[mark.end : mark.end + 1].strip()


def find_lost_closing(paragraph: str, start: int, end: int) -> tuple[int, int] | None:
    """Find where a quotation that lacks its closing mark ends: where somebody is said to say it: “We go, said Ann Lee.

    Returns where its words end and where what follows begins.
    """
    for comma in _COMMA.finditer(paragraph, start, end):
        verb = find_verb(paragraph, comma.end())
        between = paragraph[comma.end() : verb.start()].split() if verb else []
        named = verb is not None and (
            all(word[0].isupper() for word in between) or _ends_in_pronoun(paragraph, between, verb.end(), end)
            if between
            else _NAME_AFTER.match(paragraph, verb.end())
        )
        if named and _CLAUSE_END.match(paragraph, verb.end()):
            return comma.start() + 1, comma.end()
    return None


def names_in_full(paragraph: str, at: int) -> bool:
    """Tell who is named in full behind a lost mark, and no more: said Ann Lee. So nobody quotes another's words."""
    verb = find_verb(paragraph, at)
    return verb is not None and verb.start() == at and _FULL_NAME.match(paragraph, verb.end()) is not None


def _ends_in_pronoun(paragraph: str, between: list[str], after: int, end: int) -> bool:
    """Tell "What now? he asked." at a paragraph's end, where the text can mean nothing else."""
    return len(between) == 1 and between[0] in _PRONOUNS and paragraph[after:end].strip() in (".", "")


def _sentence_start(paragraph: str, first: int, end: int) -> int:
    """Return where the sentence begins that a mark ends."""
    stops = list(STOP.finditer(paragraph, first, end))
    at = stops[-1].end() if stops else first
    while at < end and not paragraph[at].isalnum():
        at += 1
    return at
