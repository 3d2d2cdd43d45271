"""Who is announced where a paragraph ends in a colon and no verb of saying tells."""

from __future__ import annotations

from analysis.voices.clauses import clause_subject, first_phrase
from analysis.voices.cues import Cues
from analysis.voices.lines import Line
from analysis.voices.nobody import is_time
from analysis.voices.phrases import NOWHERE
from analysis.voices.referents import Referents
from analysis.voices.senders import REPLIES, find_addressed, find_sender
from analysis.voices.speakers import NOBODY, name_speaker
from analysis.voices.speech_rows import Heard
from analysis.voices.things import announces_nobody

EVERYONE = frozenset(["everybody", "everyone"])


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
