"""What exports of news databases share: paragraphs of wrapped lines, dates and counts beside other words, notices.

A reader of an export sets its articles apart (`ExportArticle`); a format gives them as a layout, a container as pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from analysis.texts.dates import ParsedDate, parse_dates
from analysis.texts.readers.lines import Layout, PageLine, Story
from analysis.texts.readers.page import Content, Note, Refused, SourcePage, Taken, Unreadable

COVER, COPYRIGHT, NOTICE = "cover page of the export", "copyright line", "error notice of the database"
WIDEST = 100  # characters of a line in text wrapped to a width
LONGEST_NAMED = 120  # characters of a line that says a date and an edition
NO_TEXT = "no text: the export has only its title and what the database says of it"
ERROR_NOTICE = re.compile(
    r"we are sorry,? but there is an error in this document|not possible to display (?:it|this document)"
    r"|this document (?:is|was) (?:currently |no longer )?(?:unavailable|not available)"
    r"|(?:the )?document you (?:have )?requested (?:is not available|could not be)"
    r"|dieses dokument kann (?:derzeit )?nicht angezeigt werden|ce document (?:n'est pas|ne peut pas être) affich",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"(?:copyright|copy|©|\(c\))\W{0,4}(?:(?:©|\(c\)|by)\W{0,3})?(?:19|20)\d\d\b|"
    r".{0,80}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"todos los derechos reservados|alle rechten voorbehouden|tutti i diritti riservati|todos os direitos reservados)",
    re.IGNORECASE,
)
RIGHTS_END = re.compile(r"(?:all rights reserved|rechte vorbehalten|droits réservés|rechten voorbehouden)\W*$", re.I)
_MONTH = r"[^\W\d_]{3,12}\.?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_FRAGMENT = re.compile(
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}\b"
    rf"|\d{{1,2}}(?:\.|er|st|nd|rd|th)? (?:de )?{_MONTH},? (?:de )?{_YEAR}\b"
    rf"|{_YEAR}-\d\d-\d\d|\d{{1,2}}([./])\d{{1,2}}\1{_YEAR}\b"
    rf"|{_YEAR} ?年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?日|{_MONTH},? {_YEAR}\b"
)
_WEEKDAY_BEFORE = re.compile(r"(?:[^\W\d_]{2,12}[.,]? |le |den |am )?", re.IGNORECASE)
_DUTCH = {"januari": "January", "februari": "February", "maart": "March", "mei": "May", "juni": "June", "juli": "July",
          "augustus": "August", "oktober": "October"}  # fmt: skip
_DUTCH_MONTH = re.compile(rf"\b(?:{'|'.join(_DUTCH)})\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:[.,' \xa0\u202f]\d{3})+\b|\d+")
_LANGUAGES = {
    "en": "english anglais englisch inglés ingles engels inglese английский 英語 英语 en",
    "de": "german deutsch allemand alemán aleman duits tedesco немецкий de",
    "fr": "french français francais französisch francés frans francese французский fr",
    "es": "spanish español espanol spanisch espagnol castellano spaans spagnolo испанский es",
    "nl": "dutch nederlands niederländisch néerlandais holandés nl",
    "it": "italian italiano italienisch italien italiaans it",
    "pt": "portuguese português portugiesisch portugais portugués portugees pt",
    "ru": "russian русский russisch russe ruso ru",
    "uk": "ukrainian українська ukrainisch ukrainien uk", "kk": "kazakh қазақ kasachisch kazakh kk",
    "pl": "polish polski polnisch polonais pl", "sv": "swedish svenska schwedisch suédois sv",
    "da": "danish dansk dänisch danois da", "no": "norwegian norsk norwegisch norvégien no",
    "fi": "finnish suomi finnisch finnois fi", "tr": "turkish türkçe türkisch turc tr",
    "ar": "arabic arabisch arabe árabe العربية ar", "zh": "chinese chinesisch chinois chino 中文 zh",
    "ja": "japanese japanisch japonais japonés 日本語 ja", "ko": "korean koreanisch coréen coreano ko",
}  # fmt: skip
_CODE_OF = {name: code for code, names in _LANGUAGES.items() for name in names.split()}


@dataclass
class ExportParagraph:
    """A paragraph of an export: its lines (later ones go on the first), its text in one line, blank lines before it."""

    lines: list[PageLine]
    text: str
    gap: int


@dataclass
class ExportArticle:
    """One article of an export.

    body: the paragraphs of its text; known: what the database says of it, by the names of documents' columns;
    left_out: the lines that are no text, each with its reason; notice: an error notice that stands instead of it.
    """

    body: list[ExportParagraph] = field(default_factory=list)
    known: dict[str, object] = field(default_factory=dict)
    left_out: list[PageLine] = field(default_factory=list)
    notice: str = ""

    def leave_out(self, paragraphs: Iterable[ExportParagraph], reason: str) -> None:
        """Leave paragraphs out of the text."""
        self.left_out += [line._replace(reason=reason) for part in paragraphs for line in part.lines]


def group_paragraphs(
    lines: Sequence[PageLine], wrapped: bool = True, opens: Callable[[str], object] | None = None
) -> list[ExportParagraph]:
    """Group lines into paragraphs: a line goes on the one before if that was full, so that no word more fitted on it.

    wrapped: False where every line is a paragraph, as in office documents. opens: whether a line begins a paragraph
    whatever stands before it.
    """
    width = _width_of(lines) if wrapped else 0
    paragraphs: list[ExportParagraph] = []
    for line in lines:
        before = paragraphs[-1].lines[-1] if paragraphs else None
        full = before and width and line.gap == 0 and len(before.text) + 1 + len(line.text.split(" ", 1)[0]) > width
        if before and (full or line.joined) and not (opens and opens(line.text)):
            paragraphs[-1].lines.append(line._replace(joined=True))
        else:
            gap = line.gap if width else max(line.gap, 1)
            paragraphs.append(ExportParagraph([line._replace(gap=gap)], line.text, line.gap))
    for paragraph in paragraphs:
        if len(paragraph.lines) > 1:
            paragraph.text = " ".join(line.text for line in paragraph.lines)
    return paragraphs


def _width_of(lines: Sequence[PageLine]) -> int:
    """The width to which lines are wrapped, but for one in 200; 0 if one in fifty is longer than a page is wide."""
    lengths = sorted(len(line.text) for line in lines)
    longer = sum(length > WIDEST for length in lengths)
    if not lengths or longer * 50 > len(lengths):
        return 0
    return lengths[-1 - max(longer, len(lengths) // 200)] if longer < len(lengths) else 0


def cut_label(paragraph: ExportParagraph, length: int, reason: str) -> tuple[PageLine, ExportParagraph | None]:
    """Cut the label off a paragraph ("Full text: ..."): the label, which is left out, and what stays, if anything."""
    first = paragraph.lines[0]
    rest = first.text[length:].lstrip()
    label = first.text[: len(first.text) - len(rest)].rstrip()
    cut = first._replace(end=first.start + len(label), text=label, reason=reason)
    lines = paragraph.lines[1:]
    if rest:
        lines = [first._replace(start=first.end - len(rest), text=rest, gap=max(first.gap, 1), joined=False), *lines]
    if not lines:
        return cut, None
    lines[0] = lines[0]._replace(joined=False)
    return cut, ExportParagraph(lines, " ".join(line.text for line in lines), paragraph.gap)


def find_export_date(text: str) -> ParsedDate | None:
    """The first date that a line of an export says, whatever stands around it; None if it says none."""
    fragments = (found[0] for found in _FRAGMENT.finditer(text[:300]))
    return next((date for part in (text, *fragments) if len(part) <= LONGEST_NAMED and (date := _parse(part))), None)


def opens_with_date(text: str) -> bool:
    """Whether a line begins with a date, after a weekday or nothing ("January 11, 2010 Monday Final Edition")."""
    if len(text) > LONGEST_NAMED:
        return False
    found = _FRAGMENT.match(text) or _FRAGMENT.match(text, _WEEKDAY_BEFORE.match(text).end())
    return bool(found) and _parse(found[0]) is not None


@lru_cache(maxsize=100_000)
def _parse(text: str) -> ParsedDate | None:
    return parse_dates([text])[0] or (
        parse_dates([_DUTCH_MONTH.sub(lambda found: _DUTCH[found[0].lower()], text)])[0]
        if _DUTCH_MONTH.search(text)
        else None
    )


def parse_export_date(text: str) -> dict[str, object]:
    """What a line says of the date, by the names of documents' columns; nothing if it says none."""
    date = find_export_date(text)
    return {"published": date.when, "published_precision": date.precision} if date else {}


def language_of_name(text: str) -> str | None:
    """The code of a language that is named in one ("GERMAN; DEUTSCH", "Français"); None if it is not known."""
    names = re.split(r"[;,/()\s]+", text.casefold())
    return next((_CODE_OF[name] for name in names if name in _CODE_OF), None)


def count_stated(text: str) -> int | None:
    """The number that a line states ("1,823 words", "1 285 Wörter"); None if it states none."""
    found = _NUMBER.search(text)
    return int(re.sub(r"\D", "", found[0])) if found and len(found[0]) < 12 else None


def lay_out_export(articles: list[ExportArticle], cover: list[PageLine], database: str) -> Layout:
    """Give the articles of an export in a text file as a layout; what has no text is left out and counted in a note.

    Where no article was found, all lines are one story: nothing is lost because a text looks like an export.
    """
    if not articles:
        return Layout([Story([line._replace(reason=None) for line in cover])] if cover else [])
    removed, stories, without = list(cover), [], 0
    for article in articles:
        removed += article.left_out
        kept = [line for part in article.body for line in part.lines]
        removed += [line for line in kept if line.reason]
        kept = [line for line in kept if not line.reason]
        without += not kept
        if kept:
            known = (
                article.known
                if len(articles) == 1
                else {"published": None, "published_precision": None} | article.known
            )
            stories.append(Story(kept, None, known))
    notices = sum(bool(article.notice) for article in articles)
    return Layout(stories, removed, None, list(_tell_left_out(articles, database, without - notices, notices)))


def split_export(articles: list[ExportArticle], content: Content, database: str, encoding: str = "") -> Iterator[Taken]:
    """Give the articles of an export in an office document or page as pages; raises Unreadable if there are none."""
    if not articles:
        raise Unreadable(
            f"no articles: it looks like an export of {database}, but no article is in it; export it again"
        )
    digits = max(2, len(str(len(articles))))
    for place, article in enumerate(articles, start=1):
        number = f"{place:0{digits}d}"
        source = f"{content.name}#article={number}"
        text = "\n\n".join(part.text for part in article.body if part.text)
        if article.notice or not text:
            yield Refused(source, f"{NOTICE}: {article.notice[:100]!r}" if article.notice else NO_TEXT)
        else:
            yield SourcePage(source, text, "story", article.known, encoding, content.size, number)
    for note in _tell_left_out(articles, database, 0, 0):
        yield Note(content.name, note)


def _tell_left_out(articles: list[ExportArticle], database: str, without: int, notices: int) -> Iterator[str]:
    yield f"export of {database}, articles: {len(articles):,}"
    undated = sum("published" not in article.known and bool(article.body) for article in articles)
    for count, what in (
        (without, "articles without a text"),
        (notices, "error notices"),
        (undated, "articles without a date"),
    ):
        if count:
            yield f"{what}: {count:,}"
