"""The glossary as a page of the site, and the first use of each of its terms on a page linked to it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache

from analysis.reports.asked.project import PACKAGE

GLOSSARY = PACKAGE.parent / "docs" / "glossary.md"
PAGE = "glossary.html"
COMMON = {"present", "item", "score", "p", "n", "q", "z", "tone", "topic", "voice", "frame", "interval"}
_TERM = re.compile(r"^\| \*\*(.+?)\*\* \|", re.MULTILINE)
_MARKUP = re.compile(r"(<[^>]+>)")
_CAPTIONED = re.compile(r"(<th[^>]*>)([^<]+)(</th>)")
_OPENS, _CLOSES = re.compile(r'<section class="prose">'), re.compile(r"</section>")
_KEEPS_OUT = ("a", "code", "h1", "h2", "h3", "summary")


@lru_cache(maxsize=1)
def load_terms() -> dict[str, str]:
    """Read the glossary's terms with their anchors; none where the project's docs are not there."""
    text = GLOSSARY.read_text(encoding="utf-8") if GLOSSARY.is_file() else ""
    entries = [[name.strip() for name in entry.split(", ")] for entry in _TERM.findall(text)]
    anchors = [f"term-{re.sub(r'[^a-z0-9]+', '-', names[0].lower()).strip('-')}" for names in entries]
    return {name: anchor for names, anchor in zip(entries, anchors, strict=True) for name in names}


def add_terms(article: str) -> str:
    """Link terms of the glossary in an article's HTML: the first use of each in its prose, and heads of columns.

    In prose words that are common English too are left alone; a column's head that is a term is always one.
    """
    terms = load_terms()
    if not terms:
        return article
    article = _CAPTIONED.sub(lambda found: f"{found[1]}{_head(found[2], terms)}{found[3]}", article)
    rare = sorted((term for term in terms if term.lower() not in COMMON), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, rare))})(?![\w-])", re.IGNORECASE)
    return _in_prose(article, pattern, {term.lower(): anchor for term, anchor in terms.items()})


def _in_prose(article: str, pattern: re.Pattern[str], anchors: Mapping[str, str]) -> str:
    """Link the first use of each term in sections of prose, outside of links, code and headings."""
    done: set[str] = set()

    def link(found: re.Match[str]) -> str:
        anchor = anchors[found[0].lower()]
        if anchor in done:
            return found[0]
        done.add(anchor)
        return _link(anchor, found[0])

    parts, within, out = _MARKUP.split(article), False, 0
    for place, part in enumerate(parts):
        if place % 2:
            within = (within or bool(_OPENS.match(part))) and not _CLOSES.match(part)
            name = part.strip("</>").split(" ")[0]
            out += (name in _KEEPS_OUT) * (-1 if part.startswith("</") else 1)
        elif within and not out:
            parts[place] = pattern.sub(link, part)
    return "".join(parts)


def _head(text: str, terms: Mapping[str, str]) -> str:
    anchor = terms.get(html.unescape(text).strip())
    return _link(anchor, text) if anchor else text


def _link(anchor: str, text: str) -> str:
    return f'<a class="term" href="{PAGE}#{anchor}">{text}</a>'


def render_terms() -> str:
    """Write the glossary as HTML, each term with its anchor; "" where there is none."""
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    from analysis.reports.drawn.sanitising import safe_html

    if not GLOSSARY.is_file():
        return ""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\.md[^)]*\)", r"\1", GLOSSARY.read_text(encoding="utf-8"))
    terms = load_terms()

    def anchored(found: re.Match[str]) -> str:
        first = html.unescape(found[1]).split(", ")[0].strip()
        return f'<td id="{terms[first]}"><strong>{found[1]}</strong></td>' if first in terms else found[0]

    page = re.sub(r'<a class="anchor-link"[^>]*>.*?</a>', "", safe_html(markdown2html_mistune(text)))
    return re.sub(r"<td[^>]*><strong>([^<]+)</strong></td>", anchored, page)
