"""Direct speech: the cue on which each quoted run hangs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from analysis.voices.announced import (
    find_signature,
    find_utterance,
    is_quoting_post,
    name_before_colon,
)
from analysis.voices.closing import is_closing
from analysis.voices.cues import SAYING, Attribution
from analysis.voices.cues_around import find_attribution_after, find_attribution_before, is_finished
from analysis.voices.finite_verbs import count_finite, holds_verb
from analysis.voices.hidden_names import find_asking
from analysis.voices.lines import Line
from analysis.voices.made_words import find_made_words
from analysis.voices.main_clauses import is_reduced
from analysis.voices.phrases import NOWHERE
from analysis.voices.reporters import is_doing
from analysis.voices.table_cells import find_cell_name
from analysis.voices.things import has_thing_subject, heads_event
from analysis.voices.tokens import QUOTE
from analysis.voices.unlisted_verbs import find_how, find_unlisted_verb
from analysis.voices.works import find_proverb
from analysis.words.classes import DETERMINERS, LABELS, PREPOSITIONS

JOINS = frozenset(["and", "but", "yet", "while", "whereas", "or"])  # what joins clauses of two speakers
GAP = 8  # tokens between the quotations of two, of whom the second has no verb
NEAR = 4  # tokens within which a cue announces a quotation though another one follows that
WORDED = frozenset(  # matters that are put into words
    [
        *("call", "promise", "pledge", "vow", "plea", "demand", "offer", "proposal", "push", "request", "vision"),
        *("description", "depiction", "characterisation", "characterization", "reference", "support", "caricature"),
        *("remark", "comment", "announcement", "pronouncement", "message", "decision", "plan", "pitch", "refusal"),
    ]
)
STOPS = frozenset([".", ":", ";", "!", "?", "—", "–", "-"])
BREAKS = frozenset(["—", "–", "―", "--"])
STATES = ("adjective", "matter")  # forms of cues on which no quotation hangs
SPEAKING = frozenset({"speech", "hearer", "stance", "thought", "evidence"})


@dataclass(slots=True, eq=False)
class Spoken:
    """A quoted run with the attribution that it hangs on.

    how: after, before or later (where the attribution stands), colon, place (an event before the colon, which
    says nothing), noun (chants of), guess (an unlisted verb) or alone.
    """

    token: int
    attribution: Attribution | None
    how: str


def attribute(line: Line, sentence: tuple[int, int], attributions: list[Attribution]) -> list[Spoken]:
    """Tie each quoted run of a sentence to the attribution that announces it."""
    lo, hi = sentence
    matters = [one for one in attributions if one.cue.form == "matter" and one.subject != NOWHERE]
    attributions = [one for one in attributions if one.cue.kinds & SPEAKING and one.cue.form not in STATES]
    found = [_tie(line, token, lo, hi, attributions) for token in range(lo, hi) if token in line.runs]
    for one in found if matters else ():
        one.attribution = _find_worded(line, one, matters) or one.attribution
    for one, following in pairwise(reversed(found)):
        alone = following.attribution is None and _are_joined(line, following.token, one.token)
        if one.how == "after" and (alone or _is_broken(line, following.token, one.token)):
            following.attribution, following.how = one.attribution, one.how
    return found


def _find_worded(line: Line, spoken: Spoken, matters: list[Attribution]) -> Attribution | None:
    """Find whose words a verb judges: "Roth mocked [Lund's promise] to "...""; None if it judges no words."""
    judging = spoken.attribution
    if spoken.how != "before" or judging is None or judging.cue.kinds & SPEAKING != {"stance"}:
        return None
    for one in matters:
        first, last = one.subject
        object_of = judging.last <= first <= judging.last + 1 and last <= one.first and first > judging.first
        behind = line.lows[one.last : spoken.token]
        led = bool(behind) and (behind[-1] in PREPOSITIONS or behind[-1] in ("to", "as", "a", "an", "the"))
        if object_of and led and one.cue.lemma in WORDED and not holds_verb(line, one.last, spoken.token):
            return one if STOPS.isdisjoint(behind) and not {",", QUOTE} & {*behind} else None
    return None


def _are_joined(line: Line, first: int, second: int) -> bool:
    """Tell two quotations that nothing but a conjunction parts: “It is old,” and “nobody will mend it,” X said."""
    between = line.lows[first + 1 : second]
    listed = first - 1 in line.runs or (first > 1 and line.words[first - 1] == "," and first - 2 in line.runs)
    return 0 < len(between) <= 2 and between[-1] in JOINS and between[0] in (between[-1], ",") and not listed


def _is_broken(line: Line, first: int, second: int) -> bool:
    """Tell two parts of a quotation with what somebody does between dashes: “We will” — she paused — “stay,” X said."""
    beside = line.words[first + 1] in BREAKS and line.words[second - 1] in BREAKS
    return beside and 2 < second - first <= GAP and line.text[line.runs[first].end - 1].isalnum()


def _tie(line: Line, token: int, lo: int, hi: int, attributions: list[Attribution]) -> Spoken:
    if asking := find_asking(line, token, lo):
        return Spoken(token, asking, "before")
    before = find_attribution_before(line, token, attributions)
    made = find_made_words(line, token, lo)
    if made and (before is None or before.last <= made.subject[0]):
        return Spoken(token, made, "before")
    before = _find_gapped(line, token, before) or before
    after = find_attribution_after(line, token, hi, attributions)
    if after and before:
        return Spoken(token, *_choose_side(line, token, hi, before, after))
    after = after or find_how(line, token, hi) or _find_signer(line, token, lo, hi, before)
    after = after or find_cell_name(line, token, lo, hi)
    if after:
        return Spoken(token, after, "after")
    named = name_before_colon(line, token, lo) or find_proverb(line, token, lo)
    if named and (before is None or before.last <= named.subject[0]):
        event = heads_event(line, *named.subject)
        return Spoken(token, replace(named, subject=NOWHERE) if event else named, "place" if event else "colon")
    outdone = _find_outdoing(line, token, hi, before, attributions) if before else None
    if before and before.last >= token - 1 and not outdone:
        return Spoken(token, before, "before")
    uttered = find_utterance(line, token, lo, before)
    if uttered:
        return Spoken(token, uttered, "noun")
    if before:
        return Spoken(token, outdone, "later") if outdone else Spoken(token, before, "before")
    later = _find_later(line, token, (lo, hi), attributions)
    if later:
        return Spoken(token, later, "later")
    unlisted = find_unlisted_verb(line, token, lo, hi)
    return Spoken(token, unlisted, "guess") if unlisted else Spoken(token, None, "alone")


def _find_signer(line: Line, token: int, lo: int, hi: int, before: Attribution | None) -> Attribution | None:
    """Find who signs a quotation, but for one whose speaker the text signed gives: Lee tells troops "go" - Reuters."""
    signature = find_signature(line, token, hi)
    told = before is not None and before.subject != NOWHERE and STOPS.isdisjoint(line.words[before.last : token - 1])
    if signature is None or not (told or token > lo):
        return signature
    return None if told or is_quoting_post(line, token, lo) else signature


def _find_gapped(line: Line, token: int, before: Attribution | None) -> Attribution | None:
    """Read "Weber spoke of "..." and [Costa of] "..."" as if the verb stood there twice; None if it need not."""
    if before is None or before.subject == NOWHERE:
        return None
    run = next((at for at in range(token - 1, max(before.last, token - GAP) - 1, -1) if at in line.runs), -1)
    if run < 0:
        return None
    parted = line.words[run + 1] == ";" and line.words[token - 1] == ","  # Weber called it "..."; [Costa], "..."
    lead, last = line.lows[run - 1], token - (parted or line.lows[token - 1] in PREPOSITIONS)
    first = next((at for at in range(run + 1, last) if line.lows[at] not in JOINS and line.words[at] not in ",;"), last)
    same = parted or (line.lows[last] == lead if last < token else before.cue.lemma == "say")
    group = line.lows[first] == "the" and last - first <= 3 and line.words[last - 1].isalpha()  # the right of "..."
    named = first < last and (group or all(word[0].isupper() or word == "." for word in line.words[first:last]))
    return (
        Attribution(before.first, before.last, (first, last), before.cue)
        if same and named and first > run + 1
        else None
    )


def _choose_side(
    line: Line, token: int, hi: int, before: Attribution, after: Attribution
) -> tuple[Attribution, Literal["before", "after"]]:
    """Choose between a cue before a quotation and one behind it."""
    finished = is_finished(line, token, hi)
    closing = is_closing(line, max(after.last, after.subject[1]), hi, after)
    announced = line.words[token - 1] in (",", ":") or before.last == token or line.lows[token - 1] == "that"
    if finished and token - before.last > NEAR and closing:
        announced = False
    if before.passive and hides_speaker(line, before) and before.last == token - 1 and line.words[token - 1] == ",":
        return before, "before"  # Lee was asked, "Why?" She answered, "..."
    called = before.cue.lemma in LABELS - {"say"} and before.last >= token - 2  # Lee called it "...", Roth reports
    reported = after.cue.lemma == "report" and after.cue.form in ("third", "past") and before.cue.form == "past"
    reported = reported and not after.inverted and bool(before.cue.kinds & SAYING)  # an agency does
    giving = after.cue.kinds & SAYING or after.cue.lemma in LABELS
    if (
        not called
        and giving
        and line.lows[after.begin - 1] == "as"
        and before.last < token - 1
        and line.words[token - 1] != ":"
    ):
        return after, "after"  # would spare him - "a dull man," as one aide called him
    if before.subject != NOWHERE and (called or reported or _opens_clause(line, token, after, hi)):
        return before, "before"
    shown = not before.cue.kinds & {"speech", "hearer", "stance"} and before.cue.lemma not in LABELS
    if shown and closing and after.inverted and after.begin == token + 1 and "speech" in after.cue.kinds:
        return after, "after"  # The findings show "..." says Lee
    if finished and closing and line.words[token - 1] == "," and is_doing(before.cue):
        return after, "after"  # tired of school projects, "...," Lee says
    if not finished and _is_aim(before) and closing:
        return after, "after"
    if finished and closing and after.begin == token + 1 and _is_denied(line, before):
        return after, "after"  # Roth cannot say that "...," Lee added
    label = before.subject == NOWHERE or line.lows[before.subject[0] - 1] == "what"
    if finished and closing and after.inverted and label and not before.passive:
        return after, "after"  # What they are saying: "...," said Lee
    if announced and not (finished and line.words[token - 1] != ":" and before.subject == NOWHERE):
        return before, "before"
    return (after, "after") if finished else (before, "before")


def _find_later(
    line: Line, token: int, sentence: tuple[int, int], attributions: list[Attribution]
) -> Attribution | None:
    """Find the cue that ends the sentence behind a comma, where a quotation stands in what it governs."""
    behind = (one for one in attributions if one.begin > token and line.lows[one.begin - 1] == ",")
    later = next(behind, None) or _find_shared(line, token, sentence, attributions)
    if later is None or later.subject == NOWHERE or later.cue.form == "ing":
        return None
    return later if _ends_there(line, later, sentence[1]) or _follows_phrase(line, token, sentence, later) else None


def _find_shared(
    line: Line, token: int, sentence: tuple[int, int], attributions: list[Attribution]
) -> Attribution | None:
    """Find who says both quotations that a clause joins: “It is a mess” and the mayor is “a liar,” X said."""
    at = attributions[0].begin if attributions else -1
    joined = token == sentence[0] and line.lows[token + 1 : token + 2] > [""] and line.lows[token + 1] in JOINS
    if not joined or at - 1 not in line.runs or line.text[line.runs[at - 1].end - 1] != ",":
        return None
    return attributions[0] if "speech" in attributions[0].cue.kinds and at - 1 > token else None


def _follows_phrase(line: Line, token: int, sentence: tuple[int, int], later: Attribution) -> bool:
    """Tell “It is a mess” at the agency, X said during a talk, and “we end” the talks, X said, from “Leave” won, ..."""
    lo, hi = sentence
    opens = token == lo and (line.lows[token + 1] in PREPOSITIONS or line.lows[token + 1] in DETERMINERS)
    behind = max(later.last, later.subject[1])
    bare = opens and "speech" in later.cue.kinds and not count_finite(line, token + 1, later.begin - 1)
    return bare and is_closing(line, behind, hi, later)


def _find_outdoing(
    line: Line, token: int, hi: int, before: Attribution, attributions: list[Attribution]
) -> Attribution | None:
    """Find who ends a sentence of a thing that says nothing: "The treaty signals "the end" for us, said Lee.

    So ends one whose subject is described: "The rule allowing cars is "a trap" for us, she said".
    """
    described = is_reduced(line, before.first, before.cue.form) and count_finite(line, before.last, token) > 0
    said = before.cue.kinds & {"speech", "hearer", "stance"} and not has_thing_subject(line, before)
    if (said and not described) or before.cue.lemma in LABELS:
        return None
    for one in attributions:
        ends = one.begin > token + 1 and "speech" in one.cue.kinds and line.lows[one.begin - 1] == ","
        if ends and (one.inverted or described):
            return one if is_closing(line, max(one.last, one.subject[1]), hi, one) else None
    return None


def _is_denied(line: Line, attribution: Attribution) -> bool:
    """Tell what somebody cannot say from what they say."""
    return attribution.cue.form == "base" and line.lows[attribution.first - 1] in ("cannot", "can't", "can’t", "not")


def _is_aim(attribution: Attribution) -> bool:
    """Tell "will meet to discuss "..."" from words that somebody gives."""
    return attribution.cue.form == "base" and is_doing(attribution.cue)


def _opens_clause(line: Line, token: int, after: Attribution, hi: int) -> bool:
    """Tell a cue behind a quotation that goes on with words of its own: "X said it was "...", but Y called it ..."."""
    if not JOINS.isdisjoint(line.lows[token + 1 : after.begin]):
        return True
    return not after.inverted and not is_closing(line, after.last, hi, after)


def _ends_there(line: Line, attribution: Attribution, hi: int) -> bool:
    after = max(attribution.last, attribution.subject[1])
    return after >= hi or line.lows[after] in ".,!?"


def find_lone_saying(line: Line, sentence: tuple[int, int], attributions: list[Attribution]) -> Attribution | None:
    """Find who is said to speak by a sentence that ends in its verb, right before a quotation: Lee said. "No."."""
    last = sentence[1] - 1
    ends = sentence[1] in line.runs and line.words[last] == "." and attributions and attributions[-1].last == last
    return attributions[-1] if ends and not attributions[-1].inverted and attributions[-1].cue.kinds & SAYING else None


def hides_speaker(line: Line, attribution: Attribution) -> bool:
    """Tell passives in which who is meant says nothing: is called "...", was told that "...", was touted as "..."."""
    cue = attribution.cue
    if line.lows[attribution.last : attribution.last + 1] == ["with"]:
        return True  # be confirmed with "..."
    if "stance" in cue.kinds:
        last = attribution.last
        named = any(
            line.lows[at] == "as" and not line.lows[at + 1].endswith("ing")  # was quoted in May as saying
            for at in range(last, min(last + GAP, len(line.lows) - 1))
        )
        return named or "speech" not in cue.kinds
    return cue.lemma in LABELS or cue.lemma == "know" or "hearer" in cue.kinds
