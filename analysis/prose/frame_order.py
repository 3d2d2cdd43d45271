"""Which frames are frequent and which are rare: their order, as far as their intervals settle it."""

from __future__ import annotations

from functools import partial

import pandas as pd

from analysis.estimates import basis_of
from analysis.findings import Finding
from analysis.prose.found import COUNT, MAIN, SECOND, make_finding
from analysis.prose.order import MOST_TIED, count_tied, rank_known, tell_lead
from analysis.prose.phrases import apart, figure, join, join_some, number, strong, tell_estimate


def name_only(label: object) -> str:
    """Take the warnings in brackets off a frame's label (`mark_frames`)."""
    return str(label).partition(" [")[0]


def marks_of(label: object) -> str:
    """Give the warnings in brackets of a frame's label, "" for none."""
    return str(label).partition(" [")[2].rstrip("]")


def tell_order(shares: pd.DataFrame) -> list[Finding]:
    """Say which frame is most frequent, which comes next and which is least, and whether that is settled."""
    ranked = rank_known(shares)
    names = [strong(name_only(frame)) for frame in ranked["frame"]]
    first, tied = ranked.iloc[0], count_tied(ranked["estimate"])
    last = len(ranked) - count_tied(ranked["estimate"][::-1])  # the first of those that are least frequent
    told = partial(make_finding, table=shares, measure="share of sentences with the frame", chart="frame-shares")
    sentences = number(int(first["n"]), "sentence")
    if first["estimate"] == 0:
        none = f"No word of the codebook stands in the {sentences}: no frame was found."
        return [told("most-frequent-frame", none, row=first, weight=SECOND, group="")]
    text = _tell_first(ranked, names, tied) + f" of {sentences} of {number(int(first['documents']), 'document')}"
    text += f"{tell_lead(ranked, names, tied - 1)}."
    found = [told("most-frequent-frame", text, row=first, weight=MAIN, **_about(shares, first))]
    if tied == 1 < len(ranked):
        text, row = _tell_second(ranked, names), ranked.iloc[1]
        found += [told("second-frame", text, row=row, weight=COUNT, **_about(shares, row))]
    if len(ranked) > 2 and last > tied:
        text, row = _tell_last(ranked, names, last), ranked.iloc[last]
        found += [told("least-frequent-frame", text, row=row, weight=COUNT, **_about(shares, row))]
    return found


def _tell_first(ranked: pd.DataFrame, names: list[str], tied: int) -> str:
    """Name the most frequent frame, or those that are alike."""
    if len(ranked) == 1:
        return f"{names[0]} stands in {tell_estimate(ranked.iloc[0], percent=True)}"
    if tied == 1:
        return f"{names[0]} is the most frequent frame, in {tell_estimate(ranked.iloc[0], percent=True)}"
    share = figure(ranked.iloc[0]["estimate"], percent=True)
    return f"{join_some(names[:tied], MOST_TIED)} are equally frequent, and no frame more, each in {share}"


def _tell_second(ranked: pd.DataFrame, names: list[str]) -> str:
    """Name the frame that follows the first, or those that do, and say how sure its place is."""
    tied, second = count_tied(ranked["estimate"].iloc[1:]), ranked.iloc[1]
    if tied > 1:
        share = figure(second["estimate"], percent=True)
        return f"{join_some(names[1 : 1 + tied], MOST_TIED)} follow, each in {share} of the sentences."
    behind = "" if apart(ranked.iloc[0], second) else "; which of the two is first is not settled"
    ahead = tell_lead(ranked, names, 1)
    ahead = ahead.replace(", not surely", ", nor is it surely") if behind else ahead
    return f"{names[1]} follows, in {tell_estimate(second, percent=True)} of the sentences{behind}{ahead}."


def _tell_last(ranked: pd.DataFrame, names: list[str], last: int) -> str:
    """Name the least frequent frame, or those that are alike."""
    row, before = ranked.iloc[last], ranked.iloc[last - 1]
    if last < len(ranked) - 1:
        share = figure(row["estimate"], percent=True)
        return f"{join_some(names[last:], MOST_TIED)} are least frequent, each in {share} of the sentences."
    share = f"{tell_estimate(row, percent=True)} of the sentences"
    unsure = f", not surely less than {names[last - 1]} ({figure(before['estimate'], percent=True)})"
    return f"{names[last]} is least frequent, in {share}{'' if apart(row, before) else unsure}."


def _about(shares: pd.DataFrame, row: pd.Series) -> dict[str, str]:
    """Name a frame, and its warnings beside those of the whole table; shares are by words, whatever meaning is like."""
    marks = ", ".join(mark for mark in marks_of(row["frame"]).split(", ") if not mark.endswith("by meaning"))
    stamp = " · ".join(part for part in (basis_of(shares).stamp, marks) if part)
    return {"group": name_only(row["frame"]), "stamp": stamp}


def tell_open(ranked: pd.DataFrame) -> str:
    """Say which of the frames named (the first two, the last) are in no settled order, and which are alike."""
    n = len(ranked)
    called = {0: "first two", 1: "second and third", n - 2: "last two" if n > 2 else "two"}
    pairs = {place: (ranked.iloc[place], ranked.iloc[place + 1]) for place in called if place < n - 1}
    same = {place for place, (one, two) in pairs.items() if count_tied([one["estimate"], two["estimate"]]) == 2}
    unsure = {place for place, (one, two) in pairs.items() if place not in same and not apart(one, two)}
    said = _tell_alike(ranked["estimate"])
    if unsure:
        open_ = join([f"of the {called[place]}" for place in sorted(unsure)])
        said += f" The intervals {open_} overlap or are missing: their order is not settled."
    return said


def _tell_alike(shares: pd.Series) -> str:
    """Say how many of the first, the second and the last of two ranked shares or more are one and the same."""
    n, first, second, last = len(shares), *map(count_tied, (shares, shares.iloc[1:], shares[::-1]))
    if first == n:
        return f" {'The two' if n == 2 else f'All {n}'} are equally frequent."
    said = [f"first {_few(first)}"] if first > 1 else []
    if first == 1 < second < n - 1:
        said = ["second and third" if second == 2 else f"{_few(second)} behind the first"]
    said += [f"last {_few(last)}"] if last > 1 else []
    return f" The {', as are the '.join([f'{said[0]} are equally frequent', *said[1:]])}." if said else ""


def _few(count: int) -> str:
    """Write two as a word, as everywhere beside names, and more as a figure."""
    return "two" if count == 2 else str(count)
