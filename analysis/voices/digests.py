"""Whom a digest of the press quotes: Lead in Ohio - Kent Post: "..."; [Kent] Post: "..."; and what posts repeat."""

from __future__ import annotations

import re

from analysis.people.titles import PARTICLES
from analysis.voices.finite_verbs import holds_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE
from analysis.voices.phrases_behind import phrase_from
from analysis.words.classes import MESSAGES

DASHES = frozenset(["-", "–", "—", "―", "--"])
LONGEST = 12  # tokens of a paper's name
SENT = MESSAGES | {"comment", "response", "reply", "reaction"}
REPOSTED = re.compile(r"(?:RT )?(?P<name>@\w{2,40}): ?(?=\S)")
NEAR = 120  # characters behind a post within which its account stands


def find_paper(line: Line, lo: int, colon: int) -> tuple[int, int]:
    """Find the paper that a digest quotes behind a dash or with its place in brackets: Rain - Kent [Conn.] Post."""
    at = colon
    while at > max(lo, colon - LONGEST) and line.words[at - 1] not in DASHES:
        at -= 1
    dashed = at > lo and line.words[at - 1] in DASHES
    begins = [here for here in range(at, colon) if line.words[here] in "[("]
    if not (dashed or line.words[at] == "["):
        return NOWHERE
    first = next((here + 1 for here in range(at, colon) if line.words[here] in "])"), at) if begins == [at] else at
    small = (word for word in line.words[first:colon] if word[0].islower() and word not in PARTICLES)
    named = first < colon and line.words[first][0].isupper() and line.words[colon - 1][0].isupper()
    return (first, colon) if named and all(word in ("of", "the", "and") for word in small) else NOWHERE


def find_reposted(line: Line, token: int) -> tuple[str, int, int] | None:
    """Find the account that opens what a post repeats in marks: “@ann_lee: We go.” So true! — Ida Rau (@rau).

    Where who signs it bears that account, it is no other's.
    """
    run = line.runs[token]
    found = REPOSTED.match(line.text, run.start, run.end) if line.text[run.start] in "@R" else None
    if found is None or f"({found['name'].lower()})" in line.text[run.end : run.end + NEAR].lower():
        return None
    return found["name"], *found.span("name")


def find_sent(line: Line, colon: int, lo: int) -> tuple[int, int]:
    """Find whose words a colon announces: "greeted with a message from [the administration]: ..."; else NOWHERE."""
    sent = (at for at in range(colon - 2, max(lo, colon - LONGEST), -1) if line.lows[at] == "from")
    from_ = next(sent, lo)
    if from_ <= lo or line.lows[from_ - 1] not in SENT:
        return NOWHERE
    first, last = phrase_from(line, from_ + 1, colon)
    to = last < colon and line.lows[last] in ("to", "on", "in") and not holds_verb(line, last, colon)
    return (first, last) if first == from_ + 1 and (last == colon or to) else NOWHERE
