"""Who acts in what hangs on a clause: infinitives and participles ("to counter", "adding that")."""

from __future__ import annotations

from analysis.voices.antecedents import subject_before_relative
from analysis.voices.asides import DASHES
from analysis.voices.clauses import clause_subject, find_main_start
from analysis.voices.cues import SAYING, Attribution
from analysis.voices.described_people import is_person_noun, is_plural_of_people
from analysis.voices.described_speakers import MANY
from analysis.voices.finite_verbs import holds_verb, is_verb
from analysis.voices.fuller_phrases import INSCRIBED, MEMBERS
from analysis.voices.heads import FINDINGS
from analysis.voices.infinitives import BLAMED, can_speak, find_caused
from analysis.voices.inner_verbs import is_helped
from analysis.voices.issuing import find_issuing
from analysis.voices.joined_nouns import find_joined_start
from analysis.voices.lines import Line
from analysis.voices.phrases import NEAR, NOWHERE, REACH, WALLS, phrase_before
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.relatives_around import find_relative_around
from analysis.voices.senses import load_senses
from analysis.voices.tokens import QUOTE
from analysis.voices.verb_groups import find_subject_end, left_of
from analysis.voices.verb_or_noun import RANKS
from analysis.words.classes import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    MESSAGES,
    MODALS,
    OBJECT_PRONOUNS,
    PARTS,
    PREPOSITIONS,
    STUDIES,
)

PAPERS = MESSAGES | STUDIES | FINDINGS | {"remarks", "comments", "tweets", "statements", "interview"}
LONG = 20  # tokens of what somebody does before "and saying"
FRONT = 4  # words before such a participle
# with which a clause begins that stands beside the main one: left after the vote failed, [calling it a mess]
BESIDE = frozenset(
    ["after", "as", "because", "before", "once", "since", "though", "although", "until", "when", "while"]
)
POSSESSIVES = ("'s", "’s", "s'", "s’")
TOLD = frozenset(["saying", "telling", "writing", "asking", "stating", "claiming", "warning", "arguing", "adding"])
QUOTING = frozenset(
    [
        *("quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing", "recounted", "recounts"),
        *("recalled", "recalls", "remembered", "remembers", "described", "describes", "paraphrased"),
    ]
)
SHOWING = frozenset(  # showed Roth shouting
    [
        *("show", "shows", "showed", "showing", "hear", "hears", "heard", "hearing", "see", "sees", "saw", "caught"),
        *("films", "filmed", "records", "recorded", "captures", "captured"),
        *("features", "featured", "depicts", "depicted", "follows", "followed", "following"),
    ]
)
INSCRIBING = frozenset(["saying", "reading", "calling", "stating", "declaring", "proclaiming", "demanding", "urging"])
SOMEBODY = frozenset(["someone", "somebody", "anyone", "anybody"])
HOLDING = frozenset(  # what shows or holds what people do and say
    [
        *("video", "videos", "footage", "clip", "clips", "photo", "photos", "picture", "pictures", "images"),
        *("response", "reaction", "reports", "letters", "emails", "calls", "complaints", "recordings"),
    ]
)
MEANING = frozenset(["hope", "want", "need", "try", "wish", "aim", "start", "begin", "mean"])  # to say

SUSPECTING = frozenset(["accuse", "accuses", "accused", "accusing", "suspect", "suspects", "suspected", "convicted"])


def main_subject(line: Line, at: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Return who acts in the clause that an infinitive or a participle hangs on."""
    if line.lows[at - 1] == "to" and (caused := find_caused(line, at - 1, lo)) != NOWHERE:
        return caused
    if line.lows[at - 1] == "to" and (around := find_relative_around(line, at - 2, lo, attributions)) > lo:
        return subject_before_relative(line, around, lo)  # people who backed the plan tended to say
    nearest = _without_verb(line, _acting_before(line, at, lo), at)
    if nearest[0] > lo and line.lows[nearest[0] - 1] in ("where", "when", "while"):
        return nearest
    main = find_main_start(line, lo, at)
    for attribution in reversed(attributions):
        if attribution.first < main:
            break
        if attribution.cue.form == "ing" and attribution.subject[1] == attribution.first - 1:
            continue  # mocked Roth for saying so, [adding that]
        if line.lows[attribution.first - 1] == "who" and line.words[attribution.first - 2] in DASHES:
            continue  # said Roth - who denies it - would go, [adding that]
        willing = attribution.cue.form == "adjective" and line.words[at - 1] == ","  # was loath to go, telling them
        likely = _is_main(line, attribution, main) or (willing and attribution.begin <= main + FRONT)
        if attribution.subject != NOWHERE and not attribution.passive and likely:
            return attribution.subject
    return nearest


def _acting_before(line: Line, at: int, lo: int) -> tuple[int, int]:
    """Find who acts before a token; before a participle not in a clause beside the main one: left after the vote."""
    nearest = clause_subject(line, at, lo, asides=line.words[at - 1] == ",")
    if line.words[at - 1] != "," or nearest[0] <= lo + 1 or line.lows[nearest[0] - 1] not in BESIDE:
        return nearest
    if line.lows[nearest[0] - 1] != "since" and can_speak(line, *nearest):
        return nearest
    main = clause_subject(line, at, lo, BESIDE, asides=True)
    return main if main != NOWHERE and can_speak(line, *main) else nearest


def _without_verb(line: Line, phrase: tuple[int, int], at: int) -> tuple[int, int]:
    """Leave the verb out on which an infinitive hangs: "Lund [plans] to say", but "Lund's plans to say"."""
    first, last = phrase
    if last != at - 1 or last - first < 2 or line.lows[at - 1] != "to":
        return phrase
    verb, before = load_senses().verbs.get(line.lows[last - 1]), line.lows[last - 2]
    owned = before.endswith(POSSESSIVES) or before in DETERMINERS
    several = before.endswith("s") and not before.endswith(("ss", *POSSESSIVES))  # Lund's comments [appear] to
    forms = ("third", "past", "base") if several else ("third", "past")
    governs = verb is not None and verb.form in forms and ("to" in verb.governs or verb.lemma in MEANING)
    return (first, last - 1) if governs and not owned and line.words[last - 1].islower() else phrase


def _is_main(line: Line, attribution: Attribution, main: int) -> bool:
    """Tell a cue whose subject is likely to say what follows too; main: where the main clause begins."""
    kinds, past = attribution.cue.kinds, attribution.cue.form == "past"
    lasting = attribution.cue.form == "ing" and line.lows[attribution.first - 1] in BE  # is requesting
    past = past or (lasting and attribution.begin <= main + 3)
    return bool(kinds & SAYING) or (past and "stance" in kinds)


def subject_of_ing(line: Line, at: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Find who is "..., adding that", "by warning", "with Trump yelling"."""
    if line.lows[at - 1] == "as" and line.lows[at] in TOLD and (quoted := _quoted(line, at - 1, lo)) != NOWHERE:
        return quoted
    if line.lows[at] in TOLD and (issued := find_issuing(line, at, lo)) >= 0:
        if line.lows[issued].endswith("ing"):
            return subject_of_ing(line, issued, lo, [one for one in attributions if one.first < issued])
        first, last = phrase_before(line, find_subject_end(line, issued, lo), lo)
        if first == lo or (first > lo and line.words[first - 1] != ","):
            return find_joined_start(line, first, last, lo), last
    if line.lows[at - 2 : at] in (["aside", "from"], ["apart", "from"]) and at - lo <= FRONT:
        return NOWHERE  # Aside from admitting it, Lund left
    left = left_of(line, at, lo)
    if line.words[left] == ")":  # with Rep. Ann Lund (R-Ohio) saying
        left = next((here - 1 for here in range(left - 1, max(lo, left - NEAR), -1) if line.words[here] == "("), left)
    if (blamed := _find_blamed(line, at, lo)) != NOWHERE:
        return blamed
    if line.lows[left] in INSCRIBED and left == at - 1 and line.lows[at] in INSCRIBING:
        before = range(at - 2, max(lo, at - 5) - 1, -1)
        first = next((here for here in before if line.lows[here] in DETERMINERS or line.words[here] == ","), -1)
        return (
            first if first >= 0 and line.words[first] != "," else left,
            at,
        )  # held up a sign saying; banners calling
    if line.lows[at - 1] == "by" and (answered := _find_answering(line, at, lo)) != NOWHERE:
        return answered
    if line.lows[left] in ("and", "while") and (beside := _find_beside(line, left, lo)) != NOWHERE:
        return beside
    joined = line.lows[left] in PREPOSITIONS or line.lows[left] in CONJUNCTIONS
    if left > lo and line.lows[left] not in WALLS and line.lows[left] != "," and not joined:
        first, last = _owned_message(line, *phrase_before(line, left + 1, lo))
        if left == at - 1 and (doing := _find_doing(line, left, lo)) != NOWHERE:
            return doing
        if first > lo and (line.lows[first - 1] == "with" or _is_absolute(line, first, last)):
            return (first, last)
        for here in range(left, max(lo, left - 12) - 1, -1):
            if line.lows[here] in ("with", "despite") and _may_act(line, here + 1, left + 1):
                return (here + 1, left + 1)
            people = here == left - 1 and is_plural_of_people(line.lows[left])  # saw officers saying
            if line.lows[here] in SHOWING and here < left and (people or _is_one_phrase(line, here + 1, left + 1)):
                return (here + 1, left + 1)
    return main_subject(line, at, lo, attributions)


def _find_doing(line: Line, left: int, lo: int) -> tuple[int, int]:
    """Find who does what follows in "retweeted [someone] calling", "a video of [rowers] chanting"; else NOWHERE."""
    if line.lows[left] in SOMEBODY:
        return (left, left + 1)
    if line.lows[left] in ("him", "her", "them") and line.lows[left - 1] == "of":  # a video surfaced of her mocking
        return (left, left + 1) if not HOLDING.isdisjoint(line.lows[max(lo, left - NEAR) : left - 1]) else NOWHERE
    of = next((here for here in range(left - 1, max(lo, left - 5), -1) if line.lows[here] in ("of", "from", "to")), lo)
    held = of > lo and line.lows[of - 1] in HOLDING
    somebody = is_plural_of_people(line.lows[left]) or line.words[left][0].isupper()
    somebody = somebody or (line.lows[of + 1] in DETERMINERS and is_person_noun(line.lows[left]))
    return (of + 1, left + 1) if held and somebody else NOWHERE


def _find_answering(line: Line, at: int, lo: int) -> tuple[int, int]:
    """Find who does what follows "by" in a relative clause: "met [Ann Lund], who cut her off by saying"."""
    for here in range(at - 2, max(lo, at - REACH), -1):
        if line.lows[here] == "who":
            return NOWHERE if holds_verb(line, here + 2, at - 1) else subject_before_relative(line, here, lo)
        if line.lows[here] in WALLS or line.words[here] in ",.":
            break
    return NOWHERE


def _find_beside(line: Line, end: int, lo: int) -> tuple[int, int]:
    """Find who does one thing and what follows: "with [Ann Lund] coming to her defence and saying"; else NOWHERE."""
    for here in range(end - 3, max(lo, end - LONG), -1):
        if line.lows[here] == "with":
            doing = next((one for one in range(here + 2, end) if line.lows[one].endswith("ing")), here)
            first, last = phrase_from(line, here + 1, doing)
            alone = first == here + 1 and (last == doing or line.lows[last] in ("in", "from"))  # rowers in Kent rising
            return (first, last) if alone and can_speak(line, first, last) else NOWHERE
        if line.lows[here] in WALLS or line.words[here] in ",.":
            break
    return NOWHERE


def _find_blamed(line: Line, at: int, lo: int) -> tuple[int, int]:
    """Find whom a verb blames or thanks for what follows: "mocked [Roth], a senator, for saying"; else NOWHERE."""
    end = at - 1
    if end <= lo + 1 or line.lows[end] not in ("for", "of"):
        return NOWHERE
    comma = end - 1
    if line.words[comma] == ",":
        end = next((here for here in range(comma - 1, max(lo, comma - NEAR), -1) if line.words[here] == ","), comma)
    first, last = phrase_before(line, end, lo)
    to = next((here for here in range(last - 2, first, -1) if line.lows[here] == "to"), -1)
    first = (
        to + 1 if to > first and line.lows[to + 1] in load_senses().verbs else first
    )  # the chance to [blame the firm]
    verb = load_senses().verbs.get(line.lows[first]) if 0 <= first < last - 1 else None
    helped = line.lows[first - 1] in MODALS or line.lows[first - 1] == "to"
    if verb is not None and (verb.form == "ing" or (verb.form == "base" and helped)):
        first += 1  # may blame [the firm]; criticising [bishops]
    elif last != end or first <= lo or not _acts_on(line, first - 1):
        return NOWHERE
    if line.lows[at - 1] == "of" and line.lows[first - 1] not in SUSPECTING:
        return NOWHERE
    low = line.lows[last - 1]
    somebody = low in BLAMED or is_person_noun(low) or is_plural_of_people(low)
    return (first, last) if somebody or low in OBJECT_PRONOUNS or line.words[last - 1][0].isupper() else NOWHERE


def _acts_on(line: Line, at: int) -> bool:
    """Tell the verb before somebody, "mocked Roth", "before accusing nurses", from what else stands there."""
    low = line.lows[at]
    doing = low.endswith("ing") and low in load_senses().verbs and low not in PREPOSITIONS
    return doing or is_verb(line, at) or is_helped(line, at)


def _quoted(line: Line, end: int, lo: int) -> tuple[int, int]:
    """Find who is quoted: "the paper quoted [Ida Moss] as saying"; NOWHERE in "was quoted as"."""
    for verb in range(end - 1, max(lo, end - REACH) - 1, -1):
        if line.lows[verb] in QUOTING:
            first, last = phrase_from(line, verb + 1, end)
            return (first, end - (line.words[end - 1] == ",")) if first == verb + 1 and last > first else NOWHERE
        if line.lows[verb] in WALLS or line.words[verb] == ".":
            break
    return NOWHERE


def find_main_behind(line: Line, at: int, lo: int, hi: int) -> tuple[int, int]:
    """Find who acts behind a participle that opens a sentence: "Saying it was late, [Lund] left"."""
    fronted = at == lo or (at - lo <= FRONT and line.lows[at - 1] in PREPOSITIONS and not holds_verb(line, lo, at))
    main = find_main_start(line, at, hi) if fronted else at
    return phrase_from(line, main, hi) if main > at else NOWHERE


def _owned_message(line: Line, first: int, last: int) -> tuple[int, int]:
    """Cut a phrase to somebody's message at its end: "exception to [Roth's tweet] saying"; else take all of it."""
    if first < 0 or line.lows[last - 1] not in PAPERS:
        return first, last
    owner = next((at for at in range(last - 2, first, -1) if line.lows[at].endswith(POSSESSIVES)), first)
    begin = max((at + 1 for at in range(first, owner) if line.lows[at] in PREPOSITIONS), default=first)
    return begin, last


def _is_absolute(line: Line, first: int, last: int) -> bool:
    """Tell who does what follows by themselves: "spoke - [Roth] saying", "[the paper's editorial] telling them"."""
    if line.lows[first - 1] in DASHES or line.lows[first - 1] == "and":
        return line.words[first][0].isupper() and line.words[last - 1][0].isupper()
    owned = any(low.endswith(POSSESSIVES) for low in line.lows[first : last - 1])
    return owned and line.lows[last - 1] in PAPERS


def _may_act(line: Line, first: int, last: int) -> bool:
    """Tell who acts behind "with": a name, or a noun with its article: "with [one of the ads] asking"."""
    if line.words[first][0].isupper():
        return not holds_verb(line, first, last)
    named = last - first > 2 and all(word[0].isupper() for word in line.words[last - 2 : last])
    if line.lows[last - 1] in RANKS or (line.lows[last - 1] in MEMBERS and line.lows[first] in MANY):
        return False  # with the first (four Republican) nominating contests
    begins = named or line.lows[first] in DETERMINERS or line.lows[first] in PARTS
    begins = begins or is_plural_of_people(line.lows[last - 1])  # with critics saying
    plain = "," not in line.words[first:last] and (named or QUOTE not in line.words[first:last])
    return begins and plain and not holds_verb(line, first, last)


def _is_one_phrase(line: Line, first: int, last: int) -> bool:
    """Tell whether some tokens are a name, or one noun with its article."""
    named = all(word[0].isupper() or word == "." for word in line.words[first:last])
    return named or (line.lows[first] in DETERMINERS and phrase_from(line, first, last) == (first, last))
