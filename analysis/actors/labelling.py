"""A sentence as a string of labels, one a word or known phrase, with their offsets and actors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon
from analysis.actors.tokens import cut_for_names
from analysis.texts.tokens import Cuts

STARTS = frozenset('!:"_(#')
CAMEL = re.compile(r"[A-Z][a-zà-ÿ]+|[A-Z]+(?![a-zà-ÿ])")
SPLIT = frozenset(Label.BEFORE_A_HYPHEN)  # a hyphen after one of these joins two words: NATO-Russia, US-led
KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
MOST_HYPHENS = 4  # in a word that is looked into
HEADLINE_SHARE, HEADLINE_WORDS = 0.8, 5
NO_HEADLINE = frozenset(".?:;,")  # at the end of a line
OPENING = re.escape(Label.MAY_OPEN_A_SENTENCE)
CORRECTABLE_IN_HEADLINES = re.compile(f"[{OPENING}{Label.ACRONYM}{Label.PLACE}{Label.QUOTE_MARK}]")
CORRECTABLE = re.compile(f'(?:^|(?<=[!:"_(#]))[{OPENING}]|{Label.ACRONYM}|{Label.QUOTE_MARK}|(?<={Label.TITLE})[wP]')
SHOUTED_WORDS = 3  # from which a line in capitals is a heading; fewer are a speaker's label (AMY GOODMAN)


@dataclass(slots=True)
class Sentence:
    """The labels of a sentence and, at the same places, words and where they start."""

    text: str
    labels: str
    words: list[str]
    starts: list[int]
    known: dict[str, str]  # actors of single words
    headline: bool
    shouted: bool = False  # a heading in capitals
    phrases: dict[int, str | None] = field(default_factory=dict)  # place -> actor of a word that is a phrase

    def end(self, place: int) -> int:
        """Say where a word ends."""
        return self.starts[place] + len(self.words[place])

    def actor(self, place: int) -> str | None:
        """Give the actor that a word or phrase means by the lists."""
        return self.phrases[place] if place in self.phrases else self.known.get(self.words[place])


def label_sentence(text: str, lexicon: Lexicon) -> Sentence:
    """Label a text: one character a word, a phrase of the lexicon being one word."""
    words, starts = cut_for_names(text)
    if "-" in text or "#" in text:
        words, starts = _split_words(words, starts, lexicon)
    shouted = text.isupper() and text.rstrip()[-1] != ":" and sum(w[0].isalpha() for w in words) >= SHOUTED_WORDS
    headline = shouted or (text.rstrip()[-1:] not in NO_HEADLINE and _is_headline(text, words, lexicon))
    if headline and text.isupper():
        words = [word if lexicon.label(word) in Label.ACTORS else _title(word) for word in words]
    # map() with a dictionary's method rather than a loop of our own: a third of the time, over every word of a corpus
    labels = list(map(lexicon.labels.__getitem__, words))
    sentence = Sentence(text, "", words, starts, lexicon.actors, headline, shouted)
    if not lexicon.phrases.keys().isdisjoint(words):
        _join_phrases(labels, sentence, lexicon)
    sentence.labels = _in_place(labels, sentence, lexicon)
    return sentence


def _join_phrases(labels: list[str], sentence: Sentence, lexicon: Lexicon) -> None:
    """Make one word of each phrase of the lexicon, the longest first, from left to right."""
    words, free, found = sentence.words, 0, []
    for at in [at for at, word in enumerate(words) if word in lexicon.phrases]:
        if at >= free and (match := _match(words, at, lexicon)):
            found.append((at, *match))
            free = at + match[0]
    gone = 0
    for at, length, label, actor in found:
        first, last = at - gone, at - gone + length
        words[first:last] = [sentence.text[sentence.starts[first] : sentence.end(last - 1)]]
        labels[first:last], sentence.starts[first:last] = [label], [sentence.starts[first]]
        sentence.phrases[first] = actor
        gone += length - 1


def _match(words: list[str], at: int, lexicon: Lexicon) -> tuple[int, str, str | None] | None:
    """Find the longest phrase of the lexicon here: how many words, its label, its actor."""
    following = words[at + 1] if at + 1 < len(words) else ""
    for rest, label, actor in lexicon.phrases[words[at]]:
        if rest[0] == following and tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1, label, actor
    return None


def _is_headline(text: str, words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether nearly all long words of a line have capitals, and one that only headlines capitalise."""
    cases = "".join(map(CASE_OF.__getitem__, words))
    capitals = cases.count("A")
    if capitals < HEADLINE_SHARE * HEADLINE_WORDS:  # most sentences: no need to count further
        return False
    long = capitals + cases.count("a")
    capital = long >= HEADLINE_WORDS and capitals >= HEADLINE_SHARE * long
    return capital and (text.isupper() or _has_verb(words, lexicon))


def _case(word: str) -> str:
    """Mark a long word with a capital by A, another by a, any other token by a dot."""
    return "." if len(word) <= 3 or not word[0].isalpha() else "A" if word[0].isupper() else "a"


CASE_OF = Cuts(_case)


def _has_verb(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether a word that only headlines capitalise stands after the first: Says, With, Will."""
    plain = lexicon.words["openers"], lexicon.words["speech"], lexicon.words["deeds"], lexicon.words["deeds_toward"]
    for word in words[1:]:
        verb = word in plain[0] or any(word.lower() in verbs for verbs in plain[1:]) or word.endswith("ing")
        if verb and word[0].isupper() and len(word) > 2 and word != "The":
            return True
    return False


def _split_words(words: list[str], starts: list[int], lexicon: Lexicon) -> tuple[list[str], list[int]]:
    """Split the words that have `_pieces`."""
    pieces = [
        piece
        for word, start in zip(words, starts, strict=True)
        for piece in (_pieces(word, start, lexicon) if "-" in word or word[0] == "#" else ((word, start),))
    ]
    return [piece for piece, _ in pieces], [start for _, start in pieces]


def _pieces(word: str, start: int, lexicon: Lexicon) -> list[tuple[str, int]]:
    """Split a hashtag at its capitals, and a hyphened word whose first part is an actor or adjective."""
    if word[0] == "#" and len(word) > 1:
        return [("#", start), *((part.group(), start + part.start()) for part in CAMEL.finditer(word))]
    if 0 < word.count("-") <= MOST_HYPHENS and word not in lexicon.listed:
        head, _, tail = word.partition("-")
        prefix = head.lower() in lexicon.words["prefixes"] and tail[:1].isupper()
        suffix = tail in lexicon.words["suffixes"] and word[0].isupper()
        if tail and (prefix or suffix or (head and lexicon.label(head) in SPLIT)) and tail != "elect":
            middle = start + len(head)
            return [(head, start), ("-", middle), *_pieces(tail, middle + 1, lexicon)]
    return [(word, start)]


def _title(word: str) -> str:
    """Write a word of a line in capitals as in running text."""
    return word.lower() if word in ("'S", "’S") else word[0] + word[1:].lower() if word[0].isalpha() else word


def _in_place(labels: list[str], sentence: Sentence, lexicon: Lexicon) -> str:
    """Correct labels by where they stand: first words, headlines, plural possessives."""
    openers, titles = lexicon.words["openers"], lexicon.words["titles"]
    strange = not lexicon.words["by_place"].isdisjoint(sentence.words)
    if Label.COUNTRY in labels or strange:
        _label_months_and_parts(labels, sentence, lexicon)
    for place in range(len(labels)) if strange else _correctable(labels, sentence.headline):
        label, word = labels[place], sentence.words[place]
        before = labels[place - 1] if place else "!"
        opens = before in STARTS
        if (
            label in Label.MAY_OPEN_A_SENTENCE
            and word in openers
            and not (label == Label.DATE_OR_NAME and _acts(place, sentence, lexicon))
            and (opens or sentence.headline)
            and word not in titles
        ):
            labels[place] = Label.OTHER_WORD
        elif label == Label.WORD and sentence.headline:
            small = lexicon.label(word.lower())
            labels[place] = Label.HEADLINE_WORD if small == Label.OTHER_WORD else small
        elif label in Label.WORD + Label.UNKNOWN and opens and word.endswith(("ing", "ly", "ed")):
            labels[place] = Label.OTHER_WORD
        elif label == Label.ACRONYM and len(word) == 3 and _shouted_name(place, sentence, lexicon):
            labels[place] = Label.GIVEN
        elif (
            label in Label.WORD + Label.PLACE
            and before == Label.TITLE
            and sentence.words[place - 1].rstrip(".") in lexicon.words["honorifics"]
        ):
            labels[place] = Label.FAMILY
        elif word in lexicon.words["family_first"] and _korean(place, sentence):
            labels[place : place + 2] = "FN"
        elif label == Label.QUOTE_MARK and word in "'’" and _after_plural(place, sentence):
            labels[place] = Label.POSSESSIVE
    return "".join(labels)


def _correctable(labels: list[str], headline: bool) -> Iterable[int]:
    """The places whose labels may be corrected: a tenth of them, but for headlines."""
    expression = CORRECTABLE_IN_HEADLINES if headline else CORRECTABLE
    return [match.start() for match in expression.finditer("".join(labels))]


def _label_months_and_parts(labels: list[str], sentence: Sentence, lexicon: Lexicon) -> None:
    """Correct the labels of months that are names (May) and of countries that are part of a place (Lower Egypt)."""
    for place, word in enumerate(sentence.words):
        if word in lexicon.words["may_be_months"]:
            labels[place] = _month_or_name(place, labels, sentence, lexicon)
        elif labels[place] == Label.COUNTRY and _is_part(place, labels, sentence, lexicon):
            labels[place] = Label.PLACE


def _month_or_name(place: int, labels: list[str], sentence: Sentence, lexicon: Lexicon) -> str:
    """Label a word that is a month and a family name: a date by what stands before or a number after it."""
    label = labels[place]
    if place and labels[place - 1] in (Label.GIVEN, Label.TITLE, Label.INITIAL):  # Theresa May, Mrs May
        return Label.DATE_OR_NAME
    before = [word.lower() for word in sentence.words[max(0, place - 2) : place]]
    if labels[place + 1 : place + 2] == [Label.DIGIT] or (before and before[-1] in lexicon.words["before_months"]):
        return Label.DATE
    if before == ["by"] or (before[-1:] == ["of"] and before[0] in lexicon.words["before_of_a_month"]):
        return Label.DATE  # By May the talks ended; the end of May
    if label != Label.DATE_OR_NAME and not _acts(place, sentence, lexicon):
        return label  # March, which is an event too
    return Label.DATE_OR_NAME


def _acts(place: int, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether a verb of speech or of acting, in small letters, follows a word, or its possessive."""
    following = sentence.words[place + 1] if place + 1 < len(sentence.words) else ""
    verbs = ("speech", "deeds", "reporting")
    return following in ("'s", "’s", "has", "had") or any(following in lexicon.words[name] for name in verbs)


def _is_part(place: int, labels: list[str], sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether the word before a country makes it another place: Lower Egypt, but not "New Ukraine talks begin"."""
    if not place or sentence.headline or sentence.words[place - 1] not in lexicon.words["parts"]:
        return False
    opens = place == 1 or labels[place - 2] in STARTS
    return not (opens and sentence.words[place - 1] in lexicon.words["openers"])


def _shouted_name(place: int, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether a word of three capitals is a given name before a family name in capitals (AMY GOODMAN)."""
    following = "".join(sentence.words[place + 1 : place + 2])
    return len(following) > 3 and following.isupper() and lexicon.label(sentence.words[place].title()) == Label.GIVEN


def _korean(place: int, sentence: Sentence) -> bool:
    """Tell whether a given name of two syllables follows (Park Ji-hoon)."""
    return bool(sentence.words[place + 1 : place + 2]) and bool(KOREAN.fullmatch(sentence.words[place + 1]))


def _after_plural(place: int, sentence: Sentence) -> bool:
    """Tell whether an apostrophe closes a plural ("Workers' Party") rather than a quotation."""
    if not place or sentence.starts[place] != sentence.end(place - 1):
        return False
    return sentence.words[place - 1].endswith("s") and sentence.words[place - 1][0].isupper()
