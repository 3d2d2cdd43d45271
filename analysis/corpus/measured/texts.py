"""What a measure asks of a corpus: its tables, and the ways from a number to its sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pandas as pd


class Texts(Protocol):
    """A corpus, as far as measures need it."""

    documents: pd.DataFrame
    sentences: pd.DataFrame
    quotes: pd.DataFrame
    mentions: pd.DataFrame
    further: list[str]
    with_documents: Callable[[pd.DataFrame], pd.DataFrame]
    evidence: Callable[..., pd.DataFrame]
    locate: Callable[[pd.DataFrame], pd.DataFrame]
    compare_copies: Callable[..., pd.DataFrame]
