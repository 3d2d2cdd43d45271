"""Corpora made by a small maker: groups of 1 to 50 documents, some without a name, some with a frame far more often."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.estimates import describe, estimate_differences, estimate_means, estimate_shares

FRAMES = {"conflict": "Conflict", "economic": "Economic consequences", "human_interest": "Human interest"}
NOT_KNOWN = "not known"


@dataclass(frozen=True)
class MadeCorpus:
    """So many named outlets, drawn by a seed; every fourth of them carries conflict far more often."""

    groups: int

    @cached_property
    def documents(self) -> pd.DataFrame:
        """One row a document; those of one more group have no outlet."""
        generator = np.random.default_rng(self.groups)
        sizes = np.clip((generator.pareto(0.8, size=self.groups + 1) * 4 + 1).astype(int), 1, 50)
        sizes[:2], sizes[-1] = (40, 30), 7
        names = [f"outlet {place:03}" for place in range(self.groups)] + [None]
        outlet = np.repeat(np.array(names, dtype=object), sizes)
        n = len(outlet)
        published = pd.Series(pd.to_datetime("2024-01-01") + pd.to_timedelta(generator.integers(0, 300, size=n), "D"))
        table = pd.DataFrame({"doc_id": [f"d{place:05}" for place in range(n)], "outlet": outlet})
        return table.assign(
            kind=np.where(generator.random(n) < 0.3, "post", "article"),
            published=published.where(generator.random(n) < 0.8),
            published_from="sources", published_precision="day",
            language=np.where(generator.random(n) < 0.1, "ru", "en"),
            translated=pd.array(generator.choice([True, False], size=n), dtype="boolean"),
            copy_of=np.where(generator.random(n) < 0.05, "d00000", None),
            forwarded_from=np.where(generator.random(n) < 0.1, "channel", None),
            words=generator.integers(10, 900, size=n),
            source=[f"f{place // 3}.txt" for place in range(n)],
        )  # fmt: skip

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence of one of three voices, with a compound, a tone and a speaker."""
        generator, documents = np.random.default_rng(self.groups + 1), self.documents
        lengths = generator.integers(3, 30, size=len(documents))
        table = documents.loc[documents.index.repeat(lengths), ["doc_id", "outlet", "kind", "language"]].reset_index(
            drop=True
        )
        n = len(table)
        voice = generator.choice(["outlet", "speaker", "forwarded"], p=[0.6, 0.35, 0.05], size=n)
        speaker = np.array(
            [f"speaker {place:03}" for place in generator.integers(0, self.groups, size=n)], dtype=object
        )
        speaker[generator.random(n) < 0.2] = None
        named = table["outlet"].str[-3:].astype(float).fillna(1)
        table = table.assign(
            sentence_id=[f"s{place}" for place in range(n)], voice=voice,
            speaker=np.where(voice == "speaker", speaker, None), words=generator.integers(5, 40, size=n),
            known=generator.integers(0, 4, size=n),
            compound=pd.Series(np.clip(generator.normal(named % 4 * 0.1, 0.4), -1, 1)).where(table["language"] == "en"),
        )  # fmt: skip
        often = {
            "conflict": np.where(named % 4 == 0, 0.7, 0.2),
            "economic": 0.1,
            "human_interest": np.where(named == 5, 0, 0.03),
        }
        for frame, share in often.items():
            table[frame] = (generator.random(n) < share).astype(float)
        return describe(table, unit="sentences")

    @cached_property
    def coded(self) -> pd.DataFrame:
        """One row a sentence and frame."""
        parts = [self.sentences.assign(frame=label, present=self.sentences[name]) for name, label in FRAMES.items()]
        return describe(pd.concat(parts, ignore_index=True), unit="sentences")

    def means(self, *by: str) -> pd.DataFrame:
        """Shares of sentences with each frame, by groups."""
        return estimate_means(self.coded, "present", by=["frame", *by], resamples=400)

    def tones(self, *by: str) -> pd.DataFrame:
        """Mean compound by groups."""
        return estimate_means(self.sentences, "compound", by=list(by), resamples=400)

    @cached_property
    def differences(self) -> pd.DataFrame:
        """Mean compound of each named outlet against the others, as of actors."""
        named = self.sentences.dropna(subset="outlet").rename(columns={"outlet": "actor"})
        return estimate_differences(named, "compound", between="actor", resamples=400)

    @cached_property
    def voices(self) -> pd.DataFrame:
        """Shares of words by voice."""
        return estimate_shares(self.sentences, of="voice", weight="words", resamples=400)
