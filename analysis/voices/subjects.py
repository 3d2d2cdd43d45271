"""Who acts: the subject of a verb, before it, behind it, or of the verb that it hangs on."""

from __future__ import annotations

from analysis.voices.cues import Attribution, Cue
from analysis.voices.heads import find_head
from analysis.voices.lines import Line
from analysis.voices.phrases import (
    ARTICLES,
    DAYTIMES,
    MONTH_NAMES,
    NOWHERE,
    PERSONS,
    REACH,
    WALLS,
    clause_subject,
    contracted,
    holds_verb,
    is_ly_name,
    is_verb,
    phrase_before,
    phrase_from,
    phrase_over_asides,
)
from analysis.voices.several import find_capitals_end, find_list_start
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HELPERS,
    MONTHS,
    NEGATIONS,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

DASHES = frozenset(["-", "–", "—", "--"])
HANGING = frozenset(["about", "against", "over", "under", "between", "among", "regarding", "into", "near", "inside"])
SHOWING = frozenset(  # showed Roth shouting
    [
        *("show", "shows", "showed", "showing", "hear", "hears", "heard", "hearing", "see", "sees", "saw", "caught"),
        *(
            "films",
            "filmed",
            "records",
            "recorded",
            "captures",
            "captured",
            "features",
            "featured",
            "depicts",
            "depicted",
        ),
    ]
)
INSCRIBING = frozenset(["saying", "reading", "stating", "declaring", "proclaiming", "demanding", "urging"])
INSCRIBED = frozenset(  # things that show words
    [
        *(
            "sign",
            "signs",
            "banner",
            "banners",
            "placard",
            "placards",
            "poster",
            "posters",
            "sticker",
            "stickers",
            "hat",
        ),
        *(
            "hats",
            "cap",
            "caps",
            "shirt",
            "shirts",
            "t-shirt",
            "t-shirts",
            "button",
            "buttons",
            "flag",
            "flags",
            "plaque",
        ),
        *("billboard", "billboards", "badge", "badges", "tattoo", "graffiti", "leaflet", "leaflets", "mug", "mugs"),
    ]
)
CAUSING = frozenset(  # make somebody do what follows
    [
        *("lead", "leads", "led", "leading", "prompt", "prompts", "prompted", "prompting", "cause", "causes", "caused"),
        *(
            "causing",
            "force",
            "forces",
            "forced",
            "forcing",
            "spur",
            "spurred",
            "spurring",
            "allow",
            "allows",
            "allowed",
        ),
        *(
            "allowing",
            "inspire",
            "inspired",
            "inspiring",
            "compel",
            "compelled",
            "compelling",
            "moved",
            "drove",
            "driving",
        ),
        *("enable", "enabled", "enabling", "tempted", "provoked", "provoking"),
    ]
)
FRONTED = frozenset(["in", "at", "on", "during", "through", "via", "with", "by"])
MOST = 8  # tokens between "and" and its verb
LASTING = frozenset(["over", "during", "in", "at", "on", "through", "throughout"])  # the weekend
APPOSING = frozenset(
    [
        "a",
        "an",
        "the",
        "who",
        "whose",
        "another",
        "one",
        "with",
        "of",
        "in",
        "at",
        "his",
        "her",
        "its",
        "director",
        "chief",
        "president",
        "former",
    ]
)


def left_of(line: Line, at: int, lo: int) -> int:
    """Step left over adverbs and negations; return the token that stands there."""
    at -= 1
    while at > lo and (
        line.lows[at] in NEGATIONS
        or (is_adverb(line.lows[at]) and line.lows[at] not in ("most", "here") and not is_ly_name(line.words[at]))
    ):
        at -= 1
    return at


def main_subject(line: Line, at: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Return who acts in the clause that an infinitive or a participle hangs on."""
    caused = _caused(line, at, lo) if line.lows[at - 1] == "to" else NOWHERE
    if caused != NOWHERE:
        return caused
    nearest = clause_subject(line, at, lo)
    if nearest[0] > lo and line.lows[nearest[0] - 1] in ("where", "when", "while"):
        return nearest
    main = _main_start(line, lo, at)
    for attribution in reversed(attributions):
        if attribution.first < main:
            break
        if attribution.subject != NOWHERE and not attribution.passive and _is_main(attribution):
            return attribution.subject
    return nearest


def _is_main(attribution: Attribution) -> bool:
    """Tell a cue whose subject is likely to say what follows too."""
    kinds, past = attribution.cue.kinds, attribution.cue.form == "past"
    return bool(kinds & {"speech", "hearer"}) or (past and "stance" in kinds)


def _caused(line: Line, at: int, lo: int) -> tuple[int, int]:
    """Find who is made to speak: "leading [advisers like Gene Lund] to counter"; NOWHERE if nobody is."""
    to = at - 1
    for verb in range(to - 1, max(lo, to - REACH) - 1, -1):
        if line.lows[verb] in CAUSING and line.words[verb][0].islower():
            first, last = phrase_from(line, verb + 1, to)
            direct = last == to or line.lows[last] in (",", "like")  # with an aside behind it
            return (first, last) if first > 0 and direct else NOWHERE
        if line.lows[verb] in WALLS or line.lows[verb] in (".", "that"):
            break
    return NOWHERE


def _main_start(line: Line, lo: int, hi: int) -> int:
    """Return where the main clause begins behind one like "Even before Lee spoke, ..."; lo if none stands before it."""
    at = lo
    while at < hi and is_adverb(line.lows[at]):
        at += 1
    low = line.lows[at]
    if low not in SUBORDINATORS and low not in PREPOSITIONS and not low.endswith("ing"):
        return lo
    for comma in range(at + 1, hi):
        if line.lows[comma] == ",":
            last = phrase_from(line, comma + 1, hi)[1]
            while comma < last < hi and is_adverb(line.lows[last]):
                last += 1
            if comma < last < hi and is_verb(line, last):
                return comma + 1
    return lo


def subject_of_ing(line: Line, at: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Find who is "..., adding that", "by warning", "with Trump yelling"."""
    left = left_of(line, at, lo)
    if line.lows[left] in INSCRIBED and left == at - 1 and line.lows[at] in INSCRIBING:
        first = next((here for here in range(at - 2, max(lo, at - 5) - 1, -1) if line.lows[here] in DETERMINERS), -1)
        return (first, at) if first >= 0 else phrase_before(line, at, lo)  # held up a sign saying
    joined = line.lows[left] in PREPOSITIONS or line.lows[left] in CONJUNCTIONS
    if left > lo and line.lows[left] not in WALLS and line.lows[left] != "," and not joined:
        first, last = phrase_before(line, left + 1, lo)
        if first > lo and line.lows[first - 1] == "with":
            return (first, last)
        for here in range(left, max(lo, left - 12), -1):
            if line.lows[here] == "with" and line.words[here + 1][0].isupper():
                return (here + 1, left + 1)
            if line.lows[here] in SHOWING and here < left and _is_one_phrase(line, here + 1, left + 1):
                return (here + 1, left + 1)
    return main_subject(line, at, lo, attributions)


def _is_one_phrase(line: Line, first: int, last: int) -> bool:
    """Tell whether some tokens are a name, or one noun with its article."""
    named = all(word[0].isupper() or word == "." for word in line.words[first:last])
    return named or (line.lows[first] in DETERMINERS and phrase_from(line, first, last) == (first, last))


def agent(line: Line, last: int, hi: int) -> tuple[int, int]:
    """Find who acts in a passive: described by Comey."""
    for at in range(last, min(hi, last + 8)):
        if line.lows[at] == "by":
            return phrase_from(line, at + 1, hi)
        if line.lows[at] in WALLS or line.lows[at] in (",", "that"):
            break
    return NOWHERE


def subject_before(
    line: Line, at: int, lo: int, attributions: list[Attribution], foreign: bool = False
) -> tuple[int, int]:
    """Find the words before a verb that say who acts: "Kevin Madden, a strategist, [has also] said"."""
    end = _before_verb(line, at, lo)
    end -= foreign and end > lo and line.lows[end - 1] in HELPERS
    if end <= lo:
        return _named_like_month(line, end, at)
    word = line.lows[end - 1]
    if end < at and contracted(word):  # he's always said
        return (end - 1, end)
    if word in ("and", "but", "or", "then"):
        return _subject_of_pair(line, at, end, lo, attributions)
    if word == ",":
        if end - 1 > lo and line.lows[end - 2] == QUOTE:
            return NOWHERE
        found = phrase_over_asides(line, end - 1, lo)
        fronted = found[0] > lo and (
            line.lows[found[0] - 1] in PREPOSITIONS - SUBORDINATORS or is_verb(line, found[0] - 1)
        )
        return clause_subject(line, end - 1, lo) if fronted else _unless_verb(line, found)  # X left in May, said he
    if word in DASHES and (opening := _aside_start(line, end - 1, lo)) > lo:
        return phrase_before(line, opening, lo)  # X - a nurse - said
    if word == QUOTE and (comma := _aside_of_run(line, end - 1, lo)) > lo:
        return phrase_before(line, comma, lo)
    if (word in WALLS and word != ")") or word in (".", "-", "'", "’"):
        return NOWHERE
    if word in ("who", "which", "that"):
        stop = end - 1
        stop -= stop > lo and line.lows[stop - 1] == ","
        if stop - 1 > lo and line.lows[stop - 1] in ("himself", "herself"):
            return (stop - 2, stop)
        return _with_name_before(line, _antecedent(line, stop, lo), lo) if stop > lo else NOWHERE
    found = _with_head(line, _phrase_over_reduced(line, end, at, lo), lo)
    if found == NOWHERE:
        pair = _pair_before(line, end, lo)
        return _subject_of_pair(line, at, pair + 1, lo, attributions) if pair > lo else NOWHERE
    begin = min(find_list_start(line, *found, lo), _adjective_start(line, *found, lo))
    return (begin, found[1]) if begin < found[0] else _unless_verb(line, find_head(line, found, end, lo))


def _antecedent(line: Line, stop: int, lo: int) -> tuple[int, int]:
    """Take the phrase before "who" or "which", without its preposition: "wrote to the mayor, [who]"."""
    found = phrase_before(line, stop, lo)
    if found != NOWHERE:
        return found
    for at in range(stop - 1, max(lo, stop - MOST) - 1, -1):
        if line.lows[at] in PREPOSITIONS - {"of", "for"}:
            return phrase_before(line, stop, at + 1)
        if not line.words[at][0].isalnum():
            break
    return NOWHERE


def _adjective_start(line: Line, first: int, last: int, lo: int) -> int:
    """Find where "the tall, grey-haired man" begins: a lone noun in the singular has an article somewhere."""
    low = line.lows[last - 1]
    alone = line.words[first][0].islower() or line.words[first][0].isdigit()
    if first < lo + 3 or line.words[first - 1] != "," or not alone or low.endswith("s") or low in PLURALS:
        return first
    if line.lows[first] in DETERMINERS or line.lows[first] in PERSONS or not line.words[last - 1][0].islower():
        return first
    for at in (first - 3, first - 4):
        if (
            at >= lo
            and line.lows[at] in ("the", "a", "an")
            and all(w.isalpha() for w in line.words[at + 1 : first - 1])
        ):
            return at
    return first


def _unless_verb(line: Line, phrase: tuple[int, int]) -> tuple[int, int]:
    """Take a phrase unless it is a lone verb: "have wrongly downplayed, ignored or dismissed"."""
    first, last = phrase
    lone = last - first == 1 and line.words[first][0].islower() and line.lows[first].endswith("ed")
    return NOWHERE if lone else phrase


def _aside_of_run(line: Line, token: int, lo: int) -> int:
    """Find the comma of an aside that ends in a quoted run: "Lund, star of “Scandal,” [thanked]"; -1 if it is none."""
    run = line.runs.get(token)
    if run is None or line.text[run.end - 1] != ",":
        return -1
    for at in range(token - 1, max(lo, token - MOST), -1):
        if line.words[at] == ",":
            return at if line.words[at - 1][0].isalnum() else -1
        if line.lows[at] in WALLS or line.words[at] == ".":
            break
    return -1


def _aside_start(line: Line, dash: int, lo: int) -> int:
    """Find the dash with which an aside begins that ends in one; -1 if there is none."""
    for at in range(dash - 2, max(lo, dash - REACH), -1):
        if line.lows[at] in DASHES:
            return at
        if line.lows[at] in (QUOTE, ".", ";", ":"):
            break
    return -1


def _with_head(line: Line, phrase: tuple[int, int], lo: int) -> tuple[int, int]:
    """Take what a phrase hangs on by its preposition: "A report about the mayor [said]"."""
    first, last = phrase
    while first > lo + 1 and line.lows[first - 1] in HANGING and line.words[first - 2][0].isalnum():
        begin, end = phrase_before(line, first - 1, lo)
        if begin < 0 or end < first - 1 or line.lows[begin] in PERSONS:
            break
        first = begin
    return first, last


def _with_name_before(line: Line, phrase: tuple[int, int], lo: int) -> tuple[int, int]:
    """Take the name to its apposition: "Jeff Hale, his only ally, [who said]"."""
    first, last = phrase
    if first < lo + 3 or line.words[first - 1] != "," or line.lows[first] not in POSSESSIVES | {"a", "an", "one"}:
        return phrase
    begin, end = phrase_before(line, first - 1, lo)
    named = end - begin > 1 and all(line.words[at][0].isupper() or line.words[at] == "." for at in (end - 2, end - 1))
    return (begin, last) if begin >= 0 and named else phrase


def _phrase_over_reduced(line: Line, end: int, at: int, lo: int) -> tuple[int, int]:
    """Take the noun phrase before a verb, over a participle and what hangs on it: "A letter sent to us [warned]"."""
    found = phrase_before(line, end, lo)
    if found == NOWHERE and (named := _named_like_month(line, end, at)) != NOWHERE:
        return named
    if found != NOWHERE or line.lows[end - 1] in PERSONS:
        return found
    for verb in range(end - 1, max(lo, end - 12), -1):
        low = line.lows[verb]
        if (
            low in WALLS
            or low in (",", ".")
            or low in AUXILIARIES
            or low in SUBORDINATORS - {"than", "after", "before"}
        ):
            break
        if is_verb(line, verb):
            first, last = phrase_before(line, verb, lo)
            return (first, last) if last == verb and line.lows[first] not in PERSONS else NOWHERE
    return NOWHERE


def _named_like_month(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Read the month with which a time before a verb begins as a person: "April [said]"."""
    return (at, at + 1) if at < hi and line.lows[at] in MONTH_NAMES and line.words[at][0].isupper() else NOWHERE


def _subject_of_pair(line: Line, at: int, end: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Find who acts in "X went on and said": the subject of the verb of the same form before it."""
    main = _main_start(line, lo, end - 1)
    for attribution in reversed(attributions):
        if attribution.first < main:
            break
        if attribution.subject != NOWHERE and not attribution.passive and attribution.cue.form in ("past", "third"):
            return attribution.subject
    return clause_subject(line, end - 1, lo)


def _pair_before(line: Line, end: int, lo: int) -> int:
    """Find the "and" before what stands between it and its verb: "left and in a statement [called it]"; else -1."""
    for at in range(end - 1, max(lo, end - MOST), -1):
        if line.lows[at] in ("and", "but"):
            return at if line.lows[at + 1] in FRONTED else -1
        if not line.words[at][0].isalnum() or is_verb(line, at):
            break
    return -1


def _before_verb(line: Line, at: int, lo: int) -> int:
    """Step left over auxiliaries and adverbs: return where the subject must end."""
    floor = max(lo, at - REACH)
    while at > floor:
        time = _time_before(line, at, floor)
        if time:
            at -= time
            continue
        low = line.lows[at - 1]
        helps = low in AUXILIARIES and line.words[at - 1][0].islower()  # not Mrs May
        helps = helps and not (low in ("will", "can", "must") and line.lows[at - 2] in ("the", "a", "an"))  # the will
        helps = helps or low in ("help", "helps", "helped")
        adverb = is_adverb(low) and low not in ("most", "here", "then") and not is_ly_name(line.words[at - 1])
        if not (helps or low in NEGATIONS or adverb):
            break
        at -= 1
    return at


def _time_before(line: Line, at: int, floor: int) -> int:
    """Count the tokens of a time before token `at`: "last week", "late on Monday night", "over the weekend"."""
    lows, first = line.lows, at
    low, before = lows[at - 1], lows[at - 2] if at - 2 >= floor else ""
    if low in DAYTIMES:
        if before in ("last", "this", "next", "that", "earlier") or before in MONTHS:
            first -= 2
        elif before in ("the", "one") and at - 3 >= floor and lows[at - 3] in LASTING:
            return 3
    elif low in MONTHS and line.words[at - 1][0].isupper():
        first -= low != "may" or before in ("in", "last", "late", "early")
    elif low.isdigit() and before in MONTHS:
        first -= 2
    while floor < first < at and lows[first - 1] in ("on", "last", "late", "early", "in"):
        first -= 1
    if floor + 1 < first < at and lows[first - 1] in ("a", "the") and lows[first - 2] in LASTING:
        first -= 2  # during a Sunday
    return at - first


def subject_after(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Find who acts after an inverted verb: said Kevin Madden, a strategist."""
    first = at
    while at < hi and (
        (is_adverb(line.lows[at]) and not is_ly_name(line.words[at]))
        or (line.lows[at] in MONTHS and line.lows[at] != "may")
        or (line.lows[at] in DAYTIMES and at > first and line.lows[at - 1] in MONTHS)  # said Thursday night
    ):
        at += 1
    found = phrase_from(line, at, hi)
    if found != NOWHERE and line.lows[found[0]] not in DETERMINERS and line.lows[found[1] - 1] in ARTICLES:
        return NOWHERE  # considered necessary for the "..."
    if found == NOWHERE and first < at and line.lows[at - 1] in MONTH_NAMES:
        return (at - 1, at)  # said March
    return found


def is_inverted(line: Line, last: int, hi: int, cue: Cue) -> bool:
    """Tell "..., said Ms. Gil, a nurse." from "X, a nurse, said Ms. Gil would come"."""
    if "speech" not in cue.kinds or last >= hi or not (line.words[last][0].isupper() or line.lows[last] in DETERMINERS):
        return False
    first, end = subject_after(line, last, hi)
    if first < 0 or end >= hi:
        return end >= hi
    low = line.lows[end]
    if low == "," and end + 1 < hi and line.words[first][0].islower() and line.words[end + 1][0].isupper():
        stop = find_capitals_end(line, end + 1, hi)  # said the bureau's director, James Comey, on Monday
        return stop >= hi or (line.words[stop] == "," and not (stop + 1 < hi and is_verb(line, stop + 1)))
    if low == "," and end + 1 < hi:
        if line.lows[end + 1] in BE:  # its scope, said Reed, was ...
            return True
        low = line.words[end + 1]
        if low[0].isupper() and line.lows[last] in DETERMINERS and not holds_verb(line, end + 1, hi):
            return True  # said the mayor, Ann Lee
        return line.lows[end + 1] in APPOSING or low[0].isdigit() or (low[0].islower() and not is_verb(line, end + 1))
    return low in ".!?" or low == "who" or (low in PREPOSITIONS and not holds_verb(line, end, hi))
