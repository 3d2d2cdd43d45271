"""Which presidents are those of a state: of a country that is known, of one word, of what states are called."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

COUNTRIES = Path(__file__).parents[1] / "actors" / "countries.csv"
PRESIDENTS = frozenset(["president", "presidents", "vice president", "vice presidents"])
STATES = frozenset(
    ["republic", "states", "kingdom", "emirates", "islands", "state", "nation", "country", "region", "territory",
     "confederacy", "commonwealth", "government", "executive", "regime", "americas"]
)  # fmt: skip
ENDS = frozenset(
    ["in", "at", "who", "which", "that", "from", "since", "until", "on", "by", "to", "with", "said", "says"]
)
LANDS = ("ia", "land", "stan")  # endings of what lands are called
ARTICLES = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "this"])


def heads_something(head: Sequence[str], behind: Sequence[str], text: str = "") -> bool:
    """Whether a president, in small letters, is that of something that names no state, as far as anything tells.

    head: the words of the office; behind: what follows them: of the Right the Record. A single word that nobody knows
    is a state if the text puts things in it (in Ruritania) or names its people (Ruritanian), or it ends as lands do.
    """
    if " ".join(head) not in PRESIDENTS or not behind or behind[0] not in ("of", "for"):
        return False
    stop = next((at for at, word in enumerate(behind) if word in ENDS), len(behind))
    named = [word for word in behind[1:stop] if word not in ARTICLES]
    if not named or not STATES.isdisjoint(named):
        return False
    phrase = f" {' '.join(named)} "
    if any(f" {name} " in phrase for name in load_state_names()):
        return False
    return len(named) > 1 or not is_land(named[0], text)


def is_land(word: str, text: str) -> bool:
    """Whether a word that no list has is a land: by what stands around it in a text, else by its ending."""
    name = re.escape(word)
    placed = re.findall(rf"\b(?:in|across|throughout) {name}\b(?!['’]s)", text, re.IGNORECASE)
    worked = re.findall(rf"\bat {name}\b|\b{name},? (?:inc|corp|ltd|llc|co)\b", text, re.IGNORECASE)
    people = re.search(rf"\b(?:{name}|{re.escape(word.rstrip('aeo'))})(?:n|an|ian|ese|ish)s?\b", text, re.IGNORECASE)
    if len(placed) != len(worked):
        return len(placed) > len(worked)
    return bool(people) or word.endswith(LANDS)


@lru_cache(maxsize=1)
def load_state_names() -> frozenset[str]:
    """Load the names of all countries, in small letters, without articles."""
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        names = (name for row in csv.DictReader(file) for name in (row["name"], *row["names"].split("|")))
        return frozenset(
            " ".join(word for word in name.lower().split() if word not in ARTICLES) for name in names if name
        )
