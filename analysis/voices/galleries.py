"""Captions of a gallery that a page runs together: "... Hide Caption 3 of 9 Photos: The fair The fair – Lund left"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from analysis.people.lists import given_names

_CAPTION = re.compile(
    r"Hide Caption (?P<number>\d{1,3}) of (?P<most>\d{1,3})(?P<photos>(?: Photos:){0,2})(?: |(?=\n)|\Z)"
)
_TWICE = re.compile(r"(?P<title>[^–\n]{3,120}?) (?P=title) – ")
_LONGER = re.compile(r"(?:(?![.!?]\s)[^–\n]){3,160}? – ")  # Photos: Photos: The fair The fair, its end –
_NAMED = re.compile(r"\b(?P<given>[A-Z][a-z]+) [A-Z][\w’'-]*[a-z](?=['’]s\b|,| |$)")
LONGEST = 120  # characters of a gallery's title
FEW = 2  # words of a title, at least


def find_gallery_heads(text: str) -> list[tuple[int, int]]:
    """Find what parts the captions of a gallery: "Hide Caption 3 of 9 Photos: The fair", the title with it.

    A title stands twice before a dash, or opens all captions.
    """
    heads: list[tuple[int, int]] = []
    for gallery in _split_galleries(text):
        inner = [match.end() for match in gallery if match["photos"] and match["number"] != match["most"]]
        shared = _title_of([text[end : end + LONGEST] for end in inner])
        for match in gallery:
            twice = (_LONGER if match["photos"].count("P") > 1 else _TWICE).match(text, match.end())
            titled = len(shared) if match.end() in inner else 0
            heads.append((match.start(), twice.end() if twice else match.end() + titled))
    return heads


def _split_galleries(text: str) -> list[list[re.Match[str]]]:
    """Split what parts captions by the gallery in which they stand: the numbers of one go up."""
    galleries: list[list[re.Match[str]]] = []
    for match in _CAPTION.finditer(text) if "Hide Caption" in text else ():
        before = galleries[-1][-1] if galleries else None
        if before is None or int(match["number"]) <= int(before["number"]) or match["most"] != before["most"]:
            galleries.append([])
        galleries[-1].append(match)
    return galleries


def _title_of(captions: list[str]) -> str:
    """Give the title with which all captions of a gallery begin; "" if they share none."""
    alike = takewhile(lambda letters: len({*letters}) == 1, zip(*captions, strict=False)) if len(captions) > 1 else ()
    shared = "".join(letters[0] for letters in alike)
    shared = shared[: shared.rfind(" ") + 1]
    return shared if shared.count(" ") >= FEW else ""


def list_around_names(text: str, heads: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """List the stretches of heads but for the people whom they name in full: whose life the captions tell."""
    around = []
    for start, end in heads:
        done = start
        for named in _NAMED.finditer(text, start, end):
            if named["given"].lower() in given_names():
                around.append((done, named.start()))
                done = named.end()
        around.append((done, end))
    return around


def cut_at_heads(
    text: str, lines: Sequence[tuple[int, int]], heads: Sequence[tuple[int, int]]
) -> tuple[str, list[tuple[int, int]]]:
    """Cut lines into captions where their heads stand, which are blanks already, and put an end of line there."""
    cut: list[tuple[int, int]] = []
    for start, end in lines:
        here = start
        for begin, stop in heads:
            if start <= begin < end:
                cut.append((here, begin))
                here = stop
                text = f"{text[:begin]}\n{text[begin + 1 :]}"
        cut.append((here, end))
    return text, [(start, end) for start, end in cut if text[start:end].strip()]
