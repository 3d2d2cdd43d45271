"""extract_quotes: one document at a time, close attention only where marks or cues stand."""

from __future__ import annotations

import re

import pandas as pd

from analysis.tables import check_table, make_table
from analysis.voices.cues import Cues, load_cues
from analysis.voices.direct import Spoken, attribute, is_speech
from analysis.voices.frames import Frame, find_frames, first_phrase
from analysis.voices.indirect import Reported, report
from analysis.voices.marks import HAS_MARK, Run, find_runs
from analysis.voices.people import People
from analysis.voices.speakers import Speaker, name_speaker
from analysis.voices.tokens import Line, read_line
from analysis.voices.turns import Turn, find_turns

PARAGRAPH = re.compile(r"[^\n]+")
BLANKS = str.maketrans({code: " " for code in (0xA0, 0x2007, 0x2009, 0x200A, 0x202F, 0x2002, 0x2003, 0x09)})
NOBODY = Speaker(None, -1, -1)


def extract_quotes(documents: pd.DataFrame) -> pd.DataFrame:
    """Find who says what."""
    check_table(documents, "documents", ("doc_id", "text"))
    cues = load_cues()
    rows: list[dict] = []
    titles = documents["title"] if "title" in documents else [None] * len(documents)
    for doc_id, text, title in zip(documents["doc_id"], documents["text"], titles, strict=True):
        if isinstance(text, str) and text:
            found = quotes_of(text, cues, title if isinstance(title, str) else "")
            rows.extend({"doc_id": doc_id, **row} for row in found)
    return make_table("quotes", rows) if rows else make_table("quotes")


def quotes_of(text: str, cues: Cues, title: str = "") -> list[dict]:
    """List the quotations of one text, in order."""
    plain = text.translate(BLANKS)
    paragraphs = [match.span() for match in PARAGRAPH.finditer(plain)]
    runs = _all_runs(plain, paragraphs)
    people = People(plain, [(run.left, run.right) for found in runs for run in found], title)
    reader = _Reader(plain, cues, people)
    turns = find_turns(plain, paragraphs, people, title)
    spoken = {number: turn for turn in turns for number in range(*turn.paragraphs)}
    for number, (span, found) in enumerate(zip(paragraphs, runs, strict=True)):
        turn = spoken.get(number)
        if turn is None:
            reader.read(span, found)
        elif number == turn.paragraphs[0]:
            reader.turn(turn)
    rows = sorted(reader.rows, key=lambda row: (row["start"], row["end"]))
    return [{**row, "text": text[row["start"] : row["end"]]} for row in rows]


def _all_runs(text: str, paragraphs: list[tuple[int, int]]) -> list[list[Run]]:
    found, carried = [], False
    for start, end in paragraphs:
        runs = find_runs(text, start, end, carried) if HAS_MARK.search(text, start, end) else []
        found.append(runs)
        carried = bool(runs) and not runs[-1].closed or (carried and not runs)
    return found


class _Reader:
    """Reads paragraphs in order and remembers who spoke last."""

    def __init__(self, text: str, cues: Cues, people: People) -> None:
        self.text, self.cues, self.people = text, cues, people
        self.rows: list[dict] = []
        self.last: tuple[Speaker, str | None] = (NOBODY, None)
        self.open = False  # the paragraph before ended inside a quotation
        self.announced: tuple[Speaker, str | None] | None = None  # "..., he said:" ended the paragraph before

    def read(self, span: tuple[int, int], runs: list[Run]) -> None:
        start, end = span
        line = read_line(self.text, start, end, runs)
        here: tuple[Speaker, str | None] | None = None
        for sentence in line.sentences:
            frames = find_frames(line, sentence, self.cues)
            spoken = attribute(line, sentence, frames) if runs else []
            kept: list[Run] = []
            for one in spoken:
                before = len(self.rows)
                here = self._direct(line, sentence, one, here)
                if len(self.rows) > before:
                    kept.append(line.runs[one.token])
            if frames or "according" in line.lows:
                tied = {one.frame.first for one in spoken if one.frame and one.how == "after"}
                for one in report(line, sentence, frames, self.cues, tied):
                    self._indirect(line, sentence, one, kept)
        self.open = bool(runs) and not runs[-1].closed

    def turn(self, turn: Turn) -> None:
        """Add a turn; what is quoted inside it is its speaker's speech too."""
        who = Speaker(turn.speaker, turn.label_start, turn.label_end)
        if turn.speaker:
            self.people.speaks(turn.start, turn.speaker)
        self._add(Run(turn.start, turn.end, turn.start, turn.end), "turn", who, None)
        self.open = False

    def _direct(self, line: Line, sentence: tuple[int, int], one: Spoken, here):
        carried = self.open and one.token == 0
        if not is_speech(line, one, sentence, carried or here is not None):
            return here
        run = line.runs[one.token]
        if one.frame and one.frame.subject[0] >= 0:
            who = name_speaker(line, one.frame.subject, self.people, sentence[1])
            cue = self._cue(line, one.frame)
        elif here:
            who, cue = here[0], None
        elif carried or one.token == 0:
            who, cue = self.last[0], None
        else:
            subject = first_phrase(line, sentence[0], one.token)
            who = name_speaker(line, subject, self.people, sentence[1]) if subject[0] >= 0 else self.last[0]
            cue = None
        if who.name:
            self.people.speaks(run.start, who.name)
        self._add(run, "direct", who, cue)
        self.last = (who, cue)
        return self.last

    def _indirect(self, line: Line, sentence: tuple[int, int], one: Reported, kept: list[Run]) -> None:
        """Add a reported clause, in pieces where quotations stand inside it."""
        who = NOBODY
        if one.frame.subject[0] >= 0:
            who = name_speaker(line, one.frame.subject, self.people, sentence[1])
        at, end = line.starts[one.first], line.ends[one.last - 1]
        for run in [*(run for run in kept if run.left < end and run.right > at), None]:
            stop = run.left if run else end
            if len(self.text[at:stop].split()) > 1:
                self._add(Run(at, stop, at, stop), "indirect", who, self._cue(line, one.frame), one.form)
            at = max(at, run.right) if run else end

    def _cue(self, line: Line, frame: Frame) -> str:
        return " ".join(line.lows[frame.first : frame.last])

    def _add(self, run: Run, kind: str, who: Speaker, cue: str | None, form: str | None = None) -> None:
        placed = who.start >= 0
        start, end = run.start, run.end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            self.rows.append(
                {
                    "start": start, "end": end, "kind": kind, "speaker": who.name or pd.NA,
                    "speaker_start": who.start if placed else pd.NA,
                    "speaker_end": who.end if placed else pd.NA, "cue": cue or pd.NA, "form": form or pd.NA,
                }
            )  # fmt: skip
