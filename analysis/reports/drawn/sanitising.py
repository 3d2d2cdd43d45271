"""HTML made safe to share: what notebooks and corpora put into a page can neither run nor load anything.

Markup that is not on the list is shown as text. The pages' Content-Security-Policy says the same once
more: whatever slips through is not obeyed by the browser.
"""

from __future__ import annotations

import re
from functools import lru_cache

import bleach
from bleach.css_sanitizer import CSSSanitizer

TAGS = frozenset(
    """
    a abbr b blockquote br caption cite code col colgroup dd del details div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup
    table tbody td tfoot th thead tr u ul var wbr
    """.split()  # noqa: SIM905  a list of seventy strings reads worse
)
ATTRIBUTES = {
    "*": ["title", "lang", "dir", "class", "style"],
    "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan", "scope"],
    "ol": ["start"],
}
STYLES = (
    "background-color", "border-left", "caption-side", "color", "display", "font-size", "font-style", "font-weight",
    "height", "margin-left", "max-width", "min-width", "padding", "padding-left", "padding-right", "text-align",
    "text-decoration", "vertical-align", "white-space", "width",
)  # fmt: skip
STYLE_BLOCK = re.compile(r"<style\b[^>]*>.*?</style\s*>", re.DOTALL | re.IGNORECASE)  # pandas puts one in every table
PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]+")
PAGE = re.compile(r"(?!//)[\w./-]*(?:#[\w=.-]*)?", re.ASCII)
_STYLE = rf" style='(?:(?:{'|'.join(STYLES)}): *[\w #%.,-]+;? *)+'"
# one table without a link, a picture or anything else that has to be looked at: bleach gives it back as it is
PLAIN_TABLE = re.compile(
    rf"<table(?: class='[\w -]+')?(?:{_STYLE})?>(?:[^<&\x00-\x08\x0b-\x1f]++|&(?:amp|lt|gt|quot|#x27);"
    rf"|</?(?:thead|tbody|tr|th|td|caption)>|<(?:caption|th|td){_STYLE}>|<span class='[\w -]+'>|</span>"
    r"|<a href='evidence/[\w.%-]+#r\d+' title='(?:[^'<&\x00-\x1f]|&(?:amp|lt|gt|quot|#x27);)*+'>|</a>)*+</table>",
    re.ASCII,
)
IMAGE = re.compile(r"<img (?![^>]*\balt=)")
OPEN_TABLE = '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table'


def safe_html(html: str) -> str:
    """Clean HTML of all that runs, loads or covers; tables are put into a box of their own that scrolls."""
    cleaned = html if PLAIN_TABLE.fullmatch(html) else _cleaner().clean(STYLE_BLOCK.sub("", html))
    cleaned = IMAGE.sub('<img alt="A picture without a description" ', cleaned)
    return cleaned.replace("<table", OPEN_TABLE).replace("</table>", "</table></div>")


@lru_cache(maxsize=1)
def _cleaner() -> bleach.Cleaner:
    return bleach.Cleaner(
        tags=TAGS,
        attributes=_keeps,
        protocols=["http", "https", "mailto", "data"],
        strip=False,
        strip_comments=True,
        css_sanitizer=CSSSanitizer(allowed_css_properties=STYLES),
    )


def _keeps(tag: str, name: str, value: str) -> bool:
    """Keep an attribute: links to pages and to the web (followed only by a click), pictures only as data."""
    if tag == "a" and name == "href":
        return bool(re.match(r"https?://|mailto:", value)) or bool(PAGE.fullmatch(value))
    if tag == "img" and name in ("src", "alt", "width", "height"):
        return name != "src" or bool(PICTURE.fullmatch(value))
    return name in ATTRIBUTES["*"] or name in ATTRIBUTES.get(tag, ())
