"""Whether somebody is said to speak at a place, told by words alone, before sentences and tokens are known."""

from __future__ import annotations

import re
from functools import cache

from analysis.voices.cues import SAYING, load_cues
from analysis.words.classes import PERSONAL

REACH = 90  # characters behind a mark
ADDING = frozenset(["adding", "saying", "stating", "asking", "noting", "telling", "writing", "warning"])
FEW = 7  # words there
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|[.!?;:\n]")
_ENDS = frozenset("!?;:\n")


@cache
def _verbs() -> frozenset[str]:
    """Forms that announce speech: said, told, wrote, сказал; no participles in -ing alone and no base forms."""
    forms = load_cues().forms.items()
    return frozenset(word for word, cue in forms if cue.form in ("past", "third", "other") and cue.kinds & SAYING)


def is_said_after(text: str, at: int) -> bool:
    """Tell whether a few words behind a mark end in a verb of saying: "...," the new mayor told reporters."""
    return find_verb(text, at) is not None


def is_announcing(piece: str) -> bool:
    """Tell what only announces the next quotation or names the speaker of the last: "adding,", "said Ann Lee"."""
    words = re.findall(r"[^\W\d_][\w'’-]*", piece)
    joined = bool(words) and words[0] in ("and", "but", "then")
    first, *more = words[joined:] or [""]
    if first in _verbs() or first in ADDING:
        return not more or (more[0][0].isupper() and not joined)
    return len(more) == 1 and first in PERSONAL and more[0] in _verbs()


def find_verb(text: str, at: int) -> re.Match[str] | None:
    """Find the verb of saying among the first words behind a place, in the same sentence."""
    for number, found in enumerate(_WORD.finditer(text, at, at + REACH)):
        word = found[0]
        if word.lower() in _verbs():
            return found
        if number >= FEW or word in _ENDS:
            return None
    return None
