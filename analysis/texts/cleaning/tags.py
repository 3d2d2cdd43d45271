"""Tags of HTML that a text still has, told from tags that it speaks of ("the tag <b> makes text bold").

Left over are pairs around text, breaks between letters, and p, br, div or a at a line's edge; where most tags of a text
are such, the others are too.
"""

from __future__ import annotations

import re

from analysis.texts.cleaning.layers import Edit

TAG = "HTML tag"
MOST = 20_000  # tags of a text that are paired; of more all go
_INLINE = "a|abbr|b|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|time|u"
_BLOCK = (
    "address|article|aside|blockquote|br|caption|center|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|img|li|"
    "main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_TAG = re.compile(
    rf"<(?P<close>/)?(?P<name>(?P<block>{_BLOCK})|{_INLINE})(?P<more>\s[^<>]{{0,1000}})?/?>", re.IGNORECASE
)
_EDGES = re.compile(rf"(?:{_BLOCK}|a)", re.IGNORECASE)
_VOID = {"br", "hr", "img"}
_QUOTES = "`\"'“”‘’«»"  # around a tag that is named
_SENTENCE_END = ".!?…:;,\"')”’»>"


def find_tags(text: str) -> list[Edit]:
    """Find the tags that are left over; a block's leaves a line's end behind."""
    tags = list(_TAG.finditer(text))
    if not tags:
        return []
    plain = set(range(len(tags))) if len(tags) > MOST else _find_pairs(tags) | _find_edges(tags)
    if 2 * len(plain) > len(tags):
        plain = set(range(len(tags)))
    plain -= {number for number, tag in enumerate(tags) if _is_named(tag)}
    return [Edit(*tag.span(), "\n" if tag["block"] else "", TAG) for number, tag in enumerate(tags) if number in plain]


def _is_named(tag: re.Match[str]) -> bool:
    """Whether quotation marks or backticks stand on both sides of a tag."""
    text = tag.string
    return text[tag.start() - 1 : tag.start()] in {*_QUOTES} and text[tag.end() : tag.end() + 1] in {*_QUOTES}


def _find_pairs(tags: list[re.Match[str]]) -> set[int]:
    """The tags that open and close around a text; "<b> and </b>" are two that are named."""
    opened: dict[str, list[int]] = {}
    pairs: set[int] = set()
    for number, tag in enumerate(tags):
        name = tag["name"].lower()
        if not tag["close"]:
            opened.setdefault(name, []).append(number)
        elif opened.get(name):
            start = opened[name].pop()
            begin, end = tags[start].end(), tag.start()
            if not (begin < end and tag.string[begin] == " " == tag.string[end - 1]):
                pairs |= {start, number}
    return pairs


def _find_edges(tags: list[re.Match[str]]) -> set[int]:
    """The breaks between letters, and the tags that begin or end a line, or stand beside such a one."""
    edges: set[int] = set()
    for number, tag in enumerate(tags):
        if not _EDGES.fullmatch(tag["name"]):
            continue
        before = tag.string[max(0, tag.start() - 80) : tag.start()].rpartition("\n")[2]
        after = tag.string[tag.end() : tag.end() + 80].partition("\n")[0]
        beside = number - 1 in edges and tags[number - 1].end() == tag.start()
        begins = (beside or not before.strip()) and not re.match(r" +[a-zа-я]", after)
        ends = not after.strip() and before.rstrip()[-1:] in {*_SENTENCE_END} and bool(before.strip())
        glued = tag["name"].lower() in _VOID and before[-1:].strip() and after[:1].isalnum()
        attributes = bool(tag["more"]) and tag["name"].lower() == "a"
        if begins or ends or glued or (attributes and not before[-1:].strip() and after[:1].isalnum()):
            edges.add(number)
    return edges
