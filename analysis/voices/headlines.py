"""A heading that gives somebody's words behind a colon: "Peskov: talks are near"."""

from __future__ import annotations

from analysis.people.lists import load_list
from analysis.people.names import is_sure
from analysis.people.titles import ROLES
from analysis.voices.announced import DASHES, LABEL, NAMING, ON, find_on_topic
from analysis.voices.cues import Attribution, Cue
from analysis.voices.ends import strip_stops
from analysis.voices.finite_verbs import holds_verb
from analysis.voices.lines import Line
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.referents import Referents
from analysis.voices.reported import Reported
from analysis.voices.tokens import QUOTE
from analysis.voices.unread import SYMBOLS
from analysis.words.classes import is_page_part

AT_END = frozenset(["media", "officials", "police", "report", "reports", "source", "sources"])  # signed without a name
SIGNED = 6  # words of a name there, at most, its dash included
LEAST = 3  # words before the name that a post's heading is signed with
POINTING = frozenset(f"{word}{mark}s" for word in ("here", "there", "that", "what", "it") for mark in "'’")
POLLS = frozenset(["poll", "polls", "survey"])
SIDES = frozenset(["camp", "campaign", "editorial", "aide", "aides", "officials", "spokesman", "spokeswoman"]) | POLLS
LONG = 5  # tokens that a poll's result has at least, the colon included
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
        or not (line.words[last - 1][0].isupper() or (line.lows[last - 1] in SIDES and last > 1))
        or (is_page_part(line.lows[:colon]) and not _is_poll(line, colon))
        or (line.lows[0] in CREDITING and not holds_verb(line, colon + 1, len(line.words)))  # Source: The Harbour Post
    ):
        return None
    attribution = Attribution(colon, colon + 1, (first, last), Cue(":", "other", frozenset({"speech"})))
    return Reported(colon + 1, strip_stops(line, colon + 1, len(line.words)), attribution, "headline")


def _is_poll(line: Line, colon: int) -> bool:
    """Tell "Poll: Lund leads by six" and "New poll: most want boats" from "Poll: who will win?"."""
    told = len(line.words) - colon > LONG and "?" not in line.words[colon:]
    return line.lows[colon - 1] in POLLS and told


def names_somebody(line: Line, start: int, people: Referents) -> bool:
    """Tell a line of a post that a symbol opens and somebody known by name before a colon: ▪️ Mayor Ann Lee: ..."""
    symbol = SYMBOLS.match(line.text, start) if not line.text[start].isascii() else None
    colon = next((at for at in range(1, min(len(line.words), LABEL)) if line.words[at] == ":"), 0) if symbol else 0
    name = [word for word in line.words[:colon] if word[0].isupper()]
    topic = find_on_topic(line, 0, colon) if colon else None  # ▪️ Lanov on the budget: ...
    if topic and load_list("common_words").isdisjoint(line.lows[: topic[1]]):
        return True
    return bool(name) and (people.has_family(name[-1]) or is_sure(name[-2:]) or line.lows[0] in ROLES)


def find_signed_heading(line: Line) -> Reported | None:
    """Read a post's heading that ends in who says so: ⚡️Two houses burn in Oslo — governor."""
    end = len(line.words)
    dash = next((at for at in range(end - 2, max(LEAST, end - SIGNED) - 1, -1) if line.words[at] in DASHES), -1)
    line_start = line.text.rfind("\n", 0, line.ends[0]) + 1 if end > LEAST else 0
    if dash < 0 or not SYMBOLS.match(line.text, line_start) or line.text[line.ends[dash] - 1] not in DASHES:
        return None
    role = max((at for at in range(dash + 1, end) if _can_sign(line.lows[at])), default=dash)
    named = all(line.words[at][0].isupper() or at <= role for at in range(dash + 1, end))  # — regional governor Berg
    if not named or is_page_part(line.lows[dash + 1 :]) or holds_verb(line, dash + 1, end):
        return None
    if line.words[0] in DASHES or not line.words[0][0].isalnum() or line.words[dash - 1] in (*".!?", QUOTE):
        return None
    attribution = Attribution(dash, dash + 1, (dash + 1, end), Cue("—", "other", frozenset({"speech"})), inverted=True)
    return Reported(0, dash, attribution, "headline")


def _can_sign(low: str) -> bool:
    """Tell a small word of who is named at a heading's end: Oslo's mayor, the ministry of ports."""
    return low in ROLES or low.removesuffix("s") in ROLES or low in AT_END or low in NAMING or low in ("the", "'s")
