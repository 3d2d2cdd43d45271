"""Files written for programs that are no export the suite knows: refused by name, or they would be articles.

XML of other kinds, vertical text of corpora, YAML and TeX. An article that quotes a tag or a command is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from analysis.texts.readers.containers import containers, recognise_container
from analysis.texts.readers.encodings import decode_text
from analysis.texts.readers.markup import BREAKS
from analysis.texts.readers.page import HEAD, Content, Settings, Taken, Unreadable
from analysis.texts.readers.tables.decoding import decode_head

CONTAINER = "markup of another kind"
REMEDY = "save the texts as plain text, one a file, or as a table (CSV, JSON Lines), one a row"
WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")  # with which XML in UTF-16 and UTF-32 begins
_PROLOG = re.compile(r"(?:\s|<\?[^>]*>|<!--.*?-->)*+(?:<!DOCTYPE\s+(?P<type>[\w:.-]+)(?:[^\[>]|\[.*?\]\s*(?=>))*>)?"
                     r"(?:\s|<\?[^>]*>|<!--.*?-->)*+(?:<(?P<root>[\w:.-]+)[^<>]*>)?", re.DOTALL)  # fmt: skip
_DECLARED = re.compile(r"\s*<\?xml\b[^>]*\?>")
_TAG = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?>")
_TEX = re.compile(r"(?:\s|%[^\n]*\n)*+\\(?:documentclass|documentstyle|begin\{document\}|input\{)")
_KEY = re.compile(r"(?P<indent> *)(?P<item>(?:- )*)[\"']?\w[\w .-]{0,40}[\"']?:(?:\s+(?P<value>\S.*))?$")
_HTML = {"html", "head", "body", *" ".join(BREAKS.values()).split()}


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is such markup; below every kind that knows its own elements."""
    text = decode_head(content)
    return 0.75 if text is not None and _name_markup(text.lstrip("\ufeff"), len(content.head) >= content.size) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Take XML in UTF-16 apart as the same in UTF-8; raises Unreadable with the name of any other."""
    if content.head.startswith(WIDE):
        same = _as_utf8(content)
        if (kind := recognise_container(same)) != CONTAINER:
            yield from containers()[kind].split_pages(same, settings)
            return
    name = _name_markup((decode_head(content) or "").lstrip("\ufeff"), len(content.head) >= content.size)
    raise Unreadable(f"{name}: {REMEDY}")


def _as_utf8(content: Content) -> Content:
    text, _ = decode_text(content.read())
    data = _DECLARED.sub("", text.removeprefix("\ufeff"), count=1).encode("utf-8", "replace")
    data = b'<?xml version="1.0" encoding="utf-8"?>' + data
    return replace(content, size=len(data), head=data[:HEAD], open=lambda: BytesIO(data))


def _name_markup(text: str, whole: bool) -> str:
    """What markup a text is, "" if it is none."""
    if _TEX.match(text):
        return "a TeX document"
    if text.lstrip().startswith("<"):
        return _name_xml(text.strip(), whole)
    return "YAML" if _is_yaml(text) else ""


def _name_xml(text: str, whole: bool) -> str:
    """The kind of XML, by its first element; "" for HTML and for prose that begins with a tag."""
    found = _PROLOG.match(text)
    declared = _DECLARED.match(text) is not None or bool(found["type"])
    root = found["root"] or found["type"] or ""
    if (found["type"] or root).lower() in _HTML or not (root or declared):
        return ""
    closes = text.endswith(">") if whole else len(_TAG.findall(text)) > 10
    if not declared and not (closes and f"</{root}>" in text) and not (closes and not whole):
        return ""
    lines = [line for line in text.splitlines()[:200] if line.strip() and not line.lstrip().startswith("<")]
    if lines and sum("\t" in line for line in lines) > 0.8 * len(lines):
        return f"vertical text, a word a line (its first element is <{root}>)"
    return f"XML of a kind that the suite does not know{f' (its first element is <{root}>)' if root else ''}"


def _is_yaml(text: str) -> bool:
    """Whether all lines are keys, items or go on from them, and keys stand within others or hold blocks of lines."""
    nested = keys = 0
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#") or line.rstrip() in ("---", "..."):
            continue
        if found := _KEY.match(line):
            keys += 1
            nested += len(found["indent"]) > 1 or (found["value"] or "")[:2] in ("|", ">", "|-", ">-", "|+", ">+")
        elif not line.startswith("  ") and not re.match(r" *- ", line):
            return False
    return keys > 1 and nested > 0
