"""Documents to sentences, each with its paragraph and its place, by NLTK's Punkt with abbreviations of our own.

Source of the method: Kiss & Strunk 2006, Unsupervised Multilingual Sentence Boundary Detection,
Computational Linguistics 32(4). Its parameters are not learned here but written down (abbreviations.yaml),
so that a sentence never depends on the rest of the corpus.
"""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path

import pandas as pd
import yaml
from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer

from analysis.tables import COLUMNS, check_table, make_table

ABBREVIATIONS = Path(__file__).with_name("abbreviations.yaml")
PARAGRAPH = re.compile(r"\n\s*\n")
_WORD = re.compile(r"\w")
_SMALL = "a-zß-öø-ÿа-яёіїєґ"
_GOES_ON = re.compile(rf"['\")\]]* *(?:[–—-]{{1,2}} *['\"]?[{_SMALL}]|[,;]|[{_SMALL}])")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)['\")\]]* +(?=['\"(]?[A-ZА-ЯЁ])")
_NUMBERED = re.compile(r"[^\w]*(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]")


class _Marks(PunktLanguageVars):
    sent_end_chars = (".", "?", "!")


@cache
def _tokenizer() -> PunktSentenceTokenizer:
    written = yaml.safe_load(ABBREVIATIONS.read_text("utf-8"))
    parameters = PunktParameters()
    parameters.abbrev_types = {
        form.rstrip(".").lower() for forms in written["abbreviations"].values() for form in forms.split()
    }
    parameters.sent_starters = set(written["sentence_starters"].split())
    return PunktSentenceTokenizer(parameters, lang_vars=_Marks())


def split_sentences(documents: pd.DataFrame) -> pd.DataFrame:
    """Split documents into sentences, paragraphs first, with exact places.

    documents: one row a document (doc_id, text), paragraphs between blank lines.
    Returns one row a sentence: sentence_id (doc_id:0001 ...), doc_id, paragraph (from 0), start, end
    (in the document's text), text; voice, speaker and quoted are NA. Every letter and digit of a document
    is in exactly one sentence; a paragraph without any ("***") gives none.
    Raises InputError if a column is missing or a doc_id repeats.
    """
    check_table(documents, "documents", ("doc_id", "text"))
    rows = []
    for doc_id, text in zip(documents["doc_id"], documents["text"], strict=True):
        number = 0
        for paragraph, start, end in _place_sentences(text):
            number += 1
            rows.append((f"{doc_id}:{number:04d}", doc_id, paragraph, start, end, text[start:end]))
    table = pd.DataFrame(rows, columns=list(COLUMNS["sentences"])[:6])
    return make_table("sentences", table.assign(quoted=math.nan))


def _place_sentences(text: str) -> list[tuple[int, int, int]]:
    """(paragraph, start, end) of each sentence of a text."""
    places = []
    for paragraph, (start, end) in enumerate(_paragraphs(text)):
        for begin, stop in _units(text, start, end):
            places += [(paragraph, a + begin, b + begin) for a, b in _spans(text[begin:stop])]
    return places


def _paragraphs(text: str) -> list[tuple[int, int]]:
    cuts = [(found.start(), found.end()) for found in PARAGRAPH.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return list(zip(starts, ends, strict=True))


def _units(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A paragraph cut at the line ends that are no mere wrapping: before list items and after short lines."""
    cuts, begin = [start], start
    while (at := text.find("\n", begin, end)) >= 0:
        if _ends_unit(text[cuts[-1] : at].rpartition("\n")[2], text[at + 1 : min(at + 40, end)]):
            cuts.append(at + 1)
        begin = at + 1
    return list(zip(cuts, [*cuts[1:], end], strict=True))


_LIST_ITEM = re.compile(r" *(?:[^\w\s\"'(\[]|\d{1,3}[.)] )")


def _ends_unit(line: str, following: str) -> bool:
    return bool(_LIST_ITEM.match(following)) or line.endswith(":") or (len(line) < 40 and following[:1].isupper())


def _spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of the sentences of a stretch of text, blanks around them left out."""
    joined: list[list[int]] = []
    for start, end in _pieces(text):
        if joined and _belongs_before(text, joined[-1], start, end):
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return [(start, end) for start, end in joined if _WORD.search(text, start, end)]


def _pieces(text: str) -> list[tuple[int, int]]:
    """What Punkt gives, cut further after an ellipsis that a capital follows."""
    pieces = []
    for start, end in _tokenizer().span_tokenize(text):
        cuts = [found.end() for found in _ELLIPSIS.finditer(text, start, end)]
        for begin, stop in zip([start, *cuts], [*cuts, end], strict=True):
            pieces.append((begin, begin + len(text[begin:stop].rstrip())))
    return pieces


def _belongs_before(text: str, before: list[int], start: int, end: int) -> bool:
    """Whether a piece goes on the one before: "he asked" after a question, a text after its number or bullet."""
    if _GOES_ON.match(text, start, end) or not _WORD.search(text, start, end):
        return True
    return _NUMBERED.fullmatch(text, *before) is not None or not _WORD.search(text, *before)
