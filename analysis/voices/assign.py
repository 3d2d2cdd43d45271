"""assign_voices: whose words each sentence is - the outlet's, a speaker's, a forwarded channel's."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

import pandas as pd

from analysis.tables import check_table
from analysis.voices.tokens import MARKS

TOLD_ABOUT = ("object", "wish")  # forms of indirect speech in which the outlet speaks of somebody
Who = tuple[str | None, str | None]  # a speaker's name and identifier
NOBODY: Who = (None, None)
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
    spoken = {doc_id: _intervals(rows) for doc_id, rows in select_speech(quotes).groupby("doc_id", sort=False)}
    heard = [
        _hear(text, start, end, spoken.get(doc_id))
        for doc_id, start, end, text in zip(
            sentences["doc_id"], sentences["start"], sentences["end"], sentences["text"], strict=True
        )
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


def _intervals(rows: pd.DataFrame) -> tuple[list[int], list[tuple[int, int, Who]]]:
    ids = rows["speaker_id"] if "speaker_id" in rows else rows["speaker"]
    names = [(name, who) if isinstance(name, str) else NOBODY for name, who in zip(rows["speaker"], ids, strict=True)]
    spans = sorted(zip(rows["start"].tolist(), rows["end"].tolist(), names, strict=True), key=lambda span: span[:2])
    return [start for start, _, _ in spans], spans


def _hear(text: str, start: int, end: int, spoken) -> tuple[float, Who]:
    """Return the share of a sentence that is quoted, and who says most of it."""
    solid = sum(not sign.isspace() for sign in text)
    if spoken is None or not solid:
        return 0.0, NOBODY
    starts, spans = spoken
    at = max(0, bisect_right(starts, start) - 1)
    voiced = [False] * len(text)
    by: Counter[Who] = Counter()
    while at < len(spans) and spans[at][0] < end:
        first, last, name = max(spans[at][0], start) - start, min(spans[at][1], end) - start, spans[at][2]
        if first < last:
            first, last = _with_marks(text, first, last)
            by[name] += sum(not sign.isspace() for sign in text[first:last])
            voiced[first:last] = [True] * (last - first)
        at += 1
    share = sum(flag and not sign.isspace() for flag, sign in zip(voiced, text, strict=True)) / solid
    return share, by.most_common(1)[0][0] if by else NOBODY


def _with_marks(text: str, first: int, last: int) -> tuple[int, int]:
    """Count the quotation marks around a quoted stretch, and a full stop after it, as quoted."""
    while first and text[first - 1] in MARKS:
        first -= 1
    while last < len(text) and text[last] in MARKS:
        last += 1
    if len(text) - last == 1 and text[last] in ".!?":
        last += 1
    return first, last
