"""What a cue governs to its right: where the content starts, and what form it has."""

from __future__ import annotations

from analysis.voices.agreement import NOUNS
from analysis.voices.bare_clauses import is_clause, locate_past_vague, starts_clause
from analysis.voices.closing import DASHES, locate_past_adverbs, locate_past_bracket
from analysis.voices.cues import SAYING, Attribution
from analysis.voices.finite_verbs import contracted, is_verb
from analysis.voices.lines import Line
from analysis.voices.object_lists import NEVER_FINITE
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.senses import load_senses
from analysis.voices.several import find_capitals_end
from analysis.voices.that_clauses import NOT_YOU, WINDOW, locate_that
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MATTERS,
    MONTHS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    STANDING,
    STUDIES,
    SUBORDINATORS,
)

ANSWERING = frozenset(["say", "think", "believe", "hope", "suppose", "insist"])
ANSWERS = frozenset(["yes", "no", "so", "otherwise"])
ACTING = frozenset(["he", "she", "they", "we", "i", "it"])
QUESTION = frozenset(["whether", "how", "why", "what", "if", "when", "where", "who"])
SINGULAR = frozenset(["is", "was", "has", "does", "wasn't", "isn't"])
GAPPED = frozenset(["who", "which", "that", "what", "whom"])
CLAUSAL = frozenset({"speech", "thought", "evidence", "hearer"})
SAID = CLAUSAL - {"hearer"}
PARTICLES = (" out", " back", " in", " up", " down", " off")  # of verbs that take a preposition too: lashed out at
DEGREES = frozenset(["too", "very", "so", "quite", "more", "less", "most", "as"])
DESCRIBING = ("able", "ible", "ous", "ive", "ful", "less", "ate", "fair", "wrong", "legal", "lawful")
CONDITIONS = frozenset(["despite", "without", "under", "given", "unlike", "besides", "instead", "with", "regardless"])
KNOWING = frozenset(["sure", "certain", "unsure", "uncertain", "clear", "unclear", "aware", "unaware"])
NAMING = frozenset(["call", "name", "dub", "term", "label", "deem"])


def locate_complement(line: Line, attribution: Attribution, hi: int) -> tuple[int, str]:
    """Find where the content starts after a cue and what form it has; "" if there is none."""
    at = attribution.subject[1] if attribution.inverted else attribution.last
    if attribution.cue.lemma in ANSWERING and is_answer(line, at, hi):
        return at, "clause"
    at = locate_past_adverbs(line, at, hi)
    kinds = attribution.cue.kinds
    if at >= hi or line.lows[at] in ".!?;)":
        return at, ""
    at -= line.lows[at - 1 : at + 1] == ["rather", "than"]  # said [rather than wait, she would go]
    told_of = attribution.inverted and line.words[at] == ","  # said Lee of Kent, a group that buys land
    that = locate_that(line, at, hi, "hearer" in kinds) if kinds & CLAUSAL and not told_of else -1
    if that == at and attribution.cue.form == "third" and _may_be_several(line, at, attribution.cue.lemma):
        return at, ""
    if that >= 0:
        return that, "that"
    low = line.lows[at]
    if low in (",", ":", "-") or low in DASHES:
        behind = _behind_aside(line, at, hi) if kinds & CLAUSAL and low != ":" else 0
        return (behind, "that" if line.lows[behind] == "that" else "question") if behind else (at, "")
    if attribution.cue.form in ("adjective", "matter"):
        return _of_state(line, at, hi, attribution.cue.lemma)
    counted = at + 1 < hi and line.words[at + 1][0].isdigit()  # 52 votes to 47
    if low == "to" and "wish" in kinds and not counted:
        return at, "to" if kinds & SAYING else "wish"
    if (low in QUESTION or (low == "which" and attribution.cue.lemma == "ask")) and kinds & CLAUSAL:
        timed = attribution.passive and low in ("when", "where", "if") and "hearer" not in kinds
        return at, "" if timed else "question"  # was noted when the ship sank
    start, form = _after_hearer(line, at, hi, kinds) if kinds & {"order", "hearer"} else (at, "")
    if form:
        return start, form
    if kinds & SAID and (behind := locate_past_vague(line, at, hi)) > at:
        return behind, "object"  # said nothing about [the plan]
    if kinds & SAID and _opens_clause(line, at, hi, attribution):
        return at, "clause"
    if "speech" in kinds and low in PREPOSITIONS and (behind := _behind_time(line, at, hi)):
        return behind, "clause"
    if attribution.cue.lemma in NAMING and not _is_named(line, at, hi):
        return at, ""
    if low in MATTERS and attribution.cue.lemma.endswith(PARTICLES) and at + 1 < hi and kinds & {"speech", "stance"}:
        return at + 1, "object"
    nominal = "stance" in kinds and not (low in PREPOSITIONS or low in CONJUNCTIONS or low in AUXILIARIES)
    return at, "object" if nominal else ""


def is_answer(line: Line, at: int, hi: int) -> bool:
    """Tell "said [no].", "says [yes], but ..." and "thinks [so] too" from "said no boat had left"."""
    if at >= hi or line.lows[at] not in ANSWERS:
        return False
    after = line.lows[at + 1] if at + 1 < hi else "."
    ends = not after[0].isalnum() or after in CONJUNCTIONS or after in SUBORDINATORS or after in MONTHS
    return ends or after in ("in", "too", "again")


def _may_be_several(line: Line, at: int, lemma: str) -> bool:
    """Tell "the southern states [that have] voted" from "the report states that it rains"."""
    return lemma in NOUNS and line.lows[at + 1] in AUXILIARIES and line.lows[at + 1] not in SINGULAR


def _is_gapped(line: Line, at: int, attribution: Attribution) -> bool:
    """Tell the clause of "a plan which Lund hoped [would win]", whose subject stands before who hopes so."""
    first, last = attribution.subject
    if not 0 < first < attribution.first <= last + 2 or line.lows[first - 1] not in GAPPED:
        return False
    before = line.lows[first - 2] if first > 1 else "."
    cleft = line.lows[first - 1] == "what" and (before in CONJUNCTIONS or not before[0].isalnum())
    return not cleft and line.lows[at] in AUXILIARIES and line.lows[at] not in NEVER_FINITE  # What she heard was a bell


def _behind_aside(line: Line, at: int, hi: int) -> int:
    """Find where a clause begins behind an aside: said - on the radio - [that it rains], wondered, as I do, [why]."""
    close = next((here for here in range(at + 1, min(hi - 2, at + WINDOW)) if line.words[here] == line.words[at]), hi)
    if close + 2 >= hi or (line.words[at] == "," and line.lows[at + 1] != "as"):
        return 0
    return close + 1 if line.lows[close + 1] == "that" or line.lows[close + 1] in QUESTION else 0


def _behind_time(line: Line, at: int, hi: int) -> int:
    """Find the pronoun with which a clause begins behind a time or a place: said for weeks [she would go]; 0: none."""
    if line.lows[at + 1 : at + 2] and _is_deed(line, at):
        return 0
    for here in range(at + 1, min(hi - 1, at + WINDOW)):
        low = line.lows[here]
        if low == "," and line.lows[at] in CONDITIONS and is_clause(line, here + 1, hi):
            return at  # says [despite the rain, she will go]
        if here > at + 1 and (low in ACTING or contracted(low)) and line.lows[here - 1] not in PREPOSITIONS:
            return here
        if not line.words[here][0].isalnum() or low in CONJUNCTIONS or low in QUESTION or is_verb(line, here):
            break
    return 0


def _is_deed(line: Line, at: int) -> bool:
    """Tell "went on to renew it", "ended by making it clear" from "said to nurses she would go"."""
    low = line.lows[at + 1]
    return low.endswith("ing") if line.lows[at] != "to" else low in load_senses().verbal or low in AUXILIARIES


def _of_state(line: Line, at: int, hi: int, lemma: str) -> tuple[int, str]:
    """Find what somebody is willing to do, critical of, sure (that): behind an adjective or a noun."""
    low = line.lows[at]
    if low == "to" and at + 1 < hi:
        after = line.lows[at + 1]
        plain = line.words[at + 1][0].islower() and not (after in DETERMINERS or after in OBJECT_PRONOUNS)
        return (at, "wish") if plain and not after.endswith("ing") else (at + 1, "object")
    if low in MATTERS and at + 1 < hi:
        return at + 1, "object"
    if low in QUESTION:
        timed = low in ("when", "where") and lemma not in KNOWING  # furious when told of it
        return at, "" if timed else "question"
    return at, "clause" if is_clause(line, at, hi) else ""


def _after_hearer(line: Line, at: int, hi: int, kinds: frozenset[str]) -> tuple[int, str]:
    """Find the content after whom it is said to: told reporters [he would go], urged him [to go]."""
    after = at + 1 if line.lows[at] in OBJECT_PRONOUNS else phrase_from(line, at, hi)[1]
    after = _over_list(line, locate_past_bracket(line, after, hi), hi)
    to = locate_past_adverbs(line, after, hi) if after > at else after
    to += to + 1 < hi and line.lows[to] == "not"  # told him [not to go]
    if 0 <= to < hi and line.lows[to] == "to" and "order" in kinds:
        return at, "wish" if "wish" in kinds and not kinds & SAYING else "order"
    if "hearer" not in kinds:
        return at, ""
    after = _hearer_end(line, at, hi)
    if after >= hi:
        return at, ""
    if line.lows[after] in QUESTION:
        described = line.lows[after] == "who" and line.words[after - 1].islower() and after > at + 1
        return after, "" if described and "wish" not in kinds else "question"  # told the nurses [who had come]
    return after, "clause" if is_clause(line, after, hi) else ""


def _over_list(line: Line, at: int, hi: int) -> int:
    """Step over the others of several who are asked: asked Mills, [Lund and Roth] to go."""
    end = at
    while 0 < end + 1 < hi and (line.words[end] == "," or line.lows[end] == "and") and line.words[end - 1][0].isupper():
        start = end + 1 + (line.lows[end + 1] == "and")
        stop = find_capitals_end(line, start, hi)
        if stop == start:
            break
        end = stop
    return end if end < hi and line.lows[end] == "to" else at


def _hearer_end(line: Line, at: int, hi: int) -> int:
    """Step over whom it is said to, and when and where: told [the Star of Newark last week] she would go."""
    if line.lows[at] in OBJECT_PRONOUNS:
        return locate_past_adverbs(line, at + 1, hi)
    stop = min(hi, at + WINDOW)
    for here in range(at + 1, stop):
        low, before = line.lows[here], line.lows[here - 1]
        acting = (low in NOT_YOU and before not in PREPOSITIONS) or contracted(low)  # got tired of it
        if not line.words[here][0].isalnum() or low in QUESTION or acting:
            return here
        if before in PREPOSITIONS or before in ADVERBS or before in DETERMINERS:
            continue
        named = line.words[here][0].isupper() and line.words[here - 1][0].islower()
        if low in DETERMINERS or (named and is_clause(line, here, hi)):
            return here  # told the editor of the Star [Lee lied]; told the paper's editor Ann Lee [he lied]
    return stop


def _is_named(line: Line, at: int, hi: int) -> bool:
    """Tell "called [her a fraud]", "called [Lee unfit]" from "called a meeting" and "a group called New Start"."""
    if line.lows[at] in OBJECT_PRONOUNS:
        return True
    for here in range(at + 1, min(hi, at + WINDOW)):
        low, before = line.words[here], line.words[here - 1]
        if low == QUOTE or low.lower() in DETERMINERS or (low[0].islower() and before[0].isupper()):
            return here > at + 1 or before[0].isupper() or low == QUOTE
        if low in DEGREES or (here > at + 1 and low.endswith(DESCRIBING) and low != "late"):
            return True  # called the price too high, the plan unworkable
        if not low[0].isalnum() or low in PREPOSITIONS:
            break
    return False


def _opens_clause(line: Line, at: int, hi: int, attribution: Attribution) -> bool:
    """Tell a clause without "that", with its subject or with what stands before the cue, from what else follows it."""
    whole = starts_clause(line, at, hi, attribution.cue) or _is_gapped(line, at, attribution)
    return whole or _shows_result(line, at, hi, attribution)


def _shows_result(line: Line, at: int, hi: int, attribution: Attribution) -> bool:
    """Tell "a poll shows [Lund leading by six]"."""
    studied = "evidence" in attribution.cue.kinds and _is_study(line, attribution.subject)
    return studied and _is_small_clause(line, at, hi)


def _is_study(line: Line, subject: tuple[int, int]) -> bool:
    """Tell whether a poll, a report or the like shows something."""
    return not STUDIES.isdisjoint(line.lows[max(subject[0], 0) : max(subject[1], 0)])


def _is_small_clause(line: Line, at: int, hi: int) -> bool:
    """Tell "[Clinton leading by six]" and "[him with a lead]" from "the way"."""
    after = at + 1 if line.lows[at] in OBJECT_PRONOUNS else phrase_from(line, at, hi)[1]
    return at < after < hi and (line.lows[after] in STANDING or line.lows[after].endswith("ing"))
