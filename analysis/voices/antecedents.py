"""Whom "who", "which" and "that" stand for: "The plan drew fire from members in Kent, [who said]"."""

from __future__ import annotations

from analysis.people.titles import ROLES, TITLES
from analysis.voices.agreement import STATING
from analysis.voices.described_people import is_person_noun, is_plural_of_people
from analysis.voices.finite_verbs import finite_verbs
from analysis.voices.fuller_phrases import INSCRIBED, find_antecedent, is_party, phrase_from_name
from analysis.voices.leading_verbs import is_leading_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import DESCRIBING, NEAR, NOWHERE, OPENING, REACH, WALLS, phrase_before
from analysis.voices.regions import step_over_region
from analysis.voices.things import SHARES, is_thing
from analysis.words.classes import BODIES, DETERMINERS, MONTHS, PLURALS, POSSESSIVES, PREPOSITIONS

SET_OFF = frozenset([",", "–", "—", "--"])  # before "who"
MOST = 4  # asides between a name and "who"
THEN = frozenset(["then", "now", "once"])  # now the head of the board
ARTICLES = frozenset(["a", "an", "the"])
ANYBODY = frozenset(["anybody", "anyone", "somebody", "someone", "everybody", "everyone", "those"])
LEADING = PREPOSITIONS | DETERMINERS | {"half", "such", "and", "or"}  # behind which an article belongs to the phrase
WITHIN = frozenset(["of", "for", "in", "at", "on"])  # of what belongs to somebody: members in Kent, who


def subject_before_relative(line: Line, stop: int, lo: int) -> tuple[int, int]:
    """Find whom "who", "which" or "that" stands for: "X, [who said]", "the mayor himself, [who said]"."""
    human = line.lows[stop].startswith("who")
    stop = _find_first_who(line, stop, lo) if human and line.lows[stop - 1] in ("and", "but") else stop
    stop -= stop > lo and line.lows[stop - 1] in SET_OFF
    if stop - 1 > lo and line.lows[stop - 1] in ("himself", "herself"):
        return (stop - 2, stop)
    dated = stop - 2 > lo and line.lows[stop - 1] in MONTHS and line.words[stop - 2][0].islower()
    stop -= dated and line.lows[stop - 2].endswith(STATING)  # a post Monday that said
    stop = step_over_region(line, stop, lo)
    if stop <= lo:
        return NOWHERE
    found = _from_article(line, *find_antecedent(line, stop, lo))
    if not human or found == NOWHERE:
        return phrase_from_name(line, _from_body(line, *_from_paper(line, *found)), lo)
    if (teller := _find_teller(line, found, stop, lo)) != NOWHERE:
        return teller
    named = _over_asides(line, found, lo)
    return named if named != found else phrase_from_name(line, _person_in(line, *found), lo)


def _find_teller(line: Line, found: tuple[int, int], stop: int, lo: int) -> tuple[int, int]:
    """Find who told a paper something, "[Ann Roth] told the Post, who", as no paper is "who"; else NOWHERE."""
    first, last = found
    told = first - 1
    paper = (
        last - first > 1
        and line.lows[first] == "the"
        and all(word[0].isupper() for word in line.words[first + 1 : last])
    )
    if (
        not paper
        or told <= lo
        or line.lows[told] != "told"
        or line.words[stop] != ","
        or _is_somebody(line, first, last)
    ):
        return NOWHERE
    return phrase_before(line, told, lo)


def _find_first_who(line: Line, stop: int, lo: int) -> int:
    """Find the "who" that stands beside the name: "Lund, [who] left in May, and who said"; else stay.

    Of several it is the first where a comma stands before the "and", the nearest where none does.
    """
    first = stop
    for at in range(stop - 2, max(lo, stop - REACH), -1):
        if line.words[at] in WALLS:
            break
        if line.lows[at].startswith("who") and line.words[at - 1] == ",":
            first = at
            if line.words[stop - 2] != ",":
                break
    return first


def _from_article(line: Line, first: int, last: int) -> tuple[int, int]:
    """Cut a verb before an article off a phrase: "to reprint [a note] that accuses", "would fire [anybody] who"."""
    for at in range(last - 1, first, -1):
        opens = line.lows[at] in ARTICLES or line.lows[at] in ANYBODY
        held = line.words[at - 1].islower() or (at - 1 == first and line.lows[first].endswith("ing"))  # Holding a sign
        if opens and line.words[at - 1].isalpha() and held:
            if line.lows[at - 1] not in LEADING:
                return at, last
            break
    return first, last


def _from_paper(line: Line, first: int, last: int) -> tuple[int, int]:
    """Cut a phrase to the paper that it ends in: "her claim in [a post] that says", "Holm Inn with [signs] that"."""
    inscribed = line.lows[last - 1] in INSCRIBED
    if first < 0 or not (inscribed or line.lows[last - 1].endswith(STATING)):
        return first, last
    begin = next((at + 1 for at in range(last - 2, first, -1) if line.lows[at] in PREPOSITIONS), first)
    held = begin > first and line.lows[begin - 1] != "of" and (inscribed or line.lows[begin] in DETERMINERS)
    return (begin, last) if held else (first, last)


def _from_body(line: Line, first: int, last: int) -> tuple[int, int]:
    """Cut a phrase to the body that something comes from: "a rebuke from [the bureau], which said"."""
    from_ = next((at for at in range(last - 2, first, -1) if line.lows[at] in PREPOSITIONS), -1)
    body = from_ > 0 and line.lows[from_] in ("from", "by") and line.words[last : last + 1] == [","]
    body = body and (line.lows[last - 1] in BODIES or line.words[last - 1][0].isupper())
    return (from_ + 1, last) if body and line.lows[from_ - 1] not in BODIES | ROLES else (first, last)


def _over_asides(line: Line, phrase: tuple[int, int], lo: int) -> tuple[int, int]:
    """Go from what is said of somebody to the name: "Amy Lund, D-Ohio, head of the panel, [who]"; else stay."""
    first, last = _aside_start(line, phrase[0], lo), phrase[1]
    for _ in range(MOST):
        if first < lo + 3 or line.words[first - 1] != "," or not _is_aside(line, first, last):
            break
        begin, end = phrase_before(line, first - 1, lo)
        if begin < 0:
            break
        begin, end = _person_in(line, begin, end)
        if end - begin > 1 and line.words[end - 1][0].isupper() and not is_party(line, begin, end):
            return (begin, phrase[1])
        first, last = begin, end
    return phrase


def _aside_start(line: Line, first: int, lo: int) -> int:
    """Go to where an aside begins of which a phrase is the end: ", [professor of law and] public policy, who"."""
    if line.lows[first - 1] in THEN:
        return first - (line.words[first - 2] == "," and line.lows[first] in DETERMINERS)
    if line.lows[first - 1] != "and":
        return first
    for at in range(first - 2, max(lo, first - NEAR), -1):
        if line.words[at] == ",":
            begin = at + 1 + (line.lows[at + 1] in ("a", "an", "the"))
            return at + 1 if _is_aside(line, begin, first - 1) else first
        if not line.words[at][0].isalnum():
            break
    return first


def _is_aside(line: Line, first: int, last: int) -> bool:
    """Tell a role, a party and what somebody is called from a member of a list."""
    low = line.lows[first]
    if low in THEN:
        return True
    if is_party(line, first, last) or low in POSSESSIVES or low in ("a", "an", "one"):
        return True
    head = next((at for at in range(first, last) if line.lows[at] in PREPOSITIONS), last)
    return line.words[first][0].islower() and line.lows[head - 1] in ROLES


def _person_in(line: Line, first: int, last: int) -> tuple[int, int]:
    """Cut a phrase to the people in it: "sharp fire from [members in Kent]"; whole where its head is somebody."""
    begin = first
    for at in range(first, last):
        described = line.lows[at] in DESCRIBING and line.lows[at - 1] in OPENING  # the outside experts
        if line.lows[at] not in PREPOSITIONS or at == begin or described:
            continue
        if _is_somebody(line, begin, at):
            break
        owned = line.lows[at] == "of" and line.words[at + 1][0].isupper() and is_thing(line.lows[at - 1])
        owned = owned and line.lows[at - 1] not in SHARES
        if line.lows[at] not in WITHIN or line.words[at + 1 : at + 2] == ["."] or owned:
            begin = at + 1  # the support of [Senator Roth, who]
            begin += is_leading_verb(line, begin, last, first)  # easy to find [rowers who]
    return (begin, last) if begin > first and _is_somebody(line, begin, _head_end(line, begin, last)) else (first, last)


def _head_end(line: Line, first: int, last: int) -> int:
    return next((at for at in range(first + 1, last) if line.lows[at] in PREPOSITIONS or line.words[at] in WALLS), last)


def _is_somebody(line: Line, first: int, end: int) -> bool:
    """Tell a name, a role and people from a thing."""
    low, word = line.lows[end - 1], line.words[end - 1]
    if low in ROLES or low in TITLES or low in PLURALS or is_plural_of_people(low) or is_person_noun(low):
        return True
    named = end - first > 1 and line.words[end - 2][0].isupper()
    named = named or (end - first == 1 and first > 0 and line.lows[first - 1] in PREPOSITIONS and low not in MONTHS)
    return word[0].isupper() and named and low not in finite_verbs()
