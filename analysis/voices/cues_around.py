"""The cues on either side of a quoted run: which of them reaches it."""

from __future__ import annotations

from analysis.voices.cues import Attribution, Cue
from analysis.voices.finite_verbs import holds_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE, REACH
from analysis.voices.tokens import QUOTE
from analysis.words.classes import ADVERBS, CONJUNCTIONS, HELPERS, LABELS, SUBORDINATORS

BETWEEN = frozenset([",", "-", "–", "—", "--", ".", "?", "!", "…", "...", ")", "'", "’"])
JOINING = (SUBORDINATORS - {"as", "than"}) | CONJUNCTIONS | {";", ":", "—", "–", "--"}  # what opens another clause
HALTS = frozenset([",", ";", ":", "—", "–", "--", QUOTE])  # what ends a clause that somebody reports
ENDINGS = ",?!…—-–"


def find_attribution_after(line: Line, token: int, hi: int, attributions: list[Attribution]) -> Attribution | None:
    """Find the attribution that begins right after a quotation: "...," X said; "...," said X."""
    at = step_over_marks(line, token, hi)
    for attribution in attributions:
        if attribution.first <= token or attribution.begin < at or attribution.first - at >= REACH:
            continue
        between = line.lows[at : attribution.begin]
        other = any(low not in ADVERBS and low not in CONJUNCTIONS and low not in HELPERS for low in between)
        if other and (between != ["as"] or not is_finished(line, token, hi)):  # "...," as X said
            continue
        if between and between[0] in CONJUNCTIONS and not is_finished(line, token, hi):
            continue  # played "Yesterday" and the mayor said ...
        if attribution.cue.form != "ing" and not attribution.passive:
            beside = attribution.subject if attribution.begin == attribution.subject[0] else (at, at)
            outside = [*line.words[token + 1 : beside[0]], *line.words[beside[1] : attribution.first]]
            return None if QUOTE in outside else attribution
    return None


def step_over_marks(line: Line, token: int, hi: int) -> int:
    """Find the first token behind a quotation that is no comma, dash or stop."""
    at = token + 1
    while at < hi and line.words[at] in BETWEEN:
        at += 1
    return at


def find_attribution_before(line: Line, token: int, attributions: list[Attribution]) -> Attribution | None:
    """Find the nearest attribution to the left in the sentence, one with a subject if there is any."""
    near = [
        attribution for attribution in attributions if attribution.last <= token and _reaches(line, attribution, token)
    ]
    outer = _outer(line, near)
    if outer:
        return outer
    owned = [attribution for attribution in near if attribution.subject != NOWHERE]
    if owned and near[-1].cue.form == "noun" and near[-1].subject == NOWHERE:
        return owned[-1]  # said in a statement that "..."
    if owned and near[-1].subject == NOWHERE and near[-1].last < token - 1:
        return owned[-1]
    return near[-1] if near else None


def _outer(line: Line, near: list[Attribution]) -> Attribution | None:
    """Find who says that somebody does what is quoted: "X said Y would have "a hard time"" is X's; None if nobody."""
    inner = near[-1] if len(near) > 1 else None
    if not inner or inner.cue.lemma == "read" or (inner.cue.form not in ("base", "ing") and not is_doing(inner.cue)):
        return None
    for one in reversed(near[:-1]):
        if one.subject == NOWHERE or one.passive or one.cue.form == "base" or not one.cue.kinds & {"speech", "hearer"}:
            continue
        between = line.lows[one.last : inner.first]
        shown = inner.cue.form == "ing" and inner.subject[1] == inner.first  # showed Roth shouting
        own = inner.begin < one.last or inner.subject == one.subject or shown
        return None if own or not HALTS.isdisjoint(between) else one
    return None


def _reaches(line: Line, attribution: Attribution, token: int) -> bool:
    """Tell whether a quotation can be what a cue governs: no other clause stands between "slammed" and it."""
    if attribution.cue.kinds & {"speech", "hearer", "thought"}:
        return True
    joint = next((at for at in range(attribution.last, token) if line.lows[at] in JOINING), token)
    return not holds_verb(line, joint, token) or _is_gerund(line, attribution.last, token)


def _is_gerund(line: Line, first: int, token: int) -> bool:
    """Tell "accused Lee, the mayor and a banker, of being "weak"": a noun of what the cue governs."""
    for at in range(max(first, token - 4), token - 1):
        if line.lows[at] in ("of", "for") and line.lows[at + 1].endswith("ing"):
            return not any(low in JOINING for low in line.lows[at + 1 : token] if low != "as")
    return False


def is_doing(cue: Cue) -> bool:
    """Tell a cue that tells what somebody does or wants from one that gives words: attacked, but not called."""
    return not cue.kinds & {"speech", "hearer"} and cue.lemma not in LABELS


def is_finished(line: Line, token: int, hi: int) -> bool:
    """Tell whether a quotation ends as a sentence or before a cue does: in a comma, a stop, a dash."""
    run = line.runs[token]
    return line.text[run.end - 1] in ENDINGS or (token + 1 < hi and line.words[token + 1] in (",", "—", "–", "-"))
