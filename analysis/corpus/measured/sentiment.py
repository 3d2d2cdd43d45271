"""How sentences sound, in whose voice, and toward whom."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, partial

import pandas as pd

from analysis.charts import sentiment as charts
from analysis.charts.bands import Course
from analysis.charts.parts import TableShown
from analysis.charts.theme import Chart, NoChart
from analysis.corpus.measured.asked import check_asked
from analysis.corpus.measured.estimates import Estimates
from analysis.corpus.measured.measure import BETWEEN, Measure
from analysis.corpus.measured.shown import ShownTable, View
from analysis.corpus.measured.texts import Texts
from analysis.estimates import estimate_means, estimate_shares
from analysis.prose import sentiment as prose
from analysis.prose.groups import tell_parts
from analysis.sentiment import count_masked, name_list, score_sentences, summarise_documents, targets
from analysis.tables import labels_of

NO_ACTOR = "No actor is named often enough."


class Sentiment(Estimates):
    """Mean compound of sentences (VADER), and what stands behind it.

    `.shares("voice")` how many sentences are negative, neutral, positive; `.documents()` each document's mean;
    `.copies("voice")` whether copies decide it; `.masked()` the names that are not rated.
    """

    _measure: SentimentMeasure

    @check_asked
    def shares(self, by: str = "voice") -> ShownTable:
        """Estimate what share of each group's sentences is negative, neutral and positive."""
        return self._measure.tabulate_shares(by)

    def documents(self) -> ShownTable:
        """Summarise each document: its mean compound and the middle half of its sentences."""
        return self._measure.tabulate_documents()

    @check_asked
    def copies(self, by: str = "voice") -> ShownTable:
        """Set each group's mean with all copies of a text beside that with one of each."""
        from analysis.corpus.measured.copies import tabulate_copies

        self._measure.check_columns((by,))
        return tabulate_copies(self._measure, by)

    def masked(self) -> ShownTable:
        """Count the names that are not rated."""
        return self._measure.tabulate_masked()


class SentimentMeasure(Measure):
    """VADER's compound of every sentence."""

    value, name, title, axis = "compound", "sentiment", "Sentiment", charts.COMPOUND
    table_type = Sentiment
    language, instrument = "en", "VADER's lexicon"
    remedy = "Rate translations, or ask corpus.where(language='en') of a corpus that has English texts."

    def __init__(self, corpus: Texts, mask_names: bool = True, more_names: Iterable[str] = (), seed: int = 0) -> None:
        super().__init__(corpus, seed)
        self.names = name_list(mask_names, [more_names] if isinstance(more_names, str) else list(more_names))

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """The sentences with what is known of their documents."""
        return self.corpus.with_documents(self.corpus.sentences)

    @cached_property
    def units(self) -> pd.DataFrame:
        """One row a sentence: compound, tone, coverage, and all of its document."""
        scored = score_sentences(self.sentences, mask_names=self.names)
        return self.corpus.with_documents(scored)

    def cover(self, by: tuple[str, ...]) -> pd.DataFrame:
        """Estimate the share of words that the lexicon knows."""
        return self.keep(("coverage", *by), lambda: estimate_means(self.units, "coverage", by=by, seed=self.seed))

    def draw(self, table: pd.DataFrame, by: tuple[str, ...]) -> Chart | NoChart:
        """Draw means with the lexicon's coverage beside them."""
        if not 1 <= len(by) <= 2:
            return super().draw(table, by)
        title = f"Sentiment by {BETWEEN.join(by)}"
        documents = self.corpus.documents if by[0] != "voice" else None
        return charts.sentiment_means(table, self.cover(by), by[0], title, *by[1:], documents=documents)

    def tell(self, table: pd.DataFrame, by: tuple[str, ...]) -> str:
        """Say how far the groups of the first column lie apart, all others together."""
        return prose.tell_means(self.estimate(by[:1]), self.cover(by[:1]), by[0]) if by else ""

    def tell_contrast(self, table: pd.DataFrame, by: str, within: tuple[str, ...] = ()) -> str:
        """Say how far voices lie apart."""
        if by == "voice" and not within:
            return prose.tell_differences(table)
        return super().tell_contrast(table, by, within)

    def draw_course(self, table: pd.DataFrame, course: Course, by: tuple[str, ...]) -> Chart | NoChart:
        """Draw the mean over time, one panel a group."""
        if len(by) != 1:
            return super().draw_course(table, course, by)
        return charts.sentiment_timeline(table, by[0], *course)

    def list_trends(self, trends: pd.DataFrame, rate: str) -> list[TableShown]:
        """List the table under the chart over time."""
        by = next(iter(trends), "voice")
        caption = f"One row a {by}: the change of its mean compound, in {rate}."
        return [TableShown(trends, "sentiment-trends", caption)]

    def name_table(self, most: int, lowest: bool, by: str | None) -> tuple:
        """Name the table of sentences as pages have it."""
        end = "negative" if lowest else "positive"
        caption = f"The most {end} sentences{f' of each {by}' if by else ''}."
        return f"most-{end}-sentences", caption, 40, "No sentence could be scored."

    def tabulate_shares(self, by: str) -> ShownTable:
        """Estimate shares of negative, neutral and positive sentences."""
        self.check_columns((by,))
        shares = self.keep(
            ("tones", by), lambda: estimate_shares(self.units, of="tone", by=by, only_known=True, seed=self.seed)
        )
        title = f"Negative, neutral and positive sentences by {by}"
        view = View(title, "share of sentences", True, partial(charts.tone_bars, shares, by), by=(by,))
        return ShownTable(shares, view)

    @cached_property
    def summary(self) -> pd.DataFrame:
        """Each document's mean."""
        return summarise_documents(self.units, self.corpus.documents)

    def tabulate_documents(self) -> ShownTable:
        """Set out each document's mean."""
        summary = self.summary
        draw, tell = partial(charts.document_means, summary), partial(prose.tell_documents, summary)
        return ShownTable(summary, View("Sentiment of each document", charts.COMPOUND, False, draw, tell))

    def tabulate_masked(self) -> ShownTable:
        """Count the names masked."""
        masked = count_masked(self.sentences["text"], self.names)
        caption = "One row a name. times: how often it stands in the texts; hits: its words that the lexicon would "
        caption += "have rated."
        listed = TableShown(masked, "masked-names", caption, most=15, empty="No name was masked.")
        tell = partial(prose.tell_scored, self.units, masked)
        return ShownTable(masked, View("Names that are not rated", caption, False, None, tell, lambda: [listed]))


class ToneMeasure(Measure):
    """The tone toward each of the actors that are named in most documents."""

    of, value, name, noun = "actor", "tone", "tone-toward-actors", "actor"
    title, axis, nothing = "Tone toward the actors", charts.TOWARD, NO_ACTOR
    language, instrument, remedy = "en", "the network that rates tone", "Rate translations."

    def __init__(self, corpus: Texts, most: int = 12, seed: int = 0) -> None:
        super().__init__(corpus, seed)
        self.most = most

    @cached_property
    def units(self) -> pd.DataFrame:
        """One row a sentence and actor named in it: tone, mention, and all of its document."""
        sentences = self.corpus.with_documents(self.corpus.sentences)
        shown = targets.score_frequent(self.corpus.mentions, sentences, self.most)
        return self.corpus.with_documents(shown)

    def draw(self, table: pd.DataFrame, by: tuple[str, ...]) -> Chart | NoChart:
        """Draw the tone toward actors."""
        if len(by) > 1:
            return super().draw(table, by)
        documents = self.corpus.documents if by and by[0] != "voice" else None
        return charts.actor_tones(table, *by, documents=documents)

    def tell(self, table: pd.DataFrame, by: tuple[str, ...]) -> str:
        """Say of which actors the texts speak better or worse than of the others."""
        if not by:
            return prose.tell_actors(self.contrast("actor", None), self.corpus.mentions)
        labels = labels_of(by[0])
        return tell_parts(table, "actor", by[0], "actor", labels=labels, percent=False) if len(by) == 1 else ""

    def list_tables(self, table: pd.DataFrame, by: tuple[str, ...]) -> list[TableShown]:
        """List the estimates under the chart of all actors."""
        caption = "One row an actor: mean tone, interval, sentences, documents."
        return (
            []
            if by
            else [TableShown(table, "tone-toward-actors-estimates", caption, empty=self.tell_foreign() or NO_ACTOR)]
        )

    def name_evidence(self, units: pd.DataFrame) -> pd.DataFrame:
        """Mark the actor's name as what counted."""
        return units.rename(columns={"mention": "evidence"})

    def name_table(self, most: int, lowest: bool, by: str | None) -> tuple:
        """Name the table of sentences as pages have it."""
        end = "negative" if lowest else "positive"
        sentences = "sentence" if most == 1 else "sentences"
        caption = f"The {sentences} of the most {end} tone toward each actor."
        return f"most-{end}-toward-actors", caption, 40, NO_ACTOR
