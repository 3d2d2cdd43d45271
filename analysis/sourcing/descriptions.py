"""What a text says of somebody beside their name: titles before it, appositions behind it, a party in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from analysis.people.lists import given_names
from analysis.people.titles import ROLES_HE, ROLES_SHE, TITLES, TITLES_HE, TITLES_SHE
from analysis.sourcing.its_heads import ITS, find_role_of_its
from analysis.sourcing.roles import (
    CITIZENS,
    GOVERNMENT,
    OPPOSITION,
    POLITICS,
    FoundWord,
    find_role_words,
    load_roles,
    recognise_role,
    split_phrase,
)
from analysis.sourcing.states import heads_something
from analysis.voices.finite_verbs import finite_verbs
from analysis.words.classes import ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS

BEFORE, BEHIND = 90, 120  # characters read on either side of a name
PARTY = re.compile(r",? \(?[DRI](?:em|ep)?\.?[-–—][A-Z]")  # (R-Fla.), D-Calif.
APPOSITION = re.compile(
    r"(?: of (?:[A-Z][\w.]+ ?){1,3})?"  # of Ohio
    r"(?:, (?:(?:aged? )?\d{1,3}, )?(?:who (?:is|was|has been|(?:has )?(?:serves?|served|works?|worked) as) )?"
    r"| (?:is|was) (?=an? |the ))"
)
OF_BODY = re.compile(
    r",? (?:who [a-z]+s [^,.;:]{0,40}? )?(?:of|from|at|with) (?:the )?(?=[A-Z])"
)  # , who teaches law at Yale
LEADS = re.compile(r", who (?:heads|leads|runs|chairs|directs|founded|oversees|represents) ")
OF_PLACE = re.compile(r" of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?$")  # the president of Ruritania, Anna Berg
OF_OFFICE = re.compile(  # the Minister of Trade and Social Affairs of Ruritania Anna Berg
    r" (?:of|for|to) (?:the )?[A-Z][\w’'-]*(?: (?:(?:and|of|for|the|to) ){0,2}[A-Z][\w’'-]*){0,8}$"
)
SIGNED = re.compile(
    r", ((?:The )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4})[.)]?(?=\n|$)"
)  # - Ann Lee, The Harbour Post
EXPLAINED = re.compile(r"(?:, | \(|, which is )(an? [^,.;:()\n]{3,90})[,.;)]")
OWNER = re.compile(
    r"([A-Z][\w’-]+?)(?:['’]s?)? (?:campaign |press )?(?:spokes(?:man|woman|person)|aide|advis[eo]r|staffer),?$"
)
CALLED = re.compile(r",? (?:named|called|identified as|known as)$")  # an entrepreneur named Ann Lee
# a full stop behind one letter (U.S.) or a short title ends nothing
CLAUSE_END = re.compile(
    r"(?<!\b[A-Za-z])(?<!\b(?:St|Dr|Mt|Ft|Lt))(?<!\b(?:Gov|Sen|Rep|Gen|Col|Sgt|Inc))(?<!\bDept)\."
    r"|[;:()\"“”„«»\n!?]|,(?= )"
)
BREAK = re.compile(r"[?!;:()\"“”„«»\n—–]| --? |(?<=[^\W\d_]{2})\. (?!$)|, (?=.*,)")
OPENING = DETERMINERS | {"former", "then", "now", "one", "his", "her", "their", "its"}
STOPPING = (PREPOSITIONS - {"of", "for"}) | CONJUNCTIONS | SUBORDINATORS | {"that", "said", "says", "told", "who"}
SHORTENED = re.compile(r" \([A-Z]{2,6}\)(?= )")  # the Fish Commission (FC) chairman
PRESIDENT_OF = re.compile(r"\b(?!UK|US|EU|UAE|DRC)[A-Z]{2,6} (?:[Vv]ice[ -])?[Pp]resident,?$")  # RMW President Ann Lee
LIVES = re.compile(r", (?:(?:aged? )?\d{1,3}, )?who lives (?:in|on|near|at|nearby|next|across|with|there)\b")
PAST = 4  # words before a title in which "former" may stand: former New Harbour Gov.
GAP = 2  # words between parts of a title: Ministry of Commerce spokesman
MOST_NAMINGS = 40  # of one name in a document that are read: who is named more often was described by then
GIVEN = re.compile(r"\b([A-Z][a-z]\w+)(?: [A-Z]\.)? $")  # Ann (Lee)
BODY = re.compile(r"\b(?:of|at|for|with|from) (?:the )?([A-Z][\w&’'-]+)(?![\w’'-]| [A-Z])")  # a spokesman for Zelt
NEAR = 30  # characters before a family name
AT_MOST = 7  # words of an apposition before its head


class SaidBeside(NamedTuple):
    """What stands beside one naming of somebody: role and sex ("m", "f") that it says, "" where none, and its words."""

    role: str
    sex: str
    words: str


def find_descriptions(text: str, names: Iterable[str]) -> list[SaidBeside]:
    """Find what a text says of somebody wherever it names them; names: as the text writes them, the full one first."""
    found: list[SaidBeside] = []
    names = list(dict.fromkeys(names))
    full = {part for name in names if " " in name for part in name.split()}
    for name in names:
        own = set() if " " in name else full
        at, left = text.find(name), MOST_NAMINGS
        while at >= 0 and left:
            end, left = at + len(name), left - 1
            if _stands_alone(text, at, end) and not _is_of_another(text, at, own):
                found += [_before(text, at), _behind(text, end)]
            at = text.find(name, end)
    return [one for one in found if one.role or one.sex]


def describe_in_text(text: str, name: str) -> SaidBeside:
    """Read what a description or the name of a body that speaks says, else what the text says of that body."""
    words = split_phrase(name)
    said = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) if words and words[0] in ITS else None
    its = find_role_of_its(text, said.end(), words) if said else None
    if its is not None:
        return SaidBeside(its, "", " ".join(words))
    return SaidBeside(recognise_role(words, bodies=True, text=text) or _role_of_body(text, name), "", " ".join(words))


def find_explained(text: str, names: Iterable[str]) -> list[SaidBeside]:
    """Find what a text says between commas of a body whose name tells nothing: Zelt, a flight-tracking service."""
    found: list[SaidBeside] = []
    for name in names:
        at, left = text.find(name), MOST_NAMINGS
        while at >= 0 and left:
            end, left = at + len(name), left - 1
            opened = EXPLAINED.match(text, end) if _stands_alone(text, at, end) else None
            words = split_phrase(opened[1]) if opened else []
            role = recognise_role(words, bodies=True)
            if role:
                found.append(SaidBeside(role, "", " ".join(words)))
                break
            at = text.find(name, end)
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _is_of_another(text: str, start: int, own: set[str]) -> bool:
    """Whether a family name stands behind somebody else's given name; own: the words of names looked for."""
    given = GIVEN.search(text, max(0, start - NEAR), start) if own else None
    return bool(given) and given[1] not in own and given[1].lower() in given_names() and given[1].lower() not in TITLES


def _before(text: str, start: int, owned: bool = True) -> SaidBeside:
    """Read the title right before a name: FBI Director James Comey; Trump's economic adviser, Larry Kudlow.

    owned: of a politician's spokesman read what the text says of the politician.
    """
    stretch = text[max(0, start - BEFORE) : start]
    if "\n" in stretch[len(stretch.rstrip()) :]:
        return SaidBeside("", "", "")  # the name opens a line
    whole = stretch = SHORTENED.sub("", CALLED.sub("", stretch.rstrip()))
    place = OF_PLACE.search(stretch[:-1]) if stretch.endswith(",") else None
    stretch = OF_PLACE.sub("", stretch[:-1]) if stretch.endswith(",") else _without_given(text, stretch)
    stretch = BREAK.split(stretch)[-1] if BREAK.search(stretch) else stretch
    words = split_phrase(stretch)
    if stretch.endswith(".") and words and (words[-1] not in TITLES or words[-1] in ROLES_HE | ROLES_SHE):
        return SaidBeside("", "", "")  # the name opens a sentence
    sex = _sex_of(words[-1]) if words else ""
    if words and words[-1] in ("mr", "mrs", "ms", "miss"):
        words = words[:-1]
    first = next((at + 1 for at in range(len(words) - 2, -1, -1) if words[at] in STOPPING), 0)
    words = words[first:]
    found = find_role_words(words)
    if not found or found[-1].stop < len(words):
        return _office_before(stretch) or SaidBeside("", sex, "")
    its = find_role_of_its(text, start, words)
    if its is not None:
        return SaidBeside(its, sex or _sex_of(words[-1]), " ".join(words))
    if whole.endswith(",") and not recognise_role(
        words, last=True, person=True
    ):  # the head of the Bridge Agency, Ann Lee
        return _office_before(BREAK.split(whole[:-1])[-1]) or SaidBeside("", sex, "")
    words = _cut_title(words, found)
    if found[-1].kind == "body":  # The Atlantic's Jeffrey Goldberg
        owned = stretch.endswith(("'s", "’s", "s'", "s’"))
        return SaidBeside(found[-1].role if owned else "", sex, " ".join(words))
    role = recognise_role(words, last=True, person=True, text=text)
    if place and role and heads_something(words[-1:], split_phrase(place.group()), text):
        role = _role_of_body(text, place.group())
    if role == GOVERNMENT and PRESIDENT_OF.search(stretch):
        role = ""  # of what these letters stand for, no state
    past = role and not load_roles().past.isdisjoint(words)
    if owned and role in ("", POLITICS) and not past:  # an aide has the role of the boss, a former one that of parties
        role = _role_of_owner(text, stretch) or role
    return SaidBeside(role, sex or _sex_of(words[-1]), " ".join(words))


def _role_of_body(text: str, stretch: str) -> str:
    """The role of the body whose head a phrase names, as the text explains it: the president of Zelt, Ann Lee."""
    body = BODY.search(stretch)
    return next((one.role for one in find_explained(text, [body[1]])), "") if body else ""


def _role_of_owner(text: str, stretch: str) -> str:
    """The role of the politician whose spokesman a title names, as the text says it: Lund spokesman Joe Fry."""
    owner = OWNER.search(stretch)
    if not owner:
        return ""
    name, at, told = owner[1], text.find(owner[1]), []
    while at >= 0 and len(told) < MOST_NAMINGS:
        end = at + len(name)
        told += [_before(text, at, owned=False), _behind(text, end)] if _stands_alone(text, at, end) else []
        at = text.find(name, end)
    return next((one.role for one in told if one.role in (POLITICS, GOVERNMENT, OPPOSITION)), "")


def _without_given(text: str, stretch: str) -> str:
    """Cut a given name that stands before the name: Gov. Earl | Ray Lee; Sen. Dean | Lee, who is no dean."""
    front, _, last = stretch.rpartition(" ")
    if not last[:1].isupper() or last.lower() not in given_names():
        return stretch
    titled = last.lower() in TITLES and not re.search(_behind_title(), front)
    return stretch if titled else front


@lru_cache(maxsize=1)
def _behind_title() -> re.Pattern[str]:
    """What ends in a title, behind which the next word is a name."""
    titles = sorted((title for title in TITLES if title.isalpha()), key=len, reverse=True)
    return re.compile(rf"\b(?i:{'|'.join(titles)})\.?$")


def _office_before(stretch: str) -> SaidBeside | None:
    """Read an office whose field stands between it and the name, in capitals: head of the Bridge Agency Anna Berg."""
    field = OF_OFFICE.search(stretch)
    if not field:
        return None
    title = split_phrase(stretch[: field.start()])
    found = find_role_words(title)
    if not found or found[-1].stop < len(title) or found[-1].kind == "body":
        return None
    words = [*_cut_title(title, found), *split_phrase(field.group())]
    role = recognise_role(words, person=True) or recognise_role(words, last=True, person=True)
    role = "" if role == CITIZENS else role  # the president of the Teachers Federation is none
    return SaidBeside(role, _sex_of(title[-1]), " ".join(words)) if role else None


def _cut_title(words: list[str], found: list[FoundWord]) -> list[str]:
    """Cut what stands before a title: of "accused former House Speaker" the last three words."""
    first = found[-1].start
    for one in reversed(found[:-1]):
        if first - one.stop > GAP:
            break
        first = one.start
    past = next((at for at in range(max(0, first - PAST), first) if words[at] in load_roles().past), first)
    return words[past:]


def _behind(text: str, end: int) -> SaidBeside:
    """Read what follows a name: (R-Fla.); , a professor of law at Yale; of Human Rights Watch."""
    rest = text[end : end + BEHIND]
    if PARTY.match(rest):
        return SaidBeside(POLITICS, "", rest[:12].strip(" ,("))
    leads = LEADS.match(rest)
    if leads:
        words = split_phrase(CLAUSE_END.split(rest[leads.end() :], maxsplit=1)[0])[:10]
        return SaidBeside(recognise_role(["head", *words], bodies=True, person=True), "", " ".join(words))
    signed = SIGNED.match(text, end)
    if signed:
        words, bodies = split_phrase(signed[1]), load_roles().bodies
        ends = (bodies.get(" ".join(words[at:])) for at in range(len(words)))
        role = next((end for end in ends if end), "")
        if role:
            return SaidBeside(role, "", " ".join(words))
    opened = APPOSITION.match(rest)
    if opened:
        words = split_phrase(CLAUSE_END.split(rest[opened.end() :], maxsplit=1)[0])[:16]
        found = [one for one in find_role_words(words) if one.kind != "body"]
        if found and found[0].start <= AT_MOST and _opens(words, found[0].start):
            said = CLAUSE_END.split(rest[opened.end() :], maxsplit=1)[0]
            its = find_role_of_its(text, end, words) if words[0] in ITS else None
            role = (
                its if its is not None else recognise_role(words, person=True, text=text) or _role_of_body(text, said)
            )
            return SaidBeside(role, _sex_of(words[found[0].stop - 1]), " ".join(words))
    of_body = OF_BODY.match(rest)
    if of_body:
        words = split_phrase(CLAUSE_END.split(rest[of_body.end() :], maxsplit=1)[0])[:6]
        found = find_role_words(words)
        if found and found[0].start <= 3 and found[0].kind == "body":
            return SaidBeside(found[0].role, "", " ".join(words))
    if LIVES.match(rest):
        return SaidBeside(CITIZENS, "", "who lives there")
    return SaidBeside("", "", "")


def _opens(words: list[str], head: int) -> bool:
    """Tell an apposition from a clause that goes on: its words before the head are no verbs, and it opens as one."""
    first = words[0]
    if first in finite_verbs() or first in CONJUNCTIONS or first in STOPPING or first in ADVERBS - {"once"}:
        return False
    return (first in OPENING or head <= 3) and not any(word in finite_verbs() for word in words[:head])


def _sex_of(word: str) -> str:
    """The sex that a title says for sure; a spokesman may be a woman in a translation."""
    return "m" if word in TITLES_HE else "f" if word in TITLES_SHE else ""
