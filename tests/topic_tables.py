"""Tables of two topics counted by hand, for tests of their charts and of their prose."""

import numpy as np
import pandas as pd

SUMMARY = pd.DataFrame(
    {
        "topic": [1, 2],
        "label": ["court · judge", "virus"],
        "words": ["court, judge", "virus, nurse"],
        "stable": [True, False],
    }
)
SHARES = pd.DataFrame(
    {"topic": [1, 2], "estimate": [0.6, 0.4], "low": [0.5, np.nan], "high": [0.7, np.nan], "documents": 30}
)
CHOICE = pd.DataFrame(
    {
        "n_topics": [3, 5],
        "coherence": [0.1, 0.2],
        "exclusivity": 0.9,
        "stability": [0.9, 0.8],
        "stable": [1.0, 0.8],
        "score": [1.0, np.nan],
        "chosen": [True, False],
    }
)
