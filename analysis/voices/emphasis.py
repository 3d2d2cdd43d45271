"""Emphasis: words between asterisks, and common words in capitals."""

from __future__ import annotations

import re
from itertools import islice

from analysis.people.lists import load_list
from analysis.voices.marked_kinds import EMPHASIS, MarkedWord, load_marked_rules
from analysis.voices.words_in_marks import WORD
from analysis.words.classes import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, NEGATIONS, PERSONAL, PREPOSITIONS

STARRED = re.compile(
    r"(?<![\w*])\*{1,3}(?=\S)([^*\n]{1,60}?)(?<=\S)\*{1,3}(?![\w*])|(?<![\w_])_(?=\S)([^_\n]{1,60}?)(?<=\S)_(?![\w_])"
)
CAPITALS = re.compile(r"(?<![\w.#@&/$'’(-])[A-Z]{2,}(?:[ ,]{1,2}[A-Z]{2,}){0,7}(?![\w.&/'’-]|\s?[(:]|\)|\s[-–—])")
LOUD_BEFORE, LOUD_BEHIND = re.compile(r"[A-Z]{2,}[^a-z]{0,5}$"), re.compile(r"[^a-z]{0,5}[A-Z]{2,}")
SMALL = re.compile(r"\b[a-z]{2,}\b")
STRESSED_OFTEN = ADVERBS | AUXILIARIES | CONJUNCTIONS | DETERMINERS | NEGATIONS | PREPOSITIONS | PERSONAL
MOST_STRESSED = 6  # words in capitals side by side; more are a heading
FEWEST_SMALL = 5  # words in small letters that a line must have for capitals to be an emphasis


def mark_emphasis(text: str, start: int, end: int) -> list[MarkedWord]:
    """Mark words between asterisks, and common words in capitals within a line of small letters."""
    found = []
    for one in STARRED.finditer(text, start, end) if "*" in text[start:end] or "_" in text[start:end] else ():
        group = 1 if one[1] is not None else 2
        if WORD.search(one[group]) and (one.start(), one.end()) != (start, end):
            found.append(MarkedWord(*one.span(group), EMPHASIS, "asterisks"))
    if sum(1 for _ in islice(SMALL.finditer(text, start, end), FEWEST_SMALL)) < FEWEST_SMALL:
        return found
    for one in CAPITALS.finditer(text, start, end):
        around = text[max(start, one.start() - 12) : one.start()], text[one.end() : end][:12]
        if _is_emphasis(one[0], *around) and not _is_name_of(text, one[0]):
            found.append(MarkedWord(one.start(), one.end(), EMPHASIS, "capitals"))
    return found


def _is_name_of(text: str, capitals: str) -> bool:
    """Tell initials and names by the text: a word that says something by itself, in capitals twice (UPS)."""
    return capitals.lower() not in STRESSED_OFTEN and text.count(capitals) > 1


def _is_emphasis(capitals: str, before: str, behind: str) -> bool:
    """Tell common words in capitals from initials and names: it is NOT so; the SEC, the DREAM Act."""
    words = [word.strip(",").lower() for word in capitals.split()]
    if len(words) > MOST_STRESSED or max(map(len, words)) < 3 or re.match(r",? [A-Z][a-z]", behind):
        return False
    if LOUD_BEFORE.search(before) or LOUD_BEHIND.match(behind):  # part of a heading in capitals
        return False
    initials = before.lower().endswith("the ") and len(words) == 1 and len(words[0]) <= 4
    if initials and words[0] not in load_marked_rules()["after_the"]:
        return False
    return load_list("common_words").issuperset(words) and load_marked_rules()["not_emphasis"].isdisjoint(words)
