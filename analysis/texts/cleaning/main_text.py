"""The main text of a page that was copied or dumped whole: its lines told from menus, links and forms around them.

Only a page that shows that it carries furniture is looked at. Signs of each line, of its neighbours and of its place
(`line_signs`, `surroundings`) are weighed by gradient-boosted trees; a change from furniture to text and back costs
something, so that one odd line changes nothing. After boilerpipe (Kohlschütter et al. 2010) and Web2Text (Vogels et
al. 2018), on lines of text alone. Trees and weights were fitted by tools/fit_main_text.py; main_text.yaml names their
origin.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import yaml

from analysis.texts.cleaning.bylines import BYLINE, is_byline
from analysis.texts.cleaning.datelines import find_date_in_line
from analysis.texts.cleaning.furniture import find_rule
from analysis.texts.cleaning.line_signs import content_stems
from analysis.texts.cleaning.menu_words import carries_furniture, fold_menu_line, load_menu_words
from analysis.texts.cleaning.surroundings import measure_lines
from analysis.texts.readers.layouts.headings import AROUND_A_STORY
from analysis.texts.readers.lines import PageLine
from analysis.texts.tokens import count_words

SETTINGS, TREES = Path(__file__).with_name("main_text.yaml"), Path(__file__).with_name("main_text.npz")
ABOVE, WITHIN, BELOW = AROUND_A_STORY
MENU = "menu of the site"
LEAST = 40  # words: of less text nothing is said
HEAD = 40  # lines above the text among which its heading is looked for
DATES = 10  # lines above the text in which a date is the page's own, and left for others to read
CHUNK = 2_000  # lines whose trees are walked at once


def mark_main_text(lines: list[PageLine], form: str = "article") -> list[PageLine]:
    """Mark the lines around the main text of a page that carries furniture; other pages stay as they are.

    A line that only went with a block which a rule opened may still be the heading: one may stand below "Trending".
    """
    if len(lines) < 3 or not carries_furniture(line.text for line in lines):
        return lines
    judged = [line._replace(reason=None) if went_with_a_block(line, form) else line for line in lines]
    is_text = choose_path(score_lines(measure_lines(judged)[0]) + load_settings()["bias"], load_settings()["change"])
    found = [at for at in np.flatnonzero(is_text) if lines[at].reason is None]
    if sum(count_words(lines[at].text) for at in found) < LEAST:
        return lines
    kept = {*found, *_heading_and_date(judged, found)}
    return [
        judged[at] if at in kept else line if line.reason else line._replace(reason=_reason(line.text, at, found))
        for at, line in enumerate(lines)
    ]


def went_with_a_block(line: PageLine, form: str) -> bool:
    """Whether a line is furniture only because it stands below a line that opens a block."""
    return line.reason is not None and find_rule(line.text, form) is None


def _reason(text: str, at: int, found: list[int]) -> str:
    if at < found[0] and is_byline(text):
        return BYLINE
    if fold_menu_line(text) in load_menu_words():
        return MENU
    return ABOVE if at < found[0] else BELOW if at > found[-1] else WITHIN


def _heading_and_date(lines: list[PageLine], found: list[int]) -> set[int]:
    heading = find_heading(lines, found)
    first = found[0] if heading is None else min(heading, found[0])
    near = range(max(0, min(first, found[0] - DATES)), found[0])
    dates = [at for at in near if lines[at].reason is None and find_date_in_line(lines[at].text)]
    return {*dates[-2:], *([] if heading is None else [heading])}


# the heading -------------------------------------------------------------------------------------------------------


def find_heading(lines: Sequence[PageLine], found: Sequence[int]) -> int | None:
    """Find the place of the heading above a page's main text; None if no line is likely to be it.

    found: the places of the text's lines.
    """
    settings = load_settings()["heading"]
    scored = [
        (settings["intercept"] + sum(settings["weights"][name] * value for name, value in signs.items()), at)
        for at, signs in heading_signs(lines, found)
    ]
    score, at = max(scored, default=(0.0, None))
    return at if score > 0 else None


def heading_signs(lines: Sequence[PageLine], found: Sequence[int]) -> list[tuple[int, dict[str, float]]]:
    """For each line above the text that may be its heading the signs that it is.

    said, said_share: its matter that the text says (up to 8 words; as a share); short, long: under 4 and over 20 words;
    again: it stands on the page once more; off: tens of lines above the text; sentence: it ends like one.
    """
    first = found[0]
    text = set().union(*(content_stems(lines[at].text) for at in found))
    texts = [line.text.casefold() for line in lines]
    signs = []
    for at in range(max(0, first - HEAD), first):
        line, words, own = lines[at], count_words(lines[at].text), content_stems(lines[at].text)
        if line.reason or not 2 <= words <= 40 or fold_menu_line(line.text) in load_menu_words():
            continue
        said = len(own & text)
        found_signs = {
            "said": min(said, 8),
            "said_share": said / len(own) if own else 0.0,
            "short": words < 4,
            "long": words > 20,
            "again": texts.count(texts[at]) > 1,
            "off": (first - at) / 10,
            "sentence": line.text.endswith("."),
        }
        signs.append((at, {name: float(value) for name, value in found_signs.items()}))
    return signs


# the text ----------------------------------------------------------------------------------------------------------


def score_lines(signs: np.ndarray) -> np.ndarray:
    """Score each line of signs by the trees: above 0 if it is rather text (log odds)."""
    trees, scores = load_trees(), []
    for begin in range(0, len(signs), CHUNK):
        rows = signs[begin : begin + CHUNK]
        at = np.broadcast_to(trees["root"], (len(rows), len(trees["root"])))
        for _ in range(int(trees["depth"])):
            less = np.take_along_axis(rows, trees["sign"][at].astype(int), axis=1) <= trees["threshold"][at]
            at = np.where(less, trees["left"][at], trees["right"][at])
        scores.append(trees["baseline"] + trees["value"][at].sum(axis=1))
    return np.concatenate(scores)


def choose_path(scores: np.ndarray, change: float) -> np.ndarray:
    """Choose which lines are text so that their scores less the cost of changes are greatest (Viterbi)."""
    furniture, text, came = 0.0, float(scores[0]), []
    for score in scores[1:].tolist():
        from_text, from_furniture = text - change > furniture, furniture - change > text
        came.append((from_text, not from_furniture))
        furniture, text = max(furniture, text - change), max(text, furniture - change) + score
    path = [text > furniture]
    for to_furniture, to_text in reversed(came):
        path.append(to_text if path[-1] else to_furniture)
    return np.array(path[::-1])


@cache
def load_settings() -> dict:
    """The bias towards text, the cost of a change, the weights of a heading's signs, and where all this comes from."""
    return yaml.safe_load(SETTINGS.read_text("utf-8"))


@cache
def load_trees() -> dict[str, np.ndarray]:
    """The trees' nodes (sign, threshold, left, right, value; a leaf leads to itself), their roots, depth, baseline."""
    with np.load(TREES, allow_pickle=False) as arrays:
        return dict(arrays)
