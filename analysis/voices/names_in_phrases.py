"""The person whom a noun phrase names: at its head, behind a role, beside it after a comma, as an owner."""

from __future__ import annotations

from analysis.people.lists import load_list
from analysis.people.names import POSSESSIVE, count_letters
from analysis.people.titles import LETTERS, PARTICLES, ROLES, TITLES
from analysis.voices.capitalised_names import is_family, name_ending
from analysis.voices.described_people import is_person_noun
from analysis.voices.described_speakers import (
    LONGEST,
    describe_speaker,
    is_plural_role,
    is_shortened,
    locate_head_end,
    name_organisation,
    name_tokens,
    opens_plural,
    strip_plural,
)
from analysis.voices.epithets import RUNNING
from analysis.voices.finite_verbs import can_be_verb
from analysis.voices.heads import FINDINGS
from analysis.voices.lines import Line
from analysis.voices.name_runs import WEEKDAYS
from analysis.voices.nobody import PARTS_ALONE
from analysis.voices.phrases import NOWHERE
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.referents import Referents
from analysis.voices.senses import load_senses
from analysis.voices.several import find_capitals_end, is_capital, join_names, split_list
from analysis.voices.things import is_thing
from analysis.words.classes import (
    DETERMINERS,
    MESSAGES,
    MONTHS,
    PARTS,
    POSSESSIVES,
    PREPOSITIONS,
)

KIN = frozenset(["wife", "husband", "widow", "widower", "son", "daughter", "brother", "sister", "mother", "father",
    "aunt", "uncle", "niece", "nephew", "cousin", "partner", "fiancée", "fiancé", "grandson", "granddaughter",
    "grandfather", "grandmother", "stepson", "stepdaughter", "girlfriend", "boyfriend"])  # fmt: skip
PLACES = frozenset(["area", "borough", "city", "commune", "county", "department", "district", "municipality",
    "oblast", "parish", "prefecture", "province", "quarter", "region", "republic", "state", "town",
    "village"])  # fmt: skip
OF_SOME = (["of"], ["for"], ["to"], ["from"], ["at"], ["with"])
DASHED = (["-"], ["–"], ["—"], ["--"])
FILED = frozenset(["document", "complaint", "brief", "petition", "affidavit", "filing", "email", "e-mail", "article"])
BEGINNING = DETERMINERS | POSSESSIVES  # of a phrase: the friend
OWNED = MESSAGES | FINDINGS | FILED  # Trump's statement
SENT = frozenset(
    ["email", "e-mail", "letter", "memo", "message", "post", "release", "statement", "statements", "tweet"]
)
WRITTEN = frozenset(["written", "filed", "issued", "signed", "sent", "released", "posted", "penned", "published"])

PEOPLE = frozenset(["children", "men", "people", "women"])


def _behind_role(line: Line, head: int, last: int) -> tuple[int, int]:
    """Find where the name behind a role begins that ends a phrase, and where it ends; 0 if none does."""
    linked = line.lows[head : head + 1] in (["to"], ["for"], ["of"])
    if linked and not ROLES.isdisjoint(line.lows[head + 1 : head + 2]):
        return (0, last)  # aides to Governor Ann Lee
    on = line.lows[head : head + 1] in (["on"], ["of"], ["for"])  # Select Committee on Intelligence Chairman Ann Lee
    at = last = max(last, find_capitals_end(line, head + 1, len(line.words))) if on else last
    while at > head and (is_capital(line.words[at - 1]) or line.words[at - 1] == "."):
        at -= 1
    roles = [here for here in range(head, last - 1) if line.lows[here] in ROLES]
    at = max([at, *(here + 1 for here in roles)])
    named = 0 < at < last - 1 and line.lows[at - 1] in ROLES and "," not in line.words[head:last]
    return (at, last) if named else (0, last)


def _is_of_body(line: Line, head: int, last: int) -> bool:
    """Tell whom a body has, "a Department of Labor lawyer", from the body: the role behind its name ends the phrase."""
    if line.lows[head : head + 1] != ["of"] or not line.words[last - 1][0].islower():
        return False
    end = find_capitals_end(line, head + 1, last)
    low = strip_plural(line.lows[last - 1])
    return head + 1 < end < last <= end + 3 and (low in ROLES or is_person_noun(low))


def _is_kin(line: Line, first: int, head: int) -> bool:
    """Tell "Parents of the missing girls" at the head of a sentence from the Sons of Norway."""
    if line.lows[first] in ("hundreds", "thousands", "dozens", "scores", "millions", "tens"):
        return True
    plural = (
        head - first == 1 and line.lows[first].endswith("s") and (not first or line.words[first - 1] in (".", '""'))
    )
    return (
        plural
        and line.lows[head : head + 1] == ["of"]
        and line.lows[head + 1 : head + 2] > [""]
        and (line.lows[head + 1] in DETERMINERS)
    )


def find_name_in(line: Line, first: int, last: int, hi: int, people: Referents) -> tuple[str | None, int]:
    """Find the person's name at the head of the phrase, or beside it after a comma; and where it ends."""
    parted = _count_parting(line, first, last)
    head = locate_head_end(line, first + parted, last)
    head -= head > first + 1 and line.words[head - 1] == "." and is_shortened(line, head - 2)  # the U.S.
    head -= head - first > 1 and line.lows[head - 1] in WEEKDAYS and line.words[head - 2].islower()  # a letter Friday
    head -= count_letters(line.words[first:head])
    head -= line.lows[head - 1] in LETTERS and " ".join(line.words[first : head - 1]) in people.forms
    low = POSSESSIVE.sub("", line.lows[head - 1])  # The President's claim
    titled = (low in ROLES or low in TITLES) and not is_family(line.words[first:head])
    titled = titled and not (
        head - first == 1 and is_capital(line.words[first]) and people.has_family(line.words[first])
    )
    name = None if titled or parted else name_ending(line, first, head, people)
    if not name and not titled and is_capital(line.words[head - 1]):
        tail, end = _behind_role(line, head, last)  # former House of Representatives historian Ray Smock
        if tail and (found := name_ending(line, tail, end, people)):
            return found, end
        if _is_of_body(line, head, last):
            return describe_speaker(line, first, last), last
    if name or (not titled and not parted and is_capital(line.words[head - 1]) and not _is_kin(line, first, head)):
        if (
            not name
            and head - first == 1
            and (is_plural_role(line.lows[first]) or opens_plural(line, first))
            and line.lows[head : head + 1] in OF_SOME
        ):
            return describe_speaker(line, first, last), head  # Lawyers for the family
        return name or name_organisation(line, first, head), head
    named = _named_aside(line, head, hi)
    if named:
        return name_ending(line, *named, people), named[1]
    owner = _owner(line, first, head, people)
    if (placed := _behind_place(line, first, head, last)) and not people.has_family(line.words[first]):
        return people.full_name(line.words[placed:last]), last
    role = parted > 2 or titled or any(strip_plural(line.lows[at]) in ROLES for at in range(first, head))
    begins = parted or line.lows[first] in BEGINNING or line.lows[first].endswith(("'s", "’s"))
    person = is_person_noun(strip_plural(line.lows[head - 1])) or line.lows[head - 1] in PEOPLE
    one = parted == 2 and line.lows[first] == "one"  # One of them, Ann Lund, said
    if owner or not (role or one or (begins and person)):
        return owner, head
    beyond = head + LONGEST if line.lows[head : head + 1] == ["who"] else last + 1  # a doctor who ..., Samir Haddad,
    comma = next((at for at in range(head, min(beyond, hi)) if line.words[at] == ","), None)
    if comma is not None and comma + 2 < hi and is_person_noun(line.lows[comma + 1]):
        comma += line.words[comma + 1].islower() and not can_be_verb(line.words[comma + 1])  # , actress Jamie Lane
    if comma is not None and comma + 1 < hi and is_capital(line.words[comma + 1]):
        stop = find_capitals_end(line, comma + 1, min(hi, comma + 7))
        ends = stop == hi or line.words[stop] in ',.;:"' or stop >= last or line.words[stop - 1] == "."
        if ends or _comes_from(line, stop, hi):
            kin = comma == head and line.lows[head - 1] in KIN  # Roth's wife, Elke,
            alone = (parted or kin) and line.words[comma + 2 : stop] in ([], ["."])  # the youngest of the sons, Ilyas
            only = people.full_name([line.words[comma + 1]]) if alone else None
            return name_ending(line, comma + 1, stop, people) or only, stop
    another = line.lows[head : head + 1] > [""] and line.lows[head] in PREPOSITIONS  # a clerk for former mayor Ann Lee
    another = another and line.lows[head - 1] not in RUNNING and "," not in line.words[head:last]
    another = another and any(line.words[at].islower() and line.lows[at] in ROLES for at in range(head + 1, last))
    if head < last - 1 and is_capital(line.words[last - 1]) and not (another or _follows_preposition(line, head, last)):
        name = name_ending(line, head, last, people)  # Head of the agency Yevgeny Primakov
        return (name if name and name in people.known and " " in name else None), last
    return None, head


def _comes_from(line: Line, at: int, hi: int) -> bool:
    """Tell "the whip, Ann Lee [of Ohio], said": a place behind a name that commas set off."""
    if line.lows[at] not in ("of", "from") or at + 2 >= hi:
        return False
    end = find_capitals_end(line, at + 1, hi)
    return at + 1 < end < hi and line.words[end] == ","


def join_named(line: Line, first: int, last: int, hi: int, people: Referents) -> tuple[str, int] | None:
    """Read "Amy Lund and Joe Fry" and "two nurses, Amy Lund and Joe Fry," as both, and where they end."""
    end = locate_head_end(line, first + _count_parting(line, first, last), last)
    if line.words[last : last + 1] in DASHED and not is_capital(line.words[end - 1]):
        begin = last + 1  # two mayors — Amy Lund and Joe Fry — said
        parts = split_list(line, begin, find_capitals_end(line, begin, hi), hi) if begin < hi else []
        names = join_names(line, parts, lambda begin, stop: name_ending(line, begin, stop, people))
        return (names, parts[-1][1]) if names and line.words[parts[-1][1] : parts[-1][1] + 1] in DASHED else None
    parts = split_list(line, first, end, hi)
    names = join_names(line, parts, lambda begin, stop: name_ending(line, begin, stop, people))
    if names:
        return names, parts[-1][1]
    listed = len(parts) > 2 and end < last and all(is_capital(line.words[stop - 1]) for _, stop in parts)
    return (name_tokens(line, parts[0][0], parts[-1][1]), parts[-1][1]) if listed else None  # Russia, China and Iran


def find_apposed(line: Line, first: int, last: int, people: Referents) -> tuple[str, int] | None:
    """Find the person named between commas in "Another potential vote, Sen. Ann Lee, D-Ohio" and where they are named.

    So is who acts behind what opens a sentence: "Asked to comment, Ann Lee, a nurse".
    """
    for comma in range(first + 1, last - 1):
        if line.words[comma] == "," and is_capital(line.words[comma + 1]):
            stop = find_capitals_end(line, comma + 1, last)
            name = name_ending(line, comma + 1, stop, people) if stop == last or line.words[stop] in ",(" else None
            if name and " " in name and name in people.known:
                return name, comma + 1
    return None


def _count_parting(line: Line, first: int, last: int) -> int:
    """Count the tokens of "one of" and "the youngest of", which name none of those that they are taken from."""
    if first + 2 < last and line.lows[first] in PARTS and line.lows[first + 1] == "of":
        return 2
    of = next((at for at in (first + 2, first + 3) if line.lows[at : at + 1] == ["of"]), last)
    low = line.lows[of - 1]
    most = of + 1 < last and line.lows[first] == "the" and (low.endswith("est") or low in PARTS_ALONE)
    return of + 1 - first if most else 0


def _named_aside(line: Line, head: int, hi: int) -> tuple[int, int] | None:
    """Find the name in "one of the guests, a retired chemist named Bo Lindh"."""
    stop = min(hi, head + LONGEST)
    for at in range(head, stop - 1):
        noun = line.words[at - 1][0].islower() and (line.lows[at] != "called" or is_person_noun(line.lows[at - 1]))
        if line.lows[at] in ("named", "called", "identified") and noun:  # not: an advert aired in spring called Lee
            first = at + 1 + (line.lows[at + 1] == "as")
            end = find_capitals_end(line, first, hi) if first < hi else first
            return (first, end) if end > first + 1 and line.words[first][0].isupper() else None
        if line.words[at] in (".", ";", ":") or line.lows[at] in ("said", "who", "that"):
            return None
    return None


def _behind_place(line: Line, first: int, head: int, last: int) -> int:
    """Find the name, though no list knows it, of who heads a place: "the prefect of the district [Joren Palt]"; else 0.

    What stands before it is nobody's name and no thing, what it is made of no English words.
    """
    at = last
    while at > head and is_capital(line.words[at - 1]):
        at -= 1
    low, small = line.lows[head - 1], line.words[head - 1][0].islower() or head - first == 1
    if line.lows[head : head + 1] != ["of"] or not small or low.endswith("s") or is_thing(low):
        return 0
    named = 2 <= last - at <= 3 and at > head + 1 and line.lows[at - 1] in PLACES
    return at if named and load_list("common_words").isdisjoint(line.lows[at:last]) else 0


def _follows_preposition(line: Line, head: int, last: int) -> bool:
    """Tell "a spokesman for Ann Lee", who is somebody else, from "the head of the agency Ann Lee"."""
    first = last - 1
    while first > head and (
        is_capital(line.words[first - 1]) or line.words[first - 1] == "." or line.lows[first - 1] in PARTICLES
    ):
        first -= 1
    low = line.lows[first - 1]
    doing = low in load_senses().verbs and (low.endswith("ing") or "who" in line.lows[head : first - 1])
    return low in PREPOSITIONS or doing  # an aide to a lawmaker backing Ann Lee, a nurse who backs Ann Lee


def _owner(line: Line, first: int, head: int, people: Referents) -> str | None:
    """Read "Trump's statement" as Trump."""
    noun = line.lows[head - 1] if line.lows[head - 1] in OWNED else line.lows[head - 1].removesuffix("s")
    if noun not in OWNED:
        return None
    by = head + (line.lows[head : head + 1] > [""] and line.lows[head] in WRITTEN)
    by += line.lows[by : by + 1] > [""] and line.lows[by] in WEEKDAYS  # issued Friday by
    sent = ["by", "from"] if noun in SENT else ["by"]
    if line.lows[by : by + 1] > [""] and line.lows[by] in sent:
        author = phrase_from(line, by + 1, len(line.words))
        if (
            author != NOWHERE and line.lows[author[1] - 1] not in MONTHS
        ):  # a letter written by the mayor Ann Lee, a statement from the Harbour Board
            body = noun in SENT and is_capital(line.words[author[1] - 1])
            return name_ending(line, *author, people) or (name_organisation(line, *author) if body else None)
    if noun not in MESSAGES:
        return None
    for at in range(first, head - 1):
        if line.lows[at].endswith(("'s", "’s", "s'", "s’")) and is_capital(line.words[at]):
            alone = not at or line.lows[at - 1] not in DETERMINERS
            unknown = (
                POSSESSIVE.sub("", line.words[at])
                if at == first and alone and line.lows[at][:-2] not in MONTHS
                else None
            )
            return name_ending(line, first, at + 1, people) or unknown
    return None
