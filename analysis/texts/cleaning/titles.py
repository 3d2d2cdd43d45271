"""Headings at the top of a page: the site's name in them, their repetition, and titles."""

from __future__ import annotations

import re

from analysis.texts.cleaning.related import cut_line
from analysis.texts.readers.layouts.headings import SENTENCE_END
from analysis.texts.readers.layouts.openings import TAIL_LINE
from analysis.texts.readers.lines import PageLine
from analysis.texts.tokens import count_words

TOP = 12  # lines within which a page repeats its heading
SEPARATOR = re.compile(r" ?\| ?| (?:::|»|•|·|//|[–—-]) ")
SITE_WORD = re.compile(
    r"\b(?:news|post|times|daily|today|online|tv|radio|press|agency|herald|tribune|journal|gazette|guardian|media|"
    r"blog|magazine|новости|газета|агентство|сегодня|онлайн|журнал|радио|тв|портал)\b|\.\w{2,4}$",
    re.IGNORECASE,
)
_SMALL_WORDS = {"of", "the", "and", "for", "in", "de", "la", "le", "der", "и", "в"}
_SYMBOLS = re.compile(r"^[^\w\"'(\[#@$€£«]+|[\s:👇]+$")
_TURN = re.compile("[💬🗣]")
_ENDS_SENTENCE = re.compile(r"[.!…;,]$|\.['\")\]]+$")


def mark_headings(lines: list[PageLine]) -> list[PageLine]:
    """Leave out the site's name in the page's heading, and a heading that is only repeated."""
    kept = [index for index, line in enumerate(lines) if line.reason is None][:TOP]
    if not kept:
        return lines
    first, later = lines[kept[0]], {lines[index].text.casefold() for index in kept[1:]}
    repeated = first.text.casefold() in later and not SENTENCE_END.search(first.text)
    if repeated and 3 <= count_words(first.text) <= 30:
        return _replace(lines, kept[0], [first._replace(reason="repeated heading")])
    separators = list(SEPARATOR.finditer(first.text)) if len(first.text) <= 250 else []
    for found in separators:
        if first.text[: found.start()].strip().casefold() in later:
            return _replace(lines, kept[0], [first._replace(reason="repeated heading with the site's name")])
    if separators and _names_site(first.text[separators[-1].end() :], separators[-1][0]):
        start = separators[-1].start()
        return _replace(lines, kept[0], cut_line(first, [(start, len(first.text))], "site's name in the heading"))
    return lines


def _names_site(tail: str, separator: str) -> bool:
    """Whether what stands after the last separator of a heading is a site's name and not a part of the heading."""
    words = tail.split()
    if not 1 <= len(words) <= 5 or _ENDS_SENTENCE.search(tail) or not any(word[0].isalpha() for word in words):
        return False
    named = SITE_WORD.search(tail) is not None
    if separator.strip() in "–—-":
        return named and SITE_WORD.search(words[-1]) is not None and len(words) <= 4
    return named or all(word[0].isupper() or not word[0].isalpha() or word.lower() in _SMALL_WORDS for word in words)


def _replace(lines: list[PageLine], index: int, pieces: list[PageLine]) -> list[PageLine]:
    return [*lines[:index], *pieces, *lines[index + 1 :]]


def title_of(lines: list[PageLine]) -> str | None:
    """The heading that a story's lines begin with, without emoji before and a colon after; None if there is none.

    A heading is a short first line over further text that is no sentence, no hashtags and nobody's speech turn.
    """
    if len(lines) < 2 or lines[1].gap == 0 or lines[0].joined:
        return None
    text = lines[0].text
    title = _SYMBOLS.sub("", text)
    words = count_words(title)
    whole_quotation = title[:1] in "\"'" and title[-1:] in "\"'"
    sentence = _ENDS_SENTENCE.search(title) and not (title.endswith(('"', "'")) and not whole_quotation)
    if not 2 <= words <= 30 or len(title) > 220 or sentence or TAIL_LINE.fullmatch(title):
        return None
    if _TURN.match(text) or (re.search(r"\w\. [A-ZА-Я]", title) and len(title) > 90):
        return None
    return title
