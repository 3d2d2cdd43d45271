"""Titles of works in quotation marks, which nobody says: his book "Fear and Fury," the "Today" show; and proverbs."""

from __future__ import annotations

import re

from analysis.texts.tokens import split_words
from analysis.voices.cues import Attribution, Cue
from analysis.voices.digests import DASHES
from analysis.voices.finite_verbs import SAYING, is_verb
from analysis.voices.lines import Line
from analysis.words.classes import DETERMINERS, MAKERS, READING, TITLED, WORKS

SO_CALLED = frozenset(["so-called", "self-styled", "self-described", "self-proclaimed"])
NAMING = frozenset(["alias", "called", "dubbed", "handle", "moniker", "name", "named", "nickname", "nicknamed"])
LIKENING = frozenset(["like", "as", "called", "named"])
SHOWS = frozenset(
    ["songs", "films", "books", "plays", "hit", "hits", "tune", "tunes", "record", "shows", "tracks", "ballads"]
)
PROVERBS = frozenset(["saying", "proverb", "adage"])
KNOWN_AS = 5  # tokens
GOING = frozenset(["go", "goes", "going", "went", "gone"])  # by a name
PLAYING = frozenset(["perform", "performs", "performed", "performing", "records", "recorded", "recording", "raps"])
NETWORKS = frozenset(["channel", "network", "station", "broadcaster"])
SHORT_TERM = 5  # words
BETWEEN = frozenset(
    ["a", "an", "and", "at", "by", "de", "for", "from", "in", "la", "of", "on", "or", "the", "to", "with"]
)
SMALL_WORDS = re.compile(  # Guardians of the Coast: capitals all through, small words between
    r"(?:[A-Z][\w'’-]+ )+(?:(?:of|the|and|in|to|a|an|for|on|with|at|from) ){1,2}[A-Z][\w'’-]+"
    r"(?: (?:(?:of|the|and|in|to|a|an|for|on|with|at|from) ){0,2}[A-Z][\w'’-]+)*,?"
)
VERBS = re.compile(
    r"\b(?:is|are|was|were|be|been|am|do|does|did|has|have|had|will|would|can|could|should|must|may|might|not|\w+n['’]t|"
    r"\w+['’](?:s|re|ve|ll|d|m))\b",
    re.IGNORECASE,
)


def is_title(words: list[str], text: str) -> bool:
    """Tell "The Rachel Maddow Show" and "So, That Happened": capitals all through."""
    big = [word[0] for word in words if len(word) > 3 and not word.endswith(("n't", "n’t"))]  # Don't go.
    if len(words) < 2 or sum(map(str.isupper, big)) < max(1, 0.75 * len(big)):
        return False
    if sum(word[0].islower() for word in words) > len(words) / 2:
        return False
    shouted = text.isupper()  # THIS IS NOT OK.
    ended = text.rstrip()[-1] in ".!?,…"
    return not (ended and any(shouted or match[0][0].islower() for match in VERBS.finditer(text)))


def is_unsaid(line: Line, token: int, hi: int, before: bool) -> bool:
    """Tell what nobody says though a verb of saying stands beside it: a title of a work, a so-called "term".

    token: the run; before: whether the verb stands before it. His book "Fear and Fury," says; she wrote "The Art of
    War" in 1998; "Ferry Fares Rise," by Ann Lee; he saw "Guardians of the Coast," said.
    """
    at = token - 1
    at -= at > 0 and line.words[at] in (",", ":")
    noun = line.lows[at] if at >= 0 else ""
    run = line.runs[token]
    text = line.text[run.start : run.end]
    made = noun == "of" and line.lows[at - 1] in MAKERS
    if made or noun in WORKS or noun in TITLED or (noun in READING and before and text[-1].isalnum()):
        return _has_title_case(split_words(text))
    likened = noun in LIKENING and not (WORKS | SHOWS).isdisjoint(line.lows[max(0, at - 2) : at])
    if likened and _has_title_case(split_words(text)):
        return True  # a song like "Harbour," given that
    if _is_programme(line, at, text):
        return True
    if noun in SO_CALLED:
        return text.count(" ") < SHORT_TERM
    by = token + 2 < hi and line.lows[token + 1] == "by" and line.words[token + 2][0].isupper()
    return (by and (at < 0 or line.words[at] in DASHES)) or (not before and SMALL_WORDS.fullmatch(text) is not None)


def _is_programme(line: Line, at: int, text: str) -> bool:
    """Tell what a network broadcasts: on Kent News's "Sunday Morning," Lund said; on CNN's "Today," he said."""
    told = at > 0 and line.lows[at] == "on" and line.lows[at - 1] in SAYING  # said on "Meet the Town" that
    if not told and (at < 0 or not line.words[at].endswith(("'s", "’s"))):
        return False
    words = split_words(text)
    if told:
        return 1 < len(words) <= SHORT_TERM and text[-1].isalnum() and _has_title_case(words)
    owner = line.words[at][:-2].isupper() or (line.words[at][0].isupper() and len(words) > 1)
    return (owner or line.lows[at][:-2] in NETWORKS) and len(words) <= SHORT_TERM and _has_title_case(words)


def is_called(line: Line, token: int, said: Attribution, how: str) -> bool:
    """Tell what something is called from a word that somebody says: the ship "Aurora" left, a clerk said."""
    at, run = token - 1, line.runs[token]
    text = line.text[run.start : run.end]
    known = _is_known(line, at)
    if at >= 0 and (known or line.lows[at] in NAMING) and how in ("before", "later"):
        named = text.rstrip(".,")  # said a man who goes by the name "Lefty."
        return named[-1:].isalnum() and all(word[0].isupper() for word in split_words(named))
    if said.cue.lemma != "say" or how not in ("before", "later") or at < 0 or said.last == token:
        return False
    noun = line.words[at][0].islower() and line.lows[at] not in DETERMINERS and not is_verb(line, at)
    return noun and text[-1].isalnum() and all(word[0].isupper() for word in split_words(text))


def _is_known(line: Line, at: int) -> bool:
    """Tell what stands before a name: known to all as "Lefty", who goes by "Lefty", who performs as "Lefty"."""
    low, before = line.lows[at], line.lows[max(0, at - KNOWN_AS) : at]
    if low == "by":
        return at > 0 and before[-1] in GOING
    return low == "as" and ("known" in before or before[-1:] == ["only"] or bool(before and before[-1] in PLAYING))


def _has_title_case(words: list[str]) -> bool:
    """Tell whether a run's words have the capitals of a title: all but small words between the first and the last."""
    between = [word for word in words[1:-1] if word not in BETWEEN]
    return bool(words) and all(word[0].isupper() or word[0].isdigit() for word in (words[0], *between, words[-1]))


def find_proverb(line: Line, token: int, lo: int) -> Attribution | None:
    """Read "the old saying, "..."" as nobody's but the saying's."""
    at = token - 1 if line.words[token - 1] in (",", ":") else token
    if at - 1 <= lo or line.lows[at - 1] not in PROVERBS:
        return None
    first = next((here for here in range(at - 2, max(lo, at - 5) - 1, -1) if line.lows[here] in DETERMINERS), -1)
    return (
        Attribution(at - 1, at, (first, at), Cue(line.lows[at - 1], "noun", frozenset({"speech"})))
        if first >= 0
        else None
    )
