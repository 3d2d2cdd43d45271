"""Marks of markup that a text still has: of Markdown, of CSV and wire services (doubled marks), tags of HTML.

Only the marks go, each with its reason, and only where they are marks beyond doubt: a literal * _ & < in a text
(5 * 3, snake_case, f**k, AT&T, x < y) stays.
"""

from __future__ import annotations

import re

from analysis.texts.cleaning.layers import Edit
from analysis.texts.cleaning.tags import find_tags

MARK, ADDRESS, PICTURE = "Markdown mark", "link's address", "Markdown picture"
DOUBLED, CELL = "doubled quotation mark", "quotation mark of a table's cell"
_LINK = re.compile(
    r"(?P<picture>!)?\[(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]*\]){0,500})\]"
    r"\((?:https?://|www\.|t\.me/|tg:|mailto:|/|\#)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*(?: \"[^\"\n]*\")?\)"
)
_STARS = re.compile(r"(?<![*\\])\*\*\*?(?!\*)|\n[ \t]*\n")
_PARAGRAPH = r"(?!\n[ \t]*\n)"
LONGEST_BOLD = 1000  # characters
_UNDER = re.compile(rf"(?<![\w\\])(___?)(?=[^\s_])((?:{_PARAGRAPH}[^_]|(?<!_)_(?!_)){{1,1000}}?)(?<=[^\s_])(\1)(?!\w)")
_STRUCK = re.compile(r"(?<![\w~])(~~)(?=[^\s~])([^~\n]{1,500}?)(?<=\S)(~~)(?![\w~])")
_HIDDEN = re.compile(r"(?<![\w|])(\|\|)(?=[^\s|])([^|\n]{1,500}?)(?<=[^\s|])(\|\|)(?![\w|])")
_SLANTED = re.compile(
    r"(?<![^\s\"'“‘«(\[])(?P<m>[*_])(?=[^\W_])([^*_\n]{1,300}?)(?<=[\w.!?…\"'”’»)])(?P=m)(?![^\s.,;:!?…\"'”’»)\]—–-])"
)
_AT_START = re.compile(r"^(?:[ \t]*(?:>[ \t]?)*> (?=[^\s\d])|#{2,6}[ \t]+(?=\S)|#[ \t]+(?=[^\s\d]))", re.MULTILINE)
_ADDRESS_BEFORE = re.compile(r"(?:://|www\.|t\.me/|(?<!\S)[@#])[^\s)]*$")
_PAIRED = (("__", _UNDER), ("~~", _STRUCK), ("||", _HIDDEN))
_QUOTE = r"(?<![\w\"])(\"{2,3})(?=[^\s\"])([^\"\n]{1,2000}?)(?<=[^\s\"])(\"{2,3})(?![\w\"])"
_CSV = re.compile(_QUOTE)
_ANGLES = re.compile(r"(?<![<\w])(<<)(?=[^\s<>])([^<>\n]{1,2000}?)(?<=[^\s<>])(>>)(?![>\w])")
_WIRE = re.compile(r"(?<![\w'`])(``|'')(?=[^\s'`])((?:[^'`\n]|(?<!')'(?!')){1,2000}?)('')(?![\w'])")
_CELL = re.compile(
    r"^\"(?!\")(?=[^\n]*\"\")((?:[^\"\n]|\"\")*)(?<!\")\"(?!\")$|"
    r"^\"(?!\")(?=[^\n]*[\s(:]\"\"[^\s\"])((?:[^\"\n]|\"\")*)\"$|^\"(?=\"\"[^\"])((?:[^\"\n]|\"\")*)\"$",
    re.MULTILINE,
)
_IDENTIFIER = re.compile(r"__(?:[a-z0-9]+(?:_[a-z0-9]+)+__(?!\w)|[a-z]{2,20}__(?=[(=\[]|\.[a-z]))")
_DUNDER = re.compile(
    r"__(?:init|main|name|file|doc|all|str|repr|call|new|del|dict|class|module|import|version|author|future|slots|proto|"
    r"(?:get|set|del)(?:item|attr)?|len|iter|next|eq|hash|add|enter|exit|builtins|annotations|path|package)__"
)
_REFERENCE = re.compile(r"(?<=[\w).,;])\*(?=[\s.,;:)]|$)")


def find_markup(text: str) -> list[Edit]:
    """Find the marks that are no part of what is said: Markdown's, doubled quotation marks, tags."""
    edits: list[Edit] = []
    if "](" in text:
        edits += [edit for found in _LINK.finditer(text) for edit in _link(found)]
    if "*" in text and text.count("**") > 1:
        edits += _bold(text)
    for mark, pattern in _PAIRED:
        if mark[0] in text and text.count(mark) > 1:
            edits += [edit for found in pattern.finditer(text) if _is_outside(found) for edit in _ends(found)]
    if text.count("*") > 1 or text.count("_") > 1:
        edits += [edit for found in _SLANTED.finditer(text)
                  if _is_outside(found) and not _is_footnote(found) for edit in _around(found)]  # fmt: skip
    if ">" in text or "#" in text:
        edits += [Edit(*found.span(), "", MARK) for found in _AT_START.finditer(text)]
    if '"' in text and '""' in text:
        edits += _doubled(text)
    if "''" in text:
        edits += [edit for found in _WIRE.finditer(text) for edit in _wire(found)]
    if "<<" in text and ">>" in text:
        edits += [edit for found in _ANGLES.finditer(text) for edit in _angles(found)]
    if "<" in text and ">" in text:
        edits += find_tags(text)
    return _apart(edits)


def _link(found: re.Match[str]) -> list[Edit]:
    """[text](address): its text stays; of a picture nothing does."""
    if found["picture"]:
        return [Edit(*found.span(), "", PICTURE)]
    start, end = found.span("text")
    if start == end:
        return [Edit(*found.span(), "", ADDRESS)]
    return [Edit(found.start(), start, "", MARK), Edit(end, found.end(), "", ADDRESS)]


def _bold(text: str) -> list[Edit]:
    """**bold**, **with a blank **inside and** so**: of a paragraph's marks each first opens and each second closes.

    What stands in a word (f**k) or between blanks (2 ** 3) opens nothing; in a word it closes if nothing else does.
    """
    edits, opened, marks = [], None, list(_STARS.finditer(text))
    kinds = [None if mark[0][0] == "\n" else _stands(text, mark) for mark in marks]
    for number, (mark, kind) in enumerate(zip(marks, kinds, strict=True)):
        if kind is None or (opened and mark.start() - opened.end() > LONGEST_BOLD):
            opened = None
        if kind is None or not _is_outside(mark):
            continue
        if opened is None:
            opened = mark if kind == "edge" else None
        elif opened[0] == mark[0] and (kind != "word" or not _closes_later(kinds[number + 1 :])):
            if text[opened.end() : mark.start()].strip():
                edits += [Edit(*opened.span(), "", MARK), Edit(*mark.span(), "", MARK)]
            opened = None
    return edits


def _stands(text: str, mark: re.Match[str]) -> str:
    """Where a mark stands: in a "word", between "blanks", or at the "edge" of something."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if before.isalnum() and after.isalnum():
        return "word"
    return "blanks" if not before.strip() and not after.strip() else "edge"


def _closes_later(kinds: list[str | None]) -> bool:
    """Whether an odd number of marks at edges is left in the paragraph, so that one of them closes."""
    rest = kinds[: kinds.index(None)] if None in kinds else kinds
    return rest.count("edge") % 2 == 1


def _is_outside(found: re.Match[str]) -> bool:
    """Whether marks stand outside of an address or a name of code (__init__), whose marks are its own."""
    if found[0][:2] == "__" and (_DUNDER.match(found[0]) or _IDENTIFIER.match(found.string, found.start())):
        return False
    return not _ADDRESS_BEFORE.search(found.string, max(0, found.start() - 200), found.start())


def _is_footnote(found: re.Match[str]) -> bool:
    """Whether a star that begins a line belongs to one above it ("from 18*" ... "*proof of age*")."""
    text, start = found.string, found.start()
    if found["m"] != "*" or text[:start].rpartition("\n")[2].strip():
        return False
    above = [at.start() for at in _REFERENCE.finditer(text, max(0, start - 5_000), start)]
    closing = {other.end() - 1 for other in _SLANTED.finditer(text, max(0, start - 5_000), start)} if above else set()
    return any(at not in closing and text[at - 1] != "*" for at in above)


def _ends(found: re.Match[str]) -> list[Edit]:
    return [Edit(*found.span(1), "", MARK), Edit(*found.span(3), "", MARK)]


def _around(found: re.Match[str]) -> list[Edit]:
    return [Edit(found.start(), found.start() + 1, "", MARK), Edit(found.end() - 1, found.end(), "", MARK)]


def _doubled(text: str) -> list[Edit]:
    """The second of two marks that CSV has doubled, and the marks around a whole cell."""
    edits = []
    for found in _CELL.finditer(text):
        edits += [Edit(found.start(), found.start() + 1, "", CELL), Edit(found.end() - 1, found.end(), "", CELL)]
    taken = {edit.start for edit in edits}
    for found in _CSV.finditer(text):
        for start, end in (found.span(1), found.span(3)):
            places = [at for at in range(start, end) if at not in taken]
            edits += [Edit(at, at + 1, "", DOUBLED) for at in places[1:]]
    return edits


def _wire(found: re.Match[str]) -> list[Edit]:
    """``We are done,'' as wire services set quotation marks."""
    return [Edit(*found.span(1), "“", DOUBLED), Edit(*found.span(3), "”", DOUBLED)]


def _angles(found: re.Match[str]) -> list[Edit]:
    """<<Nous partons>> as those write guillemets whose keyboard has none."""
    return [Edit(*found.span(1), "«", DOUBLED), Edit(*found.span(3), "»", DOUBLED)]


def _apart(edits: list[Edit]) -> list[Edit]:
    """The edits in order, without those that begin inside another one."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
