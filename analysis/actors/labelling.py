"""A sentence as a string of labels, one a word or known phrase, with their offsets and actors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon
from analysis.actors.stretches import (
    BOTH,
    BY_PLACE,
    LABELS,
    MARKS,
    OF_A_PHRASE,
    WORDS,
    Stretch,
    join_starts,
    list_stretches,
)
from analysis.texts.tokens import Cuts

STARTS = frozenset('!:"_(#')
KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
HEADLINE_SHARE, HEADLINE_WORDS = 0.8, 5
NO_HEADLINE = frozenset(".?:;,")  # at the end of a line
OPENING = re.escape(Label.MAY_OPEN_A_SENTENCE)
CORRECTABLE_IN_HEADLINES = re.compile(f"[{OPENING}{Label.ACRONYM}{Label.PLACE}{Label.QUOTE_MARK}]")
CORRECTABLE = re.compile(f'(?:^|(?<=[!:"_(#]))[{OPENING}]|{Label.ACRONYM}|{Label.QUOTE_MARK}|(?<={Label.TITLE})[wP]')
PHRASE, IN_PHRASES, HANGING = re.compile(f"[{OF_A_PHRASE}{BOTH}]"), set(OF_A_PHRASE + BOTH), set(BY_PLACE + BOTH)
NAMING = re.compile(f"[^{re.escape(Label.NEVER_ALONE)}]")
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
    stretches = list_stretches(text, lexicon)
    return _label(text, stretches, "".join(map(LABELS, stretches)), lexicon)


def label_if_named(text: str, lexicon: Lexicon) -> Sentence | None:
    """Label a text as `label_sentence` does; None, at a fraction of the time, if no word in it can be in a name."""
    stretches = list_stretches(text, lexicon)
    labels = "".join(map(LABELS, stretches))
    if NAMING.search(labels) or text.isupper() or any(map(lexicon.plain_phrases.intersection, map(WORDS, stretches))):
        return _label(text, stretches, labels, lexicon)
    return None


def _label(text: str, stretches: list[Stretch], labels: str, lexicon: Lexicon) -> Sentence:
    """Correct the labels of a text by what stands together."""
    words, marks = list(chain.from_iterable(map(WORDS, stretches))), "".join(map(MARKS, stretches))
    starts = join_starts(text, stretches, lexicon)
    in_capitals, last = text.isupper(), text.rstrip()[-1:]
    shouted = in_capitals and last != ":" and sum(word[0].isalpha() for word in words) >= SHOUTED_WORDS
    headline = shouted or (last not in NO_HEADLINE and _is_headline(text, words, lexicon))
    if headline and in_capitals:
        words = [word if lexicon.label(word) in Label.ACTORS else _title(word) for word in words]
        labels, marks = "".join(map(lexicon.labels.__getitem__, words)), BOTH * len(words)
    sentence = Sentence(text, labels, words, starts, lexicon.actors, headline, shouted)
    if not IN_PHRASES.isdisjoint(marks):
        _join_phrases(sentence, marks, lexicon)
    strange = not HANGING.isdisjoint(marks) and not lexicon.words["by_place"].isdisjoint(words)
    _correct_labels(sentence, strange, lexicon)
    return sentence


def _join_phrases(sentence: Sentence, marks: str, lexicon: Lexicon) -> None:
    """Make one word of each phrase of the lexicon, the longest first, from left to right."""
    words, free, found = sentence.words, 0, []
    for mark in PHRASE.finditer(marks):
        at = mark.start()
        if at >= free and (match := _match(words, at, lexicon)):
            found.append((at, *match))
            free = at + match[0]
    if not found:
        return
    labels = list(sentence.labels)
    gone = 0
    for at, length, label, actor in found:
        first, last = at - gone, at - gone + length
        words[first:last] = [sentence.text[sentence.starts[first] : sentence.end(last - 1)]]
        labels[first:last], sentence.starts[first:last] = [label], [sentence.starts[first]]
        sentence.phrases[first] = actor
        gone += length - 1
    sentence.labels = "".join(labels)


def _match(words: list[str], at: int, lexicon: Lexicon) -> tuple[int, str, str | None] | None:
    """Find the longest phrase of the lexicon here: how many words, its label, its actor."""
    following = words[at + 1] if at + 1 < len(words) else ""
    for rest, label, actor in lexicon.phrases.get(words[at], ()):
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


def _title(word: str) -> str:
    """Write a word of a line in capitals as in running text."""
    return word.lower() if word in ("'S", "’S") else word[0] + word[1:].lower() if word[0].isalpha() else word


def _correct_labels(sentence: Sentence, strange: bool, lexicon: Lexicon) -> None:
    """Correct labels by where they stand: first words, headlines, plural possessives.

    strange: whether a word is there whose label, whatever it is, hangs on its place.
    """
    openers, titles = lexicon.words["openers"], lexicon.words["titles"]
    labels = list(sentence.labels)
    if strange or Label.COUNTRY in sentence.labels:
        _label_months_and_parts(labels, sentence, lexicon)
    places = range(len(labels)) if strange else _correctable("".join(labels), sentence.headline)
    for place in places:
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
    sentence.labels = "".join(labels)


def _correctable(labels: str, headline: bool) -> Iterable[int]:
    """The places whose labels may be corrected: a tenth of them, but for headlines."""
    expression = CORRECTABLE_IN_HEADLINES if headline else CORRECTABLE
    return [match.start() for match in expression.finditer(labels)]


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
