"""Who says what in texts, as lists that a test can write down."""

import pandas as pd

from analysis.voices import extract_quotes

ASIDE = ("object", "wish")  # forms that say what speech was about


def list_heard(*texts: str, kinds: tuple[str, ...] = (), aside: tuple[str, ...] = ()) -> list[tuple[str | None, str]]:
    """List (speaker, words) of texts, in order; kinds: these alone, aside: forms that are left out."""
    rows = extract_quotes(pd.DataFrame({"doc_id": [*map(str, range(len(texts)))], "text": texts}))
    rows = rows[~rows["form"].isin(aside)]
    rows = rows[rows["kind"].isin(kinds)] if kinds else rows
    names = (who if isinstance(who, str) else None for who in rows["speaker"])
    return list(zip(names, rows["text"], strict=True))


def speakers(*texts: str, kinds: tuple[str, ...] = (), aside: tuple[str, ...] = ()) -> list[str | None]:
    """List who speaks in texts, in order."""
    return [who for who, _ in list_heard(*texts, kinds=kinds, aside=aside)]


def voiced(text: str) -> list[str | None]:
    """List who speaks in a text, in order, without what speech was about."""
    return speakers(text, aside=ASIDE)


def words_and_speakers(*texts: str) -> list[tuple[str, str | None]]:
    """List (words, speaker) of texts, in order."""
    return [(words, who) for who, words in list_heard(*texts)]


def speaker_of(text: str, words: str, bare: bool = False) -> str | None:
    """Name the speaker of the shortest stretch of a text that holds some words; bare: without an article."""
    found = [pair for pair in words_and_speakers(text) if words in pair[0]]
    assert found, (text, words_and_speakers(text))
    name = min(found, key=lambda pair: len(pair[0]))[1]
    return name.removeprefix("the ") if name and bare else name
