"""A verb that no list has, behind a quotation that ends in a comma: "...," X <any verb>."""

from __future__ import annotations

from analysis.voices.announced import find_written
from analysis.voices.cues import SAYING, Attribution, Cue, load_cues
from analysis.voices.cues_around import step_over_marks
from analysis.voices.finite_verbs import can_be_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases_behind import phrase_from
from analysis.words.classes import BE, DETERMINERS, PERSONAL

IRREGULAR = frozenset(["began", "broke", "sang", "spoke", "swore"])
POINTING = frozenset(["that", "this", "there", "these", "those", "it"])  # "If he likes it," that would be fine
INNER = "'’"  # the mark of a quotation inside of which both end: 'It is late,'"
ASIDE = 12  # tokens of an aside behind a name


def find_how(line: Line, token: int, hi: int) -> Attribution | None:
    """Read "..." was how X put it, and is how X sees it, as X's words."""
    if token + 3 >= hi or line.lows[token + 1] not in BE or line.lows[token + 2] != "how":
        return None
    first, last = phrase_from(line, token + 3, hi)
    verb = last
    if last < hi and line.words[last] == ",":  # Ann Lee, a nurse,
        verb = next((at + 1 for at in range(last + 1, min(last + ASIDE, hi)) if line.words[at] == ","), hi)
    if first < 0 or verb >= hi or not (is_verb(line, verb) or (verb > last and can_be_verb(line.words[verb]))):
        return None
    return Attribution(verb, verb + 1, (first, last), Cue(line.lows[verb], "past", frozenset({"speech"})))


def find_unlisted_verb(line: Line, token: int, lo: int, hi: int) -> Attribution | None:
    """Trust a comma: "...," X <any verb> names the speaker though the verb is not listed."""
    run = line.runs[token]
    opens = token == lo or line.words[token - 1] == ":"
    if not opens or line.text[run.start : run.end].rstrip(INNER)[-1:] not in tuple(",?!"):
        return None
    at = step_over_marks(line, token, hi)
    if at + 1 < hi and line.lows[at].endswith("ed") and line.words[at][0].islower() and line.words[at + 1][0].isupper():
        return Attribution(
            at, at + 1, phrase_from(line, at + 1, hi), Cue(line.lows[at], "past", frozenset({"speech"})), inverted=True
        )
    if token != lo:
        return None
    if written := find_written(line, at, hi):
        return written
    first, last = phrase_from(line, at, hi)
    if ending := _end_in_verb(line, first, last, hi):
        return ending
    if (
        first < 0
        or line.lows[first] in POINTING
        or last >= hi
        or not line.words[last][0].islower()
        or not (line.lows[last].endswith(("ed", "s", "t", "d")) or line.lows[last] in IRREGULAR)
    ):
        return None
    if not (
        line.words[first][0].isupper() or line.lows[first] in PERSONAL or line.lows[first] in ("the", "a", "an", "one")
    ):
        return None
    return Attribution(last, last + 1, (first, last), Cue(line.lows[last], "past", frozenset({"speech"})))


def _end_in_verb(line: Line, first: int, last: int, hi: int) -> Attribution | None:
    """Read "...," the statement read. and "...," the Harbour Times notes. as a subject and its verb."""
    if last - first < 2 or (last < hi and line.words[last] not in ".,"):
        return None
    cue = load_cues().forms.get(line.lows[last - 1])
    begins = line.lows[first] in DETERMINERS or line.words[first][0].isupper()
    if cue is None or not cue.kinds & SAYING or not begins or not line.words[last - 1].islower():
        return None
    finite = cue.form in ("past", "third") or cue.lemma == "read"
    return Attribution(last - 1, last, (first, last - 1), cue) if finite else None
