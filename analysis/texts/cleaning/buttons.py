"""Buttons of a site, told by their words: "Diesen Artikel kommentieren" does something with a part of the site."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

WORDS = Path(__file__).with_name("buttons.yaml")
LONGEST, LONGEST_ROW = 70, 160  # characters of a button, and of a row of them
FEWEST_WORDS, MOST_WORDS = 2, 9
_WORD = re.compile(r"[ldLD]['’]|\w+(?:[-'’]\w+)*")
_PARTED = re.compile(r" *[|·•/] *| [–—-] |(?<=[?!.]) ")
_SENTENCE = re.compile(r"[.!?…;:,]|\d")  # a button is no sentence, and names no number


class Buttons(NamedTuple):
    """What the buttons of a language are made of."""

    do: frozenset[str]
    parts: frozenset[str]
    between: frozenset[str]
    part_first: bool


@cache
def load_buttons() -> tuple[Buttons, ...]:
    """The words of buttons, a language each."""
    listed = yaml.safe_load(WORDS.read_text("utf-8"))
    return tuple(
        Buttons(*(frozenset(words[part].split()) for part in ("do", "with", "between")), words.get("part_first", False))
        for words in listed.values()
    )


@cache
def _all_words() -> frozenset[str]:
    return frozenset().union(*(part for buttons in load_buttons() for part in buttons[:3]))


def is_button(core: str) -> bool:
    """Whether a line, without the marks around it, is a button: it says what to do with which part of the site.

    So are several in a row, and one behind a question to the reader.
    """
    if len(core) > LONGEST_ROW:
        return False
    parts = [part.rstrip("!. ") for part in _PARTED.split(core)]
    return all(map(_is_one, parts)) or (len(parts) == 2 and parts[0].endswith("?") and _is_one(parts[1]))


def _is_one(core: str) -> bool:
    if len(core) > LONGEST or not core[:1].isupper() or _SENTENCE.search(core):
        return False
    words = [word.replace("’", "'") for word in _WORD.findall(core.lower())]
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or words[0] not in _all_words():
        return False
    return any(_says(words, buttons) for buttons in load_buttons())


def _says(words: list[str], buttons: Buttons) -> bool:
    """Whether all words belong to the buttons of a language, one of them to do and another a part of the site."""
    known = buttons.do | buttons.parts | buttons.between
    if not all(word in known for word in words) or (words[0] in buttons.parts - buttons.do and not buttons.part_first):
        return False
    do, parts = (sum(word in listed for word in words) for listed in (buttons.do, buttons.parts))
    either = sum(word in buttons.do or word in buttons.parts for word in words)
    return do >= 1 and parts >= 1 and either >= 2
