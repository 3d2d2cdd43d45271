"""A paragraph as words, quoted runs and sentences, with the people named in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
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
TIMED = re.compile(r"\d{1,2}(?:[h:.]\d\d)?|[:.]|Uhr|h|г|час")  # what a time is made of
TICKER = ["+", "+", "+"]  # around the headings of a ticker
DATELINE = 12  # tokens of the place, the day and the agency that open a report
LONGEST = 300  # tokens: what runs on longer is cut, so that no text takes more than its length in time


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
