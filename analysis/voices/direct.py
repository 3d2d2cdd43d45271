"""Direct speech: which quoted runs are quotations, who says them, by which cue."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.voices.frames import REACH, Frame, first_phrase
from analysis.voices.tokens import QUOTE, SHORT, STOPS, Line

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
TALK = re.compile(r"\b(?:i|i'm|i’m|i've|i’ve|we|we're|we’re|you|my|our|your|me|us)\b", re.IGNORECASE)
VERBS = re.compile(
    r"\b(?:is|are|was|were|be|been|am|do|does|did|has|have|had|will|would|can|could|should|must|may|might|not|\w+n['’]t|"
    r"\w+['’](?:s|re|ve|ll|d|m))\b",
    re.IGNORECASE,
)
BETWEEN = frozenset([",", "-", "–", "—", "--", ".", "?", "!", "…", "...", ")", "'", "’"])


LABELS = frozenset(
    "call describe dismiss label brand dub term characterize denounce deride portray name say answer reply".split()
)


class Spoken(NamedTuple):
    """A quoted run with the frame that it hangs on; how: after, before, around, follows or alone."""

    token: int
    frame: Frame | None
    how: str


def attribute(line: Line, sentence: tuple[int, int], frames: list[Frame]) -> list[Spoken]:
    """Tie each quoted run of a sentence to the frame that announces it."""
    lo, hi = sentence
    frames = [frame for frame in frames if frame.cue.kinds & {"speech", "hearer", "stance", "thought", "evidence"}]
    return [_tie(line, token, lo, hi, frames) for token in range(lo, hi) if line.words[token] == QUOTE]


def _tie(line: Line, token: int, lo: int, hi: int, frames: list[Frame]) -> Spoken:
    after = _frame_after(line, token, hi, frames)
    before = _frame_before(line, token, lo, frames)
    run = line.runs[token]
    ending = line.text[run.end - 1]
    if after and before:
        own = (
            token > lo and line.words[token - 1] in (",", ":") or before.last == token or line.lows[token - 1] == "that"
        )
        finished = ending in ",?!…—-" or (token + 1 < hi and line.words[token + 1] in (",", "—", "–", "-"))
        if own and not (finished and line.words[token - 1] != ":" and before.subject == (-1, -1)):
            return Spoken(token, before, "before")
        return Spoken(token, after if finished else before, "after" if finished else "before")
    if after:
        return Spoken(token, after, "after")
    if before:
        return Spoken(token, before, "before")
    return Spoken(token, None, "alone")


def _frame_after(line: Line, token: int, hi: int, frames: list[Frame]) -> Frame | None:
    """Find the frame that begins right after a quotation: "...," X said; "...," said X."""
    at = token + 1
    while at < hi and line.words[at] in BETWEEN:
        at += 1
    for frame in frames:
        begin = frame.first if frame.inverted or frame.subject[0] < 0 else min(frame.first, frame.subject[0])
        if frame.first > token and at <= begin <= at + 3 and frame.first - at < REACH:
            if frame.cue.form == "ing" and not frame.inverted:
                continue
            if any(word == QUOTE for word in line.words[token + 1 : frame.first]):
                return None
            return frame
    return None


def _frame_before(line: Line, token: int, lo: int, frames: list[Frame]) -> Frame | None:
    """Find the nearest frame to the left in the sentence."""
    near = [frame for frame in frames if frame.last <= token]
    return near[-1] if near else None


def is_speech(line: Line, spoken: Spoken, sentence: tuple[int, int], continued: bool) -> bool:
    """Tell a quotation from a title, a name or a scare quote."""
    run = line.runs[spoken.token]
    words = WORD.findall(line.text, run.start, run.end)
    count = len(words)
    if not count:
        return False
    if not run.closed and not (spoken.frame or continued or count >= 8):
        return False
    lower = sum(word[0].islower() for word in words)
    text = line.text[run.start : run.end]
    if _is_title(line, spoken, words, lower, text):
        return False
    if count < SHORT:
        return _is_short_speech(line, spoken, sentence, text)
    if spoken.frame:
        return True
    shape = bool(TALK.search(text)) + bool(VERBS.search(text)) + (text.rstrip()[-1] in ".,!?…") + (count >= 8)
    return shape >= 2 or (continued and shape >= 1)


def _is_title(line: Line, spoken: Spoken, words: list[str], lower: int, text: str) -> bool:
    """Tell "The Rachel Maddow Show" and "So, That Happened": capitals all through."""
    if text.rstrip()[-1] in ".!?,…" and VERBS.search(text):
        return False
    big = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in big)
    return len(words) > 1 and capitals >= max(1, 0.75 * len(big)) and lower <= len(words) / 2


def _is_short_speech(line: Line, spoken: Spoken, sentence: tuple[int, int], text: str) -> bool:
    """Keep one to three words only where they are a whole utterance: "No," he said."""
    lo, hi = sentence
    if spoken.frame is None:
        return False
    if spoken.how == "after" or text.rstrip()[-1] in ",!?":
        return True
    if len(text.split()) > 1:
        return spoken.how == "before"
    return spoken.frame.cue.lemma in LABELS
