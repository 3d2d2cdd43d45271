"""assign_voices: whose words each sentence is - the outlet's, a speaker's, a forwarded channel's."""

from __future__ import annotations

from bisect import bisect_right

import pandas as pd

from analysis.tables import check_table

TOLD_ABOUT = ("object", "wish")  # forms of indirect speech in which the outlet speaks of somebody
Who = tuple[str | None, str | None]  # a speaker's name and identifier
NOBODY: Who = (None, None)
SILENCE = (0.0, NOBODY)
MARKS = "\"“”„‟«»'‘’‚‹›`"
Spoken = tuple[list[int], list[tuple[int, int, Who]]]  # of a document: where speech starts; start, end, who
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
    spoken = _spans_by_document(select_speech(quotes))
    heard = [
        _hear(text, start, end, spoken[doc_id]) if doc_id in spoken else SILENCE
        for doc_id, start, end, text in zip(*_lists(sentences, "doc_id", "start", "end", "text"), strict=True)
    ]
    quoted = pd.Series([share for share, _ in heard], index=sentences.index, dtype="float64")
    speaker, speaker_id = (
        pd.Series([who[place] for _, who in heard], index=sentences.index, dtype="str") for place in (0, 1)
    )
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


def _lists(table: pd.DataFrame, *columns: str) -> list[list]:
    """The columns as lists: going through a column itself makes each of its values anew, many times as slow."""
    return [table[column].to_numpy().tolist() for column in columns]


def _spans_by_document(quotes: pd.DataFrame) -> dict[str, Spoken]:
    """What is said in each document, in the order of its text."""
    ids = "speaker_id" if "speaker_id" in quotes else "speaker"
    spans: dict[str, list[tuple[int, int, Who]]] = {}
    for doc_id, start, end, name, who in zip(*_lists(quotes, "doc_id", "start", "end", "speaker", ids), strict=True):
        spans.setdefault(doc_id, []).append((start, end, (name, who) if isinstance(name, str) else NOBODY))
    ordered = {doc_id: sorted(found, key=lambda span: span[:2]) for doc_id, found in spans.items()}
    return {doc_id: ([start for start, _, _ in found], found) for doc_id, found in ordered.items()}


def _hear(text: str, start: int, end: int, spoken: Spoken) -> tuple[float, Who]:
    """Return the share of a sentence that is quoted, and who says most of it."""
    starts, spans = spoken
    at = max(0, bisect_right(starts, start) - 1)
    at += spans[at][1] <= start
    if at == len(spans) or starts[at] >= end:
        return SILENCE
    if at + 1 < len(spans) and starts[at + 1] < end:
        return _weigh(text, start, end, spans, at)
    first, last, who = spans[at]
    if first <= start and last >= end:
        return (1.0, who) if text.strip() else SILENCE
    first, last = _with_marks(text, max(first - start, 0), min(last, end) - start)
    return (_count_solid(text[first:last]) / solid, who) if (solid := _count_solid(text)) else SILENCE


def _weigh(text: str, start: int, end: int, spans: list[tuple[int, int, Who]], at: int) -> tuple[float, Who]:
    """As `_hear` where several speak: spans from number `at` on."""
    by: dict[Who, int] = {}
    voiced = reach = 0  # characters quoted, up to where
    while at < len(spans) and spans[at][0] < end:
        first, last, who = max(spans[at][0], start) - start, min(spans[at][1], end) - start, spans[at][2]
        if first < last:
            first, last = _with_marks(text, first, last)
            by[who] = by.get(who, 0) + (said := _count_solid(text[first:last]))
            voiced += said if first >= reach else _count_solid(text[reach:last])  # what two say is counted once
            reach = max(reach, last)
        at += 1
    solid = _count_solid(text) if by else 0
    return (voiced / solid, max(by, key=by.__getitem__)) if solid else SILENCE


def _count_solid(text: str) -> int:
    """Count the characters that are no blanks."""
    return len("".join(text.split()))


def _with_marks(text: str, first: int, last: int) -> tuple[int, int]:
    """Count the quotation marks around a quoted stretch, and a full stop after it, as quoted."""
    while first and text[first - 1] in MARKS:
        first -= 1
    while last < len(text) and text[last] in MARKS:
        last += 1
    if len(text) - last == 1 and text[last] in ".!?":
        last += 1
    return first, last
