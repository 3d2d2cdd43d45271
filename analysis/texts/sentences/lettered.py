"""Letters that name a kind, or a mark at school, and are no initials: "got an A. Vitamin C helps"."""

from __future__ import annotations

import re

_LETTERED = re.compile(  # before a letter that names a kind, or a mark at school
    r"(?:\b(?:vitamin|hepatitis|influenza|plan|group|type|grade|exhibit|schedule|class|category|appendix|option) |"
    r"\b(?:got|gets?|getting|earn(?:s|ed)?|gave|gives?|given|receive[sd]?|deserve[sd]?|scored) (?:h\w+ )?an? )\Z",
    re.IGNORECASE,
)
REACH = 30  # characters of what stands before such a letter


def ends_in_letter(text: str, word: int, stop: int) -> bool:
    """Whether a letter is what a sentence ends in and no initial: got an A. Vitamin C helps; Hepatitis B. Doctors."""
    if (
        text[word + 1 : word + 2] != "."
        or not ("A" <= text[word] <= "Z")
        or text[word + 2 : word + 3] not in (" ", "\n")
    ):
        return False
    follows = text[word + 2 : stop].lstrip()[:1].isupper()
    return follows and _LETTERED.search(text, max(0, word - REACH), word) is not None
