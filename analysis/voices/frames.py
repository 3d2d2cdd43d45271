"""Frames of speech: each cue of a sentence with the words that name who speaks."""

from __future__ import annotations

from typing import NamedTuple

from analysis.voices.cues import Cue, Cues
from analysis.voices.tokens import QUOTE, Line
from analysis.voices.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

REACH = 40  # tokens looked at on either side of a cue
NO_SUBJECT = frozenset(":;—–()[]!?") | {QUOTE, "--", "…", "..."}
ASIDES = (
    frozenset(
        "a an the who which whose his her their its one now then former speaking also then himself herself in on at".split()
    )
    | PREPOSITIONS
    | frozenset("whom citing referring noting adding including using responding appearing".split())
)


class Frame(NamedTuple):
    """A cue and its subject, as token numbers of the line; subject (-1, -1) if there is none."""

    first: int  # first token of the cue
    last: int  # last token of the cue + 1
    subject: tuple[int, int]
    cue: Cue
    inverted: bool = False  # said X


def find_frames(line: Line, sentence: tuple[int, int], cues: Cues) -> list[Frame]:
    """List the cues of a sentence, each with its subject, from left to right."""
    frames: list[Frame] = []
    lo, hi = sentence
    for at in range(lo, hi):
        cue = cues.forms.get(line.lows[at])
        last = at + 1
        if last < hi:
            particle = cues.particles.get((line.lows[at], line.lows[last]))
            if particle:
                kinds = particle.kinds | (cue.kinds if cue and particle.form != cue.form else frozenset())
                cue, last = particle._replace(kinds=kinds), last + 1
        if cue is None or _is_noun(line, at, lo, cue):
            continue
        frame = _frame(line, at, last, lo, hi, cue, frames)
        if frame:
            frames.append(frame)
    return frames


def _is_noun(line: Line, at: int, lo: int, cue: Cue) -> bool:
    """Tell his claims, the United States and recent reports from verbs."""
    if cue.form == "past" and line.words[at][0].islower():
        before = line.lows[at - 1] if at > lo else ""
        return before in DETERMINERS and before not in RELATIVES | PERSONAL | {"all", "many", "some", "one", "both"}
    if at == lo:
        return cue.form != "ing" and cue.form != "past"
    before, word = line.lows[at - 1], line.words[at]
    if cue.form == "other":
        return False
    if word[0].isupper() and line.words[at - 1] not in {QUOTE, ",", ".", "—"}:
        return True
    if before in POSSESSIVES or before.endswith(("'s", "’s", "s'", "s’")):
        return cue.form != "ing" or before in POSSESSIVES
    if before in (
        "a",
        "an",
        "the",
        "these",
        "those",
        "no",
        "any",
        "such",
        "his",
        "of",
        "for",
        "with",
        "in",
        "on",
        "by",
    ):
        return cue.form in ("base", "third") or before in ("a", "an", "the")
    return False


def _frame(line: Line, at: int, last: int, lo: int, hi: int, cue: Cue, frames: list[Frame]) -> Frame | None:
    previous = frames[-1] if frames else None
    if cue.form == "ing" and not _follows_be(line, at, lo):
        subject = previous.subject if previous else first_phrase(line, lo, at)
        return Frame(at, last, subject, cue)
    subject = subject_before(line, at, lo, previous)
    if subject != (-1, -1):
        return Frame(at, last, subject, cue)
    if cue.form in ("past", "third", "base", "other"):
        subject = subject_after(line, last, hi)
        if subject != (-1, -1) and (at == lo or line.words[at - 1] in (QUOTE, ",", "–", "-", "—", "--", ":", "?", "!")):
            return Frame(at, last, subject, cue, inverted=True)
    return Frame(at, last, (-1, -1), cue) if cue.form in ("past", "third", "other", "ing") else None


def _follows_be(line: Line, at: int, lo: int) -> bool:
    at -= 1
    while at >= lo and (line.lows[at] in ADVERBS or line.lows[at] in NEGATIONS or line.lows[at].endswith("ly")):
        at -= 1
    return at >= lo and line.lows[at] in AUXILIARIES


def subject_before(line: Line, at: int, lo: int, previous: Frame | None) -> tuple[int, int]:
    """Find the words before a verb that say who acts: "Kevin Madden, a strategist, [has also] said"."""
    end = _before_verb(line, at, lo)
    if end <= lo:
        return (-1, -1)
    word = line.lows[end - 1]
    if word in ("and", "but", "or") or (word == "," and end - 1 > lo and line.lows[end - 2] == QUOTE):
        if word == ",":
            return (-1, -1)
        return previous.subject if previous else first_phrase(line, lo, end - 1)
    if word in NO_SUBJECT or word in (".", "-", "'", "’"):
        return (-1, -1)
    if word in ("who", "which", "that"):
        stop = end - 1
        stop -= stop > lo and line.lows[stop - 1] == ","
        return _phrase_before(line, stop, lo) if stop > lo else (-1, -1)
    if word == ",":
        return _subject_over_aside(line, end - 1, lo)
    return _phrase_before(line, end, lo)


def _before_verb(line: Line, at: int, lo: int) -> int:
    """Step left over auxiliaries, adverbs and "went on to": return where the subject must end."""
    floor = max(lo, at - REACH)
    while at > floor:
        low = line.lows[at - 1]
        if low in AUXILIARIES or low in NEGATIONS or (low in ADVERBS and low not in ("most", "here")):
            at -= 1
        elif low.endswith("ly") and len(low) > 4 and line.words[at - 1][0].islower():
            at -= 1
        elif low == "to" and at - 1 > floor:
            at -= 2
        else:
            break
    return at


def _phrase_before(line: Line, end: int, lo: int) -> tuple[int, int]:
    """Take the noun phrase that ends before token `end`."""
    floor = max(lo, end - REACH)
    at = end
    if line.lows[at - 1] in PERSONAL:
        return (at - 1, at)
    while at > floor:
        low = line.lows[at - 1]
        if low in NO_SUBJECT or low in SUBORDINATORS or low in AUXILIARIES:
            break
        if low in ("and", "but", "or") and not _joins_names(line, at - 1, floor, end):
            break
        if low == "," and not _inside_name(line, at - 1, floor, end):
            break
        if low == "." and not (at - 1 > floor and line.words[at - 2][0].isupper()):
            break
        if low in PERSONAL - {"this", "that", "these", "those", "one"}:
            break
        at -= 1
    while at < end and (line.lows[at] in CONJUNCTIONS or line.lows[at] in ADVERBS or line.lows[at] in ",.-'’"):
        at += 1
    return (at, end) if at < end else (-1, -1)


def _joins_names(line: Line, at: int, floor: int, end: int) -> bool:
    return (
        line.lows[at] == "and"
        and floor < at < end - 1
        and line.words[at - 1][0].isupper()
        and line.words[at + 1][0].isupper()
    )


def _inside_name(line: Line, at: int, floor: int, end: int) -> bool:
    """Tell the comma of "Bush, R-Fla." or "10,000" from one between phrases."""
    return at + 1 < end and line.lows[at + 1] in ("jr", "sr") and at > floor


def _subject_over_aside(line: Line, comma: int, lo: int) -> tuple[int, int]:
    """Find the subject of "X, a strategist, who ..., said": its first words stand before the asides."""
    floor = max(lo, comma - REACH)
    stop = comma
    for _ in range(4):
        before = stop - 1
        while before > floor and line.lows[before] != "," and line.lows[before] not in NO_SUBJECT:
            before -= 1
        if before <= floor or line.lows[before] != ",":
            break
        stop = before
        if line.lows[stop + 1] not in ASIDES and not line.lows[stop + 1].endswith("ing") and stop - floor < 2:
            break
    first, last = _phrase_before(line, stop, lo)
    return (first, comma) if first >= 0 else _phrase_before(line, comma, lo)


def first_phrase(line: Line, lo: int, hi: int) -> tuple[int, int]:
    """Take the first noun phrase of a sentence: its subject, where no verb tells."""
    at = lo
    if at < hi and (line.lows[at] in PREPOSITIONS or line.lows[at] in SUBORDINATORS or line.lows[at].endswith("ing")):
        comma = next((n for n in range(at, min(hi, at + REACH)) if line.lows[n] == ","), -1)
        if comma >= 0 and comma + 1 < hi and line.lows[comma + 1] != QUOTE:
            at = comma + 1
    while at < hi and (
        line.lows[at] in CONJUNCTIONS or line.lows[at] in ADVERBS or line.words[at] in (QUOTE, ",", "-", "–", "—")
    ):
        at += 1
    return phrase_from(line, at, hi)


def subject_after(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Find who acts after an inverted verb: said [on Monday] Kevin Madden, a strategist."""
    while at < hi and line.lows[at] in ADVERBS:
        at += 1
    return phrase_from(line, at, hi)


def phrase_from(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Take the noun phrase that starts at a token."""
    first, hi = at, min(hi, at + REACH)
    if at >= hi:
        return (-1, -1)
    low = line.lows[at]
    if low in PERSONAL and not (low in DETERMINERS and at + 1 < hi and line.lows[at + 1].isalpha()):
        return (at, at + 1)
    if low in SUBORDINATORS or low in AUXILIARIES or (low in PREPOSITIONS) or not (low[0].isalnum() or low == "#"):
        return (-1, -1)
    while at < hi:
        low = line.lows[at]
        if low == "." and at + 1 < hi and line.words[at - 1][0].isupper() and line.words[at + 1][0].isupper():
            at += 1
            continue
        if low in NO_SUBJECT or low in ',."' or low in AUXILIARIES or (at > first and low in PERSONAL):
            break
        if (low in SUBORDINATORS and low not in PREPOSITIONS) or (
            low in PREPOSITIONS and low not in ("of", "for", "from", "at", "with", "de")
        ):
            break
        if low in ("to", "who", "which", "and", "but") and not (low == "and" and _joins_names(line, at, first, hi)):
            break
        if (
            at > first
            and line.words[at][0].islower()
            and line.words[at - 1][0].isupper()
            and low.endswith(("ed", "ing", "ly"))
        ):
            break
        at += 1
    return (first, at) if at > first else (-1, -1)
