"""Blocks of related links glued into a paragraph: the links go, the article's own text around them stays."""

from __future__ import annotations

import itertools
import re

from analysis.readers.lines import Line

REASON = "related links"
_OPENER = (
    r"(?:related (?:materials?|articles?|news|stories|posts?|content|links|topics)|(?:read|see) (?:also|more|next)|"
    r"more on (?:this|the) (?:story|topic|subject)|materials on the topic|on (?:this|the) (?:topic|subject)|"
    r"материалы по теме|по теме|(?:читайте|смотрите) (?:также|ещё|еще)|ещё по теме|еще по теме|читайте також)"
)
_MONTH_OR_NUMBER = r"(?:\d{1,2}[ .]+[^\W\d_]{3,9}|[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)"
_STAMP = rf"\d{{1,2}}: ?\d{{2}} ?[–—-] ?(?:{_MONTH_OR_NUMBER}(?:,? \d{{4}})?|today|yesterday|сегодня|вчера)"
STAMP = re.compile(_STAMP, re.IGNORECASE)
BLOCK = re.compile(rf"{_OPENER} ?:? ?(?={_STAMP})", re.IGNORECASE)
HEADLINE_END = re.compile(r"[.?!…]+['\")\]]* +(?=['\"(\[]?[A-ZА-ЯЁІЇЄҐÀ-Þ])")
RESUMES = re.compile(
    r"['\"]?(?:he|she|they|it|his|her|their|its|we|according to|in turn|earlier|later|meanwhile|at the same time|"
    r"in addition|however|also|moreover|as .{2,40} (?:said|noted|wrote)|он|она|они|его|её|по (?:его|её|их) словам|"
    r"как|при этом|кроме того|также|ранее|в свою очередь|по словам)\b",
    re.IGNORECASE,
)


def cut_related(lines: list[Line]) -> list[Line]:
    """Cut each line that a block of dated links is glued into: the text before, the block, the text after."""
    out: list[Line] = []
    for line in lines:
        found = BLOCK.search(line.text) if STAMP.search(line.text) else None
        if line.reason or found is None:
            out.append(line)
            continue
        end = found.start() + _block_length(line.text[found.start() :])
        out.extend(cut_line(line, found.start(), end, REASON))
    return out


def cut_line(line: Line, start: int, end: int, reason: str) -> list[Line]:
    """A line as up to three: what stands before a cut, the cut with its reason, what goes on after it."""
    pieces = []
    for begin, stop, why in ((0, start, None), (start, end, reason), (end, len(line.text), None)):
        text = line.text[begin:stop]
        if not text.strip():
            continue
        begin += len(text) - len(text.lstrip())
        place = line.start + begin
        kept_before = any(piece.reason is None for piece in pieces)
        gap = 0 if pieces else line.gap
        pieces.append(Line(place, place + len(text.strip()), text.strip(), gap, why, kept_before and why is None))
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
