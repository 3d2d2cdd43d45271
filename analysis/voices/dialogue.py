"""Speech set off by dashes: "- We will win, - said Ann Lee. - We must."; "— Oui, dit-il, nous gagnerons."."""

from __future__ import annotations

import re

from analysis.voices.marks import QuotedRun
from analysis.voices.saying import find_verb
from analysis.words.classes import CONJUNCTIONS

OPENING = re.compile(r"[^\w\n\"“«-]{0,6}?(?:[–—―]{1,2} ?|-{1,2} )(?=[^\W\d_]|[¿¡…])")
_DASH = re.compile(r"(?:(?<=[\s,.!?…])(?:[–—―]{1,2}|-{1,2}(?=\s))|(?<=\w)[–—―](?=[.,;]))\s?")
_ASIDE = re.compile(  # ", dit-il,", ", répondit Anne Morel.", "? asked the judge."
    r"(?:,|(?<=[?!…])) (?=(?P<verb>[^\W\d_]+(?:[-'’][^\W\d_]+){0,3}) ?(?P<name>[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]|[^.!?;:\n]))"
)
_CLITIC = re.compile(r"[^\W\d_]+(?:-t)?-(?:il|elle|on|ils|elles)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,.!?…;:]|$")
_AGAIN = re.compile(r"(?<=[.!?…]) ?[-–—―]{1,2} ")
_STOP = re.compile(r"[,!?…]\s*$")


def find_dialogue(text: str, start: int, end: int) -> list[QuotedRun]:
    """Find what is said in the paragraph text[start:end] if it opens with a dash and says who speaks.

    A list's item, which opens with a dash too, holds no verb of saying behind a second dash or a comma.
    """
    opening = OPENING.match(text, start, end)
    if not opening:
        return []
    return _between_dashes(text, opening.end(), end, opening.start()) or _around_aside(text, opening.end(), end)


def _between_dashes(text: str, at: int, end: int, left: int) -> list[QuotedRun]:
    """Take speech and who says it by turns: - speech, - said X. - speech."""
    runs: list[QuotedRun] = []
    while at < end:
        clause = next((dash for dash in _DASH.finditer(text, at, end) if _says(text, at, dash)), None)
        if not clause and not runs:
            return []
        stop = _rstrip(text, at, clause.start() if clause else end)
        runs.append(QuotedRun(at, stop, left, max(stop, clause.end() if clause else end), dashed=True))
        again = clause and next(iter(_DASH.finditer(text, clause.end(), end)), None)
        if not again:
            return runs
        left, at = again.start(), _after_stop(text, again.end(), end)
    return runs


def _says(text: str, at: int, dash: re.Match[str]) -> bool:
    """Tell whether a dash opens the clause that says who speaks."""
    verb = find_verb(text, dash.end())
    if not verb or _DASH.search(text, dash.end(), verb.start()):
        return False
    if text[dash.end() : verb.end()].split(None, 1)[0].lower() in CONJUNCTIONS:
        return False
    return verb.start() == dash.end() or _STOP.search(text, max(at, dash.start() - 4), dash.start()) is not None


def _around_aside(text: str, at: int, end: int) -> list[QuotedRun]:
    """Take speech on both sides of an aside between commas: — Oui, dit-il, nous gagnerons."""
    for aside in _ASIDE.finditer(text, at, end):
        verb = find_verb(text, aside.end())
        listed = verb is not None and verb.start() == aside.end()
        clitic = _CLITIC.fullmatch(aside["verb"]) is not None
        if not (listed or clitic):
            continue
        first = QuotedRun(at, aside.end() - 1, at - 1, aside.end(), dashed=True)
        clause = _CLAUSE_END.search(text, aside.end(), end)
        again = _AGAIN.match(text, clause.end(), end) if clause else None  # said the mayor. - And on time.
        left = again.start() if again else end
        rest = again.end() if again else clause.end() + 1 if clause and clause[0] == "," else end
        if rest >= end:
            return [first]
        return [first, QuotedRun(rest, end, min(left, rest), end, dashed=True)]
    return []


def _after_stop(text: str, at: int, end: int) -> int:
    """Step over the full stop that Spanish sets behind a closing dash: —dijo Ana—. Somos fuertes."""
    while at < end and text[at] in ".,; ":
        at += 1
    return at


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
