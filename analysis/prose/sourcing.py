"""What the tables of sources, of reporting verbs and of marked words say, in prose."""

from __future__ import annotations

import pandas as pd

from analysis.estimates import NOT_KNOWN, basis_of
from analysis.findings import Finding
from analysis.prose.found import SECOND, findings_by, limits_from, make_finding
from analysis.prose.groups import tell_groups, tell_parts
from analysis.prose.languages import tell_language
from analysis.prose.order import count_tied, tell_lead, tell_unsettled
from analysis.prose.phrases import figure, join, join_some, number, strong, tell_estimate
from analysis.voices.marked_kinds import SCARE
from analysis.voices.reporting_verbs import TELLING

MOST_NAMED = 3
PEOPLE, PEOPLE_ONCE = "people", "people once a document"  # ways of counting, as count_gender_bounds names them


def tell_roles(shares: pd.DataFrame) -> str:
    """Say which roles those have who are quoted, and of how many nothing says it.

    shares: from estimate_shares of role, of `select_speakers`: each counts once a document.
    """
    known, unknown = _known_roles(shares), shares[shares["role"] == NOT_KNOWN]
    if known.empty:
        return "Of nobody who is quoted a role was told."
    top = [f"{strong(row['role'])} {tell_estimate(row, percent=True)}" for _, row in known.head(MOST_NAMED).iterrows()]
    open_ = tell_unsettled(known, [strong(role) for role in known["role"]], MOST_NAMED)
    rest = f" Of {figure(unknown['estimate'].iloc[0], True)} no role was told." if len(unknown) else ""
    return f"Most quoted are, each counted once a document: {'; '.join(top)}.{open_}{rest}"


def tell_roles_by(shares: pd.DataFrame) -> str:
    """Say on which roles outlets differ; shares: from estimate_shares of role by outlet, of `select_speakers`."""
    known = shares[shares["role"] != NOT_KNOWN]
    return tell_parts(known, "role", "outlet", "role") if len(known) else ""


def _known_roles(shares: pd.DataFrame) -> pd.DataFrame:
    known = shares[(shares["role"] != NOT_KNOWN) & (shares["estimate"] > 0)]
    return known.sort_values("estimate", ascending=False, kind="stable")


def tell_women(women: pd.DataFrame, bounds: pd.DataFrame) -> str:
    """Say how many of the people quoted are women, and how far the unknown could move that.

    women: from estimate_women; bounds: from count_gender_bounds.
    """
    people, once = (bounds[bounds["counted"] == counted].iloc[0] for counted in (PEOPLE, PEOPLE_ONCE))
    known, unknown = int(people["women"] + people["men"]), int(people["unknown"])
    if not known:
        return "Of nobody who is quoted the texts or the lists of names say the gender."
    often, rest = int(once["women"] + once["men"]), int(once["unknown"])
    said = (
        f"Of {'the ' if known > 1 else ''}{number(known, 'person', 'people')} quoted whose gender the text or a name "
        f"tells, "
        f"each counted once a document ({often:,} in all), {tell_estimate(women.iloc[0], percent=True)} are women."
    )
    if not unknown:
        return said
    ends = f"{figure(once['least'], True)} (were they all men) and {figure(once['most'], True)} (all women)"
    return f"{said} Of {unknown:,} more ({rest:,} in all) too little tells it: with them it would lie between {ends}."


def tell_women_by(women: pd.DataFrame) -> str:
    """Say how far outlets differ in it; women: from estimate_women by outlet."""
    return tell_groups(women, "outlet", "share of women among the people quoted, each once a document", percent=True)


def tell_verbs(shares: pd.DataFrame, by: str = "outlet") -> str:
    """Say on which kinds of verbs outlets, or speakers, differ; shares: from estimate_shares of verb_group."""
    kept = shares[shares["verb_group"].isin(TELLING)]
    if kept.empty:
        whose = {"speaker": " of those of most words", "role": " of those whose role is told"}.get(by, "")
        if shares.empty and by == "speaker":
            return "No speaker of enough sentences is reported by a verb of saying."
        return f"No doubting, endorsing or charged verb reports speech{whose} here."
    return tell_parts(kept, "verb_group", by, "verb group")


def tell_scare_quotes(means: pd.DataFrame) -> str:
    """Say how far outlets differ in scare quotes; means: from estimate_means of scare_quotes by outlet."""
    if means.empty:
        return ""  # why nothing is drawn is said where the chart would stand
    what = "share of an outlet's own sentences with scare quotes"
    return tell_groups(means, "outlet", what, percent=True)


def tell_kinds(kinds: pd.DataFrame, scared: pd.DataFrame | None = None) -> str:
    """Say how many quotations and marked words of each kind there are.

    kinds: from tabulate_kinds; scared: estimates of scare quotes, which say whether any text was read for them.
    """
    counts = kinds.set_index("kind")["all"]
    quoted = [f"{counts[kind]:,} {kind}" for kind in ("direct", "mixed", "indirect") if counts.get(kind, 0)]
    quoted += [number(int(counts["turn"]), "turn")] if counts.get("turn", 0) else []
    after = int(kinds.loc[kinds["kind"] == SCARE, "quotations"].sum())
    quoted += [f'{after:,} after "so-called", counted as scare quotes'] if after else []
    if scared is not None and tell_language(scared) and not basis_of(scared).n:
        said = f"Quotations: {join(quoted)}." if quoted else "Nothing is quoted."
        return f"{said} Scare quotes are looked for in English texts alone, and no sentence here is in English."
    if not quoted and not counts.get("scare quotes", 0):
        return "Nothing is quoted, and no words stand in scare quotes."
    said = f"Quotations: {join(quoted)}." if quoted else "Nothing is quoted."
    if not counts.get("scare quotes", 0):
        return f"{said} No words stand in scare quotes."
    own = int(kinds.loc[kinds["kind"] == "scare quotes", "outlet"].iloc[0])
    places = int(counts["scare quotes"])
    if places == 1:
        return f"{said} Scare quotes stand in 1 place, {'' if own else 'not '}in an outlet's own sentence."
    where = "all" if own == places else f"{own:,}" if own else "none"
    return f"{said} Scare quotes stand in {number(places, 'place')}, {where} of them in the outlets' own sentences."


def tell_beside(pairs: pd.DataFrame, most: int = MOST_NAMED) -> str:
    """Say who is quoted beside whom most often, or that no pair stands out; pairs: from pair_quoted."""
    if pairs.empty:
        return "No two named speakers are quoted together in two documents."
    return f"{_tell_pairs(pairs, most)}{_tell_below(pairs)}"


def _tell_pairs(pairs: pd.DataFrame, most: int) -> str:
    """Name the pairs that most documents quote together; of many that are all quoted alike none is first."""
    tied = count_tied(pairs["documents"])
    if tied == len(pairs) > most:
        together = number(int(pairs["documents"].iloc[0]), "document")
        return f"No pair stands out: each of {number(len(pairs), 'pair')} is quoted together in {together}."
    top = [
        f"{strong(row.speaker)} and {strong(row.other)} ({number(int(row.documents), 'document')} of "
        f"{int(row.either):,} that quote either; by chance {figure(row.expected, digits=1)})"
        for row in pairs.head(most).itertuples()
    ]
    as_often = pairs["documents"].iloc[most - 1 :].eq(pairs["documents"].iloc[min(most, len(pairs)) - 1]).sum() - 1
    more = f"; {number(as_often, 'more pair')} as often as the last" if as_often > 0 else ""
    return f"Most often quoted together: {'; '.join(top)}{more}."


def _tell_below(pairs: pd.DataFrame) -> str:
    """Count the pairs that are quoted together less often than by chance."""
    below = pairs[pairs["documents"] < pairs["expected"]]
    if below.empty:
        return ""
    row, verb, first = below.iloc[0], *(("stands", "") if len(below) == 1 else ("stand", "first "))
    return (
        f" Of {number(len(pairs), 'pair')} in the table {len(below):,} {verb} below chance, "
        f"{first}{strong(row['speaker'])} and {strong(row['other'])} ({int(row['documents']):,} against "
        f"{figure(row['expected'], digits=1)})."
    )


def tell_sourcing(roles: pd.DataFrame, women: pd.DataFrame, bounds: pd.DataFrame, verbs: pd.DataFrame) -> list[Finding]:
    """Say who is quoted most by role, how many of them are women, whether outlets differ in their verbs; and limits.

    roles, women, bounds: as for tell_roles and tell_women; verbs: as for tell_verbs, by outlet.
    """
    found: list[Finding] = []
    known = _known_roles(roles)
    if len(known):
        row, names, tied = known.iloc[0], [strong(role) for role in known["role"]], count_tied(known["estimate"])
        text = f"{strong(row['role'].capitalize())} is the most frequent role of those quoted: "
        text += f"{tell_estimate(row, percent=True)}, each counted once a document"
        if tied > 1:
            text = f"The most frequent roles of those quoted are {join_some(names[:tied], MOST_NAMED)}, each with "
            text += f"{figure(row['estimate'], True)} of them, counted once a document"
        text += f"{tell_lead(known, names, tied - 1)}."
        about = {"measure": "share of those quoted, each once a document", "group": row["role"]}
        about |= {"voice": "quoted speech", "chart": "sources-by-role", "weight": SECOND}
        found.append(make_finding("most-quoted-role", text, roles, row, **about))
    people = bounds[bounds["counted"] == PEOPLE].iloc[0]
    if people["women"] + people["men"]:
        text = f"**Women**: {tell_estimate(women.iloc[0], percent=True)} of the people quoted whose gender is known, "
        text += "each counted once a document."
        about = {
            "measure": "share of women among the people quoted, each once a document",
            "group": "women",
            "voice": "quoted speech",
        }
        about |= {"chart": "women-by-outlet", "weight": SECOND}
        found.append(make_finding("women-quoted", text, women, women.iloc[0], **about))
    about = {"voice": "the outlets' own", "chart": "verbs-by-outlet"}
    telling = verbs[verbs["verb_group"].isin(TELLING)]
    found += findings_by("verbs-by-outlet", telling, "verb_group", "outlet", "verb group", **about)
    return [*found, *_limits(roles)]


def _limits(roles: pd.DataFrame) -> list[Finding]:
    """Say of how many of those quoted nothing says a role."""
    unknown = roles[roles["role"] == NOT_KNOWN]
    if unknown.empty or not unknown["estimate"].iloc[0] > 0:
        return []
    share = float(unknown["estimate"].iloc[0])
    said = f"Of {figure(share, True)} of those quoted no role was told: it was missed, or not said, or they are nobody."
    return limits_from("no-role", said, chart="sources-by-role", estimate=share)
