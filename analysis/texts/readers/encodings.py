"""Bytes to text: the encodings that news files come in, told apart by what they hold.

Kept beside charset-normalizer, which is as fast and takes a fifth of the windows-1252 articles for something else: of
290 (curly quotes, dashes, accents) it decodes 234 as they were written and this module all, of 49 in KOI8-R 46 and 49.
"""

from __future__ import annotations

import codecs
import re

from analysis.texts.readers.likeness import OWN_WORDS, count_words_of, measure_cyrillic, measure_western
from analysis.texts.readers.page import Unreadable

MARKS = (  # byte order marks, the longer before the shorter that it begins with
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY_STARTS = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"SQLite format 3": "an SQLite database",
    b"PAR1": "a Parquet table",
}
REMEDY = "save it as plain text in UTF-8"
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_CONTROL_BYTES = bytes([*range(0x09), *range(0x0E, 0x1C), 0x7F])
_LINE_ENDS = re.compile(rb"(\r\n|\n|\r)")
_SEQUENCE = re.compile(  # a character of UTF-8 beyond ASCII
    rb"([\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|"
    rb"\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})"
)
_PRINTED = re.compile(
    "[\x00-\u052f\u1e00-\u1eff\u2000-\u2bff\ufe0f\ufeff\U0001f000-\U0001faff]*"
)  # Latin, Greek, Cyrillic
_CUT_OFF = re.compile(rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")
_C1 = re.compile("[\x80-\x9f]")  # where windows-1250 has letters, ISO-8859-2 has nothing that is printed
FEW_NULS = 100  # bytes for each NUL in a text where it is a mistake; UTF-16 has one in two
SAMPLE = 200_000  # bytes looked at where looking at all of them would only cost time


class Undecodable(Unreadable):
    """Bytes that are no text in an encoding that the suite reads; the message is the reason."""


def decode_text(data: bytes) -> tuple[str, str]:
    """Decode a file's bytes: (text, encoding).

    Byte order marks first, then UTF-8, then UTF-16 without a mark, then lines of UTF-8 among lines of another
    encoding ("utf-8 and cp1252"), then single-byte encodings: windows-1252 (Western, all but a superset of Latin-1),
    ISO-8859-15 where it holds a euro, Mac Roman, windows-1250 and ISO-8859-2 (Polish, Czech, Hungarian), windows-1254
    (Turkish), windows-1253 (Greek) and the Cyrillic windows-1251, KOI8-R and cp866, told apart by the letters and
    words that they make. A file that is cut off within
    its last character ends in U+FFFD; a NUL in 100 bytes or fewer is a character like another. Raises Undecodable with
    the reason.
    """
    for start, name in BINARY_STARTS.items():
        if data.startswith(start):
            raise Undecodable(f"not plain text but {name}: {REMEDY}")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            if mark == codecs.BOM_UTF8 and _attempt(data, encoding) is None:
                data = data[len(mark) :]  # so marked, and other bytes were put in later
                break
            return _checked(_strict(data, encoding), encoding.removesuffix("-sig"))
    nuls = data.count(b"\x00")
    if nuls and (encoding := _utf16(data)):
        return _checked(_strict(data, encoding), encoding)
    if (text := _attempt(data, "utf-8")) is not None and nuls * FEW_NULS < max(len(data), 1):
        return _checked(text, "utf-8") if _holds_control(data) else (text, "utf-8")
    if nuls and (nuls * FEW_NULS >= len(data) or _is_full_of_control(data.decode("latin-1"))):
        raise Undecodable(f"binary: it holds NUL bytes and is not UTF-16; {REMEDY}")
    return _cut_off(data) or _mixed(data) or _single_byte(data)


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
    if _is_full_of_control(text):
        raise Undecodable(f"binary: it decodes as {encoding} but is full of control characters; {REMEDY}")
    return text, encoding


def _holds_control(data: bytes) -> bool:
    """Whether bytes of UTF-8 hold a control character in their sample at all: ten times as fast as counting them."""
    sample = data[: 4 * SAMPLE]  # a character has four bytes at most
    return len(sample.translate(None, _CONTROL_BYTES)) < len(sample)


def _is_full_of_control(text: str) -> bool:
    sample = text[:SAMPLE]
    return len(CONTROL.findall(sample)) * 100 > len(sample)


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


def _cut_off(data: bytes) -> tuple[str, str] | None:
    """UTF-8 that ends within a character, as what was cut at a number of bytes does."""
    found = _CUT_OFF.search(data)
    text = _attempt(data[: found.start()], "utf-8") if found else None
    return None if text is None or text.isascii() else _checked(text + "\ufffd", "utf-8")


def _mixed(data: bytes) -> tuple[str, str] | None:
    """Lines of UTF-8 beside lines of a single-byte encoding, as files put together from several have; else None."""
    parts = _LINE_ENDS.split(data)
    read = [_attempt(part, "utf-8") for part in parts]
    others = [part for part, text in zip(parts, read, strict=True) if text is None]
    whole_lines = any(text and not text.isascii() for text in read)
    found = b"".join(run for part in others for run in _SEQUENCE.findall(part)).decode("utf-8")
    if not (whole_lines or found) or not _PRINTED.fullmatch(found + "".join(text or "" for text in read)):
        return None
    _, encoding = _single_byte(b"\n".join(_SEQUENCE.sub(b"", part) for part in others))
    if not whole_lines and encoding not in ("cp1252", "latin-1"):
        return None  # Cyrillic letters in a row can look like a character of UTF-8 now and then
    texts = [_decode_runs(part, encoding) if text is None else text for part, text in zip(parts, read, strict=True)]
    return _checked("".join(texts), f"utf-8 and {encoding}")


def _decode_runs(data: bytes, encoding: str) -> str:
    """A line of which some characters are UTF-8 and others are not."""
    runs = _SEQUENCE.split(data)
    return "".join(run.decode("utf-8" if at % 2 else encoding) for at, run in enumerate(runs))


def _single_byte(data: bytes) -> tuple[str, str]:
    """Choose among the single-byte encodings by how like language the bytes over 127 come out."""
    western = "latin-1" if _attempt(data, "cp1252") is None else "cp1252"  # five bytes are Latin-1's alone
    text = data.decode(western)
    if "¤" in text and not _C1.search(data.decode("latin-1")):  # nobody writes this sign; there it is the euro
        western = "iso8859-15"
        text = data.decode(western)
    choices = [(measure_western(text[:SAMPLE]), text, western)]
    for encoding in ("cp1251", "koi8-r", "cp866"):
        if (text := _attempt(data, encoding)) is not None:
            choices.append((measure_cyrillic(text[:SAMPLE]), text, encoding))
    mac = data.decode("mac-roman")  # bytes that Western print of windows-1252 makes odd words of, and Mac none
    if choices[0][0] < 0.99 and (likeness := measure_western(mac[:SAMPLE])) > max(SURE, choices[0][0] + 0.05):
        choices.append((likeness, mac, "mac-roman"))
    for encoding in OWN_WORDS:
        read = _attempt(data, encoding)
        if read is None or (encoding == "iso8859-2" and _C1.search(read)):
            continue
        if (words := count_words_of(encoding, read[:SAMPLE])) > 1:
            choices.append((words, read, encoding))
    likeness, text, encoding = max(choices, key=lambda choice: choice[0])
    if likeness < LIKE_LANGUAGE:
        raise Undecodable(f"not text in an encoding that the suite reads ({', '.join(READ)}): {REMEDY}")
    return _checked(text, encoding)


READ = (
    "UTF-8",
    "UTF-16",
    "UTF-32",
    "windows-1252 with Latin-1",
    "ISO-8859-15",
    "Mac Roman",
    "windows-1250",
    "ISO-8859-2",
    "windows-1254",
    "windows-1253",
    "windows-1251",
    "KOI8-R",
    "cp866",
)
LIKE_LANGUAGE, SURE = 0.5, 0.9
