"""Speaker turns: "Question: ...", "💬 Sergey Lavrov: ...", and posts that are one person's speech."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.voices.names import SEQUENCE, given_names, is_personal, split_sequence, strip_titles
from analysis.voices.people import People
from analysis.voices.words import TITLES

BUBBLE = "💬🗣"
LABEL = re.compile(
    r"(?P<lead>[^\w\n\"“”«»'‘’(#@]{0,8})(?P<label>[^\W\d_][\w.’' -]{0,70}?)(?P<aside> \([^()\n]{1,60}\))?: ?(?=\S)"
)
OPENING = re.compile(rf"[^\w\n]{{0,4}}[{BUBBLE}][^\w\n\"“«]{{0,4}}(?=\S)")
ASKING = frozenset(
    [
        "question",
        "q",
        "interviewer",
        "journalist",
        "reporter",
        "host",
        "moderator",
        "correspondent",
        "anchor",
        "вопрос",
        "frage",
    ]
)
ANSWERING = frozenset(["answer", "a", "response", "reply", "ответ", "antwort", "réponse"])
BREAK = re.compile(r"\W*(?:\*\s?){3,}\W*$|[-–—_=~•·⁂]{3,}\W*$")
HEADING = re.compile(
    r"\W*(?:(?:the |other |more |some )?(?:key|main) (?:talking )?(?:points|takeaways|messages|quotes|statements)|"
    r"(?:highlights|excerpts|takeaways|talking points|quotes))[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
EDITOR = re.compile(
    r"\W*(?:read (?:more|in full|also|the full|full)|full (?:text|transcript|video)|watch|see also|source|via|photo|"
    r"video|learn more|subscribe|follow us)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)
TAGS = re.compile(r"(?:[^\w\n#@]*[#@]\w+)+\W*$")
OCCASION = re.compile(
    r"\b(?:interview|briefing|remarks|speech|address|comments?|commentary|statement|answers?|q&a|press conference|talk|"
    r"message|greetings?|article|intervention)\b",
    re.IGNORECASE,
)
TALK = re.compile(r"\b(?:I|we|you|my|our|your|me|us)\b", re.IGNORECASE)
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


class Label(NamedTuple):
    """A label that opens a turn: the speaker's name, where it stands, where the speech starts."""

    speaker: str | None
    start: int
    end: int
    speech: int
    bubble: bool


def find_turns(text: str, paragraphs: list[tuple[int, int]], people: People, title: str = "") -> list[Turn]:
    """List the turns of a text in order; paragraphs: where its lines start and end.

    A turn ends at the next label, at a row of asterisks, at an editor's heading (Key points) or at a
    reading hint. In a post that one person's bubble or an interview's heading opens, what follows
    the break is that person's speech too, unless it names them.
    """
    labels = _labels(text, paragraphs, people, title)
    host = _host(text, paragraphs, people, title, labels)
    lasting = len(labels) > 1 or host is not None or any(label.bubble for label in labels.values())
    turns: list[Turn] = []
    current: Label | None = None
    first = -1  # the open turn's first paragraph; -1: none is open
    for number, (start, end) in enumerate([*paragraphs, (len(text), len(text))]):
        line = text[start:end]
        label = labels.get(number)
        stops = (
            label or start == end or BREAK.match(line) or HEADING.match(line) or EDITOR.match(line) or TAGS.match(line)
        )
        if stops and first >= 0 and current:
            _close(text, paragraphs, first, number, current, turns)
            first = -1
        if label:
            current, first = label, number
            if not lasting:  # one label among an article's paragraphs holds for its own
                _close(text, paragraphs, number, number + 1, label, turns)
                current, first = None, -1
        elif stops and start < end:
            current = _after_break(line, current, host)
        elif current and first < 0 and start < end:
            if host and _names(text, start, end, current.speaker):
                current = None
            else:
                current, first = current._replace(speech=start), number
    return turns or _letter(text, paragraphs, people)


def _letter(text: str, paragraphs: list[tuple[int, int]], people: People) -> list[Turn]:
    """Find a letter quoted without marks: "The message reads: / Dear ..." with its author named before."""
    for number in range(1, len(paragraphs) - 1):
        line = text[slice(*paragraphs[number])]
        if len(line) > 160 or not READS.search(line):
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


def _after_break(line: str, current: Label | None, host: Label | None) -> Label | None:
    """Tell who speaks after a break: the host of the post, if it has one."""
    if EDITOR.match(line) or TAGS.match(line):
        return None
    return host


def _close(
    text: str, paragraphs: list[tuple[int, int]], first: int, stop: int, label: Label, turns: list[Turn]
) -> None:
    start, end = label.speech, paragraphs[stop - 1][1]
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        turns.append(Turn(start, end, label.speaker, label.start, label.end, (first, stop)))


def _names(text: str, start: int, end: int, speaker: str | None) -> bool:
    last = (speaker or "").split()[-1:]
    return bool(last) and re.search(rf"\b{re.escape(last[0])}\b", text[start:end]) is not None


def _labels(text: str, paragraphs: list[tuple[int, int]], people: People, title: str) -> dict[int, Label]:
    """Find the labels that open turns; a surname alone counts where two labels or more stand."""
    found: dict[int, tuple[Label, int]] = {}
    for number, (start, end) in enumerate(paragraphs):
        label = _label(text, start, end, people)
        if label:
            found[number] = label
    sure = sum(weight >= 1 for _, weight in found.values())
    counted = {number: label for number, (label, weight) in found.items() if weight >= 2 or (weight == 1 and sure >= 2)}
    return _named(text, paragraphs, counted, people, title)


def _label(text: str, start: int, end: int, people: People) -> tuple[Label, int] | None:
    """Read a line's label; the weight is 2 if it is one for sure, 1 if only among others."""
    opening = OPENING.match(text, start, end)
    match = LABEL.match(text, start, end)
    if match:
        bubble = any(sign in match["lead"] for sign in BUBBLE)
        words = match["label"].split()
        low = match["label"].lower().rstrip(".")
        place = Label(None, match.start("label"), match.end("label"), match.end(), bubble)
        if low in ASKING or low in ANSWERING:
            name = match["label"] if low in ASKING else None
            return place._replace(speaker=name), 2 if len(low) > 1 else 1
        name = _person(words, people)
        if name and (bubble or (start and _is_sentence(text, match.end(), end))):
            known = bubble or (
                " " in match["label"] and is_personal(strip_titles(words)[0]) and words[0].lower() in given_names()
            )
            return place._replace(speaker=name), 2 if known else 1
    if opening:
        return Label(None, -1, -1, opening.end(), True), 2
    return None


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Tell speech after a label from a headline ("Medvedev: Europe is boiling")."""
    rest = text[start:end].rstrip(' "”»’)')
    return rest.endswith((".", "!", "?", "…", ":", ";", "-", "–", "—")) and len(rest) > 1


def _person(words: list[str], people: People) -> str | None:
    """Read a label as a person: Sergey Lavrov, President Putin, MR. TRUMP, LAVROV."""
    if len(words) > 9 or not words[-1][0].isupper():
        return None
    cased = [word.capitalize() if word.isupper() and len(word) > 3 else word for word in words]
    parts = [part for part in split_sequence(" ".join(_last_capitals(cased))) if part]
    if not parts:
        return None
    name, sex = strip_titles(parts[-1])
    titled = len(name) < len(words) and words[0].lower().rstrip(".") in TITLES
    if is_personal(name) or titled or name[-1].lower() in people.by_last or words[-1].isupper():
        return people.full_name(name, sex) if name[-1].lower() not in TITLES else None
    return None


def _last_capitals(words: list[str]) -> list[str]:
    at = len(words)
    while at and words[at - 1][0].isupper():
        at -= 1
    return words[at:]


def _named(text: str, paragraphs, labels: dict[int, Label], people: People, title: str) -> dict[int, Label]:
    """Give labels without a name (a bubble alone, "Answer") the person of the heading before them."""
    named = {}
    for number, label in labels.items():
        if label.speaker is None:
            person = _heading_person(text, paragraphs[max(0, number - 2) : number], people, title)
            others = [
                other.speaker for other in labels.values() if other.speaker and other.speaker.lower() not in ASKING
            ]
            name, start, end = person or ((others[0] if others else None), -1, -1)
            label = label._replace(speaker=name, start=start, end=end)
        named[number] = label
    return named


def _heading_person(text: str, lines: list[tuple[int, int]], people: People, title: str):
    """Find the person whose interview, briefing or statement a heading announces."""
    for start, end in lines[::-1]:
        if end - start < 400 and OCCASION.search(text, start, end):
            for match in reversed(list(SEQUENCE.finditer(text, start, end))):
                for words in reversed(split_sequence(match.group())):
                    name, _ = strip_titles(words)
                    if is_personal(name) and name[0].lower() in given_names():
                        at = text.find(name[0], match.start(), match.end())
                        return people.full_name(name), at, match.end()
    if title and OCCASION.search(title):
        for match in reversed(list(SEQUENCE.finditer(title))):
            for words in reversed(split_sequence(match.group())):
                name, _ = strip_titles(words)
                if is_personal(name) and name[0].lower() in given_names():
                    return people.full_name(name), -1, -1
    return None


def _host(text: str, paragraphs, people: People, title: str, labels: dict[int, Label]) -> Label | None:
    """Find the one person whose speech the whole post is, if it is one."""
    speakers = {label.speaker for label in labels.values() if label.speaker and label.speaker.lower() not in ASKING}
    bubbles = [label for label in labels.values() if label.bubble]
    if len(speakers) == 1 and bubbles:
        return next(label for label in labels.values() if label.speaker in speakers)
    if labels or not any(HEADING.match(text, start, end) for start, end in paragraphs[:8]):
        return None
    person = _heading_person(text, paragraphs[:2], people, title)
    return Label(person[0], person[1], person[2], -1, False) if person else None
