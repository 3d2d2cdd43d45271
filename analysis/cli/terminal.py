"""What a terminal is told: texts of corpora, names of files and errors hold no letter that it would obey."""

from __future__ import annotations

from analysis.masked import mask_controls

CLEARED = "\x1b[A"  # what a bar of progress says to go up to the one above it


def clean_controls(text: str) -> str:
    """Show the letters that a terminal would obey by their numbers (\\u001b)."""
    if not text.replace(CLEARED, ""):
        return text
    return mask_controls(text)
