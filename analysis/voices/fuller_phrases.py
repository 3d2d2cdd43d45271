"""The fuller phrase that the words right before a verb are the end of: head, name or antecedent included."""

from __future__ import annotations

import re

from analysis.people.titles import ROLES
from analysis.voices.described_people import is_person_noun
from analysis.voices.finite_verbs import is_verb
from analysis.voices.inner_verbs import points
from analysis.voices.lines import Line
from analysis.voices.phrases import MONTH_NAMES, NEAR, NOWHERE, PERSONS, WALLS, phrase_before
from analysis.voices.senses import load_senses
from analysis.words.classes import (
    AUXILIARIES,
    BODIES,
    DETERMINERS,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

HANGING = frozenset(["about", "against", "over", "under", "between", "among", "regarding", "into", "near", "inside"])
PLACING = frozenset(["across", "around", "throughout", "within"])  # nurses across Kent
INSCRIBED = frozenset(  # things that show words
    [
        *("sign", "signs", "banner", "banners", "placard", "placards", "poster", "posters", "sticker", "stickers"),
        *("hat", "hats", "cap", "caps", "shirt", "shirts", "t-shirt", "t-shirts", "button", "buttons"),
        *("flag", "flags", "plaque", "billboard", "billboards", "badge", "badges", "tattoo", "graffiti"),
        *("bag", "bags", "plate", "plates", "pin", "pins", "apron", "aprons", "card", "cards", "board", "boards"),
        *("leaflet", "leaflets", "mug", "mugs", "scarf", "scarves", "mural", "murals", "notice", "notices"),
    ]
)
TIMING = frozenset(["after", "before", "during", "following", "amid", "despite", "since"])
PARTICLES = frozenset(["away", "out", "up", "off"])
DEGREES = frozenset(["half", "such", "what", "quite", "many", "rather"])
SHOWN = 16  # tokens between such a thing and the words on it
PARTY = re.compile(r"[DRI]-[A-Z]")
MEMBERS = frozenset(["democrat", "republican"])
BARRING = SUBORDINATORS - {"than", "after", "before"}  # begin another clause


def phrase_over_reduced(line: Line, end: int, at: int, lo: int) -> tuple[int, int]:
    """Take the noun phrase before a verb, over a participle and what hangs on it: "A letter sent to us [warned]"."""
    found = _cut_participle(line, phrase_before(line, end, lo))
    if found == NOWHERE and (named := find_month_name(line, end, at)) != NOWHERE:
        return named
    if found != NOWHERE or line.lows[end - 1] in PERSONS:
        return found
    for verb in range(end - 1, max(lo, end - 12), -1):
        low = line.lows[verb]
        if low in WALLS or low in (",", ".") or low in AUXILIARIES or (low in BARRING and not points(line, verb)):
            break
        if is_verb(line, verb):
            first, last = phrase_before(line, verb, lo)
            return (first, last) if last == verb and line.lows[first] not in PERSONS else NOWHERE
    return NOWHERE


def _cut_participle(line: Line, phrase: tuple[int, int]) -> tuple[int, int]:
    """Cut "[two officials] closely involved in the campaign", where an adverb hides that a participle begins."""
    first, last = phrase
    for at in range(first + 1, last - 2):
        adverb = line.lows[at].endswith("ly") and is_adverb(line.lows[at])
        done = line.lows[at + 1].endswith(("ed", "ing")) and line.lows[at + 1] in load_senses().verbs
        if adverb and done and line.lows[at + 2] in PREPOSITIONS:
            return first, at
    return phrase


def find_month_name(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Read the month with which a time before a verb begins as a person: "April [said]"."""
    return (at, at + 1) if at < hi and line.lows[at] in MONTH_NAMES and line.words[at][0].isupper() else NOWHERE


def phrase_from_head(line: Line, phrase: tuple[int, int], lo: int) -> tuple[int, int]:
    """Take what a phrase hangs on by its preposition: "A report about the mayor [said]"."""
    first, last = phrase
    if first > lo + 1 and line.lows[first - 1] == "and":
        begin, end = phrase_before(line, first - 1, lo)
        if end == first - 1 and begin > lo + 1 and line.lows[begin - 1] == "between":
            head = phrase_before(line, begin - 1, lo)
            return head if head[1] == begin - 1 else phrase  # Talks between Lee and Fry
    bare = line.words[first].islower() and line.lows[first] not in DETERMINERS | POSSESSIVES | PERSONS
    if first > lo + 1 and line.lows[first - 1] == "as" and bare:
        begin, end = phrase_before(line, first - 1, lo)  # A report about his work as [chief]
        first = begin if end == first - 1 and begin > lo + 1 and line.lows[begin - 1] in HANGING else first
    while first > lo + 1 and _hangs(line, first) and line.words[first - 2][0].isalnum():
        begin, end = phrase_before(line, first - 1, lo)
        if begin < 0 or end < first - 1 or line.lows[begin] in PERSONS:
            break
        first = begin
    return first, last


def _hangs(line: Line, first: int) -> bool:
    """Tell what stands before a phrase and ties it to another; conservative outside groups are one phrase."""
    opens = line.words[first][0].isupper() or line.lows[first] in DETERMINERS
    low = line.lows[first - 1]
    return low in HANGING or low in PLACING or (low == "outside" and opens)


def phrase_from_name(line: Line, phrase: tuple[int, int], lo: int) -> tuple[int, int]:
    """Take the name to its apposition: "Jeff Hale, his only ally, [who said]"."""
    first, last = phrase
    if first < lo + 3 or line.words[first - 1] != ",":
        return phrase
    if not (line.lows[first] in POSSESSIVES or line.lows[first] in ("a", "an", "one") or is_party(line, first, last)):
        return phrase
    begin, end = phrase_before(line, first - 1, lo)
    named = end - begin > 1 and all(line.words[at][0].isupper() or line.words[at] == "." for at in (end - 2, end - 1))
    return (begin, last) if begin >= 0 and named else phrase


def is_party(line: Line, first: int, last: int) -> bool:
    """Tell "D-Ohio" and "Ohio Republican", which stand behind the name of a member."""
    return PARTY.match(line.words[first]) is not None or (last - first > 1 and line.lows[last - 1] in MEMBERS)


def find_antecedent(line: Line, stop: int, lo: int) -> tuple[int, int]:
    """Take the phrase before "who" or "which", without its preposition: "wrote to the mayor, [who]"."""
    found = phrase_before(line, stop, lo)
    if line.lows[stop] in ("that", "which", ","):
        shown = next((at for at in range(stop - 1, max(lo, stop - SHOWN) - 1, -1) if line.lows[at] in INSCRIBED), -1)
        after = line.lows[shown + 1]
        if shown >= 0 and (after in PREPOSITIONS or after in (",", "hung") or after.endswith("ed")):
            first = shown - (shown > lo and line.lows[shown - 1] in DETERMINERS)
            return (max(first, found[0]), found[1]) if found[0] <= shown < found[1] else (first, shown + 1)
    if found != NOWHERE:
        return _without_verb(line, *found)
    for at in range(stop - 1, max(lo, stop - NEAR) - 1, -1):
        if line.lows[at] in PREPOSITIONS and line.lows[at] not in ("of", "for"):
            return phrase_before(line, stop, at + 1)
        if not line.words[at][0].isalnum():
            break
    return NOWHERE


def _without_verb(line: Line, first: int, last: int) -> tuple[int, int]:
    """Leave out the verb that no list has before an object: "the museum sells [a plate] which"."""
    first += last - first > 1 and line.lows[first] in PARTICLES
    shown = line.lows[last - 1] in INSCRIBED
    for at in range(last - 1, first, -1):
        before = line.words[at - 1]
        plain = before.isalpha() and before.islower() and before not in PREPOSITIONS and before not in DETERMINERS
        article = line.lows[at] in ("a", "an") and before not in DEGREES
        verb = load_senses().verbs.get(before) if at - 2 == first and line.lows[first].endswith("s") else None
        held = before.endswith("s") or (verb is not None and verb.form == "base")  # Delegates wave [signs]
        if plain and at - 1 > first and (article or (shown and held)):
            return at, last
    return first, last


def find_adjective_start(line: Line, first: int, last: int, lo: int) -> int:
    """Find where "the tall, grey-haired man" begins: a lone noun in the singular has an article somewhere."""
    low = line.lows[last - 1]
    alone = line.words[first][0].islower() or line.words[first][0].isdigit()
    if first < lo + 3 or line.words[first - 1] != "," or not alone or low.endswith("s") or low in PLURALS:
        return first
    if line.lows[first] in DETERMINERS or line.lows[first] in PERSONS or not line.words[last - 1][0].islower():
        return first
    for at in (first - 3, first - 4):
        article = at >= lo and line.lows[at] in ("the", "a", "an")
        if article and all(word.isalpha() for word in line.words[at + 1 : first - 1]):
            return at
    return first


def cut_fronted(line: Line, first: int, last: int) -> tuple[int, int]:
    """Cut "After long talks [Norway said]", where no comma ends what opens a clause; "after mayor Lund said" stays."""
    if first < 1 or TIMING.isdisjoint(line.lows[max(0, first - 3) : first]) or line.words[first][0].isupper():
        return first, last
    name = next((at for at in range(first + 1, last) if line.words[at][0].isupper()), first)
    low = line.lows[name - 1]
    titled = low in ROLES or low in BODIES or is_person_noun(low)
    if name == first or titled or low in PREPOSITIONS or not line.words[name - 1].isalpha():
        return first, last
    return name, last


def cut_contact(line: Line, first: int, last: int) -> tuple[int, int]:
    """Cut off what a clause without "that" hangs on: "a loss [the mayor] called "a wake-up call""."""
    for at in range(last - 1, first, -1):
        if line.lows[at] in ("the", "a", "an"):
            noun = line.words[at - 1].isalpha() and line.words[at - 1].islower()
            linked = line.lows[at - 1] in PREPOSITIONS or line.lows[at - 1] in DETERMINERS or line.lows[at - 1] == "and"
            return (at, last) if noun and not linked else (first, last)
    return first, last
