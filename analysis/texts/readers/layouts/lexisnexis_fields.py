"""The fields of LexisNexis and Nexis Uni exports, by their names in the interface's languages."""

from __future__ import annotations

import re


def _as_set(names: str) -> frozenset[str]:
    return frozenset(names.split())


# what a field of an article's head says -> its names; those that no column holds are left out with their name
HEAD_FIELDS = {
    "author": "byline auteur auteurs autor autoren author authors door reporter anchors",
    "section": "section rubrik rubrique rubriek sección seccion sezione secção",
    "words_stated": "length länge laenge longueur lengte longitud extensión extension lunghezza umfang comprimento",
    "title": "headline überschrift schlagzeile titre titel titular título titulo kop titolo",
    "": "highlight series serie reeks dateline datum-zeile encart insert samenvatting summary column lead"
    " correction-appended correction guests hosts host editor-note editor's-note notes distribution",
}
BODY_FIELDS = _as_set("body volltext corps texte volledige-tekst cuerpo texto testo tekst")
TAIL_FIELDS = _as_set(
    "load-date update mise-a-jour date-chargement language sprache langue taal idioma lingua publication-type"
    " type-publication publicationtype doc-type document-type journal-code zeitungs-code code-journal journal-subject"
    " pub-type type subject sujet thema schlagwörter subjects company société societe unternehmen organization"
    " organisation organism ticker stock-symbol symbole-boursier industry branche secteur-activite activity-sector"
    " geographic geografie geographie localisation-geo geo-localization city state country stadt land pays"
    " state-province person personne people distribution graphic grafik graphique graphiques illustration photo"
    " acc-no accession-no"
    " fact url website jahrgang series correction correction-date copyright notes note enhancement issn isbn volume"
    " issue transcript-type program show product category categories terms subject-code source-type pub-code load_date"
    " bearbeitungsdatum publikationstyp publicatie-type laaddatum classification classificatie klassifikation"
    " links postal-code author-note dateline contributors disclaimer tag tags etat"
)
# fields of Nexis Uni, which are not in capitals; others ("Correction: ...") may open a title or a paragraph
LATE_FIELDS = _as_set(
    "byline auteur autor autoren anchors section rubrik rubrique rubriek sección length länge longueur lengte longitud"
    " headline highlight dateline load-date language sprache langue taal idioma publication-type journal-code subject"
    " sujet company société organization organisation ticker industry branche geographic geografie geographie person"
    " personne people transcript-type acc-no update series body volltext corps graphic url"
)
SURE_FIELDS = _as_set(
    "load-date language sprache langue publication-type journal-code zeitungs-code acc-no type-publication"
)
# fields of a head that fill no column and begin no title
SURE_HEADS = _as_set("highlight dateline series encart insert distribution")
# fields after which lines of their own may follow: captions, corrections
CAPTIONED = _as_set("graphic grafik graphique graphiques illustration photo correction notes copyright")
BODY_HEADINGS = {
    "body", "corps", "volltext", "vollständiger text", "text", "texte", "cuerpo", "texto", "volledige tekst", "tekst",
    "corpo", "testo", "body text",
}  # fmt: skip
TAIL_HEADINGS = {
    "classification", "graphic", "graphics", "klassifikation", "klassifizierung", "grafik", "graphique", "classement",
    "clasificación", "clasificacion", "gráfico", "grafiek", "classificatie",
}  # fmt: skip
JUNK_HEADINGS = re.compile(
    r"(?:link (?:to|zum) (?:the )?(?:image|pdf|original|pdf-dokument).*|lien vers .*|correction appended\.?|"
    r"see correction|find more like this|bottom of form|top of form|page \d+(?: of \d+)?)",
    re.IGNORECASE,
)
MARKER = re.compile(
    r"(?:focus - )?(?P<number>\d{1,6}) (?:of|von|de|van|sur) (?P<total>\d{1,6}) "
    r"(?:documents?|dokumente?n?|documenten|documentos?)"
    r"|(?:dokument|document|documento) (?P<number2>\d{1,6}) (?:of|von|de|van|sur) (?P<total2>\d{1,6})",
    re.IGNORECASE,
)
END_MARK = re.compile(
    r"(?:end of document|ende (?:des )?dokuments?|fin (?:du|de) document|einde van (?:het )?document|"
    r"fin del documento|fim do documento|fine del documento)",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?P<name>[^\W\d_][\w/&'. -]{1,30}?) ?:(?= |$)")
_AFTER_HEAD = TAIL_FIELDS | BODY_FIELDS
_KIND_OF_HEAD = {name: kind for kind, names in HEAD_FIELDS.items() for name in names.split()}


def find_field(text: str) -> tuple[str, str] | None:
    """The name (folded) of the field that a paragraph is, and what it says; None if it is none."""
    if not (found := _FIELD.match(text)):
        return None
    name = found["name"].casefold().replace(" ", "-")
    if name not in _KIND_OF_HEAD and name not in _AFTER_HEAD:
        return None
    if name not in LATE_FIELDS and not found["name"].isupper():
        return None
    return name, text[found.end() :].strip()


def column_of_field(name: str) -> str | None:
    """Which column a field of an article's head fills, "" for none; None if it is no field of a head."""
    return _KIND_OF_HEAD.get(name)


def is_tail_field(name: str) -> bool:
    """Whether a field stands after an article's text."""
    return name in TAIL_FIELDS


def opens_body(text: str) -> bool:
    """Whether a paragraph is the label or heading that a text stands under ("BODY:", "Body")."""
    field = find_field(text)
    return text.casefold().rstrip(":") in BODY_HEADINGS or (field is not None and field[0] in BODY_FIELDS)
