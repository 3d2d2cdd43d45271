"""The corpus: read, clean, split, give every sentence its voice; then filter it and look into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import pandas as pd

from analysis.actors.mentions import find_mentions
from analysis.corpus.copied import add_copies, compare_copies
from analysis.corpus.filters import check_filters, join_copies, keep_fitting, weights_by_document
from analysis.errors import InputError, require, unknown
from analysis.estimates import describe
from analysis.people.identify import identify_speakers
from analysis.people.joined import tabulate_names
from analysis.tables import COLUMNS, COPY_WEIGHT
from analysis.texts.cleaning import clean_pages
from analysis.texts.cleaning.account import account_for_files
from analysis.texts.copies.using import tabulate_copying
from analysis.texts.readers import Loaded, Settings, load_pages, load_sources, make_pages
from analysis.texts.sentences import split_sentences
from analysis.voices import assign_voices, find_quotes
from analysis.words.concordance import kwic

ABOUT_DOCUMENTS = ("outlet", "kind", "country", "language", "translated", "published", "published_precision")
ABOUT_DOCUMENTS += ("title", "forwarded_from")
ABOUT_SENTENCES = ("text", "voice", "speaker", "quoted")


@dataclass(frozen=True, eq=False, repr=False)
class Corpus:
    """Documents with their sentences, quotations and voices, and all that was left out of them.

    documents, sentences, quotes, mentions, spans, removed, refused: the tables of analysis.tables.
    notes: one row a remark on a file (source, note), such as a declared count that differs.
    steps: one row a filter (step, before, after), so that no document is dropped in silence.
    files: one row a file that was read, with what became of it (`account_for_files`), whatever the filters.
    """

    documents: pd.DataFrame
    sentences: pd.DataFrame
    quotes: pd.DataFrame
    mentions: pd.DataFrame
    spans: pd.DataFrame
    removed: pd.DataFrame
    refused: pd.DataFrame
    notes: pd.DataFrame
    steps: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["step", "before", "after"]))
    files: pd.DataFrame = field(default_factory=pd.DataFrame)

    def __repr__(self) -> str:
        """Say what the corpus holds, in a line; its tables are its fields."""
        held = ("documents", "sentences", "quotes", "mentions", "refused")
        sizes = ", ".join(f"{len(getattr(self, name)):,} {name}" for name in held)
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

        pattern: words, with * for any run of letters ("sovereign*", "special * operation").
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

    @property
    def further(self) -> list[str]:
        """Columns of documents that files and sources.csv brought along, such as a section or a coder's variable."""
        return [name for name in self.documents if name not in COLUMNS["documents"] and name != COPY_WEIGHT]

    @cached_property
    def names(self) -> pd.DataFrame:
        """Every form of a name with the actor that it was taken for; see `tabulate_names`."""
        return tabulate_names(self.mentions, self.quotes)

    def _of(self, documents: pd.DataFrame, steps: list[dict]) -> Corpus:
        def mine(table: pd.DataFrame) -> pd.DataFrame:
            return table[table["doc_id"].isin(documents["doc_id"])].reset_index(drop=True)

        about = {
            "corpus": len(documents),
            "weights": weights_by_document(documents),
        }  # every table made of it remembers
        return replace(
            self,
            documents=describe(documents, unit="documents", **about),
            sentences=describe(mine(self.sentences), unit="sentences", **about),
            quotes=mine(self.quotes),
            mentions=mine(self.mentions),
            spans=mine(self.spans),
            steps=pd.concat([self.steps, pd.DataFrame(steps)], ignore_index=True) if steps else self.steps,
        )


def load_corpus(
    path: str | Path | pd.DataFrame,
    columns: Mapping[str, str] | None = None,
    one_document_per_file: bool = False,
    aliases: str | Path | None = None,
    **filters: object,
) -> Corpus:
    """Read a file, a folder or a table into a Corpus: cleaned, split into sentences, each with its voice and actors.

    path: a file or a folder of any of the kinds in docs/corpus.md (texts, tables, pages, exports), with sources.csv
    beside them if there is one (see seeds/README.md for its columns); or a DataFrame, one row a document.
    columns: which column of a table is which of documents, where its name does not say it ({"text": "body"}).
    one_document_per_file: stories on one page are not set apart. aliases: a file of names that are one actor,
    taken over the shipped ones (docs/actors.md); aliases.yaml beside the texts if it is not given. filters: as for
    Corpus.where, copies="first" among them.
    Raises InputError: a path that is not there, a folder with nothing readable, no text left after
    cleaning, a sources.csv or an alias file that cannot be used, an unknown filter or value, a filter that leaves
    nothing.
    """
    settings = Settings(_check_columns(columns), bool(one_document_per_file))
    loaded, folder = _load(path, settings)
    sources = load_sources(folder / "sources.csv") if folder and (folder / "sources.csv").is_file() else None
    check_filters(filters, [*loaded.pages, *([] if sources is None else sources)])  # before the work of minutes
    cleaned = clean_pages(loaded.pages, sources)
    require(len(cleaned.documents) > 0, f"no text is left of {path} after cleaning: see `framing corpus {path}`.")
    own = folder / "aliases.yaml" if folder else None
    documents = add_copies(cleaned.documents)
    sentences, quotes, mentions = _find_speech(documents, aliases or (own if own and own.is_file() else None))
    files = account_for_files(documents, cleaned.spans, cleaned.removed, loaded.files)
    notes = pd.concat([loaded.notes, cleaned.notes], ignore_index=True)
    corpus = Corpus(
        documents, sentences, quotes, mentions, cleaned.spans, cleaned.removed, loaded.refused, notes, files=files
    )
    return corpus.where(**filters)


def _load(path: str | Path | pd.DataFrame, settings: Settings) -> tuple[Loaded, Path | None]:
    """The pages of a path, and the folder that they lie in; of a table its rows, and no folder."""
    if isinstance(path, pd.DataFrame):
        return make_pages(path, settings), None
    require(
        isinstance(path, str | Path) and bool(str(path).strip()),
        f"path={path!r} is not the path of a file or a folder, nor a DataFrame.",
    )
    path = Path(path).expanduser()
    return load_pages(path, settings), path if path.is_dir() else path.parent


def _check_columns(columns: Mapping[str, str] | None) -> Mapping[str, str]:
    columns = {} if columns is None else columns
    texts = isinstance(columns, Mapping) and all(isinstance(name, str) for pair in columns.items() for name in pair)
    require(texts, f'columns={columns!r} says which column is which: write {{"text": "body"}}.')
    return columns


def _find_speech(documents: pd.DataFrame, aliases: str | Path | None) -> tuple[pd.DataFrame, ...]:
    """Find who says what and who is named, each actor with one identifier in both: sentences, quotes, mentions."""
    sentences = split_sentences(documents)
    mentions, register = find_mentions(sentences, aliases)
    quotes = identify_speakers(find_quotes(documents, sentences), register, mentions, sentences)
    return assign_voices(sentences, quotes, documents), quotes, mentions
