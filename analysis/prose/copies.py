"""What is said of copies in words, computed from their tables."""

from __future__ import annotations

import pandas as pd

from analysis.estimates.basis import basis_of
from analysis.prose.phrases import figure, join, join_some, number, strong, verb_for

SMALLEST = 0.005  # of a difference that is worth a word
SHARES = ("frame", "label", "topic")  # of these shares are compared
KIND_NAMES = {
    "exact": "word for word",
    "near": "edited, shortened or with a head and foot of its own",
    "contains": "one text within another",
}


def tell_copying(copies: pd.DataFrame, documents: pd.DataFrame, flows: pd.DataFrame) -> str:
    """Say how many documents are copies, of what kind, who copies whom most, and what it means for counts.

    copies: from find_copies; documents: those it was given; flows: from tabulate_copying.
    """
    compared = f"{number(len(documents), 'document')}{_tell_left_out(copies)}"
    if copies.empty:
        return f"Of {compared} none is a copy of another, as far as their words tell."
    kinds = copies["kind"].value_counts()
    said = [f"{int(kinds[kind]):,} {name}" for kind, name in KIND_NAMES.items() if kind in kinds]
    originals = copies["copy_of"].nunique()
    head = f"**{number(len(copies), 'copy', 'copies')} of {number(originals, 'text')}** among {compared}: {join(said)}."
    rest = [_tell_largest(copies), _tell_flows(flows)]
    meaning = (
        "A text carried often counts often: set each against its original alone (`first`), or let all that say the "
        "same count once together (`weight`), where one voice should be heard once."
    )
    return " ".join(part for part in (head, *rest, meaning) if part)


def tell_with_and_without(both: pd.DataFrame, by: str) -> str:
    """Say what changes most if each text counts once.

    both: from `Corpus.compare_copies` by one column.
    """
    if both.empty:
        return "No document is a copy of another: every text counts once as it is."
    row = both.iloc[0]
    if abs(row["difference"]) < SMALLEST:
        least = "half a percentage point" if by in SHARES else SMALLEST
        return f"Counting each text once changes none of these figures by {least} or more."
    keep, first, weight = (
        f"{row[way]:.1%}" if by in SHARES else figure(row[way], digits=3) for way in ("keep", "first", "weight")
    )
    return (
        f"Counting each text once changes {strong(row[by])} most: {keep} with all copies, {first} with the first of "
        f"each, {weight} with each weighed by 1 over its copies."
    )


def _tell_left_out(copies: pd.DataFrame) -> str:
    reasons = [f"{left['count']:,} {left['reason']}" for left in basis_of(copies).left_out]
    return f" ({join(reasons)} not compared)" if reasons else ""


def _tell_largest(copies: pd.DataFrame) -> str:
    """Say which original has most copies, if one has more than the others."""
    sizes = copies["copy_of"].value_counts()
    first = sizes[sizes == sizes.max()]
    if sizes.max() == 1:
        return ""
    if len(first) > 1:
        return f"{number(len(first), 'original')} have {int(sizes.max()):,} copies each, and none has more."
    return f"Most has {strong(first.index[0])}: {int(sizes.max()):,}."


def _tell_flows(flows: pd.DataFrame) -> str:
    """Say who copies whom most, what repeats an outlet's own texts, and of how many copies the outlet is not known."""
    others = flows[flows["source"] != flows["copier"]]
    parts = []
    if len(others):
        named = [
            f"{strong(row.copier)} has {int(row.copies):,} from {strong(row.source)}"
            for row in others.head(3).itertuples()
        ]
        pairs = number(len(others), "pair of outlets", "pairs of outlets")
        carried = int(others["copies"].sum())
        parts.append(f"Between {pairs} {carried:,} {verb_for(carried, 'was', 'were')} carried: {join_some(named, 3)}.")
        parts += _tell_source(others)
    own = int(flows["copies"].sum() - others["copies"].sum())
    if own:
        parts.append(f"{number(own, 'copy repeats', 'copies repeat')} an outlet's own text.")
    unknown = sum(left["count"] for left in basis_of(flows).left_out)
    if unknown:
        parts.append(f"Of {number(unknown, 'copy', 'copies')} an outlet is not known.")
    return " ".join(parts)


def _tell_source(others: pd.DataFrame) -> list[str]:
    """Say whose texts are taken most, if several outlets take them."""
    taken = others.groupby("source").agg(copies=("copies", "sum"), copiers=("copier", "nunique"))
    first = taken[taken["copies"] == taken["copies"].max()]
    if len(first) > 1 or first["copiers"].iloc[0] == 1:
        return []
    row = first.iloc[0]
    return [f"Most is taken from {strong(first.index[0])}: {int(row['copies']):,} by {int(row['copiers']):,} outlets."]
