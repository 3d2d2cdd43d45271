"""Papers that say it: which one is named beside a verb such as "steht", and whose it is (the statement of X says)."""

from __future__ import annotations

from analysis.voices.languages.described import Subject
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import end_of_phrase, find_speaker_in
from analysis.voices.languages.subjects import find_inside, make_pronoun

THERE = 60  # tokens back that "there" can lead
CLAUSE = frozenset(",:;")  # signs behind which what is told begins
PAPER_REACH = (16, 8)  # tokens before and behind a verb where the paper is named that says it


def names_paper(passage: Passage, lo: int, at: int, hi: int) -> bool:
    """Whether a paper is named beside a verb such as "steht", behind a preposition: im Bericht steht."""
    rules = passage.rules
    near = (here for here in range(max(lo + 1, at - PAPER_REACH[1]), min(hi, at + PAPER_REACH[1])) if here != at)
    before = rules["prepositions"] | rules["articles"]
    return any(passage.lows[here] in rules.papers and passage.lows[here - 1] in before for here in near)


def find_owner_of_words(passage: Passage, at: int, hi: int) -> Subject | None:
    """Find whose words an object of a verb tells (прокомментировал заявление X о том, что ...): what follows is X's."""
    rules = passage.rules
    if not rules.has_cases or rules.verb_last or at >= hi or passage.lows[at] not in rules.papers:
        return None
    comma = next((here for here in range(at + 1, min(hi, at + PAPER_REACH[0])) if passage.lows[here] == ","), -1)
    about = comma - 2
    if about <= at + 1 or passage.lows[about] not in rules["about"] or passage.lows[about + 1] not in rules["empty"]:
        return None
    return find_speaker_in(passage, at + 1, end_of_phrase(passage, at + 1, about), oblique=True)


def find_among(passage: Passage, at: int, hi: int) -> Subject | None:
    """Find the body or the source behind "one says": (indique-t-on) à la préfecture, auprès des pompiers."""
    rules = passage.rules
    if at + 1 >= hi or passage.lows[at] not in rules["among"]:
        return None
    first = at + 1
    while first < hi - 1 and (passage.lows[first] in rules["of"] or passage.lows[first] in rules["articles"]):
        first += 1
    end = end_of_phrase(passage, first, hi)
    found = find_speaker_in(passage, first, end) if end > first else None
    return found if found and found.kind != "pronoun" else None


def find_there(passage: Passage, first: int, last: int) -> Subject | None:
    """Find the body named before where it is said "there": the police see it otherwise, "...," they say there."""
    rules = passage.rules
    there = (
        at for at in range(max(0, first - 2), min(len(passage.lows), last + 2)) if passage.lows[at] in rules["there"]
    )
    place = next(there, None)
    if place is None:
        return None
    for at in range(first - 1, max(-1, first - THERE), -1):
        if passage.lows[at] not in rules["inside"]:
            continue
        if rules.has_cases:
            found = find_inside(passage, at, first)
        else:
            start = at + 1 + (passage.lows[at + 1] in rules["articles"])
            found = find_speaker_in(passage, start, end_of_phrase(passage, start, first), oblique=True)
        if found and found.kind != "person":
            found.first, found.last = place, place + 1
            return found
    return None


def find_owner_of_paper(passage: Passage, lo: int, at: int, hi: int) -> Subject | None:
    """Find whose paper says it: "the statement of X says", "in his statement"; None where the text does not tell."""
    rules, (left, right) = passage.rules, PAPER_REACH
    stop = next((here for here in range(at + 1, min(hi, at + right)) if passage.lows[here] in CLAUSE), hi)
    for here in [*range(at - 1, max(lo, at - left) - 1, -1), *range(at + 1, min(stop, at + right))]:
        if passage.lows[here] not in rules.papers:
            continue
        before = passage.lows[here - 1] if here > lo else ""
        if before in rules.possessives:
            return make_pronoun(here - 1, rules.possessives[before])
        first = here + 1
        end = end_of_phrase(passage, first, at if here < at else hi)
        beyond = first < hi and end > first and passage.lows[first] not in rules.verbs
        first += not rules.has_cases and beyond and passage.lows[first] in rules["of"]
        return find_speaker_in(passage, first, end, oblique=True) if beyond else None
    inside = next((here for here in range(at + 1, min(hi - 1, at + 4)) if passage.lows[here] in rules["inside"]), -1)
    lo += passage.lows[lo] in rules["like"] and lo + 1 < at  # wie aus dem Ministerium verlautete
    opens = rules.capitals and passage.lows[lo] in rules["inside"]
    body = any(passage.lows[here] in rules.nouns or _is_shortened(passage.words[here]) for here in range(lo, at))
    if inside < 0 and opens and body:  # from the ministry it is said
        inside, hi = lo, at
    if inside < 0:
        return None
    first = inside + 1 + (passage.lows[inside + 1] in rules["articles"])
    if passage.lows[first : first + 1] and passage.lows[first] in rules.laws:
        return None  # the ruling says
    return find_speaker_in(passage, first, end_of_phrase(passage, first, hi), oblique=True)


def _is_shortened(word: str) -> bool:
    """Whether a word is a body's initials: CDU."""
    return len(word) > 1 and word.isupper()
