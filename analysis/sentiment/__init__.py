"""Sentiment of sentences: exactly NLTK's VADER, with names masked on demand and the lexicon's coverage beside it."""

from analysis.sentiment.names import load_names, mask_texts, name_list
from analysis.sentiment.reference import MEASURES
from analysis.sentiment.scores import lexicon_coverage, score_sentiment
from analysis.sentiment.sentences import TONES, count_masked, name_tones, score_sentences, summarise_documents

__all__ = [
    "MEASURES",
    "TONES",
    "count_masked",
    "lexicon_coverage",
    "load_names",
    "mask_texts",
    "name_list",
    "name_tones",
    "score_sentences",
    "score_sentiment",
    "summarise_documents",
]
