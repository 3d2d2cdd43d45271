"""Who is announced where a paragraph ends in a colon and no verb tells; lists of quotations, questions back."""

from __future__ import annotations

import re

from analysis.voices.clauses import clause_subject, first_phrase
from analysis.voices.cues import SAYING, Attribution, Cues
from analysis.voices.lines import Line, start_of
from analysis.voices.nobody import is_time
from analysis.voices.phrases import NOWHERE
from analysis.voices.referents import Referents
from analysis.voices.senders import REPLIES, find_addressed, find_sender
from analysis.voices.speakers import NOBODY, Speaker, name_speaker
from analysis.voices.speech_rows import Heard
from analysis.voices.things import announces_nobody

HERE = frozenset(["here", "here's", "here’s", "this"])
EVERYONE = frozenset(["everybody", "everyone"])
LISTED = re.compile(r"\s*(?:[•●⦁▪◦‣*]|[–—-]{1,2} )")
ANSWERED = re.compile(
    r"\W{0,2}[\"“][^\"“”\n]{1,300}[\"”],? (?P<who>[\w.’'-]+) (?:said|says|replied|replies|answered|answers|responded)\b"
)
DATED = re.compile(  # May 3, 2016: 3 May: 3.5.2016:
    r"\W*(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?|"
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}):\s*"
)
LATELY = 4  # speeches back


def find_announced(
    line: Line, sentence: tuple[int, int], here: Heard | None, last: Heard, people: Referents, cues: Cues
) -> Heard:
    """Find who speaks in the next paragraph; here: who spoke in this one; last: who spoke before."""
    subject = find_sender(line, sentence)
    if subject != NOWHERE:
        return Heard(name_speaker(line, subject, people, sentence[1]))
    subject = first_phrase(line, *sentence)
    if subject != NOWHERE and is_time(line, *subject):
        subject = clause_subject(line, sentence[1] - 1, sentence[0])  # Two days later she sent a note:
    if subject != NOWHERE and subject[1] - subject[0] == 1 and line.lows[subject[0]] in cues.forms:
        return here or last  # And warned:
    if subject != NOWHERE and line.lows[subject[1] - 1] in REPLIES and subject[1] - subject[0] <= 2:
        subject = find_addressed(line)
    if subject == NOWHERE or announces_nobody(line, *subject, sentence):
        return here or Heard(NOBODY)
    who = name_speaker(line, subject, people, sentence[1])
    return Heard(who, ":" if line.lows[subject[1] - 1] in EVERYONE else None)  # But not everyone was glad:


def choose_announcing(line: Line, sentence: tuple[int, int], attributions: list[Attribution]) -> Attribution:
    """Choose the cue by which the end of a paragraph announces what follows: the last one.

    In "Here is what Lund told them, according to Roth:" it is whose words are told.
    """
    if line.lows[sentence[0]] not in HERE:
        return attributions[-1]
    what = next((at for at in range(sentence[0] + 1, sentence[1]) if line.lows[at] in ("what", "how")), sentence[1])
    said = (one for one in attributions if one.subject[0] == what + 1 and one.cue.kinds & SAYING)
    return next(said, attributions[-1])


def is_bulleted(text: str, span: tuple[int, int]) -> bool:
    """Tell a paragraph that is one of a list: • May 3: “...”."""
    return LISTED.match(text, *span) is not None


def is_dated(line: Line, token: int) -> bool:
    """Tell a quotation before which nothing stands in its paragraph but a date and a colon."""
    begin = start_of(line, 0)
    return (
        token > 1
        and line.words[token - 1] == ":"
        and DATED.fullmatch(line.text, begin, line.runs[token].left) is not None
    )


def find_asking_back(
    text: str, asked: tuple[int, int], following: tuple[int, int], last: str, people: Referents
) -> Heard | None:
    """Find who asks what stands alone between two answers of one person; None where it is no such question.

    "No," Lund said. / "Did you tell her?" / "Never," Lund said.
    """
    answer = ANSWERED.match(text, *following) if text[slice(*asked)].rstrip().endswith("?") else None
    if answer is None or answer["who"].lower() not in (last.split()[-1].lower(), "he", "she"):
        return None
    names = (name for _, name in people.list_spoken(LATELY) if name != last and people.is_somebody(name))
    name = next(names, None)
    return Heard(Speaker(name, -1, -1) if name else NOBODY)
