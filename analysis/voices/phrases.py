"""Noun phrases that end at a token: where the words that name somebody start, without a parser."""

from __future__ import annotations

from functools import lru_cache

from analysis.people.titles import ROLES, TITLES
from analysis.voices.described_people import is_plural_of_people
from analysis.voices.finite_verbs import MOST_KEPT, is_capital_inside, is_verb, verb_by_itself
from analysis.voices.inner_verbs import INSIDE, can_be_predicate, is_helped, is_predicate, points
from analysis.voices.leading_verbs import is_leading_verb
from analysis.voices.lines import Line, is_short_run
from analysis.voices.senses import can_be_noun, load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    NEGATIONS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PREPOSITIONS,
    STUDIES,
    SUBORDINATORS,
    is_adverb,
)

NEAR = 8  # tokens looked at for what stands close by
REACH = 40  # tokens looked at on either side of a cue
NOWHERE = (-1, -1)
WALLS = frozenset(":;—–()[]!?") | {QUOTE, "--", "…", "..."}
POINTERS = frozenset(["this", "that", "these", "those", "one"])  # pronouns that are determiners too
PERSONS = PERSONAL - POINTERS
HOOKS = frozenset(  # nouns that are no part of what follows them, and behind which a clause begins without "that"
    ["thing", "things", "something", "anything", "everything", "reason", "reasons", "way", "ways", "move", "step",
    "steps", "approach", "idea", "time", "requirements"]
)  # fmt: skip
DAYTIMES = frozenset(
    [
        *("week", "quarter", "decade", "month", "year", "night", "morning", "afternoon", "evening", "weekend"),
        *("fall", "spring", "summer", "winter"),
    ]
)
ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my"])  # with which a phrase begins
OPENING = frozenset(["the", "a", "an"])
BEFORE_ARTICLES = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | frozenset(["half", "such", "what", "quite"])
MONTH_NAMES = frozenset(["may", "april", "june", "august", "march"])  # that are names of persons too
NO_NOUNS = BEFORE_ARTICLES | OBJECT_PRONOUNS  # told us the storm passed
NAMED_TOO = frozenset(["will", "may", "can", "might", "must"])
ASKING = AUXILIARIES - NAMED_TOO  # what a question begins with, and no name
SET_OFF = frozenset(["jr", "sr", "inc", "ltd", "llc", "plc"])  # that a comma parts from the name: Holt Steel, Inc.
FRONTING = PREPOSITIONS - SUBORDINATORS  # In its ruling, the court
MARKED = 4  # letters, and one more, of what counts the parts of a list: (b), (iii)
SHOWING = frozenset(["shows", "finds"])
MORE = frozenset(["most", "more"])
ADDRESSING = frozenset(["Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Ms.", "Miss"])
SURE = frozenset(["sure", "afraid", "glad", "certain", "confident"])  # behind which a clause may begin without "that"
NEAREST = frozenset(["this", "last", "next", "earlier"])  # week, month
DROPPED = CONJUNCTIONS | NEGATIONS | MONTHS | (ADVERBS - MORE)  # what stands before a phrase: But, Later, Monday
DESCRIBING = frozenset(["outside", "inside", "past", "opposite", "near"])  # prepositions: an outside adviser
CLOSE = frozenset(  # a source close to X, a strategist with ties to X
    [*("close", "loyal", "familiar", "sympathetic", "opposed", "allied", "related"), *("ties", "links", "access")]
)
SENT = frozenset(  # an aide to X, the ambassador to Y
    ["adviser", "advisers", "advisor", "advisors", "aide", "aides", "ambassador", "ambassadors", "envoy", "envoys"]
)


def phrase_before(line: Line, end: int, lo: int) -> tuple[int, int]:
    """Take the noun phrase that ends before token `end`; NOWHERE if there is none."""
    floor = max(lo, end - REACH)
    at = end = _over_bracket(line, end, floor)
    if end <= floor:
        return NOWHERE
    if line.lows[at - 1] in PERSONS:
        return (at - 1, at)
    words = line.words
    while at > floor:
        sure = _starts_alone(words[at - 1])
        if sure or (sure is None and _starts_beside(line, at - 1, floor, end)):
            break
        at -= 1
        if at > floor + 1 and words[at] == words[at - 1] and words[at][0].isupper() and words[at - 2][0].isupper():
            break  # the fleet of Ann Lee [Lee] waves
        if at > floor and line.words[at] in ADDRESSING and _is_no_person(line, at - 1):
            break  # a bill of the sort [Mr. Lund] wants
        if at > floor + 1 and words[at - 1] in HOOKS and _begins_contact(line, at):
            break  # a move [critics] called
        if at > floor and (
            _ends_before(line, at, lo) if line.lows[at] in OPENING else line.lows[at] in ARTICLES and _is_step(line, at)
        ):
            break
    first, last = _strip_front(line, at, end)
    return first + (first >= 0 and is_leading_verb(line, first, last, lo)), last


def _begins_contact(line: Line, at: int) -> bool:
    """Tell a clause without "that" behind such a noun, "one reason [Kent rowers] left", from the rest of a phrase."""
    alone = line.words[at - 1].endswith("thing")
    held = line.lows[at - 2] in DETERMINERS or line.lows[at - 2] in (
        "first",
        "last",
        "another",
        "other",
        "main",
        "only",
    )
    somebody = line.words[at][0].isupper() or line.lows[at] in DETERMINERS or is_plural_of_people(line.lows[at])
    return (alone or held) and (somebody or line.lows[at] in ("people", "women", "men", "children", "kids"))


def _ends_before(line: Line, at: int, lo: int) -> bool:
    """Tell an article behind which a phrase begins: what stands before it is another one, or a verb: mirrors the."""
    verb = load_senses().verbs.get(line.words[at - 1])
    if verb is not None and verb.form in ("third", "past") and line.words[at - 1] not in BEFORE_ARTICLES:
        return True
    return _ends_another(line, at - 1) or _is_fronted(line, at, lo) or _begins_clause(line, at)


def _is_fronted(line: Line, at: int, lo: int) -> bool:
    """Tell a phrase with a preposition that opens a sentence, before an article: "In its ruling the court [said]"."""
    plain = line.words[at - 1].islower() or at - 2 == lo  # On Twitter the singer
    noun = line.words[at - 1].isalpha() and plain and line.lows[at - 1] not in BEFORE_ARTICLES
    near = lo < at - 1 <= lo + 3 and line.lows[lo] in FRONTING
    gerund = at - 2 == lo and line.lows[at - 1].endswith("ing")  # In bringing the paper, ...
    return noun and near and not gerund and "," not in line.words[lo:at]


def _begins_clause(line: Line, at: int) -> bool:
    """Tell a clause without "that" behind a noun: "the leverage [the mayor seeks]"."""
    before, senses = line.words[at - 1], load_senses()
    if _is_step(line, at):
        return True
    return line.words[at] == "the" and can_be_noun(before) and before not in senses.verbs and before not in NO_NOUNS


def _is_no_person(line: Line, at: int) -> bool:
    """Tell a noun that is neither a role nor a person: behind it a title opens a phrase of its own."""
    low = line.words[at]
    senses = load_senses()
    return (low in senses.things or (low in senses.speaking and low not in ROLES)) and not low.endswith("ing")


def _is_step(line: Line, at: int) -> bool:
    """Tell a clause behind "a step" and its like from the rest of a phrase: "a step [the report] says will"."""
    before = line.words[at - 1]
    return at > 1 and line.lows[at - 2] in ("a", "an") and before.isalpha() and before not in BEFORE_ARTICLES


def _ends_another(line: Line, at: int) -> bool:
    """Tell a day before an article, where another phrase has ended: "on Monday the mayor [said]"."""
    low = line.lows[at]
    return low in MONTHS or low in DAYTIMES or low.isdigit() or low in ("ago", "time", "day")


def _over_bracket(line: Line, end: int, floor: int) -> int:
    """Step left over "(R-Fla.)"."""
    if end - 1 > floor and line.words[end - 1] == ")":
        for at in range(end - 2, max(floor, end - 12), -1):
            if line.words[at] == "(":
                return at
    return end


def _starts_beside(line: Line, at: int, floor: int, end: int) -> bool:
    """Tell whether the token cannot belong to the noun phrase that follows it, for one of which the word tells not."""
    low = line.lows[at]
    if low == QUOTE:
        called = at > floor and line.lows[at - 1] in ("a", "an") and line.text[line.runs[at].end - 1] in "!?"
        described = is_short_run(line, at) or called  # a "Go!" sign
        return not (at + 1 < end and line.words[at + 1][0].islower() and described)
    if is_verb(line, at) or is_predicate(line, at) or (low in SHOWING and _is_shown(line, at)):
        return True
    if low in DESCRIBING:
        return at <= floor or line.lows[at - 1] not in OPENING
    if low in SURE:  # I'm sure [many people] think
        return at > floor and line.lows[at - 1] not in DETERMINERS and line.lows[at + 1] in DETERMINERS
    if low in ("and", "but", "or"):
        return not joins_names(line, at, floor, end)
    if low == ",":
        return not (at + 1 < end and line.lows[at + 1] in SET_OFF)
    if low == ".":
        return not (at > floor and line.words[at - 1][0].isupper())
    if low == "that":
        return at <= floor + 1 or not points(line, at)
    if low == "out":  # exit polls out of Kent
        return at <= floor or line.lows[at + 1] != "of" or not line.lows[at - 1].endswith("s")
    return low in PERSONS


def _is_shown(line: Line, at: int) -> bool:
    """Tell the verb of "The survey also shows [most] think" from TV shows."""
    noun = at - 1 - (at > 1 and is_adverb(line.lows[at - 1]))
    return noun > 0 and line.lows[noun] in STUDIES and line.words[at].islower()


@lru_cache(maxsize=MOST_KEPT)
def _starts_alone(word: str) -> bool | None:
    """Whether a word cannot belong to the noun phrase that follows it; None if what stands beside it tells."""
    low, verb = word.lower(), verb_by_itself(word)
    if low in (QUOTE, "that", "out"):
        return None
    if low == ")":
        return False
    if (
        low in ("who", "whom", "whose", "which")
        or (low in WALLS and low != "(")
        or (low in SUBORDINATORS and low not in INSIDE)
        or (low in PREPOSITIONS and low not in INSIDE and low not in DESCRIBING)
        or verb
    ):
        return True
    open_ = verb is None or low in ("and", "but", "or", ",", ".") or low in DESCRIBING or low in SURE
    open_ = open_ or low in SHOWING or can_be_predicate(word)
    return None if open_ else low in PERSONS


def joins_names(line: Line, at: int, floor: int, end: int) -> bool:
    """Tell the "and" of "Trump and Clinton", "Judge Lund and lawyer Ann Roth" from one between clauses."""
    if line.lows[at] != "and" or not floor < at < end - 1 or not line.words[at - 1][0].isupper():
        return False
    called = line.lows[at + 1] in ROLES and at + 2 < end and line.words[at + 2][0].isupper()
    return line.words[at + 1][0].isupper() or line.lows[at + 1] == "fellow" or called


def _strip_front(line: Line, at: int, end: int) -> tuple[int, int]:
    """Drop what stands before a noun phrase: But, Later, On Monday."""
    while at < end:
        low = line.lows[at]
        if at + 2 < end and line.words[at + 1] == ")" and len(low) < MARKED:
            at += 2  # (b) Lund had told
            continue
        if at == end - 1 and low in MONTH_NAMES and line.words[at][0].isupper():
            break  # May said
        if at == end - 1 and is_adverb(low) and is_capital_inside(line, at):
            break  # Long said
        if at + 1 < end and ((low == "both" and _are_two(line, at + 1, end)) or _counts(line, at)):
            break
        if (low in PREPOSITIONS and at + 1 < end and line.lows[at + 1] in MONTHS) or is_measure(line, at):
            at += 2
        elif low in NEAREST and at + 2 < end and line.words[at + 1] in DAYTIMES:
            at += 2  # This week [Chicago's Channel 7] reported
        elif low == "including" or (low == "to" and at and line.lows[at - 1] == "up"):
            at += 1  # Up to forty nurses [said]; including Lee, who [said]
        elif at + 1 < end and (_asks(line, at) or is_helped(line, at)):
            at += 1  # Did Lund [know]; That did not satisfy Lund, who [said]
        elif low in DROPPED or low in ",.-'’()" or (is_adverb(low) and low not in MORE and _is_no_name(line.words[at])):
            at += 1
        elif low in PREPOSITIONS:
            return _after_preposition(line, at, end)
        else:
            break
    return (at, end) if at < end else NOWHERE


def _asks(line: Line, at: int) -> bool:
    """Tell "Did Lund [know]" from Will Lund; "Will rowers [agree] ...?" asks where its sentence does."""
    if line.lows[at] in ASKING or line.lows[at] not in NAMED_TOO:
        return line.lows[at] in ASKING and line.words[at][0].isupper()
    if not line.words[at][0].isupper() or (at and line.words[at - 1] not in (".", "?", "!", QUOTE)):
        return False
    ends = (line.words[here] for here in range(at + 2, min(at + REACH, len(line.words))) if line.words[here] in ".?!")
    return next(ends, ".") == "?"


def _are_two(line: Line, first: int, end: int) -> bool:
    """Tell the two of "both [sides] said" from those of "both Lee and Roth said", "who both left"."""
    return "and" not in line.lows[first:end] and line.lows[first] not in DETERMINERS and not is_verb(line, first)


def _counts(line: Line, at: int) -> bool:
    """Tell "all of the nurses", "almost all of them" from the adverb of "they all left"."""
    return line.lows[at] == "all" and line.lows[at + 1] == "of"


def is_measure(line: Line, at: int) -> bool:
    """Tell "at least" and "at most", which stand before a number of people."""
    return line.lows[at] == "at" and line.lows[at + 1 : at + 2] in (["least"], ["most"])


def _is_no_name(word: str) -> bool:
    """Tell "ultimately" and "Certainly", with which a sentence begins, from Kelly."""
    return word[0].islower() or word.lower() in load_senses().adjectives


def _after_preposition(line: Line, at: int, end: int) -> tuple[int, int]:
    """Find the subject in "In Iowa Mr. Trump [said]"; "at times [said]" has none."""
    first = end
    while first > at + 1 and (line.words[first - 1][0].isupper() or line.words[first - 1] == "."):
        first -= 1
    if first > at + 1 and line.lows[first - 1] in PREPOSITIONS:
        return NOWHERE  # with the University of Ohio
    titled = next((here for here in range(first, end) if line.lows[here] in TITLES), first)
    if titled > at + 1:
        return (titled, end) if titled < end else NOWHERE
    return NOWHERE
