"""Findings that moved between two runs: before, after, how far, and what had changed in between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.reports.kept.found import ASIDE, NUMBERS, Row

Key = tuple[str, str, str]
SHOWN = 60  # letters of a group's name
CAUSES = ("corpus", "codebook", "code", "notebook", "versions", "parameters", "other files")


@dataclass(frozen=True)
class Move:
    """A finding that changed: before or after is None where it is new or gone.

    beyond: whether each estimate lies outside the other's interval (None without intervals, or of another group).
    """

    page: str
    key: str
    before: Row | None
    after: Row | None
    beyond: bool | None
    causes: tuple[str, ...] = ()


def compare_findings(
    before: Iterable[Row], after: Iterable[Row], causes: Mapping[str, tuple[str, ...]] | None = None
) -> list[Move]:
    """List the findings that differ, in the order of the newer list, those that are gone last.

    A finding is the same by page, key and group; where a page and key have one group before and one after, the
    group may change and is part of what moved. causes: by page, what changed for it in between.
    """
    old, new = _by_key(before), _by_key(after)
    for key in [key for key in old if key not in new]:
        twin = _twin(key, old, new)
        if twin:
            old = {twin if other == key else other: row for other, row in old.items()}
    moves = []
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key), new.get(key)
        if _found(was) != _found(now):
            moves.append(Move(key[0], key[1], was, now, _beyond(was, now), (causes or {}).get(key[0], ())))
    return moves


def name_causes(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[str, ...]:
    """Name what differs between what a page was made from and what it is made from now, of CAUSES.

    old, new: the page's entries in two manifests.
    """
    if not old or not new:
        return ()
    then, now = (entry.get("inputs", {}) for entry in (old, new))
    books, others = (_reads(old, codebooks=yes) != _reads(new, codebooks=yes) for yes in (True, False))
    given = [dict(inputs.get("parameters", {})) for inputs in (then, now)]
    for values in given:
        values.pop("corpus", None)
    books = books or given[0].pop("codebook", None) != given[1].pop("codebook", None)
    found = {
        "corpus": then.get("corpus") != now.get("corpus"),
        "codebook": books,
        "code": then.get("code") != now.get("code"),
        "notebook": then.get("notebook") != now.get("notebook"),
        "versions": then.get("packages") != now.get("packages"),
        "parameters": given[0] != given[1],
        "other files": others,
    }
    return tuple(name for name in CAUSES if found[name])


def tell_move(move: Move, titles: Mapping[str, str] | None = None) -> str:
    """Say in a line what moved, how far, and why: "03-framing, leading-frame (Conflict): 0.31 [..] -> 0.38 [..]".

    titles: of pages, where it is for readers: they stand for the pages' names, and what was measured for the key.
    """
    row = move.after or move.before or {}
    group = f" ({_short(row['group'])})" if row.get("group") else ""
    line = f"{_name_finding(move, row, titles)}{group}: "
    if move.before is None or move.after is None:
        said = _quote(row)
        return f"{line}{'new' if move.before is None else 'gone'}: {said}{_why(move.causes)}"
    was, now = (_tell_value(one) for one in (move.before, move.after))
    if not was and not now:
        was, now = (f'"{_quote(one)}"' for one in (move.before, move.after))
    if move.before["group"] != move.after["group"]:
        was, now = (f"{_short(one['group'])} {told}".strip() for one, told in ((move.before, was), (move.after, now)))
    if was == now:
        fields = [name for name in row if move.before[name] != move.after[name] and name not in ("page", *ASIDE)]
        return f"{line}{now}; {', '.join(fields)} changed{_why(move.causes)}"
    said = {True: ", beyond both intervals", False: ", within the intervals", None: ""}[move.beyond]
    said = (
        ", the interval alone" if move.beyond is False and move.before["estimate"] == move.after["estimate"] else said
    )
    return f"{line}{was or 'no number'} -> {now or 'no number'}{said}{_why(move.causes)}"


def _name_finding(move: Move, row: Row, titles: Mapping[str, str] | None) -> str:
    if titles is None:
        return f"{move.page}, {move.key}"
    return f"{titles.get(move.page, move.page)}, {row.get('measure') or move.key.replace('-', ' ')}"


def _quote(row: Row) -> str:
    """A finding's sentence without its marks of Markdown, and short."""
    return _short(row.get("sentence", "").replace("*", ""), 120)


def _found(row: Row | None) -> Row | None:
    return row and {name: value for name, value in row.items() if name not in ASIDE}


def _by_key(rows: Iterable[Row]) -> dict[Key, Row]:
    """Rows by page, key and group; of those that are alike in all three the second gets a number."""
    found: dict[Key, Row] = {}
    for row in rows:
        key, number = (row["page"], row["key"], row["group"]), 2
        while key in found:
            key, number = (row["page"], row["key"], f"{row['group']} {number}"), number + 1
        found[key] = row
    return found


def _twin(key: Key, old: Mapping[Key, Row], new: Mapping[Key, Row]) -> Key | None:
    """The one finding of the same page and key that is new, where this is the only one that is gone."""
    gone = [other for other in old if other[:2] == key[:2] and other not in new]
    came = [other for other in new if other[:2] == key[:2] and other not in old]
    return came[0] if len(gone) == len(came) == 1 else None


def _beyond(was: Row | None, now: Row | None) -> bool | None:
    if not was or not now or not all(row[name] for row in (was, now) for name in NUMBERS):
        return None
    if was["group"] != now["group"]:  # two things are no one thing that moved
        return None
    return all(
        not float(inside["low"]) <= float(outside["estimate"]) <= float(inside["high"])
        for outside, inside in ((was, now), (now, was))
    )


def _reads(entry: Mapping[str, object], codebooks: bool) -> dict[str, object]:
    reads = entry.get("reads", {})
    return {name: value for name, value in reads.items() if ("codebook" in name.lower()) == codebooks}


def _tell_value(row: Row) -> str:
    interval = f" [{row['low']}, {row['high']}]" if row["low"] and row["high"] else ""
    return f"{row['estimate']}{interval}" if row["estimate"] else ""


def _why(causes: tuple[str, ...]) -> str:
    return f" (changed: {', '.join(causes)})" if causes else ""


def _short(text: str, most: int = SHOWN) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
