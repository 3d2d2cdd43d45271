"""Which wide gaps of a channel page open a new post, and which lie inside one."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from analysis.texts.readers.lines import PageLine

SYMBOL = (
    "[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff\u203c\u2049\u00a9\u00ae]"
)
OPENING_MARK = re.compile(f"{SYMBOL}|#\\w|\\*\\*")
TAIL_LINE = re.compile(rf"(?:(?:{SYMBOL}|\ufe0f|\W)*(?:[#@]\w+|https?://\S+|t\.me/\S+))+\W*", re.IGNORECASE)
OPEN_END = re.compile(r"[:,;–—-]$")
CERTAIN, DOUBTFUL = 2, 0  # scores: from CERTAIN a block opens a post, below -CERTAIN never


@dataclass
class Block:
    """A run of lines between wide gaps of a channel page."""

    lines: list[PageLine]

    @property
    def gap(self) -> int:
        """Blank lines before the block."""
        return self.lines[0].gap

    @property
    def kept(self) -> list[PageLine]:
        """The lines that are a post's text."""
        return [line for line in self.lines if line.reason is None]

    @property
    def is_tail(self) -> bool:
        """Whether the block is hashtags, handles and links alone: they belong to the post before."""
        return bool(self.kept) and all(TAIL_LINE.fullmatch(line.text) for line in self.kept)

    @property
    def is_marked(self) -> bool:
        """Whether its first line of text opens with an emoji, a symbol or a hashtag."""
        return bool(self.kept) and OPENING_MARK.match(self.kept[0].text) is not None


def choose_openings(blocks: list[Block], declared: int | None) -> tuple[list[bool], list[str]]:
    """Say of each block whether it opens a post; the declared count decides between the doubtful ones.

    Returns the decisions and notes: how the declared count and the cues agree.
    """
    if not blocks:
        return [], count_notes(0, 0, declared)
    scores = [CERTAIN + 10.0, *_scores(blocks)]
    by_cues = [score > DOUBTFUL for score in scores]
    if declared is None or sum(by_cues) == declared:
        return by_cues, count_notes(sum(by_cues), sum(by_cues), declared)
    certain = [score >= CERTAIN for score in scores]
    doubtful = sorted(
        (index for index, score in enumerate(scores) if -CERTAIN < score < CERTAIN), key=lambda index: -scores[index]
    )
    chosen = set(doubtful[: max(declared - sum(certain), 0)])
    openings = [sure or index in chosen for index, sure in enumerate(certain)]
    return openings, count_notes(sum(openings), sum(by_cues), declared)


def count_notes(posts: int, by_cues: int, declared: int | None) -> list[str]:
    """Count the posts beside those that the page declares, as notes."""
    if declared is None:
        return [f"{posts} posts read; the page declares no count"]
    if posts != declared:
        return [f"the page declares {declared} posts, {posts} were read: look at the wide gaps"]
    if posts != by_cues:
        return [f"{posts} posts read as the page declares; its cues alone gave {by_cues}"]
    return [f"{posts} posts read, as the page declares"]


def _scores(blocks: list[Block]) -> list[float]:
    """How much speaks for each block but the first to open a post (above 0) or to go on one (below)."""
    gaps = Counter(block.gap for block in blocks[1:] if not block.is_tail)
    usual = min(gaps, key=lambda gap: (-gaps[gap], gap), default=2)
    common = [block for block in blocks if block.gap == usual and not block.is_tail and block.kept]
    marks_matter = len(common) >= 4 and sum(block.is_marked for block in common) >= 0.6 * len(common)
    return [_score(block, before, usual, marks_matter) for before, block in itertools.pairwise(blocks)]


def _score(block: Block, before: Block, usual: int, marks_matter: bool) -> float:
    first = block.lines[0]
    if first.reason == "forwarded line":
        return 10
    if first.reason == "video not available":
        return 6
    if block.is_tail or not block.kept:
        return -8
    score = 1.0 if block.gap == usual else -2.0
    if marks_matter:
        score += 2 if block.is_marked else -2
    closed = before.lines[-1].reason is not None or TAIL_LINE.fullmatch(before.lines[-1].text) is not None
    score += 1.5 if closed else 0
    if OPEN_END.search(before.lines[-1].text) and not closed:
        score -= 3
    return score - (3 if block.kept[0].text[0].islower() else 0)
