"""The findings of a report, read off its notebooks as they were run, and those that its front page opens with."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from markupsafe import Markup

from analysis.findings import LIMIT, Finding, name_one
from analysis.reports.kept.found import load_said

MOST_SHOWN, MOST_OF_A_PAGE, MOST_LIMITS = 8, 2, 8
WORTH_SHOWING = 0.5  # weight from which on a finding may open a report
_FIELDS = {one.name for one in fields(Finding)}
_STRONG, _EMPHASISED = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"\*(.+?)\*")


def load_findings(executed: Path) -> list[Finding]:
    """Read the findings that a notebook said when it was run; none of one that is not there or said none."""
    said = [{key: value for key, value in one.items() if key in _FIELDS} for one in load_said(executed)]
    return [Finding(**one) for one in said if {"key", "sentence"} <= one.keys()]


def choose_findings(pages: Mapping[str, Sequence[Finding]]) -> list[tuple[str, Finding]]:
    """Choose the findings that open a report: the weightiest of each page, then more of the weightiest.

    pages: the findings of each page by its name, in the order of the pages. At most two of a page, eight in all.
    Returns pairs of a page's name and a finding, in the order of the pages.
    """
    names, ranked = list(pages), [_ranked(found)[:MOST_OF_A_PAGE] for found in pages.values()]
    every = [(turn, -one.weight, place) for place, found in enumerate(ranked) for turn, one in enumerate(found)]
    kept = sorted((place, turn) for turn, _, place in sorted(every)[:MOST_SHOWN])
    return [(names[place], ranked[place][turn]) for place, turn in kept]


def _ranked(findings: Sequence[Finding]) -> list[Finding]:
    found = [one for one in findings if one.kind != LIMIT and one.weight >= WORTH_SHOWING]
    return sorted(found, key=lambda one: -one.weight)


def choose_limits(pages: Mapping[str, Sequence[Finding]]) -> list[tuple[str, Finding]]:
    """Choose what a reader must know first: the weightiest limits, each said once however many pages say it."""
    once: dict[str, tuple[str, Finding]] = {}
    for name, found in pages.items():
        for one in found:
            if one.kind == LIMIT and one.weight >= WORTH_SHOWING:
                once.setdefault(" ".join(one.sentence.split()), (name, one))
    return sorted(once.values(), key=lambda pair: -pair[1].weight)[:MOST_LIMITS]


def render_inline(markdown: str) -> Markup:
    """Write a sentence's bold and italic as HTML; all else of it is text."""
    text = _STRONG.sub(r"<strong>\1</strong>", html.escape(markdown, quote=False))
    return Markup(_EMPHASISED.sub(r"<em>\1</em>", text))


def tell_ground(finding: Finding) -> str:
    """Say in a line what a finding rests on: whose words, how many units of how many documents, its stamp."""
    counted = f"n = {_counted(finding.n, finding.unit or 'units')}" if finding.n else ""
    if counted and finding.documents and finding.unit != "documents":
        counted += f" in {_counted(finding.documents, 'documents')}"
    return " · ".join(part for part in (finding.voice, counted, finding.stamp) if part)


def _counted(count: int, units: str) -> str:
    """Write a count with its unit: "1 sentence"; estimates.basis has it too, and imports pandas."""
    noun, _, rest = units.partition(" ")
    return " ".join(part for part in (f"{count:,}", name_one(noun) if count == 1 else noun, rest) if part)
