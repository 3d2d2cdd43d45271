"""What a terminal is told: texts of corpora, names of files and errors hold no letter that it would obey."""

from __future__ import annotations

import re

# control characters but the end of a line, the tab and the return of a bar of progress; and marks of direction
OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
CLEARED = "\x1b[A"  # what a bar of progress says to go up to the one above it


def clean_controls(text: str) -> str:
    """Show the letters that a terminal would obey by their numbers (\\u001b)."""
    if not text.replace(CLEARED, ""):
        return text
    return OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
