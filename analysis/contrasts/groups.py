"""Units of text set against one another by a column: who wrote them, what they are, whose voice they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pandas as pd

from analysis.contrasts.own_names import OWN_NAME, mark_own_names
from analysis.contrasts.picking import find_contexts, pick_terms
from analysis.contrasts.placing import gather_phrases, place_terms
from analysis.contrasts.terms import ORDER, keyness
from analysis.errors import unknown
from analysis.estimates import FEWEST_DOCUMENTS, basis_of, describe
from analysis.estimates.behind import record_units


@dataclass(frozen=True)
class TermContrast:
    """How groups of texts differ in their words.

    by: the column that they are grouped by. terms: all terms, from `keyness` (attrs: basis; small, the documents of
    each group left out for having too few; own_names, the words of outlets' own names that would be sure). picked:
    each group's surest, from `pick_terms`. contexts: where those
    stand, from `find_contexts`. All three are empty where there are not two groups to compare.
    """

    by: str
    terms: pd.DataFrame
    picked: pd.DataFrame
    contexts: pd.DataFrame


def compare_by(units: pd.DataFrame, by: str, n_terms: int = 12, **settings: object) -> TermContrast:
    """Contrast units of text by one of their columns, with `keyness`, groups of five documents or more.

    units: doc_id, text and the column `by`; language, where it is known: then each text's function words are those of
    its own. n_terms: terms picked for each group. settings: further arguments of `keyness`. Units without a group, and
    of groups too small, are left out and counted in the tables' basis. Words of outlets' own names are tested as
    others, but are no group's word and are not picked; their note says so.
    Raises InputError: a column that is not there.
    """
    if by not in units:
        raise unknown("by", by, units.columns)
    sizes = units.groupby(by)["doc_id"].nunique()
    kept = units[units[by].isin(sizes.index[sizes >= FEWEST_DOCUMENTS])]
    terms = pd.DataFrame(columns=ORDER)
    if (sizes >= FEWEST_DOCUMENTS).sum() > 1:
        known = {"text_languages": kept["language"]} if "language" in kept else {}
        terms = keyness(kept["text"], kept[by], documents=kept["doc_id"], **(known | settings))
    terms, own_names = _set_aside(terms) if by == "outlet" and len(terms) else (terms, [])
    terms.attrs["own_names"] = own_names
    terms.attrs["small"] = {str(name): int(size) for name, size in sizes.items() if size < FEWEST_DOCUMENTS}
    terms = _rest(terms, units, by, len(kept))
    named = kept.rename(columns={by: "group"}) if by != "voice" else kept.assign(group=kept["voice"])
    cells = {"delta": None, "count": None}
    find = partial(place_terms, phrases=gather_phrases(terms["term"]))
    terms = describe(terms, behind=record_units(named, ["group"], cells=cells, pattern="term", find=find))
    picked = pick_terms(terms, n_terms)
    contexts = find_contexts(picked, kept["text"], kept[by], kept["doc_id"])
    return TermContrast(by, terms, picked, describe(contexts, like=terms))


def _set_aside(terms: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Set terms of outlets' own names aside: they are nobody's word, and say so; returns those that were somebody's."""
    own = mark_own_names(terms)
    sure = terms.loc[own & terms["word_of"].notna()].sort_values("p", kind="stable")["shown"].tolist()
    attrs, note = dict(terms.attrs), terms["note"].mask(own, OWN_NAME)
    terms = terms.assign(word_of=terms["word_of"].mask(own), note=note)
    terms.attrs = attrs
    return terms, sure


def _rest(terms: pd.DataFrame, units: pd.DataFrame, by: str, kept: int) -> pd.DataFrame:
    about, groupless = basis_of(units), int(units[by].isna().sum())
    out = {
        "without another group to compare": 0 if len(terms) else kept,
        f"without {'an' if by[0] in 'aeiou' else 'a'} {by}": groupless,
        f"of {by}s with fewer than {FEWEST_DOCUMENTS} documents": len(units) - groupless - kept,
    }
    corpus = about.corpus or int(units["doc_id"].nunique())
    return describe(terms, left_out=out, unit="units" if about.unit == "rows" else about.unit, corpus=corpus)
