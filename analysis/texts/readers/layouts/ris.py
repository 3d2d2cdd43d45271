"""Records of RIS with their texts ("TY  - NEWS", "T1  - Title", "ER  -"), as ProQuest and others export them."""

from __future__ import annotations

import re

from analysis.texts.readers import exports
from analysis.texts.readers.exports import ExportArticle, ExportParagraph, group_paragraphs, lay_out_export
from analysis.texts.readers.exports_prose import is_framed
from analysis.texts.readers.lines import Layout, PageLine

FORMAT = "ris"
KIND = "article"

LABEL, TITLE = "field of the database", "title, kept beside the text"
_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<value>.*))?", re.DOTALL)
_BEGIN = re.compile(r"^TY {1,2}- [A-Z]{3,7}[ \t]*\r?$", re.MULTILINE)
_END = re.compile(r"^ER {1,2}-", re.MULTILINE)
COLUMNS = {
    "title": ("TI", "T1", "CT"), "outlet": ("JF", "T2", "JO", "JA", "JT"), "author": ("AU", "A1"), "url": ("UR",),
    "database_id": ("AN", "ID"), "section": ("SE", "M1"),
}  # fmt: skip
TEXTS = ("N2", "AB", "N1")  # the longest of them is the text


def recognise(text: str) -> float:
    """How surely (0 to 1) a page holds records of RIS: by the lines that begin and end them."""
    if "TY -" not in text and "TY  -" not in text:
        return 0.0
    begins, ends = list(_BEGIN.finditer(text)), list(_END.finditer(text))
    if not begins or not ends:
        return 0.0
    last = ends[-1].end() if ends[-1].start() > begins[-1].start() else None
    return 0.95 if is_framed(text, begins[0].start(), last, len(begins)) else 0.0


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the records apart; of each the abstract or full text stays, all other fields are left out."""
    paragraphs = group_paragraphs(lines, wrapped=False)
    cover: list[PageLine] = []
    records: list[list[tuple[str, ExportParagraph]]] = []
    tag = ""
    for part in paragraphs:
        found = _TAG.fullmatch(part.text)
        tag = found["tag"] if found else "TY" if part.text == "TY" else tag
        if tag == "TY" and (found or part.text == "TY"):  # cleaning takes the end of a page's first line for a site
            records.append([])
        if not records or (tag == "ER" and not found):
            cover += [line._replace(reason=exports.COVER) for line in part.lines]
        else:
            records[-1].append((tag, part))
    return lay_out_export([_make_ris(record) for record in records], cover, "RIS records")


def _make_ris(record: list[tuple[str, ExportParagraph]]) -> ExportArticle:
    article, said = ExportArticle(), {}
    for tag, part in record:
        found = _TAG.fullmatch(part.text)
        said.setdefault(tag, []).append((found["value"] or "" if found else part.text).strip())
    texts = [tag for tag in TEXTS if any(said.get(tag, []))]
    text = max(texts, key=lambda tag: len(" ".join(said[tag])), default="")
    for tag, part in record:
        if tag == text:
            _take_value(part, article)
        else:
            article.leave_out([part], TITLE if tag in COLUMNS["title"] else LABEL)
    for column, tags in COLUMNS.items():
        values = next((said[tag] for tag in tags if any(said.get(tag, []))), [])
        if values:
            article.known[column] = "; ".join(filter(None, values)) if column == "author" else values[0]
    dates = (exports.parse_export_date(_date_of(said[tag][0])) for tag in ("DA", "Y1", "PY") if said.get(tag))
    article.known |= next((date for date in dates if date), {})
    if code := exports.language_of_name(" ".join(said.get("LA", []))):
        article.known["language"] = code
    return article


def _take_value(part: ExportParagraph, article: ExportArticle) -> None:
    found = _TAG.fullmatch(part.text)
    if not found:
        article.body.append(part)
        return
    label, rest = exports.cut_label(part, part.text.index("-") + 1, LABEL)
    article.left_out.append(label)
    article.body += [rest] if rest else []


def _date_of(text: str) -> str:
    """A date of RIS ("2024/09/20/", "2024//", "2024 Sep 20") as others write it."""
    parts = [part for part in text.split("/")[:3] if part.strip()]
    if parts and re.fullmatch(r"\d{4}", parts[0]) and all(part.isdigit() for part in parts):
        return "-".join([parts[0], *(f"{int(part):02d}" for part in parts[1:])])
    found = re.fullmatch(r"(\d{4}),? ([^\W\d_]+\.?) (\d{1,2})", text.strip())
    return f"{found[3]} {found[2]} {found[1]}" if found else text
