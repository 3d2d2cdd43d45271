"""What contrasts of vocabulary say, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import pandas as pd

from analysis.estimates import basis_of
from analysis.findings import Finding
from analysis.prose.found import COUNT, MAIN, SECOND, limit_of, limits_of_size, make_finding
from analysis.prose.languages import caution_languages as caution_languages
from analysis.prose.phrases import join_some, number, plain_name, strong, verb_for
from analysis.tables import labels_of

NAMED = 5  # terms of a group, and groups
FOUND = 3  # terms named in a finding
FAR = 2  # times its rank at which a term has moved far under another prior


class ComparedGroups(Protocol):
    """What `compare_by` returns, by what is told of it: prose imports no measure."""

    by: str
    terms: pd.DataFrame


def tell_findings(*contrasts: ComparedGroups) -> list[Finding]:
    """Say how many terms set groups apart, name the surest, and say what limits it; contrasts: from compare_by."""
    told = sorted(contrasts, key=lambda contrast: int(contrast.terms["word_of"].notna().sum()) == 0)  # findings first
    found = []
    for place, contrast in enumerate(told):
        terms, by = contrast.terms, contrast.by
        sure, tested = int(terms["word_of"].notna().sum()), int(terms["q"].notna().sum()) if len(terms) else 0
        said = {"measure": "terms that set groups apart", "estimate": float(sure), "n": tested, "unit": "tests"}
        weight = COUNT if not sure else SECOND if place else MAIN
        text = f"By {by}: {_found(terms, by)}."
        chart = "" if terms.empty else f"contrast-by-{by}"  # none is drawn of nothing
        found.append(make_finding(f"terms-by-{by}", text, terms, **said, group=by, chart=chart, weight=weight))
    limit = "Texts on other subjects use other words: a term may tell what a group writes about, not how."
    chart = "" if told[0].terms.empty else f"contrast-by-{told[0].by}"
    documents = max(basis_of(contrast.terms).corpus for contrast in contrasts)
    return [*found, limit_of("subject", limit, chart=chart), *limits_of_size(documents)]


def _found(contrast: pd.DataFrame, by: str) -> str:
    """Say of one contrast how many tests pass, and which terms lead."""
    if contrast.empty:
        few = contrast.attrs.get("small", {})
        left = f"; {number(len(few), by)} left out with fewer than five documents" if few else ""
        return f"there are not two {by}s {'of five documents or more ' if few else ''}to compare{left}"
    tested = int(contrast["q"].notna().sum())
    sure = contrast[contrast["word_of"].notna()]
    if sure.empty:
        return _tell_none(tested)
    lead = sure.assign(size=sure["z"].abs()).sort_values(["p", "size"], ascending=[True, False], kind="stable")
    verb = "passes" if len(sure) == 1 else "pass"
    named = _rated(lead.iloc[0], labels_of(by))
    aside = " (outlets' own names aside)" if contrast.attrs.get("own_names") else ""
    return f"{len(sure):,} of {number(tested, 'test')} {verb} a false discovery rate of 5%{aside}, surest {named}"


def _tell_none(tested: int) -> str:
    """Say that no test passes, or that none could be made."""
    if not tested:
        return "no term is frequent enough to be tested"
    return f"of {number(tested, 'test')} none passes a false discovery rate of 5%"


def _rated(row: pd.Series, labels: Mapping[str, str]) -> str:
    """Name a term with the group whose word it is, and how often it and the others use it."""
    own, rest = row["per_1000"], row["per_1000_rest"]
    if row["word_of"] != row["group"]:
        own, rest = rest, own
    name = plain_name(labels.get(row["word_of"], row["word_of"]))
    return f"*{row['shown']}* ({name}: {own:.2g} against {rest:.2g} in 1,000 words)"


def tell_contrast(
    contrast: pd.DataFrame,
    picked: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    sizes: Mapping[str, int] | None = None,
) -> str:
    """Name the surest terms of five groups at most, and say how many were tested and how many may be chance.

    contrast: the terms of a contrast; picked: from pick_terms; labels: names for the groups; sizes: the documents of
    each group: those of most are named (of most sure terms, if it is not given).
    """
    labels = labels or {}
    small, own = contrast.attrs.get("small", {}), contrast.attrs.get("own_names", [])
    listed = [f"{plain_name(labels.get(name, name))} ({size})" for name, size in small.items()]
    left_out = f" Left out, with fewer than five documents: {join_some(listed, NAMED)}." if small else ""
    if own:
        named = join_some([f"*{term}*" for term in dict.fromkeys(own)], NAMED)
        passing = verb_for(len(own), "term that passes too", "terms that pass too")
        left_out = f" Not counted, as words of outlets' own names: {len(own):,} {passing} ({named}).{left_out}"
    if contrast.empty:
        return left_out.strip()  # why there is no chart is said where it would stand
    sure, tested = picked[picked["sure"]], int(contrast["q"].notna().sum())
    if sure.empty:
        return (
            f"No term is surely one group's: {_tell_none(tested)}. "
            f"The terms shown are those that differ most in these texts, perhaps by chance.{left_out}"
        )
    owners = sure["group"].value_counts(sort=True)
    if sizes is not None:
        owners = owners.sort_index(key=lambda names: -names.map(lambda name: sizes.get(name, 0)), kind="stable")
    each = NAMED if len(owners) <= FOUND else FOUND
    parts = [
        _group(sure[sure["group"] == group].head(each), str(labels.get(group, group))) for group in owners.index[:NAMED]
    ]
    more = len(owners) - NAMED
    parts += [f"{number(more, 'more group')} with sure terms {'is' if more == 1 else 'are'} in the table."] * (more > 0)
    none = picked["group"].nunique() - len(owners)
    parts += [f"{number(none, 'group')} without a sure term."] if none else []
    total = int(contrast["word_of"].notna().sum())
    parts += [
        f"In all {total:,} of {number(tested, 'test')} {'passes' if total == 1 else 'pass'} a false discovery "
        "rate of 5%."
    ]
    return " ".join(parts) + left_out


def tell_prior(picked: pd.DataFrame) -> str:
    """Say how far the order of terms hangs on the strength of the prior."""
    if picked.empty:
        return ""
    limit = picked.groupby("group")["rank"].transform("max") * FAR
    moved = picked[(picked[["rank_weak_prior", "rank_strong_prior"]].max(axis=1)) > limit]
    if moved.empty:
        return "With a prior a tenth or ten times as strong, the same terms stay at the top."
    return (
        f"The order hangs on the prior for {len(moved):,} of the {number(len(picked), 'term')} "
        f"({join_some([f'*{term}*' for term in moved['shown']], NAMED)}): "
        f"with a prior a tenth or ten times as strong {verb_for(len(moved), 'it falls', 'they fall')} out of the first "
        "places."
    )


def _group(sure: pd.DataFrame, name: str) -> str:
    """Name one group's surest terms with how often it uses them."""
    words = [
        f"*{row.shown}* ({row.per_1000:.2g} against {row.per_1000_rest:.2g} in 1,000 words)"
        for row in sure.head(NAMED).itertuples()
    ]
    return f"{strong(name)}: {join_some(words, NAMED)}."
