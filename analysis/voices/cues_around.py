"""The cues on either side of a quoted run: which of them reaches it."""

from __future__ import annotations

from analysis.voices.asides import DASHES
from analysis.voices.cues import SAYING, Attribution
from analysis.voices.finite_verbs import holds_verb
from analysis.voices.lines import Line
from analysis.voices.main_clauses import locate_main_clause, opens_dashed
from analysis.voices.phrases import NOWHERE, REACH
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.reporters import find_reporter
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    HELPERS,
    LABELS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

BETWEEN = frozenset([",", "-", "–", "—", "--", ".", "?", "!", "…", "...", ")", "'", "’"])
JOINING = (SUBORDINATORS - {"as", "than"}) | CONJUNCTIONS | {";", ":", "—", "–", "--"}  # what opens another clause
PREDICATES = AUXILIARIES - {"be", "been", "being", "having"}  # with which what a clause says of its subject begins
NAMING_AS = frozenset(  # referred to them as "..."
    [
        *("refer to", "describe", "dismiss", "denounce", "portray", "characterize", "characterise", "deride", "regard"),
        *("see", "view", "paint", "cast", "brand", "depict", "identify"),
    ]
)
WANTING = frozenset(["stance", "wish"])
HEARD = frozenset(["heard", "overheard", "seen", "recorded", "filmed", "caught", "quoted"])
ENDINGS = ",?!…—-–"
NEAR = 4  # tokens of "as safe as"
TOLD_OF = frozenset(["him", "her", "them", "it", "me", "us"])
FRONTED = frozenset(["Asked", "Questioned", "Pressed", "Quizzed", "Challenged", "Confronted"])


def find_attribution_after(line: Line, token: int, hi: int, attributions: list[Attribution]) -> Attribution | None:
    """Find the attribution that begins right after a quotation: "...," X said; "...," said X."""
    at = step_over_marks(line, token, hi)
    for number, attribution in enumerate(attributions):
        if attribution.first <= token or attribution.begin < at or attribution.first - at >= REACH:
            continue
        between = line.lows[at : attribution.begin]
        other = any(low not in ADVERBS and low not in CONJUNCTIONS and low not in HELPERS for low in between)
        joined = other and between[-1] == "and" and phrase_from(line, at, hi)[1] == attribution.begin - 1
        named = all(word[0].isupper() for word in line.words[at : attribution.begin])  # [Stand Up] America's Lee said
        told = between == ["as"] and is_finished(line, token, hi)  # "...," as X said
        if other and not (joined or named or told):
            continue  # but "...," booster and columnist Ann Lee said
        if between and between[0] in CONJUNCTIONS and not is_finished(line, token, hi):
            continue  # played "Yesterday" and the mayor said ...
        if (attribution.cue.form != "ing" or _is_heard(line, attribution)) and not attribution.passive:
            beside = attribution.subject if attribution.begin == attribution.subject[0] else (at, at)
            outside = [*line.words[token + 1 : beside[0]], *line.words[beside[1] : attribution.first]]
            return None if QUOTE in outside else _find_quoted(line, attribution, attributions[number + 1 :])
    return None


def _is_heard(line: Line, attribution: Attribution) -> bool:
    """Tell "...," a reporter can be heard [asking]" from what goes with another verb."""
    known = attribution.subject != NOWHERE and attribution.subject[1] < attribution.first
    return known and line.lows[attribution.first - 1] in HEARD and line.lows[attribution.first - 2] in BE


def _find_quoted(line: Line, attribution: Attribution, later: list[Attribution]) -> Attribution:
    """Take who is quoted for who quotes, and the verb of a clause for that of an aside.

    ""...," Lund recounted [her aunt as saying]", ""...," Lund, who has not endorsed it, [told] reporters".
    """
    first, last = attribution.subject
    if not attribution.inverted and line.words[last : last + 1] == [","] and line.lows[last + 1] in ("who", "whose"):
        main = (one for one in later if one.subject[0] == first and line.words[one.first - 1] == ",")
        return next(main, attribution)
    told = later[0] if later and later[0].cue.form == "ing" and later[0].cue.kinds & SAYING else None
    return told if told and not attribution.inverted and told.subject[0] == attribution.last else attribution


def step_over_marks(line: Line, token: int, hi: int) -> int:
    """Find the first token behind a quotation that is no comma, dash or stop."""
    at = token + 1
    while at < hi and line.words[at] in BETWEEN:
        at += 1
    return at


def find_attribution_before(line: Line, token: int, attributions: list[Attribution]) -> Attribution | None:
    """Find the nearest attribution to the left in the sentence, one with a subject if there is any.

    Where that one stands inside of what somebody else reports and gives no words itself, it is who reports.
    """
    near = [
        attribution for attribution in attributions if attribution.last <= token and _reaches(line, attribution, token)
    ]
    found = _nearest(line, near, token)
    if found and len(near) > 1 and (source := _find_source(line, near, found)):
        return source
    return (find_reporter(line, near, found, token) or found) if found and len(near) > 1 else found


def _find_source(line: Line, near: list[Attribution], found: Attribution) -> Attribution | None:
    """Find whose account a sentence opens with that goes on with what is shown: According to [Lund], it shows "..."."""
    source = near[0]
    opens = source.cue.form == "phrase" and line.words[source.first][0].isupper() and source is not found
    shown = found.cue.kinds <= {"evidence"} and found.cue.lemma not in LABELS
    end = source.subject[1]
    ended = line.words[end : end + 1] == [","] and ";" not in line.words[end : found.last]
    return source if opens and shown and ended else None


def _nearest(line: Line, near: list[Attribution], token: int) -> Attribution | None:
    owned = [attribution for attribution in near if attribution.subject != NOWHERE]
    if len(owned) > 1 and owned[-1] is near[-1] and _is_aside(line, owned[-1]) and owned[-2].cue.kinds & SAYING:
        return owned[-2]  # said in a letter, first reported by the Post, that "..."
    if len(owned) > 1 and (called := _find_calling(line, owned, token)):
        return called
    if owned and near[-1].passive and line.lows[near[-1].first - 1] == "being":
        return owned[-1]  # described the options being considered as "..."
    if owned and near[-1].cue.form == "noun" and near[-1].subject == NOWHERE:
        return owned[-1]  # said in a statement that "..."
    if len(owned) > 1 and owned[-1] is near[-1] and _is_own_paper(line, *owned[-2:]):
        return owned[-2]  # the agency said in its report that "..."
    if len(owned) > 1 and owned[-1] is near[-1] and _is_of_relative(line, *owned[-2:], token):
        return owned[-2]  # said plans he has proposed as head "are dead"
    if owned and near[-1].subject == NOWHERE and near[-1].last < token - 1:
        return owned[-1]
    return near[-1] if near else None


def _find_calling(line: Line, owned: list[Attribution], token: int) -> Attribution | None:
    """Find the verb of "called the crowd that booed him a "mob"", "the men who told of it "fools""; else None."""
    called, inner = owned[-2:]
    if line.lows[inner.first - 1] not in RELATIVES or called.passive or called.last > inner.first:
        return None
    if line.lows[token - 1] == "as":
        return called if called.cue.lemma in NAMING_AS and inner.cue.lemma not in NAMING_AS else None
    at = token
    while at - 1 > inner.last and (at - 1 in line.runs or line.lows[at - 1] in ("and", ",")):
        at -= 1
    of_him = line.lows[at - 1] in TOLD_OF and line.lows[at - 2] in PREPOSITIONS  # who told this about him
    return called if (of_him or line.lows[token - 1] in ("a", "an")) and called.cue.lemma in LABELS - {"say"} else None


def _is_own_paper(line: Line, said: Attribution, paper: Attribution) -> bool:
    """Tell the paper in which somebody says something from what somebody else says: "said in its report that"."""
    owner = paper.subject[0]
    owned = paper.cue.form == "noun" and line.lows[owner] in POSSESSIVES and line.lows[owner - 1] in PREPOSITIONS
    return owned and said.last == owner - 1 and bool(said.cue.kinds & SAYING)


def _is_of_relative(line: Line, said: Attribution, inner: Attribution, token: int) -> bool:
    """Tell the verb of a clause within what is said, behind which the quotation goes on, from the verb of saying."""
    run = line.runs[token]
    opens = line.text[run.start : run.end].split(maxsplit=1)[:1]
    goes_on = bool(opens) and opens[0] in PREDICATES and said.last < inner.first
    behind = inner.last < token and line.lows[inner.last] in PREPOSITIONS
    return goes_on and behind and not inner.passive and bool(inner.cue.kinds & WANTING and said.cue.kinds & SAYING)


def _is_aside(line: Line, attribution: Attribution) -> bool:
    """Tell ", first reported by the Post," from "was described by the Post as": a passive between commas."""
    first, last = attribution.first, attribution.subject[1]
    adverb = line.lows[first - 1] == "first" or line.lows[first - 1].endswith("ly")
    return attribution.passive and line.words[first - 1 - adverb] == "," and line.words[last : last + 1] == [","]


def _reaches(line: Line, attribution: Attribution, token: int) -> bool:
    """Tell whether a quotation can be what a cue governs: no other clause stands between "slammed" and it."""
    if opens_dashed(line, attribution) and not DASHES.isdisjoint(line.words[attribution.last : token]):
        return False  # called the plan — which promises jobs — "a trap"
    ended = "," in line.words[attribution.last : token]
    if is_asking(line, attribution) and ended:
        return False  # Asked about the mayor, Lund ...: "..."
    if attribution.passive and attribution.last in line.runs and attribution.last < token:
        return False  # the search, dubbed "Crossfire," found "nobody"
    giving = attribution.cue.kinds & SAYING or attribution.cue.lemma in LABELS
    if ended and not giving and line.words[attribution.begin - 2 : attribution.begin] == [",", "as"]:
        return False  # "I call no judge" for it, as Lund demanded, "but ..."
    beside = line.lows[attribution.begin - 1] == "as"
    if ended and not beside and locate_main_clause(line, attribution.last, token, attribution) < token:
        return False  # When the mayor called on her, Lund gave a speech: "..."
    semicolon = line.words.index(";", attribution.last, token) if ";" in line.words[attribution.last : token] else -1
    if semicolon > 0 and attribution.cue.form in ("ing", "base") and holds_verb(line, semicolon + 1, token):
        return False  # has remote charging; it will also run "..."
    if attribution.cue.kinds & {"speech", "hearer", "thought"}:
        return True
    joint = next((at for at in range(attribution.last, token) if line.lows[at] in JOINING), token)
    return not holds_verb(line, joint, token) or _is_gerund(line, attribution.last, token)


def is_asking(line: Line, attribution: Attribution) -> bool:
    """Tell who only asked whom the sentence is about: Asked [by Roth] whether he knew, Lund laughed."""
    return attribution.passive and line.words[attribution.first] in FRONTED


def is_beside_speech(line: Line, attribution: Attribution) -> bool:
    """Tell whose clause makes them nobody who goes on: who only asked; the border is as safe as Roth says it is."""
    at = attribution.subject[0]
    compared = at > NEAR and line.lows[at - 1] == "as" and "as" in line.lows[at - NEAR : at - 1]
    return compared or is_asking(line, attribution)


def _is_gerund(line: Line, first: int, token: int) -> bool:
    """Tell "accused Lee, the mayor and a banker, of being "weak"": a noun of what the cue governs."""
    for at in range(max(first, token - 4), token - 1):
        if line.lows[at] in ("of", "for") and line.lows[at + 1].endswith("ing"):
            return not any(low in JOINING for low in line.lows[at + 1 : token] if low != "as")
    return False


def is_finished(line: Line, token: int, hi: int) -> bool:
    """Tell whether a quotation ends as a sentence or before a cue does: in a comma, a stop, a dash."""
    run = line.runs[token]
    return line.text[run.end - 1] in ENDINGS or (token + 1 < hi and line.words[token + 1] in (",", "—", "–", "-"))
