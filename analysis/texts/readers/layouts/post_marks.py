"""What a page says of a post in lines of its own: views, shares, comments, reactions, date, origin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from analysis.texts.dates.words import MONTH_NUMBER
from analysis.texts.readers.layouts.openings import SYMBOL
from analysis.texts.readers.layouts.post_dates import DATE_WITH_TIME, DAY, RELATIVE_DAY, TIME
from analysis.texts.readers.lines import PageLine

LONGEST = 160  # characters of such a line
MOST = 10**11  # no post is seen more often
LONGEST_NAME = 128  # characters of a channel's name, as Telegram allows
_FORWARDED = (
    r"(?:репост из|переслано (?:из|от)|forward(?:ed)?(?: (?:story|message))? from|переслано (?:з|від)|"
    r"weitergeleitet (?:aus|von)|transféré (?:de|depuis)|reenviado (?:de|desde)|inoltrato da|encaminhad[ao] de)"
)
FORWARD = re.compile(rf"(?:{_FORWARDED}\s*:?|forward(?:ed)?\s*:)\s+(?P<channel>\S.*)", re.IGNORECASE)
FORWARD_ALONE = re.compile(rf"{_FORWARDED}\s*:?", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|(?<![\w./@])t\.me/)[^\s<>\"«»“”]+", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?…)]}'’"

_NUMBER = r"(?P<{}>\d[\d.,\s\xa0\u202f]*\d|\d)\s?(?P<{}>[kmкм](?![^\W\d_])|тыс\.?|млн\.?)?"
FACTORS = {"k": 1_000, "к": 1_000, "тыс": 1_000, "m": 1_000_000, "м": 1_000_000, "млн": 1_000_000}
WORDS = {  # fact -> words after a number, words before one, symbols before one
    "views": (r"views?|просмотр(?:ов|а|ы)?|перегляд(?:ів|и)?|aufrufe?|vues?|visualizaciones|visualizzazioni|vistas",
              r"views|просмотр(?:ы|ов)|охват|перегляди|aufrufe|vues", "👁👀"),
    "forwards": (r"(?:re)?shares?|forwards?|reposts?|репост(?:ов|а)?|пересыл(?:ок|ки|ка)|поделил(?:ись|ся)|поширень|"
                 r"weiterleitungen|partages?|reenvíos", r"shares|forwards|reposts|репост(?:ы|ов)|пересылки|поделились",
                 "↪➡🔁🔄↗📤📢🔀⤴"),
    "replies": (r"comments?|replies|reply|комментари(?:й|я|ев)|коммент(?:а|ов)?|ответ(?:ов|а)?|коментар(?:ів|і)|"
                r"kommentare?|commentaires?|comentarios?", r"comments|replies|комментари(?:и|ев)|ответы|kommentare",
                "💬🗨"),
    "reactions": (r"reactions?|likes?|реакци(?:й|и|я)|лайк(?:ов|а)?|reaktionen|réactions?|reacciones",
                  r"reactions|likes|реакции|лайки", ""),
}  # fmt: skip


def _item(fact: str) -> str:
    after, before, symbols = WORDS[fact]
    forms = [
        rf"{_NUMBER.format(f'{fact}1', f'{fact}1x')}\s?(?:{after})(?![^\W\d_a-zA-Z])(?=\d|edited|\W|$|[A-ZА-Я])",
        rf"(?:{before})\s?:?\s?{_NUMBER.format(f'{fact}2', f'{fact}2x')}",
    ]
    if symbols:
        forms.append(rf"[{symbols}]\ufe0f?\s?{_NUMBER.format(f'{fact}3', f'{fact}3x')}")
    return "|".join(forms)


_EDITED = r"edited|изменено|отредактировано|изм\.|ред\.|bearbeitet|modifiée?|editado"
_LABEL = r"(?:пост от|опубликован[оа]?|дата публикации|дата|posted on|posted|published on|published|date)\b\s?:?"
_KEYCAP = r"(?!\d\ufe0f?\u20e3)"
_ONE_EMOJI = rf"{SYMBOL}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{SYMBOL})*"
_EMOJI = rf"(?P<emoji>{_ONE_EMOJI})\s?{_KEYCAP}{_NUMBER.format('many', 'manyx')}"
_ITEM = re.compile(
    rf"(?:{'|'.join(_item(fact) for fact in WORDS)}|(?P<date>{DATE_WITH_TIME.pattern})|(?P<day>{DAY.pattern})|"
    rf"(?P<time>{TIME})|(?P<edited>{_EDITED})|(?P<label>{_LABEL})|{_EMOJI})",
    re.IGNORECASE,
)
_WORDS_BEFORE = "|".join([*(before for _, before, _ in WORDS.values()), _EDITED, _LABEL, RELATIVE_DAY, *MONTH_NUMBER])
_LIKELY = re.compile(rf"(?=.*\d)[^\w]*(?:\d|$|(?:at|в|um|à)\b|{_WORDS_BEFORE})", re.IGNORECASE)  # quick to say no
_PART_OF_VIEWS = re.compile(rf"views?,?|,?\s?edited,?|,|{TIME}", re.IGNORECASE)
_VIEWS = re.compile(rf"\d[\d.,]*[km]?\s?views?\s?,?(?:\s?edited)?\s?,?(?:\s?{TIME})?", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s\xa0|•·,;/()–—-]*(?:(?:at|в|um|à)\s)?", re.IGNORECASE)
_SIGNATURE = re.compile(rf"(?P<author>[^\d\s,][^,|•·]{{1,63}}?),\s?(?=(?:{_EDITED}|{TIME}))", re.IGNORECASE)


@dataclass
class Footer:
    """What a line says of a post. facts: by the names of documents' columns; date, day, time: as written."""

    facts: dict[str, object] = field(default_factory=dict)
    by_kind: list[tuple[str, int]] = field(default_factory=list)
    date: str | None = None
    day: str | None = None
    time: str | None = None
    edited: bool = False

    @property
    def counts_views(self) -> bool:
        """Whether it closes a post beyond doubt: it counts views, or several other things."""
        return "views" in self.facts or len(self.facts) > 1

    @property
    def is_date(self) -> bool:
        """Whether it is a date with its time and nothing else."""
        return self.date is not None and not (self.facts or self.by_kind)

    @property
    def is_time(self) -> bool:
        """Whether it is a time and nothing else."""
        return self.time is not None and not (self.facts or self.by_kind or self.day or self.edited)

    @property
    def is_day(self) -> bool:
        """Whether it is a day and nothing else."""
        return self.day is not None and not (self.facts or self.by_kind or self.time)

    @property
    def says_more(self) -> bool:
        """Whether it counts views and says when, or something else beside."""
        beside = len(self.facts) > 1 or any((self.date, self.day, self.time, self.edited))
        return "views" in self.facts and beside

    @property
    def is_of_telegram(self) -> bool:
        """Whether it is as t.me writes under each post: "12.3K views, edited  11:43"."""
        return "views" in self.facts and self.time is not None and self.day is None


def parse_footer(text: str) -> Footer | None:
    """A line that says of a post how often it was seen, shared, answered, and when; None if it says anything else."""
    return None if len(text) > LONGEST or not _LIKELY.match(text) else _parse_likely(text)


@lru_cache(maxsize=20_000)
def _parse_likely(text: str) -> Footer | None:
    footer, at = Footer(), 0
    while (at := _BETWEEN.match(text, at).end()) < len(text.rstrip(" .:")):
        if found := _ITEM.match(text, at):
            _take_item(found, footer)
        elif "views" in footer.facts and "author" not in footer.facts and (found := _SIGNATURE.match(text, at)):
            footer.facts["author"] = found["author"].strip()
        else:
            return None
        at = found.end()
    counted = [*footer.facts.values(), *(count for _, count in footer.by_kind)]
    return None if any(isinstance(count, int) and count > MOST for count in counted) else footer


def _take_item(found: re.Match[str], footer: Footer) -> None:
    for name in ("date", "day", "time"):
        if found[name]:
            setattr(footer, name, found[name])
            return
    if found["label"]:
        return
    if found["edited"]:
        footer.edited = True
    elif found["emoji"]:
        footer.by_kind.append((found["emoji"], parse_short_count(found["many"], found["manyx"])))
    else:
        fact, form = next((fact, form) for fact in WORDS for form in "123"
                          if f"{fact}{form}" in found.groupdict() and found[f"{fact}{form}"])  # fmt: skip
        footer.facts[fact] = parse_short_count(found[f"{fact}{form}"], found[f"{fact}{form}x"])


def parse_short_count(digits: str, factor: str | None) -> int:
    """A number as pages shorten it: 12.3K, 12,3 тыс., 12 345, 12,345."""
    if not factor:
        return int(re.sub(r"\D", "", digits))
    whole, _, part = re.sub(r"[\s\xa0\u202f]", "", digits).replace(",", ".").rpartition(".")
    number = float(f"{whole.replace('.', '')}.{part}") if whole else float(part)
    return round(number * FACTORS[factor.lower().rstrip(".")])


def is_part_of_views(text: str) -> bool:
    """Whether a line may be what a scraper has broken off a count of views: "views", "11:43"."""
    return _PART_OF_VIEWS.fullmatch(text) is not None


def join_broken(lines: list[PageLine]) -> list[PageLine]:
    """The lines, counts of views made one that a scraper has broken over several ("12.3K", "views", "11:43")."""
    joined: list[PageLine] = []
    for line in lines:
        if joined and line.gap == 0 and line.reason is joined[-1].reason and is_part_of_views(line.text):
            whole = f"{joined[-1].text} {line.text}"
            if _VIEWS.fullmatch(whole):
                joined[-1] = joined[-1]._replace(end=line.end, text=whole)
                continue
        joined.append(line)
    return joined


def forwarded_channel(text: str) -> str | None:
    """The channel that a forwarded post names as its origin; None if the line names none."""
    if len(text) > LONGEST or (found := FORWARD.fullmatch(text)) is None:
        return None
    return found["channel"].strip()


def list_links(lines: Iterable[PageLine]) -> list[str]:
    """List the addresses in a post's text, each once."""
    found = (match[0].rstrip(_AFTER_ADDRESS) for line in lines for match in ADDRESS.finditer(line.text))
    return list(dict.fromkeys(found))


def list_message_notes(copied: str, empty: Counter[str], unread: int) -> list[str]:
    """List what is said of copied messages: how many there are, how many have no text (by kind) or no date."""
    notes = [copied]
    if empty:
        said = ", ".join(f"{count} {kind}" for kind, count in sorted(empty.items()))
        notes.append(f"messages without text: {empty.total()} ({said})")
    if unread:
        notes.append(f"dates not read: {unread}; day and month could be swapped, or the form is unknown")
    return notes
