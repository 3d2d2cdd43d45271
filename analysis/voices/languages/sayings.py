"""Sayings: each verb of saying or phrase (according to) of a sentence with the words that name who speaks."""

from __future__ import annotations

from itertools import pairwise

from analysis.voices.languages.according import find_phrase, find_phrase_behind
from analysis.voices.languages.announcing import Saying, make_saying
from analysis.voices.languages.inverted import (
    acts_right_behind,
    follows_adverb,
    follows_aside,
    follows_hearer,
    follows_name,
)
from analysis.voices.languages.papers import (
    find_among,
    find_owner_of_paper,
    find_owner_of_words,
    find_there,
    names_paper,
)
from analysis.voices.languages.passages import DASHES, Passage
from analysis.voices.languages.rules import GERUND
from analysis.voices.languages.sayers import find_cited, find_one, find_several
from analysis.voices.languages.silent import is_noun_too
from analysis.voices.languages.subjects import find_subject_after, make_pronoun
from analysis.voices.languages.subjects_before import find_acting, find_inside_before
from analysis.voices.languages.verb_parts import (
    end_of_particle,
    find_helper,
    find_particle,
    is_helper_shared,
    start_of_adverbs,
)
from analysis.voices.languages.words_known import Verb
from analysis.voices.tokens import QUOTE

COMMA = frozenset(",")
BESIDE = 6  # tokens behind a quotation where a verb that no list has may say it


def find_sayings(passage: Passage, lo: int, hi: int) -> list[Saying]:
    """List the sayings of a sentence, from left to right."""
    rules = passage.rules
    found: list[Saying] = []
    beside = {at for run in passage.list_runs(lo, hi) for at in range(run + 2, min(hi, run + BESIDE))}
    for at in range(lo, hi):
        low = passage.lows[at]
        announces = rules.announces(low)
        if not announces and at not in beside:
            continue
        if found and at < found[-1].last:
            continue
        if not announces:
            verb = _unlisted(passage, at, lo)
            saying = _find_verb(passage, at, lo, hi, found, verb) if verb else None
            hung = saying and saying.subject and saying.subject.kind == "pronoun" and low not in rules.pronouns
            if saying and saying.subject and (saying.subject.first >= saying.last or hung):
                found.append(saying)
            continue
        saying = find_phrase(passage, at, hi) if low in rules.phrases else None
        if not saying and rules.list_behind(low):
            saying = find_phrase_behind(passage, at, lo)
        if not saying and low in rules.verbs and not _is_role(passage, at, lo):
            saying = _find_verb(passage, at, lo, hi, found, rules.verbs[low])
        if saying:
            found.append(saying)
    return _lead(found)


def _is_role(passage: Passage, at: int, lo: int) -> bool:
    """Tell "le juge Paul Roux" from what somebody judges: a role behind its article, before a name."""
    role = at > lo and passage.lows[at] in passage.rules.nouns and passage.lows[at - 1] in passage.rules["articles"]
    return role and at + 1 < len(passage.words) and passage.words[at + 1][0].isupper()


def _unlisted(passage: Passage, at: int, lo: int) -> Verb | None:
    """Trust a comma: behind a quotation and a sign a word that ends like a verb is one of saying."""
    rules = passage.rules
    first = at - 1 if at > lo and passage.lows[at - 1] in rules["helpers"] else at
    if at - 2 > lo and passage.lows[at - 1] in rules["hung"] and passage.lows[at - 2] in rules["helpers"]:
        first = at - 2  # « ... », a-t-elle éludé
    first = start_of_adverbs(passage, first, lo)  # « ... », s’indigne le maire
    first -= first - 1 > lo and passage.lows[first - 1] in rules["articles"] and passage.lows[first - 1][-1] in "'’"
    if first - 2 < lo or not (passage.lows[first - 1] == "," or passage.lows[first - 1] in DASHES):
        return None
    before = first - 1
    while before > lo and (passage.lows[before] == "," or passage.lows[before] in DASHES):
        before -= 1
    low = passage.lows[at]
    if before not in passage.runs or len(low) < 4 or not passage.words[at][0].islower():
        return None
    if not low.endswith(rules.lists["unlisted"]) or low in rules.nouns or low in rules.small:
        return None
    agrees = next((one for one, ends in rules.endings_of.items() if low.endswith(ends)), "")
    return Verb("say", agrees, False, "", ())


def _find_verb(passage: Passage, at: int, lo: int, hi: int, found: list[Saying], verb: Verb) -> Saying | None:
    """Read a verb of saying, with its auxiliary, its second word, its particle, a pronoun hung on it."""
    rules = passage.rules
    helped = verb.helper or passage.lows[at] in rules["participles"] or passage.lows[at - 1] in rules["helpers"]
    helped = helped or passage.lows[at - 1] in rules["hung"]
    helper = find_helper(passage, at, lo) if helped and at > lo else -1
    first, last = (helper if helper >= 0 else at), at + 1 + bool(verb.seconds)
    shared = helper < 0 and is_helper_shared(passage, at, lo)
    particle = find_particle(passage, at, hi, verb)
    lacking = verb.seconds and (last > hi or passage.lows[at + 1] not in verb.seconds)
    if at > lo and (passage.lows[at - 1] in rules.nominal or is_noun_too(passage, at)):
        return None  # une coupe, sa critique, la denuncia
    if rules.capitals and verb.agrees == "p" and passage.lows[at].endswith("n") and _ends_modal(passage, at, lo, hi):
        return None  # she should calm down
    asked = last < hi and passage.lows[last] in rules["asking"]  # (she was asked,) did they promise
    if lacking or asked or particle is None or (verb.helper and helper < 0 and not shared):
        return None
    saying = make_saying(passage, at, last, verb.kind, None, last)
    saying.first = saying.begin = saying.opening = first
    saying.cue = verb.cue or saying.cue + (f" {particle}" if particle else "")
    saying.parted = end_of_particle(passage, at, hi, particle) if particle else -1
    saying.agrees = verb.agrees
    if verb.kind == "impersonal":
        return _give_paper(passage, saying, at, lo, hi)
    hung = [here for here in range(first, min(last + 1, hi)) if passage.lows[here] in rules["hung"]]
    if passage.lows[first] in rules["learned"] or passage.lows[at] in rules["learned"]:
        return (
            None if not hung or not passage.lows[hung[0]].endswith("on") else _of_one(passage, saying, hung[0], lo, hi)
        )
    if hung and passage.lows[hung[0]].endswith("-on"):
        return _of_one(passage, saying, hung[0], lo, hi)
    if hung:
        sex = rules.pronouns.get(passage.lows[hung[0]].rsplit("-", 1)[-1], "")
        saying.last = saying.end = max(last, hung[0] + 1)
        saying.subject = make_pronoun(hung[0], sex)
        saying.begin = saying.opening = start_of_adverbs(passage, first, lo)
        return saying
    if shared:
        before = start_of_adverbs(passage, at, lo) - 1
        saying.begin, saying.inherits = before, bool(found)
        saying.subject = found[-1].subject if found else find_acting(passage, lo, before)
        return saying
    return _give_subject(passage, saying, lo, hi, found)


def _ends_modal(passage: Passage, at: int, lo: int, hi: int) -> bool:
    """Whether a form in -en ends a German clause as the infinitive of a modal verb: Sie solle sich beruhigen."""
    if at + 1 < hi and passage.words[at + 1][0].isalnum():
        return False
    first = next((here + 1 for here in range(at - 1, lo - 1, -1) if not passage.words[here][0].isalnum()), lo)
    return not passage.rules["modals"].isdisjoint(passage.lows[first:at])


def _of_one(passage: Passage, saying: Saying, hung: int, lo: int, hi: int) -> Saying:
    """Read "one says" as the body or the source where it is said: indique-t-on à la préfecture, a-t-on appris de X."""
    saying.last = saying.end = max(saying.last, hung + 1)
    saying.subject = find_among(passage, saying.last, hi)
    saying.end = saying.subject.last if saying.subject else saying.last
    saying.begin = saying.opening = start_of_adverbs(passage, saying.first, lo)
    saying.kind = saying.kind if saying.subject else "impersonal"
    return saying


def _give_paper(passage: Passage, saying: Saying, at: int, lo: int, hi: int) -> Saying | None:
    """Give a verb of papers (it says) whose paper it is; None where it needs a paper and none is named."""
    if passage.lows[at] in passage.rules["written"] and not names_paper(passage, lo, at, hi):
        return None
    saying.opening = start_of_adverbs(passage, saying.first, lo)
    saying.subject = find_there(passage, at, saying.last) or find_owner_of_paper(passage, lo, at, hi)
    saying.end = max(saying.last, saying.subject.last if saying.subject else saying.last)
    if passage.rules.capitals and passage.lows[lo] in passage.rules["like"] and "," not in passage.lows[lo:at]:
        saying.like, saying.begin = True, lo  # as a paper of the ministry shows, ...
    return saying


def _give_subject(passage: Passage, saying: Saying, lo: int, hi: int, found: list[Saying]) -> Saying:
    """Give a verb its speaker: behind it where it opens its clause, else before it, else behind it."""
    rules, first, last = passage.rules, saying.first, saying.last
    if saying.agrees == GERUND:
        return _inherit(passage, saying, lo, found)
    begin = saying.begin = saying.opening = start_of_adverbs(passage, first, lo)
    before = passage.lows[begin - 1] if begin > lo else ""
    if before in rules["so"] and begin - 2 >= lo and not passage.words[begin - 2][0].isalnum():  # - so commented X
        begin = saying.begin = saying.opening = begin - 1
        before = passage.lows[begin - 1]
    clitic = before in rules["articles"] and before[-1] in "'’" and begin - 2 >= lo
    if clitic and passage.lows[begin - 2] in rules["like"] | COMMA:  # comme l'a dit X; « ... », l'a coupé X
        begin = saying.begin = saying.opening = begin - 1
        before = passage.lows[begin - 1]
    opens = begin == lo or before in (",", QUOTE) or before in DASHES or before in rules["like"]
    apposed = follows_name(passage, begin - 1, lo) and not acts_right_behind(passage, last, hi, saying.agrees)
    opens = opens and not apposed and not follows_aside(passage, begin - 1, lo)
    opens = opens or follows_hearer(passage, lo, begin) or follows_adverb(passage, lo, begin, hi)
    joined = before in rules["conjunctions"] and before not in rules["like"]
    if joined and (found or begin - 1 == lo):  # and added
        ahead = find_subject_after(passage, last, hi, saying.agrees)
        if not ahead or ahead.kind == "role" or ahead.first > last + 1:
            saying.subject, saying.inherits, saying.begin = found[-1].subject if found else None, True, begin - 1
            return saying
    told = found[-1].subject if found and before in rules["who"] else None
    if told and told.first >= found[-1].last and told.last == begin - 2 and passage.lows[told.last] == ",":
        saying.subject, saying.begin = told, begin - 1  # « ... », s'agace le maire, qui dit ...
        return saying
    if passage.lows[first] in rules["cite"] and (cited := find_cited(passage, last, hi)):
        saying.subject, saying.end = cited, cited.last
        return saying
    saying.subject = subject = find_several(passage, saying, lo, hi, opens) or find_one(passage, saying, lo, hi, opens)
    if subject and subject.kind == "pronoun" and subject.sex == "n" and subject.first > lo:
        subject = saying.subject = find_among(passage, lo, subject.first) or subject  # À la mairie, on assure
    if subject and subject.first >= last:
        saying.end = max(last, subject.last)
    elif subject:
        saying.begin = min(begin, subject.first)
    elif saying.agrees == "p":
        saying.subject = find_there(passage, first, last)
    if owner := find_owner_of_words(passage, last, hi):  # commented on X's statement that ...
        saying.subject = owner
    like = saying.begin - 1
    like -= like > lo and passage.lows[like] in rules["articles"]  # wie ein Sprecher mitteilte
    if like >= lo and passage.lows[like] in rules["like"]:
        saying.like, saying.begin = True, like
    return saying


def _inherit(passage: Passage, saying: Saying, lo: int, found: list[Saying]) -> Saying:
    """Give a gerund its speaker, who spoke before in the sentence or acts in it: he left, adding that ..."""
    saying.begin = saying.opening = start_of_adverbs(passage, saying.first, lo)
    saying.agrees, saying.inherits = "", True
    subject = found[-1].subject if found else find_acting(passage, lo, saying.first)
    if not subject and passage.rules.has_cases:  # in the ministry they declined, adding that
        many = passage.rules.endings_of.get("p") or ("-",)
        verbs = (at for at in range(lo + 2, saying.begin) if passage.lows[at].endswith(many))
        subject = find_inside_before(passage, lo, next(verbs, saying.begin))
    saying.subject, before = subject, saying.begin - 1
    saying.led = not subject or (before > lo and passage.lows[before] == "," and before == subject.last)
    return saying


def _lead(found: list[Saying]) -> list[Saying]:
    """Give a gerund that opens its sentence the speaker of the saying that follows."""
    for saying, after in pairwise(found):
        if saying.led and not saying.subject and after.subject:
            saying.subject = after.subject
    return found
