"""Which of several like texts is called the original: the order in which documents are taken for one."""

from __future__ import annotations

import re
import zlib

import numpy as np
import pandas as pd

from analysis.errors import InputError

_OPENING = 160  # characters in which a dateline ends
# "KABUL, Afghanistan (AP) — ...", "МОСКВА, 3 мар — РИА Новости.": a place in capitals, and a dash
_DATELINE = re.compile(r"\W*[^\W\d_]{2}[^\n]{0,80}?\s?[-–—]\s*[^\n]{0,40}")
_CREDIT = re.compile(r"\([^()\n]{2,40}\)\s*[-–—]")
AGENCY, CREDITED, OTHER = 0, 1, 2
HEAD_START = 2  # days by which an agency's text is taken for older than it says


def rank_originals(documents: pd.DataFrame, lengths: np.ndarray) -> np.ndarray:
    """Rank documents: the places of the table's rows, the first to be called an original before the others.

    The earlier day comes first and undated documents last; of one day, the outlet that its own dateline names, then a
    text with a credit in its dateline; then the earlier hour, the longer text, and the one that stands first in the
    table. What an agency publishes counts as two days older than it says: papers in other zones carry it "before".
    Raises InputError: a date that cannot be read.
    """
    return rank_origins(list_origins(documents, lengths))


def list_origins(documents: pd.DataFrame, lengths: np.ndarray) -> pd.DataFrame:
    """List what ranks documents as originals, in a part of a corpus.

    documents: text; outlet, published where known; lengths: characters of each text.
    Returns one row a document: published, credit (0: its dateline names its own outlet, 1: another's credit, 2: no
    credit), length, opening (a number that texts share which begin alike). Raises InputError as `rank_originals`.
    """
    openings = _openings_of(documents["text"])
    return pd.DataFrame(
        {
            "published": dates_of(documents),
            "credit": _rank_credits(documents, openings),
            "length": lengths,
            "opening": [zlib.crc32(opening.encode("utf-8", "surrogatepass")) for opening in openings],
        }
    ).astype({"opening": "int64"})


def rank_origins(origins: pd.DataFrame) -> np.ndarray:
    """Rank documents by what `list_origins` says of them: the places of its rows, see `rank_originals`."""
    published = origins["published"]
    head_start = pd.to_timedelta(np.where(origins["credit"] == AGENCY, HEAD_START, 0), unit="D")
    keys = pd.DataFrame(
        {
            "undated": published.isna(),
            "day": (published.dt.normalize() - head_start).astype("int64"),
            "credit": origins["credit"],
            "hour": published.astype("int64"),
            "length": -origins["length"],
            "opening": origins["opening"],  # what nothing else ranks: its order in the table decides nothing
        }
    ).reset_index(drop=True)
    return keys.sort_values(list(keys), kind="stable").index.to_numpy()


def dates_of(documents: pd.DataFrame) -> pd.Series:
    """Read the documents' dates: datetime64, without a zone; NaT where there is none, or no such column."""
    if "published" not in documents:
        return pd.Series(pd.NaT, index=range(len(documents)), dtype="datetime64[us]")
    given = documents["published"].reset_index(drop=True)
    read = pd.to_datetime(given, errors="coerce", utc=True, format="ISO8601")
    odd = given[read.isna() & given.notna()]
    if len(odd):
        raise InputError(
            f"documents.published holds {odd.iloc[0]!r}, which is no date in ISO form ({len(odd):,} such): "
            "give datetime64, or write 2020-01-31, and leave unknown dates missing (NA)."
        )
    return read.dt.tz_localize(None).astype("datetime64[us]")


def _openings_of(texts: pd.Series) -> list[str]:
    cut = texts.str[:_OPENING] if isinstance(texts.dtype, pd.StringDtype) else texts
    return [text[:_OPENING] if isinstance(text, str) else "" for text in cut]


def _rank_credits(documents: pd.DataFrame, openings: list[str]) -> np.ndarray:
    """Say of each document whether its dateline names its own outlet (0), another's credit (1) or nobody (2)."""
    outlets = documents["outlet"] if "outlet" in documents else [pd.NA] * len(documents)
    return np.array([_credit_of(text, name) for text, name in zip(openings, outlets, strict=True)], dtype=np.int64)


def _credit_of(opening: str, outlet: object) -> int:
    if not opening.lstrip()[:2].isupper():
        return OTHER
    dateline = _DATELINE.match(opening)
    if not dateline:
        return OTHER
    if isinstance(outlet, str) and len(outlet) > 1 and outlet.casefold() in dateline[0].casefold():
        return AGENCY
    return CREDITED if _CREDIT.search(dateline[0]) else OTHER
