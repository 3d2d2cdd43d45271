"""Which quoted runs are speech: what a cue governs, what looks spoken; no titles, names and scare quotes."""

from __future__ import annotations

import re

from analysis.texts.tokens import split_words
from analysis.voices.direct import Spoken
from analysis.voices.lines import SHORT, Line
from analysis.voices.phrases import WALLS
from analysis.voices.works import VERBS, is_called, is_title, is_unsaid
from analysis.words.classes import LABELS

TALK = re.compile(r"\b(?:i|i'm|i’m|i've|i’ve|we|we're|we’re|you|my|our|your|me|us)\b", re.IGNORECASE)
LONG = re.compile(rf"(?:[a-zA-Z]+(?:['’][a-z]+)?,? ){{{SHORT}}}")  # surely as many words, without looking closely


def is_speech(line: Line, spoken: Spoken, sentence: tuple[int, int], continued: bool) -> bool:
    """Tell a quotation from a title, a name or a scare quote."""
    run = line.runs[spoken.token]
    announced = _is_announced(line, spoken)
    if is_unsaid(line, spoken.token, sentence[1], spoken.how != "after"):
        return False
    if announced and LONG.match(line.text, run.start, run.end):
        return True
    words = split_words(line.text[run.start : run.end])
    if not words or (not run.closed and not (spoken.attribution or continued or len(words) >= 8)):
        return False
    text = line.text[run.start : run.end]
    if not announced and is_title(words, text):
        return False
    if len(words) < SHORT:
        whole = text[0].isupper() and text[-1] in ".!?"
        goes_on = continued and spoken.token == sentence[0] and text[-1] in ".!?…"
        colon = spoken.token > sentence[0] and line.words[spoken.token - 1] == ":"
        ends = spoken.token == len(line.words) - 1 and text[0].isupper() and TALK.search(text) is not None
        follows = colon and (whole or ends)  # a promise: "No more."; Mayor resigns: "I am tired"
        return (
            goes_on
            or (follows and len(words) > 1)
            or (
                _is_short_speech(line, spoken, text)
                and not (spoken.attribution and is_called(line, spoken.token, spoken.attribution, spoken.how))
            )
        )
    return bool(spoken.attribution) or _has_shape(line, spoken, sentence, text, len(words), continued)


def _is_announced(line: Line, spoken: Spoken) -> bool:
    """Tell whether a verb of saying stands right beside a quotation, or before its colon: capitals make it no title."""
    if spoken.how == "after":
        return True
    attribution = spoken.attribution
    said = spoken.how in ("before", "noun") and attribution and "speech" in attribution.cue.kinds
    return bool(said and (attribution.last >= spoken.token - 1 or line.words[spoken.token - 1] == ":"))


def _has_shape(line: Line, spoken: Spoken, sentence: tuple[int, int], text: str, words: int, continued: bool) -> bool:
    """Tell whether a run that no cue announces looks spoken."""
    shape = (text.rstrip()[-1] in ".,!?…") + (words >= 8)
    starts = spoken.token == sentence[0] or line.words[spoken.token - 1] in WALLS
    opens = spoken.token == sentence[0] or line.words[spoken.token - 1] == ":"
    alone = opens and spoken.token + 1 >= sentence[1] and text[0].isupper()
    if (continued and shape) or (starts and shape == 2) or (alone and text[-1] in ".!?…"):
        return True  # a sentence of its own is not marked for anything else
    signs = (TALK.search(text) is not None) + (VERBS.search(text) is not None)
    return signs >= 1 if continued else shape + signs >= 2 and (starts or signs > 0)


def _is_short_speech(line: Line, spoken: Spoken, text: str) -> bool:
    """Keep one to three words only where a cue governs them: "No," he said; called it "an insult"."""
    if spoken.attribution is None:
        return False
    if spoken.how in ("after", "guess") or text.rstrip()[-1] in ",!?":
        return True
    if len(text.split()) > 1 or (_is_announced(line, spoken) and text[0].isupper() and text.rstrip()[-1] == "."):
        return True
    return spoken.attribution.cue.lemma in LABELS
