"""A sentence as a string of labels, one a word or known phrase, with their offsets and actors."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.actors.lexicon import Lexicon
from analysis.actors.tokens import split_tokens

STARTS = frozenset('!:"_(#')
CAMEL = re.compile(r"[A-Z][a-zà-ÿ]+|[A-Z]+(?![a-zà-ÿ])")
SPLIT = frozenset("CKODPQBT")  # a hyphen after one of these joins two words: NATO-Russia, US-led
HEADLINE_SHARE, HEADLINE_WORDS = 0.75, 4


@dataclass(slots=True)
class Sentence:
    """The labels of a sentence and, at the same places, words, offsets and actors."""

    text: str
    labels: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    actors: list[str | None]
    headline: bool


def label_sentence(text: str, lexicon: Lexicon) -> Sentence:
    """Label a text: one character a word, a phrase of the lexicon being one word."""
    tokens = [piece for token in split_tokens(text) for piece in _pieces(*token, lexicon)]
    long = [word for word, _ in tokens if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    headline = len(long) >= HEADLINE_WORDS and capitals >= HEADLINE_SHARE * len(long)
    if headline and text.isupper():
        tokens = [(word if lexicon.label(word) in "OCK" else _title(word), start) for word, start in tokens]
    sentence = Sentence(text, "", [], [], [], [], headline)
    labels: list[str] = []
    words = [word for word, _ in tokens]
    at = 0
    while at < len(tokens):
        length, label, actor = _match(words, at, lexicon)
        start, last = tokens[at][1], at + length - 1
        end = tokens[last][1] + len(words[last])
        sentence.words.append(words[at] if length == 1 else text[start:end])
        sentence.starts.append(start)
        sentence.ends.append(end)
        sentence.actors.append(actor)
        labels.append(label)
        at += length
    sentence.labels = _in_place(labels, sentence, lexicon)
    return sentence


def _pieces(word: str, start: int, lexicon: Lexicon) -> list[tuple[str, int]]:
    """Split a hashtag at its capitals, and a hyphened word whose first part is an actor or adjective."""
    if word[0] == "#" and len(word) > 1:
        return [("#", start), *((part.group(), start + part.start()) for part in CAMEL.finditer(word))]
    if "-" in word and word[0].isupper() and word not in lexicon.labels:
        head, _, tail = word.partition("-")
        if tail and lexicon.labels.get(head, ".") in SPLIT and tail != "elect":
            middle = start + len(head)
            return [(head, start), ("-", middle), *_pieces(tail, middle + 1, lexicon)]
    return [(word, start)]


def _title(word: str) -> str:
    """Write a word of a line in capitals as in running text."""
    return word.lower() if word in ("'S", "’S") else word[0] + word[1:].lower() if word[0].isalpha() else word


def _match(words: list[str], at: int, lexicon: Lexicon) -> tuple[int, str, str | None]:
    """Find the longest phrase of the lexicon here: how many words, its label, its actor."""
    word = words[at]
    for rest, label, actor in lexicon.phrases.get(word, ()):
        if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1, label, actor
    return 1, lexicon.label(word), lexicon.actors.get(word)


def _in_place(labels: list[str], sentence: Sentence, lexicon: Lexicon) -> str:
    """Correct labels by where they stand: first words, headlines, plural possessives."""
    openers, titles = lexicon.words["openers"], lexicon.words["titles"]
    before = "!"
    for place, (label, word) in enumerate(zip(labels, sentence.words, strict=True)):
        opens = before in STARTS
        if label in "wmWFkTSHyXNJ" and word in openers and (opens or sentence.headline) and word not in titles:
            labels[place] = "."
        elif label == "w" and (sentence.headline or (opens and word.endswith(("ing", "ly", "ed")))):
            labels[place] = lexicon.label(word.lower()) if sentence.headline else "."
        elif label == '"' and word in "'’" and _after_plural(place, sentence):
            labels[place] = "s"
        before = labels[place]
    return "".join(labels)


def _after_plural(place: int, sentence: Sentence) -> bool:
    """Tell whether an apostrophe closes a plural ("Workers' Party") rather than a quotation."""
    if not place or sentence.starts[place] != sentence.ends[place - 1]:
        return False
    return sentence.words[place - 1].endswith("s") and sentence.words[place - 1][0].isupper()
