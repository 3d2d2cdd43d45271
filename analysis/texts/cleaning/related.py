"""Related links and labels of boxes glued into a paragraph: they go, the article's own text around them stays."""

from __future__ import annotations

import itertools
import re
from itertools import pairwise

from analysis.texts.readers.lines import PageLine

REASON = "related links"
BOX = "heading of a box"
LABEL = re.compile(r"(?:story|article) highlights(?= (?-i:[A-ZÀ-Þ\"']))", re.IGNORECASE)  # glued to what the box says
_LABELS = "sSaAſ"  # what a label begins with, case aside
_OPENER = (
    r"(?:related (?:materials?|articles?|news|stories|posts?|content|links|topics)|(?:read|see) (?:also|more|next)|"
    r"more on (?:this|the) (?:story|topic|subject)|materials on the topic|on (?:this|the) (?:topic|subject)|"
    r"материалы по теме|по теме|(?:читайте|смотрите) (?:также|ещё|еще)|ещё по теме|еще по теме|читайте також)"
)
_MONTH_OR_NUMBER = r"(?:\d{1,2}[ .]+[^\W\d_]{3,9}|[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)"
_STAMP = rf"\d{{1,2}}: ?\d{{2}} ?[–—-] ?(?:{_MONTH_OR_NUMBER}(?:,? \d{{4}})?|today|yesterday|сегодня|вчера)"
STAMP = re.compile(_STAMP, re.IGNORECASE)
BLOCK = re.compile(rf"{_OPENER} ?:? ?(?={_STAMP})", re.IGNORECASE)
NAME_BOX = re.compile(
    r"\b(?P<last>[A-Z][\w'-]+) (?P<box>(?:[A-Z(\"'][\w.'()\"-]* ){1,5}?(?P=last)(?=[A-Z\d'\"(]).{15,500}? MORE\b)"
)
BRACKETED = re.compile(
    r"\((?:related(?: (?:story|article|stories|articles|video))?|(?:read|see) (?:also|more)|also read|"
    r"читайте (?:также|ещё|еще)|по теме|читайте також) ?: [^()]{5,200}\)",
    re.IGNORECASE,
)
HEADLINE_END = re.compile(r"[.?!…]+['\")\]]* +(?=['\"(\[]?[A-ZА-ЯЁІЇЄҐÀ-Þ])")
RESUMES = re.compile(
    r"['\"]?(?:he|she|they|it|his|her|their|its|we|according to|in turn|earlier|later|meanwhile|at the same time|"
    r"in addition|however|also|moreover|as .{2,40} (?:said|noted|wrote)|он|она|они|его|её|по (?:его|её|их) словам|"
    r"как|при этом|кроме того|также|ранее|в свою очередь|по словам)\b",
    re.IGNORECASE,
)


def cut_related(lines: list[PageLine]) -> list[PageLine]:
    """Cut the lines that related links or a box's label are glued into: the text before, these, the text after."""
    out: list[PageLine] = []
    for line in lines:
        if line.reason or not (":" in line.text or " MORE" in line.text or line.text[0] in _LABELS):
            out.append(line)
            continue
        cuts = _dated_blocks(line.text) or _name_boxes(line.text) or _bracketed(line.text)
        label = None if cuts else LABEL.match(line.text)
        if label:
            out.extend(cut_line(line, [label.span()], BOX))
        else:
            out.extend(cut_line(line, cuts, REASON) if cuts else [line])
    return out


def _dated_blocks(text: str) -> list[tuple[int, int]]:
    """The blocks "Related materials 00:01 - October 3 Headline ..." of a line."""
    found = BLOCK.search(text) if ":" in text and STAMP.search(text) else None
    return [(found.start(), found.start() + _block_length(text[found.start() :]))] if found else []


def _name_boxes(text: str) -> list[tuple[int, int]]:
    """The boxes that a site opens over a name: the full name again, headlines glued to it, and "MORE"."""
    return [found.span("box") for found in NAME_BOX.finditer(text)] if " MORE" in text else []


def _bracketed(text: str) -> list[tuple[int, int]]:
    """The headlines that a line names in brackets as related: "(RELATED: Ferry sinks)"."""
    found = [found.span() for found in BRACKETED.finditer(text)] if ":" in text else []
    return [] if found == [(0, len(text))] else found  # a line of its own, which rules know


def cut_line(line: PageLine, cuts: list[tuple[int, int]], reason: str) -> list[PageLine]:
    """A line cut into what stays, joined to what stayed before it, and the cuts with their reason."""
    bounds = [(0, 0), *cuts, (len(line.text), len(line.text))]
    stretches = []
    for (_, begin), (start, end) in pairwise(bounds):
        stretches += [(begin, start, None), (start, end, reason)]
    pieces: list[PageLine] = []
    for begin, stop, why in stretches:
        text = line.text[begin:stop]
        if text.strip():
            place = line.start + begin + len(text) - len(text.lstrip())
            after_text = any(piece.reason is None for piece in pieces)
            joined, gap = why is None and after_text, 0 if after_text else line.gap
            pieces.append(PageLine(place, place + len(text.strip()), text.strip(), gap, why, joined))
    return pieces


def _block_length(text: str) -> int:
    """Characters of a block: to the end of its last headline.

    The last headline has no more sentences than the longest before it (one, if it is the only one),
    and ends sooner where a sentence plainly goes on the article ("He called ...").
    """
    stamps = list(STAMP.finditer(text))
    items = [text[a.end() : b.start()] for a, b in itertools.pairwise(stamps)]
    most = max((len(HEADLINE_END.findall(item.strip() + " A")) or 1 for item in items), default=1)
    begin = stamps[-1].end()
    for number, found in enumerate(HEADLINE_END.finditer(text, begin), start=1):
        if number >= most or RESUMES.match(text, found.end()):
            return found.end()
    return len(text)
