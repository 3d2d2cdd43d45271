"""Headings in running text: what looks like one, and which of them opens another story.

A heading inside an article takes up the article's words; one that opens another story brings its own, and the
paragraph below says them again. Such signs are weighed by a logistic regression fitted by
tools/fit_story_headings.py; its weights lie in story_headings.yaml, with their origin.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

from analysis.texts.readers.lines import PageLine
from analysis.texts.tokens import count_words

WEIGHTS = Path(__file__).with_name("story_headings.yaml")
SENTENCE_END = re.compile(r"[.!?…]['\"’”»)\]]*$")
_END = re.compile(r"[.!?…:;,]['\"’”»)\]]*$")
_BULLET = re.compile(r"[•·▪‣*–—-]+\s|[(\[]|\d{1,3}[.)]\s|[#@]\w")
_CREDIT = re.compile(
    r"\b(?:getty images|reuters|photo(?:graph|s)?\b|image\b|video\b|shutterstock|afp\b|ap photo|associated press|"
    r"contribut(?:ed|ing|or)|caption|twitter|facebook|subscribe|sign up|фото|reporting by)|"
    r"/AP\b|©|https?:|www\.|\.com\b|@\w",
    re.IGNORECASE,
)
_NAME = re.compile(  # its capital first and then what stands before it: a search for a capital is a fast one
    r"[A-ZÀ-ÞА-ЯЁІЇЄҐ](?<=[^.!?:\"\n] .)[\w'-]+"
)
_NAMED_TURN = re.compile(r"[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w.'-]+(?: [A-ZÀ-ÞА-ЯЁІЇЄҐ][\w.'-]+){0,2}: ['\"]?\w+(?: \w|')")
AROUND_A_STORY = tuple(f"furniture {where} the story" for where in ("above", "within", "below"))  # reasons
DUMPED = 2.0  # by how much surer the first heading must be on a page that was copied whole
LONGEST = 160  # characters of a heading
ROUNDING = 1e-6  # of a score
SHORTEST = 40  # words that a story has at least before another can begin
BEFORE, AFTER = 6, 4  # paragraphs compared on either side of a heading
LEDE, LATER = 4, 10  # first lines of a page, and paragraphs below a heading that may take them up
_DATELINE = re.compile(
    r"[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ .,'-]{3,40}(?:[,(]| [–—-]{1,2} )|.{0,40}\((?:AP|CNN|Reuters|AFP|ТАСС)\)"
)
# words cut to six letters, so that forms of one word meet: what the signs' weights were fitted with; it counts no words
_STEM = re.compile(r"([^\W_]{3,6})[^\W_]*+")
_STOP_WORDS = """
and are but did does for from had has have her his how its more new not our over says said she than that the their
them they this under was were what when where which while who why will with would you your after about against all
also amid can could been into one two out off may his him как для что это или при после все его она они был была
были так также уже еще ещё том тем чем под над без
"""
_STOP = frozenset(word[:6] for word in _STOP_WORDS.split())


def content_words(text: str) -> set[str]:
    """The words of a text that carry its matter, cut to six letters so that forms of one word meet."""
    return set(_STEM.findall(text.lower())) - _STOP


def looks_like_heading(line: PageLine, after: PageLine) -> bool:
    """Whether a line is short, stands alone over a longer paragraph, and is no sentence, list item or credit."""
    return (
        len(line.text) <= LONGEST
        and line.gap > 0
        and after.gap > 0
        and len(after.text) > len(line.text)
        and (line.text[-1].isalnum() or not _END.search(line.text))
        and not _BULLET.match(line.text)
        and not _CREDIT.search(line.text)
        and 2 <= count_words(line.text) <= 25
    )


def find_story_headings(lines: Sequence[PageLine], dumped: bool = False) -> list[int]:
    """The places among a page's kept lines of the headings that open another story.

    A page needs one heading that is beyond doubt; then it holds several stories, and likely headings do too.
    dumped: the page was copied whole, with its menus: it mostly holds one story, and teasers of others below it.
    """
    short = [at for at in range(2, len(lines) - 1) if len(lines[at].text) <= LONGEST]
    headings = [at for at in short if looks_like_heading(lines[at], lines[at + 1])]
    fitted = load_weights()
    needed = fitted["first"] + (DUMPED if dumped else 0)
    stems = _Stems(lines)
    if not any(_may_open(stems, at, len(headings), needed - ROUNDING) for at in headings):
        return []
    scores = {at: _score(signs) for at, signs in _measure_signs(stems, headings)}
    if max(scores.values()) <= needed:
        return []
    opening, start = [], 0
    for at, score in scores.items():
        if score > fitted["further"] and sum(count_words(line.text) for line in lines[start:at]) >= SHORTEST:
            opening.append(at)
            start = at
    return opening


def story_signs(lines: Sequence[PageLine], headings: Sequence[int]) -> list[tuple[int, dict[str, float]]]:
    """For each heading the signs that it opens another story, in the order of the page.

    said_again: its words (at most 4) that the two paragraphs below repeat; new_said_again: those of them that the
    page had not used; new_names_again: likewise of capitalised words, in the next paragraph; named_turn: it reads
    "Name: what was said"; known: share of its words that the page had used; carried_on: share of the next paragraphs'
    words that the last ones used; names_carried_on: likewise of capitalised words; matter, words: its content words
    and all its words (at most 15); shouted: in capitals; quoted: it begins with a quotation mark; ended_before: the
    line before it ends a sentence; rivals: log2 of how many headings the page has; lede_again: share of the words of
    the page's first lines that the next ten lines use; dateline: a place in capitals, or an agency, opens the next one.
    """
    return _measure_signs(_Stems(lines), headings)


def _measure_signs(stems: _Stems, headings: Sequence[int]) -> list[tuple[int, dict[str, float]]]:
    lines, signs, known, done = stems.lines, [], set(), 0
    for at in headings:
        known |= stems.among(done, at)
        done = at
        before = " ".join(line.text for line in lines[max(0, at - BEFORE) : at])
        after = " ".join(line.text for line in lines[at + 1 : at + 1 + AFTER])
        again = stems[at] & stems.among(at + 1, at + 3)
        found = _close_signs(stems, at, len(headings)) | {
            "new_said_again": min(len(again - known), 4),
            "new_names_again": min(len(_names_again(lines, at) - known), 3),
            "known": _share(stems[at], known),
            "carried_on": _carried_on(stems, at),
            "names_carried_on": _share(_names(after), _names(before)),
            "lede_again": _lede_again(stems, at),
        }
        signs.append((at, {name: float(value) for name, value in found.items()}))
    return signs


class _Stems(dict):
    """The content words of a page's lines, by their places, found when they are asked for."""

    def __init__(self, lines: Sequence[PageLine]) -> None:
        super().__init__()
        self.lines = lines

    def __missing__(self, at: int) -> set[str]:
        self[at] = found = content_words(self.lines[at].text)
        return found

    def among(self, begin: int, end: int) -> set[str]:
        """The content words of some lines, as far as the page has them."""
        return set().union(*(self[at] for at in range(max(begin, 0), min(end, len(self.lines)))))


def _may_open(stems: _Stems, at: int, headings: int, needed: float) -> bool:
    """Whether a heading may have the score needed, as far as its close signs and a look at some lines tell.

    What the others add, for which the whole page is read, only speaks against it: few pages need them.
    """
    signs = _close_signs(stems, at, headings)
    for name, measure in (("carried_on", _carried_on), ("lede_again", _lede_again)):
        if _score(signs) < needed:
            return False
        signs[name] = measure(stems, at)
    return _score(signs) >= needed


def _carried_on(stems: _Stems, at: int) -> float:
    return _share(stems.among(at + 1, at + 1 + AFTER), stems.among(at - BEFORE, at))


def _lede_again(stems: _Stems, at: int) -> float:
    return _share(stems.among(0, LEDE), stems.among(at + 1, at + 1 + LATER))


def _close_signs(stems: _Stems, at: int, headings: int) -> dict[str, float]:
    """The signs that a heading and the lines next to it show; the others as if they spoke as much for it as they can.

    headings: how many the page has.
    """
    lines, heading = stems.lines, stems[at]
    said_again = min(len(heading & stems.among(at + 1, at + 3)), 4)
    return {
        "said_again": said_again,
        "new_said_again": said_again,
        "new_names_again": min(len(_names_again(lines, at)), 3),
        "named_turn": _NAMED_TURN.match(lines[at].text) is not None,
        "known": 0.0,
        "carried_on": 0.0,
        "names_carried_on": 0.0,
        "matter": min(len(heading), 15),
        "words": min(count_words(lines[at].text), 15),
        "shouted": lines[at].text.isupper(),
        "quoted": lines[at].text[0] in "\"'([",
        "ended_before": SENTENCE_END.search(lines[at - 1].text) is not None,
        "rivals": math.log2(headings),
        "lede_again": 0.0,
        "dateline": _DATELINE.match(lines[at + 1].text) is not None,
    }


def _score(signs: dict[str, float]) -> float:
    fitted = load_weights()
    return fitted["intercept"] + sum(fitted["weights"][name] * value for name, value in signs.items())


@cache
def load_weights() -> dict:
    """The weights of the signs, and the scores that a page's first and further openings must pass."""
    return yaml.safe_load(WEIGHTS.read_text("utf-8"))


def _names_again(lines: Sequence[PageLine], at: int) -> set[str]:
    return _names(f"- {lines[at].text}") & _names(f"- {lines[at + 1].text}")


def _names(text: str) -> set[str]:
    return {name[:6].casefold() for name in _NAME.findall(text)}


def _share(words: set[str], among: set[str]) -> float:
    return len(words & among) / len(words) if words else 0.0
