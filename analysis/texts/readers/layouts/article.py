"""Scraped article text: one page of a news site, its paragraphs between blank lines, sometimes several stories."""

from __future__ import annotations

from itertools import pairwise

from analysis.texts.readers.layouts.file_head import HEAD, parse_head
from analysis.texts.readers.layouts.headings import AROUND_A_STORY, find_story_headings
from analysis.texts.readers.lines import Layout, PageLine, Story

FORMAT = "article"
KIND = "article"


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is an article: any text may be one, so whatever no other format claims."""
    return 0.5


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the stories of a page apart: a heading between paragraphs that opens another story begins one."""
    kept = [line for line in lines if line.reason is None]
    dumped = any(line.reason in AROUND_A_STORY for line in lines)
    starts = [0, *find_story_headings(kept, dumped)] if kept else []
    stories = [Story(kept[start:end]) for start, end in pairwise([*starts, len(kept)])]
    notes = [f"{len(stories)} stories on one page"] if len(stories) > 1 else []
    known, unread = parse_head([line for line in lines if line.reason == HEAD])
    if stories and "title" in known:
        stories[0].known["title"] = known.pop("title")
    removed = [line for line in lines if line.reason is not None]
    return Layout(stories, removed, None, [*notes, *unread], known)
