"""Where a speaker's turn ends without a sign: the paragraph in which the text's own prose goes on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

from analysis.voices.referents import Referents
from analysis.voices.saying import is_said_after
from analysis.voices.sure_labels import TurnLabel
from analysis.words.classes import ADVERBS, DETERMINERS

FIRST_PERSON = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Yy]ou|[Yy]ou['’](?:re|ve|d|ll)|[Mm]y|[Oo]ur|[Yy]our|[Mm]e|[Uu]s)\b|"
    r"\b(?:[Яя]|[Мм]ы|[Нн]ас|[Нн]ам|[Мм]не|[Мм]еня|[Вв]ы|[Мм]ені|[Мм]ене|[Мм]ен|[Бб]із|[Мм]аған|[Бб]ізге|[Ii]ch|[Ww]ir|"
    r"[Uu]ns|[Mm]ir|[Mm]ich|[Mm]eine?[nmrs]?|[Jj]e|[Nn]ous|[Vv]ous|[Mm]oi|ma|mes|[Nn]otre)\b|\b[Jj]['’]"
)
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,400})[\"”“»]")
_OTHER_LABEL = re.compile(  # Lee: ..., TRUMP: "..."
    r"\W{0,4}([A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w.’'-]*(?: [A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w.’'-]*){0,3})(?: \([^()\n]{1,60}\))?: ?\S"
)
_TOLD_BEFORE = re.compile(  # Anna Loseva said: "..."; Анна Лосева сказала: «...»
    r"[^\W\d_a-zа-яёіїєґ][\w-]+ [^\W\d_a-zа-яёіїєґ][\w-]+,? [a-zа-яёіїєґ]{3,14}:? ?[\"“«]"
)
_ACCORDING = re.compile(r"\W{0,4}(?:According to|По словам|Как (?:за)?явил|Как сообщил|За словами|Nach Angaben|Selon) ")
_SEQUENCE = ADVERBS | DETERMINERS | frozenset(["second", "third", "one", "finally", "lastly"])
OPENS = 60  # characters of a paragraph in which whom it is about is named
DENSE = 3  # a transcript has at least one label in so many paragraphs


def is_transcript(labels: Collection[int]) -> bool:
    """Tell an interview, whose every third paragraph has a label, from an article with a few.

    labels: the numbers of the paragraphs that have one.
    """
    return len(labels) > 2 and max(labels) - min(labels) < DENSE * len(labels)


def goes_on(text: str, start: int, end: int, label: TurnLabel, within: bool, before_label: bool = False) -> bool:
    """Tell whether a paragraph without a label belongs to the turn before it.

    within: whether it lies between the labels of a transcript; before_label: right before one of them, where a question
    is the interviewer's. It does not belong to it if it has a label of its own, names the speaker or gives somebody's
    words in marks, unless it says I, we or you itself. What stands neither under a bubble nor between labels must
    say so.
    """
    other = _OTHER_LABEL.match(text, start, end)
    if (other and other[1].lower() not in _SEQUENCE) or (before_label and text[start:end].rstrip(' "”').endswith("?")):
        return False
    unquoted = _QUOTED.sub(" ", text[start:end])
    if FIRST_PERSON.search(unquoted):
        return True
    if _TOLD_BEFORE.search(text, start, end) or _ACCORDING.match(text, start, end):
        return False
    if names(text, start, end, label.speaker) or any(
        is_said_after(text, found.end()) for found in _QUOTED.finditer(text, start, end)
    ):
        return False
    return within or label.bubble


def is_narrated(text: str, start: int, end: int, label: TurnLabel, people: Referents) -> bool:
    """Tell the text's own prose in another language than English from what goes on under a bubble.

    It says no I and you, and begins with somebody else's name or reports words.
    """
    if not label.bubble or FIRST_PERSON.search(text, start, end):
        return False
    at = bisect_left(people.declined, (start, ""))
    place, name = people.declined[at] if at < len(people.declined) else (end, "")
    other = place < min(end, start + OPENS) and " " in name and name != label.speaker
    return start in people.reporting or (other and text.startswith(name, place))


def names(text: str, start: int, end: int, speaker: str | None) -> bool:
    """Tell whether a paragraph names a speaker by the last word of the name."""
    last = (speaker or "").split()[-1:]
    return bool(last) and re.search(rf"\b{re.escape(last[0])}\b", text[start:end]) is not None
