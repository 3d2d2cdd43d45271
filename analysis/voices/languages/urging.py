"""What somebody asks, promises, wants or criticises: called on the town to wait, wants to leave, slammed the plan."""

from __future__ import annotations

from analysis.voices.languages.announcing import Saying, make_saying
from analysis.voices.languages.joined import find_several_before
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import WALLS, is_subject_noun
from analysis.voices.languages.rules import LanguageRules
from analysis.voices.languages.subjects import find_subject_after
from analysis.voices.languages.subjects_before import find_subject_before
from analysis.voices.languages.told import Told, end_of_told, end_of_zu

HEARER = 8  # tokens that say who is asked
SHORTEST = 4  # letters of an infinitive


def find_urged(
    passage: Passage, lo: int, hi: int, sayings: list[Saying], told: list[Told], kept: list[int]
) -> list[Told]:
    """List what is asked, promised, wanted or criticised in a sentence, beside its reported clauses and quotations."""
    rules = passage.rules
    found: list[Told] = []
    urges, verbs_about = rules.urges, rules.verbs if rules["about"] else {}
    for at in range(lo, hi):
        kinds = urges.get(passage.lows[at])
        if not kinds and passage.lows[at] not in verbs_about:
            continue
        own = next((one for one in sayings if one.first <= at < one.last), None)
        if not kinds and not own:
            continue
        agrees, verbs = kinds or (own.agrees if own else "", frozenset(["about"]))
        urged = _find_before(passage, lo, at, verbs) if rules.verb_last else _find_ahead(passage, at, hi, verbs, agrees)
        if not urged:
            continue
        first, last, form = urged
        saying = _make(passage, lo, at, first, hi, agrees, own)
        taken = [(one.first, one.last) for one in (*told, *found)] + [(token, token + 1) for token in kept]
        if not saying or last - first < 1 or any(one < last and first < end for one, end in taken):
            continue
        if own and any(one.saying is own for one in told):
            continue
        if saying.subject and saying.subject.last > first and not rules.verb_last:
            continue
        if form == "wish" and _is_thing(saying, rules):
            continue  # the weather will not get better
        found.append(
            Told(max(first, saying.subject.last if rules.verb_last and saying.subject else 0), last, saying, form)
        )
    return found


def _is_thing(saying: Saying, rules: LanguageRules) -> bool:
    """Whether what "wants" may be a thing, in a language whose cases do not tell: a noun that no list has."""
    subject = saying.subject
    return bool(subject and subject.kind == "body" and not subject.name.isupper() and not rules.has_cases)


def _make(passage: Passage, lo: int, at: int, first: int, hi: int, agrees: str, own: Saying | None) -> Saying | None:
    """The verb with who is said to ask or want, who stands before it or, in German, right behind it."""
    rules = passage.rules
    if at > lo and passage.lows[at - 1] in rules["relatives"] and rules.has_cases:
        return None
    if own and own.subject:
        return own
    subject = find_several_before(passage, lo, at) if agrees == "p" else None
    subject = subject or find_subject_before(passage, lo, at, agrees)
    if not subject and rules.capitals:
        subject = find_subject_after(passage, at + 1, hi, agrees)
    if not subject or (subject.kind == "pronoun" and subject.sex == "n") or subject.name.lower() in rules["selves"]:
        return None
    saying = make_saying(passage, at, at + 1, "say", subject, at + 1)
    saying.agrees = agrees
    return saying


def _find_ahead(passage: Passage, at: int, hi: int, kinds: frozenset[str], agrees: str) -> tuple[int, int, str] | None:
    """Find what stands behind the verb: an infinitive, somebody who is asked and an infinitive, or an object."""
    rules, first = passage.rules, at + 1
    adverbs, negations = rules["adverbs"], rules["negations"]
    while first < hi and passage.lows[first] in adverbs and passage.lows[first] not in negations:
        if _is_infinitive(passage, first, hi):
            break
        first += 1
    first += next((len(one) for one in rules.asides if tuple(passage.lows[first : first + len(one)]) == one), 0)
    if first >= hi or (passage.lows[first] in WALLS and not rules.capitals):
        return None
    doing = _infinitive_at(passage, first, hi) if kinds & {"urge", "wish"} else -1
    if doing >= 0 and (doing == first or "urge" in kinds or rules.capitals):
        form = "wish" if "urge" not in kinds else "to" if doing == first else "order"
        first += passage.lows[first] == ","
        return first, _end(passage, doing, hi, agrees), form
    low = passage.lows[first]
    led = low in rules["about"] if "about" in kinds else low in rules["toward"] and "toward" in kinds
    if (
        led
        and first + 1 < hi
        and passage.lows[first + 1] not in rules["empty"]
        and passage.words[first + 1][0].isalpha()
    ):
        return first, _end_of_object(passage, first + 1, hi, agrees), "object"
    if "urge" in kinds and rules.has_cases:  # called on the parties to (hold) talks
        toward = next(
            (here for here in range(first, min(hi, first + HEARER)) if passage.lows[here] in rules["toward"]), -1
        )
        if toward > 0 and WALLS.isdisjoint(passage.lows[first:toward]) and not _opens_place(passage, first):
            return first, _end_of_object(passage, toward + 1, hi, agrees), "object"
    if "blame" in kinds and _opens_object(passage, first):
        return first, _end_of_object(passage, first, hi, agrees), "object"
    return None


def _find_before(passage: Passage, lo: int, at: int, kinds: frozenset[str]) -> tuple[int, int, str] | None:
    """Find what stands before a verb that ends its clause: a verb made a noun, in the case that the other governs."""
    ends = passage.rules.lists["urged"] or ("-",)
    if "urge" in kinds and at - 1 > lo and passage.lows[at - 1].endswith(ends):
        return lo, at, "order"
    return None


def _infinitive_at(passage: Passage, first: int, hi: int) -> int:
    """Where the infinitive stands that a verb governs, whom it asks before it; -1: nowhere."""
    rules = passage.rules
    if rules.capitals:
        return _end_of_german(passage, first, hi)
    if passage.lows[first] in rules["negations"] and first + 1 < hi and _is_infinitive(passage, first + 1, hi):
        return first
    for here in range(first, min(hi, first + HEARER)):
        if passage.lows[here] in WALLS or passage.lows[here] in rules["conjunctions"]:
            return -1
        if _is_infinitive(passage, here, hi):
            return here
        if here == first and passage.lows[here] in rules["linking"]:  # promet de, appelle à
            beyond = here + 1
            while beyond < hi and passage.lows[beyond] in rules["negations"]:
                beyond += 1
            if beyond < hi and _is_infinitive(passage, beyond, hi):
                return here
    return -1


def _is_infinitive(passage: Passage, at: int, hi: int) -> bool:
    rules, low = passage.rules, passage.lows[at]
    if at >= hi or len(low) < SHORTEST or not passage.words[at][0].islower() or not rules["infinitive"]:
        return False
    common = low in rules.nouns or low in rules.small or low in rules["no_infinitives"]
    common = common or low.endswith(rules.lists["not_infinitive"] or "-")
    return low.endswith(rules.lists["infinitive"]) and not common and at not in passage.named


def _end_of_german(passage: Passage, first: int, hi: int) -> int:
    """The last word of a clause with "zu" behind a comma, or of one whose infinitive ends it (will ... bauen)."""
    begin = next((at for at in range(first, min(hi, first + HEARER)) if passage.lows[at] == ","), hi)
    if begin < hi and (stop := end_of_zu(passage, begin, hi)):
        return stop - 1
    if begin == first:
        return -1
    last = begin - 1 if begin < hi else _without_signs(passage, hi) - 1
    low, small = passage.lows[last], passage.rules.small | passage.rules["participles"]
    plain = passage.words[last][0].islower() and low.endswith("n") and len(low) > SHORTEST and low not in small
    return last if plain and last > first else -1


def _without_signs(passage: Passage, hi: int) -> int:
    while hi > 1 and not passage.words[hi - 1][0].isalnum():
        hi -= 1
    return hi


def _opens_object(passage: Passage, at: int) -> bool:
    """Whether an object can begin at a token: no preposition, no sign, nobody in the nominative."""
    rules, low = passage.rules, passage.lows[at]
    if not passage.words[at][0].isalpha() or low in rules.small - rules["articles"] or low in rules.verbs:
        return False
    if rules.has_cases:
        acts = (at in passage.named and passage.named[at][1].is_nominative) or is_subject_noun(passage, at)
        return not acts or low.endswith(rules.lists["objective"] or "-")
    return low in rules["articles"] or (rules.capitals and low[-1:] in "ensr")


def _opens_place(passage: Passage, at: int) -> bool:
    return passage.lows[at] in passage.rules["prepositions"] and passage.lows[at] not in passage.rules["toward"]


def _end(passage: Passage, first: int, hi: int, agrees: str) -> int:
    """Where what is asked or wanted ends: before a gerund, another clause, or "and" with a verb like the first."""
    rules = passage.rules
    endings = rules.endings_of.get(agrees, ())
    for at in range(first + 1, hi - 1):
        low, after = passage.lows[at], passage.lows[at + 1]
        if low in (";", ":", "(") or (low == "," and _leaves(passage, at + 1, hi)):
            return end_of_told(passage, first, at)
        likely = endings and after.endswith(endings) and len(after) > SHORTEST
        if low in rules["joining"] and (likely or after in rules.urges or after in rules.verbs):
            return end_of_told(passage, first, at)
    return end_of_told(passage, first, hi)


def _leaves(passage: Passage, at: int, hi: int) -> bool:
    """Whether another clause begins behind a comma: a verb of saying, a gerund, "and", somebody in the nominative."""
    rules, low = passage.rules, passage.lows[at]
    gerund = rules.has_cases and low.endswith(rules.lists["gerunds"] or "-") and low not in rules.nouns
    acts = at in passage.named and passage.named[at][1].is_nominative and rules.has_cases
    acts = acts or (rules.has_cases and (is_subject_noun(passage, at) or low in rules["conjunctions"]))
    return gerund or acts or low in rules["resuming"] or rules.announces(low) or low in rules.urges


def _end_of_object(passage: Passage, first: int, hi: int, agrees: str) -> int:
    """Where an object ends: at the next sign, or before "and" with a verb like the first."""
    stop = next((at for at in range(first, hi) if passage.lows[at] in WALLS), hi)
    return _end(passage, first, stop, agrees)
