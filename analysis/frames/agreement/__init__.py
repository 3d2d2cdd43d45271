"""How far instruments that rate the same frames agree, where they do not, and what a frame hangs on.

Works on tables of scores, whichever instrument made them: words, meaning, an example-trained coder, human coders.
"""

from __future__ import annotations

from analysis.frames.agreement.comparing import agreement
from analysis.frames.agreement.differing import disagreements
from analysis.frames.agreement.ratings import gather_ratings
from analysis.frames.agreement.reliability import krippendorff_alpha
from analysis.frames.agreement.single_words import leave_one_word_out
from analysis.frames.agreement.stamps import HANGS_ON_ONE, RELIABLE, TENTATIVE, stamp_frames

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
