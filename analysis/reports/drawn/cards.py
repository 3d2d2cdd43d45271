"""What the front page shows of a notebook: findings, a picture and a line, taken from the notebook as it was run."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.findings import LIMIT
from analysis.masked import strip_mask
from analysis.reports.asked.notebooks import strip_markdown, tags
from analysis.reports.asked.wanted import Entry
from analysis.reports.drawn.findings import load_findings

LONGEST, SENTENCES = 520, 3  # letters and sentences of a card's line


def make_card(entry: Entry, executed: Path, outputs: Sequence[str], error: Mapping | None) -> dict[str, object]:
    """Gather a card: name, title, findings, line, picture (a data URI), alt, count, error.

    The picture is the chart that shows the first finding, else that of a cell tagged `cover`, else the first that is
    not all but empty. The line is reports.yaml's, else, of a notebook without findings, what a cell tagged `headline`
    said first, else the notebook's first paragraph, its question; of each the first three sentences.
    """
    try:
        cells = json.loads(executed.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        cells = []
    findings = load_findings(executed)
    picture, alt = _picture(cells, [one.chart for one in findings if one.chart and one.kind != LIMIT])
    charts = sum(name.endswith(".png") for name in outputs)
    tables = sum(name.endswith(".csv") and "tables/" in name for name in outputs)
    counted = [f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in ((charts, "chart"), (tables, "table"))]
    return {
        "name": entry.name,
        "title": entry.title,
        "findings": findings,
        "line": _shortened(entry.line or ("" if findings else _headline(cells)) or entry.notebook.opening),
        "picture": picture,
        "alt": alt,
        "count": " · ".join(counted) if charts or tables else "",
        "error": error,
    }


def _outputs(cells: Sequence[dict], kind: str, tag: str = "") -> list[tuple[str, dict]]:
    return [
        ("".join(output["data"][kind]), output.get("metadata", {}).get(kind, {}))
        for cell in cells
        if cell["cell_type"] == "code" and (not tag or tag in tags(cell))
        for output in cell["outputs"]
        if kind in output.get("data", {})
    ]


def _picture(cells: Sequence[dict], charts: Sequence[str]) -> tuple[str, str]:
    every = _outputs(cells, "image/png")
    by_name = {about.get("name"): (data, about) for data, about in every}
    found = [by_name[name] for name in charts if name in by_name] or _outputs(cells, "image/png", "cover") or every
    if not found:
        return "", ""
    largest = max(len(data) for data, _ in found)
    # one that says more than "nothing here", unless it is the chart of a finding
    data, about = next(one for one in found if len(one[0]) > largest / 4 or one[1].get("name") in charts)
    return f"data:image/png;base64,{''.join(data.split())}", str(about.get("alt", ""))


def _headline(cells: Sequence[dict]) -> str:
    found = _outputs(cells, "text/markdown", "headline")
    return strip_markdown(strip_mask(found[0][0])) if found else ""


def _shortened(line: str) -> str:
    """Keep the first three sentences, as long as whole ones have room; of a longer first one, whole words."""
    ends = [found.end() for found in re.finditer(r"[.!?](?=\s|$)", line)][:SENTENCES]
    fitting = [end for end in ends if end <= LONGEST]
    if fitting or len(line) <= LONGEST:
        return line[: fitting[-1]] if fitting else line
    return f"{line[:LONGEST].rsplit(' ', 1)[0]} …"
