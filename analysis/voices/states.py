"""Cues that are no verbs: nouns (his claim that, criticism of) and adjectives (is sure that, was critical of)."""

from __future__ import annotations

from analysis.people.lists import load_list
from analysis.voices.cues import Attribution, Cue, Cues
from analysis.voices.described_people import is_person_noun, is_plural_of_people
from analysis.voices.finite_verbs import contracted, is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import DAYTIMES, NOWHERE, phrase_before
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.senses import load_senses
from analysis.voices.subjects import subject_before
from analysis.voices.verb_or_noun import JOINTS, is_noun
from analysis.words.classes import (
    ADJECTIVES,
    AUXILIARIES,
    BE,
    BODIES,
    CONJUNCTIONS,
    COPULAS,
    DETERMINERS,
    EXPRESSING,
    MATTERS,
    MODALS,
    MONTHS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

SPEECH = frozenset({"speech"})
ATTITUDE = frozenset({"thought", "wish", "stance"})
TOPICAL = frozenset(["about", "against", "for", "of", "on", "over", "regarding", "toward", "towards", "to"])
# verbs that nearly always have an object, so that without one a relative clause has it: the threat that Lee poses
TAKING = frozenset([
    "pose", "poses", "posed", "make", "makes", "made", "face", "faces", "faced", "raise", "raises", "raised",
    "issue", "issues", "issued", "have", "has", "had", "hold", "holds", "held", "share", "shares", "shared",
    "voice", "voices", "voiced", "express", "expresses", "expressed", "give", "gives", "gave", "get", "gets",
    "got", "receive", "receives", "received", "send", "sends", "sent", "present", "presents", "presented", "put",
    "puts", "cause", "causes", "caused", "take", "takes", "took", "reject", "rejects", "rejected", "publish",
    "published", "submit", "submitted", "bring", "brings", "brought", "offer", "offers", "offered", "lodge",
    "lodged", "filed", "file", "files", "level", "levelled", "leveled", "repeat", "repeats", "repeated",
    "advanced", "championed", "disavowed", "drafted", "embraced", "espoused", "outlined", "pushed", "unveiled",
    "deliver", "delivers", "delivered", "keep", "keeps", "kept", "wrote",
])  # fmt: skip
OBLIGED = frozenset(["have", "has", "had", "get", "gets", "got"])
NEAR = 8  # tokens of such a clause
ANSWERS = frozenset(["answer", "message", "response"])  # in response to a letter
HAVING = frozenset(["has", "have", "had", "having", "with", "won", "gained"])
TIMES = frozenset(["after", "before", "since", "amid", "despite"])  # came after claims that
PUBLISHED = frozenset(["published", "released", "issued", "written", "conducted", "compiled", "prepared", "authored"])
FIRMS = frozenset(["estate", "office", "campaign", "team", "company", "firm", "party", "staff", "lawyer", "family"])
PLACING = frozenset(["at", "in", "on", "during"])  # his statement at the office that
GENITIVES = ("'s", "’s", "s'", "s’")


def find_state(line: Line, at: int, lo: int, hi: int, cues: Cues) -> Attribution | None:
    """Read a noun or an adjective with what it governs behind it as a cue; None if it is none."""
    low = line.lows[at]
    if not (low in cues.nouns or low in cues.attitudes or low in cues.matters):
        return None
    if at > lo and line.lows[at - 1] in ("to", "but", "who") and low in cues.forms:
        return None
    after = line.lows[at + 1] if at + 1 < hi else "."
    if low in cues.attitudes and (copula := _copula_before(line, at, lo)) >= lo:
        return _of_adjective(line, at, copula, lo)
    if low in cues.nouns and _is_timed_that(line, at + 1, hi) and (owner := find_owner(line, at, lo)) != NOWHERE:
        return Attribution(at, at + 1, owner, Cue(low, "noun", SPEECH))  # Lund's claim in May that
    if low in cues.nouns and (said := _of_subject(line, at, lo, hi)):
        return said
    if low in cues.nouns and after == "that" and not _is_tag(line, at, lo):
        angered = at + 2 < hi and at - lo <= 2 and line.lows[at + 2].endswith("ed")  # The report that angered ministers
        relative = at + 2 < hi and (angered or _is_relative(line, at + 2) or _lacks_object(line, at + 2, hi))
        if not relative and (verb := cues.forms.get(low)) and _agrees(line, at, lo, verb):
            return None
        return None if relative else _of_noun(line, at, lo)
    if (cue := cues.forms.get(low)) and not is_noun(line, at, lo, cue):
        return None
    if low in cues.nouns and after in ("from", "by", "among") and not _is_tag(line, at, lo):
        first, last = phrase_from(line, at + 2, hi)
        if first > 0 and last + 1 < hi and line.lows[last] == "that" and not _is_relative(line, last + 1):
            return Attribution(at, last, (first, last), Cue(low, "noun", SPEECH))  # criticism from rivals that
    placed = after in PLACING and find_owner(line, at, lo) != NOWHERE
    if low in cues.nouns and (after == "to" or placed) and (last := _find_that(line, at + 2, hi)):
        return Attribution(at, last, find_owner(line, at, lo), Cue(low, "noun", SPEECH))  # her pledge to the town that
    if (
        (low in cues.nouns or low in cues.matters)
        and low not in ANSWERS
        and (after in MATTERS or after == "to")
        and not _is_tag(line, at, lo)
    ):
        return _of_matter(line, at, lo, hi)
    return None


def _of_subject(line: Line, at: int, lo: int, hi: int) -> Attribution | None:
    """Read "X's answer was that ..." as X's, and "fears were voiced that ..." as nobody's."""
    here = at + 1
    while here < hi and (line.lows[here] in AUXILIARIES or line.lows[here] in BE or is_adverb(line.lows[here])):
        here += 1
    if here == at + 1 or here + 1 >= hi or BE.isdisjoint(line.lows[at + 1 : here]):
        return None
    if line.lows[here] == "that":
        owner = find_owner(line, at, lo)
        return Attribution(at, here, owner, Cue(line.lows[at], "noun", SPEECH)) if owner != NOWHERE else None
    voiced = line.lows[here] in EXPRESSING and line.lows[here + 1] == "that"
    return Attribution(at, here + 1, NOWHERE, Cue(line.lows[at], "noun", SPEECH)) if voiced else None


def _find_that(line: Line, at: int, hi: int) -> int:
    """Find the "that" of a clause behind a phrase; 0 if there is none, or if it is about the phrase."""
    last = phrase_from(line, at, hi)[1]
    if line.lows[last - 1] in ("way", "manner"):  # confidence in a way that
        return 0
    clause = 0 <= at < last < hi - 1 and line.lows[last] == "that" and not _is_relative(line, last + 1)
    return last if clause and not _lacks_object(line, last + 1, hi) else 0


def _is_timed_that(line: Line, at: int, hi: int) -> bool:
    """Tell "in May that", "on Monday that", "last week that", "during the debate that" behind a noun."""
    if line.lows[at : at + 2] == ["during", "the"] and line.lows[at + 3 : at + 4] == ["that"]:
        return not _is_relative(line, at + 4) if at + 4 < hi else False
    if at + 1 < hi and line.lows[at + 1] == "that":
        return line.lows[at] in MONTHS and line.lows[at] != "may"  # his plea Friday that
    if at + 2 >= hi or line.lows[at + 2] != "that":
        return False
    low, time = line.lows[at], line.lows[at + 1]
    day = low in ("in", "on") and (time in MONTHS or time.isdigit())
    return day or (low in ("last", "this", "earlier") and time in DAYTIMES)


def _copula_before(line: Line, at: int, lo: int) -> int:
    """Find the "is" or "felt" that ties an adjective to its subject; -1 if there is none."""
    here = at - 1
    while here > lo and (is_adverb(line.lows[here]) or line.lows[here] in ("not", "never")):
        here -= 1
    tied = line.lows[here] in BE or line.lows[here] in COPULAS or contracted(line.lows[here])
    return here if here >= lo and tied else -1


def _of_adjective(line: Line, at: int, copula: int, lo: int) -> Attribution | None:
    """Read "X is sure that": who is sure; of "it is clear that" nobody is named."""
    owned = contracted(line.lows[copula]) != ""  # he's, they're
    first, last = (copula, copula + 1) if owned else subject_before(line, copula, lo, [])
    acts = "it" if first < 0 else contracted(line.lows[first]) or line.lows[first]
    if acts in ("it", "there", "this", "that"):
        return None
    return Attribution(at, at + 1, (first, last), Cue(line.lows[at], "adjective", ATTITUDE))


def _is_tag(line: Line, at: int, lo: int) -> bool:
    """Tell ", warning that it rains" from a warning that it rains."""
    return line.lows[at].endswith("ing") and at > lo and (line.words[at - 1] in JOINTS or line.lows[at - 1] in BE)


def _is_relative(line: Line, at: int) -> bool:
    """Tell the "that" of "protests that have gone on" from the one of "the claim that it rains"."""
    low = line.lows[at]
    if low == ",":  # a plea that, at least in May, was heard
        close = next(
            (here for here in range(at + 1, min(len(line.words) - 1, at + NEAR)) if line.words[here] == ","), 0
        )
        return close > 0 and line.lows[close + 1] in AUXILIARIES
    after = line.lows[at + 1] if at + 1 < len(line.lows) else "."
    verb = load_senses().verbs.get(low)
    acts = verb is not None and verb.form in ("past", "third")
    acts = acts and (after in PREPOSITIONS or after in DETERMINERS or after in POSSESSIVES or after in ("to", ","))
    return low in AUXILIARIES or is_verb(line, at) or acts


def _lacks_object(line: Line, at: int, hi: int) -> bool:
    """Tell the clause of "the threat that Lee poses", which ends in a verb without its object, from "that Lee lies"."""
    for here in range(at + 1, min(hi, at + NEAR)):
        if line.lows[here] in TAKING and line.words[here][0].islower():
            after = line.lows[here + 1] if here + 1 < hi else "."
            obliged = after == "to" and line.lows[here] in OBLIGED  # that prices have to fall
            helper = line.lows[here] in OBLIGED and after in AUXILIARIES  # that it has been sold
            if not (obliged or helper) and (after in ".,;:!?)" or after in TOPICAL or after in AUXILIARIES):
                return True
    return False


def _agrees(line: Line, at: int, lo: int, verb: Cue) -> bool:
    """Tell "The council now [estimates] that" and "officials [fear] that" from the noun of "with hopes that"."""
    finite = verb.form in ("base", "third", "past")
    if not finite or is_noun(line, at, lo, verb):
        return False
    if find_owner(line, at, lo) != NOWHERE and not _acts_itself(line, at, verb):
        return False
    if verb.form == "base" and line.lows[at - 1] in MODALS and line.words[at - 1][0].islower():
        return True  # critics will worry that
    first, last = subject_before(line, at, lo, [])
    if first < 0 or not (first == lo or _opens_clause(line, first, lo)):
        return False
    low, beside = line.lows[first], last == at
    inside = first > lo and line.words[first][0].isupper()
    if beside and last - first == 1 and verb.form == "third" and low not in PERSONAL and not inside:
        return low not in load_list("common_words")  # Widespread fears that
    if beside and last - first == 1 and low.endswith(ADJECTIVES):
        return False  # Democratic claims that
    helped = all(is_adverb(one) or one in AUXILIARIES for one in line.lows[last:at])
    helped = helped or (line.lows[last].endswith("ed") and line.words[at - 1][0].isupper())  # published by X reports
    return helped or (line.words[last:at] == [","] and "," in line.words[first:last])  # Lund, a nurse, worries that


def _acts_itself(line: Line, at: int, verb: Cue) -> bool:
    """Tell who reports something though somebody has them: "Lund's aides [hope] that", "her office [claims] that"."""
    low = line.lows[at - 1]
    if verb.form == "base":
        return is_plural_of_people(low) or low in MODALS
    body = low in BODIES or low in FIRMS
    return verb.form == "third" and (body or is_person_noun(low))


def _opens_clause(line: Line, first: int, lo: int) -> bool:
    """Tell whether a clause can begin at a token: behind a mark, "while", and what joins it."""
    low = line.lows[first - 1]
    joined = low in CONJUNCTIONS and (first - 1 == lo or line.words[first - 2] == ",")
    joined = joined or (low == "by" and line.lows[first - 2] in PUBLISHED)  # a study published by X reports
    return line.words[first - 1] in JOINTS or low in SUBORDINATORS or joined


def _of_noun(line: Line, at: int, lo: int) -> Attribution:
    """Read "X's claim that ..." and "X made the claim that ..."; of "the claim that ..." nobody is named."""
    return Attribution(at, at + 1, find_owner(line, at, lo), Cue(line.lows[at], "noun", SPEECH))


def _of_matter(line: Line, at: int, lo: int, hi: int) -> Attribution | None:
    """Read "X's criticism of Y", "X voiced support for Y", "support from X for Y" as X's on Y."""
    owner, last = find_owner(line, at, lo), at + 1
    if line.lows[last] in ("from", "by", "among"):
        first, end = phrase_from(line, last + 1, hi)
        topics = (here for here in range(first + 1, end) if line.lows[here] in TOPICAL - {"of"})  # the veterans of Lund
        end = next(topics, end)
        owner, last = (first, end), max(end, last)
    if owner == NOWHERE or last + 1 >= hi or line.lows[last] not in TOPICAL:
        return None
    if line.lows[last] == "of" and line.lows[owner[1]] in HAVING:
        return None  # "X has the support of Y" is Y's
    return Attribution(at, last, owner, Cue(line.lows[at], "matter", ATTITUDE))


def _genitive(line: Line, at: int, lo: int) -> tuple[int, int]:
    """Take the owner that ends in "'s": a name, or the phrase with its article."""
    first = at
    if line.words[at][0].isupper():
        while first > lo and (line.words[first - 1][0].isupper() or line.words[first - 1] == "."):
            first -= 1
        return (first, at + 1)
    first, _ = phrase_before(line, at + 1, lo)
    return (first, at + 1) if first >= 0 else NOWHERE


def find_owner(line: Line, at: int, lo: int) -> tuple[int, int]:
    """Find whose a noun is: X's, his, or the subject of the verb by which it is uttered."""
    for here in range(at - 1, max(lo, at - 4) - 1, -1):
        low = line.lows[here]
        if low in POSSESSIVES:
            return (here, here + 1)
        if low.endswith(GENITIVES):
            return _genitive(line, here, lo)
        if low in EXPRESSING:
            return subject_before(line, here, lo, [])
        dated = low in MONTHS  # Lund's March 2017 statement
        if not low[0].isalnum() or (line.words[here][0].isupper() and not dated) or low in TIMES:
            break
    return NOWHERE
