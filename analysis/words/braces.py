"""Endings in braces: "polic{y,ies}" is written once for policy and policies."""

from __future__ import annotations

import re
from itertools import product
from math import prod

_BRACES = re.compile(r"\{([^{}]*)\}")
MOST_VARIANTS = 64
MOST_COUNTED = 10**9


def list_variants(text: str) -> list[str]:
    """List the words that a word with braces stands for, itself if it has none.

    Raises ValueError: braces that are not closed or nested, a comma outside them, more than 64 words.
    """
    pieces = _BRACES.split(text)
    if any(mark in "".join(pieces[::2]) for mark in "{},"):
        raise ValueError("braces must be closed and not nested, and a comma stands only in them")
    spelled_out = count_variants(text)  # before they are made: thirty braces would fill the memory
    if spelled_out > MOST_VARIANTS:
        raise ValueError(f"its braces spell out {spelled_out:,} words, more than {MOST_VARIANTS}")
    choices = [[piece] if place % 2 == 0 else piece.split(",") for place, piece in enumerate(pieces)]
    return ["".join(parts) for parts in product(*choices)]


def count_variants(text: str) -> int:
    """Count the words that a word with braces stands for, 1 if it has none, up to a thousand million."""
    return min(prod(inside.count(",") + 1 for inside in _BRACES.findall(text)), MOST_COUNTED) if "{" in text else 1
