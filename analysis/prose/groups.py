"""What can be said of many groups at once: every pair is looked at, and all pairs of a table are corrected for.

A sentence counts all groups and names a few of those of most documents, which stand in the chart beside it. Groups
without a name ("not known", "speaker not named") are counted, never ranked beside names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from analysis.estimates import FEWEST_DOCUMENTS, NOT_KNOWN, Comparison, choose_largest, compare_pairs, count_cut
from analysis.estimates.basis import Basis, basis_of, count_of
from analysis.prose.order import count_tied
from analysis.prose.phrases import figure, join, join_some, number, strong, tell_estimate
from analysis.voices.speech import NAMELESS

UNNAMED = (NOT_KNOWN, NAMELESS)
MOST_PARTS = 3  # frames or topics named; the others are counted
MOST_NAMED = 5  # groups that a sentence may name: those of most documents
SMALL = 0.05  # shares of groups that are told with a decimal where the highest lies under it
UNSHOWN = "these texts do not show that any two differ, nor that they are alike"
CORRECTED = "corrected for their number"


class NamedGroups(NamedTuple):
    """The groups that a sentence may name: those of most documents.

    left: how many others have an interval too; tied: how many groups share the size of the last one that was taken,
    where some of them were not, so that names decided it; else 0.
    """

    groups: list
    left: int
    tied: int

    def tell(self, noun: str = "") -> str:
        """Say which they are: "the 5 of most documents", or "5 of most documents (48 tie: by name)"."""
        the, tie = ("", f" ({self.tied:,} tie: by name)") if self.tied else ("the ", "")
        return f"{the}{len(self.groups)} {f'{noun}s ' if noun else ''}of most documents{tie}"


def choose_named(table: pd.DataFrame, by: str, groups: Comparison) -> NamedGroups:
    """Choose the groups that a sentence may name, of those that were compared: all, where all are of one size.

    table: what they were compared from.
    """
    compared = table[table[by].isin(groups.sure[by])]
    largest = choose_largest(compared, by, MOST_NAMED)
    tied = count_cut(compared, by, largest)
    if tied == len(groups.sure):  # all are of one size: none of them is of most documents
        return NamedGroups(list(groups.sure[by]), 0, 0)
    return NamedGroups(largest, len(groups.sure) - len(largest), tied)


def tell_groups(
    table: pd.DataFrame,
    by: str,
    what: str,
    noun: str = "",
    labels: Mapping[str, str] | None = None,
    percent: bool = False,
    leave_out: Sequence[str] = (),
) -> str:
    """Say how far groups lie apart, by all pairs of those that have an interval.

    table: from estimate_means or estimate_shares, one row a group of `by`; what: the measure ("mean compound");
    noun: what a group is called, if not as its column; labels: names for the groups.
    """
    noun, labels = noun or by, labels or {}
    (groups,) = compare_pairs(table, by, "", UNNAMED, leave_out).values()
    nothing = _nothing(groups, by, noun, labels)
    if nothing:
        return f"{nothing}{tell_left_over(groups, noun)}"
    chosen = choose_named(table, by, groups)
    largest = chosen.groups
    known, tail = groups.sure[groups.sure[by].isin(largest)], tell_left_over(groups, noun)

    first, last, what = known.iloc[0], known.iloc[-1], what[0].upper() + what[1:]
    digits = 3 if percent and first["estimate"] < SMALL else 2  # 1.7% and 1.5% are no 2% and 1%

    def said(row: pd.Series) -> str:
        return f"{strong(labels.get(row[by], row[by]))} {tell_estimate(row, percent, digits)}"

    if groups.pairs == 1:
        verdict = "The two differ." if groups.apart else "These texts do not show that the two differ."
        return f"{what}: {said(first)}; {said(last)}. {verdict}{tail}"
    some = f"of {chosen.tell()} " if chosen.left else ""
    text = f"{what}, {number(len(groups.sure), noun)} with an interval: {some}"
    if count_tied(known["estimate"]) == len(known):
        text += f"all are at {figure(first['estimate'], percent, digits if first['estimate'] else 2)}."
    else:
        text += f"the highest is {said(first)}{_as(known, by, labels)}, "
        text += f"the lowest {said(last)}{_as(known[::-1], by, labels)}."
    return f"{text} {_verdict(groups, by, chosen, noun, labels)}{tail}"


def _as(ranked: pd.DataFrame, by: str, labels: Mapping[str, str]) -> str:
    """Name the groups that are at the same value as the first of them: ", as **b** is"; "" where there is none."""
    alike = ranked.iloc[1 : count_tied(ranked["estimate"])][by]
    names = join_some([strong(labels.get(name, name)) for name in alike], MOST_NAMED)
    return f", as {names} {'is' if len(alike) == 1 else 'are'}" if len(alike) else ""


def _verdict(groups: Comparison, by: str, chosen: NamedGroups, noun: str, labels: Mapping[str, str]) -> str:
    """Say how many pairs differ and which of the largest groups lie furthest apart."""
    if not groups.apart:
        return f"Of {groups.pairs:,} pairs none differs ({CORRECTED}): {UNSHOWN}."
    counted = f"{groups.apart:,} of {groups.pairs:,} pairs {_verb(groups.apart)} ({CORRECTED})"
    return f"{counted}, {_furthest(groups, by, chosen, noun, labels)}."


def _verb(count: int) -> str:
    return "differs" if count == 1 else "differ"


def _furthest(groups: Comparison, by: str, chosen: NamedGroups, noun: str, labels: Mapping[str, str]) -> str:
    """Name the two of the largest groups that differ most."""
    pair = groups.furthest(by, chosen.groups)
    if not pair:
        return f"none of them between two of {chosen.tell(noun)}"
    names = join([strong(labels.get(row[by], row[by])) for row in pair])
    return f"furthest{' of these' if chosen.left else ''} {names}"


def tell_parts(
    table: pd.DataFrame,
    of: str,
    by: str,
    what: str,
    noun: str = "",
    labels: Mapping[str, str] | None = None,
    most: int = MOST_PARTS,
    percent: bool = True,
) -> str:
    """Say on which parts (frames, topics) groups differ; all pairs of groups on all parts are looked at.

    table: shares from analysis.estimates, one row a part (column `of`) and group (column `by`);
    what: what a part is called ("frame"); noun: what a group is called, if not as its column; most: parts named;
    percent: whether estimates are shares.
    """
    noun, labels = noun or by, labels or {}
    compared = compare_pairs(table, by, of, UNNAMED)
    whole = max(compared.values(), key=lambda groups: len(groups.sure))
    nothing = _nothing(whole, by, noun, labels)
    if nothing:
        return f"{nothing}{tell_left_over(whole, noun)}"
    tail, pairs = tell_left_over(whole, noun), sum(groups.pairs for groups in compared.values())
    tested = sum(groups.pairs > 0 for groups in compared.values())  # the others have no two groups with an interval
    tail += f" {number(len(compared) - tested, what)} cannot be compared." if tested < len(compared) else ""
    found = {part: groups for part, groups in compared.items() if groups.apart}
    if not found:
        none = tell_no_difference(tested, what, noun)
        return f"{none} ({tell_pairs_compared(pairs)}): no proof that they are alike.{tail}"
    chosen = choose_named(table, by, whole)
    pairs_found = {part: groups.furthest(by, chosen.groups) for part, groups in found.items()}
    ranked = sorted(found, key=lambda part: _gap(pairs_found[part]), reverse=True)
    named = join_some([_part(part, found[part], pairs_found[part], by, labels, percent) for part in ranked], most)
    apart = sum(groups.apart for groups in found.values())
    some = ""
    if chosen.left:
        named_are = "named are groups" if any(pairs_found.values()) else f"none between two {noun}s"
        some = f"; {named_are} among {chosen.tell()}"
    return (
        f"On {len(found)} of {number(tested, what)} {noun}s differ "
        f"({apart:,} of {tell_pairs_compared(pairs)}{some}): {named}.{tail}"
    )


def tell_pairs_compared(pairs: int) -> str:
    """Say how many pairs were compared; one alone has no number to be corrected for."""
    return f"{number(pairs, 'pair')}, {CORRECTED}" if pairs > 1 else number(pairs, "pair")


def tell_no_difference(parts: int, what: str, noun: str) -> str:
    """Say that groups are not shown to differ on any of so many parts."""
    if parts == 1:
        return f"On the one {what} no difference between {noun}s is shown"
    return f"On none of {number(parts, what)} is a difference between {noun}s shown"


def _gap(pair: tuple[pd.Series, ...]) -> float:
    return float(pair[0]["estimate"] - pair[1]["estimate"]) if pair else 0.0


def _part(
    part: object, groups: Comparison, pair: tuple[pd.Series, ...], by: str, labels: Mapping[str, str], percent: bool
) -> str:
    """Name a part with the two groups furthest apart, and of how many pairs that is one."""
    ends = [f"{labels.get(row[by], row[by])} {figure(row['estimate'], percent)}" for row in pair]
    said = [", ".join(ends)] if ends else []
    said += [f"{groups.apart:,} of {groups.pairs:,} pairs"] if groups.pairs > 1 else []
    return f"{strong(part)} ({'; '.join(said)})"


def _nothing(groups: Comparison, by: str, noun: str, labels: Mapping[str, str]) -> str:
    """Say why groups cannot be compared, "" if they can."""
    names, sure = groups.named[by], len(groups.sure)
    if not len(names):
        if len(groups.unnamed):
            return f"No {noun} is known: there is nothing to compare."
        return f"There is no {noun} here {'that was measured' if groups.empty else 'to compare'}."
    if len(names) == 1:
        only = labels.get(names.iloc[0], names.iloc[0])
        return f"Only one {noun} has a value here, {strong(only)}: nothing to set beside it."
    if sure < 2:
        some = "only one has" if sure else "none has"
        return (
            f"Of {number(len(names), noun)} {some} an interval, which {FEWEST_DOCUMENTS} documents or more with "
            f"a value are needed for: these texts cannot say whether {noun}s differ."
        )
    return ""


def _count_unnamed(unnamed: pd.DataFrame, noun: str) -> str:
    """Count documents where each belongs to one group; else (roles, speakers) what has the group: the units."""
    basis = basis_of(unnamed)
    if "n" not in unnamed or noun in basis.apart or basis.unit == Basis.unit:
        return number(int(unnamed["documents"].max()), "document")
    return count_of(int(unnamed["n"].max()), basis.unit)


def tell_left_over(groups: Comparison, noun: str) -> str:
    """Count the groups without an interval, and what has a group without a name."""
    without = groups.named[~groups.named.index.isin(groups.sure.index)]
    few = int((without["documents"] < FEWEST_DOCUMENTS).sum())
    alike, said = len(without) - few, []
    if few and len(groups.sure) > 1:
        has = "has" if few == 1 else "have"
        where = f"a value in fewer than {FEWEST_DOCUMENTS} documents"
        said.append(f"{number(few, noun)} {has} {where} and cannot be compared.")
    if alike and len(groups.sure) > 1:
        said.append(f"{number(alike, noun)} cannot be compared: all documents are alike.")
    if groups.empty and len(groups.named):
        said.append(f"{number(groups.empty, noun)} {'has' if groups.empty == 1 else 'have'} nothing that was measured.")
    if len(groups.unnamed):
        said.append(f"Not compared: {_count_unnamed(groups.unnamed, noun)} whose {noun} is not known.")
    return "".join(f" {line}" for line in said)
