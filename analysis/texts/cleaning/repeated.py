"""Lines that stand in several documents of one outlet: menus, captions, notices, footers of newsletters.

A line repeated word for word (numbers made alike) is furniture if it also looks like it: it says what furniture says
("subscribe", "caption", ©), or it stands at the tops or ends of its documents and speaks of the outlet or of the
article itself, or it is one of a run of such lines, as in a menu. What documents say again otherwise (a refrain, a
background paragraph, a blessing at the end) stays, and so do speakers' labels and headings inside a text. Documents
that repeat most of their paragraphs are copies: they count for nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import groupby
from math import ceil, sqrt
from pathlib import PurePosixPath
from typing import NamedTuple

import pandas as pd

from analysis.texts.characters import straighten
from analysis.texts.cleaning.line_signs import load_line_words
from analysis.texts.cleaning.menu_words import fold_menu_line, load_menu_words
from analysis.texts.readers import format_module
from analysis.texts.readers.lines import BLANKS, PageLine

REASON = "repeated line of the outlet"
FEWEST = 3  # documents in which a line stands at least
LONGEST = 400  # characters; a longer line is a paragraph
LONG = 80  # characters from which a line that ends a sentence is taken for a paragraph
RUN, SURE = 4, 2  # lines of a run that is a menu, and how many of them say so
EDGE = 4  # lines at a page's top (its first line aside) and at its end
OFTEN = 0.7  # share of a line's places that are such
COPIED = 0.5  # share of a document's paragraphs that others repeat from which it is a copy, and of its text to go
_BLANK = re.compile(r"\s+")
_SENTENCE = re.compile(r"[.!?…:;,]['\")\]]*$")
_LETTER = re.compile(r"[^\W\d_]")
_ASKS = re.compile(
    r"\b(?:subscribe (?:to|now|today|for)|sign up (?:for|now|today|to)|newsletters?|click (?:here|on|the|below)|"
    r"cookies|all rights reserved|privacy policy|terms of (?:use|service)|(?:your|our) inbox|download (?:the|our)|"
    r"follow (?:us|him|her|them|me)\b.{0,20}\b(?:on|at)\b|hide caption|getty images|"
    r"(?:reach|reached|contact|e-?mail|write|letters|tips?)\b.{0,60}@|breaking news (?:alerts|e-?mails)|"
    r"подпис(?:ывайтесь|аться|ать)|рассылк\w+|abonnieren|abonnez|s'abonner|suscr[íi]b\w+)|©"
)
_ITSELF = re.compile(
    r"\b(?:this|the|our) (?:article|story|report|column|post|piece|(?:rush )?transcript|newsletter|podcast|interview|"
    r"episode|series|conversation|site|website|homepage)\b|\b(?:updated|published|posted|last modified) (?:at|on)\b|"
    r"\bcontribut(?:ed|ing)\b|\b(?:этот|эта|данный|наш) (?:материал|стать[яи]|текст|сайт|канал)\b|"
    r"\b(?:dieser|unser) (?:artikel|beitrag|text|newsletter)\b|\b(?:cet|notre) article\b|\b(?:este|nuestro) artículo\b"
)


class RepeatedLines(NamedTuple):
    """The keys of an outlet's repeated lines: those that are furniture, and those that are so in a menu's company."""

    sure: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()


def find_repeated_lines(pages: pd.DataFrame, outlets: Mapping[str, str | None]) -> dict[str, RepeatedLines]:
    """Find the lines that look like furniture and stand in several documents of one outlet.

    pages: one row a page (source, format, text); outlets: the outlet of each source, where it is known. Pages without
    one are taken together by their folder. Of n documents it takes half the root of n, and three at least.
    Returns the lines of each source's outlet, if any; nothing for posts, and for fewer than three documents.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, (source, form) in enumerate(zip(pages["source"], pages["format"], strict=True)):
        if format_module(form).KIND == "article":
            groups[_group(source, outlets.get(source))].append(at)
    found: dict[str, RepeatedLines] = {}
    for (kind, name), places in groups.items():
        if len(places) >= FEWEST:
            texts, sources = pages["text"].iloc[places], pages["source"].iloc[places]
            lines = _repeated([split_keys(text) for text in texts], name if kind == "outlet" else "")
            found |= dict.fromkeys(sources, lines) if any(lines) else {}
    return found


def mark_repeated_lines(lines: list[PageLine], repeated: RepeatedLines | None = None) -> list[PageLine]:
    """Mark the kept lines of a page that its outlet repeats, unless they are most of its text."""
    if repeated is None:
        return lines
    keys = [None if line.reason else fold_line(line.text) if len(line.text) <= LONGEST else "" for line in lines]
    sure = [key is None or key in repeated.sure for key in keys]
    company = [one or key in repeated.likely for one, key in zip(sure, keys, strict=True)]
    going = {at for at, key in enumerate(keys) if key is not None and sure[at]}
    for begin, end in _runs(company):
        if end - begin >= RUN and sum(sure[begin:end]) >= SURE:
            going |= {at for at in range(begin, end) if keys[at] is not None}
    kept = sum(len(line.text) for line in lines if line.reason is None)
    if not going or sum(len(lines[at].text) for at in going) > COPIED * kept:
        return lines
    return [line._replace(reason=REASON) if at in going else line for at, line in enumerate(lines)]


def _runs(marks: list[bool]) -> list[tuple[int, int]]:
    runs, begin = [], 0
    for mark, group in groupby(marks):
        end = begin + len(list(group))
        runs += [(begin, end)] if mark else []
        begin = end
    return runs


def fold_line(text: str) -> str:
    """The key that lines share which differ in case, blanks and numbers alone."""
    folded = _fold_numbers(text.casefold())
    if folded[:1].isspace() or folded[-1:].isspace():
        return _BLANK.sub(" ", folded)
    return " ".join(folded.split())  # the same at a third of the time


def split_keys(text: str) -> list[tuple[str, bool]]:
    """Split a page into the keys of its lines, in order, each with whether it is a paragraph's."""
    lines = (line.strip(BLANKS) for line in _fold_numbers(straighten(text).casefold()).splitlines())
    keys = [_BLANK.sub(" ", line) if "  " in line else line for line in lines if line]
    return [(key, len(key) >= LONG and ends_sentence(key)) for key in keys]


def _fold_numbers(text: str) -> str:
    """A text with every number made 0: six times as fast as a regular expression."""
    for digit in "123456789":
        text = text.replace(digit, "0")
    while "00" in text:
        text = text.replace("00", "0")
    return text


def ends_sentence(text: str) -> bool:
    """Whether a line ends a sentence or a part of one."""
    return _SENTENCE.search(text[-4:]) is not None


def is_furniture(key: str, at_edge: bool, outlet: str = "") -> bool:
    """Whether a line that an outlet repeats looks like furniture.

    key: the line, folded; at_edge: whether it mostly stands at the top or the end of its documents; outlet: folded too.
    """
    if key[:1] in "\"'([" or key.endswith(":") or not _LETTER.search(key):
        return False
    if fold_menu_line(key) in load_menu_words() or _ASKS.search(key):
        return True
    if at_edge and (_ITSELF.search(key) or (outlet and outlet in key)):
        return True
    return len(key) <= LONG and not ends_sentence(key) and load_line_words()[1].search(key) is not None


def _group(source: str, outlet: object) -> tuple[str, str]:
    if isinstance(outlet, str) and outlet.strip():
        return ("outlet", " ".join(outlet.casefold().split()))
    return ("folder", str(PurePosixPath(source).parent))


def _repeated(documents: list[list[tuple[str, bool]]], outlet: str) -> RepeatedLines:
    """The keys that enough documents hold, copies aside, and that look like furniture or like a part of it."""
    times = Counter(key for document in documents for key in {key for key, _ in document})
    votes: Counter[str] = Counter()
    places: Counter[str] = Counter()
    edges: Counter[str] = Counter()
    for document in documents:
        if not _is_copy(document, times):
            keys = [key for key, _ in document]
            often = [key for key in keys if times[key] >= FEWEST and len(key) <= LONGEST]
            votes.update(set(often))
            places.update(often)
            edges.update([*keys[1 : 1 + EDGE], *keys[max(1 + EDGE, len(keys) - EDGE) :]])
    enough = max(FEWEST, ceil(sqrt(len(documents)) / 2))
    found = [key for key, count in votes.items() if count >= enough]
    sure = frozenset(key for key in found if is_furniture(key, edges[key] >= OFTEN * places[key], outlet))
    return RepeatedLines(sure, frozenset(key for key in found if _may_be_menu(key)) - sure)


def _may_be_menu(key: str) -> bool:
    return len(key) <= LONG and not ends_sentence(key) and _LETTER.search(key) is not None


def _is_copy(document: list[tuple[str, bool]], times: Counter) -> bool:
    """Whether other documents repeat most of a document's paragraphs (of all its lines, if it has none)."""
    paragraphs = [key for key, is_paragraph in document if is_paragraph] or [key for key, _ in document]
    return sum(len(key) for key in paragraphs if times[key] > 1) > COPIED * sum(map(len, paragraphs))
