"""Endings in braces: "polic{y,ies}" is written once for policy and policies."""

from __future__ import annotations

import re
from itertools import product

_BRACES = re.compile(r"\{([^{}]*)\}")
MOST_VARIANTS = 64


def list_variants(text: str) -> list[str]:
    """List the words that a word with braces stands for, itself if it has none.

    Raises ValueError: braces that are not closed or nested, a comma outside them, more than 64 words.
    """
    pieces = _BRACES.split(text)
    if any(mark in "".join(pieces[::2]) for mark in "{},"):
        raise ValueError("braces must be closed and not nested, and a comma stands only in them")
    choices = [[piece] if place % 2 == 0 else piece.split(",") for place, piece in enumerate(pieces)]
    spelled = ["".join(parts) for parts in product(*choices)]
    if len(spelled) > MOST_VARIANTS:
        raise ValueError(f"its braces spell out {len(spelled)} words, more than {MOST_VARIANTS}")
    return spelled
