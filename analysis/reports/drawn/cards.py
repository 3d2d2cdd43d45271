"""What the front page shows of a notebook: a picture and a line, taken from the notebook as it was run."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.reports.asked.configuration import Entry
from analysis.reports.asked.notebooks import strip_markdown, tags

LONGEST, SENTENCES = 520, 3  # letters and sentences of a card's line


def make_card(entry: Entry, executed: Path, outputs: Sequence[str], error: Mapping | None) -> dict[str, object]:
    """Gather a card: name, title, line, picture (a data URI), alt, count, error.

    The picture is the first chart that is not all but empty, or the one of a cell tagged `cover`. The line
    is reports.yaml's, else what a cell tagged `headline` said first, else the notebook's first paragraph; of each
    the first three sentences.
    """
    try:
        cells = json.loads(executed.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        cells = []
    picture, alt = _picture(cells)
    charts = sum(name.endswith(".png") for name in outputs)
    tables = sum(name.endswith(".csv") for name in outputs)
    counted = [f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in ((charts, "chart"), (tables, "table"))]
    return {
        "name": entry.name,
        "title": entry.title,
        "line": _shortened(entry.line or _headline(cells) or entry.notebook.opening),
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


def _picture(cells: Sequence[dict]) -> tuple[str, str]:
    found = _outputs(cells, "image/png", "cover") or _outputs(cells, "image/png")
    if not found:
        return "", ""
    largest = max(len(data) for data, _ in found)
    data, about = next(one for one in found if len(one[0]) > largest / 4)  # one that says more than "nothing here"
    return f"data:image/png;base64,{''.join(data.split())}", str(about.get("alt", ""))


def _headline(cells: Sequence[dict]) -> str:
    found = _outputs(cells, "text/markdown", "headline")
    return strip_markdown(found[0][0]) if found else ""


def _shortened(line: str) -> str:
    """Keep the first three sentences, as long as whole ones have room; of a longer first one, whole words."""
    ends = [found.end() for found in re.finditer(r"[.!?](?=\s|$)", line)][:SENTENCES]
    fitting = [end for end in ends if end <= LONGEST]
    if fitting or len(line) <= LONGEST:
        return line[: fitting[-1]] if fitting else line
    return f"{line[:LONGEST].rsplit(' ', 1)[0]} …"
