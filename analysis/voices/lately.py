"""Who acted last before "he" and "she" where no person is named in full: Holm declined."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from analysis.people.lists import load_list
from analysis.people.titles import NOT_LAST, ROLES
from analysis.words.classes import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
)

MEMBERS = frozenset(["democrat", "republican", "libertarian"])  # roles with a capital
_ACTS = (
    r"(?:had|was|is|has|did|could|would|rose|left|spoke|met|took|went|won|lost|sat|stood|came|gave|made|sued|[a-z]+ed)"
)
_OPENS = r"(?:(?<=[.!?”\"] .)|(?<=\n.)|(?<![\s\S].)|(?<=[a-z\d], .))"  # behind the first letter, which is found faster
_ALONE = rf"[A-Z]{_OPENS}[\w’'-]*[a-z](?: [A-Z][\w’'-]*[a-z]){{0,2}}"
LONE = re.compile(  # Holm declined; Asked about it, Holm shrugged; Holm, a lawyer, left
    rf"(?P<name>{_ALONE})(?:, [^,.\n]{{3,50}},)? (?:then |later |also )?{_ACTS}\b"
)
_QUOTED = re.compile(r"[“«„][^“”«»\n]*[”»]|\"[^\"\n]*\"")
OUTSIDE = PREPOSITIONS | SUBORDINATORS | PERSONAL | AUXILIARIES | CONJUNCTIONS | ADVERBS | {"there"}  # of such a phrase
NO_FAMILY = NOT_LAST | ROLES | OUTSIDE | DETERMINERS
FARTHEST = 6000  # characters back that a subject is looked for
PARAGRAPHS = 2  # the one that a pronoun stands in, and the one before


class LoneSubjects:
    """The subjects of a text that are one to three capitalised words and no common ones, looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        found = list(LONE.finditer(mask_quoted(text)))
        self._whole = sorted([*(one.span() for one in _QUOTED.finditer(text)), *(one.span() for one in found)])
        surnames = [one for one in found if _is_surname(one["name"])]
        self._ends = [one.end() for one in surnames]
        self._named = [(one.start(), one["name"]) for one in surnames]

    def find(self, at: int) -> str | None:
        """Find the last one before a place."""
        since = find_looked_at(self._text, at)
        whole = bisect_left(self._whole, (at,)) - 1
        if (
            whole >= 0 and at < self._whole[whole][1]
        ):  # within a quotation or a subject's aside, of which only a part counts
            looked_at = mask_quoted(self._text[since:at])
            return next(
                (one["name"] for one in reversed([*LONE.finditer(looked_at)]) if _is_surname(one["name"])), None
            )
        last = bisect_right(self._ends, at) - 1
        return self._named[last][1] if last >= 0 and self._named[last][0] >= since else None


def find_looked_at(text: str, at: int) -> int:
    """Find where the paragraphs before a place begin in which a subject is looked for, or their last sentences."""
    start, first = at, max(0, at - FARTHEST)
    for _ in range(PARAGRAPHS):
        start = text.rfind("\n", first, start) if start > first else first - 1
        if start < first:
            return text.find(". ", first, at) + 2 if first and text.find(". ", first, at) >= 0 else first
        while start > first and text[start - 1] == "\n":
            start -= 1
    return start + 1


def mask_quoted(text: str) -> str:
    """Write blanks for what is quoted in a text."""
    return _QUOTED.sub(lambda match: match[0][0] + " " * (len(match[0]) - 2) + match[0][-1], text)


def _is_surname(word: str) -> bool:
    """Tell a family name alone, or with a given name that no list knows, from a place and what else is in capitals."""
    lows = word.lower().split()
    unknown = load_list("common_words").isdisjoint(lows) and ROLES.isdisjoint(lows) and OUTSIDE.isdisjoint(lows)
    return unknown and is_family_name(word.split()[-1])


def is_family_name(word: str) -> bool:
    """Tell whether a capitalised word can be a family name that stands alone: President Bush, but not officials."""
    low = word.lower()
    if low in NO_FAMILY or word.isupper() or word[1:2] == "-":  # the FBI, R-Ohio
        return False
    return word in load_list("family_names") or not (word.endswith("s") or low in load_list("common_words"))
