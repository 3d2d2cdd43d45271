"""Whether a page is an export, or an article that quotes one: around what an article quotes stands prose.

Before the first mark of an export stands a cover page at most, after its last nothing or a footer. A file of several
whole articles is an export whatever its user wrote over it.
"""

from __future__ import annotations

import re

from analysis.texts.readers.exports import ERROR_NOTICE, RIGHTS

SEVERAL = 3  # articles from which on a page is an export
LONG, SHORT, CLOSING = 100, 45, 40  # characters of a paragraph: prose alone, prose beside another such, a last sentence
_BLANK_LINES = re.compile(r"(?:[ \t\xa0]*\r?\n){2,}|\f")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'»”’)\]]{0,2}$")
_INSIDE = re.compile(r"[.!?…][\"'»”’)\]]{0,2}\s+[\"'«„“(]{0,2}[^\W\d_a-zа-яß-ÿ]|[。！？]")
_FIELD_LIKE = re.compile(r"[^\W\d_][\w/ -]{1,30} ?: |\d{1,6}[.)] |https?://")


def is_framed(text: str, first: int, last: int | None, articles: int) -> bool:
    """Whether the marks of an export hold over a whole page: no prose before the first or after the last.

    first, last: where in the text the first mark begins and the last ends; last is None where a text may follow it, as
    where an export was cut off. articles: how many the marks set apart.
    """
    if articles >= SEVERAL:
        return True
    return not _holds_prose(text[:first]) and (last is None or not _closes_with_prose(text[last:]))


def _split_blocks(text: str) -> list[str]:
    """The paragraphs of a stretch between blank lines, or its lines where those are long; fields are none."""
    blocks = []
    for block in _BLANK_LINES.split(text):
        lines = [" ".join(line.split()) for line in block.split("\n")]
        blocks += lines if max(map(len, lines)) > LONG else [" ".join(filter(None, lines))]
    return [block for block in blocks if block and not _FIELD_LIKE.match(block) and not RIGHTS.match(block)]


def _holds_prose(text: str) -> bool:
    """Whether a stretch has a paragraph of sentences, or two short ones; a title with a full stop is none."""
    sentences = [block for block in _split_blocks(text) if len(block) >= SHORT and _SENTENCE_END.search(block)]
    return len(sentences) > 1 or any(
        len(block) >= LONG and (_INSIDE.search(block) or len(block) >= 2 * LONG) for block in sentences
    )


def _closes_with_prose(text: str) -> bool:
    """Whether a stretch after the last mark has a sentence; an error notice is none."""
    return any(
        len(block) >= CLOSING and _SENTENCE_END.search(block) and not ERROR_NOTICE.search(block)
        for block in _split_blocks(text)
    )
