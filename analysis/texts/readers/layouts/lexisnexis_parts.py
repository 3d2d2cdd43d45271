"""The parts of a LexisNexis article: source and date, title and fields before its text, fields after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.texts.readers import exports
from analysis.texts.readers.exports import ExportArticle, ExportParagraph
from analysis.texts.readers.layouts.lexisnexis_fields import (
    CAPTIONED,
    JUNK_HEADINGS,
    LANGUAGE_FIELDS,
    NOTE_HEADINGS,
    SURE_FIELDS,
    SURE_HEADS,
    TAIL_HEADINGS,
    column_of_field,
    find_field,
    is_tail_field,
    opens_body,
)

HEAD = 40  # paragraphs within which an article's fields begin
NOTED = 3  # paragraphs of a note under its heading
HEAD_VALUE = 100  # characters that a field says which stands in a head and commonly after the text
TITLE_LENGTH = 600  # characters of a title with its subtitles
_EDITION = re.compile(
    r"[\w .,'-]{0,40}\b(?:edition|ausgabe|édition|edición|edizione|editie)(?: [-–] \w+)?", re.IGNORECASE
)
LABEL, TITLE = "field of the database", "title, kept beside the text"

Paragraphs = Sequence[ExportParagraph]


def find_title(paragraphs: Paragraphs, article: ExportArticle) -> int:
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
    while stop < len(paragraphs) and _is_edition(paragraphs[stop], paragraphs[stop + 1 : stop + 2]):
        stop += 1
    if stop > date + 1:
        article.known["edition"] = " ".join(part.text for part in paragraphs[date + 1 : stop])
    article.leave_out(paragraphs[at:stop], LABEL)
    return _skip_rights(paragraphs, stop, article)


def _is_edition(part: ExportParagraph, following: Paragraphs) -> bool:
    """Whether a line under the date belongs to it: an edition, "Correction Appended".

    One that a blank line parts from the date says that it is an edition, and a title follows.
    """
    apart = _EDITION.fullmatch(part.text) and any(not find_field(other.text) for other in following)
    return (part.gap == 0 and len(part.text) < 60 and not find_field(part.text)) or bool(
        JUNK_HEADINGS.fullmatch(part.text) or apart
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


def find_text(paragraphs: Paragraphs, at: int, article: ExportArticle) -> int:
    """Take the title and the fields of a head; where the text begins."""
    heads = (place for place in range(at, min(at + HEAD, len(paragraphs))) if _is_head(paragraphs[place]))
    first = next((place for place in heads if place > at or _is_no_title(paragraphs[place])), None)
    named = paragraphs[at:first] if first is not None else []
    if first is None or sum(len(part.text) for part in named) > TITLE_LENGTH:
        return _take_lone_title(paragraphs, at, article)
    titles = [part for part in named if not JUNK_HEADINGS.fullmatch(part.text) and not exports.RIGHTS.match(part.text)]
    if titles and "title" not in article.known:
        article.known["title"] = " ".join(part.text for part in titles)
    article.leave_out(named, TITLE)
    return _take_run(paragraphs, first, article)


def _take_run(paragraphs: Paragraphs, at: int, article: ExportArticle) -> int:
    """Take fields one under another, with the lines that go on them, and copyright lines; where they end."""
    column, unsaid = "", False
    while at < len(paragraphs):
        part = paragraphs[at]
        if unsaid and not find_field(part.text) and len(part.text) <= HEAD_VALUE:  # what the field over it says
            _take_value(column, part.text, article)
            article.leave_out([part], LABEL)
            unsaid = False
        elif _is_head(part):
            column = _take_field(part, article)
            unsaid = part.text.rstrip().endswith(":") and not opens_body(part.text)
        elif _is_short_field(part):
            mark_tail([part], article)
            column = ""
        elif exports.RIGHTS.match(part.text) or (part.lines[0].gap == 0 and column != "words_stated"):
            article.leave_out([part], LABEL)
            if column in ("author", "section"):
                article.known[column] = f"{article.known.get(column, '')} {part.text}".strip()
        else:
            break
        at += 1
        if opens_body(part.text):
            break
    return at


def _is_head(part: ExportParagraph) -> bool:
    field = find_field(part.text)
    return opens_body(part.text) or (field is not None and column_of_field(field[0]) is not None)


def _is_short_field(part: ExportParagraph) -> bool:
    """Whether a paragraph is a field of any kind that says little, as those among the fields of a head do."""
    field = find_field(part.text)
    return field is not None and len(field[1]) <= HEAD_VALUE and not opens_body(part.text)


def _is_no_title(part: ExportParagraph) -> bool:
    """Whether a field right under the date is one, and no title such as "CORRECTION: the bridge"."""
    field = find_field(part.text)
    return field is None or field[0] in SURE_HEADS or bool(column_of_field(field[0])) or opens_body(part.text)


def _take_lone_title(paragraphs: Paragraphs, at: int, article: ExportArticle) -> int:
    """Take the title of an article without any field: a short paragraph over others."""
    if "title" not in article.known and at + 1 < len(paragraphs) and len(paragraphs[at].text) < 200:
        article.known["title"] = paragraphs[at].text
        article.leave_out(paragraphs[at : at + 1], TITLE)
        return at + 1
    return at


def _take_field(part: ExportParagraph, article: ExportArticle) -> str:
    """Take a field of a head: what it says goes to its column, which is given back; the text after "BODY:" stays."""
    field = find_field(part.text)
    if field is None or opens_body(part.text):
        label, rest = exports.cut_label(part, len(part.text.partition(":")[0]) + 1, LABEL)
        article.left_out.append(label)
        article.body += [rest] if rest else []
        return ""
    column = column_of_field(field[0]) or ""
    _take_value(column, field[1], article)
    article.leave_out([part], LABEL)
    return column


def _take_value(column: str, value: str, article: ExportArticle) -> None:
    """Take what a field says for its column; a title that is known stays."""
    said = exports.count_stated(value) if column == "words_stated" else value
    if column and said and not (column == "title" and article.known.get("title")):
        article.known[column] = said


def find_tail(paragraphs: Paragraphs) -> int:
    """Where the fields after a text begin: from there on stand only fields, captions and copyright lines."""
    tail, loose, headed = len(paragraphs), 0, False
    for at in range(len(paragraphs) - 1, -1, -1):
        part = paragraphs[at]
        field = find_field(part.text)
        noted = headed and loose <= NOTED and _heads_notes(paragraphs, at, tail)
        heading = part.text.casefold() in TAIL_HEADINGS or noted
        if opens_body(part.text) or (field and not is_tail_field(field[0])):
            break
        if field and loose and _stands_in_head(paragraphs, at):
            break
        if exports.RIGHTS.match(part.text) and loose <= 2:
            tail, loose = at, 0
        elif heading or (
            field
            and not (headed and not _is_capital(part))
            and _joins(part, field[0], loose, at + 1 < tail < len(paragraphs) and paragraphs[at + 1].gap > 0)
        ):
            tail, loose, headed = at, 0, headed or heading
        else:
            loose += 1
            if loose > 12 or (len(part.text) > 400 and tail == len(paragraphs)):
                break
    return tail


def _heads_notes(paragraphs: Paragraphs, at: int, tail: int) -> bool:
    """Whether a paragraph is a heading such as "Notes", and the fields after it have not that heading, too."""
    text = paragraphs[at].text
    return text.casefold() in NOTE_HEADINGS and all(other.text != text for other in paragraphs[tail:])


def _stands_in_head(paragraphs: Paragraphs, at: int) -> bool:
    """Whether a field stands right under one that only heads have ("LENGTH"), but for fields and the lines on them."""
    if not (_is_head(paragraphs[at]) or _is_short_field(paragraphs[at])):
        return False
    for part in reversed(paragraphs[max(at - HEAD, 0) : at]):
        field = find_field(part.text)
        if field and not is_tail_field(field[0]):
            return True
        if not (field or part.gap == 0 or exports.RIGHTS.match(part.text)):
            return False
    return False


def _joins(part: ExportParagraph, name: str, loose: int, parted: bool) -> bool:
    """Whether a field is one of those after a text, with so many lines between it and the next one.

    parted: whether a blank line parts it from those lines, so that they do not go on it.
    """
    if not loose or name in CAPTIONED:
        return True
    return loose <= 2 and not parted and (name in SURE_FIELDS or _is_capital(part))


def _is_capital(part: ExportParagraph) -> bool:
    return part.text.partition(":")[0].isupper()


def mark_tail(paragraphs: Paragraphs, article: ExportArticle) -> None:
    """Leave the fields after a text out; they say its language, and what the head did not."""
    for part in paragraphs:
        field = find_field(part.text)
        named = field is not None and field[0] in LANGUAGE_FIELDS
        if named and (code := exports.language_of_name(field[1])):
            article.known["language"] = code
        rights = exports.RIGHTS.match(part.text) is not None
        article.leave_out([part], exports.COPYRIGHT if rights else LABEL)
