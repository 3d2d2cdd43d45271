"""Names and words out of texts where something else would obey them: prose in Markdown, cells of HTML, a terminal.

A notebook that was run in JupyterLab is trusted: HTML in its Markdown runs there, and two dollars are mathematics.
"""

from __future__ import annotations

import html
import re

# what a terminal obeys, and a page turns by: marks of direction, control characters but ends of lines, tabs and the
# return of a bar of progress
OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
CONTROLS = [*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF]  # those that XML forbids too
TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), *CONTROLS])
LONGEST = 120  # letters without a blank that a line may hold: a name of 100,000 would make a page as wide
MOST_LETTERS = 600  # of a text in a cell, of a title
NO_MATH = "mathjax_ignore tex2jax_ignore"  # classes of a box whose dollars are money: JupyterLab's, and older ones
_LONG = re.compile(rf"(\S{{{LONGEST - 20}}})\S{{20,}}")
_LED = r"\((?:https?://[^\s()<>\"'\\]+|(?!//)[\w./-]*(?:#[\w.=-]*)?)\)"  # to the web, to a page beside, to a place
_LIVE = re.compile(rf"&(?=#?\w+;)|[<$\\]|!\[|\](?=:)|\](?=\()(?!{_LED})")
_PILED = re.compile("([\u0300-\u036f\u0483-\u0489\u20d0-\u20f0]{4})[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0]+")
_SPANNED = re.compile("<span>(&#[0-9]+;)</span>")


def mask_markdown(text: str) -> str:
    """Mask what in prose in Markdown is more than bold, italic, code, lists, headings and links to pages.

    HTML, entities, pictures, mathematics, and links of other schemes than http are shown as they are written; marks of
    direction and control characters are left out; a word longer than LONGEST is cut. A dollar stands in an element of
    its own, for MathJax looks for mathematics in what Markdown has made.
    """
    return _LIVE.sub(_mask_letter, shorten_words(strip_turns(text)))


def strip_turns(text: str) -> str:
    """Take out marks of direction and control characters, and of marks piled over one letter all but the first four."""
    return text.translate(TURNS) if text.isascii() else _PILED.sub(r"\1", text.translate(TURNS))


def strip_mask(markdown: str) -> str:
    """Take the masks of `mask_markdown` away again: for whoever escapes the text in another way."""
    return html.unescape(_SPANNED.sub(r"\1", markdown))


def mask_controls(text: str) -> str:
    """Show the letters that a terminal would obey by their numbers (\\u001b)."""
    return OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def shorten_words(text: str) -> str:
    """Cut words that are longer than LONGEST, and say so by an ellipsis."""
    return _LONG.sub(r"\1…", text)


def shorten_text(text: str, most: int = MOST_LETTERS) -> str:
    """Cut a text that is longer than `most` letters, and say so by an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _mask_letter(found: re.Match[str]) -> str:
    if found[0] in ("$", "\\"):
        return f"<span>&#{ord(found[0])};</span>"
    return "".join(f"&#{ord(letter)};" for letter in found[0])
