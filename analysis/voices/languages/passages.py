"""A paragraph as words, quoted runs and sentences, with the people named in it; "said X" inside marks; dialogue."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from analysis.voices.languages.full_names import NamedAt
from analysis.voices.languages.persons import Persons
from analysis.voices.languages.rules import LanguageRules
from analysis.voices.marks import QuotedRun
from analysis.voices.tokens import QUOTE

DASHES = frozenset(["—", "–", "-", "−", "―"])
STOPS = frozenset(".!?…")
AROUND = 15_000  # characters to either side of a word in which the same word tells what it is
GAP = 8  # characters between two paragraphs
TIMED = re.compile(r"\d{1,2}(?:[h:.]\d\d)?|[:.]|Uhr|h|г|час")  # what a time is made of
TICKER = ["+", "+", "+"]  # around the headings of a ticker
DATELINE = 12  # tokens of the place, the day and the agency that open a report
LONGEST = 300  # tokens: what runs on longer is cut, so that no text takes more than its length in time
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


@dataclass(slots=True, eq=False)
class Passage:
    """A paragraph: its words as written and in small letters, where each stands, who is named, its sentences."""

    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    runs: dict[int, QuotedRun]  # token number of each quoted run
    sentences: list[tuple[int, int]]  # first token, last token + 1
    named: dict[int, tuple[int, NamedAt]]  # first token of a name -> last token + 1, who
    rules: LanguageRules
    run_places: list[int] = field(default_factory=list)  # the tokens of `runs`, in order
    name_places: list[int] = field(default_factory=list)  # the first tokens of `named`, in order

    def list_runs(self, first: int, last: int) -> list[int]:
        """List the quoted runs between two tokens."""
        return self.run_places[bisect_left(self.run_places, first) : bisect_left(self.run_places, last)]

    def list_named(self, first: int, last: int) -> list[int]:
        """List where names begin between two tokens."""
        return self.name_places[bisect_left(self.name_places, first) : bisect_left(self.name_places, last)]

    def around(self, at: int) -> str:
        """The text around a token, as far as it tells which words are common and what a nominative is."""
        return self.text[max(0, self.starts[at] - AROUND) : self.starts[at] + AROUND]

    def opens_sentence(self, at: int) -> bool:
        """Whether a sentence begins at a token."""
        number = bisect_left(self.sentences, (at, 0))
        return number < len(self.sentences) and self.sentences[number][0] == at


def make_passage(
    text: str, span: tuple[int, int], runs: Sequence[QuotedRun], begins: Sequence[int], people: Persons
) -> Passage:
    """Cut the paragraph text[slice(*span)] into tokens; begins: where the sentences of the text begin."""
    rules = people.rules
    words, starts, ends, placed = [], [], [], {}
    at = span[0]
    for run in [*runs, None]:
        stop = run.left if run else span[1]
        for match in rules.token.finditer(text, at, stop):
            words.append(match[0])
            starts.append(match.start())
            ends.append(match.end())
        if run:
            placed[len(words)] = run
            words.append(QUOTE)
            starts.append(run.left)
            ends.append(run.right)
            at = run.right
    passage = Passage(text, words, [word.lower() for word in words], starts, ends, placed, [], {}, rules)
    for named in people.look_up(*span):
        first = bisect_left(starts, named.start)
        if first < len(starts) and starts[first] == named.start and first not in placed:
            passage.named[first] = (bisect_left(starts, named.end), named)
    passage.run_places.extend(placed)
    passage.name_places.extend(sorted(passage.named))
    passage.sentences.extend(_sentences(passage, begins, span))
    return passage


def _sentences(passage: Passage, begins: Sequence[int], span: tuple[int, int]) -> list[tuple[int, int]]:
    """Cut where sentences begin, but not inside a name, behind initials, or before what a dash joins."""
    count = len(passage.words)
    edges = {0, end_of_dateline(passage, count), count}
    for begin in begins[bisect_right(begins, span[0]) : bisect_left(begins, span[1])]:
        at = bisect_left(passage.starts, begin)
        if at < count and passage.starts[at] == begin and not _joined(passage, at):
            edges.add(at)
    if TICKER[0] in passage.words:
        edges |= _list_ticker_edges(passage, count)
    for at in range(2, count if "X" in passage.words else 0):  # on X. The mayor
        if passage.words[at - 2 : at] == ["X", "."] and _is_open(passage, at):
            edges.add(at)
    for at in passage.runs:  # a quotation that ends its sentence, before another one or a capital
        after = at + 1
        if after < count and passage.text[passage.runs[at].end - 1] in STOPS and _is_open(passage, after):
            edges.add(after)
        if at and passage.words[at - 1] in STOPS and not _joined(passage, at):
            edges.add(at)
    found = list(pairwise(sorted(edges)))
    if count <= LONGEST:
        return found
    return [(at, min(at + LONGEST, last)) for first, last in found for at in range(first, last, LONGEST)]


def _list_ticker_edges(passage: Passage, count: int) -> set[int]:
    """Where the headings of a ticker begin and end: +++ 12.30 Uhr: The mayor speaks +++."""
    edges: set[int] = set()
    for at in range(count - len(TICKER)):
        if passage.words[at : at + len(TICKER)] == TICKER:
            first = at + len(TICKER)
            edges |= {at, first}
            colons = [here for here in range(first, min(count, first + DATELINE)) if passage.words[here] == ":"]
            timed = (one for one in reversed(colons) if all(map(TIMED.fullmatch, passage.words[first:one])))
            edges.add(next(timed, first - 1) + 1)
    return edges


def end_of_dateline(passage: Passage, at: int) -> int:
    """Where a dateline that opens a paragraph ends: Paris (AFP) - ..., АСТАНА, 3 мая – ...; 0: it opens with none."""
    dash = next((here for here in range(1, min(at - 1, DATELINE)) if passage.words[here] in DASHES), 0)
    before = passage.words[:dash]
    place = before and before[0][0].isupper()
    capitals = [word for word in before if word[0].isalpha() and word.isupper() and len(word) > 2]
    dated = capitals and capitals[-1] == before[-1] and "." in before[:-1]  # Москва. 18 ноября. INTERFAX.RU - ...
    timed = before and all(TIMED.fullmatch(word) for word in before)  # 15h59 - ..., 10:05 – ...
    known = place and (before[-1] == ")" or dated or (capitals and capitals[0] == before[0]))
    return dash + 1 if known or timed else 0


def _joined(passage: Passage, at: int) -> bool:
    before = passage.words[at - 1]
    initial = 1 < len(before) < 6 and before[-1] == "." and before[0].isupper()
    return initial or (passage.words[at] in DASHES and at - 1 in passage.runs) or passage.words[at] in ",."


def _is_open(passage: Passage, at: int) -> bool:
    word = passage.words[at]
    return word == QUOTE or (word[0].isupper() and passage.lows[at] not in passage.rules.verbs)


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
