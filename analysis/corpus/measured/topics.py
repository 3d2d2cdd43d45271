"""Topics of a corpus: their shares of the text, whose they are, and how far they can be relied on."""

from __future__ import annotations

from functools import cached_property, partial

import pandas as pd

from analysis.charts import topics as charts
from analysis.charts.bands import Course
from analysis.charts.parts import TableShown
from analysis.charts.theme import Chart, NoChart
from analysis.corpus.measured.asked import check_asked
from analysis.corpus.measured.estimates import Estimates
from analysis.corpus.measured.measure import Measure
from analysis.corpus.measured.passages import Passages
from analysis.corpus.measured.shown import ShownTable, View
from analysis.corpus.measured.texts import Texts
from analysis.corpus.measured.typical import UNSTABLE, find_typical, locate_paragraphs, make_passages
from analysis.estimates import describe, estimate_means
from analysis.prose import topics as prose
from analysis.prose.phrases import number
from analysis.topics import (
    TopicModel,
    choose_topics,
    compare_models,
    fit_other_method,
    fit_topics,
    tabulate_weights,
)
from analysis.topics.large import FITTED, draw_part
from analysis.topics.stability import SIMILAR
from analysis.words.function_words import AUTO, choose_listed, is_auto, list_words_of_few
from analysis.words.units import gather_units


class Topics(Estimates):
    """Each topic's share of the text, and what speaks for and against it.

    `.model` the fitted model; `.passages()` the most typical passages of each stable topic; `.counts()` what other
    numbers of topics would bring; `.stability()` which come back; `.agreement()` which another method finds too. By
    groups and over time only topics that are stable stand in the tables.
    """

    _measure: TopicMeasure

    @property
    def model(self) -> TopicModel:
        """The fitted topics: words, weights, coherence, stability."""
        return self._measure.model

    @property
    def texts(self) -> pd.DataFrame:
        """The texts that topics were looked for in (`gather_units`)."""
        return self._measure.texts

    @property
    def unit(self) -> str:
        """What topics were looked for in: "document" or "paragraph"."""
        return self._measure.texts.attrs["unit"]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose function words were left out."""
        return self._measure.given["languages"]

    @property
    def weights(self) -> pd.DataFrame:
        """Every topic's share of each text, one row a text and topic."""
        return self._measure.weights

    @check_asked
    def passages(self, most: int = 3) -> ShownTable:
        """List the most typical passages of each stable topic, at most one of a document."""
        return self._measure.tabulate_passages(most)

    def counts(self) -> ShownTable:
        """Set out what each number of topics would bring."""
        return self._measure.tabulate_counts()

    def stability(self) -> ShownTable:
        """Set out how alike each topic came back in refits."""
        return self._measure.tabulate_stability()

    def agreement(self) -> ShownTable:
        """Set each topic beside its nearest among those that another method finds."""
        return self._measure.tabulate_agreement()


class TopicMeasure(Measure):
    """Topics fitted to documents or paragraphs; settings: more for `fit_topics`."""

    of, value, weight, name = "label", "weight", "words", "topics"
    title, noun, axis, percent = charts.SHARES_TITLE, "stable topic", charts.WEIGHTED, True
    table_type = Topics
    nothing = "No topics: too few texts, or too few words that stand in several of them."

    def __init__(
        self, corpus: Texts, n_topics: int | None = None, unit: str = "", seed: int = 0, **settings: object
    ) -> None:
        super().__init__(corpus, seed)
        self.n_topics, self.unit, self.settings = n_topics or None, unit, settings

    @cached_property
    def texts(self) -> pd.DataFrame:
        """The units that topics are looked for in."""
        return gather_units(self.corpus.sentences, self.unit)

    @cached_property
    def given(self) -> dict:
        """What every fit is given."""
        asked = self.settings.get("languages", AUTO)
        listed = choose_listed(asked, self.corpus.documents)
        words = self.settings.get("stop_words", ())
        if is_auto(asked):
            words = (*([words] if isinstance(words, str) else words), *self._list_words_of_few(listed))
        settings = {**self.settings, "languages": listed, "stop_words": words}
        return {"documents": self.texts["doc_id"], "seed": self.seed, **settings}

    def _list_words_of_few(self, listed: tuple[str, ...]) -> tuple[str, ...]:
        """List the function words of languages of few texts, of as many documents as topics are learnt from."""
        part = self.texts.iloc[draw_part(self.texts["text"], self.texts["doc_id"], FITTED, self.seed)]
        languages = part["doc_id"].map(self.corpus.documents.set_index("doc_id")["language"])
        return list_words_of_few(part["text"], languages, listed)

    @cached_property
    def model(self) -> TopicModel:
        """The fitted topics."""
        return fit_topics(self.texts["text"], self.n_topics, **self.given)

    @cached_property
    def weights(self) -> pd.DataFrame:
        """Every topic's share of each text, those not stable too."""
        return tabulate_weights(self.model, self.texts)

    @cached_property
    def units(self) -> pd.DataFrame:
        """One row a text and stable topic, its share of the text, and all of its document."""
        return self.corpus.with_documents(self.weights[self.weights["stable"]])

    @cached_property
    def spoken(self) -> pd.DataFrame:
        """Likewise for what one voice says in a paragraph."""
        spoken = tabulate_weights(self.model, gather_units(self.corpus.sentences, "voice"))
        return spoken[spoken["stable"]]

    @cached_property
    def spoken_units(self) -> pd.DataFrame:
        """Passages of one voice with all of their documents."""
        return self.corpus.with_documents(self.spoken)

    def estimate(self, by: tuple[str, ...] = ()) -> pd.DataFrame:
        """Estimate shares: of all topics together, of the stable ones by groups."""
        if not by:
            return self.keep(
                ("topics",),
                lambda: estimate_means(self.weights, "weight", by="topic", weight="words", seed=self.seed),
            )
        if "voice" not in by:
            return super().estimate(by)
        spoken = self.spoken if by == ("voice",) else self.spoken_units
        return self.keep(("means", *by), lambda: self.estimate_from(spoken, by))

    def remark(self, by: tuple[str, ...], period: str = "") -> list[str]:
        """Say which topics do not stand in a table by groups or over time."""
        stable = self.model.summary["stable"].astype(bool)
        if stable.all() or not (by or period):
            return []
        gone = number(int((~stable).sum()), "topic")
        return [f"{gone} of {len(stable)} not stable and left out: shares of those shown do not add up to 100%."]

    def overall(self) -> pd.DataFrame:
        """Estimate the stable topics' shares of all texts."""
        return self.keep(("means",), lambda: self.estimate_from(self.units, ()))

    def draw(self, table: pd.DataFrame, by: tuple[str, ...]) -> Chart | NoChart:
        """Draw topics' shares."""
        if not by:
            return charts.topic_shares(table, self.model.summary)
        if len(by) > 1:
            return super().draw(table, by)
        if by == ("voice",) or by == ("kind",):
            return charts.topic_shares_by(table, by[0])
        return charts.topic_shares_by(table, by[0], overall=self.overall(), documents=self.corpus.documents)

    def tell(self, table: pd.DataFrame, by: tuple[str, ...]) -> str:
        """Say which topics are largest, and where groups differ."""
        if not by:
            return prose.tell_topics(table, self.model.summary)
        return prose.tell_topics_by(table, by[0]) if len(by) == 1 else ""

    def list_tables(self, table: pd.DataFrame, by: tuple[str, ...]) -> list[TableShown]:
        """List topics and their words under the chart of all."""
        if by:
            return []
        caption = "One row a topic. exclusive words: frequent in the topic and rare elsewhere (FREX)."
        summary = self.model.summary.drop(columns=["words", "share"])
        words = TableShown(self.model.terms, "topic-words", "One row a topic and word.", most=10)
        return [TableShown(summary, "topics", caption), words]

    def arrange(self, table: pd.DataFrame) -> pd.DataFrame:
        """Set topics out with their labels and words, the largest first."""
        table = super().arrange(table)
        if "topic" not in table:
            return table
        about = self.model.summary[["topic", "label", "words", "stable"]]
        numbers = [name for name in table if name != "topic"]
        named = table.merge(about, on="topic")[["topic", "label", "words", "stable", *numbers]]
        ranked = named.sort_values("estimate", ascending=False, kind="stable", ignore_index=True)
        return describe(ranked, like=table)

    def draw_course(self, table: pd.DataFrame, course: Course, by: tuple[str, ...]) -> Chart | NoChart:
        """Draw shares over time."""
        return super().draw_course(table, course, by) if by else charts.topic_timeline(table, *course)

    def tell_course(self, table: pd.DataFrame) -> str:
        """Say how many documents bear a date."""
        documents = self.corpus.documents
        return prose.tell_timeline(table, int(documents["published"].isna().sum()), len(documents))

    def list_trends(self, trends: pd.DataFrame, rate: str) -> list[TableShown]:
        """List the table under the chart over time."""
        return [TableShown(trends, "topic-trends", f"One row a topic: the change of its share, in {rate}.")]

    def list_sentences(self, by: tuple, most: int, lowest: bool, which: dict) -> Passages:
        """List the passages that show topics; of one or some, where `which` names them."""
        paragraphs = locate_paragraphs(self.corpus)
        found = self.passages(most if not which else len(paragraphs)).rename(columns={"weight": "share"})
        found = self.corpus.with_documents(found.merge(paragraphs, on="sentence_id", how="left"))
        return make_passages(self.keep_chosen(found, which).groupby("label", sort=False).head(most))

    def passages(self, most: int) -> pd.DataFrame:
        """Find the most typical passages of stable topics."""
        return find_typical(self.model, self.corpus, most)

    def tabulate_passages(self, most: int) -> ShownTable:
        """Set out typical passages."""
        passages = self.passages(most)
        caption = "One row a topic and passage; weight: the topic's share of it."
        listed = TableShown(passages, "topic-passages", caption, most=60, empty=UNSTABLE)
        return ShownTable(passages, View("Typical passages of each topic", caption, after=lambda: [listed]))

    @cached_property
    def choice(self) -> pd.DataFrame:
        """What each number of topics would bring."""
        return choose_topics(self.texts["text"], **self.given) if self.n_topics else self.model.choice

    def tabulate_counts(self) -> ShownTable:
        """Set out numbers of topics."""
        choice, model = self.choice, self.model
        view = View(
            "What each number of topics would bring", "higher is better", False,
            partial(charts.topic_count_lines, choice), partial(prose.tell_choice, choice, model.n_topics),
            lambda: [self.tell_units()],
        )  # fmt: skip
        return ShownTable(choice, view)

    def tell_units(self) -> str:
        """Say what topics were looked for in, and what they do not see."""
        return prose.tell_units(self.texts, self.model.left_out, self.model.ubiquitous, self.model.note)

    def tabulate_stability(self) -> ShownTable:
        """Set out refits."""
        model = self.model
        draw = partial(charts.topic_stability, model.refits, model.summary, SIMILAR)
        return ShownTable(model.refits, View("Which topics come back", "cosine with its match", False, draw))

    def tabulate_agreement(self) -> ShownTable:
        """Set topics beside those of another method."""
        other = "LDA" if self.model.method == "nmf" else "NMF"
        second = fit_other_method(self.texts["text"], self.model, **self.given)
        pairs = compare_models(self.model, second)
        caption = f"One row a topic and its nearest among {other}'s."
        listed = TableShown(pairs, "topic-agreement", caption, empty="There are no topics to compare.")
        tell = partial(prose.tell_agreement, pairs, other)
        return ShownTable(pairs, View("Topics that two methods find", caption, False, None, tell, lambda: [listed]))
