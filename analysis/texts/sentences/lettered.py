"""Letters that name a kind, a place or a mark at school, and are no initials: "got an A. Vitamin C helps"."""

from __future__ import annotations

import re

_LETTERED = re.compile(  # before a letter that names a kind, or a mark at school
    r"(?:\b(?:vitamin|hepatitis|influenza|plan|group|type|grade|exhibit|schedule|class|category|appendix|option|size|test|"
    r"points?|gate|exit|terminal|platform|section|zone|sector|version|variant|item|route|model|series|phase|stage|"
    r"точк\w+|групп\w+|витамин\w*|гепатит\w*|вариант\w*|категори\w+|литер\w+|размер\w*|точц\w+|вітамін\w*|"
    r"gruppe|klasse|gleis|punkt|größe|groupe|grupo|vitamina) |"
    r"\b(?:got|gets?|getting|earn(?:s|ed)?|gave|gives?|given|receive[sd]?|deserve[sd]?|scored) (?:h\w+ )?an? )\Z",
    re.IGNORECASE,
)
_SAYS_I = re.compile(r"\b(?:and|or|nor|than) \Z")  # you and I. Did they know?
REACH = 30  # characters of what stands before such a letter


def ends_in_letter(text: str, word: int, stop: int) -> bool:
    """Whether a letter is what a sentence ends in and no initial: got an A. Vitamin C helps; Hepatitis B. Doctors."""
    if (
        text[word + 1 : word + 2] != "."
        or not ("A" <= text[word] <= "Z" or "А" <= text[word] <= "Я")
        or text[word + 2 : word + 3] not in (" ", "\n")
    ):
        return False
    follows = text[word + 2 : stop].lstrip()[:1].isupper()
    before = max(0, word - REACH)
    if follows and text[word] == "I" and _SAYS_I.search(text, before, word):
        return True
    return follows and _LETTERED.search(text, before, word) is not None
