"""Labels that turn out sure by what stands around them: an answer under a question, a symbol that comes again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from analysis.voices.role_labels import find_asker, is_group
from analysis.voices.saying import find_verb, is_said_after

TALK = re.compile(
    r"\b(?:i|we|you|my|our|your|me|us|i[’']m|we[’']re|you[’']re|yes|no|well|я|мы|вы|мне|нам|нас|вам|вас|да|нет|ich|wir|uns|"
    r"ja|nein|je|j['’]\w+|nous|vous|oui|non)\b|\?\s*$",
    re.IGNORECASE,
)

QUOTING = re.compile(r"[^\W\d_]: ?[\"“«„][^\"“”«»„\n]{1,500}[\"”»“][.,!?]? [^\W\d_][\w. -]{1,30}: ?[\"“«„]")


QUOTED = re.compile(r"[\"“«„][^\"“”«»„\n]{1,500}[\"”»“]")
CODE = re.compile(r"[A-Z]\d{1,2}")


class TurnLabel(NamedTuple):
    """A label that opens a turn: the speaker's name, where it stands, where the speech starts."""

    speaker: str | None
    start: int
    end: int
    speech: int
    bubble: bool


Weighed = tuple[TurnLabel, int]  # a label, and 2: one for sure, 1: if others stand in the text, 0: if it comes again


def is_talk_under(text: str, label: TurnLabel) -> bool:
    """Tell whether the first line of the speech under a label says I, we, you, yes or no, or asks."""
    return TALK.search(text, label.speech, text.find("\n", label.speech) % (len(text) + 1)) is not None


def list_raised(text: str, paragraphs: list[tuple[int, int]], found: Mapping[int, Weighed]) -> set[int]:
    """List the paragraphs whose label counts though nobody of that name is known.

    A question stands right before it under another label; others in capitals have an office beside their name;
    others open with the same symbol, and they say I, we or you; several call out between two who speak; or they are
    called by a letter and a number.
    """
    written = {number: text[one.start : one.end] for number, (one, _) in found.items()}
    named = {number for number, (one, _) in found.items() if one.speaker}
    shouted = any(weight > 1 and written[number].isupper() for number, (_, weight) in found.items())
    return {
        *(number for number in named if _answers(text, paragraphs, number, found[number][0])),
        *(number for number in named if shouted and written[number].isupper() and len(written[number]) > 1),
        *_list_alike(text, paragraphs, {number: found[number][0] for number in named}),
        *_list_coded(text, paragraphs, written),
        *(number for number in named if is_group(written[number].split()) and _is_between(number, found)),
    }


def _is_between(number: int, found: Mapping[int, Weighed]) -> bool:
    """Whether the paragraphs before and behind one have labels that count."""
    return all(found.get(beside, (None, 0))[1] > 0 for beside in (number - 1, number + 1))


def _answers(text: str, paragraphs: list[tuple[int, int]], number: int, label: TurnLabel) -> bool:
    asked = find_asker(text, *paragraphs[number - 1]) if number else None
    return asked is not None and asked.speaker != label.speaker


def _list_alike(text: str, paragraphs: list[tuple[int, int]], labels: Mapping[int, TurnLabel]) -> list[int]:
    """List labels of several names that open with one symbol, most of them before talk."""
    by: dict[str, list[int]] = defaultdict(list)
    for number, label in labels.items():
        lead = text[paragraphs[number][0] : label.start].strip()
        if lead and (not lead.isascii() or lead in ("**", "__")):
            by[lead].append(number)
    several = [alike for alike in by.values() if len({labels[number].speaker for number in alike}) > 1]
    return [number for alike in several if is_talk(text, [paragraphs[at] for at in alike]) for number in alike]


def _list_coded(text: str, paragraphs: list[tuple[int, int]], written: Mapping[int, str]) -> list[int]:
    """List labels of one letter and a number where several of them talk, as people asked are called: P1, P2, P1."""
    by: dict[str, list[int]] = defaultdict(list)
    for number, word in written.items():
        if CODE.fullmatch(word):
            by[word[0]].append(number)
    several = [same for same in by.values() if 1 < len({written[number] for number in same}) < len(same)]
    return [number for same in several if is_talk(text, [paragraphs[at] for at in same]) for number in same]


def is_talk(text: str, spans: list[tuple[int, int]]) -> bool:
    """Tell whether half of some paragraphs or more say I, we, you, yes or no, or ask."""
    return 2 * sum(TALK.search(text, *span) is not None for span in spans) >= len(spans)


def names_several(text: str, start: int, end: int) -> bool:
    """Tell a line in which two are quoted behind their names: Ann: "We go." Bob: "We stay."."""
    return QUOTING.search(text, start, end) is not None


def is_prose(text: str, at: int, end: int) -> bool:
    """Tell what stands under a bubble and is the outlet's prose, or its heading, from what somebody says."""
    heading = text[end - 1].isalnum() and not TALK.search(text, at, end) and find_verb(text, end + 1) is not None
    return heading or is_reporting(text, at)


def is_quoting(text: str, at: int, end: int) -> bool:
    """Tell a post that opens with somebody's words in marks and says whose they are: "We open," says Ann Lee."""
    opening = QUOTED.match(text, at, end)
    return opening is not None and is_said_after(text, opening.end())


def is_reporting(text: str, at: int) -> bool:
    """Tell whether a bubble's own first words say who speaks, as the outlet's prose does."""
    verb = find_verb(text, at)
    return verb is not None and verb.start() > at and not TALK.search(text, at, verb.start())
