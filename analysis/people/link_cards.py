"""Names that a page repeats behind themselves: "Ann Lee Ann Marie LeeMayor opens the bridge MORE said".

A site that links a name to its own pages leaves, once tags are gone, the name again in a fuller form, the headlines of
other stories glued to it and a word in capitals that ends them, all of it within a sentence. No list of sites tells it:
a family name, a fuller name with the same family name at once behind it, and a capital or a digit in mid-word. A name
to which nothing is glued (a caption's and its credit's) must begin as the one before it does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from analysis.people.lists import given_names
from analysis.people.titles import TITLES
from analysis.texts.stretches import mask_stretches

LONGEST = 900  # characters of the headlines of one card
BEHIND = 140  # characters of a name and its fuller form
_UPPER, _LOWER = "[A-ZÀ-ÞА-ЯЁ]", "[a-zà-ÿа-яё]"
_PART = rf"\(?[“\"]?{_UPPER}(?:[\w'’-]{{0,30}}|(?:\w{{0,2}}\.){{1,2}})[”\"]?\)?"
_GLUED = re.compile(rf"[A-ZÀ-ÞА-ЯЁ\d](?<={_LOWER}{_LOWER}.)")  # a capital or a digit in mid-word
_FAMILY = re.compile(rf"{_UPPER}[\w'’-]{{0,30}}{_LOWER}")
_OPENS = re.compile(r"(?<![\w'’-])")
_BETWEEN = re.compile(rf"(?: (?:Jr|Sr|I{{2,3}})\.?)?(?P<fuller>,? ?(?P<given>{_PART}(?:,? {_PART}){{0,4}}) )")
_AGAIN = re.compile(
    rf"(?P<given>{_UPPER}(?<![\w.'’-].)[\w'’-]++) (?P<family>{_UPPER}[\w'’-]++)(?<={_LOWER}{_LOWER}) "
    rf"(?P<fuller>(?P=given) (?:{_PART} ){{0,4}}?(?P=family))(?![\w'’])"
)
_HEADLINE = re.compile(rf" [\"“'‘]?(?:{_UPPER}|\d)")
_END = re.compile(rf"(?:\b|(?<={_LOWER}))MORE(?![^\W_])")
_BEFORE = re.compile(r"([\w.’'-]+) \Z")
_AROUND = '()“”"'
REACH = 30  # characters of the word before a name


class LinkCard(NamedTuple):
    """A stretch that repeats the name before it; name: the full one that it gives where only a family name stands."""

    start: int
    end: int
    name: str


def find_cards(text: str) -> list[LinkCard]:
    """Find where names are repeated behind themselves, each with the headlines that end in MORE, in order.

    Headlines that nothing ends are left. Some are parted from the name by a blank; they begin with a capital then.
    """
    cards: list[LinkCard] = []
    for glued in _GLUED.finditer(text):
        if (not cards or cards[-1].end < glued.start()) and (card := _find_glued(text, glued.start())):
            cards.append(card)
    bare = [match.span("fuller") for match in _AGAIN.finditer(text)]
    if not bare:
        return cards
    starts = [card.start for card in cards]
    for start, end in bare:
        behind = bisect_right(starts, start)
        stop = starts[behind] if behind < len(starts) else len(text)
        headed = _HEADLINE.match(text, end) or _GLUED.search(text, start, end)
        cards.append(LinkCard(start, _end_of_card(text, end, stop) if headed else end, ""))
    return sorted(cards)


def mask_cards(text: str) -> str:
    """Put blanks in place of the cards of a text, one for each character: every other place stays."""
    return mask_stretches(text, [card[:2] for card in find_cards(text)])


def _find_glued(text: str, at: int) -> LinkCard | None:
    """Find the card that repeats the name to which the capital at a place is glued."""
    begin = max(0, at - BEHIND)
    last = max(begin, text.rfind(" ", begin, at) + 1)
    family = text[last:at]
    if not _FAMILY.fullmatch(family):
        return None
    first, behind = text.rfind(family, begin, last), at + len(family)
    while first >= 0:
        found = _BETWEEN.fullmatch(text, first + len(family), last) if _OPENS.match(text, first) else None
        if found and (found["fuller"][0] in ", " or _is_given(found["given"], text, at)):
            end = _end_of_card(text, at, len(text))
            return LinkCard(found.start("fuller"), end, _name_of(text, first, family, found["given"]))
        first = text.rfind(family, begin, first + len(family) - 1)
    twice = text.startswith(family, at) and not text[behind : behind + 1].isalnum()  # Ann LundLund
    return LinkCard(at, behind, "") if twice and _word_before(text, last)[:1].isupper() else None


def _is_given(names: str, text: str, at: int) -> bool:
    """Tell "Ann LeeAnn LeeMayor" from BlueCross BlueShield, and from MacArthur beside another MacArthur."""
    first = names.split(" ")[0]
    return first.lower() in given_names() and not text.startswith(first, at)


def _word_before(text: str, at: int) -> str:
    found = _BEFORE.search(text, max(0, at - REACH), at)
    return found[1] if found else ""


def _name_of(text: str, at: int, family: str, given: str) -> str:
    """Give the full name behind a title and a family name: Donald Trump for "President Trump Donald John Trump"."""
    before = _word_before(text, at)
    if before[:1].isupper() and before.lower().rstrip(".") not in TITLES:
        return ""
    words = [(word.strip(_AROUND), word[0] in _AROUND) for word in given.split()]
    called = next((word for word, apart in words if apart and word.lower() in given_names()), words[0][0])
    return f"{called} {family}"


def _end_of_card(text: str, at: int, stop: int) -> int:
    """Say where the headlines end that stand behind a name: behind the word that ends them, in the same paragraph."""
    stop = min(at + LONGEST, stop)
    line = text.find("\n", at, stop)
    ended = _END.search(text, at, stop if line < 0 else line)
    return ended.end() if ended else at
