"""The channel page dump: one header, then posts under one another, as a web catalogue of channels shows them.

What opens a post is read from several cues at once (see `openings`), because a post may hold
wide gaps inside. A page that says how many posts it shows decides between doubtful readings.
"""

from __future__ import annotations

import re

from analysis.texts.readers.lines import Layout, PageLine, Story
from analysis.texts.readers.openings import Block, choose_openings

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
        (r"[\d\s.,]+[kmкм]? (subscribers|подписчик(а|ов|и)?|members|участник(а|ов)?)", "163K subscribers"),
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
    "views of a post": (
        (r"[\d.,]+\s?[kmкм]? (views?|просмотр(ов|а)?)(\W.*)?", "12.3K views"),
    ),
}  # fmt: skip
FORWARD = re.compile(
    r"(?:репост из|переслано (?:из|от)|forward(?:ed)?(?: (?:from|message from))|переслано з|"
    r"weitergeleitet (?:aus|von)|transféré (?:de|depuis)|reenviado (?:de|desde))\s*:?\s+(?P<channel>\S.*)",
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
HEADER_LINES = 60  # a header ends within the page's first lines


def chrome_reason(text: str) -> str | None:
    """Why a line is the catalogue's and not a post's; None if it is not."""
    if len(text) > LONGEST:
        return None
    found = _CHROME.fullmatch(text.rstrip(" .:"))
    if found:
        return list(CHROME)[int(found.lastgroup[1:])]
    return "forwarded line" if forwarded_channel(text) else None


def forwarded_channel(text: str) -> str | None:
    """The channel that a forwarded post names as its origin; None if the line names none."""
    if len(text) > LONGEST or (found := FORWARD.fullmatch(text)) is None:
        return None
    return found["channel"].strip()


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is a channel dump: by its kinds of chrome lines, each kind counted once."""
    reasons = set()
    for line in re.split(r"[\r\n]+", text):
        if len(line) <= LONGEST and (reason := chrome_reason(line.strip().replace("\xa0", " "))):
            reasons.add(reason)
    strong = reasons & {"closing count of posts", "forwarded line", "channel header"}
    return min(1.0, 0.4 * len(strong) + 0.2 * len(reasons - strong))


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the posts of a channel page apart; header and chrome go to `removed`, X of "Репост из: X" to the post."""
    marked = [line._replace(reason=chrome_reason(line.text) or line.reason) for line in lines]
    header = _header_length(marked)
    removed = [line._replace(reason="channel header") for line in marked[:header]]
    body = marked[header:]
    declared = _declared_count([line for line in body if line.reason == "closing count of posts"])
    blocks = _blocks(body)
    openings, notes = choose_openings(blocks, declared)
    stories: list[Story] = []
    for block, opens in zip(blocks, openings, strict=True):
        if opens or not stories:
            stories.append(Story([], None))
        for line in block.lines:
            if line.reason == "forwarded line" and stories[-1].forwarded_from is None:
                stories[-1].forwarded_from = forwarded_channel(line.text)
            if line.reason:
                removed.append(line)
            else:
                stories[-1].lines.append(line)
    kept = [story for story in stories if story.lines]
    if len(kept) < len(stories):
        notes.append(f"{len(stories) - len(kept)} posts hold no text")
    return Layout(kept, removed, _channel_name(marked[:header]), notes)


def _header_length(lines: list[PageLine]) -> int:
    """Lines before the first post: up to the last header line of the catalogue, else the channel's name alone."""
    last = [index for index, line in enumerate(lines[:HEADER_LINES]) if line.reason == "channel header"]
    return last[-1] + 1 if last else 0


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
        elif not blocks or line.gap >= 2 or (line.reason == "forwarded line" and line.gap >= 1):
            blocks.append(Block([line]))
        else:
            blocks[-1].lines.append(line)
    return blocks
