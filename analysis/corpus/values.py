"""The values of filters as people write them: in any case, as yes and no, as tables and charts show them."""

from __future__ import annotations

import pandas as pd
from pandas.api.types import is_bool_dtype, is_datetime64_any_dtype, is_numeric_dtype

from analysis.corpus.filters import SEVERAL, is_missing
from analysis.tables import VOICE_LABELS

YES_NO = {"yes": True, "true": True, "no": False, "false": False}
NOT_KNOWN = ("not known", "unknown", "(not known)")  # how tables and charts show what is missing


def find_meant(documents: pd.DataFrame, name: str, value: object) -> object:
    """Find which values of a column are meant by a filter's value, or by a list of them; what is none stays as it is.

    A text stands for the one value that differs from it in capitals and blanks alone, yes and no for those of a column
    of them, "not known" for None; a value that is there as it is written is never taken for another.
    """
    if name not in documents or callable(value):
        return value
    if isinstance(value, SEVERAL):
        return [_find_one(documents[name], one) for one in value]
    return _find_one(documents[name], value)


def find_voice(value: object) -> object:
    """Find the voice that is meant by what tables and charts call it ("quoted speech"); other values stay."""
    return _VOICES.get(_fold(value), value) if isinstance(value, str) else value


def is_not_known(value: object) -> bool:
    """Say whether a value is None, or what tables and charts write in its place."""
    return is_missing(value) or (isinstance(value, str) and _fold(value) in NOT_KNOWN)


def _find_one(column: pd.Series, value: object) -> object:
    if not isinstance(value, str):
        return value
    if is_bool_dtype(column) or _holds_yes_no(column):
        return YES_NO.get(_fold(value), None if is_not_known(value) else value)
    if is_numeric_dtype(column) or is_datetime64_any_dtype(column):
        return None if is_not_known(value) else value
    there = [one for one in column.dropna().unique() if isinstance(one, str)]
    if value in there:
        return value
    alike = [one for one in there if _fold(one) == _fold(value)]
    if not alike and is_not_known(value):
        return None
    return alike[0] if len(alike) == 1 else value


def _holds_yes_no(column: pd.Series) -> bool:
    """Whether a column of mixed things holds yes and no alone, and what is not known."""
    return column.dtype == object and column.notna().any() and column.dropna().map(type).eq(bool).all()


def _fold(value: str) -> str:
    return " ".join(value.replace("’", "'").casefold().split())


_VOICES = {_fold(label): voice for voice, label in VOICE_LABELS.items()}
_VOICES |= {label.replace("outlet's", "outlets'"): voice for label, voice in _VOICES.items()}
_VOICES |= {f"the {label}": voice for label, voice in _VOICES.items()}
