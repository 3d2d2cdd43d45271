"""Looking words up in a corpus: every occurrence with its voice and its context."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection

import numpy as np
import pandas as pd

from analysis.corpus.concordances import COLUMNS, Concordance, LookedFor
from analysis.corpus.filters import OF_SENTENCES
from analysis.corpus.readable import Readable
from analysis.corpus.sentence_filters import mark_sentences, name_step
from analysis.corpus.subsets import ANY, Some, Voice
from analysis.given import check_whole
from analysis.words.concordance import cut_context, locate_all
from analysis.words.patterns import compile_patterns

_WORD = re.compile(r"[^\W\d_]+(?:['’-]\w+)*")


class LookedUp(Readable):
    """A corpus, as far as words are looked up in it."""

    def kwic(
        self,
        pattern: str | Collection[str],
        width: int = 60,
        window: int | None = None,
        voice: Voice | Collection[Voice] = ANY,
        speaker: Some = ANY,
        outlet: Some = ANY,
        case: bool = False,
        regex: bool = False,
        **filters: object,
    ) -> Concordance:
        """Show every occurrence of words in context, aligned on them, the context in the colour of its voice.

        pattern: words, with * for any run of letters ("sovereign*"), a * alone for any one word ("special *
        operation"), {a,b} for several endings ("polic{y,ies}"), "a | b" or a list for several; regex: a regular
        expression instead. case: capitals count (US is found as such in any case). width: characters of context on
        either side; window: words instead. voice, speaker, outlet and any other filter of `where`: only what stands in
        these sentences and documents.
        Returns one row an occurrence, in the order of the texts: sentence_id, doc_id, voice, speaker, left, match,
        right, start, end (in the document's text), pattern. What was not found is said with the words near it.
        Raises InputError: a pattern that holds no word or cannot be read, a filter as in `where`.
        """
        check_whole(width, "width", 0, "characters")
        if window is not None:
            check_whole(window, "window", 0, "words")
        sought = compile_patterns(pattern, case=case, regex=regex)
        given = {"voice": voice, "speaker": speaker, "outlet": outlet, **filters}
        given = {name: value for name, value in given.items() if value is not ANY}
        of_documents = {name: value for name, value in given.items() if name not in OF_SENTENCES}
        part = self._where(of_documents) if of_documents else self
        texts = part.documents.set_index("doc_id")["text"]
        found = _locate(part, texts, sought, width, window)
        kept = found[part._mark_fitting(found, given)].reset_index(drop=True)
        within = ", ".join(name_step(name, value) for name, value in given.items())
        names = tuple(one.written for one in sought)
        result = Concordance(kept)
        result.asked = LookedFor(
            names, texts, part._voices_of, None if regex else _counter_of(texts), width, window, within, len(found)
        )
        return result

    def _mark_fitting(self, found: pd.DataFrame, given: dict[str, object]) -> np.ndarray:
        """Say which occurrences stand in sentences that fit, and that are in the corpus."""
        fits = np.ones(len(found), dtype=bool)
        if self._chosen is not None:
            fits &= found["sentence_id"].isin(self._chosen).to_numpy()
        for name in OF_SENTENCES:
            if name in given:
                sentences = self._every_sentence if name == "contains" else self._sentence_places
                chosen = sentences["sentence_id"][mark_sentences(sentences, name, given[name])]
                fits &= found["sentence_id"].isin(chosen).to_numpy()
        return fits

    def _voices_of(self, doc_id: str) -> list[tuple[int, int, str]]:
        rows = self.rows_of("_sentence_places", doc_id)
        return list(zip(rows["start"].tolist(), rows["end"].tolist(), rows["voice"].tolist(), strict=True))


def _locate(corpus: Readable, texts: pd.Series, sought: list, width: int, window: int | None) -> pd.DataFrame:
    """Locate what is looked for in texts, each occurrence with its sentence and its context."""
    values, doc_ids = texts.to_numpy(dtype=object), texts.index.to_numpy(dtype=object)
    rows, starts, ends, numbers = locate_all(values, sought)
    contexts = [
        cut_context(values[row], start, end, width, window)
        for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True)
    ]
    left, match, right = zip(*contexts, strict=True) if contexts else ((), (), ())
    about = _find_sentences(corpus._sentence_places, texts.index, rows, starts)
    table = pd.DataFrame({
        **about, "doc_id": doc_ids[rows], "left": left, "match": match, "right": right, "start": starts, "end": ends,
        "pattern": np.array([one.written for one in sought], dtype=object)[numbers],
    })  # fmt: skip
    kinds = dict.fromkeys(("sentence_id", "doc_id", "voice", "speaker", "left", "match", "right", "pattern"), "str")
    return table[COLUMNS].astype(kinds)


def _find_sentences(sentences: pd.DataFrame, doc_ids: pd.Index, rows: np.ndarray, starts: np.ndarray) -> dict:
    """Find the sentence in which each occurrence begins: the last one begun before it in its document."""
    columns = ["sentence_id", "voice", "speaker"]
    if not len(sentences):
        return {name: np.full(len(rows), np.nan, dtype=object) for name in columns}
    places = doc_ids.get_indexer(sentences["doc_id"])
    size = int(max(sentences["start"].max(), starts.max(initial=0))) + 1
    keys = places.astype(np.int64) * size + sentences["start"].to_numpy()
    order = np.argsort(keys, kind="stable")
    nearest = np.searchsorted(keys[order], rows * size + starts, "right") - 1
    found = order[np.clip(nearest, 0, None)]
    there = (nearest >= 0) & (places[found] == rows)
    return {name: sentences[name].iloc[found].where(there).array for name in columns}


def _counter_of(texts: pd.Series) -> Callable[[], pd.Series]:
    """What counts the words of texts, where somebody asks for them."""
    return lambda: pd.Series(Counter(word for text in texts for word in _WORD.findall(text.lower())))
