"""Frames of speech: each cue of a sentence with the words that name who speaks."""

from __future__ import annotations

from typing import NamedTuple

from analysis.voices.cues import Cue, Cues
from analysis.voices.phrases import (
    NOWHERE,
    REACH,
    WALLS,
    clause_subject,
    is_verb,
    phrase_before,
    phrase_from,
    phrase_over_asides,
)
from analysis.voices.tokens import QUOTE, Line
from analysis.voices.words import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    HELPERS,
    MODALS,
    NEGATIONS,
    PERSONAL,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    ROLES,
    SINGULAR_S,
)

JOINTS = frozenset([QUOTE, ",", "–", "-", "—", "--", ":", "?", "!"])  # what may stand before an inverted verb
OPENING_WORDS = frozenset("according as in per".split())  # first words of such phrases
APPOSING = frozenset("a an the who whose another one with of in at his her its director chief president former".split())
NAMED = frozenset("hear find meet brief post read rule".split())  # whose -ing form is a noun: a Senate hearing


class Frame(NamedTuple):
    """A cue and its subject, as token numbers of the line; subject (-1, -1) if there is none."""

    first: int  # first token of the cue
    last: int  # last token of the cue + 1
    subject: tuple[int, int]
    cue: Cue
    inverted: bool = False  # said X
    passive: bool = False  # was told

    @property
    def begin(self) -> int:
        """The first token of cue and subject together."""
        return self.first if self.inverted or self.subject[0] < 0 else min(self.first, self.subject[0])


def find_frames(line: Line, sentence: tuple[int, int], cues: Cues) -> list[Frame]:
    """List the cues of a sentence, each with its subject, from left to right."""
    frames: list[Frame] = []
    lo, hi = sentence
    for at in range(lo, hi):
        phrase = _phrase_at(line, at, hi, cues) if line.lows[at] in OPENING_WORDS else None
        if phrase:
            frames.append(phrase)
            continue
        if line.lows[at] in cues.nouns and at + 1 < hi and line.lows[at + 1] == "that":
            frames.append(_noun_frame(line, at, lo))
            continue
        cue, last = _cue_at(line, at, hi, cues)
        if cue and not _is_noun(line, at, lo, cue):
            frame = _frame(line, at, last, lo, hi, cue, frames)
            if frame:
                frames.append(frame)
    return frames


def _phrase_at(line: Line, at: int, hi: int, cues: Cues) -> Frame | None:
    """Read "according to X" as a cue with its speaker behind it."""
    for phrase in cues.phrases:
        last = at + len(phrase)
        if last < hi and tuple(line.lows[at:last]) == phrase:
            subject = (last, last + 1) if line.lows[last] in PRONOUNS else phrase_from(line, last, hi)
            cue = Cue(" ".join(phrase), "phrase", frozenset({"speech"}))
            return Frame(at, last, subject, cue, inverted=True) if subject != NOWHERE else None
    return None


def _noun_frame(line: Line, at: int, lo: int) -> Frame:
    """Read "X's claim that ..."; without an owner (the claim that ...) nobody is named."""
    cue = Cue(line.lows[at], "noun", frozenset({"speech"}))
    for here in range(at - 1, max(lo, at - 4) - 1, -1):
        low = line.lows[here]
        if low in POSSESSIVES:
            return Frame(at, at + 1, (here, here + 1), cue)
        if low.endswith(("'s", "’s", "s'", "s’")):
            first, _ = phrase_before(line, here + 1, lo)
            return Frame(at, at + 1, (first, here + 1) if first >= 0 else NOWHERE, cue)
    return Frame(at, at + 1, NOWHERE, cue)


def _cue_at(line: Line, at: int, hi: int, cues: Cues) -> tuple[Cue | None, int]:
    """Look a word up in the cue list, with the particle after it (point out) if it takes one."""
    cue = cues.forms.get(line.lows[at])
    if at + 1 < hi:
        particle = cues.particles.get((line.lows[at], line.lows[at + 1]))
        if particle:
            return particle._replace(kinds=particle.kinds | (cue.kinds if cue else frozenset())), at + 2
    return cue, at + 1


def _is_noun(line: Line, at: int, lo: int, cue: Cue) -> bool:
    """Tell his claims, the United States and a recent report from verbs."""
    if at == lo:
        return cue.form in ("base", "third")
    before, word = line.lows[at - 1], line.words[at]
    if cue.form == "other":
        return False
    if word[0].isupper() and line.words[at - 1] not in JOINTS | {"."}:
        return True
    if before.endswith(("'s", "’s", "s'", "s’")) or before in POSSESSIVES:
        return cue.form != "ing" or before in POSSESSIVES - {"her"}
    if cue.form == "ing" and cue.lemma in NAMED and at + 1 < len(line.words):
        return word[0].islower() and (
            line.words[at - 1][0].isupper() or before in DETERMINERS or before.endswith(ADJECTIVES)
        )
    if cue.form in ("past", "participle"):
        return before in DETERMINERS and before not in RELATIVES | PERSONAL | {
            "all",
            "many",
            "some",
            "both",
            "few",
            "most",
        }
    if cue.form == "ing":
        adjective = line.words[at - 1][0].isupper() or before.endswith(ADJECTIVES) or before in ("old", "common")
        return before in ("a", "an", "the") or (adjective and at - 1 > lo and line.lows[at - 2] in ("a", "an", "the"))
    after, at = at + 1, at - 1
    while at > lo and (line.lows[at] in ADVERBS or line.lows[at].endswith("ly")) and line.lows[at] not in PERSONAL:
        at -= 1
    return _agrees_not(line, at, cue, after)


def _agrees_not(line: Line, at: int, cue: Cue, after: int) -> bool:
    """Tell a noun from a verb by the word before it, which a verb would have to agree with."""
    low, word = line.lows[at], line.words[at]
    if (
        low in ("who", "that", "which")
        or low in PERSONAL - {"this", "these", "those", "one"}
        or low in (",", ")", QUOTE, "-", "–", "—")
    ):
        return low == "," and (
            cue.lemma == "state" or line.lows[after : after + 1] in (["by"], ["for"], ["from"], ["of"])
        )
    if cue.form == "base":
        plural = low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s")) and low not in SINGULAR_S
        return not (low in MODALS or plural and low not in DETERMINERS or low in PLURALS or low == "and")
    if low in DETERMINERS or low in PREPOSITIONS or low in AUXILIARIES or low in NEGATIONS:
        return True
    if word[0].isupper():
        return low in ("united", "member")
    if cue.lemma == "state" and not (
        low in ROLES or low.endswith(("letter", "report", "memo", "statement", "document", "law", "bill", "release"))
    ):
        return True
    return low not in ROLES and (
        low.endswith(ADJECTIVES) or (low.endswith("s") and not low.endswith("ss") and low not in SINGULAR_S)
    )


def _frame(line: Line, at: int, last: int, lo: int, hi: int, cue: Cue, frames: list[Frame]) -> Frame | None:
    before = _left_of(line, at, lo)
    helper = line.lows[before] if before >= lo else ""
    if cue.form == "ing" and helper not in BE:
        return Frame(at, last, _subject_of_ing(line, at, lo, frames), cue)
    if cue.form == "base" and helper == "to":
        return Frame(at, last, _main_subject(line, at, lo, frames), cue)
    if cue.form in ("past", "participle") and helper in BE:
        return Frame(at, last, _agent(line, last, hi), cue, passive=True)
    if cue.form in ("past", "participle") and last < hi and helper not in ("had", "has", "have"):
        if line.lows[last] == "by" or (
            helper == "," and line.lows[last] in ("in", "as", "at", "on") and before < at - 1
        ):
            return Frame(at, last, _agent(line, last, hi), cue, passive=True)
    subject = _subject_before(line, at, lo, frames, cue.form == "other")
    if subject != NOWHERE and not (
        before >= lo and helper == "," and before == at - 1 and _is_inverted(line, last, hi, cue)
    ):
        return Frame(at, last, subject, cue)
    if cue.form in ("past", "third", "base", "other") and (
        at == lo or line.words[at - 1] in JOINTS or helper in HELPERS
    ):
        subject = _subject_after(line, last, hi)
        if subject != NOWHERE:
            return Frame(at, last, subject, cue, inverted=True)
    return Frame(at, last, NOWHERE, cue) if cue.form in ("past", "third", "other") else None


def _is_inverted(line: Line, last: int, hi: int, cue: Cue) -> bool:
    """Tell "..., said Ms. Gil, a nurse." from "X, a nurse, said Ms. Gil would come"."""
    if "speech" not in cue.kinds or last >= hi or not (line.words[last][0].isupper() or line.lows[last] in DETERMINERS):
        return False
    end = phrase_from(line, last, hi)[1]
    if end < 0 or end >= hi:
        return end >= hi
    low = line.lows[end]
    if low == "," and end + 1 < hi:
        return line.lows[end + 1] in APPOSING or line.words[end + 1][0].isdigit()
    return low in ".!?" or (low in PREPOSITIONS and not any(is_verb(line, at) for at in range(end, hi)))


def _left_of(line: Line, at: int, lo: int) -> int:
    """Step left over adverbs and negations; return the token that stands there."""
    at -= 1
    while at > lo and (
        (line.lows[at] in ADVERBS and line.lows[at] not in ("most", "here"))
        or line.lows[at] in NEGATIONS
        or (line.lows[at].endswith("ly") and len(line.lows[at]) > 4 and line.words[at][0].islower())
    ):
        at -= 1
    return at


def _main_subject(line: Line, at: int, lo: int, frames: list[Frame]) -> tuple[int, int]:
    """Return who acts in the clause that an infinitive or a participle hangs on."""
    nearest = clause_subject(line, at, lo)
    if nearest[0] > lo and line.lows[nearest[0] - 1] in ("where", "when", "while"):
        return nearest
    for frame in reversed(frames):
        if frame.subject != NOWHERE and not frame.passive and frame.cue.kinds & {"speech", "hearer"}:
            return frame.subject
    return nearest


def _subject_of_ing(line: Line, at: int, lo: int, frames: list[Frame]) -> tuple[int, int]:
    """Find who is "..., adding that", "by warning", "with Trump yelling"."""
    left = _left_of(line, at, lo)
    if left > lo and line.lows[left] not in WALLS and line.lows[left] != "," and line.lows[left] not in PREPOSITIONS:
        first, last = phrase_before(line, left + 1, lo)
        if first > lo and line.lows[first - 1] == "with":
            return (first, last)
        for here in range(left, max(lo, left - 12), -1):
            if line.lows[here] == "with" and line.words[here + 1][0].isupper():
                return (here + 1, left + 1)
    return _main_subject(line, at, lo, frames)


def _agent(line: Line, last: int, hi: int) -> tuple[int, int]:
    """Find who acts in a passive: described by Comey."""
    for at in range(last, min(hi, last + 8)):
        if line.lows[at] == "by":
            return phrase_from(line, at + 1, hi)
        if line.lows[at] in WALLS or line.lows[at] in (",", "that"):
            break
    return NOWHERE


def _subject_before(line: Line, at: int, lo: int, frames: list[Frame], foreign: bool = False) -> tuple[int, int]:
    """Find the words before a verb that say who acts: "Kevin Madden, a strategist, [has also] said"."""
    end = _before_verb(line, at, lo)
    end -= foreign and end > lo and line.lows[end - 1] in HELPERS
    if end <= lo:
        return NOWHERE
    word = line.lows[end - 1]
    if word in ("and", "but", "or", "then"):
        return _subject_of_pair(line, at, end, lo, frames)
    if word == ",":
        if end - 1 > lo and line.lows[end - 2] == QUOTE:
            return NOWHERE
        return phrase_over_asides(line, end - 1, lo)
    if (word in WALLS and word != ")") or word in (".", "-", "'", "’"):
        return NOWHERE
    if word in ("who", "which", "that"):
        stop = end - 1
        stop -= stop > lo and line.lows[stop - 1] == ","
        if stop - 1 > lo and line.lows[stop - 1] in ("himself", "herself"):
            return (stop - 2, stop)
        return phrase_before(line, stop, lo) if stop > lo else NOWHERE
    return phrase_before(line, end, lo)


def _subject_of_pair(line: Line, at: int, end: int, lo: int, frames: list[Frame]) -> tuple[int, int]:
    """Find who acts in "X went on and said": the subject of the verb of the same form before it."""
    for frame in reversed(frames):
        if frame.subject != NOWHERE and frame.cue.kinds & {"speech", "hearer"} and frame.cue.form in ("past", "third"):
            return frame.subject
    return clause_subject(line, end - 1, lo)


def _before_verb(line: Line, at: int, lo: int) -> int:
    """Step left over auxiliaries and adverbs: return where the subject must end."""
    floor = max(lo, at - REACH)
    while at > floor:
        low = line.lows[at - 1]
        if not (
            low in AUXILIARIES
            or low in NEGATIONS
            or (low in ADVERBS and low not in ("most", "here", "then"))
            or (low.endswith("ly") and len(low) > 4 and line.words[at - 1][0].islower())
        ):
            break
        at -= 1
    return at


def _subject_after(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Find who acts after an inverted verb: said Kevin Madden, a strategist."""
    while at < hi and line.lows[at] in ADVERBS:
        at += 1
    return phrase_from(line, at, hi)
