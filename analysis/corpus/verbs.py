"""What a corpus can be asked: each verb measures it and answers with a table of estimates that shows itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from analysis.corpus.measured.asked import check_asked

if TYPE_CHECKING:
    from analysis.corpus.measured.estimates import Estimates, Grouping
    from analysis.corpus.measured.frames import Frames
    from analysis.corpus.measured.sentiment import Sentiment
    from analysis.corpus.measured.terms import TypicalTerms
    from analysis.corpus.measured.topics import Topics
    from analysis.corpus.measured.voices import Speakers
    from analysis.frames.codebooks import Codebook

OF_TOPICS = ("method", "languages", "stop_words", "runs")  # further arguments of fit_topics
OF_KEYNESS = ("a_0", "background", "min_documents", "resamples")  # and of keyness
CodebookName = Literal["generic", "policy", "elements", "foreign-policy"]
Method = Literal["words", "meaning", "meaning-minilm"]


class Verbs:
    """The measures of a corpus as its verbs; mixed into `Corpus`.

    What measures is imported when it is first asked for: reading a corpus need not wait for scikit-learn.
    """

    @check_asked
    def frames(
        self,
        codebook: CodebookName | str | Path | Codebook | Mapping = "generic",
        method: Method = "words",
        *,
        marked: bool = False,
        coder: str | Path = "",
        seed: int = 0,
    ) -> Frames:
        """Estimate the share of sentences that carry each frame of a codebook.

        codebook: a name, the path of a .yaml file, a Codebook, or frames with their words as you write them in a
        notebook: {"Security": ["secur*", "threat*"], "Economy": ["trade", "econom*"]}. method: "words", "meaning" or
        "meaning-minilm". marked: set words and meaning against one another first, and write behind each frame what
        speaks against relying on it. coder: the file of a trained coder, a third instrument.
        Returns one row a frame, to be asked on: `.by("voice")`, `.compare(by="outlet")`, `.over_time("month")`,
        `.evidence(frame=..., most=5)`, `.plot()`. Raises InputError as `code_frames`.
        """
        from analysis.corpus.measured.frames import FrameMeasure

        return FrameMeasure(self, codebook, method, seed, coder, marked).group()

    @check_asked
    def sentiment(self, mask_names: bool = True, more_names: Iterable[str] = (), *, seed: int = 0) -> Sentiment:
        """Estimate the mean sentiment of sentences: VADER's compound, from -1 to 1.

        mask_names: whether names such as "United Nations" are not rated; more_names: further ones.
        Returns one row, to be asked on: `.by("voice")`, `.compare(by="voice", against="outlet")`, `.over_time()`.
        """
        from analysis.corpus.measured.sentiment import SentimentMeasure

        return SentimentMeasure(self, mask_names, more_names, seed).group()

    @check_asked
    def targets(self, most: int = 12, *, seed: int = 0) -> Estimates:
        """Estimate the tone toward each of the actors that stand in most documents, from -1 to 1.

        Returns one row an actor, to be asked on: `.by("outlet")`, `.compare(by="actor")`, `.evidence(actor="Russia")`.
        """
        from analysis.corpus.measured.sentiment import ToneMeasure

        return ToneMeasure(self, most, seed).group()

    @check_asked(settings=OF_TOPICS)
    def topics(self, n_topics: int | None = None, unit: str = "", *, seed: int = 0, **settings: object) -> Topics:
        """Find topics, and estimate each one's share of the text.

        n_topics: how many; None for the number that comes back best. unit: "document" or "paragraph", in which topics
        are looked for; "" for documents if there are a hundred. settings: more for `fit_topics`, of which languages is
        "auto" here: function words of the texts' own languages are left out.
        Returns one row a topic, to be asked on: `.by("outlet")`, `.over_time()`, `.passages()`, `.model`.
        """
        from analysis.corpus.measured.topics import TopicMeasure

        return TopicMeasure(self, n_topics, unit, seed, **settings).group()

    @check_asked
    def voices(self, *, seed: int = 0) -> Estimates:
        """Estimate each voice's share of the words: the outlets' own, quoted speech, forwarded posts.

        Returns one row a voice, to be asked on: `.by("outlet")`, `.compare(by="outlet")`, `.over_time()`.
        """
        from analysis.corpus.measured.voices import VoiceMeasure

        return VoiceMeasure(self, seed).group()

    @check_asked
    def speakers(self, most: int = 10, fewest: int = 3, *, seed: int = 0) -> Speakers:
        """Estimate each speaker's share of the words of speakers.

        most: speakers shown, those of most words; fewest: sentences that one must have.
        Returns one row a speaker, to be asked on: `.by("outlet")`, `.counts()`, `.evidence(speaker="...")`.
        """
        from analysis.corpus.measured.voices import SpeakerMeasure

        return SpeakerMeasure(self, most, fewest, seed).group()

    @check_asked
    def actors(self, most: int = 20, *, seed: int = 0) -> Estimates:
        """Estimate in what share of the documents each actor is named; most: actors shown, those of most documents.

        Returns one row an actor, to be asked on: `.by("outlet")`, `.over_time()`, `.evidence(actor="...")`.
        """
        from analysis.corpus.measured.voices import ActorMeasure

        return ActorMeasure(self, most, seed).group()

    @check_asked(settings=OF_KEYNESS)
    def keyness(
        self, by: Grouping | str = "outlet", n_terms: int = 12, *, phrases: int = 1,
        languages: str | Iterable[str] = "auto", title: str = "", seed: int = 0, **settings: object,
    ) -> TypicalTerms:  # fmt: skip
        """Find the words and phrases that set groups apart: log-odds with an informative Dirichlet prior.

        by: the column of groups, of five documents or more; n_terms: terms shown of each; phrases: the longest phrase
        in words; languages: whose function words are not listed ("auto": those of the texts' own); settings: more for
        `analysis.keyness`.
        Returns all terms, one row a term and group; shown are each group's surest, `.contexts` says where they stand.
        """
        from analysis.corpus.measured.terms import measure_terms

        return measure_terms(self, by, n_terms, title, phrases=phrases, languages=languages, seed=seed, **settings)
