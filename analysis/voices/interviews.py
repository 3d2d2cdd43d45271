"""Interviews without labels: questions and answers by turns behind dashes, or answers under lines that ask."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from analysis.voices.prose_again import goes_on
from analysis.voices.referents import Referents
from analysis.voices.sure_labels import TurnLabel

DASHED = re.compile(r"[—–―-]\s?(?=\S)")
ASIDE = re.compile(r"[,!?…][»”\"]?\s?[—–―-]\s[a-zß-ÿа-яёіїєґәғқңөұүһ]")  # - No, - says the mayor
MARKED = re.compile(r"\W*[\"“”„«»•▪●*#]")
CLOSING = ' \u00a0\t)»”“"*_'
BOLD = re.compile(r"(?:\*\*|__|#{2,5} )(?=\w)")  # how a page sets its questions off
CALLED = re.compile(
    r"\b(?:\w*interview|entretien|propos recueillis|gespräch|интервью|інтерв['’ʼ]ю|бесед\w+|беседовал\w*|розмов\w+|"
    r"спілкувал\w+|сұхбат\w*|q&a)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\b(?:[Yy]ou(?:rs?)?|Sie|Ihnen|Ihre?[nmrs]?|[Vv]ous|[Vv]otre|[Vv]os|[Вв]ы|[Вв]ас|[Вв]ам[и]?|[Вв]аш\w*|[Вв]и|"
    r"[Сс]із\w*)\b|-vous\b"
)
SPEAKS = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Ii]ch|[Mm]ir|[Mm]ich|[Mm]eine?[nmrs]?|[Jj]e|[Mm]oi|[Mm]on|ma|mes|[Яя]|[Мм]не|[Мм]еня|"
    r"[Мм]ені|[Мм]ене|[Мм]ен|[Мм]аған|[Мм]енің)\b|\b[Jj]['’]"
)
ENGLISH = re.compile(r"\b(?:the|you|what|how|why|do|did|is|are|of)\b", re.IGNORECASE)
LINE, BRIEF = 160, 50  # characters of a line that says what the text is, and of one that ends in a full stop
QUESTION = 400  # characters of a question
HEADING = 2  # paragraphs that head a text
APART = 5  # paragraphs of an answer
FEW, SEVERAL = 2, 3  # questions of what is called an interview, and of what is not


class GuestAnswers(NamedTuple):
    """What the guest of an interview says: the name, and of each answer its start and its paragraphs."""

    guest: str
    spans: list[tuple[int, tuple[int, int]]]


def find_answers(text: str, paragraphs: list[tuple[int, int]], people: Referents) -> GuestAnswers | None:
    """Find the answers of an interview that labels nobody; None where the text is none, or names no guest before it.

    Behind dashes every other paragraph is an answer; else what stands under a line that ends in a question mark,
    where the text is called an interview, asks you or sets its questions in bold, and is answered with I, often.
    """
    dashed = [number for number, (start, end) in enumerate(paragraphs) if DASHED.match(text, start, end)]
    asked = [number for number, span in enumerate(paragraphs) if _asks(text, *span)]
    if len(asked) < FEW:
        return None
    called = _is_called(text, paragraphs, asked[0])
    for questions, answers in _take_turns(text, paragraphs, dashed):
        guest = find_guest(text, paragraphs, questions[0], people, None if called else HEADING)
        if guest:
            return GuestAnswers(guest, _list_spans(text, paragraphs, answers, {*questions}, guest))
    behind = {*dashed}
    bold = [number for number in asked if BOLD.match(text, *paragraphs[number])]
    called = called or len(bold) >= FEW
    plain = [number for number in asked if number not in behind and not MARKED.match(text, *paragraphs[number])]
    plain = bold if len(bold) >= FEW else plain
    answers = [number + 1 for number, after in pairwise([*plain, len(paragraphs)]) if number + 1 < after]
    if not _is_answered(text, paragraphs, plain, answers, called):
        return None
    guest = find_guest(text, paragraphs, plain[0], people, None if called else HEADING)
    return GuestAnswers(guest, _list_spans(text, paragraphs, answers, {*plain}, guest)) if guest else None


def _asks(text: str, start: int, end: int) -> bool:
    return end - start < QUESTION and text[start:end].rstrip(CLOSING).endswith("?")


def _is_called(text: str, paragraphs: list[tuple[int, int]], first: int) -> bool:
    """Whether a short line before the first question, or one of the last two, calls the text an interview."""
    lines = [*paragraphs[:first], *paragraphs[-2:]]
    return any(
        end - start < (BRIEF if text[end - 1] == "." else LINE) and CALLED.search(text, start, end)
        for start, end in lines
    )


def _take_turns(text: str, paragraphs: list[tuple[int, int]], dashed: list[int]) -> list[tuple[list[int], list[int]]]:
    """List runs of paragraphs behind dashes of which every other one asks: the questions and the answers."""
    runs: list[list[int]] = []
    for number in dashed:
        if runs and number - runs[-1][-1] <= APART:
            runs[-1].append(number)
        else:
            runs.append([number])
    found = []
    for run in runs:
        questions, answers = run[::2], run[1::2]
        asking = [_asks(text, *paragraphs[number]) for number in questions]
        back = sum(_asks(text, *paragraphs[number]) for number in answers)
        told = any(ASIDE.search(text, *paragraphs[number]) for number in run)
        by_turns = asking[0] and 2 * sum(asking) >= len(answers) and 3 * back <= len(answers)
        if len(answers) >= FEW and by_turns and not told:
            found.append((questions, answers))
    return found


def _is_answered(
    text: str, paragraphs: list[tuple[int, int]], asked: list[int], answers: list[int], called: bool
) -> bool:
    """Whether lines that ask are the questions of an interview: somebody answers them with I or we."""
    speaking = sum(SPEAKS.search(text, *paragraphs[number]) is not None for number in answers)
    if (
        not asked
        or asked[-1] - asked[0] >= APART * len(asked)
        or any(MARKED.match(text, *paragraphs[number]) for number in answers)
    ):
        return False
    if called:
        return len(answers) >= FEW and speaking > 0
    address = sum(ADDRESS.search(text, *paragraphs[number]) is not None for number in asked)
    return len(answers) >= SEVERAL and 2 * speaking >= len(answers) and 2 * address >= len(asked)


def find_guest(text: str, paragraphs: list[tuple[int, int]], first: int, people: Referents, most: int | None) -> str:
    """Whom the paragraphs before the first question name first, in so many of them at most; "" for nobody."""
    end = paragraphs[min(first, most) if most else first][0]
    if people.declined:
        return next((name for at, name in people.declined if at < end and " " in name), "")
    named = sorted(pair for pair in people.full_names if pair[0] < end)
    return " ".join(named[0][1]) if named and ENGLISH.search(text, *paragraphs[first]) else ""


def _list_spans(
    text: str, paragraphs: list[tuple[int, int]], answers: list[int], questions: set[int], guest: str
) -> list[tuple[int, tuple[int, int]]]:
    """Where each answer starts, and its paragraphs: up to the next question, or where the text's own prose goes on."""
    found, last, apart = [], max(questions), {*questions, *answers}
    for number in answers:
        start, end = paragraphs[number]
        opening = DASHED.match(text, start, end)
        start = opening.end() if opening else start
        label, stop = TurnLabel(guest, -1, -1, start, False), number + 1
        while stop < len(paragraphs) and stop not in apart:
            if not goes_on(text, *paragraphs[stop], label, stop < last, stop + 1 in questions):
                break
            stop += 1
        found.append((start, (number, stop)))
    return found
