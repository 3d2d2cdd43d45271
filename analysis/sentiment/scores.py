"""VADER's scores of texts, names masked on demand, and the share of their words that its lexicon knows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.errors import require
from analysis.given import CorpusTables, error_for_texts, is_corpus
from analysis.sentiment.coverage import count_known
from analysis.sentiment.names import mask_texts
from analysis.sentiment.reference import MEASURES
from analysis.sentiment.rules import score_texts
from analysis.texts.characters import straighten_all
from analysis.texts.cleaning.languages import mark_language, mark_texts

LANGUAGE = "en"  # of the lexicon
LONG_WORD, RATED = 4, 1 / 4  # letters of a word that is no other language's too (die, war); share of them rated


def score_sentiment(
    texts: pd.Series | CorpusTables, mask_names: bool | str | Path | Iterable[str] = False
) -> pd.DataFrame:
    """Score texts (sentences, best) with VADER, exactly as NLTK does.

    texts: a corpus, whose sentences are scored (on an index of sentence_id, each in the language of its document), or
    a Series of str; NA gives a row of NA, and so does a text that is surely in another language than the
    lexicon's, English: each is judged by itself, and one of a few words counts as English unless its letters are of
    another script (`score_sentences` reads the sentences of a document together).
    mask_names: names whose words are not to be rated ("United Nations"): True for the list shipped, a path to a
    list, or names; False (as NLTK) rates every word.
    Returns neg, neu, pos (shares of 0 to 1) and compound (-1 to 1; positive at .05 and over, negative at -.05 and
    under), one row a text, on the index of texts; with mask_names also masked (rated words that were masked).
    Raises InputError if texts is no Series of str, or the names cannot be used.
    Source: Hutto & Gilbert 2014; the figures are those of nltk.sentiment.vader.
    """
    if is_corpus(texts):
        sentences = texts.sentences.set_index("sentence_id")
        return score_marked(straighten_all(sentences["text"]), mark_language(sentences, LANGUAGE), mask_names)
    return score_marked(texts, _find_present(texts) & _mark_english(texts), mask_names)


def score_marked(
    texts: pd.Series, marks: np.ndarray, mask_names: bool | str | Path | Iterable[str] = False
) -> pd.DataFrame:
    """Score the texts that are marked with True as `score_sentiment` does, whatever their language; NA for the others.

    marks: True or False a text; a text that is NA must have False.
    """
    if mask_names is not False:
        masked, found = mask_texts(texts, mask_names)
        hits = np.bincount(found["place"].astype(int), found["hits"].astype(float), minlength=len(texts))
        column = pd.array(hits.astype("int64"), dtype="Int64")
        column[~marks] = pd.NA
        return score_marked(masked, marks).assign(masked=column)
    scores = np.full((len(texts), len(MEASURES)), np.nan)
    scores[marks] = score_texts(texts[marks].tolist())
    return pd.DataFrame(scores, columns=list(MEASURES), index=texts.index)


def _mark_english(texts: pd.Series) -> np.ndarray:
    """Say which texts are English, each by itself; one of words that the lexicon rates is, whatever the model says."""
    marks = mark_texts(texts, LANGUAGE)
    for place in np.flatnonzero(~marks):
        words = [word for word in texts.iloc[place].split() if len(word) >= LONG_WORD]
        marks[place] = count_known([" ".join(words)])["known"].iloc[0] > RATED * len(words)
    return marks


def lexicon_coverage(texts: pd.Series) -> pd.DataFrame:
    """Tell how many of the words of each text VADER's lexicon rates.

    Returns words (of two characters or more, as VADER cuts them), known (those rated, emoticons too) and coverage
    (known / words, 0 to 1; NA without words), one row a text, on the index of texts; NA texts give NA.
    Raises InputError if texts is no Series of str.
    """
    present = _find_present(texts)
    counts = count_known(texts[present].tolist()).astype("Int64").set_axis(np.flatnonzero(present))
    counts = counts.reindex(range(len(texts))).set_axis(texts.index)
    words = counts["words"].astype("Float64").mask(counts["words"] == 0)
    return counts.assign(coverage=(counts["known"].astype("Float64") / words).astype("float64"))


def _find_present(texts: pd.Series) -> np.ndarray:
    """Check that texts is a Series of str; tell which are not NA."""
    wrong = error_for_texts(texts, "score_sentiment")
    if wrong:
        raise wrong
    present = texts.notna().to_numpy()
    odd = next((text for text in texts[present] if not isinstance(text, str)), None)
    require(odd is None, f"texts holds {odd!r}, which is no text; convert it with .astype(str) or make it NA.")
    return present
