"""NLTK's VADER on the lexicon of the package vaderSentiment: the figures that every other path must give.

Source: Hutto & Gilbert 2014, VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media
Text (ICWSM). The scores of NLTK and of the package vaderSentiment differ on some sentences; NLTK's count here.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

MEASURES = ("neg", "neu", "pos", "compound")


@cache
def load_analyzer() -> SentimentIntensityAnalyzer:
    """Load NLTK's analyzer with the lexicon file of the package vaderSentiment.

    NLTK opens no file outside its own data folders, so the lexicon is read here and handed over.
    """
    file = Path(find_spec("vaderSentiment").origin).with_name("vader_lexicon.txt")
    analyzer = SentimentIntensityAnalyzer.__new__(SentimentIntensityAnalyzer)
    analyzer.lexicon_file = file.read_text(encoding="utf-8")
    analyzer.lexicon = analyzer.make_lex_dict()
    analyzer.constants = VaderConstants()
    return analyzer


def score_reference(text: str) -> tuple[float, float, float, float]:
    """Score one text as NLTK does: neg, neu, pos (shares, 0 to 1) and compound (-1 to 1)."""
    scores = load_analyzer().polarity_scores(text)
    return tuple(scores[measure] for measure in MEASURES)
