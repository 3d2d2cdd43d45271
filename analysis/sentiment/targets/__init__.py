"""Sentiment toward a target in a sentence, apart from the sentiment of the sentence.

Task and training rows: Hamborg & Donnay 2021, NewsMTSC (target-dependent sentiment in news). What the network is and
what it was trained on: analysis/models/TARGETS.md; how well it does: docs/sentiment.md.
"""

from analysis.sentiment.targets.mentions import keep_frequent, score_frequent, score_mentions
from analysis.sentiment.targets.scores import CHANCES, score_targets

__all__ = ["CHANCES", "keep_frequent", "score_frequent", "score_mentions", "score_targets"]
