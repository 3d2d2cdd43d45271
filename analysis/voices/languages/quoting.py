"""Direct speech: which quoted runs are quotations, and what announces them."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from analysis.texts.tokens import split_words
from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.described import Subject, is_oblique
from analysis.voices.languages.moods import in_mood
from analysis.voices.languages.passages import DASHES, STOPS, Passage
from analysis.voices.languages.phrases import LONGEST, end_of_phrase, find_speaker_in, is_subject_noun
from analysis.voices.languages.subjects import find_inside, find_subject_after
from analysis.voices.languages.subjects_before import ends_a_name, find_acting, find_subject_before

JOINTS = frozenset(",.-–—?!…")
LEAST = 3  # words of a quotation whose speaker a colon sets off behind it
SHORT, NAME = 4, 5  # words: fewer need to be announced; as many with a capital may be what something is called
PREDICATE, PLACED = 7, 8  # words of a predicate in marks, tokens of its subject
CLOSED = 4  # tokens from the word that closes a quotation to its verb
CALLED = 8  # tokens between a verb such as "called" and what it governs


BULLETS = frozenset("•▪▫●○◦‣⁃◾◽🔹🔸🔷🔶✅✔☑➡👉📌📍❗❕‼🔻🔺🟢🔴🔵⚪⚫️")  # before an item of a list
NETWORKS = frozenset(["telegram", "twitter", "facebook", "instagram", "youtube", "tiktok", "threads", "bluesky"])


class Tied(NamedTuple):
    """What announces a quoted run: a saying, or words that name who speaks.

    how: after, colon, gapped (X called it "...", and Y - "..."), before, later, signed, alone, or inside (a name
    within a clause behind a colon, or of who speaks).
    """

    saying: Saying | None
    subject: Subject | None
    how: str


def attribute_run(passage: Passage, token: int, lo: int, hi: int, sayings: list[Saying]) -> Tied:
    """Find what announces a quoted run of a sentence."""
    colon = token > lo and passage.words[token - 1] == ":"
    if colon and token + 1 < hi and passage.words[token + 1][0].isalpha() and is_name_like(passage, token):
        return Tied(None, None, "inside")
    if any(one.subject and one.subject.first <= token < one.subject.last for one in sayings):
        return Tied(None, None, "inside")  # the newspaper «Dawn» said
    ahead = [one for one in sayings if one.last <= token]
    if colon and ahead:
        return Tied(ahead[-1], None, "colon")
    if not ahead and (headed := _behind_colon(passage, token, hi)):
        return Tied(None, headed, "colon")
    behind = _behind(passage, token, hi, sayings)
    if behind and ahead and not colon and _has_own(passage, behind, hi):
        behind = None
    if colon:
        subject = _before_colon(passage, lo, token - 1)
        if behind:
            behind.subject = behind.subject or (subject if behind.kind != "impersonal" else None)
        return Tied(behind, None, "after") if behind else Tied(None, subject, "colon")
    if behind:
        return Tied(behind, None, "after")
    other = _gapped(passage, lo, token) if ahead else None
    if other:
        return Tied(None, other, "gapped")
    predicate = _predicate(passage, token, lo) if not ahead else None
    if predicate:
        return Tied(None, predicate, "gapped")
    if ahead:
        return Tied(ahead[-1], None, "before")
    around = next((one for one in sayings if one.first < token < one.last), None)
    if around:  # X hat das als "..." bezeichnet
        return Tied(around, None, "before")
    later = next((one for one in sayings if one.begin > token and not one.like), None)
    if later and later.subject:
        return Tied(later, None, "later")
    signed = _signed(passage, token, hi)
    return Tied(None, signed, "signed" if signed else "alone")


def _behind(passage: Passage, token: int, hi: int, sayings: list[Saying]) -> Saying | None:
    """The saying that begins right behind a quotation, set off from it unless verbs end their clauses."""
    after = token + 1
    while after < hi and passage.words[after] in JOINTS:
        after += 1
    run = passage.runs[token]
    set_off = after > token + 1 or run.dashed or passage.text[run.end - 1] in ",?!…" or passage.rules.verb_last
    closed = passage.rules.verb_last and after < hi and passage.lows[after] in passage.rules["closers"]
    last = after + CLOSED if closed else after  # "...", – деп shortly answered X
    found = (
        one
        for one in sayings
        if one.first > token and not one.like and (after in (one.begin, one.opening) or after < one.first <= last)
    )
    return next(found, None) if set_off else None


def _behind_colon(passage: Passage, token: int, hi: int) -> Subject | None:
    """Read who opens the clause behind a quotation and a colon, as in headings: "We are tired": X minced no words."""
    at, run = token + 2, passage.runs[token]
    if at >= hi or passage.words[token + 1] != ":" or len(split_words(passage.text[run.start : run.end])) < LEAST:
        return None
    at += passage.lows[at] in passage.rules["articles"]
    end = end_of_phrase(passage, at, hi)
    named = any(here in passage.named and passage.named[here][1].is_nominative for here in range(at, end))
    return find_speaker_in(passage, at, end) if named or (at < hi and is_subject_noun(passage, at)) else None


def _has_own(passage: Passage, saying: Saying, hi: int) -> bool:
    """Whether a saying begins with its speaker and has a quotation of its own behind: X praised "...", Y sees "..."."""
    before = saying.subject is not None and saying.subject.last <= saying.first
    return before and not passage.rules.verb_last and bool(passage.list_runs(saying.last, hi))


def _before_colon(passage: Passage, lo: int, colon: int) -> Subject | None:
    """Read who stands before a colon: "the minister X: ..."."""
    while lo < colon and not passage.words[lo][0].isalnum():
        lo += 1
    people = [at for at in range(lo, colon) if at in passage.named and passage.named[at][1].is_nominative]
    if people:
        end, named = passage.named[people[-1]]
        return Subject(people[-1], end, named.name, "person", named.sex)
    if lo == colon or passage.rules.has_cases:
        found = find_subject_after(passage, lo, _before_unknown_verb(passage, lo, colon))
        return None if found and _is_placed_thing(passage, found, colon) else found
    end = end_of_phrase(passage, lo, colon)
    found = find_speaker_in(passage, lo, end) if end == colon else find_acting(passage, lo, colon)
    return None if found and _is_placed_thing(passage, found, colon) else found


def _before_unknown_verb(passage: Passage, lo: int, colon: int) -> int:
    """Where a heading's verb that no list has stands between its subject and a place: the mayor | quit today: ..."""
    rules = passage.rules
    if not rules.has_cases or rules.verb_last or not is_subject_noun(passage, lo):
        return colon
    placed = next((at for at in range(lo + 2, colon) if passage.lows[at] in rules["prepositions"]), -1)
    for at in range(lo + 1, placed):
        low = passage.lows[at]
        verb = low.endswith(rules.lists["unlisted"]) and passage.words[at][0].islower() and low not in rules.nouns
        agrees = next((one for one, ends in rules.endings_of.items() if low.endswith(ends)), "")
        fits = agrees != "f" or passage.lows[lo].endswith(rules.lists["women_roles"])  # глава отдела
        last = at + 1 == placed or passage.lows[at + 1] in rules["adverbs"]
        if verb and fits and last and is_subject_noun(passage, lo, agrees):
            return at
    return colon


def _is_placed_thing(passage: Passage, found: Subject, colon: int) -> bool:
    """Whether a heading has a word of no list with a place or a matter before its colon: a fire in Bonn: "..."."""
    rules, at = passage.rules, found.first
    if at + 2 >= colon or passage.lows[at + 1] not in rules["places"] or found.kind == "role":
        return False
    if at in passage.named or at in passage.runs or passage.words[at].isupper():
        return False
    behind = passage.words[at + 2 : colon]
    # somebody in an interview, on Telegram, on the ZDF: "..."
    said_in = any(word.isupper() or word.lower() in NETWORKS or word.lower() in rules["occasions"] for word in behind)
    return (
        not said_in and not passage.lows[at].endswith(rules.lists["surnames"] or "-") and not ends_a_name(passage, at)
    )


def _gapped(passage: Passage, lo: int, token: int) -> Subject | None:
    """Read a second speaker without a verb, in whose place a dash stands: X called it "...", and Y - "..."."""
    dash = token - 1
    if not passage.rules.has_cases or dash <= lo or passage.words[dash] not in DASHES:
        return None
    joins = (at for at in range(dash - 1, lo, -1) if passage.lows[at] in passage.rules["resuming"])
    first = next(joins, dash) + 1
    near = first < dash <= first + LONGEST and passage.lows[first - 2] == ","
    oblique = is_oblique(passage.lows[dash - 1], passage.rules) and not any(
        passage.named[at][0] == dash for at in passage.list_named(lo, dash)
    )
    return find_subject_before(passage, first, dash) if near and not oblique else None


def _predicate(passage: Passage, token: int, lo: int) -> Subject | None:
    """Read who is said to be something in marks, without any verb: at the UN they are "deeply worried"."""
    rules, run = passage.rules, passage.runs[token]
    words = split_words(passage.text[run.start : run.end].lower())
    if not rules["predicates"] or not 0 < len(words) <= PREDICATE or not passage.text[run.start].islower():
        return None
    told = words[0] in rules["negations"] or any(word.endswith(rules.lists["predicates"]) for word in words)
    if not told or token - lo > PLACED:
        return None
    if passage.lows[lo] in rules["inside"]:
        found = find_inside(passage, lo, token)
        return found if found and found.last == token else None
    found = find_subject_before(passage, lo, token) if len(words) > 1 and token > lo else None
    return found if found and found.last == token and found.kind != "pronoun" else None


def _signed(passage: Passage, token: int, hi: int) -> Subject | None:
    """Read "..." - X: a name behind a dash, or a role with where it is said, and no more."""
    at = token + 1
    at += at < hi and passage.words[at] == ","
    if at + 1 >= hi or passage.words[at] not in DASHES:
        return None
    role = is_subject_noun(passage, at + 1) and passage.rules.has_cases
    if not role and not passage.words[at + 1][0].isupper():
        return None
    end = end_of_phrase(passage, at + 1, hi)
    alone = end > at + 1 and (end == hi or passage.words[end] in STOPS or passage.words[end] == ";")
    placed = role and end < hi and passage.lows[end] in passage.rules["inside"]  # - the mayor in his channel
    alone = alone or (placed and not any(map(passage.rules.announces, passage.lows[end:hi])))
    return find_speaker_in(passage, at + 1, end) if alone else None


def is_name_like(passage: Passage, token: int) -> bool:
    """Whether a quoted run is short and ends in a word, as names and terms do."""
    run = passage.runs[token]
    words = split_words(passage.text[run.start : run.end])
    return len(words) <= NAME and passage.text[run.end - 1].isalnum()


def _is_so_called(passage: Passage, at: int, lo: int) -> bool:
    """Whether a word before a quoted run says "so-called"; not in s'est dit « prêt »."""
    rules = passage.rules
    helped = at > lo and passage.lows[at - 1] in rules["helpers"]
    return passage.lows[at] in rules["so_called"] and not (helped and passage.lows[at] in rules["participles"])


def _is_inside_told(passage: Passage, saying: Saying, token: int) -> bool:
    """Whether a quoted run ends a clause that a verb before it reports: X said that the inquiry had been "botched"."""
    behind = passage.words[token + 1] if token + 1 < len(passage.words) else "."
    between = range(saying.last, token)
    opens = (
        saying.kind == "phrase"
        or any(passage.lows[at] in passage.rules["that"] for at in between)
        or in_mood(passage, saying.last, token + 1)
    )
    return opens and (behind in STOPS or behind in JOINTS)


def is_spoken(passage: Passage, token: int, lo: int, hi: int, tied: Tied, continued: bool) -> bool:
    """Tell a quotation from a name, a title or a scare quote; continued: somebody has spoken in the paragraph."""
    run = passage.runs[token]
    text = passage.text[run.start : run.end].strip()
    words = len(split_words(text))
    if not words or tied.how == "inside":
        return False
    if tied.how in ("after", "colon", "signed", "gapped"):  # a list of names behind a colon is nobody's speech
        heading = tied.how == "colon" and words >= SHORT  # Fire in Bonn: "We were all asleep"
        return bool(tied.saying or tied.subject) or heading or not is_name_like(passage, token)
    if token > lo and _is_so_called(passage, token - 1, lo):
        return False
    ended = text[-1] in STOPS
    if tied.saying:
        verb = passage.lows[tied.saying.first : tied.saying.last]
        pairs = map(" ".join, pairwise(verb))
        names = tied.saying.kind == "call" or not passage.rules.calls.isdisjoint([*verb, *pairs])
        called = names and token - tied.saying.last < CALLED
        if text[0].islower() or names:
            told = text[0].islower() and _is_inside_told(passage, tied.saying, token)
            return words > 1 or told or (called and (text[0].islower() or passage.rules.capitals))
        return words > NAME or (ended and words >= SHORT)
    while lo < token and passage.words[lo] in BULLETS:
        lo += 1
    around = passage.words[lo:token] + passage.words[token + 1 : hi]
    told = passage.rules["selves"] | passage.rules["acting"] | passage.rules["negations"]
    if token == lo and around[:1] == [":"] and not told.isdisjoint(split_words(text.lower())):
        return words >= LEAST  # a heading: "We learnt it from the chat": a school is closed
    if continued and in_mood(passage, lo, hi) and words >= LEAST and (text[0].islower() or words >= SHORT):
        return True  # Man könne „nicht mal eben umladen“
    if not all(word in JOINTS or word == ";" for word in around):
        return continued and token == lo and words > NAME and ended
    own = not passage.rules["selves"].isdisjoint(split_words(text.lower()))  # a heading: "I am no icon"
    return words >= (2 if continued else SHORT) and (ended or continued or own or words > NAME or token + 1 < hi)
