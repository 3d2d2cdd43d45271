"""Direct speech: which quoted runs are quotations, who says them, by which cue."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.texts.tokens import split_words
from analysis.voices.announced import find_proverb, find_signature, find_utterance, find_written, name_before_colon
from analysis.voices.closing import is_closing
from analysis.voices.cues import Attribution, Cue
from analysis.voices.finite_verbs import holds_verb
from analysis.voices.lines import SHORT, Line
from analysis.voices.phrases import NOWHERE, REACH, WALLS, phrase_from
from analysis.voices.tokens import QUOTE
from analysis.voices.works import VERBS, is_called, is_title, is_unsaid
from analysis.words.classes import (
    ADVERBS,
    CONJUNCTIONS,
    HELPERS,
    LABELS,
    PERSONAL,
    SUBORDINATORS,
)

TALK = re.compile(r"\b(?:i|i'm|i’m|i've|i’ve|we|we're|we’re|you|my|our|your|me|us)\b", re.IGNORECASE)
LONG = re.compile(rf"(?:[a-zA-Z]+(?:['’][a-z]+)?,? ){{{SHORT}}}")  # surely as many words, without looking closely
BETWEEN = frozenset([",", "-", "–", "—", "--", ".", "?", "!", "…", "...", ")", "'", "’"])
JOINING = (SUBORDINATORS - {"as", "than"}) | CONJUNCTIONS | {";", ":", "—", "–", "--"}  # what opens another clause
HALTS = frozenset([",", ";", ":", "—", "–", "--", QUOTE])  # what ends a clause that somebody reports
JOINS = frozenset(["and", "but", "yet", "while", "whereas", "or"])  # what joins clauses of two speakers
NEAR = 4  # tokens within which a cue announces a quotation though another one follows that
ENDINGS = ",?!…—-–"
STATES = ("adjective", "matter")  # forms of cues on which no quotation hangs
SPEAKING = frozenset({"speech", "hearer", "stance", "thought", "evidence"})


@dataclass(slots=True, eq=False)
class Spoken:
    """A quoted run with the attribution that it hangs on.

    how: after, before or later (where the attribution stands), colon, noun (chants of), guess (an unlisted verb) or
    alone.
    """

    token: int
    attribution: Attribution | None
    how: str


def attribute(line: Line, sentence: tuple[int, int], attributions: list[Attribution]) -> list[Spoken]:
    """Tie each quoted run of a sentence to the attribution that announces it."""
    lo, hi = sentence
    attributions = [one for one in attributions if one.cue.kinds & SPEAKING and one.cue.form not in STATES]
    return [_tie(line, token, lo, hi, attributions) for token in range(lo, hi) if token in line.runs]


def _tie(line: Line, token: int, lo: int, hi: int, attributions: list[Attribution]) -> Spoken:
    before, after = _attribution_before(line, token, attributions), _attribution_after(line, token, hi, attributions)
    if after and before:
        finished = _is_finished(line, token, hi)
        announced = line.words[token - 1] in (",", ":") or before.last == token or line.lows[token - 1] == "that"
        if finished and token - before.last > NEAR and is_closing(line, max(after.last, after.subject[1]), hi, after):
            announced = False
        if before.subject != NOWHERE and _opens_clause(line, token, after, hi):
            return Spoken(token, before, "before")
        if not finished and _is_aim(before) and is_closing(line, max(after.last, after.subject[1]), hi, after):
            return Spoken(token, after, "after")
        if announced and not (finished and line.words[token - 1] != ":" and before.subject == NOWHERE):
            return Spoken(token, before, "before")
        return Spoken(token, after, "after") if finished else Spoken(token, before, "before")
    after = after or find_signature(line, token, hi)
    if after:
        return Spoken(token, after, "after")
    named = name_before_colon(line, token, lo) or find_proverb(line, token, lo)
    if named and (before is None or before.last <= named.subject[0]):
        return Spoken(token, named, "colon")
    if before and before.last >= token - 1 and not _is_outdone(line, token, hi, before, attributions):
        return Spoken(token, before, "before")
    uttered = find_utterance(line, token, lo)
    if uttered:
        return Spoken(token, uttered, "noun")
    if before and not (outdone := _is_outdone(line, token, hi, before, attributions)):
        return Spoken(token, before, "before")
    if before and outdone:
        return Spoken(token, outdone, "later")
    later = next(
        (
            attribution
            for attribution in attributions
            if attribution.begin > token and line.lows[attribution.begin - 1] == ","
        ),
        None,
    )
    if later and later.subject != NOWHERE and later.cue.form != "ing" and _ends_there(line, later, hi):
        return Spoken(token, later, "later")
    unlisted = _unlisted_verb(line, token, lo, hi)
    return Spoken(token, unlisted, "guess") if unlisted else Spoken(token, None, "alone")


def _is_outdone(
    line: Line, token: int, hi: int, before: Attribution, attributions: list[Attribution]
) -> Attribution | None:
    """Find who ends a sentence of a thing that says nothing: "The treaty signals "the end" for us, said Lee."""
    if before.cue.kinds & {"speech", "hearer", "stance"} or before.cue.lemma in LABELS:
        return None
    for one in attributions:
        if one.begin > token + 1 and one.inverted and "speech" in one.cue.kinds and line.lows[one.begin - 1] == ",":
            return one if is_closing(line, max(one.last, one.subject[1]), hi, one) else None
    return None


def _is_aim(attribution: Attribution) -> bool:
    """Tell "will meet to discuss "..."" from words that somebody gives."""
    return attribution.cue.form == "base" and _is_doing(attribution.cue)


def _opens_clause(line: Line, token: int, after: Attribution, hi: int) -> bool:
    """Tell a cue behind a quotation that goes on with words of its own: "X said it was "...", but Y called it ..."."""
    if not JOINS.isdisjoint(line.lows[token + 1 : after.begin]):
        return True
    return not after.inverted and not is_closing(line, after.last, hi, after)


def _ends_there(line: Line, attribution: Attribution, hi: int) -> bool:
    after = max(attribution.last, attribution.subject[1])
    return after >= hi or line.lows[after] in ".,!?"


def _is_finished(line: Line, token: int, hi: int) -> bool:
    run = line.runs[token]
    return line.text[run.end - 1] in ENDINGS or (token + 1 < hi and line.words[token + 1] in (",", "—", "–", "-"))


def _attribution_after(line: Line, token: int, hi: int, attributions: list[Attribution]) -> Attribution | None:
    """Find the attribution that begins right after a quotation: "...," X said; "...," said X."""
    at = _after(line, token, hi)
    for attribution in attributions:
        if attribution.first <= token or attribution.begin < at or attribution.first - at >= REACH:
            continue
        between = line.lows[at : attribution.begin]
        other = any(low not in ADVERBS and low not in CONJUNCTIONS and low not in HELPERS for low in between)
        if other and (between != ["as"] or not _is_finished(line, token, hi)):  # "...," as X said
            continue
        if between and between[0] in CONJUNCTIONS and not _is_finished(line, token, hi):
            continue  # played "Yesterday" and the mayor said ...
        if attribution.cue.form != "ing" and not attribution.passive:
            beside = attribution.subject if attribution.begin == attribution.subject[0] else (at, at)
            outside = [*line.words[token + 1 : beside[0]], *line.words[beside[1] : attribution.first]]
            return None if QUOTE in outside else attribution
    return None


def _after(line: Line, token: int, hi: int) -> int:
    at = token + 1
    while at < hi and line.words[at] in BETWEEN:
        at += 1
    return at


def _attribution_before(line: Line, token: int, attributions: list[Attribution]) -> Attribution | None:
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
    if not inner or inner.cue.lemma == "read" or (inner.cue.form not in ("base", "ing") and not _is_doing(inner.cue)):
        return None
    for one in reversed(near[:-1]):
        if one.subject == NOWHERE or one.passive or one.cue.form == "base" or not one.cue.kinds & {"speech", "hearer"}:
            continue
        between = line.lows[one.last : inner.first]
        shown = inner.cue.form == "ing" and inner.subject[1] == inner.first  # showed Roth shouting
        own = inner.begin < one.last or inner.subject == one.subject or shown
        return None if own or not HALTS.isdisjoint(between) else one
    return None


def _is_doing(cue: Cue) -> bool:
    """Tell a cue that tells what somebody does or wants from one that gives words: attacked, but not called."""
    return not cue.kinds & {"speech", "hearer"} and cue.lemma not in LABELS


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


def _unlisted_verb(line: Line, token: int, lo: int, hi: int) -> Attribution | None:
    """Trust a comma: "...," X <any verb> names the speaker though the verb is not listed."""
    run = line.runs[token]
    if token != lo or line.text[run.end - 1] not in ",?!":
        return None
    at = _after(line, token, hi)
    if at + 1 < hi and line.lows[at].endswith("ed") and line.words[at][0].islower() and line.words[at + 1][0].isupper():
        return Attribution(
            at, at + 1, phrase_from(line, at + 1, hi), Cue(line.lows[at], "past", frozenset({"speech"})), inverted=True
        )
    if written := find_written(line, at, hi):
        return written
    first, last = phrase_from(line, at, hi)
    if (
        first < 0
        or last >= hi
        or not line.words[last][0].islower()
        or not line.lows[last].endswith(("ed", "s", "t", "d"))
    ):
        return None
    if not (
        line.words[first][0].isupper() or line.lows[first] in PERSONAL or line.lows[first] in ("the", "a", "an", "one")
    ):
        return None
    return Attribution(last, last + 1, (first, last), Cue(line.lows[last], "past", frozenset({"speech"})))


def is_speech(line: Line, spoken: Spoken, sentence: tuple[int, int], continued: bool) -> bool:
    """Tell a quotation from a title, a name or a scare quote."""
    run = line.runs[spoken.token]
    announced = _is_announced(spoken)
    if is_unsaid(line, spoken.token, sentence[1], spoken.how != "after"):
        return False
    if announced and LONG.match(line.text, run.start, run.end):
        return True
    words = split_words(line.text[run.start : run.end])
    if not words or (not run.closed and not (spoken.attribution or continued or len(words) >= 8)):
        return False
    text = line.text[run.start : run.end]
    if not announced and is_title(words, text):
        return False
    if len(words) < SHORT:
        goes_on = continued and spoken.token == sentence[0] and text[-1] in ".!?"
        return goes_on or (
            _is_short_speech(spoken, text)
            and not (spoken.attribution and is_called(line, spoken.token, spoken.attribution, spoken.how))
        )
    return bool(spoken.attribution) or _has_shape(line, spoken, sentence, text, len(words), continued)


def _is_announced(spoken: Spoken) -> bool:
    """Tell whether a verb of saying stands right beside a quotation, so that capitals make it no title."""
    if spoken.how == "after":
        return True
    attribution = spoken.attribution
    return bool(
        spoken.how in ("before", "noun")
        and attribution
        and "speech" in attribution.cue.kinds
        and attribution.last >= spoken.token - 1
    )


def _has_shape(line: Line, spoken: Spoken, sentence: tuple[int, int], text: str, words: int, continued: bool) -> bool:
    """Tell whether a run that no cue announces looks spoken."""
    shape = (text.rstrip()[-1] in ".,!?…") + (words >= 8)
    starts = spoken.token == sentence[0] or line.words[spoken.token - 1] in WALLS
    if (continued and shape) or (starts and shape == 2):
        return True
    signs = (TALK.search(text) is not None) + (VERBS.search(text) is not None)
    return signs >= 1 if continued else shape + signs >= 2 and (starts or signs > 0)


def _is_short_speech(spoken: Spoken, text: str) -> bool:
    """Keep one to three words only where a cue governs them: "No," he said; called it "an insult"."""
    if spoken.attribution is None:
        return False
    if spoken.how in ("after", "guess") or text.rstrip()[-1] in ",!?":
        return True
    if len(text.split()) > 1 or (_is_announced(spoken) and text[0].isupper() and text.rstrip()[-1] == "."):
        return True
    return spoken.attribution.cue.lemma in LABELS
