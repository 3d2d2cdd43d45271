"""What announces speech: a verb of saying or a phrase, with the words that name who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.voices.languages.described import Subject
from analysis.voices.languages.passages import Passage


@dataclass(slots=True, eq=False)
class Saying:
    """What announces speech in a sentence, as tokens: the verb or phrase, and with it the words that name who speaks.

    kind: say, call, impersonal, phrase (according to) or behind (a phrase after its speaker).
    begin, end: of verb, adverbs and speaker together; opening: where the verb and its adverbs begin.
    """

    first: int
    last: int
    kind: str
    subject: Subject | None
    begin: int
    end: int
    cue: str
    opening: int
    agrees: str = ""  # whom the verb agrees with
    like: bool = False  # as X said
    inherits: bool = False  # and added: who spoke before
    led: bool = False  # a gerund whose clause the main clause follows: adding that he knew, X left
    parted: int = -1  # the token behind its particle (teilte ... mit)


def make_saying(passage: Passage, first: int, last: int, kind: str, subject: Subject | None, end: int) -> Saying:
    """Make what announces speech from the tokens of its verb or phrase, who speaks, and where both end."""
    cue = " ".join(passage.text[passage.starts[first] : passage.ends[last - 1]].lower().split())
    return Saying(first, last, kind, subject, first, end, cue, first)
