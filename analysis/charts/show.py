"""Show charts, tables and prose in a notebook, and write them out where a folder is named."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import pandas as pd
from IPython.display import HTML, Markdown, display

from analysis.charts.public_figures import public_chart
from analysis.charts.theme import Chart, NoChart
from analysis.charts.written import make_table_files
from analysis.estimates.basis import basis_of
from analysis.estimates.findings import LIMIT, Finding
from analysis.public.shown import public_table, public_text, public_values

MOST_ROWS = 40
MOST_LETTERS = 600  # of a text in a cell
FINDINGS = "application/vnd.media-framing.findings+json"  # how a page and the next run read them off a notebook
_written = {"to": ""}  # one notebook, one kernel: said once, in its first cells


def save_into(folder: str | Path = "") -> None:
    """Name the folder into which `show` and `show_table` write from now on; "" for none."""
    _written["to"] = str(folder)


def show(chart: Chart | NoChart) -> None:
    """Display a chart, or say why there is none; with a folder named, also write its PNG, SVG and CSV there."""
    if isinstance(chart, NoChart):
        say(f"**{chart.title}**: no chart, because {chart.reason}.")
        return
    chart = public_chart(chart).drawn()
    if _written["to"]:
        chart.save(_written["to"])
    display(chart)


def say(markdown: str) -> None:
    """Display prose that was computed from the tables; nothing of an empty text."""
    if markdown:
        display(Markdown(public_text(markdown, markup=True)))


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
    display(public_values({"text/markdown": text, FINDINGS: [asdict(one) for one in findings]}), raw=True)


def show_table(
    table: pd.DataFrame, name: str, caption: str = "", most: int = MOST_ROWS, empty: str = "", cut_by: str = ""
) -> None:
    """Display the first rows of a table, numbers to three figures and texts escaped; write it as CSV.

    A caption says what a row is; how many rows are not shown, and where they are, is said under it: a long table is
    written whole as Parquet, its first rows as CSV (`make_table_files`). An empty table is one sentence (`empty`,
    "No file was refused."), with its header in the CSV.
    """
    table, kept = public_table(table), ""
    if _written["to"]:
        files = make_table_files(table, name, cut_by)
        files.write(Path(_written["to"]) / "tables")
        kept = f"; {files.tell('tables/')}"
    if table.empty:
        say(empty or basis_of(table).empty or f"Nothing to list: {name.replace('-', ' ')}.")
        return
    shown = table.head(most)
    rest = f"{len(shown):,} of {len(table):,} rows shown{kept}." if len(table) > most else ""
    display(HTML(_html(shown, " ".join(part for part in (caption, rest) if part))))


def _html(table: pd.DataFrame, caption: str) -> str:
    """Write a table as HTML; every text is escaped, for the corpus may hold markup."""
    wide = {column: _is_prose(table[column]) for column in table}
    head = "".join(f"<th>{html.escape(str(column).replace('_', ' '))}</th>" for column in table)
    rows = []
    for values in table.itertuples(index=False, name=None):
        cells = [_cell(value, wide[column]) for column, value in zip(table, values, strict=True)]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    said = f"<caption style='caption-side:top;text-align:left'>{html.escape(caption)}</caption>" if caption else ""
    return f"<table class='framing'>{said}<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _is_prose(column: pd.Series) -> bool:
    texts = column.dropna()
    return bool(len(texts)) and isinstance(texts.iloc[0], str) and texts.astype(str).str.len().max() > 40


def _cell(value: object, wide: bool) -> str:
    if not isinstance(value, list | tuple | dict) and pd.isna(value):
        return "<td style='color:#6A737D'>–</td>"
    if isinstance(value, float):
        return f"<td style='text-align:right'>{value:.3g}</td>" if abs(value) < 1000 else f"<td>{value:,.0f}</td>"
    if isinstance(value, int):
        return f"<td style='text-align:right'>{value:,}</td>"
    if isinstance(value, pd.Timestamp):
        return f"<td style='white-space:nowrap'>{value:%Y-%m-%d}</td>"
    style = "text-align:left;min-width:22em;white-space:normal" if wide else "text-align:left"
    return f"<td style='{style}'>{html.escape(_shortened(str(value)))}</td>"


def _shortened(text: str) -> str:
    """Cut a long text, and say how long it is."""
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]} … ({len(text):,} characters)"
