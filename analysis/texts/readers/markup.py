"""HTML within a text (a table's cell, a message, a chapter): tags out, entities decoded, paragraphs apart.

No article is looked for; see containers/web_page.py for that. One pass over the text, whatever stands in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_TAG = re.compile(
    r"<!--(?:.*?-->|.*\Z)|<!\[CDATA\[|\]\]>|<[!?][^<>]*>"
    r"|<(?P<closes>/?)(?P<name>[a-z][a-z0-9:-]*)(?:(?:[\s/](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+)?>|[\s/][^<>]*>)",
    re.IGNORECASE | re.DOTALL,
)
UNSEEN = "unseen"
BREAKS = {
    UNSEEN: "script style noscript template head svg math iframe object select textarea button",
    "\n\n": "p div h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre section article header footer nav aside figure"
    " figcaption main form fieldset address details summary hr center body html",
    "\n": "br li dt dd tr option caption",
    " ": "td th",
    "": "a b i u s em strong span font code small sup sub del ins mark cite img meta link title input label video",
}
_BREAK_OF = {name: mark for mark, names in BREAKS.items() for name in names.split()}
_LONG_NUMBER = re.compile(r"&#0*[0-9]{8,};?")  # of no character; Python refuses to turn thousands of digits into one
_BLANKS = re.compile(r"[ \t\r\f\v]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_MANY_BREAKS = re.compile(r"\n{3,}")


def text_of_html(markup: str) -> str:
    """The text of HTML: entities decoded, blocks apart by a blank line, lines and list items on lines of their own.

    Line breaks of the source count only where no tag makes any, as in messages with a few tags for bold and links.
    What nobody sees (scripts, styles, comments) is left out. Never raises: what is no tag stays as it is.
    """
    pieces = list(_split_markup(markup))
    if any("\n" in mark for _, mark in pieces):
        pieces = [(text.replace("\n", " "), mark) for text, mark in pieces]
    text = decode_entities("".join(text + mark for text, mark in pieces))
    text = _AROUND_BREAK.sub("\n", _BLANKS.sub(" ", text))
    return _MANY_BREAKS.sub("\n\n", text).strip()


def decode_entities(text: str) -> str:
    """A text with its character references decoded once; those of no character become the replacement character."""
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text


def _split_markup(markup: str) -> Iterator[tuple[str, str]]:
    """The text before each tag, and what the tag puts there: a break, a blank or nothing."""
    place, unseen = 0, None
    for found in _TAG.finditer(markup):
        text = markup[place : found.start()] if unseen is None else ""
        place = found.end()
        name, closes = (found["name"] or "").lower(), bool(found["closes"])
        mark = _BREAK_OF.get(name, "") if unseen is None else ""
        if mark == UNSEEN:
            unseen = None if closes or found[0].endswith("/>") else name
        elif closes and name == unseen:
            unseen = None
        if name == "q" and unseen is None:
            mark = "”" if closes else "“"  # which browsers show
        yield text, "" if mark == UNSEEN or (mark == "\n" and closes) else mark
    yield markup[place:] if unseen is None else "", ""
