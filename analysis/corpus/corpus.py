"""Documents with their sentences, quotations and voices: filter them, look into them, find a number's sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial

import pandas as pd

from analysis.corpus.copied import compare_copies
from analysis.corpus.filters import check_filters, join_copies, keep_fitting, weights_by_document
from analysis.corpus.traced import Tracer
from analysis.errors import InputError, require, unknown
from analysis.estimates import describe
from analysis.estimates.basis import basis_of, join_left_out
from analysis.people.joined import tabulate_names
from analysis.prepared.engines import made_engine
from analysis.prepared.kept import Prepared
from analysis.progress import count_off
from analysis.tables import COLUMNS, COPY_WEIGHT
from analysis.texts.copies.using import tabulate_copying
from analysis.words.concordance import kwic

TABLES = ("documents", "sentences", "quotes", "mentions", "spans", "removed", "refused", "notes", "steps", "files")
ABOUT_DOCUMENTS = ("outlet", "kind", "country", "language", "translated", "published", "published_precision")
ABOUT_DOCUMENTS += ("title", "forwarded_from")
ABOUT_SENTENCES = ("text", "voice", "speaker", "quoted")
OF_DOCUMENTS = ("sentences", "quotes", "mentions", "spans")  # tables with a doc_id: filtered with the documents
WORD = 6  # bytes of a word, about
Table = pd.DataFrame | Callable[[], pd.DataFrame]


class _Held:
    """A table of a corpus; what was not read yet is read when it is first asked for."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, corpus: Corpus | None, owner: type) -> pd.DataFrame:
        if corpus is None:
            return self
        corpus._held[self.name] = corpus._read(self.name)
        return corpus._held[self.name]

    def __set__(self, corpus: Corpus, value: object) -> None:
        raise AttributeError(
            f"a corpus stays as it is: where(...) gives a part, {self.name}.assign(...) a changed copy."
        )


class Corpus:
    """Documents with their sentences, quotations and voices, and all that was left out of them.

    documents, sentences, quotes, mentions, spans, removed, refused: the tables of analysis.tables.
    notes: one row a remark on a file (source, note), such as a declared count that differs.
    steps: one row a filter (step, before, after), so that no document is dropped in silence.
    files: one row a file that was read, with what became of it (`account_for_files`), whatever the filters.
    A table may be given as a function that reads it when it is first asked for. prepared: where the tables lie in
    parts, if they do (`parts`, `map`).
    """

    documents, sentences, quotes, mentions, spans = _Held(), _Held(), _Held(), _Held(), _Held()
    removed, refused, notes, steps, files = _Held(), _Held(), _Held(), _Held(), _Held()

    prepared: Prepared | None

    def __init__(
        self,
        documents: Table,
        sentences: Table,
        quotes: Table,
        mentions: Table,
        spans: Table,
        removed: Table,
        refused: Table,
        notes: Table,
        steps: Table | None = None,
        files: Table | None = None,
        prepared: Prepared | None = None,
    ) -> None:
        steps = pd.DataFrame(columns=["step", "before", "after"]) if steps is None else steps
        files = pd.DataFrame() if files is None else files
        given = (documents, sentences, quotes, mentions, spans, removed, refused, notes, steps, files)
        self._held: dict[str, Table] = dict(zip(TABLES, given, strict=True))
        self.prepared = prepared

    def __repr__(self) -> str:
        """Say what the corpus holds, in a line; its tables are its fields."""
        held = ("documents", "sentences", "quotes", "mentions", "refused")
        sizes = ", ".join(f"{self._count(name):,} {name}" for name in held)
        return f"Corpus({sizes}; {int(self.documents['words'].sum()):,} words)"

    def where(self, **filters: object) -> Corpus:
        """Keep the documents that fit every filter, with their sentences, quotations and spans.

        filters: a value or a list of values for doc_id, source, kind, outlet, country, language,
        translated, published_from, forwarded_from or any further column of documents; since and until (a day,
        month or year, inclusive; undated documents are left out and counted); min_words (a number); copies ("keep"
        them, the "first" of each cluster alone, or "weight" each by 1 over its cluster's size), which comes last.
        Raises InputError: an unknown filter or value, and a filter that leaves nothing.
        """
        check_filters(filters, self.further)
        documents, steps = self.documents, []
        for name in sorted(filters, key=lambda name: name == "copies"):
            kept = keep_fitting(documents, name, filters[name])
            steps.append({"step": f"{name} = {filters[name]}", "before": len(documents), "after": len(kept)})
            if kept.empty:
                raise InputError(
                    f"{name}={filters[name]!r} leaves none of {len(documents)} documents: widen or drop this filter."
                )
            documents = kept
        return self._of(join_copies(documents).reset_index(drop=True), steps)

    def kwic(self, pattern: str, width: int = 60) -> pd.DataFrame:
        """Show a pattern's occurrences in context: the key word with the words on either side.

        pattern: words, with * for any run of letters ("sovereign*") and {a,b} for several endings ("polic{y,ies}").
        Returns one row an occurrence: sentence_id, doc_id, voice, speaker, left, match, right, start, end
        (in the document's text).
        """
        hits = kwic(self.documents.set_index("doc_id")["text"], pattern, width)
        hits = hits.rename(columns={hits.columns[0]: "doc_id"})
        placed = pd.merge_asof(
            hits.sort_values("start"),
            self.sentences.sort_values("start")[["sentence_id", "doc_id", "voice", "speaker", "start"]].rename(
                columns={"start": "sentence_start"}
            ),
            left_on="start",
            right_on="sentence_start",
            by="doc_id",
        )
        columns = ["sentence_id", "doc_id", "voice", "speaker", "left", "match", "right", "start", "end"]
        return placed[columns].sort_values(["doc_id", "start"], ignore_index=True)

    def with_documents(self, table: pd.DataFrame) -> pd.DataFrame:
        """Join a measure with what is known of its document, and of its sentence if it has one.

        table: doc_id or sentence_id; columns that it already has are kept as they are.
        Returns the same rows in the same order, with doc_id, outlet, kind, country, language, translated,
        published, title, forwarded_from and what the material said beyond (`further`); for sentences text, voice,
        speaker, quoted; and the table's basis.
        """
        if "sentence_id" in table:
            new = [name for name in ("doc_id", *ABOUT_SENTENCES) if name not in table]
            table = describe(
                table.merge(self.sentences[["sentence_id", *new]], on="sentence_id", how="left"), like=table
            )
        if "doc_id" not in table:
            raise unknown("column", "doc_id", table.columns)
        new = [name for name in (*ABOUT_DOCUMENTS, *self.further) if name not in table]
        return describe(table.merge(self.documents[["doc_id", *new]], on="doc_id", how="left"), like=table)

    def evidence(
        self, scores: pd.DataFrame, value: str, by: str | None = None, most: int = 5, lowest: bool = False
    ) -> pd.DataFrame:
        """Show the sentences behind a number: those that score highest, with their place in the file.

        scores: one row a sentence [and group] with sentence_id, the value and the column `by`;
        most: rows for each group; lowest: the lowest instead. Ties go by the order of the text.
        Returns by, value, text, voice, speaker, outlet, doc_id, sentence_id, source, source_start,
        source_end (characters of the file), and any `evidence` column that the scores have.
        """
        require(isinstance(scores, pd.DataFrame), f"scores must be a DataFrame, not {type(scores).__name__}.")
        for column in ("sentence_id", value, *([by] if by else [])):
            if column not in scores:
                raise unknown("column", column, scores.columns)
        ranked = scores.dropna(subset=[value]).sort_values([value, "sentence_id"], ascending=[lowest, True])
        top = ranked.groupby(by, observed=True, sort=True).head(most) if by else ranked.head(most)
        top = top.sort_values([by, value], ascending=[True, lowest], kind="stable") if by else top
        keys = [by] if by else []
        found = [name for name in ("evidence",) if name in top]
        places = self.locate(self.sentences[self.sentences["sentence_id"].isin(top["sentence_id"])])
        shown = self.with_documents(top[[*keys, value, *found, "sentence_id"]]).merge(
            places[["sentence_id", "source", "source_start", "source_end"]], on="sentence_id", how="left"
        )
        columns = [*keys, value, "text", *found, "voice", "speaker", "outlet", "doc_id", "sentence_id"]
        columns += ["source", "source_start", "source_end"]
        return describe(shown[list(dict.fromkeys(columns))].reset_index(drop=True), like=scores)

    def locate(self, table: pd.DataFrame) -> pd.DataFrame:
        """Lead from text to file: add source, source_start and source_end to rows with doc_id, start, end.

        start and end count in the document's text; source_start and source_end in the file as it was read.
        The stretch can hold removed text (page furniture) between its ends.
        """
        columns = ["doc_id", "start", "source", "source_start", "source_end", "decoded"]
        spans = self.spans[columns].sort_values("start", kind="stable").rename(columns={"start": "span_start"})
        located = table.assign(_row=range(len(table)), _last=(table["end"] - 1).clip(lower=table["start"]))
        for column, edge, target in (("start", 0, "source_start"), ("_last", 1, "source_end")):
            joined = pd.merge_asof(
                located[["_row", "doc_id", column]].sort_values(column),
                spans,
                left_on=column,
                right_on="span_start",
                by="doc_id",
            ).sort_values("_row")
            # the blank between two paragraphs lies in no span: it is led to the end of the one before
            place = (joined["source_start"] + joined[column] - joined["span_start"]).clip(
                upper=joined["source_end"] - edge
            )
            # what the file writes otherwise (&amp;) is led to whole
            whole = joined["source_end"] if edge else joined["source_start"]
            located[target] = (place + edge).where(~joined["decoded"].astype("boolean").fillna(False), whole).to_numpy()
            located["source"] = joined["source"].to_numpy()
        return located.drop(columns=["_row", "_last"])

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

    @property
    def further(self) -> list[str]:
        """Columns of documents that files and sources.csv brought along, such as a section or a coder's variable."""
        return [name for name in self.documents if name not in COLUMNS["documents"] and name != COPY_WEIGHT]

    @cached_property
    def names(self) -> pd.DataFrame:
        """Every form of a name with the actor that it was taken for; see `tabulate_names`."""
        return tabulate_names(self.mentions, self.quotes)

    def parts(self) -> Iterator[Corpus]:
        """Give the corpus in parts of some hundreds of documents each, in order; one part always fits into memory.

        A corpus that was not prepared in parts is one part.
        """
        if self.prepared is None:
            yield self
            return
        documents = self.documents.drop(columns="text")
        for place in range(len(self.prepared.parts)):
            part = part_of(self.prepared, place, documents)
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
        about = (self.prepared, self.documents.drop(columns="text"), measure)
        with made_engine(jobs=jobs, amount=int(self.documents["words"].sum()) * WORD) as engine:
            measured = engine.run(_measure_part, range(len(self.prepared.parts)), about)
            found = list(count_off(measured, "measuring", total=len(self.prepared.parts)))
        return join_measured([table for table in found if table is not None])

    def _read(self, name: str) -> pd.DataFrame:
        held = self._held[name]
        return held() if callable(held) else held

    def _count(self, name: str) -> int:
        """Count a table's rows, without reading them where nothing was filtered."""
        held = self._held[name]
        if callable(held) and self.prepared is not None and self.steps.empty and name in OF_DOCUMENTS:
            return self.prepared.count(name)
        return len(getattr(self, name))

    def _of(self, documents: pd.DataFrame, steps: list[dict], about: Mapping[str, object] | None = None) -> Corpus:
        """Keep some documents; about: what their tables remember of the whole, by default that they are the whole."""
        whole = len(documents) == len(self.documents)

        def mine(name: str) -> pd.DataFrame:
            table = self._read(name)
            return table if whole else table[table["doc_id"].isin(documents["doc_id"])].reset_index(drop=True)

        about = about or {"corpus": len(documents), "weights": weights_by_document(documents)}
        held = {name: partial(mine, name) for name in OF_DOCUMENTS}
        held["sentences"] = lambda: describe(mine("sentences"), unit="sentences", **about)
        held["documents"] = describe(documents, unit="documents", **about)
        held["steps"] = pd.concat([self.steps, pd.DataFrame(steps)], ignore_index=True) if steps else self.steps
        return Corpus(**{**self._held, **held}, prepared=self.prepared)


def corpus_of(prepared: Prepared) -> Corpus:
    """Have a prepared corpus; its tables are read when they are first asked for."""
    held = {name: partial(prepared.load, name) for name in TABLES if name != "steps"}
    return Corpus(**held, steps=None, prepared=prepared)


def part_of(prepared: Prepared, place: int, documents: pd.DataFrame) -> Corpus:
    """Have one part of a prepared corpus, as far as its documents are among those given (without their texts)."""
    texts = prepared.load_part(place, "documents", ["doc_id", "text"]).set_index("doc_id")["text"]
    mine = documents[documents["doc_id"].isin(texts.index)].reset_index(drop=True)
    mine.insert(list(COLUMNS["documents"]).index("text"), "text", texts.reindex(mine["doc_id"]).array)
    held = {name: partial(prepared.load_part, place, name) for name in OF_DOCUMENTS}
    none = {name: partial(prepared.load, name) for name in ("removed", "refused", "notes", "files")}
    whole = Corpus(documents=prepared.load_part(place, "documents"), **held, **none)
    basis = basis_of(documents)
    return whole._of(mine, [], {"corpus": basis.corpus, "weights": basis.weights})


def join_measured(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Bring the rows of parts together; what was left out of each is added up."""
    bare = [pd.DataFrame(table) for table in tables]
    for table in bare:
        table.attrs = {}  # compared by concat, slowly
    return join_left_out(describe(pd.concat(bare, ignore_index=True), like=tables[0]), tables[1:])


def _measure_part(place: int, about: tuple) -> pd.DataFrame | None:
    prepared, documents, measure = about
    part = part_of(prepared, place, documents)
    return measure(part) if len(part.documents) else None
