"""What a subject's own clauses hang on: "An editorial printed during the holidays [told]" is the editorial."""

from __future__ import annotations

from analysis.voices.agreement import STATING
from analysis.voices.cues import load_cues
from analysis.voices.finite_verbs import REPORTING, finite_verbs, holds_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import DAYTIMES, NOWHERE, PERSONS, WALLS, phrase_before
from analysis.voices.senses import load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    ADJECTIVES,
    AUXILIARIES,
    DETERMINERS,
    MESSAGES,
    PREPOSITIONS,
    STUDIES,
    SUBORDINATORS,
    is_adverb,
)

REACH = 16  # tokens that such a clause can hold
RELATIVES = frozenset(["who", "whom", "whose", "which", "that"])
# what a clause begins behind, so that a phrase there is its subject
OPENERS = frozenset([",", "and", "but", "that", "because", "whether", ":", ";", "–", "—", "--", QUOTE])
CLAUSAL = frozenset({"speech", "thought", "hearer", "evidence"})
TIMES = frozenset(["after", "before", "since", "until"])  # prepositions as often as conjunctions
STOPS = (WALLS | SUBORDINATORS | {",", ".", "and", "or", "but", "than"}) - TIMES - RELATIVES - PREPOSITIONS | {"as"}
EVENTS = DAYTIMES | {"holiday", "holidays", "election", "elections", "war", "trial", "vote", "summit", "match"}
LEAST = 4  # tokens of "reports, released yesterday"
LATEST = frozenset(["last", "this", "late", "early", "earlier", "yesterday"])  # released last week
NAMING = frozenset(["named", "called", "identified", "dubbed", "nicknamed", "known"])
# participles that no ending gives away
PARTICIPLES = frozenset(
    [
        *("sent", "held", "made", "built", "led", "found", "left", "run", "shown", "seen", "written", "taken", "given"),
        *("born", "paid", "read", "told", "heard", "brought", "caught", "kept", "lost", "sold", "spent", "set", "put"),
        *("hung", "laid", "sewn", "worn", "torn", "flung", "swept", "dug"),
        *("cut", "won", "bought", "taught", "known", "drawn", "thrown", "grown", "driven", "hit", "hurt", "shot"),
    ]
)
FINDINGS = frozenset(
    ["audit", "inquiry", "review", "investigation", "probe", "survey", "editorial", "leaflet", "column", "note"]
)
DEGREES = frozenset(["best", "better", "less", "least", "most", "more", "well"])
# verbs behind which a clause begins without "that": a man who said the mayor [left], but not one who saw the blast
BARE = frozenset(["say", "claim", "think", "believe", "feel", "hope", "insist", "argue", "add", "fear", "suggest",
    "wish", "complain", "admit", "warn", "swear", "guess", "bet", "assume", "predict", "joke", "report", "note", "tell",
    "deny", "worry", "conclude", "agree", "allege", "imagine", "suspect", "figure", "realise", "realize"])  # fmt: skip
NAMING = frozenset(["named", "called", "identified"])  # a man named Joe Fry is Joe Fry


def find_head(line: Line, phrase: tuple[int, int], end: int, lo: int) -> tuple[int, int]:
    """Find the phrase to which a participle or a relative clause belongs that stands before the verb at `end`.

    phrase: the last one before the verb.
    """
    first, last = phrase
    begun = line.lows[first - 1] if first > lo else ","
    seen_as = begun == "as" and first - 2 > lo and _is_participle(line, first - 2, lo)  # seen as the father of
    seen_as = seen_as and not line.lows[first - 2].endswith("ing")
    serves = begun == "as" and first - 4 > lo and line.lows[first - 3] in ("who", "which", "that")
    seen_as = seen_as or (serves and line.lows[first - 2] in load_senses().verbs)  # who serves as head [said]
    seen_as = seen_as or (first - 2 > lo and _is_measured(line, first - 1))  # less than a mile
    if (begun in STOPS and not seen_as) or begun in REPORTING:  # a note saying the mayor [had told]
        return phrase
    if begun in TIMES and (head := _before_measure(line, first - 1, lo)) != NOWHERE:
        return head
    event = line.words[last - 1] in EVENTS or line.words[last - 1] in load_senses().things  # taken after the storm
    timed = begun in TIMES and last == end and not event  # a few days after Lee [said]
    seen = first if last == end else end  # the leftmost finite verb
    for at in range(last - 1, max(lo, last - REACH), -1):
        low = line.lows[at]
        if seen_as and at == first - 1:
            continue
        joined = low == "and" and at + 1 < first and (_is_participle(line, at + 1, lo) or is_verb(line, at + 1))
        if low in STOPS and not (joined or _is_measured(line, at)):
            break
        if low in ("which", "whom") and line.lows[at - 1] in PREPOSITIONS:
            break  # a week in which the mayor [said]
        if (
            low in RELATIVES
            and not timed
            and (holds_verb(line, at + 1, first) or _is_finite(line, at + 1, last, first))
        ):
            head = _opening_phrase(line, at, lo)
            if head != NOWHERE:
                met = low == "who" and _takes_thing(line, first - 1)
                return phrase if at < first - 1 and not met and _governs_clause(line, first - 1) else head
        elif low in AUXILIARIES:
            seen = at
        elif at < first and seen >= first and _is_participle(line, at, lo):
            head = _opening_phrase(line, locate_degree_start(line, at, lo), lo)
            if head != NOWHERE:
                document = _is_document(line, head)
                named = begun == "by" and line.words[last - 1][0].isupper()  # an email sent by Lee is Lee's
                kept = named if document else timed or _governs_clause(line, at)
                return phrase if kept else head
    return phrase


def _is_measured(line: Line, at: int) -> bool:
    """Tell the "than" of a measure, "who lives less than a mile away [said]", from one that compares."""
    return line.lows[at] == "than" and line.lows[at - 1] in DEGREES


def _before_measure(line: Line, at: int, lo: int) -> tuple[int, int]:
    """Find what a clause begins with before a measured time: "An editorial [two days before the poll] called on"."""
    unit = line.lows[at - 1].removesuffix("s")
    if at - 2 <= lo or not (unit in DAYTIMES or unit in ("day", "hour", "minute")):
        return NOWHERE
    number = line.lows[at - 2] in DETERMINERS or line.lows[at - 2].isdigit()
    return _opening_phrase(line, at - 2, lo) if number else NOWHERE


def locate_degree_start(line: Line, at: int, lo: int) -> int:
    """Step back over "best known for", "widely read", "better known as"."""
    while (
        line.lows[at + 1] != "that" and at - 1 > lo and (line.lows[at - 1] in DEGREES or is_adverb(line.lows[at - 1]))
    ):
        at -= 1
    return at


def _opening_phrase(line: Line, end: int, lo: int) -> tuple[int, int]:
    """Take the phrase before a token if a clause begins with it."""
    first, last = phrase_before(line, end, lo)
    if first < 0 or last != end or line.lows[first] in PERSONS or not line.words[last - 1][0].isalnum():
        return NOWHERE
    begin = first
    while begin > lo and is_adverb(line.lows[begin - 1]):
        begin -= 1  # Nearly a third of those polled by X said
    return (first, last) if begin == lo or line.lows[begin - 1] in OPENERS else NOWHERE


def _is_finite(line: Line, at: int, last: int, first: int) -> bool:
    """Tell the verb of "that broadened its remit" and "who runs it" from "that failed plan"."""
    opening = line.lows[at - 1]
    while at < last and is_adverb(line.lows[at]):
        at += 1
    if at + 1 >= last or not line.words[at][0].islower():
        return False
    low, after = line.lows[at], line.lows[at + 1]
    if low in AUXILIARIES or low in finite_verbs():
        return True
    sense = load_senses().verbs.get(low)
    relative = sense is not None and sense.form == "third" and opening in RELATIVES
    if relative and (opening == "who" or sense.lemma in load_senses().verbal):
        return True  # A man who sells roses
    if line.lows[at - 1] == "who" and (after in DETERMINERS or after in PREPOSITIONS):
        return True  # Experts who follow the bank
    if at == first and low.endswith("ed") and line.lows[at - 1] == "that" and at <= 4:
        return True  # The report that angered ministers [said]
    governs = after in DETERMINERS or after in PREPOSITIONS or line.words[at + 1][0].isupper() or after == "to"
    return governs and (low.endswith("ed") or (at < first and low.endswith("s") and not low.endswith("ss")))


def _is_participle(line: Line, at: int, lo: int) -> bool:
    """Tell "printed in May", "sitting beside her" behind a noun from a finite verb with its helper and from nouns."""
    low, before, after = line.lows[at], line.lows[at - 1], line.lows[at + 1]
    if at <= lo or not line.words[at][0].islower() or low in NAMING or before in AUXILIARIES:
        return False
    if not (
        after in PREPOSITIONS
        or after in DETERMINERS
        or line.words[at + 1][0].isupper()
        or is_adverb(after)
        or after == "aside"
    ):
        return False
    if low.endswith("ing"):
        return len(low) > 5 and after not in ("by", "of") and not before.endswith((*ADJECTIVES, "ed"))
    return (low.endswith("ed") and is_verb(line, at)) or (low in PARTICIPLES and before not in DETERMINERS)


def _governs_clause(line: Line, at: int) -> bool:
    """Tell "Lee said in May the mayor told ...", where a clause begins without a sign; "asked by X" governs none."""
    cue = load_cues().forms.get(line.lows[at])
    if cue is None or not cue.kinds & CLAUSAL or cue.form == "participle":
        return False
    return line.lows[at + 1] != "by" and not (cue.lemma == "ask" and line.lows[at + 1] == "about")


def _takes_thing(line: Line, at: int) -> bool:
    """Tell "who saw the plan [said]" and "who relayed the talk [said]" from "who said the plan [failed]"."""
    cue = load_cues().forms.get(line.lows[at])
    return cue is None or cue.lemma not in BARE


def _is_document(line: Line, phrase: tuple[int, int]) -> bool:
    low = line.lows[phrase[1] - 1]
    return low.endswith(STATING) or low in MESSAGES or low in STUDIES or low in FINDINGS


def locate_end_before_participle(line: Line, first: int, last: int) -> int:
    """Find where "the report, released last week" ends without what was done to it; a man, named Lund, stays whole."""
    if last - first < LEAST or "," not in line.words[first + 1 : last - 1]:
        return last
    comma = line.words.index(",", first + 1)
    done = comma < last and (line.lows[comma + 1].endswith("ed") or line.lows[comma + 1] in PARTICIPLES)
    plain = done and line.words[comma - 1].islower() and line.lows[comma + 1] not in NAMING
    told = plain and (line.lows[comma + 2 : comma + 3] > [""] and line.lows[comma + 2] in PREPOSITIONS | LATEST)
    return comma if told else last
