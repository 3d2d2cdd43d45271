"""Who says a verb: several joined by "and", one behind it or before it, who is cited."""

from __future__ import annotations

from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.described import Subject
from analysis.voices.languages.joined import find_several_after, find_several_before
from analysis.voices.languages.meanwhile import end_of_meanwhile
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import find_speaker_in
from analysis.voices.languages.silent import stands_alone
from analysis.voices.languages.subjects import find_subject_after, make_pronoun
from analysis.voices.languages.subjects_before import find_acting, find_inside_before, find_subject_before


def find_several(passage: Passage, saying: Saying, lo: int, hi: int, opens: bool) -> Subject | None:
    """Find the people joined by "and" who are the subject of a verb whose form allows several."""
    rules = passage.rules
    verbs = passage.lows[saying.first : saying.last]
    told = not saying.agrees or len(verbs) > 1  # ont dit
    many = saying.agrees == "p" or (told and any(low.endswith(rules.lists["many"]) for low in verbs))
    if not rules["joining"].isdisjoint(passage.lows[lo:hi]) and (many or rules.verb_last):
        ahead = find_several_after(passage, saying.last, hi) if opens else None
        return ahead or find_several_before(passage, lo, saying.first)
    return None


def find_one(passage: Passage, saying: Saying, lo: int, hi: int, opens: bool) -> Subject | None:
    """Find who speaks: behind a verb that opens its clause, else before it, else behind it."""
    loose = opens and saying.begin > lo
    behind_gerund = end_of_meanwhile(passage, saying.last, hi) if opens and saying.begin > lo else -1
    if behind_gerund >= 0:
        return find_subject_after(passage, behind_gerund, hi, saying.agrees)
    ahead = find_subject_after(passage, saying.last, hi, saying.agrees, loose=loose)
    if passage.rules.capitals and saying.last - saying.first > 2:  # hat die Polizei am Montag gesagt
        ahead = ahead if opens and saying.first > lo else None
        ahead = find_subject_after(passage, saying.first + 1, saying.last - 1, saying.agrees) or ahead
    if opens and not ahead and stands_alone(passage, saying, lo, hi):
        return None  # the Twenty-Seven, (he) assured, will answer
    behind = None if opens and ahead else find_subject_before(passage, lo, saying.first, saying.agrees)
    joined = saying.begin > lo and passage.lows[saying.begin - 1] in passage.rules["joining"]
    parted = passage.rules.capitals and saying.begin > lo and passage.lows[saying.begin - 1] == ","  # ..., mahnte aber
    if not behind and not ahead and passage.rules.silent and saying.agrees == "p":
        return find_inside_before(passage, lo, saying.begin)  # desde el Gobierno insisten
    return behind or ahead or (find_acting(passage, lo, saying.begin - 1) if joined or parted else None)


def find_cited(passage: Passage, at: int, hi: int) -> Subject | None:
    """Find who is cited: the person, the role or the pronoun right behind "cites", whoever it is that cites."""
    low = passage.lows[at] if at < hi else ""
    if low in passage.rules.mappings["cited"]:
        return make_pronoun(at, passage.rules.mappings["cited"][low])
    at += low in passage.rules.papers and at + 1 < hi  # the words of X
    if at in passage.named:
        return find_speaker_in(passage, at, passage.named[at][0], oblique=True)
    if at + 1 < hi and passage.words[at][0].isupper() and passage.words[at + 1].isupper() and passage.rules.has_cases:
        bases = passage.rules.endings["family_men"].list_nominatives(passage.words[at], 0)
        if bases:  # цитирует Пескова ТАСС
            return Subject(at, at + 1, bases[0], "person")
    oblique = at < hi and any(not noun.is_nominative for noun in passage.rules.nouns.get(passage.lows[at], ()))
    return find_speaker_in(passage, at, at + 1, oblique=True) if oblique else None
