"""Things that are no speakers: a case raises questions, a pattern suggests, a video shows somebody at work."""

from __future__ import annotations

from analysis.voices.cues import Attribution
from analysis.voices.described_speakers import locate_head_end
from analysis.voices.lines import Line
from analysis.words.classes import is_adverb

PICTURES = frozenset(
    [
        *("video", "videos", "clip", "clips", "footage", "photo", "photos", "photograph", "photographs", "image"),
        *("images", "picture", "pictures", "recording", "recordings", "map", "maps"),
    ]
)
THINGS = frozenset(  # that no ending gives away
    [
        *("case", "cases", "pattern", "patterns", "incident", "incidents", "event", "events", "episode", "trend"),
        *("trends", "move", "moves", "change", "changes", "attack", "attacks", "death", "deaths", "crisis", "war"),
        *("link", "links", "url", "behavior", "behaviour", "timing", "absence", "lack", "rise", "fall", "increase"),
        *("scandal", "disaster", "accident", "crash", "outbreak", "failure", "delay", "loss", "success", "bigotry"),
        *(
            "shooting",
            "killing",
            "outcome",
            "situation",
            "thing",
            "things",
            "fact",
            "facts",
            "nature",
            "history",
            "sort",
            "kind",
        ),
    ]
)
ABSTRACT = ("ness", "ity", "tion", "sion", "ism", "ence", "ance", "ship", "ment")
BODIES = (  # of these endings, who do speak
    *("administration", "commission", "organization", "organisation", "opposition", "delegation", "university"),
    *("community", "authority", "majority", "minority", "coalition", "corporation", "foundation", "institution"),
    *("federation", "association", "prosecution", "nation", "leadership", "city", "charity", "mission", "division"),
    *("government", "department", "parliament", "regiment", "management", "establishment", "alliance", "audience"),
    *("conference", "union", "faction", "legation", "station", "celebrity", "facility", "deputation", "entity"),
    *("membership", "constitution", "resolution", "petition", "publication", "declaration", "document", "statement"),
    *("agreement", "indictment", "amendment", "edition", "question", "evidence", "section", "generation", "population"),
    *("intelligence", "defence", "defense", "ambulance", "confession", "production", "notation", "advertisement"),
    *("witness", "business", "enforcement", "insurance", "movement", "legislation", "television", "congregation"),
    *("convention", "township", "dealership", "partnership", "fraternity", "humanity", "settlement", "regulation"),
    *("judgment", "judgement", "assessment", "investigation", "commandment", "utility", "security"),
)


def has_thing_subject(line: Line, attribution: Attribution) -> bool:
    """Tell "the pattern suggests that it rains", which nobody says, from "the nurse suggests that it rains".

    A video says that Lee left, but where it shows Lee at work nobody speaks.
    """
    noun = _find_noun(line, attribution.subject)
    shown = noun in PICTURES and attribution.cue.lemma in ("show", "depict", "capture")
    return is_thing(noun) or (shown and line.lows[attribution.last : attribution.last + 1] != ["that"])


def _find_noun(line: Line, subject: tuple[int, int]) -> str:
    """Return the noun at the head of a subject without names; "" if there is none."""
    first, last = subject
    if first < 0 or any(word[0].isupper() and not word.isupper() for word in line.words[first + 1 : last]):
        return ""
    head = locate_head_end(line, first, last) - 1
    while head > first and is_adverb(line.lows[head]):
        head -= 1
    named = line.words[head][0].isupper() and not (line.words[head].isupper() and line.lows[head] in THINGS)  # the URL
    return "" if named else line.lows[head]


def is_thing(low: str) -> bool:
    """Tell a case, her cruelty and their decision from a nurse and the administration."""
    return low in THINGS or (low.endswith(ABSTRACT) and not low.endswith(BODIES) and len(low) > 5)
