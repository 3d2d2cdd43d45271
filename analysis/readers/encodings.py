"""Bytes to text: the encodings that news files come in, told apart by what they hold."""

from __future__ import annotations

import codecs
import itertools
import re

MARKS = (  # byte order marks, the longer before the shorter that it begins with
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY_STARTS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"SQLite format 3": "an SQLite database",
    b"PAR1": "a Parquet table",
    b"7z\xbc\xaf": "a 7z archive",
}
REMEDY = "save it as plain text in UTF-8"
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
SAMPLE = 200_000  # bytes looked at where looking at all of them would only cost time


class Undecodable(ValueError):
    """Bytes that are no text in an encoding that the suite reads; the message is the reason."""


def decode_text(data: bytes) -> tuple[str, str]:
    """Decode a file's bytes: (text, encoding).

    Byte order marks first, then UTF-8, then UTF-16 without a mark, then the single-byte
    encodings windows-1251 (Cyrillic) and windows-1252 (Western, a superset of Latin-1),
    told apart by the letters that they make. Raises Undecodable with the reason.
    """
    for start, name in BINARY_STARTS.items():
        if data.startswith(start):
            raise Undecodable(f"not plain text but {name}: {REMEDY}")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(_strict(data, encoding), encoding.removesuffix("-sig"))
    if (text := _attempt(data, "utf-8")) is not None and "\x00" not in text:
        return _checked(text, "utf-8")
    if encoding := _utf16(data):
        return _checked(_strict(data, encoding), encoding)
    if b"\x00" in data:
        raise Undecodable(f"binary: it holds NUL bytes and is not UTF-16; {REMEDY}")
    return _single_byte(data)


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strict(data: bytes, encoding: str) -> str:
    text = _attempt(data, encoding)
    if text is None:
        raise Undecodable(f"marked as {encoding} but not valid {encoding}: {REMEDY}")
    return text


def _checked(text: str, encoding: str) -> tuple[str, str]:
    """Refuse what decodes but is no text: more than 1 control character in 100."""
    sample = text[:SAMPLE]
    if len(CONTROL.findall(sample)) * 100 > len(sample):
        raise Undecodable(f"binary: it decodes as {encoding} but is full of control characters; {REMEDY}")
    return text, encoding


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: blanks and line ends are its commonest units, and one byte of each is NUL."""
    if len(data) < 4 or len(data) % 2:
        return None
    sample = data[:SAMPLE]
    counts = {}
    for encoding, units in (("utf-16-le", (b" \x00", b"\n\x00")), ("utf-16-be", (b"\x00 ", b"\x00\n"))):
        pairs = [sample[i : i + 2] for i in range(0, len(sample), 2)]
        counts[encoding] = sum(pairs.count(unit) for unit in units) / len(pairs)
    encoding = max(counts, key=counts.get)
    text = _attempt(data, encoding)
    if text is None or counts[encoding] < 0.02:
        return None
    letters = sum(char.isalpha() for char in text[:2000])
    return encoding if letters > 0.5 * len(text[:2000]) else None


def _single_byte(data: bytes) -> tuple[str, str]:
    """Tell windows-1251 from windows-1252 by the words that the bytes over 127 make."""
    high = sum(byte > 127 for byte in data[:SAMPLE])
    if high > 0.95 * len(data[:SAMPLE]):
        raise Undecodable(f"not text in UTF-8, UTF-16, windows-1251 or windows-1252: {REMEDY}")
    candidates = []
    for encoding in ("cp1251", "cp1252", "latin-1"):
        if (text := _attempt(data, encoding)) is not None:
            candidates.append((_likeness(text[:SAMPLE], encoding), encoding, text))
    score, encoding, text = max(candidates, key=lambda candidate: candidate[0])
    if score < 0.6:
        raise Undecodable(f"not text in UTF-8, UTF-16, windows-1251 or windows-1252: {REMEDY}")
    return _checked(text, encoding)


CYRILLIC_WORD = re.compile(r"\b[А-ЯЁІЇЄЎҐ]?[а-яёіїєўґ]+\b|\b[А-ЯЁІЇЄЎҐ]{1,6}\b")
WESTERN_WORD = re.compile(r"\b[A-Za-zÀ-ÖØ-Þß-öø-ÿŒœŠšŽžŸ]+\b")
WESTERN_LETTER = re.compile("[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœŠš]")
PUNCTUATION = "–—‘’“”„«»…•\xa0©°№€£®™§"


def _likeness(text: str, encoding: str) -> float:
    """Share (0 to 1) of the characters beyond ASCII that stand where the encoding's language puts them."""
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        return 1.0
    marks = sum(char in PUNCTUATION for char in beyond)
    if encoding == "cp1251":
        letters = sum(len(word) for word in CYRILLIC_WORD.findall(text) if len(word) > 1 or word.lower() in "аяиоувкс")
    else:
        # accented letters stand among plain ones: at most half of a word, or the word is Cyrillic misread
        words = (word for word in WESTERN_WORD.findall(text) if not word.isascii())
        letters = sum(
            n for word in words if (n := len(WESTERN_LETTER.findall(word))) * 2 <= len(word) and not _shouts(word)
        )
    penalty = 0.001 if encoding == "latin-1" else 0.0
    return min((letters + marks) / len(beyond), 1.0) - penalty


def _shouts(word: str) -> bool:
    """A capital beyond ASCII after a small letter: no Western word has one."""
    return any(a.islower() and b.isupper() and b > "\x7f" for a, b in itertools.pairwise(word))
