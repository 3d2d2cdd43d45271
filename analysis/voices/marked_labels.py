"""Labels without a colon behind them in their line: [Ida Rau] ..., IDA RAU; ..., RAU — ..., or a name alone above."""

from __future__ import annotations

import re
from collections import Counter

from analysis.voices.label_names import name_person
from analysis.voices.referents import Referents
from analysis.voices.role_labels import is_lone_name, is_numbered
from analysis.voices.sure_labels import TurnLabel, is_talk

_NAME = r"(?P<name>[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,3})"
_SHOUTED = r"(?P<name>[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ.’'-]+(?: [A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ.’'-]+){0,2})"
_BRACKETED = re.compile(rf"[\[(]{_NAME}[\])] (?=\S)")
_SEMICOLON = re.compile(rf"{_SHOUTED}; ?(?=\S)")
_DASHED = re.compile(rf"{_SHOUTED} ?(?:[—–―]|-{{1,2}}) (?=\S)")
_ABOVE = re.compile(rf"\*{{0,3}}{_NAME}\*{{0,3}} ?:\*{{0,3}}\W{{0,2}}")  # the line ends behind it
_TITLED = re.compile(rf"{_NAME}(?: (?:--|—|–) [^\n]{{2,60}}){{1,2}}")  # Ann Roth -- Harbour Bank -- Analyst
_ALONE = re.compile(rf"\*{{0,3}}{_NAME}\*{{0,3}}")  # a name on a line of its own that comes again
_FIRST = {"[": _BRACKETED, "(": _BRACKETED}
FEWEST = 3  # labels of one kind, of two who speak, in at least every second line
ABOVE_FEWEST = 2
SHORT = 60  # characters of a line that is a name


def find_marked_labels(text: str, paragraphs: list[tuple[int, int]], people: Referents) -> dict[int, TurnLabel]:
    """Find labels of one such kind with which most lines of a talk open; a line or two of them are no talk."""
    kinds: dict[re.Pattern[str], dict[int, TurnLabel]] = {_ALONE: _find_alone(text, paragraphs, people)}
    for number in range(len(paragraphs)):
        if found := _find(text, paragraphs, number, people):
            kind, label = found
            kinds.setdefault(kind, {})[number] = label
    talks = (
        labels
        for kind, labels in kinds.items()
        if _is_talk_of(text, paragraphs, labels, kind in (_ABOVE, _TITLED, _ALONE))
    )
    return next(talks, {})


def _find_alone(text: str, paragraphs: list[tuple[int, int]], people: Referents) -> dict[int, TurnLabel]:
    """Find lines that are a full name and nothing else, of names that come again: Ida Rau / Why? / Jo Moll / Rain."""
    lines = [text[start:end].strip("* ") if end - start < SHORT else "" for start, end in paragraphs]
    again = {line for line, times in Counter(lines).items() if times > 1 and " " in line and line[0].isupper()}
    found = {}
    for number, line in enumerate(lines[:-1]):
        match = (
            _ALONE.fullmatch(text, *paragraphs[number]) if line in again and lines[number + 1] not in again else None
        )
        name = _name(match["name"].split(), people, False) if match else None
        if match and name:
            found[number] = TurnLabel(name, *match.span("name"), paragraphs[number + 1][0], False)
    return found


def _find(
    text: str, paragraphs: list[tuple[int, int]], number: int, people: Referents
) -> tuple[re.Pattern[str], TurnLabel] | None:
    """Read one line's label, with its kind."""
    start, end = paragraphs[number]
    if (kind := _FIRST.get(text[start])) is not None:
        match, speech = kind.match(text, start, end), None
    elif text[end - 1] in ":*" and end - start < 80 and number + 1 < len(paragraphs):
        kind, speech = _ABOVE, paragraphs[number + 1][0]
        match = kind.fullmatch(text, start, end) if text[speech] not in "\"“”„«'‘" else None
    elif (
        end - start < 120 and number + 1 < len(paragraphs) and text[end - 1].isalnum() and _is_parted(text, start, end)
    ):
        kind, speech = _TITLED, paragraphs[number + 1][0]
        match = kind.fullmatch(text, start, end)
    elif text[start : start + 2].isupper():
        kind, speech = _SEMICOLON, None
        if not (match := kind.match(text, start, end)):
            kind = _DASHED
            match = kind.match(text, start, end)
    else:
        return None
    name = _name(match["name"].split(), people, kind in (_SEMICOLON, _DASHED)) if match else None
    return (kind, TurnLabel(name, *match.span("name"), speech or match.end(), False)) if match and name else None


def _is_parted(text: str, start: int, end: int) -> bool:
    """Whether a line has a dash between blanks."""
    return any(text.find(dash, start, end) > 0 for dash in (" -- ", " — ", " – "))


def _name(words: list[str], people: Referents, shouted: bool) -> str | None:
    """Name who speaks under a label: a person, somebody counted, in capitals any name."""
    if is_numbered(words):
        return " ".join(words).capitalize()
    name = name_person(words, people) if words[-1][0].isupper() else None
    return name or (" ".join(words).title() if shouted and is_lone_name(words) else None)


def _is_talk_of(text: str, paragraphs: list[tuple[int, int]], labels: dict[int, TurnLabel], above: bool) -> bool:
    """Tell a talk by its labels: several of two who speak or more, close together, and they say I, we or you."""
    numbers = sorted(labels)
    dense = (2 + above) * len(numbers) > numbers[-1] - numbers[0] if numbers else False
    names = {label.speaker for label in labels.values()}
    if len(numbers) < (ABOVE_FEWEST if above else FEWEST) or len(names) < 2 or not dense:
        return False
    return is_talk(text, [paragraphs[min(number + above, len(paragraphs) - 1)] for number in numbers])
