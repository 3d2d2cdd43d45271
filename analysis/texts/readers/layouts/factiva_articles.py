"""Articles of Factiva out of the lines of an export, with codes of fields (HD, BY, WC ...) or without."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.texts.readers import exports
from analysis.texts.readers.exports import ExportArticle, ExportParagraph, group_paragraphs
from analysis.texts.readers.layouts.factiva_codes import (
    BYLINE,
    COLUMN_OF_CODE,
    DOCUMENT_ID,
    FURNITURE,
    RANK,
    SUMMARY,
    TEXT_CODES,
    TIME_LINE,
    WORD_COUNT,
    find_code,
)
from analysis.texts.readers.lines import PageLine

FACTIVA = "Factiva"
LABEL, TITLE, SUMMARISED = "field of the database", "title, kept beside the text", "search summary of the export"
HEAD = 14  # lines between the number of words and the text
_CODED = re.compile(r"\*{0,2}(?:HD|WC|PD|SN|LP|TD)\*{0,2}(?:\s|\||$)")
_RIGHTS = re.compile(r"(?:copyright|\(c\)|©)|.{0,80}(?:rights reserved|rechte vorbehalten|droits réservés)", re.I)

Paragraphs = Sequence[ExportParagraph]


def gather_factiva_articles(lines: list[PageLine], wrapped: bool = True) -> tuple[list[PageLine], list[ExportArticle]]:
    """Set the articles of an export apart: the lines that belong to none (page footers, a search summary), and them."""
    paragraphs = group_paragraphs(lines, wrapped, opens=_opens)
    left = [part for part in paragraphs if FURNITURE.fullmatch(part.text)]
    cover = [line._replace(reason=exports.COVER) for part in left for line in part.lines]
    paragraphs = [part for part in paragraphs if not FURNITURE.fullmatch(part.text)]
    coded = len({part.text[:2] for part in paragraphs if _CODED.match(part.text)}) >= 3
    more, articles = _gather_coded(paragraphs) if coded else _gather_plain(paragraphs)
    return cover + more, articles


def _opens(text: str) -> object:
    return _CODED.match(text) or find_code(text) or DOCUMENT_ID.fullmatch(text) or WORD_COUNT.fullmatch(text)


def _gather_coded(paragraphs: Paragraphs) -> tuple[list[PageLine], list[ExportArticle]]:
    """Articles with codes: each begins where the codes begin again."""
    cover, articles, code, fields = [], [], "", {}
    for part in paragraphs:
        found = find_code(part.text, code)
        if found and _begins_article(found[0], code, fields):
            articles.append(ExportArticle())
            fields = {}
            code = ""
        if not articles or (code == "AN" and fields.get("AN") and not found):
            cover += [line._replace(reason=SUMMARISED if articles else exports.COVER) for line in part.lines]
            continue
        code = found[0] if found else code
        _take_coded(part, found, code, fields, articles[-1])
    return cover, articles


def _begins_article(code: str, before: str, fields: dict[str, str]) -> bool:
    """Whether a code is the first of an article: one of a head after a text or an identifier, or a second title."""
    again = code == "HD" and "HD" in fields
    return not before or before == "AN" or again or RANK[code] < RANK["LP"] <= RANK[before]


def _take_coded(part: ExportParagraph, found: tuple | None, code: str, fields: dict, article: ExportArticle) -> None:
    """Take a paragraph of a field: to the text, or to what is known."""
    value = found[1] if found else part.text
    if code not in TEXT_CODES:
        article.leave_out([part], TITLE if code == "HD" else exports.COPYRIGHT if code == "CY" else LABEL)
        fields[code] = f"{fields.get(code, '')} {value}".strip()
        article.known |= _known_of(code, fields)
        return
    if found:
        start = part.text.index(value, len(code)) if value else len(part.text)
        label, part = exports.cut_label(part, start, LABEL)
        article.left_out.append(label)
    article.body += [part] if part else []


def _known_of(code: str, fields: dict[str, str]) -> dict[str, object]:
    """What a field says, by the names of documents' columns."""
    value = fields[code]
    if code in ("PD", "ET"):
        date, time = fields.get("PD", ""), fields.get("ET", "")
        return exports.parse_export_date(f"{date} {time}" if time else date) or exports.parse_export_date(date)
    column = COLUMN_OF_CODE.get(code)
    if not column or not value or (code == "CLM" and fields.get("SE")):
        return {}
    if code == "WC":
        return {column: exports.count_stated(value)}
    if code == "LA":
        return {column: exports.language_of_name(value)} if exports.language_of_name(value) else {}
    if code == "AN":
        found = DOCUMENT_ID.match(value)
        return {column: found["id"] if found else value}
    return {column: _strip_byline(value) if code == "BY" else value}


def _strip_byline(text: str) -> str:
    found = BYLINE.fullmatch(text)
    return found["names"].strip() if found else text


def make_coded_article(fields: dict[str, list[str]]) -> ExportArticle:
    """An article of a table of codes: the paragraphs of each field by its code."""
    article = ExportArticle()
    joined = {code: " ".join(parts) for code, parts in fields.items()}
    for code in joined:
        article.known |= _known_of(code, joined)
    article.body = [ExportParagraph([], text, 1) for code in TEXT_CODES for text in fields.get(code, [])]
    return article


def _gather_plain(paragraphs: Paragraphs) -> tuple[list[PageLine], list[ExportArticle]]:
    """Articles without codes: each ends with "Document" and its identifier."""
    ends = [at + 1 for at, part in enumerate(paragraphs) if DOCUMENT_ID.fullmatch(part.text)]
    cover, articles, starts = [], [], [0, *ends]
    for start, stop in zip(starts, [*ends, len(paragraphs)], strict=True):
        stretch = paragraphs[start:stop]
        count = next((at for at, part in enumerate(stretch) if WORD_COUNT.fullmatch(part.text)), None)
        if count is None or SUMMARY.fullmatch(stretch[0].text):
            cover += [line._replace(reason=SUMMARISED) for part in stretch for line in part.lines]
            continue
        begin = max(count - 3, 0) if start == 0 else 0
        cover += [line._replace(reason=exports.COVER) for part in stretch[:begin] for line in part.lines]
        articles.append(_make_plain(stretch[begin:], count - begin))
    return cover, articles


def _make_plain(stretch: Paragraphs, count: int) -> ExportArticle:
    """An article without codes: section, title, byline, number of words, date, outlet ..., copyright line, text."""
    article = ExportArticle(known=_names_of(stretch[:count]))
    stop = len(stretch)
    if DOCUMENT_ID.fullmatch(stretch[-1].text):
        stop -= 1
        article.known["database_id"] = DOCUMENT_ID.fullmatch(stretch[-1].text)["id"]
    known, length = parse_plain_head([part.text for part in stretch[count : min(count + HEAD, stop)]])
    article.known |= known
    for part in stretch[:count]:
        article.leave_out([part], TITLE if part.text in str(article.known.get("title")) else LABEL)
    article.leave_out(stretch[count : count + length], LABEL)
    article.leave_out(stretch[stop:], LABEL)
    article.body = list(stretch[count + length : stop])
    return article


def _names_of(parts: Paragraphs) -> dict[str, object]:
    """Section, title and byline, as they stand before the number of words."""
    known: dict[str, object] = {}
    lines = [part.text for part in parts]
    if len(lines) > 1 and (BYLINE.fullmatch(lines[-1]) or (_is_name(lines[-1]) and _stands_apart(parts))):
        known["author"] = _strip_byline(lines[-1])
        lines = lines[:-1]
    if len(lines) > 1 and len(lines[0].split()) <= 5:
        known["section"] = lines[0]
        lines = lines[1:]
    return known | ({"title": " ".join(lines)} if lines else {})


def _stands_apart(parts: Paragraphs) -> bool:
    """Whether a last line that may be a name is none of the title's.

    A blank line stands before it and none before the title, or the title is longer, or as long and under a section.
    """
    if parts[-1].gap and not any(part.gap for part in parts[1:-1]) and len(parts) > 2:
        return True
    title, name = len(parts[-2].text.split()), len(parts[-1].text.split())
    return title > name or (title == name and len(parts) > 2)


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in words) and not any(c.isdigit() for c in text)


def parse_plain_head(lines: list[str]) -> tuple[dict[str, object], int]:
    """What the lines from the number of words on say, and how many they are: up to the copyright line."""
    known: dict[str, object] = {"words_stated": exports.count_stated(lines[0])}
    at = 1
    if at < len(lines) and exports.opens_with_date(lines[at]):
        time = lines[at + 1] if at + 1 < len(lines) and TIME_LINE.fullmatch(lines[at + 1]) else ""
        known |= exports.parse_export_date(f"{lines[at]} {time}") or exports.parse_export_date(lines[at])
        at += 2 if time else 1
    if at < len(lines) and not _RIGHTS.match(lines[at]):
        known["outlet"] = lines[at]
        at += 1
    length = at
    for place in range(at, len(lines)):
        text = lines[place]
        if _RIGHTS.match(text):
            return known, place + 1
        if len(text) > 80:
            break
        code = exports.language_of_name(text) if len(text.split()) <= 3 else None
        if code:
            known["language"] = code
        if code or re.fullmatch(r"[A-Z0-9]{2,12}|[A-Z]{0,4}\d{1,5}", text):
            length = place + 1
    return known, length
