"""Laws and rules, whose words no person says: the statute bars "..."; Section 8 makes it a crime to "..."."""

from __future__ import annotations

import re

from analysis.voices.clauses import clause_subject
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE

LAWS = frozenset(
    [
        *("amendment", "amendments", "bylaws", "charter", "constitution", "decree", "law", "laws", "ordinance"),
        *("regulation", "regulations", "statute", "statutes", "treaty"),
    ]
)
NUMBERED = frozenset(["article", "chapter", "clause", "paragraph", "rule", "section", "title"])
NUMBER = re.compile(r"\d+[a-z]?|[IVX]+|one|two|three|four|five|six|seven|eight|nine|ten")
UNDER = 10  # tokens at most of "Under the amended statute of 1990, ..."


def find_law(line: Line, token: int, lo: int) -> tuple[int, int] | None:
    """Find the law that acts in the clause before a quotation, or under which something is so there.

    NOWHERE: a law that is nothing but a number; None: no law.
    """
    first, last = clause_subject(line, token, lo)
    if first >= 0 and line.lows[last - 1] in LAWS:
        return first, last
    if first >= 0 and any(_is_numbered(line, at) for at in range(max(lo, first - 1), first + 2)):
        return NOWHERE
    if line.lows[lo] != "under":
        return None
    comma = next((at for at in range(lo + 1, min(token, lo + UNDER)) if line.words[at] == ","), lo)
    if line.lows[comma - 1] in LAWS and comma > lo + 1:
        return lo + 1, comma
    return NOWHERE if any(_is_numbered(line, at) for at in range(lo + 1, comma)) else None


def _is_numbered(line: Line, at: int) -> bool:
    """Tell Section 8 and Article IV."""
    numbered = line.lows[at : at + 1] and line.lows[at] in NUMBERED and at + 1 < len(line.words)
    return bool(numbered and NUMBER.fullmatch(line.words[at + 1]))
