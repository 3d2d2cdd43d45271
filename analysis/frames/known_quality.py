"""What is known of each instrument: how well it tells texts with a frame from others, by hand codes.

known_quality.csv: one row a codebook, frame and method: auc (area under the ROC curve, .5 is a coin, 1 without error),
texts, yes (how many carry the frame by the coders), source. The figures are those of docs/frames.md, measured with
`tools/bench_frames.py codebook` on articles that had no part in the codebook; the texts are not shipped.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd

from analysis.frames.codebooks import Codebook, list_codebooks, load_codebook

WEAK = 0.65  # an area under it is little better than a coin: this project's choice
NOT_MEASURED = "not measured"
PATH = Path(__file__).with_name("known_quality.csv")


@cache
def load_known_quality() -> pd.DataFrame:
    """Load what is known: codebook, frame, method, auc, texts, yes, source."""
    return pd.read_csv(PATH, encoding="utf-8")


def tabulate_quality(codebook: str | Path | Codebook, methods: tuple[str, ...] = ("words", "meaning")) -> pd.DataFrame:
    """Set out what is known of a codebook's frames by each method.

    Returns one row a frame and method: frame, label, method, auc, texts, yes, source (NA where nothing is known: for a
    codebook of one's own, or one whose file is not the shipped one), flag ("weak: AUC .57 on hand codes", "" from an
    area of .65 on, "not measured" where nothing is known).
    """
    book = load_codebook(codebook)
    pairs = [(frame, label, method) for frame, label in book.labels.items() for method in methods]
    asked = pd.DataFrame(pairs, columns=["frame", "label", "method"])
    known = load_known_quality()
    shipped = book.name in list_codebooks() and load_codebook(book.name).sha256 == book.sha256
    known = known[known["codebook"] == (book.name if shipped else "")].drop(columns="codebook")
    table = asked.merge(known, on=["frame", "method"], how="left")
    return table.assign(flag=table["auc"].map(_flag, na_action=None))


def list_flags(codebook: str | Path | Codebook) -> list[dict[str, str]]:
    """List the weak ones, as a table's basis keeps them: frame, label, method, flag."""
    table = tabulate_quality(codebook)
    return table.loc[table["auc"] < WEAK, ["frame", "label", "method", "flag"]].to_dict("records")


def _flag(auc: float) -> str:
    if pd.isna(auc):
        return NOT_MEASURED
    return f"weak: AUC {auc:.2f} on hand codes".replace(" 0.", " .") if auc < WEAK else ""
