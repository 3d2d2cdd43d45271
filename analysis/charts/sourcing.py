"""Sourcing drawn: who is quoted by role and gender, by which verbs, with which scare quotes, and beside whom."""

from __future__ import annotations

import pandas as pd

from analysis.charts.dots import interval_dots
from analysis.charts.groups import choose_groups, sort_by_groups
from analysis.charts.multiples import group_panels
from analysis.charts.numbers import percentage_of
from analysis.charts.theme import GREY, ORANGE, PURPLE, VERMILION, Chart, NoChart
from analysis.estimates import NOT_KNOWN, basis_of
from analysis.voices.reporting_verbs import TELLING

MOST_OUTLETS, MOST_PAIRS = 24, 15
VERB_COLOURS = {"doubting": PURPLE, "endorsing": ORANGE, "charged": VERMILION, "other": GREY}


def role_shares(shares: pd.DataFrame) -> Chart | NoChart:
    """Draw each role's share of who is quoted, the largest first; shares: from estimate_shares of role."""
    name, title = "sources-by-role", "Who is quoted, by role"
    ranked = shares.sort_values("estimate", ascending=False, kind="stable")
    return interval_dots(
        ranked, "role", name, title, "share of those quoted, each once a document", percent=True, whole=shares
    )


def role_panels(shares: pd.DataFrame, overall: pd.DataFrame, documents: pd.DataFrame | None = None) -> Chart | NoChart:
    """Draw the roles of each outlet's sources, a panel a role; shares: of role by outlet; overall: of all outlets."""
    name, title = "sources-by-role-and-outlet", "Whom each outlet quotes, by role"
    known = shares[shares["role"] != NOT_KNOWN]
    unit = "share of those quoted, each once a document"
    return group_panels(known, "role", "outlet", name, title, unit, overall=overall, documents=documents, percent=True)


def women_shares(women: pd.DataFrame, documents: pd.DataFrame | None = None) -> Chart | NoChart:
    """Draw the share of women among the people whom each outlet quotes; women: from estimate_women by outlet."""
    name, title = "women-by-outlet", "Women among the people whom each outlet quotes"
    chosen = choose_groups(women, "outlet", MOST_OUTLETS, documents)
    unit = "share of the people quoted whose gender is known, each once a document"
    drawn = sort_by_groups(women, "outlet", [*chosen.shown, *chosen.unnamed])
    return interval_dots(drawn, "outlet", name, title, unit, subtitle=chosen.tell_left(), percent=True, whole=women)


def verb_panels(shares: pd.DataFrame, documents: pd.DataFrame | None = None) -> Chart | NoChart:
    """Draw how each outlet reports speech: its shares of doubting, endorsing and charged verbs, a panel each."""
    name, title = "verbs-by-outlet", "By which verbs each outlet reports speech"
    unit = "share of the outlet's verbs of saying"
    kept = _keep_telling(shares)
    return group_panels(kept, "verb_group", "outlet", name, title, unit, documents=documents, percent=True)


def verb_dots(shares: pd.DataFrame, by: str = "speaker") -> Chart | NoChart:
    """Draw by which verbs the speech of each speaker, or role, is reported; shares: of verb_group by that column."""
    name, title = f"verbs-by-{by}", f"By which verbs each {by} is reported"
    unit = f"share of the verbs that report the {by}"
    return interval_dots(_keep_telling(shares), by, name, title, unit, "verb_group", VERB_COLOURS, percent=True)


def _keep_telling(shares: pd.DataFrame) -> pd.DataFrame:
    kept = shares[shares["verb_group"].isin(TELLING)]
    order = kept["verb_group"].map({name: place for place, name in enumerate(TELLING)}).astype(int)
    return kept.iloc[order.argsort(kind="stable")]


def scare_quotes(means: pd.DataFrame, documents: pd.DataFrame | None = None) -> Chart | NoChart:
    """Draw how many of each outlet's own sentences hold scare quotes; means: of scare_quotes by outlet."""
    name, title = "scare-quotes-by-outlet", "Scare quotes in each outlet's own sentences"
    chosen = choose_groups(means, "outlet", MOST_OUTLETS, documents)
    drawn = sort_by_groups(means, "outlet", [*chosen.shown, *chosen.unnamed])
    unit = "share of the outlet's own sentences with scare quotes"
    return interval_dots(drawn, "outlet", name, title, unit, subtitle=chosen.tell_left(), percent=True, whole=means)


def beside_pairs(pairs: pd.DataFrame) -> Chart | NoChart:
    """Draw who is quoted beside whom, the fifteen pairs of most documents; pairs: from pair_quoted."""
    name, title = "quoted-beside", "Who is quoted beside whom"
    if pairs.empty:
        return NoChart(name, title, "no two named speakers are quoted in the same two documents")
    chosen = choose_groups(pairs, "pair", MOST_PAIRS)
    kept = sort_by_groups(pairs, "pair", chosen.shown)
    subtitle = "Beside each pair what chance would give, were each quoted as often as now."
    subtitle += f" {chosen.tell_left()}" if chosen.left else ""
    beyond = sum(one["count"] for one in basis_of(pairs).left_out if str(one["reason"]).startswith("pairs beyond"))
    subtitle += f" Of {len(pairs) + beyond:,} pairs the table holds {len(pairs):,}." if beyond else ""
    labels = {row.pair: f"{row.pair} (by chance {percentage_of(row.chance)})" for row in kept.itertuples()}
    unit = "share of the documents quoting either that quote both"
    return interval_dots(
        kept, "pair", name, title, unit, subtitle=subtitle, percent=True, whole=pairs, row_labels=labels
    )
