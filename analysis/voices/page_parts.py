"""Words of the page in the midst of a text: heads of link cards, labels of players and captions, credits of pictures.

What is one line of a page is taken out where a text is read from its page; in a text that comes as it was scraped it
stands before or within a sentence, and would be read as the subject or as a part of a name. It is masked by blanks, so
that every place in the text stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.people.link_cards import find_cards
from analysis.people.lists import given_names
from analysis.texts.cleaning.furniture import LONGEST, find_rule
from analysis.texts.stretches import list_outside, mask_stretches
from analysis.voices.galleries import cut_at_heads, find_gallery_heads, list_around_names

PICTURE = "picture or video"  # a reason of furniture.yaml
_CAPITAL = r"(?=[\"“'‘]?[^\W\d_a-zà-ÿ])"
_NAME = r"[^\W\d_a-zà-ÿ][\w.'’-]{1,20}"
_OWNER = r"(?:[A-Z]{2,6}|Reuters|Getty(?: Images)?|Bloomberg|File|Pool)\b"
_CAPTIONS = re.compile(
    r"Hide Caption \d{1,3} of \d{1,3}(?: Photos:){0,2}"
    r"|(?:Enlarge this image )?[Tt]oggle [Cc]aption\b"
    r"|Media playback is (?:un|not )supported on your device"
    rf"|(?:Media|Image|Video) [Cc]aption {_CAPITAL}"
    rf"|(?:Story|Article) [Hh]ighlights {_CAPITAL}"
)
_AT_THE_HEAD = re.compile(
    rf"\({_NAME}(?:[ /]{_NAME}){{0,2}}\)(?: *[–—-]{{1,2}})? {_CAPITAL}"  # (CNN) Voters ...
    r"|\d{1,2}(?=[A-Z][a-z]+ )"  # a footnote's number: 6Most voters say
)
_IN_BRACKETS = re.compile(r"\((?:Photo|Image|Picture|Credit|Screenshot)(?: credit| by| courtesy)?[:/ ][^()\n]{2,120}\)")
_AGENCY, _OF_AGENCY = re.compile(r"\b[A-Z]{2,7}(?: Photo)?\Z"), re.compile(rf"/{_NAME} (?:[A-Z]\. )?{_NAME}")
_HEADS = frozenset("(0123456789")
_OWNERS = re.compile(rf"(?:/{_OWNER})+")
_CREDITED = re.compile(rf"\b(?P<given>{_NAME})(?: {_NAME}){{1,2}}\Z")  # Ann Lee/AP
_LONGEST_AGENCY = 14  # characters: REUTERS Photo
_BEFORE = 70  # characters of a name before its owner
_OF_A_PICTURE = re.compile(r"WATCH|[Pp][Hh][Oo][Tt][Oo]|[Pp]icture|[Ii]mage|[Vv]ideo|REUTERS|Getty|/A[FP]|[Cc]aption")
_SIGNS = ("WATCH", "hoto", "HOTO", "icture", "mage", "ideo", "REUTERS", "Getty", "/AF", "/AP", "aption")  # of the same


class PageParts(NamedTuple):
    """A text with blanks in place of its page's words, where its sentences begin then, and names that these gave."""

    text: str
    begins: list[int]
    lines: list[tuple[int, int]]
    names: list[tuple[int, str]]


def mask_page_parts(text: str, begins: Sequence[int], lines: list[tuple[int, int]]) -> PageParts:
    """Put blanks in place of the words of a page.

    begins, lines: where its sentences begin, and where its lines start and end; a sentence begins behind a label too,
    and none within the head of a card.
    """
    found = find_cards(text)
    cards, names = [card[:2] for card in found], [(card.start, card.name) for card in found if card.name]
    text = mask_stretches(text, cards)
    heads = find_gallery_heads(text)
    labels = [*list_around_names(text, heads), *_find_labels(text, lines)]
    pictures = [line for line in lines if _is_picture(text, *line)] if _holds_any(text, _SIGNS) else []
    if not (cards or labels or pictures):
        return PageParts(text, list(begins), lines, names)
    kept, dropped = {*list_outside(begins, cards), *(start for start, _ in labels)}, set(pictures)
    masked, lines = mask_stretches(text, [*labels, *pictures]), [one for one in lines if one not in dropped]
    if heads:
        kept |= {end for _, end in heads}
        masked, lines = cut_at_heads(masked, lines, heads)
    return PageParts(masked, sorted(kept), lines, names)


def _holds_any(text: str, signs: Iterable[str]) -> bool:
    return any(map(text.__contains__, signs))


def _find_labels(text: str, lines: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Find labels and credits that stand beside sentences: a credit begins with a given name."""
    for start, _ in lines:
        if text[start] in _HEADS and (head := _AT_THE_HEAD.match(text, start)):
            yield head.span()
    if _holds_any(text, ("aption", "ighlights ", "playback")):
        yield from (found.span() for found in _CAPTIONS.finditer(text))
    if _holds_any(text, ("(Photo", "(Image", "(Picture", "(Credit", "(Screenshot")):
        yield from (found.span() for found in _IN_BRACKETS.finditer(text))
    if "/" in text:
        yield from _find_credited(text)


def _find_credited(text: str) -> Iterator[tuple[int, int]]:
    """Find who took a picture and for whom: REUTERS/Ann Lee, Ann Lee/AP."""
    at = text.find("/")
    while at >= 0:
        agency = _AGENCY.search(text, max(0, at - _LONGEST_AGENCY), at)
        if agency and (named := _OF_AGENCY.match(text, at)):
            yield agency.start(), named.end()
        at = text.find("/", at + 1)
    for owner in _OWNERS.finditer(text):
        begin = max(0, owner.start() - _BEFORE)
        named = _CREDITED.search(text[begin : owner.start()])
        if named and named["given"].lower() in given_names():
            yield begin + named.start(), owner.end()


def _is_picture(text: str, start: int, end: int) -> bool:
    """Tell a line that is a player's, a gallery's or a credit's and nothing else."""
    if end - start > LONGEST or not _OF_A_PICTURE.search(text, start, end):
        return False
    rule = find_rule(text[start:end])
    return rule is not None and rule.reason == PICTURE and not any(_find_labels(text[start:end], [(0, end - start)]))
