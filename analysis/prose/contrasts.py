"""What contrasts of vocabulary say, in sentences."""

from __future__ import annotations

import pandas as pd

from analysis.prose.phrases import join, number

NAMED = 5
FAR = 2  # times its rank at which a term has moved far under another prior


def read_contrast(contrast: pd.DataFrame, picked: pd.DataFrame, labels: dict[str, str] | None = None) -> str:
    """Name each group's surest terms, and say how many were tested and how many may be chance."""
    small = contrast.attrs.get("small", {})
    listed = [f"{(labels or {}).get(name, name)} ({size})" for name, size in list(small.items())[:NAMED]]
    listed += [f"{len(small) - NAMED} more"] if len(small) > NAMED else []
    left_out = f" Left out, with fewer than five documents: {join(listed)}." if small else ""
    if contrast.empty:
        return f"There are not two groups of five documents or more to compare here.{left_out}"
    sure = picked[picked["sure"]]
    tested = int(contrast["q"].notna().sum())
    parts = [
        _group(sure[sure["group"] == group], str((labels or {}).get(group, group)))
        for group in picked["group"].unique()
    ]
    text = " ".join(part for part in parts if part)
    if not text:
        text = (
            f"No term is surely one group's: of {number(tested, 'test')} none passes a false discovery rate of 5%. "
            "The terms shown are those that differ most in these texts, perhaps by chance."
        )
    else:
        total = int(contrast["word_of"].notna().sum())
        text += f" In all {number(total, 'term')} of {number(tested, 'test')} pass a false discovery rate of 5%."
    return text + left_out


def read_prior(picked: pd.DataFrame) -> str:
    """Say how far the order of terms hangs on the strength of the prior."""
    if picked.empty:
        return ""
    limit = picked.groupby("group")["rank"].transform("max") * FAR
    moved = picked[(picked[["rank_weak_prior", "rank_strong_prior"]].max(axis=1)) > limit]
    if moved.empty:
        return "With a prior a tenth or ten times as strong, the same terms stay at the top."
    return (
        f"The order hangs on the prior for {len(moved)} of the {len(picked)} terms "
        f"({join([f'*{term}*' for term in moved['shown'].head(NAMED)])}{' and others' if len(moved) > NAMED else ''}): "
        "with a prior a tenth or ten times as strong they fall out of the first places."
    )


def _group(sure: pd.DataFrame, name: str) -> str:
    """Name one group's surest terms with how often it uses them."""
    if sure.empty:
        return ""
    words = [
        f"*{row.shown}* ({row.per_1000:.2g} against {row.per_1000_rest:.2g} in 1,000 words)"
        for row in sure.head(NAMED).itertuples()
    ]
    return f"**{name}**: {join(words)}."
