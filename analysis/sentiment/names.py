"""Names that VADER would rate ("United Nations", "Security Council"), masked before scoring.

A masked name keeps its length and its capitals ("Xxxxxx Xxxxxxx"): offsets, the distance between words and the
effect of capitals stay as they were; only the ratings, boosters and negations of its words are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analysis.errors import require
from analysis.paths import load_text
from analysis.sentiment.coverage import count_known

NAMES = Path(__file__).with_name("names.txt")
MOST_BYTES = 1_000_000  # of a list of one's own


def load_names(path: str | Path = NAMES) -> tuple[str, ...]:
    """Load a list of names, one a line; blank lines and lines that begin with # are passed over.

    Raises InputError if there is no such file or no name in it, and for one that is too large or not UTF-8.
    """
    text = load_text(path, "names", "a text file with one name a line", MOST_BYTES)
    lines = (line.strip() for line in text.splitlines())
    names = tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))
    require(bool(names), f"names={str(path)!r} holds no name; write one name a line.")
    return names


def name_list(shipped: bool = True, more: Iterable[str] = ()) -> list[str] | bool:
    """List the names to mask: those shipped, if wanted, and more of one's own; False if there are none."""
    names = [*(load_names() if shipped else ()), *more]
    return names or False


def mask_texts(texts: pd.Series, names: bool | str | Path | Iterable[str] = True) -> tuple[pd.Series, pd.DataFrame]:
    """Mask names in texts, so that their words are not rated.

    names: True for the list shipped (names.txt), a path to a list of your own, or the names themselves;
    to add to the shipped list: [*load_names(), "Liberty Media"].
    Returns the masked texts (same index, same lengths; NA stays NA) and one row a name found: place (position of
    the text, from 0), start, end, name (as in the list), text (as found), hits (words of it that the lexicon would
    have rated: VADER cuts at blanks, so that of "the Party's" it rates none).
    """
    search = _Search(_choose(names))
    found = [
        {"place": place, "start": match.start(), "end": match.end(), "name": name, "text": match[0]}
        for place, text in search.keep_likely(texts.tolist())
        for name, match in search(text)
    ]
    table = pd.DataFrame(found, columns=["place", "start", "end", "name", "text"])
    masked = texts.tolist()
    cut = [_widen_to_blanks(masked[row["place"]], row["start"], row["end"]) for row in found]
    table["hits"] = count_known(cut)["known"].to_numpy()
    for row in found:
        masked[row["place"]] = _cover(masked[row["place"]], row["start"], row["end"])
    return pd.Series(masked, index=texts.index, name=texts.name, dtype=texts.dtype), table


def _choose(names: bool | str | Path | Iterable[str]) -> tuple[str, ...]:
    if names is True or isinstance(names, (str, Path)):
        return load_names(NAMES if names is True else names)
    chosen = tuple(names)
    odd = [name for name in chosen if not isinstance(name, str) or not name.strip()]
    require(bool(chosen) and not odd, f"names={chosen!r} holds no usable name; give names such as ['United Nations'].")
    return chosen


class _Search:
    """Find names in a text: first by Arrow's pattern, then by a fast one in lower case, then as each is spelt."""

    def __init__(self, names: tuple[str, ...]):
        ordered = sorted(dict.fromkeys(names), key=len, reverse=True)
        self.listed = {f"n{number}": name for number, name in enumerate(ordered)}
        branches = (f"(?P<{group}>{_spell(name)})" for group, name in self.listed.items())
        self.exact = re.compile(rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)")
        endings: dict[str, list[str]] = {}  # by first word: one try for all names that begin with it
        for first, *rest in (name.lower().split() for name in ordered):
            endings.setdefault(first, []).append("".join(r"\s+" + re.escape(word) for word in rest))
        loose = (f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in endings.items())
        self.loose = re.compile(rf"(?<!\w)(?:{'|'.join(loose)})(?!\w)")
        words = (r"[\s\x0b\x1c-\x1f]+".join(map(re.escape, name.lower().split())) for name in ordered if name.isascii())
        self.likely = "(?i)" + "|".join(words)

    def keep_likely(self, texts: list[object]) -> Iterator[tuple[int, str]]:
        """Keep the texts that may hold a name, each with its place; Arrow looks through a million in a second.

        Its letters and blanks are those of ASCII, so any text or name beyond it is kept.
        """
        strings = pa.array([text if isinstance(text, str) else None for text in texts], pa.large_string())
        likely = pc.invert(pc.string_is_ascii(strings))
        likely = pc.or_(likely, pc.match_substring_regex(strings, self.likely))
        for place in np.flatnonzero(likely.fill_null(False).to_numpy(zero_copy_only=False)):
            yield place, texts[place]

    def __call__(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        lower, begin = text.lower(), 0
        while loose := self.loose.search(lower, begin):
            if not text.isascii():  # small and capital letters may differ in number: no place to go by
                yield from ((self.listed[match.lastgroup], match) for match in self.exact.finditer(text))
                return
            match = self.exact.match(text, loose.start())
            begin = match.end() if match else loose.start() + 1
            if match:
                yield self.listed[match.lastgroup], match


def _spell(name: str) -> str:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return f"(?i:{words})" if " " in name.strip() else f"{words}|{re.escape(name.upper())}"


def _widen_to_blanks(text: str, start: int, end: int) -> str:
    """Give a name with what no blank parts from it: the words as VADER cuts and rates them ("Party's", "Party,")."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]


def _cover(text: str, start: int, end: int) -> str:
    return text[:start] + "".join(map(_mask_letter, text[start:end])) + text[end:]


def _mask_letter(letter: str) -> str:
    return "X" if letter.isupper() else "x" if letter.isalpha() else letter
