"""What a web page says of itself: title, outlet, date, address, language, author, section.

From its metadata in this order: JSON-LD (schema.org), OpenGraph and other meta elements, elements of the page. A date
that none of them says is looked for by htmldate in the page's markup, never in its text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from analysis.texts.readers.containers.web_page_text import fold_paragraph, text_of_element
from analysis.texts.readers.markup import decode_entities

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_SEARCHED = 2_000_000  # characters of a page in which a date is looked for
LARGEST_SCRIPT = 1_000_000  # characters of JSON-LD that are read
LONGEST = 300  # characters of a fact; what is longer is no name or title
_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|Review)", re.IGNORECASE)
_DATE_NAMES = """
article:published_time og:article:published_time og:published_time datepublished parsely-pub-date publish-date
publish_date publishdate pubdate publication_date publicationdate citation_publication_date dc.date.issued
dcterms.issued dcterms.date dc.date dc.date.created dcterms.created sailthru.date originalpublicationdate
cxenseparse:recs:publishtime article.published date
"""
_SECTION_NAMES = ("article:section", "og:article:section", "parsely-section", "section", "cxenseparse:category")
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "byl",
)
_SITE_NAMES = ("application-name", "dc.publisher", "publisher")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_DAY = re.compile(r"(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?\Z")
_MAIL_DATE = re.compile(r"(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=[-_]|\Z)", re.IGNORECASE)
_PARTS_OF_TITLE = re.compile(r"\s+[|–—\-·»:•]\s+")
_BY = re.compile(r"^(?:by|von|par|por|автор:?)\s+", re.IGNORECASE)


def facts_of_page(tree: HtmlElement, markup: str, address: str | None = None) -> dict[str, object]:
    """The facts of a page by the names of documents' columns; what it does not say is left out.

    address: where it was found, if the page does not say it.
    """
    meta, article = _meta_of(tree), _article_of(tree)
    url = _address(tree, meta, markup) or address
    outlet = _outlet(meta, article, url)
    published, precision = _published(tree, meta, article) or (_date_in_markup(tree, markup) or (None, None))
    author = _names(article.get("author")) or _first(meta, _AUTHOR_NAMES) or _author_element(tree)
    section = _names(article.get("articleSection")) or _first(meta, _SECTION_NAMES)
    facts = {
        "title": choose_title(tree, meta, article, outlet), "outlet": outlet, "published": published,
        "published_precision": precision, "language": _language(tree, meta, article), "url": url,
        "author": None if not author or author.startswith("http") else _BY.sub("", author, count=1), "section": section,
    }  # fmt: skip
    return {name: value for name, value in facts.items() if value}


def choose_title(tree: HtmlElement, meta: dict, article: dict, outlet: str | None) -> str | None:
    """The headline as readers see it: the page's one h1 if other metadata agree with it, else what they say."""
    said = [_text(article.get("headline")), meta.get("og:title"), meta.get("twitter:title"), _title_element(tree)]
    said = [_without_site(title, outlet) for title in said if title]
    for heading in tree.iter("h1"):
        text = text_of_element(heading)
        words = set(fold_paragraph(text).split())
        if len(text) <= LONGEST and any(len(words & set(fold_paragraph(t).split())) * 2 > len(words) > 1 for t in said):
            return text
    alone = list(tree.iter("h1"))
    return said[0] if said else _text(text_of_element(alone[0])) if len(alone) == 1 else None


def is_article_by_metadata(tree: HtmlElement) -> bool:
    """Whether a page's metadata call it an article."""
    return bool(_article_of(tree)) or _meta_of(tree).get("og:type", "").lower() == "article"


def parse_timestamp(value: object) -> tuple[datetime, str] | None:
    """A date as metadata write it (ISO 8601, RFC 2822), by the outlet's clock, and how exact it is (time, day ...)."""
    from email.utils import parsedate_to_datetime

    text = str(value or "").strip()
    if not text[:1].isalnum() or len(text) > 60:
        return None
    try:
        if found := _DAY.match(text):
            parts = [int(part) for part in found.groups() if part]
            return datetime(*parts, *[1] * (3 - len(parts))), ("year", "month", "day")[len(parts) - 1]
        moment = parsedate_to_datetime(text) if _MAIL_DATE.match(text) else datetime.fromisoformat(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment.replace(tzinfo=None, microsecond=0)
    return moment, "day" if (moment.hour, moment.minute, moment.second) == (0, 0, 0) else "time"


def _published(tree: HtmlElement, meta: dict, article: dict) -> tuple[datetime, str] | None:
    """The first date that a page's metadata give."""
    said = [article.get("datePublished"), *(meta.get(name) for name in _DATE_NAMES.split()), article.get("dateCreated")]
    for element in tree.iter("time"):
        marks = f"{element.get('itemprop', '')} {element.get('class', '')} {element.get('pubdate', '')}".lower()
        if "publi" in marks or "entry-date" in marks or "pubdate" in element.attrib:
            said.append(element.get("datetime"))
    return next((parsed for value in said if value and (parsed := parse_timestamp(value))), None)


def _date_in_markup(tree: HtmlElement, markup: str) -> tuple[datetime, str] | None:
    """The date that htmldate finds in a page's elements and addresses; pages that would take it long have none."""
    if len(markup) > LARGEST_SEARCHED:
        return None
    from htmldate import find_date

    try:
        return parse_timestamp(find_date(tree, extensive_search=False, original_date=True, outputformat="%Y-%m-%d"))
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError):  # markup of no shape that it knows
        return None


def _meta_of(tree: HtmlElement) -> dict[str, str]:
    """The meta elements by property, name or itemprop in small letters; the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _text(element.get("content"))
        for key in ("property", "name", "itemprop"):
            if content and (name := (element.get(key) or "").lower().strip()):
                found.setdefault(name, content)
    return found


def _article_of(tree: HtmlElement) -> dict:
    """The first article that JSON-LD describes; empty if none does."""
    for element in tree.iter("script"):
        if (
            element.get("type", "").lower().strip() == "application/ld+json"
            and len(element.text or "") < LARGEST_SCRIPT
        ):
            try:
                described = json.loads(element.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            for thing in _things(described):
                if any(_ARTICLE.fullmatch(kind) for kind in _strings(thing.get("@type"))):
                    return thing
    return {}


def _things(described: object, depth: int = 0) -> Iterator[dict]:
    for thing in described if isinstance(described, list) else [described]:
        if isinstance(thing, dict) and depth < 4:
            yield thing
            yield from _things(thing.get("@graph") or [], depth + 1)
            yield from _things(thing.get("mainEntity") or [], depth + 1)


def _outlet(meta: dict, article: dict, url: str | None) -> str | None:
    name = meta.get("og:site_name") or _names(article.get("publisher")) or _first(meta, _SITE_NAMES) or url
    if name and name.startswith(("http://", "https://")):
        return _host_of(name)
    return name.removeprefix("@") if name else None


def _host_of(url: str) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _author_element(tree: HtmlElement) -> str | None:
    """Whom an element names that is marked as the author's name."""
    for element in tree.xpath("//*[@itemprop='author' or @rel='author' or @itemprop='byline']")[:5]:
        if 2 < len(text := text_of_element(element)) <= 80:
            return text
    return None


def _address(tree: HtmlElement, meta: dict, markup: str) -> str | None:
    said = [element.get("href") for element in tree.iter("link") if element.get("rel", "").lower() == "canonical"]
    saved = _SAVED_FROM.search(markup[:2000])
    for value in [*said, meta.get("og:url"), meta.get("twitter:url"), saved[1] if saved else None]:
        if value and re.match(r"https?://[^\s/]+", value):
            return value
    return None


def _language(tree: HtmlElement, meta: dict, article: dict) -> str | None:
    for value in (
        tree.get("lang"),
        tree.get("xml:lang"),
        article.get("inLanguage"),
        meta.get("og:locale"),
        meta.get("language"),
    ):
        if isinstance(value, str) and (found := _LANGUAGE.match(value.strip())):
            return found[0].lower()
    return None


def _title_element(tree: HtmlElement) -> str | None:
    element = tree.find(".//title")
    return None if element is None else _text(text_of_element(element))


def _without_site(title: str, outlet: str | None) -> str:
    """A title without the outlet's name at either end."""
    parts = _PARTS_OF_TITLE.split(title)
    for at in (-1, 0):
        if (
            outlet
            and len(parts) > 1
            and fold_paragraph(parts[at]).replace(" ", "") == fold_paragraph(outlet).replace(" ", "")
        ):
            return (
                title.removesuffix(parts[at]).rstrip(" |–—-·»:•")
                if at
                else title.removeprefix(parts[0]).lstrip(" |–—-·»:•")
            )
    return title


def _names(value: object) -> str | None:
    """Names in a value of JSON-LD: a text, a thing with a name, or a list of either; joined by semicolons."""
    things = value if isinstance(value, list) else [value]
    names = [thing.get("name") if isinstance(thing, dict) else thing for thing in things[:20]]
    return "; ".join(dict.fromkeys(name for one in names for name in filter(None, [_text(one)]))) or None


def _strings(value: object) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _first(meta: dict, names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)


def _text(value: object) -> str | None:
    """A value as a text on one line; None if it is none, or too long for a fact."""
    if not isinstance(value, str):
        return None
    text = " ".join(decode_entities(value).split())
    return text if 0 < len(text) <= LONGEST else None
