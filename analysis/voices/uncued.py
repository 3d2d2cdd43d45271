"""Who may say a quotation that no cue ties to anybody: those who speak, act or are named around it, with their traits.

A trait is a short text: "here" (spoke last in this paragraph), "later|here" (the same, of a quotation that opens a
later sentence of a paragraph), "person|I" (a person known in the document, and the quotation says I).
uncued_weights.txt says what each is worth.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from analysis.voices.attributions import find_attributions
from analysis.voices.clauses import clause_subject, first_phrase
from analysis.voices.cues import SAYING, Cues
from analysis.voices.cues_around import is_asking, is_beside_speech
from analysis.voices.finite_verbs import is_verb
from analysis.voices.hanging import BESIDE
from analysis.voices.lines import Line, start_of
from analysis.voices.phrases import NOWHERE
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.referents import Referents
from analysis.voices.scenes import Scene, name_place
from analysis.voices.senses import load_senses
from analysis.voices.sorts import POSSESSIVES, is_verb_alone, kind_of_phrase, name_start, owner_of, sort_of
from analysis.voices.speakers import Speaker, name_speaker
from analysis.voices.things import names_thing, names_who_can_speak
from analysis.voices.tokens import QUOTE
from analysis.words.classes import CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS

ONESELF = re.compile(r"\b(?:I|my|me|I['’]m|I['’]ve)\b")
OURSELVES = re.compile(r"\b(?:we|our|us|we['’]re)\b", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?\W*$")
TALKED_WITH = re.compile(
    r"\b(?:interview|conversation|talk|chat|letter|email|call|debate)s? (?:with|to)\b[^.,;:]{0,60}\Z"
)
WORDS = frozenset(["words", "view", "opinion", "telling", "account", "phrase", "estimation", "formulation", "parlance"])
SURE = frozenset(["announced", "in-words"])
SOMEBODY = frozenset(["person", "somebody"])
ANNOUNCING = frozenset(["clause-person", "clause-somebody", "clause-document"])
SUBJECTS = frozenset(["clause", "first"])
SHORT = 3  # letters of a given name that can be part of another word
LATELY = 4  # speeches back
EARLIER = 2  # how many of those who spoke are told apart by their turn
MOST_ABOVE = 4  # paragraphs that are told apart


@dataclass(slots=True, eq=False)
class LikelySpeaker:
    """Somebody who may have said it."""

    who: Speaker
    traits: set[str] = field(default_factory=set)


class LikelySpeakers:
    """The candidates for one quotation, by name."""

    def __init__(self, scene: Scene, people: Referents, cues: Cues) -> None:
        """Start with none."""
        self.scene, self.people, self.cues = scene, people, cues
        self.since = start_of(scene.line, scene.sentence[0])
        self.found: dict[str, LikelySpeaker] = {}

    def add(self, who: Speaker | None, *traits: str) -> None:
        """Add somebody, or further traits; named in the quotation's own sentence is where they are named."""
        if who is None or not who.name or is_verb_alone(who.name, self.cues):
            return
        one = self.found.setdefault(who.name, LikelySpeaker(who))
        if who.start >= self.since:
            one.who = who
        one.traits.update(traits)

    def add_phrase(self, line: Line, phrase: tuple[int, int], hi: int, *traits: str) -> None:
        """Add whom some words name, without the verbs that the phrase took in: another tweeted."""
        first, last = phrase
        cue = any("cue" in trait for trait in traits)
        while last - first > 1 and line.words[first][0].islower() and self._is_past(line.lows[last - 1]):
            last -= 1
        last -= last - first > 1 and line.words[last : last + 1] == ["."] and self._acts(line, last - 1)
        if _is_participle(line, first):
            return
        if phrase != NOWHERE and not names_thing(line, first, last) and (cue or names_who_can_speak(line, first, last)):
            self.add(name_speaker(line, (first, last), self.people, hi), *traits)

    def _acts(self, line: Line, at: int) -> bool:
        """Tell the verb that ends a sentence of nothing else: The school closes."""
        verb = load_senses().verbs.get(line.lows[at])
        return verb is not None and verb.form in ("third", "past") and line.words[at].islower()

    def _is_past(self, low: str) -> bool:
        cue = self.cues.forms.get(low)
        return cue is not None and cue.form == "past"


def _is_participle(line: Line, at: int) -> bool:
    """Tell "with guests holding signs and [wearing hats]" from "voting officials"."""
    doing = line.words[at].endswith("ing") and line.lows[at] in load_senses().verbs and line.words[at][0].islower()
    return doing and at > 0 and (line.lows[at - 1] in CONJUNCTIONS or line.lows[at - 1] in PREPOSITIONS)


def list_likely_speakers(scene: Scene, people: Referents, cues: Cues) -> list[LikelySpeaker]:
    """List who may have said a quotation, each with the traits that tell."""
    found = LikelySpeakers(scene, people, cues)
    _add_speakers(found)
    if scene.token > scene.sentence[0]:
        _add_subjects(found)
        _add_named(found)
    _add_behind(found)
    _add_words(found)
    _add_sentence_before(found)
    _add_sorts(found)
    place, cued = name_place(scene), scene.attribution is not None
    for one in found.found.values():
        plain = [trait for trait in one.traits if "|" not in trait]
        one.traits |= {f"{place}|{trait}" for trait in one.traits} | {f"cued|{trait}" for trait in plain if cued}
    return list(found.found.values())


def find_announcer(candidates: list[LikelySpeaker], place: str) -> LikelySpeaker | None:
    """Find who surely says it: who is announced, whose words they are, who follows a comma, or whom a colon follows."""
    said = next((one for one in candidates if not SURE.isdisjoint(one.traits)), None)
    said = said or next((one for one in candidates if "behind-comma" in one.traits and one.traits & SOMEBODY), None)
    if said or place != "colon":
        return said
    acting = next((one for one in candidates if not ANNOUNCING.isdisjoint(one.traits)), None)
    return acting or next((one for one in candidates if "adjacent" in one.traits), None)


def _add_speakers(found: LikelySpeakers) -> None:
    """Add who spoke before, and how many paragraphs above."""
    scene, place = found.scene, start_of(found.scene.line, found.scene.token)
    found.add(scene.here, "here")
    found.add(scene.last, "last")
    found.add(scene.announced, "announced")
    for turn, (at, name) in enumerate(found.people.list_spoken(LATELY)):
        above = min(scene.line.text.count("\n", at, place), MOST_ABOVE)
        traits = [f"spoke{turn}"] if turn < EARLIER else []
        found.add(Speaker(name, -1, -1), f"spoke-above{above}", *traits)


def _add_subjects(found: LikelySpeakers) -> None:
    """Add who acts before the quotation in its sentence, and of whom a cue there tells."""
    line, token, (lo, hi) = found.scene.line, found.scene.token, found.scene.sentence
    acting = clause_subject(line, token, lo, BESIDE if line.words[token - 1] == ":" else frozenset())
    for name, phrase in (("clause", acting), ("first", first_phrase(line, lo, token))):
        found.add_phrase(line, phrase, hi, name, name + kind_of_phrase(line, phrase))
        found.add_phrase(line, owner_of(line, phrase), hi, f"{name}-owner")
    for one in found.scene.attributions:
        if one.first < token:
            found.add_phrase(line, one.subject, hi, "cue-before" if one.cue.kinds & SAYING else "stance-before")


def _add_named(found: LikelySpeakers) -> None:
    """Add the persons named before the quotation in its sentence, the nearest apart, and whether right before it."""
    line, end = found.scene.line, start_of(found.scene.line, found.scene.token)
    near = found.people.first_named(found.since, end)
    while near:
        who, near = Speaker(*near), found.people.first_named(near[2], end)
        found.add(who, "named-before" if near else "nearest-before")
        if not near and not any(character.isalnum() for character in line.text[who.end : end]):
            owner = POSSESSIVE.search(line.text, who.start, end) is not None
            if owner or not TALKED_WITH.search(line.text, found.since, who.start):
                found.add(who, "owner" if owner else "adjacent")


def _add_behind(found: LikelySpeakers) -> None:
    """Add who is named right behind the quotation in its sentence, or acts there."""
    line, at, hi = found.scene.line, found.scene.token + 1, found.scene.sentence[1]
    while at < hi and not line.words[at][0].isalnum():
        at += 1
    if at >= hi or at in line.runs or line.lows[at] in CONJUNCTIONS:
        return
    phrase = phrase_from(line, at, hi)
    found.add_phrase(line, phrase, hi, "behind-verb" if phrase[1] < hi and is_verb(line, phrase[1]) else "behind")
    opened = found.scene.token > found.scene.sentence[0] and line.lows[found.scene.sentence[0]] in SUBORDINATORS
    if line.text[line.runs[found.scene.token].end - 1] == "," and not opened:  # When they came to “...,” a judge rose
        found.add_phrase(line, phrase, hi, "behind-comma")
    for one in found.scene.attributions:
        if one.first > found.scene.token and one.cue.kinds & SAYING:
            found.add_phrase(line, one.subject, hi, "cue-behind")


def _add_words(found: LikelySpeakers) -> None:
    """Add in whose words the sentence says so: in Lund's view, by Roth's account."""
    line, (lo, hi) = found.scene.line, found.scene.sentence
    for at in range(lo + 2, hi):
        if line.lows[at] in WORDS and line.lows[at - 1].endswith(POSSESSIVES):
            first = name_start(line, at, lo)
            if first > lo and line.lows[first - 1] in ("in", "by", "to"):
                found.add_phrase(line, (first, at), hi, "in-words")


def _add_sentence_before(found: LikelySpeakers) -> None:
    """Add who speaks or acts in the sentence before, or in the last one of the paragraph above."""
    scene = found.scene
    number = bisect_left(scene.line.sentences, scene.sentence)
    line, tag = (scene.line, "prev") if number else (scene.above, "above")
    if line is None or not line.sentences:
        return
    lo, hi = line.sentences[number - 1]
    shape = f"{tag}{'q' if QUOTE in line.lows[lo:hi] else ''}{':' if line.words[hi - 1] == ':' else ''}"
    said = 0
    told = find_attributions(line, (lo, hi), found.cues)
    asked = next((one.last for one in told if is_asking(line, one)), lo)
    for one in reversed(told):
        if is_beside_speech(line, one):
            continue
        if not one.cue.kinds & SAYING or one.cue.form == "base":  # nobody has spoken who would ask him to go
            found.add_phrase(line, one.subject, hi, f"{shape}-stance")
        elif one.subject != NOWHERE:
            found.add_phrase(line, one.subject, hi, f"{shape}-cue{said}", f"{tag}-cue")
            said = 1
    if lo not in line.runs:
        begin = next((at + 1 for at in range(asked, hi - 1) if line.words[at] == ","), lo) if asked > lo else lo
        phrase = first_phrase(line, begin, hi)  # Asked by Roth whether he knew, [Lund] laughed.
        found.add_phrase(line, phrase, hi, f"{shape}-subject", f"{shape}-subject{kind_of_phrase(line, phrase)}")


def _add_sorts(found: LikelySpeakers) -> None:
    """Say of each whether it is a person, somebody or a thing, whether I or we is said, and whether they are named."""
    run = found.scene.line.runs[found.scene.token]
    text = found.scene.line.text[run.start : run.end]
    voice = "I" if ONESELF.search(text) else "we" if OURSELVES.search(text) else "none"
    for name, one in found.found.items():
        sort = sort_of(name, found.people)
        one.traits |= {sort, f"{sort}|{voice}", *(f"{trait}-{sort}" for trait in SUBJECTS & one.traits)}
        words = name.split()
        if words[-1] in text or (sort == "person" and len(words[0]) > SHORT and f"{words[0]} " in text):
            one.traits.add("inside")
