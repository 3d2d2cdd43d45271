"""A heading that gives somebody's words behind a colon: "Peskov: talks are near"."""

from __future__ import annotations

from analysis.voices.announced import LABEL, ON, find_on_topic
from analysis.voices.cues import Attribution, Cue
from analysis.voices.ends import strip_stops
from analysis.voices.finite_verbs import holds_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import phrase_from
from analysis.voices.reported import Reported
from analysis.voices.tokens import QUOTE
from analysis.words.classes import is_page_part

POINTING = frozenset(f"{word}{mark}s" for word in ("here", "there", "that", "what", "it") for mark in "'’")
CREDITING = frozenset(["source", "sources", "credit", "credits", "via"])


def headline(line: Line) -> Reported | None:
    """Read a heading "Peskov: talks are near" as Peskov's words."""
    colon = next((at for at in range(1, min(len(line.words), LABEL)) if line.words[at] == ":"), -1)
    rest = len(line.words) - colon - 1
    if colon < 0 or rest < 3 or rest > 30 or line.words[-1] == ":" or line.words[colon + 1] == QUOTE:
        return None
    topic = find_on_topic(line, 0, colon)
    first, last = topic or phrase_from(line, 0, colon)
    if (
        first != 0
        or line.lows[0] in POINTING  # Here's: a list
        or (last != colon and not topic and line.lows[last] not in ON)
        or not line.words[last - 1][0].isupper()
        or is_page_part(line.lows[:colon])
        or (line.lows[0] in CREDITING and not holds_verb(line, colon + 1, len(line.words)))  # Source: The Harbour Post
    ):
        return None
    attribution = Attribution(colon, colon + 1, (first, last), Cue(":", "other", frozenset({"speech"})))
    return Reported(colon + 1, strip_stops(line, colon + 1, len(line.words)), attribution, "headline")
