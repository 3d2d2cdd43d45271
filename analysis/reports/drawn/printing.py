"""A report, or some of its pages, as one document to print: contents with page numbers, all parts unfolded.

Chromium prints it where it is there, WeasyPrint else. Chromium cannot write the page numbers of a contents list, so
it prints twice: the first time to learn on which page each part begins.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
import lxml.html
import pypdfium2
from lxml.html import HtmlElement
from markupsafe import Markup

from analysis.disk import write_bytes
from analysis.errors import InputError
from analysis.reports.drawn.site import TEMPLATES
from analysis.scratch import scratch_folder

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
ON_A_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
BROWSER = "FRAMING_BROWSER"  # names another one
QUIET = ("--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--no-pdf-header-footer")
SECONDS = 180  # a report of six pages takes three
LEFT_OUT = ".//details[contains(@class, 'code') or contains(@class, 'messages')] | .//a[@class='mark']"


def render_print(folder: Path, pages: Sequence[str], numbers: Mapping[str, int] | None = None) -> str:
    """Join pages of a report's folder into one HTML document to print, the contents first.

    pages: names of pages ("index" is the front page), in their order. numbers: the page of paper on which each begins,
    by its name; without them a printer that can count (WeasyPrint) fills them in.
    Raises InputError: a page that is not there.
    """
    articles = {name: _load_article(folder, name) for name in pages}
    for name, article in articles.items():
        _rename(article, name, set(pages))
    contents = [{"name": name, "title": _title(article)} for name, article in articles.items()]
    bodies = [Markup(lxml.html.tostring(article, encoding="unicode")) for article in articles.values()]
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True)
    template = environment.get_template("print.html.j2")
    return template.render(title=contents[0]["title"], contents=contents, bodies=bodies, numbers=numbers or {})


def make_pdf(folder: Path, pages: Sequence[str], to: Path) -> str:
    """Print pages of a report into a PDF; returns the name of what printed it.

    Raises InputError: a page that is not there; neither a browser nor WeasyPrint; a browser that prints nothing.
    """
    browser = find_browser()
    if not browser:
        _print_without_browser(render_print(folder, pages), to)
        return "WeasyPrint"
    with scratch_folder("print") as scratch:
        first = scratch / "first.pdf"
        _print(browser, render_print(folder, pages), first)
        last = scratch / "last.pdf"
        _print(browser, render_print(folder, pages, _numbers(first, pages)), last)
        write_bytes(to, last.read_bytes())
    return Path(browser).name


def find_browser() -> str:
    """Find Chromium or a browser made of it: FRAMING_BROWSER, else one of the usual names; "" if there is none."""
    named = os.environ.get(BROWSER)
    if named is not None:
        return shutil.which(named) or ""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), "")
    return found or (str(ON_A_MAC) if ON_A_MAC.is_file() else "")


def _load_article(folder: Path, name: str) -> HtmlElement:
    path = folder / f"{name}.html"
    if not path.is_file():
        raise InputError(f"page {name!r} is not in {folder}: run `framing report` first.")
    article = lxml.html.document_fromstring(path.read_text(encoding="utf-8")).find(".//article")
    if article is None:
        raise InputError(f"{path.name} holds no article: run `framing report --force`.")
    for part in article.xpath(LEFT_OUT):
        part.drop_tree()
    for part in article.iter("details"):
        part.set("open", "")
    return article


def _rename(article: HtmlElement, name: str, pages: set[str]) -> None:
    """Make ids and links hold in the whole document; links to files beside the pages become plain text."""
    for part in article.xpath(".//*[@id]"):
        part.set("id", f"{name}--{part.get('id')}")
    for link in article.xpath(".//a[@href]"):
        address = urlsplit(link.get("href"))
        page = address.path.removesuffix(".html") or name
        if address.scheme:
            continue
        if page in pages and (address.path.endswith(".html") or not address.path):
            link.set("href", f"#{page}--{address.fragment}" if address.fragment else f"#{page}")
        else:
            link.drop_tag()
    article.set("id", name)


def _title(article: HtmlElement) -> str:
    heading = article.find(".//h1")
    return " ".join(heading.text_content().split()) if heading is not None else "Report"


def _print(browser: str, html: str, to: Path) -> None:
    """Have a browser print a document; it reaches nothing, for the pages ask for nothing."""
    page = to.with_suffix(".html")
    page.write_text(html, encoding="utf-8")
    profile = f"--user-data-dir={to.parent / 'profile'}"
    root = (
        ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    )  # it refuses to run as root with one
    command = [browser, *QUIET, *root, profile, f"--print-to-pdf={to}", page.as_uri()]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise InputError(f"{browser} did not print: {problem}.") from problem
    if not to.is_file():
        raise InputError(f"{browser} printed nothing: {done.stderr.strip()[-300:] or done.returncode}.")


def _numbers(pdf: Path, pages: Sequence[str]) -> dict[str, int]:
    """Find on which page of paper each page of the report begins, by the places that the contents lead to."""
    raw = pypdfium2.raw
    document = pypdfium2.PdfDocument(pdf)
    numbers = {}
    for name in pages:
        place = raw.FPDF_GetNamedDestByName(document.raw, ctypes.c_char_p(name.encode("utf-8")))
        if place:
            numbers[name] = raw.FPDFDest_GetDestPageIndex(document.raw, place) + 1
    document.close()
    return numbers


def _print_without_browser(html: str, to: Path) -> None:
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as problem:  # OSError: without Pango
        raise InputError(
            "a PDF needs Chromium, Chrome or Edge (FRAMING_BROWSER names one), or WeasyPrint: "
            'pip install "media-framing[pdf]".'
        ) from problem
    write_bytes(to, HTML(string=html).write_pdf())
