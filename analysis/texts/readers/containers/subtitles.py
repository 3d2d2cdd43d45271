"""Subtitles of films and broadcasts (SRT, WebVTT): what is said, as paragraphs, without numbers, times and tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from analysis.texts.readers.encodings import decode_text
from analysis.texts.readers.page import Content, Note, Settings, SourcePage, Taken, Unreadable
from analysis.texts.readers.tables.decoding import decode_head

CONTAINER = "subtitles"
PAUSE = 3.0  # seconds without words after a sentence that open a paragraph
_CLOCK = r"(?:\d{1,3}:)?\d\d:\d\d[,.]\d{1,3}"
_TIMES = re.compile(rf"[ \t]*(?P<start>{_CLOCK})[ \t]+-->[ \t]+(?P<end>{_CLOCK})(?:[ \t][^\n]*)?")
_FIRST = re.compile(rf"\ufeff?(?:WEBVTT(?=[ \t\r\n]|$)|(?:\s*\d{{1,6}}[ \t]*\r?\n)?{_TIMES.pattern}\r?$)", re.MULTILINE)
_TAG = re.compile(
    r"</?(?:[a-z]|ruby|rt|lang|font)(?:[ .][^<>\n]{0,80})?>|<\d[\d:.]{4,12}>|\{\\[^{}\n]{1,40}\}", re.IGNORECASE
)
_VOICE = re.compile(r"<v(?:\.[^<> ]{1,40})? (?P<name>[^<>\n]{1,60})>")  # <v Ann Lee>, whose text others may follow
_LABEL = re.compile(r"(?:>>+ ?|[-–—] ?)?(?P<name>[^\W\d_a-z][\w.'’-]*(?: [\w.'’-]+){0,3}): ?(?=\S)")
_NO_CUE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
_TURN = re.compile(r"(?:>>+|[-–—])\s")
_SENTENCE_END = re.compile(r"[.!?…♪][\"'”’»)\]]*$")


class Subtitle(NamedTuple):
    """What is shown at once, and from when to when in seconds."""

    start: float
    end: float
    lines: list[str]


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is subtitles: by a first cue's times, or WebVTT's first word."""
    if b"-->" not in content.head.replace(b"\x00", b""):
        return 0.0
    text = decode_head(content)
    return 0.9 if text is not None and _FIRST.match(text) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give what is said as one page; raises Unreadable if nothing is."""
    text, encoding = decode_text(content.read())
    cues = list(split_subtitles(text))
    said = "\n\n".join(join_subtitles(cues))
    if not said:
        raise Unreadable("subtitles without a word")
    yield SourcePage(content.name, said, "story", {}, encoding, content.size)
    yield Note(content.name, f"{len(cues):,} subtitles, put together as paragraphs")


def split_subtitles(text: str) -> Iterator[Subtitle]:
    """The cues of a file in order; notes, styles, numbers and names of cues are none."""
    cue, skipping = None, False
    for line in text.removeprefix("\ufeff").splitlines():
        if found := _TIMES.fullmatch(line):
            if cue:
                yield cue
            cue, skipping = Subtitle(_seconds(found["start"]), _seconds(found["end"]), []), False
        elif not line.strip():
            if cue and cue.lines:
                yield cue
                cue = None
            skipping = False
        elif cue is None or skipping:
            skipping = skipping or bool(_NO_CUE.match(line))
        else:
            named = _VOICE.sub(lambda voice: f"{' '.join(voice['name'].split())}: ", line)
            cue.lines.append(" ".join(_TAG.sub("", named).split()))
    if cue:
        yield cue


def _seconds(clock: str) -> float:
    seconds = 0.0
    for part in clock.replace(",", ".").split(":"):
        seconds = 60 * seconds + float(part)
    return seconds


def join_subtitles(cues: list[Subtitle]) -> Iterator[str]:
    """Paragraphs of what cues say: a new one for another speaker, and after a pause behind a sentence.

    Who speaks stands before the first of their words ("Ann Lee: ..."), not again before each cue.
    A line that the cue before has shown already (as live subtitles roll) is said once.
    """
    labels = Counter(found["name"] for cue in cues for line in cue.lines if (found := _LABEL.match(line)))
    paragraph, shown, ended, speaker = "", [], 0.0, ""
    for cue in cues:
        for line in cue.lines:
            if not line or line in shown:
                continue
            label = _LABEL.match(line)
            named = label["name"] if label and len(labels) > 1 and labels.total() > 2 else ""
            line = line[label.end() :] if label and named and named == speaker else line
            parted = bool(_SENTENCE_END.search(paragraph)) and cue.start - ended >= PAUSE
            if paragraph and (parted or _TURN.match(line) or named not in ("", speaker)):
                yield paragraph
                paragraph = ""
            speaker = named or speaker
            paragraph = f"{paragraph} {line}".strip()
        if any(cue.lines):
            shown, ended = cue.lines, max(ended, cue.end)
    if paragraph:
        yield paragraph
