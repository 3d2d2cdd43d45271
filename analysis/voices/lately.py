"""Who acted last before "he" and "she" where no person is named in full: Holm declined."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

from analysis.people.lists import load_list
from analysis.people.titles import NOT_LAST, ROLES
from analysis.voices.referents_titles import is_country
from analysis.words.classes import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    REGIONS,
    SUBORDINATORS,
)

MEMBERS = frozenset(["democrat", "republican", "libertarian"])  # roles with a capital
_ACTS = (
    r"(?:had|was|is|has|did|could|would|rose|left|spoke|met|took|went|won|lost|sat|stood|came|gave|made|sued|"
    r"bought|sold|built|brought|caught|drove|fell|flew|fought|got|grew|held|kept|knew|led|paid|ran|saw|sent|told|wrote|[a-z]+ed)"
)
_OPENS = r"(?:(?<=[.!?”\"] .)|(?<=\n.)|(?<![\s\S].)|(?<=[a-z\d], .))"  # behind the first letter, which is found faster
_ALONE = rf"[A-Z]{_OPENS}[\w’'-]*[a-z](?: [A-Z][\w’'-]*[a-z]){{0,2}}"
LONE = re.compile(  # Holm declined; Asked about it, Holm shrugged; Holm, a lawyer, left
    rf"(?P<name>{_ALONE})(?:, [^,.\n]{{3,50}},)? (?:then |later |also )?{_ACTS}\b"
)
HEADED = re.compile(r"\b[Tt]he ([A-Z][a-z]+[A-Za-z]*)\Z")
HEADING = (" administration", " presidency", " campaign")
CONTRACTED = re.compile(r"['’](?:re|ve|ll|d|m|t)\b")  # We're, Don't
REACH = 60  # characters of such a name
OWN = {"he": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
OWN_REACH = 80  # characters behind a name in which such a word tells
_QUOTED = re.compile(r"[“«„][^“”«»\n]*[”»]|\"[^\"\n]*\"")
OUTSIDE = PREPOSITIONS | SUBORDINATORS | PERSONAL | AUXILIARIES | CONJUNCTIONS | ADVERBS | {"there"}  # of such a phrase
NO_FAMILY = NOT_LAST | ROLES | OUTSIDE | DETERMINERS
FARTHEST = 6000  # characters back that a subject is looked for
PARAGRAPHS = 2  # the one that a pronoun stands in, and the one before


class LoneSubjects:
    """The subjects of a text that are one to three capitalised words and no common ones, looked for once."""

    def __init__(self, text: str) -> None:
        self._text, self._masked = text, mask_quoted(text)
        found = list(LONE.finditer(self._masked))
        self._whole = sorted([*(one.span() for one in _QUOTED.finditer(text)), *(one.span() for one in found)])
        self._surnames = [one for one in found if _is_surname(one["name"])]
        self._ends = [one.end() for one in self._surnames]

    def find(self, at: int, sex: str, fits: Callable[[str, str], bool]) -> str | None:
        """Find the last one before a place who may be he or she.

        fits: whether somebody of a name may be of a sex, as far as the text says.
        """
        since = find_looked_at(self._text, at)
        whole = bisect_left(self._whole, (at,)) - 1
        if whole >= 0 and at < self._whole[whole][1]:  # a part of what is quoted, or of a subject's aside, counts here
            looked_at = mask_quoted(self._text[since:at])
            found = [one for one in LONE.finditer(looked_at) if _is_surname(one["name"])]
            return next(
                (one["name"] for one in reversed(found) if _may_be(looked_at, one, len(looked_at), sex, fits)), None
            )
        for number in range(bisect_right(self._ends, at) - 1, -1, -1):
            one = self._surnames[number]
            if one.start() < since:
                break
            if _may_be(self._masked, one, at, sex, fits):
                return one["name"]
        return None


def _may_be(masked: str, one: re.Match[str], at: int, sex: str, fits: Callable[[str, str], bool]) -> bool:
    end = one.end("name")
    return fits(one["name"], sex) and not is_otherwise(masked[end : min(at, end + OWN_REACH)], sex)


def is_otherwise(behind: str, sex: str) -> bool:
    """Tell "Holm lost his seat", who is not she, by the first "he", "she", "his" or "her" in what stands behind a name.

    The pronoun stands in the same sentence, nobody else is named before it, and it is no object.
    """
    words = behind[:OWN_REACH].split()
    for word, following in zip(words, [*words[1:], ""], strict=True):
        low, after = word.strip(",;."), following.strip(",;.")
        owned = after.isalpha() and after.islower() and after not in OUTSIDE and after not in DETERMINERS
        if low in OWN and (low != "her" or owned):
            return OWN[low] != sex
        if low[:1].isupper() or low == "her" or word[-1] in ".!?:":
            break
    return False


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
    placed = lows[-1] in REGIONS or is_country(word.split()[-1])
    return unknown and not placed and not CONTRACTED.search(word) and is_family_name(word.split()[-1])


def is_family_name(word: str) -> bool:
    """Tell whether a capitalised word can be a family name that stands alone: President Bush, but not officials."""
    low = word.lower()
    if low in NO_FAMILY or word.isupper() or word[1:2] == "-":  # the FBI, R-Ohio
        return False
    return word in load_list("family_names") or not (word.endswith("s") or low in load_list("common_words"))


def list_heads(text: str) -> list[str]:
    """List the family names by which a text calls an administration: the Obama administration."""
    found: set[str] = set()
    for noun in HEADING:
        at = text.find(noun)
        while at >= 0:
            end = at + len(noun)
            headed = None if text[end : end + 1].isalnum() else HEADED.search(text, max(0, at - REACH), at)
            known = headed and (noun != " campaign" or headed[1] in load_list("family_names"))  # no Senate campaign
            found.update(headed.groups() if known else ())
            at = text.find(noun, end)
    return [name for name in found if is_family_name(name)]
