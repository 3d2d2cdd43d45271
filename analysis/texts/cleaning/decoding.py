"""Characters that stand for others: entities of HTML, accents apart from their letters, ligatures, wrong decodings."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache, lru_cache
from html import unescape
from html.entities import html5

from analysis.texts.cleaning.layers import Edit

ENTITY, COMPOSED, LIGATURE = "HTML entity", "accent apart from its letter", "ligature"
MISREAD = "decoded wrongly before it was saved"
_ENTITY = re.compile(  # a number without its semicolon is one still; of names only those that are nothing else
    r"&(?:amp;)*(?:#[0-9]{1,7}(?![0-9]);?|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)|&(?:nbsp|quot|amp|lt|gt)(?![\w;=&])"
)
_UNPRINTED = "\n\r\t\xa0\xad\u2002\u2003\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2028\u2060\ufeff\u3000"
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
# what the commonest letters and marks of UTF-8 look like in windows-1252, Latin-1 and windows-1251
_LETTERS = "ÃÂâÐÑÅÄÎÏï"  # one of these is in every such run, or Cyrillic ones
_SIGNS = ("Ã", "Â", "â€", "â\x80", "âˆ", "â‚", "Ð", "Ñ", "Å", "Ä", "Î", "Ï", "вЂ", "Р°", "Рѕ", "Рµ", "С‚", "ï»¿", "пїЅ")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]{1,400}")
_CONTROL = re.compile("[\x80-\x9f]")
_MISREAD_MARKS = "\x92\x93\x94\x96\x97\x85\x91\x80\x95"  # ’ “ ” – — … ‘ € •
_CAPITAL_IN_MARKS = re.compile("[“‘«„]?[ÃÂÎÏÄÅ][”’»“—–…]")  # a letter between marks of print, perhaps
_WORD_BEFORE, _WORD_BEHIND, LONGEST_PART = re.compile(r"[A-Za-z]+\Z"), re.compile("[A-Za-z]+"), 20  # beside a run
_TORN = {"â€": "”", "Ã": "à"}  # what is left where a byte that windows-1252 has no character for, or a blank, was lost


def find_entities(text: str) -> list[Edit]:
    """Find HTML entities (&amp; &#8217; &nbsp; &amp;quot;), as many times escaped as they are."""
    if "&" not in text:
        return []
    edits = []
    for found in _ENTITY.finditer(text):
        if char := _unescape(found[0]):
            edits.append(Edit(*found.span(), char, ENTITY))
        elif found[0].startswith("&amp;"):  # AT&amp;T;
            edits.append(Edit(found.start(), found.start() + len("&amp;"), "&", ENTITY))
    return edits


@lru_cache(maxsize=10_000)
def _unescape(entity: str) -> str | None:
    """The character that an entity stands for; None if there is no such entity or it is a control character."""
    name = re.sub(r"^&(?:amp;)*(?=.)", "", entity) if entity != "&amp;" else "amp;"
    name = name if name.endswith(";") else f"{name};"
    if name[0] != "#" and name not in html5:
        return None
    char = unescape(f"&{name}")
    return char if char.isprintable() or char in _UNPRINTED else None


def find_composed(text: str) -> list[Edit]:
    """Find letters with their accents apart (NFD), put together as one (NFC), and ligatures (ﬁ)."""
    if text.isascii():
        return []
    edits = []
    if any(ligature in text for ligature in LIGATURES):
        edits = [Edit(*found.span(), LIGATURES[found[0]], LIGATURE) for found in _LIGATURE.finditer(text)]
    if unicodedata.is_normalized("NFC", text):
        return edits
    taken = {edit.start for edit in edits}
    for found in _clusters().finditer(text):
        composed = unicodedata.normalize("NFC", found[0])
        if composed != found[0] and found.start() not in taken:
            edits.append(Edit(*found.span(), composed, COMPOSED))
    return sorted(edits)


@cache
def _clusters() -> re.Pattern[str]:
    """A character with what may be composed with it, or one that NFC writes otherwise."""
    joining, otherwise = set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3)), set()  # parts of Korean syllables
    for code in range(0x80, sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.combining(char):
            joining.add(code)
        parts = unicodedata.decomposition(char).split()
        if parts and not parts[0].startswith("<"):
            if unicodedata.normalize("NFC", char) != char:
                otherwise.add(code)
            elif len(parts) == 2:
                joining.add(int(parts[1], 16))
    return re.compile(rf"(?s:.)[{_ranges(joining)}]+|[{_ranges(otherwise)}]")


def _ranges(codes: set[int]) -> str:
    """The codes as ranges of a class of characters."""
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    return "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in zip(starts, ends, strict=True))


def find_misread(text: str) -> list[Edit]:
    """Find runs of characters that were decoded wrongly before the page was saved (â€™ for ’), where that is certain.

    ftfy is certain if the run makes sense as UTF-8 that was read in another encoding and none as it stands. Control
    characters that windows-1252 uses for marks are these marks. What lost a byte is mended only beside others.
    """
    if text.isascii():
        return []
    edits = []
    if any(map(text.__contains__, _LETTERS if "\u0420" not in text else _SIGNS)):
        runs = [run for run in _BEYOND_ASCII.finditer(text) if any(sign in run[0] for sign in _SIGNS)]
        if any(_is_misread(text, run) and not _CAPITAL_IN_MARKS.fullmatch(run[0]) for run in runs):
            mended = [(run, _mend_beside_others(run[0])) for run in _BEYOND_ASCII.finditer(text)]
            edits = [Edit(*run.span(), after, MISREAD) for run, after in mended if after != run[0]]
    if any(map(text.__contains__, _MISREAD_MARKS)):
        taken = {at for edit in edits for at in range(edit.start, edit.end)}
        found = [found for found in _CONTROL.finditer(text) if found.start() not in taken]
        if any(char[0] != "\x85" for char in found):  # alone it is a line's end
            edits += [Edit(*char.span(), _mark(char[0]), MISREAD) for char in found if _mark(char[0]) != char[0]]
    return sorted(edits)


def _is_misread(text: str, run: re.Match[str]) -> bool:
    """Whether a run makes sense in another encoding alone, for ftfy, or in its word: sÃ¥ld, RÄ«ga."""
    if _mend(run[0]) != run[0]:
        return True
    first = _WORD_BEFORE.search(text, max(0, run.start() - LONGEST_PART), run.start())
    last = _WORD_BEHIND.match(text, run.end(), run.end() + LONGEST_PART)
    word = f"{first[0] if first else ''}{run[0]}{last[0] if last else ''}"
    return word != run[0] and _mend(word) != word


def _mark(control: str) -> str:
    """The mark that windows-1252 has in a control character's place; five places are empty."""
    return control.encode("latin-1").decode("cp1252", "ignore") or control


def _mend_beside_others(run: str) -> str:
    """A run of a page of which others were decoded wrongly beyond doubt: torn or short ones are mended too."""
    mended = _TORN.get(run) or _mend(run)
    for encoding in ("cp1251", "cp1252") if mended == run else ():
        try:
            return run.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return mended


@lru_cache(maxsize=10_000)
def _mend(run: str) -> str:
    from ftfy import fix_encoding

    return fix_encoding(run)
