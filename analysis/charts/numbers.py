"""Numbers as people write them: shares as percentages, whole numbers whole, no minus before a zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from analysis.masked import shorten_text
from analysis.rounding import count_decimals
from analysis.tables import VOICE_LABELS

SHARES = ("share", "coverage", "similarity")  # columns that hold shares (0 to 1), by the first or last part of a name
CHANCES = ("p", "q")
MOST_HEADER = 80  # letters
HEADERS = {
    "doc_id": "document", "sentence_id": "sentence", "source": "file", "source_start": "from character",
    "source_end": "to character", "per_1000": "per 1,000 words", "per_1000_rest": "per 1,000 words of the rest",
    "dp": "dispersion", "dp_rest": "dispersion in the rest", "q": "q (p corrected)", "copy_of": "copy of",
    "g2": "G²", "chi2": "χ²", "n": "n",
}  # fmt: skip
VOICES = ("voice", "group", "against", "word_of")  # columns that can hold voices
NAMED = ("frame", "other")  # columns whose values are names of a codebook where no label was put for them


def is_share(name: object) -> bool:
    """Whether a column's name says that it holds shares."""
    parts = str(name).split("_")
    return parts[0] in SHARES or parts[-1] in SHARES


def header_of(name: object) -> str:
    """Write a column's name to be read."""
    return HEADERS.get(str(name), shorten_text(str(name).replace("_", " "), MOST_HEADER))


def label_of(value: object, column: object) -> str:
    """Write a value to be read: yes and no, voices by their labels, a codebook's names without underscores."""
    text = str(value)
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if column in VOICES:
        return VOICE_LABELS.get(text, text)
    if column in NAMED and text.isascii() and text.islower() and text.replace("_", "").isalpha():
        return text.replace("_", " ").capitalize()
    return text


def tell_period(start: pd.Timestamp, period: str) -> str:
    """Write a period that begins on a day: "2018", "2018 Q1", "2018-01"; days and weeks by their first day."""
    if period == "quarter":
        return f"{start.year} Q{start.quarter}"
    return f"{start:{ {'year': '%Y', 'month': '%Y-%m'}.get(period, '%Y-%m-%d') }}"


def percentage_of(share: float) -> str:
    """Write a share as a percentage with one decimal, none if it has none: "10.8%", "2%"."""
    return f"{_signed(100 * share, 1).removesuffix('.0')}%"


def figures_of(value: float) -> str:
    """Write one number by itself, to three figures."""
    return _signed(value, _decimals([value]))


def tell_numbers(values: Iterable[object], percent: bool = False, chance: bool = False) -> list[str]:
    """Write a column of numbers, all with as many decimals, so that they stand under one another; "" where missing.

    One that would read as zero and is not has more. chance: p or q, of which a small one is "<0.001", not zero.
    """
    known = [np.nan if pd.isna(value) else float(value) for value in values]
    known = [100 * value for value in known] if percent else known
    finite = [value for value in known if np.isfinite(value)]
    decimals = (0 if all(round(value, 1) == round(value) for value in finite) else 1) if percent else _decimals(finite)
    written = [_signed(value, decimals) if np.isfinite(value) else "" for value in known]
    if chance and decimals:
        least = 10.0**-decimals
        written = [f"<{least:g}" if 0 < value < least / 2 else text for value, text in zip(known, written, strict=True)]
    return [f"{text}%" if percent and text else text for text in written]


def _decimals(values: Iterable[float]) -> int:
    """Decimals that show three figures of the largest, none of whole numbers."""
    values = [abs(value) for value in values if np.isfinite(value)]
    if all(value == round(value) for value in values):
        return 0
    largest = max(values)
    return 0 if largest >= 1000 else 1 if largest >= 100 else 2 if largest >= 1 else 3


def _signed(value: float, decimals: int) -> str:
    text = f"{value:,.{count_decimals(value, decimals)}f}"
    return text.removeprefix("-") if not text.strip("-0.,") else text.replace("-", "−")


def said_of(row: Mapping[str, object], column: str, percent: bool) -> str:
    """Write a row's number with its interval: "10.8% [8.1, 13.9]"."""
    value = row.get(column)
    if value is None or pd.isna(value):
        return ""
    write = percentage_of if percent else figures_of
    ends = [row.get(end) for end in ("low", "high")]
    if any(end is None or pd.isna(end) for end in ends):
        return write(float(value))
    low, high = (write(float(end)).removesuffix("%") for end in ends)
    return f"{write(float(value))} [{low}, {high}]"
