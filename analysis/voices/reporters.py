"""Who reports: "Lund said the law shows it to be "a trap"" quotes Lund, who says so, and not the law inside."""

from __future__ import annotations

from analysis.voices.complements import locate_complement
from analysis.voices.cues import SAYING, Attribution, Cue
from analysis.voices.ends import locate_clause_end
from analysis.voices.finite_verbs import holds_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE
from analysis.voices.tokens import QUOTE
from analysis.words.classes import LABELS

CLAUSES = frozenset(["that", "clause", "question", "order"])
NESTED = CLAUSES | {"to"}  # what somebody reports who is spoken of inside of a report: "X said Y told us that"
NEAR = 4  # tokens between a cue inside of a report and the quotation that it gives itself


def find_reporter(line: Line, near: list[Attribution], inner: Attribution, token: int) -> Attribution | None:
    """Find who reports a clause in which a quotation stands behind a cue that does not give its words.

    near: the attributions before the quotation; inner: the one that stands nearest.
    """
    if _gives_words(line, inner, token):
        return None
    for number in range(len(near) - 1, -1, -1):
        one = near[number]
        if one.last <= inner.first and one is not inner and _reports(line, one, near[number + 1 :], inner, token):
            return one
    return None


def is_doing(cue: Cue) -> bool:
    """Tell a cue that tells what somebody does or wants from one that gives words: attacked, but not called."""
    return not cue.kinds & SAYING and cue.lemma not in LABELS


def _gives_words(line: Line, inner: Attribution, token: int) -> bool:
    """Tell "Roth called it "a trap"" and "Roth told us that it was "a trap"" from what gives no words of its own."""
    if inner.cue.lemma == "read":
        return True
    behind = max(inner.last, inner.subject[1])
    if inner.cue.lemma in LABELS and inner.cue.lemma != "say" and _is_called_too(line, behind, token):
        return True
    if inner.cue.form in ("noun", "phrase"):
        return inner.cue.form == "noun" and token - behind <= 1
    if inner.cue.form in ("base", "ing") or is_doing(inner.cue):
        return False
    return token - behind <= NEAR or locate_complement(line, inner, token + 1)[1] in NESTED


def _is_called_too(line: Line, first: int, token: int) -> bool:
    """Tell the second of "called the plan "a trap" and the mayor "a liar""."""
    run = next((at for at in range(token - 1, max(first, token - NEAR - 2), -1) if line.lows[at] == QUOTE), token)
    return line.lows[run + 1 : run + 2] == ["and"] and not holds_verb(line, run + 2, token)


def _reports(line: Line, one: Attribution, later: list[Attribution], inner: Attribution, token: int) -> bool:
    """Tell whether a cue governs a clause in which another cue and, behind it, a quotation stand."""
    if one.subject in (NOWHERE, inner.subject) or one.passive or not one.cue.kinds & SAYING:
        return False
    if one.cue.form in ("noun", "phrase") or (one.cue.form == "base" and line.lows[one.first - 1] == "to"):
        return False
    start, form = locate_complement(line, one, token)
    if form not in CLAUSES or inner.first < start:
        return False
    return locate_clause_end(line, start, token + 1, later, set()) >= token
