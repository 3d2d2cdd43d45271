"""assign_voices: whose words each sentence is - the outlet's, a speaker's, a forwarded channel's."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.collector import collector_paused
from analysis.tables import check_table
from analysis.voices.marks import MARKS

TOLD_ABOUT = ("object", "wish")  # forms of indirect speech in which the outlet speaks of somebody
Who = tuple[str | None, str | None]  # a speaker's name and identifier
NOBODY: Who = (None, None)
SILENCE = (0.0, NOBODY)
Span = tuple[int, int, Who]  # where speech starts and ends in its document, and whose it is
MOSTLY = 0.5  # from this share of quoted characters on, a sentence is the speaker's


def assign_voices(sentences: pd.DataFrame, quotes: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Give every sentence its voice.

    sentences: sentence_id, doc_id, start, end, text; quotes: doc_id, start, end, speaker [speaker_id, form] - what a
    speech was about ("criticised the plan", form "object") and what somebody wants ("plans to go", form
    "wish") is told in the outlet's words and counts as the outlet's;
    documents: doc_id and, where posts are forwarded, forwarded_from.
    Returns the sentences with
    - quoted: share of the sentence's characters (blanks aside) that is speech, its marks included, 0 to 1;
    - voice: "forwarded" in a forwarded post; else "speaker" from a share of one half on; else "outlet";
    - speaker, speaker_id: who says most of what is quoted, from a share of one half on (NA if unknown). A speech
      inside a forwarded post is both: voice "forwarded", with its speaker;
    - quoted_speaker, a column more: who says most of what is quoted, however little that is, for counts
      that give each part of a sentence of mixed voice to its own speaker.
    Raises InputError if a table lacks one of these columns.
    """
    check_table(sentences, "sentences", ("sentence_id", "doc_id", "start", "end", "text"))
    check_table(quotes, "quotes", ("doc_id", "start", "end", "speaker"))
    check_table(documents, "documents", ("doc_id",))
    with collector_paused():
        shares, names, ids = _hear_all(sentences, select_speech(quotes))
    quoted = pd.Series(shares, index=sentences.index, dtype="float64")
    speaker, speaker_id = (pd.Series(who, index=sentences.index, dtype="str") for who in (names, ids))
    mostly = quoted >= MOSTLY
    voice = pd.Series("outlet", index=sentences.index, dtype="str").mask(mostly, "speaker")
    voice = voice.mask(sentences["doc_id"].isin(_forwarded(documents)), "forwarded")
    return sentences.assign(
        voice=voice,
        speaker=speaker.where(mostly),
        speaker_id=speaker_id.where(mostly),
        quoted=quoted,
        quoted_speaker=speaker,
    )


def select_speech(quotes: pd.DataFrame) -> pd.DataFrame:
    """Keep the quotes that are somebody's speech; leave out those in which the outlet speaks of somebody.

    Left out are the forms "object" (what a speech was about: criticised the plan) and "wish" (what
    somebody wants: plans to go). A table without the column form is kept whole.
    """
    return quotes[~quotes["form"].isin(TOLD_ABOUT)] if "form" in quotes else quotes


def _forwarded(documents: pd.DataFrame) -> pd.Series:
    if "forwarded_from" not in documents:
        return documents["doc_id"].iloc[:0]
    return documents.loc[documents["forwarded_from"].notna(), "doc_id"]


class SpeechPlaces(NamedTuple):
    """What is said in each sentence, by numbers of spans in the order of documents and texts; none where at is stop."""

    at: np.ndarray  # the first span that reaches into the sentence
    stop: np.ndarray  # the last such span + 1
    whole: np.ndarray  # whether a single span covers it from end to end


def _hear_all(sentences: pd.DataFrame, quotes: pd.DataFrame) -> tuple[list[float], list[str | None], list[str | None]]:
    """Each sentence's share that is quoted, with the name and the identifier of who says most of it.

    Where speech stands is found for all sentences at once; characters are counted only in those partly quoted.
    """
    placed, spans = _line_up(sentences, quotes)
    shares, names, ids = [0.0] * len(sentences), [None] * len(sentences), [None] * len(sentences)
    texts, starts, ends = (sentences[column].to_numpy() for column in ("text", "start", "end"))
    spoken = np.flatnonzero(placed.at < placed.stop)
    places = (array[spoken].tolist() for array in (starts, ends, placed.whole, placed.at, placed.stop))
    for number, text, *place in zip(spoken.tolist(), texts[spoken], *places, strict=True):
        shares[number], (names[number], ids[number]) = _hear(text, *place, spans)
    return shares, names, ids


def split_quoted(sentences: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Split what each sentence quotes by who says it.

    sentences: doc_id, start, end, text; quotes: as for `assign_voices`, somebody's speech alone.
    Returns one row a sentence and speaker, in the order of the sentences, of those in which somebody speaks: place
    (of the sentence, from 0), speaker (NA: nobody is named) and part (of the quoted characters; a sentence's sum to 1).
    """
    placed, spans = _line_up(sentences, quotes)
    rows: list[tuple[int, str | None, float]] = []
    texts, starts, ends = (sentences[column].to_numpy() for column in ("text", "start", "end"))
    first, stop, _ = placed
    for number in np.flatnonzero(first < stop).tolist():
        heard = spans[first[number] : stop[number]]
        by: dict[str | None, int] = {}
        if len({name for *_, (name, _) in heard}) > 1:
            for (name, _), said in _count_by(texts[number], starts[number], ends[number], heard)[0].items():
                by[name] = by.get(name, 0) + said
        solid = sum(by.values())
        parts = {name: said / solid for name, said in by.items()} if solid else {heard[0][2][0]: 1.0}
        rows += [(number, name, part) for name, part in parts.items()]
    return pd.DataFrame(rows, columns=["place", "speaker", "part"]).astype({"place": "int64", "speaker": "str"})


def _line_up(sentences: pd.DataFrame, quotes: pd.DataFrame) -> tuple[SpeechPlaces, list[Span]]:
    """Find the spans of speech in each sentence, and list all of them in order."""
    doc_ids = pd.concat([sentences["doc_id"], quotes["doc_id"]], ignore_index=True)
    numbers = pd.factorize(doc_ids, use_na_sentinel=False)[0]
    of_sentences, of_quotes = numbers[: len(sentences)], numbers[len(sentences) :]
    order = np.lexsort((quotes["end"], quotes["start"], of_quotes))
    quotes = quotes.iloc[order]
    return _place_speech(sentences, of_sentences, quotes, of_quotes[order]), _list_spans(quotes)


def _place_speech(
    sentences: pd.DataFrame, of_sentences: np.ndarray, quotes: pd.DataFrame, of_quotes: np.ndarray
) -> SpeechPlaces:
    """Find the spans in each sentence; of_sentences, of_quotes: numbers of their documents, in order of the latter."""
    starts, ends = quotes["start"].to_numpy(), np.append(quotes["end"].to_numpy(), 0)
    begins, closes = sentences["start"].to_numpy(), sentences["end"].to_numpy()
    length = 1 + max(places.max(initial=0) for places in (starts, begins, closes))
    placed = of_quotes * length + starts  # one scale for all documents, laid end to end
    at = np.searchsorted(placed, of_sentences * length + begins, side="right") - 1
    at = np.maximum(at, np.searchsorted(of_quotes, of_sentences))
    at += ends[at] <= begins
    stop = np.searchsorted(placed, of_sentences * length + closes)
    last = np.minimum(at, max(len(starts) - 1, 0))
    single = at + 1 == stop
    whole = single & (starts[last] <= begins) & (ends[last] >= closes) if len(starts) else single
    return SpeechPlaces(at, stop, whole)


def _list_spans(quotes: pd.DataFrame) -> list[Span]:
    ids = "speaker_id" if "speaker_id" in quotes else "speaker"
    columns = (quotes[column].to_numpy().tolist() for column in ("start", "end", "speaker", ids))
    return [
        (start, end, (name, who) if isinstance(name, str) else NOBODY)
        for start, end, name, who in zip(*columns, strict=True)
    ]


def _hear(text: str, start: int, end: int, whole: bool, at: int, stop: int, spans: list[Span]) -> tuple[float, Who]:
    """Return the share of a sentence that is quoted, and who says most of it; at, stop: of the spans in it."""
    first, last, who = spans[at]
    if whole:
        return (1.0, who) if text.strip() else SILENCE
    if at + 1 < stop:
        return _weigh(text, start, end, spans[at:stop])
    first, last = _with_marks(text, max(first - start, 0), min(last, end) - start)
    return (_count_solid(text[first:last]) / solid, who) if (solid := _count_solid(text)) else SILENCE


def _weigh(text: str, start: int, end: int, spans: list[Span]) -> tuple[float, Who]:
    """As `_hear` where several speak."""
    by, voiced = _count_by(text, start, end, spans)
    solid = _count_solid(text) if by else 0
    return (voiced / solid, max(by, key=by.__getitem__)) if solid else SILENCE


def _count_by(text: str, start: int, end: int, spans: list[Span]) -> tuple[dict[Who, int], int]:
    """Count the characters that each says of a sentence, and those that are said by anybody."""
    by: dict[Who, int] = {}
    voiced = reach = 0  # characters quoted, up to where
    for first, last, who in spans:
        first, last = max(first, start) - start, min(last, end) - start
        if first < last:
            first, last = _with_marks(text, first, last)
            by[who] = by.get(who, 0) + (said := _count_solid(text[first:last]))
            voiced += said if first >= reach else _count_solid(text[reach:last])  # what two say is counted once
            reach = max(reach, last)
    return by, voiced


def _count_solid(text: str) -> int:
    """Count the characters that are no blanks; a printable text has no blank but the space."""
    return len(text) - text.count(" ") if text.isprintable() else len("".join(text.split()))


def _with_marks(text: str, first: int, last: int) -> tuple[int, int]:
    """Count the quotation marks around a quoted stretch, and a full stop after it, as quoted."""
    while first and text[first - 1] in MARKS:
        first -= 1
    while last < len(text) and text[last] in MARKS:
        last += 1
    if len(text) - last == 1 and text[last] in ".!?":
        last += 1
    return first, last
