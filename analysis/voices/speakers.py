"""From the words that name a speaker to the person: Mr. Peskov, he, the diplomat, a spokesman."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.people.names import POSSESSIVE
from analysis.people.titles import ROLES, TITLES
from analysis.voices.ages_meant import is_aged
from analysis.voices.apposed_pairs import split_apposed
from analysis.voices.bodies_meant import find_body
from analysis.voices.cues import load_cues
from analysis.voices.described_people import is_person_noun
from analysis.voices.described_speakers import (
    describe_speaker,
    is_plural_role,
    locate_head_end,
)
from analysis.voices.finite_verbs import contracted, is_adverb_name, is_verb
from analysis.voices.heads import PARTICIPLES, locate_end_before_participle
from analysis.voices.joined_nouns import JOINTS, TWO, split_joined
from analysis.voices.lately import find_looked_at
from analysis.voices.lines import Line, start_of
from analysis.voices.marks import MARKS, strip_marks
from analysis.voices.name_runs import WEEKDAYS
from analysis.voices.names_ahead import find_name_ahead
from analysis.voices.names_in_phrases import find_name_in, join_named
from analysis.voices.offices_meant import find_office
from analysis.voices.phrases import DAYTIMES
from analysis.voices.referents import Referents
from analysis.voices.several_meant import find_it, find_their, find_they, find_two
from analysis.voices.unread import strip_symbols
from analysis.words.classes import (
    BE,
    COPULAS,
    DETERMINERS,
    HE,
    MODALS,
    MONTHS,
    POSSESSIVES,
    PRONOUNS,
    RELATIVES,
    SHE,
    is_adverb,
)

OFFICES = TITLES & ROLES
DEFINITE = frozenset(["the", "this", "that", "his", "her", "their", "said"])
LATELY = frozenset(
    ["this", "last", "next", "late", "early", "alike", "outright"]
)  # at the end of a phrase: of a time cut off
READ = frozenset(["read", "reads"])  # in which form a paper speaks
HALTS = ",.:;!?)"
LATEST = 6  # speeches among which somebody is looked for
SEXES = {"he": "m", "she": "f"}
STANDING_FOR = PRONOUNS | POSSESSIVES | RELATIVES


@dataclass(slots=True, eq=False)
class Speaker:
    """A speaker: the name, or the description in the text's words; where the text names them."""

    name: str | None
    start: int
    end: int


NOBODY = Speaker(None, -1, -1)


def name_speaker(line: Line, subject: tuple[int, int], people: Referents, hi: int) -> Speaker:
    """Resolve a subject, given as token numbers, to a speaker; hi: end of the sentence.

    A mark at an end of a subject is the partner of one that stands elsewhere, and no part of a name.
    """
    speaker = _resolve(line, _without_marks(line, *subject), people, hi)
    if speaker.name and "nor" in line.lows[subject[0] : subject[1]]:
        return Speaker("", speaker.start, speaker.end)  # neither Lund nor Roth
    if speaker.name:
        speaker.name = strip_marks(strip_symbols(speaker.name))
    return speaker


def _without_marks(line: Line, first: int, last: int) -> tuple[int, int]:
    """Step over lone quotation marks at the ends of a subject; one of marks alone stays as it is."""
    begin, end = first, last
    while begin < end and begin not in line.runs and line.words[begin] in MARKS:
        begin += 1
    while end > begin and end - 1 not in line.runs and line.words[end - 1] in MARKS:
        end -= 1
    end -= end - begin > 2 and line.lows[end - 1] in WEEKDAYS  # a campaign official Monday
    timed = end - begin > 3 and line.lows[end - 1] in DAYTIMES and line.lows[end - 2] in ("last", "this", "next")
    end -= 2 * (timed or (end - begin > 2 and line.lows[end - 2 : end] == ["in", "part"]))  # a poll last week
    while (
        end - begin > 1
        and "," not in line.words[begin:end]
        and (line.lows[end - 1] in LATELY or (is_adverb(line.lows[end - 1]) and not is_adverb_name(line, end - 1)))
    ):
        end -= 1  # Lund also; a video late [Monday]
    end -= (
        end - begin > 2 and line.lows[end - 1] in PARTICIPLES and line.lows[end : end + 1] == ["by"]
    )  # a note seen by
    end = locate_end_before_participle(line, begin, end)
    return (begin, end) if begin < end else (first, last)


def _resolve(line: Line, subject: tuple[int, int], people: Referents, hi: int) -> Speaker:
    first, last = subject
    start, end = start_of(line, first), line.ends[last - 1]
    low = contracted(line.lows[first]) or line.lows[first]  # he's
    if last - first == 1 and low in STANDING_FOR:
        if low == line.lows[first] == "it" and _acts_itself(line, last):
            return Speaker(find_it(people, start), start, end)
        ahead = find_name_ahead(line, first, SEXES[low], people) if low in SEXES else None
        return Speaker(ahead or _pronoun(low, start, people), start, end)
    if last - first == 1 and low[0] == "@":  # an account: the comma behind it is part of the token
        account = line.words[first].rstrip(HALTS)
        return Speaker(account, start, start + len(account))
    if last - first == 1 and low in TWO:
        return Speaker(find_two(people, start), start, end)
    itself = last - first > 1 and line.lows[last - 1] in ("himself", "herself") and line.words[last - 2][0].isupper()
    if itself and line.lows[first] not in DETERMINERS:  # Lund himself
        name, _ = find_name_in(line, first, last - 1, last - 1, people)
        if name:
            return Speaker(name, start, end)
    joined = _name_joined(line, first, last, people, hi)
    if joined:
        return Speaker(joined, start, end)
    name, stop = join_named(line, first, last, hi, people) or find_name_in(line, first, last, hi, people)
    if name:
        younger = line.words[stop : stop + 1] == [","] and line.lows[stop + 1 : stop + 2] in (["jr"], ["sr"])
        if younger and " " in name:  # Ann Lund, Jr., said
            name, stop = people.full_name([*name.split(), line.words[stop + 1]]), stop + 2
        return Speaker(name, start, max(end, line.ends[stop - 1]))
    head = locate_head_end(line, first, last)
    words = line.words[first:head]
    if line.lows[first] in DETERMINERS:
        words[-1] = POSSESSIVE.sub("", words[-1])  # The President's (claim)
    if (
        line.lows[first] in DEFINITE
        or line.lows[head - 1] in ("himself", "herself")
        or line.lows[first] not in DETERMINERS
    ):
        person = (
            people.role([*words, *line.words[head:last]], start)
            if _has_role(line, first, head) and not is_plural_role(line.lows[head - 1])
            else None
        )
        if person:
            return Speaker(person, start, end)
    name = find_body(words, people, start) or describe_speaker(line, first, last)
    owns = name is not None and line.lows[first] in DETERMINERS and "of" not in line.lows[first:last]
    return Speaker(POSSESSIVE.sub("", name) if owns else name, start, end)  # but a friend of Quill's


def _name_joined(line: Line, first: int, last: int, people: Referents, hi: int) -> str | None:
    """Name several one by one who act together: "the mayor and her aides" are Ann Lund and her aides."""
    if JOINTS.isdisjoint(line.lows[first:last]):
        return None
    parts = split_apposed(line, first, last) or split_joined(line, first, last)
    found = [_resolve(line, part, people, hi if part[1] == last else part[1]).name for part in parts]
    names = list(dict.fromkeys(found))
    if not names or None in names:
        return None
    joint = parts[-1][0] - 1
    capitals = line.words[joint - 1][0].isupper() and line.words[joint + 1][0].isupper()
    if capitals and line.lows[joint] == "and" and not people.is_person(found[0]):
        return None  # Fish and Wildlife officials, but neither Norway nor Kent
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _has_role(line: Line, first: int, head: int) -> bool:
    """Tell whether the head of a phrase is a role: the former official, but not the official account."""
    at = head - 1
    if line.lows[at].endswith("-elect") or is_aged(line.words[first:head]):
        return True
    while at > first and (
        line.lows[at] in ("himself", "herself")
        or line.lows[at] in MONTHS
        or not (POSSESSIVE.sub("", line.lows[at]).replace("-", "").isalpha() or line.lows[at] in ROLES)
    ):
        at -= 1
    low = POSSESSIVE.sub("", line.lows[at])
    if low in TITLES:
        plain = (POSSESSIVE.sub("", low) for low in line.lows[first:head])
        return any(part in ROLES for low in plain for part in low.split("-"))
    held = low in ROLES or low.removeprefix("ex-") in OFFICES  # the ex-mayor; an ex-wife is somebody else
    return held or (line.lows[first] == "the" and is_person_noun(low))


def _acts_itself(line: Line, at: int) -> bool:
    """Tell "It also warned" from "It is said", "It would be nice to say" and "it" behind its verb."""
    while at < len(line.lows) and is_adverb(line.lows[at]):
        at += 1
    low = line.lows[at] if at < len(line.lows) else "."
    cue = load_cues().forms.get(low)
    acts = cue is not None and cue.form in ("past", "third") and "evidence" not in cue.kinds  # It shows that he won
    told = is_verb(line, at) or low in READ or acts
    return low.isalpha() and low not in MODALS | BE | COPULAS and told


def _pronoun(low: str, at: int, people: Referents) -> str | None:
    sex = "m" if low in HE else "f" if low in SHE else None
    if low in ("they", "their"):
        return find_they(people, at) if low == "they" else find_their(people, at)
    who = people.pronoun(at, sex) if sex else None
    if sex and (who is None or not _is_near(who, at, people)):  # a family name alone may act closer by
        lone = people.lone_subjects.find(at, sex, people.fits_as_named)
        full = people.full_name(lone.split()) if lone and not (who and who.endswith(f" {lone}")) else who
        who = full if full is None or people.fits(full, sex) else lone
    if who:
        people.learn_sex(who, sex)
    return who


def _is_near(name: str, at: int, people: Referents) -> bool:
    """Tell whether somebody spoke or was named in the paragraph of a place or in the one before, or an office acted."""
    since = find_looked_at(people.text, at)
    if find_office(people.text, since, at, people.is_quoted)[0] >= 0:
        return True  # The president renewed his push
    if any(who == name and begin >= since for begin, who in people.list_spoken(LATEST)):
        return True
    named = people.last_named([name], at)
    return named is not None and since <= named[0] < at
