"""What a chart of a frame must say beside its numbers."""

from __future__ import annotations

import pandas as pd

from analysis.errors import require, unknown
from analysis.estimates import FEWEST_DOCUMENTS, basis_of

# The two marks that the field goes by, attributed to Krippendorff (Content Analysis); a convention, not a test.
RELIABLE, TENTATIVE = 0.800, 0.667
HANGS_ON_ONE = 0.5  # of a frame's hits fall on one word: this project's choice, not a standard
FEWEST_HITS = 5  # below it, shares of hits say nothing: this project's choice
VALIDATED = "validated"  # how the status of a codebook begins whose scores were held against hand-coded texts


def stamp_frames(
    agreement_table: pd.DataFrame,
    leave_one_out_table: pd.DataFrame,
    codebook_status: str,
    statistic: str = "alpha_ranks",
) -> pd.DataFrame:
    """Write what is to be stamped on the charts of each frame.

    agreement_table: from `agreement`; of several pairs of methods the lowest alpha counts. leave_one_out_table: from
    `leave_one_word_out`. What is known to measure badly (`Basis.flags`) is taken from the first. codebook_status: the
    codebook's status; unless it begins with "validated", "not validated" is stamped. statistic: which row of the
    agreement counts, "alpha_ranks" or "alpha_codes". An alpha of under five documents says nothing: it is not known.
    Returns one row a frame of either table: frame, stamp (the warnings, joined by "; "; "" for none), hangs_on (the
    forms found of the word that holds half of the hits or more, else NA), share_of_hits (of
    the frame's most frequent word), alpha.
    Raises InputError: a statistic that is none of the two.
    """
    if statistic not in ("alpha_ranks", "alpha_codes"):
        raise unknown("statistic", statistic, ["alpha_ranks", "alpha_codes"])
    require(bool(codebook_status.strip()), "codebook_status is empty; give the codebook's status.")
    rows = agreement_table[agreement_table["statistic"] == statistic]
    enough = rows["documents"] >= FEWEST_DOCUMENTS if "documents" in rows else [True] * len(rows)
    alphas = rows[enough].groupby("frame", sort=False)["estimate"].min()
    words = leave_one_out_table.sort_values(["hits", "word"], ascending=[False, True], kind="stable")
    frames = dict.fromkeys([*leave_one_out_table["frame"], *rows["frame"]])
    flags = basis_of(agreement_table).flags
    table = [
        _stamp(frame, alphas.get(frame), words[words["frame"] == frame], codebook_status, _list_weak(flags, frame))
        for frame in frames
    ]
    stamped = pd.DataFrame(table, columns=["frame", "stamp", "hangs_on", "share_of_hits", "alpha"])
    return stamped.astype({"frame": "str", "stamp": "str", "hangs_on": "str", "share_of_hits": float, "alpha": float})


def _list_weak(flags: tuple[dict, ...], frame: str) -> list[str]:
    return [one["flag"].replace("weak", f"weak by {one['method']}", 1) for one in flags if one["frame"] == frame]


def _stamp(frame: str, alpha: float | None, words: pd.DataFrame, status: str, weak: list[str]) -> dict:
    share = words["share_of_hits"].iloc[0] if len(words) else None
    hits = int(words["hits"].sum())
    hangs = words["found"].iloc[0] if hits >= FEWEST_HITS and share >= HANGS_ON_ONE else None
    warnings = list(weak)
    if hangs:
        warnings.append(f"hangs on one word: {hangs} ({share:.0%} of hits)")
    elif hits < FEWEST_HITS:
        warnings.append("no words found" if not hits else f"words found {hits} time{'s' if hits > 1 else ''} only")
    if alpha is None or pd.isna(alpha):
        warnings.append("agreement of instruments not known")
    elif alpha < TENTATIVE:
        warnings.append(f"instruments disagree (alpha {_short(alpha)})")
    elif alpha < RELIABLE:
        warnings.append(f"instruments agree tentatively (alpha {_short(alpha)})")
    if not status.strip().lower().startswith(VALIDATED):
        warnings.append("not validated")
    return {"frame": frame, "stamp": "; ".join(warnings), "hangs_on": hangs, "share_of_hits": share, "alpha": alpha}


def _short(number: float) -> str:
    return f"{number:.2f}".replace("0.", ".", 1)
