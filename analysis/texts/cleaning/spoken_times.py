"""Times before the lines of a transcript that a player shows (0:12 so what we saw): they go, what is said stays."""

from __future__ import annotations

import re

from analysis.texts.cleaning.layers import Edit

SPOKEN_TIME = "time of a transcript's line"
FEWEST = 5  # lines in a row, and most of them begin no sentence
SECONDS = 60  # within which a recording's first words are said
_TIME = re.compile(r"^[ \t]*(?:(\d{1,2}):)?(\d{1,2}):(\d\d)[ \t]+(?=\S)", re.MULTILINE)
_NEAR = 400  # characters between two times


def find_spoken_times(text: str) -> list[Edit]:
    """Find the times of a recording's transcript, from its beginning on, each before a line of what is said.

    A programme and a live ticker tell the time of day, their lines begin with a capital, and none begins at 0:00.
    """
    first = _TIME.search(text)
    if first is None or _seconds(first) > SECONDS:
        return []
    run: list[re.Match[str]] = []
    for found in _TIME.finditer(text, first.start()):
        if run and (_seconds(found) < _seconds(run[-1]) or found.start() - run[-1].end() > _NEAR):
            break
        run.append(found)
    small = sum(text[found.end()].islower() for found in run)
    return (
        [Edit(*found.span(), "", SPOKEN_TIME) for found in run] if len(run) >= FEWEST and 2 * small > len(run) else []
    )


def _seconds(found: re.Match[str]) -> int:
    hours, minutes, seconds = found.groups(default="0")
    return 3600 * int(hours) + 60 * int(minutes) + int(seconds)
