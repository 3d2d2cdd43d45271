"""Cells to values: what a column of a table holds, and its cells as numbers, yes and no, or texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import numpy as np
import pandas as pd

from analysis.texts.readers.tables.markup import has_markup

MISSING = {"", "NA", "N/A", "#N/A", "n/a", "nan", "NaN", "NULL", "null", "None", "none", "<NA>", "NaT", r"\N"}
LONGEST_MISSING = max(map(len, MISSING))
TRUE = {"true", "wahr", "vrai", "verdadero", "истина"}  # as Excel and programs write them, in the five languages
FALSE = {"false", "falsch", "faux", "falso", "ложь"}
YES = TRUE | {"yes", "y", "1", "да", "ja", "oui", "sí", "si"}
NO = FALSE | {"no", "n", "0", "нет", "nein", "non"}
MARKED = 2_000  # characters of a cell that are looked at for HTML
FIRST = 30  # filled cells of a column by which dates are known that no name tells
_WHOLE = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,17})")
_POINT = re.compile(
    r"[+-]?(?:0|[1-9][0-9]*)?\.[0-9]+(?:[eE][+-]?[0-9]{1,3})?|[+-]?[1-9][0-9]*(?:\.0*)?[eE][+-]?[0-9]{1,3}"
)
_COMMA = re.compile(r"[+-]?(?:0|[1-9][0-9]*),[0-9]+")
_THREES = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_THREES_POINT = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)")
_STOPS_COMMA = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:[. \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?")
_GROUPED = re.compile("[0-9]{1,3}(?:[ ,.'\u00a0\u202f][0-9]{3})+")
_BEGIN_NUMBERS = frozenset("+-.0123456789")
_LONE = re.compile("[\ud800-\udfff]")  # half of a character of UTF-16, which JSON can write and no text can hold
_SHORT = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?([kmтк]|тыс\.?|млн\.?)", re.IGNORECASE)
THOUSANDS = {"k": 1e3, "т": 1e3, "к": 1e3, "тыс": 1e3, "m": 1e6, "млн": 1e6}
LANGUAGES = {
    "en": "english eng английский englisch anglais inglés ingles en",
    "ru": "russian rus русский russisch russe ruso ru",
    "de": "german deu ger немецкий deutsch allemand alemán aleman de",
    "fr": "french fra fre французский französisch français francais francés frances fr",
    "es": "spanish spa испанский spanisch espagnol español espanol castellano es",
    "uk": "ukrainian ukr украинский українська ukrainisch ukrainien ucraniano uk",
    "kk": "kazakh kaz казахский қазақ kasachisch kazakh kazajo kk",
}
LANGUAGE_CODES = {name: code for code, names in LANGUAGES.items() for name in names.split()}


def plain_value(value: object) -> object:
    """A cell as a plain value of Python: NumPy's and pandas' values as Python's, what is missing as None.

    Halves of characters become U+FFFD (see `has_halves`).
    """
    if isinstance(value, str):
        stripped = value.strip()
        return None if len(stripped) <= LONGEST_MISSING and stripped in MISSING else strip_halves(value)
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, np.generic):
        value = value.item() if value.dtype.kind not in "mM" else pd.Timestamp(value)
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return None
    if isinstance(value, float | Decimal) and abs(value) < 1e15 and value == int(value):
        return int(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value


def has_halves(text: str) -> bool:
    """Whether a text holds half of a character (a surrogate alone), with which no file can be written."""
    if text.isascii():
        return False
    try:
        text.encode("utf-16-le")  # an eighth of the time in which an expression looks for one
    except UnicodeEncodeError:
        return True
    return False


def strip_halves(text: str) -> str:
    """A text with U+FFFD for each half of a character."""
    return _LONE.sub("\ufffd", text) if has_halves(text) else text


def kind_of_cell(value: object) -> str:
    """What a filled cell holds: whole, point, comma, threes (1,234: either), stops (1.234,5), yes_no, time or text."""
    if not isinstance(value, str):
        if isinstance(value, bool):
            return "yes_no"
        if isinstance(value, int):
            return "whole" if abs(value) < 2**63 else "text"
        if isinstance(value, float):
            return "point"
        if isinstance(value, datetime | date | time | timedelta):
            return "time"
    text = str(value).strip()
    if len(text) > 40:
        return "text"
    if text[:1] not in _BEGIN_NUMBERS:
        folded = text.casefold()
        return "yes_no" if folded in TRUE or folded in FALSE else "text"
    forms = (("whole", _WHOLE), ("point", _POINT), ("threes", _THREES), ("comma", _COMMA), ("thousands", _THREES_POINT),
             ("stops", _STOPS_COMMA))  # fmt: skip
    return next((name for name, form in forms if form.fullmatch(text)), "text")


@dataclass
class ColumnSketch:
    """What is known of a column once all its rows were seen: cells filled, of each kind, and what texts it holds."""

    name: str
    filled: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    characters: int = 0
    longest: int = 0
    worded: int = 0  # cells of four words or more
    addresses: int = 0
    marked: int = 0  # cells of HTML
    first: list[object] = field(default_factory=list)  # its first filled cells

    def add(self, value: object) -> None:
        """Count one filled cell."""
        self.filled += 1
        if self.filled <= FIRST:
            self.first.append(value[:100] if isinstance(value, str) else value)
        kind = kind_of_cell(value)
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        if kind == "text":
            text = value if isinstance(value, str) else str(value)
            self.characters += len(text)
            if len(text) > self.longest:
                self.longest = len(text)
            self.worded += len(text.split(None, 4)) >= 4
            self.marked += has_markup(text[:MARKED])
            self.addresses += text.startswith(("http://", "https://", "www."))

    @property
    def mean(self) -> float:
        """Characters of a filled cell, on average."""
        return self.characters / max(self.filled, 1)

    @property
    def has_texts(self) -> bool:
        """Whether most of its filled cells are texts of several words, and no addresses."""
        return self.worded > 0.5 * self.filled and self.addresses < 0.5 * self.filled

    @property
    def kind(self) -> str:
        """What all its filled cells are: whole, number, comma, yes_no, or text where they differ."""
        kinds = set(self.kinds)
        if not kinds or kinds == {"text"}:
            return "text"
        if kinds <= {"whole"}:
            return "whole"
        if len(kinds) == 1 and kinds <= {"yes_no", "time"}:
            return kinds.pop()
        if kinds <= {"whole", "point"} or (kinds <= {"whole", "point", "threes", "thousands"} and "thousands" in kinds):
            return "number"
        if kinds <= {"whole", "comma", "threes", "stops"} and kinds & {"comma", "stops"}:
            return "comma"
        return "text"

    @property
    def is_doubtful(self) -> bool:
        """Whether its commas could be of thousands or decimal: 1,234 and nothing that says which."""
        return "threes" in self.kinds and self.kinds.keys() <= {"whole", "threes"}


def parse_own_cell(value: object, kind: str) -> object:
    """Parse a filled cell as what its column holds."""
    if not isinstance(value, str):
        return str(value) if kind == "text" else value
    text = value.strip()
    if kind == "whole":
        return int(text)
    if kind == "number":
        return float(text.replace(",", ""))
    if kind == "comma":
        return float(re.sub(r"[.\s]", "", text).replace(",", "."))
    return text.casefold() in TRUE if kind == "yes_no" else value


def parse_yes_no(value: object) -> bool | None:
    """Parse yes or no, in any of the five languages; None if it is neither."""
    if isinstance(value, bool):
        return value
    text = str(value).strip().casefold()
    return True if text in YES else False if text in NO else None


def parse_language(text: str) -> str:
    """Parse a language's name or code ("Deutsch", "en-GB") into its code; an unknown one stays, in small letters."""
    small = text.casefold()
    return LANGUAGE_CODES.get(small, LANGUAGE_CODES.get(re.split("[-_]", small)[0], small))


def parse_count(value: object) -> int | None:
    """Parse a number of views as channels write it (1204, 1.2K, 3,4 тыс.); None if it is none."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return int(value)
    text = str(value).strip()
    if found := _SHORT.fullmatch(text):
        return round(float(found[1].replace(",", ".")) * THOUSANDS[found[2].casefold().rstrip(".")])
    if re.fullmatch(r"[0-9]{1,15}(?:\.0*)?", text):
        return int(float(text))
    return int(re.sub("[^0-9]", "", text)) if _GROUPED.fullmatch(text) else None


def tell_count(number: int, noun: str) -> str:
    """Tell a number of things: "1 row", "2,000 rows"."""
    return f"{number:,} {noun}{'s' * (number != 1)}"
