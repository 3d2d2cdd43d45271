"""What stands beside a name: whether it is a person's, a subject, and how the text describes who bears it."""

from __future__ import annotations

import csv
import re
from collections.abc import Container
from functools import cache
from itertools import pairwise
from pathlib import Path

from analysis.people.lists import load_list
from analysis.people.titles import ROLES, TITLES
from analysis.voices.described_people import is_person_noun, is_plural_of_people
from analysis.voices.finite_verbs import finite_verbs
from analysis.words.classes import AUXILIARIES, BE, DETERMINERS, PREPOSITIONS, REGIONS, SUBORDINATORS

TELLING = frozenset(["told", "said", "says", "asked", "tells", "asks", "met", "called", "thanked", "accused"])
SMALL_WORDS = DETERMINERS | PREPOSITIONS
# What stands before a name is matched backwards, in the reversed text, so that no other place is tried.
BEFORE = re.compile(r"\n?(?P<words>(?: ,[\w’'-]+)?(?: [\w’'-]+){0,9})")
AFTER = re.compile(
    r",? (?:\([^()\n]{1,40}\) )?(?:(?:an?|the|who is|who was|whose|one of|former)\b[^,.;:\n]{2,90}|"
    r"[A-Z][\w’'-]* (?:CEO|chief|leader|spokes\w+|head|director|president|minister)\b)"
)
# the full stop of U.S. and of Mr. ends no sentence, and a bracket only behind a stop
SHORT = r"(?:[A-Z]|rM|srM|sM|rD|neS|peR|voG|neG|tS|forP)(?:[.\s(]|\Z)"
STOP = rf"(?:[!?:…\"”»\n]|\((?=\s*(?:[.!?”\n]|\Z))|[\])](?=[.!?])|’(?=[.,!?])|\.(?!{SHORT}))"
SUBJECT = re.compile(rf"\n?(?: ,?[\w’'.-]+){{0,4}}\s*{STOP}")
LONG_TITLE = re.compile(rf"(?: [\w’'.&-]+){{5,12}}\s*(?:{STOP}|\Z)")
FRONTED = re.compile(rf"(?: ,[\w’'.-]+)(?: [\w’'.-]+){{0,14}} (?P<first>[\w’'-]+)\s*(?:{STOP}|\Z)")
# of his wife, Ann Roth; and first lady Ann Roth: read backwards
KIN = re.compile(
    r" ,?(?P<kin>ydal tsri[Ff]|efiw|dnabsuh|wodiw|rethguad|nos|rehtorb|retsis|rehtom|rehtaf|nisuoc|wehpen|ecein)\b"
)
SPOUSES = {"first lady": "m", "wife": "m", "widow": "m", "husband": "f"}  # of whom
# One of the rowers – Ida Lund of Kent – left
SET_OFF = re.compile(rf" (?:[–—-]{{1,2}})(?P<words>(?: [\w’'.&-]+){{1,12}})\s*(?:{STOP}|\Z)")
CLOSES = re.compile(r"[^–—.,;:\n]{0,50} [–—-]{1,2} [a-z]")
CLAUSE_VERB = re.compile(r"(?: \([^()\n]{1,30}\))? (?:also |then |later |now |never |once |first )?(?P<verb>[a-z]+)")
INTRODUCED = re.compile(r"[.?!]?[”\"]?(?:[.?!]|\n|\Z)|,? (?:\([^()\n]*\)|who\b|an?\b|the\b|[a-z]+ (?:of|at|for)\b)")
TO_DO = re.compile(r" to (?!the\b|an?\b|his\b|her\b|their\b)[a-z]+ (?:the|an?|his|her|to|on|with|that|in|at)\b")
HUNG = re.compile(r" (?P<last>[a-z]+) [\w’'-]*[a-z]")  # behind another word of the sentence
APART = frozenset(["one", "another", "two", "both"])
HANGING = PREPOSITIONS - {"like", "as", "per"}
OPENING = re.compile(r"\n?(?: ,?[\w’'.-]+){0,4}\s*\Z")
WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ORGANS = frozenset(
    ["ministry", "party", "campaign", "agency", "council", "committee", "department", "embassy", "company", "group"]
)
DESCRIBING = ROLES | TITLES | ORGANS
ORGAN_NEXT = re.compile(
    r"[ ](?:party|agency|newspaper|company|group|channel|magazine|website|coalition|movement|bank|team|club)\b"
)
PERSON_NEXT = re.compile(
    r",? (?:who|said|says|told|tells|wrote|writes|added|asked|tweeted|noted|argued|stated|explained)\b|, \d\d\b|"
    r", (?:an?|the|his|her) [a-z\d]"
)
# Bush speechwriter Noam Weiss; Roth's chief aide Noam Weiss
OPENED = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he)(?: [a-z-]+){0,3} \Z")
OPENS = 40  # characters before a name in which such a phrase begins
NOUN_NEXT = re.compile(r" ([a-z-]+)\b")
ROLE_NEXT = re.compile(r"(?:['’]s?)?(?: [a-z-]+){0,2}? ([a-z-]+) [A-Z][\w’'-]*[a-z] [A-Z]")
REACH = 20  # characters of titles before a name
BODY_NEXT = re.compile(r", (?:an?|the) (?:[A-Z][\w.-]* ){1,3}(?P<noun>[a-z-]+)[,.;:]")  # Tovik Lund, an SDF commander,
ASIDE_NEXT = re.compile(r", (?:an?|the|his|her) [A-Z]")  # Jannet Walsh, a Navy cook
REGION_NEXT = re.compile(r", ([A-Z][\w.]*\w)\.? ?([-–—(,.\n])")  # BUENA PARK, Calif. -
LIKENED = re.compile(r"([\w-]+),? (?:such as|like|including) \Z")  # players such as Zoran Holm
TOLD_WHAT = re.compile(r" (?:once |also |later )?(?:told|said|wrote|says|called|asked)\b")
NEAR = 40  # characters of that
FAR = 4000  # characters behind a full name in which its family name stands alone
PLACES = Path(__file__).parents[1] / "actors" / "places.txt"
COUNTRIES = PLACES.with_name("countries.csv")
OPENING_CLAUSES = frozenset(["that", "if", "whether"])
LAST_WORD = re.compile(r"\n? ([\w-]+)")
SET_BESIDE = re.compile(r" ,(?P<words>[a-z-]+(?: fo [a-z-]+)?)\b")
SAYING = ("said", "says", "added", "adds", "asked", "explained", "recalled", "wrote", "tweeted", "argued", "noted")
# "...," said Hina Lund of the club; "...," said harbour master Hina Lund
SAID_BY = re.compile(rf"(?P<called>(?: [a-z-]+){{0,4}}?) (?:{'|'.join(word[::-1] for word in SAYING)}) [\"”’»]")
OFFICE_NEXT = re.compile(r", (?P<office>(?:[a-z-]+ ){1,5})(?:of|at|for) ")  # Hina Lund, president and owner of Dock,
# what companies, bodies and countries are too
OF_BODIES = frozenset(
    [
        *("adviser", "advisor", "automaker", "carrier", "champion", "champions", "developer", "importer", "insurer"),
        *("leader", "lender", "maker", "manufacturer", "member", "operator", "organiser", "organizer", "owner"),
        *("parent", "partner", "producer", "promoter", "publisher", "retailer", "rival", "seller", "sponsor"),
        *("supplier", "winner"),
    ]
)


def is_introduced(text: str, at: int, words: tuple[str, ...], titled: bool) -> bool:
    """Tell a person with a rare given name by title, role, age or the verb that follows."""
    if at < 0:
        return False
    end = text.find(words[-1], at) + len(words[-1])
    if ORGAN_NEXT.match(text, end) or is_people(words[-1]) or _is_listed_place(words):
        return False
    if titled or PERSON_NEXT.match(text, end):
        return True
    if words[-1] in load_list("family_names") and ASIDE_NEXT.match(text, end):
        return True
    left = _reversed(text, at, 40)
    if text.startswith(",", end) and (set_beside := SET_BESIDE.match(left)):
        return any(word[::-1].lower() in ROLES for word in set_beside["words"].split())  # his chief of staff, Ina Vik,
    before = LAST_WORD.match(left)
    likened = LIKENED.search(text, max(0, at - NEAR), at)
    named = likened is not None and is_plural_of_people(likened[1].lower())
    named = named or _is_said_by(left) or _bears_office(text, end) or _works_for(text, end)
    return named or (before is not None and before[1][::-1].lower() in ROLES)


def _is_said_by(left: str) -> bool:
    """Tell who says a quotation, called by what people are or by nothing; left: what stands before, read backwards."""
    said = SAID_BY.match(left)
    called = said["called"][::-1].split() if said else []
    return said is not None and (not called or _is_called_so(called[-1]))


def _bears_office(text: str, end: int) -> bool:
    """Tell "Hina Lund, president and chief executive of Dock," by the office behind the name."""
    office = OFFICE_NEXT.match(text, end)
    return office is not None and _is_called_so(office["office"].split()[-1])


def _works_for(text: str, end: int) -> bool:
    """Tell "Tovik Lund, an SDF commander," by what people alone are called behind the name."""
    aside = BODY_NEXT.match(text, end)
    return aside is not None and _is_called_so(aside["noun"])


def _is_called_so(low: str) -> bool:
    """Tell what people alone are called."""
    return low not in OF_BODIES and (low in ROLES or is_person_noun(low))


def is_people(word: str) -> bool:
    """Tell Native Hawaiians and Young Democrats from Zoran Rogers."""
    return is_plural_of_people(word.lower()) and word not in load_list("family_names")


def is_place_named(text: str, at: int, words: tuple[str, ...]) -> bool:
    """Tell Ann Arbor, "in Buena Park" and the town of a dateline from a person's name, whose first word they share."""
    listed = _is_listed_place(words) or (len(words) > 2 and " ".join(words[1:]) in load_places())
    if at < 0 or listed:
        return listed
    end = text.find(words[-1], at) + len(words[-1])
    inside = words[0] == "In" or text[max(0, at - 4) : at] == " in "
    alone = text.find(f" {words[-1]}", end, end + FAR)  # drew in Ann Lee; later Lee
    inside = inside and (alone < 0 or text.endswith(words[-2], end, alone))
    region = REGION_NEXT.match(text, end)
    lived = text[max(0, at - 6) : at].endswith((" of ", " from ", " in "))  # Lund of Cape Anna, Ohio, said
    dated = words[-1].isupper() and text[at - 1 : at] in ("\n", "") and region is not None and region[2] != ","
    placed = region is not None and region[1].lower() in REGIONS and (lived or dated)
    return placed or (inside and text[end : end + 1] not in "'’")


def _is_listed_place(words: tuple[str, ...]) -> bool:
    """Tell the town of "a St. Louis TV station" from a person; a name has lost its full stops."""
    called = ("St.", *words[1:2]) if words[0] == "St" and len(words) < 4 else words
    return " ".join(called) in load_places()


@cache
def load_places() -> frozenset[str]:
    """Load the towns and countries of more than one word (analysis/actors/SOURCES.md says whose)."""
    towns = PLACES.read_text(encoding="utf-8").split("\n")
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        countries = [row["name"] for row in csv.DictReader(file)]
    return frozenset(place for place in (*towns, *countries) if " " in place)


def is_subject(text: str, at: int, name: str = "") -> bool:
    """Tell whether a name stands among the first words of a sentence, with no verb before it.

    name: whose it is, if what only has to do with them is no subject ("Her love for Lund").
    """
    if name and (_is_hung(text, at, name) or _is_alone(text, at, name)):
        return False
    before = _reversed(text, at, 120)
    if opening := SUBJECT.match(before) or (at <= 60 and OPENING.match(before)):
        words = opening[0][::-1].rpartition(". ")[2].lstrip("”\"»’'. \n").split()
        hung = bool(words) and words[0].islower() and words[0] in PREPOSITIONS  # voted "no" for candidate Lund
        behind = "Lee " * opening[0].rstrip().endswith(")")  # Lee (R-Conn.) was for [Lund]
        return not hung and not _holds_verb(behind + opening[0][::-1].lstrip(") "))
    if (set_off := SET_OFF.match(before)) and CLOSES.match(text, text.find(name.rpartition(" ")[2], at)):
        words = set_off["words"][::-1]
        return words.split()[0].lower() in DETERMINERS | APART and not _holds_verb(words)
    if titled := LONG_TITLE.match(before):
        return _is_title(titled[0][::-1].lstrip("”\"»’'. \n").split())
    fronted = FRONTED.match(before)  # Outside the court on Wednesday, Moss ...
    if fronted is None:
        return False
    first = fronted["first"][::-1].lower()
    return first in PREPOSITIONS or first in SUBORDINATORS


def _is_title(words: list[str]) -> bool:
    """Tell "The new chairman of the Budget Committee Ohio Republican" from what else stands before a name."""
    roles = any(word.lower() in ROLES for word in words)
    ties = sum(word.islower() and word not in ROLES and word not in SMALL_WORDS for word in words)
    opens = words[0].lower() in DETERMINERS or words[0] in ("Former", "Ex")
    return roles and opens and ties <= 1 and words[-1].lower() not in PREPOSITIONS


def acts_in_clause(text: str, at: int, name: str) -> bool:
    """Tell whom a verb follows, wherever the clause stands: "now that [Ida Lund] has won", but not "a plan by Lund"."""
    end = text.find(name.rpartition(" ")[2], at, at + len(name) + REACH) + len(name.rpartition(" ")[2])
    verb = CLAUSE_VERB.match(text, end) if end > at else None
    low = verb["verb"] if verb else ""
    if low == "to" and TO_DO.match(text, end):
        return True  # a song had led [Ida Lund] to return
    if not (low in finite_verbs() or low in AUXILIARIES or low.endswith("ed")):
        return False
    words = text[max(0, at - OPENS) : at].split()
    before = next((word for word in reversed(words) if word[0].islower() or word[-1] in ".,"), "")
    return before not in PREPOSITIONS or before in SUBORDINATORS


def is_told_of(text: str, at: int, name: str) -> bool:
    """Tell whom a sentence ends with or introduces: "It was the work of [Ida Lund], a clerk."."""
    end = text.find(name.rpartition(" ")[2], at, at + len(name) + REACH) + len(name.rpartition(" ")[2])
    return INTRODUCED.match(text, max(at, end)) is not None


def tells_what(text: str, at: int, name: str) -> bool:
    """Tell who speaks in "How far is this from what Ann Lund told us?"."""
    if not text.startswith(" what ", max(0, at - 6)):
        return False
    end = text.find(name.rpartition(" ")[2], at, at + len(name) + REACH) + len(name.rpartition(" ")[2])
    return TOLD_WHAT.match(text, end) is not None


def acts_himself(text: str, at: int, name: str) -> bool:
    """Tell who acts within a clause by what stands behind the name: "It seems that Lund himself left"."""
    family = name.rpartition(" ")[2]
    return text.startswith((f"{family} himself ", f"{family} herself "), text.find(family, at, at + len(name) + REACH))


def _is_hung(text: str, at: int, name: str) -> bool:
    """Tell whom a sentence's subject has to do with, "Her love for Lund", from who acts: "A post on Lund's blog"."""
    before = HUNG.match(_reversed(text, at, 60))
    if before is None or before["last"][::-1].lower() not in HANGING:
        return False
    family = name.rpartition(" ")[2]
    end = text.find(family, at, at + len(name) + REACH) + len(family)
    return before["last"] == "fo" or not text.startswith(("'", "’"), end)


def find_kin(text: str, at: int, family: str) -> str | None:
    """Tell "Roth and first lady Ann Roth" and "Roth's wife, Ann Roth", of whom Roth alone is not Ann.

    Returns the sex of who is called by the family name alone, "" where that is not said; None if there is nobody else.
    """
    before = KIN.match(_reversed(text, at, REACH)) if -1 < text.find(family) < at else None
    return SPOUSES.get(before["kin"][::-1].lower(), "") if before else None


def _is_alone(text: str, at: int, name: str) -> bool:
    """Tell who is all that stands behind a colon: fought his rival: Joe Roth."""
    return text.endswith(": ", 0, at) and text.startswith((".", "\n"), at + len(name))


def is_modifier(text: str, at: int, name: str) -> bool:
    """Tell the former president of "George Bush speechwriter Noam Weiss said" from who acts."""
    end = text.find(name.rpartition(" ")[2], at, at + len(name) + REACH)
    noun = NOUN_NEXT.match(text, end + len(name.rpartition(" ")[2])) if end >= 0 else None
    if noun and OPENED.search(text, max(0, at - OPENS), at):
        return noun[1] in ROLES or is_person_noun(noun[1])  # Roe, an early Lund supporter, left
    role = ROLE_NEXT.match(text, end + len(name.rpartition(" ")[2])) if end >= 0 else None
    return role is not None and (role[1] in ROLES or is_person_noun(role[1]))


def _holds_verb(words: str) -> bool:
    """Tell "Holm met Lund" and "Holm is like Lund" from "When asked, Lund", "Former mayor Lund", "Is Ms. Lund"."""
    clause = words.rpartition(",")[2].split()
    likened = any(word in BE and after.islower() for word, after in pairwise(clause[1:]))
    return likened or any(
        word in OPENING_CLAUSES or word in finite_verbs() or (word.endswith("ed") and word.islower())
        for word in clause[1:]
    )


def describe_person(text: str, at: int, words: tuple[str, ...], own: Container[str]) -> set[str]:
    """The roles, titles and names that stand around a full name, in small letters; own: the words of the name."""
    told = BEFORE.match(_reversed(text, at, 90))["words"][::-1].split()
    place = text.find(words[-1], at, at + len(" ".join(words)) + 3)
    after = AFTER.match(text, place + len(words[-1]))
    spoken = max((at for at, word in enumerate(told) if word.lower() in TELLING), default=-1)
    told = told[spoken + 1 :]  # "the mayor told Ann Lee": the mayor is somebody else
    if told and told[-1].lower() == "for":  # a spokesman for Ann Lee is somebody else
        told = []
    near = f"{' '.join(told)} {' '.join(words)} {after.group() if after else ''}"
    return {
        word.lower() for word in WORDS.findall(near) if (word in DESCRIBING or word[0].isupper()) and word not in own
    } - SMALL_WORDS


def _reversed(text: str, at: int, reach: int) -> str:
    """The characters before a place, the last one first; several blanks, where a symbol stood, are one."""
    before = text[max(0, at - reach) : at][::-1]
    return re.sub("  +", " ", before) if "  " in before else before
