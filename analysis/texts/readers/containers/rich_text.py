"""Rich text (.rtf): its text, a line a paragraph, read in one pass over its marks.

Rich Text Format Specification 1.9.1 (Microsoft 2008). Kept beside striprtf, which writes a link's address into the
text and takes a regular expression over whole files that a long line makes slow.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from analysis.texts.readers.containers.rich_text_codes import CHARSETS, CODEPAGES, LEFT_OUT, WRITTEN
from analysis.texts.readers.containers.word_xml import form_of_text
from analysis.texts.readers.page import Content, Settings, SourcePage, Taken, Unreadable

CONTAINER = "rich text"
MOST_GROUPS = 1_000  # within one another; documents have some tens
MOST_MARKS = 4_000_000  # of fonts, letters by their number, paragraphs: in Cyrillic one a letter
_START = re.compile(rb"\s*\{\\rtf")
_TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-f]{2})|\\(?P<mark>[^a-z])|(?P<brace>[{}])|"
    r"(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class _Group:
    """What holds within braces: the font's encoding, how many letters stand for one of Unicode, where text goes."""

    encoding: str
    skip: int = 1
    seen: bool = True
    fonts: bool = False
    notes: bool = False


@dataclass
class _Reading:
    """The state of reading: groups that are open, fonts' encodings, the text and the footnotes so far."""

    group: _Group = field(default_factory=lambda: _Group("cp1252"))
    open: list[_Group] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    default: str = "cp1252"
    to_skip: int = 0
    letters: bytearray = field(default_factory=bytearray)
    text: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add to the text or the footnotes, after the letters of an encoding that wait to be decoded."""
        if self.letters:
            waiting, self.letters = bytes(self.letters), bytearray()
            self.write(waiting.decode(self.group.encoding, "replace"))
        if text and self.group.seen:
            (self.notes if self.group.notes else self.text).append(text)


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is rich text, by its first bytes."""
    return 0.8 if _START.match(content.head) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give the text as one page; raises Unreadable if there is none."""
    text = "\n\n".join(filter(None, (line.strip() for line in text_of_rtf(content.read()).split("\n"))))
    if not text:
        raise Unreadable("rich text without text")
    yield SourcePage(content.name, text, form_of_text(text, settings), {}, "", content.size)


def text_of_rtf(data: bytes) -> str:
    """The text of an RTF file's bytes: one line a paragraph, empty ones kept, footnotes last, cells parted by |.

    Headers, footers, pictures and links' addresses are left out. Raises Unreadable if it is no RTF.
    """
    if not _START.match(data):
        raise Unreadable("no rich text: it does not begin with {\\rtf")
    if data.count(b"\\") > MOST_MARKS:
        raise Unreadable(f"huge: rich text with over {MOST_MARKS:,} marks; save it as plain text")
    source, place, state = data.decode("latin-1"), 0, _Reading()
    while found := _TOKEN.match(source, place):
        place = found.end()
        if found["word"]:
            place += _take_word(state, found["word"].lower(), found["number"])
        elif found["brace"]:
            _take_brace(state, found["brace"])
        else:
            _take_letters(state, found)
    state.write("")
    text = "\n".join(["".join(state.text), *filter(None, "".join(state.notes).split("\n"))])
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "")  # halves are joined
    return re.sub(r"(?: \| ?)+$", "", text, flags=re.MULTILINE)  # the last cell of a row


def _take_brace(state: _Reading, brace: str) -> None:
    state.write("")
    if brace == "{":
        if len(state.open) >= MOST_GROUPS:
            raise Unreadable(f"rich text with more than {MOST_GROUPS:,} groups within one another")
        state.open.append(state.group)
    elif state.open:
        state.group = state.open.pop()


def _take_letters(state: _Reading, found: re.Match[str]) -> None:
    """Text, a letter by its number in the font's encoding, or a mark behind a backslash."""
    if found["mark"] == "*":  # a group that a reader may leave out if it does not know it
        state.group = replace(state.group, seen=False)
        return
    if found["hex"]:
        if state.to_skip:
            state.to_skip -= 1
        elif state.group.seen:
            state.letters.append(int(found["hex"], 16))
        return
    text = found["text"] or {"~": "\xa0", "_": "\u2011", "-": "", "\n": "\n", "\r": "\n"}.get(
        found["mark"], found["mark"]
    )
    if text and state.to_skip:
        text, state.to_skip = text[state.to_skip :], max(0, state.to_skip - len(text))
    if text and state.group.seen and text.isascii():
        state.write(text)
    elif text and state.group.seen:
        state.letters += text.encode("latin-1", "replace")  # letters beyond ASCII that were not written by number


def _take_word(state: _Reading, word: str, number: str | None) -> int:
    """Do what a control word says; gives the characters after it that are data, not text."""
    value = int(number) if number else 0
    if word == "u" and number:
        state.write(chr(value % 65536))
        state.to_skip = state.group.skip
        return 0
    if word == "bin":
        return max(0, value)
    state.write("")
    if word in LEFT_OUT:
        state.group = replace(state.group, seen=False, fonts=word == "fonttbl")
    elif word == "footnote":
        state.group = replace(state.group, notes=True)
        state.write("\n")
    elif word == "uc":
        state.group = replace(state.group, skip=min(max(value, 0), 8))
    elif word in CODEPAGES or word == "ansicpg":
        state.default = CODEPAGES.get(word) or _codec(value)
        state.group = replace(state.group, encoding=state.default)
    elif word == "f":
        state.font = value
        state.group = replace(state.group, encoding=state.fonts.get(value, state.default))
    elif word == "fcharset" and state.group.fonts:
        state.fonts[state.font] = CHARSETS.get(value, state.default)
    elif word in WRITTEN:
        state.write(WRITTEN[word])
    return 0


def _codec(number: int) -> str:
    try:
        codecs.lookup(f"cp{number}")
    except LookupError:
        return "cp1252"
    return f"cp{number}"
