"""Pages of sentences: behind each number of a chart or table those that it counts, a section each, static and small.

They are drawn from evidence/NAME.parquet, which `show` and `show_table` write; on which page a number stands is said
there, for links lead to it.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, unquote

import pandas as pd
from markupsafe import Markup

from analysis.charts.evidence import COUNTS, FOLDER, name_count, page_of_evidence
from analysis.charts.numbers import figures_of, label_of
from analysis.manifests import write_text
from analysis.masked import shorten_text
from analysis.prose.phrases import first_words
from analysis.reports.drawn.site import Page, render_template

INDEXED, LABEL, TITLE = 100, 60, 70  # numbers listed on the first page of a chart; letters of each, of a title
OPENING = 36  # letters of a sentence that stand for it within its paragraph
ALL = "all with <code>framing report --evidence all</code>"


def write_evidence(folder: Path, target: Path, page: Page, only: Sequence[str] | None = None) -> None:
    """Draw the pages of evidence/NAME.parquet below a folder into target/evidence/, for the links of one page.

    only: the page's own files by their place in the report, where others' lie beside them.
    """
    own = None if only is None else {Path(file).name for file in only if FOLDER in Path(file).parts}
    for path in sorted((folder / FOLDER).glob("*.parquet")):
        if own is not None and path.name not in own:
            continue
        table = pd.read_parquet(path)
        for part, content in render_evidence(table, path.stem, page):
            write_text(target / FOLDER / f"{path.stem}-{part:02d}.html", content)


def render_evidence(table: pd.DataFrame, name: str, page: Page) -> Iterator[tuple[int, str]]:
    """Render the pages of one chart or table; table: as `find_evidence` sets it out.

    Gives number and HTML of each page.
    """
    up = "../" * (2 if page.folder else 1)
    about = str(table.attrs.get("about") or name)
    last, back = int(table["part"].max()), f"{up}{quote(page.name)}.html#{quote(str(table.attrs.get('anchor', '')))}"
    values = table.groupby("number")["value"]  # of those shown that are alike none is the strongest
    table = table.assign(varies=(values.transform("max") > values.transform("min")).astype(bool))
    firsts = table.drop_duplicates("number")
    for part, mine in table.groupby("part", sort=True):
        sections = [
            _section(rows, name, int(part), str(table.attrs.get("measure", "")))
            for _, rows in mine.groupby("number", sort=True)
        ]
        yield int(part), render_template(
            "evidence.html.j2", about=about, part=part, last=last, title=page.report["title"], heading=page.heading,
            back=back, steps=_steps(name, int(part), last), sections=Markup("\n".join(sections)),
            index=_index(firsts, name) if part == 1 and len(firsts) > 1 else [], more=len(firsts) > INDEXED,
        )  # fmt: skip


def _index(firsts: pd.DataFrame, name: str) -> list[dict[str, str]]:
    rows = firsts.head(INDEXED).to_dict("records")
    return [
        {"href": f"{_file(name, row['part'])}#r{row['number']}", "label": first_words(str(row["label"]), LABEL)}
        for row in rows
    ]


def _file(name: str, part: int) -> str:
    return page_of_evidence(name, part).removeprefix(f"{FOLDER}/")


def _steps(name: str, part: int, last: int) -> Markup:
    """Links to the page before and the next."""
    if last == 1:
        return Markup()
    links = [f'<a href="{_file(name, part - 1)}">‹ Page {part - 1}</a>'] if part > 1 else []
    links += [f'<a href="{_file(name, part + 1)}">Page {part + 1} ›</a>'] if part < last else []
    return Markup(f'<nav aria-label="Pages">{"".join(links)}</nav>')


def _section(rows: pd.DataFrame, name: str, part: int, measure: str) -> str:
    """One number, or a part of one, with its sentences."""
    records = rows.to_dict("records")
    one = records[0]
    number, begins, ends = one["number"], int(one["rank"]), int(records[-1]["rank"])
    said = f" ({html.escape(str(one['said']))})" if one["said"] else ""
    heading = f"<h2>{html.escape(shorten_text(str(one['label'])))}: {html.escape(name_count(one))}{said}</h2>"
    remark = _remark(one)
    if begins > 1:
        remark = f'{begins:,} to {ends:,}; <a href="{_file(name, part - 1)}#r{number}">those before</a>. {remark}'
    items = "".join(_item(row, measure if one["ranked"] else "") for row in records if row["rank"])
    content = f'<ol start="{begins}">{items}</ol>' if items else '<p class="m">None.</p>'
    if items and ends < one["shown"]:
        content += f'<p class="m"><a href="{_file(name, part + 1)}#r{number}">It goes on from {ends + 1:,} ›</a></p>'
    return f'<section id="r{number}">{heading}{f"<p class=m>{remark}</p>" if remark else ""}{content}</section>'


def _remark(one: Mapping[str, object]) -> str:
    if one["shown"] >= one["count"]:
        return ""
    if one["ranked"] and one["varies"]:
        return f"The {one['shown']:,} strongest of {one['count']:,}; {ALL}."
    return f"{one['shown']:,} of {one['count']:,}, from as many documents as possible; {ALL}."


def _item(row: Mapping[str, object], measure: str) -> str:
    text = str(row["text"])
    because = f"Near: {html.escape(str(row['because']))}" if row["because"] else ""
    value = _tell_value(row["value"], measure) if measure else ""
    place = f"{row['source']}, {row['source_start']:,.0f}–{row['source_end']:,.0f}" if row["source"] else ""
    day = "" if pd.isna(row["published"]) else f"{row['published']:%Y-%m-%d}"
    voice = _known(row["voice"]) and label_of(row["voice"], "voice")
    speaker, outlet, title = (first_words(_known(row[key]), TITLE) for key in ("speaker", "outlet", "title"))
    whose = f"{voice} ({speaker})" if voice and speaker else voice or speaker
    about = [html.escape(part) for part in (whose, outlet, day, title, place, value) if part]
    said = " · ".join([*about, *([because] if because else [])])
    return f"<li><p>{_marked(text, str(row['marked']))}</p><p class=m>{said}</p>{_paragraph(row, text)}</li>\n"


def _tell_value(value: float, measure: str) -> str:
    """Write what was measured; words are counted whole, also those of a sentence that is quoted in part."""
    if pd.isna(value):
        return ""
    return f"{measure.replace('_', ' ')} {f'{value:,.0f}' if measure in COUNTS else figures_of(value)}"


def _paragraph(row: Mapping[str, object], text: str) -> str:
    """What stands before and after, the sentence itself by its first words: it stands above."""
    before, after = _known(row["before"]), _known(row["after"])
    if not before.strip() and not after.strip():
        return ""
    around = f"{html.escape(before)}<b>{html.escape(first_words(text, OPENING))}</b>{html.escape(after)}"
    return f"<details><summary>paragraph</summary><p>{around}</p></details>"


def _marked(text: str, places: str) -> str:
    """Write a text with the words marked that were found in it; places: "3-9 14-20"."""
    pieces, at = [], 0
    for place in places.split():
        start, _, end = place.partition("-")
        if not at <= int(start) < int(end) <= len(text):
            continue
        pieces += [html.escape(text[at : int(start)]), f"<mark>{html.escape(text[int(start) : int(end)])}</mark>"]
        at = int(end)
    return "".join([*pieces, html.escape(text[at:])])


def _known(value: object) -> str:
    return "" if pd.isna(value) else str(value)


def lay_marks(marks: object, base: str, files: Sequence[str] | frozenset[str]) -> str:
    """Write the links that lie over a chart's picture; marks: as a chart's display says them (Box, as lists).

    base: folder of its files with a slash, or "". Places and numbers are taken as numbers, the title as text, and a
    link to a page that is not there is left out.
    """
    if not isinstance(marks, list):
        return ""
    links = []
    for left, top, width, height, name, number, part, title in marks:
        page = page_of_evidence(str(name), int(part))
        if f"{base}{unquote(page)}" in files:
            style = ";".join(
                f"{side}:{float(share):g}%"
                for side, share in zip(("left", "top", "width", "height"), (left, top, width, height), strict=True)
            )
            said = html.escape(str(title))
            href = f"{html.escape(quote(base) + page)}#r{int(number)}"
            links.append(
                f'<a class="mark" tabindex="-1" style="{style}" href="{href}" title="{said}" aria-label="{said}"></a>'
            )
    return "".join(links)
