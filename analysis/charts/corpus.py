"""The corpus drawn: what was left out and why, who wrote how much, how long documents are, when they appeared."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator, NullLocator

from analysis.charts import theme
from analysis.charts.groups import UNNAMED, choose_groups
from analysis.charts.marks import assign_rows
from analysis.charts.theme import Chart, Key, NoChart
from analysis.charts.timelines import end_of, lay_out_events, list_events, place_dates, place_events
from analysis.estimates import FEWEST_DOCUMENTS, NOT_KNOWN, Basis

MOST_ROWS = 20
MOST_DRAWN = 2_000  # dots that an SVG holds one by one; more are a picture within it
AXIS, LANES = 7.4, 6  # inches that an axis of dates is wide, about; lines of names of events over it
KIND_COLOURS = {"article": theme.BLUE, "post": theme.ORANGE}
ORIGIN_COLOURS = {"sources": theme.BLUE, "file": theme.PURPLE, "text": theme.GREEN, "page": theme.ORANGE}
OTHERS = "all others"
ORIGIN_LABELS = {
    "sources": "sources.csv",
    "file": "the file beside the text",
    "text": "the text itself",
    "page": "the page around it",
}


def removed_bars(reasons: pd.DataFrame, files: int, characters: int, name: str = "removed") -> Chart | NoChart:
    """Draw how many characters were left out for each reason, and in how many runs.

    reasons: from count_removed; files, characters: what was read in all.
    """
    title = "What was left out, and why"
    if reasons.empty:
        return NoChart(name, title, "nothing was left out")
    shown = reasons.head(MOST_ROWS)
    labels = theme.wrap(shown["reason"], 40)
    share = reasons["characters"].sum() / max(characters, 1)
    subtitle = f"{reasons['characters'].sum():,} of {characters:,} characters ({share:.1%}); the rest is text."
    where = f"{files:,} {'file' if files == 1 else 'files'}"
    remark = f"n = {int(reasons['runs'].sum()):,} runs of text in {where}. Blanks after a run are counted with it."
    figure, grid = theme.new_chart(title, subtitle, height=theme.row_height(labels), remark=remark)
    axes = grid[0, 0]
    with theme.styled():
        places = np.arange(len(shown))
        assign_rows(axes.barh(places, shown["characters"], height=0.62, color=theme.BLUE), shown)
        notes = [
            f" {_count(row.characters)} in {_count(row.runs)} {'run' if row.runs == 1 else 'runs'}"
            for row in shown.itertuples()
        ]
        _write_beside(axes, shown["characters"].to_numpy(float), notes)
        _dress(axes, labels, "characters left out")
    alt = f"{title}. {subtitle} Most: {'; '.join(f'{r.reason} {r.characters:,}' for r in shown.head(5).itertuples())}."
    return theme.finish(figure, name, reasons, alt)


def words_bars(counts: pd.DataFrame, by: str, name: str = "") -> Chart | NoChart:
    """Draw how many words each group has, with its documents.

    counts: from count_documents by the same column; the groups of most words are drawn, the rest summed up.
    """
    name, title = name or f"words-by-{by}", f"Words by {by.replace('_', ' ')}"
    if len(counts) < 2:
        only = counts[by].iloc[0] if len(counts) else "no document"
        return NoChart(name, title, f"there is only one: {only}")
    shown = _with_rest(counts, by)
    labels = theme.wrap(shown[by], 36)
    remark = f"{int(counts['words'].sum()):,} words in all."
    figure, grid = theme.new_chart(
        title, "", _documents(counts["documents"].sum()), height=theme.row_height(labels), remark=remark
    )
    axes = grid[0, 0]
    with theme.styled():
        known = ~shown[by].isin(UNNAMED) & ~shown["is_rest"]
        tints = np.where(known, theme.BLUE, theme.GREY)
        bars = axes.barh(np.arange(len(shown)), shown["words"], height=0.62, color=tints)
        whole = ~shown["is_rest"].to_numpy(bool)
        assign_rows([bar for bar, is_whole in zip(bars, whole, strict=True) if is_whole], shown[whole][list(counts)])
        notes = [
            f" {_count(row.words)} ({row.share:.0%}) in {_count(row.documents)} doc{'' if row.documents == 1 else 's'}"
            for row in shown.itertuples()
        ]
        _write_beside(axes, shown["words"].to_numpy(float), notes)
        _dress(axes, labels, "words")
        _grey_out(axes, list(shown[by]), list(shown.loc[~known, by]))
    said = "; ".join(f"{row[by]} {row['words']:,} words, {row['share']:.0%}" for _, row in shown.head(6).iterrows())
    return theme.finish(figure, name, counts, f"{title}: {said}.")


def _with_rest(counts: pd.DataFrame, by: str) -> pd.DataFrame:
    """The groups of most documents, those of most words first; one row for all others together; the unnamed last."""
    chosen = choose_groups(counts, by, MOST_ROWS)
    shown = counts[counts[by].astype(str).isin(chosen.shown)].assign(is_rest=False)
    unnamed = counts[counts[by].astype(str).isin(chosen.unnamed)].assign(is_rest=False)
    rest = counts.drop([*shown.index, *unnamed.index])
    sums = {column: [rest[column].sum()] for column in ("documents", "words", "share")}
    last = pd.DataFrame({by: [f"{len(rest)} others"], "is_rest": True} | sums)
    return pd.concat([shown, *([last] if len(rest) else []), unnamed])


def length_dots(documents: pd.DataFrame, name: str = "document-lengths") -> Chart:
    """Draw the length of each document, a row an outlet, coloured by kind; the upright mark is the row's median.

    documents: doc_id, outlet, kind, words; outlets of most documents are drawn, all others in one row.
    """
    theme.require_rows(documents, name)
    outlets = documents["outlet"].astype("str").fillna(NOT_KNOWN)
    sizes = outlets.value_counts().rename_axis("outlet").reset_index(name="documents")
    chosen = choose_groups(sizes, "outlet", MOST_ROWS - 1)
    rows = outlets.where(outlets.isin([*chosen.shown, *chosen.unnamed]), OTHERS)
    drawn = documents[["doc_id", "kind", "words"]].assign(outlet=rows.to_numpy())
    medians = drawn.groupby("outlet")["words"].median().sort_values(ascending=False, kind="stable")
    last = [row for row in (OTHERS, *UNNAMED) if row in medians.index]
    medians = medians.reindex([*medians.index.drop(last), *last])
    labels = theme.wrap(medians.index, 30)
    title = "How long the documents are"
    remark = "Upright mark: the median of its row. Dots are spread up and down to be seen."
    subtitle = f"One dot a document. {chosen.tell_left().replace('in the table', 'in one row')}".strip()
    legend = [Key(f"{kind}s", tint) for kind, tint in KIND_COLOURS.items() if (drawn["kind"] == kind).any()]
    basis, height = _documents(len(drawn)), theme.row_height(labels)
    figure, grid = theme.new_chart(title, subtitle, basis, height=height, remark=remark, legend=legend)
    axes = grid[0, 0]
    with theme.styled():
        _length_rows(axes, drawn, medians)
        _dress(axes, labels, "words (logarithmic scale)")
        _grey_out(axes, list(medians.index), last)
        _log_words(axes, drawn["words"])
    words = documents["words"]
    alt = f"{title}: median {words.median():,.0f} words, from {words.min():,} to {words.max():,}."
    return theme.finish(figure, name, drawn, alt)


def _length_rows(axes: Axes, drawn: pd.DataFrame, medians: pd.Series) -> None:
    spread = np.random.default_rng(0).uniform(-0.24, 0.24, len(drawn))
    place = drawn["outlet"].map({outlet: at for at, outlet in enumerate(medians.index)}).to_numpy(float)
    faint = float(np.clip(30 / np.sqrt(len(drawn)), 0.12, 0.85))
    for kind, tint in KIND_COLOURS.items():
        mine = (drawn["kind"] == kind).to_numpy()
        if mine.any():
            dots = axes.scatter(
                drawn["words"][mine].clip(lower=1),
                (place + spread)[mine],
                s=30,
                color=tint,
                alpha=faint,
                linewidths=0,
                rasterized=len(drawn) > MOST_DRAWN,
            )
            assign_rows(dots, drawn[mine])
    axes.vlines(
        medians.clip(lower=1),
        np.arange(len(medians)) - 0.36,
        np.arange(len(medians)) + 0.36,
        color=theme.INK,
        linewidth=1.6,
    )


def _log_words(axes: Axes, words: pd.Series) -> None:
    low, high = max(words.min(), 1) / 1.5, max(words.max(), 1) * 1.5
    axes.set_xscale("log")
    axes.set_xlim(low, high)
    axes.xaxis.set_major_locator(FixedLocator(_list_ticks(low, high)))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))


def _list_ticks(low: float, high: float) -> list[float]:
    """List round numbers between two ends: powers of ten on a wide axis, three numbers or more on a narrow one."""
    for fewest, digits in ((4, (1,)), (3, (1, 2, 5)), (3, (1, 1.5, 2, 3, 4, 5, 7))):
        rounds = [digit * 10.0**power for power in range(8) for digit in digits]
        ticks = [number for number in rounds if low <= number <= high and number.is_integer()]
        if len(ticks) >= fewest:
            return ticks
    even = MaxNLocator(5, integer=True, steps=[1, 2, 5, 10], min_n_ticks=1)
    return [number for number in even.tick_values(low, high) if low <= number <= high]


def date_bars(
    periods: pd.DataFrame,
    period: str,
    undated: int,
    name: str = "documents-by-date",
    events: pd.DataFrame | None = None,
) -> Chart | NoChart:
    """Draw documents by day, week, month, quarter or year, coloured by where their dates come from.

    periods: from count_periods; undated: documents without a date; events: from load_events. Under five dated documents
    there is no chart.
    """
    title = f"Documents by {period}"
    dated = int(periods["documents"].sum()) if len(periods) else 0
    if dated < FEWEST_DOCUMENTS:
        of = f" of {dated + undated}" if undated else ""
        have = "has" if dated == 1 else "have"
        only = f"only {dated}{of} document{'s' if of or dated != 1 else ''} {have} a date"
        return NoChart(name, title, only if dated else "no document has a date")
    first, last = periods["start"].min(), end_of(periods["start"].max(), period)
    found = list_events(events, first, last)
    placed = lay_out_events(found, (first, last), AXIS, LANES)
    origins = [origin for origin in ORIGIN_COLOURS if (periods["published_from"] == origin).any()]
    legend = [Key(ORIGIN_LABELS[origin], ORIGIN_COLOURS[origin], "s") for origin in origins]
    height = 2.6 + 0.16 * (1 + max((label.lane for label in placed), default=-1))
    subtitle = "Where the date comes from:"
    figure, grid = theme.new_chart(title, subtitle, _documents(dated, undated), height=height, legend=legend)
    axes = grid[0, 0]
    with theme.styled():
        below = 0.0
        for origin in origins:
            part = periods[periods["published_from"] == origin]
            _stack(axes, part, period, below, ORIGIN_COLOURS[origin])
            below = below + part["documents"].to_numpy(float)
        place_events(axes, found, placed)
        axes.grid(axis="x", visible=False)
        axes.grid(axis="y", visible=True)
        axes.set_ylabel("documents")
        axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10], integer=True))
        axes.set_xlim(first, last)
        place_dates(axes, first, last, 10)
    totals = periods.groupby("start")["documents"].sum()
    most = f"most, {totals.max():,}, in {totals.idxmax():%Y-%m}"
    alt = f"{title}: {dated:,} documents from {totals.index.min():%Y-%m-%d} on; {most}."
    return theme.finish(figure, name, periods, alt)


def _stack(axes: Axes, part: pd.DataFrame, period: str, below: np.ndarray | float, tint: str) -> None:
    """Draw one origin's documents as bars that are nearly as wide as their periods, on what is drawn already."""
    widths = [(end_of(start, period) - start) * 0.88 for start in part["start"]]
    bars = axes.bar(part["start"], part["documents"], width=widths, bottom=below, color=tint, align="edge")
    assign_rows(bars, part)


def _documents(count: int, undated: int = 0) -> Basis:
    """What a chart of documents rests on: itself counts them."""
    left_out = ({"reason": "undated", "count": undated},) if undated else ()
    return Basis("documents", int(count), int(count), left_out, corpus=int(count) + undated)


def _count(value: float) -> str:
    return f"{int(value):,}"


def _write_beside(axes: Axes, ends: np.ndarray, notes: list[str]) -> None:
    """Write a note after each bar, and leave room for the longest."""
    for place, (end, note) in enumerate(zip(ends, notes, strict=True)):
        axes.text(end, place, note, va="center", ha="left", fontsize=9, color=theme.GREY)
    axes.set_xlim(0, max(ends.max(), 1) * (1 + 0.022 * max(map(len, notes))))


def _grey_out(axes: Axes, rows: list[str], last: list[str]) -> None:
    """Write the labels of rows that are no named group in grey."""
    for row, tick in zip(rows, axes.get_yticklabels(), strict=True):
        if row in last:
            tick.set_color(theme.GREY)


def _dress(axes: Axes, labels: list[str], unit: str) -> None:
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.set_xlabel(unit)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
