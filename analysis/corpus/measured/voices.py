"""Whose words the texts are: voices, and the speakers who are quoted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial

import pandas as pd

from analysis.charts import voices as charts
from analysis.charts.parts import TableShown
from analysis.charts.theme import Chart, NoChart
from analysis.corpus.measured.estimates import Estimates
from analysis.corpus.measured.measure import Measure
from analysis.corpus.measured.shown import ShownTable, View
from analysis.corpus.measured.texts import Texts
from analysis.estimates import describe, estimate_shares
from analysis.prose import voices as prose
from analysis.prose.order import tell_lead
from analysis.prose.phrases import number, strong, tell_estimate
from analysis.voices import speech

COUNTED = "One row a speaker; direct, indirect, turn: how often."


class SharesOfWords(Measure):
    """Shares of words: of voices or speakers, each of which has its part of a sentence's words."""

    value, weight, percent, rank_by = "part", "words", True, "words"
    nothing = "Nobody is quoted often enough."

    @cached_property
    def units(self) -> pd.DataFrame:
        """One row a sentence and voice or speaker, with the words that are theirs."""
        corpus = self.corpus
        return speech.count_spoken(corpus.with_documents(corpus.sentences), corpus.quotes)

    @property
    def told_apart(self) -> list[str]:
        """The voices or speakers that stand in tables."""
        return sorted(self.units[self.of].dropna().unique())

    @cached_property
    def measured(self) -> pd.DataFrame:
        """The same once for each voice or speaker: part is 1 where the words are theirs, else 0."""
        rows = [self.units.assign(**{self.of: one, "part": self.units[self.of] == one}) for one in self.told_apart]
        for table in rows:
            table.attrs = {}  # compared by concat, slowly
        long = pd.concat(rows, ignore_index=True) if rows else self.units.head(0).assign(part=[])
        return describe(long.astype({"part": float}), like=self.units)

    def estimate_from(self, units: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
        """Estimate each one's share of the words of each group."""
        return estimate_shares(units, of=self.of, by=list(by), weight="words", seed=self.seed)

    def arrange(self, table: pd.DataFrame) -> pd.DataFrame:
        """Set out shares without the sums that they were made of."""
        return super().arrange(table.drop(columns="count", errors="ignore"))

    def name_table(self, most: int, lowest: bool, by: str | None) -> tuple:
        """Name the table of sentences."""
        return f"{self.name}-sentences", "The sentences of most words.", 60, "Nobody says anything here."


class VoiceMeasure(SharesOfWords):
    """Each voice's share of the words."""

    of, name, noun = "voice", "words-by-voice", "voice"
    title, axis = charts.VOICES_TITLE, "share of words"

    def draw(self, table: pd.DataFrame, by: tuple[str, ...]) -> Chart | NoChart:
        """Draw voices' shares."""
        if not by:
            return charts.voice_shares(table)
        return charts.outlet_shares(table) if by == ("outlet",) else super().draw(table, by)

    def tell(self, table: pd.DataFrame, by: tuple[str, ...]) -> str:
        """Say how much each voice has."""
        if not by:
            return prose.tell_shares(table, self.corpus.quotes)
        return prose.tell_outlets(table) if by == ("outlet",) else super().tell(table, by)


class Speakers(Estimates):
    """Shares of the words of speakers; `.counts()` everybody's words and quotations."""

    _measure: SpeakerMeasure

    def counts(self) -> ShownTable:
        """Count each speaker's words and quotations."""
        return self._measure.tabulate_counts()


class SpeakerMeasure(SharesOfWords):
    """The share that each of the speakers of most words has of the words of all named ones."""

    of, name, noun, table_type = "who", "words-by-speaker", "speaker", Speakers
    title, axis = charts.SPEAKERS_TITLE, "share of the words of speakers"

    def __init__(self, corpus: Texts, most: int = 10, fewest: int = 3, seed: int = 0) -> None:
        super().__init__(corpus, seed)
        self.most, self.fewest = most, fewest

    @cached_property
    def spoken(self) -> pd.DataFrame:
        """All that is said, by whom ever."""
        return SharesOfWords.units.func(self)

    @cached_property
    def units(self) -> pd.DataFrame:
        """One row a sentence and named speaker, with the words that are theirs."""
        return self.spoken[self.spoken["speaker"].notna()]

    @cached_property
    def shown(self) -> list[str]:
        """The speakers of most words."""
        return speech.pick_speakers(self.spoken, self.most, self.fewest)

    @property
    def told_apart(self) -> list[str]:
        """Likewise."""
        return self.shown

    def estimate_from(self, units: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
        """Estimate shares of those who are shown."""
        if by:
            made = super().estimate_from(speech.join_others(units, self.shown), by)
        else:
            made = speech.estimate_speakers(self.spoken, self.shown, seed=self.seed)
        return speech.keep_who(made, self.shown)

    def draw(self, table: pd.DataFrame, by: tuple[str, ...]) -> Chart | NoChart:
        """Draw speakers' shares."""
        return super().draw(table, by) if by else charts.speaker_shares(table, self.counted)

    def tell(self, table: pd.DataFrame, by: tuple[str, ...]) -> str:
        """Say who is quoted most."""
        return super().tell(table, by) if by else prose.tell_speakers(self.counted)

    @cached_property
    def counted(self) -> pd.DataFrame:
        """Everybody's words and quotations."""
        return speech.tabulate_speakers(self.corpus.quotes, self.spoken)

    def keep_telling(self, units: pd.DataFrame, lowest: bool) -> pd.DataFrame:
        """Keep the sentences of those who are shown."""
        return units[units["who"].isin(self.shown)] if units["who"].nunique() > self.most else units

    def tabulate_counts(self) -> ShownTable:
        """Set out everybody's words and quotations."""
        counted = self.counted
        listed = TableShown(counted, "speakers", COUNTED, most=20, empty="Nobody is quoted.")
        tell = partial(prose.tell_speakers, counted)
        return ShownTable(counted, View("Who is quoted", COUNTED, False, None, tell, lambda: [listed]))


class ActorMeasure(Measure):
    """In how many documents each of the actors is named that stand in most."""

    of, value, name, noun = "actor", "named", "documents-by-actor", "actor"
    title, axis, percent = "Who is named", "share of documents that name the actor", True
    nothing = "Nobody is named that is known as an actor."
    rank_by = "sentences"  # of the document that name the actor

    def __init__(self, corpus: Texts, most: int = 20, seed: int = 0) -> None:
        super().__init__(corpus, seed)
        self.most = most

    @cached_property
    def shown(self) -> pd.DataFrame:
        """The actors that stand in most documents: actor_id, actor."""
        counts = self.corpus.mentions.groupby(["actor_id", "actor"]).agg(
            documents=("doc_id", "nunique"), mentions=("doc_id", "size")
        )
        ranked = counts.reset_index().sort_values(["documents", "mentions", "actor"], ascending=[False, False, True])
        return ranked.head(self.most)[["actor_id", "actor"]]

    @cached_property
    def units(self) -> pd.DataFrame:
        """One row a document and actor: named (1 or 0), mentions, and all of the document."""
        named = self.corpus.mentions.groupby(["doc_id", "actor_id"]).size().rename("mentions").reset_index()
        pairs = self.corpus.documents[["doc_id"]].merge(self.shown, how="cross")
        pairs = pairs.merge(named, on=["doc_id", "actor_id"], how="left")
        pairs["mentions"] = pairs["mentions"].fillna(0).astype(int)
        pairs = pairs.assign(named=(pairs["mentions"] > 0).astype(float))
        return describe(self.corpus.with_documents(pairs), like=self.corpus.documents, unit="documents")

    def estimate_from(self, units: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
        """Estimate shares, the actors of most documents first."""
        made, order = super().estimate_from(units, by), self.shown["actor"].tolist()
        return made.sort_values("actor", key=lambda actors: actors.map(order.index), kind="stable", ignore_index=True)

    def tell(self, table: pd.DataFrame, by: tuple[str, ...]) -> str:
        """Say how many are named."""
        if by:
            return super().tell(table, by)
        if table.empty:
            return "Nobody is named."
        first, mentions, names = table.iloc[0], self.corpus.mentions, [strong(actor) for actor in table["actor"]]
        named = f"{number(mentions['actor_id'].nunique(), 'actor')} named {number(len(mentions), 'time')}"
        where = "in most documents " if len(table) > 1 else ""
        return f"{named}; {where}{names[0]}: {tell_estimate(first, percent=True)}{tell_lead(table, names)}."

    def choose_units(self, chosen: Mapping[str, object]) -> pd.DataFrame:
        """Keep the sentences that name actors, the name marked, in place of documents; as `Measure.choose_units`."""
        named = self.corpus.mentions[self.corpus.mentions["actor_id"].isin(self.shown["actor_id"])]
        named = named.drop_duplicates(["sentence_id", "actor_id"]).rename(columns={"text": "evidence"})
        there = named.groupby(["doc_id", "actor_id"])["sentence_id"].transform("size")
        about = named.assign(sentences=there)[["sentence_id", "doc_id", "actor", "evidence", "sentences"]]
        return self.keep_chosen(self.corpus.with_documents(about), chosen)
