"""The tables that pass through the package: their columns, in one place, and the check of them.

Missing values are NA (never ""). Offsets count characters (code points), end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.errors import InputError
from analysis.formulas import mask_formula, strip_formula_mark
from analysis.given import error_for_columns, error_for_table

TEXT, WHOLE, MAYBE_WHOLE, NUMBER, YES_NO, TIME = "str", "int64", "Int64", "float64", "boolean", "datetime64[us]"

COLUMNS: dict[str, dict[str, str]] = {
    # one row a page of a file as read: format as in readers.formats, encoding as detected, number of its row or message
    "pages": {"source": TEXT, "format": TEXT, "text": TEXT, "encoding": TEXT, "bytes": WHOLE, "number": TEXT},
    # one row a file, or a part of one, that was not read, and why
    "refused": {"source": TEXT, "reason": TEXT, "bytes": WHOLE},
    "documents": {
        "doc_id": TEXT, "source": TEXT, "kind": TEXT, "title": TEXT, "text": TEXT, "outlet": TEXT,
        "country": TEXT, "language": TEXT, "translated": YES_NO, "published": TIME,
        "published_from": TEXT, "forwarded_from": TEXT, "words": WHOLE, "published_precision": TEXT,
        "copy_of": TEXT, "copy_kind": TEXT, "copy_similarity": NUMBER,
    },
    # decoded: the text has other characters there than the file (& for &amp;), and perhaps another number of them
    "spans": {
        "doc_id": TEXT, "start": WHOLE, "end": WHOLE, "source": TEXT, "source_start": WHOLE, "source_end": WHOLE,
        "decoded": YES_NO,
    },
    "removed": {"source": TEXT, "start": WHOLE, "end": WHOLE, "reason": TEXT, "text": TEXT},
    # quoted: share of the sentence's characters that is somebody's speech, 0 to 1; language: its document's
    "sentences": {
        "sentence_id": TEXT, "doc_id": TEXT, "paragraph": WHOLE, "start": WHOLE, "end": WHOLE, "text": TEXT,
        "voice": TEXT, "speaker": TEXT, "speaker_id": TEXT, "quoted": NUMBER, "language": TEXT,
    },
    "quotes": {
        "doc_id": TEXT, "start": WHOLE, "end": WHOLE, "text": TEXT, "kind": TEXT, "speaker": TEXT,
        "speaker_id": TEXT, "speaker_start": MAYBE_WHOLE, "speaker_end": MAYBE_WHOLE, "cue": TEXT,
    },
    # an actor named in a sentence: kind is person, organisation or country
    "mentions": {
        "sentence_id": TEXT, "doc_id": TEXT, "start": WHOLE, "end": WHOLE, "text": TEXT, "actor_id": TEXT,
        "actor": TEXT, "kind": TEXT,
    },
}  # fmt: skip

COPY_WEIGHT = "copy_weight"  # a further column of documents: what each counts in estimates, where copies are weighed

VOICE_LABELS = {"outlet": "outlet's own words", "speaker": "quoted speech", "forwarded": "forwarded posts"}  # to read

CHOICES = {
    ("documents", "kind"): ("article", "post"),
    ("documents", "published_from"): ("sources", "file", "text", "page"),
    ("documents", "published_precision"): ("time", "day", "month", "year"),
    ("documents", "copy_kind"): ("exact", "near", "contains"),
    ("sentences", "voice"): ("outlet", "speaker", "forwarded"),
    ("quotes", "kind"): ("direct", "indirect", "turn"),
}


def labels_of(*columns: str | None) -> Mapping[str, str]:
    """Names to read for the values of a column that has some: voices; none for others."""
    return VOICE_LABELS if "voice" in columns else {}


def make_table(name: str, rows: object = ()) -> pd.DataFrame:
    """Build a table of the given name from records or columns, each column of its own type.

    rows: a list of dicts, a dict of columns or a DataFrame; columns not given are NA,
    columns that the table does not have come after its own. Raises InputError as `check_table`.
    """
    columns = COLUMNS[name]
    table = pd.DataFrame(rows if not isinstance(rows, tuple) or rows else {column: [] for column in columns})
    for column in columns:
        if column not in table:
            table[column] = float("nan") if columns[column] == NUMBER else pd.NA
    table = table[[*columns, *(column for column in table if column not in columns)]]
    return check_table(table.astype(columns), name)


def check_table(table: pd.DataFrame, name: str, columns: tuple[str, ...] | None = None) -> pd.DataFrame:
    """Return the table unchanged if it holds the named table's columns and allowed values.

    columns: only these are asked for (for example doc_id and text), all by default.
    Raises InputError: missing columns, a repeated identifier, a value outside its choices,
    an empty string where NA belongs.
    """
    wanted = list(columns or COLUMNS[name])
    if not isinstance(table, pd.DataFrame):
        raise error_for_table(table, name, wanted)
    missing = [column for column in wanted if column not in table]
    if missing:
        raise error_for_columns(table, name, missing)
    key = {"documents": "doc_id", "sentences": "sentence_id"}.get(name)
    if key in wanted and table[key].duplicated().any():
        raise InputError(f"{name}.{key} repeats: {table.loc[table[key].duplicated(), key].unique()[:5].tolist()}.")
    for column in wanted:
        check_characters(table[column], f"{name}.{column}")
        choices = CHOICES.get((name, column))
        if choices and not table[column].dropna().isin(choices).all():
            odd = sorted(set(table[column].dropna()) - set(choices))
            raise InputError(f"{name}.{column} holds {odd}, not one of {list(choices)}.")
        if COLUMNS[name].get(column) == TEXT and column != "text" and table[column].eq("").any():
            raise InputError(f'{name}.{column} holds "" where NA belongs.')
    return table


def check_characters(values: pd.Series, name: str) -> None:
    """Raise InputError if a text holds half of a character (a lone surrogate), which no table of texts can hold."""
    if values.dtype != object:
        return
    torn = [place for place, value in enumerate(values) if isinstance(value, str) and not is_whole(value)]
    if torn:
        raise InputError(
            f"{name} holds half of a character (a lone surrogate) in {len(torn)} of {len(values)} rows, first in row "
            f"{torn[0]}: texts.str.encode('utf-8', 'replace').str.decode('utf-8') puts ? for each."
        )


def is_whole(text: str) -> bool:
    """Whether every character of a text is one: no surrogate stands alone."""
    try:
        return text.isascii() or bool(text.encode("utf-8")) or not text
    except UnicodeEncodeError:
        return False


def mask_table(table: pd.DataFrame) -> pd.DataFrame:
    """Mask the formulas in all columns of texts and in their names, for a CSV; numbers stay numbers."""
    safe = table.rename(columns=lambda name: mask_formula(name) if isinstance(name, str) else name)
    for place, kind in enumerate(table.dtypes):
        if pd.api.types.is_string_dtype(kind) or isinstance(kind, pd.CategoricalDtype):
            safe.isetitem(place, mask_formulas(table.iloc[:, place].astype(object)))
    return safe


def mask_formulas(texts: pd.Series) -> pd.Series:
    """Put an apostrophe before texts that a spreadsheet would take for formulas, and before those that have one."""
    return texts.map(mask_formula)


def strip_formula_marks(texts: pd.Series) -> pd.Series:
    """Take the apostrophe of `mask_formulas` away again."""
    return texts.map(strip_formula_mark, na_action="ignore")
