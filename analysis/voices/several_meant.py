"""Whom "they", "both" and "neither" stand for: several people who acted or spoke lately, a body, two who are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from analysis.people.lists import load_list
from analysis.people.titles import ROLES
from analysis.voices.agreement import STATING
from analysis.voices.announced import DOCUMENTS
from analysis.voices.described_people import PERSON_NOUNS, is_plural, is_plural_of_people
from analysis.voices.finite_verbs import contracted, finite_verbs
from analysis.voices.lately import MEMBERS, OUTSIDE, find_looked_at, mask_quoted
from analysis.voices.named_together import find_named_together
from analysis.voices.referents import Referents
from analysis.voices.senses import load_senses
from analysis.words.classes import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    BODIES,
    CONJUNCTIONS,
    DETERMINERS,
    MESSAGES,
    PLURALS,
    PREPOSITIONS,
    RELATIVES,
    STUDIES,
    SUBORDINATORS,
    is_adverb,
)

ALONE = frozenset(["a", "an", "one", "another", "the"])
UNSEXED = ("person", "user", "commenter", "poster", "source")  # as they end
_OPENS = r"(?:(?<=[.!?”\"] )|(?<=\n)|\A)"
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
PLURAL = re.compile(  # Two brothers, ...; Doctors at the clinic saw ...; Amy Lund and Joe Fry run ...
    rf"{_OPENS}(?:(?P<pair>{_NAME} and {_NAME})(?= [a-z])|(?P<several>(?:[A-Z][\w’'-]+|\d+)(?: [a-z\d-]+){{0,8}}))"
    r"(?:[^.,!?;:\n]{0,60}, (?P<behind>[a-z\d-]+(?: [a-z\d-]+){0,4}))?"  # In sum, many voters ...
)
FRONTED = PREPOSITIONS | ADVERBS | SUBORDINATORS | CONJUNCTIONS
THING = re.compile(rf"{_OPENS}(?P<words>[A-Z][\w’'-]*(?: [\w’'-]+){{0,5}})")
FIRM = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:[a-z]+ed|cut|made|sold|won|has|had|is|was|will)\b"
)
PAPERS = DOCUMENTS | MESSAGES | STUDIES | {"editorial", "lawsuit", "bill", "law", "ruling", "verdict"}
PAPERS |= frozenset(STATING)
OPENS = re.compile(r"[.!?”\"\n] |.\n")  # before a sentence, or behind what is quoted
PAPER = re.compile(rf"\b(?:an?|the|its|his|her|their|this) (?:[a-z’'-]+ ){{0,2}}?(?:{'|'.join(sorted(PAPERS))})\b")
SENTENCES = re.compile(r"[.!?][”\"]? (?=[A-Z“\"])|\n")
SENTENCE = 600  # characters of the sentence before in which a paper is looked for
LONGEST = 5  # words of a description that end in people, and of the first of two phrases
SEVERAL = PLURALS - {"all", "both", "data", "few", "majority", "many", "media", "most", "percent", "some"}


def find_they(people: Referents, at: int) -> str | None:
    """Find whom "they" stands for: who opened a sentence or spoke last, several of them; else who else is named so."""
    since = find_looked_at(people.text, at)
    acting = next(_opening(people.text, since, at), None)
    named = find_named_together(people, since, at)
    spoken = next(((place, name) for place, name in people.list_spoken(4) if since <= place and is_several(name)), None)
    nearest = max(filter(None, (named, acting, spoken)), default=None, key=itemgetter(0)) or _body_that_spoke(
        people, since
    )
    if nearest:
        return nearest[1]
    if spoke := _nameless_that_spoke(people, since):
        return spoke
    since = max(since, people.text.rfind("\n", 0, at) + 1)
    return _named_last(people.text, since, at) or _body(people.text, since, at)


def find_their(people: Referents, at: int) -> str | None:
    """Find whose "their" is: of who opens its sentence, or is named last in it; else of whom "they" stands for."""
    stops = [match.end() for match in SENTENCES.finditer(people.text, max(0, at - SENTENCE), at)]
    since = stops[-1] if stops else max(0, at - SENTENCE)
    found = (find_named_together(people, since, at), next(_opening(people.text, since, at), None))
    here = max(filter(None, found), default=None, key=itemgetter(0))
    return here[1] if here else _named_last(people.text, since, at) or find_they(people, at)


def _nameless_that_spoke(people: Referents, since: int) -> str | None:
    """Find who spoke last if it is one whom a text names without a sex: "a spokesperson said. They added"."""
    last = next((name for place, name in people.list_spoken(1) if since <= place), "")
    lows = last.lower().split()
    return last if len(lows) > 1 and lows[0] in ALONE and any(low.endswith(UNSEXED) for low in lows) else None


def _body_that_spoke(people: Referents, since: int) -> tuple[int, str] | None:
    """Find the body or firm that spoke last: "Holm Motors said they will pay"."""
    last = next(((place, name) for place, name in people.list_spoken(1) if since <= place), None)
    acts = last and not people.is_somebody(last[1]) and PAPERS.isdisjoint(last[1].lower().split())
    return last if acts and _is_body(last[1]) else None


def find_two(people: Referents, at: int) -> str | None:
    """Find for whom "both" and "neither" stand: two who opened a sentence or spoke, or the two named in the last."""
    since = find_looked_at(people.text, at)
    pairs = (name for _, name in _opening(people.text, since, at) if " and " in name and "," not in name)
    named = people.list_named(max(since, _sentence_before(people.text, at)), at)
    return f"{named[0]} and {named[1]}" if len(named) == 2 else next(pairs, None)


def find_it(people: Referents, at: int) -> str | None:
    """Find what "it" stands for that said something: a body, a paper or a firm that acted or spoke lately."""
    since = find_looked_at(people.text, at)
    spoken = next(((place, name) for place, name in people.list_spoken(3) if since <= place), None)
    if spoken and (people.is_somebody(spoken[1]) or is_several(spoken[1]) or not _is_body(spoken[1])):
        spoken = None
    acting = next(_opening_things(people, since, at), None)
    nearest = max(filter(None, (acting, spoken)), default=None)
    return nearest[1] if nearest else _paper_before(people.text, at)


def _paper_before(text: str, at: int) -> str | None:
    """Find the paper that the sentence before names last: "The mayor signed a letter on Monday. [It] says"."""
    if not OPENS.match(text, max(0, at - 2)):
        return None
    since = max(_sentence_before(text, at), at - SENTENCE)
    papers = PAPER.findall(mask_quoted(text[since:at]))
    return papers[-1] if papers else None


def _is_body(name: str) -> bool:
    """Tell a body, a paper and a firm from those sanctions and one of several."""
    return name.split()[-1][0].isupper() or not (BODIES | PAPERS).isdisjoint(name.lower().split())


def _opening_things(people: Referents, since: int, at: int) -> Iterator[tuple[int, str]]:
    """List the bodies, papers and firms with which sentences begin, the last one first."""
    for match in reversed(list(THING.finditer(mask_quoted(people.text[since:at])))):
        words, start = match["words"].split(), since + match.start()
        stop = next((at for at, word in enumerate(words, 1) if word.lower() in BODIES | PAPERS), 0)
        done = any(_is_done(words, here) for here in range(1, stop))  # The mayor signed a letter
        if stop and not done and all(word.lower() not in OUTSIDE for word in words[:stop]):
            yield start, " ".join([_small(words[0]), *words[1:stop]])
        elif not stop and (name := _firm_in(match["words"])):
            somebody = people.list_named(start, start + len(name)) or people.has_family(name.split()[-1])
            if not somebody:
                yield start, name


def _firm_in(words: str) -> str | None:
    """Name what acts with which a sentence begins, where it can be a firm."""
    first, _, rest = words.partition(" ")
    words = rest if first.lower() in CONJUNCTIONS and rest else words
    firm = FIRM.match(words)
    named = firm and firm["name"].lower() not in load_list("common_words") and not firm["name"].endswith("s")
    word = words.split()[0].lower()
    return firm["name"] if named and (contracted(word) or word) not in OUTSIDE | DETERMINERS - {"the"} else None


def is_several(name: str) -> bool:
    """Tell several people from one: two senior officials, Amy Lund and Joe Fry."""
    return is_plural(name.lower().split())


def _sentence_before(text: str, at: int) -> int:
    """Where the sentence before the one of a place begins."""
    stops = [match.end() for match in SENTENCES.finditer(text[max(0, at - SENTENCE) : at])]
    return max(0, at - SENTENCE) + stops[-2] if len(stops) > 1 else 0


def _opening(text: str, since: int, at: int) -> Iterator[tuple[int, str]]:
    """List the sentences that several people open, the last one first: where, and as what the text calls them."""
    for match in reversed(list(PLURAL.finditer(mask_quoted(text[since:at])))):
        words = (match["several"] or "").split()
        fronted = match["behind"] and words and words[0].lower() in FRONTED
        if fronted:
            words = match["behind"].split()
        if called := match["pair"] or _pair_of(words) or _people_of(words[:LONGEST]):
            yield since + match.start(), called


def _pair_of(words: list[str]) -> str | None:
    """What two are called who open a sentence: "the union and the company", in front of their verb."""
    joint = words.index("and") if "and" in words[:LONGEST] else 0
    if not joint or any(low in OUTSIDE or low in finite_verbs() for low in map(str.lower, words[:joint])):
        return None
    for stop in range(joint + 2, min(len(words), joint + LONGEST)):
        if words[stop] in AUXILIARIES or words[stop] in finite_verbs() or words[stop].endswith("ed"):
            return " ".join([_small(words[0]), *words[1:stop]])
        if words[stop] in OUTSIDE:
            break
    return None


def _small(word: str) -> str:
    """Write the first word of a sentence small where it is no name."""
    low = word.lower()
    common = low in DETERMINERS or (low in load_list("common_words") and low[:-1] not in MEMBERS)
    return low if common or (_is_people(low) and low[:-1] not in MEMBERS) else word


def _people_of(words: list[str]) -> str | None:
    """What several people are called whom the first words of a sentence name; None if these are no people."""
    words = words[1:] if words[0].lower() in CONJUNCTIONS else words
    for stop, low in enumerate(map(str.lower, words), 1):
        if _is_people(low) and not _can_be_name(words[stop - 1]):
            return " ".join([_small(words[0]), *words[1:stop]])
        if low in OUTSIDE or (stop > 1 and (low in DETERMINERS or _is_done(words, stop - 1))):
            return None
    return None


def _is_done(words: list[str], at: int) -> bool:
    """Tell the verb of "Lund hired nurses" from the participle of "Newly hired nurses" and "Two wounded nurses"."""
    low, before, senses = words[at], words[at - 1].lower(), load_senses()
    verb = senses.verbs.get(low)
    if at > 1 and before.endswith("ly") and is_adverb(before) and verb is not None and verb.form == "third":
        return True  # Lund often bans guests
    if low not in finite_verbs() and (verb is None or verb.form not in ("past", "third") or low in senses.things):
        return False
    counted = before in DETERMINERS or before.isdigit() or is_adverb(before)
    describing = low in senses.adjectives and (before in senses.adjectives or before.endswith(ADJECTIVES))
    return not (low.endswith("ed") and (counted or describing))  # Local elected officials


def _is_people(low: str) -> bool:
    return low in SEVERAL or is_plural_of_people(low) or low[:-1] in MEMBERS


def _can_be_name(word: str) -> bool:
    """Tell Sanders, who begins a sentence, from Climbers and Backers."""
    low = word.lower()
    known = low in SEVERAL or low in load_list("common_words") or low[:-1] in ROLES | PERSON_NOUNS | MEMBERS
    return word[0].isupper() and not known


def _named_last(text: str, since: int, at: int) -> str | None:
    """Find the last people of a paragraph whom the text calls by a plural: "was held by [police]"."""
    words = mask_quoted(text[since:at]).split()
    for stop in range(len(words) - 1, -1, -1):
        noun = words[stop].rstrip(".,;:)’'")
        if _is_people(noun.lower()) and (noun[:1].islower() or noun[:-1].lower() in MEMBERS):
            first = stop
            while first and stop - first < 3 and _describes(words, first - 1):
                first -= 1
            return " ".join([*words[first:stop], noun])
    return None


def _describes(words: list[str], at: int) -> bool:
    """Tell an article, a number and an adjective before a noun from a verb and another phrase."""
    word = words[at]
    if word in RELATIVES or (at and _is_done(words, at)):
        return False
    small = word.isalpha() and word.islower() and word not in OUTSIDE and not _is_people(word)
    return word in DETERMINERS or word.isdigit() or (small and word.endswith(ADJECTIVES) and word not in finite_verbs())


def _body(text: str, since: int, at: int) -> str | None:
    """Find the last body that opened a sentence: "The committee met on Monday"."""
    for match in reversed(list(PLURAL.finditer(mask_quoted(text[since:at])))):
        words = (match["several"] or "").split()
        for stop, low in enumerate(map(str.lower, words), 1):
            if low in BODIES:
                return " ".join([_small(words[0]), *words[1:stop]])
            if low in OUTSIDE:
                break
    return None
