"""Who is meant by the subject of an attribution: whom it names, or whom a pronoun or a role in it goes back to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from analysis.people.names import POSSESSIVE
from analysis.people.titles import ROLES
from analysis.voices.acting_pronouns import is_of_another
from analysis.voices.beside import is_subject
from analysis.voices.cues import Attribution
from analysis.voices.described_speakers import is_plural_role, locate_head_end
from analysis.voices.finite_verbs import holds_verb
from analysis.voices.lines import Line, start_of
from analysis.voices.names_in_phrases import find_apposed
from analysis.voices.phrases import NOWHERE, phrase_before
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.referents import Referents
from analysis.voices.reported import Reported
from analysis.voices.several_meant import is_several
from analysis.voices.speakers import Speaker, name_speaker
from analysis.voices.things import has_thing_subject
from analysis.words.classes import BE, HE, PLURAL, PRONOUNS, SHE

WHEN = frozenset(["when", "after", "as", "once", "while"])
ASKING = frozenset(
    [
        *("ask", "asked", "asks", "press", "pressed", "presses", "question", "questioned", "challenge", "challenged"),
        *("confront", "confronted", "grilled", "quizzed", "interviewed"),
    ]
)
ASKERS = frozenset(["reporter", "journalist", "interviewer", "moderator", "questioner", "correspondent"])
UNSAID = ("adjective", "matter", "noun")  # forms of cues behind which nobody has spoken: Lee's claim that ...
REACH = 16  # tokens from whose words they are to "in which he"
OF_SOMEBODY = HE | SHE | PLURAL


def name_subject(
    line: Line, sentence: tuple[int, int], attribution: Attribution, attributions: list[Attribution], people: Referents
) -> Speaker:
    """Name the subject of an attribution; a pronoun may go back to the subject of another in the sentence."""
    first, last = attribution.subject
    if has_thing_subject(line, attribution):
        if apposed := _name_apposed(line, first, last, people):
            return apposed
        return Speaker(None, start_of(line, first), line.ends[last - 1])  # the pattern suggests
    low = line.lows[first]
    if last - first == 1 and low in OF_SOMEBODY:
        sex = "m" if low in HE else "f" if low in SHE else None
        if sex and (owner := _name_owner(line, sentence, first, people)) and people.fits(owner.name, sex):
            return owner
        if sex and (asked := _name_asked(line, sentence, first, people)) and people.fits(asked.name, sex):
            return asked
        for other in attributions:
            before = other.first < attribution.first and other.subject != NOWHERE
            before = before and (other.subject < attribution.subject or _opens_clause(line, sentence, first))
            if before and line.lows[other.subject[0]] not in PRONOUNS:
                named = name_speaker(line, other.subject, people, sentence[1])
                fits = named.name and (
                    _can_be_they(named.name, people) if sex is None else people.is_person(named.name)
                )
                if fits and (sex is None or (people.fits(named.name, sex) and not _is_asked_about(named, people, sex))):
                    return named
        nearer = _role_before(line, sentence, attribution, attributions, people)
        if nearer:
            return nearer
        if sex and (parted := _find_parted(line, sentence, attribution)) >= 0:
            before = people.pronoun(start_of(line, parted), sex)
            return Speaker(before, start_of(line, first), line.ends[last - 1])
    if last - first == 1 and low == "it" and (body := _body_before(line, sentence, attribution, attributions, people)):
        return body
    named = name_speaker(line, attribution.subject, people, sentence[1])
    if not named.name and (apposed := _name_apposed(line, first, last, people)):
        return apposed
    viewed = attribution.cue.form == "phrase" and attribution.cue.lemma == "in"  # in Lee's view
    owns = named.name and (viewed or attribution.cue.form in ("noun", "matter"))  # Lee's criticism
    return replace(named, name=POSSESSIVE.sub("", named.name)) if owns else named


def _name_asked(line: Line, sentence: tuple[int, int], at: int, people: Referents) -> Speaker | None:
    """Name who answers: "When Roth pressed [Lund], she said", "After [Lund] was asked"; None if nobody is asked."""
    if line.lows[sentence[0]] not in WHEN or line.words[at - 1] != ",":
        return None
    for verb in range(sentence[0] + 2, at - 2):
        done, named = line.lows[verb - 1] in BE, line.words[verb + 1][0].isupper()
        if line.lows[verb] in ASKING and (named or done):
            asked = phrase_before(line, verb - 1, sentence[0]) if done else phrase_from(line, verb + 1, at - 1)
            who = name_speaker(line, asked, people, at - 1) if asked != NOWHERE else None
            return who if who and who.name and people.is_person(who.name) else None
        if line.words[verb] == ",":
            break
    return None


def _name_owner(line: Line, sentence: tuple[int, int], at: int, people: Referents) -> Speaker | None:
    """Name whose words somebody speaks in: "mocked [Lund's] speech in May in which he said"; None if nobody's are."""
    if at - 2 <= sentence[0] or line.lows[at - 2 : at] != ["in", "which"]:
        return None
    for owner in range(at - 3, max(sentence[0], at - REACH) - 1, -1):
        if line.words[owner].endswith(("'s", "’s")) and line.words[owner][0].isupper():
            first = owner
            while first > sentence[0] and line.words[first - 1][0].isupper():
                first -= 1
            who = name_speaker(line, (first, owner + 1), people, at)
            return who if who.name and people.is_person(who.name) else None
        if line.words[owner] in (",", ";", ":"):
            break
    return None


def _find_parted(line: Line, sentence: tuple[int, int], attribution: Attribution) -> int:
    """Find the name, which he is not, whose clause "he said" parts: "[Senator Lund], he said, is losing"; else -1."""
    comma = attribution.subject[0] - 1
    alone = attribution.subject[1] == attribution.first and line.words[attribution.last : attribution.last + 1] == [","]
    if comma <= sentence[0] or line.words[comma] != "," or not alone:
        return -1
    first, last = phrase_before(line, comma, sentence[0])
    named = first == sentence[0] and line.words[last - 1][0].isupper() and not holds_verb(line, first, last)
    return first if named else -1


def _body_before(
    line: Line, sentence: tuple[int, int], attribution: Attribution, attributions: list[Attribution], people: Referents
) -> Speaker | None:
    """Read "the council voiced concern about what it called": it is the council."""
    for other in reversed(attributions):
        first = other.subject[0]
        if other.first < attribution.first and first >= 0 and line.lows[first] not in PRONOUNS:
            named = name_speaker(line, other.subject, people, sentence[1])
            head = line.lows[locate_head_end(line, *other.subject) - 1]
            if named.name and not people.is_somebody(named.name) and not has_thing_subject(line, other):
                return None if is_several(named.name) or is_plural_role(head) else named
    return None


def _name_apposed(line: Line, first: int, last: int, people: Referents) -> Speaker | None:
    found = find_apposed(line, first, last, people)
    return Speaker(found[0], start_of(line, found[1]), line.ends[last - 1]) if found else None


def _opens_clause(line: Line, sentence: tuple[int, int], at: int) -> bool:
    """Tell "When [she] asked, Lund noted it, saying so", who may be named behind, from "[He] knew that Lund left"."""
    return not (WHEN | {"although", "though", "because", "since"}).isdisjoint(
        line.lows[sentence[0] : min(at, sentence[0] + 2)]
    )


def _is_asked_about(named: Speaker, people: Referents, sex: str) -> bool:
    """Tell "Turning to [Lund's] defence of the dam, she said", who is another."""
    return is_of_another(people.text, named.start, named.name.rpartition(" ")[2], sex)


def _can_be_they(name: str, people: Referents) -> bool:
    """Tell several people and a body from one person."""
    return is_several(name) or not people.is_somebody(name)


def _role_before(
    line: Line, sentence: tuple[int, int], attribution: Attribution, attributions: list[Attribution], people: Referents
) -> Speaker | None:
    """Read "he cited the politician, where he spoke": the second he is the politician."""
    first = attribution.subject[0]
    if first <= sentence[0] or line.lows[first - 1] not in ("where", "when", "who"):
        return None
    for at in range(first - 2, max(sentence[0], first - 8), -1):
        if line.lows[at] in ROLES and line.lows[at - 1] in ("the", "this"):
            others = [other for other in attributions if other.first < at and other.subject != NOWHERE]
            but = name_speaker(line, others[-1].subject, people, sentence[1]).name if others else None
            person = people.role(line.words[at - 1 : at + 1], start_of(line, at), but)
            return Speaker(person, start_of(line, at - 1), line.ends[at]) if person else None
    return None


def is_questioner(name: str) -> bool:
    """Tell a nameless reporter, whom he who replies is not: A reporter said it looked bad. He replied."""
    lows = name.lower().split()
    return lows[0] in ("a", "an", "one", "another") and lows[-1] in ASKERS


def can_go_on(line: Line, reported: Reported, name: str, people: Referents) -> bool:
    """Tell what "he said" may go on with: not Lund's claim, what a nameless one asks, nor what is told by the way.

    A reporter asked why. "...," he said; Roth met Lund, who had denied it. "...," he said.
    """
    cue, (first, last) = reported.attribution.cue, reported.attribution.subject
    asking = cue.lemma == "ask" and reported.form == "question"
    asked = asking and (name not in people.known or reported.attribution.passive)
    if cue.form in UNSAID or is_questioner(name) or asked:
        return False  # Lund was asked by Ann Roth whether it leaks. He said
    if "who" not in line.lows[last : reported.attribution.first] or not people.is_somebody(name):
        return True
    opens = line.sentences[bisect_right(line.sentences, (first, len(line.words))) - 1][0]
    if line.lows[opens] in HE | SHE:
        return False
    acting = people.first_named(start_of(line, opens), start_of(line, first))
    return acting is None or acting[0] == name or not is_subject(people.text, acting[1])
