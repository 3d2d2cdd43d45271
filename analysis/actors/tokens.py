"""Words, abbreviations and marks of a text with their offsets, in one pass.

A cut of its own beside texts.tokens, for names need other words: "Mr." and an initial keep their full stop, a
possessive 's and a hashtag are words, and what is a name's word hangs on the blank after it. Nothing is counted by it.
"""

from __future__ import annotations

import re
from itertools import accumulate

_PLAIN = r"[A-Za-z][a-z]*(?=[ ,])"  # most words, tried first: none of the kinds below ends before a blank or comma
_TOKEN = (
    r"(?:[A-Z]\.){2,}(?:[A-Z](?![^\W_]))?"  # U.S., U.N., J.K.
    r"|(?:Mrs?|Ms|Dr|Prof|Hon|Rev|Fr|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Brig|Sens?|Reps?|Govs?|Pres|Supt|Amb|Insp|Det"
    r"|St|Jr|Sr|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Ltd|Co|Ga)\."
    r"|[^\W\d_]\.(?=[ \u00a0]?[^\W\d_]|$)"  # an initial
    r"|(?:https?://|www\.|@)\S+"
    r"|\#[^\W_]+"
    r"|['’][sS](?![^\W_])"
    r"|[^\W_]+(?:(?:-|['’](?![sS](?![^\W_])))[^\W_]+|&[A-Z]+)*\+?"
    r"|[^\s\w]|_|\n"
)

# A blank taken along spares a vain try of every kind at it; in groups of their own, so that split() gives the places.
TOKENS = re.compile(f"( ?)({_PLAIN}|{_TOKEN})")


def cut_for_names(text: str) -> tuple[list[str], list[int]]:
    """Split a text into tokens and the places where they start. Blanks but line breaks are left out."""
    parts = TOKENS.split(text)  # what is between, a blank, a token, and so on; without a match object for each
    return parts[2::3], list(accumulate(map(len, parts)))[1::3]
