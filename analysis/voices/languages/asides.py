"""What is said aside inside marks ("said X"), and dialogue set off by dashes, which it tells from lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from analysis.voices.languages.passages import STOPS
from analysis.voices.languages.rules import LanguageRules
from analysis.voices.marks import QuotedRun

GAP = 8  # characters between two paragraphs
DASHED = re.compile(r"\s*(?:\d{1,2}[:.]\d\d[.:]? )?[—–―-]\s?(?=[^\W\d_]|[¿¡])")
NAME = r"[^\W\d_a-zà-ÿ][\w’'-]+(?: [^\W\d_a-zà-ÿ][\w’'-]+){1,3}"  # of somebody beside their role: , the chair, Ann Lee,
MEDIUM = r"«[^\n—–―«»„“]{1,40}»"  # who is told, in marks: he said to «Herald»
# «..., — said X. — ...» and « ..., a dit X, ... »: what is said aside inside one pair of marks
ASIDES = {
    "dash": re.compile(
        rf"(?P<end>[,!?…])\s?[—–―-]\s(?P<aside>(?:[^\n—–―«»„“]|{MEDIUM}){{4,160}}?)(?:[,.:]\s?[—–―-]\s|[.:]?\s*$)"
    ),
    "paired": re.compile(  # ... —said X—. ...
        rf"(?<=[\w,.!?…])(?P<end>)\s?[—–―-](?=\w)(?P<aside>(?:[^\n—–―«»„“]|{MEDIUM}){{4,160}}?)(?:[—–―-](?:[,.:;]?\s|$)|[.:]?\s*$)"
    ),
    "comma": re.compile(rf"(?P<end>[,!?…])\s(?P<aside>[^\n«»„“]{{4,160}}?(?:, {NAME}(?=[,.]\s))?)(?:[,.:]\s|[.]?\s*$)"),
}
CAPITALS = re.compile(r"[^\W\d_a-zà-ÿа-яёіїєґ][\w’'-]+ [^\W\d_a-zà-ÿа-яёіїєґ]")  # two words with a capital
APPOSED = re.compile(r"[^\n«»„“.!?:;]{2,80}?\.\s+(?=[^\W\d_a-zà-ÿ])")


def cut_asides(text: str, runs: Sequence[QuotedRun], rules: LanguageRules) -> list[QuotedRun]:
    """Cut quoted runs around "said X" inside their marks: what is left between the pieces is no quotation."""
    kind = rules.marks.get("incise")
    if not kind:
        return list(runs)
    found: list[QuotedRun] = []
    for run in runs:
        at, left = run.start, run.left
        for match in _find_asides(text, run.start, run.end, rules):
            if match.start() < at:
                continue
            end = match.end("end") - (match["end"] == ",")
            if end > at:
                found.append(QuotedRun(at, end, left, end))
            at = left = min(_behind_apposition(text, match.end(), run.end, rules), run.end)
        if at < run.end:
            found.append(QuotedRun(at, run.end, left, run.right, run.dashed))
    return found


def _behind_apposition(text: str, at: int, end: int, rules: LanguageRules) -> int:
    """Where what is said of a speaker inside a quotation ends: « ..., says Ann Lee, a baker. The roof fell. »"""
    match = APPOSED.match(text, at, end) if text[at - 2 : at] == ", " else None
    if not match:
        return at
    lows = [one[0].lower() for one in rules.token.finditer(match[0])]
    if len(lows) <= 4 and all(one.istitle() for one in re.findall(r"\w+", match[0])):  # says her daughter, Claire. ...
        return match.end()
    if not rules["looks"].isdisjoint(lows[1:2]):
        return match.end()  # says X, the eyes closed. ...
    first = lows[1] if lows[0] in rules["indefinite"] and len(lows) > 1 else lows[0]
    if first.isdigit() or first in rules.nouns:
        return match.end()
    small = rules.small | rules["articles"] | rules["helpers"] | rules.pronouns.keys() | rules.verbs.keys()
    return match.end() if first[0].isalpha() and small.isdisjoint(lows[:2]) and text[at].islower() else at


def is_aside(words: str, rules: LanguageRules) -> bool:
    """Tell whether words set off in a quotation say who speaks: a verb of saying is among the first."""
    lows = [match[0].lower() for match in rules.token.finditer(words)][:4]
    if not rules["acting"].isdisjoint(lows):
        return False  # ..., puis on s'étonne que les gens partent »
    if lows and (lows[0] in rules["closers"] or _is_likely_verb(lows[0], words, rules)):
        return True
    for at, low in enumerate(lows):
        if low in rules["mine"] and at == 0:
            return True
        verb = rules.verbs.get(low)
        if verb and verb.particle and not words.rstrip(" .!?…").lower().endswith((verb.particle, *verb.others)):
            continue  # ..., da gibt es nichts zu tun, ...
        if verb and (not verb.helper or (at and (lows[at - 1] in rules["helpers"] or lows[at - 1] in rules["hung"]))):
            return at == 0 or all(
                one in rules["adverbs"] or one in rules["helpers"] or one in rules["hung"] or one in rules.pronouns
                for one in lows[:at]
            )
    return False


def _is_likely_verb(low: str, words: str, rules: LanguageRules) -> bool:
    """Whether a word that opens an aside between dashes ends like a verb, before a name: - fumed on Monday Ann Lee."""
    if rules.marks.get("incise") != "dash" or not rules.has_cases or rules.verb_last:
        return False
    likely = low.endswith(rules.lists["unlisted"] or "-") and len(low) > 5 and low not in rules.nouns
    behind = [match[0].lower() for match in rules.token.finditer(words)][1:3]
    owned = len(behind) == 2 and behind[0] in rules["owners"]  # joins in her neighbour
    named = CAPITALS.search(words) or (owned and any(one.is_nominative for one in rules.nouns.get(behind[1], ())))
    return bool(likely and low not in rules.small and words[:1].islower() and named)


def find_dashed(
    text: str, spans: Sequence[tuple[int, int]], rules: LanguageRules, actor: Callable[[int], str | None]
) -> dict[int, QuotedRun]:
    """Find paragraphs of dialogue, set off by dashes: number -> the run behind the dash.

    One counts where it, or one right before or behind it, says who speaks, or where it stands alone behind a colon
    and who acts before that (`actor` of a place) speaks; a list with dashes does not.
    """
    dashed = {number: match.end() for number, span in enumerate(spans) if (match := DASHED.match(text, *span))}
    told = {number for number, start in dashed.items() if _says_who(text, start, spans[number][1], rules)}
    told |= {
        number for number in dashed if _is_announced_speech(text, spans[number], actor, alone=number + 1 not in dashed)
    }
    found: dict[int, QuotedRun] = {}
    near = False
    for number in range(len(spans)):  # downwards from one that says who speaks
        near = number in dashed and (near or number in told)
        if near:
            found[number] = QuotedRun(dashed[number], spans[number][1], spans[number][0], spans[number][1])
    near = False
    for number in range(len(spans) - 1, -1, -1):
        near = number in dashed and (near or number in told)
        if near:
            found[number] = QuotedRun(dashed[number], spans[number][1], spans[number][0], spans[number][1])
    return found


def _is_announced_speech(text: str, span: tuple[int, int], actor: Callable[[int], str | None], alone: bool) -> bool:
    """Whether dialogue stands behind a colon: alone, or several paragraphs of it right behind somebody's name."""
    whole = text[span[0] : span[1]].strip(" —–―-\t\n")
    spoken = whole[:1].isupper() and whole[-1:] in STOPS and is_announced(text, span[0])
    name = actor(span[0]) if spoken else None
    return name is not None and (alone or (name != "" and _before(text, span[0], GAP + len(name)).endswith(f"{name}:")))


def is_announced(text: str, start: int) -> bool:
    """Whether the paragraph before a place ends in a colon."""
    return _before(text, start, GAP).endswith(":")


def _before(text: str, at: int, most: int) -> str:
    """What stands before a place, the blanks between two paragraphs left out, of so many characters."""
    return text[max(0, at - most) : at].rstrip()


def _says_who(text: str, start: int, end: int, rules: LanguageRules) -> bool:
    return next(_find_asides(text, start, end, rules), None) is not None


def _find_asides(text: str, start: int, end: int, rules: LanguageRules) -> Iterator[re.Match[str]]:
    """Find what is said aside between two places; where a comma opens none, the next one may."""
    pattern = ASIDES[rules.marks.get("incise") or "dash"]
    while match := pattern.search(text, start, end):
        told = is_aside(match["aside"], rules)
        if told:
            yield match
        start = match.end() if told else match.start() + 1
