"""Page furniture: the lines that a site puts around its stories, found by the rules in furniture.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from analysis.readers.lines import Line

RULES = Path(__file__).with_name("furniture.yaml")
LONGEST = 240  # characters of a furniture line; paragraphs are longer
BLOCK_LINES = 15  # links that may follow the line that opens a block
_EDGES = re.compile(r"^[^\w©$€£₽₸¥₴+−–(@-]+|[^\w*)%°$€£₽₸]+$")
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_SENTENCE_END = re.compile(r"[.!…;,:]['\")\]]*$|[?]['\")\]]+$")


@dataclass(frozen=True)
class Rule:
    """One kind of furniture: its reason, patterns with an example each, and whether links may follow it."""

    reason: str
    patterns: dict[str, str]
    opens_block: bool = False
    formats: tuple[str, ...] = ("article",)


@cache
def read_rules() -> tuple[Rule, ...]:
    """The rules of furniture.yaml in order."""
    return tuple(Rule(**entry) for entry in yaml.safe_load(RULES.read_text("utf-8")))


@cache
def _pattern() -> re.Pattern[str]:
    groups = (
        f"(?P<r{number}>{'|'.join(_GROUP.sub('(?:', pattern) for pattern in rule.patterns)})"
        for number, rule in enumerate(read_rules())
    )
    return re.compile("|".join(groups), re.IGNORECASE)


def find_rule(text: str) -> Rule | None:
    """The rule that a whole line falls under; None if it is text."""
    if len(text) > LONGEST:
        return None
    found = _pattern().fullmatch(_EDGES.sub("", text)) or _pattern().fullmatch(text)
    return read_rules()[int(found.lastgroup[1:])] if found else None


def mark_furniture(lines: list[Line], form: str) -> list[Line]:
    """The lines with a reason wherever one is furniture, or a link of the block that furniture opened."""
    marked, block, left = [], None, 0
    for line in lines:
        rule = None if line.reason else find_rule(line.text)
        rule = rule if rule is None or form in rule.formats else None
        if rule is not None:
            block, left = (rule, BLOCK_LINES) if rule.opens_block else (None, 0)
        elif block is not None and left and _is_link(line):
            rule, left = block, left - 1
        else:
            block = None
        marked.append(line._replace(reason=rule.reason) if rule and not line.reason else line)
    return marked


def _is_link(line: Line) -> bool:
    """Whether a line looks like a headline in a list of links: short, and no sentence."""
    return len(line.text) <= 200 and len(line.text.split()) <= 25 and not _SENTENCE_END.search(line.text)
