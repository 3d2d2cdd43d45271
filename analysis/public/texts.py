"""What a corpus's texts are, for whoever must know them again: their runs of words, and those that may be shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

import numpy as np

from analysis.public.mode import Limits
from analysis.public.windows import SIZE, hash_windows, list_covered, mark_covered, mark_hits
from analysis.public.words import cut_words

ROUNDS = 4  # of looking for quotations that copies bring together; after them all of such documents go


class PublicTexts(NamedTuple):
    """A corpus's runs of eight words (sorted), the text that each stands in (number, by `names`), and those allowed."""

    windows: np.ndarray
    owners: np.ndarray
    names: list[str]
    allowed: np.ndarray
    limits: Limits

    def write(self, path: Path) -> None:
        """Write them as one file of arrays."""
        about = np.frombuffer(json.dumps([self.names, self.limits]).encode(), dtype=np.uint8)
        with path.open("wb") as file:
            np.savez(file, windows=self.windows, owners=self.owners, allowed=self.allowed, about=about)


def load_texts(path: Path) -> PublicTexts | None:
    """Load what `write` wrote; None where nothing was."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as held:
        names, limits = json.loads(held["about"].tobytes())
        return PublicTexts(held["windows"], held["owners"], names, held["allowed"], Limits(*limits))


def gather_texts(
    texts: Iterable[tuple[str, str]],
    titles: Iterable[str],
    quotations: Mapping[str, Sequence[str]],
    limits: Limits = Limits(),  # noqa: B008  a tuple, which nothing changes
) -> PublicTexts:
    """Gather the runs of words of texts, and choose which may be shown.

    texts: name (doc_id, or a file's for what was left out of it) and text; titles: shown whole, to the limit of
    words; quotations: sentences of each document that may be shown, cut at the limit. A quotation that would make, in
    any text, a longer run than the limit or one quotation more than the limit, is not shown: copies of one text
    share their quotations.
    """
    names, parts = [], []
    for name, text in texts:
        names.append(name)
        parts.append(hash_windows(cut_words(text)))
    titled = gather_windows(hash_windows(cut_words(title)[: limits.words]) for title in titles)
    chosen = [
        hash_windows(cut_words(sentence)[: limits.words]) for sentences in quotations.values() for sentence in sentences
    ]
    quoted = gather_windows(_keep_short(parts, titled, [one for one in chosen if len(one)], limits))
    windows, first = np.unique(np.concatenate([*parts, np.empty(0, np.uint64)]), return_index=True)
    owners = np.repeat(np.arange(len(parts), dtype=np.int32), [len(part) for part in parts])[first]
    return PublicTexts(windows, owners, names, np.union1d(titled, quoted), limits)


def gather_windows(windows: Iterable[np.ndarray]) -> np.ndarray:
    """Give all windows of several arrays once, in order."""
    return np.unique(np.concatenate([np.empty(0, np.uint64), *windows]))


def _keep_short(
    parts: Sequence[np.ndarray], titled: np.ndarray, chosen: list[np.ndarray], limits: Limits
) -> list[np.ndarray]:
    """Keep the quotations that together break no limit in any text."""
    for number in count():
        owner = {window: place for place, quotation in enumerate(chosen) for window in quotation.tolist()}
        quoted = gather_windows(chosen)
        gone: set[int] = set()
        for part in _suspects(parts, titled, quoted, limits):
            gone |= _to_drop(part, titled, quoted, owner, limits, every=number >= ROUNDS)
        chosen = [quotation for place, quotation in enumerate(chosen) if place not in gone]
        if not gone:
            return chosen


def _suspects(parts: Sequence[np.ndarray], titled: np.ndarray, quoted: np.ndarray, limits: Limits) -> list[np.ndarray]:
    """Find the texts in which quotations and titles break a limit."""
    together, ends = np.concatenate([np.empty(0, np.uint64), *parts]), np.cumsum([len(part) for part in parts])[:-1]
    hits = np.split(mark_hits(together, quoted), ends) if len(parts) else []
    found = []
    for part, in_quotation in zip(parts, hits, strict=True):
        if in_quotation.any():
            number, longest = _count_shown(part, in_quotation, mark_hits(part, titled))
            if number > limits.each or longest > limits.words:
                found.append(part)
    return found


def _count_shown(part: np.ndarray, in_quotation: np.ndarray, in_title: np.ndarray) -> tuple[int, int]:
    """Count the different quotations in a text, and the words of the longest stretch shown, titles included."""
    words = len(part) + SIZE - 1
    stretches = list_covered(mark_covered(in_quotation, words))
    shown = list_covered(mark_covered(in_quotation | in_title, words))
    return len({int(part[begin]) for begin, _ in stretches}), max(end - begin for begin, end in shown)


def _to_drop(
    part: np.ndarray, titled: np.ndarray, quoted: np.ndarray, owner: Mapping[int, int], limits: Limits, every: bool
) -> set[int]:
    """Say which quotations of a text to give up: those after the first `each`, and of a long stretch all but one."""
    hits = mark_hits(part, quoted)
    found = list(dict.fromkeys(owner[int(window)] for window in part[hits]))
    if every:
        return set(found)
    gone = set(found[limits.each :])
    for begin, end in list_covered(mark_covered(hits | mark_hits(part, titled), len(part) + SIZE - 1)):
        if end - begin > limits.words:
            inside = range(begin, min(end, len(part)))
            here = dict.fromkeys(owner[int(part[place])] for place in inside if hits[place])
            gone |= set(list(here)[0 if mark_hits(part[begin:end], titled).any() else 1 :]) or set(here)
    return gone
