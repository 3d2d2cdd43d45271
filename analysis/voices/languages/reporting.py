"""Indirect speech: the clauses of a sentence that tell what somebody said."""

from __future__ import annotations

from operator import itemgetter

from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.before_verb import find_before_verb
from analysis.voices.languages.labelled import find_labelled, find_signed
from analysis.voices.languages.moods import find_by_mood, has_verb_second, in_mood
from analysis.voices.languages.passages import DASHES, STOPS, Passage
from analysis.voices.languages.phrases import end_of_phrase, is_predicate_first, is_relative, is_subject_noun
from analysis.voices.languages.silent import end_of_relative, opens_relative
from analysis.voices.languages.stated import opens_infinitive, opens_state
from analysis.voices.languages.told import JOINTS, Told, end_of_told, end_of_zu, start_of_told
from analysis.voices.languages.urging import find_urged
from analysis.voices.tokens import QUOTE

WINDOW = 24  # tokens between a verb and the clause that it opens
BRIEF = 4  # tokens before ", as X said," that may be no more than how a sentence begins
APPOSED = 12  # tokens that say who a speaker is


def find_told(
    passage: Passage, sentence: tuple[int, int], sayings: list[Saying], kept: list[int], continued: bool
) -> list[Told]:
    """List the reported clauses of a sentence, in order, none inside another.

    kept: its quotations, as tokens; continued: somebody has spoken in the paragraph.
    """
    lo, hi = sentence[0], _without_stop(passage, *sentence)
    found: list[Told] = []
    for number, saying in enumerate(sayings):
        if any(one.first <= saying.first < one.last for one in found):
            continue
        for told in _content(passage, lo, hi, saying, sayings[number + 1 :], kept):
            if told.last > told.first and not any(one.first < told.last and told.first < one.last for one in found):
                found.append(told)
    if not sayings:
        alone = find_labelled(passage, lo, hi, kept) or find_signed(passage, lo, hi) or find_by_mood(passage, lo, hi)
        parted = not kept or kept[0] > lo  # a clause in the mood, with words in marks inside
        if not alone and continued and parted and ":" not in passage.lows[lo:hi] and in_mood(passage, lo, hi):
            alone = Told(lo, hi, None, "clause")
        found = [alone] if alone else []
    found += find_urged(passage, lo, hi, sayings, found, kept)
    return sorted(found, key=itemgetter(0))


def _without_stop(passage: Passage, lo: int, hi: int) -> int:
    while hi > lo and passage.words[hi - 1] in STOPS:
        hi -= 1
    return hi


def _content(passage: Passage, lo: int, hi: int, saying: Saying, later: list[Saying], kept: list[int]) -> list[Told]:
    if saying.kind == "call" and (saying.last >= hi or passage.lows[saying.last] not in passage.rules["that"]):
        return []
    if saying.kind in ("phrase", "behind"):
        return _by_phrase(passage, lo, hi, saying, later, kept)
    if saying.like:
        return _as_said(passage, lo, hi, saying, later)
    if passage.rules.verb_last:
        return find_before_verb(passage, lo, hi, saying, kept)
    if opens_state(passage, hi, saying):
        return [Told(saying.last, _end(passage, saying.last, hi, later), saying, "that")]
    ahead = _clause_ahead(passage, hi, saying, later, kept)
    if ahead and ahead.form == "clause" and not saying.subject and any(one.subject for one in later):
        return []  # they commented on it as ever: X says that ...
    if (
        ahead and passage.lows[ahead.first] in passage.rules["infinitives"] | passage.rules["negations"]
    ):  # dit avoir vu « un feu »: the marks tell
        inside = [token for token in kept if ahead.first < token < ahead.last]
        colon = inside and passage.lows[inside[0] - 1] == ":"  # assure avoir prévenu le maire : « ... »
        return [ahead._replace(last=inside[0] - 1)] if colon else [] if inside else [ahead]
    begun = ahead and (_is_begun(passage, lo, saying, ahead) or _is_apart(passage, lo, saying, ahead))
    around = [] if ahead and not begun else _around(passage, lo, hi, saying, kept)[:1]
    return [*around, ahead] if ahead else _around(passage, lo, hi, saying, kept)


def _is_begun(passage: Passage, lo: int, saying: Saying, ahead: Told) -> bool:
    """Whether a reported clause has begun before who says it: Er wisse nicht, sagt X, wer ...; the home, so X, ..."""
    if not passage.rules["mood"] or saying.begin - lo < 2 or not saying.subject:
        return False
    short = passage.lows[saying.first] in passage.rules["according_like"]
    short = short or passage.lows[ahead.first] in passage.rules["mood"]  # the draft, she says, be ...
    return short or in_mood(passage, lo, saying.begin - 1)


def _is_apart(passage: Passage, lo: int, saying: Saying, ahead: Told) -> bool:
    """Whether words stand on both sides of who says them, a colon behind: It is wrong, says X: the strike goes on."""
    if passage.lows[ahead.first - 1] != ":" or saying.begin - lo < 2 or not saying.subject:
        return False
    behind = saying.subject.first >= saying.last and _is_set_off(passage, saying.begin)
    return behind and QUOTE not in passage.words[lo : saying.begin]


def _by_phrase(passage: Passage, lo: int, hi: int, saying: Saying, later: list[Saying], kept: list[int]) -> list[Told]:
    """Read "According to X, ...", "..., according to X" and "..., according to X, ..."."""
    parts, at = [], saying.end
    first = start_of_told(passage, lo, saying.begin)
    first = saying.begin if passage.lows[saying.begin - 1] == ":" else first  # 10.15 Uhr: Laut X ...
    headed = kept and kept[-1] < saying.begin and passage.lows[kept[-1] - 1] == ":"  # a strike: "...", according to X
    first = kept[-1] if headed and set(passage.words[kept[-1] + 1 : saying.begin]) <= JOINTS else first
    quoted = first in kept and passage.words[first + 1] in JOINTS  # "...", X said according to Y
    placed = passage.lows[first] in passage.rules["prepositions"] | passage.rules["adverbs"]
    begins = (
        placed and saying.begin - first <= BRIEF and at < hi and passage.lows[at] == ","
    )  # at that, in X's view, ...
    if saying.begin - first > 1 and not quoted and not begins:
        parts.append(Told(first, end_of_told(passage, first, saying.begin), saying, "according"))
    comma = at < hi and passage.lows[at] == ","
    if parts and not comma and hi - at > 1 and not quoted and is_predicate_first(passage, saying.begin):
        return [*parts, Told(at, _end(passage, at, hi, later), saying, "according")]
    if (parts or quoted) and not comma:
        return parts
    at = _over_matter(passage, at, hi) if not parts else at
    while at < hi and passage.lows[at] in JOINTS:
        at += 1
    at = _over_apposition(passage, at, hi)
    if hi - at > 1:
        parts.append(Told(at, _end(passage, at, hi, later), saying, "according"))
    return parts


def _over_matter(passage: Passage, at: int, hi: int) -> int:
    """Step over what a paper is about, where no clause has begun: according to the answer to the question, ..."""
    rules = passage.rules
    comma = next((here for here in range(at, min(hi, at + BRIEF + 2)) if passage.lows[here] == ","), -1)
    if not rules.has_cases or rules.verb_last or comma <= at or passage.lows[at] not in rules["prepositions"]:
        return at
    return at if any(low.endswith(rules.lists["finite"]) for low in passage.lows[at:comma]) else comma


def _over_apposition(passage: Passage, at: int, hi: int) -> int:
    """Step over who somebody is: according to X, the mayor of Y, ..."""
    comma = next((here for here in range(at, min(hi, at + APPOSED)) if passage.lows[here] == ","), -1)
    led = passage.lows[at : at + 2] if passage.rules.capitals else []
    if led and comma > at + 2 and led[0] in passage.rules["prepositions"] and led[1] in passage.rules["relatives"]:
        return comma + 1  # a note from which the paper quotes, ...
    if at < hi and comma > at + 2 and passage.lows[at - 1] == "," and _is_led(passage, at):
        return comma + 1  # according to the mayor, who is away, ...
    apposed = passage.lows[at] in passage.rules.nouns if at < hi else False
    participle = at < hi and passage.lows[at].endswith(
        passage.rules.lists["passive"]
    )  # a source cited by the agency, ...
    return comma + 1 if comma > at and (apposed or participle) else at


def _is_led(passage: Passage, at: int) -> bool:
    """Whether a word opens a relative clause about who was named right before it, as its subject."""
    rules, low = passage.rules, passage.lows[at]
    return low in rules["who"] or (rules.has_cases and low in rules["relatives"] and low not in rules["question"])


def _as_said(passage: Passage, lo: int, hi: int, saying: Saying, later: list[Saying]) -> list[Told]:
    """Read "As X said, ..." and "..., as X said"."""
    first = start_of_told(passage, lo, saying.begin)
    end = max(saying.end, saying.last)
    at = next((at for at in range(end, min(hi, end + WINDOW)) if passage.lows[at] in (",", ":")), hi)
    apposed = hi - at > 2 and is_subject_noun(passage, at + 1) and end_of_phrase(passage, at + 1, hi) == hi
    goes_on = hi - at > 2 and not apposed
    ahead = [Told(at + 1, _end(passage, at + 1, hi, later), saying, "before")] if goes_on else []
    if saying.begin - first <= 2:
        return ahead
    if ahead and saying.begin - first <= BRIEF:  # The bridge, as X said, ...; at that, as X said, ...
        placed = passage.lows[first] in passage.rules["prepositions"] | passage.rules["adverbs"]
        before = [] if placed else [Told(first, end_of_told(passage, first, saying.begin), saying, "before")]
        return before + ahead
    return [Told(first, end_of_told(passage, first, saying.begin), saying, "before")]


def _clause_ahead(passage: Passage, hi: int, saying: Saying, later: list[Saying], kept: list[int]) -> Told | None:
    """Find the clause that a verb opens: behind "that", a question word, a colon, or by itself (sagte, er sei)."""
    start = saying.end if saying.subject and saying.subject.first >= saying.last else saying.last
    begins = {one.begin for one in later}
    for at in range(start, min(hi, start + WINDOW)):
        open_mark = passage.words[at] == QUOTE and at not in passage.runs
        if open_mark or (at == saying.parted and at + 1 in begins):
            return None
        form = _opening(passage, at, start, hi, saying, kept)
        if form:
            first = at + 1 if passage.lows[at] in (",", ":") else at
            hi = end_of_relative(passage, saying, first, hi)
            end = (
                _end_of_led(passage, first, hi, later) if saying.led else _end(passage, first, hi, later, saying.agrees)
            )
            return Told(first, end, saying, form)
        if passage.lows[at] == ":" or at in begins:
            return None
    return None


def _opening(passage: Passage, at: int, start: int, hi: int, saying: Saying, kept: list[int]) -> str:
    """The form of the clause that a token opens; "" if none begins there."""
    rules, low = passage.rules, passage.lows[at]
    after = passage.lows[at + 1] if at + 1 < hi else ""
    if low == ":":
        return "clause" if after and at + 1 not in kept else ""
    if low in rules["that"] and not rules.has_cases and not rules.capitals:
        return "" if opens_relative(passage, at, saying) else "that"
    if opens_infinitive(passage, at, hi, saying.last):
        return "that"
    if low != "," or not after:
        return ""
    if after in rules["that"]:
        return "" if opens_relative(passage, at + 1, saying) else "that"
    inverted = saying.subject is not None and saying.subject.first >= saying.last
    if after in rules["question"] and at <= start + 2 and not (inverted and after in rules["relatives"]):
        return "question"
    if not rules["mood"] or after in rules["conjunctions"]:
        return ""
    if rules.capitals and end_of_zu(passage, at, hi):  # promised, the roof to mend; who is asked to belongs to it
        blamed = passage.lows[at - 1] in rules["toward"] and saying.parted == at  # accuses X of: wirft X vor, ... zu
        return "" if at > start + 1 and passage.lows[saying.first] in rules.urges and not blamed else "to"
    parted = saying.parted == at
    beside = parted or (saying.subject is not None and not inverted and at == saying.last)
    placed = (
        not inverted and passage.lows[saying.last] in rules["prepositions"] and has_verb_second(passage, at + 1, hi)
    )
    return "clause" if beside or placed or in_mood(passage, at + 1, hi) else ""


def _around(passage: Passage, lo: int, hi: int, saying: Saying, kept: list[int]) -> list[Told]:
    """Take the clause before "..., said X" and those on both sides of "..., said X, ..."."""
    begin, end = saying.begin, max(saying.end, saying.last)
    if saying.inherits or begin <= lo + 1 or not _is_set_off(passage, begin):  # what is one word is no clause
        return []
    if saying.subject and saying.subject.last <= saying.first:  # ..., said X, but not ..., X said
        return []
    first = start_of_told(passage, lo, begin)
    first = max((at + 1 for at in range(first, begin - 1) if passage.lows[at] == ";"), default=first)
    if kept and kept[0] >= begin:
        run = passage.runs[kept[0]]
        goes_on = (
            passage.rules["mood"] and kept[0] == end + 1 and passage.text[run.start].islower()
        )  # the firm, X says, "gives"
        goes_on = goes_on and passage.lows[first] not in passage.rules.pronouns
        return [Told(first, end_of_told(passage, first, begin), saying, "before")] if goes_on else []
    placed = passage.lows[first] in passage.rules["prepositions"] | passage.rules["adverbs"]
    if placed and passage.rules.has_cases and begin - first <= BRIEF and end < hi - 2 and passage.lows[end] == ",":
        return [Told(end + 1, hi, saying, "around")]  # at that, X stressed, ...
    rest = end < hi - 1 and passage.lows[end] == ","
    parted = passage.rules.marks.get("incise") in ("comma", "paired")
    rest = rest and (parted or _is_parted(passage, first, begin, end, hi))
    rest = rest and not _is_time_or_place(passage, end + 1, hi)
    if passage.words[first] == QUOTE and first in kept and begin - first <= 3:
        return []
    colons = [at for at in range(first, begin) if passage.lows[at] == ":"] if passage.rules["mood"] else []
    if colons and in_mood(passage, colons[-1] + 1, begin):  # he hits back: the party be wrong, he says
        first = colons[-1] + 1
    parts = [Told(first, end_of_told(passage, first, begin), saying, "before")]
    after = passage.lows[end + 1] if rest else ""
    if rest and not is_relative(after, passage.rules) and not after.endswith(passage.rules.lists["gerunds"]):
        parts.append(Told(end + 1, hi, saying, "around"))
    return parts


def _is_parted(passage: Passage, first: int, begin: int, end: int, hi: int) -> bool:
    """Whether a clause has its verb behind who says it: The snow, said X, will melt; not of a heading's one word."""
    ends = passage.rules.lists["finite"] if passage.rules.has_cases and not passage.rules.verb_last else ()
    before, behind = passage.lows[first:begin], passage.lows[end:hi]
    return bool(ends) and not any(low.endswith(ends) for low in before) and any(low.endswith(ends) for low in behind)


def _is_time_or_place(passage: Passage, first: int, hi: int) -> bool:
    """Whether nothing but when or where it was said stands behind a speaker: sagte Lee, am Montag in Bonn."""
    rules = passage.rules
    if not rules.capitals or passage.lows[first] not in rules["prepositions"]:
        return False
    small = rules["prepositions"] | rules["articles"] | rules["adverbs"]
    return all(passage.lows[at] in small or passage.words[at][0].isupper() for at in range(first, hi))


def _is_set_off(passage: Passage, begin: int) -> bool:
    begin -= begin > 1 and passage.lows[begin - 1] in passage.rules["articles"]
    return passage.lows[begin - 1] == "," or passage.lows[begin - 1] in DASHES


def _end(passage: Passage, first: int, hi: int, later: list[Saying], agrees: str = "") -> int:
    """Where a reported clause ends: with the sentence, before somebody else begins to speak, or before ", and did".

    agrees: whom the verb that opens the clause agrees with, for the verb that goes on behind the clause.
    """
    hi = _resumed(passage, first, hi, agrees)
    for one in later:
        if one.begin <= first:
            continue
        last = one.like or one.kind == "phrase" or _is_last(passage, one, hi)
        if one.inherits or (_is_set_off(passage, one.begin) and last):
            return end_of_told(passage, first, one.begin)
    semicolons = (at for at in range(first, hi) if passage.lows[at] == ";")
    at = next((at for at in semicolons if not in_mood(passage, at + 1, hi)), hi)
    return end_of_told(passage, first, at)


def _end_of_led(passage: Passage, first: int, hi: int, later: list[Saying]) -> int:
    """Where the clause of a gerund ends that the main clause follows: before who says what follows, else at a comma."""
    stop = later[0].begin if later else hi
    commas = [at for at in range(first + 1, stop) if passage.lows[at] == ","]
    return (commas[-1] if later else commas[0]) if commas else end_of_told(passage, first, stop)


def _resumed(passage: Passage, first: int, hi: int, agrees: str) -> int:
    """Where the main clause goes on with ", and" and a verb like its first (he said that ..., and ordered ...)."""
    rules, endings = passage.rules, passage.rules.endings_of.get(agrees)
    for at in range(first + 1, hi - 2) if endings else ():
        if passage.lows[at] == "," and passage.lows[at + 1] in rules["resuming"]:
            low = passage.lows[at + 2]
            if low.endswith(endings) and len(low) > 4 and low not in rules.nouns and at + 2 not in passage.named:
                return at
    return hi


def _is_last(passage: Passage, saying: Saying, hi: int) -> bool:
    """Whether nothing but a time or a place hangs on a saying that ends a sentence."""
    end = max(saying.last, saying.end)
    return saying.first <= saying.begin + 2 and "," not in passage.lows[end:hi]
