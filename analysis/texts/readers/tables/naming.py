"""What columns of tables are called, in the five languages and in the exports that people use."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import yaml

NAMES = Path(__file__).with_name("column_names.yaml")
POSTS_ONLY = ("forwarded_from", "reply_to", "views", "edited", "reactions")
ROLES = ("text", "title", "outlet", "published", "url", "language", "translated", "author", "country", "section")
ROLES += POSTS_ONLY
_OF_CHANNELS = ({"views", "view_count", "views_count"}, {"channel", "channel_name", "channel_title", "chat"})
_HUMP = re.compile(r"(?<=[a-zа-яё0-9])(?=[A-ZА-ЯЁ])")
_AGAIN = re.compile(r" \([0-9]+\)$")  # of a name that stands twice, as `name_columns` writes it
_ELSEWHERE = re.compile(
    "forward|fwd|repl|quot|retweet|parent|image|photo|video|entit|related"
)  # not of the text itself
_JOINS = re.compile(r"[\s_\-/\\:()\[\]\"'«»#]+")


def fold_column_name(name: object) -> str:
    """Give the key of a column's name: small letters, _ between words; the keys of nested JSON between full stops."""
    text = unicodedata.normalize("NFC", name if isinstance(name, str) else str(name)).replace("\ufeff", "").strip()
    text = _AGAIN.sub("", text) if text.endswith(")") else text
    text = text if text.islower() else _HUMP.sub("_", text)
    return _JOINS.sub("_", text).strip("_").casefold()


@cache
def load_column_names() -> dict[str, dict[str, int]]:
    """The names of column_names.yaml by what they are taken for, each with its place (0 is taken first)."""
    listed = yaml.safe_load(NAMES.read_text("utf-8"))
    return {role: {str(name): place for place, name in enumerate(names)} for role, names in listed.items()}


@cache
def load_known_names() -> frozenset[str]:
    """All names of column_names.yaml, and id."""
    return frozenset({"id"}.union(*load_column_names().values()))


def list_candidates(columns: list[str], role: str) -> list[str]:
    """List the columns that are called like a role's, those that are taken first before the others.

    The keys of nested JSON count together (source.name); else the last one counts (fields.bodyText).
    """
    places = load_column_names()[role]
    found = []
    for index, column in enumerate(columns):
        key = fold_column_name(column)
        last = key.rpartition(".")[2] if "." in key and not _ELSEWHERE.search(key) else ""
        place = places.get(key, places.get(last))
        if place is not None:
            found.append((key not in places, place, index, column))
    return [column for *_, column in sorted(found)]


def is_known_name(name: object) -> bool:
    """Whether a cell is what columns are called, so that its row is a header."""
    return fold_column_name(name) in load_known_names()


def looks_like_posts(columns: list[str]) -> bool:
    """Whether the columns are those of a table of posts: one that only such tables have, and another of theirs.

    A channel and views, and no title, say so too: what a few lines of Telethon write.
    """
    keys = [fold_column_name(column) for column in columns]
    only, too = load_column_names()["post"], load_column_names()["post_too"]
    alone = [key in only or key.rpartition(".")[2] in only for key in keys]
    also = [key in too or key.rpartition(".")[2] in too for key in keys]
    viewed = not list_candidates(columns, "title") and all(named.intersection(keys) for named in _OF_CHANNELS)
    return viewed or (any(alone) and sum(a or b for a, b in zip(alone, also, strict=True)) >= 2)
