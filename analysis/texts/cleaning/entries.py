"""Dates and times that head the entries of a text: a timeline's, a live blog's. They are the text's own and stay.

A date that is the page's stands alone, below the heading; the entries' stand several times over paragraphs, behind
paragraphs, in one form and in order of time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from analysis.texts.cleaning.datelines import find_date_in_line
from analysis.texts.cleaning.furniture import TICKER
from analysis.texts.dates.written import LONGEST
from analysis.texts.readers.lines import PageLine

FEWEST = 2  # entries
LEAST = 0.2  # share of the text of two entries that the smaller has; else the first date is the page's
_TIME = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?(?: ?(?P<half>[ap])\.?m\.?)?(?: ?[a-zа-я]{2,4}(?:[+-]\d{1,2})?)?",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*$")
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")


def find_entry_dates(lines: Sequence[PageLine]) -> set[int]:
    """Find the places of dates that head sections of a text: two or more, each over a paragraph."""
    dates = {}
    for at, line in enumerate(lines):
        if line.reason is None and len(line.text) <= LONGEST:
            written = find_date_in_line(line.text)
            if written is not None and not written.label:
                dates[at] = (written.year, written.month or 0, written.day or 0, written.time or ())
    if len(dates) < FEWEST:
        return set()
    return _choose_entries(lines, [at for at, line in enumerate(lines) if line.reason is None], dates)


def keep_entry_times(lines: list[PageLine]) -> list[PageLine]:
    """The lines, times that head the entries of a live blog kept though a time alone is a ticker's."""
    times = {}
    for at in [at for at, line in enumerate(lines) if line.reason == TICKER]:
        if found := _TIME.fullmatch(lines[at].text):
            hour = (
                int(found["hour"]) % 12 + 12 * (found["half"].lower() == "p") if found["half"] else int(found["hour"])
            )
            times[at] = (hour, int(found["minute"]))
    if len(times) < FEWEST:
        return lines
    places = [at for at, line in enumerate(lines) if line.reason in (None, TICKER)]
    entries = _choose_entries(lines, places, times)
    return [line._replace(reason=None) if at in entries else line for at, line in enumerate(lines)]


def _choose_entries(lines: Sequence[PageLine], places: list[int], moments: dict[int, tuple]) -> set[int]:
    """The moments over paragraphs that are entries: in one form, in order, the ones after the first behind paragraphs.

    If the first is written otherwise, or alone breaks the order, it is the page's.
    """
    if len(moments) < FEWEST:
        return set()
    after = dict(pairwise(places))
    before = {later: at for at, later in after.items()}
    heads = [at for at in places if at in moments and at in after and _is_paragraph(lines[after[at]].text)]
    heads = [*heads[:1], *(at for at in heads[1:] if _is_paragraph(lines[before[at]].text))]
    rest = heads[1:]
    if len(rest) >= FEWEST and not _go_together(lines, moments, heads) and _go_together(lines, moments, rest):
        return set(rest)
    if len(heads) < FEWEST or not _go_together(lines, moments, heads):
        return set()
    if len(heads) == FEWEST and not _share_the_text(lines, places, heads):
        return set()
    return set(heads)


def _is_paragraph(text: str) -> bool:
    return _SENTENCE_END.search(text) is not None and find_date_in_line(text) is None


def _go_together(lines: Sequence[PageLine], moments: dict[int, tuple], heads: list[int]) -> bool:
    """Whether moments differ, are written in one form, and follow one another forward or backward."""
    forms = {_LETTERS.sub("a", _DIGITS.sub("0", lines[at].text)) for at in heads}
    order = [moments[at] for at in heads]
    return len(forms) == 1 and len(set(order)) > 1 and order in (sorted(order), sorted(order, reverse=True))


def _share_the_text(lines: Sequence[PageLine], places: list[int], heads: list[int]) -> bool:
    """Whether either of two entries has a good part of the text below the first."""
    first, second = (
        sum(len(lines[at].text) for at in places if begin < at < end) for begin, end in pairwise([*heads, len(lines)])
    )
    return min(first, second) >= LEAST * (first + second)
