"""Where the main clause begins after a cue in a clause before it: "Asked whether she would go, [Ann Lee said ...]"."""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress

from analysis.voices.asides import DASHES, step_over_aside
from analysis.voices.closing import locate_past_bracket
from analysis.voices.cues import Attribution, load_cues
from analysis.voices.ends import OPENING
from analysis.voices.finite_verbs import contracted, holds_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.object_lists import NEVER_FINITE, is_finite
from analysis.voices.phrases import NOWHERE, REACH
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.senses import load_senses
from analysis.voices.verb_or_noun import is_noun
from analysis.words.classes import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)

FRONTING = frozenset(["when", "if", "after", "once", "while", "being", "repeatedly", "again"])  # when asked whether
CONTRASTING = frozenset(["while", "although", "though"])  # While X hopes to win, [his rivals ...]
JOINING = (SUBORDINATORS | RELATIVES | CONJUNCTIONS | {"or"}) - {"that"}  # behind which another clause begins
SAYABLE = frozenset({"speech", "thought", "evidence", "hearer"})  # kinds of verbs that a clause may follow
SETTING_OFF = RELATIVES | {"a", "an"}  # with which an aside begins
NOBODIES = frozenset(["nobody", "everybody", "everyone", "somebody", "others", "none"])
IMPERSONAL = frozenset(["it", "there"])
BEGINNING = frozenset(["and", "but", "yet", "so", ";"])  # behind which a main clause begins with a clause before it
FRONTED = frozenset(["while", "although", "though", "if", "when", "as", "because", "after", "since", "once", "unless"])


def locate_main_clause(line: Line, start: int, hi: int, attribution: Attribution) -> int:
    """Return where the main clause begins after one before it: "Asked whether she would go, [Ann Lee said ...]"."""
    if opens_dashed(line, attribution):
        return next((at for at in range(start, hi) if line.words[at] in DASHES), hi)
    if main := _find_main_verb(line, start, hi, attribution):
        return main
    after_verb = _is_relative(line, attribution)
    if not after_verb and not _is_fronted(line, attribution):
        return hi
    opened = line.lows[attribution.begin - 1] if attribution.begin else ""
    aside = False  # that the pier, which is old, [would sink]
    for comma in compress(range(start + 1, hi - 1), map(",".__eq__, line.lows[start + 1 : hi - 1])):
        after = line.lows[comma + 1]
        if opened in CONTRASTING and (after in DETERMINERS or after in PERSONAL or contracted(after)):
            return comma
        if not aside and _acts(line, comma + 1, hi, after_verb):
            return comma
        aside = not aside and after_verb and after in SETTING_OFF and not holds_verb(line, start, comma)
    dashes = [] if after_verb else [at for at in range(start + 1, hi - 1) if line.words[at] in DASHES]
    return dashes[-1] if dashes and _acts(line, dashes[-1] + 1, hi, after_verb=False) else hi


def _acts(line: Line, at: int, hi: int, after_verb: bool) -> bool:
    """Tell where somebody acts behind a comma: "he's gone", "the mayor (R), a nurse, now says"; after_verb: "says"."""
    if not after_verb and contracted(line.lows[at]):
        return True
    lone = line.lows[at] in NOBODIES
    last = at if after_verb else at + 1 if lone else phrase_from(line, at, hi)[1]
    last = last if after_verb or last < at else step_over_aside(line, locate_past_bracket(line, last, hi), hi)
    while at - 1 < last < hi and is_adverb(line.lows[last]):
        last += 1
    if not at - after_verb < last < hi or line.lows[last].endswith("ing"):
        return False
    return is_verb(line, last) or _is_verb_behind(line, at - after_verb, last)


def _is_verb_behind(line: Line, at: int, last: int) -> bool:
    """Tell the verb of "the mayor continues" and ", praised him" from a noun and from ", praised by him".

    at: where what is before it begins.
    """
    sense = load_senses().verbs.get(line.lows[last])
    if sense is None or sense.form not in ("third", "past") or not line.words[last].islower():
        return False
    governs = line.words[last - 1] != "," or (line.lows[last + 1 : last + 2] or ["."])[0] in OPENING
    return governs and not is_noun(line, last, at, sense)


def opens_dashed(line: Line, attribution: Attribution) -> bool:
    """Tell "Lee — who said that it rains — left", "Lee — noting that it rains — left": it ends at the second dash."""
    end = attribution.subject[1]
    if not 0 < end < attribution.first or line.words[end] not in DASHES:
        return False
    return line.lows[end + 1] in ("who", "which") or (end + 1 == attribution.first and attribution.cue.form == "ing")


def _find_main_verb(line: Line, start: int, hi: int, attribution: Attribution) -> int:
    """Find the verb of those "who claim that the vote was stolen [are wrong]", the second helper; else 0.

    Likewise of "The idea that it was stolen [is wrong]".
    """
    related = line.lows[attribution.subject[1] : attribution.first][:1] == ["who"] or is_reduced(
        line, attribution.first, attribution.cue.form
    )
    if not related and not (attribution.cue.form == "noun" and opens_as_noun(line, attribution.first)):
        return 0
    return find_main_verb(line, start, hi)


def is_reduced(line: Line, first: int, form: str) -> bool:
    """Tell "Those [seeking] to stop the plan have lost": a participle inside of what its sentence is about."""
    if form != "ing" or not first or not line.words[first - 1].isalpha():
        return False
    before = line.lows[first - 1]
    return not (before in BE or before in JOINING or is_adverb(before)) and opens_as_noun(line, first)


def find_main_verb(line: Line, start: int, hi: int) -> int:
    """Find the helper behind a place that no clause there needs, of what is wanted the first; 0 if there is none.

    Each clause has one verb: of "that she paid while she was mayor [was wrong]" the third is the main one.
    """
    opening = line.lows[start] if start < hi else ""
    wish = opening == "to"
    without = wish or opening in OBJECT_PRONOUNS  # who want to mend the pier [are few], who ask him to leave [are few]
    needed, beside = int(not without), False
    for at in range(start, min(hi, start + REACH)):
        low, before = line.lows[at], line.lows[at - 1]
        if not low[0].isalnum() or low in CONJUNCTIONS or low == "or" or (wish and _may_say(low)):
            break
        if low in AUXILIARIES and low not in NEVER_FINITE and line.words[at][0].islower() and before != "to":
            if not needed and not beside:
                return at if before not in PERSONAL else 0
            needed, beside = needed - (not beside), True
        elif at > start and (low in SUBORDINATORS or low in RELATIVES or low == "that"):
            needed, beside = needed + 1, False
        elif not (is_adverb(low) or low in NEGATIONS):
            if needed and not beside and before != "to" and not low.endswith("ing") and is_finite(line, at, hi):
                if _may_say(low):
                    break  # who said they knew [Lee was right]
                needed -= 1  # they smelled gas
            beside = False
    return 0


def _may_say(low: str) -> bool:
    """Tell a word behind which a clause without "that" may begin: to make sure it lasts, to see it fall."""
    cue = load_cues().forms.get(low)
    return low in ("sure", "certain") or (cue is not None and not cue.kinds.isdisjoint(SAYABLE))


def opens_as_noun(line: Line, at: int) -> bool:
    """Tell a noun that is its sentence's subject: no verb stands before it."""
    lo = line.sentences[bisect_right(line.sentences, (at, len(line.words))) - 1][0]
    return at - lo <= REACH and line.lows[lo] not in PREPOSITIONS and not holds_verb(line, lo, at)


def _is_fronted(line: Line, attribution: Attribution) -> bool:
    """Tell whether a cue stands in a clause before its main clause: "While X hopes that", "By saying that"."""
    before = line.lows[attribution.first - 1] if attribution.first else "."
    opening = line.words[attribution.first][0].isupper()
    by = before in PREPOSITIONS and line.words[attribution.first - 1][0].isupper()  # he failed: By saying that ...
    if attribution.cue.form == "ing" and (opening or by):
        return True
    if attribution.cue.form in ("past", "participle") and (attribution.passive or attribution.subject == NOWHERE):
        return before in FRONTING or opening or (attribution.passive and _opens_sentence(line, attribution))
    return _opens_sentence(line, attribution)


def _opens_sentence(line: Line, attribution: Attribution) -> bool:
    """Tell whether a cue stands in what opens its sentence: "If you doubt that", "Despite complaints that"."""
    first = attribution.first
    at = line.sentences[bisect_right(line.sentences, (first, len(line.words))) - 1][0]
    while at < first and line.lows[at] not in FRONTED and (line.lows[at] in BEGINNING or is_adverb(line.lows[at])):
        at += 1
    lone = "," not in line.words[at:first]
    if lone and line.lows[at] in FRONTED:
        return True
    leading = lone and line.lows[at] in PREPOSITIONS and attribution.cue.form in ("noun", "matter", "ing")
    return (leading and not holds_verb(line, at, first)) or _opens_clause(line, at, attribution)


def _opens_clause(line: Line, lo: int, attribution: Attribution) -> bool:
    """Tell "Last month, when Lee said that", "Days after she said that", ", and while he said that".

    lo: the first word of its sentence. Nobody acts before it, unlike in "They left when Lee said that it rains".
    """
    at = attribution.begin - 1
    while at > lo and (is_adverb(line.lows[at]) or line.lows[at] in AUXILIARIES or line.lows[at] in IMPERSONAL):
        at -= 1
    if at <= lo or line.lows[at] not in FRONTED:
        return False
    before = line.lows[at - 1]
    return before in BEGINNING or not holds_verb(line, lo, at)


def _is_relative(line: Line, attribution: Attribution) -> bool:
    """Tell "Lee, who hopes to stay, ...", "Lee, noting that it rains, said ...", "Lee, asked why, said"."""
    first, last = attribution.subject
    if first < 0 < attribution.first and attribution.passive:
        return line.words[attribution.first - 1] == ","
    between = line.lows[last : attribution.first]
    if not 0 <= first < last < attribution.first or between[0] != ",":
        return False
    return between[1:2] in (["who"], ["which"]) or (attribution.cue.form == "ing" and all(map(is_adverb, between[1:])))
