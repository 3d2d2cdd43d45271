"""Filters of sentences: whose voice, which speaker, which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches

import numpy as np
import pandas as pd

from analysis.corpus.filters import SEVERAL, mark_answers
from analysis.corpus.values import find_voice, is_not_known
from analysis.errors import InputError, unknown
from analysis.tables import CHOICES
from analysis.voices.speech import keep_particular
from analysis.words.patterns import compile_patterns, find_matching

VOICES = CHOICES["sentences", "voice"]
NAMELESS = "speaker not named"  # as charts call one
MEANT = {"quote": "speaker", "quotes": "speaker", "quoted": "speaker", "speech": "speaker", "speakers": "speaker"}
MEANT |= {"journalist": "outlet", "narrator": "outlet", "own": "outlet", "forward": "forwarded"}


def mark_sentences(sentences: pd.DataFrame, name: str, value: object) -> np.ndarray:
    """Say which sentences fit one filter: voice, speaker or contains.

    Raises InputError: a value that the filter does not take, or a speaker who is not there or could be several.
    """
    if callable(value):
        return mark_answers(value, sentences["text" if name == "contains" else name], name)
    if name == "contains":
        return find_matching(sentences["text"], compile_patterns(value, name))
    values = list(value) if isinstance(value, SEVERAL) else [value]
    return np.logical_or.reduce([_mark_one(sentences, name, one) for one in values])


def _mark_one(sentences: pd.DataFrame, name: str, value: object) -> np.ndarray:
    if name == "voice":
        voice = find_voice(value)
        if voice not in VOICES:
            raise unknown("voice", value, VOICES, meant=MEANT.get(str(value).casefold()))
        return sentences["voice"].eq(voice).to_numpy(dtype=bool)
    nameless = is_not_known(value) or str(value).casefold() == NAMELESS
    if (
        nameless and not sentences["speaker"].eq(value).fillna(False).any()
    ):  # speech of which nobody could say whose it is
        nobody = keep_particular(sentences["speaker"]).isna()
        return (sentences["voice"].eq("speaker") & nobody).to_numpy(dtype=bool)
    return sentences["speaker_id"].isin(find_speakers(sentences, value)).to_numpy(dtype=bool)


def find_speakers(sentences: pd.DataFrame, name: object) -> list[str]:
    """Find who is meant by the name of a speaker, by an identifier, or by a part of a name that only one has.

    Raises InputError: nobody of that name speaks, or several do, who are named.
    """
    known = sentences[["speaker", "speaker_id"]].dropna().drop_duplicates()
    for column in ("speaker", "speaker_id"):
        whole = known[known[column].str.casefold() == str(name).casefold()]
        if len(whole):
            return whole["speaker_id"].tolist()
    words = str(name).casefold().split()
    parts = known[known["speaker"].map(lambda full: _holds(full.casefold().split(), words))]
    if len(ids := parts["speaker_id"].drop_duplicates()) == 1:
        return ids.tolist()
    if len(parts):
        names = ", ".join(repr(one) for one in parts["speaker"].head(12))
        raise InputError(f"speaker={name!r} could be any of {names}: write one of these names, or a list of them.")
    remedy = "These are the speakers of the sentences that other filters, if any, have left."
    names = sentences["speaker"].value_counts().index
    raise unknown("speaker", name, names, remedy, _guess_speaker(words, names))


def _guess_speaker(words: list[str], names: Iterable[str]) -> str:
    """Guess whose name is meant by a misspelt part of it; "" where none is near."""
    by_word: dict[str, str] = {}
    for name in names:
        for word in [name.casefold(), *name.casefold().split()]:
            by_word.setdefault(word, name)
    near = get_close_matches(" ".join(words), by_word, n=1, cutoff=0.75)
    return by_word[near[0]] if near else ""


def _holds(name: list[str], words: list[str]) -> bool:
    """Say whether words stand in a name, one after another."""
    places = range(len(name) - len(words) + 1)
    return bool(words) and any(name[place : place + len(words)] == words for place in places)


def name_step(name: str, value: object) -> str:
    """Name a filter as it is counted: "outlet = BBC"; a function by its name."""
    shown = getattr(value, "__name__", "a function") if isinstance(value, Callable) else value
    return f"{name} = {'a function' if shown == '<lambda>' else shown}"
