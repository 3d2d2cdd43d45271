"""Signs of a line by its place on the page and by the lines around it, in one table with its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from analysis.texts.cleaning.line_signs import content_stems, measure_signs
from analysis.texts.readers.lines import PageLine

FAR = 30  # lines beyond which a distance is just far
LONG = 12  # words of a line that may be prose
MOST = 80  # words of a paragraph that count; one of 500 words shows no more than one of 80
_LOGGED = ("words", "inner_ends", "named_words")
_NEIGHBOURS = {"words": 3, "ends": 2, "menu": 2, "prose": 3, "date": 2, "closer": 2}  # how many lines off


def measure_lines(lines: Sequence[PageLine]) -> tuple[np.ndarray, list[str]]:
    """Measure the signs of a page's lines: an array of a row a line and a column a sign, and the signs' names.

    Beside those of `measure_signs`: repeats (log2 of how often the line stands on the page); prose (a long line with a
    sentence's end); *_before_N, *_after_N (of the Nth line before or after; mass, menu and short: summed over the N
    lines); since_*, until_* (lines); inside, from_start, to_stop, closers_inside, paragraph (of the main stretch);
    relative (words to the usual paragraph's), known, known_words (matter shared with the stretch); place, prose_before,
    prose_after, main_share, main_words, page_lines (of the page).
    """
    own = [measure_signs(line) for line in lines]
    signs = {name: np.array([row[name] for row in own], dtype=float) for name in own[0]}
    words, menu = signs["words"], np.maximum(signs["menu"], signs["rule"])
    prose = (words >= LONG) & ((signs["ends"] > 0) | (signs["inner_ends"] > 0)) & (signs["menu"] == 0)
    mass = np.where(prose, np.minimum(words, MOST), 0.0)
    stretch = find_main_stretch(mass, words, menu)
    columns = signs | {name: np.log2(signs[name] + 1) for name in _LOGGED}
    columns["repeats"] = _repeats(lines)
    columns["prose"] = prose.astype(float)
    columns |= _neighbours(columns | {"menu": menu}) | _windows(mass, menu, prose)
    columns |= {"since_prose": _since(prose), "until_prose": _since(prose[::-1])[::-1]}
    columns |= {"since_closer": _since(signs["closer"] > 0)}
    columns |= _in_stretch(stretch, prose, signs["closer"]) | _shared_matter(lines, stretch)
    columns["relative"] = np.log2((words + 1) / ((np.median(words[prose]) if prose.any() else 20.0) + 1))
    columns |= _on_page(mass, stretch)
    return np.column_stack(list(columns.values())), list(columns)


def find_main_stretch(mass: np.ndarray, words: np.ndarray, menu: np.ndarray) -> tuple[int, int]:
    """Find the stretch of lines (start, stop) with the most words of prose, every other line counted against it."""
    values = np.where(mass > 0, mass, np.where(menu > 0, -8.0, np.where(words < 4, -6.0, -4.0)))
    best, stretch, total, begin = 0.0, (0, len(values)), 0.0, 0
    for at, value in enumerate(values.tolist()):
        if total <= 0:
            total, begin = 0.0, at
        total += value
        if total > best:
            best, stretch = total, (begin, at + 1)
    return stretch


def _repeats(lines: Sequence[PageLine]) -> np.ndarray:
    times = Counter(line.text.casefold() for line in lines)
    return np.log2([times[line.text.casefold()] for line in lines])


def _neighbours(columns: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {
        f"{name}_{side}_{off}": _shift(columns[name], off if side == "before" else -off)
        for name, most in _NEIGHBOURS.items()
        for off in range(1, most + 1)
        for side in ("before", "after")
    }


def _shift(values: np.ndarray, by: int) -> np.ndarray:
    """The values of the lines so many places before (after, if negative), 0 beyond the page's ends."""
    padded = np.concatenate([np.zeros(FAR), values, np.zeros(FAR)])
    return padded[FAR - by : FAR - by + len(values)]


def _windows(mass: np.ndarray, menu: np.ndarray, prose: np.ndarray) -> dict[str, np.ndarray]:
    columns = {}
    for width in (3, 6, 12):
        for name, values in (("mass", mass), ("menu", menu), ("short", 1.0 - prose)):
            total = np.concatenate([[0.0], np.cumsum(values)])
            at = np.arange(len(values))
            before = total[at] - total[np.maximum(at - width, 0)]
            after = total[np.minimum(at + width + 1, len(values))] - total[at + 1]
            logged = np.log2(np.array([before, after]) + 1) if name == "mass" else (before, after)
            columns[f"{name}_before_{width}"], columns[f"{name}_after_{width}"] = logged
    return columns


def _since(marks: np.ndarray) -> np.ndarray:
    """How many lines before each the last marked one stands, at most FAR."""
    at = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, at, -FAR))
    return np.minimum(at - np.concatenate([[-FAR], last[:-1]]), FAR).astype(float)


def _in_stretch(stretch: tuple[int, int], prose: np.ndarray, closer: np.ndarray) -> dict[str, np.ndarray]:
    start, stop = stretch
    at = np.arange(len(prose))
    inside = (at >= start) & (at < stop)
    closers = np.cumsum(closer)
    return {
        "inside": inside.astype(float),
        "from_start": np.clip(at - start, -FAR, FAR).astype(float),
        "to_stop": np.clip(stop - 1 - at, -FAR, FAR).astype(float),
        "closers_inside": np.clip(closers - closers[start], -5, 5),
        "paragraph": np.minimum(np.cumsum(inside & prose), 40).astype(float),
    }


def _shared_matter(lines: Sequence[PageLine], stretch: tuple[int, int]) -> dict[str, np.ndarray]:
    """How much of each line's matter the (other) lines of the main stretch say: as a share, and in words up to 8."""
    stems = [content_stems(line.text) for line in lines]
    said = Counter(stem for own in stems[slice(*stretch)] for stem in own)
    inside = range(*stretch)
    again = [sum(said[stem] > (at in inside) for stem in own) for at, own in enumerate(stems)]
    share = [hits / len(own) if own else 0.0 for hits, own in zip(again, stems, strict=True)]
    return {"known": np.array(share), "known_words": np.minimum(again, 8).astype(float)}


def _on_page(mass: np.ndarray, stretch: tuple[int, int]) -> dict[str, np.ndarray]:
    n, total = len(mass), max(mass.sum(), 1.0)
    main = mass[slice(*stretch)].sum()
    return {
        "place": np.arange(n) / max(n - 1, 1),
        "prose_before": (np.cumsum(mass) - mass) / total,
        "prose_after": (mass.sum() - np.cumsum(mass)) / total,
        "main_share": np.full(n, main / total),
        "main_words": np.full(n, np.log2(main + 1)),
        "page_lines": np.full(n, np.log2(n + 1)),
    }
