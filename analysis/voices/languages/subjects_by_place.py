"""Who says it in a language without cases: the subject of a verb, found by its place before it."""

from __future__ import annotations

from analysis.voices.languages.apposed import name_apposed
from analysis.voices.languages.described import Subject
from analysis.voices.languages.one_of import find_one_of
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import LONGEST, WALLS, end_of_phrase, find_speaker_in, is_relative
from analysis.voices.languages.subjects import REACH, make_pronoun

RELATIVE = 6  # tokens between "que" and the verb of its clause


def find_by_place(passage: Passage, lo: int, at: int) -> Subject | None:
    """Find the subject of a language without cases: the phrase that opens the clause before the verb."""
    rules = passage.rules
    if at > lo and passage.lows[at - 1] in rules.pronouns:
        return make_pronoun(at - 1, rules.pronouns[passage.lows[at - 1]])
    opening = passage.lows[at - 1] if rules.capitals and at > lo and passage.opens_sentence(at - 1) else ""
    if sex := rules.mappings["gendered"].get(opening, ""):
        return make_pronoun(at - 1, sex)  # And Müller? Der schrieb: ...
    lo = max((here + 1 for here in range(lo, at) if passage.lows[here] in (";", ":")), default=lo)
    if at - 1 > lo and passage.lows[at - 1] in rules["who"] and passage.lows[at - 2] == ",":
        return _antecedent(passage, lo, at - 2)
    walls = [here + 1 for here in range(max(lo, at - REACH), at) if passage.lows[here] in WALLS]
    if joined := _find_joined(passage, lo, at):
        return joined
    unsure: Subject | None = None
    that = frozenset() if rules.capitals else rules["that"]  # in German it opens a clause with its verb at the end
    relative = next((here for here in range(at - 1, max(lo, at - RELATIVE), -1) if passage.lows[here] in that), -1)
    if relative > lo and passage.words[relative - 1][0].isalnum():  # a delay that the firm explains by
        end = end_of_phrase(passage, relative + 1, at)
        inner = find_speaker_in(passage, relative + 1, end) if end == at and end > relative + 1 else None
        if inner:
            return inner
    for begin in [lo, *reversed(walls)]:
        first = start_of_clause(passage, begin, lo, at)
        participle = first < at and _is_participle(passage, first)  # Invité de X, Y dit
        if first >= at or (participle and walls and passage.lows[first] not in rules.nouns):
            continue
        if one := find_one_of(passage, first, at):
            return one
        if passage.lows[first] in rules.pronouns:
            pronoun = make_pronoun(first, rules.pronouns[passage.lows[first]])
            if begin != lo or not walls:
                return pronoun
            unsure = unsure or pronoun  # il y a un an, X a dit
            continue
        end = end_of_phrase(passage, first, at)
        if both := _with_two_offices(passage, first, end, at):
            return both
        if end > first and _leads_to(passage, end, at):
            spoken = name_apposed(passage, first, end, at) or find_speaker_in(passage, first, end)
            found = _with_apposition(passage, spoken, end, at)
            if found and (passage.lows[first] in rules["articles"] or _is_known(passage, first, end)):
                return found
            unsure = unsure or found
    return unsure


def _is_participle(passage: Passage, at: int) -> bool:
    """Whether a word that opens a clause is a participle, and no name in a sentence: Invité; not Delgado."""
    named = at + 1 < len(passage.lows) and passage.lows[at + 1] == ","  # Delgado, in turn, said
    capital = passage.words[at][0].isupper() and (named or not passage.opens_sentence(at))
    return passage.lows[at].endswith(passage.rules.lists["passive"] or "-") and not capital and at not in passage.named


def _antecedent(passage: Passage, lo: int, comma: int) -> Subject | None:
    """Find whom a relative clause is about: confirmed by the prefecture, which adds."""
    placing = passage.rules["prepositions"] - passage.rules["of"]
    first = comma - 1
    while first > lo and passage.lows[first - 1] not in placing and passage.lows[first - 1] not in WALLS:
        first -= 1
    found = find_speaker_in(passage, first, end_of_phrase(passage, first, comma))
    apposed = found and found.kind == "role" and passage.lows[first - 1] == "," and first - 1 > lo
    owner = next((at for at in passage.list_named(lo, first) if passage.named[at][0] == first - 1), -1)
    if apposed and owner >= 0:  # Ann Lee, secretary of the union, who calls for
        named = passage.named[owner][1]
        return Subject(owner, found.last, named.name, "person", named.sex)
    return found if (found and found.last == comma) or first > lo else find_by_place(passage, lo, comma)


def _with_two_offices(passage: Passage, first: int, end: int, at: int) -> Subject | None:
    """Find the person right before a verb who bears two offices: le maire et conseiller Luc Morel (a dit)."""
    if not first < end < at - 1 or passage.lows[end] not in passage.rules["joining"]:
        return None
    here = next((one for one in passage.list_named(end, at) if passage.named[one][0] == at), -1)
    if here <= end + 1 or not _is_known(passage, first, end) or passage.lows[end + 1] not in passage.rules.nouns:
        return None
    named = passage.named[here][1]
    return Subject(first, at, named.name, "person", named.sex)


def _find_joined(passage: Passage, lo: int, at: int) -> Subject | None:
    """Find who acts behind "and" right before a verb, a verb before that: X blames Y and the mayor says."""
    rules = passage.rules
    last = at
    while last > lo and (passage.lows[last - 1] in rules["adverbs"] or passage.lows[last - 1] in rules["articles"]):
        last -= 1  # and the mayor it | called
    places = range(max(lo, last - LONGEST), last - 1)
    joint = next((here for here in reversed(places) if passage.lows[here] in rules["joining"]), -1)
    if joint < 0 or not any(low in rules.verbs or low in rules["helpers"] for low in passage.lows[lo:joint]):
        return None
    first = joint + 1
    led = passage.lows[first] in rules["articles"] or first in passage.named
    if not led or end_of_phrase(passage, first + (first not in passage.named), last) != last:
        return None
    return find_speaker_in(passage, first, last) if _is_known(passage, first, last) else None


def _is_known(passage: Passage, first: int, last: int) -> bool:
    """Whether a phrase holds a person or a noun for who speaks."""
    return any(at in passage.named or passage.lows[at] in passage.rules.nouns for at in range(first, last))


def start_of_clause(passage: Passage, first: int, lo: int, at: int) -> int:
    """Where a clause's subject can begin, signs and adverbs passed over; `at` if the clause begins otherwise."""
    rules, passed = passage.rules, passage.rules["adverbs"] | passage.rules["conjunctions"] | passage.rules["like"]
    while first < at and (not passage.words[first][0].isalnum() or passage.lows[first] in passed):
        first += 1
    low = passage.lows[first] if first < at else ""
    placed = low in rules["prepositions"] and not (first == lo and low in rules["articles"])
    if is_relative(low, rules) and low in rules["owners"] and passage.opens_sentence(first):
        return first + 1  # Deren Sekretärin sagte
    return at if placed or is_relative(low, rules) or low in rules.verbs or low in rules["that"] else first


def _leads_to(passage: Passage, end: int, at: int) -> bool:
    """Whether from a phrase's end on nothing but an aside, a place or small words stand before its verb."""
    if end >= at or passage.lows[end] in WALLS or passage.lows[end] in passage.rules["prepositions"]:
        return True
    return all(word[0].islower() for word in passage.words[end:at])


def _with_apposition(passage: Passage, found: Subject | None, end: int, at: int) -> Subject | None:
    """Give a role the name that stands beside it: the spokesman, Ann Lee, said."""
    if found and found.kind != "person" and end < at and passage.lows[end] == ",":
        named = next((passage.named[here][1] for here in range(end, at) if here in passage.named), None)
        comma = next((here for here in range(end + 1, at) if passage.lows[here] == ","), at)
        strange = passage.words[end + 1 : comma]
        if named:
            found.name, found.kind, found.sex = named.name, "person", named.sex
        elif 2 <= len(strange) <= 3 and all(word[0].isupper() for word in strange):
            found.name, found.kind = " ".join(strange), "person"
        elif _is_body_apposed(passage, end + 1, comma):
            found.name, found.kind = " ".join(strange[1:]), "body"
    return found


def _is_body_apposed(passage: Passage, first: int, last: int) -> bool:
    """Whether the name of a body stands behind its article, beside what it is: the owner, the Vitalis group, ..."""
    rules, low = passage.rules, passage.lows[last - 1]
    body = rules.capitals and last - first == 2 and passage.lows[first] in rules["articles"] - rules["indefinite"]
    return body and "-" in low and low.endswith(rules.lists["bodies"])
