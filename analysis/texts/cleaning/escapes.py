"""Characters that a program has escaped and nobody put back: \\" and \\n of JSON, \\u2019, don\\'t of old databases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.texts.cleaning.layers import Edit

ESCAPED = "escaped as in code"
_MARK = re.compile(r"(?<!\\)\\(?=[\"'])")
_CODE = re.compile(r"(?<!\\)\\u(?:([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|([0-9a-fA-F]{4}))")
_LINE = re.compile(  # no C:\new and no \name: behind a stop or beside another end, and no small letter follows
    r"(?:(?<=[^\w:\\])|(?<=\\n)|(?=(?:\\r)?\\n\\[rn]))(?:\\r)?\\n(?![a-z{])"
)
FEWEST = 2  # of a kind, for one alone may be what a text is about


def find_escapes(text: str) -> list[Edit]:
    """Find what is escaped as in the strings of programs; lines' ends only where a line can end."""
    if "\\" not in text:
        return []
    edits = list(_codes(text))
    for pattern, put_in in ((_MARK, ""), (_LINE, "\n")):
        found = [Edit(*match.span(), put_in, ESCAPED) for match in pattern.finditer(text)]
        edits += found if len(found) >= FEWEST else []
    return sorted(edits)


def _codes(text: str) -> Iterator[Edit]:
    """The characters written by their codes, beyond those that every keyboard has."""
    for match in _CODE.finditer(text):
        high, low, code = match.groups()
        number = int(code, 16) if code else 0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00
        if number > 0x7F and (chr(number).isprintable() or number == 0xA0):
            yield Edit(*match.span(), chr(number), ESCAPED)
