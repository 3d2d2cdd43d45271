"""Speaker turns: what stands under a label, and posts that are one person's speech."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from analysis.voices.answering_labels import ASKING
from analysis.voices.interviews import find_answers
from analysis.voices.labels import find_labels
from analysis.voices.occasions import heading_person
from analysis.voices.prose_again import goes_on, is_narrated, is_transcript, names
from analysis.voices.referents import Referents
from analysis.voices.several_labels import list_next_labels
from analysis.voices.sure_labels import TurnLabel

BREAK = re.compile(  # rows of stars and lines, (COMMERCIAL BREAK)
    r"\W*(?:\*\s?){3,}\W*$|[-–—_=~•·⁂]{3,}\W*$|\W{0,2}[(\[][A-Z0-9 :,.'’-]{4,60}[)\]]\W*$"
)
HEADING = re.compile(
    r"\W*(?:(?:the |other |more |some )?(?:key|main) (?:talking )?(?:points|takeaways|messages|quotes|statements)|"
    r"(?:highlights|excerpts|takeaways|talking points|quotes))[^.!?\n]{0,40}$|"
    r"\W*(?:(?:самое )?(?:главное|основное)|(?:главные|основные|ключевые) (?:тезисы|заявления|моменты)|"
    r"(?:головне|основні (?:тези|заяви))|(?:die )?wichtigsten? (?:punkte|aussagen)|(?:l')?essentiel|"
    r"(?:les )?points (?:clés|principaux))\b[^.!?\n]{0,70}$|"
    r"[^.!?:\n]{5,80}[:,–—-] ?(?:the )?(?:key|main) (?:points|takeaways|messages|quotes|statements)\W*$",
    re.IGNORECASE,
)
EDITOR = re.compile(
    r"\W*(?:read (?:more|in full|also|the full|full)|full (?:text|transcript|video)|watch|see also|source|via|photo|"
    r"video|learn more|subscribe|follow us|"
    r"читать|читайте|смотреть|смотрите|подробнее|полн(?:ый|ая|ое) (?:текст|версия|видео)|источник|подписаться|"
    r"подпишись|подписывайтесь|читати|докладніше|повний текст|підписатися|підписуйтесь|толық|оқу|жазылу|көбірек|"
    r"mehr lesen|weiterlesen|hier lesen|abonnieren|lire la suite|lire aussi|en savoir plus|s'abonner)"
    r"\b[^.!?\n]{0,60}(?:\b(?:https?://|www\.|t\.me/)\S+\s*)?$",
    re.IGNORECASE,
)
STAMP = re.compile(  # 10:14 AM · May 3, 2024
    r"\W*(?:\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: ?[·•|–—-] ?[\w ,./]{3,40})?|\w{3,9}\.? \d{1,2}, \d{4})\W*$"
)
TAGS = re.compile(r"(?:[^\w\n#@]*[#@]\w+)+\W*$")
TALK = re.compile(r"\b(?:I|we|you|my|our|your|me|us)\b", re.IGNORECASE)
NOTE = re.compile(r"\W{0,3}[(\[][^()\[\]\n]{3,120}[)\]]\W{0,2}")  # (Applause.), [He leaves the room.]
READS = re.compile(
    r"\b(?:message|letter|telegram|statement|note|greeting|address|text)s?\b[^.!?:\n]{0,60}\b(?:read|reads|says|said|states|stated)\b[^.!?:\n]{0,30}:\s*$",
    re.IGNORECASE,
)


class Turn(NamedTuple):
    """A stretch of speech under one label: the speaker and where the label names them (-1: nowhere)."""

    start: int
    end: int
    speaker: str | None
    label_start: int
    label_end: int
    paragraphs: tuple[int, int]  # first paragraph, last paragraph + 1


def find_turns(text: str, paragraphs: list[tuple[int, int]], people: Referents, title: str = "") -> list[Turn]:
    """List the turns of a text in order; paragraphs: where its lines start and end.

    A turn ends at the next label, at a row of asterisks, at an editor's heading (Key points), at a
    reading hint, and where the text's own prose goes on (`goes_on`). In a post that one person's bubble or an
    interview's heading opens, what follows the break is that person's speech too, unless it names them.
    """
    labels = find_labels(text, paragraphs, people, title)
    host = _host(text, paragraphs, people, title, labels)
    if len(labels) < 2 and host is None and (answered := _answered(text, paragraphs, people)):
        return answered
    if not labels and host is None:
        return _letter(text, paragraphs, people)
    lasting = len(labels) > 1 or host is not None or any(label.bubble for label in labels.values())
    within = range(min(labels, default=0), max(labels, default=0)) if is_transcript(labels) else range(0)
    names_of = {text[label.start : label.end]: label.speaker for label in labels.values() if label.start >= 0}
    turns: list[Turn] = []
    current: TurnLabel | None = None
    first = -1  # the open turn's first paragraph; -1: none is open
    for number, (start, end) in enumerate([*paragraphs, (len(text), len(text))]):
        line = text[start:end]
        label = labels.get(number)
        if not label and first >= 0 and current and (start < current.speech or _is_note(line)):
            continue  # the account below the name, (Applause)
        stops = label or start == end or BREAK.match(line) or HEADING.match(line) or _ends_post(line)
        if stops and first >= 0 and current:
            _close(text, paragraphs, first, number, current, turns, names_of)
            first = -1
        if label:
            current, first = label, number
            if not lasting:  # one label among an article's paragraphs holds for its own
                posted = next((at for at in range(number, number + 3) if label.speech <= paragraphs[at][1]), number)
                _close(text, paragraphs, number, posted + 1, label, turns, names_of)
                current, first = None, -1
        elif stops and start < end:
            current = _after_break(line, current, host)
        elif first >= 0 and (
            _ends_turn(text, (start, end), current, bool(host) or number in within, number + 1 in labels)
            or (current and is_narrated(text, start, end, current, people))
        ):
            _close(text, paragraphs, first, number, current, turns, names_of)
            current, first = None, -1
        elif current and first < 0 and start < end:
            if host and names(text, start, end, current.speaker):
                current = None
            else:
                current, first = current._replace(speech=start), number
    return turns or _letter(text, paragraphs, people)


def _is_note(line: str) -> bool:
    """Tell a line in brackets that says what happens while somebody speaks, unless it is all in capitals."""
    return NOTE.fullmatch(line) is not None and not BREAK.match(line)


def _ends_turn(text: str, span: tuple[int, int], current: TurnLabel | None, between: object, labelled: bool) -> bool:
    """Whether the text's own prose goes on in a paragraph behind a turn's first.

    between: whether it lies between labels or under a host; labelled: whether the next paragraph has a label.
    """
    if current is None or span[0] <= current.speech:
        return False
    return not goes_on(text, *span, current, bool(between), labelled)


def _answered(text: str, paragraphs: list[tuple[int, int]], people: Referents) -> list[Turn]:
    """The answers of an interview without labels."""
    found, turns = find_answers(text, paragraphs, people), []
    for start, numbers in found.spans if found else ():
        _add(text, Turn(start, paragraphs[numbers[1] - 1][1], found.guest, -1, -1, numbers), turns)
    return turns


def _letter(text: str, paragraphs: list[tuple[int, int]], people: Referents) -> list[Turn]:
    """Find a letter quoted without marks: "The message reads: / Dear ..." with its author named before."""
    for number in range(1, len(paragraphs) - 1):
        start, end = paragraphs[number]
        line = text[start:end] if end - start <= 160 else ""
        if not line.rstrip().endswith(":") or not READS.search(line):
            continue
        stop = number + 1
        while stop < len(paragraphs) and _is_letter(text[slice(*paragraphs[stop])]):
            stop += 1
        author = people.first_named(*paragraphs[number - 1])
        if stop > number + 1 and author:
            name, start, end = author
            return [Turn(paragraphs[number + 1][0], paragraphs[stop - 1][1], name, start, end, (number + 1, stop))]
    return []


def _is_letter(line: str) -> bool:
    """Tell a letter's paragraph by its "you" and "I"; a quotation mark says that it is quoted already."""
    return bool(TALK.search(line)) and not re.match(r"\W*[\"“„«]", line) and not TAGS.match(line)


def _after_break(line: str, current: TurnLabel | None, host: TurnLabel | None) -> TurnLabel | None:
    """Tell who speaks after a break: the host of the post, if it has one."""
    return None if _ends_post(line) else host


def _ends_post(line: str) -> bool:
    """Tell a line behind which nobody's post goes on: a reading hint, hashtags, the time of the post."""
    return any(sign.match(line) is not None for sign in (EDITOR, TAGS, STAMP))


def _close(
    text: str,
    paragraphs: list[tuple[int, int]],
    first: int,
    stop: int,
    label: TurnLabel,
    turns: list[Turn],
    names_of: Mapping[str, str | None],
) -> None:
    """Add the turn of some paragraphs, or those of all whom a line of it names; names_of: the text's labels."""
    while stop - 1 > first and NOTE.fullmatch(text, *paragraphs[stop - 1]):
        stop -= 1  # (Applause)
    start, end = label.speech, paragraphs[stop - 1][1]
    one = Turn(start, end, label.speaker, label.start, label.end, (first, stop))
    occasion = label.bubble and ":" in text[paragraphs[first][0] : max(label.start, 0)]  # 🗣 Meeting: Lee: ... Roe: ...
    if occasion or (label.start >= 0 and not label.bubble):
        written = None if occasion else text[label.start : label.end]
        for found in list_next_labels(text, start, paragraphs[first][1] if occasion else end, names_of, written):
            _add(text, one._replace(end=found.start()), turns)
            place = found.span("name")
            one = Turn(found.end(), end, names_of.get(found["name"]) or found["name"], *place, (first, stop))
    _add(text, one, turns)


def _add(text: str, turn: Turn, turns: list[Turn]) -> None:
    """Add a turn without the blanks behind it, if anything is said."""
    end = turn.end
    while end > turn.start and text[end - 1].isspace():
        end -= 1
    if turn.start < end:
        turns.append(turn._replace(end=end))


def _host(text: str, paragraphs, people: Referents, title: str, labels: dict[int, TurnLabel]) -> TurnLabel | None:
    """Find the one person whose speech the whole post is, if it is one."""
    speakers = {label.speaker for label in labels.values() if label.speaker and label.speaker.lower() not in ASKING}
    bubbles = [label for label in labels.values() if label.bubble]
    if len(speakers) == 1 and bubbles:
        return next(label for label in labels.values() if label.speaker in speakers)
    if labels or not any(HEADING.match(text, start, end) for start, end in paragraphs[:8]):
        return None
    person = heading_person(text, paragraphs[:2], people, title)
    return TurnLabel(person[0], person[1], person[2], -1, False) if person else None
