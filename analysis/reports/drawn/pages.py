"""An executed notebook as a page: one file, readable anywhere, that loads nothing and runs nothing.

A template of our own on nbconvert's skeleton rather than a child of its `lab` template: the same
pictures and tables, a twentieth of the size, and nothing to take out again (require.js, MathJax).
"""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import count
from pathlib import Path
from urllib.parse import quote, unquote

import nbformat
from nbconvert.exporters.html import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.filters.highlight import Highlight2HTML
from nbformat import NotebookNode
from traitlets.config import Config

from analysis.charts.evidence import FOLDER, page_of_evidence
from analysis.reports.drawn.evidence import lay_marks
from analysis.reports.drawn.glossary import add_terms
from analysis.reports.drawn.sanitising import safe_html
from analysis.reports.drawn.site import TEMPLATES, Error, Page, render_page

SHOWN = ("text/html", "text/markdown", "image/png", "image/jpeg", "image/svg+xml", "text/latex", "text/plain")
HEADING = re.compile(r"<h([23])>(.*?)</h\1>", re.DOTALL)
CELL_LINK = re.compile(rf"""<a href=["']{FOLDER}/([\w.%-]+\.html)#(r\d+)["']""", re.ASCII)
UNNAMED = re.compile('aria-label="Table"')
TITLE = re.compile(r"(#{2,3})[ \t]+(.+)")
METHOD = "method"  # the tag of a heading whose part is folded away: how it was found, what would make it wrong
MARKUP = re.compile(r"<[^>]*>")


class _ArticleExporter(HTMLExporter):
    """nbconvert's exporter without its last step: BeautifulSoup parses the page, pictures and all, to mend nothing."""

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict | None = None, **more: object
    ) -> tuple[str, dict[str, object]]:
        """Render a notebook through the template, its code highlighted in its own language."""
        language = nb.metadata.get("language_info", {})
        lexer = language.get("pygments_lexer", language.get("name"))
        self.register_filter("highlight_code", Highlight2HTML(pygments_lexer=lexer, parent=self))
        return TemplateExporter.from_notebook_node(self, nb, resources, **more)


def render_notebook(notebook: Path, page: Page, files: Sequence[str], error: Error | None) -> str:
    """Render an executed notebook as an HTML page; the same bytes for the same arguments.

    files: what the notebook wrote, by its path in the report's folder.
    """
    content = nbformat.read(notebook, as_version=4)
    article, sections = _with_sections(_article(content, frozenset(files), page.folder))
    article = _number_tables(add_terms(article))
    return render_page(page, article, sections, [file for file in files if not _is_evidence(file)], error)


def rehearse() -> None:
    """Draw a page of each kind of cell once: processes forked after that need not import or compile for it."""
    shown = nbformat.v4.new_output(
        "display_data", {"text/html": "<table style='color:red'><tr><td>1</td></tr></table>"}
    )
    cells = [nbformat.v4.new_markdown_cell("## *1*"), nbformat.v4.new_code_cell("1", outputs=[shown])]
    _with_sections(_article(nbformat.v4.new_notebook(cells=cells), frozenset(), ""))


def _joined(content: NotebookNode) -> NotebookNode:
    """Join code that shows nothing with the code cell after it: one fold for the reader instead of two."""
    cells: list[NotebookNode] = []
    for cell in content.cells:
        before = cells[-1] if cells else None
        if before and cell.cell_type == before.cell_type == "code" and not before.outputs:
            cells[-1] = NotebookNode(cell, source=f"{before.source}\n\n{cell.source}".strip())
        else:
            cells.append(cell)
    return NotebookNode(content, cells=cells)


def _folded(content: NotebookNode) -> NotebookNode:
    """Mark where parts on method begin and end: from a heading tagged `method` to the next heading of its level."""
    cells, level = [NotebookNode(cell, fold=[]) for cell in content.cells], 0
    for number, cell in enumerate(cells):
        found = TITLE.match(cell.source) if cell.cell_type == "markdown" else None
        if level and found and len(found[1]) <= level:
            cells[number - 1].fold.append("ends")
            level = 0
        if found and not level and METHOD in cell.metadata.get("tags", []):
            level, cell.source = len(found[1]), cell.source[found.end() :].strip()
            cell.fold.append("begins")
            cell.title = found[2]
    if level:
        cells[-1].fold.append("ends")
    return NotebookNode(content, cells=cells)


def _article(content: NotebookNode, files: frozenset[str], folder: str) -> str:
    exporter = _exporter()
    exporter.register_filter("figure", lambda output, kind: _figure(output, kind, files, folder))
    exporter.register_filter("table", lambda output: _table(output, files, folder))
    article, _ = exporter.from_notebook_node(_folded(_joined(content)))
    return article


@lru_cache(maxsize=1)
def _exporter() -> HTMLExporter:
    exporter = _ArticleExporter(
        template_name="article",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_anchor_links=True,
        config=Config({"NbConvertBase": {"display_data_priority": list(SHOWN)}}),
    )
    exporter.register_filter("safe_html", safe_html)
    return exporter


def _figure(output: NotebookNode, kind: str, files: frozenset[str], folder: str) -> str:
    """Write a picture as a figure: its alternative text, and links to its files where they lie beside the page."""
    about = output.get("metadata", {}).get(kind, {})
    data = output["data"][kind]
    if kind == "image/svg+xml":
        data = base64.b64encode(data.encode("utf-8")).decode("ascii")
    alt = html.escape(str(about.get("alt") or "A chart without a description"))
    width = f' width="{int(about["width"])}"' if str(about.get("width", "")).isdigit() else ""
    name, base = str(about.get("name", "")), f"{folder}/" if folder else ""
    picture = f'<img alt="{alt}" src="data:{kind};base64,{html.escape("".join(data.split()))}"{width}>'
    picture = f'<span class="marked">{picture}{lay_marks(about.get("marks"), base, files)}</span>'
    links = [*_behind(about, "chart", base, files), *_links(name, files, base)]
    caption = f"<figcaption>{' · '.join(links)}</figcaption>" if links else ""
    return f'<figure class="chart"{_anchor("figure", name)}>{picture}{caption}</figure>'


def _anchor(kind: str, name: str) -> str:
    return f' id="{kind}-{html.escape(name)}"' if name else ""


def _is_evidence(file: str) -> bool:
    return FOLDER in Path(file).parts[:-1]


def _table(output: NotebookNode, files: frozenset[str], folder: str) -> str:
    """Write what was displayed as HTML, cleaned; cells of a table link to its pages of sentences, if they are there."""
    about, base = output.get("metadata", {}).get("text/html", {}), f"{folder}/" if folder else ""

    def lead(found: re.Match[str]) -> str:
        place = f"{base}{FOLDER}/{unquote(found[1])}"
        return f'<a href="{base}{FOLDER}/{found[1]}#{found[2]}"' if place in files else "<a"

    cleaned = CELL_LINK.sub(lead, safe_html("".join(output["data"]["text/html"])))
    behind = "".join(f'<p class="behind">{link}</p>' for link in _behind(about, "table", base, files))
    return f'<div class="output"{_anchor("table", str(about.get("name", "")))}>{cleaned}{behind}</div>'


def _behind(about: Mapping[str, object], what: str, base: str, files: frozenset[str]) -> list[str]:
    """Link to the first page of the sentences behind a chart or table, if there is one."""
    page = page_of_evidence(str(about.get("evidence", "")), 1)
    there = f"{base}{unquote(page)}" in files
    return [f'<a href="{html.escape(quote(base) + page)}">Sentences behind this {what}</a>'] if there else []


def _links(name: str, files: frozenset[str], base: str) -> list[str]:
    wanted = (
        ("SVG", f"{base}charts/{name}.svg"),
        ("PNG", f"{base}charts/{name}.png"),
        ("CSV", f"{base}tables/{name}.csv"),
    )
    return [f'<a href="{html.escape(quote(path))}" download>{label}</a>' for label, path in wanted if path in files]


def _number_tables(article: str) -> str:
    """Give each table's box a name of its own, for those who hear the page."""
    numbers = count(1)
    return UNNAMED.sub(lambda found: f'{found[0][:-1]} {next(numbers)}"', article)


def _with_sections(article: str) -> tuple[str, list[dict[str, str]]]:
    """Give headings of the second and third level an id, and list those of the second for the contents."""
    sections: list[dict[str, str]] = []
    taken: set[str] = set()

    def name(found: re.Match[str]) -> str:
        title = html.unescape(MARKUP.sub("", found.group(2))).strip()
        slug = base = re.sub(r"[^\w]+", "-", title.lower()).strip("-") or "section"
        number = 1
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        taken.add(slug)
        if found.group(1) == "2":
            sections.append({"id": slug, "title": title})
        return f'<h{found.group(1)} id="{html.escape(slug)}">{found.group(2)}</h{found.group(1)}>'

    return HEADING.sub(name, article), sections
