"""Who speaks by the place of a name alone, without a verb: Shaw: "..."; Shaw on the vote: "..."; "..." - Shaw."""

from __future__ import annotations

from functools import cache

from analysis.people.lists import load_list
from analysis.people.titles import PARTICLES, ROLES
from analysis.voices.clauses import clause_subject
from analysis.voices.cues import Attribution, Cue
from analysis.voices.described_people import is_person_noun
from analysis.voices.digests import DASHES, find_paper, find_sent
from analysis.voices.finite_verbs import SAYING, contracted, holds_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE, phrase_before
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.senses import load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    BE,
    BODIES,
    CONJUNCTIONS,
    DETERMINERS,
    HERALDS,
    MESSAGES,
    MONTHS,
    POSSESSIVES,
    PREPOSITIONS,
    STUDIES,
    WORKS,
    is_page_part,
)

ON = frozenset(  # what a heading's speaker speaks of; Russian, Ukrainian, German, French, Spanish
    ["on", "about", "regarding", "re", "о", "об", "про", "über", "zu", "zur", "zum", "sur", "sobre"]
)
BESIDE_NAME = (PREPOSITIONS | ON) - {"of", "for", "de"}  # Peskov on the report, Lee at a rally
WHEN = frozenset(["when", "while", "as"])  # Lee's spokesman when asked about it
BEHIND_NAME = BESIDE_NAME | WHEN
NAMING = PARTICLES | ROLES  # small words of a signature: Lee's spokesman
NAMED = 5  # tokens of a name and its title, and one more
SIGNED = 24  # tokens at most of a signature
LABEL = 12  # tokens at most before the colon of a label
UTTERANCES = frozenset(
    ["chant", "chants", "cry", "cries", "calls", "shouts", "slogan", "slogans", "motto", "mantra", "refrain", "line"]
)
OFTEN_SAID = frozenset(["oft-repeated", "often-repeated", "oft-quoted", "much-quoted", "oft-cited"])
SHOUTED = frozenset(["chants", "cries", "shouts", "calls", "jeers"])  # loud "Go home!" chants
SHOWN = frozenset(["inscription", "legend", "phrase", "phrases", "words"])  # on a flag, a shirt, a wall
FEW = 3  # words on it, and one more, are no speech
SHOWING = frozenset(
    [
        *("bear", "bearing", "bears", "bore", "carried", "carries", "carrying", "contain", "contained", "containing"),
        *("contains", "displaying", "displays", "emblazoned", "had", "has", "have", "includes", "with"),
    ]
)
FROM = frozenset(["from", "in", "per", "via"])
OPENING = frozenset(["a", "an", "the", "this", "that"])
DOCUMENTS = MESSAGES | STUDIES  # From the report:
RUNNING = frozenset(
    [
        *("begins", "began", "concludes", "concluded", "ended", "ends", "goes", "opened", "opens", "ran", "read"),
        *("runs", "starts", "started", "went"),
    ]
)
WRITTEN = MESSAGES | WORKS | frozenset(["anthem", "chorus", "prayer", "refrain", "text"])


def name_before_colon(line: Line, token: int, lo: int) -> Attribution | None:
    """Read a name right before a colon as the speaker: Dr. Shaw: "..."; Shaw on the vote: "..." """
    if token - 2 < lo or line.words[token - 1] != ":":
        return None
    lo += line.words[lo] in ("[", "(") and not {"]", ")"} & {*line.words[lo:token]}  # [WSJ: "..."]
    if line.lows[token - 2] not in RUNNING and (sender := find_sent(line, token - 1, lo)) != NOWHERE:
        return Attribution(token - 1, token, sender, Cue(":", "other", frozenset({"speech"})))
    if line.words[token - 2] == "SAYING":  # (SOUNDBITE) (English) SENATOR ANN LEE SAYING: "..."
        lo = next((at + 1 for at in range(token - 3, lo, -1) if line.words[at] == ")"), lo)
    if (paper := find_paper(line, lo, token - 1)) != NOWHERE:
        return Attribution(token - 1, token, paper, Cue(":", "other", frozenset({"speech"})))
    on_topic = find_on_topic(line, lo, token - 1)
    lo = lo if on_topic else _label_start(line, lo, token - 1)
    said = line.lows[lo] in SAYING and line.words[lo + 1][0].isupper() and lo + 1 < token - 1  # Says Lund: "..."
    lo += said
    if is_page_part(line.lows[lo : token - 1]):
        return None
    aside = _aside_start(line, lo, token - 1)
    first, last = on_topic or phrase_before(line, aside, lo)
    if first != lo or (last < aside and not on_topic and line.words[last] != "("):
        return None
    last -= last - first > 1 and line.words[last - 1] == "SAYING"
    head = next((at for at in range(first + 1, last) if line.lows[at] in PREPOSITIONS), last) - 1
    worded = head > first and (line.lows[head] in UTTERANCES or _is_wording(line.lows[head]))
    if worded and line.lows[first] in POSSESSIVES:  # Her best line to the crowd: "..."
        return Attribution(head, token, (first, first + 1), Cue(line.lows[head], "noun", frozenset({"speech"})))
    if not (line.words[last - 1][0].isupper() or line.lows[last - 1] in DOCUMENTS or _is_somebody(line.lows[last - 1])):
        return None
    first_cue = lo - 1 if said else token - 1
    return Attribution(first_cue, first_cue + 1, (first, last), Cue(":", "other", frozenset({"speech"})))


def _is_somebody(low: str) -> bool:
    """Tell The mayor: ..., The ministry: ... and Residents: ... from what is told before a colon."""
    return not (ROLES | BODIES).isdisjoint((low, low.removesuffix("s"))) or is_person_noun(low.removesuffix("s"))


def _aside_start(line: Line, lo: int, colon: int) -> int:
    """Find where the aside begins of "Former envoy Carla Ruiz, in a post on X: ..."; the colon if there is none."""
    comma = next((at for at in range(lo + 1, colon - 1) if line.words[at] == ","), colon)
    if comma == colon or not line.words[comma - 1][0].isupper() or holds_verb(line, lo, colon):
        return colon
    low = line.lows[comma + 1]
    named = comma > lo + 1 and all(word[0].isupper() for word in line.words[lo:comma])  # Ann Lee, coach: ...
    return comma if named or low in PREPOSITIONS or low.endswith("ing") or low in DETERMINERS else colon


def _label_start(line: Line, lo: int, colon: int) -> int:
    """Step over what stands before a name and its colon: More from the report: ...; Polls open - Philip Bump: ..."""
    dash = max((at for at in range(lo, colon - 1) if line.words[at] in DASHES), default=-1)
    if dash >= lo and line.words[dash + 1][0].isupper():
        return dash + 1
    captioned = next((at for at in range(colon - 2, lo, -1) if line.lows[at] == "caption"), -1)
    if captioned > lo and line.words[captioned + 1][0].isupper():
        return captioned + 1  # Media caption Ann Lee: ...
    at = lo
    while at < colon - 1 and line.lows[at] in HERALDS - OPENING:
        at += 1
    sent = line.lows[at] == "from" or (line.lows[at] in FROM and line.lows[colon - 1] in DOCUMENTS)
    return at + 1 if sent and at + 1 < colon else lo


def find_on_topic(line: Line, lo: int, colon: int) -> tuple[int, int] | None:
    """Find the name in "Peskov on talks:" - capitals at the head of a sentence before what they speak of."""
    if colon - lo > LABEL:
        return None
    at = next((at for at in range(lo + 1, colon - 1) if line.lows[at] in ON or _is_addressed(line, lo, at)), -1)
    if at < 0 or holds_verb(line, lo, colon) or QUOTE in line.words[lo:colon]:
        return None
    named = all(word[0].isupper() or word.lower() in PARTICLES or word in ".'’-" for word in line.words[lo:at])
    return (lo, at) if named and line.words[lo][0].isupper() and line.lows[lo] not in DETERMINERS else None


def _is_addressed(line: Line, lo: int, at: int) -> bool:
    """Tell "Putin to Scholz: ..." from "Road to Rome: ..."."""
    if line.lows[at] != "to" or not line.words[at + 1][0].isupper():
        return False
    return load_list("common_words").isdisjoint(line.lows[lo:at])


def is_under_page_part(line: Line, token: int, lo: int) -> bool:
    """Tell a run behind "Watch:" or "Meet the Press:", under which nobody is named, from "X issued a statement:"."""
    labelled = token - 1 > lo and line.words[token - 1] == ":" and is_page_part(line.lows[lo : token - 1])
    return labelled and not holds_verb(line, lo, token - 1)


def find_signature(line: Line, token: int, hi: int) -> Attribution | None:
    """Read the name behind a dash that ends a sentence as the one who signs: "This is a lie" - Peskov."""
    at = token + 2
    if at < hi and line.words[token + 1] == ":":
        opens = not token or not line.words[token - 1][0].isalnum()
        return _find_headed(line, token + 1, hi) if opens else None
    if at >= hi or line.words[token + 1] not in DASHES or hi - at > SIGNED:
        return None
    begin = next((here for here in range(at, min(hi, at + FEW + 1)) if line.words[here][0].isupper()), hi)
    if begin == hi or (begin > at and not (line.lows[begin - 1] in ROLES or is_person_noun(line.lows[begin - 1]))):
        return None  # — game developer Ann Lee
    hi = next((here for here in range(at, hi) if line.words[here] == ";"), hi)
    ends = (here for here in range(at, hi) if line.words[here] in (",", "(") or is_beside_name(line.words[here]))
    comma = next(ends, hi)
    comma -= comma == hi and line.words[hi - 1] in ".!"
    named = all(word[0].isupper() or word.lower() in NAMING or word in ".'’-&" for word in line.words[begin:comma])
    posted = is_posted(line, comma)
    ended = line.text[line.runs[token].end - 1] in ".!?…"
    doing = comma < hi and (line.lows[comma] in WHEN or (ended and line.words[comma].endswith("ing")))
    verb = not posted and not doing and holds_verb(line, comma, hi)
    described = line.lows[comma + 1 : comma + 2] and line.lows[comma + 1] in DETERMINERS  # Gil Roy, a senator who ...
    named = named and MONTHS.isdisjoint(line.lows[at:comma]) and line.lows[at] not in CONJUNCTIONS | DETERMINERS
    if not named or (verb and not described):
        return None
    return Attribution(token + 1, at, (at, comma), Cue("", "other", frozenset({"speech"})), inverted=True)


def is_beside_name(word: str) -> bool:
    """Tell what stands behind the name of who signs: [Ann Lee] talking to a paper, at a rally, when asked."""
    return word in BEHIND_NAME or (word.endswith("ing") and word.islower())


def is_quoting_post(line: Line, token: int, lo: int = 0) -> bool:
    """Tell a post that gives somebody else's words from one in marks: Lee shrugs "it is all we have" — Ann (@ann)."""
    if token <= lo or line.words[token - 1] == ":":
        return False
    first, last = clause_subject(line, token, lo)
    acting = first >= 0 and last < token and line.words[first][0].isupper() and line.lows[first] not in DETERMINERS
    return acting and any(is_posted(line, at) for at in range(token, min(token + SIGNED, len(line.words))))


def is_posted(line: Line, at: int) -> bool:
    """Tell the account of who posted, behind the name: (@ann_lee) May 3."""
    return "".join(line.words[at : at + 2]).startswith("(@")


def _find_headed(line: Line, colon: int, hi: int) -> Attribution | None:
    """Read the name that a heading sets behind what is said: "No way back": Lee on the vote."""
    end = next((at for at in range(colon + 2, hi) if line.lows[at] in PREPOSITIONS or line.words[at] in ",.("), hi)
    low = line.lows[end - 1]
    named = (line.words[end - 1][0].isupper() and low not in _common_words()) or not ROLES.isdisjoint(
        [low, low.removesuffix("s")]
    )
    role = line.lows[colon + 1] in ROLES or is_person_noun(line.lows[colon + 1])
    begin = colon + 1 + (role and end > colon + 2)  # : ferryman Ann Lee on her boat
    full = 1 < end - begin < min(hi - begin, NAMED) and line.words[end] in PREPOSITIONS  # but Lee Calls For a Vote
    full = full and all(word[0].isupper() and not word.endswith(("'s", "’s")) for word in line.words[begin:end])
    opens = (named or full) and line.words[begin][0].isupper() and end - colon <= LABEL
    behind = end if full else hi
    if not opens or holds_verb(line, begin, behind):
        return None
    if is_page_part(line.lows[colon + 1 : end]) or (line.words[-1] == "." and behind == hi):
        return None
    return Attribution(colon, colon + 1, (colon + 1, end), Cue(":", "other", frozenset({"speech"})), inverted=True)


@cache
def _common_words() -> frozenset[str]:
    """Words that are nobody's name at the end of what a heading sets behind a colon."""
    return (load_list("common_words") | MONTHS) - ROLES


def find_written(line: Line, at: int, hi: int) -> Attribution | None:
    """Read "...," begins the letter; "...," ran the old song: what is written speaks; at: the verb."""
    first, last = phrase_from(line, at + 1, hi) if at < hi and line.lows[at] in RUNNING else NOWHERE
    if first != at + 1 or line.lows[last - 1] not in WRITTEN:
        return None
    return Attribution(at, at + 1, (first, last), Cue(line.lows[at], "third", frozenset({"speech"})), inverted=True)


def find_utterance(line: Line, token: int, lo: int, before: Attribution | None) -> Attribution | None:
    """Read "chants of "Go!"", loud "Go!" chants and "Lee's slogan, "Go On"" as speech, of the owner if one is named.

    So are words of any kind before a colon or a verb of being, if somebody owns them: one of Lee's teachings: "...".
    before: the cue before the quotation, beside which such words are what it is about: said of Lee's request: "...".
    """
    if line.lows[token + 1 : token + 2] > [""] and line.lows[token + 1] in SHOUTED:
        return Attribution(token + 1, token + 2, NOWHERE, Cue(line.lows[token + 1], "noun", frozenset({"speech"})))
    at = token - 1
    marked = at > lo and line.lows[at] in (",", ":")
    said = marked and line.words[at] == ":"
    at -= marked or (at > lo and line.lows[at] == "of")
    if marked and line.lows[at] in BE:
        at, said = at - 1, True  # Lee's rule was, "..."
    few = line.text.count(" ", line.runs[token].start, line.runs[token].end) < FEW
    shown = before is None and at > lo + 1 and not few and line.lows[at] in SHOWN
    if shown and not SHOWING.isdisjoint(line.lows[at - 2 : at]):
        return Attribution(at, at + 1, NOWHERE, Cue(line.lows[at], "noun", frozenset({"speech"})))
    if at == token - 1 > lo and line.lows[at] in OFTEN_SAID and line.lows[at - 1] in POSSESSIVES and not few:
        return Attribution(at, token, (at - 1, at), Cue(line.lows[at], "noun", frozenset({"speech"})))
    known = line.lows[at] in UTTERANCES and (line.lows[at] != "line" or line.lows[at - 1] == "subject")
    worded = said and before is None and _is_wording(line.lows[at]) and not _is_on_page(line, lo, at, token - 1)
    if at <= lo or not (known or worded):
        return None
    cue = Cue(line.lows[at], "noun", frozenset({"speech"}))
    for here in range(at - 1, max(lo, at - 4) - 1, -1):
        low = line.lows[here]
        if low in POSSESSIVES:
            return Attribution(at, token, (here, here + 1), cue)
        if low.endswith(("'s", "’s", "s'", "s’")) and not contracted(low):
            first, _ = phrase_before(line, here + 1, lo)
            return Attribution(at, token, (first, here + 1) if first >= 0 else NOWHERE, cue)
    return Attribution(at, token, NOWHERE, cue) if known else None


def _is_on_page(line: Line, lo: int, at: int, colon: int) -> bool:
    """Tell "Editor's note: ..." from CNN's comment and the Post's."""
    owners = (word for word in line.words[max(lo, at - 3) : at] if word.endswith(("'s", "’s", "s'", "s’")))
    owner = next(owners, line.words[at - 1])
    return is_page_part(line.lows[lo:colon]) and not (owner[:2].isupper() or (at - 1 > lo and owner[0].isupper()))


def _is_wording(low: str) -> bool:
    """Tell a noun for words or thoughts after WordNet, but for those that have titles: a teaching, a dictum."""
    noun = load_senses().nouns.get(low) or load_senses().nouns.get(low.removesuffix("s"))
    return noun is not None and noun.kind in ("communication", "cognition") and low not in WORKS
