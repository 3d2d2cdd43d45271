"""Labels that name nobody, and who they are: "Answer:", "A.", a bubble alone under an interview's heading."""

from __future__ import annotations

import re

from analysis.voices.interviews import find_guest
from analysis.voices.occasions import heading_person
from analysis.voices.referents import Referents
from analysis.voices.sure_labels import TurnLabel, is_prose

ABOVE = 10  # paragraphs that open an interview
ASKING = frozenset(
    [
        *("question", "q", "interviewer", "journalist", "reporter", "host", "moderator", "correspondent", "anchor"),
        *("announcer", "narrator", "operator", "presenter"),
        *("вопрос", "корреспондент", "кореспондент", "тілші", "frage", "pregunta", "periodista"),
    ]
)
ANSWERING = frozenset(["answer", "a", "response", "reply", "ответ", "antwort", "réponse", "respuesta"])
PAGE_ROLES = ANSWERING | {
    "question",
    "q",
    "вопрос",
    "запитання",
    "питання",
    "сұрақ",
    "frage",
    "pregunta",
}  # of a page, no people
ROLES_IN_FULL = {"q": "Question", "a": "Answer"}
DOTTED = re.compile(r"^(?:\d{1,2} {1,3})?Q\. ", re.MULTILINE)


def name_answering(
    text: str, paragraphs, labels: dict[int, TurnLabel], people: Referents, title: str
) -> dict[int, TurnLabel]:
    """Give labels without a name (a bubble alone, "Answer") the person of the heading before them."""
    named = {}
    other = _find_answering(text, list(labels.values())) or _find_asked(text, paragraphs, labels, people)
    for number, label in labels.items():
        if label.speaker is None:
            person = heading_person(text, paragraphs[max(0, number - 2) : number], people, title)
            start, end = paragraphs[number]
            if label.start < 0 and not person and (start in people.reporting or is_prose(text, label.speech, end)):
                continue  # 💬 The president said he would ...
            if person or other or label.start < 0:
                name, *place = person or (other, -1, -1)
                label = label._replace(speaker=name, start=place[0], end=place[1])
                other = other or name  # who answers under the next bubble too
            else:
                answering = text[label.start : label.end]  # with nobody named
                label = label._replace(speaker=ROLES_IN_FULL.get(answering.lower(), answering))
        named[number] = label
    return named


def _find_answering(text: str, labels: list[TurnLabel]) -> str | None:
    """Find who answers under "A" or a bubble alone: the first who is named and asks nothing.

    Where a court's reporter writes Q. and A., that is who is named right behind a question: not the judge and counsel.
    """
    dotted = DOTTED.search(text) is not None
    before = (None, *labels)
    for label, last in zip(labels, before, strict=False):
        asked = last is not None and last.speaker is not None and last.speaker.lower() in ASKING
        if label.speaker and label.speaker.lower() not in ASKING and (asked or not dotted):
            return label.speaker
    return None


def _find_asked(text: str, paragraphs, labels: dict[int, TurnLabel], people: Referents) -> str | None:
    """Find who answers though no label names anybody: whom the text names first before its questions."""
    first = min(labels, default=0)
    asked = any(label.speaker is None and label.start >= 0 for label in labels.values())
    return find_guest(text, paragraphs, first, people, None) or None if asked and 0 < first < ABOVE else None
