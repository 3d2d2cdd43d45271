"""Lines that stand in several documents of one outlet: menus, captions, notices, footers of newsletters.

A line repeated word for word (numbers made alike) is furniture if it also looks like it: it says what furniture says
("subscribe", "caption", ©), or it stands at the tops or ends of its documents and speaks of the outlet or of the
article itself, or it is one of a run of such lines, as in a menu. What documents say again otherwise (a refrain, a
background paragraph, a blessing at the end) stays, and so do speakers' labels and headings inside a text. Documents
that repeat most of their paragraphs are copies: they count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.texts.cleaning.line_counts import (
    COPIED,
    FEWEST,
    LONGEST,
    LineCounts,
    count_places,
    group_of,
    join_line_counts,
    list_lines,
    outlet_of_group,
)
from analysis.texts.cleaning.line_keys import LONG, ends_sentence, fold_lines
from analysis.texts.cleaning.line_signs import load_line_words
from analysis.texts.cleaning.menu_words import fold_menu_line, load_menu_words
from analysis.texts.readers import format_module
from analysis.texts.readers.lines import PageLine

REASON = "repeated line of the outlet"
RUN, SURE = 4, 2  # lines of a run that is a menu, and how many of them say so
OFTEN = 0.7  # share of a line's places that are at the tops and ends of pages
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
    lines = list_lines(pages, outlets)
    counts = join_line_counts([lines])
    repeated = choose_repeated_lines([count_places(lines, counts, pages)], counts)
    return assign_repeated_lines(pages, outlets, repeated)


def choose_repeated_lines(places: Iterable[pd.DataFrame], counts: LineCounts) -> pd.DataFrame:
    """Choose the lines that enough documents hold and that look like furniture or like a part of it.

    places: the table of `count_places` of each part of a corpus; counts: from `join_line_counts`.
    Returns one row a line: group, line (its key as `fold_line` gives it), sure (False: only in a menu's company).
    """
    joined = pd.concat([pd.DataFrame({"key": pd.Series(dtype="uint64"), "group": "", "line": ""}), *places])
    sums = {name: (name, "sum") for name in ("documents", "places", "edges")}
    table = joined.groupby("key").agg(group=("group", "first"), line=("line", "first"), **sums)
    of_group = table["group"].map(counts.groups.set_index("group")["documents"]).astype("float64")
    table = table[table["documents"] >= np.maximum(FEWEST, np.ceil(np.sqrt(of_group) / 2))]
    at_edge = table["edges"] >= OFTEN * table["places"]
    sure = [
        is_furniture(line, edge, outlet_of_group(group))
        for line, edge, group in zip(table["line"], at_edge, table["group"], strict=True)
    ]
    chosen = [one or _may_be_menu(line) for one, line in zip(sure, table["line"], strict=True)]
    table = table[["group", "line"]].assign(sure=np.array(sure, dtype=bool))[np.array(chosen, dtype=bool)]
    return table.sort_values(["group", "line"], ignore_index=True)


def assign_repeated_lines(
    pages: pd.DataFrame, outlets: Mapping[str, str | None], repeated: pd.DataFrame
) -> dict[str, RepeatedLines]:
    """Give each article among some pages, by its source, the lines that its outlet repeats, if any.

    pages, outlets: as for `list_lines`; repeated: from `choose_repeated_lines`, of all groups.
    """
    of_group = {
        group: RepeatedLines(frozenset(lines[lines["sure"]]["line"]), frozenset(lines[~lines["sure"]]["line"]))
        for group, lines in repeated.groupby("group")
    }
    groups = {
        source: group_of(source, outlets.get(source))
        for source, form in zip(pages["source"], pages["format"], strict=True)
        if format_module(form).KIND == "article"
    }
    return {source: of_group[group] for source, group in groups.items() if group in of_group}


def mark_repeated_lines(lines: list[PageLine], repeated: RepeatedLines | None = None) -> list[PageLine]:
    """Mark the kept lines of a page that its outlet repeats, unless they are most of its text."""
    if repeated is None:
        return lines
    short = [at for at, line in enumerate(lines) if not line.reason and len(line.text) <= LONGEST]
    folded = dict(zip(short, fold_lines([lines[at].text for at in short]), strict=True))
    if repeated.sure.isdisjoint(folded.values()) and repeated.likely.isdisjoint(folded.values()):
        return lines
    keys = [None if line.reason else folded.get(at, "") for at, line in enumerate(lines)]
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


def _may_be_menu(key: str) -> bool:
    return len(key) <= LONG and not ends_sentence(key) and _LETTER.search(key) is not None
