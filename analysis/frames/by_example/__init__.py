"""Frames by example: a coder that learns from texts that a researcher has coded by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.special import expit

from analysis.cards import Card, Carded, Facts, Prose, Rows
from analysis.disk import write_bytes
from analysis.errors import require
from analysis.estimates import describe
from analysis.frames.by_example.codes import (
    FEWEST_EXAMPLES,
    LABELS,
    YES_NO,
    check_codes,
    keep_one_language,
    number_documents,
    present_texts,
)
from analysis.frames.by_example.copies import group_copies
from analysis.frames.by_example.features import Features, vectors_hash
from analysis.frames.by_example.fitting import (
    FOLDS,
    Examples,
    calibrate,
    choose_threshold,
    predict_out_of_fold,
    score_out_of_fold,
    split_folds,
)
from analysis.frames.by_example.quality import measure_quality
from analysis.frames.by_example.saved import FITTED, FORMAT, load_saved_coder
from analysis.given import error_for_texts, is_corpus
from analysis.texts.cleaning.languages import IN_ANOTHER, check_language, mark_texts

__all__ = ["FEWEST_EXAMPLES", "FrameCoder", "load_frame_coder", "train_frame_coder"]

FEWEST_GROUPS = 2  # of texts with a code: one to learn from, one to test on


@dataclass(repr=False)
class FrameCoder(Carded):
    """A coder trained on hand codes; `quality` says how well it does on texts that it has not seen.

    quality: one row a frame: frame, f1, low, high (95%, documents resampled), precision, recall, examples, texts,
    documents; from five-fold cross-validation, thresholds taken from the other folds, copies of a text in one fold
    with it. refused: frames left out for want of examples: frame, examples, needed. language: that of most of the
    texts, "en" or another; texts in others were left out of training (the basis of quality counts them) and get NA.
    """

    kind: str
    frames: list
    features: Features
    coefficients: np.ndarray
    intercepts: np.ndarray
    slopes: np.ndarray
    offsets: np.ndarray
    thresholds: np.ndarray
    quality: pd.DataFrame
    refused: pd.DataFrame
    name: str = "frame"
    seed: int = field(default=0)
    language: str = "en"

    def __repr__(self) -> str:
        return f"<FrameCoder: {self.kind}, {', '.join(map(str, self.frames))}>"

    def card(self) -> Card:
        """Make the card: what the coder codes, and how well it does on texts that it has not seen."""
        quality = self.quality
        texts, documents = (int(quality[name].max()) if len(quality) else 0 for name in ("texts", "documents"))
        facts = [
            ("codes", self.kind),
            ("language", self.language),
            ("trained on", f"{texts:,} texts of {documents:,} documents"),
        ]
        out = [f"{row.frame} ({row.examples} of {row.needed} examples)" for row in self.refused.itertuples()]
        facts += [("left out", ", ".join(out))] if out else []
        head = ["frame", "F1", "95% interval", "precision", "recall", "examples"]
        rows = Rows("On texts that it has not seen", head, [_tell_quality(row) for row in quality.itertuples()],
                    numbers=[1, 2, 3, 4, 5], wide=[3, 4])  # fmt: skip
        code = [
            "coder.predict(texts)",
            "coder.predict_proba(texts)",
            "coder.strongest_words()",
            'coder.save("coder.npz")',
        ]
        plural = "" if len(self.frames) == 1 else "s"
        said = "Five-fold cross-validation; copies of a text lie in one fold with it."
        return Card(
            f"Coder of {len(self.frames)} frame{plural}",
            "trained on hand codes",
            [Facts(facts), rows, Prose(said, code)],
        )

    def predict(self, texts: pd.Series) -> pd.Series | pd.DataFrame:
        """Code texts: a Series of labels or of True and False, or a DataFrame with a column of them a frame.

        Yes is said where that makes the expected F1 highest, which for a rare frame is below a probability of one
        half; a label is the one whose class-balanced score is highest. A text that is surely in another language than
        the coder's gets NA (`mark_texts` judges each by itself).
        """
        texts = present_texts(texts)
        scores = self._scores(texts)
        known = ~np.isnan(scores).any(axis=1)
        if self.kind == LABELS:
            places = np.nan_to_num(scores).argmax(axis=1)
            labels = pd.Series(np.array(self.frames, dtype=object)[places], texts.index)
            return (labels if known.all() else labels.where(known, pd.NA)).infer_objects()
        yes = self._shaped(expit(scores * self.slopes + self.offsets) >= self.thresholds, texts.index)
        return yes if known.all() else yes.astype("boolean").where(pd.Series(known, texts.index), pd.NA, axis=0)

    def predict_proba(self, texts: pd.Series) -> pd.Series | pd.DataFrame:
        """Say how likely each frame is, 0 to 1: a Series for yes or no, else a column a frame.

        Calibrated on scores out of cross-validation; for labels the row sums to 1. NA as for `predict`.
        """
        texts = present_texts(texts)
        probabilities = expit(self._scores(texts) * self.slopes + self.offsets)
        if self.kind == LABELS:
            probabilities /= probabilities.sum(axis=1, keepdims=True)
        return self._shaped(probabilities, texts.index)

    def strongest_words(self, most: int = 12) -> pd.DataFrame:
        """List the words that speak most for each frame: frame, word, weight."""
        first, words = self.features.word_columns()
        rows = []
        for frame, weights in zip(self.frames, self.coefficients[:, first : first + len(words)], strict=True):
            top = np.argsort(-weights, kind="stable")[:most]
            rows += [(frame, words[place], weights[place]) for place in top]
        return pd.DataFrame(rows, columns=["frame", "word", "weight"])

    def save(self, path: str | Path) -> Path:
        """Write the coder to one .npz file without pickles; `load_frame_coder` gives the same predictions."""
        path = Path(path)
        require(path.suffix == ".npz", f"path={str(path)!r} should end in .npz.")
        about = {
            "format": FORMAT, "kind": self.kind, "frames": self.frames, "name": self.name, "seed": self.seed,
            "language": self.language,
            "vectors": vectors_hash(), "quality": self.quality.to_dict("list"), "refused": self.refused.to_dict("list"),
        }  # fmt: skip
        arrays = {name: getattr(self, name) for name in FITTED} | self.features.arrays()
        content = BytesIO()
        np.savez_compressed(content, about=np.array(json.dumps(about)), **arrays)
        write_bytes(path, content.getvalue())
        return path

    def _scores(self, texts: pd.Series) -> np.ndarray:
        if texts.empty:
            return np.zeros((0, len(self.frames)))
        known = mark_texts(texts, self.language)
        scores = np.full((len(texts), len(self.frames)), np.nan)
        if known.any():
            scores[known] = self.features.matrix(list(texts[known])) @ self.coefficients.T + self.intercepts
        return scores

    def _shaped(self, values: np.ndarray, index: pd.Index) -> pd.Series | pd.DataFrame:
        if self.kind == YES_NO:
            return pd.Series(values[:, 0], index, name=self.name)
        return pd.DataFrame(values, index, columns=self.frames)


def _tell_quality(row: tuple) -> list[str]:
    known = pd.notna(row.low)
    interval = f"{row.low:.2f} to {row.high:.2f}" if known else "none"
    return [str(row.frame), f"{row.f1:.2f}", interval, f"{row.precision:.2f}", f"{row.recall:.2f}", f"{row.examples:,}"]


def train_frame_coder(
    texts: pd.Series,
    codes: pd.Series | pd.DataFrame,
    documents: pd.Series | None = None,
    leave_out: bool = False,
    seed: int = 0,
) -> FrameCoder:
    """Learn frames from texts coded by hand.

    texts: documents or sentences. codes, on the same index: a Series of labels (one a text), a Series of True and
    False, or a DataFrame with a yes/no column a frame. documents: which document each text is from, if texts are
    sentences: a document's sentences are then tested together, and so are copies of a text, exact or near, for a coder
    that has seen a text's copy has seen the text. leave_out: leave frames with too few examples out
    (see `refused`) where otherwise training stops.
    Returns a FrameCoder with its cross-validated quality; texts in another language than most are left out and counted.
    Raises InputError: texts or codes missing, an index that differs, a column that is not yes or no, a frame with
    fewer than ten examples (or ten texts without it), by name with the number needed.
    """
    require(not is_corpus(texts), "texts is a corpus: give the texts that were coded, on the index of their codes.")
    if isinstance(texts, pd.DataFrame | str | Path):
        raise error_for_texts(texts, "train_frame_coder")
    texts, codes, language, others = keep_one_language(texts, codes)
    texts, kind, given, refused = check_codes(texts, codes, leave_out)
    groups = number_documents(texts, documents, FOLDS)
    folds = Folds(groups, group_copies(texts, groups, FOLDS), seed)
    features, matrix = Features.learn(list(texts))
    fit = _fit_labels if kind == LABELS else _fit_columns
    *fitted, quality = fit(Examples(matrix), given, folds)
    name = str(codes.name) if isinstance(codes, pd.Series) and codes.name is not None else "frame"
    quality = describe(quality, unit="texts", left_out={IN_ANOTHER: others})
    return FrameCoder(kind, list(given), features, *fitted, quality, refused, name, seed, language)


def load_frame_coder(path: str | Path) -> FrameCoder:
    """Load a coder that was saved; raises InputError if the file is none, or was made with other vectors.

    A file from somebody else does no harm: it holds numbers and texts, which are checked, and nothing that runs.
    """
    arrays, about = load_saved_coder(path)
    return FrameCoder(
        about["kind"],
        about["frames"],
        Features.from_arrays(arrays),
        **{name: arrays[name] for name in FITTED},
        quality=pd.DataFrame(about["quality"]),
        refused=pd.DataFrame(about["refused"]),
        name=about["name"],
        seed=about["seed"],
        language=check_language(about.get("language", "en")),
    )


class Folds(NamedTuple):
    """The document of each text, what must stand in one fold with it, and the seed by which folds are drawn."""

    documents: np.ndarray
    groups: np.ndarray
    seed: int

    def split(self, codes: np.ndarray, names: list) -> np.ndarray:
        """Give each text a fold; raises InputError where all texts of a code are copies of one: nothing tests them.

        codes: a number a text, the place of its name in names.
        """
        for code, name in enumerate(names):
            alone = len(np.unique(self.groups[codes == code])) < FEWEST_GROUPS
            require(not alone, f"all texts of {name!r} are copies of one text or stand in one document: code others.")
        return split_folds(codes, self.groups, self.seed)


def _fit_columns(examples: Examples, given: dict, folds: Folds) -> tuple:
    parts, coded = [], {}
    for frame, yes in given.items():
        fold = folds.split(yes, [f"not {frame}", frame])
        scores = score_out_of_fold(examples, yes, fold)[:, 0]
        coded[frame] = predict_out_of_fold(scores, yes, fold)
        slope, offset = calibrate(scores, yes)
        threshold = choose_threshold(expit(slope * scores + offset))
        coefficients, intercepts = examples.fit(yes)
        parts.append((coefficients[0], intercepts[0], slope, offset, threshold))
    return (*map(np.array, zip(*parts, strict=True)), measure_quality(coded, given, folds.documents))


def _fit_labels(examples: Examples, given: dict, folds: Folds) -> tuple:
    codes = np.stack(list(given.values()), axis=1).argmax(axis=1)
    scores = score_out_of_fold(examples, codes, folds.split(codes, list(given)))
    if scores.shape[1] == 1:
        scores = np.hstack([-scores, scores])
    coded = {frame: scores.argmax(axis=1) == place for place, frame in enumerate(given)}
    lines = np.array([calibrate(scores[:, place], yes) for place, yes in enumerate(given.values())])
    coefficients, intercepts = examples.fit(codes)
    if len(coefficients) == 1:
        coefficients, intercepts = np.vstack([-coefficients, coefficients]), np.append(-intercepts, intercepts)
    quality = measure_quality(coded, given, folds.documents)
    return coefficients, intercepts, lines[:, 0], lines[:, 1], np.zeros(len(given)), quality
