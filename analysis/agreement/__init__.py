"""How far instruments that rate the same frames agree, where they do not, and what a frame hangs on.

Works on tables of scores, whichever instrument made them: words, meaning, an example-trained coder, human coders.
"""

from __future__ import annotations

from analysis.agreement.comparing import agreement
from analysis.agreement.differing import disagreements
from analysis.agreement.ratings import gather_ratings
from analysis.agreement.reliability import krippendorff_alpha
from analysis.agreement.single_words import leave_one_word_out
from analysis.agreement.stamps import HANGS_ON_ONE, RELIABLE, TENTATIVE, stamp_frames

__all__ = [
    "HANGS_ON_ONE",
    "RELIABLE",
    "TENTATIVE",
    "agreement",
    "disagreements",
    "gather_ratings",
    "krippendorff_alpha",
    "leave_one_word_out",
    "stamp_frames",
]
