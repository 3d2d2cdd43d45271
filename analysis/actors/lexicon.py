"""What is known of words before any text is read: each word's label, each phrase's label and actor.

A label is one character (labels.py lists them), so that a sentence becomes a string on which patterns.py can run.
What no list holds is judged by its shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from analysis.actors.labels import BANK, Label
from analysis.actors.tokens import cut_for_names
from analysis.people.aliases import Aliases
from analysis.people.folding import fold

SURNAME = re.compile(
    r"(?:Mc|Mac|O['’]|Fitz)[A-Z]\w+|\w{2,}(?:[oe]va?|[oe]vich|[oe]vych|sk(?:i|y|iy|yy|yi|aya|aia)|ts(?:ky|kyy|kaya)|enko|enka|chuk|ch[uy]k|shvili|"
    r"adze|idze|yan|ian|[oe]vi[cć]|i[cč]|ić|icz|ssons?|ss?en|oğlu|oglu|[oó]poulos|akis|idis|zadeh|[oe]nko|wala|swamy|raman|asinghe|[eé]scu|stein|berg|berger|mann|witz|baum|feld|quist|lund|strom|ström|ez|ini|elli|etti)"
)
ARTICLED = re.compile(r"(?:al|el|as|ash|an|at)-[A-Z]")  # al-Assad
CONTRACTION = re.compile(r"(?:['’](?:m|ve|re|ll|d|em)|n['’]t)$", re.IGNORECASE)
PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]\w*")  # Sen. Bob Hargrove, R-Texas
MOST_LABELS, KEPT_LABELS, LONGEST_KEPT = 400_000, 300_000, 60  # a hostile text cannot fill the memory


class Labels(dict):
    """The label of each word: of the lists, and judged by its shape when a word that no list holds is first met."""

    def __init__(self, shape: Callable[[str], str]) -> None:
        super().__init__()
        self.shape = shape

    def __missing__(self, word: str) -> str:
        label = self.shape(word)
        if len(word) > LONGEST_KEPT:
            return label
        self[word] = label
        if len(self) > MOST_LABELS:
            for late in list(self)[KEPT_LABELS:]:
                del self[late]
        return label


@dataclass
class Lexicon:
    """The labels of words and phrases, and the actors that they name."""

    labels: Labels = field(init=False)
    phrases: dict[str, list[tuple[tuple[str, ...], str, str | None]]] = field(default_factory=dict)
    actors: dict[str, str] = field(default_factory=dict)  # of single words
    kinds: dict[str, str] = field(default_factory=dict)  # actor -> kind, where not by its label
    conditions: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)  # country -> the adjective in names
    flags: dict[str, str] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)  # classes of words.yaml
    bodies: dict[str, str] = field(default_factory=dict)  # one name of a body for another
    listed: frozenset[str] = frozenset()  # the words whose labels were read, not judged
    common: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()  # folded
    aliases: Aliases | None = None
    plain_phrases: frozenset[str] = frozenset()  # first words of phrases of which no word by itself is like a name's
    stretches: dict | None = None  # what stands between two blanks, labelled: made by stretches.py
    fixed: dict[str, dict] = field(default_factory=dict)  # keys of the alias files' people and organisations, made once

    def __post_init__(self) -> None:
        self.labels = Labels(self.shape)

    def label(self, word: str) -> str:
        """Give the label of a word, judged by its shape where it is not listed (and kept)."""
        return self.labels[word]

    def shape(self, word: str) -> str:
        """Judge a word that no list holds."""
        first = word[0]
        if first.isdigit():
            return Label.DIGIT
        if not first.isalpha():
            return Label.HASHTAG if first == "#" and len(word) > 1 else Label.OTHER_MARK
        if word.endswith("maker") and len(word) > 7:  # chipmaker
            return Label.BODY_NOUN
        if not first.isupper():
            return Label.FAMILY if "-" in word and ARTICLED.match(word) else Label.OTHER_WORD
        if len(word) == 2 and word[1] == ".":
            return Label.INITIAL
        if len(word) == 1:
            return Label.OTHER_MARK
        return self.capitalised(word)

    def capitalised(self, word: str) -> str:
        """Judge a capitalised word that no list holds."""
        if CONTRACTION.search(word) or PARTY_AND_STATE.fullmatch(word):
            return Label.OTHER_WORD
        if word.isupper() and not re.search(r"['’.]", word):
            return self.all_capitals(word)
        head, _, tail = word.partition("-")
        if tail and Label.BODY_END in (self.label(head), self.label(word.rpartition("-")[2] or head)):
            return Label.BODY_END  # Journal-Constitution
        if tail:
            known = self.label(head)
            compound = head.lower() in self.common and tail.islower()  # High-flying
            return (
                Label.TITLE
                if tail == "elect"
                else Label.GIVEN
                if known in Label.GIVEN + Label.GIVEN_OR_PLACE and tail[0].isupper()
                else Label.WORD
                if compound
                else Label.UNKNOWN
            )
        if word.lower() in self.common or (word[-1] == "s" and word[:-1].lower() in self.common):
            return Label.WORD_OR_FAMILY if word in self.names else Label.WORD
        if word.endswith(BANK) and len(word) > 6:
            return Label.STANDING_BODY
        if SURNAME.fullmatch(word):
            return Label.FAMILY
        return Label.GIVEN if fold(word) in self.given else Label.UNKNOWN

    def all_capitals(self, word: str) -> str:
        """Judge a word in capitals: a name or word that is known in small letters (AMY GOODMAN), else an acronym."""
        small = word[0] + word[1:].lower()
        if small in self.words["abbreviations"]:
            return Label.ABBREVIATION
        if small in self.words["openers"] or small in self.words["function_words"]:
            return Label.OTHER_WORD
        other = small != word and len(word) > 3 and word.isalpha()  # mathematical capitals (𝐀𝐁𝐂𝐃) have no small letters
        label = self.label(small) if other else Label.UNKNOWN
        if actor := self.actors.get(small):
            self.actors[word] = actor
        return Label.ACRONYM if label == Label.UNKNOWN else Label.HEADLINE_WORD if label == Label.WORD else label

    def begins_plainly(self) -> Iterator[str]:
        """List the first words of phrases whose words all have labels that are in no name without another."""
        for word, phrases in self.phrases.items():
            if any(set(map(self.label, (word, *rest))) <= set(Label.NEVER_ALONE) for rest, _, _ in phrases):
                yield word

    def standing(self) -> Iterator[str]:
        """List the bodies that stand alone: words, and phrases."""
        yield from (word for word in self.listed if self.labels[word] == Label.STANDING_BODY)
        for word, phrases in self.phrases.items():
            yield from (" ".join((word, *rest)) for rest, label, _ in phrases if label == Label.STANDING_BODY)

    def add(self, name: str, label: str, actor: str | None = None) -> None:
        """Enter a name of one or more words."""
        words = tuple(cut_for_names(name)[0])
        if len(words) == 1:
            self.labels[words[0]] = label
            if actor:
                self.actors[words[0]] = actor
        elif words:
            entries = [entry for entry in self.phrases.get(words[0], []) if entry[0] != words[1:]]
            self.phrases[words[0]] = sorted([*entries, (words[1:], label, actor)], key=lambda entry: -len(entry[0]))
