"""Cells that are no plain text: HTML, the mark of a service that cut a text off, and what Telethon writes of a post."""

from __future__ import annotations

import re
from html.parser import HTMLParser

CUT_BY_SERVICE = re.compile(  # NewsAPI.org: "... the council… [+1234 chars]", GNews: "... the council ... [1234 chars]"
    r"(?:\s*\[\+[0-9,]+ chars\]|(?:(?<=\.\.\.)|(?<=…))\s*\[[0-9,]+ chars\])\s*$"
)
DELETED = {"[removed]", "[deleted]", "[ removed by reddit ]", "[удалено]"}  # what stands in place of a text
_TAG = re.compile(
    r"</(?:p|div|span|a|b|i|u|strong|em|h[1-6]|ul|ol|li|table|tr|td|body|html|article|section|blockquote|figure)\s*>"
    r"|<(?:p|br|hr|img|div|span|a|h[1-6]|li)(?:\s[^<>]*)?/?>|<!doctype html",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<(?:p|br|div|li|h[1-6]|tr)\b", re.IGNORECASE)
_BLOCKS = {
    "p", "div", "br", "hr", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
    "blockquote", "figure", "figcaption", "header", "footer", "body", "html", "main", "aside", "nav", "form", "dd",
    "dt", "dl", "pre", "td", "th", "tbody", "thead",
}  # fmt: skip
_UNSEEN = {"script", "style", "head", "noscript", "template", "iframe", "svg", "button"}
_FROM_NAME = re.compile(r"""\bfrom_name['"]?\s*[:=]\s*['"]([^'"]+)""")
_FROM_CHANNEL = re.compile(r"""\b(?:channel_id|user_id)['"]?\s*[:=]\s*(-?[0-9]+)""")
_REPLY = re.compile(r"""\breply_to_msg_id['"]?\s*[:=]\s*([0-9]+)""")
_OBJECT = re.compile(r"""\s*(?:[A-Za-z_][\w.]*\(\s*\w+\s*=|<[\w.]+ (?:object )?at 0x|[{\[]+\s*['"]\w+['"]\s*:)""")
_LONGEST_NAME = 200


class _Words(HTMLParser):
    """Gathers the words of a piece of HTML, a paragraph for each of its blocks."""

    def __init__(self, blanks: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blanks = blanks
        self.parts: list[str] = []
        self.unseen = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _UNSEEN and not self.unseen:
            self.unseen = tag
        if tag in _BLOCKS:
            self.parts.append("\n" if tag == "br" else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.unseen:
            self.unseen = ""
        if tag in _BLOCKS and tag != "br":
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(re.sub(self.blanks, " ", data))


def has_markup(text: str) -> bool:
    """Whether a cell plainly is HTML: a tag of a page's text closes in it, or one that needs no closing is there."""
    return "<" in text and bool(_TAG.search(text))


def strip_markup(text: str) -> str:
    """Strip a cell of its tags: the words of its blocks as paragraphs, entities as the characters that they name.

    Scripts, styles and what a page does not show go. A cell is a piece of a page that somebody cut out of it already:
    nothing else is taken for furniture here. Line ends stay where no tag stands for one.
    """
    words = _Words(r"\s+" if _BREAK.search(text) else r"[^\S\n]+")
    words.feed(text)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def is_object(text: str) -> bool:
    """Whether a cell is what Python or JSON writes of an object (Photo(id=..., {'id': 5, ...), which is no name."""
    return _OBJECT.match(text) is not None


def forward_of(text: str) -> str | None:
    """Whom a post was forwarded from, be it a name or what Telethon writes; "not named" if it only says that it was."""
    folded = text.strip().casefold()
    if folded in ("", "false", "0", "0.0", "no", "none"):
        return None
    if found := _FROM_NAME.search(text) or _FROM_CHANNEL.search(text):
        return found[1]
    unnamed = folded in ("true", "1", "1.0", "yes") or len(text) > _LONGEST_NAME or is_object(text)
    return "not named" if unnamed else text.strip()


def reply_of(text: str) -> str | None:
    """The number of the message that a post replies to."""
    found = _REPLY.search(text)
    number = found[1] if found else text.strip().removesuffix(".0")
    return None if number.casefold() in ("", "0", "false", "no", "none") or is_object(number) else number
