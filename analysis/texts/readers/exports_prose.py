"""Whether a page is an export, or an article that quotes one: around what an article quotes stands prose.

Before the first mark of an export stands a cover page at most, after its last nothing or a footer. A file of several
whole articles is an export whatever its user wrote over it.
"""

from __future__ import annotations

import re
from itertools import groupby, takewhile

from analysis.texts.readers.exports import ERROR_NOTICE, RIGHTS, opens_with_date

SEVERAL = 3  # articles from which on a page is an export
LONG, SHORT, CLOSING = 100, 45, 40  # characters of a paragraph: prose alone, prose beside another such, a last sentence
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'»”’)\]]{0,2}$")
_INSIDE = re.compile(r"[.!?…][\"'»”’)\]]{0,2}\s+[\"'«„“(]{0,2}[^\W\d_a-zа-яß-ÿ]|[。！？]")
_FIELD_LIKE = re.compile(r"[^\W\d_][\w/ -]{1,30} ?:(?: |$)|\d{1,6}[.)] |https?://")


def is_framed(text: str, first: int, last: int | None, articles: int, titled: bool = False) -> bool:
    """Whether the marks of an export hold over a whole page: no prose before the first or after the last.

    first, last: where in the text the first mark begins and the last ends; last is None where a text may follow it, as
    where an export was cut off. articles: how many the marks set apart. titled: whether a title stands before the first
    mark; without one, an export that opens the page is one whatever notice closes it.
    """
    if articles >= SEVERAL:
        return True
    before = _split_blocks(text[:first])
    if _holds_prose(_leave_title_out(before) if titled else before):
        return False
    return last is None or not before or not _closes_with_prose(text[last:])


def _leave_title_out(blocks: list[str]) -> list[str]:
    """The paragraphs before the fields without the title: the one under the date, or the first."""
    date = next((at for at, block in enumerate(blocks) if opens_with_date(block)), -1)
    return blocks[: date + 1] + blocks[date + 2 :]


def _split_blocks(text: str) -> list[str]:
    """The paragraphs of a stretch between blank lines, or its lines where those are long; fields are none."""
    return [block for block in _list_blocks(text) if not _FIELD_LIKE.match(block) and not RIGHTS.match(block)]


def _list_blocks(text: str) -> list[str]:
    blocks: list[str] = []
    for blank, lines in groupby((" ".join(line.split()) for line in text.splitlines()), key=lambda line: not line):
        group = [] if blank else list(lines)
        blocks += group if max(map(len, group), default=0) > LONG else [" ".join(group)]
    return [block for block in blocks if block]


def _holds_prose(blocks: list[str]) -> bool:
    """Whether paragraphs are sentences: one long one, or two short ones."""
    sentences = [block for block in blocks if len(block) >= SHORT and _SENTENCE_END.search(block)]
    return len(sentences) > 1 or any(
        len(block) >= LONG and (_INSIDE.search(block) or len(block) >= 2 * LONG) for block in sentences
    )


def _closes_with_prose(text: str) -> bool:
    """Whether a sentence follows the last mark at once; after a further field stands what it says, a caption."""
    loose = takewhile(lambda block: not _FIELD_LIKE.match(block) and not RIGHTS.match(block), _list_blocks(text))
    return any(
        len(block) >= CLOSING and _SENTENCE_END.search(block) and not ERROR_NOTICE.search(block) for block in loose
    )
