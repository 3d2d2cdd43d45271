"""One pass over the texts that serves topics, keyness and co-occurrence: words as numbers, in reading order.

A matrix of counts alone (scikit-learn's CountVectorizer) forgets the order that phrases and
sliding windows need, so the pass keeps the running text as numbers, and every matrix is counted from that.
What is one word is decided on the vocabulary, not on the running text.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import pandas as pd
import yaml
from scipy import sparse

from analysis.errors import unknown
from analysis.texts.tokens import ADDRESS, Cuts, is_word, place_tokens
from analysis.words.patterns import ACRONYMS
from analysis.words.running import Numbering, running_of

STOP_WORDS = Path(__file__).with_name("stop_words.yaml")
BREAK = -1  # stands where a phrase cannot run on: punctuation, a number, an address
_NOTHING = -2  # stands, while a text is read, for a mark that parts no phrase

BREAKS = frozenset('.,;:!?…()[]{}"—\n' + ADDRESS)  # marks that begin so; a phrase runs on over any other ("%", "–")
_POSSESSIVE = re.compile(r"'s?$")
_NOT_PLURALS = frozenset(
    {"news", "arms", "goods", "customs", "means", "physics", "times", "does", "goes", "has", "was", "his", "its", "yes"}
)


@dataclass(frozen=True)
class Terms:
    """Texts as running numbers.

    ids: one number a token, in reading order, BREAK where a phrase cannot run on.
    ends: where each text ends in `ids` (the first begins at 0).
    words: the word of each number; shown: the spelling that the texts use most for it ("NATO").
    spelled: the spelling of each token, a number too; spellings: the spelling of each such number.
    index: the texts' index.
    """

    ids: np.ndarray
    ends: np.ndarray
    words: np.ndarray
    shown: np.ndarray
    spelled: np.ndarray
    spellings: np.ndarray
    index: pd.Index

    @cached_property
    def running(self) -> tuple[np.ndarray, np.ndarray]:
        """The tokens that are words, breaks left out, and where each text ends among them."""
        kept = self.ids != BREAK
        return self.ids[kept], np.concatenate([[0], np.cumsum(kept)])[self.ends]

    @cached_property
    def rows(self) -> np.ndarray:
        """Which text each token stands in, by position."""
        return np.repeat(np.arange(len(self.ends)), np.diff(self.ends, prepend=0))

    @cached_property
    def counts(self) -> sparse.csr_array:
        """How often each word (column) stands in each text (row)."""
        ids, ends = self.running
        return count_rows(ids, ends, len(self.words))

    def take(self, rows: np.ndarray) -> Terms:
        """Keep these texts; the words keep their numbers."""
        begins, lengths = np.concatenate([[0], self.ends])[rows], np.diff(self.ends, prepend=0)[rows]
        ends = np.cumsum(lengths)
        places = np.repeat(begins - ends + lengths, lengths) + np.arange(lengths.sum())
        return replace(
            self, ids=self.ids[places], ends=ends, spelled=self.spelled[places], index=self.index[np.asarray(rows)]
        )

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each word."""
        return {word: number for number, word in enumerate(self.words)}


def spellings_of(terms: Terms, positions: np.ndarray, size: int, run: np.ndarray, n_runs: int) -> np.ndarray:
    """Spell runs of so many tokens as the texts mostly do, word by word ("White House").

    positions: where each occurrence begins; run: the number of its run, 0 to n_runs - 1.
    """
    parts = []
    for shift in range(size):
        pairs = pd.DataFrame({"run": run, "spelled": terms.spelled[positions + shift]}).value_counts().reset_index()
        first = pairs.sort_values(["run", "count", "spelled"], ascending=[True, False, True]).drop_duplicates("run")
        parts.append(terms.spellings[first["spelled"].to_numpy()])
    return np.array([" ".join(words) for words in zip(*parts, strict=True)][:n_runs], dtype=object)


def count_rows(ids: np.ndarray, ends: np.ndarray, columns: int) -> sparse.csr_array:
    """Count each number in each text, as a sparse matrix (texts, columns) of float64."""
    bounds = np.concatenate([[0], ends])
    table = sparse.csr_array((np.ones(len(ids)), ids.copy(), bounds), shape=(len(ends), columns))
    table.sum_duplicates()
    return table


def sum_rows(table: sparse.csr_array, into: np.ndarray, n_rows: int) -> sparse.csr_array:
    """Add up rows: row r of the table goes into row into[r]."""
    adder = sparse.csr_array((np.ones(len(into)), (into, np.arange(len(into)))), shape=(n_rows, len(into)))
    return (adder @ table).tocsr()


def split_terms(texts: pd.Series, fold_plurals: bool = False) -> Terms:
    """Split each text into its words: those of texts.tokens that begin with a letter, without a final 's.

    texts: strings; NA counts as an empty text. Lower case, but for acronyms that would read as a
    function word (US). Abbreviations lose their dots (U.S. is US, E.U. is eu).
    fold_plurals: count "sanctions" as "sanction" where the texts have both.
    Raises InputError if `texts` does not hold strings.
    """
    running = running_of(texts)
    index = texts.index if isinstance(texts, pd.Series) else pd.RangeIndex(len(texts))
    return _fold(running.ids, running.ends, running.spellings, index, fold_plurals)


def number_tokens(tokens: Sequence[Iterable[str]] | pd.Series) -> Terms:
    """Take tokens made elsewhere exactly as they are, one list of strings a text."""
    index = tokens.index if isinstance(tokens, pd.Series) else pd.RangeIndex(len(tokens))
    numbering = Numbering()
    ids, ends = array("i"), []
    for row in tokens:
        ids.extend(map(numbering.__getitem__, row))
        ends.append(len(ids))
    words = np.array(list(numbering), dtype=object)
    numbers = np.array(ids, dtype=np.int32)
    return Terms(numbers, np.array(ends, dtype=np.int64), words, words, numbers, words, index)


def _fold(ids: np.ndarray, ends: np.ndarray, spellings: list[str], index: pd.Index, plurals: bool) -> Terms:
    """Decide, spelling by spelling, which word each is, and renumber the running text."""
    words = [word_of(spelling) for spelling in spellings]
    if plurals:
        present = set(words)
        words = [singular(word, present) for word in words]
    numbering = Numbering()
    numbers = [numbering[word] if word else _mark(spelling) for word, spelling in zip(words, spellings, strict=True)]
    renumbered = np.array(numbers or [BREAK], dtype=np.int32)
    kept = renumbered[ids] != _NOTHING
    ids, ends = ids[kept], np.concatenate([[0], np.cumsum(kept)])[ends]
    frequency = np.bincount(ids, minlength=len(spellings))
    shown = np.array(list(numbering), dtype=object)
    for place in np.argsort(frequency, kind="stable"):  # the most frequent spelling writes last
        if renumbered[place] >= 0:
            shown[renumbered[place]] = bare_of(spellings[place])
    names, written = (
        np.array(list(numbering), dtype=object),
        np.array([bare_of(one) for one in spellings], dtype=object),
    )
    return Terms(renumbered[ids], ends, names, shown, ids, written, index)


def bare_of(spelling: str) -> str:
    """A spelling without the dots of an abbreviation and its possessive 's."""
    return _POSSESSIVE.sub("", spelling.replace(".", ""))


def _mark(spelling: str) -> int:
    """Say whether what is no word parts a phrase: a number does, and the marks of BREAKS."""
    return BREAK if spelling[0] in BREAKS or is_word(spelling) else _NOTHING


def place_words(text: str) -> list[tuple[str, int, int]]:
    """The words of one text as `split_terms` reads them, each with its start and end; "" where no phrase runs on."""
    placed = ((_words[spelling], start, end) for spelling, start, end in zip(*place_tokens(text), strict=True))
    return [one for one in placed if one[0] is not None]


def word_of(spelling: str) -> str:
    """Return the word that a token stands for, "" if it is none: a word that begins with a letter, without its 's."""
    if not spelling[0].isalpha():
        return ""
    bare = bare_of(spelling)
    return bare if bare in ACRONYMS else bare.lower()


def singular(word: str, present: Container[str]) -> str:
    """Return the English singular if the texts have it too, else the word."""
    if not word.endswith("s") or len(word) < 4 or word in _NOT_PLURALS or word.endswith(("ss", "us", "is")):
        return word
    candidates = [word[:-3] + "y"] if word.endswith("ies") else [word[:-1]]
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        candidates.append(word[:-2])
    return next((candidate for candidate in candidates if candidate in present), word)


@cache
def list_listed() -> tuple[str, ...]:
    """List the languages that have a list of stop words."""
    return tuple(yaml.safe_load(STOP_WORDS.read_text(encoding="utf-8")))


@cache
def load_stop_words(*languages: str) -> frozenset[str]:
    """Load the suite's stop words of these languages, of all it has by default.

    Raises InputError if there is no list for a language.
    """
    lists = yaml.safe_load(STOP_WORDS.read_text(encoding="utf-8"))
    for language in languages:
        if language not in lists:
            raise unknown("language", language, lists)
    chosen = [lists[language] for language in languages or lists]
    groups = [words for entry in chosen for words in (entry.values() if isinstance(entry, dict) else [entry])]
    return frozenset(word for words in groups for word in words.split())


_words = Cuts(lambda spelling: word_of(spelling) or (None if _mark(spelling) == _NOTHING else ""))
