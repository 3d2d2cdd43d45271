"""The index over the reports that one report was split into: a row each, with what each found, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from analysis.reports.asked.notebooks import strip_markdown
from analysis.reports.drawn.findings import WORTH_SHOWING
from analysis.reports.drawn.site import render_template

LONGEST = 70  # letters of a name; the whole of it is shown where the pointer rests
MOST_COLUMNS = 3  # findings that stand side by side
WIDTH, HEIGHT, EDGE = 150, 18, 4  # of the picture in a cell, in pixels


def render_matrix(
    about: Mapping[str, object], rows: Sequence[Mapping[str, object]], few: Sequence[Mapping[str, object]], unknown: int
) -> str:
    """Render the index: a table of reports, each with its documents and its findings drawn on common scales.

    about: title, about, pages, each, fewest, and authors, abstract, date where they are known; rows: value, slug,
    documents, findings (rows of findings.csv), failures (lines); few: value, documents of those
    that have too few for a report; unknown: documents of which the value is not known.
    """
    keys = _choose_keys(rows)
    scales = {key: _scale(key, rows) for key in keys}
    heads = [_head(key, rows) for key in keys]
    table = [
        {**row, "cells": [_cell(_find(key, row), scales[key], heads[n]) for n, key in enumerate(keys)],
         "name": _shorten(str(row["value"])), "line": _first_line(row)}
        for row in rows
    ]  # fmt: skip
    pages = [{**page, "title": _shorten(str(page["title"]))} for page in about["pages"]]
    documents = sum(int(one["documents"]) for one in few)
    return render_template(
        "matrix.html.j2",
        **{"authors": [], "abstract": "", "date": "", **about, "pages": pages},
        current="",
        rows=table,
        heads=heads,
        few=few[:40],
        more=max(0, len(few) - 40),
        few_documents=documents,
        unknown=unknown,
        failed=sum(bool(row["failures"]) for row in rows),
    )


def _shorten(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _choose_keys(rows: Sequence[Mapping[str, object]]) -> list[tuple[str, str]]:
    """The weightiest findings with a number, of those the ones that most reports have; in the order of the pages.

    What is the same in all reports tells none apart, and light findings (counts of documents) stay on their pages.
    """
    told: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    for row in rows:
        for one in _first_of_each(row):
            if one["estimate"] and _weight(one) >= WORTH_SHOWING:
                told.setdefault((one["page"], one["key"]), []).append(one)
    apart = [key for key, found in told.items() if len(rows) == 1 or len({_value(one) for one in found}) > 1]
    heavy = sorted(apart, key=lambda key: (-max(map(_weight, told[key])), -len(told[key])))[:MOST_COLUMNS]
    return [key for key in told if key in heavy]


def _weight(one: Mapping[str, str]) -> float:
    return float(one.get("weight") or WORTH_SHOWING)  # older files do not say it


def _value(one: Mapping[str, str]) -> tuple[str, str]:
    return one["group"], one["estimate"]


def _first_of_each(row: Mapping[str, object]) -> list[Mapping[str, str]]:
    by_key: dict[tuple[str, str], Mapping[str, str]] = {}
    for one in row["findings"]:
        if one["kind"] == "finding" and not one.get("kept"):
            by_key.setdefault((one["page"], one["key"]), one)
    return list(by_key.values())


def _find(key: tuple[str, str], row: Mapping[str, object]) -> Mapping[str, str] | None:
    return next((one for one in _first_of_each(row) if (one["page"], one["key"]) == key and one["estimate"]), None)


def _scale(key: tuple[str, str], rows: Sequence[Mapping[str, object]]) -> tuple[float, float]:
    values = [
        float(one[name])
        for row in rows
        if (one := _find(key, row))
        for name in ("estimate", "low", "high")
        if one[name]
    ]
    return min([0.0, *values]), max([0.0, *values])


def _head(key: tuple[str, str], rows: Sequence[Mapping[str, object]]) -> dict[str, str]:
    found = [one for row in rows if (one := _find(key, row))]
    groups = {one["group"] for one in found}
    return {"measure": found[0]["measure"] or found[0]["key"], "group": groups.pop() if len(groups) == 1 else ""}


def _cell(
    one: Mapping[str, str] | None, scale: tuple[float, float], head: Mapping[str, str]
) -> dict[str, object] | None:
    """What a cell says and draws of a finding: its number, its interval as a line, and zero."""
    if one is None:
        return None
    estimate = float(one["estimate"])
    interval = (float(one["low"]), float(one["high"])) if one["low"] and one["high"] else None
    group = "" if head["group"] else one["group"]
    between = f" [{one['low']}, {one['high']}]" if interval else ""
    said = f"{one['estimate']}{between}, n = {one['n']} {one['unit']}".strip()
    return {"said": said, "group": group, "stamp": one["stamp"], "picture": _draw(estimate, interval, scale, said)}


def _draw(estimate: float, interval: tuple[float, float] | None, scale: tuple[float, float], said: str) -> Markup:
    low, high = scale
    width = (high - low) or 1.0

    def at(value: float) -> str:
        return f"{EDGE + (value - low) / width * (WIDTH - 2 * EDGE):.1f}"

    middle, hollow = HEIGHT / 2, ' class="hollow"'
    line = (
        f'<line x1="{at(interval[0])}" x2="{at(interval[1])}" y1="{middle}" y2="{middle}" class="interval"/>'
        if interval
        else ""
    )
    return Markup(
        f'<svg width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(said)}">'
        f'<line x1="{at(0.0)}" x2="{at(0.0)}" y1="0" y2="{HEIGHT}" class="zero"/>{line}'
        f'<circle cx="{at(estimate)}" cy="{middle}" r="3.5"{"" if interval else hollow}/></svg>'
    )


def _first_line(row: Mapping[str, object]) -> str:
    """The weightiest finding, of those the first with an interval."""
    said = sorted(_first_of_each(row), key=lambda one: (-_weight(one), not one["low"]))
    return strip_markdown(said[0]["sentence"]) if said else ""
