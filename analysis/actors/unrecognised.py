"""What looks like a name and was given no actor, counted, so that an alias file can be extended by it."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pandas as pd

from analysis.actors.labelling import Sentence, label_sentence
from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon
from analysis.actors.shipped_words import load_lexicon
from analysis.tables import check_table
from analysis.texts.characters import straighten

RUN = re.compile(r"[WNFJAmfwuHEULXPKCOVQMTSkBDRG1](?:(?:-|[oa]e?)?[WNFJAmfwuHEULXPKCOVQMTSkRG1BDZ]){0,9}")
NO_NAME = frozenset(Label.NO_NAME_ALONE)  # alone these are words, titles or nationalities rather than names
KNOWN = {
    Label.PLACE: "place",
    Label.CAPITAL: "capital, as a place",
    Label.PLACE_NOUN: "place",
    Label.THING: "thing",
    Label.GIVEN_OR_PLACE: "place",
    Label.PLATFORM: "platform, as a means",
}


def unrecognised(sentences: pd.DataFrame, mentions: pd.DataFrame, aliases: str | Path | None = None) -> pd.DataFrame:
    """Count the capitalised runs that are part of no mention: what the actors' lists and rules do not know.

    sentences: one row a sentence (sentence_id, doc_id, text); mentions: from find_actors; aliases: as there.
    Returns one row a run, the most frequent first: text, count, documents, known_as (what the lists take it
    for: place, capital as a place, thing, platform as a means; NA if nothing), sentence_id (the first).
    A word that opens a sentence counts only where it is no English word.
    """
    check_table(sentences, "sentences", ("sentence_id", "doc_id", "text"))
    check_table(mentions, "mentions", ("sentence_id", "start", "end"))
    lexicon = load_lexicon(aliases)
    covered: dict[object, list[tuple[int, int]]] = defaultdict(list)
    for sentence_id, start, end in zip(mentions["sentence_id"], mentions["start"], mentions["end"], strict=True):
        covered[sentence_id].append((start, end))
    rows = []
    for sentence_id, doc_id, text in zip(sentences["sentence_id"], sentences["doc_id"], sentences["text"], strict=True):
        if isinstance(text, str):
            found = _runs(straighten(text), covered[sentence_id], lexicon)
            rows += ((run, known, doc_id, sentence_id) for run, known in found)
    runs = pd.DataFrame(rows, columns=["text", "known_as", "doc_id", "sentence_id"])
    counted = runs.groupby(["text", "known_as"], dropna=False, sort=False).agg(
        count=("doc_id", "size"), documents=("doc_id", "nunique"), sentence_id=("sentence_id", "min")
    )
    table = counted.reset_index()[["text", "count", "documents", "known_as", "sentence_id"]]
    table["known_as"] = table["known_as"].astype("str")
    return table.sort_values(["count", "text"], ascending=[False, True], ignore_index=True)


def _runs(text: str, covered: list[tuple[int, int]], lexicon: Lexicon) -> list[tuple[str, str | None]]:
    """List the uncovered capitalised runs of one sentence with what they are known as."""
    sentence = label_sentence(text, lexicon)
    taken = bytearray(len(text))
    for start, end in covered:
        taken[start:end] = b"x" * len(taken[start:end])
    words = zip(sentence.labels, sentence.starts, map(sentence.end, range(len(sentence.words))), strict=True)
    free = "".join("_" if any(taken[start:end]) else label for label, start, end in words)
    found = []
    for match in RUN.finditer(free):
        first, last = match.span()
        labels = free[first:last]
        if set(labels) <= NO_NAME and (len(labels) == 1 or _opens(sentence, first)):
            continue
        known = KNOWN.get(labels[-1]) if len(labels) == 1 or labels[-1] in Label.PLACE_NOUN + Label.THING else None
        if set(labels) <= set("PKJa-"):
            known = "place"
        found.append((" ".join(text[sentence.starts[first] : sentence.end(last - 1)].split()), known))
    return found


def _opens(sentence: Sentence, first: int) -> bool:
    """Tell whether a word opens the sentence or a part of it."""
    return first == 0 or sentence.labels[first - 1] in '!":_('
