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
    "": "a b i u s em strong span font code small sup sub del ins mark q cite img meta link title input label video",
}
_BREAK_OF = {name: mark for mark, names in BREAKS.items() for name in names.split()}
_LONG_NUMBER = re.compile(r"&#0*[0-9]{8,};?")  # of no character; Python refuses to turn thousands of digits into one
_BLANKS = re.compile(r"[ \t\r\f\v]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_MANY_BREAKS = re.compile(r"\n{3,}")


def holds_markup(text: str) -> bool:
    """Whether a text is HTML, not one that mentions a tag: it has tags that close, or several that need not."""
    opened, alone = set(), 0
    for found in _TAG.finditer(text):
        name = (found["name"] or "").lower()
        if name not in _BREAK_OF:
            continue
        if found["closes"] and name in opened:
            return True
        opened.add(name)
        alone += name in ("br", "p", "img", "hr")
        if alone > 1:
            return True
    return False


def text_of_html(markup: str) -> str:
    """The text of HTML: entities decoded, blocks apart by a blank line, lines and list items on lines of their own.

    Line breaks of the source count only where no tag makes any, as in messages with a few tags for bold and links.
    What nobody sees (scripts, styles, comments) is left out. Never raises: what is no tag stays as it is.
    """
    pieces = list(_split_markup(markup))
    if any(piece in ("\n", "\n\n") for piece in pieces):
        pieces = [piece if piece in ("\n", "\n\n") else piece.replace("\n", " ") for piece in pieces]
    text = decode_entities("".join(pieces))
    text = _AROUND_BREAK.sub("\n", _BLANKS.sub(" ", text))
    return _MANY_BREAKS.sub("\n\n", text).strip()


def decode_entities(text: str) -> str:
    """A text with its character references decoded once; those of no character become the replacement character."""
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text


def _split_markup(markup: str) -> Iterator[str]:
    """The text between tags, and what each tag puts there: a break, a blank or nothing."""
    place, unseen = 0, None
    for found in _TAG.finditer(markup):
        if unseen is None:
            yield markup[place : found.start()]
        place = found.end()
        name, closes = (found["name"] or "").lower(), bool(found["closes"])
        if unseen is not None:
            unseen = None if closes and name == unseen else unseen
            continue
        mark = _BREAK_OF.get(name, "")
        if mark != UNSEEN and not (mark == "\n" and closes):
            yield mark
        elif not closes and not found[0].endswith("/>"):
            unseen = name
    if unseen is None:
        yield markup[place:]
