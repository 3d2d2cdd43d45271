"""The channel page dump: one header, then posts under one another, as a web catalogue of channels shows them.

What opens a post is read from several cues at once (see `openings`), because a post may hold
wide gaps inside. A page that says how many posts it shows decides between doubtful readings.
"""

from __future__ import annotations

import re

from analysis.texts.readers.layouts.marked_posts import group_by_marks, looks_marked
from analysis.texts.readers.layouts.openings import Block, choose_openings, count_notes
from analysis.texts.readers.layouts.post_chrome import BUTTON_FORM, COUNTS, FORWARDED
from analysis.texts.readers.layouts.post_marks import (
    FORWARD_ALONE,
    LONGEST_NAME,
    Footer,
    forwarded_channel,
    is_part_of_views,
    join_broken,
    parse_footer,
)
from analysis.texts.readers.lines import Layout, PageLine, Story, split_lines

FORMAT = "channel"
KIND = "post"

# What a catalogue's page says around the posts: reason -> (pattern of a whole line, example)
CHROME: dict[str, tuple[tuple[str, str], ...]] = {
    "channel header": (
        (r"(гео и язык|география и язык) канала\b.*", "Гео и язык канала: Весь мир, Английский"),
        (r"категория(:.*)?", "Категория: Политика"),
        (r"связанные каналы\W+похожие каналы", "Связанные каналы  |  Похожие каналы"),
        (r"статистика|фильтр публикаций", "Фильтр публикаций"),
        (r"(channel's geo and language|geo and language of the channel|channel location and language)\b.*",
         "Channel's geo and language: not specified, English"),
        (r"category(:.*)?", "Category: Politics"),
        (r"(linked|related) channels\W+similar channels", "Linked channels | Similar channels"),
        (r"statistics|(posts filter|filter posts|posts archive)", "Posts filter"),
        (r"гео та мова каналу\b.*|категорія(:.*)?|пов'язані канали\W+схожі канали|фільтр публікацій",
         "Гео та мова каналу: Україна, Українська"),
        (r"kanalning joylashuvi va tili\b.*|toifa(:.*)?|postlar filtri", "Toifa: Siyosat"),
        (r"\d[\d\s.,]*( ?[kmкм]| (тыс|млн|tsd|mio|mil|mille|k)\.?)? "
         r"(subscribers?|подписчик(а|ов|и)?|members?|участник(а|ов|и)?|підписник(а|ів|и)?|abonnent(en)?|abonnés?|"
         r"mitglieder|membres|suscriptor(es)?|miembros)", "163K subscribers"),
    ),
    "video not available": (
        (r"видео недоступно для (предпросмотра|просмотра)", "Видео недоступно для предпросмотра"),
        (r"(смотреть|открыть|показать|посмотреть) в (telegram|телеграм\w*)", "Смотреть в Telegram"),
        (r"video is (unavailable|not available)( for (watching|preview))?", "Video is unavailable for watching"),
        (r"(show|view|watch|open) in telegram", "Show in Telegram"),
        (r"this media is not supported in (your browser|the widget)|please open telegram to view this post",
         "Please open Telegram to view this post"),
        (r"відео недоступне для (передперегляду|перегляду)|дивитись в telegram", "Дивитись в Telegram"),
    ),
    "closing count of posts": (
        (r"(показано|показаны) \d+ последни[ехй] (публикаци[йия]|пост(ов|а|ы)?|запис(ей|и))",
         "Показано 20 последних публикаций"),
        (r"(the )?\d+ last posts (are )?(shown|displayed)|(showing|shown:?) (the )?(last )?\d+ (last |latest )?posts",
         "20 last posts shown"),
        (r"показано \d+ останніх публікацій", "Показано 20 останніх публікацій"),
        (r"oxirgi \d+ (ta )?post(lar)? ko'rsatilgan", "Oxirgi 20 ta post ko'rsatilgan"),
    ),
}  # fmt: skip
MORE_HEADER = re.compile(  # what t.me shows of a channel beside its name and subscribers
    r"[\d.,]+\s?[kmкм]? (?:photos?|videos?|files?|(?:audio|voice|music)\b.*|links?|gifs?|polls?)|"
    r"@\w{4,32}|t\.me/\w{4,32}|"
    r"download telegram|about|blog|apps|platform|join|preview channel|view in telegram|open a channel.*|"
    r"if you have telegram, you can .*|before|after|channel info",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?<!\\)\((?!\?)")


def _chrome_pattern() -> re.Pattern[str]:
    groups = []
    for number, patterns in enumerate(CHROME.values()):
        alternatives = "|".join(_GROUP.sub("(?:", pattern) for pattern, _ in patterns)
        groups.append(f"(?P<r{number}>{alternatives})")
    return re.compile("|".join(groups), re.IGNORECASE)


_CHROME = _chrome_pattern()
LONGEST = 160  # characters of a chrome line
ONE_PIECE = 0.8  # share of a text that is one article's and no post's
EDGE, BETWEEN = 0.1, 0.4  # shares of a text at most outside of marks that carry a page, and from which between them
HEADER_LINES = 60  # a header ends within the page's first lines


def chrome_reason(text: str) -> str | None:
    """Why a line is the catalogue's and not a post's; None if it is not."""
    return _name_reason(text, parse_footer(text))


def _name_reason(text: str, footer: Footer | None) -> str | None:
    if len(text) > LONGEST:
        return None
    found = _CHROME.fullmatch(text.rstrip(" .:"))
    if found:
        return list(CHROME)[int(found.lastgroup[1:])]
    if forwarded_channel(text):
        return FORWARDED
    return COUNTS if footer and footer.counts_views else None


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is a channel dump: by its kinds of lines that are no post's, each kind counted once.

    Lines that count views may be quoted by an article: they count beside a channel's header, or if they part the page.
    """
    plain = text.replace("\xa0", " ")
    if not _holds_chrome(plain):
        return 0.0
    lines = join_broken(split_lines(plain))
    footers = [parse_footer(line.text) for line in lines]
    reasons = {
        FORWARDED if FORWARD_ALONE.fullmatch(line.text) else _name_reason(line.text, footer)
        for line, footer in zip(lines, footers, strict=True)
        if len(line.text) <= LONGEST
    } - {None}
    counts = [footer for footer in footers if footer]
    viewed = [footer for footer in counts if footer.counts_views]
    pieces = _cut_at_marks(lines, footers)
    several = len(viewed) > 1 and ("closing count of posts" in reasons or _carry_page(pieces))
    if "channel header" not in reasons and not several:
        reasons.discard(COUNTS)
    strong = reasons & {"closing count of posts", FORWARDED, "channel header"}
    dates = 0.2 if sum(footer.is_date for footer in counts) >= 2 and strong else 0.0
    marked = 0.6 if _is_marked(pieces, viewed, counts) or _has_buttons(text, counts) else 0.0
    return min(1.0, max(marked, 0.4 * len(strong) + 0.2 * len(reasons - strong) + dates))


def _holds_chrome(text: str) -> bool:
    """Whether a line, or the second part of a broken one, is the catalogue's at all, or a date; quick to say no."""
    for line in text.splitlines():
        short = line.strip()
        if short and len(short) <= LONGEST and (
            parse_footer(short) or chrome_reason(short) or FORWARD_ALONE.fullmatch(short) or is_part_of_views(short)
        ):  # fmt: skip
            return True
    return False


def _has_buttons(text: str, counts: list[Footer]) -> bool:
    """Whether a catalogue's buttons ("Open in Telegram") stand at several posts with their dates."""
    if sum(footer.is_date for footer in counts) < 2:
        return False
    buttons = (BUTTON_FORM.fullmatch(line.strip()) for line in re.split(r"[\r\n]+", text) if len(line) <= LONGEST)
    return sum(found is not None and "telegram" in found[0].lower() for found in buttons) >= 2


def _is_marked(pieces: list[int], viewed: list[Footer], counts: list[Footer]) -> bool:
    """Whether counts of views part a text, without anything else that says that it is a channel's.

    An article may have a list of others with their views beside it: then most of the text lies in one piece. It may
    quote such lines: then its text stands before and after them.
    """
    if not _carry_page(pieces):
        return False
    if sum(footer.is_of_telegram for footer in viewed) >= 2:
        return True
    dated = sum(footer.is_date for footer in counts)
    if sum(footer.says_more for footer in viewed) < 2 and (len(viewed) < 2 or dated < 2):
        return False
    return max(pieces) < ONE_PIECE * sum(pieces)


def _cut_at_marks(lines: list[PageLine], footers: list[Footer | None]) -> list[int]:
    """The characters before, between and after the lines that count a post's views or say its date."""
    pieces = [0]
    for line, footer in zip(lines, footers, strict=True):
        if footer and (footer.counts_views or footer.is_date):
            pieces.append(0)
        else:
            pieces[-1] += len(line.text)
    return pieces


def _carry_page(pieces: list[int]) -> bool:
    """Whether marks part a page from its beginning to its end, and do not stand somewhere within a text."""
    total, between = sum(pieces), sum(pieces[1:-1])
    closed = pieces[-1] <= EDGE * total  # the last post has its mark below it
    opened = pieces[0] <= EDGE * total and 2 * between >= BETWEEN * total
    return len(pieces) > 1 and (closed or opened or between >= BETWEEN * total)


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the posts of a channel page apart; header and chrome go to `removed`, X of "Репост из: X" to the post.

    Where lines of their own part the posts (counts of views, dates), they decide; else the gaps between them.
    """
    marked = _mark_chrome(join_broken(lines))
    header = _header_length(marked)
    removed = [line._replace(reason="channel header") for line in marked[:header]]
    body, name = marked[header:], _channel_name(marked[:header])
    declared = _declared_count([line for line in body if line.reason == "closing count of posts"])
    if looks_marked([line for line in body if line.reason in (None, COUNTS)]):
        posts = group_by_marks(body, name)
        stories, name = posts.stories, posts.name
        notes = [*count_notes(posts.posts, posts.posts, declared), *posts.notes]
        removed += posts.removed
        empty = posts.posts - len(stories)
    else:
        stories, notes, empty = _split_at_gaps(body, declared, removed)
    return Layout(stories, removed, name, [*notes, f"{empty} posts hold no text"] if empty else notes)


def _mark_chrome(lines: list[PageLine]) -> list[PageLine]:
    """The lines with the reasons of chrome; the name under "Forwarded from" goes with it."""
    marked: list[PageLine] = []
    alone = False
    for line in lines:
        reason = chrome_reason(line.text)
        if alone and reason is None and len(line.text) <= LONGEST_NAME:
            reason = FORWARDED
            alone = False
        else:
            alone = FORWARD_ALONE.fullmatch(line.text) is not None
            reason = FORWARDED if alone else reason
        marked.append(line._replace(reason=reason or line.reason))
    return marked


def _split_at_gaps(
    body: list[PageLine], declared: int | None, removed: list[PageLine]
) -> tuple[list[Story], list[str], int]:
    """The posts with text between wide gaps, notes, and how many hold no text; what is no text goes to `removed`."""
    blocks = _blocks(body)
    openings, notes = choose_openings(blocks, declared)
    stories: list[Story] = []
    for block, opens in zip(blocks, openings, strict=True):
        if opens or not stories:
            stories.append(Story([], None))
        for line in block.lines:
            if line.reason == FORWARDED and stories[-1].forwarded_from is None:
                alone = FORWARD_ALONE.fullmatch(line.text)
                stories[-1].forwarded_from = None if alone else forwarded_channel(line.text) or line.text
            if line.reason:
                removed.append(line)
            else:
                stories[-1].lines.append(line)
    kept = [story for story in stories if story.lines]
    return kept, notes, len(stories) - len(kept)


def _header_length(lines: list[PageLine]) -> int:
    """Lines before the first post: up to the last header line of the catalogue, else the channel's name alone."""
    last = [index for index, line in enumerate(lines[:HEADER_LINES]) if line.reason == "channel header"]
    length = last[-1] + 1 if last else 0
    while length and length < len(lines) and MORE_HEADER.fullmatch(lines[length].text):
        length += 1
    return length


def _channel_name(header: list[PageLine]) -> str | None:
    named = [line.text for line in header if chrome_reason(line.text) is None]
    return named[0] if named else None


def _declared_count(lines: list[PageLine]) -> int | None:
    return int(re.search(r"\d+", lines[-1].text)[0]) if lines else None


def _blocks(lines: list[PageLine]) -> list[Block]:
    """Runs of lines between wide gaps; a forwarded line opens one wherever it stands."""
    blocks: list[Block] = []
    for line in lines:
        if line.reason == "closing count of posts" and blocks:
            blocks[-1].lines.append(line)
        elif not blocks or line.gap >= 2 or (line.reason == FORWARDED and line.gap >= 1):
            blocks.append(Block([line]))
        else:
            blocks[-1].lines.append(line)
    return blocks
