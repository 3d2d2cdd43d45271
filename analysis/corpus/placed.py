"""From rows to what is known of them: their document, their sentence, their place in the file."""

from __future__ import annotations

import pandas as pd

from analysis.corpus.held import HeldTables
from analysis.errors import require, unknown
from analysis.estimates import describe
from analysis.tables import COLUMNS, COPY_WEIGHT

ABOUT_DOCUMENTS = ("outlet", "kind", "country", "language", "translated", "published", "published_precision")
ABOUT_DOCUMENTS += ("title", "forwarded_from")
ABOUT_SENTENCES = ("text", "voice", "speaker", "quoted")


class Located(HeldTables):
    """A corpus, as far as it knows where its rows come from."""

    @property
    def further(self) -> list[str]:
        """Columns of documents that files and sources.csv brought along, such as a section or a coder's variable."""
        return [name for name in self.documents if name not in COLUMNS["documents"] and name != COPY_WEIGHT]

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
