"""Things that are no speakers: a case raises questions, a pattern suggests, a video shows somebody at work."""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.people.lists import given_names, load_list
from analysis.people.titles import ROLES
from analysis.voices.agreement import STATING
from analysis.voices.announced import DOCUMENTS, WRITTEN
from analysis.voices.cues import Attribution
from analysis.voices.described_people import PERSON_NOUNS, is_person_noun
from analysis.voices.described_speakers import locate_head_end
from analysis.voices.finite_verbs import MOST_KEPT, holds_verb
from analysis.voices.fuller_phrases import INSCRIBED
from analysis.voices.heads import FINDINGS, locate_end_before_participle
from analysis.voices.lines import Line
from analysis.voices.nobody import STANDING, is_capital_within, is_opening, is_time
from analysis.voices.senses import load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import AUXILIARIES, BODIES, MONTHS, PARTS, PERSONAL, POSSESSIVES, PREPOSITIONS, is_adverb

PICTURES = frozenset(
    [
        *("video", "videos", "clip", "clips", "footage", "photo", "photos", "photograph", "photographs", "image"),
        *("images", "picture", "pictures", "recording", "recordings", "map", "maps"),
    ]
)
SPEAKING = DOCUMENTS | WRITTEN | FINDINGS | INSCRIBED | PICTURES | frozenset(STATING) | BODIES | ROLES | PERSON_NOUNS
SPEAKING |= frozenset(  # what WordNet has for things first of all, though news lets them speak
    [
        *("airline", "ambulance", "assessment", "average", "brand", "broadcast", "budget", "census", "dashboard"),
        *("defence", "defense", "enforcement", "enterprise", "entity", "establishment", "estimate", "hand", "humanity"),
        *(
            "intelligence",
            "judgment",
            "judgement",
            "lawsuit",
            "leadership",
            "left",
            "management",
            "model",
            "movement",
            "nonprofit",
        ),
        *(
            "plan",
            "press",
            "projection",
            "publication",
            "radio",
            "right",
            "security",
            "service",
            "statistics",
            "transition",
        ),
        *("television", "ticket", "blog", "message", "person", "site", "voice", "website"),
    ]
)
SHARES = PARTS | frozenset(  # behind which stands of whom they are a part: a lot of people, 40 percent of voters
    [
        *("bunch", "couple", "dozen", "dozens", "fifth", "half", "handful", "host", "hundreds", "kind", "lot", "lots"),
        *("majority", "majorities", "millions", "minority", "number", "numbers", "part", "percent", "piece", "pieces"),
        *("plenty", "quarter", "rest", "series", "share", "sort", "tens", "third", "thirds", "thousands", "type", "%"),
    ]
)
ABSTRACT = frozenset(["act", "cognition", "communication", "feeling"])  # kinds of nouns
ABSTRACT_ENDING = re.compile("(?:[ts]ion|ment|ity|ism|ness|ship)$")
EVENTS = frozenset(  # what promises and threatens to be something
    ["battle", "contest", "debate", "deal", "election", "era", "fight", "game", "hearing", "match", "move", "night",
    "race", "season", "session", "shift", "show", "storm", "summit", "talks", "trial", "trip", "visit", "vote", "week",
    "weekend", "year"]
)  # fmt: skip
SAID = frozenset(["say", "read", "state", "tweet", "write"])  # of which every subject is somebody or a text
TELLING = frozenset({"speech", "hearer", "evidence"})
THINGS = frozenset(
    ["fact", "facts", "margin", "margins", "odds", "trend", "trends", "url"]
)  # that WordNet takes for words


def has_thing_subject(line: Line, attribution: Attribution) -> bool:
    """Tell "the pattern suggests that it rains", which nobody says, from "the nurse suggests that it rains".

    A video says that Lee left, but where it shows Lee at work nobody speaks. Words, thoughts and deeds that are no
    papers say and show things too ("the talks suggested"), but neither want, favour nor fight anything.
    """
    first, last = attribution.subject
    if first < 0 or (last - first == 1 and (line.lows[first] in PERSONAL or line.lows[first] in POSSESSIVES)):
        return False
    last = locate_end_before_participle(line, first, last)  # the agency, founded last year, said
    at = _find_noun(line, first, last)
    low, spoken = line.lows[at], attribution.cue.kinds & TELLING
    if low in PICTURES:
        shown = attribution.cue.lemma in ("show", "depict", "capture")
        return not spoken or (shown and line.lows[attribution.last : attribution.last + 1] != ["that"])
    if low in EVENTS and attribution.cue.lemma in ("promise", "threaten"):
        return True
    if attribution.cue.lemma in SAID and _stands_beside(line, attribution) and not is_time(line, first, last):
        return False  # the decision said, a cup that read
    return names_thing(line, first, last) or bool(not spoken and _is_small(line, at) and _is_abstract(low))


def heads_event(line: Line, first: int, last: int) -> bool:
    """Tell "Fire in Omsk: ..." and "Crash on M4: ..." from "Lund in Omsk: ..." and "Mayor on talks: ..."."""
    at = next((at for at in range(first + 1, min(last + 1, len(line.words))) if line.lows[at] in PREPOSITIONS), -1)
    low = line.lows[at - 1]
    thing = at > first and (is_thing(low) or _is_abstract(low)) and not is_capital_within(line, at - 1)
    return thing and low not in given_names() and line.words[at - 1] not in load_list("family_names")


def _stands_beside(line: Line, attribution: Attribution) -> bool:
    """Tell "the ruling also said" and ""...," said the ruling" from a verb behind a comma or a clause."""
    if attribution.inverted:
        return line.lows[attribution.first - 1] == QUOTE
    return all(low in AUXILIARIES or is_adverb(low) for low in line.lows[attribution.subject[1] : attribution.first])


def names_thing(line: Line, first: int, last: int) -> bool:
    """Tell a phrase for a thing (the air, a number of attacks, Lee's attention) from one for who or what can speak."""
    at = _find_noun(line, first, last)
    low = line.lows[at]
    if low in SHARES:
        return low == "number" and at > first and line.lows[at - 1] == "the"  # the number of refugees
    return _is_small(line, at) and is_thing(low)


def names_no_speaker(line: Line, first: int, last: int) -> bool:
    """Tell a thing, words, a deed or a time (wrote [a warning], offered [a contrast]) from who or what can speak."""
    at = _find_noun(line, first, last)
    worded = _is_small(line, at) and _is_abstract(line.lows[at])
    return worded or names_thing(line, first, last) or is_time(line, first, last)


def announces_nobody(line: Line, first: int, last: int, sentence: tuple[int, int]) -> bool:
    """Tell "Then a bow to the crowd:", with neither a verb nor people or papers, from "The mayor adds:"."""
    at = _find_noun(line, first, last)
    low = line.lows[at]
    return names_thing(line, first, last) or (
        _is_small(line, at) and not _is_known(low) and not holds_verb(line, *sentence)
    )


def names_who_can_speak(line: Line, first: int, last: int) -> bool:
    """Tell people, bodies, papers and names, which may say what no cue ties to anybody, from all other nouns."""
    at = _find_noun(line, first, last)
    low = line.lows[at]
    listed = low in load_senses().speaking or ABSTRACT_ENDING.search(low) is not None
    opening = at == first and is_opening(line, at) and listed and low not in given_names()
    if not (_is_small(line, at) or (opening and line.words[at] not in load_list("family_names"))):
        return not is_time(line, first, last)
    noun = load_senses().nouns.get(low)
    return _is_known(low) or low in STANDING or (noun is not None and noun.kind in ("person", "group"))


def _is_known(low: str) -> bool:
    """Tell people, bodies and papers, one or several, which can speak, by the noun alone."""
    return not SPEAKING.isdisjoint((low, low.removesuffix("s"))) or is_person_noun(low.removesuffix("s"))


def _is_small(line: Line, at: int) -> bool:
    """Tell a common noun from a name: a word in small letters, a plural that opens a sentence (Prices), the URL."""
    word, low = line.words[at], line.lows[at]
    if word[0].islower() or word.isupper():
        return word[0].islower() or low in THINGS
    opens = low.endswith("s") and is_opening(line, at) and word not in load_list("family_names")
    return opens and not is_capital_within(line, at)


def _find_noun(line: Line, first: int, last: int) -> int:
    """Find the noun at the head of a phrase; of a part, the noun of what it is a part of."""
    at = _locate_noun(line, first, last)
    while line.lows[at] in SHARES and at + 2 < last and line.lows[at + 1] == "of" and line.lows[at - 1] != "the":
        at = _locate_noun(line, at + 2, last)
    return at


def _locate_noun(line: Line, first: int, last: int) -> int:
    at = locate_head_end(line, first, last) - 1
    while at > first and (is_adverb(line.lows[at]) or line.lows[at] in MONTHS):
        at -= 1
    return at


@lru_cache(maxsize=MOST_KEPT)
def _is_abstract(low: str) -> bool:
    """Tell a question, an agreement and a proposal, which are words or deeds, from bodies and papers."""
    noun = load_senses().nouns.get(low)
    return noun is not None and noun.kind in ABSTRACT and SPEAKING.isdisjoint((low, low.removesuffix("s")))


@lru_cache(maxsize=MOST_KEPT)
def is_thing(low: str) -> bool:
    """Tell a case, her cruelty and their attention from a nurse, the administration and a poll."""
    if low in THINGS:
        return True
    return low in load_senses().things and SPEAKING.isdisjoint((low, low.removesuffix("s")))
