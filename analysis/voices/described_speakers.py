"""Speakers without a person's name, in the words of the text: an organisation, two senior officials."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from analysis.people.lists import given_names, load_list
from analysis.people.names import FAMILIES
from analysis.people.titles import ROLES
from analysis.voices.described_people import is_plural_of_people
from analysis.voices.heads import PARTICIPLES, locate_degree_start
from analysis.voices.lately import MEMBERS
from analysis.voices.lines import Line, start_of
from analysis.voices.nobody import NOBODIES, PARTS_ALONE, is_named, is_no_noun, is_nobody, is_opening, is_order
from analysis.voices.phrases import CLOSE, DESCRIBING, SENT
from analysis.voices.senses import load_senses
from analysis.voices.several import find_capitals_end, is_capital
from analysis.words.classes import (
    ADVERBS,
    BODIES,
    DETERMINERS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STUDIES,
    is_adverb,
)

ONLY_PRONOUNS = PRONOUNS - DETERMINERS
BODIES_ON = frozenset(
    [
        "committee",
        "subcommittee",
        "commission",
        "council",
        "conference",
        "panel",
        "institute",
        "board",
        "center",
        "centre",
    ]
)
OFFICES = frozenset(["office", "bureau", "ministry", "department", "embassy", "secretariat", "bank", "court"])
OFFICES_NAMED = OFFICES | frozenset(["center", "centers", "centre", "centres", "institute", "committee", "council"])
MANY = frozenset(["few", "most", "many", "several", "some", "two", "three", "four", "five", "six", "seven", "ten"])
ENDS_A_BODY = frozenset(
    ["university", "agency", "association", "party", "house", "senate", "union", "congress", "group"]
)
ABSTRACT = re.compile("(?:[ts]ion|ment|ity|[in]ce|cy|logy|ing|ics|ship|ism|ure|th|ch)$")
# that no noun follows: nobody
LACKING = frozenset(["a", "an", "another", "each", "the", "no", "every", "my", "our", "your", "its"])
SMALL_FIRST = DETERMINERS | {"half"}  # written small at the head of a description
CLOSING_HEADS = frozenset([",", "(", "-", "–", "—", "who", "whose", "which"])
ENDING_HEADS = CLOSING_HEADS | PREPOSITIONS | PARTICIPLES  # at which the head of a phrase may end
SHORTENED = frozenset(["inc", "co", "corp", "ltd", "bros"])
LONGEST = 12  # words of a description that still names somebody


def locate_head_end(line: Line, first: int, last: int) -> int:
    """Return where the head of a noun phrase ends: before its first comma, preposition or clause."""
    at, lows = first, line.lows
    while at < last:
        low = lows[at]
        if low not in ENDING_HEADS:  # most words
            at += 1
            continue
        ends = low in CLOSING_HEADS or (low in PREPOSITIONS and at > first)
        if at == first + 1 < last - 1 and low in DESCRIBING and lows[first] in DETERMINERS:
            ends = False  # an outside adviser
        if ends and not (low == "," and _parts_adjectives(line, first, at, last)):
            break
        hung = at > first + 1 and low in PARTICIPLES and lows[at - 1] not in RELATIVES
        if hung and at + 1 < last and lows[at + 1] in PREPOSITIONS:
            return locate_degree_start(line, at, first + 1)  # a lawmaker best known for
        at += 1
    if at > first + 2 or (at == first + 2 and at < last):  # residents living near the plant
        before = line.lows[at - 2]
        living = line.lows[at - 1].endswith("ing") and line.words[at - 1][0].islower() and at < last
        at -= living and (is_plural_role(before) or before in ROLES or before in PLURALS)
    return max(at, first + 1)


def _parts_adjectives(line: Line, first: int, comma: int, last: int) -> bool:
    """Tell "the tall, grey-haired man" from "the mayor, a nurse" and "the mayor, visibly angry"."""
    if line.lows[first] not in ("the", "a", "an") or comma - first not in (2, 3) or comma + 2 >= last:
        return False
    before, after, rest = line.lows[comma - 1], line.lows[comma + 1], line.words[comma + 1 : last]
    noun = before in ROLES or before in PLURALS or line.words[comma - 1][0].isupper()
    plain = (
        line.words[comma + 1][0].islower()
        and after not in DETERMINERS
        and after not in PREPOSITIONS
        and not is_adverb(after)
    )
    return not noun and plain and len(rest) <= 3 and all(word.replace("-", "").isalnum() for word in rest)


def name_organisation(line: Line, first: int, head: int) -> str | None:
    """Take a capitalised phrase that is no person (the White House, Fox News) as it stands."""
    sentence = bisect_right(line.sentences, first, key=itemgetter(1))
    last = line.sentences[sentence][1] if sentence < len(line.sentences) else len(line.words)
    first = max([first, *(at + 1 for at in range(first + 2, head - 1) if line.words[at] == "The")])  # Pinterest The UN
    if line.lows[head - 1] in OFFICES and line.lows[head : head + 2] == ["of", "the"] and head + 2 < last:
        end = find_capitals_end(line, head + 2, last)  # Office of the State Auditor
        head = end - (line.words[end - 1] == ".") if is_capital(line.words[head + 2]) else head
    while head + 1 < last and is_capital(line.words[head + 1]) and _goes_on(line, head):
        head = find_capitals_end(line, head + 1, last)  # University of Virginia
        head -= line.words[head - 1] == "."
        if line.lows[head - 1].endswith(("'s", "’s")):
            return None  # members of Lund's family
    head = _body_end(line, first, head, last)
    words = line.words[first:head]
    many = words[0].lower() in MANY and words[-1].endswith("s") and len(words) > 1
    while (
        words
        and not many
        and (words[0].lower() in DETERMINERS or words[0].lower() in ADVERBS)
        and words[-1].lower() not in FAMILIES
    ):
        words, first = words[1:], first + 1
    called = _locate_called(words)
    words, first = words[called:], first + called
    if many:
        return name_tokens(line, first, head)[0].lower() + name_tokens(line, first, head)[1:]  # most Republicans
    if words and words[-1].lower() in NOBODIES:
        return None
    part = len(words) == 1 and words[0].lower() in PARTS_ALONE
    opens = bool(words) and is_opening(line, first)
    if len(words) == 1 and is_order(line, first):
        return None  # Click the link
    if opens and (part or (is_no_noun(words[0]) and not (len(words) == 1 and is_named(line, first)))):
        return None  # Unable to pay, ...; Half said
    plural = len(words) == 1 and (is_plural_role(words[0].lower()) or opens_plural(line, first))
    if plural or (len(words) == 1 and opens and words[0].lower() in STUDIES):
        return words[0].lower()  # Officials said; Documents show
    return name_tokens(line, first, head) if words and len(words) <= LONGEST else None


def _locate_called(words: list[str]) -> int:
    """Find where the name begins of "advocacy group Save the Bay", "drug company Holm"; 0 if no noun stands before."""
    small = next((at for at, word in enumerate(words) if not word.islower()), 0)
    return small if small and words[small - 1] in BODIES and all(map(str.isalpha, words[:small])) else 0


def _body_end(line: Line, first: int, head: int, last: int) -> int:
    """Find where a body's name ends that holds "and": the Centers for Medicare and Medicaid Services.

    What follows "and" are English words of no other body and nobody's name, and so is what stands before it.
    """
    common = load_list("common_words")
    if not {"of", "for", "on"} & set(line.lows[first + 1 : head]) or line.lows[head - 1] not in common:
        return head
    if line.lows[head : head + 2] != ["in", "the"] and line.lows[head : head + 1] not in (["and"], ["&"]):
        return head
    begin = head + 1 + (line.lows[head] == "in")
    stop = find_capitals_end(line, begin, last)
    stop -= stop > begin and line.words[stop - 1] == "."
    if stop == begin or line.lows[stop : stop + 1] in (["of"], ["for"]) or line.lows[begin] in given_names():
        return head
    end = line.lows[stop - 1]
    other = any(end in known for known in (OFFICES, BODIES_ON, ENDS_A_BODY, ROLES)) or end.removesuffix("s") in ROLES
    held = not OFFICES_NAMED.isdisjoint(line.lows[first:head])
    plain = end in common and not other and (held or stop - begin > 1 or ABSTRACT.search(end) is not None)
    return stop if plain else head


def name_tokens(line: Line, first: int, last: int) -> str:
    """Return the text of some tokens, with the full stop of U.S. and Inc. if they end in it."""
    end = line.ends[last - 1]
    end += is_shortened(line, last - 1) and line.text[end : end + 1] == "."
    return " ".join(line.text[start_of(line, first) : end].split())


def is_shortened(line: Line, at: int) -> bool:
    """Tell a body's abbreviation, to which its full stop belongs: U.S., Holt Motor Co."""
    return "." in line.words[at] or line.lows[at] in SHORTENED


def describe_speaker(line: Line, first: int, last: int) -> str | None:
    """Describe an unnamed speaker in the text's own words: "two senior officials"."""
    first += line.lows[first] == "both" and first + 1 < last and line.lows[first + 1] in DETERMINERS
    head = locate_head_end(line, first, last)
    if (head == first + 1 and line.lows[first] in LACKING) or is_nobody(line, first, head):
        return None
    while head < last and (
        line.lows[head] in ("of", "for", "from", "at", "in", "with")
        or (line.lows[head] == "to" and line.lows[head - 1] in CLOSE | SENT)
    ):
        step = head + 1
        if step < last and line.lows[head] == "for" and not line.words[step][0].isalpha():
            break  # mugs for $12
        if step >= last:
            break  # the brainchild of
        while step < last and (line.lows[step] not in (",", "who", "(", "which") or _is_listed(line, step, last)):
            described = line.lows[step] in DESCRIBING and line.lows[step - 1] in DETERMINERS  # of the outside experts
            if line.lows[step] in PREPOSITIONS and not described:
                break
            step += 1
        head = step
    head = min(head, first + LONGEST)
    words = name_tokens(line, first, head)
    if not words or not words[0].isalnum() or (line.lows[first] in ONLY_PRONOUNS and line.words[first] != "US"):
        return None
    plain = line.lows[first] in SMALL_FIRST or is_plural_role(line.lows[first]) or opens_plural(line, first)
    return words[0].lower() + words[1:] if plain else words


def _is_listed(line: Line, comma: int, last: int) -> bool:
    """Tell the comma of "the leaders of Norway, Kent and Spain", names of one word, from what ends a description."""
    listed = line.words[comma] == "," and is_capital(line.words[comma - 1])
    rest = line.words[comma + 1 : last]
    return listed and len(rest) > 2 and "and" in rest and all(is_capital(word) or word in ("and", ",") for word in rest)


def _goes_on(line: Line, at: int) -> bool:
    """Tell the preposition of the University of Kent, the Panel on Energy and Mothers Against Waste."""
    low = line.lows[at]
    written = line.words[at][0].isupper() and low in PREPOSITIONS and not line.words[at].isupper()
    return written or low in ("of", "for") or (low == "on" and line.lows[at - 1] in BODIES_ON)


def opens_plural(line: Line, first: int) -> bool:
    """Tell "Tenants", with which a sentence begins, from the Giants."""
    low = line.lows[first]
    noun = load_senses().nouns.get(low)
    common = low in load_list("common_words")
    listed = common or (noun is not None and noun.lemma in load_list("common_words"))
    bodies = listed and noun is not None and noun.kind == "group" and noun.lemma != low
    people = common and is_plural_of_people(low) and not low.endswith("ans")  # no Reuters, no Russians
    return is_opening(line, first) and (people or bodies) and low[:-1] not in MEMBERS


def is_plural_role(low: str) -> bool:
    """Tell officials, critics and people, which a sentence may begin with, from Democrats."""
    single = strip_plural(low)
    return low in PLURALS or (single != low and single in ROLES and single not in MEMBERS)


def strip_plural(low: str) -> str:
    """Strip the plural of a role: aides, deputies."""
    return f"{low[:-3]}y" if low.endswith("ies") else low.removesuffix("s")
