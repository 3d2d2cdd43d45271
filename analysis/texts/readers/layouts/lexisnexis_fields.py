"""The fields of LexisNexis and Nexis Uni exports, by their names in the interface's languages."""

from __future__ import annotations

import re


def _as_set(names: str) -> frozenset[str]:
    return frozenset(names.split())


# what a field of an article's head says -> its names; those that no column holds are left out with their name
HEAD_FIELDS = {
    "author": "byline auteur auteurs autor autora autores autoren author authors verfasser autore autori door reporter"
    " redacteur anchors",
    "section": "section rubrik ressort rubrique rubriek katern sección seccion sezione secção seção",
    "words_stated": "length länge laenge longueur lengte longitud extensión extension lunghezza umfang"
    " comprimento extensão",
    "title": "headline überschrift schlagzeile titre titel titular título titulo kop titolo manchete",
    "": "highlight series serie reeks dateline datum-zeile encart insert samenvatting summary column lead"
    " chapeau sous-titre surtitre accroche untertitel dachzeile vorspann ondertitel inleiding entradilla subtítulo"
    " antetítulo resumen sumario sottotitolo occhiello datum-plaats"
    " correction-appended correction guests hosts host editor-note editor's-note notes distribution",
}
BODY_FIELDS = _as_set("body volltext corps texte volledige-tekst cuerpo texto testo tekst")
# when an article was loaded, what kind it is and of which paper: no text begins with these names
LOADED = (
    "load-date load_date update mise-a-jour mise-à-jour date-chargement date-de-chargement date-de-mise-à-jour"
    " lade-datum ladedatum aktualisierung laad-datum laaddatum laad-date fecha-carga fecha-de-carga"
    " fecha-de-actualización data-caricamento data-di-caricamento data-de-carregamento data-carregamento"
)
TYPES = (
    "publication-type publicationtype pub-type type-publication type-de-publication publikationstyp publikations-art"
    " publikationsart publicatie-type publicatietype soort-publicatie tipo-de-publicación tipo-de-publicacion"
    " tipo-publicación tipo-publicacion tipo-di-pubblicazione tipo-pubblicazione tipo-de-publicação"
    " journal-code zeitungs-code zeitungscode code-journal code-du-journal code-revue tijdschrift-code krant-code"
    " krantcode código-publicación código-de-publicación código-de-la-revista codice-testata doc-type document-type"
    " dokumententyp type-de-document tipo-de-documento documenttype"
)
LANGUAGES = "language sprache langue taal idioma lengua lingua língua"
TAIL_FIELDS = _as_set(
    f"{LOADED} {TYPES} {LANGUAGES} journal-subject"
    " type subject sujet thema schlagwörter subjects company société societe unternehmen organization"
    " organisation organism ticker stock-symbol symbole-boursier industry branche secteur-activite activity-sector"
    " geographic geografie geographie localisation-geo geo-localization city state country stadt land pays"
    " state-province person personne people distribution graphic grafik graphique graphiques illustration photo"
    " acc-no accession-no"
    " fact url website jahrgang series correction correction-date copyright notes note enhancement issn isbn volume"
    " issue transcript-type program show product category categories terms subject-code source-type pub-code"
    " bearbeitungsdatum classification classificatie klassifikation"
    " links postal-code author-note dateline contributors disclaimer tag tags etat"
    " firma firmen personen ort region abbildung bild foto fotos hinweis anmerkung korrektur"
    " sujets entreprise entreprises personnes ville région industrie secteur illustrations photos légende remarque"
    " onderwerp onderwerpen bedrijf bedrijven organisatie persoon personen-namen plaats regio afbeelding rectificatie"
    " materia materias asunto tema temas empresa empresas compañía organización persona personas ciudad país estado"
    " industria sector gráfico gráficos ilustración fotografía corrección nota notas"
    " argomento argomenti società azienda organizzazione città paese grafico fotografia correzione"
    " assunto assuntos organização pessoa cidade setor correção"
)
# fields of Nexis Uni, which are not in capitals; others ("Correction: ...") may open a title or a paragraph
LATE_FIELDS = _as_set(
    "byline auteur autor autoren anchors section rubrik rubrique rubriek sección length länge longueur lengte longitud"
    " headline highlight dateline load-date language sprache langue taal idioma publication-type journal-code subject"
    " sujet company société organization organisation ticker industry branche geographic geografie geographie person"
    " personne people transcript-type acc-no update series body volltext corps graphic url"
    f" {LOADED} {TYPES}"
) - _as_set("document-type doc-type dokumententyp tipo-de-documento")  # of ProQuest, too
SURE_FIELDS = _as_set(f"{LOADED} {TYPES} {LANGUAGES} acc-no") - _as_set("update type")
LANGUAGE_FIELDS = _as_set(LANGUAGES)
# fields of a head that fill no column and begin no title
SURE_HEADS = _as_set("highlight dateline series encart insert distribution")
# fields after which lines of their own may follow: captions, corrections
CAPTIONED = _as_set(
    "graphic grafik graphique graphiques illustration illustrations photo photos légende abbildung bild foto fotos"
    " afbeelding gráfico gráficos ilustración fotografía grafico fotografia correction notes copyright korrektur"
    " rectificatie corrección notas"
)
BODY_HEADINGS = {
    "body", "corps", "volltext", "vollständiger text", "text", "texte", "cuerpo", "texto", "volledige tekst", "tekst",
    "corpo", "testo", "body text",
}  # fmt: skip
TAIL_HEADINGS = {
    "classification", "graphic", "graphics", "klassifikation", "klassifizierung", "grafik", "graphique", "classement",
    "clasificación", "clasificacion", "gráfico", "gráficos", "grafiek", "classificatie", "classificazione",
    "classificação",
}  # fmt: skip
# headings over a line or two between a text and its "Classification"
NOTE_HEADINGS = {
    "notes", "note", "correction", "corrections", "correction appended", "editor's note", "anmerkung", "anmerkungen",
    "hinweis", "hinweise", "korrektur", "remarque", "remarques", "rectification", "notas", "nota", "corrección",
    "opmerking", "opmerkingen", "noot", "noten", "rectificatie", "correzione", "correção",
}  # fmt: skip
JUNK_HEADINGS = re.compile(
    r"(?:link (?:to|zum|zur|naar) (?:the |het |de )?(?:image|pdf|original|bild|grafik|video|afbeelding|origineel)\S*|"
    r"(?:lien vers|enlace (?:a|al)|vínculo (?:a|al)|collegamento (?:a|al)) ?.{0,40}|correction appended\.?|"
    r"see correction|find more like this|bottom of form|top of form|page \d+(?: of \d+)?)",
    re.IGNORECASE,
)
MARKER = re.compile(
    r"(?:focus - )?(?P<number>\d{1,6}) (?:of|von|de|van|sur|di) (?P<total>\d{1,6}) "
    r"(?:documents?|dokumente?n?|documenten|documentos?|documenti)"
    r"|(?:dokument|document|documento) (?P<number2>\d{1,6}) (?:of|von|de|van|sur|di) (?P<total2>\d{1,6})",
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


def is_heading(text: str) -> bool:
    """Whether a line is a heading or mark of the database that goes on no line before it."""
    name = text.casefold()
    if len(text) > 60 or not (text[0].isupper() or text[0].isdigit()):
        return False
    return (
        name in TAIL_HEADINGS
        or name in NOTE_HEADINGS
        or name in BODY_HEADINGS
        or bool(END_MARK.fullmatch(text) or MARKER.fullmatch(text) or JUNK_HEADINGS.fullmatch(text))
    )


def opens_body(text: str) -> bool:
    """Whether a paragraph is the label or heading that a text stands under ("BODY:", "Body")."""
    field = find_field(text)
    return text.casefold().rstrip(":") in BODY_HEADINGS or (field is not None and field[0] in BODY_FIELDS)
