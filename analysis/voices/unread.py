"""What sentences are read without: symbols, hashtags, handles, numbers of a list, tags and links' addresses.

The text keeps them and every place in it stays; only the tokens of `make_tokens` leave them out, so that neither the
words beside a symbol nor the marks beyond a link are parted from what they belong to.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import NamedTuple

from analysis.words.classes import DETERMINERS

_SIGNS = "•·‣▪◦●○■□◆◇★☆|¶†‡©®™‼⁇⁈⁉"  # frequent ones first: they are what most posts have
_INVISIBLE = "\xad\u200b\u200c\u200e\u200f\u2060\ufeff"
_ARROWS_TO_DINGBATS = "\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0e\ufe0f\u20e3\u200d"
_PLAIN = f"{_SIGNS}{_INVISIBLE}{_ARROWS_TO_DINGBATS}"
_BEYOND = "\U0001f000-\U0001faff\U000e0000-\U000e007f"  # emoji proper, flags, tags of flags
_STAR = r"\*+|\|+|(?<!\w)_+(?!\w)|#(?=\w)"
_KEYCAP = "[0-9#*]\ufe0f?\u20e3"  # 1️⃣
_ASCII = re.compile(_STAR)
_NARROW = re.compile(f"{_KEYCAP}|[{_PLAIN}]+|{_STAR}")
_ANY = re.compile(f"[{_PLAIN}{_BEYOND}*|_#]")
_WIDE = re.compile(f"{_KEYCAP}|[{_PLAIN}{_BEYOND}]+|{_STAR}")
SYMBOLS = re.compile(f"(?:{_KEYCAP}|[{_PLAIN}{_BEYOND}]|\\*)+ ?")
_TAGGED = re.compile(  # "#Moscow #talks The mayor ..."
    r"^[^\w\n#]{0,20}((?:#\w+[ \t]*)+)(?=[“\"«„]?[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ])", re.MULTILINE
)
_HANDLES = re.compile(  # "RT @news_desk: The mayor said ..."
    r"^[^\w\n@.]{0,4}(\.?(?:RT[ \t]+)?(?:@\w+[:,]?[ \t]+)+)"
    r"(?=[“\"«„]?[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ])(?!(?:Ret|T)weet(?:s|ed)\b|Sa(?:id|ys)\b|Wr(?:ites|ote)\b)",
    re.MULTILINE,
)
_NUMBER = re.compile(r"^[ \t]*(?:\(?(?:\d{1,2}|[a-z])[.)]|>+)[ \t]+(?=\S)", re.MULTILINE)
_STAMP = re.compile(  # "[Updated 10:47 p.m. ET] The mayor ..."
    r"^[ \t]*([\[(](?:last |first )?(?:update[ds]?|posted|published|correct(?:ed|ion))\b[^\[\]()\n]{0,60}[\])]:?[ \t]+)"
    r"(?=\S)",
    re.MULTILINE | re.IGNORECASE,
)
_CLOCK = re.compile(  # 12:30 The ministry said ...; 12:30 - Ann Lee: ...
    r"^[^\w\n\"“«„]{0,4}(\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: ?[|–—-])?[ \t]+)(?=[“\"«„]?[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ])",
    re.MULTILINE,
)
_ADDRESS = re.compile(r"https?://[^\s<>()\"“”«»]+[^\s<>()\"“”«».,:;!?](?:[ \t]+#\w+)*")  # with the hashtags behind it
_LAST_TAGS = re.compile(r"(?<=[\w.,:;!?)\"”»…])(?:[ \t]+#\w+){2,}[ \t]*$", re.MULTILINE)
_NOTE = re.compile(r"(?<=[\"”»’])(?:\[[^\[\]\n]{1,40}\])+|(?<=[.,;!?])(?:\[\d{1,3}\])+")  # "It is done,"[3] Lee said
_ENTITY = re.compile(r"&(?:amp;)?(?:[mn]dash|nbsp|#(?:8211|8212|160));")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,2000}>")
LINK_END = re.compile(r"\]\((?:https?:|www\.|/|#|t\.me|tg:|mailto:)[^()\n]{1,500}\)")
_LINK = re.compile(rf"\[(?=[^\[\]\n]{{1,500}}\]\([^()\n]{{1,500}}\))|{LINK_END.pattern}")
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]"
_NAMED_BY_TAG = re.compile(  # President Ann #Lund
    rf"(?<![\w.’'-])((?:{_CAPITAL}[\w.’'-]{{0,30}} ){{1,6}})#(?={_CAPITAL}\w)"
)
_BESIDE = frozenset(",)'’%")  # marks behind which a sentence can go on, besides letters and digits


class Unread(NamedTuple):
    """A stretch that is passed over; wall: whether it parts the words on its sides ("Talks failed 🔴 Lee said ...")."""

    start: int
    end: int
    wall: bool


def find_unread(text: str) -> list[Unread]:
    """Find the stretches of a text that its sentences are read without, in order, those that overlap joined."""
    found = [Unread(*match.span(), _parts(text, *match.span())) for match in _symbols(text)]
    if "#" in text:
        found += [Unread(*match.span(1), False) for match in _TAGGED.finditer(text)]
        found += [Unread(*match.span(), False) for match in _LAST_TAGS.finditer(text)]
    if "@" in text:
        found += [Unread(*match.span(1), False) for match in _HANDLES.finditer(text)]
    if "&" in text:
        found += [Unread(*match.span(), False) for match in _ENTITY.finditer(text)]
    if "[" in text or "(" in text:
        found += [Unread(*match.span(1), False) for match in _STAMP.finditer(text)]
    if "[" in text:
        found += [Unread(*match.span(), False) for match in _NOTE.finditer(text)]
    if "<" in text and ">" in text:
        found += [Unread(*match.span(), False) for match in _TAG.finditer(text)]
    if "://" in text:
        found += [Unread(*match.span(), False) for match in _ADDRESS.finditer(text)]
    if "](" in text:
        found += [Unread(*match.span(), False) for match in _LINK.finditer(text)]
    found += [Unread(*match.span(1), False) for match in _CLOCK.finditer(text)]
    found += [Unread(*match.span(), False) for match in _NUMBER.finditer(text)]
    return join_unread(found)


def join_unread(found: Iterable[Unread]) -> list[Unread]:
    """Put stretches in order and join those that touch."""
    joined: list[Unread] = []
    for one in sorted(found):
        if joined and one.start <= joined[-1].end:
            last = joined[-1]
            joined[-1] = Unread(last.start, max(last.end, one.end), last.wall and one.wall)
        else:
            joined.append(one)
    return joined


def mask_unread(text: str, unread: Iterable[Unread]) -> str:
    """Give a text of the same length with blanks for what it is read without, a full stop where that parts words."""
    if "#" in text:  # the blank goes to where no name is parted by it
        text = _NAMED_BY_TAG.sub(r" \1", text)
    parts, begin = [], 0
    for one in unread:
        width = one.end - one.start
        parts += [text[begin : one.start], "." + " " * (width - 1) if one.wall else " " * width]
        begin = one.end
    return "".join([*parts, text[begin:]]) if parts else text


def strip_symbols(name: str) -> str:
    """Strip the symbols from within a name and around it."""
    return name if name.isascii() and "*" not in name else SYMBOLS.sub("", name).strip()


def _symbols(text: str) -> Iterable[re.Match[str]]:
    """The symbols of a text; only one with a character beyond U+FFFF, of four bytes each, is searched for emoji."""
    if text.isascii():
        return _ASCII.finditer(text) if any(sign in text for sign in "*#_|") else ()
    first = _ANY.search(text)  # a class alone is looked for much faster than what it is part of
    if first is None:
        return ()
    return (_WIDE if sys.getsizeof(text) >= 4 * len(text) else _NARROW).finditer(text, max(0, first.start() - 2))


def _parts(text: str, start: int, end: int) -> bool:
    """Tell a symbol between two clauses from one at the head of a sentence, within a name or behind a word."""
    after = text[end : end + 40].lstrip(" ")
    if not after[:1].isupper() or text[start] in "#_*":
        return False
    before = text[max(0, start - 40) : start].rstrip(" ")
    beside = before[-1:].isalnum() or before[-1:] in _BESIDE
    return beside and bool(before) and before.rsplit(None, 1)[-1].lower() not in DETERMINERS
