"""Words in quotation marks that are no quotation: scare quotes, terms, titles, nicknames, fragments."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from analysis.people.lists import given_names
from analysis.voices.marked_kinds import (
    DISTANCED,
    FRAGMENT,
    IN_MARKS,
    NICKNAME,
    SCARE,
    TERM,
    TITLE,
    MarkedWord,
    load_marked_rules,
)
from analysis.voices.marks import QuotedRun, find_runs
from analysis.voices.spoken_shapes import TALK
from analysis.voices.works import VERBS
from analysis.words.classes import CONJUNCTIONS, DETERMINERS, PREPOSITIONS

MOST_SCARED = 5  # words of scare quotes; more in marks are a fragment of somebody's speech whom no verb names
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
SAID_BEFORE = re.compile(r"[^\"“”'’‘»]\s?[,:]\s*$")  # , "Absolutely."
SPOKEN = re.compile(rf"{TALK.pattern}|{VERBS.pattern}", re.IGNORECASE)
SMALL_IN_TITLES = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | {"is", "as", "vs", "de", "la", "et", "des", "der"}
MOST_HEADING = 16  # words of a heading
NEAR = 60  # characters before a mark that tell what stands in it


def mark_runs(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> list[MarkedWord]:
    """Mark the words in quotation marks of a paragraph, those of quotations aside."""
    found, heading = [], _is_heading(text[start:end])
    for run in find_runs(text, start, end):
        near = taken[max(0, bisect_left(taken, (run.left, 0)) - 1) : bisect_left(taken, (run.right, 0))]
        free = not any(first < run.right and run.left < last for first, last in near)
        if free and run.opened and run.closed and (kind := _kind_of(text, run, start, end, heading)):
            found.append(MarkedWord(run.start, run.end, *kind))
    return found


def _kind_of(text: str, run: QuotedRun, start: int, end: int, heading: bool) -> tuple[str, str] | None:
    """Say what words in marks are, by what they look like and what stands around them, and by what that is told."""
    marked = text[run.start : run.end]
    words = WORD.findall(marked)
    if not words or not re.search(r"[^\W\d_]", marked):
        return None
    before, behind = text[max(start, run.left - NEAR) : run.left], text[run.right : min(end, run.right + NEAR)]
    if before.endswith("(") and behind.startswith(")"):  # the Affordable Care Act ("Obamacare")
        return TERM, IN_MARKS
    if len(words) <= 3 and words[0][0].isupper() and _is_within_name(before, behind):
        return NICKNAME, IN_MARKS
    if is_distanced(before):
        return (SCARE, DISTANCED) if len(words) <= MOST_SCARED else (FRAGMENT, IN_MARKS)
    if heading:
        return FRAGMENT, IN_MARKS  # headings set in marks what somebody said
    if _is_named(words, before, behind):
        return TITLE, IN_MARKS
    if (len(words) == 1 and len(words[0]) == 1) or _carried().match(behind):
        return TERM, IN_MARKS
    if compile_ending("term_nouns").search(before) or compile_ending("term_verbs").search(before):
        return TERM, IN_MARKS
    spoken = len(words) > MOST_SCARED or SAID_BEFORE.search(before) or (len(words) > 1 and SPOKEN.search(marked))
    return (FRAGMENT if spoken else SCARE), IN_MARKS


def is_distanced(before: str) -> bool:
    """Tell whether what stands before words in marks says that the outlet stands back from them: the so-called."""
    return compile_ending("distancing").search(before) is not None


def _is_heading(line: str) -> bool:
    """Tell a heading: short, without a full stop at its end."""
    return len(line.split()) <= MOST_HEADING and line.rstrip()[-1:] not in ".!?:,;…”\"’'»)"


def _is_within_name(before: str, behind: str) -> bool:
    """Tell Dwayne "The Rock" Johnson: a given name before, a capital behind."""
    first = re.search(r"([^\W\d_]+)(?: [A-Z]\.)?\s$", before)
    named = first is not None and first[1][0].isupper() and first[1].lower() in given_names()
    return named and re.match(r"\s[A-Z][a-z]", behind) is not None


def _is_named(words: list[str], before: str, behind: str) -> bool:
    """Tell the title of a work and other names: capitals all through, or one word beside what it is."""
    small = [word for word in words if word[0].islower()]
    if not (words[0][0].isupper() or words[0][0].isdigit()) or not SMALL_IN_TITLES.issuperset(small):
        return False
    if len(words) > 1 and not all(word.isupper() for word in words):
        return True
    beside = compile_ending("work_nouns").search(before) is not None
    nouns = "|".join(load_marked_rules()["work_nouns"])
    return beside or re.match(rf"['’]?s?,? (?:(?:a|an|the|his|her) )?(?:[a-z-]+ )?(?:{nouns})\b", behind) is not None


@lru_cache(maxsize=8)
def compile_ending(name: str) -> re.Pattern[str]:
    """Find a text that ends in one of the words of a list, with an article or a word between perhaps."""
    words = "|".join(map(re.escape, sorted(load_marked_rules()[name], key=len, reverse=True)))
    return re.compile(rf"(?:^|[^\w-])(?:{words}),?(?:\s+(?:a|an|the))?\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _carried() -> re.Pattern[str]:
    """Find what bears words that stand somewhere: "Yes" stickers."""
    words = "|".join(map(re.escape, sorted(load_marked_rules()["term_carriers"], key=len, reverse=True)))
    return re.compile(rf"\s(?:{words})\b", re.IGNORECASE)
