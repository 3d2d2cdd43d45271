"""Signs that a line shows by itself of being text of a story or furniture around it."""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path

import yaml

from analysis.texts.cleaning.datelines import find_date_in_line
from analysis.texts.cleaning.menu_words import fold_menu_line, load_menu_words
from analysis.texts.readers.lines import PageLine

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # written without blanks: two characters count as a word
_END = re.compile(r"[.!?…。！？][\"')\]»”]*$")
_INNER_END = re.compile(r"[.!?…]['\")\]]* +(?=['\"(\[]?[^\W\d_a-z])|[。！？]")
_ADDRESS = re.compile(r"https?:|www\.|\.com\b|\.org\b|@\w")
_BARS = re.compile(r"[|›»‹«→▼×•·]| / ")
_GLUED = re.compile(r"[a-zà-ÿа-яё)!?.][A-ZÀ-ÞА-ЯЁ][a-zà-ÿа-яё]")
_TO_READER = re.compile(
    r"\b(?:you|your|yours|we|our|us|вы|вас|ваш\w*|мы|нас|наш\w*|sie|ihr\w*|vous|votre|vos|nous|notre|usted|tu|su|você|seu|sua|nosso)\b",
    re.I,
)
_BYLINE = re.compile(r"(?:by|von|par|por|di|автор|text|written by|posted by)\b", re.IGNORECASE)
MENU = {"control": 1.0, "name": 0.75, "section": 0.5}
WORDS = Path(__file__).with_name("line_words.yaml")
READ = 1500  # characters of a line that are looked at; a longer one is a paragraph in any case


@cache
def load_line_words() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """The stop words of all languages, and expressions for words of furniture and for what stands below a story."""
    lists = yaml.safe_load(WORDS.read_text("utf-8"))
    around, closers = ("|".join(lists[name].split(" / ")) for name in ("around", "closers"))
    stop_words = frozenset(" ".join(lists["stop_words"].values()).split())
    return stop_words, re.compile(rf"\b(?:{around})\b|©|®", re.IGNORECASE), re.compile(closers, re.IGNORECASE)


def measure_signs(line: PageLine) -> dict[str, float]:
    """The signs that a line shows by itself.

    words (two characters of Chinese or Japanese count as one), characters (log2), ends (whether it ends a sentence),
    inner_ends (sentences that end within), stop_words, capitals, digits (shares), lower, shouted, quote, colon,
    question, marks, cut_off (how it begins or ends), commas and to_reader ("your", "our": both per word), address,
    bars, glued ("ReportedThe"), named_words (of forms, footers, captions), menu (1 a control, less a name or section),
    rule (whether a rule of furniture.yaml holds for it), closer (it may open what stands below a story), date, by.
    """
    stop_words, around, closers = load_line_words()
    text = line.text[:READ]
    found = _WORD.findall(text)
    words = len(found) + (0 if text.isascii() else len(_WIDE.findall(text)) / 2)
    rest = found[1:]
    return {
        "words": words,
        "characters": math.log2(len(line.text) + 1),
        "ends": _END.search(line.text) is not None,
        "inner_ends": len(_INNER_END.findall(text)),
        "stop_words": sum(word.casefold() in stop_words for word in found) / max(len(found), 1),
        "capitals": sum(word[0].isupper() for word in rest) / max(len(rest), 1),
        "digits": sum(char.isdigit() for char in text[:200]) / min(len(text), 200),
        "lower": text[0].islower(),
        "shouted": text.isupper(),
        "quote": text[0] in "\"'",
        "colon": line.text.endswith(":"),
        "question": line.text.endswith("?"),
        "marks": not text[0].isalnum(),
        "cut_off": line.text.endswith(("...", "…", ">", "[…]")),
        "commas": text.count(",") / max(words, 1),
        "to_reader": len(_TO_READER.findall(text)) / max(words, 1),
        "address": _ADDRESS.search(text) is not None,
        "bars": min(len(_BARS.findall(text)), 5),
        "glued": min(len(_GLUED.findall(text)), 4),
        "named_words": len(around.findall(text)),
        "menu": MENU.get(load_menu_words().get(fold_menu_line(text), ""), 0.0),
        "rule": line.reason is not None,
        "closer": words <= 10 and closers.match(text) is not None,
        "date": find_date_in_line(text) is not None,
        "by": words <= 12 and _BYLINE.match(text) is not None,
    }


def content_stems(text: str) -> set[str]:
    """The words of a line that carry its matter, cut to six letters."""
    return {word[:6].casefold() for word in _WORD.findall(text[:READ]) if len(word) >= 4} - load_line_words()[0]
