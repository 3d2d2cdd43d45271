"""Who reports: "Lund said the law shows it to be "a trap"" quotes Lund, who says so, and not the law inside."""

from __future__ import annotations

from analysis.voices.complements import locate_complement
from analysis.voices.cues import SAYING, Attribution, Cue
from analysis.voices.ends import locate_clause_end
from analysis.voices.finite_verbs import holds_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE
from analysis.voices.things import has_thing_subject
from analysis.voices.tokens import QUOTE
from analysis.words.classes import LABELS, PERSONAL, SUBORDINATORS

CLAUSES = frozenset(["that", "clause", "question", "order"])
NESTED = CLAUSES | {"to"}  # what somebody reports who is spoken of inside of a report: "X said Y told us that"
SUPPOSED = frozenset(["should", "must", "could", "can", "cannot", "can't", "can’t", "may", "might", "ought"])  # say
GOING_ON = (["went", "on"], ["goes", "on"], ["go", "on"], ["gone", "on"], ["going", "on"])  # to say
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
    if has_thing_subject(line, inner) or _is_closed(line, inner, token):
        return False
    behind = max(inner.last, inner.subject[1])
    if inner.cue.lemma in LABELS and inner.cue.lemma != "say" and _is_called_too(line, behind, token):
        return True
    if inner.cue.lemma in LABELS and line.lows[token - 1] in ("a", "an") and not holds_verb(line, behind, token):
        return True  # called the statement on the use of weapons a "lie"
    if inner.cue.form in ("noun", "phrase"):
        return inner.cue.form == "noun" and token - behind <= 1
    going_on = line.lows[inner.first - 1] == "to" and line.lows[inner.first - 3 : inner.first - 1] in GOING_ON
    if (inner.cue.form in ("base", "ing") and not going_on) or is_doing(inner.cue):
        return False
    return token - behind <= NEAR or locate_complement(line, inner, token + 1)[1] in NESTED


def _is_closed(line: Line, inner: Attribution, token: int) -> bool:
    """Tell a cue in a clause that ends before the quotation: "the law, which allows it to stay, is "a trap""."""
    at = inner.first - 1
    if line.lows[at] not in ("which", "who") or line.words[at - 1] != ",":
        return False
    return any(line.words[here] == "," and is_verb(line, here + 1) for here in range(inner.last, token - 1))


def _is_called_too(line: Line, first: int, token: int) -> bool:
    """Tell the second of "called the plan "a trap" and the mayor "a liar""."""
    run = next((at for at in range(token - 1, max(first, token - NEAR - 2), -1) if line.lows[at] == QUOTE), token)
    return line.lows[run + 1 : run + 2] == ["and"] and not holds_verb(line, run + 2, token)


def _reports(line: Line, one: Attribution, later: list[Attribution], inner: Attribution, token: int) -> bool:
    """Tell whether a cue governs a clause in which another cue and, behind it, a quotation stand."""
    thinking = "thought" in one.cue.kinds and (is_doing(inner.cue) or _is_closed(line, inner, token))
    thinking = thinking and line.lows[one.begin] not in PERSONAL and line.lows[one.begin - 1] not in SUBORDINATORS
    if one.subject in (NOWHERE, inner.subject) or one.passive:
        return False
    if _blames(line, one, inner):
        return not has_thing_subject(line, one)
    if not (one.cue.kinds & SAYING or thinking):
        return False
    if one.cue.form in ("noun", "phrase") or has_thing_subject(line, one):
        return False
    if one.cue.form == "base" and not SUPPOSED.union(["to"]).isdisjoint(line.lows[one.first - 2 : one.first]):
        return False  # should say that
    if _is_inserted(line, one):
        return True
    start, form = locate_complement(line, one, token)
    plain = inner.cue.form in ("past", "third") and "who" not in line.lows[inner.subject[1] : inner.first]
    clausal = form in CLAUSES or (start == inner.subject[0] and plain)  # noted the law says
    if not clausal or inner.first < start:
        return False
    return locate_clause_end(line, start, token + 1, later, set()) >= token


def _blames(line: Line, one: Attribution, inner: Attribution) -> bool:
    """Tell "Roth accused Lund of backing a "trap"", which are Roth's words, from "accused Lund of saying "no""."""
    named = one.last <= inner.subject[0] < inner.first and line.lows[inner.first - 1] in ("of", "for")
    return named and inner.cue.form == "ing" and is_doing(inner.cue) and "stance" in one.cue.kinds


def _is_inserted(line: Line, one: Attribution) -> bool:
    """Tell ", Lund said," and "Still, Lund said," which report all of their sentence, from "Lund said that"."""
    beside = one.subject[1] == one.first and "," not in line.words[one.subject[0] : one.subject[1]]
    if not beside or "speech" not in one.cue.kinds or one.cue.form not in ("past", "third"):
        return False
    before = line.words[one.subject[0] - 1] if one.subject[0] else "."
    return before == "," and line.words[one.last : one.last + 1] == [","]
