"""Articles of LexisNexis and Nexis Uni out of the lines of an export: what is text, and what the fields say.

An article's head: outlet, date, edition, title, fields (older exports); title, outlet, date, fields (Nexis Uni).
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.texts.readers import exports
from analysis.texts.readers.exports import ExportArticle, ExportParagraph, group_paragraphs
from analysis.texts.readers.lexisnexis_fields import (
    CAPTIONED,
    END_MARK,
    JUNK_HEADINGS,
    MARKER,
    SURE_FIELDS,
    TAIL_HEADINGS,
    column_of_field,
    find_field,
    is_tail_field,
    opens_body,
)
from analysis.texts.readers.lines import PageLine

NEXIS = "LexisNexis"
HEAD = 40  # paragraphs within which an article's fields begin
TITLE_LENGTH = 600  # characters of a title with its subtitles
LABEL, MARK, TITLE = "field of the database", "number of the article in the export", "title, kept beside the text"

Paragraphs = Sequence[ExportParagraph]


def gather_nexis_articles(lines: list[PageLine], wrapped: bool = True) -> tuple[list[PageLine], list[ExportArticle]]:
    """Set the articles of an export apart: the lines before the first (a cover page), and the articles."""
    paragraphs = group_paragraphs(lines, wrapped)
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
        if _looks_like_head(paragraphs[at + 1 : min(stop, at + 15)]) or (next_one and not again and stop - at < 4):
            kept.append(at)
            before = (number, total)
    return kept


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
    tail = _find_tail(rest)
    _leave_tail(rest[tail:], article)
    rest = rest[:tail]
    at = _take_source(rest, article)
    _take_text(rest, _take_fields(rest, at, article), article)
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
    dates = [at for at, part in enumerate(rest[: body or HEAD]) if exports.opens_with_date(part.text)]
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
    tail = _find_tail(rest)
    _leave_tail(rest[tail:], article)
    _take_text(rest[:tail], _take_fields(rest[:tail], 0, article), article)
    return article


def _take_notice(paragraphs: Paragraphs, article: ExportArticle) -> bool:
    """Whether an error notice stands where an article should; it is left out then."""
    if len(paragraphs) > 4 or not any(exports.ERROR_NOTICE.search(part.text) for part in paragraphs):
        return False
    article.notice = " ".join(part.text for part in paragraphs)
    article.leave_out(paragraphs, exports.NOTICE)
    return True


def _take_source(paragraphs: Paragraphs, article: ExportArticle) -> int:
    """Take copyright, outlet, date and edition off the beginning; where the title begins."""
    at = _skip_rights(paragraphs, 0, article)
    heads = (
        place for place in range(at, min(at + 5, len(paragraphs))) if exports.opens_with_date(paragraphs[place].text)
    )
    date = next(heads, None)
    if date is None:
        if at + 1 < len(paragraphs) and len(paragraphs[at].text) < 100 and not find_field(paragraphs[at].text):
            article.known["outlet"] = paragraphs[at].text
            article.leave_out(paragraphs[at : at + 1], LABEL)
            at += 1
        return at
    if date > at:
        article.known["outlet"] = paragraphs[at].text.strip(" ,;")
    article.known |= exports.parse_export_date(paragraphs[date].text)
    stop = date + 1
    while stop < len(paragraphs) and _is_edition(paragraphs[stop]):
        stop += 1
    if stop > date + 1:
        article.known["edition"] = " ".join(part.text for part in paragraphs[date + 1 : stop])
    article.leave_out(paragraphs[at:stop], LABEL)
    return _skip_rights(paragraphs, stop, article)


def _is_edition(part: ExportParagraph) -> bool:
    """Whether a line under the date belongs to it: an edition, "Correction Appended"."""
    return (part.gap == 0 and len(part.text) < 60 and not find_field(part.text)) or bool(
        JUNK_HEADINGS.fullmatch(part.text)
    )


def _skip_rights(paragraphs: Paragraphs, at: int, article: ExportArticle) -> int:
    """Leave copyright lines out, with the lines that go on them."""
    while at < len(paragraphs) and exports.RIGHTS.match(paragraphs[at].text):
        stop = at + 1
        while (
            stop < len(paragraphs)
            and paragraphs[stop].gap == 0
            and not exports.RIGHTS_END.search(paragraphs[stop - 1].text)
            and not find_field(paragraphs[stop].text)
        ):
            stop += 1
        article.leave_out(paragraphs[at:stop], exports.COPYRIGHT)
        at = stop
    return at


def _take_fields(paragraphs: Paragraphs, at: int, article: ExportArticle) -> int:
    """Take the title and the fields of a head; where the text begins."""
    heads = [place for place in range(at, min(at + HEAD, len(paragraphs))) if _is_head(paragraphs[place])]
    first = next(iter(heads), None)
    named = paragraphs[at:first] if first is not None else []
    if first is None or sum(len(part.text) for part in named) > TITLE_LENGTH:
        return _take_lone_title(paragraphs, at, article)
    titles = [part for part in named if not JUNK_HEADINGS.fullmatch(part.text) and not exports.RIGHTS.match(part.text)]
    if titles and "title" not in article.known:
        article.known["title"] = " ".join(part.text for part in titles)
    article.leave_out(named, TITLE)
    at = first
    while at < len(paragraphs) and (_is_head(paragraphs[at]) or exports.RIGHTS.match(paragraphs[at].text)):
        _take_field(paragraphs[at], article)
        at += 1
        if opens_body(paragraphs[at - 1].text):
            break
    return at


def _is_head(part: ExportParagraph) -> bool:
    field = find_field(part.text)
    return opens_body(part.text) or (field is not None and column_of_field(field[0]) is not None)


def _take_lone_title(paragraphs: Paragraphs, at: int, article: ExportArticle) -> int:
    """Take the title of an article without any field: a short paragraph over others."""
    if "title" not in article.known and at + 1 < len(paragraphs) and len(paragraphs[at].text) < 200:
        article.known["title"] = paragraphs[at].text
        article.leave_out(paragraphs[at : at + 1], TITLE)
        return at + 1
    return at


def _take_field(part: ExportParagraph, article: ExportArticle) -> None:
    """Take a field of a head: what it says goes to its column; the text after "BODY:" stays."""
    field = find_field(part.text)
    if field is None or opens_body(part.text):
        label, rest = exports.cut_label(part, len(part.text.partition(":")[0]) + 1, LABEL)
        article.left_out.append(label)
        article.body += [rest] if rest else []
        return
    column, value = column_of_field(field[0]), field[1]
    if column == "words_stated":
        value = exports.count_stated(value)
    if column == "title" and article.known.get("title"):
        column = ""
    if column and value:
        article.known[column] = value
    article.leave_out([part], LABEL)


def _find_tail(paragraphs: Paragraphs) -> int:
    """Where the fields after a text begin: from there on stand only fields, captions and copyright lines."""
    tail, loose, headed = len(paragraphs), 0, False
    for at in range(len(paragraphs) - 1, -1, -1):
        part = paragraphs[at]
        field = find_field(part.text)
        heading = part.text.casefold() in TAIL_HEADINGS
        if opens_body(part.text) or (field and not is_tail_field(field[0])):
            break
        if exports.RIGHTS.match(part.text) and loose <= 2:
            tail, loose = at, 0
        elif heading or (field and not (headed and not _is_capital(part)) and _joins(part, field[0], loose)):
            tail, loose, headed = at, 0, headed or heading
        else:
            loose += 1
            if loose > 12 or (len(part.text) > 400 and tail == len(paragraphs)):
                break
    return tail


def _joins(part: ExportParagraph, name: str, loose: int) -> bool:
    """Whether a field is one of those after a text, with so many lines between it and the next one."""
    return not loose or name in CAPTIONED or (loose <= 2 and (name in SURE_FIELDS or _is_capital(part)))


def _is_capital(part: ExportParagraph) -> bool:
    return part.text.partition(":")[0].isupper()


def _leave_tail(paragraphs: Paragraphs, article: ExportArticle) -> None:
    """Leave the fields after a text out; they say its language, and what the head did not."""
    for part in paragraphs:
        field = find_field(part.text)
        named = field is not None and field[0] in ("language", "sprache", "langue", "taal", "idioma", "lingua")
        if named and (code := exports.language_of_name(field[1])):
            article.known["language"] = code
        rights = exports.RIGHTS.match(part.text) is not None
        article.leave_out([part], exports.COPYRIGHT if rights else LABEL)


def _take_text(paragraphs: Paragraphs, at: int, article: ExportArticle) -> None:
    article.body += paragraphs[at:]
