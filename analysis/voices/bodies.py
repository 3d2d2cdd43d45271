"""What "it" stands for where something is said: the document or body that is the subject of the sentence before."""

from __future__ import annotations

import re

from analysis.people.lists import load_list
from analysis.voices.announced import DOCUMENTS
from analysis.voices.beside import ORGANS
from analysis.voices.cues import Attribution
from analysis.voices.described_speakers import BODIES_ON, OFFICES
from analysis.voices.finite_verbs import can_be_verb
from analysis.voices.lately import strip_quoted
from analysis.voices.lines import Line
from analysis.voices.names_in_phrases import FILED
from analysis.voices.referents import Referents
from analysis.voices.things import BODIES
from analysis.words.classes import (
    CONJUNCTIONS,
    DETERMINERS,
    LABELS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)

SPEAKING = DOCUMENTS | ORGANS | OFFICES | BODIES_ON | FILED | frozenset(BODIES)
HAVING = frozenset(["has", "had", "have"])
SENTENCE_END = re.compile(r"(?<=[.!?])[\s”\"»]+(?=[A-Z“\"«])|\n+")
LONGEST = 8  # words of a subject
BACK = 3  # sentences that begin with "it" are gone over


def find_body(line: Line, attribution: Attribution, at: int, people: Referents) -> str | None:
    """Find what "it" is that says something: "The ministry was shut. It said that ..."; None for "it is clear that"."""
    first, last = attribution.first, attribution.subject[0]
    low, high = min(first, last), max(first, last)
    plain = all(word in HAVING or is_adverb(word) for word in line.lows[low + 1 : high])
    says = attribution.cue.kinds & {"speech", "hearer"} or attribution.cue.lemma in LABELS
    if attribution.passive or not says or not plain:
        return None
    sentences = [one.strip() for one in SENTENCE_END.split(strip_quoted(people.text, at))]
    said = [one for one in sentences[-BACK - 1 :] if any(map(str.isalpha, one))]
    for sentence in reversed(said):
        if sentence.split()[0].lower() not in ("it", "its"):
            return _subject_of(sentence, people)
    return None


def _subject_of(sentence: str, people: Referents) -> str | None:
    """Take the subject with which a sentence begins if it is a body or a document."""
    words: list[str] = []
    for word in sentence.split():
        plain = word.rstrip(",;:")
        verb = words and plain[0].islower() and can_be_verb(plain.rstrip(".")) and words[-1].lower() not in DETERMINERS
        if verb or plain != word or len(words) > LONGEST:
            words += [plain] if plain != word and not verb else []
            break
        words.append(plain)
    if not words or len(words) > LONGEST:
        return None
    stop = next((at for at, word in enumerate(words) if at and word.lower() in PREPOSITIONS), len(words))
    head, first = words[stop - 1], words[0].lower()
    if first in PRONOUNS - DETERMINERS | PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS or is_adverb(first):
        return None
    if head.lower() in SPEAKING:
        return " ".join([first if first in DETERMINERS else words[0], *words[1:]])
    named = words[1:stop] if first == "the" else words[:stop]
    if not named or not all(word[0].isupper() for word in named) or not _is_body(named, people):
        return None
    return " ".join(named)


def _is_body(named: list[str], people: Referents) -> bool:
    """Tell a body's name from a person's and from a common word with which a sentence begins."""
    if people.full_name(named) in people.known or named[0].lower() in MONTHS or people.has_family(named[-1]):
        return False
    return len(named) > 1 or named[0].isupper() or named[0].lower() not in load_list("common_words")
