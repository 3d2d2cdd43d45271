"""Articles of LexisNexis and Nexis Uni out of the lines of an export: what is text, and what the fields say.

An article's head: outlet, date, edition, title, fields (older exports); title, outlet, date, fields (Nexis Uni).
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.texts.readers import exports
from analysis.texts.readers.exports import ExportArticle, ExportParagraph, group_paragraphs
from analysis.texts.readers.layouts.lexisnexis_fields import (
    END_MARK,
    JUNK_HEADINGS,
    MARKER,
    SURE_FIELDS,
    column_of_field,
    find_field,
    is_heading,
    is_tail_field,
    opens_body,
)
from analysis.texts.readers.layouts.lexisnexis_parts import (
    HEAD,
    LABEL,
    TITLE,
    find_tail,
    find_text,
    find_title,
    mark_tail,
)
from analysis.texts.readers.lines import PageLine

NEXIS = "LexisNexis"
MARK = "number of the article in the export"

Paragraphs = Sequence[ExportParagraph]


def gather_nexis_articles(lines: list[PageLine], wrapped: bool = True) -> tuple[list[PageLine], list[ExportArticle]]:
    """Set the articles of an export apart: the lines before the first (a cover page), and the articles."""
    paragraphs = group_paragraphs(lines, wrapped, opens=is_heading)
    ends = [at for at, part in enumerate(paragraphs) if END_MARK.fullmatch(part.text)]
    starts = _find_markers(paragraphs)
    if ends and len(ends) >= len(starts):
        return _gather_late(paragraphs, ends)
    starts = starts or _find_heads(paragraphs) or [len(paragraphs)]
    stops = [*starts[1:], len(paragraphs)]
    stretches = [(start, stop) for start, stop in zip(starts, stops, strict=True) if start < stop]
    articles = [_make_early(paragraphs[start:stop]) for start, stop in stretches]
    return _as_cover(paragraphs[: starts[0]]), [_without_gaps(article) for article in articles]


def make_nexis_article(lines: list[PageLine]) -> ExportArticle:
    """The article of an older export that stands alone in these lines, a paragraph each."""
    paragraphs = group_paragraphs(lines, wrapped=False)
    return _without_gaps(_make_early(paragraphs)) if paragraphs else ExportArticle()


def _as_cover(paragraphs: Paragraphs) -> list[PageLine]:
    return [line._replace(reason=exports.COVER) for part in paragraphs for line in part.lines]


def _without_gaps(article: ExportArticle) -> ExportArticle:
    article.known = {column: value for column, value in article.known.items() if value not in ("", None)}
    return article


def _gather_late(paragraphs: Paragraphs, ends: list[int]) -> tuple[list[PageLine], list[ExportArticle]]:
    """Articles that each end with a mark; a last one that was cut off before its mark is one too, a last page not."""
    last, cover = paragraphs[ends[-1] + 1 :], []
    if not any(find_field(part.text) or opens_body(part.text) for part in last):
        cover, paragraphs = _as_cover(last), paragraphs[: ends[-1] + 1]
    starts = [0, *(end + 1 for end in ends)]
    stops = [*starts[1:], len(paragraphs)]
    stretches = [(start, stop) for start, stop in zip(starts, stops, strict=True) if start < stop]
    return cover, [_without_gaps(_make_late(paragraphs[start:stop], start == 0)) for start, stop in stretches]


def _find_markers(paragraphs: Paragraphs) -> list[int]:
    """Where "2 of 10 DOCUMENTS" opens an article: fields, a date or a notice follow, or it is the next number."""
    found = [(at, match) for at, part in enumerate(paragraphs) if (match := MARKER.fullmatch(part.text))]
    kept, before = [], (0, 0)
    for place, (at, match) in enumerate(found):
        stop = found[place + 1][0] if place + 1 < len(found) else len(paragraphs)
        number, total = (int(match[name] or match[name + "2"]) for name in ("number", "total"))
        next_one = number == before[0] + 1 and total == (before[1] or total)
        again = place + 1 < len(found) and found[place + 1][1][0].casefold() == match[0].casefold()
        alone = next_one and not again and (stop - at < 4 or _holds_tail(paragraphs[at + 1 : stop]))
        if _looks_like_head(paragraphs[at + 1 : min(stop, at + 15)]) or alone:
            kept.append(at)
            before = (number, total)
    return kept


def _holds_tail(paragraphs: Paragraphs) -> bool:
    fields = (find_field(part.text) for part in paragraphs)
    return any(field and field[0] in SURE_FIELDS for field in fields)


def _looks_like_head(paragraphs: Paragraphs) -> bool:
    """Whether paragraphs after a mark are those of an article's head, and not a text that quotes the mark."""
    if any(exports.ERROR_NOTICE.search(part.text[:300]) for part in paragraphs[:3]):
        return True
    if any(exports.opens_with_date(part.text) for part in paragraphs[:6]):
        return True
    fields = (find_field(part.text) for part in paragraphs)
    return any(field and column_of_field(field[0]) for field in fields)


def _find_heads(paragraphs: Paragraphs) -> list[int]:
    """Where articles begin that have no mark before them: after the fields that end the article before."""
    starts, after_tail, seen_length = [0], 0, False
    for at, part in enumerate(paragraphs):
        field = find_field(part.text)
        if exports.RIGHTS.match(part.text) or (field and is_tail_field(field[0]) and not column_of_field(field[0])):
            after_tail = at + 1
        elif field and column_of_field(field[0]) == "words_stated":
            if seen_length and after_tail > starts[-1]:
                starts.append(after_tail)
            seen_length = True
    return starts if seen_length else []


def _make_early(paragraphs: Paragraphs) -> ExportArticle:
    """An article of an older export: its mark, copyright, outlet, date, edition, title, fields, text, fields."""
    article = ExportArticle()
    marked = bool(MARKER.fullmatch(paragraphs[0].text))
    article.leave_out(paragraphs[:marked], MARK)
    rest = list(paragraphs[marked:])
    if _take_notice(rest, article):
        return article
    tail = find_tail(rest)
    mark_tail(rest[tail:], article)
    rest = rest[:tail]
    at = find_title(rest, article)
    _take_text(rest, find_text(rest, at, article), article)
    return article


def _make_late(paragraphs: Paragraphs, first: bool) -> ExportArticle:
    """An article of Nexis Uni: title, outlet, date, copyright, fields, "Body", text, "Classification", fields.

    first: a cover page may stand before the title.
    """
    article = ExportArticle()
    rest = [part for part in paragraphs if not END_MARK.fullmatch(part.text)]
    article.leave_out((part for part in paragraphs if END_MARK.fullmatch(part.text)), MARK)
    if _take_notice(rest[-4:] if first else rest, article):
        article.leave_out(rest[:-4] if first else [], exports.COVER)
        return article
    body = next((at for at, part in enumerate(rest) if opens_body(part.text)), None)
    lone = len(rest) < 2  # nothing stands beside it that a date could be the date of
    dates = [] if lone else [at for at, part in enumerate(rest[: body or HEAD]) if exports.opens_with_date(part.text)]
    at = max(dates[-1] if body else dates[0], 1) if dates else min(1, len(rest) - 1)
    begin = max(at - 2, 0) if first else 0
    article.leave_out(rest[:begin], exports.COVER)
    titles = [part for part in rest[begin : at - 1] if not JUNK_HEADINGS.fullmatch(part.text)] or list(rest[begin:1])
    article.known["title"] = " ".join(part.text for part in titles)
    if dates:
        article.known |= {"outlet": rest[at - 1].text.strip(" ,;"), **exports.parse_export_date(rest[at].text)}
    article.leave_out(rest[begin : at - 1] or rest[begin:1], TITLE)
    article.leave_out(rest[max(at - 1, begin + (at - 1 <= begin)) : at + bool(dates)], LABEL)
    rest = rest[at + bool(dates) :]
    tail = find_tail(rest)
    mark_tail(rest[tail:], article)
    _take_text(rest[:tail], find_text(rest[:tail], 0, article), article)
    return article


def _take_notice(paragraphs: Paragraphs, article: ExportArticle) -> bool:
    """Whether an error notice stands where an article should; it is left out then."""
    if len(paragraphs) > 4 or not any(exports.ERROR_NOTICE.search(part.text) for part in paragraphs):
        return False
    article.notice = " ".join(part.text for part in paragraphs)
    article.leave_out(paragraphs, exports.NOTICE)
    return True


def _take_text(paragraphs: Paragraphs, at: int, article: ExportArticle) -> None:
    """Take the text; lines that the database put into it ("Link to Image") are none."""
    for part in paragraphs[at:]:
        if JUNK_HEADINGS.fullmatch(part.text):
            article.leave_out([part], LABEL)
        else:
            article.body.append(part)
