"""Show charts, tables and prose in a notebook, and write them out where a folder is named."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Protocol

import pandas as pd
from IPython.display import HTML, Markdown, display

from analysis.charts.cells import make_html_table
from analysis.charts.evidence import Link, Tracing, find_evidence, lay_links
from analysis.charts.marks import locate_marks
from analysis.charts.parts import Part, Showable, TableShown
from analysis.charts.public_figures import public_chart
from analysis.charts.theme import TITLE, Chart, NoChart, anchor_of
from analysis.charts.written import make_table_files
from analysis.estimates.basis import basis_of
from analysis.estimates.behind import behind_of, record_from_now
from analysis.findings import FINDINGS, LIMIT, Finding
from analysis.masked import mask_controls, mask_markdown
from analysis.paths import check_apart
from analysis.public.shown import public_table, public_text, public_values

MOST_ROWS = 40
_written = {"to": "", "tracer": None, "found": []}  # one notebook, one kernel: said once, in its first cells


class Traceable(Protocol):
    """A corpus, as far as it is asked for sentences."""

    tracer: Tracing


def save_into(folder: str | Path = "", texts: Traceable | None = None) -> None:
    """Name the folder into which `show` and `show_table` write from now on; "" for none.

    texts: the corpus that will be measured: each number shown then leads to its sentences (evidence/NAME.parquet).
    """
    if str(folder):
        check_apart(Path(folder), texts)
    _written.update(to=str(folder), tracer=texts.tracer if texts is not None and str(folder) else None, found=[])
    record_from_now(_written["tracer"] is not None)


def show(*shown: Part | Showable) -> None:
    """Display charts, or say why there is none; with a folder named, also write each one's PNG, SVG and CSV there.

    Of a result of a measure (`corpus.frames().by("voice")`) all its parts are displayed, in their order: its chart,
    what it says in words, its tables; a text as Markdown, as `say` does.
    """
    for one in shown:
        for part in one.list_parts() if isinstance(one, Showable) else [one]:
            if isinstance(part, TableShown):
                show_table(**part._asdict())
            elif isinstance(part, str):
                say(part)
            else:
                _show_chart(part)


def _show_chart(chart: Chart | NoChart) -> None:
    if isinstance(chart, NoChart):
        why = anchor_of(chart.name) + mask_markdown(chart.tell())
        display(Markdown(why, metadata={"name": chart.name}))  # what refers to the chart leads to why there is none
        return
    chart = public_chart(chart).drawn()
    if _written["to"]:
        chart = _linked(chart)
        chart.save(_written["to"])
    display(chart)


def _linked(chart: Chart) -> Chart:
    """Link a chart's marks with the sentences behind them, and write those."""
    marks = locate_marks(chart.figure) if _written["tracer"] else []
    title = " ".join(line.get_text() for line in chart.figure.texts if line.get_fontsize() == TITLE) or chart.name
    links = _find_links(chart.data, [(mark.row, "") for mark in marks], chart.name, title, f"figure-{chart.name}")
    boxes = lay_links(marks, links) if links else ()
    return replace(chart, links=boxes, unlinked=len(marks) - len(boxes))


def _find_links(
    rests_on: pd.DataFrame, asked: list[tuple[dict, str]], name: str, about: str, anchor: str
) -> list[Link | None]:
    """Find where numbers lead, and write the sentences behind them; nothing where the corpus is not known."""
    behind = behind_of(rests_on)
    if _written["tracer"] is None or behind is None:
        return []
    numbers = [behind.name_number(row, column) for row, column in asked]
    for links in (links for other, links in _written["found"] if other is behind):
        if set(numbers) <= set(links):  # a table under the chart of the same numbers
            return [links[number] for number in numbers]
    found = find_evidence(behind, asked, _written["tracer"], name, about, anchor)
    if found is None:
        return []
    found.write(Path(_written["to"]))
    _written["found"].append((behind, found.links))
    return [found.links.get(number) for number in numbers]


def say(markdown: str) -> None:
    """Display prose that was computed from the tables; nothing of an empty text."""
    if markdown:
        display(Markdown(mask_markdown(public_text(markdown, markup=True))))


@dataclass(frozen=True)
class _Said:
    """Prose with the numbers in it, for whoever reads the notebook as data."""

    text: str
    numbers: list[dict[str, object]]

    def __repr__(self) -> str:
        return mask_controls(self.text)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, object]:
        return {"text/markdown": mask_markdown(self.text), FINDINGS: self.numbers}


def show_findings(findings: Iterable[Finding]) -> None:
    """Display findings as a list, each with the chart that shows it, and then what limits them.

    The numbers of each go along (FINDINGS): the front page, findings.csv and `framing diff` are made of them.
    """
    findings = list(findings)
    if not findings:
        return
    lines = [f"- {one.sentence}{f' [Chart](#figure-{one.chart})' if one.chart else ''}" for one in findings]
    found = [line for line, one in zip(lines, findings, strict=True) if one.kind != LIMIT]
    limits = [line for line, one in zip(lines, findings, strict=True) if one.kind == LIMIT]
    text = "\n".join([*found, *(["", "What limits this:", "", *limits] if limits else [])])
    display(_Said(**public_values({"text": text, "numbers": [asdict(one) for one in findings]})))


def show_table(
    table: pd.DataFrame,
    name: str,
    caption: str = "",
    most: int = MOST_ROWS,
    empty: str = "",
    cut_by: str = "",
    percent: Collection[str] = (),
) -> None:
    """Display the first rows of a table, numbers as people write them and texts escaped; write it as CSV.

    A caption says what a row is; how many rows are not shown, and where they are, is said under it: a long table is
    written whole as Parquet, its first rows as CSV (`make_table_files`). An empty table is one sentence (`empty`,
    "No file was refused."), with its header in the CSV. percent: columns of shares, beside those whose name says it.
    """
    table, kept = public_table(table), ""
    if _written["to"]:
        files = make_table_files(table, name, cut_by)
        files.write(Path(_written["to"]) / "tables")
        kept = f"; {files.tell('tables/')}"
    if table.empty:
        say(empty or basis_of(table).empty or f"Nothing to list: {name.replace('-', ' ')}.")
        return
    most += len(table) == most + 1  # to say that one is not shown takes the room of its row
    shown = table.head(most)
    rest = f"{len(shown):,} of {len(table):,} rows shown{kept}." if len(table) > most else ""
    links = _link_cells(shown, table, name, caption)
    content = make_html_table(shown, " ".join(part for part in (caption, rest) if part), percent, links)
    about = {"name": name} | ({"evidence": next(iter(links.values())).name} if links else {})
    display(HTML(anchor_of(name) + content, metadata=about))


def _link_cells(shown: pd.DataFrame, table: pd.DataFrame, name: str, caption: str) -> dict[tuple[int, str], Link]:
    """Find where the numbers of a table lead, by row and column."""
    behind = behind_of(table)
    if behind is None:
        return {}
    columns = [column for column in behind.cells if column in table]
    rows = shown.to_dict("records")
    places = [(row, column) for row in range(len(rows)) for column in columns if not pd.isna(rows[row][column])]
    places = [
        (row, column) for row, column in places if rows[row][column] or not behind.cells[column]
    ]  # none of a kind
    asked = [(rows[row], column) for row, column in places]
    links = _find_links(table, asked, name, caption.split(". ")[0].rstrip("."), f"table-{name}")
    return {place: link for place, link in zip(places, links, strict=True) if link} if links else {}
