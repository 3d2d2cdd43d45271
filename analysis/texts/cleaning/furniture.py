"""Page furniture: the lines that a site puts around its stories, found by the rules in furniture.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from analysis.texts.cleaning.buttons import is_button
from analysis.texts.cleaning.sentences_told import is_sentence_of_a_story
from analysis.texts.readers.lines import PageLine, find_line

RULES = Path(__file__).with_name("furniture.yaml")
TICKER = "ticker of time or currency"
LONGEST, LONGEST_PHRASED = 240, 700  # characters of a furniture line; paragraphs are longer
FEWEST_IN_A_ROW, LONGEST_IN_A_ROW = 3, 300  # numbered captions in one line, and characters for each
BLOCK_LINES = 15  # links that may follow the line that opens a block
_BEFORE, _AFTER = frozenset("\"'©$€£₽₸¥₴+−–@-"), frozenset("\"'*%°$€£₽₸")  # marks that may begin and end a core
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_SENTENCE_END = re.compile(r"[.!…;,:?]['\")\]]*$")
_AT_START = "(?m:^)"  # what a phrase begins with that stands at a line's beginning alone
_BEGINS = re.compile(r"[a-zа-яё' ]*(?![?*{])")  # the letters that a phrase begins with
_IN_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Rule:
    """One kind of furniture; see furniture.yaml for what its parts mean."""

    reason: str
    patterns: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, str] = field(default_factory=dict)
    opens_block: bool = False
    never_first: bool = False
    formats: tuple[str, ...] = ("article",)


BUTTON = Rule("button of the site", never_first=True)


@cache
def load_rules() -> tuple[Rule, ...]:
    """The rules of furniture.yaml in order."""
    return tuple(Rule(**entry) for entry in yaml.safe_load(RULES.read_text("utf-8")))


@cache
def _patterns(form: str) -> re.Pattern[str]:
    """One expression for the patterns of all rules of a format, a group a rule."""
    groups = (
        f"(?P<r{number}>{'|'.join(_GROUP.sub('(?:', pattern) for pattern in rule.patterns)})"
        for number, rule in enumerate(load_rules())
        if form in rule.formats and rule.patterns
    )
    return re.compile("|".join(groups) or r"(?!)", re.IGNORECASE)


@cache
def _small_patterns(form: str) -> re.Pattern[str]:
    """The patterns in small letters: what they do not match in a small ASCII text, those do not match in the text.

    Without IGNORECASE an alternative that begins with another letter is passed over at once: half the time.
    """
    small = re.sub(
        r"(\\[A-Za-z]|\(\?P<\w+>)|([A-Z])", lambda found: found[1] or found[2].lower(), _patterns(form).pattern
    )
    return re.compile(small.replace("(?-i:", "(?:"))


@cache
def _phrases(form: str) -> tuple[tuple[re.Pattern[str], Rule], ...]:
    """The phrases of a format, each with its rule; they are searched for in lower case."""
    return tuple((re.compile(phrase), rule) for rule in load_rules() if form in rule.formats for phrase in rule.phrases)


@cache
def _searches(form: str) -> tuple[tuple[str, re.Pattern[str], Rule], ...]:
    """The phrases that may stand anywhere in a line, each with letters that it needs: these are found much faster."""
    return tuple(
        (_letters_of(phrase.pattern), phrase, rule)
        for phrase, rule in _phrases(form)
        if not phrase.pattern.startswith(_AT_START)
    )


@cache
def _openings(form: str) -> re.Pattern[str]:
    """One expression for the phrases that stand at a line's beginning, to be matched there."""
    phrases = (phrase.pattern for phrase, _ in _phrases(form) if phrase.pattern.startswith(_AT_START))
    return re.compile("|".join(f"(?:{phrase.removeprefix(_AT_START)})" for phrase in phrases) or r"(?!)", re.MULTILINE)


def _letters_of(phrase: str) -> str:
    """The letters that whatever a phrase matches begins with; "" if it says several things."""
    bare, inner = phrase, None
    while bare != inner:
        bare, inner = _IN_BRACKETS.sub("", bare), bare
    return "" if "|" in bare else _BEGINS.match(phrase)[0]


def _choose_phrases(page: str, form: str) -> list[tuple[re.Pattern[str], Rule]]:
    """The phrases that a page's lines may hold.

    page: all its lines in small letters.
    """
    held = {phrase for letters, phrase, _ in _searches(form) if letters in page and phrase.search(page)}
    opened = find_line(_openings(form), page) is not None
    return [
        (phrase, rule)
        for phrase, rule in _phrases(form)
        if phrase in held or (opened and phrase.pattern.startswith(_AT_START))
    ]


def find_rule(text: str, form: str = "article", phrases: Sequence | None = None) -> Rule | None:
    """The rule that a whole line falls under; None if it is text.

    phrases: those worth looking for, all of the format's by default.
    """
    core = _strip_edges(text) if len(text) <= LONGEST else ""
    said = text.endswith(".") and " " not in core  # a site puts "Next" on its buttons, a speaker says "Next."
    if core and not said and (found := _match(core, form)) and not is_sentence_of_a_story(text):
        return load_rules()[int(found.lastgroup[1:])]
    if (
        core
        and form in BUTTON.formats
        and text[-1] not in "?:"
        and (text[-1] != "." or "? " in core)
        and is_button(core)
    ):
        return BUTTON
    low = text.lower()
    for phrase, rule in _phrases(form) if phrases is None else phrases:
        if phrase.search(low) if len(text) <= LONGEST_PHRASED else _is_made_of(low, phrase):
            return rule
    return None


def _is_made_of(low: str, phrase: re.Pattern[str]) -> bool:
    """Whether a long line is a row of what a numbered phrase stands in: the captions of a gallery."""
    if r"\d" not in phrase.pattern:
        return False
    count = sum(1 for _ in phrase.finditer(low))
    return count >= FEWEST_IN_A_ROW and len(low) <= count * LONGEST_IN_A_ROW


def _strip_edges(text: str) -> str:
    """A line without the marks around it."""
    if text[:1].isalnum() and text[-1:].isalnum():
        return text
    start, end = 0, len(text)
    while start < end and not (_is_letter(text[start]) or text[start] in _BEFORE):
        start += 1
    while end > start and not (_is_letter(text[end - 1]) or text[end - 1] in _AFTER):
        end -= 1
    return text[start:end]


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _match(core: str, form: str) -> re.Match[str] | None:
    if core.isascii() and not _small_patterns(form).fullmatch(core.lower()):
        return None
    return _patterns(form).fullmatch(core)


def mark_furniture(lines: list[PageLine], form: str) -> list[PageLine]:
    """The lines with a reason wherever one is furniture, or a link of the block that furniture opened."""
    phrases = _choose_phrases("\n".join([line.text for line in lines]).lower(), form)
    marked, block, left, first = [], None, 0, True
    for line in lines:
        rule = None if line.reason else find_rule(line.text, form, phrases)
        if rule is not None and not (rule.never_first and first):
            block, left = (rule, BLOCK_LINES) if rule.opens_block else (None, 0)
        elif block is not None and left and line.reason is None and _is_link(line):
            rule, left = block, left - 1
        else:
            rule = block = None
            first = first and line.reason is not None
        marked.append(line._replace(reason=rule.reason) if rule else line)
    return marked


def _is_link(line: PageLine) -> bool:
    """Whether a line looks like a headline in a list of links: short, and no sentence."""
    return len(line.text) <= 200 and len(line.text.split()) <= 25 and not _SENTENCE_END.search(line.text)
