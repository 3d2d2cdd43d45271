"""Posts that lines of their own part: a count of views closes one, a date or the channel's name opens one.

So t.me/s and the catalogues of channels show posts when their text is copied, with or without blank lines between them.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.texts.readers.layouts.marked_post import MarkedPost
from analysis.texts.readers.layouts.post_chrome import (
    ADDRESS,
    BARE_COUNT,
    BUTTON,
    BUTTON_FORM,
    COUNTS,
    DATE,
    DAY_HEADING,
    FORWARDED,
    HEADER,
    HEADER_CHARACTERS,
    HEADER_LINES,
    MEDIA,
    MEDIA_LINE_FORM,
    MEDIA_NAMES,
    NAME,
    POST_ADDRESS,
    REPLY,
    SERVICE_LINE,
    SERVICE_MESSAGE,
    VIDEO_MISSING,
)
from analysis.texts.readers.layouts.post_dates import parse_post_dates
from analysis.texts.readers.layouts.post_marks import (
    LONGEST_NAME,
    Footer,
    forwarded_channel,
    parse_footer,
)
from analysis.texts.readers.lines import PageLine, Story


@dataclass
class MarkedPosts:
    """What the marks of a page part: stories, removed lines, the channel's name, posts without text, notes."""

    stories: list[Story]
    removed: list[PageLine]
    name: str | None
    posts: int
    notes: list[str]


def looks_marked(lines: Sequence[PageLine]) -> bool:
    """Whether lines of their own part the posts of a page: two that count views, or two dates with their time.

    One that ends the page is enough if it says more than how many views there were: then the page is one post.
    """
    found = [parse_footer(line.text) for line in lines]
    footers = [footer for footer in found if footer is not None]
    if found and found[-1] is not None and found[-1].says_more:
        return True
    return sum(footer.counts_views for footer in footers) >= 2 or sum(footer.is_date for footer in footers) >= 2


def group_by_marks(lines: list[PageLine], name: str | None) -> MarkedPosts:
    """Group a page's lines, its header left off, into posts by their marks.

    lines: with the reasons of chrome and furniture; name: of the channel, where the header says it.
    """
    splitting = _Splitting(lines, name or _find_name(lines))
    for index in range(len(lines)):
        splitting.take(index)
    splitting.leave_header_out()
    splitting.leave_bare_counts_out()
    return splitting.finish()


def _find_name(lines: Sequence[PageLine]) -> str | None:
    """The line that stands again and again where a post begins: after the counts of the one before, or at its date."""
    near = Counter()
    for before, line in itertools.pairwise(lines):
        first, second = parse_footer(before.text), parse_footer(line.text)
        if first is not None and second is None and (first.counts_views or first.is_day or first.is_date):
            near[line.text] += line.reason is None
        elif second is not None and second.is_date and first is None:
            near[before.text] += before.reason is None
    if lines and lines[0].text in near:
        near[lines[0].text] += 1
    text, often = near.most_common(1)[0] if near else ("", 0)
    return text if often >= 2 and len(text) <= LONGEST_NAME else None


class _Splitting:
    """The posts of a page while its lines are gone through."""

    def __init__(self, lines: list[PageLine], name: str | None) -> None:
        self.lines, self.name = lines, name
        self.footers = [parse_footer(line.text) if line.reason in (None, COUNTS) else None for line in lines]
        self.posts: list[MarkedPost] = []
        self.removed: list[PageLine] = []
        self.day: str | None = None
        self.skip = 0  # lines that the one before has taken
        self.apart = True  # the next line of text opens a post whatever stands before
        self.counted = any(footer is not None and footer.counts_views for footer in self.footers)
        self.dates_close = _dates_close(self.footers, lines)

    def take(self, index: int) -> None:
        """Take one line: for text, or for what it says of a post."""
        line, footer = self.lines[index], self.footers[index]
        if self.skip:
            self.skip -= 1
        elif line.reason == FORWARDED:
            self._take_forwarded(index)
        elif line.reason == VIDEO_MISSING:
            post = self._current(opens=False)
            if re.search(r"vid[eé]o|вид[еі]о|відео", line.text, re.IGNORECASE):
                post.known.setdefault("media", "video")
            self.removed.append(line)
        elif line.reason is not None and line.reason != COUNTS:
            self.removed.append(line)
        elif self.name is not None and line.text == self.name and self._heads_post(index):
            self._take_name(index)
        elif footer is not None and self._is_footer(index):
            self._take_footer(line, footer)
        elif SERVICE_MESSAGE.fullmatch(line.text):
            self._remove(line, SERVICE_LINE)
            self.apart = True
        elif (found := POST_ADDRESS.fullmatch(line.text)) and self._stands_with_marks(index):
            post = self.posts[-1] if self.posts and not self.apart else self._current(opens=False)
            post.known.setdefault("url", f"https://t.me/{found[1]}")
            self._remove(line, ADDRESS)
        elif BUTTON_FORM.fullmatch(line.text) and self._stands_with_marks(index):
            self._remove(line, BUTTON)
        elif MEDIA_LINE_FORM.fullmatch(line.text) and self._is_media(index):
            self._take_media(line)
        else:
            self._current(opens=False).lines.append(line)

    def _remove(self, line: PageLine, reason: str) -> None:
        self.removed.append(line._replace(reason=reason))

    def _current(self, opens: bool) -> MarkedPost:
        """The post that a line belongs to; a new one where it opens one, or the one before is closed."""
        last = self.posts[-1] if self.posts else None
        if last is None or self.apart or last.closed or (opens and (last.lines or last.closed)):
            self.posts.append(MarkedPost(day=self.day))
            self.apart = False
        self.posts[-1].opened = self.posts[-1].opened or opens
        return self.posts[-1]

    def _lies_between(self) -> bool:
        """Whether a line can part posts here: where counts close them, not in the middle of a text."""
        last = self.posts[-1] if self.posts else None
        if not self.counted or last is None or self.apart or last.closed or not last.lines:
            return True
        return len(self.posts) == 1 and not last.opened  # what stands before the first mark may be the header's

    def _heads_post(self, index: int) -> bool:
        """Whether the channel's name stands over a post; under one, right before its counts, it signs it."""
        in_text = bool(self.posts) and bool(self.posts[-1].lines) and not (self.posts[-1].closed or self.apart)
        return self._lies_between() and not (self.counted and in_text and self._is_mark(index + 1, 1))

    def _take_forwarded(self, index: int) -> None:
        post = self._current(opens=True)
        self._remove(self.lines[index], FORWARDED)
        channel = forwarded_channel(self.lines[index].text)
        after = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if channel is None and after is not None and after.reason == FORWARDED:  # the name stands on the next line
            channel, self.skip = after.text, 1
            self._remove(after, FORWARDED)
        post.forwarded_from = post.forwarded_from or channel

    def _take_name(self, index: int) -> None:
        """The channel's name over a post; a second one, with a line under it, is of a post that this one replies to."""
        again = bool(self.posts) and self.posts[-1].opened and not self.posts[-1].lines and not self.posts[-1].closed
        named = again and index > 0 and self.lines[index - 1].text == self.name
        self._current(opens=True)
        self._remove(self.lines[index], REPLY if named else NAME)
        if named and index + 2 < len(self.lines) and self.footers[index + 1] is None:
            self._remove(self.lines[index + 1], REPLY)
            self.skip = 1

    def _is_footer(self, index: int) -> bool:
        footer = self.footers[index]
        if footer.is_date or footer.is_day:
            return self._lies_between() or (self.dates_close and self._stands_with_marks(index))
        if footer.is_time:  # else it is how long a film is
            return bool(self.posts) and self.posts[-1].closed and not (self.posts[-1].time or self.posts[-1].date)
        return footer.counts_views or self._stands_with_marks(index)

    def _stands_with_marks(self, index: int) -> bool:
        """Whether a line lies among those that say something of a post, and not in its text."""
        last = len(self.lines) - 1
        return (index == last or self._is_mark(index + 1, 1)) or (index > 0 and self._is_mark(index - 1, -1))

    def _is_mark(self, index: int, step: int) -> bool:
        """Whether there is a line that counts views, going on from here over weaker ones."""
        for _ in range(4):
            if not 0 <= index < len(self.lines):
                return False
            line, footer = self.lines[index], self.footers[index]
            if footer is not None and (footer.counts_views or (footer.is_date and not self.counted)):
                return True
            if footer is None and not BUTTON_FORM.fullmatch(line.text) and line.text != self.name:
                return False
            index += step
        return False

    def _is_media(self, index: int) -> bool:
        """Whether a line that could be text stands where media do: at the head or the end of a post."""
        post = self.posts[-1] if self.posts else None
        at_head = post is None or self.apart or post.closed or not post.lines
        return at_head or self._stands_with_marks(index)

    def _take_media(self, line: PageLine) -> None:
        post = self._current(opens=False)
        core = line.text.lower()
        poll = re.search(r"poll|quiz|опрос|викторина|vot|голос|results", core)
        kind = "poll" if poll else MEDIA_NAMES.get(core) or ("video" if core[:1].isdigit() else "")
        if kind:
            post.known.setdefault("media", kind)
        self._remove(line, MEDIA)

    def _take_footer(self, line: PageLine, footer: Footer) -> None:
        if footer.is_day and not self.dates_close:
            self.day, self.apart = footer.day, True
            self._remove(line, DAY_HEADING)
            return
        opens = footer.is_date and not self.dates_close
        last = self.posts[-1] if self.posts else None
        new = last is None or self.apart or (last.closed and "views" in footer.facts and "views" in last.known)
        post = self._current(opens) if opens or new else last
        post.closed = post.closed or not opens
        self._remove(line, DATE if footer.is_date or footer.is_day else COUNTS)
        post.learn(footer)

    def leave_header_out(self) -> None:
        """Text before the first mark is no post where every other post has its marks: it tells of the channel."""
        if len(self.posts) < 2 or self.posts[0].closed or self.posts[0].opened or self.posts[0].date:
            return
        first, others = self.posts[0], self.posts[1:]
        marked = sum(post.closed or post.opened for post in others)
        size = sum(len(line.text) for line in first.lines)
        if marked == len(others) and len(first.lines) <= HEADER_LINES and size <= HEADER_CHARACTERS:
            self.removed += [line._replace(reason=HEADER) for line in first.lines]
            if self.name is None and first.lines and len(first.lines[0].text) <= LONGEST_NAME:
                self.name = first.lines[0].text
            del self.posts[0]

    def leave_bare_counts_out(self) -> None:
        """Numbers alone that end most posts count something, whose symbol was not copied."""
        ends = {
            number: sum(1 for _ in itertools.takewhile(_is_bare_count, reversed(post.lines)))
            for number, post in enumerate(self.posts)
        }
        often = [number for number, length in ends.items() if length]
        if len(often) < 2 or 2 * len(often) < len(self.posts):
            return
        for number in often:
            post = self.posts[number]
            self.removed += [line._replace(reason=COUNTS) for line in post.lines[-ends[number] :]]
            del post.lines[-ends[number] :]

    def finish(self) -> MarkedPosts:
        """The posts with text, their dates read together."""
        written = [post.written_date for post in self.posts]
        dates = parse_post_dates(written, [" ".join(line.text for line in post.lines) for post in self.posts])
        stories = [post.make_story(date) for post, date in zip(self.posts, dates, strict=True) if post.lines]
        unread = sum(date is None and text is not None for date, text in zip(dates, written, strict=True))
        notes = [f"dates of {unread} posts not read: they lack their year, or day and month could be swapped"]
        return MarkedPosts(stories, self.removed, self.name, len(self.posts), notes if unread else [])


def _is_bare_count(line: PageLine) -> bool:
    return BARE_COUNT.fullmatch(line.text) is not None


def _dates_close(footers: Sequence[Footer | None], lines: Sequence[PageLine]) -> bool:
    """Whether a date stands under its post and not over it: it does if one follows the page's last text."""
    kinds = ["date" if footer and (footer.is_date or footer.is_day) else "counts" if footer else "text"
             for footer, line in zip(footers, lines, strict=True) if line.reason in (None, COUNTS)]  # fmt: skip
    kinds = [kind for kind in kinds if kind != "counts"]
    return bool(kinds) and kinds[-1] == "date" and "text" in kinds and kinds[0] == "text"
