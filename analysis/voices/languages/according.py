"""Phrases that say who says it: according to X, in his words; X zufolge; what the outlet itself knows is its own."""

from __future__ import annotations

from analysis.voices.languages.announcing import Saying, make_saying
from analysis.voices.languages.apposed import name_apposed
from analysis.voices.languages.described import Subject
from analysis.voices.languages.one_of import find_one_of
from analysis.voices.languages.passages import STOPS, Passage
from analysis.voices.languages.phrases import WALLS, end_of_phrase, ends_with, find_speaker_in, is_predicate_first
from analysis.voices.languages.silent import stands_first
from analysis.voices.languages.sources import end_of_source, find_teller
from analysis.voices.languages.subjects import make_pronoun

LAW = 14  # tokens of what a law is called
BEHIND = 8  # tokens before "zufolge" that may name who speaks


def find_phrase(passage: Passage, at: int, hi: int) -> Saying | None:
    """Read "according to X", "in his words"; what the outlet itself knows (according to our figures) is its own."""
    rules, lows = passage.rules, passage.lows
    after = lows[at + 1] if at + 1 < hi else ""
    if lows[at] in rules["like"] and (after in rules.verbs or after in rules["helpers"]):
        return None  # según dijo X
    if rules.silent and lows[at] in rules["according_people"] and not stands_first(passage, at):
        return None  # twelve years for (para) X
    told = find_teller(passage, at + 1, hi)
    if told:
        return make_saying(passage, at, at + 1, "phrase", told, told.last)
    for others in rules.phrases[lows[at]]:
        last = at + 1 + len(others)
        if tuple(lows[at + 1 : last]) == others and last < hi:
            if lows[last] in rules["ours"]:
                return None
            law = _end_of_law(passage, last, hi)
            if law:
                return make_saying(passage, at, last, "phrase", None, law)
            subject = _named_behind(passage, at, last, hi)
            return make_saying(passage, at, last, "phrase", subject, max(last, subject.last)) if subject else None
        inside = _behind_adjectives(passage, at + 1, hi, others)
        last = inside + len(others)
        if others and inside > at + 1 and last < hi:
            subject = _named_behind(passage, at, last, hi)
            return make_saying(passage, at, last, "phrase", subject, max(last, subject.last)) if subject else None
        inside = at + 1
        if others and inside < hi and lows[inside] in rules.possessives:
            last = inside + 1 + len(others)
            if tuple(lows[inside + 1 : last]) == others:
                return make_saying(
                    passage, at, last, "phrase", make_pronoun(inside, rules.possessives[lows[inside]]), last
                )
    return None


def _behind_adjectives(passage: Passage, at: int, hi: int, others: tuple[str, ...]) -> int:
    """Step over one or two adjectives to the rest of a phrase: по предварительной версии; 0: it stands nowhere."""
    rules = passage.rules
    endings = tuple(rules.mappings["adjectives"]) if rules.has_cases and not rules.verb_last else ()
    last = at
    while endings and last < min(hi, at + 2) and passage.lows[last].endswith(endings) and len(passage.lows[last]) > 4:
        if passage.lows[last] in rules["ours"] or passage.lows[last] in rules.nouns:
            break
        last += 1
        if tuple(passage.lows[last : last + len(others)]) == others:
            return last
    return 0


def _end_of_law(passage: Passage, at: int, hi: int) -> int:
    """Where the words for a law, by which nobody speaks, end behind "according to": Article 12 of the act; 0: none."""
    rules, first = passage.rules, at
    adjectives = tuple(rules.mappings["adjectives"])
    while first < hi and (passage.lows[first] in rules["articles"] or passage.words[first] == "§"):
        first += 1
    while (
        first < hi and adjectives and passage.lows[first].endswith(adjectives) and passage.lows[first] not in rules.laws
    ):
        first += 1
    if first >= hi or passage.lows[first] not in rules.laws:
        return int(first < hi and passage.words[first - 1] == "§") and first + 1
    if rules.capitals:
        return end_of_phrase(passage, at, hi)
    comma = next((here for here in range(first, min(hi, first + LAW)) if passage.lows[here] in WALLS), 0)
    return comma or end_of_source(passage, at, hi, True)


def _named_behind(passage: Passage, phrase: int, at: int, hi: int) -> Subject | None:
    """Who is named behind "according to": a pronoun, or a phrase that begins with a word."""
    rules, low = passage.rules, passage.lows[at]
    for pronouns in (rules.pronouns, rules.possessives):
        owning = rules.has_cases and pronouns is rules.possessives and passage.words[at + 1 : at + 2]
        if low in pronouns and owning and owning[0][0].isalpha():
            return _named_behind(passage, phrase, at + 1, hi)  # in the words of her grandson
        if low in pronouns:
            return make_pronoun(at, pronouns[low])
    if one := find_one_of(passage, at, hi):
        return one
    at += low in rules["of"] and at + 1 < hi  # nach Einschätzung von X
    opens = passage.opens_sentence(phrase)
    end = end_of_source(passage, at, hi, opens)
    if is_predicate_first(passage, phrase):  # Schuld ist nach Ansicht des Verbands | der Mangel an Fahrern
        end = next((here for here in range(end - 1, at + 1, -1) if passage.lows[here] in rules["relatives"]), end)
    at = _behind_paper(passage, at, end)
    if several := _joined_bodies(passage, at, end, hi):
        return several
    subject = name_apposed(passage, at, end, hi) or find_speaker_in(passage, at, end, oblique=True)
    subject = _apposed_in_case(passage, subject, end, hi) or subject
    if subject and rules.capitals and at - phrase > 1 and passage.lows[at - 1] not in rules["of"]:
        subject.name = _without_genitive(subject.name) if subject.kind == "person" else subject.name
    if subject and subject.kind == "body" and passage.lows[at - 1] in rules["according_people"]:
        return None
    if not subject or passage.lows[subject.first] in rules["that"]:
        return None
    return subject if passage.words[subject.first][0].isalpha() or subject.first in passage.runs else None


def _joined_bodies(passage: Passage, at: int, end: int, hi: int) -> Subject | None:
    """Find two who are joined by "and", where no case tells: nach Angaben von Polizei und Feuerwehr."""
    rules = passage.rules
    second = end + 1
    if rules.has_cases or rules.verb_last or second >= hi or passage.lows[end] not in rules["joining"]:
        return None
    second += passage.lows[second] in rules["articles"] or passage.lows[second] in rules["of"]
    noun = second < hi and (
        passage.lows[second] in rules.nouns or (rules.capitals and passage.words[second][0].isupper())
    )
    if not noun:
        return None
    last = end_of_source(passage, second, hi, False)
    pair = [find_speaker_in(passage, *one, oblique=True) for one in ((at, end), (second, last))]
    if not all(pair):
        return None
    name = f" {passage.words[end]} ".join([one.name for one in pair if one])
    return Subject(at, last, name, "several", "p")


def _apposed_in_case(passage: Passage, subject: Subject | None, end: int, hi: int) -> Subject | None:
    """Find the name of a role behind a comma, in its case: in the words of the expert, the lecturer Ann Lee, ..."""
    rules, first = passage.rules, end + 1
    if not rules.has_cases or not subject or subject.kind != "role" or first >= hi or passage.lows[end] != ",":
        return None
    last = end_of_phrase(passage, first, hi)
    closed = last < hi and passage.lows[last] in WALLS
    people = [at for at in passage.list_named(first, last) if not passage.named[at][1].is_nominative]
    named = find_speaker_in(passage, first, last, oblique=True) if closed and people else None
    return named if named and named.kind == "person" else None


def _behind_paper(passage: Passage, at: int, end: int) -> int:
    """Step over a paper to who speaks in it: according to a report of the »Herald«."""
    rules = passage.rules
    first = at + (passage.lows[at] in rules["articles"])
    while (
        first < end
        and passage.lows[first] not in rules.papers
        and passage.lows[first].endswith(tuple(rules.mappings["adjectives"]) or "-")
    ):
        first += 1
    if first + 1 >= end or passage.lows[first] not in rules.papers:
        return at
    if rules.has_cases:  # по данным доклада ООН
        return first + 1 if not rules.verb_last and passage.words[first + 1][0].isalpha() else at
    if not rules.capitals:
        return first + 2 if passage.lows[first + 1] in rules["of"] and first + 2 < end else at
    return first + 1 if passage.lows[first + 1] in rules["genitive"] | rules["of"] else at


def _without_genitive(name: str) -> str:
    """A German name of one word without its s: nach Darstellung Moskaus."""
    return name[:-1] if name.endswith("s") and not name.endswith(("ss", "is")) and " " not in name else name


def find_phrase_behind(passage: Passage, at: int, lo: int) -> Saying | None:
    """Read "X zufolge": the speaker stands before the phrase."""
    rules, last = passage.rules, at + 1
    known = rules.list_behind(passage.lows[at])
    before = next((len(others) for others in known if ends_with(passage, lo, at, others)), None)
    if before is None:
        return None
    first = at = at - before
    while first > max(lo, at - BEHIND) and passage.lows[first - 1] not in WALLS:
        if passage.words[first - 1] in STOPS:
            break
        first -= 1
    if first == at or not rules["ours"].isdisjoint(passage.lows[first:at]):
        return None
    if any(passage.lows[here] in rules.laws for here in range(first, at)):
        saying = make_saying(passage, at, last, "behind", None, last)
        saying.begin = first
        return saying
    if passage.lows[at - 1] in rules.possessives:
        subject = make_pronoun(at - 1, rules.possessives[passage.lows[at - 1]])
    else:
        people = [here for here in range(first, at) if here in passage.named and passage.named[here][0] == at]
        told = find_teller(passage, at - 1, at)
        owner = people[-1] if people else _behind_paper(passage, first, at)
        subject = told or find_speaker_in(passage, owner, at, oblique=True)
    saying = make_saying(passage, at, last, "behind", subject, last)
    saying.begin = first
    return saying if subject else None
