"""Roles of speakers: which role the words beside a name, or a description, say; read from roles.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.errors import require
from analysis.sourcing.states import heads_something
from analysis.texts.characters import straighten
from analysis.voices.cues import third_person
from analysis.yaml_files import Place, load_yaml, shorten_value

ROLES = Path(__file__).with_name("roles.yaml")
ANYBODY, PAST, UNPLACED, CLERGY, RELATED = "anybody", "past", "unplaced", "clergy", "related"
PARTS = ("definition", "heads", "bodies")  # of a role
OPPOSITION, GOVERNMENT, POLITICS, EXPERTS = "opposition", "government", "parliaments and parties", "experts"
DOCUMENTS, CITIZENS, CIVIL_SOCIETY = "documents and polls", "citizens", "civil society"
PLACES = frozenset(["at", "in", "on", "who", "and", "said", "says", "told", "during", "after", "before"])
LANDS = frozenset(
    ["u.s", "us", "u.k", "uk", "american", "british", "european", "global"]
)  # of an office: chief U.S. economist
MINISTERS = frozenset(["minister", "ministers"])
BESIDE, AROUND, FURTHEST = 6, 8, 10  # words between a head and its body; behind a minister; between two heads
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
RANKS_OR_ADJECTIVES = frozenset(["major", "general", "private", "model", "star"])
BEFORE_ADJECTIVES = frozenset(  # the first major candidate; no rank has these before it
    ["a", "an", "the", "one", "first", "second", "third", "last", "latest", "next", "only", "other", "another", "any",
     "no", "every", "two", "three", "several", "few", "most"]
)  # fmt: skip
OF_TOWNS = frozenset(["metropolitan"])  # the metropolitan transit authority is nobody of a church
BEHIND_RANKS = frozenset(["of", "in", "with", "from", "and", "who", "at", "general"])
PEOPLE = frozenset(["people", "men", "women", "children", "americans"])
LEARNED = re.compile(r"[a-z]{3,}(?:ologist|onomist|ographer)s?")  # scholars of any field


class RoleWords(NamedTuple):
    """The words of roles.yaml: definitions by role, and what each entry is, all in small letters.

    heads: nouns that say a role; bodies: organisations and fields; anybody: heads that take the role of the body
    beside them, with the role that they have without one; past: words before an office that is over; longest: of how
    many words the entries are that begin with a word; clergy: what makes a minister one of a church; related: nouns,
    of all languages, that say whose somebody is and no role (the son of a baker). A body of the role
    "" (a club, a federation) says that nobody knows whose president somebody is.
    """

    definitions: dict[str, str]
    heads: dict[str, str]
    bodies: dict[str, str]
    anybody: dict[str, str]
    past: frozenset[str]
    longest: dict[str, int]
    clergy: frozenset[str] = frozenset()
    related: frozenset[str] = frozenset()


class FoundWord(NamedTuple):
    """An entry found in a phrase: from which word to which, what it is (head, body, anybody) and its role."""

    start: int
    stop: int
    kind: str
    role: str


@lru_cache(maxsize=4)
def load_roles(path: str | Path = ROLES) -> RoleWords:
    """Load the words that say a speaker's role; raises InputError for a file that is no such list."""
    top = load_yaml(path, "the list of roles")
    places = top.entries(f"{PAST}: [former]")
    lacks = [name for name in (PAST, ANYBODY) if name not in places]
    require(not lacks, f"{path} lacks {lacks}: see {ROLES.name} for its keys.")
    past = frozenset(_list_words(places.pop(PAST)))
    unplaced, clergy, related = (
        frozenset(_list_words(places.pop(name))) if name in places else frozenset()
        for name in (UNPLACED, CLERGY, RELATED)
    )
    anybody = _enter_anybody(places.pop(ANYBODY), [str(role) for role in places])
    content = {str(role): place.keys(PARTS, required=PARTS[:1]) for role, place in places.items()}
    heads, bodies = (_enter_all(content, kind) for kind in ("heads", "bodies"))
    bodies = dict.fromkeys((*unplaced, *map(third_person, unplaced)), "") | bodies
    definitions = {role: about["definition"].text() for role, about in content.items()}
    anybody = {third_person(head): role for head, role in anybody.items()} | anybody
    longest = measure_entries([*heads, *bodies, *anybody])
    return RoleWords(definitions, heads, bodies, anybody, past, longest, clergy, related)


def _enter_anybody(place: Place, roles: Sequence[str]) -> dict[str, str]:
    """The heads that take the role of the body beside them, each with the role that it has without one."""
    found = {}
    for head, role in ({} if place.empty else place.entries("spokesman: government")).items():
        found[str(head)] = role.text() if role.content else ""
        if found[str(head)] and found[str(head)] not in roles:
            raise role.error(f"is {shorten_value(role.text())}; write nothing, or one of {', '.join(roles)}.")
    return found


def _list_words(place: Place) -> list[str]:
    return [word.text() for word in place.texts(f"a word of {place.called}")]


def measure_entries(entries: Iterable[str]) -> dict[str, int]:
    """Say of each first word of some entries how many words the longest has that begins with it."""
    longest: dict[str, int] = {}
    for first, *others in map(str.split, entries):
        longest[first] = max(longest.get(first, 1), len(others) + 1)
    return longest


def _enter_all(content: dict[str, dict[str, Place]], kind: str) -> dict[str, str]:
    """Enter the words of a kind with their plurals; a word of two roles has the first."""
    found: dict[str, str] = {}
    for role, about in content.items():
        for word in _list_words(about[kind]) if kind in about else ():
            found.setdefault(word, role)
    plurals = {_plural(word): role for word, role in found.items()} if kind == "heads" else {}
    return plurals | found


def _plural(word: str) -> str:
    return f"{word[:-3]}men" if word.endswith("man") and len(word) > 3 else third_person(word)


def split_phrase(text: str) -> list[str]:
    """Split a phrase into words in small letters: "the F.B.I.'s Director" gives the, f.b.i, director."""
    words = [word.lower() for word in WORD.findall(straighten(text))]
    return [word.removesuffix("'s") for word in words]


def find_role_words(words: Sequence[str], roles: RoleWords | None = None) -> list[FoundWord]:
    """Find the entries of the list in the words of a phrase, the longest where several begin, from left to right."""
    roles = roles or load_roles()
    found: list[FoundWord] = []
    at = 0
    while at < len(words):
        sizes = range(roles.longest.get(words[at], 1), 0, -1)
        entry = next(filter(None, (_entry(words, at, size, roles) for size in sizes)), None)
        found += [entry] if entry else []
        at = entry.stop if entry else at + 1
    return found


def _entry(words: Sequence[str], at: int, size: int, roles: RoleWords) -> FoundWord | None:
    if at + size > len(words):
        return None
    key = " ".join(words[at : at + size])
    for kind, entries in (("anybody", roles.anybody), ("head", roles.heads), ("body", roles.bodies)):
        if key in entries:
            return FoundWord(at, at + size, kind, entries[key])
    return FoundWord(at, at + size, "head", EXPERTS) if size == 1 and LEARNED.fullmatch(key) else None


def recognise_role(
    words: Sequence[str],
    last: bool = False,
    bodies: bool = False,
    person: bool = False,
    roles: RoleWords | None = None,
    text: str = "",
) -> str:
    """Say which role the words of a phrase say; "" if they say none.

    words: from `split_phrase`. The first head says it, or with `last` the last one, as in titles before a name; one
    that could be anybody's takes the role of the organisation nearest to it. bodies: an organisation alone says a role
    too, as where it speaks itself. person: a person is meant, who is no document (the president of Correct the Record).
    roles: the words of another language, those of English by default. text: where the phrase stands, which tells what
    a name that nobody knows is (the president of Acme).
    """
    roles = roles or load_roles()
    found = [one for one in find_role_words(words, roles) if not (person and one.role == DOCUMENTS)]
    found = [one for one in found if not _is_adjective(words, one)]
    heads = [one for one in found if one.kind != "body"]
    beside = [one for one in found if one.kind == "body"]
    if not heads:
        return next((one.role for one in beside if one.role), "") if bodies else ""
    head = heads[-1] if last else _first_noun(words, heads)
    if roles.clergy and words[head.start] in MINISTERS and _is_of_church(words, head, roles):
        return CIVIL_SOCIETY
    if OPPOSITION in (one.role for one in found) and head.role in (POLITICS, GOVERNMENT, OPPOSITION, ""):
        return OPPOSITION
    role = head.role
    if head.kind == "anybody":
        role = _role_beside(words, head, heads, beside + _list_bodies(words, heads, head, roles), text)
    is_past = role == GOVERNMENT and not roles.past.isdisjoint(words[: head.start])
    return POLITICS if is_past else role


def tells_role(role: str, words: str) -> bool:
    """Whether words beside a name tell the role of who bears it, which nearly all do that say one.

    Not those that say whose somebody is (the son of a baker), nor nouns for several (tell people Ann Lee spoke).
    """
    if role != CITIZENS:
        return True
    known, related = load_roles().heads, load_roles().related
    said = [word for word in split_phrase(words) if known.get(word) == CITIZENS or word in related]
    return not said or any(word not in related and not _is_plural(word, known) for word in said)


def _is_plural(word: str, known: Mapping[str, str]) -> bool:
    return word in PEOPLE or (word.endswith("s") and word[:-1] in known) or (word.endswith("men") and len(word) > 3)


def _list_bodies(
    words: Sequence[str], heads: Sequence[FoundWord], head: FoundWord, roles: RoleWords
) -> list[FoundWord]:
    """List the heads that are bodies beside another head: the department of its spokesman."""
    others = (one for one in heads if one.kind == "anybody" and one.role and one != head)
    return [one._replace(kind="body") for one in others if " ".join(words[one.start : one.stop]) in roles.bodies]


def _role_beside(
    words: Sequence[str], head: FoundWord, heads: Sequence[FoundWord], beside: Sequence[FoundWord], text: str
) -> str:
    """The role of a head that could be anybody's: of the body nearest to it, else of another head, else its own.

    "" where it heads a body of which nothing tells the role: the president of the guild, of Right the Record.
    """
    others = [one for one in beside if one.role]
    unplaced = head.role and any(_is_headed(words, head, one) for one in beside)
    if not others and not unplaced:
        others = [one for one in heads if one.kind == "head" and one.role not in (CITIZENS, DOCUMENTS)]
        others = [one for one in others if _gap(one, head) <= FURTHEST]
    if others:
        return min(others, key=lambda one: _gap(one, head)).role
    unstated = heads_something(words[head.start : head.stop], words[head.stop :], text)
    return "" if unplaced or unstated else head.role


def _is_headed(words: Sequence[str], head: FoundWord, body: FoundWord) -> bool:
    """Whether an office is that of a body: the club president; the president of the club, not at a conference."""
    if body.stop <= head.start or head.stop == len(words):
        return body.stop == head.start
    return _gap(body, head) <= BESIDE and words[head.stop] not in PLACES


def _is_of_church(words: Sequence[str], head: FoundWord, roles: RoleWords) -> bool:
    """Tell a minister of a church from one of a government, who may be in charge of church affairs."""
    before = words[head.start - 1] if head.start else ""
    behind = words[head.stop : head.stop + AROUND]
    if not behind or behind[0] not in ("of", "at", "in", "with", "from"):
        return before in roles.clergy
    return not roles.clergy.isdisjoint(behind) and "affairs" not in behind


def _is_adjective(words: Sequence[str], one: FoundWord) -> bool:
    """Tell "a major advocacy group" from "a major of the army" and Major Lund."""
    after = words[one.stop] if one.stop < len(words) else "of"
    if words[one.start] in OF_TOWNS:
        return after not in BEHIND_RANKS
    if one.stop - one.start > 1 or words[one.start] not in RANKS_OR_ADJECTIVES or not one.start:
        return False
    return words[one.start - 1] in BEFORE_ADJECTIVES and after not in BEHIND_RANKS


def _first_noun(words: Sequence[str], heads: Sequence[FoundWord]) -> FoundWord:
    """The last of the heads that stand side by side at the beginning: of "a Republican lawyer" the lawyer.

    "The chief U.S. economist" is an economist: what the office is for stands between.
    """
    first = heads[0]
    for other in heads[1:]:
        if not LANDS.issuperset(words[first.stop : other.start]):
            break
        first = other
    return first


def _gap(one: FoundWord, head: FoundWord) -> int:
    """How many words lie between two entries."""
    return max(one.start - head.stop, head.start - one.stop)
