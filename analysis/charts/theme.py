"""How every chart looks: size, type, colours, title above, footer below.

Colours: Okabe & Ito 2008, told apart by colour-blind readers.
"""

from __future__ import annotations

import base64
import html
import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import matplotlib
import numpy as np
import pandas as pd
from matplotlib import rc_params_from_file
from matplotlib.figure import Figure

from analysis.charts.evidence import Box, add_svg_links
from analysis.charts.footers import count_in, footer_of, stamp_of
from analysis.charts.legends import EDGE, KEY, lay_out_legend, place_legend
from analysis.charts.legends import Key as Key
from analysis.charts.lettering import readable as readable  # with the rest of a chart's look, for those who draw
from analysis.charts.lettering import split_to_fit
from analysis.charts.lettering import wrap as wrap
from analysis.charts.pictures import make_picture_pdf, make_png, make_svg
from analysis.charts.written import make_table_files
from analysis.disk import write_bytes
from analysis.errors import require
from analysis.estimates.basis import Basis, basis_of
from analysis.masked import mask_markdown
from analysis.progress import QUIET, is_in_notebook
from analysis.tables import VOICE_LABELS as VOICE_LABELS  # beside their colours, for those who draw

BLUE, ORANGE, GREEN, VERMILION, PURPLE, SKY, YELLOW = (
    "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442",
)  # fmt: skip
INK, GREY, PALE = "#1B1F24", "#6A737D", "#D8DEE4"
PALETTE = (BLUE, ORANGE, GREEN, PURPLE, SKY, VERMILION, GREY)
VOICE_COLOURS = {"outlet": BLUE, "speaker": ORANGE, "forwarded": GREEN}
SEQUENTIAL, DIVERGING = "Blues", "PuOr"  # told apart by lightness: safe for colour-blind readers, and in print
TITLE = 13  # points of a chart's title
MOST_HEADS, MOST_LINES = 4, 16  # lines of a title, of a subtitle or footer: a name of 100,000 letters fills no page
FILES = (".png", ".svg", ".pdf")  # what one file of a chart may be
WIDTH = 8.4  # inches: the text column of a rendered notebook

STYLE = dict(rc_params_from_file(Path(__file__).with_name("framing.mplstyle"), use_default_template=False))


@dataclass(frozen=True)
class NoChart:
    """What stands in a chart's place where there is nothing to draw: a sentence, for an empty panel says nothing."""

    name: str
    title: str
    reason: str = "no text here has a value for it"

    def tell(self) -> str:
        """Say that there is no chart, and why."""
        return f"**{self.title}**: no chart, because {self.reason}."

    def _repr_markdown_(self) -> str:
        return mask_markdown(self.tell())


def percent_of(share: float, _: int | None = None) -> str:
    """Write a tick as a percentage, with the digits that it has: 7.5% is not "8%", and nought has no sign."""
    return f"{round(100 * share, 6) + 0.0:,.10g}%"


def decimals_of(value: float, digits: int) -> str:
    """Write a number with so many decimals; one that rounds to nought has no sign."""
    return f"{round(value, digits) + 0.0:,.{digits}f}".replace("-", "−")


def lacks(table: pd.DataFrame, value: str = "estimate") -> bool:
    """Say whether a table gives a chart nothing to draw: no rows, or no value in any of them."""
    return table.empty or (value in table and bool(table[value].isna().all()))


def no_chart(table: pd.DataFrame, name: str, title: str) -> NoChart:
    """Say that there is nothing to draw, with the table's own reason if it has one."""
    reason = basis_of(table).empty
    return NoChart(name, title, reason) if reason else NoChart(name, title)


def styled() -> AbstractContextManager:
    """Context in which matplotlib draws in the suite's style: wrap all drawing in it."""
    return matplotlib.rc_context(STYLE)


@contextmanager
def _drawing() -> Iterator[None]:
    with styled(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # drawn as a box, which says it
        yield


def anchor_of(name: str) -> str:
    """Mark the place to which findings lead in JupyterLab and nbconvert; in a report the page has marks of its own."""
    marked = is_in_notebook() and not os.environ.get(QUIET)
    return f'<a id="{html.escape(f"figure-{name}")}"></a>' if marked else ""


@dataclass(frozen=True)
class Chart:
    """A figure with the table behind it; shows itself in a notebook with its alternative text.

    png: of a chart that has been drawn; b"": it is drawn where it is shown or saved; links: from its marks to the
    sentences behind them; unlinked: how many marks have none.
    """

    figure: Figure
    name: str
    data: pd.DataFrame
    alt: str
    png: bytes = b""
    links: tuple[Box, ...] = ()
    unlinked: int = 0

    def drawn(self) -> Chart:
        """Give the chart with its PNG, so that page and folder share one drawing; the figure as it is now."""
        with _drawing():
            return replace(self, png=make_png(self.figure, self.alt))

    def save(self, folder: str | Path) -> list[Path]:
        """Write charts/NAME.png, charts/NAME.svg and tables/NAME.csv below the folder; return their paths.

        A path that ends in .png, .svg or .pdf is one file: the chart alone is written there.
        """
        if Path(folder).suffix.lower() in FILES:
            return [self._save_file(Path(folder))]
        folder, png = Path(folder), self.png or self.drawn().png
        charts, tables = folder / "charts", folder / "tables"
        paths = [charts / f"{self.name}.png", charts / f"{self.name}.svg", tables / f"{self.name}.csv"]
        write_bytes(paths[0], png)
        write_bytes(paths[1], self._make_svg().encode("utf-8"))
        make_table_files(self.data, self.name).write(tables)
        return paths

    savefig = save

    def _make_svg(self) -> str:
        """Draw the chart as SVG, with links; it has been drawn before."""
        with _drawing():
            svg = make_svg(self.figure, self.name, self.alt)
        size = (72 * self.figure.get_figwidth(), 72 * self.figure.get_figheight())
        return add_svg_links(svg, self.links, size)

    def _save_file(self, path: Path) -> Path:
        """Write the chart alone, in the format that the path's end says."""
        png, ends = self.png or self.drawn().png, path.suffix.lower()
        if ends == ".pdf":
            with _drawing():
                write_bytes(path, make_picture_pdf(self.figure, self.name))
        else:
            write_bytes(path, self._make_svg().encode() if ends == ".svg" else png)
        return path

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> tuple[dict, dict]:
        image = base64.b64encode(self.png or self.drawn().png).decode("ascii")
        width = int(self.figure.get_figwidth() * 100)
        about = {"alt": self.alt, "width": width, "name": self.name}
        if self.links:
            about |= {"evidence": self.links[0].name, "marks": [list(box) for box in self.links]}
            about |= {"unlinked": self.unlinked} if self.unlinked else {}
        shown = {"image/png": image, "text/plain": self.alt}
        if not os.environ.get(QUIET):  # JupyterLab and nbconvert take no alternative text from metadata
            source = f"data:image/png;base64,{image}"
            picture = f'<img src="{source}" width="{width}" alt="{html.escape(self.alt)}">'
            shown["text/html"] = anchor_of(self.name) + picture
        return shown, {"image/png": about}


def new_chart(
    title: str,
    subtitle: str = "",
    rests_on: pd.DataFrame | Basis | None = None,
    panels: tuple[int, int] = (1, 1),
    height: float = 3.2,
    drawn: str = "",
    remark: str = "",
    width: float = WIDTH,
    legend: Sequence[Key] = (),
    **subplots: object,
) -> tuple[Figure, np.ndarray]:
    """Make a figure with title, subtitle, stamp, footer and panels, none of which overlap.

    rests_on: the table drawn, or its Basis: the footer says its n and source, a stamp in colour under the title what
    to be wary of. panels: rows and columns of axes; height: inches for the axes alone (title and footer come on top);
    drawn: what intervals are drawn as ("lines", "bands", "" for not); remark: a sentence more for the footer. legend:
    what the marks are called, in as many lines as they need.
    More keywords go to Figure.subplots. Returns the figure and a 2-D array of axes.
    """
    inches = width - 2 * EDGE
    heads = split_to_fit(title, inches, 13, bold=True, most=MOST_HEADS) or [""]
    subs = split_to_fit(subtitle, inches, 9.5, most=MOST_LINES)
    stamps = split_to_fit(stamp_of(rests_on), inches, 9.5, bold=True, most=MOST_LINES)
    keys = lay_out_legend(legend, inches)
    feet = split_to_fit(footer_of(rests_on, drawn, remark), inches, 8, most=MOST_LINES)
    above = 0.16 + 0.25 * len(heads) + 0.18 * len(subs) + 0.19 * len(stamps) + KEY * len(keys)
    below = 0.12 + 0.155 * len(feet)
    total = height + above + below
    with styled():
        figure = Figure(figsize=(width, total), layout="constrained", facecolor="white")
        figure.get_layout_engine().set(rect=(0.01, below / total, 0.98, 1 - (above + below) / total), hspace=0.06)
        axes = figure.subplots(*panels, squeeze=False, **subplots)
        top = _write(figure, heads, subs, stamps, feet)
        place_legend(figure, keys, top)
    return figure, axes


def _write(figure: Figure, heads: list[str], subs: list[str], stamps: list[str], feet: list[str]) -> float:
    """Write title, subtitle and stamp from the top of the figure, the footer from its bottom; gives where they end."""
    width, total = figure.get_size_inches()
    top = total - 0.1
    for lines, step, size, colour, weight in (
        (heads, 0.25, TITLE, INK, "bold"),
        (subs, 0.18, 9.5, GREY, "normal"),
        (stamps, 0.19, 9.5, VERMILION, "bold"),
    ):
        for line in lines:
            figure.text(EDGE / width, top / total, line, fontsize=size, color=colour, weight=weight, va="top")
            top -= step
    for number, line in enumerate(feet, 1):
        place = (0.05 + 0.155 * (len(feet) - number)) / total
        figure.text(EDGE / width, place, line, fontsize=8, color=GREY, va="bottom")
    return top


def finish(figure: Figure, name: str, data: pd.DataFrame, alt: str) -> Chart:
    """Wrap a drawn figure, its n added to what is said of it; raises InputError if the table behind it is empty."""
    require_rows(data, name)
    counted = count_in(data)
    return Chart(figure, name, data, f"{alt} {counted}." if counted else alt)


def require_rows(data: pd.DataFrame, name: str) -> None:
    """Raise InputError for an empty table: an empty panel says nothing."""
    require(len(data) > 0, f"chart {name!r} has nothing to draw: its table is empty.")


def row_height(labels: Iterable[str], rows_each: int = 1) -> float:
    """Inches that a list of wrapped labels needs, with so many marks under one another in each."""
    return sum(max(0.17 * label.count("\n") + 0.3, 0.15 + 0.17 * rows_each) for label in labels) + 0.55


def clear_empty(grid: np.ndarray, used: int) -> None:
    """Hide panels beyond those used, and write the ticks of the axis under the last one of each column."""
    for axes in grid.flat[used:]:
        axes.set_visible(False)
    for axes in grid.flat[max(0, used - grid.shape[1]) : used]:
        axes.tick_params(labelbottom=True)
