"""The codes of quotations and marked words as tidy tables: kind, reporting verb, role and gender of who is quoted."""

from __future__ import annotations

import pandas as pd

from analysis.corpus import Corpus
from analysis.data.dictionary import tidy_file_of
from analysis.data.units import tabulate_quotations
from analysis.sourcing import gather_sources
from analysis.sourcing.evidence import gather_evidence
from analysis.voices.kinds import label_quotations
from analysis.voices.reporting_verbs import label_verbs, mark_denied

OF_SOURCES = ["doc_id", "start", "end", "role", "role_from", "gender", "gender_from"]


def tabulate_source_codes(
    corpus: Corpus, marked: pd.DataFrame, sources: pd.DataFrame | None = None, evidence: pd.DataFrame | None = None
) -> dict[str, pd.DataFrame]:
    """Set out what was coded of each quotation, and the words that texts mark.

    corpus: whole, or a part of one with the evidence of the whole (`gather_source_evidence`); marked: from
    `find_marked_words`; sources: from `gather_sources`, if they are there already.
    Every quotation has its row; what is no speech, has no speaker or is in another language has no role.
    """
    quotes = corpus.quotes
    if sources is None:
        sources = gather_sources(quotes, corpus.documents, evidence)
    coded = label_verbs(label_quotations(quotes, corpus.documents))
    # of what nobody has confirmed nothing is confirmed: no verb counts, here as on the page of voices
    coded["verb_group"] = coded["verb_group"].mask(mark_denied(quotes, corpus.sentences))
    coded = coded.assign(**tabulate_quotations(corpus)[["quotation_id", "sentence_id"]].to_dict("series"))
    coded = coded.merge(sources[OF_SOURCES], on=["doc_id", "start", "end"], how="left")
    columns = {name: list(tidy_file_of(name).columns) for name in ("quotation-codes", "marked-words")}
    return {
        "quotation-codes": coded[columns["quotation-codes"]],
        "marked-words": marked.reindex(columns=columns["marked-words"]),
    }


def gather_source_evidence(part: Corpus) -> pd.DataFrame:
    """Gather what the documents of a part say of their speakers, for `Corpus.map`."""
    return gather_evidence(part.quotes, part.documents)
