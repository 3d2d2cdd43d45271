"""Who issues the paper that says something: "[Lund] issued a statement after the vote saying"."""

from __future__ import annotations

from analysis.voices.lines import Line
from analysis.voices.phrases import WALLS
from analysis.words.classes import MONTHS

ISSUED = frozenset(["statement", "letter", "memo", "message", "release", "tweet", "post", "note", "email"])
ISSUING = frozenset(  # statements
    [
        *("issue", "issues", "issued", "issuing", "release", "releases", "released", "releasing", "put", "puts"),
        *("putting", "publish", "published", "publishing", "posted", "posting", "sent", "sends", "sending", "signed"),
        *("signing", "made", "making", "wrote", "writing"),
    ]
)
FAR_BACK = 24  # tokens from "issued a statement" to "saying"


def find_issuing(line: Line, at: int, lo: int) -> int:
    """Find the verb of "[issued] a statement after the vote saying", whose subject says so; -1 if none is there."""
    if line.lows[at - 1] in (",", "as") or line.lows[at - 1] in ISSUED | MONTHS:
        return -1
    for here in range(at - 2, max(lo, at - FAR_BACK), -1):
        if line.lows[here] in ("with", "saying") or line.words[here] in WALLS or line.words[here] in ",.":
            break
        if line.lows[here] in ISSUED:
            verbs = (verb for verb in range(here - 1, max(lo, here - 5), -1) if line.lows[verb] in ISSUING)
            return next(verbs, -1)
    return -1
