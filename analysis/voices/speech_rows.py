"""The rows of quotes that are written while a text is read: each piece of speech, who says it, and by which cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from analysis.voices.cues import Attribution
from analysis.voices.finite_verbs import SAYING
from analysis.voices.lines import Line, start_of
from analysis.voices.marks import QuotedRun
from analysis.voices.reported import Reported
from analysis.voices.saying import is_announcing
from analysis.voices.speakers import Speaker
from analysis.voices.tokens import QUOTE

ENDING = ",.!?"  # with which a quotation ends what it is part of
FEW = 3  # words: a piece of an object beside a quotation that has fewer is none


@dataclass(slots=True, eq=False)
class Heard:
    """Who spoke, by which cue."""

    who: Speaker
    cue: str | None = None


STARS = "*_"


class SpeechRow(NamedTuple):
    """A row of quotes but for document and text; None for what is missing."""

    start: int
    end: int
    kind: str
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    cue: str | None
    form: str | None


class Transcript:
    """The speech of one text; `rows` holds it in the order in which it was heard."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rows: list[SpeechRow] = []

    def add(self, start: int, end: int, kind: str, heard: Heard, form: str | None = None) -> None:
        """Add a piece of speech, without the blanks around it and the stars that stand alone at its ends."""
        start, end = _locate_words(self.text, start, end)
        if start < end:
            self.rows.append(SpeechRow(start, end, kind, *place_of_speaker(heard.who), heard.cue or None, form))

    def add_reported(self, line: Line, one: Reported, runs: list[QuotedRun], heard: Heard) -> None:
        """Add a reported clause, in pieces where quotations stand inside it."""
        first = at = start_of(line, one.first)
        end = line.ends[one.last - 1]
        inside = [run for run in runs if run.left < end and run.right > at] if runs else runs
        if one.form == "object" and inside:
            end = min([end, *(run.right for run in inside if self.text[run.end - 1] in ENDING)])
            if not _is_mostly_unquoted(inside, at, end):
                return  # called it "an insult": the quotation says it
        if inside and line.lows[one.last - 1] in SAYING:
            end = inside[-1].right  # "...," she said at the end is no part of it
        for run in [*inside, None]:
            stop = run.left if run else end
            piece = self.text[slice(*_locate_words(self.text, at, stop))]
            small = one.form == "object" and inside and piece.count(" ") + 1 < FEW
            if any(map(str.isalnum, piece)) and not small and not (at > first and is_announcing(piece)):
                self.add(at, stop, "indirect", heard, one.form)
            at = max(at, run.right) if run else end

    def give_to(self, number: int, who: Speaker) -> None:
        """Say who says what a row holds, once that is known."""
        row = self.rows[number]
        self.rows[number] = SpeechRow(*row[:3], *place_of_speaker(who)[:1], None, None, *row[6:])

    def give_last_to(self, who: Speaker) -> None:
        """Say that somebody else than was thought says what was added last."""
        self.rows[-1] = SpeechRow(*self.rows[-1][:3], *place_of_speaker(who), *self.rows[-1][6:])


def _locate_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Step over blanks at both ends of a piece, and over the stars of bold words beside it: called it **“a”** and."""
    while start < end and (text[start].isspace() or (text[start] in STARS and _stars_alone(text, start, end))):
        start += 1
    while end > start and (text[end - 1].isspace() or (text[end - 1] in STARS and _stars_end(text, start, end))):
        end -= 1
    return start, end


def _stars_alone(text: str, start: int, end: int) -> bool:
    """Whether blanks follow stars at the head of a piece."""
    rest = text[start : min(end, start + 4)].lstrip(STARS)
    return not rest or rest[0].isspace()


def _stars_end(text: str, start: int, end: int) -> bool:
    """Whether a blank stands before stars at the end of a piece."""
    rest = text[max(start, end - 4) : end].rstrip(STARS)
    return not rest or rest[-1].isspace()


def _is_mostly_unquoted(inside: list[QuotedRun], start: int, end: int) -> bool:
    """Tell "a 'rent' law for all who live by the river", which has a word in marks, from what is said in marks."""
    quoted = sum(min(run.right, end) - max(run.left, start) for run in inside)
    return 2 * quoted < end - start


def place_of_speaker(who: Speaker) -> tuple[str | None, int | None, int | None]:
    """The speaker's name and the place that names them, None where there is none."""
    return (who.name or None, who.start, who.end) if who.start >= 0 else (who.name or None, None, None)


def cue_of(line: Line, attribution: Attribution) -> str:
    """Return the cue's words in lower case."""
    return " ".join(word for word in line.lows[attribution.first : attribution.last] if word != QUOTE)
