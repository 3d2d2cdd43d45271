"""Documents with their sentences, quotations and voices: filter them, look into them, find a number's sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial

import pandas as pd

from analysis.corpus.copied import compare_copies
from analysis.corpus.counted import WordCounting
from analysis.corpus.held import OF_DOCUMENTS, TABLES
from analysis.corpus.looked_up import LookedUp
from analysis.corpus.shown import Shown
from analysis.corpus.traced import Tracer
from analysis.corpus.verbs import Verbs
from analysis.estimates import describe
from analysis.estimates.basis import basis_of, join_left_out
from analysis.people.joined import tabulate_names
from analysis.prepared.blocks import LostBlock
from analysis.prepared.engines import made_engine
from analysis.prepared.kept import Prepared
from analysis.progress import count_off
from analysis.tables import COLUMNS
from analysis.texts.copies.using import tabulate_copying
from analysis.voices.assign import select_speech

WORD = 6  # bytes of a word, about


class Corpus(Verbs, LookedUp, WordCounting, Shown):
    """Documents with their sentences, quotations and voices, and all that was left out of them.

    documents, sentences, quotes, mentions, spans, removed, refused: the tables of analysis.tables.
    notes: one row a remark on a file (source, note), such as a declared count that differs.
    steps: one row a filter (step, before, after), so that no document is dropped in silence.
    files: one row a file that was read, with what became of it (`account_for_files`), whatever the filters.
    A table may be given as a function that reads it when it is first asked for. prepared: where the tables lie in
    parts, if they do (`parts`, `map`).
    """

    def compare_copies(
        self, table: pd.DataFrame, value: str, by: str | Sequence[str] = (), seed: int = 0
    ) -> pd.DataFrame:
        """Set a mean with all copies beside one with the first of each cluster alone; see `copied.compare_copies`."""
        return compare_copies(table, value, self.documents, by, seed)

    @cached_property
    def copies(self) -> pd.DataFrame:
        """Documents that are copies of others, by their original: doc_id, copy_of, kind, similarity, outlet, published.

        Where a filter left the original out, the earliest of its copies stands in for it.
        """
        found = self.documents.dropna(subset="copy_of").sort_values(["copy_of", "published"], kind="stable")
        names = {"copy_kind": "kind", "copy_similarity": "similarity"}
        columns = ["doc_id", "copy_of", *names, "outlet", "published"]
        return found[columns].rename(columns=names).reset_index(drop=True)

    @cached_property
    def copying(self) -> pd.DataFrame:
        """Who copies whom, one row a pair of outlets; see `tabulate_copying`."""
        return tabulate_copying(self.documents, self.copies)

    @cached_property
    def tracer(self) -> Tracer:
        """What leads from numbers to the sentences behind them; see `Tracer.trace`."""
        return Tracer(self.documents, self.sentences, self.locate)

    @cached_property
    def names(self) -> pd.DataFrame:
        """Every form of a name with the actor that it was taken for; see `tabulate_names`."""
        quotes = self.quotes
        return tabulate_names(self.mentions, quotes.assign(speech=quotes.index.isin(select_speech(quotes).index)))

    def parts(self) -> Iterator[Corpus]:
        """Give the corpus in parts of some hundreds of documents each, in order; one part always fits into memory.

        A corpus that was not prepared in parts is one part.
        """
        if self.prepared is None:
            yield self
            return
        documents = self.documents.drop(columns="text")
        for place in range(len(self.prepared.parts)):
            part = part_of(self.prepared, place, documents, self._chosen)
            if len(part.documents):
                yield part

    def map(self, measure: Callable[[Corpus], pd.DataFrame], jobs: int | None = None) -> pd.DataFrame:
        """Measure the corpus part by part, in several processes, and bring the rows together in order.

        measure: takes a Corpus and gives a table whose rows depend on nothing outside their documents, such as
        `lambda part: score_sentences(part.sentences)`. jobs: processes, by default one a core.
        Returns one table, with what the first part's rows rest on and what was left out of all.
        """
        if self.prepared is None or len(self.prepared.parts) < 2:
            return measure(self)
        try:
            found = self._measure_parts(measure, jobs)
        except LostBlock as lost:  # found in a process beside this one, which cannot make it again
            if not self.prepared.make_again(lost):
                raise
            found = self._measure_parts(measure, jobs)
        return join_measured([table for table in found if table is not None])

    def _measure_parts(self, measure: Callable[[Corpus], pd.DataFrame], jobs: int | None) -> list[pd.DataFrame | None]:
        about = (self.prepared, self.documents.drop(columns="text"), self._chosen, measure)
        with made_engine(jobs=jobs, amount=int(self.documents["words"].sum()) * WORD) as engine:
            measured = engine.run(_measure_part, range(len(self.prepared.parts)), about)
            return list(count_off(measured, "measuring", total=len(self.prepared.parts)))


def corpus_of(prepared: Prepared) -> Corpus:
    """Have a prepared corpus; its tables are read when they are first asked for."""
    held = {name: partial(prepared.load, name) for name in TABLES if name != "steps"}
    return Corpus(**held, steps=None, prepared=prepared)


def part_of(prepared: Prepared, place: int, documents: pd.DataFrame, chosen: pd.Index | None = None) -> Corpus:
    """Have one part of a prepared corpus, as far as its documents are among those given (without their texts).

    chosen: identifiers of the sentences that are kept, where sentences were filtered.
    """
    texts = prepared.load_part(place, "documents", ["doc_id", "text"]).set_index("doc_id")["text"]
    mine = documents[documents["doc_id"].isin(texts.index)].reset_index(drop=True)
    mine.insert(list(COLUMNS["documents"]).index("text"), "text", texts.reindex(mine["doc_id"]).array)
    held = {name: partial(prepared.load_part, place, name) for name in OF_DOCUMENTS}
    none = {name: partial(prepared.load, name) for name in ("removed", "refused", "notes", "files")}
    whole = Corpus(documents=prepared.load_part(place, "documents"), **held, **none)
    basis = basis_of(documents)
    return whole._of(mine, [], {"corpus": basis.corpus, "weights": basis.weights}, chosen=chosen, keep=False)


def join_measured(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Bring the rows of parts together; what was left out of each is added up."""
    bare = [pd.DataFrame(table) for table in tables]
    for table in bare:
        table.attrs = {}  # compared by concat, slowly
    return join_left_out(describe(pd.concat(bare, ignore_index=True), like=tables[0]), tables[1:])


def _measure_part(place: int, about: tuple) -> pd.DataFrame | None:
    prepared, documents, chosen, measure = about
    part = part_of(prepared, place, documents, chosen)
    return measure(part) if len(part.documents) else None
