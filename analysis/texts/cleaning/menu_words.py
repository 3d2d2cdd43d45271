"""Words of menus: whole lines that stand around the stories of a site, in many languages (menu_words.yaml)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

WORDS = Path(__file__).with_name("menu_words.yaml")
LONGEST = 60  # characters of a line that may be a menu's
FEWEST, ENOUGH = 2, 3  # different controls on a page that carries furniture, and with names and sections
_EDGES = re.compile(r"^\W+|[^\w+]+$")


@cache
def load_menu_words() -> dict[str, str]:
    """Each line of menus, folded, with its kind: control, name or section (in several lists, the first of these)."""
    kinds = yaml.safe_load(WORDS.read_text("utf-8"))
    listed = [
        (word.strip().casefold(), kind.removesuffix("s"))
        for kind in ("sections", "names", "controls")
        for words in kinds[kind].values()
        for word in words.split(" / ")
    ]
    return dict(listed)


def fold_menu_line(text: str) -> str:
    """A line's key: without case and the marks at its ends, "" if it is too long for a menu's."""
    return _EDGES.sub("", text).casefold() if len(text) <= LONGEST else ""


def carries_furniture(texts: Iterable[str]) -> bool:
    """Whether the lines of a page show that it was copied or dumped whole: menus, forms and footers stand around.

    It takes two different controls, and three together with names and sections, of which two count as one control
    and three at most: a list of newspapers' sections or of networks is no menu yet.
    """
    known, found = load_menu_words(), Counter()
    for key in {fold_menu_line(text) for text in texts if len(text) <= LONGEST}:
        found[known.get(key)] += 1
    return found["control"] >= FEWEST and found["control"] + min(found["name"] + found["section"], 3) / 2 >= ENOUGH
