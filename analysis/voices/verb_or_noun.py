"""Verb or noun: his claims, a recent report and the United States are no cues."""

from __future__ import annotations

from analysis.people.titles import ROLES
from analysis.voices.agreement import ALONE, HELD, NOT_HER, NOUNS, SHORT_ADJECTIVES, SUBJECTS, VERBAL, agrees_not
from analysis.voices.bare_nouns import (
    acts_alone,
    acts_as_noun,
    ends_quotation,
    is_behind_date,
    is_object_noun,
)
from analysis.voices.behind_words import (
    governs_none,
    is_governed_noun,
    is_told_of_several,
    opens_name,
    opens_noun,
    opens_object,
)
from analysis.voices.cues import Cue
from analysis.voices.described_people import is_person_noun
from analysis.voices.finite_verbs import SAYING, contracted
from analysis.voices.lines import Line
from analysis.voices.senses import Sense, load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    ADJECTIVES,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SINGULAR_S,
    is_adverb,
)

JOINTS = frozenset([QUOTE, ",", "–", "-", "—", "--", ":", "?", "!"])  # what may stand before an inverted verb
JOINTS_AND_STOPS = JOINTS | {"."}
YEAR = 4  # digits
EVENTS = frozenset(["hear", "meet", "brief"])
RANKS = frozenset(
    ["first", "second", "third", "last", "next", "other", "latest", "old", "top", "best", "worst", "same"]
)
NO_RANKS = SHORT_ADJECTIVES - RANKS
QUANTIFYING = frozenset(["further", "more", "most", "other", "such", "few", "fewer", "any"])  # further details
POSTING = frozenset(["tweet", "retweet"])
SHOUTING = frozenset(["call", "chant", "cheer", "cry", "scream", "shout", "whisper", "yell"])  # cries of "..."
FINITE = frozenset(["said", "says", "told", "wrote"])  # never anybody's
ACTORS = frozenset(["he", "she", "who"])
DONE_TO = frozenset(["by", "as", "of", "in", "at", "on", "with", "about"])  # he's accused of theft
ASKED = frozenset(["expect", "ask"])  # he's expected to win
BEFORE_ADJECTIVES = frozenset(["a", "an", "the", "this", "every", "another"])  # this telling line
PLURAL_VERBS = (["do"], ["have"], ["are"], ["were"], ["don't"], ["don’t"])
CARING = frozenset(
    ["health", "medical", "child", "day", "patient", "senior", "urgent", "foster", "emergency", "dental", "intensive"]
)
OBJECT_ONLY = frozenset(["question", "detail"])  # of which "about" and "on" follow the noun alone
GOVERNING = frozenset(["in", "for", "of", "with", "about", "at", "from", "over", "despite", "amid", "against", "under"])
NAMED = frozenset(
    ["hear", "find", "meet", "brief", "post", "read", "rule"]
)  # whose -ing form is a noun: a Senate hearing


def is_noun(line: Line, at: int, lo: int, cue: Cue | Sense) -> bool:
    """Tell his claims, the United States and a recent report from verbs; asked thrice, by cues, states and weights."""
    asked = at, lo, cue.form, cue.lemma
    if asked not in line.nouns:
        line.nouns[asked] = _is_noun(line, at, lo, cue)
    return line.nouns[asked]


def _is_noun(line: Line, at: int, lo: int, cue: Cue | Sense) -> bool:
    if line.words[at][0].isupper() and line.lows[at + 1 : at + 2] and line.words[at + 1] in SAYING:
        return True  # Read said
    if at == lo:
        return cue.form in ("base", "third")
    told, before = _tell_by_letters(line, at, lo, cue), line.lows[at - 1]
    if told is None and (before in POSSESSIVES or "'" in before or "’" in before):
        told = _tell_by_owner(line, at, lo, cue)
    told = _tell_by_company(line, at, lo, cue) if told is None else told
    if told is not None:
        return told
    if cue.form in ("past", "participle"):
        return _is_described(line, at, lo)
    if cue.form == "ing":
        return _is_gerund(line, at, lo, cue)
    if cue.form == "third" and line.lows[at + 1 : at + 3] == ["of", QUOTE] and cue.lemma in SHOUTING:
        return True  # to cheers and cries of "..."
    if cue.lemma in NOUNS and is_object_noun(line, at, lo, cue):
        return True
    after, at = at + 1, at - 1
    while at > lo and is_adverb(line.lows[at]) and line.lows[at] not in PERSONAL:
        at -= 1
    return agrees_not(line, at, cue, after)


def _tell_by_letters(line: Line, at: int, lo: int, cue: Cue | Sense) -> bool | None:
    """Tell a noun from a verb by a capital, a quotation beside it or what only a noun stands beside; None if none."""
    before, word = line.lows[at - 1], line.words[at]
    if cue.form == "base" and cue.lemma not in VERBAL and _has_verb_behind(line, at):
        return True
    if cue.form == "base" and cue.lemma == "state" and (before in CONJUNCTIONS or before in PREPOSITIONS - {"to"}):
        return True  # town halls and state fairs
    if cue.form == "other" or (line.runs and ends_quotation(line, at, lo, cue)):
        return False
    if cue.lemma in POSTING and cue.form == "past" and word[0].isupper():
        return before in DETERMINERS or before in POSSESSIVES  # however it is written: Lee Tweeted that
    if word[0].isupper() and _stands_within(line, at, cue) and not _is_in_heading(line, at):
        return True  # but a heading's "Lee Says He Will Go"
    if before == QUOTE and cue.form == "third" and _names_words(line, at, cue):
        return True
    if cue.lemma == "care" and before in CARING:
        return True  # the health care law
    if cue.form == "third" and cue.lemma in OBJECT_ONLY and line.lows[at + 1 : at + 2] in (["about"], ["on"]):
        return True  # tough questions about
    return True if cue.form == "third" and line.lows[at + 1 : at + 3] == ["like", QUOTE] else None  # terms like "..."


def _tell_by_owner(line: Line, at: int, lo: int, cue: Cue | Sense) -> bool | None:
    """Tell a noun from a verb by whose it is: Lund's claims, but Moody's said; None if it is nobody's."""
    before = line.lows[at - 1]
    owned = before.endswith(("'s", "’s", "s'", "s’"))
    if owned and cue.form == "ing" and acts_as_noun(line, at):
        return True
    if not owned:
        return cue.form != "ing" or before in NOT_HER if before in POSSESSIVES else None
    if line.words[at] in FINITE and line.words[at - 1][0].isupper() and not contracted(before):
        return False  # Moody's said
    if cue.form in ("past", "participle") and contracted(before) in ACTORS:
        return not _has_done(line, at + 1, cue)
    if cue.form == "ing" and line.words[at][0].islower() and opens_noun(line, at + 1):
        return True  # Kent's ruling party
    if cue.form == "past" and _is_double_genitive(line, at, lo):
        return False
    return cue.form != "ing" or before in NOT_HER


def _tell_by_company(line: Line, at: int, lo: int, cue: Cue | Sense) -> bool | None:
    """Tell a noun from a verb by a date, a number or a count beside it, or by the verb behind it; None if none."""
    before, word = line.lows[at - 1], line.words[at]
    if cue.form == "ing" and cue.lemma in NAMED and at + 1 < len(line.words):
        named = line.words[at - 1][0].isupper() or before in DETERMINERS or before.endswith(ADJECTIVES)
        return word[0].islower() and (named or (cue.lemma in EVENTS and _is_event(line, at)))
    if cue.lemma == "reason" and line.lows[at + 1 : at + 2] in (["to"], ["why"], ["for"], ["behind"]):
        return True
    if cue.form == "third" and is_behind_date(line, at, lo):
        return True
    if before in QUANTIFYING and cue.form in ("base", "third"):
        alone = before in ALONE and cue.form == "base" and line.lows[at + 1 : at + 2] > [""]
        return not (alone and opens_object(line, at + 1))
    if cue.form in ("past", "participle"):
        if acts_alone(line, before, at):
            return False  # Another said; the second accused the mayor
        if before in GOVERNING and line.lows[at] not in SAYING and opens_noun(line, at + 1):
            return True  # in reported losses, for alleged fraud
        joined = cue.form == "past" and before == "and" and _joins_participles(line, at, lo)
        return True if joined or _describes(line, at) else None  # the delayed and disputed results
    if cue.form != "third" or cue.lemma in VERBAL:
        return None
    supposed = before not in RELATIVES and before not in PERSONAL
    if cue.lemma in load_senses().nouns and is_governed_noun(line, at):
        return True
    return True if governs_none(line, at + 1) or (supposed and _acts_behind(line, at, lo, cue)) else None


def _acts_behind(line: Line, at: int, lo: int, cue: Cue | Sense) -> bool:
    """Tell a noun by the verb that it governs: the city's rules should, its plans "are dead", the Hale documents do."""
    after = line.lows[at + 1 : at + 2]
    if line.words[at - 1][0].islower() and MODALS.intersection(after) - {"to"}:
        return True
    if cue.lemma in NOUNS and is_told_of_several(line, at + 1):
        return True
    return after in PLURAL_VERBS and _is_named_plural(line, at, lo)


def _is_described(line: Line, at: int, lo: int) -> bool:
    """Tell a participle behind an article from a verb in the past: the new proposed law."""
    before, said = line.lows[at - 1], line.lows[at] in SAYING
    while at > lo + 1 and (is_adverb(before) or before in ("first", "second")):
        at, before = at - 1, line.lows[at - 2]
    described = before in NO_RANKS and line.lows[at - 2] in DETERMINERS
    alone = before in ALONE or (before == "another" and said)  # another reportedly said
    return (described and line.lows[at] not in SAYING) or (before in DETERMINERS and not alone)


def _is_gerund(line: Line, at: int, lo: int, cue: Cue | Sense) -> bool:
    """Tell a noun or what describes one, "this telling line", from what somebody does: an aide telling him."""
    if at + 1 < len(line.words) and (line.lows[at + 1] in SUBJECTS or line.lows[at + 1] == "that"):
        return False
    before = line.lows[at - 1]
    adjective = before.endswith(ADJECTIVES) and not (cue.lemma == "say" and before in load_senses().nouns)
    body = cue.lemma == "say" and line.words[at - 1].isupper()  # after a visit to the FBI saying
    named = line.words[at - 1][0].isupper() and not body
    adjective = adjective or named or before in ("old", "common")
    if before in ("same", "most"):
        return True  # the most revealing moment
    return before in BEFORE_ADJECTIVES or (adjective and at - 1 > lo and line.lows[at - 2] in ("a", "an", "the"))


def _has_verb_behind(line: Line, at: int) -> bool:
    """Tell "the jobs report was" from "what critics claim is": a verb stands right behind a noun."""
    if at + 1 == len(line.lows) or line.lows[at + 1] not in ("is", "was", "were", "are"):
        return False
    before = line.lows[max(0, at - 6) : at]
    alone = line.lows[at - 1] not in PERSONAL and line.lows[at - 1] not in MODALS and line.lows[at] != "ask"
    return alone and {"what", "as", "which", "who", "whom"}.isdisjoint(before)


def _joins_participles(line: Line, at: int, lo: int) -> bool:
    """Tell what two participles or adjectives describe, "the delayed and [disputed] results", from two verbs."""
    if at - 3 < lo or at + 1 >= len(line.words) or line.lows[at - 3] not in DETERMINERS:
        return False
    beside, after = line.lows[at - 2], line.lows[at + 1]
    described = (beside.endswith("ed") or beside.endswith(ADJECTIVES)) and line.lows[at] not in SAYING
    return described and after[0].isalpha() and not (opens_object(line, at + 1) or after in PREPOSITIONS)


def _is_event(line: Line, at: int) -> bool:
    """Tell "during a press briefing Tuesday" from "an aide briefing the press"."""
    before, after = line.lows[at - 1], line.lows[at + 1]
    plural = before.endswith("s") and not before.endswith("ss")
    somebody = before in ROLES or is_person_noun(before)
    known = before in load_senses().nouns or before in load_senses().things or before in load_senses().speaking
    known = known and before not in AUXILIARIES  # whose "are" measures land
    return known and not (plural or somebody) and not (after in DETERMINERS or after == "that")


def _is_named_plural(line: Line, at: int, lo: int) -> bool:
    """Tell "the Hale [documents] do not", what belongs to a name, from "what Hale [documents] are lies"."""
    before = at - 2
    return before >= lo and line.words[at - 1][0].isupper() and line.lows[before] in DETERMINERS


def _names_words(line: Line, at: int, cue: Cue | Sense) -> bool:
    """Tell the noun of loud "Go home!" [chants], "girls" [labels] on shirts, from "...," [shouts] Lee."""
    if cue.lemma in SHOUTING:
        return not opens_name(line, at + 1)
    after = at + 1 + (line.lows[at + 1 : at + 2] > [""] and line.lows[at + 1].endswith("ed"))  # fears fueled by
    hangs = after < len(line.lows) and line.lows[after] in PREPOSITIONS
    run = line.runs.get(at - 1)
    return cue.lemma in NOUNS and hangs and run is not None and line.text[run.end - 1].isalnum()


def _has_done(line: Line, after: int, cue: Cue | Sense) -> bool:
    """Tell the "has" of "he's said it rains", "who's argued for years that" from the "is" of "he's said to be rich"."""
    low = line.lows[after] if after < len(line.lows) else "."
    if low == "to":
        return isinstance(cue, Cue) and "wish" in cue.kinds and cue.lemma not in ASKED
    if not low[0].isalnum() or low in DONE_TO:
        return False
    return isinstance(cue, Cue) or opens_object(line, after) or low in PERSONAL or contracted(low) != ""


def _stands_within(line: Line, at: int, cue: Cue | Sense) -> bool:
    """Tell a word behind another one from what a mark or a full stop parts from it."""
    if line.words[at - 1] not in JOINTS_AND_STOPS:
        return True
    listed = cue.form == "base" and line.words[at + 1 : at + 2] > [""] and line.words[at + 1][0].isupper()
    return line.words[at - 1] == "," and (_is_title(line, at) or listed)  # JP Morgan, Credit Suisse


def _is_title(line: Line, at: int) -> bool:
    """Tell ", Judge Ann Lee said" from what opens a line."""
    return line.lows[at] in ROLES and line.words[at + 1 : at + 2] > [""] and line.words[at + 1][0].isupper()


def _is_in_heading(line: Line, at: int) -> bool:
    """Tell "Lee Says He Will Go" from Port Said."""
    if line.words[at] not in ("Says", "Said") or not line.words[at - 1][0].isupper():
        return False  # sniffs Said Omar
    after = line.words[at + 1 : at + 2]
    return bool(after) and (after[0][0].isupper() or after[0] == QUOTE)


def _is_double_genitive(line: Line, at: int, lo: int) -> bool:
    """Read "a friend of Ms Quill's said": what stands before the verb owns nothing."""
    first = at - 1
    while first > lo and line.words[first - 1][0].isupper():
        first -= 1
    return first - 1 > lo and line.lows[first - 1] == "of" and line.lows[at] in SAYING


def _describes(line: Line, at: int) -> bool:
    """Tell the participle of "in pledged delegates" and "300 proposed cuts" from the verb of "he worked with said"."""
    before, after = line.lows[at - 1], line.lows[at + 1] if at + 1 < len(line.lows) else "."
    held = before in HELD or before == "of" or (before.replace(",", "").isdigit() and len(before) != YEAR)
    plural = after.endswith("s") and not after.endswith(("ss", "'s", "’s")) and after not in SINGULAR_S
    return held and plural and line.lows[at] not in SAYING and after not in DETERMINERS and after not in AUXILIARIES
