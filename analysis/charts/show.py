"""Show charts, tables and prose in a notebook, and write them out where a folder is named."""

from __future__ import annotations

import html
from pathlib import Path

import pandas as pd
from IPython.display import HTML, Markdown, display

from analysis.charts.theme import Chart, NoChart

MOST_ROWS = 40


def show(chart: Chart | NoChart, save_to: str | Path = "") -> None:
    """Display a chart, or say why there is none; with a folder, also write its PNG, SVG and CSV there."""
    if isinstance(chart, NoChart):
        say(f"**{chart.title}**: no chart, because {chart.reason}.")
        return
    if str(save_to):
        chart.save(save_to)
    display(chart)


def say(markdown: str) -> None:
    """Display prose that was computed from the tables."""
    display(Markdown(markdown))


def show_table(
    table: pd.DataFrame, name: str, save_to: str | Path = "", caption: str = "", most: int = MOST_ROWS
) -> None:
    """Display the first rows of a table, numbers to three figures and texts escaped; write all rows as CSV.

    A caption says what a row is; how many rows are not shown is said under it.
    """
    if str(save_to):
        folder = Path(save_to) / "tables"
        folder.mkdir(parents=True, exist_ok=True)
        table.to_csv(folder / f"{name}.csv", index=False)
    shown = table.head(most)
    rest = f"{len(shown):,} of {len(table):,} rows shown; all are in tables/{name}.csv." if len(table) > most else ""
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
    body = "".join(rows) or f"<tr><td colspan='{max(len(table.columns), 1)}'>none</td></tr>"
    return f"<table class='framing'>{said}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


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
    return f"<td style='{style}'>{html.escape(str(value))}</td>"
