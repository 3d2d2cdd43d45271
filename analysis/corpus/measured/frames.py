"""Frames of a corpus: shares of sentences that carry each, and how far the instruments that say so can be trusted."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import pandas as pd

from analysis.charts import frames as charts
from analysis.charts.bands import Course
from analysis.charts.parts import TableShown
from analysis.charts.theme import Chart, NoChart
from analysis.corpus.measured import instruments as checks
from analysis.corpus.measured.asked import check_asked
from analysis.corpus.measured.estimates import Estimates
from analysis.corpus.measured.measure import Measure
from analysis.corpus.measured.shown import ShownTable
from analysis.corpus.measured.texts import Texts
from analysis.errors import unknown
from analysis.estimates import describe
from analysis.frames import METHODS, WordCounts, code_frames, count_frame_words, instruments
from analysis.frames.agreement import agreement, leave_one_word_out, stamp_frames
from analysis.frames.codebooks import Codebook, load_codebook
from analysis.prose import frames as prose

SHARES = ("keep", "first", "weight", "difference", "low", "high")
SAID = {
    "words": (
        "By words. evidence: the words found; source_start and source_end: characters of the file.",
        "No word of the codebook stands in these texts.",
    ),
    "meaning": (
        "By meaning. evidence: the nearest statement of the codebook.",
        "No sentence is near a statement of the codebook.",
    ),
}


class Frames(Estimates):
    """Shares of sentences that carry each frame of a codebook, and what speaks for and against the instruments.

    `.strengths()` documents' mean scores by every instrument; `.together()` which frames come together;
    `.agreement()` how far instruments agree; `.words()` what hangs on one word; `.copies()` whether copies decide it;
    `.using("meaning")` the same frames by another instrument; `.disagreements()` where two of them disagree.
    """

    _measure: FrameMeasure

    @property
    def book(self) -> Codebook:
        """The codebook."""
        return self._measure.book

    @property
    def stamps(self) -> pd.DataFrame:
        """What is to be wary of in each frame, one row a frame (`stamp_frames`)."""
        return self._measure.stamps

    @property
    def ratings(self) -> pd.DataFrame:
        """Each document's score on each frame by each instrument (`rate_with`)."""
        return self._measure.ratings

    @property
    def codes(self) -> dict[str, pd.DataFrame]:
        """The codes of every sentence by each method that was used, this one first."""
        made = (self._measure, *self._measure.others.values())
        return {one.method: one.units for one in made if one.can_measure}

    @check_asked
    def using(self, method: str) -> Frames:
        """Code the same frames by another method: "words", "meaning" or "meaning-minilm".

        Nothing is found by one that the codebook has no words or statements for.
        """
        check_method(method)
        return self._measure.measured_by(method).group(self._by)

    def strengths(self) -> ShownTable:
        """Estimate the documents' mean score on each frame, by every instrument."""
        return checks.tabulate_strengths(self._measure)

    def together(self) -> ShownTable:
        """Correlate every two frames over documents: which come together, and which keep apart."""
        return checks.tabulate_together(self._measure)

    def agreement(self) -> ShownTable:
        """Estimate how far the instruments agree on each frame (Krippendorff's alpha of ranks)."""
        return checks.tabulate_agreement(self._measure)

    def words(self) -> ShownTable:
        """Measure what each frame would lose without the words that carry most of it."""
        return checks.tabulate_words(self._measure)

    def copies(self) -> ShownTable:
        """Set each frame's share with all copies of a text beside that with one of each."""
        from analysis.corpus.measured.copies import tabulate_copies

        return tabulate_copies(self._measure, "frame", SHARES)

    @check_asked
    def disagreements(self, other: str = "meaning", most: int = 2) -> ShownTable:
        """List the sentences that one instrument ranks high and the other low, so many of each frame."""
        check_method(other)
        return checks.tabulate_disagreements(self._measure, other, most)


def check_method(method: str) -> None:
    """Raise InputError for what is no method."""
    if method not in METHODS:
        raise unknown("method", method, METHODS)


class FrameMeasure(Measure):
    """Frames of a codebook in every sentence, by one method.

    marked: whether frames bear what speaks against them in brackets, which compares instruments first.
    """

    of, value, rank_by = "frame", "present", "score"
    name, title, noun = "frames", charts.SHARES_TITLE, "frame"
    axis, percent, table_type = charts.SHARE, True, Frames
    instrument = "the codebook"
    remedy = 'With words of that language, say so: frames({{"frames": {{...}}, "language": "{}"}}).'

    def __init__(
        self,
        corpus: Texts,
        codebook: object = "generic",
        method: str = "words",
        seed: int = 0,
        coder: str | Path = "",
        marked: bool = False,
    ) -> None:
        super().__init__(corpus, seed)
        self.book, self.method, self.coder, self.marked = load_codebook(codebook), method, coder, marked
        self.others: dict[str, FrameMeasure] = {}
        self.asked = True  # for this method: that the codebook has nothing for it is an error, not a finding

    def measured_by(self, method: str) -> FrameMeasure:
        """The same frames by another method, under the same names."""
        if method == self.method:
            return self
        if method not in self.others:
            other = FrameMeasure(self.corpus, self.book, method, self.seed, self.coder, self.marked)
            other.others[self.method], other.asked = self, False
            other.__dict__.update({name: getattr(self, name) for name in ("labels",)})
            self.others[method] = other
        return self.others[method]

    @property
    def language(self) -> str:
        """The codebook's language."""
        return self.book.language

    @property
    def can_measure(self) -> bool:
        """Whether the codebook has what the method needs."""
        return self.book.has_for(METHODS[self.method])

    @cached_property
    def counts(self) -> WordCounts:
        """The codebook's words in the documents, counted once for all that needs them."""
        return count_frame_words(self.corpus.documents, self.book)

    @cached_property
    def ratings(self) -> pd.DataFrame:
        """Documents rated by every instrument."""
        corpus, counts = self.corpus, self.counts if self.book.has_for("words") else None
        return instruments.rate_with(
            corpus.documents, self.book, coder=self.coder, counts=counts, sentences=corpus.sentences
        )

    @cached_property
    def agreed(self) -> pd.DataFrame:
        """How far instruments agree."""
        return agreement(self.ratings, seed=self.seed)

    @cached_property
    def weights_of_words(self) -> pd.DataFrame:
        """What each word carries."""
        return leave_one_word_out(self.counts, self.book, seed=self.seed)

    @cached_property
    def stamps(self) -> pd.DataFrame:
        """What is to be wary of."""
        return stamp_frames(self.agreed, self.weights_of_words, self.book.status)

    @cached_property
    def labels(self) -> dict[str, str]:
        """The frames' names to read, with what speaks against them where that was asked for."""
        return instruments.mark_frames(self.book.labels, self.stamps) if self.marked else self.book.labels

    @cached_property
    def units(self) -> pd.DataFrame:
        """One row a sentence and frame: present (1 or 0), score, evidence, and all of its document."""
        sentences = self.corpus.sentences[["sentence_id", "doc_id", "text", "language"]]
        code = code_frames if self.asked else instruments.code_with
        coded = instruments.mark_present(code(sentences, self.book, self.method), self.labels)
        about = self.corpus.with_documents(sentences[["sentence_id"]])  # once a sentence, then for each of its frames
        about = about.loc[about.index.repeat(len(self.book.frames)), [name for name in about if name not in coded]]
        return describe(pd.concat([pd.DataFrame(coded), about.reset_index(drop=True)], axis=1), like=coded)

    def draw(self, table: pd.DataFrame, by: tuple[str, ...]) -> Chart | NoChart:
        """Draw shares by groups."""
        if not by:
            return charts.frame_shares(table.sort_values("estimate", ascending=False))
        if len(by) == 1:
            overall = self.estimate() if by == ("outlet",) else None
            documents = self.corpus.documents if by == ("outlet",) else None
            return charts.frames_by(table, by[0], overall, documents)
        return super().draw(table, by)

    def draw_course(self, table: pd.DataFrame, course: Course, by: tuple[str, ...]) -> Chart | NoChart:
        """Draw shares over time."""
        return super().draw_course(table, course, by) if by else charts.frame_timeline(table, *course)

    def tell(self, table: pd.DataFrame, by: tuple[str, ...]) -> str:
        """Say what shares show."""
        if not by:
            return prose.tell_frames(table)
        return prose.tell_frames_by(table, by[0]) if len(by) == 1 else ""

    def arrange(self, table: pd.DataFrame) -> pd.DataFrame:
        """Order frames by how frequent they are, as the chart does."""
        table = super().arrange(table)
        order = self.estimate().sort_values("estimate", ascending=False, kind="stable")["frame"].tolist()
        ranked = table.sort_values("frame", key=lambda frames: frames.map(order.index), kind="stable")
        return describe(ranked.reset_index(drop=True), like=table)

    def title_of(self, by: tuple[str, ...]) -> str:
        """Name a table by what it is grouped by."""
        said = "" if self.method == "words" else f" ({charts.INSTRUMENT_LABELS.get(self.method, self.method)})"
        return f"{super().title_of(by)}{said}"

    def list_trends(self, trends: pd.DataFrame, rate: str) -> list[TableShown]:
        """List the table under the chart over time."""
        caption = f"One row a frame: the change of its share of sentences, in {rate}."
        return [TableShown(trends, "frame-trends", caption)]

    def is_called(self, value: str, name: object, column: str) -> bool:
        """Whether a frame is meant by a name: its label, or its name in the codebook."""
        if column == "frame" and str(name) in self.labels:
            return self.labels[str(name)] == value
        return super().is_called(value, name, column)

    def keep_telling(self, units: pd.DataFrame, lowest: bool) -> pd.DataFrame:
        """Keep the sentences in which something was found."""
        return units[units["score"] > 0]

    def name_table(self, most: int, lowest: bool, by: str | None) -> tuple:
        """Name the table of sentences as pages have it."""
        caption, empty = SAID.get(self.method, SAID["meaning"])
        empty = empty if self.can_measure else checks.LACKING.format(METHODS[self.method])
        return f"sentences-by-{self.method}", caption, 60, empty
