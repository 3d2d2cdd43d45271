"""What a text in another language than English says of somebody beside their name, before it and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from analysis.sourcing.descriptions import BEFORE, BEHIND, SaidBeside
from analysis.sourcing.languages.its_heads import find_role_of_owned
from analysis.sourcing.languages.words import BaseWord, LanguageRoles
from analysis.sourcing.roles import GOVERNMENT, FoundWord, find_role_words, recognise_role
from analysis.texts.characters import straighten
from analysis.voices.languages.full_names import NamedAt
from analysis.voices.languages.persons import Persons

TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*|[^\w\s]|_")
CLEAR = frozenset("«»„“”\"'()’-")  # signs that may stand inside a title: the newspaper «Bote»
DASH = re.compile(r"\s-{1,2}\s")
FURTHEST = 14  # words of a title
SET_OFF = re.compile(r" ?[,(]|[.;:!?]?$")  # what follows a name that stands in apposition
LONGEST = 4  # words of a name that nobody knows
SHORTENED = 4  # letters of a title that a full stop shortens
NEAR = 3  # words before the head, or the body, of what stands behind a name
NOT_KNOWN = SaidBeside("", "", "")


def find_descriptions_in(known: LanguageRoles, people: Persons, names: Iterable[str]) -> list[SaidBeside]:
    """Find what a text says of somebody wherever it names them, in any case; names: as quotes have them."""
    wanted = set(names)
    read = [named for named in people.named if named.name in wanted]
    unread = sorted(wanted - {named.name for named in read})
    found: list[SaidBeside] = []
    for named in (*read, *(place for name in unread for place in find_titled(known, people.text, name))):
        found += [_before(known, people.text, named), _behind(known, people.text, named)]
    return [one for one in found if one.role or one.sex]


def find_titled(known: LanguageRoles, text: str, name: str) -> list[NamedAt]:
    """Find where a text has a name that nobody knows for a person's; nowhere, if it sets no office before it.

    The office stands right before it (el ministro Oltan Bru) or, in languages that say so, between commas with it (la
    rectora, Oltan Bru, ...): after "de", or in a list of bodies, stands a body.
    """
    words = name.split()
    shaped = 2 <= len(words) <= LONGEST and all(word[0].isupper() and not word.isupper() for word in words)
    if not shaped or known.rules.has_cases or describe_phrase(known, name).role:
        return []
    places = [NamedAt(found.start(), found.end(), name, "", True)
              for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]  # fmt: skip
    return places if any(_has_office(known, text, place) for place in places) else []


def _has_office(known: LanguageRoles, text: str, named: NamedAt) -> bool:
    """Whether an office or a title stands right before a name, or an office before a comma if two set the name off."""
    before = text[max(0, named.start - BEFORE) : named.start].rstrip()
    if before.endswith(","):
        set_off = known.apposed and SET_OFF.match(text, named.end)
        return bool(set_off and _before(known, text, named).words)
    last = known.split(before.rpartition(" ")[2])
    if last and last[-1].low in known.titles:
        return True
    heads = find_role_words([word.base for word in last], known.roles)
    return any(one.kind != "body" and not is_body(known, last, one) for one in heads)


def describe_phrase(known: LanguageRoles, phrase: str, person: bool = False) -> SaidBeside:
    """Read a phrase that describes somebody, or names a body that speaks: the role, the sex its head says."""
    words = known.split(phrase)
    found = find_role_words([word.base for word in words], known.roles)
    heads = [one for one in found if one.kind != "body"]
    role = recognise_role([word.base for word in words], bodies=not person, person=person, roles=known.roles)
    one = heads and known.is_nominative(words[heads[0].start])  # of several people no sex is said
    return SaidBeside(role, _sex_of(known, words, heads[0]) if one else "", phrase if role else "")


def _sex_of(known: LanguageRoles, words: Sequence[BaseWord], head: FoundWord) -> str:
    """The sex that a head says by its form, else, of a noun of both sexes, by the article before it: la portavoz."""
    sex = next((word.sex for word in words[head.start : head.stop] if word.sex), "")
    entry = " ".join(word.base for word in words[head.start : head.stop])
    if sex or not head.start or not known.lists["common"] & {entry, words[head.start].base}:
        return sex
    return known.rules.mappings["gendered"].get(words[head.start - 1].low, "")


def _before(known: LanguageRoles, text: str, named: NamedAt) -> SaidBeside:
    """Read the title before a name: глава МИД, the chain of nouns that ends at the name."""
    line = text[max(0, named.start - BEFORE) : named.start].rpartition("\n")[2]
    inside = text[named.start : named.end].split()  # a title with a capital can be read as a part of the name
    stretch = DASH.split(line.rstrip())[-1]  # a place or a date before a dash is no part of a title
    stretch = stretch[:-1] if known.apposed and stretch.endswith(",") else stretch
    tokens = _drop_stops(known, [match[0] for match in TOKEN.finditer(stretch)][-FURTHEST:])
    sex = known.titles.get(tokens[-1].lower(), "") if tokens else ""
    tokens = tokens[:-1] if sex else tokens
    sex = sex or known.titles.get(inside[0].lower().rstrip("."), "")
    words = _cut_title(known, tokens)
    found = find_role_words([word.base for word in words], known.roles)
    if not any(one.kind != "body" for one in found):
        return SaidBeside("", sex, "")
    first = _choose_head(known, words, found, named.is_nominative)
    if first is None:
        return SaidBeside("", sex, "")
    begin = 0 if known.rules.verb_last or known.rules.capitals else first.start
    past = next((at for at in range(max(0, begin - 2), begin) if words[at].base in known.roles.past), None)
    chosen = words[begin if past is None else past :]
    last = known.rules.verb_last
    role = recognise_role([word.base for word in chosen], last=last, person=True, roles=known.roles)
    owned = find_role_of_owned(known, text, named.start, first) if role == GOVERNMENT else None
    role = role if owned is None else owned
    return SaidBeside(role, sex or _sex_of(known, words, first), " ".join(word.low for word in chosen))


def _drop_stops(known: LanguageRoles, tokens: list[str]) -> list[str]:
    """Drop the full stops of shortened titles, which end nothing: la Dra. Ana Gil, el Sr. Paz."""
    lows = [token.lower() for token in tokens]
    shortened = [low in known.titles or (len(low) <= SHORTENED and known.has(low)) for low in lows]
    return [token for at, token in enumerate(tokens) if token != "." or not at or not shortened[at - 1]]


def _cut_title(known: LanguageRoles, tokens: list[str]) -> list[BaseWord]:
    """Cut the words that can belong to a title, up to the nearest wall or the article with which it opens."""
    rules = known.rules
    kept: list[list[BaseWord]] = []
    for at in range(len(tokens) - 1, -1, -1):
        token = straighten(tokens[at])
        if token in CLEAR:
            continue
        low = token.lower()
        parts = known.split_word(low)
        listed = known.has(low)
        spoken = low in rules.verbs and not (at and tokens[at - 1].lower() in rules["articles"])  # «...», juge X
        if not token[0].isalnum() or ((spoken or not listed) and _is_wall(known, token, low)):
            break
        kept.append(parts)
        if low in rules["articles"] and not _goes_on(known, tokens, at):
            break
    return [part for parts in reversed(kept) for part in parts]


def _is_wall(known: LanguageRoles, token: str, low: str) -> bool:
    """Whether a word ends a title: a verb, a conjunction, a word that opens a clause, a word of no title."""
    rules = known.rules
    if low in known.lists["joins"]:
        return False
    if low in known.lists["walls"] | rules["conjunctions"] | rules["adverbs"] | rules["helpers"]:
        return True
    if low in rules["articles"]:
        return False
    if low in rules["relatives"] or low in rules["that"] or (low in rules.verbs and token[0].islower()):
        return True
    verbal = token[0].islower() and len(low) > 4 and low not in rules.nouns
    return verbal and bool(rules.has_cases or rules.capitals) and low.endswith(rules.lists["unlisted"] or ("\n",))


def _goes_on(known: LanguageRoles, tokens: list[str], at: int) -> bool:
    """Whether an article belongs to the phrase before it: of the agency, Sprecherin der Polizei."""
    if straighten(tokens[at]).lower() in known.rules["of"]:  # du, des
        return True
    before = tokens[at - 1] if at else ""
    low = straighten(before).lower()
    if known.rules.capitals:
        return tokens[at].lower() in known.rules["genitive"] and before[:1].isupper()
    joined = known.lists["joins"] - known.rules["conjunctions"]  # "the mayor and the nurse" are two
    return low in known.rules["of"] or low in joined


def _choose_head(
    known: LanguageRoles, words: list[BaseWord], found: list[FoundWord], nominative: bool
) -> FoundWord | None:
    """Choose the head of a title: of the heads before a name the one on which the others hang.

    nominative: the name is in it, so that its title must be (after the meeting with the minister Ann Lee said).
    """
    heads = [one for one in found if one.kind != "body"]
    people = [one for one in heads if not is_body(known, words, one)]
    heads = people or heads
    chosen: FoundWord | None = None
    for head in reversed(heads):
        between = words[head.stop : chosen.start if chosen else len(words)]
        crossed = [word.low for word in between if word.low in known.rules["prepositions"] - known.rules["of"]]
        posted = words[head.start].base in known.lists["posted"]
        if not posted and not known.lists["joins"].issuperset(crossed):
            break
        chosen = head
        if known.rules.verb_last or (known.rules.has_cases and known.is_nominative(words[head.start])):
            return chosen
    return None if chosen and nominative and known.rules.has_cases else chosen


def is_body(known: LanguageRoles, words: Sequence[BaseWord], one: FoundWord) -> bool:
    """Whether a head names a body, which speaks itself elsewhere: the envoy to the UN."""
    return " ".join(word.base for word in words[one.start : one.stop]) in known.roles.bodies


def _behind(known: LanguageRoles, text: str, named: NamedAt) -> SaidBeside:
    """Read what stands behind a name: (CDU); , chercheur à l'Institut ...; von der Universität Bonn."""
    rest = straighten(text[named.end : named.end + BEHIND].partition("\n")[0])
    tokens = [match[0] for match in TOKEN.finditer(rest)]
    if len(tokens) < 2:
        return NOT_KNOWN
    set_off = tokens[0] == "," and tokens[1].lower() in known.lists["of"]  # Ana Gil, de la Universidad de Soria
    tokens = tokens[set_off:]
    opening = tokens[0]
    if opening == "(":
        inside = rest.partition("(")[2].partition(")")[0]
        return describe_phrase(known, inside)._replace(sex="")
    if opening == ",":
        phrase = re.split(r"[,.;:!?()]", rest.partition(",")[2], maxsplit=1)[0]
        return _read_apposition(known, phrase)
    if opening.lower() in known.lists["of"]:
        words = [part for token in tokens[1:6] if token[0].isalnum() for part in known.split_word(token.lower())]
        found = find_role_words([word.base for word in words], known.roles)
        if found and found[0].start < NEAR and found[0].kind == "body":
            return SaidBeside(found[0].role, "", " ".join(word.low for word in words))
    return NOT_KNOWN


def _read_apposition(known: LanguageRoles, phrase: str) -> SaidBeside:
    """Read a phrase between commas: its head is among its first words, and no verb stands before it."""
    words = known.split(phrase)
    heads = [one for one in find_role_words([word.base for word in words], known.roles) if one.kind != "body"]
    if not heads or heads[0].start > NEAR:
        return NOT_KNOWN
    cased = known.rules.has_cases and not known.rules.verb_last
    if cased and not known.is_nominative(words[heads[0].start]):
        return NOT_KNOWN
    ahead = [match[0] for match in TOKEN.finditer(phrase) if match[0][0].isalnum()][: heads[0].start]
    passed = known.rules["prepositions"] | frozenset(known.rules.pronouns)
    if any(_is_wall(known, token, token.lower()) or token.lower() in passed for token in ahead):
        return NOT_KNOWN
    role = recognise_role([word.base for word in words], person=True, roles=known.roles)
    return SaidBeside(role, _sex_of(known, words, heads[0]), phrase.strip())
