"""Words and phrases that set groups of a corpus apart, as a table that shows itself."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

import pandas as pd

from analysis.charts.contrasts import list_contrast
from analysis.charts.parts import Part
from analysis.contrasts import TermContrast, compare_by
from analysis.corpus.measured.shown import ShownTable, View
from analysis.corpus.measured.texts import Texts
from analysis.errors import unknown
from analysis.estimates import FEWEST_DOCUMENTS
from analysis.prose.phrases import number
from analysis.words.function_words import AUTO, choose_listed
from analysis.words.units import gather_units

SHOWN = ["group", "shown", "delta", "low", "high", "q", "per_1000", "per_1000_rest", "documents"]
UNIT = "log-odds ratio (0: equal use; 0.7: about twice as often; 2.3: about ten times)"


class TypicalTerms(ShownTable):
    """All terms of a contrast (`keyness`); shown are each group's surest.

    `.picked` those; `.contexts` where they stand; `.contrast` all three as `compare_by` gives them; `.units` the texts
    compared.
    """

    _internal_names: ClassVar[list[str]] = [*ShownTable._internal_names, "contrast", "units", "_named"]
    _internal_names_set: ClassVar[set[str]] = set(_internal_names)

    def __init__(self, contrast: TermContrast, units: pd.DataFrame, view: View, named: dict) -> None:
        super().__init__(contrast.terms, view)
        self.contrast, self.units, self._named = contrast, units, named

    @property
    def by(self) -> str:
        """The column of the groups."""
        return self.contrast.by

    @property
    def picked(self) -> pd.DataFrame:
        """Each group's surest terms."""
        return self.contrast.picked

    @property
    def contexts(self) -> pd.DataFrame:
        """Where those stand in the texts."""
        return self.contrast.contexts

    @property
    def terms(self) -> pd.DataFrame:
        """All terms."""
        return self.contrast.terms

    def list_parts(self) -> list[Part]:
        """List what `show` displays: the chart, what it says, the terms picked, all terms, their contexts."""
        return list_contrast(self.contrast, **self._named)


def measure_terms(corpus: Texts, by: str, n_terms: int = 12, title: str = "", **settings: object) -> TypicalTerms:
    """Contrast a corpus's words by a column: voices by passages of one voice, others by documents."""
    units = corpus.with_documents(gather_units(corpus.sentences, "voice" if by in ("voice", "speaker") else "document"))
    if by not in units:
        raise unknown(
            "by", by, [name for name in ("outlet", "voice", "kind", "country", *corpus.further) if name in units]
        )
    listed = choose_listed(settings.pop("languages", AUTO), corpus.documents, fewest=0)  # each text by its own
    contrast = compare_by(units, by, n_terms, languages=listed, **settings)
    documents = None if by in ("voice", "kind") else corpus.documents
    named = {"title": title, "documents": documents}
    draw = partial(_draw, contrast, named)
    view = View(
        title or f"What is typical of each {by}", UNIT, False, draw, partial(_tell, contrast, named),
        rows=lambda: contrast.picked[SHOWN].rename(columns={"shown": "term", "delta": "estimate"}),
        remarks=[] if len(contrast.picked) else [_say_why_none(units, by, contrast)],
    )  # fmt: skip
    return TypicalTerms(contrast, units, view, named)


def _say_why_none(units: pd.DataFrame, by: str, contrast: TermContrast) -> str:
    """Say why no term is typical of a group."""
    sizes = units.groupby(by)["doc_id"].nunique()
    large = int((sizes >= FEWEST_DOCUMENTS).sum())
    if large < 2:
        said = f"{number(large, 'group')} of {len(sizes)} in {by!r} with {FEWEST_DOCUMENTS} documents or more"
        return f"Nothing to compare: {said}; two are needed. Name another column: keyness(by=...)."
    return "No term stands in enough documents to be compared: min_documents=... asks for fewer."


def _draw(contrast: TermContrast, named: dict) -> object:
    return list_contrast(contrast, **named)[0]


def _tell(contrast: TermContrast, named: dict) -> str:
    return " ".join(part for part in list_contrast(contrast, **named)[1:3] if isinstance(part, str))
