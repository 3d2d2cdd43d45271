"""Exports of ProQuest as text: records between rules of underscores, each with its fields ("Full text:", "Title:")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from analysis.texts.readers import exports
from analysis.texts.readers.exports import ExportArticle, ExportParagraph, group_paragraphs, lay_out_export
from analysis.texts.readers.exports_prose import is_framed
from analysis.texts.readers.lines import Layout, PageLine, find_line

FORMAT = "proquest"
KIND = "article"
PROQUEST = "ProQuest"

LABEL, TITLE, CAPTION = "field of the database", "title, kept beside the text", "caption"
FIELDS = {
    "full text": "text", "fulltext": "text", "texte intégral": "text", "volltext": "text",
    "texto completo": "text", "title": "title", "titre": "title", "titel": "title", "título": "title",
    "publication title": "outlet", "titre de la publication": "outlet", "titel der publikation": "outlet",
    "publikationstitel": "outlet", "título de publicación": "outlet", "título de la publicación": "outlet",
    "publication date": "published", "date de publication": "published", "publikationsdatum": "published",
    "fecha de publicación": "published", "publication info": "info", "publication year": "year", "author": "author",
    "auteur": "author", "autor": "author", "section": "section", "rubrique": "section", "sección": "section",
    "language of publication": "language", "langue de la publication": "language", "sprache": "language",
    "idioma de la publicación": "language", "language": "language", "country of publication": "country",
    "pays de publication": "country", "proquest document id": "database_id", "document url": "url",
    "id du document proquest": "database_id", "identifiant de document proquest": "database_id",
    "proquest-dokument-id": "database_id", "proquest-dokumenten-id": "database_id",
    "id del documento de proquest": "database_id", "id de documento de proquest": "database_id",
    "url du document": "url", "dokument-url": "url", "url del documento": "url",
    "documenturl": "url",
}  # fmt: skip


def _split_names(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.split("|"))


OTHER_FIELDS = _split_names(
    """
    abstract|abstract (summary)|links|subject|subjects|location|people|person|company / organization|company|
    business indexing term|identifier / keyword|identifiers / keywords|keywords|classification|publication subject|
    publisher|place of publication|source type|document type|copyright|last updated|database|
    issn|e-issn|eissn|isbn|volume|issue|pages|first page|page|number of pages|edition|series|dateline|document feature|
    source|source attribution|accession number|proquest id|doi|correspondence author|alternate title|subtitle|
    publication info|year|date|notes|note|graphic|illustration|image credit|database copyright|contact us at|
    corporate author|digital object identifier|document status|rights|résumé|sujet|éditeur|lieu de publication|
    zusammenfassung|thema|verlag|herausgeber|resumen|materia|editorial|lugar de publicación|
    type de source|type de document|année de publication|ville de publication|première page|pages|base de données|
    dernière mise à jour|personnes|société|quellentyp|dokumenttyp|dokumententyp|erscheinungsjahr|erscheinungsort|
    erscheinungsland|erste seite|seiten|datenbank|zuletzt aktualisiert|personen|ort|tipo de fuente|tipo de documento|
    año de publicación|país de publicación|primera página|páginas|base de datos|última actualización|personas|lugar"""
)
# headings of a record that stand without a colon, over its text or its fields
HEADINGS = _split_names(
    """
    details|abstract|abstract (english)|indexing (details)|indexing (document details)|document details|bibliography|
    links|détails|indexation (détails)|indexage (détails)|résumé|liens|indexierung (details)|
    indexierung (dokumentdetails)|zusammenfassung|verknüpfungen|detalles|indexación (detalles)|
    indización (detalles)|resumen|enlaces|dettagli|detalhes|proquest document link"""
)
_RULE = re.compile(r"_{30,}")
_NUMBER = re.compile(r"(?:documento?|dokument) \d{1,6} (?:of|de|von) \d{1,6}", re.IGNORECASE)
_FIELD = re.compile(r"(?P<name>[^\W\d_][^:\n]{1,40}?) ?:(?: |$)")
_BARE_TEXT = re.compile(r"(?:FULL ?TEXT|TEXTE INTÉGRAL|VOLLTEXT|TEXTO COMPLETO) (?=\S)")
_NO_TEXT = re.compile(
    r"(?:full ?text )?(?:not available|none available|unavailable|non disponible|nicht verfügbar)\W*", re.I
)
_CREDITED = re.compile(r"(?P<what>CREDIT|Credit|CAPTION|Caption|PHOTO|Photo|Illustration|ILLUSTRATION) ?: ")
_BYLINE = re.compile(r"(?:by|par|von|por) (?P<names>.{2,150})", re.IGNORECASE)
_RULE_LINE = re.compile(r"^[ \t]*_{30,}[ \t]*\r?$", re.MULTILINE)
_LINE = re.compile(r"\S[^\n]*")
_SIGNS = (
    re.compile(
        r"^[ \t]*(?:Full ?text|Texte intégral|Volltext|Texto completo)[ \t]*(?::|\r?$)|"
        r"^(?:FULL TEXT|TEXTE INTÉGRAL|VOLLTEXT|TEXTO COMPLETO) ",
        re.MULTILINE | re.IGNORECASE,
    ),
    re.compile(
        r"^(?:Publication title|Titre de la publication|Titel der Publikation|Publikationstitel|"
        r"Título de (?:la )?publicación)(?: ?:| ?\r?$)",
        re.MULTILINE,
    ),
    re.compile(
        r"^(?:ProQuest[ -]Dokument(?:en)?-ID|ProQuest (?:document )?ID|"
        r"I(?:D|dentifiant) (?:du|de|del) documento? (?:de )?ProQuest)"
        r"(?: ?: | ?\r?$)",
        re.MULTILINE | re.IGNORECASE,
    ),
    re.compile(
        r"^(?:Publication (?:date|year|info)|Date de publication|Publikationsdatum|Fecha de publicación)"
        r"(?: ?: | ?\r?$)",
        re.MULTILINE,
    ),
)


_PARTS_OF_SIGNS = ("ublication", "ublikation", "ublicación", "_" * 30)  # one of them is needed


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is an export of ProQuest: by its rules and the names of its fields."""
    if not any(part in text for part in _PARTS_OF_SIGNS):
        return 0.0
    signs = sum(find_line(pattern, text) is not None for pattern in _SIGNS)
    sure = signs >= 3 or (signs >= 2 and _RULE_LINE.search(text))
    return 0.95 if sure and _is_export_page(text) else 0.0


def _is_export_page(text: str) -> bool:
    """Whether the rules and fields hold over the whole page, and no article quotes them."""
    rules = [(found.start(), found.end(), "") for found in _RULE_LINE.finditer(text)]
    named = [
        (found.start(), found.end(), name) for found in _LINE.finditer(text) if (name := _name_of(found[0].strip()))
    ]
    marks = sorted([*rules, *named])
    texts = sum(FIELDS.get(name) == "text" for _, _, name in named)
    open_end = len(rules) > 1 or FIELDS.get(marks[-1][2]) == "text"
    return is_framed(text, marks[0][0], None if open_end else marks[-1][1], texts, not rules)


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the records of an export apart; of each its full text stays, all other fields are left out."""
    paragraphs = group_paragraphs(lines, opens=lambda text: _RULE.fullmatch(text) or _name_of(text))
    rules = [at for at, part in enumerate(paragraphs) if _RULE.fullmatch(part.text)]
    bounds = [0, *(at + 1 for at in rules), len(paragraphs) + 1]
    cover = [line._replace(reason=LABEL) for at in rules for line in paragraphs[at].lines]
    articles = []
    for start, stop in pairwise(bounds):
        record = paragraphs[start : stop - 1]
        if sum(_name_of(part.text) is not None for part in record) >= 2:
            articles.append(_make_record(record))
        else:
            cover += [line._replace(reason=exports.COVER) for part in record for line in part.lines]
    return lay_out_export(articles, cover, PROQUEST)


def _name_of(text: str) -> str | None:
    """The name of the field that a paragraph begins with, in small letters; None if it begins with none."""
    if found := _FIELD.match(text):
        name = found["name"].casefold()
        return name if name in FIELDS or name in OTHER_FIELDS else None
    if found := _BARE_TEXT.match(text):
        return found[0].strip().casefold()
    return text.casefold() if _is_bare(text) else None


def _is_bare(text: str) -> bool:
    """Whether a paragraph is a name alone, without a colon ("FULL TEXT", "DETAILS"); what it says follows."""
    if len(text) > 40 or not text[0].isupper():
        return False
    name = text.casefold()
    return name in FIELDS or name in OTHER_FIELDS or name in HEADINGS


def _value_of(text: str) -> str:
    """What a paragraph that begins with a field's name says."""
    return text.partition(":")[2].strip() if _FIELD.match(text) else ""


def _make_record(record: Sequence[ExportParagraph]) -> ExportArticle:
    """A record: title, address, fields, "Full text:" or "FULL TEXT", fields."""
    article, said, name = ExportArticle(), {}, ""
    for at, part in enumerate(record):
        found = _name_of(part.text)
        if FIELDS.get(name) == "text" and not (found and _ends_text(record, at)):
            _take_text(part, article)
            continue
        name = found or name
        if found and FIELDS.get(found) == "text":
            _open_text(part, article)
            continue
        value = _value_of(part.text) if found else part.text
        key = FIELDS.get(name, "") if name else "heading"
        if value and key and key not in said and not (key == "heading" and _NUMBER.fullmatch(value)):
            said[key] = value
        named = key in ("title", "heading") and said.get(key) == value
        article.leave_out([part], TITLE if named else LABEL)
    article.known = _known_of(said) | article.known
    return article


def _open_text(part: ExportParagraph, article: ExportArticle) -> None:
    """Cut the label off a text; the text that stands on its line stays."""
    found = _FIELD.match(part.text) or _BARE_TEXT.match(part.text)
    label, rest = exports.cut_label(part, found.end() if found else len(part.text), LABEL)
    article.left_out.append(label)
    if rest and _NO_TEXT.fullmatch(rest.text):
        article.leave_out([rest], LABEL)
    elif rest:
        _take_text(rest, article)


def _ends_text(record: Sequence[ExportParagraph], at: int) -> bool:
    """Whether a field after a text ends it: a blank line stands before it, and only fields come after it.

    A heading ("DETAILS") ends it if a field follows at once; a name without a colon if all fields after it have none,
    so that a heading in a text does not.
    """
    window = [part.text for part in record[at : at + 8]]
    bare = [_is_bare(text) for text in window]
    named = [_name_of(text) is not None for text in window]
    if record[at].gap == 0:
        return False
    if window[0].casefold() in HEADINGS:
        return all(named[1:3]) and len(named) > 1
    if not all(named[i] or bare[i - 1] for i in range(len(window))):
        return False
    return not bare[0] or (sum(bare) > 1 and bare == named)


def _take_text(part: ExportParagraph, article: ExportArticle) -> None:
    """Take a paragraph of the text; captions and credits are none, a credit names the author."""
    found = _CREDITED.match(part.text)
    if not found:
        article.body.append(ExportParagraph([part.lines[0]._replace(gap=1), *part.lines[1:]], part.text, part.gap))
        return
    credit = found["what"].casefold() == "credit"
    if credit:
        article.known.setdefault("author", part.text[found.end() :].strip())
    article.leave_out([part], LABEL if credit else CAPTION)


def _known_of(said: dict[str, str]) -> dict[str, object]:
    """What the fields say, by the names of documents' columns."""
    title = said.get("title") or said.get("heading")
    outlet = said.get("outlet") or said.get("info", "").partition("[")[0]
    author = _BYLINE.fullmatch(said.get("author", ""))
    known: dict[str, object] = {
        "title": title,
        "outlet": outlet.partition(";")[0].strip(" .") or None,
        "author": author["names"] if author else said.get("author"),
        "language": exports.language_of_name(said.get("language", "")),
        **{column: said.get(column) for column in ("section", "country", "database_id", "url")},
    }
    dates = (exports.parse_export_date(said.get(key, "")) for key in ("published", "info", "year"))
    known |= next((date for date in dates if date), {})
    if known["outlet"] and "outlet" not in said and exports.find_export_date(str(known["outlet"])):
        del known["outlet"]
    return {column: value for column, value in known.items() if value}
