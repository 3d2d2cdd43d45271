"""Quotations that a page pulls out of its text and prints twice: who says them is told where they stand in the text."""

from __future__ import annotations

from analysis.voices.speech_rows import SpeechRow

LEAST = 40  # characters that two quotations must have alike, from where they begin
SHORT = 20  # characters of a heading's words
BESIDE = 4  # characters beside a quotation in which its paragraph begins or ends


def attribute_repeated(text: str, rows: list[SpeechRow]) -> None:
    """Give each paragraph that is a quotation and no more to whoever says the same words within a paragraph."""
    _attribute_heading(text, rows)
    pulled = [number for number, row in enumerate(rows) if row.kind == "direct" and not row.cue and _is_lone(text, row)]
    if not pulled:
        return
    told = {_opening(text, row): row for row in rows if row.speaker and (row.cue or not _is_lone(text, row))}
    for number in pulled:
        row = rows[number]
        same = told.get(_opening(text, row))
        if same and row.end - row.start >= LEAST and same.speaker != row.speaker:
            rows[number] = row._replace(speaker=same.speaker, speaker_start=None, speaker_end=None)


def _attribute_heading(text: str, rows: list[SpeechRow]) -> None:
    """Give the words in a text's heading to whoever says them in it: "We are tired": a strike in Oslo."""
    first = rows[0] if rows else None
    if not first or first.kind != "direct" or first.speaker or first.cue not in (None, ":"):
        return
    line = text.find("\n")
    if first.start >= BESIDE and not first.end <= line < first.end + BESIDE:
        return  # neither its first words nor its last: The trial: "She asked for me"
    said = text[first.start : first.end].lower()
    same = next((one for one in rows[1:] if one.speaker and text[one.start : one.end].lower().startswith(said)), None)
    if same and len(said) >= SHORT:
        rows[0] = first._replace(speaker=same.speaker, speaker_start=None, speaker_end=None)


def _opening(text: str, row: SpeechRow) -> str:
    return text[row.start : row.start + LEAST].lower().replace("’", "'")


def _is_lone(text: str, row: SpeechRow) -> bool:
    """Tell whether nothing stands beside a quotation in its paragraph."""
    before, after = text[max(0, row.start - BESIDE) : row.start], text[row.end : row.end + BESIDE]
    opens = row.start < BESIDE or "\n" in before
    return opens and (row.end + BESIDE >= len(text) or "\n" in after)
