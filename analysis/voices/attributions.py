"""Attributions: each cue of a sentence with the words that name who speaks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from analysis.people.titles import ROLES
from analysis.voices.agreement import NOUNS, STATING
from analysis.voices.clauses import ASKED, find_main_start, hides_name, is_done_to
from analysis.voices.cues import SAYING, Attribution, Cue, Cues
from analysis.voices.described_people import is_person_noun
from analysis.voices.finite_verbs import SAYING as UTTERED
from analysis.voices.finite_verbs import is_verb
from analysis.voices.hanging import find_main_behind, main_subject, subject_of_ing
from analysis.voices.hidden_names import find_asking
from analysis.voices.lines import Line
from analysis.voices.phrases import NEAR, NOWHERE, POINTERS, REACH, phrase_before
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.set_off_subjects import acts_behind
from analysis.voices.states import find_state
from analysis.voices.subjects import subject_before
from analysis.voices.subjects_behind import agent, find_name_behind_roles, subject_after
from analysis.voices.things import is_thing
from analysis.voices.tokens import QUOTE
from analysis.voices.verb_groups import left_of
from analysis.voices.verb_or_noun import JOINTS, is_noun
from analysis.voices.viewpoints import find_viewpoints
from analysis.words.classes import BE, DETERMINERS, HELPERS, MESSAGES, MONTHS, PRONOUNS, STUDIES, WORKS, is_adverb

WANTING = frozenset(["want", "wants", "wanted"])
TIMES = frozenset(["twice", "once", "early"])  # bragged early about
MAKING = {"make": "base", "makes": "third", "made": "past", "making": "ing"}
BODIES = frozenset(["court", "jury", "inquest", "union", "police", "government", "council", "panel", "inquiry"])
LONGEST = 5  # words of a verb with all that belongs to it: come to the defence of
FEW = 5  # tokens between a quotation and "went on" behind it
DURATIONS = frozenset(["years", "months", "weeks", "days", "decades", "hours", "long"])  # argued for years that
ACTORS = frozenset(["he", "she", "they", "we", "i"])
WRITTEN = WORKS | {"letter", "note", "memo", "email", "speech", "tale", "poem", "joke"}
DISPUTED = frozenset(["claims", "charges", "reports"])
DENYING = frozenset(["denied", "denies", "deny", "rejected", "rejects", "disputed", "disputes", "dismissed", "refuted"])
TOUCHING = frozenset(["regarding", "concerning"])  # prepositions more often than verbs
NAMING = frozenset(["label", "dub", "brand", "name", "term", "call"])


def find_attributions(line: Line, sentence: tuple[int, int], cues: Cues) -> list[Attribution]:
    """List the cues of a sentence, each with its subject, from left to right."""
    attributions: list[Attribution] = []
    lo, hi = sentence
    viewpoints = find_viewpoints(line, lo, hi)
    for at in line.cued[bisect_left(line.cued, lo) : bisect_left(line.cued, hi)]:
        low = line.lows[at]
        if low in cues.phrases and (phrase := _phrase_at(line, at, hi, cues)):
            attributions.append(phrase)
        elif found := find_state(line, at, lo, hi, cues):
            attributions.append(found)
        else:
            cue, last = (
                _cue_at(line, at, hi, cues) if low in cues.parted or low in WANTING else (cues.forms.get(low), at + 1)
            )
            hidden = cue is not None and hides_name(line, last, cue.lemma)
            hidden = hidden or _is_denied_noun(line, at, lo, hi)
            hidden = hidden or (low in TOUCHING and at > lo and line.lows[at - 1] not in BE)  # rules regarding ports
            hidden = hidden or (at > lo and (line.lows[at - 1], low) in cues.particles)  # texts back
            if cue and not hidden and not is_noun(line, at, lo, cue) and not _is_subject_of(line, last, hi, cue, cues):
                attribution = attribute_verb(line, at, last, lo, hi, cue, attributions)
                if attribution:
                    attributions.append(attribution)
    return sorted([*viewpoints, *attributions], key=attrgetter("first")) if viewpoints else attributions


def _is_denied_noun(line: Line, at: int, lo: int, hi: int) -> bool:
    """Tell "ties with Norway, [claims] Lund has denied" from what Norway claims."""
    if at <= lo or line.words[at - 1] != "," or line.lows[at] not in DISPUTED:
        return False
    ends = (here for here in range(at + 2, min(hi, at + REACH)) if line.lows[here] in DENYING)
    denied = next(ends, -1)
    return denied > 0 and (denied + 1 >= hi or line.words[denied + 1] in ".,;")


def _phrase_at(line: Line, at: int, hi: int, cues: Cues) -> Attribution | None:
    """Read "according to X" as a cue with its speaker behind it."""
    for others in cues.phrases[line.lows[at]]:
        last = at + 1 + len(others)
        if last < hi and line.lows[at + 1 : last] == others:
            alone = line.lows[last] in PRONOUNS and line.lows[last] not in POINTERS
            subject = (last, last + 1) if alone else phrase_from(line, last, hi)
            subject = (subject[0], find_name_behind_roles(line, *subject, hi)) if subject != NOWHERE else subject
            if not others and not _is_source(line, at, subject):
                return None
            cue = Cue(" ".join([line.lows[at], *others]), "phrase", frozenset({"speech"}))
            return Attribution(at, last, subject, cue, inverted=True) if subject != NOWHERE else None
    return None


def _is_source(line: Line, at: int, subject: tuple[int, int]) -> bool:
    """Tell "Per the Harbour Post, it rained" and "it rained, per a report" from "per Mile" and "per a deal"."""
    first, last = subject
    if at and line.words[at - 1] not in (*JOINTS, ".", "("):
        return False
    if line.words[at] == "Per" and line.words[last : last + 1] != [","]:
        return False  # "...," Per Holt said
    low = line.lows[last - 1]
    written = low in MESSAGES or low in STUDIES or low.endswith(STATING)
    return first >= 0 and ((line.words[last - 1][0].isupper() and low not in MONTHS) or written)


def _cue_at(line: Line, at: int, hi: int, cues: Cues) -> tuple[Cue | None, int]:
    """Look a word up in the cue list, with the particle after it (point out) if it has one."""
    low = line.lows[at]
    cue = cues.forms.get(low)
    if cue and cue.lemma == "want" and line.lows[at + 1 : at + 3] == ["to", "know"]:
        return Cue("want to know", cue.form, frozenset({"speech"})), at + 3
    if low in MAKING and line.lows[at + 1 : at + 3] in (["it", "clear"], ["it", "plain"]):
        return Cue("make clear", MAKING[low], frozenset({"speech"})), at + 3
    if low in MAKING and line.lows[at + 1 : at + 2] in (["the"], ["a"]) and "that" in line.lows[at + 3 : at + 5]:
        that = line.lows.index("that", at + 3)
        if line.lows[that - 1] in ("case", "point"):
            return Cue(f"make {line.lows[that - 1]}", MAKING[low], frozenset({"speech"})), that
    particle = _particle_at(line, at, hi, cues)
    if particle and line.lows[at + 1 : at + 3] == ["to", "say"]:
        particle = None  # responded to say that
    if particle is None and at + 2 < hi and (line.lows[at + 1].endswith("ly") or line.lows[at + 1] in TIMES):
        over = cues.particles.get((low, line.lows[at + 2]))
        if over and over.kinds <= {"stance"}:
            return Cue(over.lemma, over.form, over.kinds | (cue.kinds if cue else frozenset())), at + 3
    if particle and particle.lemma == "go on" and not _goes_on_speaking(line, at, hi):
        particle = None  # the show went on
    if particle and (particle.lemma != "put it" or _puts_in_words(line, at, hi)):
        kinds = particle.kinds | (cue.kinds if cue else frozenset())
        return Cue(particle.lemma, particle.form, kinds), at + 1 + particle.lemma.partition("/")[0].count(" ")
    return cue, at + 1


def _particle_at(line: Line, at: int, hi: int, cues: Cues) -> Cue | None:
    """Look up the particle behind a verb: point [out], distance [herself from]; but not argued [for years]."""
    if at + 1 >= hi:
        return None
    low, after = line.lows[at], line.lows[at + 1]
    if (low, after) in cues.longer:
        for last in range(min(hi, at + LONGEST), at + 2, -1):
            if longer := cues.particles.get((low, " ".join(line.lows[at + 1 : last]))):
                return longer
    beyond = line.lows[at + 2] if at + 2 < hi else "."
    return None if after == "for" and beyond in DURATIONS else cues.particles.get((low, after))


def _goes_on_speaking(line: Line, at: int, hi: int) -> bool:
    """Tell "..., he went on, "..."" and "He went on: "..."" from "the show went on" and "went on a trip"."""
    marked = line.lows[at + 2 : at + 3] in ([","], [":"]) and line.lows[at + 3 : at + 4] == [QUOTE]
    behind = line.lows[at + 2 : at + 3] in ([","], ["."], [";"], []) or at + 2 >= hi
    return marked or (behind and QUOTE in line.lows[max(0, at - FEW) : at])


def _puts_in_words(line: Line, at: int, hi: int) -> bool:
    """Tell "put it bluntly: ...", "as Lee put it" from "put it in a box"."""
    after = line.lows[at + 2] if at + 2 < hi else "."
    if not after[0].isalnum() or after in ("this", "like", "more") or after.endswith("ly"):
        return True
    sentence = bisect_right(line.sentences, (at, len(line.words))) - 1
    opens = line.lows[line.sentences[sentence][0]] == "as" and "," not in line.words[line.sentences[sentence][0] : at]
    return opens or not {"as", "how"}.isdisjoint(line.lows[max(0, at - NEAR) : at])  # As the paper's editor put it


def _is_subject_of(line: Line, last: int, hi: int, cue: Cue, cues: Cues) -> bool:
    """Tell "the staff report [concludes]" from a verb: another one follows that has it for its subject."""
    if cue.form not in ("base", "third"):
        return False
    if cue.form == "third":  # refugee advocates also [said]
        over = next((at for at in range(last, min(hi, last + 2)) if not is_adverb(line.lows[at])), last)
        if line.lows[over : over + 1] in (["said"], ["say"], ["believe"], ["think"]):
            return True
    after = cues.forms.get(line.lows[last]) if last < hi and cue.lemma in NOUNS else None
    return after is not None and after.form in ("past", "third") and not is_noun(line, last, last - 1, after)


def attribute_verb(
    line: Line, at: int, last: int, lo: int, hi: int, cue: Cue, attributions: list[Attribution]
) -> Attribution | None:
    """Tie a verb to the words that say who acts; None if it is no clause's verb and nobody acts."""
    if cue.lemma in ("hear", "learn") and line.lows[last : last + 1] == ["from"]:
        first, end = phrase_from(line, last + 1, hi)  # heard from two aides that
        if first >= 0 and line.lows[end : end + 1] == ["that"] and not is_thing(line.lows[end - 1]):
            return Attribution(at, last, (first, end), Cue("tell", "past", frozenset({"speech"})), inverted=True)
    before = left_of(line, at, lo)
    helper = line.lows[before] if before >= lo else ""
    if cue.form == "ing" and helper not in BE:
        subject = subject_of_ing(line, at, lo, attributions)
        if subject == NOWHERE and (at == lo or cue.kinds & SAYING) and " " not in cue.lemma:
            subject = find_main_behind(line, at, lo, hi)
        return Attribution(at, last, subject, cue)
    if cue.form == "base" and helper == "to":
        return Attribution(at, last, main_subject(line, at, lo, attributions), cue)
    if line.lows[at : at + 2] == ["known", "as"] and helper not in HELPERS:
        marked = QUOTE in line.lows[last + 1 : last + 4]  # ending the policy known as "..."
        return Attribution(at, last, NOWHERE, cue, passive=True) if marked else None
    if cue.form in ("past", "participle") and helper in BE:
        return Attribution(at, last, agent(line, last, hi), cue, passive=True)
    if line.lows[at] in ASKED and _is_asked(line, at, lo, hi):
        return Attribution(at, last, NOWHERE, cue, passive=True)
    if cue.form in ("past", "participle") and last < hi and _is_reduced(line, at, last, before):
        actor = agent(line, last, hi)
        if actor != NOWHERE or line.lows[last] != "by" or not cue.kinds & SAYING:  # said by the end of June it would
            return Attribution(at, last, actor, cue, passive=True)
    subject = _cut_heading(line, subject_before(line, at, lo, attributions, cue.form == "other"), lo, last, hi)
    if subject != NOWHERE and line.lows[last : last + 1] == ["as"] and is_done_to(line, subject[0]):
        return Attribution(at, last, NOWHERE, cue, passive=True)  # is expelling envoys identified as spies
    described = subject != NOWHERE and cue.form == "past" and not BE.isdisjoint(line.lows[last : last + 1])
    if described and not WRITTEN.isdisjoint(line.lows[max(lo, subject[0] - 1) : subject[1] - 1]):
        return None  # the letter Mike wrote was "kind"
    if subject != NOWHERE and line.lows[subject[0]] in ACTORS and line.words[subject[0] + 1 : at - 1][:1] == [","]:
        return Attribution(at, last, (subject[0], subject[0] + 1), cue)  # he, once again, pledged
    ended = helper == QUOTE and before in line.runs and line.text[line.runs[before].end - 1] == ","
    set_off = before >= lo and (helper == "," or ended) and before == at - 1
    set_off = set_off and not (
        line.words[at - 3 : at] == [",", line.words[at - 2], ","] and is_adverb(line.lows[at - 2])
    )
    set_off = set_off and not (ended and find_asking(line, before, lo))
    if subject != NOWHERE and not (set_off and acts_behind(line, subject, (at, last), hi, cue)):
        return Attribution(at, last, subject, cue)
    if at == lo and line.lows[at] in ASKED and find_main_start(line, lo, hi) > lo:
        return Attribution(at, last, NOWHERE, cue, passive=True)  # Asked about the mayor, Lund ...
    if cue.form in ("past", "third", "base", "other") and (
        at == lo or line.words[at - 1] in JOINTS or helper in HELPERS
    ):
        subject = subject_after(line, last, hi)
        named = subject != NOWHERE and line.words[subject[1] - 1][0].isupper()
        if named and cue.lemma in NAMING and line.lows[subject[1] : subject[1] + 1] == [QUOTE]:
            same = attributions[-1] if attributions and attributions[-1].cue.form == cue.form else None
            return Attribution(at, last, same.subject if same else NOWHERE, cue)  # and, once, called Lee "..."
        if subject != NOWHERE:
            return Attribution(at, last, subject, cue, inverted=True)
    if helper == QUOTE and before > lo and line.lows[before - 1] in DETERMINERS and not ended:
        return None  # as the "boom" continues
    labelled = cue.lemma in NAMING and line.lows[last : last + 1] == [QUOTE]  # a button labelled "Go"
    return Attribution(at, last, NOWHERE, cue, passive=labelled) if cue.form in ("past", "third", "other") else None


def _cut_heading(line: Line, subject: tuple[int, int], lo: int, last: int, hi: int) -> tuple[int, int]:
    """Cut "He broke into the house, [court] hears", as headings have it, from "the nurse, a clerk, said"."""
    first, end = subject
    comma = next((at for at in range(end - 1, first, -1) if line.words[at] == ","), -1)
    ended = last >= hi or line.words[last] in ".?!"
    if comma < 0 or first <= lo or not (ended and line.words[first - 1].isalpha() and line.words[comma - 1].islower()):
        return subject
    bare = line.lows[comma + 1] not in DETERMINERS and all(word.islower() for word in line.words[comma + 1 : end])
    low = line.lows[end - 1]
    speaks = low in ROLES or low in STUDIES or low in BODIES or is_person_noun(low)
    return (comma + 1, end) if bare and speaks else subject


def _is_asked(line: Line, at: int, lo: int, hi: int) -> bool:
    """Tell "Roth, [asked] whether he would stay, said no", who is asked, from "Roth, a nurse, asked whether"."""
    if at < lo + 2 or line.words[at - 1] != ",":
        return False
    first = phrase_before(line, at - 1, lo)[0]
    if first < lo or (first > lo and line.words[first - 1] == ","):
        return False
    stops = (here for here in range(at + 1, min(hi - 1, at + REACH)) if line.words[here] == ",")
    return any(is_verb(line, here + 1) for here in stops)


def _is_reduced(line: Line, at: int, last: int, before: int) -> bool:
    """Tell "a plan criticised by many" and ", also cited in the paper," from finite verbs."""
    helper = line.lows[before] if before >= 0 else ""
    if helper in ("had", "has", "have"):
        return False
    if line.lows[last] == "by":
        if line.lows[before] in ACTORS and before == at - 1:
            return False  # he boasted by letter that
        doing = line.lows[last + 1 : last + 2]  # interjected by hitting Lee
        return not doing or line.words[last + 1][0].isupper() or not doing[0].endswith("ing")
    reduced = helper == "," and line.lows[last] in ("in", "as", "at", "on") and before < at - 1
    return reduced and line.lows[at] not in UTTERED  # but also said in May
